"""What of the law changed between two days, as JSON."""

import datetime as dt
from typing import Any

from tender_cli.law_text import value_dict
from tender_engine.changes import Change
from tender_engine.formats.evaluation_parts import part
from tender_engine.law import Law, Regime
from tender_engine.law_changes import LawChanges, RuleInForce, StandingValue
from tender_engine.renaming import Amendment, Instrument
from tender_engine.rulebook import Rulebook

__all__ = ["law_changes_dict"]


def law_changes_dict(
    rulebook: Rulebook, before: Law, after: Law, found: LawChanges
) -> dict[str, Any]:
    """`from` is how it stands on the first day, `to` on the second; null where there is nothing."""
    return {
        "version": rulebook.version,
        "digest": rulebook.digest,
        "from": _law(before),
        "to": _law(after),
        "regimes": [
            {"from": _regime(change.before), "to": _regime(change.after)}
            for change in found.regimes
        ],
        "amendments": [
            {"from": _amendment(change.before), "to": _amendment(change.after)}
            for change in found.amendments
        ],
        "instruments": [
            {"from": _instrument(change.before), "to": _instrument(change.after)}
            for change in found.instruments
        ],
        "values": [
            {"param": change.name, "from": _value(change.before), "to": _value(change.after)}
            for change in found.values
        ],
        "rules": [_rule(change) for change in found.rules],
    }


def _law(law: Law) -> dict[str, Any]:
    return {
        "day": law.day.isoformat(),
        "rulebook": law.regime.id,
        "title": law.regime.title,
        "overlays": list(law.overlays),
    }


def _regime(regime: Regime | None) -> dict[str, Any] | None:
    if regime is None:
        return None
    return {
        "rulebook": regime.id,
        "title": regime.title,
        "since": regime.since.isoformat(),
        "notice": regime.notice,
    }


def _amendment(text: Amendment | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {
        "instrument": text.instrument,
        "amends": text.amends,
        "since": text.since.isoformat(),
        "read": list(text.read),
    }


def _instrument(text: Instrument | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {
        "instrument": text.name,
        "since": text.since.isoformat() if text.since > dt.date.min else None,
        "until": text.until.isoformat() if text.until else None,
        "why": text.why,
    }


def _value(value: StandingValue | None) -> dict[str, Any] | None:
    return None if value is None else value_dict(value.used, value.local)


def _rule(change: Change[RuleInForce]) -> dict[str, Any]:
    sides = {"from": change.before, "to": change.after}
    rule = next(held.rule for held in sides.values() if held is not None)
    cited = {
        key: None if held is None else {"citations": part(held.citations)}
        for key, held in sides.items()
    }
    return {"rule": change.name, "title": rule.title, **cited}
