"""A package as a tree of plain values: its leaves, where they are, and how a person names a place.

An entry of a list stands under its `id` where it has one: `participants[p1].price.stated_total`. A
key that is an id with a dot in it stands in braces: `papers{sbu.1}`.
"""

import re
from collections.abc import Iterator
from typing import Any

from tender_engine.faults import Path

__all__ = [
    "EXTENSIONS",
    "MISSING",
    "ON_SHEETS",
    "NowhereError",
    "get",
    "leaves",
    "named",
    "parse_name",
    "put",
]

# Written by programs, and by people as a whole or not at all: each is one value, whatever it holds.
CARRIED = frozenset({"extensions", "price_commitment"})
# But for what has its place on the sheets, where nothing else is carried: what an office sets for
# its papers, and what an evaluasi ulang names.
EXTENSIONS, ON_SHEETS = "extensions", ("kantor", "ulang")
MISSING: Any = object()
_STEP = re.compile(r"([A-Za-z0-9_-]+)|\[([A-Za-z0-9._-]*)\]|\{[A-Za-z0-9._-]*\}")


class NowhereError(LookupError):
    """A place that cannot be in a package, or that holds a value already."""


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that has no places of its own, with where it is.

    >>> [*leaves({"a": {"b": "1"}, "c": [{"id": "x", "d": []}]})]
    [(('a', 'b'), '1'), (('c', 0, 'id'), 'x'), (('c', 0, 'd'), [])]
    """
    if isinstance(value, dict) and value and not _is_carried(value, path):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list) and value and _have_names(value):
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))
    else:
        yield path, value


def _is_carried(value: dict[str, Any], path: Path) -> bool:
    if path == (EXTENSIONS,):
        return not value.keys() <= {*ON_SHEETS}
    return bool(path) and path[-1] in CARRIED


def _have_names(entries: list[Any]) -> bool:
    if not all(isinstance(entry, dict) and "id" in entry for entry in entries):
        return False
    return len({entry["id"] for entry in entries}) == len(entries)


def get(value: Any, key: tuple[str, ...]) -> Any:
    """What stands under `key`, or `MISSING`."""
    for part in key:
        if not isinstance(value, dict) or part not in value:
            return MISSING
        value = value[part]
    return value


def put(tree: dict[str, Any], key: tuple[str, ...], value: Any) -> None:
    """Put `value` under `key`; a `true` gives room for what says more, before it or after it.

    Raises:
        NowhereError: something else stands there, or on the way.
    """
    for part in key[:-1]:
        if tree.get(part) in (None, True):
            tree[part] = {}
        tree = tree[part]
        if not isinstance(tree, dict):
            raise NowhereError(part)
    if value is True and isinstance(tree.get(key[-1]), dict):
        return
    if key[-1] in tree:
        raise NowhereError(key[-1])
    tree[key[-1]] = value


def named(tree: Any, path: Path) -> str:
    """The place `path` of `tree` as a person writes it, entries by their ids."""
    text = ""
    for step in path:
        tree = tree[step]
        if isinstance(step, int):
            text += f"[{tree['id']}]"
        elif "." in step:
            text += f"{{{step}}}"
        else:
            text += f".{step}" if text else step
    return text


def parse_name(text: str) -> tuple[str, ...]:
    """The steps of a place as `named` writes it; an entry's is its id in brackets.

    >>> parse_name("participants[p1].officers")
    ('participants', '[p1]', 'officers')

    Raises:
        NowhereError: it is no such place.
    """
    steps: list[str] = []
    at, text = 0, text.strip()
    while at < len(text):
        if text[at] == "." and steps:
            at += 1
        found = _STEP.match(text, at)
        if not found:
            raise NowhereError(text)
        steps.append(found[0])
        at = found.end()
    if not steps or steps[0].startswith("["):
        raise NowhereError(text)
    return tuple(steps)
