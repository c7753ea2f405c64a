"""Days of the house: a local standard's for its service, and the least that SPSE's schedule asks.

Neither is law of the nation. The first is there only under an overlay, or where the document sets
it; the second are settings, read in the schedule of one kind of tender, and only told.
"""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from tender_engine.evaluation import Period
from tender_engine.events import (
    Announcement,
    Award,
    Closing,
    Explanation,
    FailureAct,
    Invitation,
)
from tender_engine.terms import Envelope, InvitedTo, Phase, StageId, Subject
from tender_engine.workflow import Case
from tender_engine.zones import zone_of
from tender_rules.citations import secondary
from tender_rules.periods.counting import citation_of, counted_period, latest_moment, period_until
from tender_rules.procurement_kind import has_prakualifikasi, is_seleksi
from tender_rules.stages.counting import due
from tender_rules.stages.standing_acts import act_made

__all__ = ["award_at_latest", "least_times", "service"]

_SPSE = secondary("SPSE 4.5", "jadwal Tender pascakualifikasi satu file, dibaca April 2026")


def service(case: Case) -> Iterator[Period]:
    """The days of service, with those used: until the act, or the announcement of the list.

    The standard says only "hari": calendar days are taken, and its last day is not moved.
    """
    before = has_prakualifikasi(case.package.tender)
    name = "service.prakualifikasi_days" if before else "service.pascakualifikasi_days"
    days = case.law.value(name)
    if not days.number:
        return
    begins, done = _listing(case) if before else _selecting(case)
    if begins is None:
        return
    of = Subject.KUALIFIKASI if before else Subject.PEMILIHAN
    last = begins.date() + dt.timedelta(int(days.number))
    found = period_until(case, "layanan", of, begins, last, citation_of(days))
    used = ((done or latest_moment(case)).date() - begins.date()).days
    left = int(days.number) - used
    yield evolve(found, used=used, left=left, settled=done is not None)


def _selecting(case: Case) -> tuple[dt.datetime | None, dt.datetime | None]:
    """From the opening, which follows the end of handing in, to the act."""
    happened = case.package.happened
    closed = [event.at for event in happened.of(Closing) if event.of == Phase.PENAWARAN]
    act = act_made(case, Subject.PEMILIHAN)
    begins = max(closed) if closed else due(case.package, Phase.PENAWARAN)
    return begins, act.at if isinstance(act, Award | FailureAct) else None


def _listing(case: Case) -> tuple[dt.datetime | None, dt.datetime | None]:
    """From the announcement of the tender to that of the list."""
    told = [e.at for e in case.package.happened.of(Announcement) if e.of == Subject.KUALIFIKASI]
    return _announced(case), max(told, default=None)


def _announced(case: Case) -> dt.datetime | None:
    """The beginning of the day on which the tender was announced; `None` before any event."""
    zone = zone_of(case.package)
    if zone is None:
        return None
    return dt.datetime.combine(case.package.tender.announced_on, dt.time.min, zone)


def least_times(case: Case) -> Iterator[Period]:
    """How long SPSE wants a tender to be announced, and to wait for explanation and for bids.

    Of a Tender pascakualifikasi with one file alone, and from the year on in which that was read.
    """
    begins = _announced(case)
    if begins is None or not _is_scheduled(case):
        return
    for name, days in (
        ("pengumuman", case.law.value("schedule.announcement_least")),
        ("penjelasan", case.law.value("schedule.explanation_after")),
    ):
        last = begins.date() + dt.timedelta(int(days.number))
        yield period_until(case, name, Phase.PENAWARAN, begins, last, _SPSE)
    explained = [event.at for event in case.package.happened.of(Explanation)]
    if explained:
        days = case.law.value("schedule.upload_least")
        yield _by_spse(counted_period(case, "pemasukan", Phase.PENAWARAN, max(explained), days))


def award_at_latest(case: Case, at: dt.datetime) -> dt.date | None:
    """Until when SPSE wants the winner determined and announced, after the last proof before `at`.

    A proof is on the day on which the bidder was called to it, or was judged. None without one.
    """
    if not _is_scheduled(case):
        return None
    called = case.package.happened.of(Invitation)
    proofs = [event.for_ for event in called if event.of is InvitedTo.PEMBUKTIAN]
    judged = case.package.assessments
    proofs += [entry.at for entry in judged if entry.stage is StageId.PEMBUKTIAN_KUALIFIKASI]
    last = max((proof for proof in proofs if proof <= at), default=None)
    days = case.law.value("schedule.award_after_proof")
    return None if last is None else last.date() + dt.timedelta(int(days.number))


def _is_scheduled(case: Case) -> bool:
    """Whether this is of the kind, and of the years, of which SPSE's schedule was read."""
    tender = case.package.tender
    other = has_prakualifikasi(tender) or is_seleksi(tender)
    read = "schedule.announcement_least" in case.law.values
    return read and not other and tender.envelope is Envelope.SATU_FILE


def _by_spse(found: Period) -> Period:
    """A period counted by a setting, under the text in which that was read."""
    _, *days_off = found.citations
    return evolve(found, citations=(_SPSE, *days_off))
