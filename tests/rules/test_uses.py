"""Who uses a value of the law is found in the text of the law, and every value has a user."""

import ast
from functools import cache

import pytest
from attrs import evolve

from tender_rules import national
from tender_rules.uses import modules_using, names_written, params_of

BOOK = national()
# Where law is asked: a record asks it, too.
PACKAGES = ("tender_desk", "tender_rules")
KNOWN = ("a.one", "a.two", "b.one_least", "b.one_most", "c:1")


@cache
def users():
    """For each value of the national rulebook the modules that use it."""
    return modules_using(BOOK, *PACKAGES)


def unused(rulebook, used):
    """The values that no rule asks for and no module uses."""
    asked = {param for rule in rulebook.rules for param in params_of(rule)}
    return [param for param, users in used.items() if not users and param not in asked]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("ask.text('a.one')", {"a.one"}),
        ("KIND = 'a.one' if x else 'a.two'", {"a.one", "a.two"}),
        ("f'a.{what}'", {"a.one", "a.two"}),
        ("f'b.one_{end}'", {"b.one_least", "b.one_most"}),
        ("f'c:{number}'", {"c:1"}),
        ("within('b.one'); f'{param}_least'", {"b.one_least"}),
        ("f'{param}_least'", set()),
        ("f'{room}.{name}'", set()),
        ("f'{whatever}'", set()),
        ("'a.on'; 'a.one.'; a.one", set()),
    ],
)
def test_a_name_is_written_whole_or_put_together(source, names):
    assert names_written(ast.parse(source), KNOWN) == names


@pytest.mark.parametrize(
    ("param", "modules"),
    [
        ("qualification.later_repeat", ("tender_rules/stages/rounds.py",)),
        (
            "weights.unsur_tenaga_ahli_most",
            ("tender_rules/objections/weights.py", "tender_rules/stages/technical.py"),
        ),
        (
            "weights.sistem_nilai_technical_least",
            ("tender_rules/objections/weights.py", "tender_rules/whatif/cells/weights.py"),
        ),
        (
            "minutes.least_signatures_share",
            ("tender_desk/documents/closing.py", "tender_rules/bounds.py"),
        ),
        ("similar.clique_within", ("tender_rules/similar/across/joined.py",)),
        ("pool.refill", ()),
        ("correction.extra_item", ()),
    ],
)
def test_a_module_uses_what_it_names_outside_of_its_rules(param, modules):
    """Words for a value are no use of it, and neither is the id of a rule of its name."""
    assert users()[param] == modules


def test_a_name_that_a_rule_has_too_counts_where_the_law_is_asked():
    assert "tender_rules/stages/corrected.py" in users()["correction.vat_rate"]
    assert "tender_rules/stages/correction.py" not in users()["correction.vat_rate"]


def test_every_value_is_used():
    """One that nothing asks for would be law that decides nothing."""
    assert unused(BOOK, users()) == []


def test_a_value_that_nothing_uses_is_seen():
    """Also one that begins as another that is used."""
    value = next(p for p in BOOK.provisions if p.param == "pool.refill")
    idle = tuple(evolve(value, param=name) for name in ("tidak.dipakai", "pool.refill_most"))
    more = evolve(BOOK, provisions=(*BOOK.provisions, *idle))

    assert unused(more, modules_using(more, *PACKAGES)) == ["pool.refill_most", "tidak.dipakai"]
