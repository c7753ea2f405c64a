"""From when to when a bid holds its bidder, so that two of them can be told to be at once."""

import datetime as dt

from attrs import frozen

from tender_engine.events import Cancellation, FailureAct
from tender_engine.model import Participant
from tender_rules.awarded import awarded
from tender_rules.similar.across.who_is_who import Given
from tender_rules.stages.administration import BID_VALIDITY, COMPLETION

__all__ = ["Span", "span_of"]


@frozen
class Span:
    """Days from the one on which a bid was handed in to the last on which it surely held."""

    begins: dt.date
    ends: dt.date

    def meets(self, other: "Span") -> bool:
        """Whether there is a day of both."""
        return self.begins <= other.ends and other.begins <= self.ends

    def __str__(self) -> str:
        """Both days, as ISO 8601 writes an interval."""
        return f"{self.begins.isoformat()}/{self.ends.isoformat()}"


def span_of(given: Given, who: Participant) -> Span | None:
    """That of a bid; `None` where none was handed in.

    It holds until somebody is determined or the tender has failed; the winner's goes on for the
    days of work that it offers. Where nothing of that is recorded, until the bid's validity ends,
    and where that is not known, on its day alone: what is not known is not at once.
    """
    handed_in = who.submitted.penawaran
    if handed_in is None:
        return None
    begins = handed_in.date()
    award = awarded(given.evaluation)
    if award is not None:
        works = who.known(COMPLETION) if award.winner == who.id else 0
        return Span(begins, max(begins, award.at.date()) + dt.timedelta(days=works or 0))
    happened = given.evaluation.counted.happened
    over = [*happened.of(FailureAct), *happened.of(Cancellation)]
    if over:
        return Span(begins, max(begins, max(event.at for event in over).date()))
    valid = who.known(BID_VALIDITY)
    return Span(begins, begins + dt.timedelta(days=valid or 0))
