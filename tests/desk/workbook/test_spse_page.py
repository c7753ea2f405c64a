"""SPSE's page of a tender, pasted on a sheet of its own, is what nobody types on `Paket` again.

Labels are those of the page with the announcement, and so is the order of what stands on it.
"""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_desk.workbook.layouts.blank import blank_workbook_bytes
from tender_desk.workbook.reading.workbook_reading import read_workbook
from tender_rules import national
from tests.reading import read_bytes

PAGE: tuple[tuple[Any, ...], ...] = (
    ("Kode Tender", 10012345),
    ("Nama Tender", "Pengadaan Alat Laboratorium"),
    ("Kode RUP", "Nama Paket", "Sumber Dana"),
    (21411308, "Pengadaan alat", "APBD"),
    ("Tahap Tender Saat ini", "Pengumuman Pascakualifikasi [...]"),
    ("Instansi", "Pemerintah Kabupaten Rekasari"),
    ("Satuan Kerja", "RSUD Rekasari"),
    ("Kategori", "Pengadaan Barang"),
    ("Sistem Pengadaan", "Tender - Pascakualifikasi Dua File - Sistem Nilai"),
    ("Tahun Anggaran", "APBD 2026"),
    ("Nilai Pagu Paket", "Rp 3.000.000.000,00", "Nilai HPS Paket", "Rp 2.775.000.000,50"),
    ("Jenis Kontrak", "Cara Pembayaran", "Lumsum"),
    ("Peserta Tender", 17),
)
MEANT = {
    "code": "10012345",
    "title": "Pengadaan Alat Laboratorium",
    "buyer": "Pemerintah Kabupaten Rekasari",
    "work_unit": "RSUD Rekasari",
    "category": "barang",
    "procedure": "pascakualifikasi",
    "envelope": "dua_file",
    "method": "sistem_nilai",
    "funding": "APBD",
    "fiscal_year": "2026",
    "pagu": "3000000000",
    "hps": {"total": "2775000000.5"},
    "contract": "lumsum",
}
BLANK = blank_workbook_bytes(national())


