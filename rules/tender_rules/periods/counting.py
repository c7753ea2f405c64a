"""A period counted: its last day, the moment at which that ends, and what the counting rests on."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve

from tender_engine.days import DaysOff, after, end_of, first_worked, span
from tender_engine.evaluation import Period, PeriodState
from tender_engine.findings import Citation, Source, UsedValue
from tender_engine.law import Law, LawError
from tender_engine.terms import CountedBy, Subject
from tender_engine.workflow import Case, once

__all__ = ["citation_of", "counted", "counted_period", "latest_moment", "period_until"]


def counted_period(
    case: Case,
    name: str,
    of: str,
    begins: dt.datetime,
    *values: UsedValue,
    by: CountedBy = CountedBy.HARI_KALENDER,
    participant: str | None = None,
) -> Period:
    """The period `name` of as many days as the first of `values` says, ending on a working day.

    The day on which it begins is not counted. Working hours of its last day are still in it.
    """
    off, count = case.law.days_off, int(values[0].number)
    last = first_worked(after(begins.date(), count, by, off), off)
    cited = dict.fromkeys(citation_of(value) for value in values)
    found = period_until(case, name, of, begins, last, *cited, participant=participant)
    days = _days_cited(off, begins.date(), last)
    return evolve(found, counted=by, citations=(*found.citations, *days))


def period_until(
    case: Case,
    name: str,
    of: str,
    begins: dt.datetime,
    last: dt.date,
    *citations: Citation,
    participant: str | None = None,
) -> Period:
    """The period `name` until `last`, whatever day of the week that is."""
    until = _ends(case.law, last, begins.tzinfo)
    return Period(
        id=name,
        of=str(of),
        participant=participant,
        round=_round_of(case, of),
        begins=begins,
        until=until,
        counted=CountedBy.HARI_KALENDER,
        state=_state(case, begins, until),
        citations=citations,
    )


def citation_of(value: UsedValue) -> Citation:
    """The text behind a value, with the clause of the document where that set it."""
    return Citation(value.instrument, value.article, value.source, value.clause)


def counted(case: Case, param: str) -> CountedBy:
    """Which days a value of the law says are counted."""
    return CountedBy(case.law.value(param).value)


def _round_of(case: Case, of: str) -> int:
    """The round of the result, or of the handing in, that `of` names."""
    tender = case.package.tender
    return tender.qualification_round if of == Subject.KUALIFIKASI else tender.round


def _ends(law: Law, day: dt.date, zone: dt.tzinfo | None) -> dt.datetime:
    """When working hours end on `day`, as the house has set it: `15.30` is half past three.

    Raises:
        LawError: the setting is no time of a day.
    """
    hours, rest = divmod(law.value("calendar.workday_end").number, 1)
    minutes = rest.scaleb(2)
    try:
        return end_of(day, dt.time(int(hours), int(minutes)), zone)
    except ValueError:
        raise LawError(f"calendar.workday_end: {hours}.{minutes} is no time of a day") from None


def _state(case: Case, begins: dt.datetime, until: dt.datetime) -> PeriodState:
    """Where a period stands as of the latest thing that the package records."""
    latest = latest_moment(case)
    if latest > until:
        return PeriodState.LEWAT
    return PeriodState.BERJALAN if begins <= latest else PeriodState.BELUM


@once
def latest_moment(case: Case) -> dt.datetime:
    """When the latest thing that the package records happened; some event has happened."""
    return max(_moments(case))


def _moments(case: Case) -> Iterator[dt.datetime]:
    yield from (event.at for event in case.recorded.events)
    yield from (entry.at for entry in case.package.assessments)


def _days_cited(off: DaysOff, first: dt.date, last: dt.date) -> Iterable[Citation]:
    """Which texts the days off from `first` to `last` rest on, in order of the days.

    A text is cited where a weekday in between is off by it. A date that may still be set otherwise
    makes its mark `unverified`, and so is a year of which no text was read.
    """
    found: dict[str, Citation] = {}
    for day in span(first, last):
        for text in _texts_of(off, day):
            if text.source is Source.UNVERIFIED or text.instrument not in found:
                found[text.instrument] = text
    return found.values()


def _texts_of(off: DaysOff, day: dt.date) -> Iterator[Citation]:
    decree, named_by = off.decrees.get(day.year), off.named_by(day)
    if decree is None:
        article = "hari libur nasional dan cuti bersama (belum diketahui)"
        yield Citation(f"Tahun {day.year}", article, Source.UNVERIFIED)
    elif day in off.estimated:
        estimated = f"{decree.article} (tanggal perkiraan)"
        yield Citation(decree.instrument, estimated, Source.UNVERIFIED)
    if named_by is not None:
        yield named_by
