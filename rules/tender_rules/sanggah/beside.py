"""What the acts on a result are set beside: what was computed, and who may determine or declare it.

People act; the computation says which of their acts it bears out. An act that it does not bear out
replaces nothing and undoes nothing.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from attrs import frozen

from tender_engine.evaluation import Failure
from tender_engine.events import Announcement, Award, FailureAct, Negotiation
from tender_engine.findings import Verdict
from tender_engine.terms import Decider, NegotiationOutcome, Subject
from tender_engine.workflow import Case, Conclusion
from tender_rules.stages.award import names_winner
from tender_rules.stages.failure import found_by_people
from tender_rules.stages.standing_acts import acts_on, withdrawals

__all__ = ["Beside", "set_beside"]

# By these rules somebody falls at the moment of an event, and by all others from the beginning.
_BY_GOING = ("withdrawal.", "negotiation.")


@frozen
class Beside:
    """How the computation bears on the acts on a result; acts are told apart by identity.

    Args:
        decider: who determines the result.
        agreeing: the determinations that say what was computed.
        differing: those of another winner, when nobody had left whom they named.
        supported: the failures that hold: on a ground that was computed, or that people find.
        gone: since when a bidder is gone that left, or with whom talks failed.
        failing: the failure that was computed.
        told_early: whether a result was announced before any act.
    """

    decider: Decider
    agreeing: frozenset[int]
    differing: frozenset[int]
    supported: frozenset[int]
    gone: Mapping[str, datetime]
    failing: Failure | None
    told_early: bool

    @property
    def told_first(self) -> bool:
        """Whether that it fails was announced, so that one may object, before it is declared.

        What holds at once is declared first: no text was read that gives days to object to it.
        """
        return self.told_early and self.failing is not None and not self.failing.holds_at_once

    def bears_out(self, act: Award | FailureAct) -> bool:
        """Whether the act says what was computed, or what is for people to find."""
        return id(act) in self.agreeing or id(act) in self.supported

    def has_left_since(self, named: Award, at: datetime) -> bool:
        """Whether anybody whom a determination named was there still at a moment, and left later.

        Then the computation, which knows it, says nothing of that moment.
        """
        names = (named.winner, *(named.reserves or ()))
        return any(_leaves(self.gone, name, at) for name in names)


def set_beside(
    case: Case,
    of: Subject,
    decider: Decider,
    agrees: Callable[[Case, Award], bool],
    computed: Callable[[Case], Conclusion],
) -> Beside:
    """The acts on the result `of` beside what was `computed`."""
    acts = acts_on(case.package, of)
    awards = [act for act in acts if isinstance(act, Award)]
    failures = [act for act in acts if isinstance(act, FailureAct)]
    others = (act for act in awards if not names_winner(case, act))
    gone = _gone(case)
    return Beside(
        decider,
        frozenset(id(act) for act in awards if agrees(case, act)),
        frozenset(id(act) for act in others if not _leaves(gone, act.winner, act.at)),
        frozenset(id(act) for act in failures if _holds(case, act, gone, computed(case).failure)),
        gone,
        computed(case).failure,
        told_early=_is_told_early(case, of, acts),
    )


def _is_told_early(case: Case, of: Subject, acts: list[Award | FailureAct]) -> bool:
    """Whether a result was announced before anybody acted on it."""
    first = min((act.at for act in acts), default=None)
    told = (e.at for e in case.package.happened.of(Announcement) if e.of == of)
    return any(first is None or at < first for at in told)


def _leaves(gone: Mapping[str, datetime], name: str | None, at: datetime) -> bool:
    return name is not None and name in gone and gone[name] > at


def _holds(
    case: Case,
    act: FailureAct,
    gone: Mapping[str, datetime],
    failure: Failure | None,
) -> bool:
    """Whether who may declares it, and the ground is for people to find or had been computed."""
    if act.by != case.grounds[act.ground].declared_by:
        return False
    if found_by_people(case, act):
        return True
    same = failure is not None and failure.ground == act.ground
    return same and not any(_fell_by_going(case, name) for name in gone if gone[name] > act.at)


def _fell_by_going(case: Case, name: str) -> bool:
    """Whether nothing but its leaving, or talks, has made a bidder fall."""
    found = (table[name] for table in case.verdicts.values() if name in table)
    fell = [f for each in found for f in each.findings if f.verdict is Verdict.GUGUR]
    return all(finding.rule.startswith(_BY_GOING) for finding in fell)


def _gone(case: Case) -> dict[str, datetime]:
    """Since when each is gone who left, or with whom talks failed.

    Talks that fail again change nothing, unless they had come to an agreement in between.
    """
    failed, left = dict[str, datetime](), dict[str, datetime]()
    for talks in sorted(case.package.happened.of(Negotiation), key=lambda event: event.at):
        if talks.outcome is NegotiationOutcome.GAGAL:
            failed.setdefault(talks.participant, talks.at)
        else:
            failed.pop(talks.participant, None)
    for gone in sorted(withdrawals(case), key=lambda event: event.at):
        left.setdefault(gone.participant, gone.at)
    both = failed.keys() & left.keys()
    return failed | left | {name: min(failed[name], left[name]) for name in both}
