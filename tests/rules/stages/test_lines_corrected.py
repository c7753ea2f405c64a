"""What lines that were read are compared with: what correction makes of them, by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.model import Requirements
from tender_engine.terms import Contract, Part, Rounding, StageId
from tender_rules import national
from tender_rules.stages.corrected import lines_corrected
from tests.builders import bidder, hps, hps_line, line, package, priced

# Volumes 10 and 4.
TWO = hps("13000", "11", (hps_line("L1", "10", "100"), hps_line("L2", "4", "250")))


def compared(price, estimate=TWO, contract=Contract.HARGA_SATUAN, **terms):
    """What the lines of a price come to."""
    asks = {StageId.KOREKSI_ARITMATIK: Requirements(**terms)}
    tender = package(bidder(price=price), hps=estimate, contract=contract, asks=asks).tender
    return lines_corrected(tender, price, national().law_for(tender))


def test_volumes_products_blanks_and_other_lines_are_corrected():
    """10 x 90 = 900; the blank is 0, the extra line is dropped: 900 + 11 % = 999."""
    price = priced(
        "5000",
        line("L1", "12", "90", "1080"),
        line("L2", "4", None, "1000"),
        line("x", "1", "70", "70", extra=True, description="Papan nama", unit="bh"),
    )

    assert compared(price) == Decimal(999)


def test_a_line_that_is_left_out_adds_nothing():
    assert compared(priced("999", line("L1", "10", "90", "900"))) == Decimal(999)


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.PUTAR_KUNCI])
def test_the_lines_of_a_lumsum_price_count_as_they_are_written(contract):
    """1,000 as written, and 4 x 250 where nothing is: 2,000 + 11 % = 2,220; the total is 5,000."""
    price = priced("5000", line("L1", "12", "90", "1000"), line("L2", "4", "250", None))

    assert compared(price, contract=contract) == Decimal(2220)


def test_of_a_gabungan_each_part_counts_its_own_way():
    """10 x 90 = 900 by unit prices and 1,000 as written: 1,900 + 11 % = 2,109."""
    lines = (
        hps_line("L1", "10", "100", part=Part.HARGA_SATUAN),
        hps_line("L2", "4", "250", part=Part.LUMSUM),
    )
    price = priced("5000", line("L1", "12", "90", "1080"), line("L2", "3", "100", "1000"))

    assert compared(price, hps("13000", "11", lines), Contract.GABUNGAN) == Decimal(2109)


def test_twelve_percent_of_eleven_twelfths_is_added():
    """11 percent of the whole: 900 + 99."""
    estimate = evolve(hps("13000", "12", TWO.lines), vat_base=Fraction(11, 12))
    price = priced("999", line("L1", "10", "90", "900"), vat="12")

    assert compared(price, estimate) == Decimal(999)


@pytest.mark.parametrize(
    ("rounding", "expected"), [("none", "1110.555"), ("sen", "1110.56"), ("rupiah", "1111")]
)
def test_the_sum_is_rounded_as_the_document_has_it(rounding, expected):
    """10 x 100.05 = 1,000.50, and 11 % of it 110.055."""
    price = priced("1111", line("L1", "10", "100.05", "1000.5"))

    assert compared(price, rounding=Rounding(rounding)) == Decimal(expected)