def pasted(
    page: tuple[tuple[Any, ...], ...], at: tuple[int, int] = (4, 1), **typed: Any
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """What is read of the tender, and the faults on the sheet; `typed` by the cells of `Paket`."""
    book: Any = load_workbook(io.BytesIO(BLANK))
    for title in book.sheetnames:
        if title not in ("Paket", "SPSE"):
            del book[title]
    for number, row in enumerate(page):
        for beside, cell in enumerate(row):
            book["SPSE"].cell(at[0] + number, at[1] + beside).value = cell
    for cell, value in typed.items():
        book["Paket"][cell].value = value
    stream = io.BytesIO()
    book.save(stream)
    found = read_workbook(stream.getvalue(), national())
    told = [(x.spot.cell, x.code) for x in found.faults if x.spot and x.spot.cell[:4] == "SPSE"]
    tender = {key: value for key, value in found.value["tender"].items() if value}
    return tender, told


@pytest.mark.parametrize("at", [(4, 1), (1, 1), (9, 3)])
def test_the_page_is_the_tender_wherever_it_is_pasted(at: tuple[int, int]) -> None:
    """What has no place on `Paket` is not looked at."""
    assert pasted(PAGE, at) == (MEANT, [])


@pytest.mark.parametrize(
    ("row", "keys", "cell"),
    [
        (("Kategori", "Pengadaan Entah"), {"category"}, "B11"),
        (("Sistem Pengadaan", "Tender Cepat"), {"procedure", "envelope", "method"}, "B12"),
        (("Nilai Pagu Paket", "Rp 3 M"), {"pagu", "hps"}, "B14"),
        (("Jenis Kontrak", "Entah"), {"contract"}, "B15"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_to_be_typed(
    row: tuple[str, str], keys: set[str], cell: str
) -> None:
    """And nothing is made of it."""
    page = tuple(row if one[0] == row[0] else one for one in PAGE)
    tender, told = pasted(page)
    assert (MEANT.keys() - tender.keys(), told) == (keys, [(f"SPSE!{cell}", "XLS227")])


def told_of(page: tuple[tuple[Any, ...], ...], **typed: Any) -> list[tuple[str, str, str]]:
    """What is told of the page, and of the fields of `Paket` that it answers."""
    book: Any = load_workbook(io.BytesIO(BLANK))
    for number, row in enumerate(page, 4):
        for beside, cell in enumerate(row, 1):
            book["SPSE"].cell(number, beside).value = cell
    for cell, value in typed.items():
        book["Paket"][cell].value = value
    stream = io.BytesIO()
    book.save(stream)
    answered = {f"Paket!B{row}" for row in (5, 6, 7, 8, 11, 12, 13, 14, 15, 17, 18)}
    told = read_bytes(stream.getvalue(), "paket.xlsx").diagnose()
    return [
        (x.cell, x.code, x.message) for x in told if x.cell in answered or x.cell.startswith("SPSE")
    ]


@pytest.mark.parametrize(
    ("row", "cell"), [(("Kategori", "Entah"), "B11"), (("Sistem Pengadaan", "Tender Cepat"), "B12")]
)
def test_what_cannot_be_read_is_asked_for_at_the_page_alone(
    row: tuple[str, str], cell: str
) -> None:
    """Not on `Paket` once more; of a line of several things none."""
    page = tuple(row if one[0] == row[0] else one for one in PAGE)
    assert [one[:2] for one in told_of(page)] == [(f"SPSE!{cell}", "XLS227")]


LINE = "Tender - Pascakualifikasi Dua File - Sistem Nilai"


@pytest.mark.parametrize(
    ("page", "typed", "cell", "said"),
    [
        (PAGE, {"B12": "prakualifikasi"}, "SPSE!B12", ("pascakualifikasi", "prakualifikasi")),
        (PAGE, {"B13": "satu file"}, "SPSE!B12", ("dua file", "Paket!B13", "satu file")),
        (
            tuple(one for one in PAGE if one[1] != LINE),
            {"B14": LINE, "B12": "prakualifikasi", "B13": "satu file"},
            "Paket!B14",
            ("pascakualifikasi, dua file", "Paket!B12, Paket!B13", "prakualifikasi, satu file"),
        ),
    ],
)
def test_a_line_that_contradicts_what_is_typed_is_one_fault(
    page: tuple[tuple[Any, ...], ...], typed: dict[str, str], cell: str, said: tuple[str, ...]
) -> None:
    """It names both cells and both words; the method itself is no matter."""
    ((where, code, message),) = told_of(page, **typed)
    assert (where, code) == (cell, "XLS234")
    assert all(one in message for one in said)


def test_another_method_than_that_of_the_page_is_one_fault() -> None:
    """What its line says beside the method is known all the same."""
    told = told_of(PAGE, B14="harga terendah sistem gugur")
    assert [one[:2] for one in told] == [("SPSE!B12", "XLS226")]


def test_what_no_package_needs_is_told_where_it_cannot_be_read() -> None:
    """Of one source and one year alone; typed on `Paket` it is no matter."""
    page = (("Tahun Anggaran", "APBD 2026 APBD 2027"),)
    assert pasted(page) == ({}, [("SPSE!B4", "XLS227")])
    tender, told = pasted(page, B23="APBD", B24=2026)
    assert (tender, told) == ({"funding": "APBD", "fiscal_year": "2026"}, [])


def test_what_is_said_twice_in_two_ways_is_left_to_be_typed() -> None:
    """Two pages pasted below each other are two tenders."""
    tender, told = pasted((*PAGE, ("Nama Tender", "Yang lain")))
    assert (MEANT.keys() - tender.keys(), told) == ({"title"}, [("SPSE!B5", "XLS227")])


@pytest.mark.parametrize("at", [(3, 1), (7, 2)])
def test_a_page_of_which_nothing_is_known_is_told(at: tuple[int, int]) -> None:
    """Pasted as text, each row of it is one cell; the words of the sheet itself are no page."""
    column = "AB"[at[1] - 1]
    rows = tuple(("\t".join(map(str, row)),) for row in PAGE)
    assert pasted(rows, at) == ({}, [(f"SPSE!{column}{at[0]}", "XLS232")])
    assert pasted(()) == ({}, [])


def test_what_is_typed_otherwise_is_told_at_the_page() -> None:
    """Which of both is right nobody knows; what is typed alike is no matter."""
    alike = {"B17": 3000000000, "B11": "barang", "B14": "sistem nilai", "B8": "RSUD  REKASARI"}
    tender, told = pasted(PAGE, B6="Pengadaan lain", **alike)
    assert told == [("SPSE!B5", "XLS226")]
    assert tender == {**MEANT, "title": "Pengadaan lain", "work_unit": "RSUD  REKASARI"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Jasa Konsultansi Badan Usaha Non Konstruksi", "jasa_konsultansi_badan_usaha"),
        ("Jasa Konsultansi Perorangan Konstruksi", "jasa_konsultansi_perorangan"),
        ("Pekerjaan Konstruksi", "pekerjaan_konstruksi"),
        ("Jasa Lainnya", "jasa_lainnya"),
    ],
)
def test_what_is_procured_as_spse_names_it(said: str, meant: str) -> None:
    """In other words than the law's."""
    assert pasted((("Kategori", said),))[0]["category"] == meant
