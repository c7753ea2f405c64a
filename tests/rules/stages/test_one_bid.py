"""Klarifikasi dan negosiasi with the one bid of a Tender: after the proof, and never upward.

Model documents before Perpres 16/2018 have it (IKP 27.15); Pasal 51 fails nobody for being alone.
"""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.faults import PackageRefusedError
from tender_engine.model import Requirements
from tender_engine.terms import Category, Envelope, StageId
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    HPS_TOTAL,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    hps,
    judged,
    needs,
    opened,
    package,
    refusal,
    unverified,
    verdict,
)
from tests.clarified import local, preferred, reading
from tests.happenings import agreed, auction, award, gone, in_vain, price_opening
from tests.procurements import applicants, invited

TALKS = StageId.NEGOSIASI
OUTCOME, CEILING = "negotiation.one_bid", "negotiation.one_bid_ceiling"
LEAST = Decimal("0.000001")
EARLY = reading("negotiation.one_bid_after", "evaluasi_harga")
NOT_PROVEN = (ADMINISTRASI, KUALIFIKASI, TEKNIS)


def one(*events, total="1100000000", **more):
    """One bid that passes everything; of several on the list who came in, if any, it is `p1`."""
    return package(bidder("p1", total), events=events, **more)


def test_one_bid_is_to_be_talked_over_and_nothing_waits_for_it():
    """Before, nobody is at that stage. A participant that only registered is no bid."""
    alone = evaluated(one())
    beside = evaluated(package(bidder("p1"), bidder("p2", submitted=False, price=None)))

    for evaluation in (alone, beside):
        assert (evaluation.state, evaluation.winner, evaluation.next) == (
            "dihitung", "p1", "negosiasi",
        )  # fmt: skip
        assert evaluation.stage(TALKS).verdicts == ()
        assert evaluation.price("p1").negotiated_total is None


def test_what_was_agreed_is_the_contract():
    """1.000.000.000 for a corrected 1.100.000.000: final, and 5 % of it the bond."""
    evaluation = evaluated(one(agreed(total="1000000000", day=18)))
    price = evaluation.price("p1")

    assert (evaluation.state, evaluation.winner, evaluation.next) == ("dihitung", "p1", None)
    assert verdict(evaluation, TALKS) == "lulus"
    assert price.corrected_total == Decimal(1_100_000_000)
    assert price.negotiated_total == price.final_total == Decimal(1_000_000_000)
    assert price.performance_bond == Decimal(50_000_000)
    assert price.percent_of_hps == Decimal("90.0901")  # of what was bid, for showing
    assert {"award.next_for_one_bid", "negotiation.one_bid_after"} <= {
        value.param for value in finding(evaluation, TALKS, OUTCOME).values
    }
    assert "negotiation.one_bid_after" in unverified(evaluation)


@pytest.mark.parametrize(
    ("total", "passes"),
    [
        ("0.000001", True),
        ("1099999999.999999", True),
        ("1100000000", True),
        ("1100000000.000001", True),
        ("1100000000.999999", True),
        ("1100000001", False),
    ],
)
def test_talks_never_raise_a_price(total, passes):
    """But by less than a rupiah, as rounded lines make it; from a rupiah on the talks go on."""
    evaluation = evaluated(one(agreed(total=total, day=18)))
    price, found = evaluation.price("p1"), finding(evaluation, TALKS, CEILING)

    assert verdict(evaluation, TALKS) == ("lulus" if passes else "belum_dinilai")
    assert price.final_total == (Decimal(total) if passes else Decimal(1_100_000_000))
    assert price.negotiated_total == Decimal(total)
    assert Decimal(found.facts["batas"]) == 1_100_000_000
    expected = [] if passes else [("negosiasi", "p1", None, "negosiasi_lanjutan")]
    assert needs(evaluation) == expected
    assert (evaluation.winner, evaluation.state) == (
        ("p1", "dihitung") if passes else (None, "menunggu")
    )
    assert "negotiation.one_bid_ceiling" in unverified(evaluation)


