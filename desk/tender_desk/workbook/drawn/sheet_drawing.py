"""Draws a workbook sheet by sheet with openpyxl: formats, drop-downs, and what there is to read."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from tender_desk.ooxml.addresses import cell_name, column_letter
from tender_desk.workbook.drawn.guide import GUIDE
from tender_desk.workbook.drawn.paging import first_page, on_paper, pages_across, two_lines
from tender_desk.workbook.drawn.styles import (
    ABOUT,
    ASIDE,
    FIELD,
    GROUP,
    INPUT,
    LABEL,
    NOTE,
    OVER,
    RARE_TAB,
    RULED,
    TAB,
    TITLE,
    Styles,
    lines_of,
)
from tender_desk.workbook.drawn.wordlists import WordLists, column_of
from tender_desk.workbook.kinds import FLAG, PROSE, TEXT, Kind
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.filled import Filled, Rest
from tender_desk.workbook.layouts.layout import Column, Fewer, Form, Table
from tender_desk.workbook.layouts.tables import NAMED, PRICES

__all__ = ["ROOM_BESIDE_PRICES", "Drawing"]

# A cell holds at most 32,767 signs, and needs up to two for one: for an emoji, and for an escape.
_LONGEST = 15_000
# Rows that have drop-downs beyond those that are filled; their formats are those of whole columns.
_SPARE, _SPARE_IN_RARE = 60, 10
_LAST_OFFERED = 1000
# The widths of what the engine puts beside the lines of a price.
ROOM_BESIDE_PRICES = 152
_LINE_HEIGHT = 15
_UNUSED = PatternFill("solid", bgColor="D9D9D9")


class Drawing:
    """Draws one sheet after the other; a sheet is written from its top to its end."""

    def __init__(
        self,
        workbook: Workbook,
        words: WordLists | None = None,
        tables: Mapping[str, Table] | None = None,
    ) -> None:
        self._workbook, self.styles = workbook, Styles(workbook)
        self._tables = tables or {table.name: table for table in NAMED.tables}
        self.words = words or WordLists()
        self._row, self._page = 0, 0
        self._widths: Sequence[int] = ()

    def guide(self) -> None:
        """The first sheet, which explains the others."""
        sheet = self.sheet(names.GUIDE, (4, 28, 92), TAB)
        for number, (style, *texts) in enumerate(GUIDE):
            cells = [self.styles.text(sheet, text, style) for text in texts]
            self.append(sheet, cells if number == 0 else [None, *cells])

    def page(self) -> None:
        """The sheet on which SPSE's page of the tender is pasted."""
        sheet = self.sheet(names.SPSE, (36, 60, 24, 30), TAB)
        self._head(sheet, *names.SPSE_HEAD)

    def form(self, title: str, form: Form, filled: Filled) -> None:
        """A form: one value a row, grouped."""
        with_clause = "Klausul" in form.headers
        widths = (42, 40, 26, 48) if with_clause else (42, 48, 48)
        sheet = self.sheet(title, widths, TAB)
        self._head(sheet, form.title, form.note)
        self.append(sheet, [self.styles.header(sheet, header) for header in form.headers])
        group, rows = "", dict[str, str]()
        for field, (value, clause) in zip(form.fields, filled.rows, strict=True):
            if field.group != group:
                group = field.group
                self.append(
                    sheet, [self.styles.text(sheet, t, GROUP) for t in (group, *form.headers[1:])]
                )
            name = f"{field.title} *" if field.needed else field.title
            cells = [self.styles.text(sheet, name, LABEL)]
            if field.kind is None:
                cells.append(self.styles.text(sheet, "", LABEL))
            else:
                cells.append(self.styles.filled(sheet, field.kind, value, FIELD))
                cell = cell_name(self._row + 1, 2)
                self._offer(sheet, field.kind, cell, fewer=field.fewer, rows=rows)
                rows[field.title] = f"$B${self._row + 1}"
            if with_clause and field.clause:
                cells.append(self.styles.filled(sheet, TEXT, clause, FIELD))
            elif with_clause:
                cells.append(self.styles.text(sheet, "", LABEL))
            self.append(sheet, [*cells, self.styles.text(sheet, field.note, ASIDE)])

    def table(self, title: str, table: Table, filled: Filled) -> None:
        """A table: one entry a row, with rows to spare."""
        columns = (*table.parents, *table.columns)
        room = ROOM_BESIDE_PRICES if table is PRICES else 0
        hidden = {number for number, column in enumerate(columns, 1) if column.hidden}
        widths = [column.width for column in columns]
        sheet = self.sheet(title, widths, _tab(table), room=room, hidden=hidden)
        for number, column in enumerate(columns, 1):
            self.styles.whole(sheet.column_dimensions[column_letter(number)], column.kind)
        self._head(sheet, table.title, table.note, filled, [c.tax for c in columns])
        heads = [self.styles.header(sheet, c.title, needed=c.needed) for c in columns]
        self.append(sheet, heads)
        looks = [LABEL if column.told else INPUT for column in columns]
        for row in filled.rows:
            said = zip(columns, row, looks, strict=True)
            self.append(sheet, [self.styles.filled(sheet, c.kind, x, look) for c, x, look in said])
        spare = _SPARE_IN_RARE if table.rare or filled.about else _SPARE
        last = names.HEADER_ROW + len(filled.rows) + spare
        self._rule(sheet, column_letter(len(columns)), last)
        for number, column in enumerate(columns, 1):
            letter = column_letter(number)
            cells = f"{letter}{names.HEADER_ROW + 1}:{letter}{last}"
            self._offer(sheet, column.kind, cells, column.source)
            if column.only:
                self._grey(sheet, column, cells)

    def rest(self, rest: Sequence[Rest]) -> None:
        """The last sheet: places with their JSON, which may need several cells."""
        sheet = self.sheet(names.REST, (48, 80), RARE_TAB)
        self._head(sheet, *names.REST_HEAD)
        self.append(sheet, [self.styles.header(sheet, title) for title in names.REST_HEADERS])
        for item in rest:
            starts = range(0, len(item.json), _LONGEST)
            parts = [item.place, *(item.json[at : at + _LONGEST] for at in starts)]
            self.append(
                sheet, [self.styles.filled(sheet, PROSE, PROSE.write(part)) for part in parts]
            )

    def sheet(
        self,
        title: str,
        widths: Sequence[int],
        tab: str,
        heads: int = names.HEADER_ROW,
        *,
        first: int | None = None,
        kept: int = 2,
        room: int = 0,
        hidden: Collection[int] = (),
    ) -> Any:
        """A sheet with columns that wide, ready to be printed below its row `heads`.

        Each page has that row at its top, with those above it from the row `first` on, and at its
        left the columns that are `kept`. There is `room` on its pages for what is put beside its
        columns later.
        """
        sheet = self._workbook.create_sheet(title)
        self._row = 0
        sheet.sheet_properties.tabColor = tab
        sheet.sheet_view.showGridLines = False
        # They are written with the first row, and cannot be changed after it.
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[column_letter(number)].width = width
            sheet.column_dimensions[column_letter(number)].hidden = number in hidden
        self._widths = [0 if n in hidden else width for n, width in enumerate(widths, 1)]
        pages = pages_across([*self._widths, room], kept)
        self._page = first_page(self._widths, kept, pages)
        on_paper(sheet, pages)
        if title == names.GUIDE:
            sheet.page_setup.fitToHeight = 1
            return sheet
        sheet.freeze_panes = f"A{heads + 1}"
        sheet.print_title_rows = f"{first or heads}:{heads}"
        if pages > 1:
            sheet.print_title_cols = f"A:{column_letter(kept)}"
        return sheet

    def append(self, sheet: Any, cells: Sequence[Any]) -> None:
        """Add a row that is as high as what stands in it."""
        self._row += 1
        lines = [
            lines_of(cell.value, sheet.column_dimensions[column_letter(number)].width)
            for number, cell in enumerate(cells, 1)
            if cell is not None and isinstance(cell.value, str) and cell.alignment.wrap_text
        ]
        if max(lines, default=1) > 1:
            sheet.row_dimensions[self._row].height = _LINE_HEIGHT * max(lines)
        sheet.append(cells)

    def _head(
        self,
        sheet: Any,
        title: str,
        note: str,
        filled: Filled | None = None,
        taxes: Sequence[str] = (),
    ) -> None:
        """The rows above the head of the columns; over one of amounts, whether PPN is in them.

        A note that is longer than its page goes on in the row below, before what stands there.
        """
        about = filled.about if filled else None
        words = (names.ABOUT, *(PROSE.write(word) for word in about)) if about else ()
        cells = [self.styles.text(sheet, word, ABOUT) for word in words]
        beyond = [*taxes[len(cells) :]]
        for number in range(len(beyond)):  # a name goes over the words that it would run into
            if about and sum(self._widths[len(cells) - 1 :][: number + 1]) < len(words[-1]):
                beyond[number] = ""
        cells += [self.styles.text(sheet, tax, NOTE) if tax else None for tax in beyond]
        once = filled.sheet.once if filled and isinstance(filled.sheet, Table) else None
        if filled and once:
            said = self.styles.filled(sheet, once.kind, filled.once, FIELD)
            cells[:2] = self.styles.text(sheet, once.title, ABOUT), said
        if filled and about:
            sure = FLAG.write(True) if filled.in_order else None
            answer = self.styles.filled(sheet, FLAG, sure)
            label = self.styles.text(sheet, names.IN_ORDER, OVER)
            cells[names.IN_ORDER_AT - 2 : names.IN_ORDER_AT] = label, answer
        free = next((n for n, cell in enumerate(cells) if cell is not None), None)
        line, rest = two_lines(
            note, self._page, self._page if free is None else sum(self._widths[:free])
        )
        if rest:
            cells[:1] = [self.styles.text(sheet, rest, NOTE)]
        self.append(sheet, [self.styles.text(sheet, title, TITLE)])
        self.append(sheet, [self.styles.text(sheet, line, NOTE)])
        self.append(sheet, cells if about or once or rest or any(beyond) else [])
        if about:
            self._offer(sheet, FLAG, cell_name(self._row, names.IN_ORDER_AT))

    def _offer(
        self,
        sheet: Any,
        kind: Kind,
        cells: str,
        source: tuple[str, str] | None = None,
        fewer: Fewer | None = None,
        rows: Mapping[str, str] | None = None,
    ) -> None:
        """A drop-down. Words from another sheet are offered; others may be written all the same."""
        if kind.terms:
            where = self.words.offered(kind.terms, fewer, rows or {})
        elif source and kind.of is str:
            table = self._tables[source[0]]
            titles = [column.title for column in (*table.parents, *table.columns)]
            number = titles.index(source[1]) + 1
            where = column_of(source[0], number, names.HEADER_ROW + 1, _LAST_OFFERED)
        else:
            return
        offered = DataValidation("list", formula1=where, allow_blank=True)
        offered.showErrorMessage = bool(kind.terms) and not kind.open
        offered.errorTitle, offered.error = "Isian tidak dikenal", "Pilih salah satu dari daftar."
        offered.add(cells)
        sheet.data_validations.append(offered)

    def _rule(self, sheet: Any, letter: str, last: int) -> None:
        """Lines around the rows in which something stands, spare ones too once they are used."""
        first = names.HEADER_ROW + 1
        formula = f"COUNTA($A{first}:${letter}{first})>0"
        rule = FormulaRule([formula], border=RULED)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"A{first}:{letter}{last}", rule)

    def _grey(self, sheet: Any, column: Column, cells: str) -> None:
        """Grey where the type of the entry does not have the column."""
        kinds = "|".join(name.replace("_", " ") for name in column.only)
        first = f"$A{names.HEADER_ROW + 1}"
        formula = f'AND({first}<>"",ISERROR(SEARCH("|"&{first}&"|","|{kinds}|")))'
        rule = FormulaRule([formula], fill=_UNUSED)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(cells, rule)


def _tab(table: Table) -> str:
    return RARE_TAB if table.rare else TAB
