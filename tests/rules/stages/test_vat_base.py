"""PPN of a share of the price: 12 percent of 11/12 (PMK 131/2024), in document and bid.

Net 1.000.000.000 is 1.110.000.000 under 12 percent of 11/12 and 1.120.000.000 under 12 percent.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_engine.findings import Source
from tender_engine.model import Hps, HpsLine, Price, PriceLine, Requirements
from tender_engine.numbers import exact
from tender_engine.terms import Contract
from tender_rules.stages.correction import correct
from tender_rules.stages.schedule import Schedule
from tests.builders import bidder, codes, evaluated, hps, hps_line, line, package, priced
from tests.tries import tries

PART = Fraction(11, 12)
FROM, BEFORE = dt.date(2025, 1, 1), dt.date(2024, 12, 31)
NET = line("L1", "1000", "1000000")
ESTIMATE = hps("1110000000", "12", (hps_line("L1", "1000", "1000000"),))
WITH_BASE = evolve(ESTIMATE, vat_base=PART)
CODE = "TARIF_PPN_DUA_BACAAN"


def bid(total, vat="12", lines=(NET,), **more):
    """A bid of the one line, net 1.000.000.000."""
    return priced(total, *lines, vat=vat, **more)


def made(price, estimate=WITH_BASE, day=FROM, **more):
    """The evaluation of one bid, and what was corrected of it: field, from, to, effect."""
    found = evaluated(package(bidder(price=price), hps=estimate, announced_on=day, **more))
    rows = [(row.field, row.before, row.after, row.effect) for row in found.price("p1").corrections]
    return found, rows


@pytest.mark.parametrize(
    ("vat", "base", "line_vat"),
    [("12", None, None), ("12", PART, None), ("11", None, None), ("11", Fraction(1), None),
     ("12", None, "12"), ("12", None, "11"), ("11", None, "12"),
     ("12", Fraction(1), None), ("12", Fraction(1), "12"), ("11", Fraction(1), "12")],
)  # fmt: skip
def test_the_right_total_is_not_corrected_however_its_rate_is_written(vat, base, line_vat):
    """Under 12 percent of 11/12 a bid of 1.110.000.000 is right, with the base or without it."""
    lines = (evolve(NET, vat_percent=None if line_vat is None else Decimal(line_vat)),)
    found, rows = made(bid("1110000000", vat, lines, vat_base=base))

    assert (found.price("p1").corrected_total, rows) == (Decimal(1_110_000_000), [])
    assert "TARIF_PPN_BERBEDA" not in codes(found)


@pytest.mark.parametrize("in_lines", [False, True])
@pytest.mark.parametrize(
    ("document", "base", "right", "wrong"),
    [(PART, Fraction(1), "1110000000", "1120000000"), (None, PART, "1120000000", "1110000000")],
)
def test_a_base_that_is_stated_counts_only_where_the_total_bears_it_out(
    document, base, right, wrong, in_lines
):
    """12 of all beside 12 of 11/12 and the reverse: the right total is left as it is."""
    estimate = evolve(ESTIMATE, vat_base=document)
    lines, whole = ((evolve(NET, vat_base=base),), None) if in_lines else ((NET,), base)
    for total in (right, f"{right}.50"):
        _, rows = made(bid(total, lines=lines, vat_base=whole), estimate)
        assert "vat_percent" not in [row[0] for row in rows]

    _, rows = made(bid(wrong, lines=lines, vat_base=whole), estimate)
    assert [row[0] for row in rows] == ["vat_percent"]


@pytest.mark.parametrize("in_lines", [False, True])
def test_twelve_beside_eleven_is_read_by_what_the_bid_states(in_lines):
    """A document that writes 11: the same amount is right, and 12 percent of all is too much."""
    lines = (evolve(NET, vat_percent=Decimal(12)),) if in_lines else (NET,)
    eleven = evolve(ESTIMATE, vat_percent=Decimal(11))
    found, rows = made(bid("1110000000", lines=lines), eleven)

    assert (found.price("p1").corrected_total, rows) == (Decimal(1_110_000_000), [])
    assert "TARIF_PPN_BERBEDA" not in codes(found)

    found, rows = made(bid("1120000000", lines=lines), eleven)
    assert rows == [("vat_percent", 12, 11, -10_000_000)]
    assert found.price("p1").corrected_total == Decimal(1_110_000_000)
    assert "TARIF_PPN_BERBEDA" in codes(found)


def test_before_2025_twelve_is_twelve():
    """No text of that time knows a base: the rate differs, and the sum with it."""
    _, rows = made(bid("1110000000"), evolve(ESTIMATE, vat_percent=Decimal(11)), BEFORE)

    assert [(row[0], row[3]) for row in rows] == [
        ("vat_percent", -10_000_000), ("stated_total", 10_000_000),
    ]  # fmt: skip


def test_a_bid_that_says_another_base_is_corrected_to_the_document():
    """12 percent of all under a document of 11/12: 1.120.000.000 becomes 1.110.000.000."""
    _, rows = made(bid("1120000000", vat_base=Fraction(1)))

    assert rows == [("vat_percent", 12, 11, -10_000_000)]


def test_luxury_has_its_own_base_and_silence_of_the_bid_agrees():
    """Net 1.000.000.000 at 11 and 100.000.000 at 12 percent: 1.110.000.000 + 112.000.000."""
    luxury = hps_line("L2", "1", "100000000", vat_base=Fraction(1))
    estimate = Hps(Decimal(1_222_000_000), Decimal(12), (*ESTIMATE.lines, luxury), PART)
    lines = (NET, line("L2", "1", "100000000"))
    found, rows = made(bid("1222000000", lines=lines, vat_base=PART), estimate)

    assert (found.price("p1").corrected_total, rows) == (Decimal(1_222_000_000), [])
    text = markdown(paper(found, BAHP))
    assert "12% × 11/12, kecuali baris dengan tarif tersendiri (12%)" in text


def test_a_line_without_ppn_stays_so():
    """The base counts for rates above 0: 1.110.000.000 + 100.000.000."""
    free = hps_line("L2", "1", "100000000", vat_percent=Decimal(0))
    estimate = Hps(Decimal(1_210_000_000), Decimal(12), (*ESTIMATE.lines, free), PART)
    _, rows = made(bid("1210000000", lines=(NET, line("L2", "1", "100000000"))), estimate)

    assert rows == []


def test_papers_print_the_rate_with_its_base():
    """As the document writes it; one without a base is printed as it always was."""
    text = markdown(paper(made(bid("1110000000"))[0], BAHP))
    assert "PPN 12% × 11/12 menurut tarif Dokumen Pemilihan" in text
    assert "Tarif PPN: 12% × 11/12" in text

    plain = markdown(
        paper(made(bid("1110000000", "11"), evolve(ESTIMATE, vat_percent=Decimal(11)))[0], BAHP)
    )
    assert "PPN menurut tarif Dokumen Pemilihan, yaitu 11%" in plain


def notices(estimate, day=FROM):
    """What is told inside of the document's rate."""
    found, _ = made(bid("1110000000"), estimate, day)
    assert {x.audience for x in found.notices if x.code == CODE} <= {"internal"}
    return [notice.message for notice in found.notices if notice.code == CODE], found