@pytest.mark.parametrize(
    ("estimate", "total", "expected"),
    [
        ("1100000000.5", "1100000000.5", "lulus"),
        ("1100000000.5", "1100000000.500001", "belum_dinilai"),
        ("1100000000", "1100000000.000001", "belum_dinilai"),
    ],
)
def test_the_hps_bounds_to_the_last_sen(estimate, total, expected):
    """However little a price may rise in talks."""
    evaluation = evaluated(one(agreed(total=total, day=18), hps=hps(estimate)))

    assert verdict(evaluation, TALKS) == expected


def test_a_tolerance_counts_only_where_it_decides():
    """A price that did not rise asks nobody to confirm it."""
    used = [
        "negotiation.ceiling_tolerance" in unverified(evaluated(one(agreed(total=total, day=18))))
        for total in ("1100000000", "1100000000.01", "1100000001")
    ]

    assert used == [False, True, True]


def test_it_is_the_corrected_bid_that_bounds_and_not_the_hps():
    """Between the bid and the HPS lies no agreement."""
    evaluation = evaluated(one(agreed(total=HPS_TOTAL, day=18)))

    assert verdict(evaluation, TALKS) == "belum_dinilai"


def test_talks_that_came_to_nothing_drop_the_one_bid():
    """Nobody is left: 51(2)c, by the Pokja, after the masa sanggah; a Tender ulang follows."""
    evaluation = evaluated(one(in_vain(day=18)))
    price = evaluation.price("p1")

    assert verdict(evaluation, TALKS) == "gugur"
    assert (evaluation.state, evaluation.result, evaluation.winner) == ("dihitung", "gagal", None)
    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert evaluation.failure.declared_by == "pokja"
    assert evaluation.next == "tender_ulang"
    assert (price.final_total, price.negotiated_total) == (Decimal(1_100_000_000), None)
    assert finding(evaluation, TALKS, CEILING) is None
    assert "negotiation.one_bid_failed" in unverified(evaluation)


def test_the_later_talks_count():
    """In vain, then agreed; agreed too high, then lower; agreed, then in vain."""
    first, later = agreed(total="1200000000", day=17), agreed(total="1050000000", day=18)

    for events in ((in_vain(day=17), later), (later, in_vain(day=17)), (first, later)):
        assert evaluated(one(*events)).price("p1").final_total == Decimal(1_050_000_000)
    assert evaluated(one(later, in_vain(day=19))).result == "gagal"


@pytest.mark.parametrize("talks", [agreed(total="1000000000", day=18), in_vain(day=18)])
def test_a_bid_above_the_hps_is_not_rescued(talks):
    """What is agreed below it is of no use to a bid that has fallen: 51(2)g."""
    evaluation = evaluated(one(talks, total=HPS_TOTAL + LEAST))

    assert verdict(evaluation, HARGA) == "gugur"
    assert evaluation.stage(TALKS).verdicts == ()
    assert evaluation.failure.ground == "perpres-16-2018:51(2)g"
    assert "NEGOSIASI_TIDAK_DIPAKAI" in codes(evaluation)
    assert evaluation.price("p1").final_total == HPS_TOTAL + LEAST


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKTIAN])
def test_who_fell_is_not_talked_back(stage):
    """Wherever it was: 51(2)c, and a notice that the talks are not used."""
    evaluation = evaluated(one(agreed(total="1000000000", day=18), assessments=failed(stage, "p1")))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert evaluation.stage(TALKS).verdicts == ()
    assert "NEGOSIASI_TIDAK_DIPAKAI" in codes(evaluation)


def test_talks_that_are_used_or_still_to_be_used_are_not_called_idle():
    """Agreed, or waiting for the proof."""
    talks = agreed(total="1000000000", day=18)

    assert "NEGOSIASI_TIDAK_DIPAKAI" not in codes(evaluated(one(talks)))
    assert "NEGOSIASI_TIDAK_DIPAKAI" not in codes(evaluated(one(talks, general=NOT_PROVEN)))


