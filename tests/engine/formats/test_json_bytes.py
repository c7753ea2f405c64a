"""What orjson writes, held to the encoder of Python's own library."""

import json
from enum import StrEnum
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tender_engine.formats.json_bytes import canonical_bytes, json_bytes
from tender_engine.formats.source import canonical_json
from tests.tries import tries


class Word(StrEnum):
    """A term, as a text of its own type."""

    GUGUR = "gugur\n"


class Pair(NamedTuple):
    """A tuple of another type."""

    first: str
    second: int


# Every sign there is, lone surrogates too, and often those that JSON escapes or that lie at an end.
SIGNS = st.characters() | st.sampled_from(
    '\0\x08\t\n\x0c\r\x1b\x1f"\\/\x7f\u2028\ud800\udfff\U0010ffff'
)
TEXTS = st.text(SIGNS, max_size=8)
LEAVES = st.none() | st.booleans() | st.integers() | TEXTS | st.just(Word.GUGUR)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)


@tries(60)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
@example([2**63, 2**64, -(2**63) - 1, 10**300])
@example({Word.GUGUR: 1, "a": Pair("b", 2)})
@example({"\U00010000": 1, "\uffff": 2, "é": 3, "e": 4, "": 5})
@example(json.loads("[" * 300 + "]" * 300))
@example({"caf\udce9.json": "\ud83d\ude00"})
def test_both_write_the_same_bytes(value: object) -> None:
    """Keys as they stand, and sorted; what cannot be UTF-8 is an escape, or an error.

    What orjson refuses too: large numbers, terms and other types, depth, lone surrogates.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert json_bytes(value) == text.encode("utf-8", "backslashreplace")
    try:
        in_order = canonical_json(value).encode()
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            canonical_bytes(value)
    else:
        assert canonical_bytes(value) == in_order


def test_what_is_no_json_is_an_error() -> None:
    """As of the own encoder."""
    for write in (json_bytes, canonical_bytes):
        with pytest.raises(TypeError):
            write({"a": object()})
