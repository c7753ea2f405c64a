"""Whatever a file holds, reading it ends in a package or in faults with places."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.reader import Reading
from tests.engine.formats.data import read, small_package
from tests.reading import read_bytes, read_text
from tests.tries import tries

TEXT = json.dumps(small_package())
TOKENS = re.findall(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', TEXT)
WRONG: list[Any] = [None, True, -1, "", "x", "*", "\ud800", 1e300, [], [None], [[]], {}, {"id": 1}]
JUNK = ["{", "}", "[", "]", ",", ":", "null", "NaN", "1e999", '""', '"\\ud800"', "-0", '"p1"', "7"]


def is_told_properly(reading: Reading) -> None:
    """Either a package, which can be written and read again, or faults that can be shown."""
    assert (reading.package is None) == bool(reading.faults)
    # What is not known of a thing is no text in which people are told of it.
    assert all(isinstance(said, str) for one in reading.faults for said in one.params.values())
    for lang in ("id", "en"):
        told = reading.diagnose(lang=lang)
        assert bool(told) == bool(reading.faults)
        assert all(one.line >= 1 and one.column >= 1 for one in told)
        "".join(one.message + one.hint + one.path for one in told).encode()
    if reading.package is not None:
        text = canonical_package(reading.package)
        again = read_text(text, "again").package
        assert again is not None
        assert text == canonical_package(again)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items: Any = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else items:
        yield from paths(part, (*path, key))


def put(value: Any, path: tuple[Any, ...], part: Any) -> Any:
    """`value` with `part` at `path`: what lies beside it is shared and not copied."""
    if not path:
        return part
    made = copy.copy(value)
    made[path[0]] = put(value[path[0]], path[1:], part)
    return made


def test_any_value_at_any_place_is_read_without_raising() -> None:
    """Every place of the package, one after the other, with every other kind of wrong value.

    Of a list one entry for each key: the reader has one way for all of them, as it has for places
    of one kind, of which the next is tried with the other half.
    """
    package = small_package()
    places = {tuple(k if isinstance(k, str) else int for k in p): p for p in paths(package)}
    for number, path in enumerate(places.values()):
        for wrong in WRONG[number % 2 :: 2]:
            is_told_properly(read(put(package, path, wrong)))


PLACES = [path for path in paths(small_package()) if path]


@tries(100)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(WRONG)), min_size=2, max_size=6))
def test_several_wrong_values_at_once(wrongs: list[tuple[tuple[Any, ...], Any]]) -> None:
    """Faults in the same file do not trip each other."""
    package: Any = small_package()
    for path, wrong in sorted(wrongs, key=lambda pair: -len(pair[0])):
        try:
            package = put(package, path, copy.deepcopy(wrong))
        except (KeyError, IndexError, TypeError):
            continue
    is_told_properly(read(package))


@tries(120)
@given(st.data())
def test_any_change_of_the_text_is_read_without_raising(data: st.DataObject) -> None:
    """Tokens deleted, doubled, swapped and replaced."""
    tokens = list(TOKENS)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(tokens) - 1))
        what = data.draw(st.sampled_from(["delete", "double", "replace", "insert", "take"]))
        if what == "delete":
            del tokens[at]
        elif what == "double":
            tokens.insert(at, tokens[at])
        elif what == "take":
            tokens[at] = tokens[data.draw(st.integers(0, len(tokens) - 1))]
        else:
            tokens[at : at + (what == "replace")] = [data.draw(st.sampled_from(JUNK))]
    is_told_properly(read_text(" ".join(tokens), "p"))


@tries(100)
@given(st.binary(max_size=40), st.integers(0, len(TEXT)))
def test_any_bytes_anywhere_are_read_without_raising(junk: bytes, at: int) -> None:
    """Even where no text is any more."""
    data = TEXT.encode()
    is_told_properly(read_bytes(data[:at] + junk + data[at:], "p"))
    is_told_properly(read_bytes(junk, "p"))
