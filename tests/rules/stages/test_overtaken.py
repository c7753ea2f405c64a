"""What was decided, judged, talked over or auctioned, and what then came after it.

A decision that was right when it was taken is never refused for what followed; at most it is of no
more use, and the record says so.
"""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import RankingDecision
from tender_engine.model import Requirements
from tender_engine.terms import Category, Contract, Envelope, Method, Part, StageId
from tender_engine.trail import root
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    finding,
    hps,
    hps_line,
    judged,
    line,
    needs,
    opened,
    package,
    priced,
    refusal,
    verdict,
)
from tests.clarified import analysis, as_whole, cost, local, preferred, reading
from tests.happenings import (
    announced,
    answered,
    appeal,
    auction,
    award,
    deadline,
    gone,
    in_vain,
    listing_act,
    objection,
    price_opening,
)
from tests.procurements import applicant, contest, invited, ranked, seleksi

AWARD, OPENING = StageId.PENETAPAN, StageId.PEMBUKAAN_HARGA
ABOVE_EIGHTY = hps("1000000000", lines=None)
BY_PROOF = reading("auction.with_two", "dua_masuk_lulus_pembuktian")
TWO = bidder("p1", "900000000"), bidder("p2", "910000000")
HELD = auction(p1="790000000", p2="800000000")


def unfair(name="p1", day=20):
    """The panel finds a price unreasonable."""
    return judged(HARGA, "tidak_memenuhi", name, "kewajaran_harga", when=at(day))


def told(evaluation, code):
    """What a notice says, of whom it says so."""
    return [(n.participant, n.message) for n in evaluation.notices if n.code == code]


# Auctions.


def test_an_auction_after_the_proof_stays_lawful_when_its_winner_is_found_unfair():
    """79 % after the auction: p1 falls on its price and p2 is left, without a word of the proof."""
    given = package(
        *TWO, hps=ABOVE_EIGHTY, events=[HELD], assessments=[unfair()], regulation=BY_PROOF
    )

    assert verdict(evaluated(given), HARGA) == "gugur"
    assert evaluated(given).winner == "p2"


def test_an_auction_stays_lawful_when_a_place_in_the_pool_is_filled_again():
    """p3 comes in for p1, was not in the auction, and waits for nothing of it."""
    given = package(
        *TWO,
        bidder("p3", "950000000"),
        hps=ABOVE_EIGHTY,
        announced_on=dt.date(2021, 5, 3),
        asks={StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=2)},
        events=[HELD],
        assessments=[unfair()],
    )
    evaluation = evaluated(given)

    assert verdict(evaluation, HARGA) == "gugur"
    assert "hasil_reverse_auction" not in {need for *_, need in needs(evaluation) if need}
    assert (evaluation.winner, evaluation.reserves) == ("p2", ("p3",))


def test_a_price_of_who_was_not_in_the_auction_is_told():
    """It changes nothing."""
    strange = auction(p1="890000000", p2="880000000", p9="1", p10="1")
    bids = (*TWO, *(bidder(name, price=None, submitted=False) for name in ("p9", "p10")))
    evaluation = evaluated(package(*bids, hps=ABOVE_EIGHTY, events=[strange]))

    assert [who for who, _ in told(evaluation, "REVERSE_AUCTION_TIDAK_DIPAKAI")] == ["p9", "p10"]
    assert evaluation.winner == "p2"


def test_a_judgement_from_before_the_auction_is_told_to_answer_nothing():
    """Judged on the 16th, auctioned on the 17th; one of the 18th answers."""
    early, late = (
        evaluated(
            package(
                *TWO,
                hps=ABOVE_EIGHTY,
                events=[HELD],
                assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga", when=at(day))],
            )
        )
        for day in (16, 18)
    )

    assert [who for who, _ in told(early, "PENILAIAN_SEBELUM_REVERSE_AUCTION")] == ["p1"]
    assert verdict(early, HARGA) == "belum_dinilai"
    assert "PENILAIAN_SEBELUM_REVERSE_AUCTION" not in codes(late)
    assert verdict(late, HARGA) == "lulus"


