"""Harga satuan timpang: unit prices strictly above 110 percent of the HPS's; nobody falls for one.

Penjelasan Pasal 92 Perpres 54/2010 as quoted (fact sheet 6.5 to 6.9, C15, C16, DV4).
"""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.model import StatedParts
from tender_engine.terms import Contract, Envelope, Part
from tests.builders import (
    HARGA,
    TEKNIS,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    hps,
    hps_line,
    line,
    needs,
    package,
    priced,
    unverified,
    verdict,
)
from tests.clarified import clarified, reading
from tests.happenings import deadline, listing_act, price_opening
from tests.procurements import applicants, seleksi

FOR = "price.unbalanced_for"
RULE, OPEN, STRAY = "price.unbalanced", "HARGA_SATUAN_TIMPANG", "CATATAN_TIMPANG_TIDAK_DIPAKAI"
LEAST = Decimal("0.000001")
DOCUMENT = (hps_line("L1", "10", "100000"), hps_line("L2", "10000", "100000"))


def high_lines(evaluation):
    """The lines that are still to be clarified."""
    return finding(evaluation, HARGA, RULE).facts["belum_diklarifikasi"]


def offered(unit, facts=None, *, document=DOCUMENT, total="1112000000", **more):
    """L1 at a unit price, L2 at 99.000."""
    price = more.pop("price", None) or priced(
        "1", line("L1", "10", unit), line("L2", "10000", "99000")
    )
    return package(bidder("p1", price=price, facts=facts), hps=hps(total, lines=document), **more)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("109999.999999", False),
        ("110000", False),
        ("110000.000001", True),
        ("110000.01", True),
        ("110001", True),  # DV4
    ],
)
def test_only_above_110_percent_a_unit_price_is_clarified(unit, told):
    """DV4: HPS 100.000; 110.000 exactly is not flagged, and the least more is."""
    evaluation = evaluated(offered(unit))

    assert (finding(evaluation, HARGA, RULE) is not None) == told
    assert (OPEN in codes(evaluation)) == told


@pytest.mark.parametrize(
    ("estimate", "limit"), [("3.333333", "3.6666663"), ("0.000001", "0.0000011"), ("0", "0")]
)
def test_the_line_is_exact(estimate, limit):
    """110 percent of 3,333333 is 3,6666663: no unit price can be written on it, only about it."""
    document = (hps_line("L1", "10", estimate), DOCUMENT[1])
    below = Decimal(limit).quantize(LEAST, rounding="ROUND_DOWN")
    for unit, told in ((below, False), (below + LEAST, True)):
        evaluation = evaluated(offered(unit, document=document))
        assert (finding(evaluation, HARGA, RULE) is not None) == told


@pytest.mark.parametrize(
    ("facts", "timpang", "not_timpang", "open_"),
    [
        (None, "", "", "L1"),
        (clarified(timpang="L1"), "L1", "", ""),
        (clarified(tidak_timpang="L1"), "", "L1", ""),
        (clarified(timpang="L2"), "", "", "L1"),
    ],
)
def test_people_call_it_timpang_after_clarifying(facts, timpang, not_timpang, open_):
    """An explanation that was accepted makes it none; while it is open a notice says so."""
    evaluation = evaluated(offered("450000", facts))
    told = finding(evaluation, HARGA, RULE)

    words = ("timpang", "tidak_timpang", "belum_diklarifikasi")
    known = zip(words, (timpang, not_timpang, open_), strict=True)
    assert dict(told.facts) == {word: lines for word, lines in known if lines}
    assert (OPEN in codes(evaluation)) == bool(open_)


@pytest.mark.parametrize("facts", [None, clarified(timpang="L1"), clarified(tidak_timpang="L1")])
def test_nobody_falls_or_waits_for_one(facts):
    """6.6: it does not disqualify, clarified or not."""
    evaluation = evaluated(offered("450000", facts))

    assert verdict(evaluation, HARGA) == "lulus"
    assert finding(evaluation, HARGA, RULE).verdict == "lulus"
    assert (needs(evaluation), evaluation.winner) == ([], "p1")


