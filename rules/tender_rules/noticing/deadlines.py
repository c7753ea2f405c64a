"""What came too late or too early, or ends before it should: always with both days.

None of it decides anything. What follows from a late objection stands with the objections.
"""

import datetime as dt
from collections.abc import Iterator

from tender_engine.days import is_worked
from tender_engine.evaluation import Period
from tender_engine.events import (
    Announcement,
    AppealAnswer,
    Appointment,
    Award,
    Deadline,
    Explanation,
    ObjectionAnswer,
    ObjectionPeriodEnd,
)
from tender_engine.findings import Notice, natural
from tender_engine.terms import Phase, Subject
from tender_engine.workflow import Case
from tender_rules.periods.calendar import calendar
from tender_rules.periods.objecting import answer_period, appeal_answer_period, objection_period
from tender_rules.periods.scheduled import award_at_latest
from tender_rules.sanggah.made import Made, made
from tender_rules.stages.counting import due
from tender_rules.stages.standing_acts import act_made, last_act
from tender_rules.words import date_and_clock, dated

__all__ = ["late_or_early"]

_SAID = {
    "masa_berlaku_penawaran": "Masa berlaku penawaran",
    "jaminan_penawaran": "Masa berlaku jaminan penawaran",
}


def late_or_early(case: Case) -> Iterator[Notice]:
    """Everything that a period of the calendar has to say of what is recorded."""
    periods = calendar(case)
    if not periods and not case.package.happened.of(ObjectionPeriodEnd):
        return
    yield from _late_answers(case)
    yield from _early_ends(case)
    yield from _early_invitations(case)
    yield from _long_after_the_proof(case)
    for period in periods:
        if period.id in _SAID:
            yield from _expired(case, period)
        elif period.left is not None and period.left < 0:
            yield _overdrawn(period)
        elif period.of == Phase.PENAWARAN:
            yield from _against_spse(case, period)


def _late_answers(case: Case) -> Iterator[Notice]:
    """Answers after the last moment for them, of the Pokja and of the KPA; a pengaduan has none."""
    happened = case.package.happened
    barred = {id(each.answer) for of in Subject for each in made(case, of) if not each.counts}
    answers: list[tuple[str, str, dt.datetime, Period | None]] = [
        ("Sanggah", e.participant, e.at, answer_period(case, Subject(e.of), e.at))
        for e in happened.of(ObjectionAnswer)
        if id(e) not in barred
    ]
    answers += [
        ("Sanggah banding", e.participant, e.at, appeal_answer_period(case, e.participant))
        for e in happened.of(AppealAnswer)
    ]
    for what, name, at, period in sorted(answers, key=lambda told: (told[2], natural(told[1]))):
        if period is not None and at > period.until:
            words = f"{what} dijawab {date_and_clock(at)}; batasnya {date_and_clock(period.until)}."
            yield Notice("LEWAT_BATAS_WAKTU", words, name)


def _early_ends(case: Case) -> Iterator[Notice]:
    """A masa sanggah that is recorded as over before it was, or though none began."""
    for of in Subject:
        announced = any(e.of == of for e in case.package.happened.of(Announcement))
        for at in sorted(e.at for e in case.package.happened.of(ObjectionPeriodEnd) if e.of == of):
            period = objection_period(case, of, at)
            if period is not None and at < period.until:
                words = (
                    f"Akhir masa sanggah tercatat {date_and_clock(at)}; masa sanggah berakhir "
                    f"{date_and_clock(period.until)}."
                )
                yield Notice("MASA_SANGGAH_BELUM_BERAKHIR", words)
            elif not announced:
                words = (
                    f"Akhir masa sanggah tercatat {date_and_clock(at)}; pengumuman yang memulai "
                    "masa sanggah itu tidak tercatat."
                )
                yield Notice("MASA_SANGGAH_BELUM_BERAKHIR", words)


