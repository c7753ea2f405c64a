"""Puts what the engine found into a workbook, in place of what it found there before."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from tender.formats.excel import names
from tender.formats.excel.content import REPEATED, Filled
from tender.formats.excel.growing.container import Container, refusal
from tender.formats.excel.growing.found import Beside, FoundColumn, FoundSheet, Value, drawn
from tender.formats.excel.growing.priced import PriceSheet
from tender.formats.excel.growing.sheet import SheetXml
from tender.formats.excel.growing.stylesheet import StyleSheet
from tender.formats.excel.guard import COLUMNS
from tender.formats.excel.tables import PRICES

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
    """

    sheets: tuple[FoundSheet, ...]
    columns: tuple[FoundColumn, ...]
    beside: Mapping[str, Mapping[int, tuple[Value, ...]]]
    prices: tuple[Filled, ...]


def grown(data: bytes, additions: Additions) -> bytes:
    """The workbook `data`, which the guard has let pass, with `additions` and nothing else changed.

    The same workbook and additions give the same bytes.

    Raises:
        PackageRefusedError: nothing can be added to this workbook; the fault says why.
    """
    return _Growing(Container(data), additions).grow()


class _Growing:
    """One workbook while it grows."""

    def __init__(self, container: Container, additions: Additions) -> None:
        self._container, self._additions = container, additions
        self._styles = StyleSheet(container.read(container.styles()))
        self._prices = {
            title: PriceSheet.of(title, part, SheetXml(container.read(part), container.shared))
            for title, part in container.worksheets()
            if title.startswith(f"{PRICES.name} ")
        }
        self._changed: set[str] = set()

    def grow(self) -> bytes:
        """Add everything."""
        blank, new = self._missing()
        beside = list(self._beside())
        donor = Container(drawn(self._additions.sheets, [*blank, *new], beside))
        styles = StyleSheet(donor.read(donor.styles()))
        made = {}
        for title, part in donor.worksheets():
            sheet = made[title] = SheetXml(donor.read(part), lambda _: "")
            sheet.styled(lambda number: self._styles.adopt(styles, number))
            sheet.unselect()
        self._clear()
        for columns in beside:
            self._put_beside(columns, made[columns.title])
        for title, _ in blank:
            self._lay_out(self._prices[title], made[title])
        self._add((title for title, _ in new), made, self._place_of_prices())
        self._add((sheet.name for sheet in self._additions.sheets), made, self._place_of_found())
        for title in sorted(self._changed):
            self._container.write(self._prices[title].part, self._prices[title].xml.xml())
        self._container.write(self._container.styles(), self._styles.xml())
        self._container.compute_anew()
        return self._container.packed()

    def _missing(self) -> tuple[list[tuple[str, Filled]], list[tuple[str, Filled]]]:
        """Price sheets to fill in, and those to add, each with its title."""
        blank, new = [], []
        taken = {title.casefold() for title in self._container.titles}
        taken |= {sheet.name.casefold() for sheet in self._additions.sheets}
        known = {sheet.about: sheet for sheet in self._prices.values()}
        for filled in self._additions.prices:
            sheet = known.get(filled.about[0] if filled.about else "")
            if sheet is None:
                new.append((names.title_of(filled, taken), filled))
            elif sheet.blank:
                blank.append((sheet.title, filled))
        return blank, new

    def _beside(self) -> Iterable[Beside]:
        """The columns: where the engine's stand already, else to the right of everything."""
        heads = self._additions.columns
        for title, rows in self._additions.beside.items():
            sheet = self._prices[title]
            known = sheet.columns_of([head.title for head in heads])
            column = sheet.xml.last_column() + 1
            if known and known == list(range(known[0], known[0] + len(heads))):
                column = known[0]
            if column + len(heads) - 1 > COLUMNS:
                raise refusal("XLS092", title=title)
            yield Beside(title, sheet.head, column, heads, rows)

    def _clear(self) -> None:
        """Take out what an earlier run put beside the prices."""
        titles = [head.title for head in self._additions.columns]
        for sheet in self._prices.values():
            if columns := sheet.columns_of(titles):
                self._changed.add(sheet.title)
                if sheet.xml.clear(columns, sheet.head):
                    self._container.forget_order()

    def _put_beside(self, beside: Beside, made: SheetXml) -> None:
        sheet = self._prices[beside.title]
        self._changed.add(beside.title)
        sheet.xml.put(made.cells())
        numbered = enumerate(beside.columns, beside.column)
        sheet.xml.widen({number: head.width for number, head in numbered})

    def _lay_out(self, sheet: PriceSheet, made: SheetXml) -> None:
        """Write the lines of the document into a price sheet that has no row yet."""
        self._changed.add(sheet.title)
        order = [column.key for column in PRICES.columns]
        at = {
            order.index(key) + 1: sheet.columns.get(PRICES.columns[order.index(key)].title)
            for key in _LAID_OUT
        }
        below = sheet.head - names.HEADER_ROW
        sheet.xml.put(
            (
                (row + below, column, cell)
                for row, number, cell in made.cells()
                if row > names.HEADER_ROW and len(cell) and (column := at.get(number)) is not None
            ),
            keep_style=True,
        )

    def _add(self, titles: Iterable[str], made: Mapping[str, SheetXml], position: int) -> None:
        """Put sheets in the place of those of their names, or one after the other at `position`."""
        parts = dict(self._container.worksheets())
        for title in titles:
            if title in parts:
                self._container.replace(parts[title], made[title].xml())
                position = self._container.titles.index(title) + 1
                continue
            if title.casefold() in {known.casefold() for known in self._container.titles}:
                raise refusal("XLS091")
            self._container.add(title, made[title].xml(), position, names.HEADER_ROW)
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
