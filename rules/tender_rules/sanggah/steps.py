"""The acts after a result as steps: when, by which edge, and what each makes of how it stood."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from attrs import evolve, frozen

from tender_engine.evaluation import Period, PeriodState
from tender_engine.events import (
    Announcement,
    Appointment,
    Award,
    AwardProposal,
    Cancellation,
    Event,
    FailureAct,
    Negotiation,
    ObjectionPeriodEnd,
    Refusal,
    Withdrawal,
)
from tender_engine.terms import (
    BondResult,
    Decider,
    NegotiationOutcome,
    Refuser,
    Subject,
    WithdrawalCause,
)
from tender_engine.workflow import Case
from tender_rules.periods.objecting import appeal_period, objection_period
from tender_rules.procurement_kind import is_seleksi
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.facts import Facts
from tender_rules.sanggah.made import Why, made
from tender_rules.stages.award import decider
from tender_rules.stages.rulings import rulings
from tender_rules.stages.standing_acts import acts_on

__all__ = ["Step", "steps"]

# At one moment a result is announced before it is objected to, and a period ends after all in it.
_ORDER = (
    "usul_penetapan",
    "penetapan",
    "pernyataan_gagal",
    "pengumuman",
    "sanggah",
    "jawaban_sanggah",
    "sanggah_benar",
    "sanggah_banding",
    "jaminan_sah",
    "jaminan_tidak_sah",
    "jawaban_sanggah_banding",
    "sanggah_banding_benar",
    "negosiasi",
    "negosiasi_gagal",
    "pengunduran_diri",
    "menolak_perpanjangan",
    "akhir_masa_sanggah",
    "akhir_masa_sanggah_banding",
    "penolakan_pa",
    "penolakan_ppk",
    "keputusan_pa",
    "sppbj",
    "pembatalan",
)


@frozen
class Step:
    """An act, or the end of a period, by its edge; `make` gives None where it is of no account."""

    at: datetime
    cause: str
    make: Callable[[Facts], Facts | None]
    event: Event | None = None

    @property
    def order(self) -> tuple[datetime, int, str]:
        """After what is older; of one moment as the law has them follow each other."""
        return self.at, _ORDER.index(self.cause), repr(self.event)


def steps(case: Case, of: Subject) -> list[Step]:
    """Everything that may have changed how the result `of` stands, oldest first."""
    found = [*_acts(case, of), *_told(case, of), *_objected(case, of), *_left(case)]
    if of == Subject.PEMILIHAN:
        found += [*_appealed(case), *_talked(case), *_passed_on(case)]
    found += [_step(e, "pembatalan", _done) for e in case.package.happened.of(Cancellation)]
    return sorted(found, key=lambda step: step.order)


def _step(event: Event, cause: str, make: Callable[[Facts], Facts | None]) -> Step:
    return Step(event.at, cause, make, event)


def _acts(case: Case, of: Subject) -> Iterator[Step]:
    causes = {e.answer.cause for e in made(case, of) if e.answer is not None and e.upholds}
    for act in acts_on(case.package, of):
        if isinstance(act, Award):
            yield _step(act, "penetapan", partial(_determined, act))
        else:
            fits = act.ground in causes and act.by == case.grounds[act.ground].declared_by
            yield _step(act, "pernyataan_gagal", partial(_failed, act, on_cause=fits))


def _determined(act: Award, was: Facts) -> Facts:
    """Somebody is determined anew, but not after an objection that was right (IKP 34.6)."""
    fails = was.void == "sanggah_benar" and act.of == Subject.PEMILIHAN
    return was if was.done or fails else Facts(act)


def _failed(act: FailureAct, was: Facts, *, on_cause: bool) -> Facts:
    """What nobody had determined only fails; else the act that named somebody is undone by it.

    After an objection that was right it fails on its cause: another ground leaves that to come.
    """
    if was.void == "sanggah_benar" and not on_cause:
        return evolve(was, act=None, told=None)
    if was.void or isinstance(was.act, Award):
        return Facts(act, void=was.void or "pernyataan_gagal", done=was.done)
    return evolve(was, act=act)


def _told(case: Case, of: Subject) -> Iterator[Step]:
    happened = case.package.happened
    for told in (e for e in happened.of(Announcement) if e.of == of):
        yield _step(told, "pengumuman", partial(_announced, told.at))
        period = objection_period(case, of, told.at)
        if period is not None:
            yield from _end(period, "akhir_masa_sanggah", partial(_over, told.at))
    for end in (e for e in happened.of(ObjectionPeriodEnd) if e.of == of):
        period = objection_period(case, of, end.at)
        if period is not None and end.at >= period.until:
            yield _step(end, "akhir_masa_sanggah", partial(_over, period.begins))


def _announced(at: datetime, was: Facts) -> Facts:
    return evolve(was, told=at, over=False)


def _over(told: datetime, was: Facts) -> Facts | None:
    """The masa sanggah that began then is over, unless it is so already or another has begun."""
    return None if was.void or was.over or was.told != told else evolve(was, over=True)


def _end(period: Period, cause: str, make: Callable[[Facts], Facts | None]) -> Iterator[Step]:
    """The end of a period, once the package records anything later."""
    if period.state is PeriodState.LEWAT:
        yield Step(period.until, cause, make)


def _objected(case: Case, of: Subject) -> Iterator[Step]:
    for each in made(case, of):
        if not each.counts:
            continue
        name, answer = each.objection.participant, each.answer
        yield _step(each.objection, "sanggah", partial(_asked, name))
        if answer is None:
            continue
        if each.upholds:
            yield _step(answer, "sanggah_benar", partial(_upheld, name))
            continue
        period = appeal_period(case, name, answer.at) if of == Subject.PEMILIHAN else None
        yield _step(
            answer, "jawaban_sanggah", partial(_answered, name, may_appeal=period is not None)
        )
        if period is not None:
            yield from _end(period, "akhir_masa_sanggah_banding", partial(_unheard, name))


def _asked(name: str, was: Facts) -> Facts:
    return evolve(was, asked=was.asked | {name})


def _upheld(name: str, was: Facts) -> Facts | None:
    return _void("sanggah_benar", was) if name in was.asked else None


def _answered(name: str, was: Facts, *, may_appeal: bool) -> Facts | None:
    if name not in was.asked:
        return None
    heard = was.heard | {name} if may_appeal else was.heard
    return evolve(was, asked=was.asked - {name}, heard=heard)


def _unheard(name: str, was: Facts) -> Facts | None:
    return evolve(was, heard=was.heard - {name}) if name in was.heard else None


def _void(by: str, was: Facts) -> Facts:
    """The act undone: nothing that was asked of it is open any more."""
    return Facts(was.act, void=by, proposed=was.proposed, done=was.done)


def _appealed(case: Case) -> Iterator[Step]:
    for each in appealed(case):
        if each.why not in (None, Why.JAMINAN_TIDAK_SAH):
            continue
        name = each.appeal.participant
        yield _step(each.appeal, "sanggah_banding", partial(_appeals, name))
        if each.bond is not None:
            valid = each.bond.result is BondResult.SAH
            cause = "jaminan_sah" if valid else "jaminan_tidak_sah"
            yield _step(each.bond, cause, partial(_clarified if valid else _settled, name))
        if each.decision is not None:
            cause = "sanggah_banding_benar" if each.granted else "jawaban_sanggah_banding"
            make = _granted if each.granted else _settled
            yield Step(each.decided_at, cause, partial(make, name), each.answer)


def _appeals(name: str, was: Facts) -> Facts | None:
    if name not in was.heard:
        return None
    return evolve(was, heard=was.heard - {name}, appealed=was.appealed | {name})


def _clarified(name: str, was: Facts) -> Facts | None:
    return evolve(was, clarified=was.clarified | {name}) if name in was.appealed else None


def _settled(name: str, was: Facts) -> Facts | None:
    return evolve(was, appealed=was.appealed - {name}) if name in was.appealed else None


def _granted(name: str, was: Facts) -> Facts | None:
    return _void("sanggah_banding_benar", was) if name in was.appealed else None


def _talked(case: Case) -> Iterator[Step]:
    """The talks of a Seleksi, which come after the award."""
    if not is_seleksi(case.package.tender):
        return
    for talks in case.package.happened.of(Negotiation):
        name = talks.participant
        if talks.outcome is NegotiationOutcome.SEPAKAT:
            yield _step(talks, "negosiasi", partial(_agreed, name))
        else:
            yield _step(talks, "negosiasi_gagal", partial(_gone, name, "negosiasi_gagal"))


def _left(case: Case) -> Iterator[Step]:
    for gone in case.package.happened.of(Withdrawal):
        refused = gone.cause is WithdrawalCause.MENOLAK_PERPANJANGAN
        cause = "menolak_perpanjangan" if refused else "pengunduran_diri"
        yield _step(gone, cause, partial(_gone, gone.participant, cause))


def _is_winner(name: str, was: Facts) -> bool:
    return isinstance(was.act, Award) and was.act.winner == name and not was.void


def _agreed(name: str, was: Facts) -> Facts | None:
    return evolve(was, agreed=True) if _is_winner(name, was) else None


def _gone(name: str, cause: str, was: Facts) -> Facts | None:
    """Who was determined is there no more; who was not changes nothing."""
    return _void(cause, was) if _is_winner(name, was) else None


def _passed_on(case: Case) -> Iterator[Step]:
    """What the PA and the PPK had before them, and what they did with it."""
    happened = case.package.happened
    for proposal in happened.of(AwardProposal):
        yield _step(proposal, "usul_penetapan", _proposed)
    for refusal in happened.of(Refusal):
        if refusal.by is Refuser.PPK:
            yield _step(refusal, "penolakan_ppk", _refused)
        else:
            by_pa = decider(case) is Decider.PA
            yield _step(refusal, "penolakan_pa", partial(_not_determined, by_pa=by_pa))
    for ruling in rulings(case.package):
        case.ask(lambda ask: ask.text("refusal.decided_by"))
        yield _step(ruling, "keputusan_pa", _ruled)
    for appointment in happened.of(Appointment):
        yield _step(appointment, "sppbj", _appointed)


def _proposed(was: Facts) -> Facts:
    return evolve(was, proposed=True)


def _not_determined(was: Facts, *, by_pa: bool) -> Facts:
    """The PA refuses to determine, which only the PA can who was to do so and has not."""
    return _void("penolakan_pa", was) if by_pa and was.act is None else was


def _refused(was: Facts) -> Facts:
    return evolve(was, refused=True)


def _ruled(was: Facts) -> Facts:
    """The PA/KPA decides that the result stands, which is final."""
    return evolve(was, refused=False)


def _appointed(was: Facts) -> Facts:
    """The PPK appoints, but not whom it has refused: the PA decides that first."""
    return was if was.refused else _done(was)


def _done(was: Facts) -> Facts:
    return evolve(was, done=True)