# Decisions on a tie.


@pytest.mark.parametrize(
    ("after", "winner"),
    [(auction(p1="890000000", p2="880000000"), "p2"), (gone("p1", HARGA, accepted=True), "p2")],
)
def test_a_decision_on_a_tie_is_overtaken(after, winner):
    """p1 was put first of two at Rp900 million, and then no longer stands there."""
    pair = bidder("p1", "900000000"), bidder("p2", "900000000")
    decision = RankingDecision(at(16), ("m1", "m2", "m3"), ("p1", "p2"), "undian")
    evaluated_with = [
        evaluated(package(*pair, hps=ABOVE_EIGHTY, events=events))
        for events in ([decision], [decision, after])
    ]

    assert [found.winner for found in evaluated_with] == ["p1", winner]


UPHELD = (
    announced(9, "kualifikasi"),
    objection("p3", 10, "kualifikasi"),
    answered("benar_substansial", "p3", 15, "kualifikasi"),
)
BIDS = [applicant(f"p{n}", bid=True, price=priced("900000000")) for n in (1, 2)]
TIED_OF_A_LIST = invited(
    *BIDS,
    applicant("p3"),
    hps=ABOVE_EIGHTY,
    envelope=Envelope.SATU_FILE,
    events=UPHELD,
)
LATER = listing_act("p1", "p2", "p3", day=18, number="BA-K2")


def put_first(name, day):
    """The whole panel puts one of two before the other."""
    order = sorted(("p1", "p2"), key=lambda each: each != name)
    return RankingDecision(at(day), ("m1", "m2", "m3"), tuple(order), "undian")


@pytest.mark.parametrize("day", [13, 17])
def test_a_decision_beside_an_objection_to_the_list_that_was_right_is_no_fault(day):
    """Two equal bids were put in order; their list was set aside before that, or after."""
    decided = evolve(TIED_OF_A_LIST, events=(*TIED_OF_A_LIST.events, put_first("p2", day)))
    aside = evaluated(decided)
    anew = evolve(decided, events=(*decided.events, LATER))
    again = evolve(anew, events=(*anew.events, put_first("p1", 19)))

    assert (aside.result, aside.winner) == ("gagal", None)
    (words,) = (words for _, words in told(aside, "TINDAKAN_TIDAK_DIPAKAI"))
    assert words.startswith("Keputusan peringkat")
    assert "15 Mei 2022" in words
    assert [need for *_, need in needs(evaluated(anew))] == ["keputusan_peringkat"] * 2
    assert evaluated(again).winner == "p1"


@pytest.mark.parametrize(("day", "refused"), [(14, False), (16, True)])
def test_who_was_put_in_order_before_the_list_was_found_wrong_need_not_be_equal_since(day, refused):
    """Of three only two are equal under the scores that stand; what is later answers to those."""
    decision = RankingDecision(at(day), ("m1", "m2", "m3"), ("p1", "p2", "p3"), "undian")
    given = seleksi(
        *(applicant(f"p{n}") for n in (1, 2, 3)),
        qualification={"p1": 80, "p2": 80, "p3": 70},
        events=[listing_act("p1", "p2", "p3"), *UPHELD, decision, LATER],
    )

    if refused:
        assert refusal(given) == [("ATR020", "events.4.order")]
        return
    (words,) = (words for _, words in told(evaluated(given), "TINDAKAN_TIDAK_DIPAKAI"))
    assert "15 Mei 2022" in words


# Withdrawals.


def test_an_act_that_is_older_than_a_withdrawal_is_told():
    """p2 was named while p1 still stood; the next day it left, and the act agrees by chance."""
    early, late = (
        evaluated(package(*TWO, events=[award("p2", day=day), gone("p1", AWARD, True, day=21)]))
        for day in (20, 22)
    )

    assert any("Penetapan" in words for _, words in told(early, "URUTAN_WAKTU"))
    assert "URUTAN_WAKTU" not in codes(late)


