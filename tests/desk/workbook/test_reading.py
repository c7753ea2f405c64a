"""What is wrong in a workbook is told at its cell; what only looks different is read the same."""

import io
import re

import pytest
from openpyxl import Workbook

from tests.desk.workbook.cases import CASES, Change, auction, typed
from tests.desk.workbook.data import Desk, told
from tests.desk.workbook.in_sheet_words import words_of_the_program
from tests.reading import read_bytes

# Who or what is missing is missed elsewhere as well, so other faults are told beside these.
MISSED_ELSEWHERE = {"XLS021", "XLS023", "XLS024", "XLS026", "XLS029"}
# The shares of a KSO without the member whose KSO is not named.
ALSO_THERE = {"KSO!A6"}
# The cases of these sheets write whole rows, each over those of the one before.
WHOLE_ROWS = ("Pengalaman!", "Surat Izin!", "Surat Izin Diminta!", "Konfirmasi!")
# These repeat what was typed: a place on the sheet of what has no column, a word of English.
TYPED = {"XLS027"}


@pytest.mark.parametrize(("code", "cell", "change"), CASES)
def test_a_fault_is_told_at_its_cell(code: str, cell: str, change: Change) -> None:
    """Once, filled in both languages, and no other follows from it; no place is made up."""
    desk = Desk()
    change(desk)
    reading = desk.read()
    sheet, _, title = cell.partition("!")
    if entry := re.fullmatch(r"(.+)\[(\d+)\]", title):
        cell = f"{sheet}!{desk.cell(sheet, entry[1], int(entry[2])).coordinate}"
    elif not re.fullmatch(r"[A-Z]+\d+", title):
        cell = f"{sheet}!{desk.field(sheet, title).coordinate}"

    assert reading.package is None
    assert (cell, code) in told(reading)
    if code not in MISSED_ELSEWHERE and cell not in ALSO_THERE:
        assert told(reading) == [(cell, code)]
    for lang in ("id", "en"):
        for fault in reading.diagnose(lang=lang):
            said = f"{fault.message} {fault.hint}"
            assert code in TYPED or not words_of_the_program(said, lang), said
            assert fault.cell.partition("!")[0] in desk.book.sheetnames
            assert str(fault).startswith(f"paket.xlsx:{fault.cell}: {fault.code} ")


def test_all_faults_of_a_workbook_are_told_together() -> None:
    """Each at its cell, in the order of the sheets, rows and columns."""
    codes = ("XLS030", "XLS031", "XLS034", "XLS041")
    changes = [
        case
        for case in CASES
        if case[0] in codes and case[1] not in ALSO_THERE and not case[1].startswith(WHOLE_ROWS)
    ]
    desk = Desk()
    for _, _, change in changes:
        change(desk)
    expected = {cell: code for code, cell, _ in changes}

    found = told(desk.read())
    assert dict(found) == expected
    assert len(found) == len(expected) > 8


def test_a_workbook_of_something_else() -> None:
    """One fault says so, and none of what a package would have to hold."""
    book = Workbook()
    book.active.title = "Rekap"
    book.active["A1"] = "Gaji bulan Mei"
    stream = io.BytesIO()
    book.save(stream)
    reading = read_bytes(stream.getvalue(), "gaji.xlsx")

    assert (reading.package, reading.draft) == (None, None)
    assert told(reading) == [("Rekap!A1", "XLS039")]


SECRET = "98765432"
SEALED: tuple[Change, ...] = (
    typed("Peserta", "Harga penawaran (Rp)", f"{SECRET},x"),
    typed("Peserta", "Harga penawaran (Rp)", f"-{SECRET}"),
    typed("Peserta", "Dikoreksi oleh", SECRET),
    typed("Peserta", "Biaya operasional per tahun", f"1; {SECRET}x"),
    typed("Peserta", "TKDN (%)", int(SECRET)),
    typed("Harga p1", "Kode", f"{SECRET} rupiah"),
    typed("Harga p1", "Harga Satuan", f"{SECRET}x"),
    typed("Harga p1", "Harga Satuan", int(SECRET) * 10**20),
    typed("Harga p1", "Volume", True),
    typed("Harga p1", "Total", f"1.{SECRET}"),
    typed("Harga p1", "Bagian", SECRET),
    typed("Harga p1", "Baris tambahan", SECRET),
    typed("Harga p1", "Pajak (%)", SECRET),
    typed("Peristiwa", "Total (Rp)", f"{SECRET}x", 9),
    auction(f"p1 = {SECRET}x"),
)


@pytest.mark.parametrize("change", SEALED)
def test_no_fault_repeats_what_may_be_sealed(change: Change) -> None:
    """A price that cannot be read is told by its cell, and its figures nowhere."""
    desk = Desk()
    change(desk)
    reading = desk.read()

    assert reading.faults
    for lang in ("id", "en"):
        assert SECRET not in "".join(f"{told} {told.hint}" for told in reading.diagnose(lang=lang))
    assert SECRET not in repr(reading.faults)


def test_no_reading_of_what_may_be_sealed_is_told() -> None:
    """A price that may be two numbers is told as neither, and a share as no percentage."""
    desk = Desk()
    typed("Peserta", "Harga penawaran (Rp)", "Rp 987,654")(desk)
    typed("Harga p1", "TKDN (%)", 0.4321)(desk)
    reading = desk.read()

    assert [code for _, code in told(reading)] == ["XLS096", "XLS217"]
    texts = "".join(f"{told} {told.hint}" for told in reading.diagnose())
    assert not any(figures in texts for figures in ("987", "4321", "43,21"))
