"""What a Pokja need not type, since it follows from what it typed, or stands on SPSE's page."""

from collections.abc import Mapping
from typing import Any

from benchmarks.typed.files import ON_THE_PAGE
from benchmarks.typed.sheets import BIDDERS, CRITERIA, MATRIX, NOTES, OF_TENDER, PAGE, ROW_AT, WHEN
from benchmarks.typed.typist import Typist

__all__ = ["Needless"]

# What a form says of a value that need not be typed: of any tender, of a Seleksi.
_FOLLOWS = ("kosong: selebihnya", "pada Seleksi boleh kosong")
# What sheets say above their heads of what need not be typed, by their titles.
_VAT, _WEIGHT = "Tarif PPN (%)", "Bobot (%)"
_VAT_FOLLOWS = "Tarif PPN yang kosong sama dengan"
_WEIGHT_FOLLOWS = "Satu bobot pada tiap tahap boleh kosong"
_TIMES_FOLLOW = "seperti lembar anggota pertama"


class Needless:
    """What of a tender follows from what else is typed, as the sheets say."""

    def __init__(self, drawn: Typist, package: Mapping[str, Any]) -> None:
        self._drawn = drawn
        self._seleksi = package["tender"]["category"].startswith("jasa_konsultansi")
        rates = {one["price"]["vat_percent"] for one in package["participants"] if "price" in one}
        self._one_rate = rates == {package["tender"]["hps"]["vat_percent"]}
        weighed = [
            (row["Tahap"], number)
            for number, row in drawn.rows(CRITERIA)
            if row[_WEIGHT] is not None
        ]
        self._last_weights = {*dict(weighed).values()}

    def fields(self, typist: Typist, sheet: str) -> set[Any]:
        """The fields that follow from what was typed, as the sheet says beside them."""
        said = _FOLLOWS if self._seleksi else _FOLLOWS[:1]
        pasted = sheet == OF_TENDER and PAGE in typist.book.sheetnames
        return {*(ON_THE_PAGE if pasted else ())} | {
            next(iter(row.values()))
            for _, row in (typist.rows(sheet) if sheet in typist.book.sheetnames else ())
            if str(row.get("Keterangan")).startswith(said)
        }

    def cell(self, typist: Typist, sheet: str, number: int, head: str) -> bool:
        """Whether a cell follows from others, as the sheet says above its heads."""
        if (sheet, head) == (BIDDERS, _VAT):
            return self._one_rate and _VAT_FOLLOWS in _note(typist, sheet)
        if head == _WEIGHT:
            return number in self._last_weights and _WEIGHT_FOLLOWS in _note(typist, sheet)
        return False

    def times(self, typist: Typist, sheet: str) -> bool:
        """Whether a scorer's matrix has the times of the first scorer's, as it says."""
        if not sheet.startswith(f"{MATRIX} ") or sheet not in typist.book.sheetnames:
            return False
        first = min(name for name in self._drawn.book.sheetnames if name.startswith(f"{MATRIX} "))
        said = _TIMES_FOLLOW in _note(typist, sheet)
        return sheet != first and said and self._times(first) == self._times(sheet)

    def _times(self, matrix: str) -> list[Any]:
        """The times above the heads of a matrix and of its rows."""
        return [self._drawn.about(matrix)[WHEN][1]] + [
            (row["Tahap"], row["Kriteria"], row[ROW_AT]) for _, row in self._drawn.rows(matrix)
        ]


def _note(typist: Typist, sheet: str) -> str:
    """What a sheet says above its heads, in a line or two; nothing of one that is not there."""
    if sheet not in typist.book.sheetnames:
        return ""
    page = typist.book[sheet]
    return " ".join(str(page.cell(row, 1).value or "") for row in (NOTES, NOTES + 1))
