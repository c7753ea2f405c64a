"""Who has fallen holds nobody up: what was open about it is left alone, also before its fall."""

from decimal import Decimal

import pytest

from tender_engine.findings import Verdict
from tender_engine.model import Requirements
from tender_engine.terms import Contract, Envelope, Method, ProofScope, StageId
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKAAN_HARGA,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    judged,
    needs,
    package,
    priced,
    verdict,
)
from tests.happenings import deadline, gone, listing_act, price_opening
from tests.procurements import applicant, seleksi

KOREKSI, POOL = StageId.KOREKSI_ARITMATIK, StageId.PENAWARAN_DIEVALUASI
PEMBUKAAN = StageId.PEMBUKAAN
ASKS_BLACKLIST = asked(KUALIFIKASI, blacklist=True)
CLEAN = {KUALIFIKASI: {"blacklist": False}}


def told(found, stage, name):
    """The whole verdict on `name` at `stage`."""
    (one,) = [v for v in found.stage(stage).verdicts if v.participant == name]
    return one


def two(*entries, second=None, **terms):
    """`p1`, whose every question is answered, and `p2`, which is given."""
    p2 = second or bidder("p2", "1000000000")
    return evaluated(package(bidder("p1", facts=CLEAN), p2, assessments=entries, **terms))


# What is left alone.


def test_the_other_half_of_the_box_is_left_alone():
    """p2 fell on its papers; whether it is on the Daftar Hitam is nobody's question any more."""
    found = two(*failed(ADMINISTRASI, "p2"), asks=ASKS_BLACKLIST)

    assert verdict(found, KUALIFIKASI, "p2") == "tidak_dievaluasi"
    assert told(found, KUALIFIKASI, "p2").reason == "Sudah gugur pada evaluasi administrasi."
    assert (needs(found), found.state, found.winner) == ([], "dihitung", "p1")


def test_what_was_found_and_said_stays():
    """The open check and the one vote that was given are in the record as they were."""
    vote = judged(KUALIFIKASI, "tidak_memenuhi", "p2", by="m1")
    found = two(
        *failed(ADMINISTRASI, "p2"), vote, asks=ASKS_BLACKLIST, general=[ADMINISTRASI, TEKNIS]
    )
    alone = told(found, KUALIFIKASI, "p2")

    assert finding(found, KUALIFIKASI, "qualification.blacklist", "p2").verdict == "belum_dinilai"
    assert [(v.member, v.verdict) for v in alone.votes] == [("m1", "tidak_memenuhi")]
    assert alone.entered
    assert verdict(found, KUALIFIKASI, "p1") == "belum_dinilai"


def test_a_fall_at_both_halves_is_told_of_both():
    """Correction came before; its price was never published."""
    both = [*failed(ADMINISTRASI, "p2"), *failed(KUALIFIKASI, "p2")]
    found = two(*both, second=bidder("p2", price=None))

    assert told(found, KOREKSI, "p2").reason == (
        "Sudah gugur pada evaluasi administrasi dan evaluasi kualifikasi."
    )


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS])
def test_a_price_that_was_never_published_holds_nothing_up(stage):
    """One file, everybody is evaluated: p2 falls further on, and its correction waits no more."""
    found = two(*failed(stage, "p2"), second=bidder("p2", price=None))

    assert verdict(found, KOREKSI, "p2") == "tidak_dievaluasi"
    assert finding(found, KOREKSI, "correction.price", "p2").verdict == "belum_dinilai"
    assert (needs(found), found.state, found.winner) == ([], "dihitung", "p1")
    assert found.price("p2") is None


def test_who_withdrew_later_is_left_alone_as_well():
    """It left at the technical evaluation."""
    found = two(second=bidder("p2", price=None), events=[gone("p2", TEKNIS)])

    assert verdict(found, KOREKSI, "p2") == "tidak_dievaluasi"
    assert (needs(found), found.winner) == ([], "p1")


def test_who_stands_is_waited_for():
    """Nothing is forgiven to a bid that has fallen nowhere."""
    found = two(asks=ASKS_BLACKLIST)

    assert needs(found) == [(KUALIFIKASI, "p2", "blacklist", "fakta")]
    assert (found.state, found.winner) == ("menunggu", None)


