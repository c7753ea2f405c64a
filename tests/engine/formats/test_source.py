"""JSON text: what is refused, and where things stand."""

from decimal import Decimal

import pytest

from tender_engine.formats.positions import Lines, Positions
from tender_engine.formats.source import NumberText, canonical_json, parse
from tests.reading import read_text


def codes(text: str) -> list[str]:
    """The codes of the faults of a text."""
    return [fault.code for fault in read_text(text, "x.json").faults]


@pytest.mark.parametrize(
    "text", ["", " ", "{", '{"a": }', '{"a": 1,}', "[1 2]", '{"a" 1}', '"\n"', "{} {}", "tru"]
)
def test_what_is_not_json_is_one_fault_with_a_place(text: str) -> None:
    """A syntax error stops the reading, and says where."""
    reading = read_text(text, "x.json")

    assert [fault.code for fault in reading.faults] == ["PKT004"]
    assert reading.draft is None
    assert len(reading.diagnose()) == 1


@pytest.mark.parametrize("text", ["null", "[]", "1", "NaN", "true", '"teks"', "1e999"])
def test_a_package_is_an_object(text: str) -> None:
    """Anything else at the top is one fault."""
    assert codes(text) == ["PKT012"]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_hundred_thousand_brackets_are_a_fault_and_no_crash(opening: str) -> None:
    """Depth is bounded."""
    assert codes(opening * 100_000) in (["PKT005"], ["PKT004"])


def test_a_nest_deeper_than_the_format_is_placed_through_its_ancestor() -> None:
    """Positions do not follow a nest down, and find what comes after it."""
    nest = "[" * 300 + '"]"' + "]" * 300
    positions = Positions(f'{{"a": {nest}, "b": 7}}')

    assert positions.offset(("a", *[0] * 200)) > 6
    assert positions.offset(("b",)) == len(f'{{"a": {nest}, "b": ')


def test_numbers_are_kept_as_written() -> None:
    """No literal goes through a float."""
    value = parse('{"a": 0.10, "b": 1e999, "c": 12345678901234567890123, "d": -0}').value

    assert value == {"a": "0.10", "b": "1e999", "c": "12345678901234567890123", "d": "-0"}
    assert all(type(part) is NumberText for part in value.values())


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (6, (3, 2))]
)
def test_lines_and_columns_count_from_one(offset: int, place: tuple[int, int]) -> None:
    r"""A line ends after its \n, whatever stands before that."""
    assert place == Lines("a\r\n\n\nbc".replace("\n\n\n", "\n\r\n")).place(offset)


def test_positions_of_keys_and_values() -> None:
    """A fault on a key is placed at the key; one without a place at its ancestor."""
    positions = Positions('{"a": [10, {"b\\n": "x"}],\n "c": null}')

    assert positions.offset(("a",)) == 6
    assert positions.offset(("a",), on_key=True) == 1
    assert positions.offset(("a", 0)) == 7
    assert positions.offset(("a", 1, "b\n"), on_key=True) == 12
    assert positions.offset(("a", 1, "b\n")) == 19
    assert positions.offset(("a", 1, "missing", 3), on_key=True) == 11
    assert positions.offset(("c",)) == 32


def test_repeated_keys_are_all_placed() -> None:
    """Every second and further one, at every depth."""
    text = '{"a": 1, "b": {"x": 1, "x": 2, "\\u0078": 3}, "a": 2}'

    assert parse(text).repeated
    found = Positions(text).repeated(parse(text).repeated)
    assert sorted(found, key=lambda pair: pair[1]) == [
        (("b", "x"), 23),
        (("b", "x"), 31),
        (("a",), 45),
    ]


def test_canonical_json_writes_exact_literals() -> None:
    """A Decimal is a literal of its own digits; a text that looks like one stays a text."""
    value = {"b": [Decimal("1.10"), Decimal("-0.0"), 10**30], "a": "\\u0000" + "1.5", "c": "é"}

    assert (
        canonical_json(value)
        == '{"a":"\\\\u00001.5","b":[1.1,0,1000000000000000000000000000000],"c":"é"}'
    )


def test_canonical_json_takes_no_floats_of_unknown_kind() -> None:
    """What is not JSON is an error and no text."""
    with pytest.raises(TypeError):
        canonical_json({"a": object()})
    with pytest.raises(ValueError, match="JSON"):
        canonical_json(float("nan"))