def test_twelve_without_a_base_is_told_with_both_readings_and_the_rupiah_between_them():
    """Once: 1.120.000.000, 1.110.000.000 and 10.000.000 (`vat.rate` of `vat.base`)."""
    told, found = notices(ESTIMATE)

    assert len(told) == 1
    assert all(
        part in told[0]
        for part in ("Rp1.120.000.000", "Rp1.110.000.000", "selisih Rp10.000.000", "12% × 11/12")
    )
    used = {value.param: value.source for value in found.values}
    assert used["vat.rate"] == used["vat.base"] == Source.SECONDARY
    assert CODE not in markdown(paper(found, BAHP))


def test_an_estimate_without_lines_is_told_by_its_net():
    """1.120.000.000 is net 1.000.000.000 or 1.009.009.009,01."""
    bare = evolve(ESTIMATE, total=Decimal(1_120_000_000), lines=None)
    price = priced("1000000000", vat="12")
    found = evaluated(package(bidder(price=price), hps=bare, announced_on=FROM))
    (told,) = [notice.message for notice in found.notices if notice.code == CODE]

    assert "Rp1.000.000.000" in told
    assert "Rp1.009.009.009,01" in told
    assert "selisih Rp9.009.009,01" in told


def test_eleven_is_told_once_to_be_the_same_amount():
    """And how it may be written."""
    (told,), _ = notices(evolve(ESTIMATE, vat_percent=Decimal(11)))

    assert "sama besarnya dengan 12% × 11/12" in told
    assert "tarif 12 dengan Dasar PPN 11/12" in told


