"""Every figure that a sample's README works by hand, against the evaluation and the package."""

import re
from decimal import Decimal

import pytest

from tests.rules.pages.reading import holds, number, shown, tables
from tests.samples.dossiers import (
    NAMES,
    NOTHING,
    amount,
    dossier,
    evaluation,
    readme,
    samples,
    table,
    word,
)

# `unit price → amount`, and before it the volume where the bidder wrote another one.
CELL = re.compile(r"(?:(?P<volume>[\d.,]+) × )?(?P<price>[\d.]+) → (?P<amount>[\d.]+)")
LINE = re.compile(r"(L\d+) ")
NOT_PRICES = ("line", "part", "orang", "bulan", "volume")
WORKED = [name for name in NAMES if "→" in readme(name)]


def place_as_stated(name, participant):
    """How many stated totals are not above the participant's."""
    totals = {price.participant: price.stated_total for price in evaluation(name).prices}
    return sum(total <= totals[participant] for total in totals.values())


@samples
def test_prices(name):
    """Totals as stated and corrected, percent of the HPS, bond and both orders are the README's."""
    ranks = {place.participant: place.rank for place in evaluation(name).ranking}
    computed = [
        (
            price.participant,
            price.stated_total,
            place_as_stated(name, price.participant),
            price.corrected_total,
            price.percent_of_hps,
            price.performance_bond,
            ranks.get(price.participant),
        )
        for price in evaluation(name).prices
    ]
    by_hand = [
        (bidder, *map(amount, figures))
        for bidder, *figures in (row.values() for row in table(name, "Figures"))
    ]

    assert by_hand == computed


@samples
def test_corrections(name):
    """Each changed cell, from what to what, by which rule and to what effect, and no other."""
    computed = [
        (price.participant, row.line, row.rule, row.before, row.after, row.effect)
        for price in evaluation(name).prices
        for row in price.corrections
    ]
    by_hand = [
        (row["bidder"], word(row["line"]), row["rule"], *map(amount, list(row.values())[3:]))
        for row in table(name, "Corrections")
    ]

    assert sorted(by_hand, key=str) == sorted(computed, key=str)


@samples
def test_effects_make_the_difference(name):
    """By the README alone: the effects add up to corrected minus stated."""
    effects = {}
    for row in table(name, "Corrections"):
        before = effects.get(row["bidder"], 0)
        effects[row["bidder"]] = before + amount(row["effect"])
    differences = {
        row["bidder"]: amount(row["corrected"]) - amount(row["stated"])
        for row in table(name, "Figures")
    }

    assert differences == dict.fromkeys(differences, 0) | effects


@samples
def test_arithmetic_shown(name):
    """Whatever a README shows as `a × b + c = d` is true."""
    equations = shown(" ".join(readme(name).replace("*", "").split()))

    assert equations
    assert [equation for equation in equations if not holds(equation)] == []


@pytest.mark.parametrize("name", WORKED)
def test_line_tables(name):
    """The unit prices are the package's, their products and the sums are right."""
    rows = next(rows for rows in tables(readme(name)) if "volume" in rows[0])
    lines = [row for row in rows if LINE.match(row["line"])]
    for column in [column for column in rows[0] if column not in NOT_PRICES]:
        worked = [found for row in lines if (found := CELL.fullmatch(row[column]))]
        total = sum(number(found["amount"]) for found in worked)
        sums = [number(row[column].strip("*")) for row in rows if "**" in row[column]]
        assert worked
        assert total in sums
        assert [
            (price, made) for price, made in products(name, lines, column) if price != made
        ] == []


@pytest.mark.parametrize("name", WORKED)
def test_volumes(name):
    """Volumes are the document's; where persons and months are shown, their product."""
    rows = next(rows for rows in tables(readme(name)) if "volume" in rows[0])
    document = {line["id"]: line for line in dossier(name)["tender"]["hps"]["lines"]}
    for row in rows:
        if found := LINE.match(row["line"]):
            line = document[found[1]]
            persons, months = (amount(row.get(column, NOTHING)) for column in ("orang", "bulan"))
            asked = [line.get(key) for key in ("quantity", "person_months")]
            volume = number(row["volume"].split()[0])
            assert volume == Decimal(asked[0]) * Decimal(asked[1] or 1)
            assert persons is None or [persons, months] == [*map(Decimal, asked)]


def products(name, lines, column):
    """For each cell that shows a product: what the package's price makes, and what is shown."""
    prices = unit_prices(name, column)
    for row in lines:
        if found := CELL.fullmatch(row[column]):
            volume = number(found["volume"] or row["volume"].split()[0])
            line = LINE.match(row["line"])[1]
            yield (prices[line], volume * prices[line]), tuple(map(number, found.group(2, 3)))


def unit_prices(name, column):
    """The unit prices of a bidder, or of the HPS."""
    package = dossier(name)
    lists = {"HPS": package["tender"]["hps"]} | {
        bidder["id"]: bidder["price"] for bidder in package["participants"] if "price" in bidder
    }
    priced = (line for line in lists[column]["lines"] if line["unit_price"] is not None)
    return {line["id"]: Decimal(line["unit_price"]) for line in priced}


def test_divisions_of_the_health_centre():
    """150 lines make the amounts of their divisions, and those the sum."""
    hps = evaluation("gedung-puskesmas").package.tender.hps
    *divisions, whole = next(t for t in tables(readme("gedung-puskesmas")) if "division" in t[0])
    net = {}
    for line in hps.lines:
        net[line.id[0]] = net.get(line.id[0], 0) + line.quantity * line.unit_price

    assert {row["division"][0]: number(row["amount"]) for row in divisions} == net
    assert number(whole["amount"].strip("*")) == sum(net.values())
    assert int(whole["lines"]) == len(hps.lines)
