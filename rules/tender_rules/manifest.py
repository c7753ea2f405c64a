"""Makes the manifest of a rulebook from the source of its law.

`python docs/remake.py` writes it into the package, and owners of a rulebook of their own make
theirs: `rulebook.described_by(manifest_of(rulebook))`.
"""

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from types import FunctionType
from typing import Any

import attrs

from tender_engine.declared import Words
from tender_engine.findings import said
from tender_engine.law import LawError, Rule
from tender_engine.manifest import Manifest, digest_of
from tender_engine.rulebook import Rulebook, printed
from tender_engine.workflow import Procedure, Stage
from tender_rules.reaching import Unit, home, is_law, reached

__all__ = ["manifest_of"]


def manifest_of(rulebook: Rulebook, released: Mapping[str, str] | None = None) -> Manifest:
    """The manifest of `rulebook`, over the source of every function of the law that it reaches.

    The kernel is not in it: the engine's version counts for it. Neither are overlays, which are
    data and digested with the rest when an evaluation is made.

    Args:
        rulebook: of which all functions must have their source at hand.
        released: the version of each earlier digest, to be kept.

    Raises:
        OSError: the source of a function is not at hand.
        LawError: two different things would stand under one id, or something that the rulebook
            calls is no function with a name at the top of a module.
    """
    entries: dict[str, str] = {}
    for name, digest in _Description(rulebook).entries():
        if entries.setdefault(name, digest) != digest:
            raise LawError(f"two things in this rulebook are called {name}")
    return Manifest(rulebook.version, entries, released or {})


class _Description:
    """What there is to say of a rulebook; what a function reaches is looked up once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.code: dict[Unit, str] = {}

    def entries(self) -> Iterator[tuple[str, str]]:
        """Each id with its digest."""
        yield from self._data()
        yield from self._declared()
        for rule in self.rulebook.rules:
            yield f"rule:{rule.id}", digest_of(self._rule(rule))
        for procedure in self.rulebook.procedures.values():
            yield from self._procedure(procedure)
        for objection in self.rulebook.objections:
            yield f"objection:{_name(objection)}", digest_of(self._told(objection))
        yield "choice", digest_of(self._told(self.rulebook.choose))

    def _data(self) -> Iterator[tuple[str, str]]:
        book = self.rulebook
        for regime in book.regimes:
            told = [regime.title, said(regime.since), regime.notice]
            yield f"regime:{regime.id}", digest_of(told)
        for value in book.provisions:
            variant = f"/{value.variant}" if value.variant else ""
            yield f"value:{value.param}/{value.since}{variant}", digest_of(printed(value))
        for text in book.amendments:
            name = f"amendment:{text.instrument}/{text.amends}"
            yield name, digest_of([said(text.since), self._told(text.renamed)])
        for ground in book.grounds.values():
            yield f"ground:{ground.id}", digest_of(self._told(ground))
        for param, about in book.parameters.items():
            yield f"parameter:{param}", digest_of([about.unit, *sorted(about.terms)])
        for name, known in book.instruments.items():
            yield f"instrument:{name}", digest_of(self._told(known))
        for year, decree in book.days_off.decrees.items():
            days = sorted(day for day in book.days_off.named if day.year == year)
            estimated = [day in book.days_off.estimated for day in days]
            dated = [[said(day) for day in days], estimated, self._told(decree)]
            yield f"days:{year}", digest_of(dated)

    def _declared(self) -> Iterator[tuple[str, str]]:
        declared = self.rulebook.declarations
        for check in declared.checks:
            shapes = [shape and shape.schema() for shape in (check.demand, check.fact)]
            due = [check.by_law, check.unasked, check.judged]
            kind = [check.of_each, check.on_business, check.of_kso, *due]
            yield f"check:{check.key}", digest_of([check.key, check.stage, shapes, kind])
        yield "refused", digest_of([declared.refused, declared.refused_checks])

    def _procedure(self, procedure: Procedure) -> Iterator[tuple[str, str]]:
        for stage in procedure.stages:
            yield f"stage:{procedure.id}/{stage.id}", digest_of(self._stage(stage))
        for origin, outcome, target in procedure.edges:
            yield f"edge:{procedure.id}/{origin}/{outcome}/{target}", digest_of([])
        yield f"conclusion:{procedure.id}", digest_of(self._told(procedure.conclude))

    def _rule(self, rule: Rule[Any]) -> object:
        cites = [self._told(citation) for citation in rule.cites]
        days = [said(rule.since), said(rule.until)]
        return [rule.id, cites, days, rule.awaited, self._told(rule.decide)]

    def _stage(self, stage: Stage) -> object:
        does = [self._told(part) for part in _parts(stage)]
        return [str(stage.id), [rule.id for rule in stage.rules], does]

    def _told(self, value: object) -> object:
        """`value` as plain data; a function by its text and what it was made with."""
        if isinstance(value, functools.partial):
            return ["partial", *map(self._told, (value.func, value.args, value.keywords))]
        if isinstance(value, FunctionType):
            cells = inspect.getclosurevars(value).nonlocals
            return [self._code(value), {name: self._told(cells[name]) for name in sorted(cells)}]
        if isinstance(value, Stage):
            return self._stage(value)
        if isinstance(value, Rule):
            return self._rule(value)
        if isinstance(value, Words):
            return "Words"
        kind = type(value)
        if attrs.has(kind):
            return [
                kind.__name__,
                {n: self._told(getattr(value, n)) for n in attrs.fields_dict(kind)},
            ]
        if isinstance(value, Mapping):
            return [[self._told(name), self._told(value[name])] for name in value]
        if isinstance(value, tuple | list):
            return [self._told(part) for part in value]
        if callable(value) and not isinstance(value, type):
            raise LawError(f"{value!r} is no function whose text could be digested")
        return said(value)

    def _code(self, function: FunctionType) -> str:
        unit = home(function)
        if unit not in self.code:
            # In the order of what they say: none of the module in which they say it.
            told = sorted(each.digest for each in reached(unit))
            if not told and is_law(unit.module):
                raise LawError(f"{unit.module}: {unit.name} is no name by which its text is found")
            self.code[unit] = digest_of([unit.name, *told])
        return self.code[unit]


def _parts(stage: Stage) -> tuple[Callable[..., Any] | None, ...]:
    return stage.decide, stage.admit, stage.kept_out, stage.awaits, stage.looks_ahead


def _name(function: Callable[..., Any]) -> str:
    return getattr(function, "__name__", type(function).__name__)
