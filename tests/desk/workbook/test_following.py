"""What the law leaves one value for need not be typed; another value is told by its own checks."""

from typing import Any

import pytest

from tender_desk.workbook.kinds import Part
from tender_desk.workbook.kinds.printed_system import METHOD
from tender_desk.workbook.reading.following import add_what_follows, add_what_rows_leave
from tender_desk.workbook.reading.local import Local, Terms
from tender_desk.workbook.reading.method_line import put_apart
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.formats.canonical import package_digest
from tender_rules import national
from tests.desk.documents.worksheet.books import sample
from tests.desk.workbook.data import Desk, told
from tests.desk.workbook.pasting import desk_of_sample

SELEKSI = "pengawasan-rumah-sakit"


def followed(tender: dict[str, Any]) -> dict[str, Any]:
    """A tender with what follows from what is said of it."""
    value = {"tender": {"requirements": {}, **tender}}
    add_what_follows(value)
    return value["tender"]


@pytest.mark.parametrize(
    ("category", "procedure", "envelope"),
    [
        # Perpres 16/2018 Pasal 44 ayat (5) huruf b, ayat (3) huruf b; Pasal 43 ayat (2).
        ("jasa_konsultansi_badan_usaha", "prakualifikasi", "dua_file"),
        ("jasa_konsultansi_perorangan", "pascakualifikasi", "dua_file"),
        ("barang", None, None),
        ("pekerjaan_konstruksi", None, None),
        ("entah", None, None),
        (None, None, None),
    ],
)
def test_what_a_category_leaves_no_choice_for(
    category: str | None, procedure: str | None, envelope: str | None
) -> None:
    """Consultants alone; a Tender has its choice, and so has who typed nothing."""
    found = followed({"category": category} if category else {})
    assert (found.get("procedure"), found.get("envelope")) == (procedure, envelope)


def test_what_is_typed_stays() -> None:
    """Though the law does not allow it, which its check tells."""
    found = followed({"category": "jasa_konsultansi_badan_usaha", "envelope": "satu_file"})
    assert found["envelope"] == "satu_file"


@pytest.mark.parametrize(
    ("technical", "of_price"),
    [("80", "20"), ("62.5", "37.5"), ("200/3", "100/3"), ("100", None), ("delapan", None)],
)
def test_the_weights_make_a_hundred(technical: str, of_price: str | None) -> None:
    """Where technical and price are weighed against each other, and nowhere else."""
    weighed = {"evaluasi_teknis": {"weight": technical}}
    found = followed({"method": "kualitas_biaya", "requirements": weighed})
    assert found["requirements"].get("evaluasi_harga", {}).get("weight") == of_price
    weighed = {"evaluasi_teknis": {"weight": technical}}
    found = followed({"method": "kualitas", "requirements": weighed})
    assert "evaluasi_harga" not in found["requirements"]


def test_a_workbook_without_them_is_the_same_package() -> None:
    """Three cells that nobody has to fill."""
    desk = desk_of_sample(SELEKSI)
    for sheet, title in (
        ("Paket", "Kualifikasi"),
        ("Paket", "Pemasukan dokumen"),
        ("Persyaratan", "Bobot harga (%)"),
    ):
        cell = desk.field(sheet, title)
        assert cell.value is not None
        cell.value = None
    package = desk.read().package
    assert package is not None
    assert package_digest(package) == package_digest(sample(SELEKSI))


def rows_left(value: dict[str, Any]) -> dict[str, Any]:
    """Plain values with what their rows need not say."""
    add_what_rows_leave(value)
    return value


def scored(*weights: str | None) -> dict[str, Any]:
    """A stage with scored criteria of these weights, and one that is not scored."""
    said = [{"max_score": "100", **({"weight": one} if one else {})} for one in weights]
    return {"tender": {"requirements": {"evaluasi_teknis": {"criteria": [*said, {"id": "x"}]}}}}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (("20", "30", None), ["20", "30", "50"]),
        ((None, "200/3"), ["100/3", "200/3"]),
        # Two that are open are two that nobody knows; nothing is left of a hundred; no number.
        (("20", None, None), ["20", None, None]),
        (("60", "40", None), ["60", "40", None]),
        (("delapan", None), ["delapan", None]),
        ((None,), [None]),
    ],
)
def test_the_last_weight_of_a_stage_is_what_is_left(
    typed: tuple[str | None, ...], read: list[str | None]
) -> None:
    """Of a hundred, to which the weights of a stage come; a criterion without scores has none."""
    found = rows_left(scored(*typed))["tender"]["requirements"]["evaluasi_teknis"]["criteria"]
    assert [one.get("weight") for one in found] == [*read, None]


SPSE = "Tender - Pascakualifikasi Satu File - Harga Terendah Sistem Gugur"


@pytest.mark.parametrize(
    ("line", "held"),
    [
        (SPSE, ("pascakualifikasi", "satu_file", "harga_terendah_sistem_gugur")),
        (
            "Seleksi Ulang – Prakualifikasi Dua File – Kualitas dan Biaya",
            ("prakualifikasi", "dua_file", "kualitas_biaya"),
        ),
        ("harga terendah sistem gugur", (None, None, "harga_terendah_sistem_gugur")),
        ("Tender Cepat - Pascakualifikasi Satu File - Harga Terendah Sistem Gugur", None),
        ("Tender - Pascakualifikasi - Harga Terendah Sistem Gugur", None),
        ("Tender - Pascakualifikasi Satu File - Terbaik", None),
        ("Pascakualifikasi Satu File - Sistem Nilai", None),
    ],
)
def test_what_spse_prints_in_one_line(line: str, held: tuple[str | None, ...] | None) -> None:
    """Is read whole, or it is no method: nothing of it is guessed."""
    local = Local(None, Terms(national().words))
    found = {"method": METHOD.within(local).read(Part(line))}
    assert put_apart(found, CellPlaces()) is None
    read = tuple(found.get(key) for key in ("procedure", "envelope", "method"))
    assert read == (held or (None, None, line))
    assert all(type(one) is str for one in read if one)


