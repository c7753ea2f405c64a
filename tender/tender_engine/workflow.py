"""A procedure as a graph, and the table on which one evaluation is worked out.

Stages are nodes and outcomes label the edges. The edges give the order and the exits; who may
enter a stage is decided participant by participant.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from attrs import Factory, define, field, frozen

from tender_engine.basis import Edge
from tender_engine.declared import Check, Ground, StageWords, Words
from tender_engine.evaluation import (
    AfterAward,
    Ended,
    Failure,
    Period,
    PriceResult,
    Rank,
    Score,
)
from tender_engine.events import Event
from tender_engine.faults import Fault
from tender_engine.findings import (
    BELUM_DINILAI,
    GUGUR,
    LULUS,
    Awaiting,
    Finding,
    Notice,
    UsedValue,
    Verdict,
    natural,
)
from tender_engine.judgement import Judgements, Seats, Vote
from tender_engine.law import Ask, Law, Rule, in_force
from tender_engine.model import Package, Participant, Price
from tender_engine.seals import Seals
from tender_engine.terms import StageId
from tender_engine.verdicts import Verdicts, since

__all__ = [
    "Case",
    "Conclusion",
    "Decision",
    "Edge",
    "Procedure",
    "Stage",
    "decide_by",
    "never",
    "once",
]

P = ParamSpec("P")
T = TypeVar("T")
_NOT_MADE: Any = object()


@define  # a frozen one takes three times as long to make, and no other is made so often
class Decision:
    """What a stage says about one participant, and what it still needs."""

    verdict: Verdict
    reason: str
    findings: tuple[Finding, ...] = ()
    votes: tuple[Vote, ...] = ()
    awaiting: tuple[Awaiting, ...] = ()
    price: PriceResult | None = None


@define
class Case(Verdicts):
    """The working table of one evaluation: what has been decided so far, stage by stage."""

    package: Package
    law: Law
    participants: dict[str, Participant]
    judgements: Judgements
    procedure: "Procedure"
    seals: Seals = Factory(Seals)
    prices: dict[str, PriceResult] = field(factory=dict)
    awaiting: dict[Awaiting, None] = field(factory=dict)
    notices: dict[Notice, None] = field(factory=dict)
    values: dict[str, UsedValue] = field(factory=dict)
    # Of which kinds anything happened: each bidder is asked at each stage whether it left.
    happened: Set[type[Event]] = field(
        default=Factory(lambda case: case.package.happened.kinds, takes_self=True), init=False
    )
    # For questions to the law outside a rule, e.g. for a scope: what was asked stands on record.
    ask: Ask = field(
        default=Factory(lambda case: Ask(case.law, case.values), takes_self=True), init=False
    )
    # For those of rules: what each of them asks is in its finding.
    rules_ask: Ask = field(default=Factory(lambda case: Ask(case.law), takes_self=True), init=False)
    faults: list[Fault] = field(factory=list)
    unused: dict[int, tuple[Notice, ...]] = field(factory=dict)
    shared: dict[Hashable, Any] = field(factory=dict)
    _looked: dict[StageId, tuple[int, ...]] = field(factory=dict, init=False)
    _checks: dict[StageId, tuple[Rule[Any], ...]] = field(factory=dict, init=False)
    grounds: Mapping[str, Ground] = field(factory=dict)
    checks: tuple[Check[Any, Any], ...] = ()
    # With the events that count for nothing, too: by them time has gone on all the same.
    recorded: Package = Factory(lambda self: self.package, takes_self=True)

    @classmethod
    def of(cls, package: Package, law: Law, procedure: "Procedure", seats: Seats) -> "Case":
        """A fresh table, with the participants in the natural order of their ids."""
        ordered = sorted(package.participants, key=lambda who: natural(who.id))
        judgements = Judgements(package.assessments, seats)
        table = cls(package, law, {who.id: who for who in ordered}, judgements, procedure)
        table.verdicts = {stage.id: {} for stage in procedure.stages}
        return table

    @property
    def before(self) -> Mapping[StageId, tuple[StageId, ...]]:
        """The stages right before each stage, as the graph has them."""
        return self.procedure.before

    def checking(self, stage: StageId) -> tuple[Rule[Any], ...]:
        """The rules of `stage`, in force for the tender, that decide a named check it asks."""
        found = self._checks.get(stage)
        if found is None:
            found = self._checks[stage] = self._checking(stage)
        return found

    def _checking(self, stage: StageId) -> tuple[Rule[Any], ...]:
        checking = in_force(self.procedure.checking.get(stage, ()), self.law.day)
        return tuple([rule for rule in checking if rule.check and self._is_due(rule.check)])

    def _is_due(self, check: Check[Any, Any]) -> bool:
        """Whether the document asks `check`, or it needs no asking."""
        if check.demand is None or check.by_law or check.unasked:
            return True
        return self.package.tender.asks(check.stage).of(check) is not None

    def newcomers(self, stage: "Stage") -> list[str]:
        """Who may enter `stage` now and has not; looked for only in what was decided since.

        Whom a stage lets in by itself may rest on any verdict, or where it does not look ahead on
        those before it; else it rests on those right before.
        """
        table = self.verdicts[stage.id]
        if table and len(table) == len(self.participants):
            return []
        before = (*self.procedure.before[stage.id], *stage.passed)
        if stage.admit is None and before:
            return self._arriving(stage.id, before)
        decided = (self._decided_for(stage),)
        if self._looked.get(stage.id) == decided:
            return []
        self._looked[stage.id] = decided
        entrants = stage.admit(self) if stage.admit else self.participants
        return [name for name in entrants if name not in table]

    def _decided_for(self, stage: "Stage") -> int:
        """How much has been decided on which it may rest whom `stage` lets in."""
        if stage.looks_ahead(self):
            return self.decided_at()
        leading = self.leading_to(stage.id)
        return self.decided_at(*leading) if leading else 0

    def _arriving(self, stage: StageId, before: tuple[StageId, ...]) -> list[str]:
        """Who has passed all of the stages `before`, one of them since the last look."""
        passers = [self.passers(each) for each in before]
        passed = tuple([len(names) for names in passers])
        looked = self._looked.get(stage, (0,) * len(before))
        if passed == looked:
            return []
        self._looked[stage] = passed
        new = set[str]().union(*map(since, passers, looked))
        for names in passers:
            new &= names.keys()  # by the fewer of both
        return sorted(new, key=natural)

    def passed(self, *stages: StageId) -> list[str]:
        """Who passed all of `stages`."""
        through: Set[str] = self.participants.keys()
        for stage in stages:
            through &= self.passers(stage).keys()
        return [name for name in self.participants if name in through]

    def arrived(self, stage: StageId) -> list[str]:
        """Who passed every stage that the graph puts right before `stage`, if it has that."""
        return self.passed(*self.before[stage]) if stage in self.before else []

    def leading_to(self, stage: StageId) -> tuple[StageId, ...]:
        """Every stage from which the graph leads to `stage`, which is not among them."""
        return self.procedure.leading.get(stage, ())

    def price(self, participant: str) -> Price | None:
        """The price file of `participant`.

        Raises:
            SealedError: no stage has opened it.
        """
        sealed = self.participants[participant].price
        return None if sealed is None else self.seals.read(participant, sealed)

    def until_decided(self, name: str, make: Callable[[], T], *stages: StageId) -> T:
        """What `make` gives, made anew only once another verdict has been noted at `stages`."""
        now, known = self._noted, self.shared.get(name)
        if known is None or known[0] != now:
            decided = self.decided_at(*stages)
            found = make() if known is None or known[1] != decided else known[2]
            known = self.shared[name] = now, decided, found
        made: T = known[2]
        return made

    def notice(self, notice: Notice) -> None:
        """Remember a notice, once."""
        self.notices[notice] = None

    def leave_out(self, event: Event, *told: Notice) -> None:
        """Tell of an event that counts for nothing: all is worked out anew without it."""
        self.unused[id(event)] = told

    def notice_once(self, look: Callable[["Case"], Iterable[Notice]]) -> None:
        """Remember what `look` has to say of the tender, looked for once in this evaluation."""
        if look not in self.shared:
            self.shared[look] = None
            for notice in look(self):
                self.notice(notice)


def once(make: Callable[Concatenate[Case, P], T]) -> Callable[Concatenate[Case, P], T]:
    """Mark a function whose answer is made once in an evaluation, for whatever else it is given."""

    @wraps(make)
    def kept(case: Case, *about: Any) -> T:
        found: T = case.shared.get((make, about), _NOT_MADE)
        if found is _NOT_MADE:
            found = case.shared[make, about] = make(case, *about)  # type: ignore[call-arg]
        return found

    # What `about` is, the type of `make` says.
    return cast("Callable[Concatenate[Case, P], T]", kept)


def _nobody(_: Case) -> Mapping[str, Decision]:
    return {}


def _nothing(_: Case) -> Iterable[Awaiting]:
    return ()


def _always(_: Case) -> bool:
    return True


def never(_: Case) -> bool:
    """What a stage says that lets in by what was decided before it alone."""
    return False


@frozen
class Stage:
    """One stage: what is decided, who may enter, whom it keeps out, what it awaits as a whole.

    Without an `admit` of its own it takes in whoever arrives by the graph and `passed` the stages
    that are named beside it. `admit` may only ever admit more as more is decided: the engine runs
    it until nobody new enters. Who has entered already need not be named again, and where it does
    not look ahead, it is asked only once more is decided at the stages that lead to it.
    """

    id: StageId
    words: StageWords
    decide: Callable[[Case, Participant], Decision]
    admit: Callable[[Case], Iterable[str]] | None = None
    kept_out: Callable[[Case], Mapping[str, Decision]] = _nobody
    awaits: Callable[[Case], Iterable[Awaiting]] = _nothing
    rules: tuple[Rule[Any], ...] = ()
    passed: tuple[StageId, ...] = ()
    looks_ahead: Callable[[Case], bool] = _always


@frozen
class Conclusion:
    """What the law concludes once every stage has said what it can."""

    state: str
    result: str | None
    ranking: tuple[Rank, ...] = ()
    scores: tuple[Score, ...] = ()
    winner: str | None = None
    reserves: tuple[str, ...] = ()
    shortlist: tuple[str, ...] = ()
    next: str | None = None
    failure: Failure | None = None
    calendar: tuple[Period, ...] = ()
    after_award: AfterAward | None = None
    ended: tuple[Ended, ...] = ()


@frozen
class Procedure:
    """A procedure of the law: its stages in order, the edges between them, and its conclusion."""

    id: str
    title: Words
    stages: tuple[Stage, ...]
    edges: tuple[Edge, ...]
    conclude: Callable[[Case], Conclusion]
    # The stages right before each stage, as the edges have them, and all that lead to it, which
    # is not among them; those that are looked at anew once somebody has entered it; and its rules
    # that decide a named check, whether or not one is due.
    before: Mapping[StageId, tuple[StageId, ...]] = field(init=False, eq=False, repr=False)
    leading: Mapping[StageId, tuple[StageId, ...]] = field(init=False, eq=False, repr=False)
    anew: Mapping[StageId, tuple[Stage, ...]] = field(init=False, eq=False, repr=False)
    checking: Mapping[StageId, tuple[Rule[Any], ...]] = field(init=False, eq=False, repr=False)

    @before.default
    def _before(self) -> Mapping[StageId, tuple[StageId, ...]]:
        sources = {
            stage.id: [e[0] for e in self.edges if e[2] == stage.id] for stage in self.stages
        }
        return {stage: tuple(map(StageId, names)) for stage, names in sources.items()}

    @anew.default
    def _anew(self) -> Mapping[StageId, tuple[Stage, ...]]:
        # Itself and what follows; of those before it the ones that let in by what may be decided
        # later, since what the others rest on was decided earlier still.
        stages = self.stages
        ahead = [stage for stage in stages if stage.admit and stage.looks_ahead is not never]
        return {
            stage.id: (*(each for each in stages[:place] if each in ahead), *stages[place:])
            for place, stage in enumerate(stages)
        }

    @checking.default
    def _checking(self) -> Mapping[StageId, tuple[Rule[Any], ...]]:
        return {
            stage.id: tuple(rule for rule in stage.rules if rule.check) for stage in self.stages
        }

    @leading.default
    def _leading(self) -> Mapping[StageId, tuple[StageId, ...]]:
        return {stage: tuple(self._leading_to(stage)) for stage in self.before}

    def _leading_to(
        self, stage: StageId, behind: Set[StageId] = frozenset()
    ) -> dict[StageId, None]:
        """The stages before `stage`; of those `behind` it none, as the graph may turn back."""
        found: dict[StageId, None] = {}
        for origin in self.before.get(stage, ()):
            if origin not in behind:
                found |= self._leading_to(origin, behind | {stage}) | {origin: None}
        return found


def decide_by(
    findings: Iterable[tuple[Finding, tuple[Awaiting, ...]]],
    votes: tuple[Vote, ...] = (),
    met: str = "",
    price: PriceResult | None = None,
) -> Decision:
    """One verdict from all findings: any gugur fails, else anything open waits, else it passes.

    All findings are kept, so that the record lists every reason. `met` is the reason of a pass,
    `price` what the stage makes of the price.
    """
    found: list[Finding] = []
    awaiting: list[Awaiting] = []
    fails = waits = False
    for finding, items in findings:
        found.append(finding)
        if finding.verdict is not LULUS:
            awaiting += items
            fails = fails or finding.verdict is GUGUR
            waits = waits or finding.verdict is BELUM_DINILAI
    if fails:
        return Decision(GUGUR, _reasons(GUGUR, found), tuple(found), votes, (), price)
    if waits:
        reason = _reasons(BELUM_DINILAI, found)
        return Decision(BELUM_DINILAI, reason, tuple(found), votes, tuple(awaiting), price)
    return Decision(LULUS, met, tuple(found), votes, (), price)


def _reasons(verdict: Verdict, found: Iterable[Finding]) -> str:
    """The reasons of `verdict`, each a sentence; one that begins with a name keeps its case."""
    reasons = [finding.reason for finding in found if finding.verdict is verdict]
    return " ".join(dict.fromkeys(f"{reason.rstrip(' .')}." for reason in reasons))
