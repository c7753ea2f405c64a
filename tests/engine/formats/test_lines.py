"""Where in a text an offset is, counted block by block."""

from hypothesis import given
from hypothesis import strategies as st

from tender_engine.formats import positions
from tender_engine.formats.positions import Lines
from tests.tries import tries


def slow(text: str, offset: int) -> tuple[int, int]:
    """Sign by sign."""
    line = column = 1
    for sign in text[:offset]:
        line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)
    return line, column


@tries(60)
@given(st.text(alphabet="a\n", max_size=40), st.data())
def test_a_place_is_what_counting_every_sign_says(text: str, data: st.DataObject) -> None:
    """In any order of asking, with blocks so small that lines are parted by them."""
    kept, positions._BLOCK = positions._BLOCK, 4
    try:
        lines = Lines(text)
        for offset in data.draw(st.lists(st.integers(0, len(text)), max_size=6)):
            assert lines.place(offset) == slow(text, offset)
    finally:
        positions._BLOCK = kept
