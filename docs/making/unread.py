"""What of the law was not read: how the values in force stand by mark, and where to look for it."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from tender_engine.findings import READ, Source
from tender_engine.rulebook import Rulebook

__all__ = ["looked_for_in", "unread_section", "unverified"]

_TEXTS = Path(__file__).with_name("unread.toml")


def unread_section(rulebook: Rulebook) -> Iterator[str]:
    """A table of marks by the day that begins a regime, and one of texts by what they settle."""
    yield "How many values a tender finds on the first day of a regime, by how well they were read:"
    yield from ("", f"| from | {' | '.join(f'`{mark}`' for mark in READ)} |", "|---|---|---|---|")
    for regime in rulebook.regimes:
        marks = Counter(used.source for used in rulebook.law_on(regime.since).values.values())
        yield f"| {regime.since} | {' | '.join(str(marks[mark]) for mark in READ)} |"
    yield from (
        "",
        "In which text each value that is `unverified` on some day has to be looked for first:",
        "",
        "| text | values | which |",
        "|---|---|---|",
    )
    names = unverified(rulebook)
    for text, patterns in looked_for_in().items():
        found = [name for name in names if any(fnmatchcase(name, p) for p in patterns)]
        yield f"| {text} | {len(found)} | {', '.join(f'`{name}`' for name in found)} |"
    yield ""


def unverified(rulebook: Rulebook) -> list[str]:
    """The national values of which, on some day, no text was read."""
    return sorted({p.param for p in rulebook.provisions if p.source is Source.UNVERIFIED})


def looked_for_in() -> Mapping[str, list[str]]:
    """Each text by the patterns of names of the values that it would settle."""
    return {
        text["name"]: text["params"] for text in tomllib.loads(_TEXTS.read_text("utf-8"))["text"]
    }
