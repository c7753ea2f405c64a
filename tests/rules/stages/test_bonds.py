"""Jaminan: Perpres 16/2018 Pasal 31 to 33, on both sides of each line, to the smallest unit."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.terms import Category
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    asked,
    bidder,
    codes,
    evaluated,
    hps,
    judged,
    needs,
    package,
    refusal,
    verdict,
)
from tests.happenings import agreed, appeal

SEN, LEAST = Decimal("0.01"), Decimal("0.000001")
MILLION, BILLION = 10**6, 10**9


def bond(total, estimate):
    """The bond in the record of one bid."""
    given = package(bidder(total=Decimal(total)), hps=hps(Decimal(estimate), lines=None))
    return evaluated(given).price("p1").performance_bond


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (800 * MILLION, Decimal(40 * MILLION)),  # 80 percent exactly: 5 % of the contract
        (800 * MILLION - LEAST, Decimal(50 * MILLION)),  # below: 5 % of the HPS
        (800 * MILLION - SEN, Decimal(50 * MILLION)),
        (800 * MILLION + LEAST, Decimal("40000000.00000005")),
        (1000 * MILLION, Decimal(50 * MILLION)),
        (1000 * MILLION + LEAST, None),  # above the HPS: no contract
    ],
)
def test_from_eighty_percent_on_it_is_of_the_contract(total, expected):
    """HPS Rp1 miliar; never rounded."""
    assert bond(total, 1000 * MILLION) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (200 * MILLION, None),
        (200 * MILLION + LEAST, Decimal("10000000.00000005")),
        (200 * MILLION + Decimal("0.01"), Decimal("10000000.0005")),
    ],
)
def test_a_contract_of_at_most_two_hundred_million_needs_none(total, expected):
    """Pasal 33 ayat (1): "paling sedikit di atas Rp200.000.000,00"."""
    assert bond(total, 200 * MILLION + 1) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (200 * MILLION, None),
        (200 * MILLION + LEAST, Decimal(50 * MILLION)),
        (200 * MILLION + SEN, Decimal(50 * MILLION)),
    ],
)
def test_a_small_contract_needs_none_however_large_the_hps(total, expected):
    """Rp200 juta is of the contract; far below 80 % the bond is of the HPS of Rp1 miliar."""
    assert bond(total, BILLION) == expected


@pytest.mark.parametrize(
    ("bid", "agreed_on", "expected"),
    [
        (900 * MILLION, 200 * MILLION, None),
        (900 * MILLION, 200 * MILLION + LEAST, Decimal("10000000.00000005")),
        (900 * MILLION, 200 * MILLION + SEN, Decimal("10000000.0005")),
        (900 * MILLION, 799 * MILLION, Decimal(39_950_000)),
        (800 * MILLION, 500 * MILLION, Decimal(25 * MILLION)),
        (800 * MILLION - LEAST, 500 * MILLION, Decimal(50 * MILLION)),
        (800 * MILLION - LEAST, 200 * MILLION, None),
        (BILLION, BILLION, Decimal(50 * MILLION)),
    ],
)
def test_eighty_percent_is_of_the_bid_and_the_rest_of_the_contract(bid, agreed_on, expected):
    """The contract was talked down; Pasal 33 ayat (3) speaks of the corrected bid."""
    given = package(
        bidder(total=Decimal(bid)),
        hps=hps(BILLION, lines=None),
        events=[agreed(total=Decimal(agreed_on), day=18)],
        assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga")],
    )

    assert evaluated(given).price("p1").performance_bond == expected


@pytest.mark.parametrize(
    ("category", "due"),
    [(Category.PEKERJAAN_KONSTRUKSI, True), (Category.BARANG, True), (Category.JASA_LAINNYA, True)],
)
def test_every_kind_of_tender_has_one(category, due):
    """5 % of 1.100.000.000."""
    price = evaluated(package(bidder(), category=category)).price("p1")

    assert (price.performance_bond == Decimal(55 * MILLION)) == due


def guaranteed(estimate, asked_for=None, given=None):
    """Works whose document asks a bid bond of an amount, and a bid that handed in one."""
    day = dt.date(2022, 9, 1)
    asks = {} if asked_for is None else asked(ADMINISTRASI, bid_bond=Bond(asked_for, day))
    facts = {} if given is None else {ADMINISTRASI: {"bid_bond": Bond(given, day)}}
    return evaluated(
        package(
            bidder(total="9500000000", facts=facts),
            hps=hps(estimate, lines=None),
            pagu=Decimal(11 * BILLION),
            asks=asks,
        )
    )


@pytest.mark.parametrize(
    ("more", "due"), [(Decimal(0), False), (LEAST, True), (SEN, True), (-LEAST, False)]
)
def test_a_bid_bond_is_due_above_ten_billion(more, due):
    """Pasal 31 ayat (1): at an HPS of exactly Rp10.000.000.000 none is required.

    Where one is and nobody knows of it, it is awaited; a document may not be silent about it.
    """
    evaluation = guaranteed(Decimal(10 * BILLION) + more)

    assert verdict(evaluation, ADMINISTRASI) == ("belum_dinilai" if due else "lulus")
    assert needs(evaluation) == (
        [("evaluasi_administrasi", "p1", "bid_bond", "fakta")] if due else []
    )


@pytest.mark.parametrize("more", [SEN, SEN * SEN])
@pytest.mark.parametrize(
    ("share", "step", "outside"),
    [("0.01", 0, False), ("0.01", -1, True), ("0.03", 0, False), ("0.03", 1, True),
     ("0.01", 1, False), ("0.03", -1, False)],
)  # fmt: skip
def test_it_is_of_one_to_three_percent_of_the_hps(more, share, step, outside):
    """Pasal 31 ayat (2), both ends in, to the smallest unit that can be written.

    Of 10.000.000.000,01 that is 100.000.000,0001 to 300.000.000,0003.
    """
    estimate = Decimal(10 * BILLION) + more
    amount = estimate * Decimal(share) + step * LEAST
    evaluation = guaranteed(estimate, asked_for=amount, given=amount)

    assert ("JAMINAN_PENAWARAN_DI_LUAR_RENTANG" in codes(evaluation)) == outside


@pytest.mark.parametrize(("step", "passes"), [(0, True), (-LEAST, False), (LEAST, True)])
def test_a_bid_bond_is_held_to_what_the_document_asks(step, passes):
    """To the smallest unit."""
    amount = Decimal("100000000.01")
    evaluation = guaranteed(10 * BILLION + 1, asked_for=amount, given=amount + step)

    assert verdict(evaluation, ADMINISTRASI) == ("lulus" if passes else "gugur")


@pytest.mark.parametrize(
    ("estimate", "given", "short"),
    [
        (15 * BILLION, 150 * MILLION, False),  # worked example 6
        (15 * BILLION, 150 * MILLION - LEAST, True),
        (15 * BILLION, 150 * MILLION - SEN, True),
        (15 * BILLION, 50 * MILLION, True),  # no cap of Rp50 juta, which was of Perpres 54/2010
        (Decimal("1000000000.000001"), "10000000.000001", False),
        (Decimal("1000000000.000001"), "10000000", True),
        (BILLION, "0", True),
        (BILLION, None, True),
    ],
)
def test_an_appeal_takes_one_percent_of_the_hps(estimate, given, short):
    """Pasal 32 ayat (1), never rounded and without a highest amount."""
    bids = bidder(total="900000000"), bidder("p2", "950000000")
    made = package(
        *bids,
        hps=hps(estimate, lines=None),
        pagu=Decimal(estimate) + 1,
        events=[appeal(bond=given)],
        assessments=[judged(HARGA, "memenuhi", x, "kewajaran_harga") for x in ("p1", "p2")],
    )

    evaluation = evaluated(made)

    assert ("JAMINAN_SANGGAH_BANDING" in codes(evaluation)) == short
    assert "bond.appeal_share" in {value.param for value in evaluation.values}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            "12209999.99",
            "210.000,00 (Perpres 16/2018 Pasal 32 ayat (1); Perpres 16/2018 Pasal 30 ayat (2a)).",
        ),
        (None, "belum diketahui; paling sedikit Rp12.210.000,00"),
    ],
)
def test_what_the_bond_of_an_appeal_has_to_be_is_told(given, told):
    """One percent of HPS 1.221.000.000, with what was given, or that it is unknown."""
    made = package(bidder(), bidder("p2", "1150000000"), events=[appeal(bond=given)])
    notices = evaluated(made).notices
    (found,) = (each for each in notices if each.code == "JAMINAN_SANGGAH_BANDING")

    assert told in found.message
    assert found.participant == "p2"


@pytest.mark.parametrize("category", [Category.BARANG, Category.JASA_LAINNYA])
def test_only_works_know_an_appeal(category):
    """Pasal 30 ayat (2) and 50 ayat (2)."""
    assert refusal(package(category=category, events=[appeal("p1", "1")])) == [
        ("ATR037", "events.0.type")
    ]
