"""Puts what the engine found into a workbook, in place of what it found there before."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from tender_desk.ooxml.guard import COLUMNS
from tender_desk.workbook.growing.asked import asked_in, hide_codes
from tender_desk.workbook.growing.container import Container, refusal
from tender_desk.workbook.growing.found import Beside, FoundColumn, FoundSheet, Value, drawn
from tender_desk.workbook.growing.judged import add_rows, grow_matrix, without_ready
from tender_desk.workbook.growing.priced import PriceSheet
from tender_desk.workbook.growing.sheet import SheetXml
from tender_desk.workbook.growing.stylesheet import StyleSheet
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.filled import REPEATED, Filled
from tender_desk.workbook.layouts.provisions import Provisions
from tender_desk.workbook.layouts.tables import JUDGED, PRICES
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.matrices.content import Matrix
from tender_desk.workbook.matrices.matrix_sheet import MatrixSheet
from tender_desk.workbook.since_refresh.last_state import digest

__all__ = ["Additions", "grown"]

_LAID_OUT = (("id",), *((key,) for key in REPEATED))


@frozen
class Additions:
    """What is added to a workbook.

    Attributes:
        sheets: each takes the place of the sheet of the same name, if there is one.
        columns: the heads of what stands beside the price sheets; what an earlier run put under
            them goes.
        beside: what stands there, by the title of a price sheet and its row.
        prices: the price sheets of bidders, each added unless its bidder has one; one without
            any row is filled in.
        asked: what is to be confirmed, and the values that stand.
        judged: rows to be added below those of the sheets of judgements.
        ahead: rows that stand ready for a person, each added unless one that says the same does.
        matrices: those that the tender needs, each added unless there is one of its title; one
            that is there gets the columns and rows that it lacks.
        known: the matrices that are there, by their titles.
        names: what each bidder is called, by its code.
        laid: the names and words then of what price sheets and matrices show (`laid_then`).
    """

    sheets: tuple[FoundSheet, ...]
    columns: tuple[FoundColumn, ...]
    beside: Mapping[str, Mapping[int, tuple[Value, ...]]]
    prices: tuple[Filled, ...]
    asked: tuple[Filled, Provisions]
    judged: tuple[Filled, ...] = ()
    ahead: tuple[Filled, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    known: Mapping[str, MatrixSheet] = {}
    names: Mapping[str, str] = {}
    laid: frozenset[str] = frozenset()


def grown(data: bytes, additions: Additions) -> bytes:
    """The workbook `data`, which the guard has let pass, with `additions` and nothing else changed.

    The same workbook and additions give the same bytes.

    Raises:
        PackageRefusedError: nothing can be added to this workbook; the fault says why.
    """
    return _Growing(Container(data), additions).grow()


class _Growing:
    """One workbook while it grows. Of its sheets no more than one is held as a tree at a time."""

    def __init__(self, container: Container, additions: Additions) -> None:
        self._container, self._additions = container, additions
        self._styles = StyleSheet(container.read(container.styles()))
        self._prices = {
            title: PriceSheet.of(title, part, SheetXml(container.read(part), container.shared))
            for title, part in container.worksheets()
            if title.startswith(f"{PRICES.name} ")
        }

    def grow(self) -> bytes:
        """Add everything."""
        blank, new = self._missing()
        asked, provisions = self._additions.asked
        beside = {columns.title: columns for columns in self._beside()}
        rows = [*self._additions.judged, *self._ahead()]
        added = [(filled.sheet.name, filled) for filled in rows]
        tables = [*blank, *new, (CONFIRMED.name, asked), *added]
        matrices = self._additions.matrices
        donor = Container(drawn(self._additions.sheets, tables, list(beside.values()), matrices))
        self._donor, self._parts = donor, dict(donor.worksheets())
        self._donor_styles = StyleSheet(donor.read(donor.styles()))
        laid_out = {title for title, _ in blank}
        for title, sheet in self._prices.items():
            self._edit(sheet, beside.get(title), lay_out=title in laid_out)
        self._add_rows(rows)
        self._judge()
        self._add((title for title, _ in new), self._place_of_prices())
        self._ask(asked, provisions)
        self._add((one.name for one in self._additions.sheets), self._place_of_found())
        self._container.write(self._container.styles(), self._styles.xml())
        self._container.compute_anew()
        return self._container.packed()

    def _ask(self, asked: Filled, provisions: Provisions) -> None:
        """Add what is to be confirmed to its sheet, or the sheet where there is none."""
        title = CONFIRMED.name
        part = dict(self._container.worksheets()).get(title)
        if part is None:
            self._add((title,) if asked.rows else (), self._place_of_prices())
            return
        sheet = SheetXml(self._container.read(part), self._container.shared)
        cells = [*asked_in(sheet, self._made(title), asked, provisions)] if asked.rows else []
        sheet.put(cells)
        if hide_codes(sheet) or cells:
            self._container.write(part, sheet.xml())

    def _ahead(self) -> Iterator[Filled]:
        """Of the acts ahead those that no sheet has ready; none where the sheet is not there."""
        parts = dict(self._container.worksheets())
        for filled in self._additions.ahead:
            if part := parts.get(filled.sheet.name):
                left = without_ready(self._sheet_of(part), filled)
                if left.rows:
                    yield left

    def _add_rows(self, rows: Iterable[Filled]) -> None:
        """Add rows below all that stands on their sheets."""
        parts = dict(self._container.worksheets())
        for filled in rows:
            part = parts[filled.sheet.name]
            xml = self._sheet_of(part)
            add_rows(xml, self._made(filled.sheet.name), filled)
            self._container.write(part, xml.xml())

    def _judge(self) -> None:
        """Add what matrices lack, and matrices that are not there."""
        parts, known = dict(self._container.worksheets()), self._additions.known
        for matrix in self._additions.matrices:
            if matrix.title in known:
                part = parts[matrix.title]
                xml = self._sheet_of(part)
                made, was = self._made(matrix.title), known[matrix.title]
                if grow_matrix(xml, made, matrix, was, self._may_relay):
                    self._container.write(part, xml.xml())
        lacking = [one.title for one in self._additions.matrices if one.title not in known]
        titles = self._container.titles
        place = titles.index(JUDGED) if JUDGED in titles else len(titles)
        self._add(lacking, place)

    def _sheet_of(self, part: str) -> SheetXml:
        return SheetXml(self._container.read(part), self._container.shared)

    def _made(self, title: str) -> SheetXml:
        """A sheet as it was drawn, in the styles of this workbook."""
        sheet = SheetXml(self._donor.read(self._parts[title]), lambda _: "")
        sheet.styled(lambda number: self._styles.adopt(self._donor_styles, number))
        sheet.ruled(lambda number: self._styles.adopt_ruled(self._donor_styles, number))
        return sheet

    def _missing(self) -> tuple[list[tuple[str, Filled]], list[tuple[str, Filled]]]:
        """Price sheets to fill in, and those to add, each with its title."""
        blank, new = [], []
        taken = {title.casefold() for title in self._container.titles}
        taken |= {sheet.name.casefold() for sheet in self._additions.sheets}
        known = {sheet.about: sheet for sheet in self._prices.values()}
        for filled in self._additions.prices:
            sheet = known.get(filled.whose or "")
            if sheet is None:
                new.append((names.title_of(filled.sheet.name, filled.whose, taken), filled))
            elif sheet.blank:
                blank.append((sheet.title, filled))
        return blank, new

    def _beside(self) -> Iterator[Beside]:
        """The columns: where the engine's stand already, else to the right of everything."""
        heads = self._additions.columns
        for title, rows in self._additions.beside.items():
            sheet = self._prices[title]
            known = sheet.columns_of([head.title for head in heads])
            column = sheet.last + 1
            if known and known == list(range(known[0], known[0] + len(heads))):
                column = known[0]
            if column + len(heads) - 1 > COLUMNS:
                raise refusal("XLS092", title=title)
            yield Beside(title, sheet.head, column, heads, rows)

    def _may_relay(self, text: str) -> bool:
        """Whether nobody typed what is shown for the eye: it is empty, or was laid."""
        return not text or digest(text) in self._additions.laid

    def _name_on(self, sheet: PriceSheet) -> tuple[int, int, str] | None:
        """Where a price sheet shows the name of its bidder, and the name, if it is another now."""
        name = self._additions.names.get(sheet.about)
        if name is None or sheet.named is None:
            return None
        row, column, was = sheet.named
        return (row, column, name) if was != name and self._may_relay(was) else None

    def _edit(self, sheet: PriceSheet, beside: Beside | None, *, lay_out: bool) -> None:
        """Take out what an earlier run put beside prices, and put in what this one found."""
        old = sheet.columns_of([head.title for head in self._additions.columns])
        name = self._name_on(sheet)
        if not old and beside is None and not lay_out and name is None:
            return
        xml = SheetXml(self._container.read(sheet.part), self._container.shared)
        if old and xml.clear(old, sheet.head):
            self._container.forget_order()
        if beside is not None:
            xml.put(self._made(sheet.title).cells())
            numbered = enumerate(beside.columns, beside.column)
            xml.widen({number: head.width for number, head in numbered})
        if lay_out:
            xml.put(self._lines(sheet), keep_style=True)
        if name is not None:
            xml.say(*name)
        self._container.write(sheet.part, xml.xml())

    def _lines(self, sheet: PriceSheet) -> Iterator[tuple[int, int, Any]]:
        """The lines of the document where a price sheet that has no row yet has its columns."""
        at = {
            number: sheet.columns.get(column.title)
            for number, column in enumerate(PRICES.columns, 1)
            if column.key in _LAID_OUT
        }
        for row, number, cell in self._made(sheet.title).cells():
            column = at.get(number)
            if row > names.HEADER_ROW and column is not None and len(cell):
                yield row + sheet.head - names.HEADER_ROW, column, cell

    def _add(self, titles: Iterable[str], position: int) -> None:
        """Put sheets in the place of those of their names, or one after the other at `position`."""
        parts = dict(self._container.worksheets())
        for title in titles:
            if title in parts:
                self._container.replace(parts[title], self._made(title).xml())
                position = self._container.titles.index(title)
            elif title.casefold() in {known.casefold() for known in self._container.titles}:
                raise refusal("XLS091")
            else:
                self._container.add(title, self._made(title).xml(), position)
            self._container.repeat(title, self._donor.repeated(title))
            position += 1

    def _place_of_prices(self) -> int:
        titles = self._container.titles
        before = [
            number
            for number, title in enumerate(titles, 1)
            if title in self._prices or title == names.ABOUT
        ]
        return max(before, default=len(titles))

    def _place_of_found(self) -> int:
        titles = self._container.titles
        return titles.index(names.GUIDE) + 1 if names.GUIDE in titles else 0
