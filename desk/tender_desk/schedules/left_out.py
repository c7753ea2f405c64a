"""Lines of the document that the reading lacks while other places of the file have their words."""

from collections.abc import Iterator, Mapping, Sequence

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.drafts import Draft
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["tell_left_out"]

_MOST_TOLD = 20


def tell_left_out(
    drafts: Sequence[Draft], others: Sequence[Cells], lines: Sequence[HpsLine]
) -> None:
    """Tell, as faults, where the words of a line that was left out stand with figures.

    Such a place has no headers, or others than a schedule; the line may be offered there.

    Args:
        drafts: the sheets that were read, which get the faults.
        others: the sheets that were not, where one of them may hold lines.
        lines: the lines of the document that were not found.
    """
    wanted = {plain_words(line.description): line for line in lines}
    told = 0
    for draft in drafts:
        for row, column, line in _found(draft.cells, wanted, draft):
            if told < _MOST_TOLD:
                draft.cells.fault("XLS151", row, column, line=line.id)
            told += 1
    first = drafts[0].cells
    for cells in others:
        for row, column, line in _found(cells, wanted):
            if told < _MOST_TOLD:
                cells.fault("XLS149", row, column, line=line.id)
            told += 1
        first.faults.extend(cells.faults.whole())


def _found(
    cells: Cells, wanted: Mapping[str, HpsLine], draft: Draft | None = None
) -> Iterator[tuple[int, int, HpsLine]]:
    """Where words stand that are wanted, with a figure in their row, each of them once."""
    left = dict(wanted)
    lines = frozenset(draft.rows.lines) if draft else frozenset()
    for row, held in sorted(cells.sheet.rows().items()):
        read = draft.header.roles.keys() if draft and row in lines else ()
        columns = sorted(column for column in held if column not in read)
        for column in columns if left else ():
            line = left.get(plain_words(cells.text(row, column)))
            if line is not None and _has_figures(cells, row, column, columns):
                del left[plain_words(cells.text(row, column))]
                yield row, column, line


def _has_figures(cells: Cells, row: int, column: int, columns: Sequence[int]) -> bool:
    """Whether a figure stands behind words, or two beside them: before them one may only count."""
    figures = [
        other
        for other in columns
        if other != column
        and cells.figure(row, other)
        and (cells.quiet(row, other) is not None or cells.is_formula(row, other))
    ]
    return len(figures) > 1 or any(other > column for other in figures)
