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
)
from tender_engine.terms import (
    Decider,
    NegotiationOutcome,
    Refuser,
    Subject,
    WithdrawalCause,
)
from tender_engine.workflow import Case
from tender_rules.periods.objecting import appeal_period, objection_period, waits
from tender_rules.procurement_kind import is_seleksi
from tender_rules.sanggah.appeals import appealed
from tender_rules.sanggah.beside import Beside
from tender_rules.sanggah.facts import Facts
from tender_rules.sanggah.made import Why, made
from tender_rules.stages.award import decider
from tender_rules.stages.negotiation import came_to_terms
from tender_rules.stages.rulings import rulings
from tender_rules.stages.standing_acts import acts_on, last_talks, withdrawals

__all__ = ["Step", "steps"]

# At one moment what ends or determines it is announced, then objected to; a period ends after all.
_ORDER = (
    "usul_penetapan",
    "penetapan",
    "pernyataan_gagal",
    "pembatalan",
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
)


# After these the tender, or its qualification, can but fail.
_FAILED = ("sanggah_benar", "pernyataan_gagal")


@frozen
class Step:
    """An act, or the end of a period, by its edge; `make` gives None where it counts for nothing.

    One that `may_pass` is then of no account here and elsewhere is: a bidder leaves who was not
    determined.
    """

    at: datetime
    cause: str
    make: Callable[[Facts], Facts | None]
    event: Event | None = None
    may_pass: bool = False

    @property
    def order(self) -> tuple[datetime, int, str]:
        """After what is older; of one moment as the law has them follow each other."""
        return self.at, _ORDER.index(self.cause), repr(self.event)


def steps(case: Case, of: Subject, beside: Beside) -> list[Step]:
    """Everything that may have changed how the result `of` stands, oldest first.

    Its acts are set `beside` what was computed.
    """
    found = [*_acts(case, of, beside), *_told(case, of), *_objected(case, of), *_left(case)]
    if of == Subject.PEMILIHAN:
        found += [*_appealed(case), *_talked(case), *_passed_on(case)]
    found += [_step(e, "pembatalan", _called_off) for e in case.package.happened.of(Cancellation)]
    return sorted(found, key=lambda step: step.order)


def _step(
    event: Event, cause: str, make: Callable[[Facts], Facts | None], *, may_pass: bool = False
) -> Step:
    return Step(event.at, cause, make, event, may_pass)


def _acts(case: Case, of: Subject, beside: Beside) -> Iterator[Step]:
    for act in acts_on(case.package, of):
        if isinstance(act, Award):
            agreed = _had_agreed(case, act)
            yield _step(act, "penetapan", partial(_determined, act, beside, agreed=agreed))
        else:
            at_once = not waits(case, act)
            yield _step(act, "pernyataan_gagal", partial(_failed, act, beside, at_once=at_once))


def _had_agreed(case: Case, act: Award) -> bool:
    """Whether the talks with whom it names had come to an agreement: they may come first."""
    if not is_seleksi(case.package.tender):
        return False
    held = last_talks(case.package, act.winner or "", act.at)
    return held is not None and came_to_terms(case.package.tender, held)


def _determined(act: Award, beside: Beside, was: Facts, *, agreed: bool) -> Facts | None:
    """Somebody is determined by who may, but not before everybody who asked has been answered.

    Nor after an objection that was right (IKP 34.6), nor once it has failed. Who was determined
    stays so until that is undone, or the computation says another; and what the PPK has refused
    stands by the PA (a ruling, which is no act of its own) or fails: nobody else is named instead.
    """
    fails = was.void == "sanggah_benar" and act.of == Subject.PEMILIHAN
    if was.done or was.is_open or fails or isinstance(was.act, FailureAct):
        return None
    refused = was.refused and not was.void
    if act.by is not (Decider.PA if refused else beside.decider):
        return None
    free = was.act is None or was.void or _mends(act, was.act, beside)
    return Facts(act, agreed=agreed) if free else None


def _mends(act: Award, earlier: Award, beside: Beside) -> bool:
    """Whether it says what was computed, in the place of one that did not when it was made."""
    differed = not beside.bears_out(earlier) and not beside.has_left_since(earlier, act.at)
    return differed and beside.bears_out(act)


