"""The sheet `Hasil Kesamaan`: what is the same between bidders, a fact a row."""

from decimal import Decimal

from tender_desk.documents.alike import Alike, all_alike
from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet, Value
from tender_desk.worksheet_book.verdicts import INSIDE

__all__ = ["alike_sheet"]

_COLUMNS = (
    FoundColumn("Yang sama", 40),
    FoundColumn("Kekuatan", 10),
    FoundColumn("Kode", 14),
    FoundColumn("Nama peserta", 48),
    FoundColumn("Jumlah", 9),
    FoundColumn("Dari", 9),
    FoundColumn("Peluang", 26),
    FoundColumn("Uraian", 70),
)
_TITLE = "Yang sama antara peserta: fakta, bukan putusan"


def alike_sheet(view: View) -> FoundSheet:
    """Every fact; the row above the heads says where there is none, and what is none."""
    found = all_alike(view)
    rows = tuple(_row(view, each) for each in found.facts)
    return FoundSheet("Hasil Kesamaan", _TITLE, INSIDE, _COLUMNS, rows, found.said)


def _row(view: View, found: Alike) -> tuple[Value, ...]:
    return (
        found.kind,
        found.strength,
        ", ".join(found.codes),
        view.all_of(found.codes),
        Decimal(found.count),
        Decimal(found.compared),
        found.rarity,
        "\n".join(f"{name}: {value}" for name, value in found.more),
    )
