"""A text of usual signs is read without a second look, and no other text is let in by that."""

import pytest

from tender_engine.faults import Faults
from tender_engine.formats.shapes import Text

SIGNS = [chr(number) for number in range(0x180)]
HIDDEN = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u00ad"}
BLANK = {" ", "\u00a0"}


def codes_of(text: str, limit: int = 500) -> list[str]:
    """The codes of what is wrong with a text; one with nothing wrong is read as it is."""
    faults = Faults()
    read = Text(limit).read(text, None, "title", faults)
    assert read == (None if faults else text)
    return [fault.code for fault in faults.found]


@pytest.mark.parametrize("form", ["a{}b", "{}b", "a{}", "{}"])
def test_a_sign_is_refused_where_it_stands(form: str) -> None:
    for sign in SIGNS:
        expected = ["PKT017"] if sign in HIDDEN else []
        if sign in BLANK and form != "a{}b":
            expected = ["PKT026"]
        assert codes_of(form.format(sign)) == expected, repr(sign)


@pytest.mark.parametrize(("signs", "expected"), [(5, []), (6, ["PKT016"])])
def test_a_text_of_usual_signs_has_its_limit(signs: int, expected: list[str]) -> None:
    assert codes_of("a" * signs, limit=5) == expected
