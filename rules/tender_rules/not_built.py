"""What was read of the law and is not built, each by name, with what happens instead."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from tender_engine.findings import READ, Source
from tender_engine.law import LawError
from tender_engine.terms import StageId

__all__ = ["NotBuilt", "not_built", "read_not_built", "refused_by_name"]

_KEYS = ("name", "instrument", "article", "source", "why")


@frozen
class NotBuilt:
    """A provision that this program does not evaluate; `why` says what it does in its place."""

    name: str
    instrument: str
    article: str
    source: Source
    why: str


@lru_cache(maxsize=1)
def not_built() -> tuple[NotBuilt, ...]:
    """Every provision that was read and is not built, in the order in which they are written.

    Raises:
        LawError: an entry is not as it should be; the message names it.
    """
    return read_not_built(_text())


def _text() -> str:
    return Path(__file__).with_name("not_built.toml").read_text("utf-8")


def refused_by_name() -> tuple[tuple[str, ...], Mapping[StageId, tuple[str, ...]]]:
    """The kinds of procurement that a package may not name, and the checks, by their stage."""
    refused = tomllib.loads(_text())["refused"]
    checks = {StageId(stage): tuple(names) for stage, names in refused["checks"].items()}
    return tuple(refused["kinds"]), checks


def read_not_built(text: str) -> tuple[NotBuilt, ...]:
    """The provisions that a TOML text lists.

    Raises:
        LawError: a key is unknown, missing or empty, or a name stands twice; the message names it.
    """
    found: dict[str, NotBuilt] = {}
    for number, entry in enumerate(tomllib.loads(text)["not_built"], 1):
        made = _made(entry, f"not_built.toml, entry {number}")
        if made.name in found:
            raise LawError(f"not_built.toml: {made.name} stands twice")
        found[made.name] = made
    return tuple(found.values())


def _made(entry: dict[str, Any], place: str) -> NotBuilt:
    wrong = sorted(set(_KEYS) ^ entry.keys()) or [key for key in _KEYS if not entry[key]]
    if wrong:
        raise LawError(f"{place}: unknown, missing or empty keys {wrong}")
    if entry["source"] not in READ:
        raise LawError(f"{place}: source is one of {', '.join(READ)}, not {entry['source']!r}")
    return NotBuilt(**entry | {"source": Source(entry["source"])})
