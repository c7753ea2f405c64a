"""A line of an answer is what Python's own encoder writes of it in ASCII."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_cli.serving.lines import answer_line
from tests.tries import tries

ODD = '\0\x1b\n\r"\\/\x7f\x80\x85é\u2028\u2029\ud800\udfff\ufeff\U0001f600'
TEXTS = st.text(st.characters() | st.sampled_from(ODD), max_size=8)


@tries(100)
@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS | st.integers() | st.none(), max_size=3)))
def test_a_line_is_ascii_whatever_it_says(answer: dict[str, object]) -> None:
    """Its length is counted, and cut, by whoever reads lines: no sign in it may end one."""
    written = json.dumps(answer, separators=(",", ":"))

    assert answer_line(answer) == written.encode("ascii") + b"\n"


@pytest.mark.parametrize("sign", [*ODD, ODD])
def test_each_odd_sign_is_escaped(sign: str) -> None:
    """In keys and in texts."""
    answer = {sign: [sign]}

    assert answer_line(answer) == json.dumps(answer, separators=(",", ":")).encode("ascii") + b"\n"