@pytest.mark.parametrize("talks", [agreed(total="1", day=18), in_vain(day=18)])
def test_of_two_bids_that_stand_none_is_talked_over(talks):
    """Nor while the second is not decided on."""
    bids = bidder("p1"), bidder("p2", "1150000000")

    assert refusal(package(*bids, events=[talks])) == [("ATR034", "events.0.type")]
    undecided = package(*bids, events=[talks], general=NOT_PROVEN)
    assert refusal(undecided) == [("ATR034", "events.0.type")]


ONE_CAME_IN = reading("negotiation.one_bid", "masuk")


def left_of_two(*events, stage=TEKNIS, **more):
    """Two bids came in, and one of them fell at `stage`."""
    bids = bidder("p1", "1100000000"), bidder("p2", "1150000000")
    return package(*bids, events=events, assessments=failed(stage, "p2"), **more)


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS, PEMBUKTIAN])
def test_the_one_bid_that_is_left_is_talked_over(stage):
    """By default whoever is left is the one bidder, wherever the other fell; else who came in."""
    found = evaluated(left_of_two(agreed(total="1050000000", day=18), stage=stage))

    assert verdict(found, TALKS) == "lulus"
    assert (found.winner, found.price("p1").final_total) == ("p1", Decimal(1_050_000_000))
    assert "negotiation.one_bid" in unverified(found)
    assert "NEGOSIASI_BACAAN_LAIN" not in codes(found)


def test_talks_in_the_other_reading_are_read_and_told():
    """In public; what is agreed counts all the same."""
    found = evaluated(left_of_two(agreed(total="1050000000", day=18), regulation=ONE_CAME_IN))
    notices = [n.audience for n in found.notices if n.code == "NEGOSIASI_BACAAN_LAIN"]

    assert notices == ["publik"]
    assert found.price("p1").final_total == Decimal(1_050_000_000)


def test_without_talks_the_value_decides_only_what_comes_next():
    """Nobody has to confirm it then."""
    left, came = evaluated(left_of_two()), evaluated(left_of_two(regulation=ONE_CAME_IN))

    assert (left.next, came.next) == ("negosiasi", None)
    assert "negotiation.one_bid" not in unverified(left) | unverified(came)


def test_who_is_kept_out_or_undecided_has_not_fallen():
    """A pool of the one lowest leaves the other out: two stand."""
    pool = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=1, clause="LDP 1")}
    bids = bidder("p1", "1100000000"), bidder("p2", "1150000000")

    assert evaluated(package(*bids, asks=pool)).next != "negosiasi"
    assert refusal(package(*bids, asks=pool, events=[agreed(day=18)])) == [
        ("ATR034", "events.0.type")
    ]


def test_talks_where_all_have_fallen_are_not_used():
    """51(2)c, and a notice."""
    given = package(
        bidder("p1"), bidder("p2", "1150000000"), events=[agreed(day=18)],
        assessments=failed(ADMINISTRASI, "p1", "p2"),
    )  # fmt: skip

    assert "NEGOSIASI_TIDAK_DIPAKAI" in codes(evaluated(given))


def test_every_talk_of_several_bids_is_refused_by_name():
    """Each at its own place, with the number of bids."""
    bids = bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000")
    given = package(*bids, events=[agreed(day=18), auction(held=False), in_vain("p2", 18)])

    assert refusal(given) == [("ATR034", "events.0.type"), ("ATR034", "events.2.type")]


def test_the_refusal_counts_who_came_in_and_who_stands():
    """Three came in and one has fallen: two stand, one too many for talks."""
    bids = bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000")
    away = gone("p3", "pembukaan")
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(package(*bids, events=[agreed(day=18), away]))

    assert [fault.params for fault in refused.value.faults] == [{"count": "3", "left": "2"}]


