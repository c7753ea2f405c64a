"""The cells of one sheet of a workbook: where its columns have their heads, and its rows below."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice, zip_longest
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from tender_desk.ooxml.guard import Layout, rows_of
from tender_desk.schedules.areas import Merged, merged_area
from tender_desk.workbook.kinds import CellError, Kind
from tender_desk.workbook.layouts.names import FOUND_COLUMN, OWN, REST
from tender_engine.faults import Noted
from tender_engine.formats.signs import without_unseen

__all__ = [
    "Cells",
    "Compute",
    "heads",
    "is_blank",
    "is_own",
    "labelled",
    "likely",
    "nearest",
    "read_cell",
    "shown_title",
    "title_key",
]

Row: TypeAlias = tuple[int, list[Any]]
# What a formula comes to, by sheet, row and column: exact, or a refusal as `CellError`.
Compute: TypeAlias = Callable[[int, int, int], Any]

# Heads stand in the first rows, wherever somebody has put a row above them.
_HIGHEST_HEAD = 12
# So many cells of a column that nobody knows are held: in a pasted block they may be its sums.
_HELD = 200
# What is longer is no title that is asked for again, and is not remembered.
_SHORT = 120
_NUMBER = re.compile("[0-9]+")
# What a paste from Windows has before each break, as its file names it.
_RETURN = re.compile(r"(?<!_x005F)_x000[Dd]_(?=\n|$)")


@frozen
class Cells:
    """A sheet to be read: its title and number, its rows, and who computes its formulas.

    The `first` rows, among which the heads are, can be gone over any number of times; the `rest` is
    read as it is asked for, once, unless the sheet is `held`. What is merged is known at its end.
    """

    title: str
    number: int
    first: tuple[Row, ...]
    compute: Compute
    rest: Iterable[Row] = ()
    _layout: Layout = field(factory=Layout, repr=False)

    @classmethod
    def of(cls, sheet: Any, number: int, compute: Compute) -> "Cells":
        """The cells of a sheet that was opened with the guard."""
        layout = Layout()
        rows = rows_of(sheet, layout)
        # Of what is only carried along each sign is, as it stands there.
        rows = rows if sheet.title == REST else _as_seen(rows)
        first = tuple(islice(rows, _HIGHEST_HEAD))
        return cls(sheet.title, number, first, compute, rows, layout)

    @cached_property
    def titled(self) -> Sequence[tuple[int, Mapping[int, tuple[str, str]]]]:
        """The rows that may be heads, as titles: each as it is shown, and as it is compared.

        Whatever looks at a sheet asks for them anew.
        """
        return [
            (number, {cell.column: _title(str(cell.value)) for cell in row})
            for number, row in self.first
            if number <= _HIGHEST_HEAD
        ]

    def rows(self) -> Iterator[Row]:
        """All rows that hold something, in order."""
        return chain(self.first, self.rest)

    def held(self, titles: Mapping[str, Any]) -> "Cells":
        """The same, to be gone over any number of times.

        Of a column without one of the `titles` only the first cells with anything in them are held:
        it is told there unless they belong to sums, and a sheet full of others costs nothing.
        """
        _, found = heads(self, titles)
        known = {column for column, title in found.items() if title_key(title) in titles}
        return evolve(self, rest=_Remembered(_of_columns(self.rest, known)))

    def merged(self) -> tuple[Merged, ...]:
        """What is merged, once all rows were read."""
        areas = (merged_area(name) for name in self._layout.merged)
        return tuple(area for area in areas if area is not None)


def _as_seen(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with texts as a person sees them, whatever signs that show nothing were pasted."""
    for number, filled in rows:
        for at, cell in enumerate(filled):
            if isinstance(cell.value, str) and (not cell.value.isascii() or "_x000" in cell.value):
                text = _RETURN.sub("", without_unseen(cell.value))
                if text != cell.value:
                    filled[at] = _Seen(
                        text, cell.row, cell.column, cell.data_type, cell.number_format
                    )
        yield number, filled


class _Remembered:
    """Rows that are read as they are asked for, and can be gone over any number of times."""

    __slots__ = ("_coming", "_read")

    def __init__(self, rows: Iterator[Row]) -> None:
        self._coming = rows
        self._read: list[Row] = []

    def __iter__(self) -> Iterator[Row]:
        place = 0
        while True:
            if place == len(self._read):
                row = next(self._coming, None)
                if row is None:
                    return
                self._read.append(row)
            yield self._read[place]
            place += 1


