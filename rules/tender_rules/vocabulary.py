"""The words of what the law names and no declaration carries, read from TOML by key."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tender_engine.declared import Vocabulary, Words
from tender_engine.law import LawError

__all__ = [
    "answered_at",
    "read_language",
    "read_vocabulary",
    "schema_words",
    "shipped",
    "words_by_key",
]


@cache
def shipped() -> Mapping[str, Words]:
    """The words that come with the law, as its rules say them in a record."""
    file = Path(__file__).with_name("vocabulary.toml")
    return read_vocabulary(file.read_text("utf-8"))


def schema_words() -> Mapping[str, dict[str, Any]]:
    """What a schema says of the objects that checks have, by object and key."""
    return _table("schema_words.toml")


def answered_at() -> Mapping[str, tuple[str, ...]]:
    """Where in a package what is awaited is answered, by the code of the need."""
    return {need: tuple(places) for need, places in _table("answered_at.toml").items()}


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def read_vocabulary(text: str) -> Mapping[str, Words]:
    """The words of `text` in TOML by key: the tables that lead to an entry, and its name.

    Raises:
        LawError: an entry lacks one of both languages.
    """
    return dict(words_by_key(tomllib.loads(text)))


def read_language(text: str, words: Mapping[str, Words]) -> Vocabulary:
    """`words` in a third language: JSON that has the key of each, with its text.

    Raises:
        LawError: a key is missing or unknown; the message has all of them.
    """
    texts: dict[str, str] = json.loads(text)
    missing, unknown = words.keys() - texts.keys(), texts.keys() - words.keys()
    if missing or unknown:
        raise LawError(f"missing {sorted(missing)}, unknown {sorted(unknown)}")
    return Vocabulary(texts)


def words_by_key(table: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, Words]]:
    """The words in a table of TOML and in the tables in it, by where they stand under `key`.

    Raises:
        LawError: an entry lacks one of both languages.
    """
    told = {name: text for name, text in table.items() if isinstance(text, str)}
    if told:
        if told.keys() != {"id", "en"}:
            raise LawError(f"{key}: words are id and en, not {sorted(told)}")
        yield key, Words(**told)
    for name, entry in table.items():
        if name not in told:
            yield from words_by_key(entry, f"{key}.{name}" if key else name)
