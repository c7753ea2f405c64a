"""Red flags as plain values ready for JSON."""

from collections.abc import Iterable
from typing import Any

from tender_engine.law import Law
from tender_rules.red_flags.declared import Found, Raised
from tender_rules.red_flags.looking import Answer
from tender_rules.red_flags.outliers import Fences
from tender_rules.similar.across.overview_writing import share_shown

__all__ = ["flags_list"]


def flags_list(answers: Iterable[Answer], law: Law) -> list[dict[str, Any]]:
    """Each flag with its definition, source and thresholds under `law`; shares are exact beside."""
    return [_answer(answer, law) for answer in answers]


def _answer(answer: Answer, law: Law) -> dict[str, Any]:
    flag = answer.flag
    return {
        "code": flag.code,
        "title": flag.words.id,
        "definition": flag.definition.id,
        "source": {
            "instrument": flag.cites.instrument,
            "article": flag.cites.article,
            "source": str(flag.cites.source),
            "url": flag.url,
        },
        "thresholds": [
            {"param": used.param, "value": used.value, "source": str(used.source)}
            for used in map(law.value, flag.thresholds)
        ],
        "not_computed": None if flag.not_computed is None else flag.not_computed.id,
        "found": [_found(found) for found in answer.found],
    }


def _found(found: Found) -> dict[str, Any]:
    return {
        "group": str(found.group),
        "population": found.population,
        "population_least": found.least,
        "enough": found.enough,
        "left_out": dict(found.left_out),
        "fences": None if found.fences is None else _fences(found.fences),
        "raised": [_raised(each) for each in found.raised],
    }


def _fences(fences: Fences) -> dict[str, Any]:
    ends = {
        "q1": fences.first,
        "q3": fences.third,
        "lower": fences.lower,
        "upper": fences.upper,
    }
    return {name: share_shown(value) for name, value in ends.items()}


def _raised(each: Raised) -> dict[str, Any]:
    return {
        "subject": each.subject,
        "participants": list(each.participants),
        "value": share_shown(each.value),
        "exact": None if each.value is None else str(each.value),
        "facts": dict(each.facts),
    }
