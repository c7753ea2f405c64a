"""Which appeals count: in time and with a bond; the KPA answers. Only works know them.

Source: Perpres 16/2018 Pasal 50 ayat (2) and Pasal 10 ayat (2); Peraturan LKPP 12/2021.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Generic, TypeVar

from attrs import evolve, frozen

from tender_engine.evaluation import Period
from tender_engine.events import Appeal, AppealAnswer, BondClarification, Event
from tender_engine.terms import AppealDecision, BondResult, ObjectionDecision, Subject
from tender_engine.workflow import Case, once
from tender_rules.periods.objecting import appeal_period
from tender_rules.sanggah.made import Made, Why, made

__all__ = ["Appealed", "appealed", "strays"]

E = TypeVar("E", bound=Event)


@frozen
class Appealed:
    """An appeal with what was said of its bond and its answer; it counts where `why` is None."""

    appeal: Appeal
    against: Made | None
    period: Period | None
    why: Why | None
    bond: BondClarification | None = None
    answer: AppealAnswer | None = None

    @property
    def decision(self) -> AppealDecision | None:
        """How it was answered, by the event of the KPA or else as it was typed at the appeal."""
        if self.answer is not None:
            return self.answer.decision
        typed = self.appeal.decision
        if typed is None:
            return None
        right = typed is ObjectionDecision.BENAR_SUBSTANSIAL
        return AppealDecision.BENAR if right else AppealDecision.TIDAK_BENAR

    @property
    def granted(self) -> bool:
        """Whether it counts and was found right."""
        return self.why is None and self.decision is AppealDecision.BENAR

    @property
    def decided_at(self) -> datetime:
        """When it was answered; one that says so itself, without an event, when it was made."""
        return self.appeal.at if self.answer is None else self.answer.at


@once
def appealed(case: Case) -> tuple[Appealed, ...]:
    """The appeals on the bids, oldest first."""
    return tuple(_appealed(case)) if case.package.happened.of(Appeal) else ()


def strays(case: Case) -> list[BondClarification | AppealAnswer]:
    """What was said of a bond, or answered, before which there is no appeal."""
    happened = case.package.happened
    used = {id(each.bond) for each in appealed(case)} | {id(e.answer) for e in appealed(case)}
    told: list[BondClarification | AppealAnswer] = [*happened.of(BondClarification)]
    told += happened.of(AppealAnswer)
    return sorted((e for e in told if id(e) not in used), key=lambda e: (e.at, e.participant))


def _appealed(case: Case) -> Iterator[Appealed]:
    """Each appeal, oldest first, with what was said of it.

    What was said is first of those that count; only what is left over is of a *pengaduan*.
    """
    happened, found = case.package.happened, list(_counted(case))
    used = {id(each.bond) for each in found} | {id(each.answer) for each in found}
    bonds = _Left(lambda name: _rest(happened.about(BondClarification, name), used))
    answers = _Left(lambda name: _rest(happened.about(AppealAnswer, name), used))
    for each in found:
        if each.why is None:
            yield each
            continue
        name, at = each.appeal.participant, each.appeal.at
        bond = each.bond or bonds.first(name, at)
        yield evolve(each, bond=bond, answer=answers.first(name, at))


def _rest(events: list[E], used: set[int]) -> list[E]:
    return [event for event in events if id(event) not in used]


def _counted(case: Case) -> Iterator[Appealed]:
    """Each appeal, oldest first, and whether it counts: only one that does uses anything up.

    It is against the last answer to its bidder, whose answers come in the order of its objections.
    One whose bond is found not to be valid leaves that answer to another appeal from then on.
    """
    happened = case.package.happened
    appeals = (e for e in happened.of(Appeal) if e.of == Subject.PEMILIHAN)
    coming: dict[str, deque[Made]] = defaultdict(deque)
    for each in made(case, Subject.PEMILIHAN):
        if each.answer is not None and each.counts and not each.upholds:
            coming[each.objection.participant].append(each)
    heard: dict[str, list[Made]] = defaultdict(list)
    back: dict[str, list[tuple[datetime, Made]]] = defaultdict(list)
    bonds = _Left(lambda name: happened.about(BondClarification, name))
    answers = _Left(lambda name: happened.about(AppealAnswer, name))
    for appeal in sorted(appeals, key=lambda event: (event.at, event.participant)):
        name, bond, answer = appeal.participant, None, None
        while coming[name] and coming[name][0].answered_by(appeal.at):
            heard[name].append(coming[name].popleft())
        while back[name] and back[name][0][0] <= appeal.at:
            heard[name].append(back[name].pop(0)[1])
        against = heard[name][-1] if heard[name] else None
        period = _period(case, against)
        why = _why(case, appeal, against, period)
        if why is None and against is not None:
            heard[name].pop()
            bond = bonds.first(name, appeal.at)
            if bond is not None and bond.result is BondResult.TIDAK_SAH:
                why = Why.JAMINAN_TIDAK_SAH
                back[name].append((bond.at, against))
            else:
                answer = answers.first(name, appeal.at)
        if why is not None:
            case.ask.text("appeal.complaint")
        if why is Why.LEWAT:
            case.ask.decimal("appeal.days")
        yield Appealed(appeal, against, period, why, bond, answer)


def _period(case: Case, against: Made | None) -> Period | None:
    """The days in which that answer may be appealed against."""
    if against is None or against.answer is None:
        return None
    return appeal_period(case, against.objection.participant, against.answer.at)


class _Left(Generic[E]):
    """Events of each bidder that nothing has used; what is asked for comes later and later."""

    def __init__(self, about: Callable[[str], list[E]]) -> None:
        self._about, self._left = about, dict[str, deque[E]]()

    def first(self, name: str, since: datetime) -> E | None:
        """The first of `name` from then on, which is used by it."""
        if name not in self._left:
            self._left[name] = deque(self._about(name))
        left = self._left[name]
        while left and left[0].at < since:
            left.popleft()
        return left.popleft() if left else None


def _why(case: Case, appeal: Appeal, against: Made | None, period: Period | None) -> Why | None:
    if appeal.addressee is not None and str(appeal.addressee) not in _addressees(case):
        return Why.TUJUAN
    if against is None:
        return Why.BELUM_DIJAWAB
    if period is not None and appeal.at > period.until:
        return Why.LEWAT
    # Of an amount that is not known nothing can be said.
    return Why.TANPA_JAMINAN if appeal.bond == 0 else None


def _addressees(case: Case) -> list[str]:
    """To whom an appeal goes; of one whose addressee is not told nothing is said."""
    return case.ask.text("appeal.addressed_to").split("_atau_")
