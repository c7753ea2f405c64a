"""What a row of a form or a column said at the last refresh is not lost without a word."""

import json
from pathlib import Path

import pytest

from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.since_refresh.last_state import state_of, with_state
from tender_engine.model import Package
from tender_rules import national
from tests.desk.workbook.data import Desk, parsed, told
from tests.desk.workbook.unread import open_book

SMALL, BLACKLIST = "Kualifikasi usaha", "Tidak masuk Daftar Hitam"


SAMPLE = Path(__file__).parents[3] / "samples" / "pengawasan-rumah-sakit" / "paket.json"


def kept(data: bytes) -> bytes:
    """A workbook with what it says as its last state."""
    return with_state(data, state_of(data, layout_of(national().declarations)))


def refreshed(package: Package | None = None) -> Desk:
    """The workbook of a package, the small one if no other, with what it says as its last state."""
    desk = Desk(package)
    desk.book = open_book(kept(desk.bytes()))
    return desk


def test_a_requirement_that_went_with_its_row_is_told() -> None:
    """Rows that said nothing may go; one that is cleared stays and says that nothing is asked."""
    desk = refreshed()
    asked = desk.book["Persyaratan"]
    row = desk.field("Persyaratan", BLACKLIST).row
    desk.field("Persyaratan", BLACKLIST).value = None
    assert told(desk.read()) == []

    asked.delete_rows(row)
    assert told(desk.read()) == [("Persyaratan!A4", "XLS219")]
    (fault,) = desk.read().diagnose()
    assert BLACKLIST in fault.message

    asked.cell(asked.max_row + 1, 1).value = BLACKLIST.lower()
    assert told(desk.read()) == []


def test_an_empty_row_may_go() -> None:
    desk = refreshed()
    empty = desk.field("Persyaratan", "Preferensi TKDN (%)")
    assert empty.value is None
    desk.book["Persyaratan"].delete_rows(empty.row)
    assert told(desk.read()) == []


def test_a_column_that_went_with_what_stood_in_it_is_told() -> None:
    """One that says nothing may go; renamed it is told as the head that nobody knows."""
    desk = refreshed()
    bidders = desk.book["Peserta"]
    empty, filled = (
        desk.column("Peserta", title) for title in ("Alamat", "Masa berlaku penawaran (hari)")
    )
    bidders.delete_cols(empty)
    assert told(desk.read()) == []

    desk = refreshed()
    bidders = desk.book["Peserta"]
    bidders.cell(4, filled).value = "Berlakunya surat"
    assert {code for _, code in told(desk.read())} == {"XLS022"}
    bidders.delete_cols(filled)
    assert told(desk.read()) == [("Peserta!A4", "XLS220")]


def test_a_zone_that_went_with_its_row_is_told_once() -> None:
    """No time can be read without it, which follows from the row."""
    desk = refreshed()
    desk.book["Paket"].delete_rows(desk.field("Paket", "Zona waktu").row)

    assert told(desk.read()) == [("Paket!A4", "XLS219")]


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("Pokja", "Kode"),  # which others name
        ("Peserta", "Harga penawaran (Rp)"),  # which has to be there
        ("Harga p1", "Kode"),  # in which the bidder of the sheet is named too
        ("Matriks m1", "Uraian"),  # and here the time of the sheet
        ("Matriks m1", "Alasan p1"),
    ],
)
def test_a_column_is_one_fault_whatever_follows_from_it(sheet: str, title: str) -> None:
    desk = refreshed()
    if title.startswith("Alasan"):
        desk.cell(sheet, title, 1).value = "lengkap"
        desk.book = open_book(kept(desk.bytes()))
    desk.book[sheet].delete_cols(desk.column(sheet, title))

    assert told(desk.read()) == [(f"{sheet}!A4", "XLS220")]


def test_a_column_of_the_document_by_which_prices_are_held() -> None:
    """Its lines have person-months no more, and it is not for the bids to lose them too."""
    package = json.loads(SAMPLE.read_text("utf-8"))
    desk = refreshed(parsed(package))
    desk.book["HPS"].delete_cols(desk.column("HPS", "Orang-bulan"))

    assert told(desk.read()) == [("HPS!A4", "XLS220")]
