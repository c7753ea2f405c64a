"""Sheets that were renamed, or are not there: told once, and not again by all that name them."""

import pytest

from tender_desk.ooxml.guard import open_workbook
from tender_desk.workbook.layouts.names import REST
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.sheets import known_sheets, unknown_sheets
from tender_rules import national
from tests.desk.workbook.data import Desk, told

READ = [name for name in Desk().book.sheetnames if name not in ("Petunjuk", "Daftar", "Harga p1")]
PRICED = "Harga p1"
KINDS = ["Paket", "HPS", "Peserta", "Matriks m1", "Konfirmasi", PRICED]


def renamed(name: str, *, titled: bool) -> str:
    """What somebody calls a sheet instead."""
    return "Sheet7" if titled else f"Data {name}"


@pytest.mark.parametrize("titled", [True, False])
def test_every_sheet_is_known_under_another_name(titled: bool) -> None:
    """By the title in its first cell under any name, else by its heads and a near name."""
    desk = Desk()
    for name in [] if titled else [*READ, PRICED]:
        desk.book[name]["A1"] = None
    book = open_workbook(desk.bytes())
    sheets = {sheet.title: (sheet, n) for n, sheet in enumerate(book.worksheets)}
    unread = set()
    for name in (*READ, PRICED):
        new = renamed(name, titled=titled)
        there = {new if title == name else title: one for title, one in sheets.items()}
        (found,) = unknown_sheets(there, layout_of(national().declarations))
        assert (found.title, found.near) == (new, name)
        by_name, prices, matrices = known_sheets(there, [found])
        if sheets[name] not in (by_name.get(name), *prices, *matrices):
            unread.add(name)
    assert unread == (set() if titled else {REST, PRICED})  # known by their titles alone


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("titled", [True, False])
def test_a_renamed_sheet_is_one_fault_with_its_name(name: str, titled: bool) -> None:
    """And is read: nothing follows from it, of a form, a table, a matrix or a price."""
    desk, new = Desk(), renamed(name, titled=titled)
    if not titled:
        desk.book[name]["A1"] = None
    desk.book[name].title = new
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{new}!A1", "XLS021")
    assert f"Mungkin yang dimaksud: {name}." in fault.hint


def test_what_is_wrong_on_a_renamed_sheet_is_told_there() -> None:
    """It is read all the same."""
    desk = Desk()
    desk.cell("Peserta", "Tarif PPN (%)").value = "sebelas"
    desk.book["Peserta"].title = "Peserta 2026"

    assert told(desk.read()) == [("Peserta 2026!A1", "XLS021"), ("Peserta 2026!J5", "XLS030")]


def test_a_sheet_of_ones_own_is_not_read_for_a_lost_one() -> None:
    """A name that is near is not enough."""
    desk = Desk()
    desk.book["Timpang"].title = "Catatan lama"
    desk.book["Catatan lama"]["A1"] = None
    desk.book.create_sheet("Timpangan")["A1"] = "isi"

    assert told(desk.read()) == [("Timpangan!A1", "XLS021")]


@pytest.mark.parametrize(
    "name",
    [
        *("Pokja", "HPS", "Persyaratan", "Peserta", "Kriteria", "Penilaian", "Pengecualian"),
        "Peristiwa",
    ],
)
def test_a_sheet_that_is_not_there_is_one_fault(name: str) -> None:
    """Though many rows name what stood on it."""
    desk = Desk()
    del desk.book[name]
    (fault,) = desk.read().diagnose()

    assert fault.code == "XLS172"
    assert fault.message == f"Lembar {name} tidak ada."


def test_a_sheet_on_which_nothing_stood_may_be_empty() -> None:
    """As the hint says: a sheet of that name with nothing on it is no fault."""
    desk = Desk()
    del desk.book["Penilaian"]
    desk.book.create_sheet("Penilaian")

    assert told(desk.read()) == []


def test_a_strange_sheet_has_the_rule_for_own_sheets_alone() -> None:
    """Where nothing on it tells that it is one of ours."""
    desk = Desk()
    desk.book.create_sheet("Sheet3")["A1"] = "Rekap"
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Sheet3!A1", "XLS021")
    assert fault.hint.startswith("Lembar milik Anda")