def test_a_note_on_a_line_that_is_not_high_is_not_used():
    """And the record says on which."""
    evaluation = evaluated(offered("110000", clarified(timpang="L1 L2")))
    (notice,) = [n for n in evaluation.notices if n.code == STRAY]

    assert finding(evaluation, HARGA, RULE) is None
    assert notice.message == "Catatan harga satuan timpang tidak dipakai pada baris: L1, L2."
    assert STRAY not in codes(evaluated(offered("110001", clarified(timpang="L1"))))


def test_stray_notes_are_named_in_one_order():
    """However they were written down."""
    for facts in (clarified(timpang="L10 L2 L1"), clarified(timpang="L1 L2 L10")):
        document = (*DOCUMENT, hps_line("L10", "1", "100000"))
        evaluation = evaluated(offered("1", facts, document=document))
        (notice,) = [n for n in evaluation.notices if n.code == STRAY]
        assert notice.message.endswith(": L1, L2, L10.")


def test_lines_are_named_in_their_natural_order():
    """L2 before L10, wherever they stand."""
    document = tuple(hps_line(name, "1", "100000") for name in ("L10", "L2", "L1"))
    price = priced("1", *(line(name, "1", "200000") for name in ("L10", "L1", "L2")))
    told = finding(
        evaluated(offered("1", clarified(timpang="L10"), document=document, price=price,
                          total="1000000")), HARGA, RULE)  # fmt: skip

    assert told.reason == (
        "Harga satuan di atas batas terhadap HPS: "
        "L1 belum diklarifikasi, L2 belum diklarifikasi, L10 timpang"
    )
    assert dict(told.facts) == {"timpang": "L10", "belum_diklarifikasi": "L1, L2"}


def test_the_estimates_unit_prices_stay_inside():
    """They are confidential: no amount stands in the finding, and the notices are internal."""
    evaluation = evaluated(offered("450000", clarified(timpang="L2")))
    told = finding(evaluation, HARGA, RULE)
    notices = [n for n in evaluation.notices if n.code in (OPEN, STRAY)]

    assert {n.audience for n in notices} == {"internal"}
    assert len(notices) == 2
    for words in (told.reason, *told.facts.values(), *(n.message for n in notices)):
        assert "000" not in words


@pytest.mark.parametrize("unit", [None, "0"])
def test_a_blank_price_is_not_high(unit):
    """Nor one of nothing."""
    price = priced("1", line("L1", "10", unit, None), line("L2", "10000", "99000"))

    assert finding(evaluated(offered("1", price=price)), HARGA, RULE) is None


def test_what_the_bid_multiplies_by_changes_nothing():
    """A lower volume with the same unit price is as high; ready-made totals have no unit prices."""
    price = priced("1", line("L1", "1", "110001"), line("L2", "10000", "99000"))

    assert high_lines(evaluated(offered("1", price=price))) == "L1"
    assert finding(evaluated(offered("1", price=priced("1100000000"))), HARGA, RULE) is None


@pytest.mark.parametrize(("unit", "told"), [("110000", False), ("110000.000001", True)])
@pytest.mark.parametrize(
    "written",
    [
        {"quantity": "9"},
        {"quantity": None, "amount": None},
        {"amount": "1"},
        {"vat_percent": Decimal(10)},
        {"vat_percent": Decimal(11)},
    ],
)
def test_a_line_that_is_corrected_is_held_to_the_same_line(written, unit, told):
    """Another volume, no amount, a wrong product, a rate of its own: 110.000 is not above it."""
    terms = {"quantity": "10"} | written
    price = priced("1", line("L1", unit_price=unit, **terms), line("L2", "10000", "99000"))
    evaluation = evaluated(offered("1", price=price))

    assert (finding(evaluation, HARGA, RULE) is not None) == told
    assert (OPEN in codes(evaluation)) == told


