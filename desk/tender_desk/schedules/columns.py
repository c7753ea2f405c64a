"""What a column is by what stands in it: where a title is over two, or one that is beside it.

A title says what is under it; what is there says in which column. A sign such as `Rp` may have one
of its own, the unit may stand under the title of the volume, and words may be indented.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from decimal import Decimal

from attrs import evolve, frozen

from tender_desk.ooxml.numerals import amount_of
from tender_desk.schedules.candidates import same_unit
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header, is_numbering
from tender_desk.schedules.word_columns import read_parts, words_where_known
from tender_desk.schedules.wrapped import join_rows
from tender_engine.formats.signs import plain_words

__all__ = ["settled"]

_HIGHEST_RATE = 100
_FIGURED = ("quantity", "person_months", "unit_price", "amount", "amount_with_vat", "vat_amount")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST_UNIT = 15
# Letters, and a digit only right behind them: `m3`. Another figure makes it another thing.
_COUNTED = re.compile(r"(?P<figure>[0-9][0-9.,]*)\s*(?P<unit>[^\W\d_][^\d]*[123]?['\"²³]?)")
_PER_UNIT = re.compile(r"(?P<figure>[^/]*[0-9][^/]*?)\s*/\s*(?P<unit>[^/]+)")
# A word that is a part of the number is no unit.
_NUMERAL = re.compile(r"(ribu|rb|juta|jt|mil[iy]ar|m[iy]l|x)\b", re.IGNORECASE)


@frozen
class _Content:
    """What stands in a column under the headers: how many figures, and its texts."""

    figures: int = 0
    texts: tuple[str, ...] = ()

    @property
    def units(self) -> bool:
        """Whether there is nothing but words as short as a unit, and not only a sign of money."""
        said = {text.strip(" .").casefold() for text in self.texts}
        return (
            not self.figures
            and bool(said - {"rp", "idr", ""})
            and max(map(len, said)) <= _LONGEST_UNIT
        )

    @property
    def worded(self) -> bool:
        """Whether some words stand there, and no figures."""
        return not self.figures and any(_WORD.search(text) for text in self.texts)


_NOTHING = _Content()


def settled(cells: Cells, header: Header, known: frozenset[str]) -> Header:
    """The header with each role at the column that holds what it says.

    Words that are indented under the title of the descriptions are from then on read as standing
    where that title does.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
    """
    header = _amounts_of_tkdn(cells, _amounts_of_vat(cells, header))
    header = words_where_known(cells, header, known)
    part_units(cells, header)
    content = _contents(cells, header)
    for role in _FIGURED:
        header = _moved(header, role, content)
    header = _unit_beside(header, _contents(cells, header, beside=header.column("quantity")))
    header = _no_unit(header, content)
    _join_words(cells, header, content, known)
    read_parts(cells, header, known)
    join_rows(cells, header, known)
    return header


def _contents(cells: Cells, header: Header, beside: int = 0) -> Mapping[int, _Content]:
    """What stands in each column; with `beside` only in rows with a figure in that one."""
    figures: dict[int, int] = {}
    texts: dict[int, list[str]] = {}
    filled = cells.sheet.rows()
    first = header.last + 1
    while is_numbering(cells.texts(first, filled.get(first, {})).values()):
        first += 1
    for (row, column), cell in cells.sheet.cells.items():
        if row < first or (beside and not cells.figure(row, beside)):
            continue
        if cells.figure(row, column):
            figures[column] = figures.get(column, 0) + 1
        elif isinstance(cell.value, str):
            texts.setdefault(column, []).append(cell.value.strip())
    return {
        column: _Content(figures.get(column, 0), tuple(texts.get(column, ())))
        for column in figures.keys() | texts.keys()
    }


def _amounts_of_tkdn(cells: Cells, header: Header) -> Header:
    """Take the role from a column of TKDN that holds rupiah on most lines: it is no percentage."""
    column = header.column("tkdn_percent")
    values = (cell.value for (_, at), cell in cells.sheet.cells.items() if at == column)
    figures = [value for value in values if isinstance(value, Decimal) and value]
    if 2 * sum(figure > _HIGHEST_RATE for figure in figures) <= len(figures):
        return header
    return evolve(header, roles={at: role for at, role in header.roles.items() if at != column})


def _amounts_of_vat(cells: Cells, header: Header) -> Header:
    """Tell by its figures whether a column headed just *PPN* holds rates or amounts."""
    column = header.column("vat_percent")
    if not column or header.tells_rate(column):
        return header
    figures = (cell.value for (_, at), cell in cells.sheet.cells.items() if at == column)
    if not any(isinstance(figure, Decimal) and figure > _HIGHEST_RATE for figure in figures):
        return header
    return evolve(header, roles={**header.roles, column: "vat_amount"})


def _moved(header: Header, role: str, content: Mapping[int, _Content]) -> Header:
    """Let a title without figures name the column behind it, if that has figures and none."""
    column = header.column(role)
    behind = column + 1
    if not column or behind in header.titles or content.get(column, _NOTHING).figures:
        return header
    if not content.get(behind, _NOTHING).figures:
        return header

    def at(columns: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(behind if one == column else one for one in columns)

    roles = {c: said for c, said in header.roles.items() if c != column} | {behind: role}
    titles = {**header.titles, behind: header.titles[column]}
    if role == "quantity" and content[column].units and not header.column("unit"):
        roles[column] = "unit"
    return evolve(
        header,
        roles=dict(sorted(roles.items())),
        titles=dict(sorted(titles.items())),
        net=at(header.net),
        owner=at(header.owner),
    )


def _unit_beside(header: Header, content: Mapping[int, _Content]) -> Header:
    """Read short words right behind the volumes as their units, where no column is headed so."""
    volume = header.column("quantity")
    behind = volume + 1
    if not volume or header.column("unit") or behind in header.titles:
        return header
    if not content.get(behind, _NOTHING).units:
        return header
    titles = {**header.titles, behind: header.titles[volume]}
    roles = {**header.roles, behind: "unit"}
    return evolve(header, roles=dict(sorted(roles.items())), titles=dict(sorted(titles.items())))


def _no_unit(header: Header, content: Mapping[int, _Content]) -> Header:
    """Take the role from a column of units that holds more figures than words."""
    columns = {header.column(role) for role in ("unit", "unit_2")}
    held = {column: content.get(column, _NOTHING) for column in columns}
    none = {column for column, holds in held.items() if holds.figures > len(holds.texts)}
    return evolve(header, roles={c: role for c, role in header.roles.items() if c not in none})


def _join_words(
    cells: Cells, header: Header, content: Mapping[int, _Content], known: frozenset[str]
) -> None:
    """Let words under no title, right behind the descriptions, be read where those stand."""
    column = header.column("description")
    spread = next(
        (
            area.right
            for area in cells.merged
            if header.first <= area.bottom <= header.last and area.left == column
        ),
        column,
    )
    last, at = column, column + 1
    end = max((spread, *content))
    while at <= end and at not in header.titles and not content.get(at, _NOTHING).figures:
        last = at if content.get(at, _NOTHING).worded else last
        at += 1
    below = [row for row in cells.sheet.rows() if row > header.last] if last > column else []
    spread_over = {
        row: {c: text for c in range(column, last + 1) if (text := cells.text(row, c))}
        for row in below
    }
    more = _said_more(column, spread_over.values())
    for row, said in spread_over.items():
        words, where = _chosen(said, known, together=last <= spread)
        alone = column not in said and where in more and plain_words(words) not in known
        if words != said.get(column, "") and not alone:
            cells.read.read_words(row, column, words, where)


def _said_more(column: int, rows: Collection[Mapping[int, str]]) -> set[int]:
    """The columns whose words mostly stand beside a description: alone they describe no line."""
    beside = Counter(c for said in rows if column in said for c in said)
    alone = Counter(c for said in rows if column not in said for c in said)
    return {c for c in beside if c != column and beside[c] > alone[c]}


def _chosen(said: Mapping[int, str], known: frozenset[str], *, together: bool) -> tuple[str, int]:
    """The description of a row whose words stand in several columns, and its first column.

    Words that the document has are taken; else all under one title, or the first of them.
    """
    worded = [column for column in sorted(said) if _WORD.search(said[column])]
    if not worded:
        return next(iter(said.values()), ""), next(iter(said), 0)
    whole = " ".join(said[column] for column in worded)
    if plain_words(whole) not in known:
        for column in worded:
            if plain_words(said[column]) in known:
                return said[column], column
    return (whole if together else said[worded[0]]), worded[0]


def part_units(cells: Cells, header: Header) -> None:
    """Read a cell such as `100 m3` as a volume and the unit of its row, `Rp 500/m3` as a price.

    Where the row has a unit of its own and that is another, the cell is left as it stands. A second
    volume tells nothing of the unit; a price per unit (`Rp 50.000/m3`) has to be of the row's.
    """
    volume, months = header.column("quantity"), header.column("person_months")
    beside, price = header.column("unit"), header.column("unit_price")
    rows = sorted({row for row, _ in cells.sheet.cells if row > header.last})
    for row in rows:
        own = cells.text(row, beside) if beside else ""
        for column in (volume, months):
            found = _COUNTED.fullmatch(cells.text(row, column)) if column else None
            if found is None or not _is_unit(found["unit"]) or amount_of(found["figure"]) is None:
                continue
            unit = found["unit"].strip(" .") if column == volume else ""
            if not own or not unit or same_unit(own, unit):
                cells.read.part_unit(row, column, found["figure"], unit)
        found = _PER_UNIT.fullmatch(cells.text(row, price)) if price else None
        unit = own or cells.read.units.get(row, "")
        if found is not None and same_unit(found["unit"], unit):
            cells.read.part_unit(row, price, found["figure"])


def _is_unit(text: str) -> bool:
    return len(text.strip(" .")) <= _LONGEST_UNIT and not _NUMERAL.match(text)