@pytest.mark.parametrize(("day", "early"), [(11, True), (12, False)])
def test_who_left_before_it_bid_is_told(day, early):
    """Its bid came on the 12th."""
    evaluation = evaluated(package(*TWO, events=[gone("p1", TEKNIS, True, day=day)]))

    assert ("p1" in [who for who, _ in told(evaluation, "URUTAN_WAKTU")]) == early


def test_in_kualitas_who_left_before_its_turn_is_no_reserve():
    """p3 left at the opening of prices; its own would never have been opened."""
    scores = {"p1": 90, "p2": 80, "p3": 70}
    firms = [applicant(name, bid=True, price=priced("1100000000")) for name in scores]
    chosen = [listing_act(*scores), deadline(), price_opening()]
    stays, leaves = (
        evaluated(
            seleksi(
                *firms,
                scores=scores,
                qualification=dict.fromkeys(scores, 80),
                events=[*chosen, *more],
            )
        )
        for more in ([], [gone("p3", OPENING)])
    )

    assert (stays.winner, stays.reserves) == ("p1", ("p2", "p3"))
    assert (leaves.winner, leaves.reserves) == ("p1", ("p2",))
    assert verdict(leaves, OPENING, "p3") == "gugur"
    assert opened(leaves) == ["p1"]


def test_in_kualitas_who_left_before_its_turn_takes_no_opening_of_another():
    """p1 and p2 left; the one opening is for p3."""
    left = [gone("p1", OPENING), gone("p2", OPENING)]
    bids = [("p1", 90, "1000000000"), ("p2", 80, "1100000000"), ("p3", 70, "1050000000")]
    evaluation = evaluated(contest(Method.KUALITAS, *bids, events=[price_opening(), *left]))

    assert (evaluation.winner, opened(evaluation)) == ("p3", ["p3"])


# Talks with the one bidder.


@pytest.mark.parametrize("event", [in_vain(day=18), gone("p1", StageId.NEGOSIASI, True, day=18)])
def test_when_talks_before_the_proof_have_failed_nothing_is_left_to_prove(event):
    """In that reading: 51(2)c at once; nobody judges the proof of who is out."""
    early = reading("negotiation.one_bid_after", "evaluasi_harga")
    unproven = (ADMINISTRASI, StageId.EVALUASI_KUALIFIKASI, TEKNIS)
    evaluation = evaluated(package(bidder(), events=[event], regulation=early, general=unproven))

    assert (needs(evaluation), evaluation.state) == ([], "dihitung")
    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"


def test_talks_with_who_made_no_bid_are_told():
    """A name in the wrong place."""
    nobody = bidder("p2", submitted=False)
    evaluation = evaluated(package(bidder(), nobody, events=[in_vain("p2", 18)]))

    assert [who for who, _ in told(evaluation, "NEGOSIASI_TIDAK_DIPAKAI")] == ["p2"]
    assert evaluation.winner == "p1"


# What is still to be asked.


def test_which_lines_have_no_tkdn_is_told():
    """A document of many lines: the Pokja learns which to ask about."""
    document = tuple(hps_line(name, "1", "400000000", goods=True) for name in ("L10", "L2", "L3"))
    lines = (line("L10", "1", "300000000"), line("L2", "1", "300000000"),
             line("L3", "1", "300000000", tkdn_percent=Decimal(40)))  # fmt: skip
    given = package(
        bidder(price=priced("999000000", *lines)),
        category=Category.BARANG,
        hps=hps("1332000000", lines=document),
        asks=preferred(),
    )

    assert told(evaluated(given), "TKDN_BELUM_DIKETAHUI") == [
        ("p1", "TKDN belum diketahui pada L2, L10.")
    ]


def test_what_an_analysis_still_lacks_is_told_and_nothing_is_proposed():
    """L1 is a main line that was not analysed; L2 alone says nothing of the whole."""
    document = hps_line("L1", "1", "900000000", main=True), hps_line("L2", "1", "200000000")
    lines = line("L1", "1", "600000000"), line("L2", "1", "200000000")
    given = package(
        bidder(
            price=priced("888000000", *lines), facts=analysis(as_whole("L2", cost("188000000")))
        ),
        category=Category.BARANG,
        hps=hps("1221000000", lines=document),
        assessments=[unfair()],
    )
    evaluation = evaluated(given)

    assert told(evaluation, "ANALISIS_BELUM_LENGKAP") == [
        ("p1", "Analisis kewajaran harga belum lengkap: L1 (belum dianalisis).")
    ]
    assert "usulan" not in finding(evaluation, HARGA, "price.fairness_analysis").facts
    assert "KEWAJARAN_BERBEDA" not in codes(evaluation)


