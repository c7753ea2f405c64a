"""SPSE beside our evaluation as plain values, for `--json`: amounts as texts, nothing sealed."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs

from tender_cli.inputs import as_diagnostics
from tender_cli.messages import language
from tender_desk.spse.comparing import BidderCompared, SpseComparison, cited_behind
from tender_desk.spse.computing import Computation
from tender_desk.spse.explaining import Explanation
from tender_desk.spse.page_values import SpseReading
from tender_desk.spse.rincian import Rincian
from tender_engine.evaluation import Evaluation
from tender_engine.numbers import plain

__all__ = ["remarks_of", "spse_dict"]


def spse_dict(
    found: SpseComparison, evaluation: Evaluation, readings: Sequence[SpseReading]
) -> dict[str, Any]:
    """The whole comparison. All keys are always there."""
    return {
        "files": [_what_was_read(reading) for reading in readings],
        "not_understood": remarks_of(readings, found),
        "same": found.same,
        "bidders": [_bidder(bidder, evaluation) for bidder in found.bidders],
        "unmatched": [
            {"name": m.row.name, "doubt": m.doubt, "file": readings[m.file].name}
            for m in found.unmatched
        ],
        "silent": list(found.silent),
        "lines_of_nobody": [
            {"file": readings[file].name, "table": number} for file, number in found.ownerless
        ],
        "winner": {
            "spse": list(found.winners),
            "unmatched": list(found.strangers),
            "here": found.winner,
        },
        "tender": [{"key": key, "spse": theirs, "here": ours} for key, theirs, ours in found.facts],
    }


def remarks_of(
    readings: Sequence[SpseReading], found: SpseComparison | None = None
) -> list[dict[str, Any]]:
    """Everything that was not understood, in the language spoken."""
    opened = found.opened if found else frozenset()
    return [
        told
        for number, reading in enumerate(readings)
        for told in as_diagnostics(
            reading.diagnose(language(), {(t, r) for file, t, r in opened if file == number})
        )
    ]


def _what_was_read(reading: SpseReading) -> dict[str, Any]:
    return {
        "file": reading.name,
        "tables": [
            {
                "number": table.number,
                "kind": table.kind,
                "columns": [
                    {"head": head, "taken_for": meaning} for head, meaning in table.columns
                ],
                "rows": len(table.bidders or table.items),
            }
            for table in reading.tables
        ],
    }


def _bidder(bidder: BidderCompared, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "participant": bidder.id,
        "untold": bidder.untold,
        "same": bidder.same,
        "totals": [
            {
                "what": f.meaning,
                "spse": _text(f.theirs),
                "here": _text(f.ours),
                "state": f.state,
                "written": f.written,
            }
            for f in bidder.figures
        ],
        "marks": [
            {
                "letter": m.letter,
                "stage": m.stage,
                "spse": m.mark,
                "here": m.verdict,
                "state": m.state,
                "reason": m.reason,
                "citations": [attrs.asdict(cite) for cite in m.citations],
            }
            for m in bidder.marks
        ],
        "contradicted": list(bidder.contradicted),
        "explanation": _explanation(bidder, evaluation),
        "lines": [_lines(part, bidder.id, evaluation) for part in bidder.rincian],
    }


def _explanation(bidder: BidderCompared, evaluation: Evaluation) -> dict[str, Any] | None:
    explained: Explanation | None = bidder.explanation
    if explained is None:
        return None
    made: Mapping[str, Any] = attrs.asdict(explained, value_serializer=_plainly)
    cites = _cites((effect.rule for effect in explained.effects), bidder.id, evaluation)
    return {**made, "ways": [_way(way) for way in explained.ways], "citations": cites}


def _lines(rincian: Rincian, bidder: str, evaluation: Evaluation) -> dict[str, Any]:
    made: Mapping[str, Any] = attrs.asdict(rincian, value_serializer=_plainly)
    behind = (cause.rule for line in rincian.lines for cause in line.causes if cause.rule)
    return {**made, "citations": _cites(behind, bidder, evaluation)}


def _cites(rules: Iterable[str], bidder: str, evaluation: Evaluation) -> dict[str, Any]:
    """By rule, its provisions."""
    return {
        rule: [attrs.asdict(cite) for cite in cited_behind(evaluation, bidder, rule)]
        for rule in dict.fromkeys(rules)
    }


def _way(way: Computation) -> dict[str, Any]:
    return attrs.asdict(way)


def _plainly(_: Any, __: Any, value: Any) -> Any:
    return plain(value) if isinstance(value, Decimal) else value


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else plain(amount)
