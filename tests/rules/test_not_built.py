"""What was read and is not built is told by name, and nothing that is built is among it."""

import re
from pathlib import Path

import pytest

from tender_engine.faults import PackageRefusedError
from tender_engine.law import LawError
from tender_rules import national
from tender_rules.not_built import not_built, read_not_built
from tests.builders import evaluated, package

ROOT = Path(__file__).parents[2]
ENTRY = {"name": "A", "instrument": "B", "article": "C", "source": "text", "why": "D."}
BY_NAME = "ditolak dengan namanya"


def written(*entries):
    """Entries as the file has them."""
    lines = [[f'{key} = "{value}"' for key, value in entry.items()] for entry in entries]
    return "".join("[[not_built]]\n" + "\n".join(line) + "\n" for line in lines)


def test_an_entry_says_what_happens_in_one_sentence():
    assert not_built()
    for entry in not_built():
        assert re.fullmatch(r"[A-Z][^\n|]+\.", entry.why), entry
        assert ". " not in entry.why, entry
        assert not re.search(r"[\n|]", entry.name + entry.instrument + entry.article), entry


def test_what_a_rule_or_a_value_cites_is_built():
    """Whoever builds a provision cites it, and takes it out of the list."""
    book = national()
    cites = [citation for rule in book.rules for citation in rule.cites]
    cites += [citation for ground in national().grounds.values() for citation in ground.citations]
    built = {(place.instrument, place.article) for place in (*cites, *book.provisions)}

    assert [entry for entry in not_built() if (entry.instrument, entry.article) in built] == []


def test_what_is_refused_by_name_is_known_by_that_name():
    """Each key in backticks stands among what the reader or the law refuses."""
    refusing = ("rules/tender_rules/not_built.toml", "rules/tender_rules/objections/kinds.py")
    text = "".join((ROOT / file).read_text("utf-8") for file in refusing)
    refused = [entry.why for entry in not_built() if BY_NAME in entry.why.lower()]
    named = {name for why in refused for name in re.findall(r"`([a-z_]+)`", why)}

    assert {name for name in named if f'"{name}"' not in text} == set()
    checks = {name for names in national().declarations.refused_checks.values() for name in names}
    assert {"integrated", "international"} | checks <= named


@pytest.mark.parametrize("flag", ["integrated", "international"])
def test_whole_kinds_of_procurement_are_refused(flag):
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(**{flag: True}))

    assert [(fault.code, fault.params["what"]) for fault in refused.value.faults] == [
        ("ATR001", flag)
    ]


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([ENTRY, ENTRY], "A stands twice"),
        ([ENTRY | {"until": "2020"}], r"entry 1: .*\['until'\]"),
        ([ENTRY, {"name": "E"}], r"entry 2: .*\['article', 'instrument', 'source', 'why'\]"),
        ([ENTRY | {"why": ""}], r"\['why'\]"),
        ([ENTRY | {"source": "heard"}], "text, secondary, unverified, not 'heard'"),
    ],
)
def test_an_entry_that_is_not_as_it_should_be_is_named(entries, words):
    assert [entry.name for entry in read_not_built(written(ENTRY))] == ["A"]
    with pytest.raises(LawError, match=words):
        read_not_built(written(*entries))
