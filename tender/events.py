"""What happened in a tender, as dated events. Each is one type with its own keys."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import frozen

from tender.terms import Decider, NegotiationOutcome, ObjectionDecision, Phase, StageId

__all__ = [
    "Announcement",
    "Award",
    "Clarification",
    "Closing",
    "Confirmation",
    "Deadline",
    "Event",
    "Extension",
    "FailureAct",
    "Minutes",
    "Negotiation",
    "Objection",
    "ObjectionAnswer",
    "ObjectionPeriodEnd",
    "PriceOpening",
    "RankingDecision",
]


@frozen
class Event:
    """Something that happened at a time."""

    at: datetime


@frozen
class Deadline(Event):
    """`batas_pemasukan`: until when documents may be handed in."""

    of: Phase
    until: datetime


@frozen
class Extension(Event):
    """`perpanjangan`: the deadline was moved."""

    of: Phase
    until: datetime


@frozen
class Closing(Event):
    """`penutupan`: the deadline has passed."""

    of: Phase


@frozen
class PriceOpening(Event):
    """`pembukaan_harga`: price files were opened (two envelopes, two stages)."""


@frozen
class Negotiation(Event):
    """`negosiasi`: what the talks with a bidder came to; `total` in rupiah, PPN included."""

    participant: str
    outcome: NegotiationOutcome
    total: Decimal | None = None


@frozen
class Clarification(Event):
    """`klarifikasi`: a question to a bidder and its answer."""

    participant: str
    stage: StageId
    question: str
    answer: str
    evidence: Any = None


@frozen
class RankingDecision(Event):
    """`keputusan_peringkat`: how the Pokja settled a tie; `order` holds all the tied."""

    by: tuple[str, ...]
    order: tuple[str, ...]
    reason: str


@frozen
class Confirmation(Event):
    """`konfirmasi_nilai`: the Pokja confirms an unverified value against its document."""

    param: str
    value: str
    clause: str


@frozen
class Award(Event):
    """`penetapan`: the act that determines the winner or the list."""

    of: str
    by: Decider
    number: str
    winner: str | None = None
    reserves: tuple[str, ...] | None = None
    listed: tuple[str, ...] | None = None


@frozen
class FailureAct(Event):
    """`pernyataan_gagal`: the act that declares a failure."""

    of: str
    by: Decider
    ground: str
    evidence: Any = None


@frozen
class Announcement(Event):
    """`pengumuman`."""

    of: str


@frozen
class Objection(Event):
    """`sanggah`."""

    of: str
    participant: str


@frozen
class ObjectionAnswer(Event):
    """`jawaban_sanggah`."""

    of: str
    participant: str
    decision: ObjectionDecision


@frozen
class ObjectionPeriodEnd(Event):
    """`akhir_masa_sanggah`."""

    of: str


@frozen
class Minutes(Event):
    """`berita_acara`: number and place of a record."""

    of: str
    number: str
    place: str


TYPES: Mapping[str, type[Event]] = {
    "batas_pemasukan": Deadline,
    "perpanjangan": Extension,
    "penutupan": Closing,
    "pembukaan_harga": PriceOpening,
    "klarifikasi": Clarification,
    "negosiasi": Negotiation,
    "keputusan_peringkat": RankingDecision,
    "konfirmasi_nilai": Confirmation,
    "penetapan": Award,
    "pernyataan_gagal": FailureAct,
    "pengumuman": Announcement,
    "sanggah": Objection,
    "jawaban_sanggah": ObjectionAnswer,
    "akhir_masa_sanggah": ObjectionPeriodEnd,
    "berita_acara": Minutes,
}
