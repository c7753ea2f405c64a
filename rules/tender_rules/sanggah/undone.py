"""By what an act was undone: an objection found right and substantial, or an appeal found right."""

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from tender_engine.events import Appeal, Award, FailureAct, ObjectionAnswer
from tender_engine.law import Ask
from tender_engine.terms import Subject
from tender_engine.workflow import Case, once
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.made import made
from tender_rules.stages.rulings import rulings

__all__ = ["Undone", "undone"]


@frozen
class Undone:
    """What undid an act: when, at whose word, and on what ground, which an appeal does not name."""

    at: datetime
    participant: str
    act: Award | FailureAct | None
    cause: str | None


@once
def undone(case: Case, of: Subject) -> Undone | None:
    """What has undone the result `of`: the first, or that on whose cause it was declared failed.

    After an objection that was right the tender can but fail (IKP 34.6). After an appeal, and on a
    list, people may determine anew, which takes it back.
    """
    happened = case.package.happened
    if not happened.of(ObjectionAnswer) and not happened.of(Appeal):
        return None
    ruled = {id(act) for act in rulings(case.package)}
    awards = [e.at for e in happened.of(Award) if e.of == of and id(e) not in ruled]
    failures = sorted(happened.of(FailureAct), key=lambda act: act.at)
    found = [
        each
        for each in _undoing(case, of)
        if _is_against(each, awards) and not _had_failed(each, failures)
    ]
    declared = failures[-1].ground if failures else None
    return min(
        found,
        key=lambda each: (each.cause is None or each.cause != declared, each.at, each.participant),
        default=None,
    )


def _undoing(case: Case, of: Subject) -> Iterator[Undone]:
    asked_for = _on_objections_to_list if of == Subject.KUALIFIKASI else _on_objections
    for each in made(case, of):
        if each.answer is not None and each.upholds:
            asked_for(case.ask)
            who, cause = each.objection.participant, each.answer.cause
            yield Undone(each.answer.at, who, each.act, cause)
    if of != Subject.PEMILIHAN:
        return
    for appeal in appealed(case):
        if appeal.granted and appeal.against is not None:
            _on_appeals(case.ask)
            who, act = appeal.appeal.participant, appeal.against.act
            yield Undone(appeal.decided_at, who, act, None)


def _on_objections(ask: Ask) -> None:
    ask.decimal("objection.days")
    ask.text("objection.upheld")


def _on_objections_to_list(ask: Ask) -> None:
    ask.decimal("objection.list_days")
    ask.text("objection.list_upheld")


def _on_appeals(ask: Ask) -> None:
    ask.text("appeal.known_for")
    ask.text("appeal.granted")


def _is_against(by: Undone, awards: list[datetime]) -> bool:
    """Whether what it undid is the latest award, or a failure that none has followed."""
    last = max(awards, default=None)
    return last is None or (by.act is not None and by.act.at >= last)


def _had_failed(by: Undone, failures: list[FailureAct]) -> bool:
    """Whether people had declared a failure of what somebody was determined by before that."""
    act = by.act
    return isinstance(act, Award) and any(act.at < each.at < by.at for each in failures)
