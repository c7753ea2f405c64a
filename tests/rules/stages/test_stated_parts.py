"""The parts of a *gabungan* price are net of PPN: parts that hold it are a fault, not a correction.

Unit-price part 1.000.000, lumsum part 5.000.000: 6.000.000 net, 6.660.000 with 11 percent.
"""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.model import StatedParts
from tender_engine.terms import Contract, Envelope, Part
from tender_rules.objections import OBJECTION_TEXTS
from tests.builders import at, bidder, evaluated, hps, hps_line, line, package, priced, refusal

UNIT = hps_line("L1", "10", "100000", part=Part.HARGA_SATUAN)
LUMP = hps_line("L2", "1", "5000000", part=Part.LUMSUM)
LINES = (line("L1", "10", "100000"), line("L2", "1", "5000000"))


def combined(total, unit="1000000", lump="5000000", lines=LINES, vat="11", wanted=(UNIT, LUMP)):
    """A gabungan tender with one bid that states `total` and its two parts."""
    parts = StatedParts(Decimal(unit), Decimal(lump))
    price = priced(total, *lines, vat=vat, stated_parts=parts)
    if not lines:
        price = evolve(price, corrected_total=Decimal(total))
    return package(
        bidder(price=price), hps=hps("6660000", "11", wanted), contract=Contract.GABUNGAN
    )


def told(given):
    """The one fault, with its words in Indonesian."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(given)
    (fault,) = refused.value.faults
    text = OBJECTION_TEXTS[fault.code]
    return fault, (text.message_id + text.hint_id).format(**fault.params)


@pytest.mark.parametrize("total", ["5999998", "5999999.5", "6000000", "6000002"])
def test_parts_that_make_the_total_alone_are_a_fault_with_both_figures(total):
    """Within a rupiah a part, whichever way it was rounded."""
    fault, words = told(combined(total))

    assert (fault.code, fault.path) == ("ATR048", ("participants", 0, "price", "stated_parts"))
    assert "Rp6.000.000,00" in words
    assert "Rp6.660.000,00" in words
    assert "sama dengan" not in words
    assert "sama dalam batas satu rupiah tiap bagian" in words


@pytest.mark.parametrize("total", ["6660000", "6659998", "5999997.99", "6000002.01", "7000000"])
def test_parts_that_make_it_with_ppn_or_not_at_all_are_none(total):
    """What fits nothing is corrected: the total becomes 6.660.000."""
    assert evaluated(combined(total)).price("p1").corrected_total == Decimal(6_660_000)


def test_without_ppn_both_readings_are_the_same():
    """A bid at rate 0 whose parts are its total says nothing odd of them."""
    assert evaluated(combined("6000000", vat="0")).price("p1").stated_total == 6_000_000


def test_lines_without_ppn_in_a_bid_with_a_rate_are_none():
    """Every line is free of PPN in the document: parts and total are one."""
    free = tuple(evolve(wanted, vat_percent=Decimal(0)) for wanted in (UNIT, LUMP))

    assert evaluated(combined("6000000", wanted=free)).price("p1").corrected_total == 6_000_000


def test_a_bid_without_lines_is_looked_at_as_well():
    """The parts alone tell."""
    assert told(combined("6000000", lines=()))[0].code == "ATR048"
    assert evaluated(combined("6660000", lines=())).price("p1").corrected_total == 6_660_000


def test_of_a_price_that_nobody_opened_only_place_and_kind_are_told():
    """No figure, no ratio and no reading, in message, hint or parameters."""
    given = combined("6000000")
    sealed = evolve(given, tender=evolve(given.tender, envelope=Envelope.DUA_FILE))
    fault, words = told(evolve(sealed, assessments=(), events=()))

    assert (fault.code, fault.path) == ("ATR049", ("participants", 0, "price", "stated_parts"))
    assert set(fault.params) == {"who"}
    assert not any(sign.isdigit() for sign in words.replace("p1", ""))


def test_the_fault_stands_where_the_participant_does():
    """Of two bids the second is at fault, as the file lists them."""
    good, bad = combined("6660000"), combined("6000000")
    second = evolve(bad.participants[0], id="p0", submitted=evolve(
        bad.participants[0].submitted, penawaran=at(11)
    ))  # fmt: skip
    both = evolve(good, participants=(*good.participants, second))

    assert refusal(both) == [("ATR048", "participants.1.price.stated_parts")]
