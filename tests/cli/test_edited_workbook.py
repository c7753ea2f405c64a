"""A workbook edited as people do between refreshes: nothing that was typed is lost or changed.

Whole rows are sorted, filtered, put between and taken out, columns and sheets of one's own are
added, rows copied, codes and sheets renamed, and files put back as they were once. A refresh then
leaves each cell as it stands and the package as it is read, and says which sheets differ; or it
refuses, says where, and leaves the file alone. Every walk takes each kind of edit, in some order.
"""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from copy import copy
from importlib import resources
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from tender_cli.main import main
from tender_engine.formats.canonical import package_digest
from tests.reading import read_bytes

HEAD = 4
# What the engine writes, on sheets and in columns of its own, and what it only offers.
NOT_TYPED = ("Hasil", "Petunjuk", "Daftar")
MADE, OWN = "Mesin", "Catatan"
EDITED = ("Peserta", "HPS", "Kriteria", "Penilaian", "Peristiwa", "Matriks", "Harga p1")
YELLOW = PatternFill("solid", fgColor="FFFF00")
# Where a fault is: a sheet and a cell of it, or the name of a sheet.
PLACE = re.compile(r"(?:\w[\w .-]*![A-Z]+[0-9]+)|[Ll]embar\s+\w|sheet")
DIFFERS = re.compile(r"Lembar\s+(.+?):\s+\d+\s+sel\s+berbeda")
# So many edits come between two refreshes.
EDITS = 2
_BEGUN: dict[str, bytes] = {}

Cells: TypeAlias = Mapping[tuple[str, str], Any]


def run(*words: object, **more: Any) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], **more)


def begun(folder: Path) -> Path:
    """The workbook of the example, refreshed once."""
    book = folder / "paket.xlsx"
    if not _BEGUN:
        text = (resources.files("tender_cli") / "example" / "paket.json").read_text("utf-8")
        (folder / "lama.json").write_text(text, "utf-8")
        run("worksheet", folder / "lama.json", "--output", book)
        _BEGUN["book"] = book.read_bytes()
    book.write_bytes(_BEGUN["book"])
    return book


def typed(book: Any) -> Cells:
    """Each cell that people fill, by its sheet and its place, with its colour."""
    found = {}
    for sheet in book.worksheets:
        if sheet.title.startswith(NOT_TYPED):
            continue
        own = sheet.title.startswith(OWN)
        made = {cell.column for cell in sheet[HEAD] if not own and str(cell.value).startswith(MADE)}
        # A name of Peserta above the heads is the program's, which keeps it to those there.
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.column not in made and not _is_laid(cell):
                    colour = cell.fill.fgColor.rgb if cell.fill.fill_type else None
                    found[sheet.title, cell.coordinate] = (cell.value, colour)
    return found


def _is_laid(cell: Any) -> bool:
    """Whether the program laid it: above the heads, and the very name that somebody has."""
    sheet = cell.parent
    if cell.row != HEAD - 1 or not sheet.title.startswith(("Matriks", "Harga ")):
        return False
    return cell.value in {name.value for name in sheet.parent["Peserta"]["B"][HEAD:]}


def said(book: Any) -> dict[str, Counter[frozenset[tuple[str, Any]]]]:
    """What the rows of each edited sheet say under heads that are read, in whatever order."""
    found = {}
    for name in EDITED:
        if name not in book.sheetnames:
            continue
        heads = {
            cell.column: cell.value
            for cell in book[name][HEAD]
            if cell.value is not None and not str(cell.value).startswith((MADE, OWN))
        }
        rows = (
            frozenset(
                (heads[cell.column], cell.value)
                for cell in row
                if cell.column in heads and cell.value is not None
            )
            for row in book[name].iter_rows(min_row=HEAD + 1)
        )
        found[name] = Counter(row for row in rows if row)
    return found


