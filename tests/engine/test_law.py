"""Dated law: provisions, rules with their dates, and how well each text was read."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.findings import Citation, Source, UsedValue, Verdict
from tender_engine.law import (
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
from tender_engine.renaming import Amendment, Bearings, Instrument, Renamed
from tender_engine.terms import Category, ProcedureName

DAY = dt.date(2022, 5, 2)
TEXT = Citation("UU 1", "Pasal 1", Source.TEXT)


def provision(value="5", local=Local.NO, **more):
    """A value of the law."""
    return Provision(
        "x", Decimal(value), "UU 1", "Pasal 1", DAY, Source.TEXT, DAY, local, "a.toml:1", **more
    )


def law(day=DAY, values=()):
    """The law on `day`."""
    used = {
        name: UsedValue(name, value, "UU 1", "Pasal 1", DAY, Source.TEXT, "nasional")
        for name, value in values
    }
    return Law(day, Regime("r", "Rezim", DAY), (), used, ())


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


READ, HEARD = Source.TEXT, Source.SECONDARY
ROWS = (
    Renamed("Pasal 5", "Pasal 6", READ, "di sini"),
    Renamed("Pasal 5 ayat (1)", "Pasal 5 ayat (2)", READ, "di sini", parts=True),
    Renamed("Pasal 5 ayat (3)", "Pasal 5 ayat (4)", HEARD, "di sini", parts=True),
    Renamed("Pasal 8", "Pasal 8 ayat (1)", READ, "di sini", categories=(Category.BARANG,)),
)
GOODS = Bearings(Category.BARANG, ProcedureName.PRAKUALIFIKASI, "027/1")
WORKS = Bearings(Category.PEKERJAAN_KONSTRUKSI, ProcedureName.PASCAKUALIFIKASI, "027/2")


def amended(tender=None, instruments=(), day=DAY):
    """The law on `day`, from which on UU 2 changed UU 1."""
    known = {each.name: each for each in instruments}
    text = Amendment("UU 2", "UU 1", DAY, ROWS)
    return Law(day, Regime("r", "Rezim", DAY), (), {}, (text,), known, tender)


@pytest.mark.parametrize(
    ("article", "called", "source"),
    [
        ("Pasal 1", "Pasal 1", HEARD),  # no row: its number stays, its words were not read
        ("Pasal 5", "Pasal 6", READ),
        ("Pasal 5 ayat (2)", "Pasal 6", HEARD),  # under a row that says no more than the article
        ("Pasal 5 ayat (1)", "Pasal 5 ayat (2)", READ),
        ("Pasal 5 ayat (1) huruf b", "Pasal 5 ayat (2) huruf b", READ),
        ("Pasal 5 ayat (1), bagian", "Pasal 5 ayat (2), bagian", READ),
        ("Pasal 5 ayat (3) huruf b", "Pasal 5 ayat (4) huruf b", HEARD),
        ("Pasal 5 ayat (10)", "Pasal 6", HEARD),
        ("Pasal 51", "Pasal 51", HEARD),
    ],
)
def test_an_amended_text_is_cited_as_its_table_has_it(article, called, source):
    """The row that names the passage most closely; nothing but the mark for another text."""
    cited = amended().cite(Citation("UU 1", article, READ))

    assert (cited.article, cited.source) == (called, source)
    assert amended().cite(Citation("UU 9", article, READ)) == Citation("UU 9", article, READ)


def test_no_table_makes_a_reading_better():
    """What was never read stays so, whatever was read of the amendment."""
    cited = amended().cite(Citation("UU 1", "Pasal 5", Source.UNVERIFIED, "LDP A"))

    assert cited == Citation("UU 1", "Pasal 6", Source.UNVERIFIED, "LDP A")


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("Pasal 5 ayat (2)", READ),
        ("Pasal 5 ayat (2) huruf a", READ),
        ("Pasal 5 ayat (4)", HEARD),
        ("Pasal 6", READ),
        ("Pasal 6 ayat (1)", HEARD),
        ("Pasal 1", HEARD),
    ],
)
def test_what_holds_from_an_amendment_on_has_its_numbers(article, source):
    """They stay; `text` only where the amended words were read."""
    cited = amended().cite(Citation("UU 1", article, READ), since=DAY)

    assert (cited.article, cited.source) == (article, source)


def test_a_row_may_be_for_some_kinds_of_procurement():
    """Not for others, and for none where nobody's tender is asked for."""
    article = Citation("UU 1", "Pasal 8", READ)
    called = {tender: amended(tender).cite(article).article for tender in (GOODS, WORKS, None)}

    assert called == {GOODS: "Pasal 8 ayat (1)", WORKS: "Pasal 8", None: "Pasal 8"}


