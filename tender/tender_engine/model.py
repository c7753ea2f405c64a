"""What a tender is: the package a Pokja hands over, as immutable values.

Amounts are rupiah as exact `Decimal`. `None` is unknown; `False`, `0` and an empty tuple are
known. The order of participants, lines, members, assessments and events carries no meaning.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from attrs import Factory, field, frozen

from tender_engine.clarified import FairnessAnalysis, Unbalanced
from tender_engine.declared import Check
from tender_engine.events import Event, Happened
from tender_engine.seals import Sealed
from tender_engine.terms import (
    AssessmentVerdict,
    Binding,
    Category,
    CommitmentAlgorithm,
    Contract,
    CorrectedBy,
    Envelope,
    Method,
    Panel,
    Part,
    PreviousKind,
    ProcedureName,
    ProofScope,
    PropertiesOf,
    Rounding,
    StageId,
    TimeZone,
    Unsur,
)

__all__ = [
    "Addendum",
    "Assessment",
    "Contact",
    "Criterion",
    "Deed",
    "Document",
    "DocumentValue",
    "Equipment",
    "Evidence",
    "Facts",
    "FileProperties",
    "Hps",
    "HpsLine",
    "LifeCycle",
    "Member",
    "Package",
    "Participant",
    "Party",
    "Person",
    "Pokja",
    "PokjaMember",
    "Previous",
    "Price",
    "PriceCommitment",
    "PriceLine",
    "Regulation",
    "Requirements",
    "StatedParts",
    "Submitted",
    "Tender",
]


Demand = TypeVar("Demand")
Fact = TypeVar("Fact")


@frozen
class HpsLine:
    """A line of the owner's estimate; `unit_price` is net of PPN and confidential.

    Where a price is by *orang-bulan*, `person_months` multiplies `quantity`. `main` marks a *mata
    pembayaran utama*; `goods` says whether the line is goods that a preference may be given for.
    `vat_base` is the share of the price that its PPN is taken of, where that is its own.
    """

    id: str
    description: str
    unit: str
    quantity: Decimal
    unit_price: Decimal
    vat_percent: Decimal | None = None
    part: Part | None = None
    main: bool | None = None
    goods: bool | None = None
    person_months: Decimal | None = None
    vat_base: Fraction | None = None

    @property
    def volume(self) -> Decimal:
        """What its price is multiplied by."""
        months = self.person_months
        return self.quantity if months is None else self.quantity * months


@frozen
class Hps:
    """The owner's estimate. `total` includes PPN and governs over its lines.

    `vat_base` is the share of the price that PPN is taken of; `None` is the whole.
    """

    total: Decimal
    vat_percent: Decimal
    lines: tuple[HpsLine, ...] | None = None
    vat_base: Fraction | None = None


@frozen
class Addendum:
    """A change to the tender's document."""

    number: str
    date: dt.date | None = None
    subject: str | None = None


@frozen
class Document:
    """The *Dokumen Pemilihan* that binds the parties."""

    number: str
    date: dt.date
    addenda: tuple[Addendum, ...] | None = None


def _weight(given: Decimal | Fraction | None) -> Fraction | None:
    """A weight is a fraction: a ninth of a hundred has no end of decimals."""
    return None if given is None else Fraction(given)


@frozen(cache_hash=True)  # a question of every bidder is looked up by it
class Criterion:
    """Something the document asks that people judge, with the clause that asks it.

    A scored one has a `weight` in percent, a `max_score`, and perhaps a `threshold` on the scale
    of that; `unsur` is the part of a consultant's proposal that it belongs to.
    """

    id: str
    title: str
    clause: str | None = None
    weight: Fraction | None = field(default=None, converter=_weight)
    threshold: Decimal | None = None
    max_score: Decimal | None = None
    unsur: Unsur | None = None

    @property
    def scored(self) -> bool:
        """Whether members give it a score instead of a verdict."""
        return self.max_score is not None


@frozen
class Requirements:
    """What the document asks at one stage: criteria for people, and `named` checks by their key."""

    criteria: tuple[Criterion, ...] = ()
    clauses: Mapping[str, str] = field(factory=dict)
    # koreksi_aritmatik
    rounding: Rounding = Rounding.NONE
    binding: Binding | None = None
    # penawaran_dievaluasi
    lowest: int | None = None
    clause: str | None = None
    # scored stages
    weight: Fraction | None = field(default=None, converter=_weight)
    threshold: Decimal | None = None
    panel: Panel | None = None
    # evaluasi_harga
    tkdn_preference: Decimal | None = None
    tkdn_least: Decimal | None = None
    operating_years: int | None = None
    # pembuktian_kualifikasi
    scope: ProofScope | None = None

    named: Mapping[str, Any] = field(factory=dict)

    def of(self, check: Check[Demand, Any]) -> Demand | None:
        """What is asked of a named `check`; `None` where nothing is."""
        return self.named.get(check.key)

    def clause_of(self, key: str) -> str | None:
        """The clause that asks the named check `key`.

        Of several things that are asked the clauses of all, each once.
        """
        asked = self.named.get(key)
        if not isinstance(asked, tuple):
            return getattr(asked, "clause", None) or self.clauses.get(key)
        own = dict.fromkeys(getattr(one, "clause", None) for one in asked)
        return "; ".join(filter(None, own)) or self.clauses.get(key)

    def asks_any(self, checks: Iterable[Check[Any, Any]]) -> bool:
        """Whether the document asks anything here that can be looked at.

        A criterion, or one of `checks`; one that the document declines by name is none, and neither
        is one that the law runs by itself, such as the agreement that it asks of every KSO, or one
        that is asked of a KSO alone.
        """
        if self.criteria:
            return True
        asked = (self.of(check) for check in checks if not (check.by_law or check.of_kso))
        return any(demand not in (None, False) for demand in asked)


