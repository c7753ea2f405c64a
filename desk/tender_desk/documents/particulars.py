"""Number, place, day and people of a paper: where they were recorded, and what fills their place.

A `surat` of a kind of paper, and of the participant it is about, goes before the act that the paper
tells of. Where neither numbers it, the pattern of the office does, and else a blank.
"""

from datetime import date, datetime

from attrs import evolve, frozen

from tender_desk.documents.office import Office
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, bare_number
from tender_engine.events import Deadline, Event, Invitation, Letter, Present
from tender_engine.terms import Phase
from tender_rules.words import clock, day_and_date, long_date

__all__ = [
    "OF_BOTH",
    "Particulars",
    "letter_of",
    "nothing_recorded",
    "of_event",
    "of_meeting",
    "recorded",
]

# Of the qualification there is one of these, and of the bids after it there is another.
OF_BOTH = frozenset({"evaluasi", "klarifikasi", "surat"})


@frozen
class Particulars:
    """What was recorded of a paper; what is empty nobody has.

    `at` is the day and the time of day that minutes open with, `dated` the day that a letter bears.
    """

    number: str = ""
    place: str = ""
    at: datetime | None = None
    dated: date | None = None
    present: tuple[Present, ...] = ()

    @property
    def when(self) -> tuple[str, str, str]:
        """Place, day and time of day as minutes open with them; blanks for people to fill in."""
        if self.at is not None:
            return self.place or BLANK, day_and_date(self.at), clock(self.at)
        known = f"{BLANK} tanggal {BLANK}" if self.dated is None else day_and_date(self.dated)
        return self.place or BLANK, known, BLANK

    @property
    def day(self) -> str:
        """The day as letters write it."""
        return BLANK if self.dated is None else long_date(self.dated)


def nothing_recorded(_: View) -> Particulars:
    """Of a paper that no act numbers: place, day and time are for people to fill in."""
    return Particulars()


def of_event(event: Event | None) -> Particulars:
    """What an act says of the paper about it: number and place, as far as it has them, and day."""
    if event is None:
        return Particulars()
    number, place = getattr(event, "number", None), getattr(event, "place", None)
    people = getattr(event, "present", ())
    return Particulars(number or "", place or "", event.at, event.at.date(), people)


def of_meeting(call: Invitation | None) -> Particulars:
    """Of minutes and lists of who came: when a bidder was called for, where, and who was there.

    The number is that of the invitation, and of no other paper.
    """
    if call is None:
        return Particulars()
    return Particulars("", call.place or "", call.for_, call.for_.date(), call.present)


def letter_of(view: View, key: str) -> Letter | None:
    """The last `surat` of this very paper, if there is one."""
    ends = view.ends
    letters = [one for one in view.events(Letter) if ends is None or one.dated <= ends]
    own = [one for one in letters if one.of == key and one.participant == view.bidder]
    due = None if key not in OF_BOTH or view.kind.listing else bids_due(view)
    found = [one for one in own if due is None or one.dated >= due]
    return found[-1] if found else None


def bids_due(view: View) -> date | None:
    """The day since which there is another paper of the bids, after one of the qualification."""
    due = [event.at.date() for event in view.events(Deadline) if event.of is Phase.PENAWARAN]
    return min(due, default=None) if view.kind.before else None


def recorded(view: View, key: str, told: Particulars) -> Particulars:
    """`told` of an act, with what a `surat` says of this very paper in its place.

    A number that nobody typed follows the pattern of the office.
    """
    letter, office = letter_of(view, key), Office.of(view.package)
    told = evolve(told, place=told.place or office.place)
    if letter is not None:
        same = told.at is not None and told.at.date() == letter.dated
        told = evolve(
            told,
            number=letter.number,
            place=letter.place or told.place,
            at=told.at if same else None,
            dated=letter.dated,
        )
    number = bare_number(told.number) or office.number(key, view.package.tender, told.dated)
    return evolve(told, number=number or BLANK)
