"""What became of a result: the acts after it, one by one, along the edges of their graph.

Nothing counts before its time: what no edge takes on from where things stand changes nothing, and
is told. The answer is as of the latest moment that the package records, never of a clock.
"""

from collections.abc import Iterator

from attrs import Factory, define, frozen

from tender_engine.basis import Edge
from tender_engine.evaluation import AT_ONCE, AfterAward, Ended
from tender_engine.evaluation import AfterAwardState as S
from tender_engine.events import (
    Announcement,
    Appointment,
    Award,
    AwardProposal,
    Cancellation,
    FailureAct,
    Refusal,
)
from tender_engine.terms import Decider, StageId, Subject
from tender_engine.workflow import Case, Conclusion
from tender_rules.procedures.after_award import AFTER_AWARD
from tender_rules.procurement_kind import is_seleksi
from tender_rules.sanggah.beside import Beside
from tender_rules.sanggah.facts import Facts, Setting, state_of, waited_for
from tender_rules.sanggah.steps import Step, steps
from tender_rules.stages.failure import effective_of
from tender_rules.stages.standing_acts import acts_on

__all__ = ["Course", "Unused", "course"]

_EDGES = frozenset(AFTER_AWARD)
# At these something is awaited before the next one can be agreed with.
_OF_TALKS = (StageId.PEMBUKAAN_HARGA, StageId.NEGOSIASI)
_DETERMINING = ("penetapan", "pernyataan_gagal")
# Without any of these nobody has acted on a result.
_ACTS = (Award, FailureAct, Announcement, AwardProposal, Refusal, Cancellation, Appointment)


@frozen
class Unused:
    """A step that no edge took on, the state that it met, and what was waited for then.

    It `may_stay` if it follows a result that is not on record: its days run, as far as is known.
    """

    step: Step
    state: S
    waits: tuple[str, ...]
    may_stay: bool


@define
class Course:
    """The way that a result took: its facts, the edges taken, and the steps that none took on.

    `ended` are the results that stood no longer, for whoever asks what stood when.
    """

    of: Subject
    given: Setting
    facts: Facts = Factory(Facts)
    path: list[S] = Factory(lambda: [S.BELUM_DIUMUMKAN])
    taken: list[Edge] = Factory(list)
    unused: list[Unused] = Factory(list)
    ended: list[Ended] = Factory(list)

    def take(self, step: Step) -> None:
        """Go on by `step` if there is an edge for it."""
        made, state = step.make(self.facts), self.path[-1]
        if made is None and step.may_pass:
            return
        then = None if made is None else state_of(made, self.given)
        edge = (str(state), step.cause, str(then))
        if made is None or then is None or edge not in _EDGES:
            acted = self.facts.act is not None or bool(self.facts.void)
            may_stay = not acted and not self.given.fails
            waits = waited_for(self.facts, self.given)
            self.unused.append(Unused(step, state, waits, may_stay))
            return
        if self.facts.is_ended_by(made):
            self.ended.append(Ended(self.of, step.at, step.cause, self.facts.act, step.event))
        self.facts = made
        self.taken.append(edge)
        if then is not state:
            self.path.append(then)

    @property
    def acted(self) -> bool:
        """Whether anybody has determined it, or declared that it failed, by an act that counts."""
        return any(cause in _DETERMINING for _, cause, _ in self.taken)

    @property
    def answer(self) -> AfterAward:
        """As an evaluation has it."""
        waits = waited_for(self.facts, self.given)
        return AfterAward(self.path[-1], tuple(map(str, self.path)), waits, tuple(self.taken))


def may_have_gone_on(case: Case) -> bool:
    """Whether anything happened that a result goes on by; else there is no course of any."""
    return not case.package.happened.kinds.isdisjoint(_ACTS)


def course(case: Case, of: Subject, concluded: Conclusion, beside: Beside) -> Course | None:
    """The way that the result `of` took; None where nobody has acted on it."""
    found = steps(case, of, beside)
    if not found:
        return None
    way = Course(of, _setting(case, of, concluded, beside))
    for step in found:
        way.take(step)
    return way


def _setting(case: Case, of: Subject, concluded: Conclusion, beside: Beside) -> Setting:
    listing, acted = of == Subject.KUALIFIKASI, bool(acts_on(case.package, of))
    return Setting(
        listing,
        talks=is_seleksi(case.package.tender) and not listing,
        fails=_fails(concluded, beside),
        told_first=beside.told_first,
        by_pa=not acted and beside.decider is Decider.PA,
        tenders=listing and concluded.next != "penunjukan_langsung",
        talks_due=any(item.stage in _OF_TALKS for item in case.awaiting),
        at_once=frozenset(_at_once(case)),
        differing=beside.differing,
    )


def _fails(concluded: Conclusion, beside: Beside) -> bool:
    undeclared = concluded.state == "dihitung" and concluded.failure is not None
    return beside.failing is not None or undeclared


def _at_once(case: Case) -> Iterator[str]:
    """The grounds declared that hold at once."""
    for act in case.package.happened.of(FailureAct):
        if effective_of(case, case.grounds[act.ground]) == AT_ONCE:
            yield act.ground
