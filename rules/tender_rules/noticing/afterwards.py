"""What is recorded after a result: the end of its masa sanggah; and what its minutes hold."""

from collections.abc import Iterator
from datetime import datetime

from tender_engine.events import (
    Announcement,
    Award,
    Cancellation,
    Confirmation,
    Event,
    FailureAct,
    Minutes,
    ObjectionPeriodEnd,
    TypingConfirmation,
)
from tender_engine.findings import Notice
from tender_engine.model import Package
from tender_engine.terms import Subject
from tender_rules.procurement_kind import bids_are_due, has_prakualifikasi
from tender_rules.stages.standing_minutes import replaced_at

__all__ = ["early_ends", "late_confirmations"]


def early_ends(package: Package) -> Iterator[Notice]:
    """The end of the time for objections before the result was announced, or determined."""
    for of in Subject:
        told, act = _first_told(package, of), _first_act(package, of)
        told = told or (act.at if act else None)
        ends = (e.at for e in package.happened.of(ObjectionPeriodEnd) if e.of == of)
        if told is not None and any(at < told for at in ends):
            words = "Akhir masa sanggah tercatat sebelum hasilnya diumumkan."
            yield Notice("URUTAN_WAKTU", words, audience="publik")


def late_confirmations(package: Package) -> Iterator[Notice]:
    """What was confirmed first after the last minutes, which rest on it, had been written.

    What was confirmed once another result took its place is of that one.
    """
    written = package.happened.of(Minutes)
    if has_prakualifikasi(package.tender) and bids_are_due(package):
        written = [event for event in written if event.of == Subject.PEMILIHAN]
    last = max((event.at for event in written), default=None)
    first: dict[tuple[object, ...], datetime] = {}
    for key, at in sorted(_confirmed(package), key=lambda pair: pair[1]):
        first.setdefault(key, at)
    since = replaced_at(package, Subject.PEMILIHAN) if last is not None else None
    late = [at for at in first.values() if last is not None and at > last]
    if any(since is None or at < since for at in late):
        words = "Konfirmasi nilai atau isian tercatat setelah berita acara yang memuatnya."
        yield Notice("URUTAN_WAKTU", words, audience="publik")


def _confirmed(package: Package) -> Iterator[tuple[tuple[object, ...], datetime]]:
    """What the Pokja confirmed, each value and each figure, and when."""
    for value in package.happened.of(Confirmation):
        yield (value.param,), value.at
    for typed in package.happened.of(TypingConfirmation):
        yield (typed.doubt, typed.participant, typed.line, typed.figure), typed.at


def _first_told(package: Package, of: Subject) -> datetime | None:
    """When a result on `of` was announced first."""
    told = (e.at for e in package.happened.of(Announcement) if e.of == of)
    return min(told, default=None)


def _first_act(package: Package, of: Subject) -> Event | None:
    """What determined or declared a result on `of` first, or called the procurement off."""
    happened = package.happened
    acts: list[Event] = [e for e in happened.of(Award) if e.of == of]
    acts += [e for e in happened.of(FailureAct) if e.of == of]
    return min([*acts, *happened.of(Cancellation)], key=lambda act: act.at, default=None)
