"""Berhalangan: a member with a declared interest has no seat on the bidders that it is in.

What it says of them all the same is kept and not counted. A declaration is never taken back by a
later one: who once had an interest in a bidder stays out of the questions on it.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import wraps

from attrs import evolve, frozen

from tender_engine.events import DeclaredInterest
from tender_engine.findings import natural
from tender_engine.judgement import Seats, whole_panel
from tender_engine.law import Ask, Law, Outcome, passes, rule
from tender_engine.model import Package, Participant
from tender_engine.workflow import Case, Decision, Stage
from tender_rules.citations import perpres

__all__ = ["RULES", "absence", "abstention", "left_to_others", "members_away", "seated", "seats"]

_WHOLE = "semua_anggota"


def seats(package: Package, law: Law) -> Seats:
    """Who of the panel answers on whom, as members declared their interests."""
    away: dict[str, set[str]] = defaultdict(set)
    for event in package.happened.of(DeclaredInterest):
        if event.interest is not False:
            for name in event.participants or (who.id for who in package.participants):
                away[name].add(event.member)
    panel = whole_panel(package)
    if not away:
        return panel
    ask = Ask(law)
    return evolve(
        panel,
        away={name: frozenset(those) for name, those in away.items()},
        whole=ask.text("panel.abstention") == _WHOLE,
        least=int(ask.decimal("panel.least_seats")),
    )


@frozen
class SeatFile:
    """A bidder, and the members who have no seat on the questions about it."""

    bidder: Participant
    away: tuple[str, ...]


def absence(away: Iterable[str], bidder: Participant) -> str:
    """That members did not judge a bidder."""
    return f"Anggota {', '.join(away)} tidak menilai peserta {bidder.name}"


def left_to_others(words: str) -> str:
    """The sentence of minutes on an absence: all that a record says of an interest."""
    return f"{words} (Pasal 7)."


def members_away(case: Case, bidder: str) -> tuple[str, ...]:
    """The names of who has no seat on the questions about `bidder`, in the order of their ids."""
    away = case.judgements.seats.away.get(bidder)
    if not away:
        return ()
    called = {member.id: member.name for member in case.package.pokja.members}
    return tuple(called[name] for name in sorted(away, key=natural))


@rule(
    "panel.abstention",
    "Anggota yang tidak menilai karena berhalangan",
    perpres("Pasal 7 ayat (1) huruf e"),
    since="2018-03-22",
)
def abstention(file: SeatFile, ask: Ask) -> Outcome | None:
    """Who has an interest in a bidder does not judge it; what the interest is stays inside."""
    ask.text("panel.abstention")
    ask.decimal("panel.least_seats")
    return passes(absence(file.away, file.bidder), anggota=", ".join(file.away))


RULES = (abstention,)


def seated(stage: Stage) -> Stage:
    """`stage`, whose verdict by vote also says who did not judge."""
    decide = stage.decide

    @wraps(decide)
    def decide_by_those_seated(case: Case, bidder: Participant) -> Decision:
        decision = decide(case, bidder)
        if not case.judgements.seats.away:
            return decision
        away = members_away(case, bidder.id)
        if not (away and decision.votes):
            return decision
        found = abstention.apply(SeatFile(bidder, away), case.law)
        if found is None:
            return decision
        return evolve(decision, findings=(*decision.findings, found[0]))

    return evolve(stage, decide=decide_by_those_seated, rules=(*stage.rules, *RULES))
