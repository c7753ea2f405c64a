"""The words of what the law names and no declaration carries, read from TOML by key."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from tender.declared import Words
from tender.law import LawError

__all__ = ["read_vocabulary"]


def read_vocabulary() -> Mapping[str, Words]:
    """The words of `vocabulary.toml` by key: the tables that lead to an entry, and its name.

    Raises:
        LawError: an entry lacks one of both languages.
    """
    text = (resources.files("tender_rules") / "vocabulary.toml").read_text("utf-8")
    return dict(_entries("", tomllib.loads(text)))


def _entries(key: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Words]]:
    told = {name: text for name, text in table.items() if isinstance(text, str)}
    if told:
        if told.keys() != {"id", "en"}:
            raise LawError(f"vocabulary.toml: {key}: words are id and en, not {sorted(told)}")
        yield key, Words(**told)
    for name, entry in table.items():
        if name not in told:
            yield from _entries(f"{key}.{name}" if key else name, entry)