def _failed(act: FailureAct, beside: Beside, was: Facts, *, at_once: bool) -> Facts | None:
    """What nobody had determined only fails, once; else who was determined is so no more.

    Nor is what was announced before it was declared, where it fails on something else. On a ground
    that holds, by who may declare it. After an objection that was right it fails on the cause of
    that, or of another that was: anything else leaves that to come.
    """
    fits = was.void != "sanggah_benar" or act.ground in was.causes
    if was.done or not fits or not beside.bears_out(act) or isinstance(was.act, FailureAct):
        return None
    if was.void or was.act is not None or (was.told and at_once):
        return Facts(act, asked=was.asked, void=was.void or "pernyataan_gagal", causes=was.causes)
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
            made = partial(_over, period.begins)
            yield _step(end, "akhir_masa_sanggah", made, may_pass=True)


def _announced(at: datetime, was: Facts) -> Facts | None:
    """It is announced, once; its days run from then.

    That nobody passes is announced before it is declared, and its days run from there: once it is
    declared that is announced too. While somebody waits for an answer, or the PA has to decide,
    there is nothing new to announce.
    """
    if was.announced or (was.done and was.done != "pembatalan"):
        return None
    if was.done:
        return evolve(was, announced=True)
    if isinstance(was.act, FailureAct) and (was.over or was.void):
        return evolve(was, told=was.told or at, announced=True)
    if was.refused or (was.is_open and not was.void) or (was.act is None and was.told):
        return None
    return evolve(was, told=was.told or at, announced=was.act is not None)


def _over(told: datetime, was: Facts) -> Facts | None:
    """The masa sanggah that began then is over, unless it is so already or another has begun."""
    return None if was.void or was.over or was.told != told else evolve(was, over=True)


def _end(period: Period, cause: str, make: Callable[[Facts], Facts | None]) -> Iterator[Step]:
    """The end of a period, once the package records anything later."""
    if period.state is PeriodState.LEWAT:
        yield Step(period.until, cause, make, may_pass=True)


def _objected(case: Case, of: Subject) -> Iterator[Step]:
    for key, each in enumerate(made(case, of)):
        if not each.counts:
            continue
        answer = each.answer
        yield _step(each.objection, "sanggah", partial(_asked, key))
        if answer is None:
            continue
        if each.upholds:
            yield _step(answer, "sanggah_benar", partial(_upheld, key, answer.cause or ""))
            continue
        name, period = each.objection.participant, None
        if of == Subject.PEMILIHAN:
            period = appeal_period(case, name, answer.at)
        may_appeal = period is not None
        yield _step(answer, "jawaban_sanggah", partial(_answered, key, may_appeal=may_appeal))
        if period is not None:
            yield from _end(period, "akhir_masa_sanggah_banding", partial(_unheard, key))


def _asked(key: int, was: Facts) -> Facts:
    return evolve(was, asked=was.asked | {key})


def _upheld(key: int, cause: str, was: Facts) -> Facts | None:
    """What it was against is undone, unless that had failed already."""
    if key not in was.asked:
        return None
    was = evolve(was, asked=was.asked - {key}, causes=was.causes | {cause})
    return was if was.void in _FAILED else _void("sanggah_benar", was)


def _answered(key: int, was: Facts, *, may_appeal: bool) -> Facts | None:
    if key not in was.asked:
        return None
    heard = was.heard | {key} if may_appeal and not was.void else was.heard
    return evolve(was, asked=was.asked - {key}, heard=heard)


def _unheard(key: int, was: Facts) -> Facts | None:
    return evolve(was, heard=was.heard - {key}) if key in was.heard else None


def _void(by: str, was: Facts) -> Facts:
    """The act undone: nobody appeals about it any more; who has asked is still to be answered."""
    kept = ("asked", "appealed", "clarified", "causes", "proposed", "done")
    act = was.act if isinstance(was.act, Award) else None
    return Facts(act, void=by, **{name: getattr(was, name) for name in kept})


def _appealed(case: Case) -> Iterator[Step]:
    places = {id(each): key for key, each in enumerate(made(case, Subject.PEMILIHAN))}
    for key, each in enumerate(appealed(case)):
        if each.why not in (None, Why.JAMINAN_TIDAK_SAH):
            continue
        answered = places[id(each.against)]
        yield _step(each.appeal, "sanggah_banding", partial(_appeals, key, answered))
        if each.bond is not None and each.why is None:
            yield _step(each.bond, "jaminan_sah", partial(_clarified, key))
        elif each.bond is not None:
            in_time = each.period is not None and each.bond.at < each.period.until
            again = frozenset({answered} if in_time else ())
            yield _step(each.bond, "jaminan_tidak_sah", partial(_settled, key, again=again))
        if each.why is None and each.decision is not None:
            cause = "sanggah_banding_benar" if each.granted else "jawaban_sanggah_banding"
            make = _granted if each.granted else _settled
            yield Step(each.decided_at, cause, partial(make, key), each.answer)


