"""Strategies for named checks: what a document asks of them, and what is known of a bidder."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.declared import Check, Declarations
from tender_engine.formats.containers import ById
from tender_engine.model import NOTHING_ASKED, NOTHING_KNOWN, Facts, Requirements
from tender_engine.terms import StageId
from tender_rules.stages.administration import BID_BOND, Bond
from tender_rules.stages.opening import READABLE
from tender_rules.testing.choosing import any_of

__all__ = ["asked_of", "asking", "bidders_own", "facts"]

# Out of some more: most bids should get far, so that late stages are reached.
_MOSTLY = 10


def asking(
    asked: Mapping[StageId, Requirements], check: Check[Any, Any], demand: object
) -> Mapping[StageId, Requirements]:
    """`asked` with a `demand` of a named check beside what it has."""
    before = asked.get(check.stage, NOTHING_ASKED)
    return {**asked, check.stage: evolve(before, named={**before.named, check.key: demand})}


def asked_of(
    draw: DrawFn,
    declared: Declarations,
    asked: Mapping[StageId, Requirements],
    *,
    works: bool,
) -> Mapping[StageId, Requirements]:
    """`asked` with any of the declared checks; a bid bond is asked for construction `works` only.

    (Perpres 16/2018 Pasal 30 ayat (2).)
    """
    for check in declared.checks:
        some: tuple[Any, ...] = check.examples.asked
        if check is BID_BOND and not works:
            some = (False,)
        if draw(st.booleans()) and some:
            demand: Any = any_of(draw, some)
            asked = asking(asked, check, demand)
    return asked


def facts(
    draw: DrawFn,
    declared: Declarations,
    asked: Mapping[StageId, Requirements],
    *,
    complete: bool,
) -> Mapping[StageId, Facts]:
    """What is known of a bidder or a KSO member; with `complete` there is nothing unknown.

    What is known by ids is known of what is `asked` alone.
    """
    found: dict[StageId, Facts] = {}
    for check in declared.checks:
        unasked = isinstance(check.fact, ById) and not asked.get(check.stage, NOTHING_ASKED).of(
            check
        )
        if check.fact and not check.on_business and not unasked:
            fact = _known(draw, check, complete)
            if fact is not None:
                known = found.get(check.stage, NOTHING_KNOWN)
                found[check.stage] = evolve(known, named={**known.named, check.key: fact})
    return found


def bidders_own(draw: DrawFn, declared: Declarations, *, complete: bool) -> Mapping[str, Any]:
    """What stands at a business itself."""
    known = {check.key: _known(draw, check, complete) for check in declared.on_business}
    return {key: fact for key, fact in known.items() if fact is not None}


def _known(draw: DrawFn, check: Check[Any, Any], complete: bool) -> Any:
    unknown: Iterable[Any] = () if complete else (None,)
    if check is BID_BOND and not complete:
        unknown = (None, Bond(Decimal(2_000_000)))  # until when it holds is not known
    if check is READABLE:
        unknown = (*unknown, False)  # it is not met only with a statement of LPSE
    met, unmet = check.examples.met, check.examples.unmet
    return any_of(draw, [*met * _MOSTLY, *unknown, *unmet] or [None])
