"""Lists that checks ask and know: a sheet each, one row an item, with whose it is before it."""

import datetime as dt
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from tender_desk.any_file import read_bytes
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.layouts.tables import layout_of
from tender_engine.declared import Check, Declarations, Words
from tender_engine.formats.canonical import canonical_package, package_dict
from tender_engine.formats.containers import ListOf
from tender_engine.formats.fields import AMOUNT, ID, LINE, NET, PERCENT
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Date
from tender_engine.model import Member, Package
from tender_engine.rulebook import Rulebook
from tender_engine.terms import StageId
from tender_rules import national
from tender_rules.rulebook import assembled
from tender_rules.stages.papers import HeldPaper, PaperDay, WantedPaper
from tests.builders import KUALIFIKASI, asked, bidder, known, package
from tests.desk.workbook.data import HEAD, Desk, told

PLAIN = assembled()


@frozen
class Vehicle:
    """What is asked, and has an id."""

    id: str
    title: str


@frozen
class Trip:
    """What is known, and has none."""

    to: str | None = None
    on: dt.date | None = None
    cost: Decimal | None = None


@frozen
class Fleet:
    """A figure, and a list beside it."""

    share: Decimal | None = None
    trips: tuple[Trip, ...] | None = None


TRIP = Record(
    Trip,
    Key("to", LINE, title="tujuan"),
    Key("on", Date, title="tanggal"),
    Key("cost", AMOUNT, title="biaya (Rp)", about=NET),
)
FLEET: Check[tuple[Vehicle, ...], Fleet] = Check(
    "armada",
    StageId.EVALUASI_KUALIFIKASI,
    Words("armada", "fleet"),
    demand=ListOf(Record(Vehicle, Key("id", ID, True, title="kode"), Key("title", LINE, True))),
    fact=Record(
        Fleet,
        Key("share", PERCENT, title="bagian"),
        Key("trips", ListOf(TRIP), title="perjalanan"),
    ),
    of_each=True,
)
CHECKS = (*PLAIN.declarations.checks, FLEET)
BOOK = evolve(PLAIN, declarations=evolve(PLAIN.declarations, checks=CHECKS))


def member(name: str, fleet: Fleet) -> Member:
    """A member of a KSO with this fleet."""
    return Member(name, f"CV {name}", lead=name == "a", facts={KUALIFIKASI: known(armada=fleet)})


TRIPS = (Trip("Kupang", dt.date(2021, 2, 28), Decimal("1234567.5")), Trip("Ende"), Trip(), Trip())


def again(one: Package, book: Rulebook = BOOK) -> Package:
    """What is read of the workbook of a package."""
    reading = read_bytes(workbook_bytes(one, book), "paket.xlsx", book)
    assert reading.package is not None, [str(fault) for fault in reading.diagnose()]
    return reading.package


FLEETS = (
    None,
    Fleet(),
    Fleet(Decimal(5)),
    Fleet(trips=()),
    Fleet(Decimal(5), ()),
    Fleet(Decimal(5), TRIPS),
    Fleet(trips=(Trip("-"), Trip("–", dt.date(2021, 1, 1)), Trip("-"))),
)


def test_what_is_known_and_what_is_not_reads_back_the_same() -> None:
    """Nothing, none, and some; of a bidder, of a member, and a dash that is a title."""
    who = [
        bidder(f"p{n}", facts={KUALIFIKASI: {"armada": fleet}}) for n, fleet in enumerate(FLEETS, 1)
    ]
    kso = tuple(
        member(chr(ord("a") + n), fleet) for n, fleet in enumerate(FLEETS) if fleet is not None
    )
    wanted = (Vehicle("k2", "Kapal"), Vehicle("k1", "Kereta"), Vehicle("-", "Tanpa kode"))
    one = package(
        *who,
        bidder("p9", members=(member("a", FLEETS[1]), *kso[1:])),
        asks=asked(KUALIFIKASI, armada=wanted),
    )

    assert canonical_package(again(one)) == canonical_package(one)
    assert '"trips":[]' in canonical_package(one)


def test_a_list_has_a_sheet_with_the_words_of_what_it_holds() -> None:
    """Whose it is stands first, and over amounts whether PPN is in them."""
    layout = layout_of(BOOK.declarations)
    wanted, trips = layout.table("Armada Diminta"), layout.table("Perjalanan")

    assert [column.title for column in (*wanted.parents, *wanted.columns)] == ["Kode", "Title"]
    assert [column.title for column in (*trips.parents, *trips.columns)] == [
        "Peserta",
        "Anggota KSO",
        "Tujuan",
        "Tanggal",
        "Biaya (Rp)",
    ]
    assert trips.columns[2].tax == "tanpa PPN"
    assert "Armada: bagian" in [column.title for column in layout.table("Peserta").columns]


