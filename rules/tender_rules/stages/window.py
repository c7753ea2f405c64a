"""The years within which experience counts, back from the deadline of the file that shows it."""

import datetime as dt

from attrs import frozen

from tender_engine.law import Ask, Outcome, waits
from tender_rules.stages.files import BidFile
from tender_rules.words import long_date

__all__ = ["Window", "no_deadline", "window"]


@frozen
class Window:
    """Days from `first` to `last`, both of them in it."""

    first: dt.date
    last: dt.date

    @property
    def said(self) -> str:
        """The days, as a record has them."""
        return f"{long_date(self.first)} sampai dengan {long_date(self.last)}"

    def __contains__(self, day: dt.date) -> bool:
        """Whether `day` is one of them.

        >>> years = Window(dt.date(2012, 5, 12), dt.date(2022, 5, 12))
        >>> dt.date(2012, 5, 12) in years, dt.date(2012, 5, 11) in years
        (True, False)
        """
        return self.first <= day <= self.last


def window(file: BidFile, years: int, ask: Ask) -> Window | None:
    """The last `years` before the deadline in force for `file`; `None` where none is recorded.

    No text that was read says from which day they count, or whether both ends are in it.
    """
    ask.text("qualification.window")
    if file.due is None:
        return None
    last = file.due.date()
    return Window(_years_before(last, years), last)


def no_deadline(clause: str | None) -> Outcome:
    """What a check within years comes to where no deadline is recorded."""
    return waits("Batas akhir pemasukan dokumen belum dicatat", "batas_pemasukan", clause)


def _years_before(day: dt.date, years: int) -> dt.date:
    """The same day of an earlier year; the last of February where that has no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=day.day - 1)
