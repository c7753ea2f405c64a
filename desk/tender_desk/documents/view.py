"""An evaluation as a record looks at it: what it tells, of whom, and of which moment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from tender_desk.documents.citing import Citing
from tender_desk.documents.kind import Kind
from tender_desk.documents.naming import descriptions
from tender_engine.basis import StageSaid
from tender_engine.evaluation import Evaluation, StageResult
from tender_engine.events import Clarification, Event
from tender_engine.findings import Verdict, natural
from tender_engine.law import Ask
from tender_engine.model import Package, Participant, PokjaMember, Price
from tender_engine.rulebook import Rulebook
from tender_engine.terms import PreviousKind, StageId, Subject
from tender_rules.repeats.naming import subject_of
from tender_rules.stages.opened import opened_prices
from tender_rules.stages.preference import applies
from tender_rules.stages.rulings import rulings

__all__ = ["Moments", "View", "about", "of_qualification"]

E = TypeVar("E", bound=Event)
# What was evaluated of an earlier moment, and whether with what the panel agreed only since.
Moments: TypeAlias = dict[tuple[datetime, bool], Evaluation]

_ROLES = ("ketua", "sekretaris", "anggota")


@frozen(kw_only=True)
class View(Citing):
    """`evaluation` as far as its record tells of it.

    `stages` are those that this record tells of: all of its kind, or only those of its `scope`.
    Where it names a `bidder`, only that one is told of. `bids` are the price files that a stage
    opened. `before` is the evaluation that a repeat was held against, and `under` the rulebook that
    it was made under, where that is at hand. `moments` keeps what was worked out of an earlier
    moment, and `stood` is the moment that this one is of. Where another result took the place of
    this one, it `ends` on a day: a `surat` of a later one is of what followed.
    """

    stages: tuple[StageSaid, ...]
    bids: Mapping[str, Price]
    scope: frozenset[StageId] | None = None
    bidder: str | None = None
    before: Evaluation | None = None
    under: Rulebook | None = None
    moments: Moments = field(factory=dict, eq=False, repr=False)
    ends: date | None = None
    stood: datetime | None = None

    @classmethod
    def of(
        cls,
        evaluation: Evaluation,
        *,
        internal: bool = False,
        exactly: bool = False,
        kind: Kind | None = None,
        before: Evaluation | None = None,
        under: Rulebook | None = None,
        moments: Moments | None = None,
    ) -> "View":
        """The view of `evaluation`, with titles from the rulebook that it was made under.

        `kind` is the one that the evaluation leads to, unless another is named.
        """
        basis, kind = evaluation.basis, kind or Kind.of_evaluation(evaluation)
        ordered = sorted(evaluation.package.participants, key=lambda who: natural(who.id))
        count = Counter(who.name for who in ordered)
        bids = opened_prices(evaluation.package, evaluation.prices)
        return cls(
            evaluation=evaluation,
            kind=kind,
            participants={who.id: who for who in ordered},
            names={w.id: w.name if count[w.name] == 1 else f"{w.name} ({w.id})" for w in ordered},
            words=basis.vocabulary("id"),
            stages=tuple(stage for stage in basis.stages if kind.holds(stage.id)),
            bids=bids,
            lines=descriptions(evaluation.package, bids),
            internal=internal,
            exactly=exactly,
            before=before,
            under=under,
            moments={} if moments is None else moments,
        )

    def narrowed(self, *scope: StageId) -> "View":
        """The same evaluation, of which only the stages in `scope` are told."""
        stages = tuple(stage for stage in self.stages if stage.id in scope)
        return evolve(self, scope=frozenset(scope), stages=stages)

    def tells(self, stage: StageId) -> bool:
        """Whether this record tells what came of `stage`."""
        return self.kind.holds(stage) and (self.scope is None or stage in self.scope)

    def concerns(self, participant: str) -> bool:
        """Whether this record tells of `participant`."""
        return self.bidder in (None, participant)

    @property
    def looked_at(self) -> Package:
        """The package with what was judged and asked before the bids, or since, as it tells."""
        if not self.kind.before:
            return self.package
        own = self.kind.holds
        asked = (e for e in self.package.events if not isinstance(e, Clarification) or own(e.stage))
        judged = (entry for entry in self.package.assessments if own(entry.stage))
        return evolve(self.package, events=tuple(asked), assessments=tuple(judged))

    @property
    def repeats_evaluation(self) -> bool:
        """Whether the same bids, or the same qualifications, were evaluated before."""
        previous = self.package.previous
        return previous is not None and previous.kind is PreviousKind.EVALUASI_ULANG

    @property
    def evaluated_anew(self) -> bool:
        """Whether what this record tells of was: the qualification, or the bids since."""
        return self.repeats_evaluation and subject_of(self.package) in (None, self.kind.of)

    @property
    def preferred(self) -> bool:
        """Whether bids are compared by HEA."""
        return applies(self.package.tender, Ask(self.evaluation.law))

    @property
    def nothing_came_in(self) -> bool:
        """Whether it failed with no documents to evaluate."""
        first = StageId.PEMASUKAN_KUALIFIKASI if self.kind.listing else StageId.PEMBUKAAN
        failed = self.evaluation.failure is not None
        return failed and not self.evaluation.stage(first).verdicts

    @property
    def nothing_opened(self) -> bool:
        """Whether something came in and nothing of it could be evaluated."""
        first = StageId.PEMASUKAN_KUALIFIKASI if self.kind.listing else StageId.PEMBUKAAN
        found = self.evaluation.stage(first).verdicts
        return bool(found) and all(verdict.verdict is Verdict.GUGUR for verdict in found)

    @property
    def results(self) -> tuple[StageResult, ...]:
        """What came of the stages that this record tells of."""
        return tuple(found for found in self.evaluation.stages if self.tells(found.id))

    def has(self, stage: StageId) -> bool:
        """Whether `stage` is among those that this record tells of."""
        return any(known.id is stage for known in self.stages)

    @property
    def invited(self) -> tuple[Participant, ...]:
        """Who could hand in: everybody, or after a prakualifikasi who is on its list."""
        everybody = tuple(self.participants.values())
        if not self.kind.before or self.kind.listing:
            return everybody
        return tuple(who for who in everybody if who.id in self.evaluation.shortlist)

    @cached_property
    def members(self) -> tuple[PokjaMember, ...]:
        """The panel: chair, secretary, then the others."""
        members = self.package.pokja.members
        return tuple(sorted(members, key=lambda m: (_role_order(m), natural(m.id))))

    def about_it(self, events: Iterable[E]) -> list[E]:
        """Those that speak of the result that this record is about, but for rulings of the PA."""
        ruled = {id(act) for act in rulings(self.package)}
        return [event for event in about(self.kind.ends, events) if id(event) not in ruled]

    @property
    def is_past(self) -> bool:
        """Whether it looks back at a qualification: its evaluation speaks of the bids by now."""
        return self.kind.listing and Kind.of_evaluation(self.evaluation).of is not self.kind.of


def about(of: Subject, events: Iterable[E]) -> list[E]:
    """Those that speak of the result `of` the qualification or the bids."""
    return [event for event in events if getattr(event, "of", None) == of]


def of_qualification(view: View) -> View:
    """The qualification alone wherever it came before the bids, whatever they came to since."""
    kind = view.kind
    if not kind.before or kind.listing:
        return view
    kind = evolve(kind, of=Subject.KUALIFIKASI, whole=False)
    found = View.of(
        view.evaluation,
        internal=view.internal,
        exactly=view.exactly,
        kind=kind,
        before=view.before,
        under=view.under,
        moments=view.moments,
    )
    return evolve(found, ends=view.ends, stood=view.stood)


def _role_order(member: PokjaMember) -> int:
    role = (member.role or "").casefold()
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)