def test_prices_are_opened_though_a_fallen_bid_was_not_judged_to_the_end():
    """Two files: p2 fell at one half of the box, and the other half stays unanswered."""
    found = two(
        *failed(KUALIFIKASI, "p2"),
        judged(ADMINISTRASI, participant="p1"),
        general=[KUALIFIKASI, TEKNIS, PEMBUKTIAN],
        envelope=Envelope.DUA_FILE,
        events=[price_opening()],
    )

    assert verdict(found, ADMINISTRASI, "p2") == "tidak_dievaluasi"
    assert verdict(found, PEMBUKAAN_HARGA, "p2") is None
    assert (needs(found), found.winner) == ([], "p1")


def test_a_published_tender_comes_out_with_its_winner():
    """Five bids as a portal shows them: of who fell only the fall is known, and one has no price.

    Nobody wrote a general judgement: what is known is what is said of each.
    """
    fell = [
        *failed(ADMINISTRASI, "p1", note="Jaminan penawaran tidak disampaikan"),
        *failed(KUALIFIKASI, "p2", note="Kualifikasi usaha tidak sesuai"),
        judged(ADMINISTRASI, participant="p3"),
        judged(KUALIFIKASI, participant="p3"),
        *failed(TEKNIS, "p3", note="Peralatan tidak dapat dibuktikan"),
    ]
    stages = (ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKTIAN)
    won = [judged(stage, participant=name) for name in ("p4", "p5") for stage in stages]
    bids = [
        bidder("p1", "1000000000"),
        bidder("p2", price=None),
        bidder("p3", price=None),
        bidder("p4", "1150000000"),
        bidder("p5", "1200000000"),
    ]
    found = evaluated(package(*bids, assessments=[*fell, *won], general=()))

    assert (found.state, found.winner, found.reserves) == ("dihitung", "p4", ("p5",))
    assert found.awaiting == ()


# Correction keeps nobody out.


def test_one_correction_that_waits_holds_up_no_other_stage():
    """Both are judged to the end; the price of p2 is awaited, and with it the order."""
    found = two(second=bidder("p2", price=None))

    for stage in (POOL, ADMINISTRASI, KUALIFIKASI, TEKNIS):
        assert verdict(found, stage, "p2") == "lulus"
    assert [verdict(found, HARGA, name) for name in ("p1", "p2")] == ["lulus", None]
    assert found.ranking == ()
    assert verdict(found, PEMBUKTIAN, "p1") is None
    assert needs(found) == [(KOREKSI, "p2", None, "harga")]


def test_who_withdrew_at_the_correction_is_out():
    """And enters nothing after it."""
    found = two(second=bidder("p2", price=None), events=[gone("p2", KOREKSI)])

    assert verdict(found, KOREKSI, "p2") == "gugur"
    assert verdict(found, POOL, "p2") is None
    assert (needs(found), found.winner) == ([], "p1")


# A pool of the lowest.


def pooled(*bids, places=1, entries=(), events=(), **terms):
    """The `places` lowest are evaluated, and all who pass the price proven."""
    asks = {
        POOL: Requirements(lowest=places, clause="LDP huruf E"),
        **asked(PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA),
    }
    given = package(*bids, asks=asks, assessments=entries, events=events, **terms)
    return evaluated(given)


UNKNOWN = bidder("p3", price=None)


def test_a_pool_needs_every_price_and_says_so():
    """Nobody can tell who the lowest is: the place is held, and nobody is out for good."""
    found = pooled(bidder("p1"), bidder("p2", "1150000000"), UNKNOWN)

    assert found.stage(POOL).of(Verdict.LULUS) == ()
    assert told(found, POOL, "p1").reason == (
        "Belum termasuk 1 penawaran terendah, karena harga terkoreksi CV p3 Contoh belum diketahui."
    )
    (notice,) = [n for n in found.notices if n.code == "PENAWARAN_TERENDAH_BELUM_PASTI"]
    assert notice.message == (
        "Penawaran terendah yang dievaluasi (1) belum pasti: harga terkoreksi CV p3 Contoh belum"
        " diketahui."
    )
    assert notice.audience == "internal"
    assert needs(found) == [(KOREKSI, "p3", None, "harga")]


def test_a_pool_whose_prices_are_known_says_nothing_of_the_kind():
    """Who is out is out."""
    found = pooled(bidder("p1"), bidder("p2", "1150000000"))

    assert told(found, POOL, "p2").reason == (
        "Tidak termasuk 1 penawaran terendah setelah koreksi aritmatik."
    )
    assert "PENAWARAN_TERENDAH_BELUM_PASTI" not in codes(found)


