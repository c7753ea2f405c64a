"""The stage koreksi aritmatik: what is told of a correction, and which total binds."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.law import Ask
from tender_engine.model import Requirements
from tender_engine.terms import Binding, Contract, CorrectedBy, Rounding, StageId
from tender_rules import national
from tender_rules.stages.arithmetic import OF_NO_CELL, RULES, CorrectionFile
from tender_rules.stages.schedule import Corrected
from tests.builders import (
    bidder,
    codes,
    evaluated,
    finding,
    hps,
    hps_line,
    line,
    needs,
    package,
    priced,
)

STAGE = StageId.KOREKSI_ARITMATIK
LAST, FIRST = dt.date(2021, 2, 1), dt.date(2021, 2, 2)  # of terima jadi, of putar kunci
FLAT = hps("1300", "11", (hps_line("L1", "10", "100"),))


def corrected(price, estimate=FLAT, contract=Contract.HARGA_SATUAN, **terms):
    """One bid, evaluated."""
    asks = {STAGE: Requirements(**terms)}
    return evaluated(package(bidder(price=price), hps=estimate, contract=contract, asks=asks))


def total(evaluation):
    """The corrected total of the one bid."""
    return evaluation.price("p1").corrected_total


TWO_TOTALS = {"schedule_total": Decimal(1200)}


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.PUTAR_KUNCI])
@pytest.mark.parametrize(
    ("binding", "expected"),
    [(None, 1110), (Binding.SURAT_PENAWARAN, 1110), (Binding.DAFTAR_KUANTITAS, 1200)],
)
def test_of_two_stated_totals_the_letter_binds_unless_the_document_says_else(
    contract, binding, expected
):
    """Lumsum and putar kunci: default surat_penawaran (format, `binding`)."""
    evaluation = corrected(priced("1110", **TWO_TOTALS), contract=contract, binding=binding)
    price = evaluation.price("p1")

    assert total(evaluation) == Decimal(expected)
    assert sum(c.effect for c in price.corrections) == Decimal(expected - 1110)
    assert "TOTAL_BERBEDA" in codes(evaluation)
    assert finding(evaluation, STAGE, "correction.binding") is not None


@pytest.mark.parametrize("binding", list(Binding))
def test_in_a_harga_satuan_bid_the_lines_make_the_total(binding):
    """Two stated totals are told; neither is taken on trust."""
    price = priced("1110", line("L1", "10", "90"), **TWO_TOTALS)
    evaluation = corrected(price, binding=binding)

    assert total(evaluation) == Decimal(999)
    assert "TOTAL_BERBEDA" in codes(evaluation)


def test_a_ready_made_total_is_used_without_lines_and_compared_with_them():
    """SPSE said 1.000; the lines make 1.110."""
    ready = {"corrected_total": Decimal(1000), "corrected_by": CorrectedBy.SPSE}
    without = corrected(priced("1110", **ready))
    beside = corrected(priced("1110", line("L1", "10", "100"), **ready))
    agreeing = corrected(
        priced("1110", line("L1", "10", "100"), **ready | {"corrected_total": Decimal(1110)})
    )

    assert total(without) == Decimal(1000)
    assert [(c.rule, c.effect) for c in without.price("p1").corrections] == [
        ("correction.ready_made", Decimal(-110))
    ]
    assert total(beside) == Decimal(1110)
    assert "KOREKSI_BERBEDA" in codes(beside)
    assert "KOREKSI_BERBEDA" not in codes(agreeing) | codes(without)


@pytest.mark.parametrize(
    ("bid", "told"),
    [
        ((line("L1", "10", None, None),), "HARGA_SATUAN_KOSONG"),
        ((line("X", "1", "5", extra=True),), "BARIS_TAMBAHAN"),
        ((line("X", "1", "5", extra=True),), "BARIS_TIDAK_DITAWARKAN"),
        ((line("L1", "10", "100", vat_percent=Decimal(12)),), "TARIF_PPN_BERBEDA"),
    ],
)
def test_what_the_pokja_should_ask_about_is_a_notice(bid, told):
    """Blank, missing, extra, another PPN rate: listed by line, for the Pokja alone."""
    evaluation = corrected(priced("1110", *bid))
    found = next(notice for notice in evaluation.notices if notice.code == told)

    assert (found.participant, found.audience) == ("p1", "internal")
    assert ("L1" in found.message) or ("X" in found.message)
    assert told not in codes(corrected(priced("1110", line("L1", "10", "100"))))


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.PUTAR_KUNCI])
def test_another_rate_of_a_price_that_is_not_multiplied_is_a_notice(contract):
    """The total stays as stated; that its PPN is another than the document's is told."""
    evaluation = corrected(priced("1120", vat="12"), contract=contract)

    assert total(evaluation) == Decimal(1120)
    assert "TARIF_PPN_BERBEDA" in codes(evaluation)
    assert finding(evaluation, STAGE, "correction.vat_rate") is None


