"""The calendar of a tender: every period that its record has begun, in the order of beginnings."""

from collections.abc import Iterator

from tender_engine.evaluation import Period
from tender_engine.events import (
    Announcement,
    BondClarification,
    ObjectionAnswer,
)
from tender_engine.findings import natural
from tender_engine.terms import Subject
from tender_engine.workflow import Case, once
from tender_rules.periods.objecting import (
    answer_period,
    appeal_answer_period,
    appeal_period,
    begun,
    objection_period,
)
from tender_rules.periods.scheduled import least_times, service
from tender_rules.periods.validity import validities
from tender_rules.sanggah.made import made

__all__ = ["calendar"]


@once
def calendar(case: Case) -> tuple[Period, ...]:
    """Every period, each once; none before any event."""
    if not case.package.events:
        return ()
    found = [*least_times(case), *service(case), *validities(case)]
    found += [*_objecting(case), *_appealing(case)]
    found.sort(key=lambda p: (p.begins, p.until, p.id, p.of, natural(p.participant or "")))
    return tuple(found)


def _objecting(case: Case) -> Iterator[Period]:
    """Of each announcement the days for objections and, if any counts, for their answers."""
    for of in sorted({event.of for event in case.package.happened.of(Announcement)}):
        found = made(case, Subject(of))
        asked = {each.period.begins for each in found if each.counts and each.period}
        for at in begun(case, Subject(of)):
            yield from filter(None, [objection_period(case, Subject(of), at)])
            if at in asked:
                yield from filter(None, [answer_period(case, Subject(of), at)])


def _appealing(case: Case) -> Iterator[Period]:
    """Of each who was answered, and of each whose bond was clarified; a *pengaduan* has neither."""
    happened = case.package.happened
    answers, bonds = happened.of(ObjectionAnswer), happened.of(BondClarification)
    if not answers and not bonds:
        return
    objected = made(case, Subject.PEMILIHAN)
    barred = {each.objection.participant for each in objected}
    told = sorted(answers, key=lambda event: event.at)
    heard = {e.participant: e.at for e in told if e.participant not in barred}
    for each in objected:
        if each.counts and each.answer is not None:
            name = each.objection.participant
            heard[name] = max(each.answer.at, heard.get(name, each.answer.at))
    for name in sorted(heard):
        yield from filter(None, (appeal_period(case, name, heard[name]),))
    for name in sorted({event.participant for event in bonds} - (barred - heard.keys())):
        yield from filter(None, (appeal_answer_period(case, name),))