# What is compared is what the record says.


def test_an_order_rule_names_the_figure_that_ordered():
    """Ambang batas under a preference: HEA 900 and 950 million of Rp1.000 and Rp950 million."""
    bids = [("p1", 80, "1000000000"), ("p2", 70, "950000000")]
    given = contest(
        Method.HARGA_TERENDAH_AMBANG_BATAS,
        *bids,
        category=Category.BARANG,
        hps=hps("1100000000", lines=None),
        asks=preferred(),
        events=[price_opening()],
    )
    rates = {"p1": "40", "p2": "0"}
    people = tuple(
        evolve(who, price=local(who.id, total, rates[who.id]).price)
        for who, (_, _, total) in zip(given.participants, bids, strict=True)
    )
    evaluation = evaluated(evolve(given, participants=people))
    stories = " ".join(
        f.reason for s in evaluation.stages for v in s.verdicts for f in v.findings
        if f.rule == "order.harga_terendah_ambang_batas"
    )  # fmt: skip

    assert ranked(evaluation) == [(1, "p1"), (2, "p2")]
    assert "Rp900.000.000,00" in stories
    assert "Rp1.000.000.000,00" not in stories


def test_a_line_of_a_lumsum_bears_the_documents_ppn_in_every_reading():
    """The bid claims 100 %; the total bears 11 %, and so does the line: 1.110 less 99,9."""
    document = (hps_line("L1", "1", "900000000"), hps_line("L2", "1", "100000000"))
    lines = (
        line("L1", "1", None, "900000000", tkdn_percent=Decimal(40)),
        line("L2", "1", None, "100000000", tkdn_percent=Decimal(0)),
    )
    given = package(
        bidder(price=priced("1110000000", *lines, vat="100")),
        category=Category.BARANG,
        contract=Contract.LUMSUM,
        hps=hps("1200000000", lines=document),
        asks=preferred(),
        regulation=reading("correction.vat_rate", "penawaran"),
    )

    assert evaluated(given).price("p1").hea == Decimal(1_010_100_000)


def test_goods_within_works_rest_on_a_text_of_their_own():
    """Pasal 67 as amended speaks of goods; that lines within works count was read elsewhere."""
    document = (hps_line("L1", "1", "1050000000", goods=True, part=Part.HARGA_SATUAN),)
    price = priced("1110000000", line("L1", "1", "1000000000", tkdn_percent=Decimal(40)))
    within, whole = (
        evaluated(
            package(
                bidder(price=price),
                category=category,
                hps=hps("1165500000", lines=document),
                asks=preferred(),
            )
        )
        for category in (Category.PEKERJAAN_KONSTRUKSI, Category.BARANG)
    )

    def texts(evaluation):
        return {value.param for value in finding(evaluation, HARGA, "price.preference").values}

    assert "preference.goods_within" in texts(within)
    assert "preference.goods_within" not in texts(whole)


# One digest, one root.


@pytest.mark.parametrize(
    "events",
    [
        [gone("p1", "penyetaraan_teknis", True), gone("p2", OPENING, False)],
        [appeal("p1"), appeal("p2")],
        [in_vain("p3", 18), in_vain("p1", 18)],
    ],
)
def test_events_that_are_of_no_use_are_told_in_one_order(events):
    """However they stand in the file: an honest log must verify."""
    bids = (bidder("p1", "900000000"), bidder("p2", "910000000", submitted=False),
            bidder("p3", "920000000", submitted=False))  # fmt: skip
    one, other = (
        evaluated(package(*bids, hps=ABOVE_EIGHTY, events=order))
        for order in (events, events[::-1])
    )

    assert one.notices
    assert one.notices == other.notices
    assert root(one) == root(other)