@pytest.mark.parametrize(
    ("estimate", "day"),
    [(WITH_BASE, FROM), (evolve(ESTIMATE, vat_base=Fraction(1)), FROM), (ESTIMATE, BEFORE),
     (evolve(ESTIMATE, vat_percent=Decimal(11)), BEFORE),
     (evolve(ESTIMATE, vat_percent=Decimal(0)), FROM)],
)  # fmt: skip
def test_a_rate_that_leaves_no_question_is_not_told(estimate, day):
    """The base is written, or no text of the day knows one, or there is no PPN."""
    assert notices(estimate, day)[0] == []


def test_a_line_of_twelve_is_a_question_whatever_stands_beside_it():
    """It may be of all or of 11/12; that 11 beside it is the same amount is told with it, once."""
    twelve = hps_line("L1", "1000", "1000000", vat_percent=Decimal(12))
    (told,), _ = notices(Hps(Decimal(1_120_000_000), Decimal(0), (twelve,)))
    assert "selisih Rp10.000.000" in told

    (told,), _ = notices(Hps(Decimal(1_120_000_000), Decimal(11), (twelve,)))
    assert "selisih Rp10.000.000" in told
    assert "PPN 11% dari seluruh harga sama besarnya" in told

    luxury = evolve(twelve, vat_base=Fraction(1))
    (told,), _ = notices(Hps(Decimal(1_120_000_000), Decimal(11), (luxury,)))
    assert "selisih" not in told


def test_lines_of_eleven_are_told_where_the_general_rate_is_another():
    """Only lines have PPN here."""
    eleven = hps_line("L1", "1000", "1000000", vat_percent=Decimal(11))
    (told,), _ = notices(Hps(Decimal(1_110_000_000), Decimal(0), (eleven,)))

    assert "sama besarnya dengan 12% × 11/12" in told


RATES = st.sampled_from([Decimal(0), Decimal(12), Decimal("1.2"), Decimal(24)])
BASES = st.sampled_from([None, PART, Fraction(1), Fraction(1, 4)])


def slow_rate(line_rate, line_base, rate, base):
    """PPN of the whole price as a fraction, by the words of the format."""
    percent = Fraction(rate if line_rate is None else line_rate)
    return percent * (line_base or base or 1) / 100


@tries(60)
@given(st.data())
def test_corrected_totals_are_exact_whatever_the_bases(data):
    """Volume of the document, price of the bid, PPN of its share of the price, in fractions.

    And the effects are the whole difference to what the bid states.
    """
    general, base = data.draw(RATES), data.draw(BASES)
    wanted, offered, total = [], [], Fraction(0)
    for number in range(data.draw(st.integers(1, 4))):
        own, share = data.draw(st.none() | RATES), data.draw(BASES)
        price = Decimal(data.draw(st.integers(1, 10**6))).scaleb(-2)
        volume = Decimal(data.draw(st.integers(1, 500))).scaleb(-1)
        name = f"L{number}"
        wanted.append(HpsLine(name, "x", "m", volume, price, own, vat_base=share))
        bid_rate, bid_base = data.draw(st.none() | RATES), data.draw(BASES)
        offered.append(PriceLine(name, volume, price, None, bid_rate, vat_base=bid_base))
        total += Fraction(volume * price) * (1 + slow_rate(own, share, general, base))
    estimate = Hps(Decimal(1), general, tuple(wanted), base)
    stated = Decimal(data.draw(st.integers(1, 10**6)))
    price = Price(stated, data.draw(RATES), lines=tuple(offered), vat_base=data.draw(BASES))
    schedule = Schedule.of(estimate, Contract.HARGA_SATUAN, other_base=PART)
    with exact():
        corrected, _ = correct(
            price, schedule, Requirements(), binding="surat_penawaran", bidder_rate=False
        )

    assert Fraction(corrected.total) == total
    effects = sum((Fraction(row.effect) for row in corrected.rows), Fraction(0))
    assert effects == total - Fraction(stated)
