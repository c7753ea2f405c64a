"""Parts of a workbook dropped, emptied, or exchanged: refused, or nothing that counts is lost."""

import itertools
from collections.abc import Iterator
from functools import cache
from zlib import crc32

import pytest

from tender_desk.schedules.reader import read_schedule
from tender_engine.formats.canonical import package_digest
from tests.desk.workbook.attaching import sample, schedule
from tests.desk.workbook.data import Desk, told, workbook
from tests.desk.workbook.excelled import as_excel_writes
from tests.desk.workbook.hostile import parts_of, zipped
from tests.reading import read_bytes

MAKERS = {"as the program writes it": workbook, "as Excel writes it": as_excel_writes}
# Of the exchanges of a sheet, one in so many; at 1 the walk takes every pair, and a minute.
ONE_IN = 48


@cache
def made(name: str) -> bytes:
    """The small package as a workbook of one of the writers."""
    return MAKERS[name](workbook()) if name == "as Excel writes it" else MAKERS[name]()


def digest(data: bytes) -> str | None:
    """What stands for the package in a workbook; nothing if it is refused."""
    package = read_bytes(data, "paket.xlsx").package
    return None if package is None else package_digest(package)


def damaged(parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The workbook with one part dropped, or cut to nothing."""
    for name in parts:
        yield f"{name} dropped", zipped({n: data for n, data in parts.items() if n != name})
        yield f"{name} emptied", zipped(parts | {name: b""})


def exchanged(parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The workbook with two parts in each other's place."""
    for one, other in itertools.combinations(parts, 2):
        sheet = one.startswith("xl/worksheets/s") or other.startswith("xl/worksheets/s")
        if not sheet or crc32(f"{one} {other}".encode()) % ONE_IN == 0:
            yield f"{one} for {other}", zipped(parts | {one: parts[other], other: parts[one]})


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("kind", [damaged, exchanged])
def test_no_part_is_lost_or_exchanged_in_silence(maker, kind):
    """Every part of a real workbook: either it is refused, or the digest is the very same."""
    whole = digest(made(maker))
    assert whole is not None

    found = {what: digest(data) for what, data in kind(parts_of(made(maker)))}

    assert len(found) > 40
    assert {what for what, one in found.items() if one not in (None, whole)} == set()


def test_what_may_be_missing_may_be_missing():
    """A workbook without what the standard lets programs leave out is the same package."""
    whole = made("as Excel writes it")
    optional = ("docProps/app.xml", "docProps/core.xml", "xl/theme/theme1.xml", "xl/calcChain.xml")
    parts = parts_of(whole)
    for name in (*optional, "xl/printerSettings/printerSettings1.bin"):
        del parts[name]

    assert digest(zipped(parts)) == digest(whole)


def test_two_sheets_in_each_others_place():
    """What stands under the name of another sheet is told at both."""
    desk = Desk()
    one, other = desk.book["Pengurus"], desk.book["Pemilik"]
    one.title, other.title = "Sementara", "Pengurus"
    one.title = "Pemilik"

    assert ("Pengurus!A1", "XLS159") in told(desk.read())
    assert ("Pemilik!A1", "XLS159") in told(desk.read())


def test_a_sheet_in_the_place_of_the_panels_own():
    """An empty sheet of notes in the place of one that is read loses nothing in silence."""
    desk = Desk()
    desk.book["KSO"].title = "Catatan"
    desk.book.create_sheet("KSO")

    assert told(desk.read()) == [("Catatan!A1", "XLS159")]


def test_a_copy_of_a_sheet_as_the_panels_own():
    """A copy is nobody's loss, and a sheet without its title is read as before."""
    desk = Desk()
    before = digest(desk.bytes())
    desk.book.copy_worksheet(desk.book["HPS"]).title = "Catatan HPS lama"
    desk.book["Pengurus"]["A1"].value = None

    assert digest(desk.bytes()) == before


def test_a_damaged_schedule_is_never_what_the_panel_accepted():
    """A part of a bidder's own workbook that is dropped, emptied or exchanged changes its key."""
    lines = sample().tender.hps.lines or ()
    rows = [
        (number, line.description, line.unit, line.quantity, 1000, line.quantity * 1000)
        for number, line in enumerate(lines, 1)
    ]
    data = as_excel_writes(schedule(rows))
    whole = read_schedule(data, "harga.xlsx", lines)
    assert whole.lines
    assert not whole.faults

    parts = parts_of(data)
    readings = {
        what: read_schedule(one, "harga.xlsx", lines)
        for what, one in (*damaged(parts), *exchanged(parts))
    }

    assert [what for what, one in readings.items() if one.key == whole.key] == []
    passed = {what for what, one in readings.items() if not one.faults}
    assert {what for what in passed if readings[what].lines != whole.lines} == set()