def test_a_book_without_lists_has_none_of_these_sheets() -> None:
    """And theirs has them behind all others."""
    plain = [table.name for table in layout_of(Declarations()).tables]
    own = [table.name for table in layout_of(BOOK.declarations).tables]

    assert own[: len(plain)] == plain
    assert {"Armada Diminta", "Perjalanan", "Pengalaman"} <= {*own[len(plain) :]}


def test_a_dash_in_the_first_column_says_none() -> None:
    """Of a bidder, and of a member; no row leaves it unknown."""
    kso = Desk(package(bidder(members=(member_of("a"), member_of("b")))))
    kso.row("Pengalaman", {"Peserta": "p1", "Anggota KSO": "b", "Pekerjaan": " – "}, 1)
    alone = Desk(package())
    alone.row("Pengalaman", {"Peserta": "p1", "Pekerjaan": "Nihil"}, 1)

    assert facts_of(kso, 0, 1) == {"experience": []}
    assert facts_of(kso, 0, 0) is None
    assert facts_of(alone, 0) == {"experience": []}


def test_a_contract_of_a_kso_asks_whose_it_is() -> None:
    """Of who bids alone it is the bidder's; the equity beside it stands at the member."""
    kso = Desk(package(bidder("p1", members=(member_of("a"), member_of("b"))), bidder("p2")))
    contract = {"Nilai kontrak (Rp)": 9, "Prestasi (Rp)": 3, "Porsi (%)": 100}
    kso.row("Paket berjalan", {"Peserta": "p1", "Anggota KSO": "a", **contract}, 1)
    kso.row("Paket berjalan", {"Peserta": "p1", **contract}, 2)

    assert ("Paket berjalan!B6", "XLS041") in told(kso.read())
    assert "Peserta!" not in str(told(kso.read()))


def member_of(name: str) -> Member:
    """A member of whom nothing is known."""
    return Member(name, f"CV {name}", lead=name == "a", share_percent=Decimal(50))


def facts_of(desk: Desk, index: int, of_member: int | None = None) -> Any:
    """What a workbook says of a bidder at the qualification, or of a member."""
    reading = desk.read()
    assert reading.package is not None, told(reading)
    who: Any = package_dict(reading.package)["participants"][index]
    who = who if of_member is None else who["members"][of_member]
    return who.get("facts", {}).get("evaluasi_kualifikasi")


def test_papers_are_read_by_their_codes() -> None:
    """A dash for a number is none, and so are words; words say that there is no end."""
    desk = Desk(package(bidder(members=(member_of("a"), member_of("b")))))
    for entry, code in enumerate(("a.1", "b", "c", "d", "e"), 1):
        asked_row = {"Kode": code, "Surat": "SBU", "Berlaku pada": "Batas Pemasukan"}
        desk.row("Surat Izin Diminta", asked_row, entry)
    rows = (
        {"Kode": "a.1", "Nomor": "-"},
        {"Kode": "b", "Nomor": 12, "Berlaku sampai": "Seumur hidup"},
        {"Kode": "c", "Berlaku sampai": "12 Mei 2022"},
        {"Kode": "d", "Nomor": "7"},
        {"Kode": "e", "Nomor": "Tidak ada"},
    )
    for entry, row in enumerate(rows, 1):
        desk.row("Surat Izin", {"Peserta": "p1", "Anggota KSO": "b", **row}, entry)

    assert facts_of(desk, 0, 1) == {
        "papers": {
            "a.1": False,
            "b": {"number": "12", "valid_until": None},
            "c": {"valid_until": "2022-05-12"},
            "d": {"number": "7"},
            "e": False,
        }
    }


def test_papers_that_are_written_oddly_read_back_the_same() -> None:
    """Codes with dots or a dash, a number that is a dash, a paper known by its code alone."""
    shown = (HeldPaper("-", None), HeldPaper("–", dt.date(1900, 1, 1)), HeldPaper(), False)
    codes = [f"{name}{n}" for name in ("sbu", "s.b.u", "-", "a.-") for n in range(len(shown))]
    wanted = tuple(WantedPaper(c, "SBU", PaperDay.PEMBUKTIAN, ("a",), "LDK") for c in codes)
    held = {code: shown[n % len(shown)] for n, code in enumerate(codes)}
    who = bidder(facts={KUALIFIKASI: {"papers": held}})
    kso = bidder("p2", members=(member_of("a"), member_of("b")))
    one = package(who, kso, asks=asked(KUALIFIKASI, papers=wanted))

    assert canonical_package(again(one, national())) == canonical_package(one)


