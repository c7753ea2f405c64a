"""The values of the law that were used, each with its text and how well that was read."""

from collections.abc import Iterator

from tender.findings import Source, UsedValue
from tender_rules.documents import inside
from tender_rules.documents.blocks import Block, Paragraph, Table, table
from tender_rules.documents.labels import PARAMS, SOURCES
from tender_rules.documents.view import View
from tender_rules.documents.wording import value_said

__all__ = ["values_used"]

_MARKS = {Source.TEXT: "✓", Source.SECONDARY: "○", Source.UNVERIFIED: "!"}


def values_used(view: View) -> Iterator[Block]:
    """Each value; outside none that rests on what is confidential."""
    used = [x for x in view.evaluation.values if view.internal or x.param not in inside.VALUES]
    if used:
        yield _table(view, used)
    else:
        yield Paragraph("Tidak ada nilai ketentuan yang dipakai.")


def _table(view: View, used: list[UsedValue]) -> Table:
    headers = {
        "Ketentuan": "<",
        "Nilai": "<",
        "Dasar": "<",
        "Keadaan bacaan": "<",
        "Ditetapkan oleh": "<",
    }
    return table(headers, [_row(view, each) for each in used])


def _row(view: View, used: UsedValue) -> tuple[str, ...]:
    said = view.kind.said
    read = f"{_MARKS[used.source]} {SOURCES[used.source]}"
    if view.confirmed(used):
        read = f"{read}, ditegaskan Pokja Pemilihan"
    return (
        said(PARAMS.get(used.param, (used.param, ""))[0]),
        said(value_said(used.param, used.value)),
        view.value_cited(used.param),
        read,
        used.set_by,
    )