class Desk:
    """The workbook of a tender while somebody works with it; `hand` chooses where."""

    def __init__(self, hand: Random) -> None:
        self.folder, self.hand = Path(mkdtemp()), hand
        self.file = begun(self.folder)
        self.earlier = [self.file.read_bytes()]
        self.open()

    def open(self) -> None:
        """Open the file as it lies there."""
        self.book: Any = load_workbook(self.file)
        self.then = said(self.book)

    def sheet(self) -> Any:
        """One of the sheets that people edit; one that was renamed is no more among them."""
        return self.book[self.hand.choice([name for name in EDITED if name in self.book])]

    def rows(self, sheet: Any) -> list[int]:
        """The rows below the heads in which something stands."""
        rows = range(HEAD + 1, sheet.max_row + 1)
        found = [row for row in rows if any(cell.value is not None for cell in sheet[row])]
        return found or [HEAD + 1]

    def sort_whole_rows(self) -> None:
        """By one column, colours and all."""
        sheet, column = self.sheet(), self.hand.randrange(3)
        rows = self.rows(sheet)
        kept = [[(c.value, c.number_format, copy(c.fill)) for c in sheet[row]] for row in rows]
        kept.sort(key=lambda cells: str(cells[column][0]), reverse=self.hand.random() < 0.5)
        for row, cells in zip(rows, kept, strict=True):
            for cell, (value, form, fill) in zip(sheet[row], cells, strict=True):
                cell.value, cell.number_format, cell.fill = value, form, fill

    def filter_and_colour(self) -> None:
        """Hide a row behind a filter, and paint one."""
        sheet = self.sheet()
        sheet.auto_filter.ref = f"A{HEAD}:C{sheet.max_row}"
        sheet.row_dimensions[self.hand.choice(self.rows(sheet))].hidden = True
        sheet.cell(self.hand.choice(self.rows(sheet)), 2).fill = YELLOW

    def put_a_row_between(self) -> None:
        """One that is empty."""
        sheet = self.sheet()
        sheet.insert_rows(self.hand.choice(self.rows(sheet)))

    def take_a_row_out(self) -> None:
        """One that was filled."""
        sheet = self.sheet()
        sheet.delete_rows(self.hand.choice(self.rows(sheet)))

    def take_notes(self) -> None:
        """In a column of one's own, and on a sheet of one's own, with a formula."""
        sheet, head = self.sheet(), f"{OWN} {self.hand.randrange(3)}"
        heads = [cell.value for cell in sheet[HEAD]]
        column = heads.index(head) + 1 if head in heads else sheet.max_column + 1
        sheet.cell(HEAD, column).value = head
        sheet.cell(HEAD + 1, column).value = f"=A{HEAD + 1}&{column}"
        own = f"{OWN} {sheet.title}"
        page = self.book[own] if own in self.book.sheetnames else self.book.create_sheet(own)
        page.append([column, "=1+1", "diingat"])

    def paste_a_row(self) -> None:
        """Over another, or below them all."""
        sheet = self.sheet()
        rows = self.rows(sheet)
        to = self.hand.choice([*rows, rows[-1] + 1])
        for cell in sheet[self.hand.choice(rows)]:
            sheet.cell(to, cell.column).value = cell.value

    def paste_a_block(self) -> None:
        """All rows once more, a column to the right of where they belong."""
        sheet = self.sheet()
        cells = [(c.row, c.column, c.value) for row in self.rows(sheet) for c in sheet[row]]
        for row, column, value in cells:
            sheet.cell(row, column + 1).value = value

    def rename_a_code(self) -> None:
        """A bidder's, where it is declared."""
        self.book["Peserta"].cell(self.hand.choice(self.rows(self.book["Peserta"])), 1).value = "x"

    def rename_a_sheet(self) -> None:
        """Of prices, by another code; or one that everything names."""
        name = self.hand.choice([name for name in ("Harga p2", "Kriteria") if name in self.book])
        self.book[name].title = f"{name}0"

    def type_an_address(self) -> None:
        """What bears on nothing."""
        sheet = self.book["Peserta"]
        column = next(c.column for c in sheet[HEAD] if c.value == "Alamat")
        row = self.hand.choice(self.rows(sheet))
        sheet.cell(row, column).value = self.hand.choice(("Jalan Satu", "Jalan Dua", None))

    def put_earlier_bytes_back(self) -> None:
        """The file as it once was."""
        self.file.write_bytes(self.hand.choice(self.earlier))
        self.open()

    def sort_one_column(self) -> None:
        """Names that stand beside the codes of others then: that is asked, and no is a no."""
        self.refresh()
        sheet = self.book["Peserta"]
        column = next(c.column for c in sheet[HEAD] if str(c.value).startswith("Nama"))
        rows = [row for row in self.rows(sheet) if sheet.cell(row, column).value][:3]
        names = [sheet.cell(row, column).value for row in rows]
        for row, name in zip(rows, [*names[1:], names[0]], strict=True):
            sheet.cell(row, column).value = name
        self.book.save(self.file)
        before = self.file.read_bytes()
        result = run("worksheet", self.file, input="tidak\n")

        assert result.exit_code == 1, result.output
        if len({*names}) == 3:
            assert re.search(r"Lembar\s+Peserta,\s+kolom\s+Nama", result.output), result.output
            assert self.file.read_bytes() == before

    def refresh(self) -> None:
        """Refresh it, and say yes where it is asked whether values were meant to be exchanged."""
        self.book.save(self.file)
        bytes_before, before, now = self.file.read_bytes(), typed(self.book), said(self.book)
        then, package = self.then, read_bytes(bytes_before, "paket.xlsx").package
        result = run("worksheet", self.file, input="ya\n")
        self.open()
        after = typed(self.book)

        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        if result.exit_code not in (0, 3):
            assert PLACE.search(result.output), result.output
            assert self.file.read_bytes() == bytes_before
            self.file.write_bytes(self.earlier[-1])  # they begin again from what was good
            self.open()
            return
        assert package is not None, result.output
        assert before.items() <= after.items(), sorted(before.items() - after.items())
        read = read_bytes(self.file.read_bytes(), "paket.xlsx").package
        assert package_digest(read) == package_digest(package)
        told = {*DIFFERS.findall(result.output)} & {*EDITED}
        assert told == {name for name in now if now[name] != then.get(name)}, result.output
        self.earlier.append(self.file.read_bytes())
        kept = [one.read_bytes() for one in (self.folder / "cadangan").glob("*.xlsx")]
        assert bytes_before in [*kept, self.file.read_bytes()]


KINDS: tuple[Callable[[Desk], None], ...] = (
    Desk.sort_whole_rows,
    Desk.filter_and_colour,
    Desk.put_a_row_between,
    Desk.take_a_row_out,
    Desk.take_notes,
    Desk.paste_a_row,
    Desk.paste_a_block,
    Desk.rename_a_code,
    Desk.rename_a_sheet,
    Desk.type_an_address,
    Desk.put_earlier_bytes_back,
    Desk.sort_one_column,
)


@pytest.mark.parametrize("walk", range(int(os.environ.get("TENDER_WALKS", "1"))))
def test_whatever_is_edited_nothing_typed_is_lost(walk: int) -> None:
    """Refreshed after every two edits, and at the end.

    A walk takes long: `TENDER_WALKS=20 pytest tests/cli/test_edited_workbook.py` asks for more.
    """
    hand = Random(walk)
    kinds = hand.sample(KINDS, len(KINDS))
    desk = Desk(hand)
    try:
        for number, edit in enumerate(kinds, 1):
            edit(desk)
            if number % EDITS == 0:
                desk.refresh()
    finally:
        shutil.rmtree(desk.folder)
