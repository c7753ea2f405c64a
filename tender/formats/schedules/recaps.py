"""Recapitulations, which add up what other sheets list or say it again, and lists beside a list."""

import re
from collections.abc import Mapping, Sequence

from tender.formats.schedules.drafts import Draft
from tender.formats.signs import plain_words

__all__ = ["beside_the_list", "without_recaps"]

_ANALYSIS = re.compile(
    r"\b(anali[sz]\w*|ahsp?|hsp|hsd|ahs\w*|koefisien|harga (satuan )?(dasar|bahan|upah|alat)|bahan"
    r"|material|upah|tenaga|peralatan|backup|back up)\b"
)
_OF_A_LINE = ("quantity", "unit_price", "unit_price_with_vat")


def without_recaps(drafts: Sequence[Draft]) -> list[Draft]:
    """The sheets that list lines: no recapitulation, which has only amounts of what others list."""
    lists = [draft for draft in drafts if _roles(draft) & {*_OF_A_LINE}]
    listed = frozenset().union(*(draft.read.known for draft in lists))
    return [d for d in drafts if d in lists or not d.read.known or d.read.known - listed]


def beside_the_list(drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """Other sheets under the titles of the list, with whole rows that no line of the document is.

    They may be lines of the bidder's own; an analysis of prices has other titles, or says so.
    """
    heads = [_titled(draft) for draft in drafts]
    return [
        draft
        for draft in others
        if not draft.cells.sheet.hidden and not draft.read.known
        if _titled(draft) in heads and _is_offered(draft) and not _is_analysis(draft)
    ]


def _is_analysis(draft: Draft) -> bool:
    """Whether the name of a sheet, or what stands above its headers, says what prices rest on."""
    above = [row.text for row in draft.rows.skipped if row.why == "di_atas"]
    return any(_ANALYSIS.search(plain_words(text)) for text in (draft.title, *above))


def _titled(draft: Draft) -> Mapping[str, str]:
    """The role of each column by the words of its title."""
    titles = draft.header.titles
    return {plain_words(titles.get(c, "")): role for c, role in draft.header.roles.items()}


def _is_offered(draft: Draft) -> bool:
    columns = [draft.header.column(role) for role in ("quantity", "unit_price")]
    return all(columns) and any(
        all(not draft.cells.empty(row, column) for column in columns) for row in draft.rows.lines
    )


def _roles(draft: Draft) -> set[str]:
    return {*draft.header.roles.values()}
