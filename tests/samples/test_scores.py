"""Every score that a sample's README works by hand: panel, thresholds' sums, price and combined."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.samples.dossiers import NAMES, amount, dossier, evaluation, rows_of, samples

MEMBERS = ("m1", "m2", "m3")
STAGES = {"kual": "evaluasi_kualifikasi", "tek": "evaluasi_teknis"}
SCORED = [name for name in NAMES if rows_of(name, "Panel")]
scored = pytest.mark.parametrize("name", SCORED)


def shown(value):
    """A fraction as a README shows it: ten decimals, half up; whole is left as it is."""
    if value is None:
        return None
    units = Fraction(value) * 10**10 + Fraction(1, 2)
    return Decimal(units.numerator // units.denominator).scaleb(-10)


def test_some_are_scored():
    """Five samples have a panel: without their tables nothing here would be tested."""
    assert len(SCORED) == 5


@samples
def test_scores(name):
    """Qualification, technical, price and combined scores are the README's, and no others."""
    by_hand = [
        (bidder, *map(amount, figures))
        for bidder, *figures in (row.values() for row in rows_of(name, "Scores"))
    ]

    assert by_hand == [
        (
            found.participant,
            *map(shown, (found.qualification, found.technical, found.price, found.combined)),
        )
        for found in evaluation(name).scores
    ]


@samples
def test_panel_is_the_packages(name):
    """Each score in the README was given by that member, and none is left out."""
    told = {
        (row["bidder"], row["criterion"], member): amount(row[member])
        for row in rows_of(name, "Panel")
        for member in MEMBERS
    }

    assert told == {
        (entry["participant"], entry["criterion"], member): Decimal(entry["score"])
        for entry in dossier(name)["assessments"]
        if "score" in entry
        for member in entry["by"]
    }


@scored
def test_weights_are_the_documents(name):
    """Weight and highest score of each criterion are those of the tender's document."""
    requirements = dossier(name)["tender"]["requirements"]
    document = {
        item["id"]: (Decimal(item["weight"]), Decimal(item["max_score"]))
        for stage in STAGES.values()
        for item in requirements[stage]["criteria"]
        if "weight" in item
    }

    assert document == {
        row["criterion"]: (amount(row["weight"]), amount(row["highest"]))
        for row in rows_of(name, "Panel")
    }


def points(row):
    """Weight times mean over highest score, exactly."""
    mean = Fraction(sum(amount(row[member]) for member in MEMBERS)) / len(MEMBERS)
    return mean, Fraction(amount(row["weight"])) * mean / Fraction(amount(row["highest"]))


@scored
def test_points_are_worked_right(name):
    """By the README alone: means and points follow from the scores, and add up to the totals."""
    totals = {}
    for row in rows_of(name, "Panel"):
        mean, made = points(row)
        assert (amount(row["mean"]), amount(row["points"])) == (shown(mean), shown(made))
        key = (row["bidder"], row["criterion"].split(".")[0])
        totals[key] = totals.get(key, 0) + made

    assert {key: shown(total) for key, total in totals.items()} == {
        (row["bidder"], part): amount(row[column])
        for row in rows_of(name, "Scores")
        for part, column in (("kual", "qualification"), ("tek", "technical"))
        if amount(row[column]) is not None
    }


@scored
def test_price_scores_are_worked_right(name):
    """By the README alone: the lowest corrected total over each, and both under their weights."""
    asked = dossier(name)["tender"]["requirements"]
    weights = [
        asked[stage].get("weight")
        for stage in ("evaluasi_teknis", "evaluasi_harga")
        if stage in asked
    ]
    ranked = {
        row["bidder"]: Fraction(amount(row["corrected"]))
        for row in rows_of(name, "Figures")
        if amount(row["rank"]) is not None
    }
    for row in rows_of(name, "Scores"):
        bidder = row["bidder"]
        if weights[0] is None or bidder not in ranked:
            assert (amount(row["price"]), amount(row["combined"])) == (None, None)
            continue
        technical = sum(
            points(given)[1]
            for given in rows_of(name, "Panel")
            if given["bidder"] == bidder and given["criterion"].startswith("tek.")
        )
        price = 100 * min(ranked.values()) / ranked[bidder]
        combined = (Fraction(weights[0]) * technical + Fraction(weights[1]) * price) / 100
        assert (amount(row["price"]), amount(row["combined"])) == (shown(price), shown(combined))


@samples
def test_negotiation(name):
    """What was agreed after the masa sanggah, and what the price is then."""
    by_hand = [
        (bidder, *map(amount, figures))
        for bidder, *figures in (row.values() for row in rows_of(name, "Negotiation"))
    ]

    assert by_hand == [
        (price.participant, price.corrected_total, price.negotiated_total, price.final_total)
        for price in evaluation(name).prices
        if price.negotiated_total is not None
    ]
