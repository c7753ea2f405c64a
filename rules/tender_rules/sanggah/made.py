"""Which objections count: by whom, when and by which way they came, and how each was answered.

What does not count is a *pengaduan* (Model Dokumen Pemilihan IKP 34.7): it is told, and nothing
follows from its answer here.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from attrs import evolve, frozen

from tender_engine.evaluation import Period
from tender_engine.events import Award, FailureAct, Objection, ObjectionAnswer
from tender_engine.terms import Addressee, Channel, ObjectionDecision, Phase, Subject
from tender_engine.workflow import Case, once
from tender_rules.periods.objecting import act_announced, begun, objection_period

__all__ = ["Made", "Why", "answers_to_nothing", "made"]

_PHASES = {Subject.KUALIFIKASI: Phase.KUALIFIKASI, Subject.PEMILIHAN: Phase.PENAWARAN}


class Why(StrEnum):
    """Why an objection, or an appeal, is no more than a *pengaduan*."""

    BUKAN_PESERTA = "bukan_peserta"
    SALURAN = "saluran"
    TUJUAN = "tujuan"
    BELUM_DIUMUMKAN = "belum_diumumkan"
    TERLALU_DINI = "terlalu_dini"
    TANPA_MASA = "tanpa_masa"
    LEWAT = "lewat"
    BELUM_DIJAWAB = "belum_dijawab"
    TANPA_JAMINAN = "tanpa_jaminan"
    JAMINAN_TIDAK_SAH = "jaminan_tidak_sah"


@frozen
class Made:
    """An objection, the days it had to come in, the act it is against, and its answer.

    It counts where `why` is None.
    """

    objection: Objection
    why: Why | None
    period: Period | None
    act: Award | FailureAct | None
    answer: ObjectionAnswer | None = None

    @property
    def counts(self) -> bool:
        """Whether something follows from it."""
        return self.why is None

    def answered_by(self, at: datetime) -> bool:
        """Whether it had its answer then."""
        return self.answer is not None and self.answer.at <= at

    @property
    def upholds(self) -> bool:
        """Whether it counts and was found right and substantial."""
        answer = self.answer
        right = answer is not None and answer.decision is ObjectionDecision.BENAR_SUBSTANSIAL
        return right and self.counts


@once
def made(case: Case, of: Subject) -> tuple[Made, ...]:
    """The objections to the result `of`, oldest first, each with the first answer it was given."""
    return tuple(_answered(case, of)) if case.package.happened.of(Objection) else ()


def answers_to_nothing(case: Case, of: Subject) -> list[ObjectionAnswer]:
    """Answers about the result `of` before which there is no objection that they answer."""
    answers = [e for e in case.package.happened.of(ObjectionAnswer) if e.of == of]
    used = {id(each.answer) for each in made(case, of)}
    return sorted(
        (e for e in answers if id(e) not in used), key=lambda event: (event.at, event.participant)
    )


def _answered(case: Case, of: Subject) -> Iterator[Made]:
    """Each answer is to the oldest objection of its bidder before it that counts and has none.

    Where none that counts is open it is to the oldest that does not.
    """
    objections = [e for e in case.package.happened.of(Objection) if e.of == of]
    found = [_made(case, of, e) for e in sorted(objections, key=_by_time)]
    open_: dict[tuple[str, bool], deque[int]] = defaultdict(deque)
    for place, each in enumerate(found):
        open_[each.objection.participant, each.counts].append(place)
    answers = [e for e in case.package.happened.of(ObjectionAnswer) if e.of == of]
    for answer in sorted(answers, key=_by_time):
        for counts in (True, False):
            theirs = open_[answer.participant, counts]
            if theirs and found[theirs[0]].objection.at <= answer.at:
                place = theirs.popleft()
                found[place] = evolve(found[place], answer=answer)
                break
    yield from found


def _by_time(event: Objection | ObjectionAnswer) -> tuple[datetime, str]:
    return event.at, event.participant


def _made(case: Case, of: Subject, objection: Objection) -> Made:
    period = objection_period(case, of, objection.at)
    act = act_announced(case, of, period.begins) if period else None
    return Made(objection, _why(case, of, objection, period), period, act)


def _why(case: Case, of: Subject, objection: Objection, period: Period | None) -> Why | None:
    who = case.participants[objection.participant]
    if getattr(who.submitted, _PHASES[of]) is None:
        case.ask.text("objection.made_by")
        return Why.BUKAN_PESERTA
    why = _complaint(objection, period)
    told = begun(case, of)
    if why is Why.BELUM_DIUMUMKAN and told:
        # After a failure that holds at once was announced there are no days that are known.
        why = Why.TANPA_MASA if told[0] <= objection.at else Why.TERLALU_DINI
    if why is not None:
        case.ask.text("objection.complaint")
    if why is Why.LEWAT:
        listed = of == Subject.KUALIFIKASI
        days = "objection.list_days" if listed else "objection.days"
        case.ask.decimal(days)
    return why


def _complaint(objection: Objection, period: Period | None) -> Why | None:
    """By which way and when it came; of a way or an addressee that is not told nothing is said."""
    if objection.channel is Channel.LUAR:
        return Why.SALURAN
    if objection.addressee not in (None, Addressee.POKJA):
        return Why.TUJUAN
    if period is None:
        return Why.BELUM_DIUMUMKAN
    return Why.LEWAT if objection.at > period.until else None
