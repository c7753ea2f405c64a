"""Why a procurement is repeated: what undid a result or declared a failure, and when."""

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import Award, Cancellation, FailureAct
from tender_engine.model import Package
from tender_engine.terms import Subject
from tender_rules.procurement_kind import is_seleksi
from tender_rules.sanggah.complaints import acts_alone
from tender_rules.sanggah.undone import Undone, undone
from tender_rules.words import dated

__all__ = ["Cause", "cause_of", "not_before", "objector_of"]


@frozen
class Cause:
    """What led to a repeat: its moment, the result that it was about, in words, and by whom.

    `by` is who objected or appealed, and was right; `ground` that of Pasal 51(2), if it has one.
    """

    at: datetime
    of: Subject
    said: str
    by: str | None = None
    ground: str | None = None


def cause_of(evaluation: Evaluation) -> Cause | None:
    """The last by which a result fell or a failure was declared; `None` where there is none.

    A failure after which the same was determined anew has been answered already. One that only
    figures show has nobody's act yet: then people say why they repeat.
    """
    return max(_causes(evaluation), key=lambda cause: cause.at, default=None)


def objector_of(evaluation: Evaluation) -> str | None:
    """Who objected or appealed last, and was right; a failure declared since changes nothing."""
    right = (cause for cause in _causes(evaluation) if cause.by is not None)
    last = max(right, key=lambda cause: cause.at, default=None)
    return last.by if last else None


def not_before(evaluation: Evaluation) -> datetime | None:
    """The moment before which nothing of a repeat can be: the cause, or else all that is recorded.

    `None` where nothing is recorded at all.
    """
    cause = cause_of(evaluation)
    if cause is not None:
        return cause.at
    return max(_moments(evaluation.given), default=None)


def _moments(package: Package) -> list[datetime]:
    events, entries = package.events, package.assessments
    return [*(event.at for event in events), *(entry.at for entry in entries)]


def _causes(evaluation: Evaluation) -> Iterator[Cause]:
    given = evaluation.counted
    case = acts_alone(evaluation)
    for of in Subject:
        found = undone(case, of)
        if found is not None:
            said = _of_undone(evaluation, found)
            yield Cause(found.at, of, said, found.participant, found.cause)
    awards = given.happened.of(Award)
    for act in given.happened.of(FailureAct):
        if not any(award.of == act.of and award.at > act.at for award in awards):
            said = _of_failure(evaluation, act)
            yield Cause(act.at, Subject(act.of), said, ground=act.ground)
    for end in given.happened.of(Cancellation):
        said = f"{_noun(evaluation)} dibatalkan pada {dated(end.at)}: {end.reason}"
        yield Cause(end.at, Subject.PEMILIHAN, said)


def _of_undone(evaluation: Evaluation, by: Undone) -> str:
    """The answer that undid a result, as `previous.reason` states it; an appeal has no ground."""
    names = {who.id: who.name for who in evaluation.given.participants}
    whose, day = names[by.participant], dated(by.at)
    if by.cause is None:
        return f"Sanggah banding {whose} benar menurut jawaban {day}."
    ground = evaluation.basis.vocabulary("id").said("ground", by.cause)
    return f"Sanggah {whose} benar dan substansial menurut jawaban {day}: {ground}."


def _of_failure(evaluation: Evaluation, act: FailureAct) -> str:
    what = "Prakualifikasi" if act.of == Subject.KUALIFIKASI else _noun(evaluation)
    ground = evaluation.basis.vocabulary("id").said("ground", act.ground)
    return f"{what} dinyatakan gagal pada {dated(act.at)}: {ground}."


def _noun(evaluation: Evaluation) -> str:
    return "Seleksi" if is_seleksi(evaluation.given.tender) else "Tender"
