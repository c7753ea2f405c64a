"""What looks like another column's, or stands twice, is told and refuses nothing."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from tender_desk.file_reading import FileReading
from tender_desk.workbook.off_place.typed_twice import typed_twice
from tests.desk.workbook.data import Desk, small, told
from tests.desk.workbook.pasting import desk_of_sample

_NPWP = [f"01.234.567.8-901.00{n}" for n in range(3)]


def doubts(desk: Desk) -> list[tuple[str, str]]:
    """The cell and the code of what a workbook without a fault is doubted for."""
    reading = desk.read()
    assert isinstance(reading, FileReading)
    assert told(reading) == []
    return [(each.cell, each.code) for each in reading.doubted()]


def officers(*rows: dict[str, Any]) -> Desk:
    """The small workbook with these officers."""
    desk = Desk()
    for number, row in enumerate(rows, 1):
        desk.row("Pengurus", {"Peserta": "p1", "Jabatan": "Direktur", **row}, number)
    return desk


def test_texts_of_other_columns() -> None:
    """Names and positions of the panel that changed columns: once for each column."""
    desk = Desk()
    for entry, word in enumerate(("Ketua", "Sekretaris"), 1):
        name = desk.cell("Pokja", "Nama", entry)
        desk.cell("Pokja", "NIP", entry).value, name.value = name.value, word
    (names, numbers) = desk.read().doubted()  # type: ignore[attr-defined]

    assert [(each.cell, each.code) for each in (names, numbers)] == [
        ("Pokja!B5", "XLS243"),
        ("Pokja!C5", "XLS243"),
    ]
    assert "B5:B6" in names.message


def test_columns_that_say_the_same() -> None:
    """The codes of bidders under the names of people, in all rows or in one of two.

    What asks the same may say the same, as a code and what it is called.
    """
    codes = ({"Peserta": "p1", "Nama": "p1"}, {"Peserta": "p2", "Nama": "p2"})
    assert ("Pengurus!B5", "XLS244") in doubts(officers(*codes))
    assert doubts(officers(codes[0], {"Nama": "Ani"}, {"Nama": "Budi"})) == []

    desk = Desk()
    for entry in (1, 2):
        code = desk.cell("Kriteria", "Kode", entry)
        desk.cell("Kriteria", "Uraian", entry).value = code.value
        desk.cell("Kriteria", "Klausul", entry).value = code.value
    assert doubts(desk) == [("Kriteria!D5", "XLS244"), ("Kriteria!D5", "XLS244")]


def test_what_says_the_same_honestly() -> None:
    """One owner of several tools, one notary of several deeds, one firm's own tools."""
    plates = [f"DT{number}XX" for number in (8123, 8124, 8125)]
    names = {"p1": "CV Satu Contoh", "p2": "CV Dua Contoh", "p3": "CV Tiga Contoh"}
    desk = Desk()
    for n, (plate, (code, name)) in enumerate(zip(plates, names.items(), strict=True), 1):
        desk.cell("Peserta", "Nama peserta", n).value = name
        tool = {"Peserta": name, "Kode": plate, "Peralatan": "Dump truck", "Pemilik": name}
        desk.row("Peralatan", {**tool, "Nomor polisi": plate}, n)
        tool = {"Kode": f"{code}-a", "Nomor polisi": f"{plate}1", "Pemilik": "PT Sewa Contoh"}
        desk.row("Peralatan", {"Peserta": "p1", "Peralatan": "Dump truck", **tool}, n + 3)
        deed = {"Nomor": f"1234{n}", "Tanggal": "1/2/2020", "Notaris": "Sri Contoh, S.H."}
        desk.row("Akta", {"Peserta": "p1", **deed}, n)
    assert doubts(desk) == []


def test_a_row_over_another() -> None:
    """Where rows have no codes, the same twice is one that is lost."""
    ani, budi = {"Nama": "Ani"}, {"Nama": "Budi", "Kode": "b"}
    assert doubts(officers(ani, budi, ani)) == [("Pengurus!A7", "XLS245")]
    assert doubts(officers(ani, budi, {**ani, "Peserta": "p2"})) == []

    desk = desk_of_sample("bendung-irigasi")
    page = desk.book["Peristiwa"]
    for cell in page[6]:
        page.cell(7, cell.column).value = cell.value
    (doubt,) = desk.read().doubted()  # type: ignore[attr-defined]
    assert (doubt.cell, doubt.code) == ("Peristiwa!A7", "XLS245")
    assert "A6:" in doubt.message


@pytest.mark.parametrize(
    ("names", "numbers", "doubted"),
    [
        (["Ani", "Budi", "Cici"], [_NPWP[0]] * 3, ["Pengurus!E6"]),
        (["Ani", "Ani", "Ani"], _NPWP, ["Pengurus!B6"]),
        (["Ani", "Budi", "Budi"], [_NPWP[0], _NPWP[1], _NPWP[1]], []),
        (["Ani", "Budi", "Cici"], ["-"] * 3, []),
        (["-"] * 3, _NPWP, []),
        (["belum ditunjuk"] * 3, _NPWP, []),
    ],
)
def test_a_value_filled_down(names: list[str], numbers: list[str], doubted: list[str]) -> None:
    """What is of one alone, three times below each other, each time beside another."""
    rows = [
        {"Nama": name, "NPWP": number, "Jabatan": f"Direktur {n}"}
        for n, (name, number) in enumerate(zip(names, numbers, strict=True))
    ]

    assert doubts(officers(*rows)) == [(cell, "XLS245") for cell in doubted]


@pytest.mark.parametrize(
    ("total", "doubted"),
    [
        *((total, False) for total in ("222555000", "222000000", "223000000", "222560000")),
        *((total, True) for total in ("225255000", "22255500", "224000000", "222555000.5")),
        ("200500000", True),  # without PPN
    ],
)
def test_a_total_that_is_no_rounding_of_its_lines(total: str, doubted: bool) -> None:
    """Those of the small package come to 222,555,000: down, up or to a ten, and what is neither."""
    tender = small().tender
    typed = evolve(small(), tender=evolve(tender, hps=evolve(tender.hps, total=Decimal(total))))

    assert [fault.code for fault in typed_twice(typed)] == ["XLS239"] * doubted


def test_a_total_of_another_estimate_is_told_with_both_amounts() -> None:
    """At its cell; nothing where the sheet of the lines is wrong itself."""
    desk = Desk()
    desk.field("Paket", "Nilai total HPS (Rp)").value = 225255000
    (doubt,) = desk.read().doubted("en")  # type: ignore[attr-defined]
    desk.cell("HPS", "Volume").value = "seratus lima"

    assert doubt.cell == f"Paket!{desk.field('Paket', 'Nilai total HPS (Rp)').coordinate}"
    for amount in ("Rp225,255,000", "Rp222,555,000", "Rp2,700,000 between"):
        assert amount in doubt.message
    assert desk.read().doubted() == ()  # type: ignore[attr-defined]
