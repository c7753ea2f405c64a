"""An answer as plain values, ready for JSON."""

from typing import Any

from tender_rules.whatif.answer import Aside, Flip, Further, Outcome, WhatIf
from tender_rules.whatif.cells import RANGES
from tender_rules.whatif.own_question import Asked

__all__ = ["asked_dict", "what_if_dict"]


def what_if_dict(found: WhatIf) -> dict[str, Any]:
    """An answer under the keys of the format; boundaries are fractions as texts."""
    return {
        "outcome": _outcome(found.outcome),
        "set_aside": _asides(found.set_aside),
        "flips": [_flip(flip) for flip in found.flips],
        "to_waiting": [_flip(flip) for flip in found.to_waiting],
        "waits_for": list(found.waits_for),
        "steady": found.steady,
        "ranges": dict(RANGES),
        "further": _further(found.further),
        "further_waiting": _further(found.further_waiting),
        "unlooked": list(found.unlooked),
    }


def asked_dict(asked: Asked, place: str, value: str) -> dict[str, Any]:
    """The answer to one's own question."""
    after = asked.after
    return {
        "outcome": _outcome(asked.before),
        "set_aside": _asides(asked.set_aside),
        "asked": {
            "place": place,
            "value": value,
            "outcome": _outcome(after),
            "same": after is not None and after.same_as(asked.before),
        },
    }


def _asides(events: tuple[Aside, ...]) -> list[dict[str, str]]:
    return [{"type": event.type, "at": event.at.isoformat()} for event in events]


def _further(counted: tuple[Further, ...]) -> list[dict[str, Any]]:
    return [
        {"kind": each.kind, "participant": each.participant, "cells": each.cells}
        for each in counted
    ]


def _flip(flip: Flip) -> dict[str, Any]:
    return {
        "kind": flip.kind,
        "subject": flip.subject,
        "now": flip.now,
        "from": flip.before,
        "to": flip.after,
        "exact": None if flip.exact is None else str(flip.exact),
        "below": _outcome(flip.below),
        "at": _outcome(flip.at),
        "above": _outcome(flip.above),
    }


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {
        "kind": outcome.kind,
        "winner": outcome.winner,
        "shortlist": list(outcome.listed),
        "ground": outcome.ground,
        "codes": list(outcome.codes),
    }