def test_a_lumsum_breakdown_that_does_not_make_the_total_is_a_notice():
    """10 x 90 with PPN is 999, offered 1.110: the total governs."""
    evaluation = corrected(priced("1110", line("L1", "10", "90")), contract=Contract.LUMSUM)

    assert total(evaluation) == Decimal(1110)
    assert "RINCIAN_LUMSUM_BERBEDA" in codes(evaluation)


@pytest.mark.parametrize("contract", [Contract.LUMSUM, Contract.PUTAR_KUNCI])
@pytest.mark.parametrize("binding", [Binding.SURAT_PENAWARAN, Binding.DAFTAR_KUANTITAS])
def test_the_breakdown_is_held_to_the_total_that_binds(contract, binding):
    """10 x 100 with PPN is 1.110: the list's total, while the letter says 1.000."""
    price = priced("1000", line("L1", "10", "100"), schedule_total=Decimal(1110))
    evaluation = corrected(price, contract=contract, binding=binding)
    found = finding(evaluation, STAGE, "correction.lumsum")
    by_letter = binding is Binding.SURAT_PENAWARAN

    assert total(evaluation) == (1000 if by_letter else 1110)
    assert ("RINCIAN_LUMSUM_BERBEDA" in codes(evaluation)) is by_letter
    assert ("tidak diubah" in found.reason) is by_letter


def test_a_stated_total_alone_is_not_taken_on_trust():
    """Without lines and without anybody's correction the details are awaited."""
    price = priced("1110", corrected_total=None, corrected_by=None)
    evaluation = corrected(price)

    assert (evaluation.state, total(evaluation)) == ("menunggu", None)
    assert needs(evaluation) == [(STAGE, "p1", None, "rincian_harga")]


@pytest.mark.parametrize(
    ("contract", "day", "article"),
    [
        (Contract.TERIMA_JADI, LAST, "Pasal 27 ayat (6) huruf a (disimpulkan)"),
        (Contract.PUTAR_KUNCI, FIRST, "Pasal 27 ayat (2) huruf d (disimpulkan)"),
    ],
)
def test_a_turnkey_total_stays_as_stated_and_shows_that_this_is_inferred(contract, day, article):
    """2.000.000.000 stated, 2.050.000.000 broken down: no text was read, so `unverified`."""
    estimate = hps("2100000000", "0", (hps_line("L1", "10", "210000000"),))
    bid = bidder(price=priced("2000000000", line("L1", "10", "205000000"), vat="0"))
    evaluation = evaluated(package(bid, hps=estimate, contract=contract, announced_on=day))
    found = finding(evaluation, STAGE, "correction.lumsum")

    assert total(evaluation) == Decimal(2_000_000_000)
    assert [(v.param, v.article, str(v.source)) for v in found.values] == [
        ("correction.terima_jadi", article, "unverified")
    ]


def test_nobody_falls_for_arithmetic():
    """Wrong volume, product and sum, blank, missing, extra: corrected, never disqualified."""
    estimate = hps("13000", "11", (hps_line("L1", "10"), hps_line("L2", "5"), hps_line("L3", "1")))
    bid = (
        line("L1", "9", "1000", "1"),
        line("L2", "5", None, "7"),
        line("X", "1", "5", extra=True),
    )
    evaluation = corrected(priced("77", *bid), estimate)

    assert total(evaluation) == Decimal(11100)
    assert evaluation.winner == "p1"


def test_a_total_that_differs_from_the_portals_is_told_in_public():
    """Bidders see SPSE's figure, so the record has to say why its own is another."""
    ready = {"corrected_total": Decimal(1000), "corrected_by": CorrectedBy.SPSE}
    found = corrected(priced("1110", line("L1", "10", "100"), **ready))
    (notice,) = [n for n in found.notices if n.code == "KOREKSI_BERBEDA"]

    assert notice.audience == "publik"
    assert "SPSE Rp1.000,00, menurut evaluasi ini Rp1.110,00" in notice.message


def test_who_is_not_asked_where_no_cell_is_changed_would_say_nothing():
    """Whatever else is odd about a price: each of those rules speaks of cells that it changed."""
    odd = Corrected(Decimal(1), [], ["L1"], ["L2"], ["X"], ["L3"])
    silent = [rule for rule in RULES if rule not in OF_NO_CELL]
    stated = priced("77", line("L1", "9"), schedule_total=Decimal(78))
    files = [
        CorrectionFile(stated, contract, Requirements(rounding=rounding), odd, "harga")
        for contract in Contract
        for rounding in Rounding
    ]
    ask = Ask(national().law_on(FIRST))

    assert silent
    assert {rule.decide(file, ask) for rule in silent for file in files} == {None}
