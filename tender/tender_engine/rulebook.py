"""The rulebook: values, rules and procedures as one object, with a version and a digest."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias

from attrs import define, evolve, field

from tender_engine.basis import Basis, RuleSaid, StageSaid
from tender_engine.days import DaysOff, LocalDays
from tender_engine.declared import Check, Declarations, Ground, Parameter, Words
from tender_engine.faults import Fault
from tender_engine.findings import Citation, UsedValue, said
from tender_engine.formats.package import package_shape
from tender_engine.judgement import Seats, whole_panel
from tender_engine.law import Law, LawError, Local, Provision, Regime, Rule
from tender_engine.manifest import Manifest, digest_of
from tender_engine.model import DocumentValue, Package, Tender
from tender_engine.renaming import Amendment, Bearings, Instrument
from tender_engine.workflow import Procedure, Stage

__all__ = ["Objection", "Rulebook", "live", "permitted", "printed"]

_LAWS_KEPT = 256

Objection: TypeAlias = Callable[[Package, "Rulebook"], Iterable[Fault]]


@define(frozen=True, slots=False)
class Rulebook:
    """All law that an evaluation can be made under.

    Args:
        regimes: the states of the national law, each from a date on.
        provisions: the national values.
        overlays: the values of local standards, by the overlay's name.
        amendments: which texts changed which, and what was read of that.
        rules: every rule, gathered explicitly.
        procedures: the graphs, by name.
        choose: which procedure a package follows.
        seats: who of the panel answers the questions on each bidder.
        objections: the law's own checks of a package, in one list.
        instruments: texts with a first or a last day of their own, or several annexes, by name.
        version: how people name this state of the rulebook.
        parameters: what the values are: their words and units.
        vocabulary: the words of all else that the law names, by key.
        declarations: the named checks, the grounds of failure, and what is refused by name.
        days_off: the national days off.
        local_days: the days off that a region adds, by the name of its overlay.
    """

    regimes: tuple[Regime, ...]
    provisions: tuple[Provision, ...]
    overlays: Mapping[str, tuple[Provision, ...]]
    amendments: tuple[Amendment, ...]
    rules: tuple[Rule[Any], ...]
    procedures: Mapping[str, Procedure]
    choose: Callable[[Package], str]
    seats: Callable[[Package, Law], Seats] = whole_panel
    objections: tuple[Objection, ...] = ()
    instruments: Mapping[str, Instrument] = field(factory=dict)
    version: str = ""
    parameters: Mapping[str, Parameter] = field(factory=dict)
    vocabulary: Mapping[str, Words] = field(factory=dict)
    declarations: Declarations = field(factory=Declarations)
    days_off: DaysOff = field(factory=DaysOff)
    local_days: Mapping[str, LocalDays] = field(factory=dict)
    _manifest: Manifest | None = field(default=None, init=False, repr=False, eq=False)
    _laws: dict[Any, Law] = field(factory=dict, init=False, repr=False, eq=False)
    # One evaluation asks for the law of its tender several times.
    _latest: dict[Any, Law] = field(factory=dict, init=False, repr=False, eq=False)
    _bases: dict[str, Basis] = field(factory=dict, init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for ground in self.grounds.values():
            lacking = [name for name in self._said_of(ground) if name not in self.vocabulary]
            if lacking:
                raise LawError(f"{ground.id}: no words for {', '.join(lacking)}")

    def _said_of(self, ground: Ground) -> Iterator[str]:
        """The words that whoever tells of `ground` has to have."""
        yield from (f"next.{ground.follow_up}", f"next.{ground.follow_up}.due")
        yield f"term.{ground.declared_by}"
        every = chain(self.provisions, *self.overlays.values())
        values = [each.value for each in every if each.param == ground.effective]
        if ground.effective is not None and not values:
            raise LawError(f"{ground.id}: no value {ground.effective} says from when it holds")
        yield from (f"effective.{value}" for value in values or ["segera"])

    @cached_property
    def by_param(self) -> Mapping[str, list[Provision]]:
        """The national entries of each value, as they stand in the files."""
        found: dict[str, list[Provision]] = {}
        for provision in self.provisions:
            found.setdefault(provision.param, []).append(provision)
        return found

    @property
    def grounds(self) -> Mapping[str, Ground]:
        """On which a procurement fails, by id."""
        return self.declarations.grounds

    def regime_on(self, day: dt.date) -> Regime:
        """The state of the law on `day`.

        Raises:
            LawError: `day` lies before everything that was read.
        """
        live = [regime for regime in self.regimes if regime.since <= day]
        if not live:
            raise LawError(f"no regulation in this rulebook is in force on {day}")
        return max(live, key=lambda regime: regime.since)

    def law_for(self, tender: Tender) -> Law:
        """The values in force for `tender`: national, then overlays, then its own document."""
        regulation = tender.regulation
        overlays = (regulation.overlays or ()) if regulation else ()
        own = (regulation.values or ()) if regulation else ()
        bearings = _bearings(tender)
        asked = (tender.announced_on, overlays, own, bearings)
        latest = self._latest.get(asked)
        if latest is not None:
            return latest
        # Of every number of a document there is one tender: what is kept has none.
        kind = evolve(bearings, document="")
        key = (tender.announced_on, overlays, own, kind)
        law = self._laws.get(key)
        if law is None:
            law = self.law_on(tender.announced_on, overlays, own, kind)
            # A server sees every day and every document's values; only the latest are kept.
            if len(self._laws) >= _LAWS_KEPT:
                self._laws.pop(next(iter(self._laws)), None)
            self._laws[key] = law
        self._latest.clear()
        self._latest[asked] = latest = law.under(bearings)
        return latest

    def law_on(
        self,
        day: dt.date,
        overlays: tuple[str, ...] = (),
        own: tuple[DocumentValue, ...] = (),
        tender: Bearings | None = None,
    ) -> Law:
        """The values in force on `day` under `overlays` and a document's `own` values."""
        law, values = self._bare(day, overlays, tender), {}
        for provision in live(self.provisions, day):
            values[provision.param] = _used(provision, "nasional", law)
        for name in overlays:
            for provision in live(self.overlays[name], day):
                values[provision.param] = _used(provision, name, law)
        for item in own:
            values[item.param] = self._document_value(values[item.param], item, law)
        days = self.days_off
        for name in overlays:
            if name in self.local_days:
                days = days.with_local(self.local_days[name])
        return evolve(law, values=values, days_off=days)

    def cited(self, citation: Citation, tender: Tender, since: dt.date = dt.date.min) -> Citation:
        """`citation` as it is called for `tender`; as it was read where no law is known for it.

        A tender that is being read may lack its day, or have one before all law.
        """
        day: dt.date | None = tender.announced_on
        if day is None or day < min(regime.since for regime in self.regimes):
            return citation
        return self._bare(day, (), _bearings(tender)).cite(citation, since)

    def cited_since(
        self, citation: Citation, since: dt.date, until: dt.date | None = None
    ) -> list[tuple[dt.date, Citation]]:
        """How something that holds from `since` on cites a text, from each day that changes it."""
        turns = (text.since for text in self.amendments if text.amends == citation.instrument)
        found: list[tuple[dt.date, Citation]] = []
        for day in sorted({since, *(turn for turn in turns if turn > since)}):
            if until is not None and day >= until:
                break
            cited = self._bare(day, (), None).cite(citation, since)
            if not found or found[-1][1] != cited:
                found.append((day, cited))
        return found

    def _bare(self, day: dt.date, overlays: tuple[str, ...], tender: Bearings | None) -> Law:
        """The law on `day` without its values."""
        texts = sorted((t for t in self.amendments if t.since <= day), key=lambda t: t.since)
        return Law(day, self.regime_on(day), overlays, {}, tuple(texts), self.instruments, tender)

    def variants(self, param: str, day: dt.date) -> tuple[Provision, ...]:
        """Every reading of `param` on `day`, the default first."""
        found = [p for p in self.by_param.get(param, ()) if p.holds_on(day)]
        newest = max((p.since for p in found), default=day)
        return tuple(
            sorted((p for p in found if p.since == newest), key=lambda p: (not p.default, p.place))
        )

    def _document_value(self, used: UsedValue, item: DocumentValue, law: Law) -> UsedValue:
        for provision in self.variants(item.param, law.day):
            if provision.variant is not None and item.value in (
                provision.variant,
                said(provision.value),
            ):
                return evolve(_used(provision, "dokumen", law), clause=item.clause)
        return evolve(used, value=item.value, set_by="dokumen", clause=item.clause, variant=None)

    @cached_property
    def declared(self) -> str:
        """The identity of what it declares of packages: what one was checked against.

        That is the schema, and what reading holds a package to that a schema does not say.
        """
        given = self.declarations
        judged = [(check.key, check.judged, check.by_law, check.of_kso) for check in given.checks]
        return digest_of([package_shape(given).schema(), sorted(given.refused), judged])

    @property
    def manifest(self) -> Manifest | None:
        """What this rulebook says and does, by id; None where nobody has described it."""
        return self._manifest

    def described_by(self, manifest: Manifest) -> "Rulebook":
        """This rulebook with its manifest. One changed afterwards has none again."""
        described = evolve(self)
        object.__setattr__(described, "_manifest", manifest)
        return described

    def basis(self, procedure: str) -> Basis:
        """What the papers of an evaluation by `procedure` need of this rulebook."""
        if procedure not in self._bases:
            self._bases[procedure] = self._basis_of(self.procedures[procedure])
        return self._bases[procedure]

    def _basis_of(self, procedure: Procedure) -> Basis:
        return Basis(
            version=self.version,
            digest=self.digest,
            title=procedure.title.id,
            stages=tuple(
                StageSaid(stage.id, tuple(map(_said_of, stage.rules))) for stage in procedure.stages
            ),
            edges=procedure.edges,
            rules={rule.id: _said_of(rule) for rule in self.rules},
            overlays={name: self._titled(name) for name in self.overlays},
            grounds=self.grounds,
            parameters=self.parameters,
            words=self.words,
        )

    def _titled(self, overlay: str) -> str:
        """The text that a local standard is, which may have days off and no value."""
        values = self.overlays[overlay]
        return values[0].instrument if values else self.local_days[overlay].text.instrument

    def deciding(self, check: Check[Any, Any]) -> tuple[Rule[Any], ...]:
        """The rules that decide a named check, or that beside which it stands."""
        return tuple(rule for rule in self.rules if rule.check is (check.beside or check))

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """Everything that this rulebook names, by key.

        Raises:
            LawError: two procedures call one stage by other words.
        """
        found = dict(self.vocabulary)
        found |= {f"term.{check.key}": check.words for check in self.declarations.checks}
        for param, told in self.parameters.items():
            found[f"param.{param}"] = told.words
            found |= {f"param.{param}.{term}": words for term, words in told.terms.items()}
        for name, ground in self.grounds.items():
            found[f"ground.{name}"] = ground.words
            if ground.again is not None:
                found[f"ground.again.{name}"] = ground.again
        found |= {f"procedure.{name}": each.title for name, each in self.procedures.items()}
        for stage in (stage for each in self.procedures.values() for stage in each.stages):
            for key, words in _words_of(stage):
                if found.setdefault(key, words) != words:
                    raise LawError(f"{key} is {found[key]} and {words}")
        return found

    @cached_property
    def digest(self) -> str | None:
        """`sha256:` over the manifest and the overlays; None without a manifest."""
        if self._manifest is None:
            return None
        overlays = {
            name: [printed(provision) for provision in provisions]
            for name, provisions in self.overlays.items()
        }
        days = {
            name: [_printed_text(local.text), {said(day): why for day, why in local.named.items()}]
            for name, local in self.local_days.items()
        }
        return digest_of([self._manifest.version, self._manifest.entries, overlays, days])


