"""What a difference comes from, on a screen: the law that was used, and the package itself."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from tender_cli.comparison_tables import SIDES
from tender_cli.law_changes_screen import print_values
from tender_cli.messages import say
from tender_cli.output import figure
from tender_cli.tables import Page
from tender_cli.words import day, moment, retold, spoken, value_in_words, value_named
from tender_desk.workbook.told.place_words import place_said, term_said, title_said
from tender_engine.changes import Change
from tender_engine.comparing import Comparison
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation
from tender_engine.findings import UsedValue
from tender_engine.places import Secret
from tender_rules import national

__all__ = ["Pair", "print_causes"]

Pair: TypeAlias = tuple[Evaluation, Evaluation]

# Keys of the format that hold figures; what else looks like one may be a number of an office.
_FIGURES = re.compile(
    r"(total|amount|price|quantity|months|percent|pagu|score|weight|threshold|residual"
    r"|harga_satuan|lumsum)$"
)
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
_DAY, _MOMENT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT\S+")
_TERM = re.compile(r"[a-z]+([._][a-z]+)+|[a-z]+")


def print_causes(found: Comparison, pair: Pair, words: Vocabulary, page: Page) -> None:
    """The law as far as it was used, then the places of the package."""
    if found.regulation:
        page.heading(say("compare.regulation"))
    for change in found.regulation:
        parts = zip((change.before, change.after), pair, strict=True)
        sides = " -> ".join(_regulated(change.name, part, side) for part, side in parts)
        page.line(f"{say(f'compared.{change.name}')}: {sides}", 2)
    print_values(found.values, SIDES, words, page, partial(_used, pair))
    if found.package:
        page.heading(say("compare.package", count=len(found.package)))
    for change in found.package:
        page.line(
            f"{place_said(change.name, words, national().declarations)}: {_sides(change, words)}", 2
        )


def _regulated(name: str, part: Any, side: Evaluation) -> str:
    """What of the law a side was evaluated under: by its title where it has one."""
    titles = {"rulebook": side.law.regime.title, "procedure": side.basis.title}
    return retold(titles[name]) if name in titles else _value(name, part, spoken(side.basis.words))


def _used(pair: Pair, value: UsedValue) -> tuple[str, str]:
    """What a value of the law is called, and what it is, in the words of a rulebook that has it."""
    basis = next(each.basis for each in reversed(pair) if value.param in each.basis.parameters)
    return value_named(spoken(basis.words), value.param), value_in_words(basis, value)


def _sides(change: Change[Any], words: Vocabulary) -> str:
    """What a place says on both sides; of a sealed price nothing but that it differs."""
    sealed = [part is Secret.SEALED for part in (change.before, change.after)]
    if any(sealed):
        return say("compare.sealed")
    return " -> ".join(_value(change.name, part, words) for part in (change.before, change.after))


def _value(place: str, part: Any, words: Vocabulary) -> str:
    """A value in words, a figure grouped; of an object its plain entries."""
    if part is None:
        return "-"
    if isinstance(part, bool):
        return say("yes") if part else say("no")
    if isinstance(part, Mapping):
        plain = {name: entry for name, entry in part.items() if not isinstance(entry, dict | list)}
        meaning = words.texts.get(f"param.{plain.get('param')}.{plain.get('value')}")
        plain |= {"value": meaning} if meaning else {}
        declared = national().declarations
        inside = ((f"{place}.{name}", entry) for name, entry in plain.items())
        told = (f"{title_said(at, declared)} {_value(at, entry, words)}" for at, entry in inside)
        return ", ".join(told) or "…"
    if isinstance(part, list | tuple):
        return ", ".join(_value(place, entry, words) for entry in part) or say("none")
    return _text(place, str(part), words)


def _text(place: str, text: str, words: Vocabulary) -> str:
    """A figure, a day, a time, a term; what people typed, and a code, as it is."""
    if _FIGURES.search(place) and _PLAIN.fullmatch(text):
        return figure(Decimal(text))
    if _DAY.fullmatch(text):
        return day(dt.date.fromisoformat(text))
    if _MOMENT.fullmatch(text):
        return moment(dt.datetime.fromisoformat(text))
    return term_said(text, words) if _TERM.fullmatch(text) and not place.endswith(".id") else text
