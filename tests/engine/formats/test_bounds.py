"""How much a package may hold: each bound from both sides, and what is told beyond it."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tender_engine.faults import show
from tender_engine.formats import bounds, checks_bounds, measure
from tender_engine.formats.package import package_shape
from tender_engine.formats.reader import Reading
from tender_rules import national
from tests.engine.formats.data import change, read, small_package
from tests.reading import read_text

Wrap = Callable[[Any], dict[str, Any]]
Place = tuple[tuple[str | int, ...], Wrap, int]

# What the issue of bounds says, in numbers; whatever is not here is a list of at most 2,000.
NAMED = {
    "participants": 2_000,
    "assessments": 200_000,
    "events": 200_000,
    "lines": 20_000,
    "timpang": 20_000,
}
KINDS = ("{}", "0", '"a"', "null", "[]")


def repeatable(schema: dict[str, Any], path: tuple[str | int, ...], wrap: Wrap) -> Iterator[Place]:
    """Every list of the format: where it is, a package that holds it alone, and its bound."""
    for other in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from repeatable(other, path, wrap)
    if "items" in schema:
        yield path, wrap, schema.get("maxItems", -1)
        yield from repeatable(schema["items"], (*path, 0), lambda value: wrap([value]))
    keys = schema.get("properties", {})
    tag = {"type": keys["type"]["const"]} if "const" in keys.get("type", {}) else {}
    for name, inner in keys.items():
        around = partial(_in, wrap, tag, name)
        yield from repeatable(inner, (*path, name), around)
    if schema.get("additionalProperties"):
        around = partial(_in, wrap, {}, "p1")
        yield from repeatable(schema["additionalProperties"], (*path, "p1"), around)


def _in(wrap: Wrap, tag: dict[str, Any], name: str, value: Any) -> dict[str, Any]:
    return wrap({**tag, name: value})


SHAPE = package_shape(national().declarations)
LISTS = {
    f"{show(path)} {wrap(1)}": (path, wrap, most)
    for path, wrap, most in repeatable(
        package_shape(national().declarations).schema(), (), lambda value: value
    )
}


def text_of(wrap: Wrap, count: int, item: str) -> str:
    """A package that holds one list of so many items."""
    around = json.dumps({"format": "tender-package/1", **wrap("LIST")})
    return around.replace('"LIST"', "[" + ",".join([item] * count) + "]")


def codes(reading: Reading) -> set[str]:
    return {fault.code for fault in reading.faults}


def test_every_list_has_the_bound_that_is_named() -> None:
    """In the schema as well; there are lists of each kind."""
    assert len(LISTS) > 45
    for path, _, most in LISTS.values():
        name = next(step for step in reversed(path) if isinstance(step, str))
        assert most == NAMED.get(name, 2_000), path
    assert {path[-1] for path, _, _ in LISTS.values()} >= NAMED.keys()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_at_its_bound_is_read_and_one_entry_more_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, at its place; whether the file was measured first makes no difference."""
    path, wrap, most = LISTS[name]
    at, beyond = (text_of(wrap, count, "null") for count in (most, most + 1))

    for few in (measure._FEW_VALUES, 0):
        monkeypatch.setattr(measure, "_FEW_VALUES", few)
        assert not codes(read_text(at, "p")) & {"PKT096", "PKT098", "PKT100", "PKT101", "PKT102"}
        reading = read_text(beyond, "p")
        (told,) = [one for one in reading.diagnose(lang="en") if one.code == "PKT096"]
        assert str(path[-1]) in told.message
        assert f"bound, {most}." in told.message
        if few:
            assert told.path == show(path)
        else:
            assert reading.draft is None


# Lists that are called alike are read alike.
BOMBED = {path[-1]: name for name, (path, _, _) in LISTS.items()}.values()


