"""What a difference comes from, on a screen: the law that was used, and the package itself."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tender_cli.law_changes_screen import print_values
from tender_cli.messages import say
from tender_cli.output import figure
from tender_cli.tables import Page
from tender_engine.changes import Change
from tender_engine.comparing import Comparison
from tender_engine.declared import Vocabulary
from tender_engine.places import Secret

__all__ = ["print_causes"]

# Keys of the format that hold figures; what else looks like one may be a number of an office.
_FIGURES = re.compile(
    r"(total|amount|price|quantity|months|percent|pagu|score|weight|threshold|residual"
    r"|harga_satuan|lumsum)$"
)
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")


def print_causes(found: Comparison, words: Vocabulary, page: Page) -> None:
    """The law as far as it was used, then the places of the package."""
    if found.regulation:
        page.heading(say("compare.regulation"))
    for change in found.regulation:
        sides = " -> ".join(_value(change.name, part) for part in (change.before, change.after))
        page.line(f"{say(f'compared.{change.name}')}: {sides}", 2)
    print_values(found.values, ("A", "B"), words, page)
    if found.package:
        page.heading(say("compare.package", count=len(found.package)))
    for change in found.package:
        page.line(f"{change.name}: {_sides(change)}", 2)


def _sides(change: Change[Any]) -> str:
    """What a place says on both sides; of a sealed price nothing but that it differs."""
    sealed = [part is Secret.SEALED for part in (change.before, change.after)]
    if any(sealed):
        return say("compare.sealed")
    key = re.sub(r"\[[^]]*\]", "", change.name).rpartition(".")[2]
    return " -> ".join(_value(key, part) for part in (change.before, change.after))


def _value(key: str, part: Any) -> str:
    """A value as the format has it, a figure grouped; of an object its plain entries."""
    if part is None:
        return "-"
    if isinstance(part, bool):
        return say("yes") if part else say("no")
    if isinstance(part, Mapping):
        plain = {name: entry for name, entry in part.items() if not isinstance(entry, dict | list)}
        return ", ".join(f"{name} {_value(name, entry)}" for name, entry in plain.items())
    if isinstance(part, list | tuple):
        return ", ".join(_value(key, entry) for entry in part) or say("none")
    text = str(part)
    if _FIGURES.search(key) and _PLAIN.fullmatch(text):
        return figure(Decimal(text))
    return text
