"""The calendar of a tender: every period that its record has begun, in the order of beginnings."""

from collections.abc import Iterator

from tender_engine.evaluation import Period
from tender_engine.events import (
    Announcement,
    BondClarification,
    Objection,
    ObjectionAnswer,
)
from tender_engine.findings import natural
from tender_engine.terms import Subject
from tender_engine.workflow import Case
from tender_rules.periods.objecting import (
    answer_period,
    appeal_answer_period,
    appeal_period,
    objection_period,
)
from tender_rules.periods.scheduled import least_times, service
from tender_rules.periods.validity import validities
from tender_rules.sanggah.made import made

__all__ = ["calendar"]


def calendar(case: Case) -> tuple[Period, ...]:
    """Every period, each once; none before any event."""
    found: tuple[Period, ...] = case.once("calendar", lambda: _calendar(case))
    return found


def _calendar(case: Case) -> tuple[Period, ...]:
    if not case.package.events:
        return ()
    found = [*least_times(case), *service(case), *validities(case)]
    found += [*_objecting(case), *_appealing(case)]
    found.sort(key=lambda p: (p.begins, p.until, p.id, p.of, natural(p.participant or "")))
    return tuple(found)


def _objecting(case: Case) -> Iterator[Period]:
    """Of each announcement the days for objections and, if any came, for their answers."""
    happened = case.package.happened
    announced = sorted({(event.of, event.at) for event in happened.of(Announcement)})
    for of, at in announced:
        subject = Subject(of)
        ends = [later for other, later in announced if other == of and later > at]
        objected = [e.at for e in happened.of(Objection) if e.of == of and e.at >= at]
        yield from filter(None, [objection_period(case, subject, at)])
        if any(not ends or when < min(ends) for when in objected):
            yield from filter(None, [answer_period(case, subject, at)])


def _appealing(case: Case) -> Iterator[Period]:
    """Of each who was answered, and of each whose bond was clarified; a *pengaduan* has neither."""
    happened, barred = case.package.happened, _only_complained(case)
    answered = {event.participant for event in happened.of(ObjectionAnswer)} - barred
    clarified = {event.participant for event in happened.of(BondClarification)} - barred
    yield from filter(None, (appeal_period(case, name) for name in sorted(answered)))
    yield from filter(None, (appeal_answer_period(case, name) for name in sorted(clarified)))


def _only_complained(case: Case) -> set[str]:
    """Who was answered on nothing that counts as an objection to the bids."""
    answered = [each for each in made(case, Subject.PEMILIHAN) if each.answer is not None]
    heard = {each.objection.participant for each in answered if each.counts}
    return {each.objection.participant for each in answered} - heard