JOBS = (
    ({}, "XLS041", "A"),
    ({"Peserta": "p9", "Pekerjaan": "Jalan", "Tanggal selesai": "1/3/2021"}, "XLS026", "A"),
    ({"Peserta": "p1", "Pekerjaan": "Jalan"}, "XLS041", "D"),
    ({"Peserta": "p1", "Tanggal selesai": "1/3/2021"}, "XLS041", "C"),
    ({"Peserta": "p1", "Pekerjaan": "Jalan", "Tanggal selesai": "31/2/2021"}, "XLS034", "D"),
    ({"Peserta": "p1", "Pekerjaan": "-", "Nilai (Rp)": 5}, "XLS175", "C"),
)


def test_what_is_wrong_in_a_list_is_told_at_its_cell() -> None:
    """All of it together."""
    desk = Desk(package())
    for entry, (row, _, _) in enumerate(JOBS, 1):
        desk.row("Pengalaman", row or {"Pekerjaan": "Jalan", "Tanggal selesai": "1/3/2021"}, entry)
    asked_rows: tuple[dict[str, Any], ...] = (
        {"Kode": "sbu", "Surat": "SBU", "Berlaku pada": "penetapan"},
        {"Kode": "sbu", "Surat": "SBU lain", "Berlaku pada": "penetapan"},
        {"Kode": "skk", "Berlaku pada": "kontrak"},
    )
    for entry, row in enumerate(asked_rows, 1):
        desk.row("Surat Izin Diminta", row, entry)
    shown: tuple[dict[str, Any], ...] = (
        {"Peserta": "p1", "Nomor": "7"},
        {"Peserta": "p1", "Kode": "sbu", "Berlaku sampai": "29/2/2023"},
        {"Peserta": "p1", "Kode": "skk", "Nomor": "-", "Berlaku sampai": "1/3/2023"},
    )
    for entry, row in enumerate(shown, 1):
        desk.row("Surat Izin", row, entry)

    assert told(desk.read()) == [
        ("Surat Izin Diminta!A6", "PKT030"),
        ("Surat Izin Diminta!B7", "XLS041"),
        ("Surat Izin Diminta!C7", "PKT015"),
        ("Surat Izin!C5", "XLS041"),
        ("Surat Izin!E6", "XLS034"),
        ("Surat Izin!D7", "XLS175"),
        *((f"Pengalaman!{column}{HEAD + n}", code) for n, (_, code, column) in enumerate(JOBS, 1)),
    ]


def test_what_does_not_fit_together_is_told_at_its_cell() -> None:
    """A code twice, one that nobody asks, and a member that is nobody, with what may be meant."""
    desk = Desk(package())
    wanted = {"Kode": "sbu", "Surat": "SBU", "Berlaku pada": "penetapan"}
    desk.row("Surat Izin Diminta", {**wanted, "Hanya anggota KSO": "a9"}, 1)
    for entry, code in enumerate(("sbu", "sub", "sbu"), 1):
        desk.row("Surat Izin", {"Peserta": "p1", "Kode": code, "Nomor": "7"}, entry)
    reading = desk.read()

    assert told(reading) == [
        ("Surat Izin Diminta!D5", "PKT116"),
        ("Surat Izin!C6", "PKT115"),
        ("Surat Izin!C7", "PKT030"),
    ]
    assert reading.diagnose()[1].hint.endswith("Mungkin yang dimaksud: sbu.")


def test_a_renamed_sheet_is_told_and_read() -> None:
    """As any other: by the title in its first cell."""
    desk = Desk(package())
    desk.row("Pengalaman", {"Peserta": "p1", "Pekerjaan": "-"}, 1)
    desk.book["Pengalaman"].title = "Riwayat"
    reading = desk.read()

    assert told(reading) == [("Riwayat!A1", "XLS021")]
    assert "Pengalaman" in reading.diagnose()[0].hint


def test_many_of_one_mistake_are_told_once() -> None:
    """A whole column of days that are none: the first in its words, and where the others are."""
    desk = Desk(package())
    for entry in range(1, 7):
        desk.row("Pengalaman", {"Peserta": "p1", "Pekerjaan": f"Jalan {entry}"}, entry)
        desk.cell("Pengalaman", "Tanggal selesai", entry).value = "31/2/2021"

    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.code) == (f"Pengalaman!D{HEAD + 1}", "XLS238")
    assert "31/2/2021 bukan tanggal" in fault.message
    assert "D5:D10" in fault.hint


def test_a_sheet_that_is_not_there_is_told() -> None:
    """What was written there is not read."""
    desk = Desk(package())
    del desk.book["Pengalaman"]
    reading = read_bytes(desk.bytes(), "paket.xlsx", national())

    assert "Pengalaman" in reading.lacking