@pytest.mark.parametrize("stage", [PEMBUKAAN, KOREKSI, POOL])
def test_who_left_before_holds_no_place(stage):
    """p3 left and its price is not needed any more."""
    found = pooled(bidder("p1"), bidder("p2", "1150000000"), UNKNOWN, events=[gone("p3", stage)])

    assert found.stage(POOL).of(Verdict.LULUS) == ("p1",)
    assert (needs(found), found.winner) == ([], "p1")


def test_who_is_undecided_holds_its_place_until_it_falls():
    """The lowest waits at one half of the box; once it falls at the other, the next comes in."""
    bids = [bidder("p1"), bidder("p2", "1150000000", facts=CLEAN)]
    asks = {POOL: Requirements(lowest=1, clause="LDP huruf E"), **ASKS_BLACKLIST}
    waiting = evaluated(package(*bids, asks=asks))
    found = evaluated(package(*bids, asks=asks, assessments=failed(ADMINISTRASI, "p1")))

    assert verdict(waiting, POOL, "p2") == "tidak_dievaluasi"
    assert needs(waiting) == [(KUALIFIKASI, "p1", "blacklist", "fakta")]
    assert verdict(found, KUALIFIKASI, "p1") == "tidak_dievaluasi"
    assert (needs(found), found.winner) == ([], "p2")


# Grounds of failure that rest on all prices.

LETTER_C, LETTER_G = "perpres-16-2018:51(2)c", "perpres-16-2018:51(2)g"
DEAR, CHEAP = "1221000000.01", "1221000000"
UNSURE = "DASAR_GAGAL_TIDAK_PASTI"


@pytest.mark.parametrize(
    ("prices", "ground", "unsure"),
    [
        ([DEAR, DEAR], LETTER_G, False),
        ([DEAR, CHEAP], LETTER_C, False),
        ([DEAR, None], LETTER_C, True),
        ([CHEAP, None], LETTER_C, False),
        ([None, None], LETTER_C, True),
    ],
)
def test_letter_g_takes_the_price_of_every_opened_bid(prices, ground, unsure):
    """All fell on their papers; above the HPS by a sen, at it, or not known."""
    names = [f"p{n}" for n, _ in enumerate(prices, 1)]
    bids = [
        bidder(name, price=None) if total is None else bidder(name, total)
        for name, total in zip(names, prices, strict=True)
    ]
    found = evaluated(package(*bids, assessments=failed(ADMINISTRASI, *names)))

    assert (found.state, found.failure.ground) == ("dihitung", ground)
    assert (UNSURE in codes(found)) is unsure
    if unsure:
        (notice,) = [n for n in found.notices if n.code == UNSURE]
        unknown = [f"CV {n} Contoh" for n, t in zip(names, prices, strict=True) if t is None]
        assert notice.message == (
            "Apakah seluruh penawaran di atas nilai total HPS tidak dapat dipastikan, karena harga"
            f" terkoreksi {', '.join(unknown)} tidak diketahui."
        )
        assert notice.audience == "internal"


LETTER_C_OF_LKPP = "lkpp-12-2021:4.2.14.a.c"
BUDGET = Decimal("1000000000")
# Corrected from its lines, and without any: then nobody knows the total.
OVER, WITHIN = priced("1000000000.01"), priced("1000000000")
UNCORRECTED = priced("1100000000", corrected_total=None, corrected_by=None)


@pytest.mark.parametrize(
    ("last", "ground", "unsure"),
    [
        (OVER, LETTER_C_OF_LKPP, False),
        (WITHIN, LETTER_C, False),
        (UNCORRECTED, LETTER_C, True),
    ],
)
def test_a_budget_fails_all_only_if_every_opened_price_is_above_it(last, ground, unsure):
    """Two lie above the Pagu Anggaran; the third left at the correction."""
    names = ("p1", "p2", "p3")
    prices = dict(zip(names, (OVER, OVER, last), strict=True))
    firms = [applicant(name, bid=True, price=prices[name]) for name in names]
    events = [listing_act(*names), deadline(), price_opening(), gone("p3", KOREKSI)]
    given = seleksi(
        *firms,
        scores={"p1": "90", "p2": "85", "p3": "80"},
        qualification=dict.fromkeys(names, 80),
        method=Method.PAGU_ANGGARAN,
        contract=Contract.WAKTU_PENUGASAN,
        pagu=BUDGET,
        events=events,
    )
    found = evaluated(given)

    assert (found.state, found.failure.ground) == ("dihitung", ground)
    assert (UNSURE in codes(found)) is unsure
    assert any("Pagu Anggaran" in n.message for n in found.notices if n.code == UNSURE) is unsure
