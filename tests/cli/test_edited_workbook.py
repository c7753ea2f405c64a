"""A workbook edited as people do between refreshes: nothing that was typed is lost or changed.

Whole rows are sorted, filtered, put between and taken out, columns and sheets of one's own are
added, rows copied, codes and sheets renamed, and files put back as they were once. A refresh then
leaves each cell as it stands and the package as it is read, or it refuses, says where, and leaves
the file alone.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from copy import copy
from importlib import resources
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeAlias

from click.testing import CliRunner, Result
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from tender_cli.main import main
from tender_engine.formats.canonical import package_digest
from tests.reading import read_bytes

HEAD = 4
# What the engine writes, on sheets and in columns of its own, and what it only offers.
NOT_TYPED = ("Hasil", "Petunjuk", "Daftar")
MADE = "Mesin"
EDITED = ("Peserta", "HPS", "Kriteria", "Penilaian", "Peristiwa", "Matriks", "Harga p1")
YELLOW = PatternFill("solid", fgColor="FFFF00")
# Where a fault is: a sheet and a cell of it, or the name of a sheet.
PLACE = re.compile(r"(?:\w[\w .-]*![A-Z]+[0-9]+)|[Ll]embar \w|sheet")
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
        own = sheet.title.startswith("Catatan")
        made = {cell.column for cell in sheet[HEAD] if not own and str(cell.value).startswith(MADE)}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.column not in made:
                    colour = cell.fill.fgColor.rgb if cell.fill.fill_type else None
                    found[sheet.title, cell.coordinate] = (cell.value, colour)
    return found


class Edited(RuleBasedStateMachine):
    """The workbook of a tender between two refreshes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.earlier: list[bytes] = []
        self.edits = 0

    @initialize()
    def laid_out(self) -> None:
        """A workbook as it is after its first refresh."""
        self.file = begun(self.folder)
        self.earlier.append(self.file.read_bytes())
        self.opened()

    def opened(self) -> None:
        """Open the file as it lies there."""
        self.book: Any = load_workbook(self.file)

    def edit(self, change: Callable[[Any], object]) -> None:
        """Change what is open; it is saved before it is refreshed."""
        change(self.book)
        self.edits += 1

    def rows(self, sheet: Any) -> list[int]:
        """The rows below the heads in which something stands."""
        rows = range(HEAD + 1, sheet.max_row + 1)
        return [row for row in rows if any(cell.value is not None for cell in sheet[row])]

    @rule(name=st.sampled_from(EDITED), down=st.booleans(), column=st.integers(1, 3))
    def sort_whole_rows(self, name: str, down: bool, column: int) -> None:
        """By one column, colours and all."""

        def change(book: Any) -> None:
            if name not in book.sheetnames:
                return
            sheet = book[name]
            rows = self.rows(sheet)
            kept = [[(c.value, c.number_format, copy(c.fill)) for c in sheet[row]] for row in rows]
            kept.sort(key=lambda cells: str(cells[column - 1][0]), reverse=down)
            for row, cells in zip(rows, kept, strict=True):
                for cell, (value, form, fill) in zip(sheet[row], cells, strict=True):
                    cell.value, cell.number_format, cell.fill = value, form, fill

        self.edit(change)

    @rule(name=st.sampled_from(EDITED), at=st.integers(0, 9), colour=st.booleans())
    def filter_and_colour(self, name: str, at: int, colour: bool) -> None:
        """Hide a row behind a filter, and paint one."""

        def change(book: Any) -> None:
            if name in book.sheetnames:
                sheet = book[name]
                sheet.auto_filter.ref = f"A{HEAD}:C{sheet.max_row}"
                row = (self.rows(sheet) or [HEAD + 1])[at % max(1, len(self.rows(sheet)))]
                sheet.row_dimensions[row].hidden = True
                if colour:
                    sheet.cell(row, 2).fill = YELLOW

        self.edit(change)

    @rule(name=st.sampled_from(EDITED), at=st.integers(0, 9), gone=st.booleans())
    def put_rows_between_or_take_them_out(self, name: str, at: int, gone: bool) -> None:
        """A row that is empty, or one that was filled."""

        def change(book: Any) -> None:
            if name in book.sheetnames and self.rows(book[name]):
                rows = self.rows(book[name])
                move = book[name].delete_rows if gone else book[name].insert_rows
                move(rows[at % len(rows)])

        self.edit(change)

    @rule(name=st.sampled_from(EDITED), number=st.integers(1, 3))
    def take_notes(self, name: str, number: int) -> None:
        """In a column of one's own, and on a sheet of one's own, with a formula."""

        def change(book: Any) -> None:
            if name in book.sheetnames:
                sheet, head = book[name], f"Catatan {number}"
                heads = [cell.value for cell in sheet[HEAD]]
                column = heads.index(head) + 1 if head in heads else sheet.max_column + 1
                sheet.cell(HEAD, column).value = head
                sheet.cell(HEAD + 1, column).value = f"=A{HEAD + 1}&{number}"
                own = f"Catatan {name}"
                page = book[own] if own in book.sheetnames else book.create_sheet(own)
                page.append([number, "=1+1", "diingat"])

        self.edit(change)

    @rule(name=st.sampled_from(EDITED), at=st.integers(0, 9), onto=st.integers(0, 9))
    def paste_a_row(self, name: str, at: int, onto: int) -> None:
        """A row over another, or below them all."""

        def change(book: Any) -> None:
            if name in book.sheetnames and self.rows(book[name]):
                sheet, rows = book[name], self.rows(book[name])
                targets = [*rows, rows[-1] + 1]
                to = targets[onto % len(targets)]
                for cell in sheet[rows[at % len(rows)]]:
                    sheet.cell(to, cell.column).value = cell.value

        self.edit(change)

    @rule(at=st.integers(0, 2), sheet=st.booleans())
    def rename(self, at: int, sheet: bool) -> None:
        """A bidder's code where it is declared, or a sheet of prices."""

        def change(book: Any) -> None:
            if sheet and "Harga p2" in book.sheetnames:
                book["Harga p2"].title = "Harga p20"
            elif not sheet:
                book["Peserta"].cell(HEAD + 1 + at, 1).value = "baru"

        self.edit(change)

    @rule(who=st.integers(0, 2), street=st.sampled_from(("Jalan Satu", "Jalan Dua", None)))
    def type_an_address(self, who: int, street: str | None) -> None:
        """What bears on nothing."""

        def change(book: Any) -> None:
            sheet = book["Peserta"]
            column = next(c.column for c in sheet[HEAD] if c.value == "Alamat")
            sheet.cell(HEAD + 1 + who, column).value = street

        self.edit(change)

    @rule(at=st.integers(0, 9))
    def put_earlier_bytes_back(self, at: int) -> None:
        """The file as it once was."""
        self.file.write_bytes(self.earlier[at % len(self.earlier)])
        self.opened()

    @invariant()
    def refreshed_after_some_edits(self) -> None:
        """All that was typed stands where it stood, and is read as before; or it is refused."""
        if self.edits == EDITS:
            self.edits = 0
            self.refresh()

    def refresh(self) -> None:
        """Refresh it, and say yes where it is asked whether values were meant to be exchanged."""
        self.book.save(self.file)
        bytes_before, before = self.file.read_bytes(), typed(self.book)
        package = read_bytes(bytes_before, "paket.xlsx").package
        result = run("worksheet", self.file, input="ya\n")
        self.opened()
        after = typed(self.book)

        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        if result.exit_code not in (0, 3):
            assert PLACE.search(result.output), result.output
            assert self.file.read_bytes() == bytes_before
            self.file.write_bytes(self.earlier[-1])  # they begin again from what was good
            self.opened()
            return
        assert package is not None, result.output
        assert before.items() <= after.items(), sorted(before.items() - after.items())
        read = read_bytes(self.file.read_bytes(), "paket.xlsx").package
        assert package_digest(read) == package_digest(package)
        self.earlier.append(self.file.read_bytes())
        kept = [one.read_bytes() for one in (self.folder / "cadangan").glob("*.xlsx")]
        assert bytes_before in [*kept, self.file.read_bytes()]

    def teardown(self) -> None:
        """Nothing stays."""
        shutil.rmtree(self.folder)


TestEdited = Edited.TestCase
TestEdited.settings = settings(max_examples=3, stateful_step_count=9, phases=(Phase.generate,))
