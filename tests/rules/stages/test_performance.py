"""Kinerja Penyedia: rated at least so, by every business of a bidder."""

from itertools import product

import pytest

from tender_engine.model import Member
from tender_rules.stages.performance import LeastRating, Rated, Rating
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    asked,
    bidder,
    evaluated,
    finding,
    known,
    needs,
    package,
    unverified,
    verdict,
)

RULE = "qualification.performance"
# Of each rating, those that meet it: written out, as a second reading of the scale.
MEETS = {
    "buruk": {"buruk", "cukup", "baik", "sangat_baik"},
    "cukup": {"cukup", "baik", "sangat_baik"},
    "baik": {"baik", "sangat_baik"},
    "sangat_baik": {"sangat_baik"},
}


def rated(rating):
    """What is known where SIKaP says so."""
    return Rated(rating and Rating(rating))


def of(least, rating, clause=None):
    """The evaluation of a bidder that is rated so."""
    asks = asked(KUALIFIKASI, performance=LeastRating(Rating(least), clause))
    facts = {} if rating is None else {"performance": rated(rating)}
    return evaluated(package(bidder(facts={KUALIFIKASI: facts}), asks=asks))


@pytest.mark.parametrize(("least", "rating"), [*product(MEETS, MEETS)])
def test_each_rating_meets_those_below_it_and_itself(least, rating):
    """The scale itself was read in no text."""
    made = of(least, rating)

    assert verdict(made, KUALIFIKASI) == ("lulus" if rating in MEETS[least] else "gugur")
    assert "performance.scale" in unverified(made)


def test_what_is_not_known_waits():
    """With nothing known of it at all, too."""
    asks = asked(KUALIFIKASI, performance=LeastRating(Rating.BAIK))
    facts = {KUALIFIKASI: {"performance": Rated()}}
    for made in (of("baik", None), evaluated(package(bidder(facts=facts), asks=asks))):
        assert verdict(made, KUALIFIKASI) == "belum_dinilai"
        assert needs(made) == [(str(KUALIFIKASI), "p1", "performance", "fakta")]


def test_the_reason_says_both_ratings_and_the_clause():
    """In the words of a record."""
    found = finding(of("sangat_baik", "baik", "LDK huruf K"), KUALIFIKASI, RULE)

    assert found.reason == (
        "Kinerja Penyedia menurut SIKaP baik, diminta paling kurang sangat baik (LDK huruf K)"
    )
    assert found.facts == {"diminta": "sangat_baik", "sikap": "baik"}
    assert {citation.clause for citation in found.citations} == {"LDK huruf K"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("baik", "sangat_baik", "lulus"),
        ("baik", "cukup", "gugur"),
        (None, "cukup", "gugur"),
        ("baik", None, "belum_dinilai"),
    ],
)
def test_every_member_of_a_kso_is_rated(first, second, expected):
    """One that falls fells it, else one that is unknown waits; no text says so."""
    members = tuple(
        Member(name, f"CV {name}", lead=name == "a", facts={KUALIFIKASI: known(performance=one)})
        for name, one in (("a", rated(first)), ("b", rated(second)))
    )
    who = bidder(members=members, facts={ADMINISTRASI: {"kso_agreement": True}})
    asks = asked(KUALIFIKASI, performance=LeastRating(Rating.BAIK))
    made = evaluated(package(who, asks=asks))

    assert verdict(made, KUALIFIKASI) == expected
    assert "kso.members" in unverified(made)
