"""What the engine found, as sheets and columns of a workbook: pure data, and how it is drawn.

All of it has a colour of its own, so that nobody takes it for what was given.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import frozen
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from tender_desk.ooxml.addresses import column_letter
from tender_desk.ooxml.parcel import parcel
from tender_desk.workbook.drawn.sheet_drawing import Drawing
from tender_desk.workbook.drawn.styles import NOTE, TITLE
from tender_desk.workbook.drawn.wordlists import WordLists
from tender_desk.workbook.kinds import NUMBER, PROSE
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.matrices.content import Matrix
from tender_desk.workbook.matrices.drawing import draw_matrix

__all__ = ["HEADS", "Beside", "FoundColumn", "FoundSheet", "Shown", "Value", "drawn"]


@frozen
class Shown:
    """A number of which a cell holds everything and shows so many decimals: two of an amount."""

    number: Decimal
    places: int = 2


# The row of the heads on a sheet of the engine's own.
HEADS = 5

Value: TypeAlias = str | Decimal | Shown | None

_TAB = "548235"
_HEAD, _CELL, _ASIDE = "tender mesin kepala", "tender mesin", "tender mesin samping"
_LINE = Side("thin", color="A9D08E")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LONGEST = 32_000  # a cell holds at most 32,767 signs
# What Excel would take for a formula as soon as somebody edits the cell.
_LEADING = ("=", "+", "-", "@", "'", "\t", "\r")


@frozen
class FoundColumn:
    """A column of what was found: its title, and its width in signs."""

    title: str
    width: int


@frozen
class FoundSheet:
    """A sheet of the engine's own, whose name begins with *Hasil*: one table.

    `made` tells of what and when, and `about` stands in the row above the heads.
    """

    name: str
    title: str
    note: str
    columns: tuple[FoundColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    about: str = ""
    made: str = ""


@frozen
class Beside:
    """Columns from `column` on of the sheet `title`: heads in row `head`, and rows below."""

    title: str
    head: int
    column: int
    columns: tuple[FoundColumn, ...]
    rows: Mapping[int, tuple[Value, ...]]


class _SpelledOut(WordLists):
    """Words that a drop-down holds itself, for sheets whose workbook is somebody else's."""

    def reference(self, words: tuple[str, ...]) -> str:
        return f'"{",".join(words)}"'


def drawn(
    sheets: Sequence[FoundSheet],
    tables: Sequence[tuple[str, Filled]],
    beside: Sequence[Beside],
    matrices: Sequence[Matrix] = (),
) -> bytes:
    """A workbook that holds just these: sheets, tables with their titles, columns, matrices."""
    workbook = Workbook(write_only=True)
    drawing = _FoundDrawing(workbook)
    for sheet in sheets:
        drawing.found(sheet)
    for title, filled in tables:
        drawing.table(title, filled.sheet, filled)  # type: ignore[arg-type]
    for matrix in matrices:
        draw_matrix(drawing, matrix)
    for columns in beside:
        drawing.beside(columns)
    return parcel(workbook)


class _FoundDrawing(Drawing):
    """Draws what was found in the colour of the engine."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook, _SpelledOut())
        top = Alignment(vertical="top", wrap_text=True)
        fill = PatternFill("solid", fgColor="E2EFDA")
        head = PatternFill("solid", fgColor=_TAB)
        bold = Font("Calibri", 11, bold=True, color="FFFFFF")
        middle = Alignment(vertical="center", wrap_text=True)
        for style in (
            NamedStyle(_HEAD, font=bold, fill=head, border=_BOX, alignment=middle),
            NamedStyle(_CELL, font=Font("Calibri", 11), fill=fill, border=_BOX, alignment=top),
            NamedStyle(_ASIDE, font=Font("Calibri", 11), fill=fill, border=_BOX, alignment=top),
        ):
            workbook.add_named_style(style)

    def found(self, found: FoundSheet) -> None:
        """One sheet of the engine's own."""
        widths = [column.width for column in found.columns]
        sheet = self.sheet(found.name, widths, _TAB, HEADS)
        self.append(sheet, [self.styles.text(sheet, found.title, TITLE)])
        for text in (found.note, found.made, found.about):
            self.append(sheet, [self.styles.text(sheet, text, NOTE)])
        self.append(sheet, self._heads(sheet, found.columns))
        for row in found.rows:
            self.append(sheet, [_cell(sheet, value) for value in row])

    def beside(self, beside: Beside) -> None:
        """Columns beside what is given; the rest of the sheet stays empty."""
        sheet = self._workbook.create_sheet(beside.title)
        self._row = 0
        for number, column in enumerate(beside.columns, beside.column):
            sheet.column_dimensions[column_letter(number)].width = column.width
        before = [None] * (beside.column - 1)
        rows = {
            number: [_cell(sheet, value, _ASIDE) for value in row]
            for number, row in beside.rows.items()
        }
        rows[beside.head] = self._heads(sheet, beside.columns)
        for number in range(1, max(rows) + 1):
            self.append(sheet, [*before, *rows[number]] if number in rows else [])

    def _heads(self, sheet: Any, columns: Sequence[FoundColumn]) -> list[Any]:
        return [self.styles.text(sheet, column.title, _HEAD) for column in columns]


def _cell(sheet: Any, value: Value, style: str = _CELL) -> Any:
    """A cell of what was found: a number as Excel keeps it, and a text that is never a formula."""
    number = value.number if isinstance(value, Shown) else value
    if isinstance(number, Decimal):
        written = NUMBER.write(number)
    else:
        written = PROSE.write(number or "")[:_LONGEST]
    cell: Any = WriteOnlyCell(sheet, None if written == "" else written)  # type: ignore[arg-type]
    cell.style = style
    if isinstance(written, str):
        cell.number_format = "@"
        cell.quotePrefix = written.startswith(_LEADING)
        if written:
            cell.data_type = "s"
    else:
        own = max(0, -int(written.normalize().as_tuple().exponent))
        places = value.places if isinstance(value, Shown) else own
        cell.number_format = "#,##0" + ("." + "0" * places if places else "")
    return cell
