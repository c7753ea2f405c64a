"""What the values of the law are called: said once, beside them, in both languages."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.declared import Unit, Words
from tender_engine.findings import Source
from tender_engine.law import LawError, Local, Provision
from tender_rules.loading import LawFile
from tender_rules.parameters import check_parameters, read_parameters

ABOUT = """
[about."toll.bridge"]
id = "Tol jembatan"
en = "Toll of a bridge"
unit = "kata"
terms.gratis = { id = "tanpa bayar", en = "for nothing" }
"""
OF_A_BRIDGE = LawFile("a.toml", ABOUT)
DAY = dt.date(2018, 3, 22)


def provision(value="gratis", param="toll.bridge"):
    """A value at a place."""
    return Provision(param, value, "UU 1", "1", DAY, Source.TEXT, DAY, Local.NO, "b.toml:7")


def test_a_value_carries_its_words_its_unit_and_what_its_terms_mean():
    """With the line on which they stand."""
    found = read_parameters([OF_A_BRIDGE])["toll.bridge"]

    assert (found.words, found.unit) == (Words("Tol jembatan", "Toll of a bridge"), Unit.KATA)
    assert found.terms == {"gratis": Words("tanpa bayar", "for nothing")}
    assert found.place == "a.toml:2"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.toml": ABOUT, "b.toml": ABOUT}, r"toll\.bridge: its words stand twice: a.*:2; b.*:2"),
        ({"a.toml": ABOUT.replace("en =", "de =", 1)}, r"a\.toml:2: .* keys \['de', 'en'\]"),
        ({"a.toml": ABOUT.replace('"kata"', '"ell"')}, r"a\.toml:2: toll\.bridge: 'ell' is not"),
        (
            {"a.toml": ABOUT.replace(', en = "for nothing"', "")},
            r"a\.toml:2: toll\.bridge: gratis: words are id and",
        ),
        (
            {"a.toml": ABOUT.replace('{ id = "tanpa bayar", en = "for nothing" }', '"x"')},
            "id and en",
        ),
        ({"a.toml": '[about]\nx = { id = "1" }'}, r'a\.toml: x: .* \[about\."\.\.\."\] header'),
    ],
)
def test_what_is_told_wrongly_is_refused_with_its_place(files, told):
    """Twice, with other keys, in a unit that there is not, or in one language."""
    with pytest.raises(LawError, match=told):
        read_parameters(LawFile(name, text) for name, text in files.items())


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([provision(param="toll.road")], r'b\.toml:7: toll\.road has no \[about\."toll\.road"\]'),
        ([provision(), provision("mahal")], r"b\.toml:7: toll\.bridge: mahal has no words"),
        ([provision(Decimal(5))], r"a\.toml:2: toll\.bridge: words of no value \['gratis'\]"),
        ([], r"a\.toml:2: toll\.bridge: words of no value \['gratis'\]"),
    ],
)
def test_values_and_words_are_held_to_each_other(values, told):
    """A value or term without words, and words of none."""
    with pytest.raises(LawError, match=told):
        check_parameters(read_parameters([OF_A_BRIDGE]), values, {})


def test_a_term_of_the_law_needs_no_words_of_its_own():
    """They stand in the vocabulary."""
    bare = {"toll.bridge": evolve(read_parameters([OF_A_BRIDGE])["toll.bridge"], terms={})}

    check_parameters(bare, [provision()], {"term.gratis": Words("tanpa bayar", "for nothing")})
