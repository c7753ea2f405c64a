"""The words that a schema says of each object and key, as TOML has them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

__all__ = ["SchemaWords", "Word"]

_FILES = ("schema_words.toml", "evaluation_words.toml")
_ANY, _TERM, _ITSELF = "any", "term", ""


@frozen
class Word:
    """What a key is, what its figure counts, and a value.

    `title` is what the object there is called where another one has the name of its class,
    `terms` the group of a rulebook's words that its terms are in, if not the common one, and
    `codes` the list of a rulebook of whose codes it is one (`tender_engine.formats.code_lists`).
    """

    about: str = ""
    unit: str = ""
    example: Any = None
    title: str = ""
    terms: str = ""
    codes: str = ""


@cache
def _own() -> Mapping[str, dict[str, Any]]:
    """Those of the kernel, by object."""
    tables: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        tables |= tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return tables


class SchemaWords:
    """The kernel's words, and those that others have for objects of their own."""

    def __init__(self, *others: Mapping[str, dict[str, Any]]) -> None:
        self._tables: dict[str, dict[str, Any]] = {}
        for tables in (*others, _own()):
            for name, words in tables.items():
                self._tables[name] = self._tables.get(name, {}) | words

    def key(self, title: str, key: str) -> Word:
        """The words of a key of the object `title`; empty where it has none of its own."""
        said = self._tables.get(title, {}).get(key, "")
        return Word(said) if isinstance(said, str) else Word(**said)

    def anywhere(self, key: str) -> Word:
        """The words of a key wherever it stands; empty where it has none."""
        return self.key(_ANY, key)

    def object(self, title: str) -> str:
        """What an object is."""
        return str(self._tables.get(title, {}).get(_ITSELF, ""))

    def term(self, term: str) -> str:
        """What a term is called for which no rulebook has words."""
        return str(self._tables[_TERM].get(term, ""))