def _of_columns(rows: Iterable[Row], known: Collection[int]) -> Iterator[Row]:
    left: dict[int, int] = {}
    for number, filled in rows:
        kept = []
        for cell in filled:
            strange = cell.column not in known
            more = left.setdefault(cell.column, _HELD) if strange and not is_blank(cell) else 0
            if more:
                left[cell.column] = more - 1
            if more or not strange:
                kept.append(cell)
        if kept:
            yield number, kept


@frozen
class _Seen:
    """A cell whose text is as it is seen."""

    value: str
    row: int
    column: int
    data_type: str
    number_format: str


@frozen
class _Computed:
    """A cell whose formula was computed."""

    value: Any
    number_format: str


def read_cell(cells: Cells, kind: Kind, cell: Any) -> Any:
    """The value of a cell, its formula computed anew.

    Raises:
        CellError: it cannot be read as that kind.
    """
    if cell.data_type == "f":
        value = cells.compute(cells.number, cell.row, cell.column)
        value = without_unseen(value) if isinstance(value, str) else value
        return kind.read(_Computed(value, cell.number_format))
    if cell.data_type == "e":
        raise CellError("XLS038", found=str(cell.value))
    return kind.read(cell)


def shown_title(text: object) -> str:
    """The title of a column or row without the mark that it has to be filled."""
    return _title(str(text))[0]


def title_key(text: object) -> str:
    """The title of a column or row, however it is spaced, marked or written large."""
    return _title(str(text))[1]


def _title(text: str) -> tuple[str, str]:
    return _short_title(text) if len(text) <= _SHORT else _spaced(text)


@lru_cache(maxsize=4096)
def _short_title(text: str) -> tuple[str, str]:
    """The same titles are asked for thousands of times while a workbook is read."""
    return _spaced(text)


def _spaced(text: str) -> tuple[str, str]:
    shown = " ".join(text.replace("*", " ").split())
    return shown, shown.casefold()


def is_own(title: str) -> bool:
    """Whether a column is the panel's or the engine's own, and not read."""
    return title_key(title).startswith((OWN.casefold(), FOUND_COLUMN.casefold()))


def is_blank(cell: Any) -> bool:
    """Whether nothing but spaces stands in a cell."""
    return isinstance(cell.value, str) and not cell.value.strip()


def heads(cells: Cells, titles: Mapping[str, Any]) -> tuple[int, dict[int, str]]:
    """The row of the heads, and the title of each column that has one, known or not.

    The row is that with the most known titles among the first; 0 where none has any.
    """
    best: tuple[int, int, Mapping[int, tuple[str, str]]] = (0, 0, {})
    for number, found in cells.titled:
        known = sum(key in titles for _, key in found.values())
        if known > best[0]:
            best = (known, number, found)
    return best[1], {column: shown for column, (shown, _) in best[2].items()}


def labelled(cells: Cells, head: int, label: str) -> tuple[int, int, Any] | None:
    """The cell beside a label above row `head`: row, column, and itself if anything is in it.

    `None` where the label stands nowhere.
    """
    for row, filled in cells.first:
        if row >= head:
            break
        for one, said in zip_longest(filled, filled[1:]):
            if title_key(one.value) == title_key(label):
                there = said is not None and said.column == one.column + 1
                return row, one.column + 1, said if there else None
    return None


def nearest(word: str, known: Iterable[str]) -> str:
    """The known title that is most like `word`, for a hint; empty where none is like it.

    What differs in its numbers alone is another one of its kind, and not meant.

    >>> nearest("Harga penawran", ["Harga penawaran"]), nearest("p1", ["p2", "p8"])
    ('Harga penawaran', '')
    """
    key = title_key(word)
    by_key = {title_key(title): title for title in known}
    found = difflib.get_close_matches(key[:80], list(by_key), 1, 0.5)
    if not found or (found[0] != key and _numbered(found[0]) == _numbered(key)):
        return ""
    return by_key[found[0]]


def _numbered(key: str) -> str:
    return _NUMBER.sub("9", key)


def likely(noted: Noted, word: str, known: Collection[str]) -> str:
    """What `nearest` says, as long as it does not take too long."""
    if noted.full or not noted.may_compare(len(known)):
        return ""
    return nearest(word, known)
