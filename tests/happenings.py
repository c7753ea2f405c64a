"""What happens in a procurement: deadlines, openings, acts, and talks, on days of May 2022."""

from decimal import Decimal

from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    Appointment,
    Award,
    BondClarification,
    Closing,
    Deadline,
    Extension,
    Negotiation,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    PriceOpening,
    ReverseAuction,
    Withdrawal,
)
from tender_engine.terms import (
    Addressee,
    AppealDecision,
    BondResult,
    Channel,
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


def announced(day=20, of="pemilihan", *, hour=12, month=5):
    """A result is announced: on a Friday in May, so that objections may come in until the 25th."""
    return Announcement(at(day, hour, month), Subject(of))


def objection(name="p2", day=23, of="pemilihan", *, hour=9, month=5, channel=None, to=None):
    """An objection to a result, by its way and to whom where they are told."""
    way, addressee = channel and Channel(channel), to and Addressee(to)
    return Objection(at(day, hour, month), Subject(of), name, way, addressee)


ERROR = "perpres-16-2018:51(2)a"


def answered(decision="tidak_benar", name="p2", day=27, of="pemilihan", *, cause=None, month=5):
    """The answer to an objection, with the ground on which a right one ends it."""
    said = ObjectionDecision(decision)
    if said is ObjectionDecision.BENAR_SUBSTANSIAL and cause is None:
        listing = of == "kualifikasi"
        cause = "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi" if listing else ERROR
    return ObjectionAnswer(at(day, month=month), Subject(of), name, said, cause)


def of_bond(result="sah", name="p2", day=31, month=5):
    """What the issuer said of the bond of an appeal."""
    return BondClarification(at(day, month=month), name, BondResult(result))


def of_kpa(decision="tidak_benar", name="p2", day=8, month=6):
    """The KPA's answer to an appeal."""
    return AppealAnswer(at(day, month=month), name, AppealDecision(decision))


def sppbj(name="p1", day=13, month=6):
    """The PPK appoints the bidder that will sign."""
    return Appointment(at(day, month=month), name, "SPPBJ-1")


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
