"""Amounts that a bid writes less than a sen from what they come to: used exactly, no correction."""

from decimal import Decimal

import pytest

from tender_engine.model import Requirements
from tender_engine.terms import Contract, CorrectedBy, Rounding, StageId
from tests.builders import bidder, evaluated, finding, hps, hps_line, line, package, priced, verdict

STAGE = StageId.KOREKSI_ARITMATIK
ROUNDING = "correction.written_rounding"
# 123,45 x 48.765,43 = 6.020.092,3335 and with PPN 11% 6.682.302,490185.
VOLUME, PRICE, PRODUCT, TOTAL = "123.45", "48765.43", "6020092.3335", "6682302.490185"
ESTIMATE = hps("10000000", "11", (hps_line("L1", VOLUME, "60000"),))


def corrected(price, rounding=Rounding.NONE, contract=Contract.HARGA_SATUAN):
    """One bid, evaluated."""
    asks = {STAGE: Requirements(rounding=rounding)}
    return evaluated(package(bidder(price=price), hps=ESTIMATE, contract=contract, asks=asks))


def told(evaluation):
    """Line, rule and effect of every changed cell; their sum is what the total was changed by."""
    made = evaluation.price("p1")
    effects = [row.effect for row in made.corrections]
    assert sum(effects, Decimal(0)) == made.corrected_total - made.stated_total
    return [(row.line, row.rule, str(row.effect.normalize())) for row in made.corrections]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("6020092.33", ROUNDING),  # 0,0035 less
        ("6020092.34", ROUNDING),  # 0,0065 more
        ("6020092.323501", ROUNDING),  # 0,009999 less
        ("6020092.3235", "correction.product"),  # a sen less
        ("6020092.343499", ROUNDING),  # 0,009999 more
        ("6020092.3435", "correction.product"),  # a sen more
        ("6020092", "correction.product"),
    ],
)
def test_less_than_a_sen_from_the_product_is_only_its_rounding(written, rule):
    """Either way the exact product is used; a sen or more is corrected, on both sides."""
    evaluation = corrected(priced(TOTAL, line("L1", VOLUME, PRICE, written)))
    effect = (Decimal(PRODUCT) - Decimal(written)) * Decimal("1.11")

    assert evaluation.price("p1").corrected_total == Decimal(TOTAL)
    assert told(evaluation)[0] == ("L1", rule, str(effect.normalize()))


@pytest.mark.parametrize(
    ("stated", "rule"),
    [
        ("6682302.49", ROUNDING),  # 0,000185 less
        ("6682302.5", ROUNDING),  # 0,009815 more
        ("6682302.480186", ROUNDING),  # 0,009999 less
        ("6682302.480185", "correction.sum"),  # a sen less
        ("6682302.500185", "correction.sum"),  # a sen more
    ],
)
def test_less_than_a_sen_from_the_sum_is_only_its_rounding(stated, rule):
    """The total with PPN is an amount that is written as well."""
    evaluation = corrected(priced(stated, line("L1", VOLUME, PRICE, PRODUCT)))

    assert [row[:2] for row in told(evaluation)] == [(None, rule)]


def test_a_volume_is_corrected_and_the_amount_beside_it_was_rounded():
    """100 x 48.765,43 written 0,003 less; the volume brings 23,45 x 48.765,43 x 1,11."""
    evaluation = corrected(priced("5412962.73", line("L1", "100", PRICE, "4876542.997")))

    assert [row[1] for row in told(evaluation)] == ["correction.volume", ROUNDING, ROUNDING]
    assert evaluation.stage(STAGE).verdicts[0].reason == "Dikoreksi pada 1 sel."


def test_a_blank_price_stays_one():
    """Nothing was multiplied, so nothing was rounded."""
    evaluation = corrected(priced("0.005", line("L1", VOLUME, None, "0.004")))

    assert ("L1", "correction.blank_price") in [row[:2] for row in told(evaluation)]


def test_a_ready_made_total_may_be_rounded_too():
    """Less than a sen from what was stated is no correction of SPSE's; a sen is."""
    for ready, rule in (("6682302.489", ROUNDING), ("6682302.48", "correction.ready_made")):
        price = priced("6682302.49", corrected_total=Decimal(ready), corrected_by=CorrectedBy.SPSE)
        assert [row[1] for row in told(corrected(price))] == [rule]


def test_nothing_calls_it_a_correction():
    """The stage says that there is none; the finding counts the cells and adds them up."""
    evaluation = corrected(priced("6682302.49", line("L1", VOLUME, PRICE, "6020092.33")))
    found = finding(evaluation, STAGE, ROUNDING)

    # 0,0035 x 1,11 = 0,003885, and 6.682.302,490185 - 6.682.302,49 - 0,003885 = -0,0037.
    assert told(evaluation) == [("L1", ROUNDING, "0.003885"), (None, ROUNDING, "-0.0037")]
    assert evaluation.stage(STAGE).verdicts[0].reason == "Tidak ada koreksi."
    assert (found.reason, found.facts) == (
        "Pembulatan tulisan pada 2 sel",
        {"jumlah_sel": "2", "pengaruh": "0.000185"},
    )
    assert verdict(evaluation, STAGE) == "lulus"


@pytest.mark.parametrize(
    ("rounding", "expected", "told_as"),
    [
        (Rounding.NONE, "6682302.490185", []),
        (Rounding.SEN, "6682302.49", [(ROUNDING, "Pembulatan tulisan pada 1 sel")]),
        (
            Rounding.RUPIAH,
            "6682302",
            [("correction.rounding", "Total terkoreksi dibulatkan ke rupiah: jumlah")],
        ),
    ],
)
def test_the_document_may_round_to_the_sen(rounding, expected, told_as):
    """Once, on the total with PPN, as the last cell; less than a sen is no correction of it."""
    evaluation = corrected(priced(TOTAL, line("L1", VOLUME, PRICE)), rounding)

    assert evaluation.price("p1").corrected_total == Decimal(expected)
    assert [row[1] for row in told(evaluation)] == [rule for rule, _ in told_as]
    for rule, reason in told_as:
        assert finding(evaluation, STAGE, rule).reason == reason


@pytest.mark.parametrize(
    ("rounding", "expected", "told"),
    [(Rounding.NONE, TOTAL, ["secondary"]), (Rounding.RUPIAH, "6682302", [])],
)
def test_a_total_is_rounded_where_the_document_asks_it_and_nowhere_else(rounding, expected, told):
    """SPSE shows the sen of a corrected total: that no text was read of it is in the record."""
    evaluation = corrected(priced(TOTAL, line("L1", VOLUME, PRICE)), rounding)
    values = [v for v in evaluation.values if v.param == "correction.rounded_to"]

    assert evaluation.price("p1").corrected_total == Decimal(expected)
    assert [str(value.source) for value in values] == told


@pytest.mark.parametrize(
    ("unit_price", "expected"), [("0.0045", "0"), ("0.004504", "0"), ("0.0046", "0.01")]
)
def test_half_a_sen_goes_up(unit_price, expected):
    """1,11 x 0,004504 = 0,00499944 stays below half a sen; 1,11 x 0,0046 = 0,005106 does not."""
    estimate = hps("10", "11", (hps_line("L1", "1", "5"),))
    asks = {STAGE: Requirements(rounding=Rounding.SEN)}
    price = priced("1", line("L1", "1", unit_price))
    evaluation = evaluated(package(bidder(price=price), hps=estimate, asks=asks))

    assert evaluation.price("p1").corrected_total == Decimal(expected)
