"""What the law objects to in a package of which a part could not be read."""

import json
from importlib import resources

import pytest
from attrs import evolve

from tender_engine.faults import Fault
from tender_engine.objecting import needs, objections_to
from tender_rules import national
from tests.engine.formats.test_robustness import put
from tests.reading import read_text

TEXT = (resources.files("tender_cli") / "example" / "paket.json").read_text("utf-8")
WRONG = (None, "?", 7, [], {}, [None], "9" * 40)


def places(value, path=()):
    """Every place of a package but those of bids and judgements, of which the law asks nothing."""
    yield path
    items = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else items:
        if key not in ("assessments", "price", "lines", "criteria") or not path:
            yield from places(part, (*path, key))


def heard(content, *objections):
    """The faults of these objections, or of all, in what could be read of `content`."""
    reading = read_text(json.dumps(content), "paket.json")
    rulebook = national()
    if objections:
        rulebook = evolve(rulebook, objections=objections)
    if reading.draft is None:
        return []
    return list(objections_to(reading.draft, reading.unread, rulebook))


def with_law(content):
    """The example with everything that an objection looks at."""
    content["tender"]["regulation"] = {
        "overlays": ["tidak-ada"],
        "values": [{"param": "x", "value": "1", "clause": "IKP 1", "reason": "contoh"}],
    }
    content["previous"] = {
        "kind": "tender_ulang",
        "package": f"sha256:{'0' * 64}",
        "reason": "gagal",
    }
    content["tender"]["round"] = 2
    return content


def test_a_hole_anywhere_stops_no_objection_by_accident():
    """Each place in turn holds something else: nobody stumbles, and what is told can be printed."""
    content = with_law(json.loads(TEXT))
    for path in places(content):
        for wrong in WRONG:
            for fault in heard(put(content, path, wrong)):
                assert all(isinstance(part, str) for part in fault.params.values()), (path, wrong)


@pytest.mark.parametrize("hole", [None, "", 7, {}])
def test_a_list_with_a_hole_is_looked_at_beside_it(hole):
    """The one after it is told at its own place in the file."""
    content = with_law(json.loads(TEXT))
    content["tender"]["regulation"]["overlays"] = [hole, "tidak-ada"]
    found = {fault.path for fault in heard(content) if fault.code == "ATR005"}

    assert found == {("tender", "regulation", "overlays", 1)}


def test_what_could_not_be_read_is_asked_nothing():
    """Nor what is misspelt: no fault follows from another."""
    asked = []

    @needs("tender.method", whole=("pokja.members",))
    def ask(package, _):
        asked.append(package.tender.method)
        return ()

    content = json.loads(TEXT)
    assert heard(content, ask) == []
    assert len(asked) == 1
    for path, wrong in (
        (("tender", "method"), "undian"),
        (("tender", "method"), None),
        (("tender",), None),
        (("pokja", "members", 0, "name"), ""),
    ):
        heard(put(content, path, wrong), ask)
    del content["tender"]["method"]
    heard(content, ask)

    assert len(asked) == 1


def test_an_objection_that_says_nothing_needs_everything_that_stands_once():
    """And hears of the items of lists that could be read."""

    def count(package, _):
        yield Fault("X", ("participants", 1), {"n": str(len(package.participants))})

    content = json.loads(TEXT)
    assert [fault.params for fault in heard(content, count)] == [
        {"n": str(len(content["participants"]))}
    ]
    assert heard(put(content, ("tender", "title"), None), count) == []
    holed = heard(put(content, ("participants", 0, "name"), None), count)
    assert [fault.path for fault in holed] == [("participants", 2)]


def test_a_bug_of_an_objection_is_not_passed_over():
    """It is no matter of the file."""

    @needs("tender.code")
    def stumble(package, _):
        yield package.tender.nothing

    with pytest.raises(AttributeError):
        heard(put(json.loads(TEXT), ("tender", "method"), "undian"), stumble)