@pytest.mark.parametrize("name", BOMBED)
def test_a_bomb_in_a_list_is_told_in_one_line(name: str) -> None:
    """Half a million of anything, or of everything in turn; nothing is made of it."""
    path, wrap, most = LISTS[name]
    for item in ("{}", ",\n ".join(KINDS)):
        text = text_of(wrap, 1_000_001 // (item.count(",") + 1), item)
        (told,) = read_text(text, "p").diagnose()
        assert told.code == ("PKT096" if most < 1_000_001 else "PKT100")
        assert str(path[-1]) in told.message
        assert len(told.message) + len(told.hint) < 300


def told_of(package: dict[str, Any]) -> list[tuple[str, str]]:
    """The codes of bounds and their places, of a package however it is laid out."""
    reading = read_text(json.dumps(package), "p")
    return [(one.code, one.path) for one in reading.diagnose() if "PKT096" <= one.code <= "PKT105"]


def with_lines(*counts: int) -> dict[str, Any]:
    """Bids with so many lines each, and a document with two."""
    bids = [{"price": {"lines": [{"id": "a", "unit_price": "1"}] * count}} for count in counts]
    return {"participants": bids, "tender": {"hps": {"lines": [{}, {}]}}}


def test_lines_are_bounded_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 200,000, here 2,000: ten lists of 200, with those of the document and of analyses."""
    assert bounds.IN_ALL[bounds.LINES] == (200_000, "PKT098")
    monkeypatch.setitem(bounds.IN_ALL, bounds.LINES, (2_000, "PKT098"))  # type: ignore[arg-type]
    at = with_lines(*[200] * 9, 198)
    beyond = with_lines(*[200] * 9, 198)
    beyond["participants"].append({"facts": {"evaluasi_harga": {"timpang": [{}]}}})

    assert told_of(at) == []
    assert told_of(beyond)[0] == ("PKT098", "tender.hps.lines")


def test_entries_of_all_other_lists_are_bounded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in one go or measured first, whatever lists they are in."""
    monkeypatch.setitem(bounds.IN_ALL, bounds.OTHERS, (3_000, "PKT102"))  # type: ignore[arg-type]
    who = {"officers": ["a"] * 1_500}

    def package(count: int) -> dict[str, Any]:
        # One participant and one party are two entries.
        return {"participants": [who], "parties": [{"shareholders": ["a"] * count}]}

    for few, place in ((measure._FEW_VALUES, "parties[0].shareholders"), (0, "$")):
        monkeypatch.setattr(measure, "_FEW_VALUES", few)
        assert told_of(package(1_498)) == []
        assert told_of(package(1_499 if few else 1_510))[:1] == [("PKT102", place)]


def test_a_map_is_bounded_as_a_list_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each participant bid in an auction: 2,000 of them, read or measured."""

    def package(count: int) -> dict[str, Any]:
        totals = {f"p{n}": "1" for n in range(count)}
        return {"events": [{"type": "reverse_auction", "totals": totals}]}

    for few, place in ((measure._FEW_VALUES, "events[0].totals"), (0, "$")):
        monkeypatch.setattr(measure, "_FEW_VALUES", few)
        assert told_of(package(2_000)) == []
        assert told_of(package(2_001))[:1] == [("PKT096", place)]


def test_what_is_asked_of_the_panel_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Criteria of all stages, by members, by participants: in small 10 x 3 x 10, and one more."""
    assert bounds.QUESTIONS == 300_000
    monkeypatch.setattr(checks_bounds, "QUESTIONS", 300)

    def package(criteria: int, members: int, bidders: int) -> dict[str, Any]:
        asked = {"evaluasi_teknis": {"criteria": [{}] * 6}}
        asked["evaluasi_kualifikasi"] = {"criteria": [{}] * (criteria - 6)}
        return {
            "tender": {"requirements": asked},
            "pokja": {"members": [{}] * members},
            "participants": [{}] * bidders,
        }

    assert told_of(package(10, 3, 10)) == []
    for more in ((11, 3, 10), (10, 4, 10), (10, 3, 11)):
        assert told_of(package(*more)) == [("PKT103", "tender.requirements")]


def test_what_the_panel_said_is_bounded_by_what_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By members, criteria and participants; a long note counts as the words that it fills."""
    assert (bounds.WORDS, bounds.WORD_SIGNS) == (800_000, 500)
    monkeypatch.setattr(checks_bounds, "WORDS", 300)
    asked = {"evaluasi_teknis": {"criteria": [{}] * 10}, "evaluasi_harga": {"criteria": []}}

    def package(*entries: dict[str, Any]) -> dict[str, Any]:
        tender = {"requirements": asked}
        return {"tender": tender, "participants": [{}] * 10, "assessments": [*entries]}

    teknis = {"stage": "evaluasi_teknis", "by": ["m1", "m2", "m3"], "participant": "*"}
    one = {**teknis, "participant": "p1", "criterion": "a", "by": "m1"}
    beyond = [("PKT105", "assessments")]
    assert told_of(package(teknis)) == []
    assert told_of(package(teknis, one)) == beyond
    assert told_of(package({**teknis, "criterion": "a"}, *[one] * 270)) == []
    assert told_of(package({**teknis, "criterion": "a"}, *[one] * 271)) == beyond
    assert told_of(package({**teknis, "participant": "p1"}, *[one] * 271)) == beyond
    assert told_of(package({**teknis, "stage": "evaluasi_harga"}, *[one] * 271)) == beyond
    assert told_of(package({**teknis, "note": "x" * 499})) == []
    assert told_of(package({**teknis, "note": "x" * 500})) == beyond


def test_a_bid_of_few_lines_counts_for_those_of_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bid without lines too; who has no price is held against nothing."""
    assert bounds.COMPARED == 200_000
    monkeypatch.setattr(checks_bounds, "COMPARED", 200)

    def package(document: int, *bids: int | None) -> dict[str, Any]:
        line = {"id": "a", "unit_price": "1"}
        prices = [{"lines": [line] * count} if count else {} for count in bids if count is not None]
        others = [{} for count in bids if count is None]
        bidders = [*({"price": price} for price in prices), *others]
        return {"participants": bidders, "tender": {"hps": {"lines": [{}] * document}}}

    assert told_of(package(20, *[1] * 5, *[0] * 5, *[None] * 5)) == []
    beyond = [("PKT104", "tender.hps.lines")]
    assert told_of(package(21, *[1] * 5, *[0] * 5)) == beyond
    assert told_of(package(20, *[1] * 5, *[0] * 4, 21)) == beyond


def test_what_is_carried_along_is_bounded() -> None:
    """A megabyte as JSON without spaces: to the sign, by a second way of counting."""
    carried = {"b": [1, True, False, None, [], {}], "c": {"d": "é😀", "e": 1.5}, "a": ["x"]}
    written = len(json.dumps(carried, separators=(",", ":"), ensure_ascii=False))
    for more in (["y" * 500_000, 7], [0] * 200_000):
        filled = {**carried, "f": more}
        length = len(json.dumps(filled, separators=(",", ":"), ensure_ascii=False))
        fits = {**filled, "a": ["x" * (1024 * 1024 - length + 1)]}
        assert written < 100 < length < 1024 * 1024
        assert not read(change(small_package(), {"extensions": fits})).faults
        beyond = {"extensions": {**fits, "a": [fits["a"][0] + "x"]}}
        (told,) = read(change(small_package(), beyond)).diagnose(lang="en")
        assert (told.code, told.path) == ("PKT099", "extensions")
        assert "1048576" in told.message


def test_no_text_is_longer_than_any_may_be() -> None:
    """A long number, a long text and a desert of spaces; long texts that fit are another fault."""
    text = json.dumps(small_package())
    for stretch in ("9" * 17_000_000, '"' + "x" * 17_000_000 + '"', " " * 17_000_000 + "1"):
        (told,) = read_text(
            text.replace('"code"', f'"extensions": {stretch}, "code"', 1), "p"
        ).diagnose()
        assert told.code == "PKT097"
    fits = text.replace('"code"', " " * 10_000_000 + '"code"', 1)
    assert not read_text(fits, "p").faults


def test_depth_is_bounded() -> None:
    """In what nobody reads as well, without a word of the machine's."""
    for deep in (10, 31):
        value = "[" * deep + "]" * deep
        assert not read(change(small_package(), {"extensions": {"a": json.loads(value)}})).faults
    for deep in (33, 500, 200_000):
        text = json.dumps(small_package())[:-1]
        (told,) = read_text(text + ', "x": ' + "[" * deep + "]" * deep + "}", "p").diagnose()
        assert told.code in ("PKT005", "PKT010")


def test_keys_that_nobody_knows_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands below them is counted; what the format knows is not."""
    text = json.dumps(small_package())[:-1]
    monkeypatch.setattr(measure, "_FEW_VALUES", 0)
    for stray, code in ((350_000, "PKT010"), (450_000, "PKT101")):
        for inside in ("[" + "0," * stray + "0]", "[" + '{"a":0},' * (stray // 2) + "{}]"):
            (told,) = read_text(f'{text}, "x": {inside}}}', "p").diagnose()
            assert told.code == code
    keys = "".join(f', "k{n}": 0' for n in range(400_001))
    (told,) = read_text(text + keys + "}", "p").diagnose()
    assert (told.code, told.line) == ("PKT101", 1)


def test_values_of_a_file_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever they stand; commas in texts are none."""
    monkeypatch.setattr(measure, "_FEW_VALUES", 0)
    monkeypatch.setattr(bounds, "VALUES", 20_000)
    many = change(small_package(), {"extensions": {"a": [0] * 20_000}})
    (told,) = read_text(json.dumps(many), "p").diagnose()
    assert told.code == "PKT100"
    for commas in ({"a": "," * 30_000}, {"a": {"b": "," * 30_000}}, ["," * 30_000]):
        assert not read(change(small_package(), {"extensions": {"a": commas}})).faults
