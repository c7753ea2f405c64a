"""The result of a tender in short: state, result, winner, prices, what is awaited, notices."""

from typing import Any

from tender_engine.evaluation import Evaluation
from tender_engine.formats.evaluation_parts import part
from tender_engine.trail import root

__all__ = ["summary_of"]


def summary_of(evaluation: Evaluation, *, with_root: bool = False) -> dict[str, Any]:
    """What an evaluation comes to, under the keys of the format, and the code of its tender.

    Prices are those of the evaluation, of which a sealed one is none. The root costs as much as
    everything else.
    """
    failure = evaluation.failure
    said = {
        "code": evaluation.given.tender.code,
        "state": str(evaluation.state),
        "result": None if evaluation.result is None else str(evaluation.result),
        "winner": evaluation.winner,
        "prices": [
            {"participant": price.participant, "final_total": part(price.final_total)}
            for price in evaluation.prices
        ],
        "ground": None if failure is None else failure.ground,
        "awaiting": part(evaluation.awaiting),
        "notices": part(evaluation.notices),
    }
    return said | {"root": root(evaluation)} if with_root else said
