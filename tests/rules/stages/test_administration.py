"""Evaluasi administrasi: the named checks on both sides of every line, missing never met."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.model import Member
from tender_engine.terms import Category
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    asked,
    bidder,
    codes,
    evaluated,
    finding,
    hps,
    needs,
    package,
    verdict,
)

BOND = "administration.bid_bond"
TEN_BILLION = Decimal("10000000000")
JUST_ABOVE = Decimal("10000000000.01")
JUNE = dt.date(2022, 6, 30)


def with_facts(facts, bid=None, **terms):
    """One bidder with `facts` under a document that asks `terms`."""
    bid = bid or bidder(facts={ADMINISTRASI: facts})
    return evaluated(package(bid, asks=asked(ADMINISTRASI, **terms)))


@pytest.mark.parametrize(
    ("check", "offered", "expected"),
    [
        ("bid_validity_days", 60, "lulus"),
        ("bid_validity_days", 59, "gugur"),
        ("bid_validity_days", 0, "gugur"),
        ("bid_validity_days", None, "belum_dinilai"),
        ("completion_days", 60, "lulus"),
        ("completion_days", 61, "gugur"),
        ("completion_days", None, "belum_dinilai"),
    ],
)
def test_days_are_at_least_and_at_most(check, offered, expected):
    """Validity is at least what is asked, completion at most, and unknown is not met."""
    evaluation = with_facts({check: offered}, **{check: 60}, clauses={check: "LDP huruf C"})
    found = next(
        f for f in evaluation.stage(ADMINISTRASI).verdicts[0].findings if f.facts.get("diminta")
    )

    assert verdict(evaluation, ADMINISTRASI) == expected
    assert (found.facts["diminta"], found.citations[0].clause) == ("60", "LDP huruf C")
    assert bool(evaluation.awaiting) == (expected == "belum_dinilai")


def due(total=JUST_ABOVE, facts=None, category=Category.PEKERJAAN_KONSTRUKSI, **terms):
    """A large tender of works; the bid is at about 90 percent of the HPS."""
    facts = {ADMINISTRASI: facts} if facts else None
    bid = bidder(total=total - TEN_BILLION / 10, facts=facts)
    estimate = hps(total, lines=None)
    return evaluated(
        package(bid, hps=estimate, category=category, asks=asked(ADMINISTRASI, **terms))
    )


@pytest.mark.parametrize(
    ("total", "category", "runs"),
    [
        (TEN_BILLION, Category.PEKERJAAN_KONSTRUKSI, False),
        (JUST_ABOVE, Category.PEKERJAAN_KONSTRUKSI, True),
        (Decimal("10000000000.000001"), Category.PEKERJAAN_KONSTRUKSI, True),
        (JUST_ABOVE, Category.BARANG, False),
        (JUST_ABOVE, Category.JASA_LAINNYA, False),
    ],
)
def test_the_law_asks_a_bid_bond_of_works_above_ten_billion(total, category, runs):
    """Pasal 31 ayat (1) "di atas Rp10.000.000.000,00", works only (Pasal 30 ayat (2))."""
    evaluation = due(total, category=category)

    assert (finding(evaluation, ADMINISTRASI, BOND) is not None) == runs
    assert verdict(evaluation, ADMINISTRASI) == ("belum_dinilai" if runs else "lulus")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("100000000.0001", "lulus"),
        ("100000000.000099", "gugur"),
        ("100000000", "gugur"),
        (None, "belum_dinilai"),
    ],
)
def test_the_laws_bond_is_at_least_one_percent(amount, expected):
    """1 percent of HPS 10.000.000.000,01 is 100.000.000,0001 (Pasal 31 ayat (2))."""
    offered = Bond(amount and Decimal(amount))

    assert verdict(due(facts={"bid_bond": offered}), ADMINISTRASI) == expected


def test_the_laws_bond_holds_where_the_document_asks_only_for_time():
    """A document that names the date and no amount leaves the least amount to the law."""
    short = {"bid_bond": Bond(Decimal(1), JUNE)}
    enough = {"bid_bond": Bond(Decimal("100000000.0001"), JUNE)}

    assert verdict(due(facts=short, bid_bond=Bond(None, JUNE)), ADMINISTRASI) == "gugur"
    assert verdict(due(facts=enough, bid_bond=Bond(None, JUNE)), ADMINISTRASI) == "lulus"


def test_a_bidder_does_not_fall_for_what_the_document_says_it_does_not_ask():
    """`bid_bond: false` where the law makes it due is the document's fault: a notice."""
    evaluation = due(bid_bond=False)

    assert verdict(evaluation, ADMINISTRASI) == "lulus"
    assert "JAMINAN_PENAWARAN_TIDAK_DIMINTA" in codes(evaluation)
    assert "JAMINAN_PENAWARAN_TIDAK_DIMINTA" not in codes(evaluated(package()))


