"""What an evaluation leaves behind; `formats.evaluation_writing` puts it into JSON."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from attrs import evolve, field, frozen
from attrs.converters import optional

from tender_engine.basis import Basis, Edge
from tender_engine.events import Event
from tender_engine.findings import (
    Awaiting,
    Citation,
    Finding,
    Notice,
    Source,
    UsedValue,
    Verdict,
    said,
)
from tender_engine.judgement import Judgements, Seats, Vote
from tender_engine.law import Law
from tender_engine.model import Package
from tender_engine.ordered import ordered
from tender_engine.terms import CountedBy, StageId, Subject

__all__ = [
    "AfterAward",
    "AfterAwardState",
    "Asked",
    "Correction",
    "Ended",
    "Evaluation",
    "Failure",
    "Period",
    "PeriodState",
    "PriceResult",
    "Rank",
    "Result",
    "Score",
    "StageResult",
    "StageVerdict",
    "State",
]


class State(StrEnum):
    """How far an evaluation has come: it waits, it is computed, or people have acted on it."""

    MENUNGGU = "menunggu"
    DIHITUNG = "dihitung"
    DITETAPKAN = "ditetapkan"


class Result(StrEnum):
    """What an evaluation comes to: a winner, a list of who is invited, or a failure."""

    PEMENANG = "pemenang"
    DAFTAR_PESERTA = "daftar_peserta"
    GAGAL = "gagal"


class PeriodState(StrEnum):
    """Where a period stands as of the latest thing that the package records."""

    BELUM = "belum"
    BERJALAN = "berjalan"
    LEWAT = "lewat"


class AfterAwardState(StrEnum):
    """How far a procurement has come once it has a result."""

    BELUM_DIUMUMKAN = "belum_diumumkan"
    MASA_SANGGAH = "masa_sanggah"
    MENUNGGU_JAWABAN = "menunggu_jawaban"
    MASA_SANGGAH_BANDING = "masa_sanggah_banding"
    MENUNGGU_JAWABAN_BANDING = "menunggu_jawaban_banding"
    PENETAPAN_BATAL = "penetapan_batal"
    SIAP_SPPBJ = "siap_sppbj"
    SELESAI = "selesai"


@frozen
class StageVerdict:
    """One participant at one stage. `reason` is one sentence that would stand in a BAHP."""

    participant: str
    verdict: Verdict
    reason: str
    findings: tuple[Finding, ...] = ()
    votes: tuple[Vote, ...] = ()

    @property
    def entered(self) -> bool:
        """Whether the participant was evaluated here, and not kept out by a pool or a scope."""
        return self.verdict is not Verdict.TIDAK_DIEVALUASI or bool(self.findings)


@frozen
class StageResult:
    """A stage with a verdict for each who entered it, and for whom a pool or scope kept out."""

    id: StageId
    verdicts: tuple[StageVerdict, ...] = ()

    def of(self, verdict: Verdict) -> tuple[str, ...]:
        """The participants with `verdict`."""
        return tuple(v.participant for v in self.verdicts if v.verdict is verdict)

    def on(self, participant: str) -> StageVerdict | None:
        """The verdict on `participant`; `None` where it has none."""
        return self._on.get(participant)

    @cached_property
    def _on(self) -> dict[str, StageVerdict]:
        return {verdict.participant: verdict for verdict in self.verdicts}


@frozen
class Asked:
    """What the document asks of a named check, `said` as a record says it, and who decides it."""

    stage: StageId
    check: str
    rule: str
    said: str


@frozen
class Correction:
    """One changed cell of a bid. `effect` is on the total, PPN included, in rupiah.

    Volume comes before product before sum, each on what the one before left, so that the effects
    together make the corrected total minus the stated one. A null `line` is the bid as a whole.
    """

    line: str | None
    rule: str
    field: str
    before: Decimal | None
    after: Decimal | None
    effect: Decimal


@frozen
class PriceResult:
    """A bidder's price, in rupiah with PPN, as stated, corrected and final.

    `percent_of_hps` has four decimals; `performance_bond` is null where none is due.
    """

    participant: str
    stated_total: Decimal
    corrected_total: Decimal | None
    final_total: Decimal | None
    percent_of_hps: Decimal | None
    corrections: tuple[Correction, ...] = ()
    negotiated_total: Decimal | None = None
    reverse_auction_total: Decimal | None = None
    hea: Decimal | None = None
    performance_bond: Decimal | None = None

    @property
    def compared(self) -> Decimal | None:
        """What it counts as beside other bids, in rupiah with PPN.

        The HEA where there is one, else what an auction came to, else the corrected total. Talks
        come after the order and change nothing in it.
        """
        if self.hea is not None:
            return self.hea
        return self.corrected_total if self.reverse_auction_total is None else self.final_total


@frozen
class Score:
    """A participant's scores, exact, each from 0 to 100 before its weight; `None` if not known.

    `combined` is the sum of technical and price under their weights.
    """

    participant: str
    qualification: Fraction | None = None
    technical: Fraction | None = None
    price: Fraction | None = None
    combined: Fraction | None = None


@frozen
class Rank:
    """A place in the order. Tied bids share a rank until the Pokja has settled them."""

    rank: int
    participant: str
    by: str
    figure: Decimal | Fraction

    @property
    def basis(self) -> str:
        """The figure by which it was ranked, after what that figure is."""
        return f"{self.by} {said(self.figure)}"


AT_ONCE = "segera"


@frozen
class Failure:
    """Why the tender fails, who declares it, from when, and what follows, if the law says so.

    One that was called off has neither, and no text is cited for it.
    """

    ground: str
    declared_by: str
    effective: str
    follow_up: str | None
    citations: tuple[Citation, ...]

    @property
    def holds_at_once(self) -> bool:
        """Whether it holds from its declaration, with no days first in which one may object."""
        return self.effective == AT_ONCE


@frozen
class Period:
    """A span of days that the law or a document sets, with both ends and how it was counted.

    `of` is whose it is: a phase of handing in, or the result of the qualification or the bids;
    `round` is that of a repeat. It runs from the moment `begins` through `until`, both in it.
    `used` and `left` are days of the kind that is `counted`, where the period has a budget of them.
    One that is `settled` nobody can use any more, whatever its days: what it was there for is done,
    or what it was about stands no more. That is no part of what is written.
    """

    id: str
    of: str
    participant: str | None
    round: int
    begins: datetime
    until: datetime
    counted: CountedBy
    state: PeriodState
    citations: tuple[Citation, ...] = ()
    used: int | None = None
    left: int | None = None
    settled: bool = False

    def on(self, day: date) -> PeriodState:
        """Where it stands on `day`; on its first and on its last day it runs."""
        if day > self.until.date():
            return PeriodState.LEWAT
        return PeriodState.BELUM if day < self.begins.date() else PeriodState.BERJALAN

    def stands(self, day: date | None = None) -> str:
        """How it is told: where its days stand on `day`, or as recorded, unless it is settled."""
        state = self.state if day is None else self.on(day)
        return "selesai" if self.settled and state is not PeriodState.LEWAT else state

    @property
    def unverified(self) -> bool:
        """Whether it rests on something of which no text was read."""
        return any(citation.source is Source.UNVERIFIED for citation in self.citations)


@frozen
class Ended:
    """That a result stood until `at`, by which edge it ended, and through which event.

    Where the `act` that determined it is None, nobody had acted on what was announced; an appeal
    that was answered where it was typed has no event.
    """

    of: Subject
    at: datetime
    cause: str
    act: Event | None
    by: Event | None


@frozen
class AfterAward:
    """What became of a result: where it stands, the states it went through, what it waits for.

    `path` begins with the first state and ends with `state`; `waits_for` are stable codes. `taken`
    are the edges behind it, by which it can be drawn; they are no part of what is written.
    """

    state: AfterAwardState
    path: tuple[str, ...]
    waits_for: tuple[str, ...] = ()
    taken: tuple[Edge, ...] = ()


@frozen
class Evaluation:
    """The whole answer, a pure function of the package that was `given` and the rulebook.

    `unused` are the places of events that count for nothing.
    `next` is what the law provides after it. `values` are all values of the law used.
    `basis` is what its papers need of the rulebook, and `asked` is what the document asks by name.
    `seats` are who of the panel answered on whom.
    `calendar` is in the order of begins, and `after_award` never changes `state`. `ended` are the
    results that stood no longer, of the list before bids too; they are no part of what is written.
    """

    given: Package = field(alias="package", eq=ordered)
    law: Law
    basis: Basis
    procedure: str
    state: State = field(converter=State)
    result: Result | None = field(converter=optional(Result))
    stages: tuple[StageResult, ...]
    prices: tuple[PriceResult, ...]
    scores: tuple[Score, ...]
    ranking: tuple[Rank, ...]
    winner: str | None
    reserves: tuple[str, ...]
    shortlist: tuple[str, ...]
    next: str | None
    failure: Failure | None
    awaiting: tuple[Awaiting, ...]
    notices: tuple[Notice, ...]
    values: tuple[UsedValue, ...]
    asked: tuple[Asked, ...] = ()
    calendar: tuple[Period, ...] = ()
    after_award: AfterAward | None = None
    ended: tuple[Ended, ...] = field(eq=False, default=())
    unused: frozenset[int] = field(eq=False, default=frozenset())
    seats: Seats = field(eq=False, default=Seats(()))
    # What is made of it once and asked for often, as the root that each page names.
    kept: dict[str, str] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def counted(self) -> Package:
        """The package without the events that count for nothing, which notices tell."""
        if not self.unused:
            return self.given
        events = enumerate(self.given.events)
        return evolve(self.given, events=tuple(e for n, e in events if n not in self.unused))

    @cached_property
    def package(self) -> Package:
        """What counted, as everything shows it: no list tells in which order it was typed.

        Made when it is first asked for: an evaluation whose papers nobody prints needs none.
        """
        return ordered(self.counted)

    def stage(self, id: StageId) -> StageResult:  # noqa: A002
        """The result of stage `id`; an empty one where the procedure does not have it."""
        return next((stage for stage in self.stages if stage.id == id), StageResult(id))

    def verdicts_of(self, participant: str) -> tuple[tuple[StageId, StageVerdict], ...]:
        """Every verdict about `participant`, in the order of the stages."""
        found = ((stage.id, stage.on(participant)) for stage in self.stages)
        return tuple((stage, verdict) for stage, verdict in found if verdict is not None)

    def score(self, participant: str) -> Score | None:
        """The scores of `participant`, if it has any."""
        return self._scores.get(participant)

    def price(self, participant: str) -> PriceResult | None:
        """The price of `participant`, if it was opened."""
        return self._prices.get(participant)

    def place(self, participant: str) -> Rank | None:
        """The place of `participant` in the order, if it has one."""
        return self._places.get(participant)

    @cached_property
    def ranked_by(self) -> tuple[str, ...]:
        """By what the order is, each once."""
        return tuple(dict.fromkeys(place.by for place in self.ranking))

    @cached_property
    def judgements(self) -> Judgements:
        """The panel's entries by question."""
        return Judgements(self.given.assessments, self.seats)

    @cached_property
    def _scores(self) -> dict[str, Score]:
        return {score.participant: score for score in self.scores}

    @cached_property
    def _prices(self) -> dict[str, PriceResult]:
        return {price.participant: price for price in self.prices}

    @cached_property
    def _places(self) -> dict[str, Rank]:
        return {place.participant: place for place in self.ranking}
