"""Lines of the HPS are read by column and their text is kept: as any list is read and written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.faults import Faults
from tender_engine.formats.bounds import LINES
from tender_engine.formats.canonical import canonical_json, canonical_package, package_dict
from tender_engine.formats.columns import Lines
from tender_engine.formats.containers import ListOf
from tender_engine.formats.hps_lines import HPS_LINE, HPS_LINES, hps_text
from tender_engine.formats.source import NumberText
from tests.engine.formats.data import change, read, small_package
from tests.tries import tries

ANY_LIST = ListOf(HPS_LINE, most=LINES)
WORDS = ("Galian tanah", "a", "x" * 40, "50.50", "Tipe 1.0", "{A}", "-", "<b>&'")
OTHER_WORDS: tuple[Any, ...] = (
    "", " a", "a ", 'Pasir "halus"', "Batu\\kali", "é", "e\u0301", "a\nb", "a\n", "\x7f", "\t",
    "x" * 41, "x" * 1000, "x" * 1001, None, 7, NumberText("7"), ["a"],
)  # fmt: skip
NUMBERS = ("7", "1.5", "1.50", "2.0", "9" * 18, "0.000001", NumberText("3"), NumberText("3.10"))
OTHER_NUMBERS: tuple[Any, ...] = (
    "0", "0.0", "0.000", "-1", "01", "1.", ".5", "1e3", "1\n2", "9" * 19, "0.0000001", "NaN", 5,
    None,
)  # fmt: skip
WORD, NUMBER = st.sampled_from(WORDS), st.sampled_from(NUMBERS)
IDS = st.sampled_from(("L1", "L10", "L2", "1.0"))
ALIKE = {"id": IDS, "description": WORD, "unit": WORD, "quantity": NUMBER, "unit_price": NUMBER}
FREE = {"vat_percent": st.just("11.0"), "goods": st.booleans()}
alike = st.fixed_dictionaries(ALIKE)
with_more = st.fixed_dictionaries(ALIKE, optional=FREE)
lines = st.one_of(
    st.lists(alike, max_size=4),
    st.lists(with_more, max_size=4),
)


def hold_to_any_list(rows: list[Any]) -> None:
    """The same values of the same types, the same faults, the same text."""
    faults, told = Faults(), Faults()
    read_lines = HPS_LINES.read(rows, None, "lines", faults)
    plainly = ANY_LIST.read(rows, None, "lines", told)

    assert type(read_lines) is Lines
    assert repr(read_lines) == repr(plainly)
    assert list(faults.found) == list(told.found)
    if not told:
        text = canonical_json(ANY_LIST.write(plainly)).encode()
        assert hps_text(read_lines) == hps_text(tuple(read_lines)) == read_lines.text == text


@tries(100)
@given(lines)
def test_lines_are_read_and_written_as_any_list_is(rows: list[Any]) -> None:
    """Those that say the same few things, and those that say more."""
    hold_to_any_list(rows)


ROW = {"id": "L1", "description": "Galian", "unit": "m3", "quantity": "2", "unit_price": "5"}


@pytest.mark.parametrize("key", [*ALIKE])
@pytest.mark.parametrize("value", [*WORDS, *OTHER_WORDS, *NUMBERS, *OTHER_NUMBERS], ids=repr)
def test_whatever_a_line_says_is_read_as_any_is(key: str, value: Any) -> None:
    """Right or wrong, before one that is right."""
    hold_to_any_list([ROW | {key: value}, ROW | {"id": "L2"}])


def test_the_text_of_lines_is_kept_from_their_reading() -> None:
    """It is a piece of the package's own."""
    made = read(change(small_package(), {"tender.hps.lines": [ROW | {"id": "L2"}, ROW]})).package
    assert made is not None
    found = made.tender.hps.lines
    assert type(found) is Lines
    row = b'{"description":"Galian","id":"L%d","quantity":"2","unit":"m3","unit_price":"5"}'
    assert found.text == b"[%b,%b]" % (row % 1, row % 2)
    assert canonical_package(made) == canonical_json(package_dict(made))