def test_a_text_may_have_other_parts_for_a_procedure_without_being_amended():
    """The row for the procedure goes before the one for all; what no row names keeps its mark."""
    rows = (
        Renamed("Lampiran I angka 2", "Lampiran I angka 3", HEARD, "di sini"),
        Renamed(
            "Lampiran I angka 2",
            "angka 1",
            HEARD,
            "di sini",
            procedure=ProcedureName.PRAKUALIFIKASI,
        ),
    )
    known = [Instrument("UU 3", renamed=rows)]
    asked = Citation("UU 3", "Lampiran I angka 2", READ)

    assert amended(GOODS, known).cite(asked).article == "angka 1"
    assert amended(WORKS, known).cite(asked).article == "Lampiran I angka 3"
    assert amended(WORKS, known).cite(Citation("UU 3", "Pasal 2", READ)).source is READ


@pytest.mark.parametrize(("days", "instrument"), [(-1, "UU 3"), (0, "Dokumen Pemilihan")])
def test_a_text_that_has_ended_is_no_basis_for_a_tender(days, instrument):
    """From its last day on the tender's document stands in its place; a look-up tells the text."""
    known = [Instrument("UU 3", until=DAY)]
    day = DAY + dt.timedelta(days)
    asked = Citation("UU 3", "Pasal 2", HEARD)

    assert amended(WORKS, known, day).cite(asked).instrument == instrument
    assert amended(None, known, day).cite(asked) == asked


@pytest.mark.parametrize(("days", "instrument"), [(-1, "Dokumen Pemilihan"), (0, "UU 3")])
def test_a_text_that_is_not_there_yet_is_no_basis_for_a_tender(days, instrument):
    """Beside one that is there it is left out; alone it leaves its place to the document."""
    known = [Instrument("UU 3", since=DAY)]
    law = amended(WORKS, known, DAY + dt.timedelta(days))
    young = Citation("UU 3", "Pasal 2", HEARD)

    assert [cite.instrument for cite in law.cite_all((young,))] == [instrument]
    assert ("UU 1" in {cite.instrument for cite in law.cite_all((young, TEXT))}) is True
    assert len(law.cite_all((young, TEXT))) == (1 if days < 0 else 2)


def test_a_rule_is_cited_as_it_is_written_whatever_another_is_called():
    """One that was made anew under its id, with another text or from another day, too."""
    one = rule("t.two", "Dua", TEXT, since="2022-01-01")(lambda *_: passes("?"))
    other = evolve(one, cites=(Citation("UU 2", "Pasal 9", HEARD),))
    law = amended(WORKS)

    for asked in (one, other, one):
        assert asked.apply(None, law)[0].citations == law.cite_all(asked.cites, asked.since)
    assert other.apply(None, law)[0].citations != one.apply(None, law)[0].citations


def test_the_clause_of_a_finding_takes_the_place_of_the_document():
    """Its number need not be told beside the clause."""
    known = [Instrument("UU 3", until=DAY)]
    cites = (TEXT, Citation("UU 3", "Pasal 2", HEARD))
    with_clause = rule("t.three", "Tiga", *cites, since="2022-01-01")(lambda *_: passes("?", "LDP"))
    without = rule("t.four", "Empat", *cites, since="2022-01-01")(lambda *_: passes("?"))
    first = Citation("UU 1", "Pasal 1", HEARD)

    found, _ = with_clause.apply(None, amended(WORKS, known))
    assert found.citations == (evolve(first, clause="LDP"),)
    found, _ = without.apply(None, amended(WORKS, known))
    assert found.citations == (first, Citation("Dokumen Pemilihan", "027/2", HEARD))
