"""Counting days: which are worked, when a number of them has passed, and when a day ends.

Pure functions over dates and a set of days off; which days those are is data of a rulebook. A date
is that of a place: whoever takes it from a moment has that moment in the zone of the tender.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from tender_engine.findings import Citation
from tender_engine.terms import CountedBy

__all__ = ["DaysOff", "LocalDays", "after", "end_of", "first_worked", "is_worked", "span"]

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@frozen
class LocalDays:
    """The days off that a region adds to those of the nation, and the text that names them."""

    named: Mapping[dt.date, str]
    text: Citation


@frozen
class DaysOff:
    """The days on which nobody works, besides every Saturday and Sunday.

    Attributes:
        named: each of them with what it is.
        estimated: those of which the date may still be set otherwise.
        decrees: which text names those of a year; of any other year they are not known.
        local: those that only a region has, each with the text that names it.
    """

    named: Mapping[dt.date, str] = field(factory=dict)
    estimated: frozenset[dt.date] = frozenset()
    decrees: Mapping[int, Citation] = field(factory=dict)
    local: Mapping[dt.date, Citation] = field(factory=dict)

    def with_local(self, days: LocalDays) -> "DaysOff":
        """These and the days of a region."""
        new = {day: name for day, name in days.named.items() if day not in self.named}
        cited = dict.fromkeys(new, days.text)
        return evolve(self, named={**self.named, **new}, local={**self.local, **cited})

    def named_by(self, day: dt.date) -> Citation | None:
        """The text without which `day` would be worked; of a Saturday or Sunday there is none."""
        if day.weekday() >= _SATURDAY or day not in self.named:
            return None
        return self.local.get(day) or self.decrees.get(day.year)


def is_worked(day: dt.date, off: DaysOff) -> bool:
    """Whether `day` is a working day.

    >>> is_worked(dt.date(2023, 7, 18), DaysOff()), is_worked(dt.date(2023, 7, 15), DaysOff())
    (True, False)
    """
    return day.weekday() < _SATURDAY and day not in off.named


def first_worked(day: dt.date, off: DaysOff) -> dt.date:
    """`day`, or the first working day after it.

    >>> first_worked(dt.date(2023, 7, 15), DaysOff())
    datetime.date(2023, 7, 17)
    """
    while not is_worked(day, off):
        day += _DAY
    return day


def after(day: dt.date, count: int, counted: CountedBy, off: DaysOff) -> dt.date:
    """The last of `count` days after `day`, which is not counted itself.

    >>> after(dt.date(2023, 7, 18), 3, CountedBy.HARI_KALENDER, DaysOff())
    datetime.date(2023, 7, 21)
    """
    if counted is CountedBy.HARI_KALENDER:
        return day + count * _DAY
    for _ in range(count):
        day = first_worked(day + _DAY, off)
    return day


def end_of(day: dt.date, hour: dt.time, zone: dt.tzinfo | None) -> dt.datetime:
    """The moment at which work ends on `day` in `zone`, which is still in time."""
    return dt.datetime.combine(day, hour, zone)


def span(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from `first` to `last`, both of them in it."""
    for number in range((last - first).days + 1):
        yield first + number * _DAY
