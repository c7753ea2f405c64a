"""In which days a result is objected to, an objection answered, and an answer appealed against."""

import datetime as dt
from bisect import bisect_right
from itertools import takewhile

from tender_engine.evaluation import Period
from tender_engine.events import (
    Announcement,
    Award,
    BondClarification,
    Cancellation,
    FailureAct,
    ObjectionAnswer,
)
from tender_engine.terms import BondResult, Category, ObjectionDecision, Subject
from tender_engine.workflow import Case, once
from tender_rules.periods.counting import counted, counted_period
from tender_rules.stages.rulings import rulings

__all__ = [
    "act_announced",
    "answer_period",
    "appeal_answer_period",
    "appeal_period",
    "begun",
    "objection_period",
    "waits",
]


def objection_period(case: Case, of: Subject, by: dt.datetime | None = None) -> Period | None:
    """The *masa sanggah* of the result `of` that was announced last, until `by` if it is given.

    It runs from the announcement (Model Dokumen Pemilihan IKP 34.4); `None` where there is none. Of
    a failure that holds at once no text was read that gives such days.
    """
    announced = begun(case, of)
    count = len(announced) if by is None else bisect_right(announced, by)
    if not count:
        return None
    return _from(case, of, announced[count - 1])


@once
def begun(case: Case, of: Subject) -> list[dt.datetime]:
    """When the result `of` was announced, but for what goes on with what was announced before.

    That nobody passes is announced first, and declared once nobody can object to it any more: that
    it was declared begins no other days. Nor does that all of it was called off: no text was read
    by which anybody objects to that.
    """
    ended = _called_off_at(case)
    told = sorted({e.at for e in case.package.happened.of(Announcement) if e.of == of})
    told = [at for at in told if ended is None or at < ended]
    acts = [act_announced(case, of, at) for at in told]
    goes_on = [isinstance(act, FailureAct) and waits(case, act) for act in acts]
    return [at for n, at in enumerate(told) if n == 0 or not goes_on[n]]


def _called_off_at(case: Case) -> dt.datetime | None:
    """When the procurement was called off, if it was."""
    return min((e.at for e in case.package.happened.of(Cancellation)), default=None)


@once
def _from(case: Case, of: Subject, announced: dt.datetime) -> Period | None:
    last = act_announced(case, of, announced)
    if isinstance(last, FailureAct) and not waits(case, last):
        return None
    listed = of == Subject.KUALIFIKASI
    days = case.law.value("objection.list_days" if listed else "objection.days")
    return counted_period(case, "masa_sanggah", of, announced, days)


def waits(case: Case, act: FailureAct) -> bool:
    """Whether a failure holds only once nobody can object any more that nobody passes."""
    return case.grounds[act.ground].effective is not None


def act_announced(case: Case, of: Subject, at: dt.datetime) -> Award | FailureAct | None:
    """What an announcement of the result `of` made known: the latest act on it until `at`."""
    acts = _acts(case, of)
    count = bisect_right(acts, at, key=lambda act: act.at)
    return acts[count - 1] if count else None


@once
def _acts(case: Case, of: Subject) -> list[Award | FailureAct]:
    happened, ruled = case.package.happened, {id(act) for act in rulings(case.package)}
    acts: list[Award | FailureAct] = [*happened.of(Award), *happened.of(FailureAct)]
    acts = [act for act in acts if act.of == of and id(act) not in ruled]
    return sorted(acts, key=lambda act: act.at)


def answer_period(case: Case, of: Subject, by: dt.datetime | None = None) -> Period | None:
    """In which objections to the result `of` are answered: it begins when those may end.

    The model document counts calendar days, SPSE working days: two variants.
    """
    objecting = objection_period(case, of, by)
    if objecting is None:
        return None
    listed = of == Subject.KUALIFIKASI
    days = case.law.value("objection.list_answer_days" if listed else "objection.answer_days")
    which = case.law.value("objection.answer_counted")
    kind = counted(case, "objection.answer_counted")
    return counted_period(case, "jawaban_sanggah", of, objecting.until, days, which, by=kind)


def appeal_period(case: Case, participant: str, by: dt.datetime | None = None) -> Period | None:
    """The *masa sanggah banding* of who was answered last that the result stands as it is.

    Of the answers until `by` if it is given. Only works know one (Perpres 16/2018 Pasal 50
    ayat (2)).
    """
    if case.package.tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        return None
    answers = _answers(case, participant)
    count = len(answers) if by is None else bisect_right(answers, by, key=lambda event: event.at)
    if not count:
        return None
    begins = answers[count - 1].at
    last = takewhile(lambda event: event.at == begins, reversed(answers[:count]))
    if any(event.decision is ObjectionDecision.BENAR_SUBSTANSIAL for event in last):
        return None
    days = case.law.value("appeal.days")
    name = "masa_sanggah_banding"
    return counted_period(case, name, Subject.PEMILIHAN, begins, days, participant=participant)


@once
def _answers(case: Case, participant: str) -> list[ObjectionAnswer]:
    told = case.package.happened.about(ObjectionAnswer, participant)
    return [event for event in told if event.of == Subject.PEMILIHAN]


def appeal_answer_period(case: Case, participant: str) -> Period | None:
    """In which the KPA answers an appeal: from when its bond was found valid, the last time."""
    told = reversed(case.package.happened.about(BondClarification, participant))
    begins = next((event.at for event in told if event.result is BondResult.SAH), None)
    if begins is None:
        return None
    days = case.law.value("appeal.answer_days")
    name = "jawaban_sanggah_banding"
    return counted_period(case, name, Subject.PEMILIHAN, begins, days, participant=participant)
