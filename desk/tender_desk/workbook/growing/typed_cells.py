"""What is typed in the cells of a workbook, however a program has written it into the file."""

import re
from math import isfinite
from typing import Any

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel

from tender_desk.ooxml.addresses import cell_name
from tender_desk.ooxml.openpyxl_inside import SharedFormula
from tender_desk.ooxml.same_text import same_text
from tender_desk.workbook.growing.container import MAIN, Container
from tender_desk.workbook.growing.sheet import SheetXml, TextAt, says
from tender_desk.workbook.growing.stylesheet import StyleSheet

__all__ = ["TypedCells"]

_FORMULA, _VALUE = f"{{{MAIN}}}f", f"{{{MAIN}}}v"
_REFERENCE = re.compile(r"(?<![A-Za-z0-9_.])(\$?[A-Z]{1,3})(\d+)(?![A-Za-z0-9_(])")


class TypedCells:
    """The cells of one workbook as texts that stay the same whoever saves the file.

    A text stands as it is, but for spaces around it; a number in plain notation with the digits
    that Excel shows; a time as in ISO 8601; a formula as it would be said in any
    row, so that whole rows may be sorted.
    """

    def __init__(self, container: Container) -> None:
        self._container = container
        self._styles = StyleSheet(container.read(container.styles()))
        self._dates: dict[str, bool] = {}

    def rows(self, part: str) -> list[tuple[int, list[TextAt]]]:
        """The rows of the sheet `part` in which something is typed."""
        sheet = SheetXml(self._container.read(part), self._container.shared)
        shared: dict[str | None, tuple[str, str]] = {}
        found: dict[int, list[TextAt]] = {}
        for row, column, cell in sheet.cells():
            if not says(cell):
                continue
            formula = cell.find(_FORMULA)
            if formula is None:
                text = self._said(sheet, cell)
            else:
                text = _spelled(formula, row, column, shared)
            if text:
                found.setdefault(row, []).append(TextAt(column, text))
        return list(found.items())

    def _said(self, sheet: SheetXml, cell: Any) -> str:
        kind = cell.get("t", "n")
        if kind == "n":
            return self._number(cell.findtext(_VALUE) or "", cell.get("s", "0"))
        if kind == "b":
            return same_text(cell.findtext(_VALUE) in ("1", "true"))
        return same_text(sheet.text(cell))

    def _number(self, text: str, style: str) -> str:
        try:
            number = float(text)
        except ValueError:
            return text
        if not isfinite(number):
            return text
        if style not in self._dates:
            self._dates[style] = bool(is_date_format(self._styles.format_of(style)))
        if self._dates[style]:
            epoch = CALENDAR_MAC_1904 if self._container.from_1904 else WINDOWS_EPOCH
            try:
                return same_text(from_excel(number, epoch))
            except (OverflowError, ValueError):
                return text
        return same_text(number)


def _spelled(formula: Any, row: int, column: int, shared: dict[str | None, tuple[str, str]]) -> str:
    """A formula, with the rows that it names counted from its own."""
    here, which, text = cell_name(row, column), formula.get("si"), formula.text or ""
    if formula.get("t") == "shared":
        if text:
            shared[which] = f"={text}", here
        elif which in shared:
            text = SharedFormula(*shared[which], here).spelled().removeprefix("=")
    return "=" + _REFERENCE.sub(lambda found: f"{found[1]}[{int(found[2]) - row}]", text)