def test_after_the_proof_unless_the_document_says_otherwise():
    """The proof is open: by default the talks are not looked at, in the other reading they are."""
    talks = in_vain(day=18)
    late = evaluated(one(talks, general=NOT_PROVEN))
    early = evaluated(one(talks, general=NOT_PROVEN, regulation=EARLY))

    assert late.stage(TALKS).verdicts == ()
    assert verdict(early, TALKS) == "gugur"
    assert {stage for stage, *_ in needs(late)} == {"pembuktian_kualifikasi"}


@pytest.mark.parametrize(("fallen", "result"), [(False, "pemenang"), (True, "gagal")])
def test_talks_before_the_proof_replace_no_proof(fallen, result):
    """In the other reading who agreed still has to pass it."""
    falls = failed(PEMBUKTIAN, "p1") if fallen else []
    given = one(agreed(total="1000000000", day=18), regulation=EARLY, assessments=falls)
    evaluation = evaluated(given)

    assert verdict(evaluation, TALKS) == "lulus"
    assert evaluation.result == result


def test_before_they_are_held_the_other_reading_waits_for_nothing_either():
    """What is next is the same."""
    assert evaluated(one(regulation=EARLY)).next == "negosiasi"


@pytest.mark.parametrize(
    ("agreed_on", "bond"),
    [
        ("200000000", None),
        ("200000000.000001", "10000000.00000005"),
        ("800000000", "40000000"),
        ("799999999", "39999999.95"),
    ],
)
def test_the_bond_is_of_the_contract_as_talked_down(agreed_on, bond):
    """HPS Rp1 miliar, bid 900.000.000: above 80 % on the bid, so 5 % of the contract it became.

    Pasal 33 ayat (1): none for a contract of at most Rp200.000.000.
    """
    given = one(
        agreed(total=agreed_on, day=18), total="900000000", hps=hps("1000000000", lines=None)
    )
    expected = None if bond is None else Decimal(bond)

    assert evaluated(given).price("p1").performance_bond == expected


@pytest.mark.parametrize(
    ("bid", "bond"), [("800000000", "35000000"), ("799999999.999999", "50000000")]
)
def test_eighty_percent_is_of_the_corrected_bid_whatever_was_agreed(bid, bond):
    """Both agreed on 700.000.000: 5 % of that, or of the HPS where the bid was below the line."""
    given = one(
        agreed(total="700000000", day=18),
        total=bid,
        hps=hps("1000000000", lines=None),
        assessments=[judged(HARGA, "memenuhi", "p1", "kewajaran_harga")],
    )

    assert evaluated(given).price("p1").performance_bond == Decimal(bond)


def test_a_price_talked_below_eighty_percent_is_not_judged_for_fairness():
    """The line is on the corrected bid; the Pokja agreed on the rest itself."""
    assert needs(evaluated(one(agreed(total="1", day=18)))) == []


def test_talks_leave_rank_and_preference_as_they_are():
    """Order and HEA are of what was bid."""
    given = package(
        local("p1", "1000000000", "40"),
        category=Category.BARANG,
        asks=preferred(),
        hps=hps(lines=None),
        events=[agreed(total="950000000", day=18)],
    )
    evaluation = evaluated(given)

    assert evaluation.price("p1").hea == Decimal(900_000_000)
    assert [place.figure for place in evaluation.ranking] == [Decimal(900_000_000)]
    assert evaluation.price("p1").final_total == Decimal(950_000_000)


def test_the_rank_is_of_the_corrected_bid():
    """Agreed on 1.000.000.000, it stands in the order with the 1.100.000.000 that it bid."""
    evaluation = evaluated(one(agreed(total="1000000000", day=18)))

    assert [place.figure for place in evaluation.ranking] == [Decimal(1_100_000_000)]
    assert evaluation.price("p1").compared == Decimal(1_100_000_000)


def test_the_act_may_follow_the_talks():
    """It agrees where they came to an end, and differs where they failed or are open."""
    act = award("p1")

    assert evaluated(one(agreed(total="1000000000", day=18), act)).state == "ditetapkan"
    assert evaluated(one(act)).state == "ditetapkan"
    for talks in (in_vain(day=18), agreed(total="1200000000", day=18)):
        evaluation = evaluated(one(talks, act))
        assert evaluation.state != "ditetapkan"
        assert "TINDAKAN_BERBEDA" in codes(evaluation)