def _appeals(key: int, answered: int, was: Facts) -> Facts | None:
    if answered not in was.heard:
        return None
    return evolve(was, heard=was.heard - {answered}, appealed=was.appealed | {key})


def _clarified(key: int, was: Facts) -> Facts | None:
    return evolve(was, clarified=was.clarified | {key}) if key in was.appealed else None


def _settled(key: int, was: Facts, *, again: frozenset[int] = frozenset()) -> Facts | None:
    """It is answered, or no appeal at all: then another may come in what is left of its days."""
    if key not in was.appealed:
        return None
    return evolve(was, appealed=was.appealed - {key}, heard=was.heard | again)


def _granted(key: int, was: Facts) -> Facts | None:
    if key not in was.appealed:
        return None
    was = evolve(was, appealed=was.appealed - {key})
    return was if was.void in _FAILED else _void("sanggah_banding_benar", was)


def _talked(case: Case) -> Iterator[Step]:
    """The talks of a Seleksi, which come after the award."""
    if not is_seleksi(case.package.tender):
        return
    for talks in case.package.happened.of(Negotiation):
        name = talks.participant
        if talks.outcome is NegotiationOutcome.GAGAL:
            yield _step(talks, "negosiasi_gagal", partial(_in_vain, name), may_pass=True)
            continue
        finished = came_to_terms(case.package.tender, talks)
        make = partial(_agreed, name, finished=finished)
        yield _step(talks, "negosiasi", make, may_pass=True)


def _left(case: Case) -> Iterator[Step]:
    for gone in withdrawals(case):
        refused = gone.cause is WithdrawalCause.MENOLAK_PERPANJANGAN
        cause = "menolak_perpanjangan" if refused else "pengunduran_diri"
        yield _step(gone, cause, partial(_gone, gone.participant, cause), may_pass=True)


def _is_winner(name: str, was: Facts) -> bool:
    return isinstance(was.act, Award) and was.act.winner == name and not was.void


def _agreed(name: str, was: Facts, *, finished: bool) -> Facts | None:
    """Talks with who was determined; what has failed is not talked about."""
    if _is_winner(name, was):
        return evolve(was, agreed=finished)
    return was if _has_failed(was) else None


def _in_vain(name: str, was: Facts) -> Facts | None:
    return was if _has_failed(was) else _gone(name, "negosiasi_gagal", was)


def _has_failed(was: Facts) -> bool:
    return was.void in _FAILED or isinstance(was.act, FailureAct)


def _gone(name: str, cause: str, was: Facts) -> Facts | None:
    """Who was determined is there no more; who was not changes nothing."""
    return _void(cause, was) if _is_winner(name, was) else None


def _passed_on(case: Case) -> Iterator[Step]:
    """What the PA and the PPK had before them, and what they did with it."""
    happened = case.package.happened
    for proposal in happened.of(AwardProposal):
        by_pa = decider(case) is Decider.PA
        yield _step(proposal, "usul_penetapan", partial(_proposed, by_pa=by_pa))
    for refusal in happened.of(Refusal):
        if refusal.by is Refuser.PPK:
            yield _step(refusal, "penolakan_ppk", _refused)
        else:
            by_pa = decider(case) is Decider.PA
            yield _step(refusal, "penolakan_pa", partial(_not_determined, by_pa=by_pa))
    for ruling in rulings(case.package):
        case.ask.text("refusal.decided_by")
        yield _step(ruling, "keputusan_pa", _ruled)
    for appointment in happened.of(Appointment):
        yield _step(appointment, "sppbj", _appointed)


def _proposed(was: Facts, *, by_pa: bool) -> Facts | None:
    """The Pokja proposes whom the PA is to determine, and has not."""
    due = by_pa and (was.act is None or bool(was.void))
    return evolve(was, proposed=True) if due else None


def _not_determined(was: Facts, *, by_pa: bool) -> Facts | None:
    """The PA refuses to determine, which only the PA can who was to do so and has not."""
    if not by_pa or was.act is not None:
        return None
    return _void("penolakan_pa", evolve(was, proposed=False))


def _refused(was: Facts) -> Facts | None:
    """The PPK refuses, once until the PA has decided."""
    return None if was.refused else evolve(was, refused=True)


def _ruled(was: Facts) -> Facts:
    """The PA/KPA decides that the result stands, which is final."""
    return evolve(was, refused=False)


def _appointed(was: Facts) -> Facts | None:
    """The PPK appoints, but not whom it has refused: the PA decides that first."""
    return None if was.refused else evolve(was, done="sppbj")


def _called_off(was: Facts) -> Facts:
    return evolve(was, done="pembatalan", announced=False)
