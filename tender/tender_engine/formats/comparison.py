"""A comparison of two evaluations as JSON, with the keys and texts of `tender-evaluation/1`.

`from` is what the first says, `to` what the second; null where that side has nothing.
"""

from collections.abc import Iterable
from typing import Any

from tender_engine.changes import Change
from tender_engine.comparing import Comparison, PriceChange, VerdictChange
from tender_engine.evaluation import StageVerdict
from tender_engine.formats.evaluation_parts import part
from tender_engine.places import Secret

__all__ = ["comparison_dict"]


def comparison_dict(comparison: Comparison) -> dict[str, Any]:
    """Everything that differs. Every key is always there, an empty list where nothing differs."""
    return {
        "same": comparison.same,
        "outcome": _named("name", comparison.outcome),
        "verdicts": [_verdict(change) for change in comparison.verdicts],
        "reasons": [_verdict(change) for change in comparison.reasons],
        "prices": [_price(change) for change in comparison.prices],
        "scores": [
            {"participant": change.participant, "scores": _named("name", change.scores)}
            for change in comparison.scores
        ],
        "ranking": _named("participant", comparison.ranking),
        "awaiting": [_sides(change) for change in comparison.awaiting],
        "regulation": _named("name", comparison.regulation),
        "values": _named("param", comparison.values),
        "package": [_place(change) for change in comparison.package],
    }


def _sides(change: Change[Any]) -> dict[str, Any]:
    return {"from": part(change.before), "to": part(change.after)}


def _named(key: str, found: Iterable[Change[Any]]) -> list[dict[str, Any]]:
    return [{key: change.name, **_sides(change)} for change in found]


def _verdict(change: VerdictChange) -> dict[str, Any]:
    return {
        "stage": str(change.stage),
        "participant": change.participant,
        "from": _found(change.before),
        "to": _found(change.after),
        "findings": _named("rule", change.findings),
    }


def _found(verdict: StageVerdict | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {"verdict": str(verdict.verdict), "reason": verdict.reason}


def _price(change: PriceChange) -> dict[str, Any]:
    """Amounts as the format writes each, which for a percentage is with four decimals."""
    before, after = (part(price) or {} for price in (change.before, change.after))
    names = [amount.name for amount in change.amounts]
    return {
        "participant": change.participant,
        "amounts": [
            {"name": name, "from": before.get(name), "to": after.get(name)} for name in names
        ],
        "corrections": [_sides(made) for made in change.corrections],
    }


def _place(change: Change[Any]) -> dict[str, Any]:
    """A place; `sealed` names the sides whose value may not be told, and is null there."""
    sides = {"from": change.before, "to": change.after}
    told = {key: None if value is Secret.SEALED else value for key, value in sides.items()}
    sealed = [key for key, value in sides.items() if value is Secret.SEALED]
    return {"path": change.name, **told, "sealed": sealed}