def _bearings(tender: Tender) -> Bearings:
    number = tender.document.number if tender.document else ""
    return Bearings(tender.category, tender.procedure, number)


def _words_of(stage: Stage) -> Iterator[tuple[str, Words]]:
    yield f"stage.{stage.id}", stage.words.title
    others = {"short": stage.words.short, "passed": stage.words.passed, "score": stage.words.score}
    for part, words in others.items():
        if words is not None:
            yield f"stage.{part}.{stage.id}", words


def _said_of(rule: Rule[Any]) -> RuleSaid:
    return RuleSaid(rule.id, rule.title, rule.cites, rule.since)


def live(provisions: Iterable[Provision], day: dt.date) -> list[Provision]:
    """The provision in force on `day` for each parameter: the newest, its default variant.

    Raises:
        LawError: two of one rank are in force at once; both places are named.
    """
    newest: dict[str, Provision] = {}
    for provision in provisions:
        if not provision.holds_on(day) or not provision.default:
            continue
        other = newest.get(provision.param)
        if other is not None and other.since == provision.since:
            places = f"{other.place}; {provision.place}"
            raise LawError(f"{provision.param}: 2 values in force on {day}: {places}")
        if other is None or other.since < provision.since:
            newest[provision.param] = provision
    return list(newest.values())


def permitted(national: Provision, value: str) -> bool:
    """Whether the tender's document may put `value` in the place of `national`."""
    if national.local is Local.OVERLAY:
        return False
    if not isinstance(national.value, Decimal):
        return national.local is Local.YES
    try:
        number = Decimal(value)
    except ArithmeticError:
        return False
    return number.is_finite() and national.local.allows(national, number)


def _used(provision: Provision, set_by: str, law: Law) -> UsedValue:
    written = Citation(provision.instrument, provision.article, provision.source)
    cited = law.cite(written, provision.since)
    return UsedValue(
        param=provision.param,
        value=said(provision.value),
        instrument=cited.instrument,
        article=cited.article,
        since=provision.since,
        source=cited.source,
        set_by=set_by,
        variant=provision.variant,
    )


def _printed_text(text: Citation) -> list[str]:
    return [text.instrument, text.article, said(text.source)]


def printed(provision: Provision) -> list[str]:
    """What a provision says, as texts; where it stands and who read it when is no part of it."""
    return [
        said(part)
        for part in (
            provision.param,
            provision.value,
            provision.instrument,
            provision.article,
            provision.since,
            provision.until,
            provision.source,
            provision.local,
            provision.variant,
            provision.default,
        )
    ]
