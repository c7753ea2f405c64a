"""Numbers in Indonesian form, against a slow reader that spells every form out."""

from decimal import Decimal, localcontext
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.ooxml.numerals import amount_of

ACCEPTED = {
    "1.234.567,89": "1234567.89",
    "1234567": "1234567",
    "1234567,5": "1234567.5",
    "Rp 1.000.000,00": "1000000",
    "Rp1.000,-": "1000",
    "Rp. 1.000,--": "1000",
    "rp 1.000.-": "1000",
    "1.234": "1234",
    "85.000": "85000",
    "0": "0",
    "0,5": "0.5",
    "-1.000": "-1000",
    "-0": "0",
    " 12,50\n": "12.5",
    "Rp\xa05": "5",
    "007": "7",
    "999.999.999.999.999.999": "999999999999999999",
    "1,234": "1.234",
    "0,0000001": "0.0000001",
}
REFUSED = (
    "1,234,567.89",
    "1234567.89",
    "1.5",
    "0.5",
    "0.500",
    "12.34.56",
    "1.2345",
    "1234.567",
    "1..000",
    "1.000.",
    "1,",
    ",5",
    "1,5,5",
    "1.000,5.000",
    "1e5",
    "1E5",
    "NaN",
    "Infinity",
    "1_000",
    "+1",
    "--1",
    "- 1",
    "(1.000)",
    "１２３",
    "١٢٣",
    "1 000",
    "1.000 m3",
    "10%",
    "Rp",
    "-",
    "",
    " ",
    "=1",
    "0x10",
    "1.000.000.000.000.000.000",
    "9" * 100,
)


@pytest.mark.parametrize("text", ACCEPTED)
def test_an_indonesian_number_is_read_exactly(text):
    number = amount_of(text)

    assert number is not None
    assert number.as_tuple() == Decimal(ACCEPTED[text]).as_tuple()


@pytest.mark.parametrize("text", REFUSED)
def test_what_may_mean_something_else_is_not_read(text):
    assert amount_of(text) is None


def spelled_out(text: str) -> str | None:
    """The number by walking over the signs, one at a time."""
    minus, text = text.startswith("-"), text.removeprefix("-")
    whole, comma, decimals = text.partition(",")
    groups = whole.split(".")
    digits = "".join(groups)
    grouped = len(groups) > 1
    if not digits or any(sign not in "0123456789" for sign in digits + decimals):
        return None
    if comma and not decimals:
        return None
    if grouped and any(len(group) != 3 for group in groups[1:]):
        return None
    if grouped and (not 1 <= len(groups[0]) <= 3 or groups[0].startswith("0")):
        return None
    value = sum(int(digit) * 10**place for place, digit in enumerate(reversed(digits + decimals)))
    return f"{'-' if minus and value else ''}{value}/{10 ** len(decimals)}"


def test_every_short_text_is_read_as_the_slow_reader_does():
    """All texts of up to seven of the signs that matter."""
    for length in range(1, 8):
        for signs in product("01.,-", repeat=length):
            text = "".join(signs)
            if text.endswith("-"):
                continue  # `,-` at the end is tried above
            number, slow = amount_of(text), spelled_out(text)
            assert (number is None) == (slow is None), text
            if number is not None and slow is not None:
                top, below = slow.split("/")
                assert number * int(below) == int(top), text


@given(
    st.integers(0, 10**18 - 1),
    st.text("0123456789", max_size=30),
    st.booleans(),
    st.sampled_from(["", "Rp", "Rp ", "Rp. "]),
)
def test_what_is_written_in_indonesian_form_is_read_back(whole, decimals, grouped, currency):
    """Exactly, whatever precision the caller computes with."""
    text = f"{whole:,}".replace(",", ".") if grouped else f"{whole}"
    text = currency + text + ("," + decimals if decimals else "")

    with localcontext(prec=3):
        number = amount_of(text)

    assert number is not None
    assert number == Decimal(f"{whole}.{decimals or 0}")


@given(st.text())
def test_no_text_ends_in_an_error(text):
    """Any text is a number or none."""
    amount_of(text)