@pytest.mark.parametrize(
    ("bids", "before"),
    [
        ((bidder("p1"),), ()),
        # Of two who were determined the first left, and then the other was.
        (
            (bidder("p2", "1000000000"), bidder("p1")),
            (award("p2", "p1", day=18), gone("p2", StageId.PENETAPAN, day=19)),
        ),
    ],
)
def test_after_the_act_no_talks_are_next_and_none_count(bids, before):
    """They belong before it: it stands by the price that was bid, and later ones are told."""
    act, late = award("p1", day=20, number="BA-2"), agreed(total="1000000000", day=21)
    determined = evaluated(package(*bids, events=(*before, act)))
    talked = evaluated(package(*bids, events=(*before, act, late)))

    assert evaluated(package(*bids, events=before)).next == "negosiasi"
    assert (determined.state, determined.winner, determined.next) == ("ditetapkan", "p1", None)
    assert talked.price("p1").final_total == determined.price("p1").final_total
    assert "TINDAKAN_TIDAK_DIPAKAI" in codes(talked)


def test_in_two_files_they_come_after_the_opening_of_the_price():
    """A price that is sealed is not talked over."""
    given = one(agreed(total="1000000000", day=19), envelope=Envelope.DUA_FILE)
    sealed = evaluated(given)
    open_ = evaluated(evolve(given, events=(*given.events, price_opening())))

    assert (opened(sealed), sealed.state) == ([], "menunggu")
    assert sealed.stage(TALKS).verdicts == ()
    assert open_.price("p1").final_total == Decimal(1_000_000_000)


def test_after_a_prakualifikasi_one_of_three_invited_is_talked_over():
    """Its proof was passed before, so the talks follow the evaluation of prices."""
    first, *others = applicants(3, bid=True)
    silent = [evolve(x, submitted=evolve(x.submitted, penawaran=None)) for x in others]
    firms = (evolve(first, price=bidder("p1").price), *silent)
    given = {"envelope": Envelope.SATU_FILE}

    assert evaluated(invited(*firms, **given)).next == "negosiasi"
    for regulation in (None, EARLY):
        found = evaluated(
            invited(*firms, events=(agreed(total="1000000000", day=18),), regulation=regulation,
                    **given))  # fmt: skip
        assert (found.winner, found.next) == ("p1", None)
        assert found.price("p1").final_total == Decimal(1_000_000_000)


@pytest.mark.parametrize("accepted", [True, False, None])
def test_who_leaves_instead_of_talking_is_out(accepted):
    """With or without talks recorded: nobody is left, 51(2)c."""
    for talks in ((), (agreed(total="1000000000", day=17),)):
        evaluation = evaluated(one(*talks, gone("p1", TALKS, accepted)))
        assert verdict(evaluation, TALKS) == "gugur"
        assert (evaluation.winner, evaluation.failure.ground) == (
            None, "perpres-16-2018:51(2)c",
        )  # fmt: skip
        assert "PENGUNDURAN_DIRI_TIDAK_DIPAKAI" not in codes(evaluation)


@pytest.mark.parametrize(
    ("regulation", "proof", "told"),
    [(None, 18, False), (None, 19, True), (EARLY, 19, False), (EARLY, 18, False)],
)
def test_talks_before_the_proof_they_follow_are_told(regulation, proof, told):
    """On the 18th; in the other reading only technical has to lie before them."""
    given = one(
        agreed(total="1000000000", day=18),
        regulation=regulation,
        general=NOT_PROVEN,
        assessments=[judged(PEMBUKTIAN, when=at(proof))],
    )
    messages = [n.message for n in evaluated(given).notices if n.code == "URUTAN_WAKTU"]

    assert any(message.startswith("Negosiasi tercatat") for message in messages) == told
