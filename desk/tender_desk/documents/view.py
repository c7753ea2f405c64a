"""An evaluation as a record looks at it: names instead of ids, titles instead of codes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from tender_desk.documents.kind import Kind
from tender_desk.documents.wording import (
    BLANK,
    NOT_KNOWN,
    cited,
    document_clause,
    is_law,
    numbered,
    value_said,
    vat_of,
)
from tender_engine.basis import StageSaid
from tender_engine.declared import Unit, Vocabulary
from tender_engine.evaluation import Evaluation, StageResult
from tender_engine.events import (
    Clarification,
    Confirmation,
    Event,
)
from tender_engine.findings import (
    DOCUMENT,
    Citation,
    Finding,
    Source,
    UsedValue,
    Verdict,
    natural,
)
from tender_engine.law import Ask, Rule
from tender_engine.model import Package, Participant, PokjaMember, Price
from tender_engine.numbers import ZERO, same_value
from tender_engine.rulebook import Rulebook
from tender_engine.terms import (
    PreviousKind,
    StageId,
    Subject,
)
from tender_engine.vat import rate_of
from tender_rules.citations import DOCUMENT as BY_DOCUMENT
from tender_rules.citations import perpres
from tender_rules.repeats.naming import subject_of
from tender_rules.stages.opened import opened_prices
from tender_rules.stages.preference import applies
from tender_rules.stages.rulings import rulings
from tender_rules.words import rupiah, rupiah_exact, score, score_exact, signed, terbilang

__all__ = ["Moments", "View", "about", "of_qualification"]

E = TypeVar("E", bound=Event)
# What was evaluated of an earlier moment, and whether with what the panel agreed only since.
Moments: TypeAlias = dict[tuple[datetime, bool], Evaluation]
Told = TypeVar("Told", Citation, UsedValue)

_ROLES = ("ketua", "sekretaris", "anggota")


@frozen
class View:
    """`evaluation` with the names that its record prints.

    `stages` are those that this record tells of: all of its kind, or only those of its `scope`;
    `words` are those of its rulebook. Where it names a `bidder`, only that one is told of. `bids`
    are the price files that a stage opened; `lines` are descriptions, by the id of a line of the
    document, or for a line that only a bid has by bidder and id. `exactly` is for who checks every
    figure: then money and scores stand as they are, and not as people read them. `before` is the
    evaluation that a repeat was held against, and `under` the rulebook that it was made under,
    where that is at hand. `moments` keeps what was worked out of an
    earlier moment, and `stood` is the moment that this one is of. Where another result took the
    place of this one, it `ends` on a day: a `surat` of a later one is of what followed.
    """

    evaluation: Evaluation
    kind: Kind
    participants: Mapping[str, Participant]
    names: Mapping[str, str]
    words: Vocabulary
    stages: tuple[StageSaid, ...]
    bids: Mapping[str, Price]
    lines: Mapping[str | tuple[str, str], str]
    internal: bool
    exactly: bool = False
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
            lines=_descriptions(evaluation.package, bids),
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
    def package(self) -> Package:
        """What was evaluated."""
        return self.evaluation.package

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

    def who(self, participant: str | None) -> str:
        """The name of a participant."""
        return self.names.get(participant or "", participant or "–")

    def all_of(self, participants: Iterable[str]) -> str:
        """Their names, one after the other."""
        return ", ".join(self.who(name) for name in participants)

    def member(self, member: str) -> str:
        """The name of a member of the panel, or of whoever else is asked."""
        return self._members.get(member) or self.term(member)

    def rule(self, rule: str) -> str:
        """The title of a rule."""
        known = self.evaluation.basis.rules.get(rule)
        return known.title if known else rule

    def stage(self, stage: str) -> str:
        """The title of a stage."""
        return self.kind.said(self.words.said("stage", stage))

    def term(self, word: str) -> str:
        """A term of the regulation in the spelling of a document."""
        return self.words.term(word)

    def follow_up(self, code: str) -> tuple[str, str]:
        """What follows, and the sentence that it is due."""
        names = (code, f"{code}.due")
        what, due = (self.words.within("next", self.kind.contexts, name) for name in names)
        return self.kind.said(what), self.filled(self.kind.said(due))

    def awaited(self, needs: str) -> str:
        """What is awaited."""
        return self.kind.said(self.kind.awaited(self.words, needs, self.evaluation.ranked_by))

    def criterion(self, stage: str, criterion: str | None) -> str:
        """The title of what is asked: a criterion of the document, or a named check."""
        name = criterion or "–"
        return self._criteria.get((StageId(stage), name)) or self.term(name)

    @cached_property
    def _members(self) -> Mapping[str, str]:
        return {member.id: member.name for member in self.package.pokja.members}

    @cached_property
    def _criteria(self) -> Mapping[tuple[StageId, str], str]:
        """The titles of all criteria of the document."""
        return {
            (stage, known.id): known.title
            for stage, asked in self.package.tender.requirements.items()
            for known in asked.criteria
        }

    def events(self, kind: type[E]) -> list[E]:
        """The events of one kind, oldest first."""
        return sorted(self.package.happened.of(kind), key=lambda event: (event.at, repr(event)))

    def about_it(self, events: Iterable[E]) -> list[E]:
        """Those that speak of the result that this record is about, but for rulings of the PA."""
        ruled = {id(act) for act in rulings(self.package)}
        return [event for event in about(self.kind.ends, events) if id(event) not in ruled]

    @property
    def is_past(self) -> bool:
        """Whether it looks back at a qualification: its evaluation speaks of the bids by now."""
        return self.kind.listing and Kind.of_evaluation(self.evaluation).of is not self.kind.of

    def line(self, line: str, bidder: str) -> str:
        """A line of a bidder's price schedule with its description."""
        said = self.lines.get(line) or self.lines.get((bidder, line))
        return f"{line} {said}" if said else line

    def money(self, amount: Decimal | Fraction) -> str:
        """An amount in figures, to the sen or exactly."""
        return rupiah_exact(amount) if self.exactly else rupiah(amount)

    def amount(self, value: Decimal | None) -> str:
        """An amount of a bid, or that it is not known yet."""
        return NOT_KNOWN if value is None else self.money(value)

    def in_full(self, amount: Decimal) -> str:
        """An amount in figures with its words, as minutes state what binds."""
        return f"{self.money(amount)} ({terbilang(amount)})"

    def signed(self, effect: Decimal) -> str:
        """An effect on a total, with its sign."""
        return signed(effect, exactly=self.exactly)

    def score(self, value: Fraction, places: int) -> str:
        """A score with the decimals that part it from others, or exactly."""
        return score_exact(value) if self.exactly else score(value, places)

    def gap(self, total: Decimal, parts: Iterable[Decimal]) -> Decimal:
        """What shown figures lack of the shown total; nothing where all stand exactly."""
        return ZERO if self.exactly else total - sum(parts, ZERO)

    def vat(self) -> str:
        """The document's general PPN rate, and the rates of lines that it sets apart."""
        hps = self.package.tender.hps
        general = vat_of(hps)
        apart = [line for line in hps.lines or () if rate_of(hps, line) != rate_of(hps)]
        rates = {vat_of(hps, line): rate_of(hps, line) for line in apart}
        said = ", ".join(sorted(rates, key=lambda rate: (rates[rate], rate)))
        return f"{general}, kecuali baris dengan tarif tersendiri ({said})" if said else general

    def value(self, param: str) -> UsedValue:
        """A value of the law in force for this tender."""
        return self.evaluation.law.value(param)

    def value_said(self, param: str) -> str:
        """A value of the law in force for this tender, as a record writes it."""
        return self.value_in_words(param, self.value(param).value)

    def value_in_words(self, param: str, value: str) -> str:
        """`value` of the law, as a record writes it."""
        told = self.evaluation.basis.parameters.get(param)
        return value_said(self.words, told.unit if told else Unit.KATA, param, value)

    def value_cited(self, param: str) -> str:
        """The text behind a value of the law; the document's own where it takes a text's place."""
        used = self.value(param)
        confirmed = self.confirmed(used)
        if confirmed:
            return document_clause(confirmed.clause)
        asked = [used] if used in self.evaluation.values else []
        return cited([self.outside(used, asked)])

    def cited(self, citations: Iterable[Citation]) -> str:
        """Provisions as this record names them."""
        return cited(map(self.outside, citations))

    def behind(self, *findings: Finding) -> str:
        """The provisions behind findings, as this record names them.

        What rests on the tender's document alone names it, and not only what the law calls so.
        """
        return cited(source for finding in findings for source in self._behind(finding))

    def _behind(self, finding: Finding) -> Iterator[Citation]:
        rule = self.evaluation.basis.rules.get(finding.rule)
        by_document = rule is not None and rule.cites == (BY_DOCUMENT,)
        for citation in finding.citations:
            if by_document and not (citation.clause or self.internal):
                number = self.package.tender.document.number
                yield evolve(citation, instrument=DOCUMENT, article=number)
            else:
                yield self.outside(citation, finding.values)

    def outside(self, source: Told, values: Iterable[UsedValue] = ()) -> Told:
        """`source` as it may leave the panel: a regulation, the local standard, or the document.

        Where no text of the law was read, the tender's document is what binds: the clause with
        which the panel confirmed one of `values`, a blank for it where that is still to come, and
        else the document by its number. Inside, the source is told as it is.
        """
        binding = {*map(self.evaluation.basis.overlays.get, self.evaluation.law.overlays), DOCUMENT}
        law = is_law(source.instrument) or source.instrument in binding
        if self.internal or (law and source.source is not Source.UNVERIFIED):
            return source
        doubtful = [used for used in values if used.source is Source.UNVERIFIED]
        clauses = [event.clause if (event := self.confirmed(x)) else BLANK for x in doubtful]
        clause = source.clause or next(iter(clauses), None)
        number = self.package.tender.document.number
        return evolve(source, instrument=DOCUMENT, article=number, clause=clause)

    def document(self, clause: str | None = None) -> str:
        """Where the tender's own document says it: the clause, or the document by its number."""
        return document_clause(clause or numbered(self.package.tender.document.number))

    def ruled(self, rule: Rule[Any]) -> str:
        """The provisions behind a rule, as this record names them on the day of this tender."""
        return self.cited(self.evaluation.law.cite_all(rule.cites, rule.since))

    def article(self, article: str) -> str:
        """An article of Perpres 16/2018, as it is called on the day of this tender."""
        return cited([self.evaluation.law.cite(perpres(article))])

    def filled(self, text: str, **places: object) -> str:
        """`text` with its places filled; one that is an article, with what it is called.

        `{Pasal 51 ayat (3)}` becomes `Perpres 16/2018 Pasal 51 ayat (4)` in 2022.
        """
        return text.format_map(_Places(self, places))

    def confirmed(self, used: UsedValue) -> Confirmation | None:
        """The panel's last word on a value without a text, if it agrees with what was used."""
        if used.source is not Source.UNVERIFIED:
            return None
        spoken = [event for event in self.events(Confirmation) if event.param == used.param]
        agreed = spoken and same_value(spoken[-1].value, used.value)
        return spoken[-1] if agreed else None


class _Places(dict[str, object]):
    """What the places of a text are filled with; any other name is that of an article."""

    def __init__(self, view: View, places: Mapping[str, object]) -> None:
        super().__init__(places)
        self._view = view

    def __missing__(self, article: str) -> str:
        return self._view.article(article)


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


def _descriptions(package: Package, bids: Mapping[str, Price]) -> dict[str | tuple[str, str], str]:
    said: dict[str | tuple[str, str], str] = {
        line.id: line.description for line in package.tender.hps.lines or ()
    }
    for bidder, bid in bids.items():
        for line in bid.lines or ():
            if line.description and line.id not in said:
                said[bidder, line.id] = line.description
    return said


def _role_order(member: PokjaMember) -> int:
    role = (member.role or "").casefold()
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)
