"""Strategies for scored criteria and for what the members of a panel give on them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.model import Assessment, Criterion, Requirements
from tender_engine.terms import StageId, Unsur
from tender_rules.testing.choosing import any_of
from tender_rules.testing.judgements import START

__all__ = ["scored_requirements", "scores_of_panel"]

# Each sums to a hundred.
_WEIGHTS = (("100",), ("40", "60"), ("20", "30.5", "49.5"), ("10", "20", "20", "50"))
# Experience, proposal, people: the ends of each range and what lies between.
_UNSUR_WEIGHTS = (
    ("10", "20", "70"),
    ("20", "30", "50"),
    ("10", "40", "50"),
    ("15", "20.5", "64.5"),
)
_HIGHEST = tuple(map(Decimal, ("100", "10", "7")))
_THRESHOLDS = (None, "55", "65", "70", "75")
# Shares of the highest score, in percent: few of them, so that equal totals are common.
_SHARES = tuple(map(Decimal, ("60", "70", "75", "75", "80", "80", "90", "100")))
_BAD_SHARES = tuple(map(Decimal, ("0", "50", "54.5")))
_PERCENT = Decimal("0.01")
# One criterion in so many is scored badly.
_SELDOM = 8


def scored_requirements(
    draw: DrawFn,
    stage: StageId,
    *,
    unsur: bool,
    optional: bool,
    weight: Decimal | None = None,
) -> Requirements:
    """What a document asks at a scored stage: weights that make a hundred, and thresholds.

    Args:
        draw: given by Hypothesis.
        stage: the stage, for the ids of the criteria.
        unsur: the criteria are the three parts of a consultant's proposal.
        optional: there may be no threshold at all.
        weight: the weight of the stage, where the method weighs it.
    """
    weights = any_of(draw, _UNSUR_WEIGHTS if unsur else _WEIGHTS)
    parts: Sequence[Unsur | None] = tuple(Unsur) if unsur else (None,) * len(weights)
    criteria = []
    for number, (each, part) in enumerate(zip(weights, parts, strict=True)):
        highest = any_of(draw, _HIGHEST)
        share = any_of(draw, _THRESHOLDS[:3])
        least = None if share is None else Decimal(share) * _PERCENT * highest
        name, clause = f"{stage[:12]}.nilai.{number}", f"LDP N{number}"
        criteria.append(
            Criterion(name, f"Unsur {number}", clause, Decimal(each), least, highest, part)
        )
    total = any_of(draw, _THRESHOLDS)
    if total is None and not optional and all(c.threshold is None for c in criteria):
        total = "60"
    threshold = None if total is None else Decimal(total)
    return Requirements(criteria=tuple(criteria), weight=weight, threshold=threshold)


def scores_of_panel(
    draw: DrawFn,
    asked: Mapping[StageId, Requirements],
    participants: Sequence[str],
    members: Sequence[str],
    *,
    complete: bool,
) -> tuple[Assessment, ...]:
    """A score by every member on every scored criterion: jointly, apart, or changed later.

    Without `complete` a member may say nothing.
    """
    made: list[Assessment] = []
    for stage, terms in sorted(asked.items()):
        for criterion in terms.criteria:
            highest = criterion.max_score
            for who in participants if highest is not None else ():
                panel = _by_whom(draw, members, complete)
                for by in panel:
                    value = _share(draw) * _PERCENT * (highest or 0)
                    made.append(Assessment(stage, who, by, START, criterion.id, score=value))
    return tuple(made)


def _share(draw: DrawFn) -> Decimal:
    bad = draw(st.booleans()) and draw(st.integers(0, _SELDOM)) == _SELDOM
    return any_of(draw, _BAD_SHARES if bad else _SHARES)


def _by_whom(draw: DrawFn, members: Sequence[str], complete: bool) -> list[tuple[str, ...]]:
    """The entries on one question, oldest first, each by one name or several."""
    manner = draw(st.integers(0, 5 if complete else 6))
    everyone: tuple[str, ...] = tuple(members)
    alone: list[tuple[str, ...]] = [(member,) for member in members]
    if manner <= 3:
        return [everyone]
    if manner == 4:
        return alone
    if manner == 5:
        return [everyone[1:], *alone[:2]]
    return alone[1:]