@frozen
class DocumentValue:
    """A value of the law that the tender's document itself sets."""

    param: str
    value: str
    clause: str
    reason: str


@frozen
class Regulation:
    """Which local overlays apply, and what the document sets."""

    overlays: tuple[str, ...] | None = None
    values: tuple[DocumentValue, ...] | None = None


@frozen
class Tender:
    """The tender itself, as announced.

    `time_zone` is where its papers print times and its days end: see `zones`.
    """

    code: str
    title: str
    buyer: str
    work_unit: str
    document: Document
    category: Category
    procedure: ProcedureName
    envelope: Envelope
    method: Method
    contract: Contract
    announced_on: dt.date
    pagu: Decimal
    hps: Hps
    requirements: Mapping[StageId, Requirements]
    rup_code: str | None = None
    funding: str | None = None
    fiscal_year: str | None = None
    complex: bool | None = None
    integrated: bool | None = None
    international: bool | None = None
    qualification_round: int = 1
    round: int = 1
    regulation: Regulation | None = None
    time_zone: TimeZone | None = None

    def asks(self, stage: StageId) -> Requirements:
        """What the document asks at `stage`; nothing where it is silent."""
        return self.requirements.get(stage, NOTHING_ASKED)


NOTHING_ASKED = Requirements()


@frozen
class PokjaMember:
    """A member of the panel."""

    id: str
    name: str
    nip: str | None = None
    role: str | None = None


@frozen
class Pokja:
    """The panel and the decree that appoints it."""

    decree: str
    members: tuple[PokjaMember, ...]


@frozen
class Evidence:
    """Where something can be looked up."""

    file: str
    page: str | None = None


@frozen
class Facts:
    """What is known of a bidder at one stage, for `named` checks by their key.

    What clarifying a price brought is sealed with it.
    """

    kewajaran_harga: Sealed[FairnessAnalysis] | None = None
    timpang: Sealed[tuple[Unbalanced, ...]] | None = None
    evidence: tuple[Evidence, ...] | None = None
    named: Mapping[str, Any] = field(factory=dict)

    def of(self, check: Check[Any, Fact]) -> Fact | None:
        """What is known for a named `check`; `None` where nothing is."""
        return self.named.get(check.key)


@frozen
class Person:
    """An officer, shareholder or key person; `certificate` is only of a key person."""

    name: str
    id: str | None = None
    nik: str | None = None
    npwp: str | None = None
    position: str | None = None
    share_percent: Decimal | None = None
    certificate: str | None = None


@frozen
class Equipment:
    """A piece of equipment that a bidder names for the work; nothing is decided by it."""

    id: str
    title: str
    serial: str | None = None
    plate: str | None = None
    owner: str | None = None


@frozen
class Contact:
    """Where a bidder can be reached."""

    phone: tuple[str, ...] | None = None
    email: tuple[str, ...] | None = None


@frozen
class Deed:
    """A notarial deed of a bidder, as its document names it."""

    number: str
    date: dt.date
    notary: str


@frozen
class FileProperties:
    """What a file that was handed in says of itself; whatever it says proves nothing alone.

    Those of a price file are sealed with the price.
    """

    file: str
    of: PropertiesOf
    author: str | None = None
    last_by: str | None = None
    company: str | None = None
    created: dt.datetime | None = None
    modified: dt.datetime | None = None
    software: str | None = None


@frozen
class PriceCommitment:
    """The digest of a price that was handed in before the price itself."""

    alg: CommitmentAlgorithm
    value: str


@frozen
class Member:
    """A member of a KSO."""

    id: str
    name: str
    npwp: str | None = None
    named: Mapping[str, Any] = field(factory=dict)
    share_percent: Decimal | None = None
    lead: bool | None = None
    facts: Mapping[StageId, Facts] = field(factory=dict)

    def known(self, check: Check[Any, Fact]) -> Fact | None:
        """What is known of it for a named `check`."""
        return _known(self, check)


