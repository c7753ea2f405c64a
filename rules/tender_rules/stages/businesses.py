"""What a check comes to that every business of a bidder has to meet.

A bidder is one business, or where it is a KSO each of its members is.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import evolve, frozen

from tender_engine.declared import Check
from tender_engine.findings import Verdict, natural
from tender_engine.law import Ask, Outcome, fails, passes, waits
from tender_engine.model import Member, Participant
from tender_rules.stages.files import BidFile

__all__ = ["Business", "InWords", "businesses", "names", "of_each", "of_one_fact", "told_of_each"]

Fact = TypeVar("Fact")
Business = Participant | Member
Part = TypeVar("Part")
# Each business with what the check comes to for it alone.
Found = list[tuple[Business, Outcome]]
# One of these decides for all; the first before the second.
_DECIDE_ALONE = (Verdict.GUGUR, Verdict.BELUM_DINILAI)


@frozen
class InWords:
    """What is said of a check: where it is not met, where it is, and where nothing is known."""

    unmet: str
    met: str
    unknown: str


def businesses(file: BidFile, ask: Ask) -> tuple[Business, ...]:
    """Whose facts count: every member of a KSO (no text read says so), else the bidder."""
    if not file.bidder.members:
        return (file.bidder,)
    ask.text("kso.members")
    return tuple(sorted(file.bidder.members, key=lambda member: natural(member.id)))


def names(whose: Iterable[Business]) -> str:
    """What they are called, in one line."""
    return ", ".join(business.name for business in whose)


def of_each(
    whose: Iterable[Part],
    decide: Callable[[Part], Outcome],
    told: Callable[[list[tuple[Part, Outcome]]], str],
) -> Outcome:
    """One that fails decides, else one that is unknown waits, else all pass.

    Args:
        whose: the businesses that have to meet the check, or whatever else has to be met.
        decide: what it comes to for one of them; its facts name that business.
        told: the reason, from those that decide: all that fail, all that wait, or all.
    """
    found = [(business, decide(business)) for business in whose]
    facts = {name: fact for _, one in found for name, fact in one.facts.items()}
    for verdict in _DECIDE_ALONE:
        deciding = [pair for pair in found if pair[1].verdict is verdict]
        if deciding:
            break
    else:
        deciding = found
    first = deciding[0][1]
    return Outcome(first.verdict, told(deciding), facts, first.clause, first.needs)


def of_one_fact(
    file: BidFile,
    whose: Iterable[Business],
    check: Check[Any, Fact],
    meets: Callable[[Fact], bool],
    said: InWords,
) -> Outcome:
    """The same for a check of one fact, told in one sentence with the names that decide."""
    clause = file.clause(check)

    def decide(business: Business) -> Outcome:
        fact = business.known(check)
        if fact is None:
            return waits(said.unknown, "fakta", clause, **{business.id: None})
        answer, words = (passes, said.met) if meets(fact) else (fails, said.unmet)
        return answer(words, clause, **{business.id: fact})

    def told(found: Found) -> str:
        outcome = found[0][1]
        if outcome.verdict is Verdict.LULUS:
            return outcome.reason
        where = file.where(check) if outcome.verdict is Verdict.GUGUR else ""
        return f"{outcome.reason}: {names(business for business, _ in found)}{where}"

    return of_each(whose, decide, told)


def told_of_each(whose: Iterable[Business], decide: Callable[[Business], Outcome]) -> Outcome:
    """The same for a check with a reason and facts of its own for each business.

    Of a KSO each reason follows the name of its member, and each fact the member's id.
    """

    def apart(business: Business) -> Outcome:
        one = decide(business)
        if not isinstance(business, Member):
            return one
        facts = {f"{business.id}.{name}": fact for name, fact in one.facts.items()}
        return evolve(one, reason=f"{business.name}: {one.reason}", facts=facts)

    return of_each(whose, apart, lambda found: "; ".join(one.reason for _, one in found))
