"""The values of the law as a sheet says them, in words, and what such words mean."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import frozen

from tender_desk.documents.kind import as_seleksi
from tender_desk.documents.wording import value_said
from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kinds import as_typed
from tender_desk.workbook.kinds.units import RUPIAH, without_unit
from tender_engine.declared import Unit, Vocabulary
from tender_engine.findings import Source, said
from tender_engine.law import Law, LawError, Local
from tender_engine.model import DocumentValue
from tender_engine.numbers import plain
from tender_engine.rulebook import Rulebook, permitted
from tender_rules.bounds import bounds_of

__all__ = ["Provisions", "provisions_of"]

_UNITS = {Unit.BAGIAN: "%", Unit.PERSEN: "%", Unit.RUPIAH: RUPIAH}


@frozen(slots=False)
class Provisions:
    """The values in force for one tender, by `law`, in the words of the rulebook."""

    law: Law
    _rulebook: Rulebook

    def param_of(self, code: str, sentence: str) -> str | None:
        """The value that a row is about, by what it is called and by its code.

        `None` where neither is known, or where they are of two.
        """
        named = self._by_words.get(_folded(sentence))
        known = code if code in self.law.values else None
        return None if named and known and named != known else named or known

    def called(self, param: str) -> str:
        """What a value is called."""
        return self._words.param(param)

    def in_force(self, param: str) -> str:
        """The value that stands, in words."""
        return self.in_words(param, self.law.value(param).value)

    def in_words(self, param: str, value: str) -> str:
        """A value in words, as papers print it."""
        return value_said(self._words, self._rulebook.parameters[param].unit, param, value)

    def value_of(self, param: str, words: str) -> str | None:
        """The value that is called so; `None` where none is, or two are."""
        meant = {
            value for value in self._known(param) if _folded(words) in self._called(param, value)
        }
        if len(meant) == 1:
            return meant.pop()
        unit = self._rulebook.parameters[param].unit
        return None if meant or unit is Unit.KATA else _number(unit, words)

    def choices(self, param: str) -> tuple[str, ...]:
        """What a document may set, in words; nothing where it may set nothing, or any number."""
        readings = self._rulebook.variants(param, self.law.day)
        return tuple(self.in_words(param, each.variant) for each in readings if each.variant)

    def may_set(self, param: str, value: str) -> bool:
        """Whether the law lets a document set this value."""
        readings = self._rulebook.variants(param, self.law.day)
        if variants := [each.variant for each in readings if each.variant]:
            return value in variants
        bounds = bounds_of(param, self._rulebook, self.law.day)
        return permitted(readings[0], value) and (bounds is None or bounds.hold(value))

    def share_in(self, param: str, words: str) -> str:
        """The percentage that a figure is as a share, where it lacks its sign; else nothing.

        `0,65` may be 65% or less than one, and `1`, as which Excel keeps 100%, either.
        """
        unit = self._rulebook.parameters[param].unit
        figure = amount_of(as_typed(words)) if _UNITS.get(unit) == "%" else None
        return plain(figure.scaleb(2)) if figure is not None and 0 < figure <= 1 else ""

    def is_open(self, param: str) -> bool:
        """Whether the law lets a document set any other value."""
        closed = (Local.NO, Local.OVERLAY)
        return self._rulebook.variants(param, self.law.day)[0].local not in closed

    @cached_property
    def _words(self) -> Vocabulary:
        return Vocabulary.of(self._rulebook.words, "id")

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        """Each value of the law by what it is called, in a Tender and in a Seleksi."""
        found: dict[str, str] = {}
        for param, used in self.law.values.items():
            if used.source is not Source.SETTING:
                found |= dict.fromkeys(_both(self._words.param(param)), param)
        return found

    def _known(self, param: str) -> Iterator[str]:
        """The values that have words of their own: the terms, and what stands."""
        yield self.law.value(param).value
        for each in self._rulebook.variants(param, self.law.day):
            yield each.variant or said(each.value)
        yield from self._rulebook.parameters[param].terms

    def _called(self, param: str, value: str) -> Collection[str]:
        return _both(self.in_words(param, value))


def provisions_of(value: Mapping[str, Any], rulebook: Rulebook) -> Provisions | None:
    """The values in force for the tender of these plain values; `None` where no law is known.

    That its day or its local standards are wrong is told where the package is read.
    """
    tender = value.get("tender", {})
    regulation = tender.get("regulation") or {}
    overlays = tuple(x for x in regulation.get("overlays") or () if x in rulebook.overlays)
    try:
        day = dt.date.fromisoformat(tender.get("announced_on") or "")
        law = rulebook.law_on(day, overlays, tuple(_own(regulation, rulebook, day)))
    except (LawError, ValueError):
        return None
    return Provisions(law, rulebook)


def _own(
    regulation: Mapping[str, Any], rulebook: Rulebook, day: dt.date
) -> Iterator[DocumentValue]:
    """What the document sets on its own sheet, of values that there are."""
    for item in regulation.get("values") or ():
        param, given = item.get("param"), item.get("value")
        if given and rulebook.variants(param, day):
            yield DocumentValue(param, given, item.get("clause", ""), item.get("reason", ""))


def _number(unit: Unit, words: str) -> str | None:
    """A number in its unit; a share is said in percent."""
    figure = amount_of(without_unit(words, _UNITS.get(unit, "")))
    if figure is None or (unit is Unit.BAGIAN and "%" not in words):
        return None
    return plain(figure.scaleb(-2) if unit is Unit.BAGIAN else Decimal(figure))


def _both(text: str) -> tuple[str, str]:
    return _folded(text), _folded(as_seleksi(text))


def _folded(text: str) -> str:
    return as_typed(text).casefold()
