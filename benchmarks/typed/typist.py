"""The hands of a Pokja on a workbook: what they put into it, and what that takes."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.typed.sheets import (
    ABOUT,
    ASKED,
    BIDDERS,
    ESTIMATE,
    HEADS,
    MADE,
    MATRIX,
    PRICES,
    WORDS,
    Cells,
    Row,
)
from openpyxl import load_workbook

__all__ = ["Typist"]

# What stands in a file of the office or of a bidder, and is pasted.
_PASTED = (ESTIMATE, PRICES)
# What stands side by side in a document that such people have, in the order of these columns:
# SPSE's list of bidders.
_LISTS = {
    BIDDERS: ("Nama peserta", "NPWP", "Harga penawaran (Rp)", "Harga terkoreksi (Rp)"),
}
# What stands before the bidders' columns of a matrix, and what begins the heads beside a score.
_NO_SCORES, _BESIDE_SCORE = ("Tahap", "Kriteria", "Waktu baris"), ("Alasan ", "Waktu ", "Semua")


class Typist:
    """The hands on one workbook: puts values into cells, and counts what that takes by sheet."""

    def __init__(self, file: Path | io.BytesIO) -> None:
        self._file = file
        self.book: Any = load_workbook(file)
        # openpyxl looks through all sheets for one.
        self._pages: dict[str, Any] = {page.title: page for page in self.book.worksheets}
        self.counts: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.words: list[str] = []

    def save(self) -> None:
        """Save the workbook where it was opened."""
        self.book.save(self._file)

    def heads(self, sheet: str) -> Mapping[str, int]:
        """The columns of a sheet by the words at their head."""
        cells = (cell for cell in self._pages[sheet][HEADS] if cell.value is not None)
        return {str(cell.value).removesuffix(" *"): cell.column for cell in cells}

    def rows(self, sheet: str) -> Iterator[tuple[int, Row]]:
        """The rows below the heads, each by the words of its columns; empty ones as well."""
        heads, page = self.heads(sheet), self._pages[sheet]
        for number in range(HEADS + 1, page.max_row + 1):
            yield number, {head: page.cell(number, at).value for head, at in heads.items()}

    def about(self, sheet: str) -> Mapping[str, tuple[int, Any]]:
        """Above the heads: by what is asked there, the column of the answer and the answer."""
        cells = self._pages[sheet][ABOUT]
        pairs = pairwise(cells)
        return {one.value: (two.column, two.value) for one, two in pairs if one.value in ASKED}

    def type(self, sheet: str, row: int, column: int, value: Any) -> None:
        """Type a value into a cell, or choose it in its list."""
        self.fill_down(sheet, (row,), column, value)

    def fill_down(self, sheet: str, rows: Sequence[int], column: int, value: Any) -> None:
        """Type a value once and pull it down over the cells below."""
        for row in rows:
            self._pages[sheet].cell(row, column).value = value
        self.words += [value] if isinstance(value, str) else []
        self.counts[sheet] += 1
        self.filled[sheet] += len(rows)

    def clear(self, sheet: str, row: int) -> None:
        """Empty a row, which takes as much as typing a cell."""
        for cell in self._pages[sheet][row]:
            cell.value = None
        self.counts[sheet] += 1
        self.filled[sheet] += 1

    def paste(self, sheet: str, block: Cells) -> None:
        """Paste what was copied in a file into the cells of one block."""
        for at, value in block.items():
            self._pages[sheet].cell(*at).value = value
        self.counts[sheet] += 1
        self.filled[sheet] += len(block)

    def enter(self, sheet: str, cells: Cells) -> None:
        """Put in what is not there yet: pasted from its file, or typed and pulled down."""
        page = self._pages[sheet]
        left = {at: value for at, value in cells.items() if page.cell(*at).value != value}
        if sheet.startswith(_PASTED):
            if left:
                self.paste(sheet, left)
            return
        for block in self._blocks(sheet, left):
            self.paste(sheet, block)
            left = {at: value for at, value in left.items() if at not in block}
        for row, column in sorted(left, key=lambda at: at[::-1]):
            if (row, column) not in left:
                continue  # pulled down already
            value, run = left.pop((row, column)), [row]
            while _same(left.get((run[-1] + 1, column), ...), value):
                run.append(run[-1] + 1)
                del left[run[-1], column]
            self.fill_down(sheet, run, column, value)

    def _blocks(self, sheet: str, cells: Cells) -> Iterator[Cells]:
        """What of `cells` is copied from a list: columns that stand side by side as it has them."""
        listed, heads = _LISTS.get(sheet, ()), self.heads(sheet)
        wanted = [heads[title] for title in listed if title in heads]
        for run in _runs(wanted):
            if block := {at: value for at, value in cells.items() if at[1] in run}:
                yield block
        if sheet.startswith(f"{MATRIX} "):
            yield from self._scores(sheet, cells)

    def _scores(self, sheet: str, cells: Cells) -> Iterator[Cells]:
        """What a scorer's own sheet has: scores of a stage, criteria down and bidders across.

        Only where the bidders stand side by side here too.
        """
        scored = [
            at
            for head, at in self.heads(sheet).items()
            if not head.startswith((*_NO_SCORES, *_BESIDE_SCORE, MADE, WORDS))
        ]
        stages = {number: row["Tahap"] for number, row in self.rows(sheet)}
        for run in _runs(scored):
            for stage in dict.fromkeys(stages.values()):
                block = {
                    at: value
                    for at, value in cells.items()
                    if at[1] in run and stages.get(at[0]) == stage
                }
                if len(run) > 1 and block:
                    yield block


def _runs(columns: Sequence[int]) -> Iterator[list[int]]:
    """Columns that stand side by side."""
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)
