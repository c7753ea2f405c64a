"""What a check comes to that every business of a bidder has to meet.

A bidder is one business, or where it is a KSO each of its members is.
"""

from collections.abc import Callable, Iterable

from attrs import evolve

from tender_engine.findings import Verdict, natural
from tender_engine.law import Ask, Outcome
from tender_engine.model import Member, Participant
from tender_rules.stages.files import BidFile

__all__ = ["Business", "Found", "businesses", "names", "of_each", "told_of_each"]

Business = Participant | Member
# Each business with what the check comes to for it alone.
Found = list[tuple[Business, Outcome]]


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
    whose: Iterable[Business],
    decide: Callable[[Business], Outcome],
    told: Callable[[Found], str],
) -> Outcome:
    """One that fails decides, else one that is unknown waits, else all pass.

    Args:
        whose: the businesses that have to meet the check.
        decide: what it comes to for one of them; its facts name that business.
        told: the reason, from those that decide: all that fail, all that wait, or all.
    """
    found = [(business, decide(business)) for business in whose]
    facts = {name: fact for _, one in found for name, fact in one.facts.items()}
    for verdict in (Verdict.GUGUR, Verdict.BELUM_DINILAI):
        deciding = [pair for pair in found if pair[1].verdict is verdict]
        if deciding:
            break
    else:
        deciding = found
    return evolve(deciding[0][1], reason=told(deciding), facts=facts)


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
