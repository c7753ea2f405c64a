"""How cells of the workbook look: a handful of named styles, made once a workbook."""

from decimal import Decimal
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from tender_desk.workbook.kinds import Kind

__all__ = [
    "ABOUT",
    "ASIDE",
    "FIELD",
    "GROUP",
    "INPUT",
    "LABEL",
    "NOTE",
    "OVER",
    "RARE_TAB",
    "RULED",
    "TAB",
    "TITLE",
    "Styles",
    "lines_of",
]

TAB, RARE_TAB = "1F4E79", "A6A6A6"
TITLE, NOTE, HEADER, NEEDED = "tender judul", "tender catatan", "tender kepala", "tender wajib"
INPUT, FIELD = "tender isian", "tender isian formulir"
GROUP, LABEL, ABOUT = "tender kelompok", "tender nama", "tender peserta"
# A note beside a field, and a name over a narrow column.
ASIDE, OVER = "tender keterangan", "tender nama peserta"
_LINE = Side("thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FONT = "Calibri"
_WRAPPED = Alignment(vertical="top", wrap_text=True)
# A row to spare has no lines, so that it is not printed, until something is typed into it.
RULED = _BOX


def _named(name: str, font: Font, fill: str = "", **more: Any) -> NamedStyle:
    paint = PatternFill("solid", fgColor=fill) if fill else PatternFill()
    return NamedStyle(
        name, font=font, fill=paint, alignment=more.pop("alignment", _WRAPPED), **more
    )


class Styles:
    """Makes styled cells of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        middle = Alignment(vertical="center", wrap_text=True)
        plain = Alignment(vertical="top", wrap_text=False)
        noted = Font(_FONT, 10, italic=True, color="595959")
        left = Alignment(horizontal="left", vertical="top", wrap_text=True)
        for style in (
            _named(TITLE, Font(_FONT, 14, bold=True, color=TAB), alignment=plain),
            _named(NOTE, noted, alignment=plain),
            _named(ASIDE, noted),
            _named(
                HEADER,
                Font(_FONT, 11, bold=True, color="FFFFFF"),
                "2E75B6",
                border=_BOX,
                alignment=middle,
            ),
            _named(
                NEEDED,
                Font(_FONT, 11, bold=True, color="FFFFFF"),
                TAB,
                border=_BOX,
                alignment=middle,
            ),
            _named(INPUT, Font(_FONT, 11), border=_BOX),
            _named(FIELD, Font(_FONT, 11), border=_BOX, alignment=left),
            _named(ABOUT, Font(_FONT, 11, bold=True), alignment=plain),
            _named(OVER, Font(_FONT, 11, bold=True)),
            _named(GROUP, Font(_FONT, 11, bold=True, color=TAB), "DDEBF7", border=_BOX),
            _named(LABEL, Font(_FONT, 11), "F2F2F2", border=_BOX),
        ):
            workbook.add_named_style(style)

    def text(self, sheet: Any, text: str, style: str) -> Any:
        """A cell of this program's own words, or of somebody's: never a formula.

        Without words it is empty: a cell with an empty text counts as one that says something.
        """
        cell = WriteOnlyCell(sheet, text or None)
        cell.style = style
        if text:
            _keep_text(cell)
        return cell

    def header(self, sheet: Any, title: str, *, needed: bool = False) -> Any:
        """The head of a column; one that has to be filled is darker and has a star."""
        return self.text(sheet, f"{title} *" if needed else title, NEEDED if needed else HEADER)

    def filled(self, sheet: Any, kind: Kind, value: Any, style: str = INPUT) -> Any:
        """A cell to fill, with `value` in it if there is one."""
        cell = WriteOnlyCell(sheet, value)
        cell.style = style
        cell.number_format = kind.shown
        if isinstance(value, str):
            _keep_text(cell)
            cell.number_format = "@"
        elif isinstance(value, Decimal):
            places = max(0, -int(value.normalize().as_tuple().exponent))
            cell.number_format = "#,##0" + ("." + "0" * places if places else "")
        return cell

    def whole(self, column: Any, kind: Kind) -> None:
        """Let a column hold `kind` in each row to which nothing has been written yet."""
        column.alignment, column.number_format = _WRAPPED, kind.shown


def _keep_text(cell: Any) -> None:
    """Let a text be one, also when somebody edits it: Excel would take it for a formula then."""
    cell.data_type = "s"
    cell.quotePrefix = cell.value[:1] in ("=", "+", "-", "@", "'")


def lines_of(text: str, width: float) -> int:
    """How many lines a text needs in a column of `width`, about."""
    return sum(len(wrap(line, max(1, int(width * 1.05)))) or 1 for line in text.split("\n"))
