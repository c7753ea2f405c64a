"""The hidden sheet from which drop-downs take their words."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from openpyxl.utils import quote_sheetname

from tender_desk.ooxml.addresses import column_letter
from tender_desk.workbook.layouts.layout import Fewer

__all__ = ["WordLists"]

WORDS_NAME = "Daftar"


class WordLists:
    """Lists of words, each a column of one sheet, however often it is asked for."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], str] = {}

    def reference(self, words: tuple[str, ...]) -> str:
        """Where `words` stand, as a drop-down names it."""
        column = self._columns.setdefault(words, column_letter(len(self._columns) + 1))
        return f"{WORDS_NAME}!${column}$1:${column}${len(words)}"

    def offered(self, words: tuple[str, ...], fewer: Fewer | None, rows: Mapping[str, str]) -> str:
        """Where the words of a drop-down stand: all of them, or `fewer` as the form is filled in.

        Args:
            words: all of them.
            fewer: when it offers less, if ever.
            rows: the cell of each row of the form above it.
        """
        if fewer is None or not rows.keys() >= {*fewer.rows}:
            return self.reference(words)
        said = '&" "&'.join(rows[title] for title in fewer.rows)
        found = ",".join(f'ISNUMBER(SEARCH("{word}",{said}))' for word in fewer.saying)
        left = tuple(word for word in words if word not in fewer.without)
        return f"IF(OR({found}),{self.reference(left)},{self.reference(words)})"

    def draw(self, sheet: Any) -> None:
        """Write the lists; nobody has to look at them."""
        sheet.sheet_state = "hidden"
        for row in self.rows():
            sheet.append([word or None for word in row])

    def rows(self) -> list[tuple[str, ...]]:
        """The lists beside each other, a shorter one with empty texts below."""
        return [*zip_longest(*self._columns, fillvalue="")]


def column_of(sheet: str, column: int, first: int, last: int) -> str:
    """The cells of a column of another sheet, as a drop-down names them."""
    letter = column_letter(column)
    return f"{quote_sheetname(sheet)}!${letter}${first}:${letter}${last}"
