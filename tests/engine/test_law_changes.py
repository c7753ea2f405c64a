"""What of the law changed between two days, under the national rulebook and under altered ones."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.findings import Source
from tender_engine.law_changes import compare_laws
from tender_rules import national

BOOK = national()
# From its own text in 2018; the amendment of 2 February 2021 was read only in Pasal 65 and 67.
EARLY, AMENDED = dt.date(2021, 2, 1), dt.date(2021, 2, 2)


def changed(before, after, book=BOOK, overlays=()):
    """The changes between two days."""
    return compare_laws(book, book.law_on(before, overlays), book.law_on(after, overlays))


def named(found):
    """Changes by their name."""
    return {change.name: change for change in found}


@pytest.mark.parametrize("day", ["2018-03-22", "2021-02-02", "2025-06-01"])
def test_a_day_and_itself_differ_in_nothing(day):
    """Nor do two days between which nothing happened."""
    day = dt.date.fromisoformat(day)
    for other in (day, day + dt.timedelta(1)):
        found = changed(day, other)
        assert found.regimes == found.amendments == found.values == found.rules == ()
        assert found.instruments == ()


def test_an_amendment_changes_numbers_marks_and_the_regime():
    """The eve and the day of Perpres 12/2021."""
    found = changed(EARLY, AMENDED)
    values = named(found.values)
    ceiling, bond = values["price.ceiling_share"], values["bond.performance_above"]
    cited = named(found.rules)["price.ceiling"]

    assert [(c.before.id, c.after.id) for c in found.regimes] == [
        ("perpres-16-2018", "perpres-16-2018-jo-12-2021")
    ]
    assert [(c.before, c.after.instrument) for c in found.amendments] == [(None, "Perpres 12/2021")]
    numbers = ["Pasal 26 ayat (5) huruf b", "Pasal 26 ayat (4) huruf b"]
    assert [side.used.article for side in (ceiling.before, ceiling.after)] == numbers
    assert [side.citations[0].article for side in (cited.before, cited.after)] == numbers
    assert bond.before.used.source is Source.TEXT
    assert bond.after == evolve(bond.before, used=evolve(bond.before.used, source=Source.SECONDARY))


def test_a_value_from_another_text_and_what_became_open():
    """Peraturan LKPP 12/2021, from 2 June 2021; in 2018 the weights were closed."""
    found = changed(dt.date(2021, 6, 1), dt.date(2021, 6, 2))
    weight = named(found.values)["weights.kualitas_biaya_technical_least"]

    assert (weight.before.used.instrument, weight.after.used.instrument) == (
        "Peraturan LKPP 9/2018",
        "Peraturan LKPP 12/2021",
    )
    assert (weight.before.local, weight.after.local) == ("no", "yes")
    assert found.regimes == found.amendments == ()


def test_a_text_that_can_be_cited_from_a_day_on_is_a_change_of_the_rule():
    """The proof cites Peraturan LKPP 12/2021 only once it was there."""
    rule = named(changed(dt.date(2021, 6, 1), dt.date(2021, 6, 2)).rules)["proof.criteria"]
    instruments = [[c.instrument for c in side.citations] for side in (rule.before, rule.after)]

    assert instruments == [["Perpres 16/2018"], ["Peraturan LKPP 12/2021", "Perpres 16/2018"]]


def test_what_is_open_locally_is_a_change_by_itself():
    """The same value of the same text from the same day."""
    (value,) = [p for p in BOOK.provisions if p.param == "award.reserves_most"]
    later = evolve(value, since=AMENDED, local="yes")
    book = evolve(BOOK, provisions=(*BOOK.provisions, later))
    change = named(changed(EARLY, AMENDED, book).values)["award.reserves_most"]

    assert (change.before.local, change.after.local) == ("no", "yes")


def test_values_and_rules_come_and_go():
    """A value with an end, and rules with a beginning and an end on the day."""
    (value,) = [p for p in BOOK.provisions if p.param == "price.ceiling_share"]
    first, second, *others = BOOK.rules
    book = evolve(
        BOOK,
        provisions=tuple(evolve(p, until=AMENDED) if p is value else p for p in BOOK.provisions),
        rules=(evolve(first, until=AMENDED), evolve(second, since=AMENDED), *others),
    )
    found = changed(EARLY, AMENDED, book)
    values, rules = named(found.values), named(found.rules)

    assert values["price.ceiling_share"].before.used.value == "1"
    assert values["price.ceiling_share"].after is None
    assert (rules[first.id].after, rules[second.id].before) == (None, None)
    assert rules[second.id].after.rule.id == second.id


def test_another_number_is_a_change():
    """One percent instead of five from the day on."""
    (value,) = [p for p in BOOK.provisions if p.param == "bond.performance_share"]
    later = evolve(value, since=AMENDED, value=Decimal("0.01"))
    book = evolve(BOOK, provisions=(*BOOK.provisions, later))
    change = named(changed(EARLY, AMENDED, book).values)["bond.performance_share"]

    assert (change.before.used.value, change.after.used.value) == ("0.05", "0.01")


@pytest.mark.parametrize(
    ("day", "begun", "ended"),
    [
        ("2018-06-01", ["Kepdep LKPP 3/2018", "Peraturan LKPP 9/2018"], []),
        ("2018-07-01", [], ["Perpres 54/2010"]),
        (
            "2019-01-01",
            [],
            [
                "Perka LKPP 14/2012",
                "RKS sebuah tender sebelum Perpres 16/2018",
                "Standar Dokumen Pengadaan sebelum Perpres 16/2018",
            ],
        ),
        ("2021-06-02", ["Peraturan LKPP 12/2021"], ["Kepdep LKPP 3/2018", "Peraturan LKPP 9/2018"]),
        ("2022-01-25", ["SE Kepala LKPP 4/2022"], []),
        ("2022-01-26", [], []),
    ],
)
def test_texts_that_begin_or_end_as_a_basis(day, begun, ended):
    """Between the eve and the day."""
    day = dt.date.fromisoformat(day)
    texts = changed(day - dt.timedelta(1), day).instruments

    assert sorted(text.name for text in texts if text.after) == begun
    assert sorted(text.name for text in texts if text.before) == ended


def test_a_local_standard_begins_too():
    """Pasuruan 2022 sets the scope of the proof from 1 January 2022."""
    days = (dt.date(2021, 12, 31), dt.date(2022, 1, 1))
    scope = named(changed(*days, overlays=("pasuruan-2022",)).values)["proof.scope"]

    assert (scope.before.used.set_by, scope.after.used.set_by) == ("nasional", "pasuruan-2022")
    assert "proof.scope" not in named(changed(*days).values)


def test_the_other_way_round_says_the_same():
    """From a later day to an earlier one."""
    there, back = changed(EARLY, AMENDED), changed(AMENDED, EARLY)
    for name in ("regimes", "amendments", "instruments", "values", "rules"):
        sides = [(c.name, c.before, c.after) for c in getattr(there, name)]
        assert sides == [(c.name, c.after, c.before) for c in getattr(back, name)]