def test_a_lumsum_is_looked_at_by_a_document_that_says_so_only():
    """C16, for which there is no text: harga satuan, and the unit part of a gabungan."""
    document = (
        hps_line("L1", "10", "100000", part=Part.HARGA_SATUAN),
        hps_line("L2", "10000", "100000", part=Part.LUMSUM),
    )
    high = line("L1", "10", "200000"), line("L2", "10000", "200000", "990000000")
    parts = StatedParts(Decimal(2_000_000), Decimal(990_000_000))
    both = offered(
        "1", document=document, contract=Contract.GABUNGAN,
        price=priced("1101120000", *high, stated_parts=parts),
    )  # fmt: skip
    fixed = offered("1", contract=Contract.LUMSUM, price=priced("1100000000", *high))

    assert high_lines(evaluated(both)) == "L1"
    for given, names in ((both, "L2"), (fixed, "L1, L2")):
        told = finding(evaluated(given), HARGA, RULE)
        assert told.facts["tidak_diperiksa"] == names
        assert told.reason.endswith(f"tidak diperiksa dalam lumsum {names}")
        assert "price.unbalanced_for" in unverified(evaluated(given))
    assert OPEN not in codes(evaluated(fixed))
    for given in (both, fixed):
        every = evaluated(
            evolve(given, tender=evolve(given.tender, regulation=reading(FOR, "setiap_baris")))
        )
        assert high_lines(every) == "L1, L2"
        assert "tidak_diperiksa" not in finding(every, HARGA, RULE).facts
        assert OPEN in codes(every)
    assert STRAY in codes(evaluated(evolve(
        fixed, participants=(bidder("p1", price=priced("1100000000", *high),
                                    facts=clarified(timpang="L1")),))))  # fmt: skip


@pytest.mark.parametrize(("unit", "told"), [("110000", False), ("110000.000001", True)])
def test_in_a_lumsum_too_the_line_itself_is_not_above_it(unit, told):
    """Where nothing is, nothing is asked and no value is used."""
    price = priced("1", line("L1", "10", unit), line("L2", "10000", "99000"))
    evaluation = evaluated(offered("1", contract=Contract.LUMSUM, price=price))

    assert (finding(evaluation, HARGA, RULE) is not None) == told
    assert (FOR in {value.param for value in evaluation.values}) == told


def test_an_extra_line_has_no_estimate_to_be_above():
    """It is taken out by correction."""
    extra = line("X1", "1", "999999999", extra=True, description="lain", unit="ls")
    price = priced("1", line("L1", "10", "100000"), line("L2", "10000", "99000"), extra)

    assert finding(evaluated(offered("1", price=price)), HARGA, RULE) is None


def test_a_seleksi_knows_none():
    """No text that was read has it for consultants."""
    document = (hps_line("L1", "1", "1000000", person_months=Decimal(10)),)
    price = priced("1", line("L1", "1", "9000000", "90000000", person_months=Decimal(10)))
    firms = [evolve(who, price=bidder(price=price).price) for who in applicants(3, bid=True)]
    given = seleksi(
        *firms,
        qualification=dict.fromkeys(("p1", "p2", "p3"), 80),
        scores={"p1": 90, "p2": 80, "p3": 70},
        method="pagu_anggaran",
        contract=Contract.WAKTU_PENUGASAN,
        hps=hps("100000000", lines=document),
        pagu=Decimal(100_000_000),
        events=[listing_act("p1", "p2", "p3"), deadline(), price_opening()],
    )
    evaluation = evaluated(given)

    assert verdict(evaluation, HARGA) == "lulus"
    assert finding(evaluation, HARGA, RULE) is None
    assert OPEN not in codes(evaluation)


def test_in_two_files_a_unit_price_is_high_once_it_is_open():
    """Not before, and never of who fell."""
    price = priced("1", line("L1", "10", "450000"), line("L2", "10000", "99000"))
    given = package(
        bidder("p1", price=price),
        bidder("p2", price=price, facts=clarified(timpang="L1")),
        hps=hps("1112000000", lines=DOCUMENT),
        envelope=Envelope.DUA_FILE,
        assessments=failed(TEKNIS, "p2"),
    )
    opened = evaluated(evolve(given, events=(price_opening(),)))

    assert OPEN not in codes(evaluated(given))
    assert [n.participant for n in opened.notices if n.code == OPEN] == ["p1"]