ASKED_BOND = Bond(Decimal(1000), JUNE)


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        (Bond(Decimal(1000), JUNE), "lulus"),
        (Bond(Decimal("999.99"), JUNE), "gugur"),
        (Bond(Decimal("999.999999"), JUNE), "gugur"),
        (Bond(Decimal(1000), dt.date(2022, 6, 29)), "gugur"),
        (Bond(Decimal(1000), None), "belum_dinilai"),
        (Bond(None, JUNE), "belum_dinilai"),
        (Bond(None, dt.date(2022, 6, 29)), "gugur"),
        (False, "gugur"),
        (None, "belum_dinilai"),
    ],
)
def test_a_bond_is_at_least_the_amount_and_the_time(offered, expected):
    """One that is known to fall short fails; else one that is unknown waits."""
    evaluation = with_facts({"bid_bond": offered}, bid_bond=ASKED_BOND)

    assert verdict(evaluation, ADMINISTRASI) == expected


def test_a_bond_that_falls_short_in_both_says_both():
    """The reason names amount and time in one sentence."""
    offered = Bond(Decimal(1), dt.date(2022, 1, 1))
    evaluation = with_facts({"bid_bond": offered}, bid_bond=ASKED_BOND)

    assert evaluation.stage(ADMINISTRASI).verdicts[0].reason == (
        "Jaminan penawaran bernilai Rp1,00, diminta paling kurang Rp1.000,00 dan "
        "berlaku sampai 1 Januari 2022, diminta paling kurang sampai 30 Juni 2022."
    )


MEMBERS = (Member("a", "PT A Contoh"), Member("b", "PT B Contoh"))


@pytest.mark.parametrize(
    ("given", "expected"), [(True, "lulus"), (False, "gugur"), (None, "belum_dinilai")]
)
def test_a_kso_hands_in_its_agreement(given, expected):
    """Asked of whoever bids with members, without the document naming it."""
    bid = bidder(members=MEMBERS, facts={ADMINISTRASI: {"kso_agreement": given}})

    assert verdict(with_facts({}, bid), ADMINISTRASI) == expected


def test_who_bids_alone_needs_no_agreement():
    """No members, no check."""
    assert finding(with_facts({}), ADMINISTRASI, "administration.kso_agreement") is None


def test_all_reasons_are_listed():
    """A bid that fails twice falls once, for both reasons, and nothing more is asked of it."""
    facts = {"bid_validity_days": 1, "completion_days": 99}
    terms = {"bid_validity_days": 60, "completion_days": 60, "bid_bond": ASKED_BOND}
    evaluation = with_facts(facts, **terms)
    found = evaluation.stage(ADMINISTRASI).verdicts[0]

    assert found.reason == (
        "Masa berlaku penawaran 1 hari, diminta paling kurang 60 hari. "
        "Jangka waktu pelaksanaan 99 hari, paling lama 60 hari."
    )
    assert needs(evaluation) == []


@pytest.mark.parametrize(
    ("amount", "outside"),
    [
        ("12209999.999999", True),
        ("12210000", False),
        ("36630000", False),
        ("36630000.000001", True),
    ],
)
def test_a_bond_asked_outside_one_to_three_percent_is_told(amount, outside):
    """Pasal 31 ayat (2): of an HPS of 1.221.000.000, from 12.210.000 to 36.630.000."""
    told = codes(with_facts({}, bid_bond=Bond(Decimal(amount))))

    assert ("JAMINAN_PENAWARAN_DI_LUAR_RENTANG" in told) == outside


@pytest.mark.parametrize(
    ("total", "unneeded"), [("10000000000", True), ("10000000000.000001", False)]
)
def test_a_bond_asked_where_the_law_asks_none_is_told(total, unneeded):
    """Pasal 31 ayat (1): above Rp10 miliar, strictly."""
    given = package(hps=hps(total), asks=asked(ADMINISTRASI, bid_bond=True))

    assert ("JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN" in codes(evaluated(given))) == unneeded