@frozen
class Submitted:
    """When a participant handed in. No time at all: registered only.

    `penawaran_tahap_dua` is the revised offer with its price, of *dua tahap*.
    """

    kualifikasi: dt.datetime | None = None
    penawaran: dt.datetime | None = None
    penawaran_tahap_dua: dt.datetime | None = None


@frozen(weakref_slot=False)  # there are a hundred thousand of them
class PriceLine:
    """A line of a bidder's price schedule, net of PPN, as written. A null price is a blank one."""

    id: str
    quantity: Decimal | None
    unit_price: Decimal | None
    amount: Decimal | None
    vat_percent: Decimal | None = None
    tkdn_percent: Decimal | None = None
    extra: bool = False
    description: str | None = None
    unit: str | None = None
    part: Part | None = None
    person_months: Decimal | None = None
    vat_base: Fraction | None = None


@frozen
class StatedParts:
    """The two parts of a *gabungan* price as stated, net of PPN."""

    harga_satuan: Decimal
    lumsum: Decimal


@frozen
class LifeCycle:
    """What a purchase costs and leaves over its life beside its price, in rupiah, year by year."""

    operating: tuple[Decimal, ...]
    maintenance: tuple[Decimal, ...]
    residual: Decimal


@frozen
class Price:
    """A price file. `stated_total` includes PPN, and so do all totals in it.

    `vat_base` is the share of the price that PPN is taken of; `None` is the document's.
    """

    stated_total: Decimal
    vat_percent: Decimal
    schedule_total: Decimal | None = None
    stated_parts: StatedParts | None = None
    lines: tuple[PriceLine, ...] | None = None
    corrected_total: Decimal | None = None
    corrected_by: CorrectedBy | None = None
    tkdn_percent: Decimal | None = None
    life_cycle: LifeCycle | None = None
    vat_base: Fraction | None = None


@frozen
class Participant:
    """A bidder. Its price stays sealed until a stage opens it."""

    id: str
    name: str
    submitted: Submitted = Submitted()
    npwp: str | None = None
    named: Mapping[str, Any] = field(factory=dict)
    members: tuple[Member, ...] = ()
    officers: tuple[Person, ...] | None = None
    shareholders: tuple[Person, ...] | None = None
    key_personnel: tuple[Person, ...] | None = None
    equipment: tuple[Equipment, ...] | None = None
    address: str | None = None
    contact: Contact | None = None
    bank_accounts: tuple[str, ...] | None = None
    deeds: tuple[Deed, ...] | None = None
    file_metadata: tuple[FileProperties | Sealed[FileProperties], ...] | None = None
    price_commitment: PriceCommitment | None = None
    facts: Mapping[StageId, Facts] = field(factory=dict)
    price: Sealed[Price] | None = None

    def known(self, check: Check[Any, Fact]) -> Fact | None:
        """What is known of it for a named `check`."""
        return _known(self, check)


def _known(business: Participant | Member, check: Check[Any, Fact]) -> Fact | None:
    if check.on_business:
        return business.named.get(check.key)
    return (business.facts.get(check.stage) or NOTHING_KNOWN).of(check)


NOTHING_KNOWN = Facts()


@frozen
class Party:
    """A company or person outside the tender that the affiliation check needs."""

    id: str
    name: str
    kind: str
    officers: tuple[Person, ...] | None = None
    shareholders: tuple[Person, ...] | None = None


@frozen
class Assessment:
    """A judgement by one or more members, on one question or on many."""

    stage: StageId
    participant: str
    by: tuple[str, ...]
    at: dt.datetime
    criterion: str | None = None
    verdict: AssessmentVerdict | None = None
    score: Decimal | None = None
    note: str = ""
    clause: str | None = None
    evidence: tuple[Evidence, ...] | None = None


@frozen
class Previous:
    """The package before this one, and why there is another."""

    kind: PreviousKind
    package: str
    reason: str


@frozen
class Package:
    """Everything one evaluation is computed from."""

    tender: Tender
    pokja: Pokja
    participants: tuple[Participant, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    events: tuple[Event, ...] = ()
    parties: tuple[Party, ...] | None = None
    previous: Previous | None = None
    extensions: Any = None
    # The events by their kind. As no attribute of its own it would make every other slow to read:
    # what a class with slots keeps once computed goes through a hook, and so does all the rest.
    happened: Happened = field(
        default=Factory(lambda self: Happened(self.events), takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )
    # Whatever makes another package drops these. Against which declarations the reader checked it.
    _checked: str | None = field(default=None, init=False, eq=False, repr=False)
    # How many entries its lists have in all, by the fault of too many, as the reader counted them.
    entries: Mapping[str, int] | None = field(default=None, init=False, eq=False, repr=False)
    # The digest of its canonical text, once somebody asked for it.
    digest: str | None = field(default=None, init=False, eq=False, repr=False)

    def is_checked(self, declarations: str) -> bool:
        """Whether the reader made it, under declarations of that identity."""
        return self._checked == declarations
