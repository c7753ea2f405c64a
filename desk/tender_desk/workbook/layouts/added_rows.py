"""Rows and sheets that are added to a workbook in which somebody works, laid out to be filled."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tender_desk.workbook.layouts.content import Filling
from tender_desk.workbook.layouts.filled import REPEATED, Filled
from tender_desk.workbook.layouts.tables import EVENTS, EXCEPTIONS, JUDGED, PRICES, Layout
from tender_desk.workbook.layouts.tables_bids import ANALYSED
from tender_desk.workbook.layouts.tables_papers import LETTERS
from tender_desk.workbook.matrices.content import Matrix, Question, laid_out_matrices
from tender_desk.workbook.matrices.heads import row_columns
from tender_desk.workbook.reading.trees import MISSING, get

__all__ = [
    "act_rows",
    "analysis_rows",
    "judged_rows",
    "kso_rows",
    "laid_out",
    "matrices_laid_out",
]


def laid_out(value: Mapping[str, Any], who: tuple[str, str]) -> Filled:
    """The price sheet of a bidder (its id and name) who has none: the lines, without a price."""
    filling, known = Filling(value), get(value, ("tender", "hps", "lines"))
    rows = []
    for line in () if known is MISSING else known:
        shown = {key: line[key] for key in ("id", *REPEATED) if key in line}
        rows.append(filling.row(PRICES, (), shown)[0])
    return Filled(PRICES, tuple(rows), who)


def matrices_laid_out(
    value: Mapping[str, Any], layout: Layout, awaited: Iterable[Question]
) -> tuple[Matrix, ...]:
    """The matrices that the tender needs, with nothing in them; with rows for what is `awaited`."""
    return laid_out_matrices(value, row_columns(layout), Filling(value).written, awaited)


def judged_rows(
    value: Mapping[str, Any], layout: Layout, entries: Iterable[Mapping[str, Any]]
) -> tuple[Filled, ...]:
    """Judgements as rows of the sheets that take them."""
    return _rows_on(value, layout, (JUDGED, EXCEPTIONS), entries)


def act_rows(
    value: Mapping[str, Any], layout: Layout, acts: Iterable[Mapping[str, Any]]
) -> tuple[Filled, ...]:
    """Acts that lie ahead as rows of the sheets of events and of papers."""
    return _rows_on(value, layout, (EVENTS, LETTERS.name), acts)


def analysis_rows(
    value: Mapping[str, Any], layout: Layout, lines: Iterable[tuple[str, str]]
) -> tuple[Filled, ...]:
    """Lines of which a bidder is asked for its analysis, as rows of their sheet."""
    return _coded(value, layout, ANALYSED.name, lines)


def kso_rows(
    value: Mapping[str, Any], layout: Layout, members: Iterable[tuple[str, str]]
) -> tuple[Filled, ...]:
    """Members of bidders that are a KSO, by their codes, as rows of their sheet."""
    return _coded(value, layout, "KSO", members)


def _coded(
    value: Mapping[str, Any], layout: Layout, sheet: str, codes: Iterable[tuple[str, str]]
) -> tuple[Filled, ...]:
    """Rows of a sheet that say of which bidder they are and their code."""
    filling, table = Filling(value), layout.table(sheet)
    rows = tuple((who, *filling.row(table, (), {"id": code})[0]) for who, code in codes)
    return (Filled(table, rows),) if rows else ()


def _rows_on(
    value: Mapping[str, Any],
    layout: Layout,
    sheets: Sequence[str],
    entries: Iterable[Mapping[str, Any]],
) -> tuple[Filled, ...]:
    filling, known = Filling(value), [*entries]
    tables = [layout.table(name) for name in sheets]
    filled = (
        Filled(table, tuple(filling.row(table, (), one)[0] for one in known if table.takes(one)))
        for table in tables
    )
    return tuple(one for one in filled if one.rows)
