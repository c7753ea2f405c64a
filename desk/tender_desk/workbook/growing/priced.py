"""A price sheet of a workbook as it is found: whose it is, and where its heads are."""

import itertools
from collections.abc import Iterable, Mapping

from attrs import frozen

from tender_desk.workbook.growing.headed import TOP, heads_in
from tender_desk.workbook.growing.sheet import SheetXml, TextAt
from tender_desk.workbook.layouts.names import ABOUT, HEADER_ROW
from tender_desk.workbook.layouts.tables import PRICES
from tender_desk.workbook.reading.sheet_cells import title_key

__all__ = ["PriceSheet"]

_TITLES = {title_key(column.title): column.title for column in PRICES.columns}


@frozen
class PriceSheet:
    """A price sheet: its title and part, the id of its bidder, the row of its heads (0: none).

    Attributes:
        columns: the numbers of the columns that hold what a line says, by title.
        found: those of all heads, by the heads as they are compared.
        last: the last column in which there is a cell.
        named: the cell in which the name of its bidder stands or belongs, and what stands there.
        blank: whether it has heads and nothing below them yet.
    """

    title: str
    part: str
    about: str
    head: int
    columns: Mapping[str, int]
    found: Mapping[str, int]
    last: int
    named: tuple[int, int, str] | None
    blank: bool

    @classmethod
    def of(cls, title: str, part: str, xml: SheetXml) -> "PriceSheet":
        """The price sheet `title`."""
        rows = xml.texts(TOP)
        head, found = heads_in(rows, _TITLES)
        columns = {_TITLES[key]: at for key, at in found.items() if key in _TITLES}
        blank = bool(head) and not xml.begins_below(head)
        about, named = _about(rows)
        return cls(title, part, about, head, columns, found, xml.last_column(), named, blank)

    def columns_of(self, titles: Iterable[str]) -> list[int]:
        """The columns that have these heads, as far as they are there."""
        return [self.found[key] for key in map(title_key, titles) if key in self.found]


def _about(
    rows: Iterable[tuple[int, list[TextAt]]],
) -> tuple[str, tuple[int, int, str] | None]:
    """Whose a sheet is, and the place of the name beside that."""
    for number, row in rows:
        if number >= HEADER_ROW:
            break
        for label, said in itertools.pairwise(row):
            beside = said.column == label.column + 1
            if beside and title_key(label.value) == title_key(ABOUT):
                at = said.column + 1
                name = next((text.value for text in row if text.column == at), "")
                return said.value.strip(), (number, at, name.strip())
    return "", None
