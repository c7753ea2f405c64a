"""The lines of which bidders are asked for an analysis of their price, as rows that stand ready.

A row says of whom and of which line; what stands in the analysis is typed by who has received it,
and a row without any of that is no entry (`tender_desk.workbook.layouts.laid_out`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tender_desk.documents.view import View
from tender_desk.workbook.reading.trees import MISSING, get
from tender_rules.stages.fairness import asked_lines

__all__ = ["analyses_asked", "who_is_asked"]

# Told of a bidder whose price is judged and whose analysis lacks lines.
_ASKED = "ANALISIS_HARGA_DIMINTA"
_LINES = ("facts", "evaluasi_harga", "kewajaran_harga", "lines")


def who_is_asked(view: View) -> list[str]:
    """The codes of the bidders who are asked for an analysis, or for more of it."""
    asked = {one.participant for one in view.evaluation.notices if one.code == _ASKED}
    return [bidder.id for bidder in view.package.participants if bidder.id in asked]


def analyses_asked(view: View, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The code of each bidder who is asked, with each line that its analysis in `value` lacks."""
    lines = asked_lines(view.package.tender)
    asked = who_is_asked(view)
    for bidder in value.get("participants", ()):
        if bidder["id"] in asked:
            found = get(bidder, _LINES)
            given = set() if found is MISSING else {line["id"] for line in found}
            yield from ((bidder["id"], line) for line in lines if line not in given)
