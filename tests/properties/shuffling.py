"""The same package as somebody else would have typed it: lists and keys in another order."""

from collections.abc import Iterator
from random import Random
from typing import Any

from click.testing import CliRunner

from tender_cli.main import main
from tender_desk.documents.papers import PAPERS

# Lists that mean their order, and what is only carried along.
KEPT = frozenset({"addenda", "list", "maintenance", "operating", "order", "overlays", "reserves"})
CARRIED = frozenset({"extensions"})


def shuffled(value: Any, random: Random) -> Any:
    """`value` with every list that means nothing by its order, and every key, in another order."""
    if isinstance(value, list):
        made = [shuffled(item, random) for item in value]
        random.shuffle(made)
        return made
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {
            key: value[key] if key in KEPT | CARRIED else shuffled(value[key], random)
            for key in keys
        }
    return value


def commands(bidders: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words of every command that shows something of a package."""
    yield from (
        ("check",),
        ("check", "--json"),
        ("evaluate",),
        ("evaluate", "--json"),
        ("evaluate", "--lang", "en"),
        ("bahp",),
        ("bahp", "--json"),
        ("bahp", "--internal"),
        *(("bahp", "--document", kind.key) for kind in PAPERS if not kind.of_each),
        *(
            ("bahp", "--document", kind.key, "--participant", who)
            for kind in PAPERS
            for who in bidders
            if kind.of_one or kind.of_each
        ),
        ("report",),
        ("report", "--public"),
        ("reasons",),
        ("reasons", "--json"),
        ("workflow",),
        *(("explain", who) for who in bidders),
        *(("explain", who, "--json") for who in bidders),
        ("explain", "tidak-ada"),
    )


def everything_shown(text: str, bidders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What every command shows of a package, by its words; what it prints beside as well."""
    for command, *more in commands(bidders):
        shown = CliRunner().invoke(main, [command, "-", *more], input=text)
        yield " ".join((command, *more)), f"{shown.exit_code}\n{shown.stdout}\n{shown.stderr}"
