"""What happens in a procurement: deadlines, openings, acts, and talks, on days of May 2022."""

from decimal import Decimal

from tender.events import (
    Award,
    Closing,
    Deadline,
    Extension,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
)
from tender.terms import Decider, NegotiationOutcome, Phase, Subject
from tests.builders import at


def deadline(of="penawaran", day=10):
    """The deadline of a phase, set a day before."""
    return Deadline(at(day - 1), Phase(of), at(day))


def extended(of="kualifikasi", day=5):
    """The extension of a deadline."""
    return Extension(at(day), Phase(of), at(day + 2))


def closing(of="kualifikasi", day=7):
    """The deadline of a phase has passed."""
    return Closing(at(day), Phase(of))


def listing_act(*names, day=9, by="pokja", number="BA-K"):
    """The act that determines the list."""
    return Award(at(day), Subject.KUALIFIKASI, Decider(by), number, listed=names)


def price_opening(day=18):
    """The price files are opened."""
    return PriceOpening(at(day))


def award(winner="p1", *reserves, day=20, by="pokja", number="BA-1"):
    """The act that determines the winner."""
    return Award(at(day), Subject.PEMILIHAN, Decider(by), number, winner, reserves)


def objections_over(day=25, of="pemilihan"):
    """The masa sanggah has ended."""
    return ObjectionPeriodEnd(at(day), Subject(of))


def agreed(name="p1", total="1150000000", day=26):
    """Talks that came to a price."""
    return Negotiation(at(day), name, NegotiationOutcome.SEPAKAT, Decimal(total))


def in_vain(name="p1", day=26):
    """Talks that came to nothing."""
    return Negotiation(at(day), name, NegotiationOutcome.GAGAL)
