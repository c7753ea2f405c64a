"""What is told of objections, appeals and the acts after them: what counts for nothing, and why."""

from collections.abc import Iterator

from tender_engine.evaluation import PeriodState
from tender_engine.events import TYPES, Appointment, Award, Cancellation
from tender_engine.faults import Fault
from tender_engine.findings import Notice
from tender_engine.terms import ObjectionDecision, Subject
from tender_engine.workflow import Case
from tender_rules.periods.objecting import appeal_answer_period
from tender_rules.sanggah.appeals import appealed, strays
from tender_rules.sanggah.course import Course
from tender_rules.sanggah.made import Made, Why, answers_to_nothing, made
from tender_rules.sanggah.undone import Undone
from tender_rules.words import date_and_clock

__all__ = ["misplaced_appointments", "objections_told", "undone_told", "unused"]

_WHY = {
    Why.BUKAN_PESERTA: "pengirimnya tidak menyampaikan {what}",
    Why.SALURAN: "disampaikan di luar SPSE",
    Why.TUJUAN: "tidak ditujukan kepada {to}",
    Why.BELUM_DIUMUMKAN: "pengumuman hasil yang disanggah belum tercatat",
    Why.LEWAT: "disampaikan {at}, setelah {until}",
    Why.BELUM_DIJAWAB: "tidak ada jawaban sanggah yang mendahuluinya dan dapat dibanding",
    Why.TANPA_JAMINAN: "tanpa Jaminan Sanggah Banding",
    Why.JAMINAN_TIDAK_SAH: "Jaminan Sanggah Bandingnya tidak sah",
}
_POKJA = "Pokja Pemilihan"
_TO = {"pokja": _POKJA, "kpa_atau_pa": "KPA, atau PA bila tidak ada KPA"}


def objections_told(case: Case) -> Iterator[Notice]:
    """Objections and appeals that are but a *pengaduan*, and answers to nothing."""
    for of in Subject:
        for each in made(case, of):
            if each.why is not None:
                yield _complaint(each, of)
        for answer in answers_to_nothing(case, of):
            words = "Jawaban sanggah tidak dipakai: tidak ada sanggah yang dijawabnya."
            yield Notice("TINDAKAN_TIDAK_DIPAKAI", words, answer.participant)
    yield from _appeals_told(case)


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
    fails = "prakualifikasi" if of == Subject.KUALIFIKASI else "tender"
    text = case.law.cite(case.grounds[by.cause].citations[0])
    words = (
        f"Sanggah benar dan substansial: {fails} dinyatakan gagal (IKP 34) menurut "
        f"{text.instrument} {text.article}."
    )
    yield Notice("SANGGAH_BENAR_SUBSTANSIAL", words, by.participant, audience="publik")


def _appeals_told(case: Case) -> Iterator[Notice]:
    for each in appealed(case):
        name = each.appeal.participant
        if each.why is not None:
            until = date_and_clock(each.period.until) if each.period else ""
            to = _TO[case.ask(lambda ask: ask.text("appeal.addressed_to"))]
            why = _WHY[each.why].format(at=date_and_clock(each.appeal.at), until=until, to=to)
            words = f"Sanggah banding diperlakukan sebagai pengaduan: {why}."
            yield Notice("SANGGAH_SEBAGAI_PENGADUAN", words, name)
        elif each.decision is None and each.bond is not None:
            due = appeal_answer_period(case, name)
            if due is not None and due.state is PeriodState.LEWAT:
                case.ask(lambda ask: ask.text("appeal.answered_by"))
                words = (
                    f"KPA belum menjawab sanggah banding sampai {date_and_clock(due.until)}; "
                    "akibatnya tidak dibaca dan diputuskan manusia."
                )
                yield Notice("SANGGAH_BANDING_TIDAK_DIJAWAB", words, name)
    for stray in strays(case):
        words = f"{_name(stray)} tidak dipakai: tidak ada sanggah banding yang mendahuluinya."
        yield Notice("TINDAKAN_TIDAK_DIPAKAI", words, stray.participant)


def _name(event: object) -> str:
    key = next(name for name, kind in TYPES.items() if type(event) is kind)
    return key.replace("_", " ").capitalize()


def unused(way: Course) -> Iterator[Notice]:
    """Acts that came when they could not count."""
    for each in way.unused:
        if each.step.event is not None:
            words = (
                f"{_name(each.step.event)} {date_and_clock(each.step.at)} tidak dipakai: "
                f"keadaannya waktu itu {str(each.state).replace('_', ' ')}."
            )
            yield Notice("TINDAKAN_TIDAK_DIPAKAI", words)


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
            waits = ", ".join(each.replace("_", " ") for each in met.waits) or "-"
            params |= {"state": str(met.state).replace("_", " "), "waits": waits}
            yield Fault("ATR070", ("events", index, "at"), params)


def _winner_at(case: Case, appointment: Appointment) -> str | None:
    acts = (e for e in case.package.happened.of(Award) if e.of == Subject.PEMILIHAN)
    latest = max((e for e in acts if e.at <= appointment.at), key=lambda e: e.at, default=None)
    return latest.winner if latest else None
