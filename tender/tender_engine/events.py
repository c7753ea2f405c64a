"""What happened in a tender, as dated events. Each is one type with its own keys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from attrs import frozen

from tender_engine.terms import (
    Addressee,
    AppealDecision,
    BondResult,
    Canceller,
    Channel,
    Decider,
    Doubt,
    InvitedTo,
    NegotiationOutcome,
    ObjectionDecision,
    Phase,
    Refuser,
    StageId,
    WithdrawalCause,
)

__all__ = [
    "Announcement",
    "Appeal",
    "AppealAnswer",
    "Appointment",
    "Award",
    "AwardProposal",
    "BondClarification",
    "Cancellation",
    "Clarification",
    "Closing",
    "Confirmation",
    "Deadline",
    "DeclaredInterest",
    "Event",
    "Explanation",
    "Extension",
    "FailureAct",
    "Happened",
    "Invitation",
    "Letter",
    "Minutes",
    "Negotiation",
    "Objection",
    "ObjectionAnswer",
    "ObjectionPeriodEnd",
    "Present",
    "PriceOpening",
    "RankingDecision",
    "Refusal",
    "ReverseAuction",
    "TalkedItem",
    "TypingConfirmation",
    "Withdrawal",
    "in_force",
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


def in_force(deadlines: Iterable[Deadline | Extension]) -> datetime | None:
    """Until when one may hand in, of the deadlines of one phase: the latest extension goes first.

    None where there is none.
    """
    times = [(isinstance(event, Extension), event.at, event.until) for event in deadlines]
    return max(times)[2] if times else None


@frozen
class Closing(Event):
    """`penutupan`: the deadline has passed."""

    of: Phase


@frozen
class PriceOpening(Event):
    """`pembukaan_harga`: price files were opened (two envelopes, two stages)."""


@frozen
class TalkedItem:
    """One item of talks: what the Pokja `asked` and what was `agreed`, in words.

    `line` is of the document where it is about one; else `title` says what it is about.
    """

    asked: str
    agreed: str
    line: str | None = None
    title: str | None = None


@frozen
class Negotiation(Event):
    """`negosiasi`: what the talks with a bidder came to; `total` in rupiah, PPN included."""

    participant: str
    outcome: NegotiationOutcome
    total: Decimal | None = None
    items: tuple[TalkedItem, ...] = ()


@frozen
class ReverseAuction(Event):
    """`reverse_auction`: the Pokja's decision to hold one, or not, and the totals it came to.

    `totals` are the last prices by participant, in rupiah with PPN.
    """

    held: bool
    reason: str
    totals: Mapping[str, Decimal] | None = None


@frozen
class Withdrawal(Event):
    """`pengunduran_diri`: a bidder left; `stage` is where it stands as fallen.

    `accepted` says whether the Pokja accepted the reason of one who left of its own accord.
    """

    participant: str
    stage: StageId
    reason: str
    accepted: bool | None = None
    cause: WithdrawalCause = WithdrawalCause.PENGUNDURAN_DIRI


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
class TypingConfirmation(Event):
    """`konfirmasi_isian`: what looks like a slip was written so; it answers for `figure` alone.

    `figure` is the doubted figure as it is typed; `line` is of the document, where it is of one.
    """

    doubt: Doubt
    participant: str
    figure: Decimal
    by: tuple[str, ...]
    note: str
    line: str | None = None


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
class Cancellation(Event):
    """`pembatalan`: the procurement was called off; its `number` is that of the decision."""

    by: Canceller
    reason: str
    number: str | None = None
    evidence: Any = None


@frozen
class Announcement(Event):
    """`pengumuman`."""

    of: str


@frozen
class Objection(Event):
    """`sanggah`: an objection to a result, with the way it came and to whom it is addressed."""

    of: str
    participant: str
    channel: Channel | None = None
    addressee: Addressee | None = None


@frozen
class ObjectionAnswer(Event):
    """`jawaban_sanggah`; `cause` is the ground on which a right and substantial one ends it."""

    of: str
    participant: str
    decision: ObjectionDecision
    cause: str | None = None


@frozen
class Appeal(Event):
    """`sanggah_banding`: an appeal, with the amount of its bond and to whom it is addressed."""

    of: str
    participant: str
    bond: Decimal | None = None
    decision: ObjectionDecision | None = None
    addressee: Addressee | None = None


@frozen
class BondClarification(Event):
    """`klarifikasi_jaminan`: what the issuer said of the bond of an appeal."""

    participant: str
    result: BondResult


@frozen
class AppealAnswer(Event):
    """`jawaban_sanggah_banding`: the answer of the KPA to an appeal."""

    participant: str
    decision: AppealDecision


@frozen
class ObjectionPeriodEnd(Event):
    """`akhir_masa_sanggah`."""

    of: str


@frozen
class AwardProposal(Event):
    """`usul_penetapan`: the Pokja proposed to the PA whom to determine."""

    number: str | None = None


@frozen
class Refusal(Event):
    """`penolakan`: the PA or the PPK refused the result of the Pokja."""

    by: Refuser
    reason: str


@frozen
class Explanation(Event):
    """`penjelasan`: the document was explained to those who want to bid."""

    number: str | None = None


@frozen
class Appointment(Event):
    """`sppbj`: the PPK appointed the bidder that will sign the contract."""

    participant: str
    number: str


@frozen
class Present:
    """Somebody who was there, and for which participant, if for one (`for_`)."""

    name: str
    role: str
    for_: str | None = None


@frozen
class Invitation(Event):
    """`undangan`: a bidder was called to a meeting at `for_`; `present` are who came."""

    of: InvitedTo
    participant: str
    for_: datetime
    place: str | None = None
    number: str | None = None
    present: tuple[Present, ...] = ()


@frozen
class Letter(Event):
    """`surat`: the number and the day that a paper of the kind `of` bears, and its place."""

    of: str
    number: str
    dated: date
    participant: str | None = None
    place: str | None = None


@frozen
class DeclaredInterest(Event):
    """`pernyataan`: whether a member of the panel has an interest, and in which bidders.

    `interest` is `False`, or says what it is; without `participants` it is in every bidder.
    """

    member: str
    interest: str | bool
    participants: tuple[str, ...] | None = None


@frozen
class Minutes(Event):
    """`berita_acara`: number and place of a record, and who was there."""

    of: str
    number: str
    place: str
    present: tuple[Present, ...] = ()


TYPES: Mapping[str, type[Event]] = {
    "batas_pemasukan": Deadline,
    "perpanjangan": Extension,
    "penutupan": Closing,
    "pembukaan_harga": PriceOpening,
    "klarifikasi": Clarification,
    "negosiasi": Negotiation,
    "reverse_auction": ReverseAuction,
    "pengunduran_diri": Withdrawal,
    "keputusan_peringkat": RankingDecision,
    "konfirmasi_nilai": Confirmation,
    "konfirmasi_isian": TypingConfirmation,
    "penetapan": Award,
    "pernyataan_gagal": FailureAct,
    "pembatalan": Cancellation,
    "pengumuman": Announcement,
    "sanggah": Objection,
    "jawaban_sanggah": ObjectionAnswer,
    "sanggah_banding": Appeal,
    "klarifikasi_jaminan": BondClarification,
    "jawaban_sanggah_banding": AppealAnswer,
    "akhir_masa_sanggah": ObjectionPeriodEnd,
    "usul_penetapan": AwardProposal,
    "penolakan": Refusal,
    "penjelasan": Explanation,
    "sppbj": Appointment,
    "pernyataan": DeclaredInterest,
    "undangan": Invitation,
    "surat": Letter,
    "berita_acara": Minutes,
}

E = TypeVar("E", bound=Event)


class Happened:
    """The events of a package by their kind and by whom they are about: nobody goes through all."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = events
        # Once somebody asks. Of what kind the lists are, which are found by it, no type can say.
        self._by_kind: dict[type[Event], list[Any]] | None = None
        self._about: dict[type[Event], dict[str, list[Any]]] = {}

    def _listed(self) -> dict[type[Event], list[Any]]:
        if self._by_kind is None:
            self._by_kind = {}
            for event in self._events:
                self._by_kind.setdefault(type(event), []).append(event)
        return self._by_kind

    @property
    def kinds(self) -> Set[type[Event]]:
        """Of which kinds anything happened."""
        return self._listed().keys()

    def of(self, kind: type[E]) -> list[E]:
        """Those of exactly one kind, as they stand in the package."""
        by_kind = self._by_kind
        return (self._listed() if by_kind is None else by_kind).get(kind, [])

    def about(self, kind: type[E], participant: str) -> list[E]:
        """Those of one kind about `participant`, oldest first; the kind has to name one."""
        by_kind = self._by_kind
        if kind not in (self._listed() if by_kind is None else by_kind):
            return []
        if kind not in self._about:
            found: dict[str, list[Any]] = defaultdict(list)
            for event in sorted(self.of(kind), key=lambda event: event.at):
                found[event.participant].append(event)  # type: ignore[attr-defined]
            self._about[kind] = found
        return self._about[kind].get(participant, [])