def test_what_spse_prints_beside_what_was_typed_otherwise() -> None:
    """Which of both is right nobody knows; and a workbook with the line alone is the same package.

    What is no choice at all is told where it stands, and not here as well.
    """
    desk = desk_of_sample("jalan-kabupaten")
    fields = [desk.field("Paket", title) for title in ("Kualifikasi", "Pemasukan dokumen")]
    desk.field("Paket", "Metode evaluasi").value = SPSE
    said = [field.value for field in fields]
    for field in fields:
        field.value = None
    package = desk.read().package
    assert package is not None
    assert package_digest(package) == package_digest(sample("jalan-kabupaten"))
    fields[0].value, fields[1].value = said[0], "dua file"
    assert {x.cell for x in desk.read().diagnose()} == {"Paket!B14"}
    fields[1].value = "tiga file"
    assert {x.cell for x in desk.read().diagnose()} == {"Paket!B13"}


def test_a_bid_is_with_the_ppn_of_the_document() -> None:
    """Where it says no other; who has no price has no rate, and nobody knows one that is not typed.

    What is in an envelope that is not opened stands in no cell.
    """
    bids = [{"price": {"stated_total": "9"}}, {"price": {"stated_total": "9", "vat_percent": "12"}}]
    value = {"tender": {"hps": {"vat_percent": "11"}}, "participants": [*bids, {}, {"price": {}}]}
    found = [one.get("price", {}).get("vat_percent") for one in rows_left(value)["participants"]]
    assert found == ["11", "12", None, None]
    value = {"tender": {"hps": {}}, "participants": [{"price": {"stated_total": "9"}}]}
    assert "vat_percent" not in rows_left(value)["participants"][0]["price"]


@pytest.mark.parametrize("said", [None, 0.11, "0,11", 110, "sebelas"])
def test_a_rate_of_the_document_that_is_none_is_told_once(said: Any) -> None:
    """A bid that says none of its own lacks nothing; of one that does its own is told."""
    desk = desk_of_sample(SELEKSI)
    for entry in range(1, 20):
        desk.cell("Peserta", "Tarif PPN (%)", entry).value = None
    desk.book["Paket"]["B19"].value = said
    assert {x.cell for x in desk.read().diagnose()} == {"Paket!B19"}
    desk.cell("Peserta", "Tarif PPN (%)", 1).value = "0,12"
    assert {x.cell for x in desk.read().diagnose()} == {"Paket!B19", "Peserta!J5"}


def test_a_workbook_without_a_weight_and_rates_is_the_same_package() -> None:
    """One weight of each stage and a whole column that nobody has to fill."""
    desk = desk_of_sample(SELEKSI)
    weights: dict[str, Any] = {}
    for entry in range(1, 20):
        if desk.cell("Kriteria", "Bobot (%)", entry).value is not None:
            stage = desk.cell("Kriteria", "Tahap", entry).value
            weights[stage] = desk.cell("Kriteria", "Bobot (%)", entry)
        desk.cell("Peserta", "Tarif PPN (%)", entry).value = None
    assert len(weights) > 1
    for cell in weights.values():
        cell.value = None
    package = desk.read().package
    assert package is not None
    assert package_digest(package) == package_digest(sample(SELEKSI))


@pytest.mark.parametrize(
    ("procedure", "envelope", "of_act", "of_deadline"),
    [
        ("pascakualifikasi", "satu_file", "pemilihan", "penawaran"),
        ("pascakualifikasi", "dua_tahap", "pemilihan", None),
        ("prakualifikasi", "dua_file", None, None),
        ("pascakualifikasi", None, "pemilihan", None),
        (None, "satu_file", None, None),
    ],
)
def test_what_an_act_is_about_where_the_tender_knows_one_such_thing(
    procedure: str | None, envelope: str | None, of_act: str | None, of_deadline: str | None
) -> None:
    """A qualification with its bids has no result of its own; what is about another thing stays."""
    said = {"procedure": procedure, "envelope": envelope}
    kinds = ("akhir_masa_sanggah", "batas_pemasukan", "undangan", "klarifikasi")
    events = [{"type": kind} for kind in kinds]
    typed = {"type": "sanggah", "of": "kualifikasi"}
    rows_left({"tender": {k: v for k, v in said.items() if v}, "events": [*events, typed]})

    assert [event.get("of") for event in events] == [of_act, of_deadline, None, None]
    assert typed["of"] == "kualifikasi"


def test_rows_are_not_told_where_how_bidders_qualify_is() -> None:
    """What they may leave blank is no second fault."""
    desk = Desk()
    desk.field("Paket", "Kualifikasi").value = "Pasca"
    for entry in (2, 4, 7):
        desk.cell("Peristiwa", "Tentang", entry).value = None

    assert told(desk.read()) == [("Paket!B12", "PKT015")]
