"""Which appeals count: in time and with a bond; the KPA answers. Only works know them.

Source: Perpres 16/2018 Pasal 50 ayat (2) and Pasal 10 ayat (2); Peraturan LKPP 12/2021.
"""

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from tender_engine.evaluation import Period
from tender_engine.events import Appeal, AppealAnswer, BondClarification
from tender_engine.terms import AppealDecision, BondResult, ObjectionDecision, Subject
from tender_engine.workflow import Case
from tender_rules.periods.objecting import appeal_period
from tender_rules.sanggah.made import Made, Why, made

__all__ = ["Appealed", "appealed", "strays"]


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


def appealed(case: Case) -> tuple[Appealed, ...]:
    """The appeals on the bids, oldest first."""
    if not case.package.happened.of(Appeal):
        return ()
    found: tuple[Appealed, ...] = case.once("appealed", lambda: tuple(_appealed(case)))
    return found


def strays(case: Case) -> list[BondClarification | AppealAnswer]:
    """What was said of a bond, or answered, before which there is no appeal."""
    happened = case.package.happened
    used = {id(each.bond) for each in appealed(case)} | {id(e.answer) for e in appealed(case)}
    told: list[BondClarification | AppealAnswer] = [*happened.of(BondClarification)]
    told += happened.of(AppealAnswer)
    return sorted((e for e in told if id(e) not in used), key=lambda e: (e.at, e.participant))


def _appealed(case: Case) -> Iterator[Appealed]:
    appeals = [e for e in case.package.happened.of(Appeal) if e.of == Subject.PEMILIHAN]
    used: set[int] = set()
    for appeal in sorted(appeals, key=lambda event: (event.at, event.participant)):
        against = _answered_before(case, appeal, used)
        bond, answer = _said_of_bond(case, appeal, used), _answer(case, appeal, used)
        period = None if against is None else _period(case, appeal)
        why = _why(appeal, against, period) or _by_its_bond(appeal, bond)
        if why is not None:
            case.ask(lambda ask: ask.text("appeal.complaint"))
        if why is Why.LEWAT:
            case.ask(lambda ask: ask.decimal("appeal.days"))
        yield Appealed(appeal, against, period, why, bond, answer)


def _answered_before(case: Case, appeal: Appeal, used: set[int]) -> Made | None:
    """The objection of the same bidder whose answer came last before the appeal."""
    found = [
        each
        for each in made(case, Subject.PEMILIHAN)
        if each.objection.participant == appeal.participant
        and each.answer is not None
        and each.answer.at <= appeal.at
        and id(each) not in used
    ]
    if found:
        used.add(id(found[-1]))
    return found[-1] if found else None


def _period(case: Case, appeal: Appeal) -> Period | None:
    return appeal_period(case, appeal.participant, appeal.at)


def _said_of_bond(case: Case, appeal: Appeal, used: set[int]) -> BondClarification | None:
    for event in case.package.happened.about(BondClarification, appeal.participant):
        if event.at >= appeal.at and id(event) not in used:
            used.add(id(event))
            return event
    return None


def _answer(case: Case, appeal: Appeal, used: set[int]) -> AppealAnswer | None:
    for event in case.package.happened.about(AppealAnswer, appeal.participant):
        if event.at >= appeal.at and id(event) not in used:
            used.add(id(event))
            return event
    return None


def _why(appeal: Appeal, against: Made | None, period: Period | None) -> Why | None:
    if against is None or not against.counts or against.upholds:
        return Why.BELUM_DIJAWAB
    return Why.LEWAT if period is not None and appeal.at > period.until else None


def _by_its_bond(appeal: Appeal, bond: BondClarification | None) -> Why | None:
    """Without a bond it is a *pengaduan*; of an amount that is not known nothing can be said."""
    if appeal.bond == 0:
        return Why.TANPA_JAMINAN
    invalid = bond is not None and bond.result is BondResult.TIDAK_SAH
    return Why.JAMINAN_TIDAK_SAH if invalid else None
