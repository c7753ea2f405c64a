"""Dated law: provisions, rules with their dates, and how well each text was read."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.findings import Citation, Source, UsedValue, Verdict
from tender_engine.law import (
    Amendment,
    Ask,
    Law,
    LawError,
    Local,
    Provision,
    Regime,
    fails,
    passes,
    rule,
    waits,
)

DAY = dt.date(2022, 5, 2)
TEXT = Citation("UU 1", "Pasal 1", Source.TEXT)


def provision(value="5", local=Local.NO, **more):
    """A value of the law."""
    return Provision(
        "x", Decimal(value), "UU 1", "Pasal 1", DAY, Source.TEXT, DAY, local, "a.toml:1", **more
    )


def law(day=DAY, values=(), amendments=()):
    """The law on `day`."""
    used = {
        name: UsedValue(name, value, "UU 1", "Pasal 1", DAY, Source.TEXT, "nasional")
        for name, value in values
    }
    return Law(day, Regime("r", "Rezim", DAY), (), used, amendments)


@pytest.mark.parametrize(
    ("local", "lower", "same", "higher"),
    [
        (Local.NO, False, False, False),
        (Local.YES, True, True, True),
        (Local.ONLY_LOWER, True, True, False),
        (Local.ONLY_HIGHER, False, True, True),
    ],
)
def test_what_a_local_standard_may_do(local, lower, same, higher):
    """`no`, `yes`, `only-lower` and `only-higher`, to the last digit."""
    national = provision("5", local)
    allowed = [local.allows(national, Decimal(value)) for value in ("4.999999", "5", "5.000001")]

    assert allowed == [lower, same, higher]


def test_a_term_is_neither_lower_nor_higher():
    """An order of terms does not exist."""
    for local in (Local.ONLY_LOWER, Local.ONLY_HIGHER):
        assert not local.allows(provision(local=local), "lain")


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (9, True), (10, False)])
def test_a_provision_holds_from_its_first_day_to_before_its_last(days, holds):
    """`since` is the first day, `until` the first on which it no longer holds."""
    text = provision(until=DAY + dt.timedelta(10))

    assert text.holds_on(DAY + dt.timedelta(days)) is holds


def test_what_no_text_gives_is_an_error():
    """Never a guess."""
    with pytest.raises(LawError, match="no value of x is in force under r"):
        Ask(law()).decimal("x")


@rule("t.one", "Satu", TEXT, since="2022-05-02", until="2022-06-01")
def one(file, ask):
    """Asks a value and answers what the file holds."""
    limit = ask.decimal("x")
    if file is None:
        return None
    answer = passes if file <= limit else fails
    return answer("Cukup", "LDP huruf A", nilai=file, batas=limit)


def test_a_finding_has_verdict_facts_values_and_the_clause():
    """The first citation takes the document's clause; facts are texts."""
    found, needs = one.apply(Decimal("5.10"), law(values=[("x", "5")]))

    assert (found.rule, found.verdict, found.reason, needs) == (
        "t.one", Verdict.GUGUR, "Cukup", "",
    )  # fmt: skip
    assert found.facts == {"nilai": "5.1", "batas": "5"}
    assert [value.param for value in found.values] == ["x"]
    assert found.citations == (Citation("UU 1", "Pasal 1", Source.TEXT, "LDP huruf A"),)


@pytest.mark.parametrize(
    ("day", "speaks"),
    [("2022-05-01", False), ("2022-05-02", True), ("2022-05-31", True), ("2022-06-01", False)],
)
def test_a_rule_speaks_only_while_it_is_in_force(day, speaks):
    """From `since` on and before `until`."""
    under = law(dt.date.fromisoformat(day), [("x", "5")])

    assert (one.apply(Decimal(1), under) is not None) is speaks


def test_a_rule_may_have_nothing_to_say():
    """No finding, and nothing awaited."""
    assert one.apply(None, law(values=[("x", "5")])) is None


def test_a_wait_says_what_for():
    """The code of what is missing goes with the finding."""
    waiting = rule("t.two", "Dua", TEXT, since="2022-01-01")(lambda *_: waits("?", "fakta"))

    assert waiting.apply(None, law())[1] == "fakta"


@pytest.mark.parametrize(
    ("article", "source", "expected"),
    [
        ("Pasal 1", Source.TEXT, Source.SECONDARY),
        ("Pasal 65", Source.TEXT, Source.TEXT),
        ("Pasal 65 ayat (4)", Source.TEXT, Source.TEXT),
        ("Pasal 651", Source.TEXT, Source.SECONDARY),
        ("Pasal 1", Source.UNVERIFIED, Source.UNVERIFIED),
    ],
)
def test_an_amendment_that_was_not_read_lowers_the_mark(article, source, expected):
    """Only for articles of the amended text whose new words were not read."""
    amended = law(amendments=(Amendment("UU 2", "UU 1", DAY, ("Pasal 65",)),))

    assert amended.mark("UU 1", article, source) is expected
    assert amended.mark("UU 9", article, source) is source
