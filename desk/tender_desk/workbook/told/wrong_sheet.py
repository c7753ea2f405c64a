"""All that is wrong on one sheet, and the runs of it that stand one under the other.

By this it is known, or seems so, what of it is one paste.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import TypeAlias

from attrs import frozen

from tender_desk.workbook.layouts.tables import NAMED, PRICES
from tender_desk.workbook.layouts.tables_bids import HPS
from tender_desk.workbook.told.echoes import CAUSES
from tender_engine.faults import Fault, Spot

__all__ = [
    "AND",
    "ELSEWHERE",
    "EMPTY",
    "FORMS",
    "Found",
    "Wrong",
    "cell_of",
    "sheet_of",
    "wrong_sheets",
]

Found: TypeAlias = tuple[Spot, Fault]

# The sheets with one value a row.
FORMS = frozenset(form.name for form in NAMED.forms)
# Of the law, each fault of a participant tells something else.
_OF_THE_FORMAT = ("PKT", "XLS")
# Told of codes that stand nowhere, and of cells that have to be filled in.
ELSEWHERE, EMPTY = "XLS194", "XLS041"
# Told of a code that is named elsewhere, of sums, of merged cells, of codes that Excel changed, of
# what was judged since the last refresh, and of blocks of a price sheet.
_APART = frozenset(
    {ELSEWHERE, "XLS106", "XLS108", "XLS109", "XLS104", "XLS105", "XLS225", "XLS236", "XLS237"}
    | {"XLS200", "XLS201", "XLS202", "XLS203", "XLS204", "XLS205", "XLS224"}
)
# A column that nobody knows, one that is lost, one that is there twice; between their titles.
_STRANGE, _LOST, _TWICE, AND = "XLS022", "XLS102", "XLS025", ", "
# Told of words and volumes of other lines in a column of a price sheet.
_OF_OTHERS = ("XLS104", "XLS105")
# Told of rows that say too little or too much together, which a copy changes as well.
_SUMMED = ("PKT034", "PKT035", "PKT036", "PKT038")
# So far the next row of a run may be, and that of a line with a title between.
_NEXT, _NEXT_LINE = 2, 4


@frozen
class Wrong:
    """What is wrong on a sheet, in order, and the names of its cells that are known as copies."""

    name: str
    found: Sequence[Found]
    copied: Set[str] = frozenset()

    @property
    def is_form(self) -> bool:
        """Whether each row of the sheet is another thing."""
        return self.name in FORMS

    def is_copied(self, spot: Spot, fault: Fault) -> bool:
        """Whether a cell is a known copy, and no field of a form that waits to be filled in."""
        return cell_of(spot) in self.copied and not (self.is_form and fault.code == EMPTY)

    @property
    def likely(self) -> Sequence[Found]:
        """What may be wrong by a paste that is not known."""
        return [one for one in self.found if _may_be_pasted(one[1])]

    @property
    def beyond(self) -> Sequence[Found]:
        """What stands in columns that are like no known one."""
        return [one for one in self.found if one[1].code == _STRANGE and not one[1].params["known"]]

    @property
    def other_lines(self) -> Sequence[Found]:
        """What has the words or the volumes of another line."""
        return [one for one in self.found if one[1].code in _OF_OTHERS]

    @property
    def of_heads(self) -> Sequence[Found]:
        """Columns that are lost, or there twice."""
        return [one for one in self.found if one[1].code in (_LOST, _TWICE)]

    def reached(self, rows: Set[int]) -> Iterator[Found]:
        """What else a paste on these rows did: beyond the columns, to heads, to names of lines."""
        near = {row + more for row in rows for more in (-1, 0, 1)}
        here = (one for one in self.found if one[0].order and one[0].order[1] in near)
        yield from (one for one in here if _is_reached(one[1]))
        yield from self.of_heads
        yield from (one for one in self.found if one[1].code in (_STRANGE, *_SUMMED))

    def runs(self) -> Iterator[Sequence[Found]]:
        """What of a table may be wrong by a paste, in rows one under the other, or one apart."""
        return iter(()) if self.is_form else self._runs(_may_be_pasted)

    def runs_with_copies(self) -> Iterator[Sequence[Found]]:
        """The same with whatever else may be told of the cells of a copy."""
        return self._runs(_may_be_copied)

    def _runs(self, among: Callable[[Fault], bool]) -> Iterator[Sequence[Found]]:
        """Runs of rows; between lines may stand a sum, a blank row and a title."""
        of_lines = self.name == HPS.name or self.name.startswith(f"{PRICES.name} ")
        most = _NEXT_LINE if of_lines else _NEXT
        run: list[Found] = []
        for spot, fault in self.found:
            if not spot.order or not among(fault):
                continue
            if run and spot.order[1] - run[-1][0].order[1] > most:
                yield run
                run = []
            run.append((spot, fault))
        if run:
            yield run


def wrong_sheets(found: Iterable[Found], known: Iterable[Fault]) -> Iterator[Wrong]:
    """The sheets of what is found, each with the cells of the copies that are `known` on it."""
    by_sheet: dict[str, list[Found]] = {}
    for one in found:
        by_sheet.setdefault(sheet_of(one[0]), []).append(one)
    copies = {
        copy.spot.order[0]: frozenset(copy.params["cells"].split()) for copy in known if copy.spot
    }
    for name, ones in by_sheet.items():
        number = next((spot.order[0] for spot, _ in ones if spot.order), -1)
        yield Wrong(name, ones, copies.get(number, frozenset()))


def _is_reached(fault: Fault) -> bool:
    """Whether a row has words of another line, or a code that is nowhere, and on no other sheet."""
    on_one = fault.code == ELSEWHERE and ";" not in fault.params["cells"]
    return fault.code in _OF_OTHERS or on_one


def _may_be_pasted(fault: Fault) -> bool:
    known = fault.code in CAUSES or fault.code in _APART
    return fault.code.startswith(_OF_THE_FORMAT) and not known


def _may_be_copied(fault: Fault) -> bool:
    """Whether a fault may be told of a cell of a copy, or of one that lies about it."""
    return fault.code.startswith(_OF_THE_FORMAT) and fault.code not in (*CAUSES, ELSEWHERE)


def sheet_of(spot: Spot) -> str:
    """The name of a sheet in the address of a cell."""
    return spot.cell.rpartition("!")[0].strip("'")


def cell_of(spot: Spot) -> str:
    """The address of a cell without its sheet."""
    return spot.cell.rpartition("!")[2]