def _early_invitations(case: Case) -> Iterator[Notice]:
    """Bids asked for before the list of who may bid was told, or could be objected to no more."""
    happened, of = case.package.happened, Subject.KUALIFIKASI
    first = min((e.at for e in happened.of(Announcement) if e.of == of), default=None)
    times = sorted(e.at for e in happened.of(Deadline) if e.of == Phase.PENAWARAN)
    for at in times:
        period, asked = objection_period(case, of, at), f"Penawaran diminta {date_and_clock(at)}"
        if first is not None and at < first:
            words = f"{asked}; hasil kualifikasi diumumkan {date_and_clock(first)}."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
        elif period is not None and at < period.until:
            until = date_and_clock(period.until)
            words = f"{asked}; masa sanggah atas hasil kualifikasi berakhir {until}."
            yield Notice("URUTAN_WAKTU", words, audience="publik")
    for each in made(case, of) if times else ():
        if each.counts and each.objection.at <= times[-1] and not each.answered_by(times[-1]):
            yield _unanswered(each, times[-1])


def _unanswered(each: Made, asked: dt.datetime) -> Notice:
    """Bids were asked for, the last time, while an objection to the list was open."""
    sent, answer = date_and_clock(each.objection.at), each.answer
    end = f"dijawab {date_and_clock(answer.at)}" if answer else "belum dijawab"
    words = (
        f"Penawaran diminta {date_and_clock(asked)}; sanggah {sent} atas hasil kualifikasi {end}."
    )
    return Notice("URUTAN_WAKTU", words, each.objection.participant, audience="publik")


def _long_after_the_proof(case: Case) -> Iterator[Notice]:
    """A winner determined or announced later after the proof than SPSE has it."""
    award = act_made(case, Subject.PEMILIHAN)
    if not isinstance(award, Award):
        return
    announced = case.package.happened.of(Announcement)
    told = [e.at for e in announced if e.of == Subject.PEMILIHAN and e.at >= award.at]
    done = [("Penetapan", award.at), *(("Pengumuman pemenang", at) for at in sorted(told)[:1])]
    for what, at in done:
        last = award_at_latest(case, at)
        if last is not None and at.date() > last:
            words = f"{what} {date_and_clock(at)}; menurut jadwal SPSE paling lambat {dated(last)}."
            yield Notice("WAKTU_SPSE", words)


def _expired(case: Case, period: Period) -> Iterator[Notice]:
    """A bid or a bond that was not valid any more when the result, or its appointment, came."""
    act, name, last = last_act(case, Subject.PEMILIHAN), period.participant, period.until.date()
    days = [("penetapan", act.at)] if isinstance(act, Award) else []
    appointed = case.package.happened.of(Appointment)
    days += [("SPPBJ", event.at) for event in appointed if event.participant == name]
    for what, at in days:
        if last < at.date():
            words = f"{_SAID[period.id]} berakhir {dated(last)}, sebelum {what} {dated(at)}."
            yield Notice("BERAKHIR_SEBELUM_WAKTUNYA", words, name)


def _overdrawn(period: Period) -> Notice:
    """More days of service were used than there are."""
    used, left = period.used or 0, period.left or 0
    words = (
        f"Layanan memakai {used} hari dari {used + left} hari, sampai dengan {dated(period.until)}."
    )
    return Notice("LEWAT_BATAS_WAKTU", words)


def _against_spse(case: Case, period: Period) -> Iterator[Notice]:
    """What came before the least that SPSE's schedule asks, or not on a working day."""
    last = period.until.date()
    if period.id == "penjelasan":
        what, times = "Penjelasan", [e.at for e in case.package.happened.of(Explanation)]
    else:
        until = due(case.package, Phase.PENAWARAN)
        what, times = "Batas akhir pemasukan penawaran", [until] if until else []
    for at in sorted(times):
        if at.date() < last:
            words = f"{what} {date_and_clock(at)}; menurut jadwal SPSE paling cepat {dated(last)}."
            yield Notice("WAKTU_SPSE", words)
        elif period.id != "pengumuman" and not is_worked(at.date(), case.law.days_off):
            words = f"{what} {date_and_clock(at)} tidak pada hari kerja, sebagaimana jadwal SPSE."
            yield Notice("WAKTU_SPSE", words)
