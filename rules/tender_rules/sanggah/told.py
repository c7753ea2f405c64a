"""What is told of objections, appeals and the acts after them: what counts for nothing, and why."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import TypeAlias

from attrs import evolve

from tender_engine.evaluation import PeriodState
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    BondClarification,
    Cancellation,
    Event,
    FailureAct,
    Objection,
    ObjectionAnswer,
    Refusal,
)
from tender_engine.faults import Fault
from tender_engine.findings import Notice, Source
from tender_engine.terms import AppealDecision, Decider, ObjectionDecision, Subject
from tender_engine.workflow import Case
from tender_rules.periods.objecting import appeal_answer_period
from tender_rules.procurement_kind import bids_are_due, is_seleksi
from tender_rules.sanggah.answered_before import why_nothing_is_asked, why_stray
from tender_rules.sanggah.appeals import appealed, strays
from tender_rules.sanggah.beside import Beside
from tender_rules.sanggah.course import Course, Unused
from tender_rules.sanggah.facts import named
from tender_rules.sanggah.made import Made, Why, answers_to_nothing, made
from tender_rules.sanggah.undone import Undone
from tender_rules.stages.failure import NO_AGREEMENT, WRONG_DOCUMENT
from tender_rules.stages.qualification_failure import WRONG_QUALIFICATION_DOCUMENT
from tender_rules.vocabulary import shipped
from tender_rules.words import date_and_clock, event_named

__all__ = ["leave_unused_out", "misplaced_appointments", "objections_told", "undone_told"]

_AFTER_A_RESULT = (
    Announcement,
    Objection,
    ObjectionAnswer,
    Appeal,
    BondClarification,
    AppealAnswer,
    Refusal,
)
# So many are looked at one by one, more than anybody types who does not mean to.
_ONE_BY_ONE = 10
_Said: TypeAlias = ObjectionAnswer | BondClarification | AppealAnswer
_WHY = {
    Why.BUKAN_PESERTA: "pengirimnya tidak menyampaikan {what}",
    Why.SALURAN: "disampaikan di luar SPSE",
    Why.TUJUAN: "tidak ditujukan kepada {to}",
    Why.BELUM_DIUMUMKAN: "pengumuman hasil yang disanggah belum tercatat",
    Why.TERLALU_DINI: "disampaikan {at}, sebelum hasil yang disanggah diumumkan",
    Why.TANPA_MASA: "kegagalan yang diumumkan berlaku segera, tanpa masa sanggah yang diketahui",
    Why.LEWAT: "disampaikan {at}, setelah {until}",
    Why.BELUM_DIJAWAB: "tidak ada jawaban sanggah sebelumnya yang masih dapat dibanding",
    Why.TANPA_JAMINAN: "tanpa Jaminan Sanggah Banding",
    Why.JAMINAN_TIDAK_SAH: "Jaminan Sanggah Bandingnya tidak sah",
}
# Of a ground that speaks of something before it, what of that is not there, and what to do.
_LACKING = {
    NO_AGREEMENT: "negosiasi belum gagal dengan setiap peserta yang harus dinegosiasi sebelumnya",
}
_POKJA = "Pokja Pemilihan"
_DECIDERS = {False: _POKJA, True: "PA/KPA"}
_TO = {"pokja": _POKJA, "kpa_atau_pa": "KPA, atau PA bila tidak ada KPA"}


def objections_told(case: Case) -> Iterator[Notice]:
    """Objections and appeals that are but a *pengaduan*, and answers to nothing."""
    for of in Subject:
        for each in made(case, of):
            if each.why is not None:
                yield _complaint(each, of)
            if of == Subject.PEMILIHAN and each.counts and each.answer is None:
                yield from _passed_over(case, each)
        for answer in answers_to_nothing(case, of):
            _tell_of(
                case,
                answer,
                f"Jawaban sanggah tidak dipakai: {why_nothing_is_asked(case, answer)}.",
                Objection,
            )
    yield from _appeals_told(case)


def _passed_over(case: Case, open_: Made) -> Iterator[Notice]:
    """An objection to the bids that is unanswered though its bidder has been answered since."""
    name, at = open_.objection.participant, open_.objection.at
    told = case.package.happened.about(ObjectionAnswer, name)
    if any(event.of == Subject.PEMILIHAN and event.at >= at for event in told):
        words = (
            f"Sanggah {date_and_clock(at)} belum dijawab: jawaban yang tercatat adalah bagi "
            "sanggah yang lebih lama."
        )
        yield Notice("SANGGAH_BELUM_DIJAWAB", words, name, audience="publik")


def _complaint(each: Made, of: Subject) -> Notice:
    what = "dokumen kualifikasi" if of == Subject.KUALIFIKASI else "dokumen penawaran"
    until = date_and_clock(each.period.until) if each.period else ""
    at = date_and_clock(each.objection.at)
    why = _WHY[each.why or Why.LEWAT].format(what=what, at=at, until=until, to=_POKJA)
    words = f"Sanggah diperlakukan sebagai pengaduan: {why}."
    answer = each.answer
    if answer is not None and answer.decision is ObjectionDecision.BENAR_SUBSTANSIAL:
        words += " Jawabannya tidak membatalkan tindakan; akibatnya diputuskan manusia."
    return Notice("SANGGAH_SEBAGAI_PENGADUAN", words, each.objection.participant)


def undone_told(case: Case, of: Subject, by: Undone) -> Iterator[Notice]:
    """That an act does not stand any more, and by what."""
    if by.cause is None:
        words = (
            "Sanggah banding dinyatakan benar: penetapan tidak berlaku; tindak lanjutnya "
            "diputuskan manusia."
        )
        yield Notice("SANGGAH_BANDING", words, by.participant, audience="publik")
        return
    for each in made(case, of):
        answer = each.answer
        if answer is not None and answer.cause is not None and each.upholds:
            name, also = each.objection.participant, answer.cause != by.cause
            words = "Sanggah benar dan substansial"
            words += f" menurut {_cited(case, answer.cause)}" if also else ""
            words += f": {_what_fails(case, of)} dinyatakan gagal ({_by_text(case, of)}) menurut"
            words += f" {_cited(case, by.cause)}."
            yield Notice("SANGGAH_BENAR_SUBSTANSIAL", words, name, audience="publik")
            if answer.cause == WRONG_DOCUMENT and not bids_are_due(case.package):
                yield _no_bids_yet(case, name)


def _by_text(case: Case, of: Subject) -> str:
    """By which text a right one has that effect; of a list none was read that says so."""
    listed = of == Subject.KUALIFIKASI
    value = case.law.value("objection.list_upheld" if listed else "objection.upheld")
    if value.source is Source.UNVERIFIED:
        return "belum terverifikasi"
    return f"{value.instrument} {value.article}"


def _no_bids_yet(case: Case, name: str) -> Notice:
    """What follows an error in the document before anybody was asked for a bid was not read."""
    right = case.grounds[WRONG_QUALIFICATION_DOCUMENT]
    words = (
        f"Dasar {_cited(case, WRONG_DOCUMENT)} disebut sebelum penawaran diminta, sehingga tindak "
        "lanjutnya tidak dibaca (belum terverifikasi) dan ditetapkan menurut penyebabnya. "
        f"Bila yang keliru Dokumen Kualifikasi, sebabnya {right.id}."
    )
    return Notice("SANGGAH_BENAR_SUBSTANSIAL", words, name)


def _what_fails(case: Case, of: Subject) -> str:
    if of == Subject.KUALIFIKASI:
        return "prakualifikasi"
    return "Seleksi" if is_seleksi(case.package.tender) else "tender"


def _cited(case: Case, ground: str) -> str:
    text = case.law.cite(case.grounds[ground].citations[0])
    return f"{text.instrument} {text.article}"


def _appeals_told(case: Case) -> Iterator[Notice]:
    for each in appealed(case):
        name = each.appeal.participant
        if each.why is not None:
            until = date_and_clock(each.period.until) if each.period else ""
            to = _TO[case.ask.text("appeal.addressed_to")]
            why = _WHY[each.why].format(at=date_and_clock(each.appeal.at), until=until, to=to)
            words = f"Sanggah banding diperlakukan sebagai pengaduan: {why}."
            if each.decision is AppealDecision.BENAR:
                words += " Jawabannya tidak membatalkan penetapan; akibatnya diputuskan manusia."
            yield Notice("SANGGAH_SEBAGAI_PENGADUAN", words, name)
        elif each.decision is None and each.bond is not None:
            due = appeal_answer_period(case, name)
            if due is not None and due.state is PeriodState.LEWAT:
                case.ask.text("appeal.answered_by")
                words = (
                    f"KPA belum menjawab sanggah banding sampai {date_and_clock(due.until)}; "
                    "akibatnya tidak dibaca dan diputuskan manusia."
                )
                yield Notice("SANGGAH_BANDING_TIDAK_DIJAWAB", words, name)
    for stray in strays(case):
        _tell_of(case, stray, f"{_name(stray)} tidak dipakai: {why_stray(case, stray)}.", Appeal)


def _tell_of(case: Case, event: _Said, words: str, said_to: type[Objection | Appeal]) -> None:
    """What has nothing left to be said of; where nothing of the kind is on record its days run."""
    notice = Notice("TINDAKAN_TIDAK_DIPAKAI", words, event.participant)
    if case.package.happened.about(said_to, event.participant):
        case.leave_out(event, notice)
    else:
        case.notice(notice)


def _name(event: Event) -> str:
    name = event_named(type(event))
    return name[:1].upper() + name[1:]


def leave_unused_out(
    case: Case, way: Course, beside: Beside, differing: Mapping[int, Notice]
) -> None:
    """Acts that came when they could not count have no effect at all, and are told.

    One that is `differing` from what was computed is told as that, with why it does not count.

    How a later one is to be read may rest on them: of a few the first goes alone, and the others
    are looked at anew without it. What is refused, or was done in spite of everything, stays: an
    appointment, a pembatalan; and what follows a result that is not on record, whose days run.
    """
    idle = [(each, event) for each in way.unused if (event := each.step.event) is not None]
    left = []
    for each, event in idle:
        if _stays(way, each, event):
            case.notice(_unused(case, each, event, beside))
        else:
            left.append((each, event))
    if len(case.recorded.events) - len(case.package.events) < _ONE_BY_ONE:
        left = list(takewhile(lambda pair: type(pair[1]) is type(left[0][1]), left))
    for each, event in left:
        case.leave_out(event, _unused(case, each, event, beside, differing.get(id(event))))


def _stays(way: Course, each: Unused, event: Event) -> bool:
    """Whether it is more than told; an announcement before an act that counts is of nothing."""
    early = isinstance(event, Announcement) and way.acted
    unrecorded = each.may_stay and isinstance(event, _AFTER_A_RESULT) and not early
    return unrecorded or isinstance(event, Appointment | Cancellation)


def _unused(
    case: Case, each: Unused, event: Event, beside: Beside, differs: Notice | None = None
) -> Notice:
    """Why it counts for nothing, in the one notice that an act is told by where it `differs`."""
    why = _no_standing(case, each, event, beside) or _out_of_turn(each)
    words = f"{_name(event)} {date_and_clock(event.at)} tidak dipakai: {why}."
    if differs is not None:
        return evolve(differs, message=f"{differs.message} {words}")
    return Notice("TINDAKAN_TIDAK_DIPAKAI", words)


def _no_standing(case: Case, each: Unused, event: Event, beside: Beside) -> str | None:
    """Why an act would count at no time: by who may not, or on nothing."""
    if isinstance(event, Award):
        by_pa = beside.decider is Decider.PA or "keputusan_pa" in each.waits
        is_due = event.by is (Decider.PA if by_pa else Decider.POKJA)
        return None if is_due else f"yang berwenang menetapkan adalah {_DECIDERS[by_pa]}"
    if not isinstance(event, FailureAct):
        return None
    ground = case.grounds[event.ground]
    if event.by != ground.declared_by:
        by_pa = ground.declared_by is Decider.PA
        return f"yang berwenang menyatakan adalah {_DECIDERS[by_pa]}"
    if event.ground in _LACKING and not beside.bears_out(event):
        return _LACKING[event.ground]
    return None if beside.bears_out(event) else "hasil perhitungan tidak mendukung dasarnya"


def _out_of_turn(each: Unused) -> str:
    """In which state it came, and what had to come first."""
    if isinstance(each.step.event, FailureAct) and "pernyataan_gagal" in each.waits:
        return "dasarnya bukan sebab sanggah yang benar"
    waits = _waits(each)
    state = f"keadaannya waktu itu {_state(each)}"
    return f"{state}, yang ditunggu {waits}" if waits else state


def _state(each: Unused) -> str:
    return shipped()[f"after_award.{named(each.state, each.waits)}"].id


def _waits(each: Unused) -> str:
    return ", ".join(shipped()[f"after_award.waits.{code}"].id for code in each.waits)


def misplaced_appointments(case: Case, way: Course) -> Iterator[Fault]:
    """An appointment before its time or of another than the winner; a pembatalan after one.

    One that only an act keeps back which is not the computed one is told beside that difference.
    """
    early = {id(each.step.event): each for each in way.unused}
    appointed = [e.at for e in case.package.happened.of(Appointment) if id(e) not in early]
    for index, event in enumerate(case.package.events):
        if isinstance(event, Cancellation) and any(at < event.at for at in appointed):
            yield Fault("ATR072", ("events", index, "at"), {"at": date_and_clock(event.at)})
        if not isinstance(event, Appointment):
            continue
        winner, met = _winner_at(case, event), early.get(id(event))
        params = {"who": event.participant, "winner": winner or "-"}
        if met is None and winner != event.participant:
            yield Fault("ATR071", ("events", index, "participant"), params)
        elif met is not None and met.waits != ("tindakan_sesuai",):
            params |= {"state": _state(met), "waits": _waits(met) or "-"}
            yield Fault("ATR070", ("events", index, "at"), params)


def _winner_at(case: Case, appointment: Appointment) -> str | None:
    acts = (e for e in case.package.happened.of(Award) if e.of == Subject.PEMILIHAN)
    latest = max((e for e in acts if e.at <= appointment.at), key=lambda e: e.at, default=None)
    return latest.winner if latest else None
