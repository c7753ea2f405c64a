"""What happens in a procurement: deadlines, openings, acts, and talks, on days of May 2022."""

from decimal import Decimal

from tender_engine.events import (
    Appeal,
    Award,
    Closing,
    Deadline,
    Extension,
    Negotiation,
    ObjectionPeriodEnd,
    PriceOpening,
    ReverseAuction,
    Withdrawal,
)
from tender_engine.terms import (
    Decider,
    NegotiationOutcome,
    ObjectionDecision,
    Phase,
    StageId,
    Subject,
    WithdrawalCause,
)
from tests.builders import at


def deadline(of="penawaran", day=12):
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


def auction(day=17, *, held=True, **totals):
    """An e-reverse auction that came to these totals; none at all where it names nobody."""
    came_to = {name: Decimal(total) for name, total in totals.items()}
    return ReverseAuction(at(day), held, "dua penawaran", came_to or None)


def gone(name, stage, accepted=None, *, day=19, refused=False):
    """A bidder left; `refused` if it would not extend the validity of its bid."""
    cause = WithdrawalCause.MENOLAK_PERPANJANGAN if refused else WithdrawalCause.PENGUNDURAN_DIRI
    return Withdrawal(at(day), name, StageId(stage), "alat tidak tersedia", accepted, cause)


def appeal(name="p2", bond=None, decision=None, day=24):
    """An appeal against the answer to an objection, with its bond."""
    given = None if bond is None else Decimal(bond)
    answer = None if decision is None else ObjectionDecision(decision)
    return Appeal(at(day), Subject.PEMILIHAN, name, given, answer)
