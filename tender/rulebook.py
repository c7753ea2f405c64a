"""The rulebook: values, rules and procedures as one object, with one digest over all three."""

import ast
import datetime as dt
import hashlib
import importlib
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from types import ModuleType
from typing import Any, TypeAlias

from attrs import define, evolve, field

from tender.faults import Fault
from tender.findings import Source, UsedValue, said
from tender.law import Amendment, Law, LawError, Local, Provision, Regime, Rule
from tender.model import DocumentValue, Package, Tender
from tender.workflow import Procedure

__all__ = ["Objection", "Rulebook", "live", "permitted"]

Objection: TypeAlias = Callable[[Package, "Rulebook"], Iterable[Fault]]


@define(frozen=True, slots=False)
class Rulebook:
    """All law that an evaluation can be made under.

    Args:
        regimes: the states of the national law, each from a date on.
        provisions: the national values.
        overlays: the values of local standards, by the overlay's name.
        amendments: which texts changed which, for the source marks.
        rules: every rule, gathered explicitly.
        procedures: the graphs, by name.
        choose: which procedure a package follows.
        objections: the law's own checks of a package, in one list.
        instruments: from when a text can be cited, where it is younger than the first regime.
    """

    regimes: tuple[Regime, ...]
    provisions: tuple[Provision, ...]
    overlays: Mapping[str, tuple[Provision, ...]]
    amendments: tuple[Amendment, ...]
    rules: tuple[Rule[Any], ...]
    procedures: Mapping[str, Procedure]
    choose: Callable[[Package], str]
    objections: tuple[Objection, ...] = ()
    instruments: Mapping[str, dt.date] = field(factory=dict)
    _laws: dict[Any, Law] = field(factory=dict, init=False, repr=False, eq=False)

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
        key = (tender.announced_on, overlays, own)
        if key not in self._laws:
            self._laws[key] = self.law_on(tender.announced_on, overlays, own)
        return self._laws[key]

    def law_on(
        self,
        day: dt.date,
        overlays: tuple[str, ...] = (),
        own: tuple[DocumentValue, ...] = (),
    ) -> Law:
        """The values in force on `day` under `overlays` and a document's `own` values."""
        amendments = tuple(text for text in self.amendments if text.since <= day)
        law = Law(day, self.regime_on(day), overlays, {}, amendments, self.instruments)
        values = {}
        for provision in live(self.provisions, day):
            values[provision.param] = _used(provision, "nasional", law)
        for name in overlays:
            for provision in live(self.overlays[name], day):
                values[provision.param] = _used(provision, name, law)
        for item in own:
            values[item.param] = self._document_value(values[item.param], item, day)
        return evolve(law, values=values)

    def variants(self, param: str, day: dt.date) -> tuple[Provision, ...]:
        """Every reading of `param` on `day`, the default first."""
        found = [p for p in self.provisions if p.param == param and p.holds_on(day)]
        newest = max((p.since for p in found), default=day)
        return tuple(
            sorted((p for p in found if p.since == newest), key=lambda p: (not p.default, p.place))
        )

    def _document_value(self, used: UsedValue, item: DocumentValue, day: dt.date) -> UsedValue:
        for provision in self.variants(item.param, day):
            if provision.variant is not None and item.value in (
                provision.variant,
                said(provision.value),
            ):
                return evolve(_used(provision, "dokumen", None), clause=item.clause)
        return evolve(used, value=item.value, set_by="dokumen", clause=item.clause, variant=None)

    @cached_property
    def digest(self) -> str:
        """`sha256:` over every value and regime, every rule with its code, and every edge.

        A rule's code is its module and whatever of the law's own modules that one takes from.
        """
        rules = [
            [r.id, r.title, said(r.since), said(r.until), r.decide.__qualname__, str(r.cites)]
            for r in self.rules
        ]
        everything = {
            "regimes": [[r.id, r.title, said(r.since), r.notice] for r in self.regimes],
            "values": [_printed(provision) for provision in self.provisions],
            "overlays": {
                name: [_printed(provision) for provision in provisions]
                for name, provisions in self.overlays.items()
            },
            "instruments": {name: said(day) for name, day in self.instruments.items()},
            "amendments": [
                [a.instrument, a.amends, said(a.since), a.read] for a in self.amendments
            ],
            "rules": rules,
            "code": [inspect.getsource(module) for module in self._modules()],
            "procedures": {name: graph.edges for name, graph in self.procedures.items()},
        }
        text = json.dumps(everything, sort_keys=True, ensure_ascii=False)
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()

    def _modules(self) -> list[ModuleType]:
        """Every module of the law that its rules, stages, conclusions and objections reach."""
        found: dict[str, ModuleType] = {}
        stages = [stage for graph in self.procedures.values() for stage in graph.stages]
        roots: list[Any] = [*self.objections, *(rule.decide for rule in self.rules)]
        parts = [part for s in stages for part in (s.admit, s.decide, s.kept_out, s.awaits)]
        roots += [part for part in parts if part is not None]
        roots += [graph.conclude for graph in self.procedures.values()]
        names = [root.__module__ for root in roots]
        houses = {rule.decide.__module__.partition(".")[0] for rule in self.rules}
        while names:
            name = names.pop()
            if name not in found and name.partition(".")[0] in houses:
                found[name] = importlib.import_module(name)
                names += _imported_by(found[name])
        return [found[name] for name in sorted(found)]


def _imported_by(module: ModuleType) -> list[str]:
    """The modules that the text of `module` takes from.

    The text, not the objects: libraries change the `__module__` of what they lend, and the digest
    has to be the same under every Python.
    """
    tree = ast.parse(inspect.getsource(module))
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    whole = [f"{node.module}.{name.name}" for node in taken for name in node.names]
    return [*(node.module or "" for node in taken), *(n for n in whole if n in sys.modules)]


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
    if not isinstance(national.value, Decimal):
        return national.local is Local.YES
    try:
        number = Decimal(value)
    except ArithmeticError:
        return False
    return number.is_finite() and national.local.allows(national, number)


def _used(provision: Provision, set_by: str, law: Law | None) -> UsedValue:
    source = provision.source
    if law is not None:
        source = law.mark(provision.instrument, provision.article, source)
    return UsedValue(
        param=provision.param,
        value=said(provision.value),
        instrument=provision.instrument,
        article=provision.article,
        since=provision.since,
        source=Source(source),
        set_by=set_by,
        variant=provision.variant,
    )


def _printed(provision: Provision) -> list[str]:
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
