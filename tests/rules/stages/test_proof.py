"""Pembuktian kualifikasi: in rank order within its scope."""

import datetime as dt

import pytest

from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import ProofScope, StageId
from tests.builders import (
    JUDGED,
    PEMBUKTIAN,
    asked,
    bidder,
    codes,
    evaluated,
    failed,
    finding,
    judged,
    needs,
    package,
    verdict,
)

SEVEN = [bidder(f"p{n}", 1_100_000_000 + n) for n in range(1, 8)]
ALL = [f"p{n}" for n in range(1, 8)]
OPEN = JUDGED[:3]


def proofs(evaluation):
    """The verdict at the proof by participant."""
    return {v.participant: str(v.verdict) for v in evaluation.stage(PEMBUKTIAN).verdicts}


def out(*names, **more):
    """Seven bids of which these fall at the proof."""
    return evaluated(package(*SEVEN, assessments=failed(PEMBUKTIAN, *names), **more))


def test_ranks_one_to_three_are_called():
    """LKPP 12/2021 4.1.2: calon pemenang and two reserves; the others are lawfully left alone."""
    assert proofs(out()) == dict.fromkeys(ALL[:3], "lulus") | dict.fromkeys(
        ALL[3:], "tidak_dievaluasi"
    )


@pytest.mark.parametrize(
    ("fallen", "winner", "reserves"),
    [
        (["p1"], "p2", ("p3",)),
        (["p1", "p2"], "p3", ()),
        (["p2", "p3"], "p1", ()),
    ],
)
def test_ranks_four_to_six_stay_out_while_one_of_three_stands(fallen, winner, reserves):
    """The three are fixed; reserves are only who passed, so none or one is normal."""
    evaluation = out(*fallen)

    assert (evaluation.winner, evaluation.reserves) == (winner, reserves)
    assert [name for name, found in proofs(evaluation).items() if found == "tidak_dievaluasi"] == (
        ALL[3:]
    )


def test_ranks_four_to_six_enter_when_all_three_are_out():
    """And rank seven only after them."""
    evaluation = out("p1", "p2", "p3")

    assert (evaluation.winner, evaluation.reserves) == ("p4", ("p5", "p6"))
    assert proofs(evaluation)["p7"] == "tidak_dievaluasi"
    assert out(*ALL[:6]).winner == "p7"


def test_one_undecided_of_three_keeps_the_next_out():
    """Two fell, the third is not judged yet: nobody moves up, the tender waits."""
    half = judged(PEMBUKTIAN, "memenuhi", "p3", by="m1")
    evaluation = evaluated(package(*SEVEN, assessments=[*failed(PEMBUKTIAN, "p1", "p2"), half]))

    assert evaluation.state == "menunggu"
    assert proofs(evaluation)["p4"] == "tidak_dievaluasi"
    assert evaluation.stage(StageId.PENETAPAN).verdicts == ()


def test_nobody_left_fails():
    """None passes the proof: 51(2)c, after the masa sanggah."""
    evaluation = out(*ALL)

    assert (evaluation.result, evaluation.failure.ground) == ("gagal", "perpres-16-2018:51(2)c")
    assert evaluation.failure.effective == "setelah_masa_sanggah"


OVERLAY = Regulation(overlays=("pasuruan-2022",))
OWN = Regulation(values=(DocumentValue("proof.scope", "semua_lulus_harga", "LDP J", "praktik"),))


@pytest.mark.parametrize(
    "terms",
    [
        {"asks": asked(PEMBUKTIAN, scope=ProofScope.SEMUA_LULUS_HARGA)},
        {"regulation": OVERLAY},
        {"regulation": OWN},
    ],
)
def test_everybody_who_passed_the_price_may_be_called(terms):
    """By the document's setting, the Pasuruan standard, or a value that the document sets."""
    evaluation = out("p2", **terms)

    assert list(proofs(evaluation)) == ALL
    assert (evaluation.winner, evaluation.reserves) == ("p1", ("p3", "p4"))


def test_the_document_goes_before_the_local_standard():
    """`scope` in the document calls three, whatever the overlay says."""
    asks = asked(PEMBUKTIAN, scope=ProofScope.CALON_PEMENANG_DAN_CADANGAN)

    assert proofs(out(asks=asks, regulation=OVERLAY))["p4"] == "tidak_dievaluasi"


def test_an_overlay_is_in_the_record():
    """Whose value it was is said, with its own instrument."""
    evaluation = out(regulation=OVERLAY)
    used = next(v for v in evaluation.values if v.param == "proof.scope")

    assert (used.set_by, used.instrument) == (
        "pasuruan-2022", "Standar Pelayanan Kabupaten Pasuruan 2022",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attended", "judgement", "expected"),
    [
        (True, True, "lulus"),
        (False, True, "gugur"),
        (None, True, "lulus"),
        (True, False, "belum_dinilai"),
        (False, False, "gugur"),
        (None, False, "belum_dinilai"),
    ],
)
def test_who_stays_away_is_out_and_who_comes_is_still_judged(attended, judgement, expected):
    """To attend is not to pass; to stay away is to fall."""
    bid = bidder(facts={PEMBUKTIAN: {"attended": attended}})
    evaluation = evaluated(package(bid, general=JUDGED if judgement else OPEN))

    assert verdict(evaluation, PEMBUKTIAN) == expected


@pytest.mark.parametrize(
    ("qualified", "expected"), [(True, "lulus"), (False, "belum_dinilai"), (None, "belum_dinilai")]
)
def test_who_is_qualified_in_sikap_needs_no_proof(qualified, expected):
    """Pasal 44 ayat (8): nothing is asked of them, not even to come."""
    bid = bidder(facts={PEMBUKTIAN: {"sikap_qualified": qualified, "attended": None}})
    evaluation = evaluated(package(bid, general=OPEN))

    assert verdict(evaluation, PEMBUKTIAN) == expected
    assert bool(needs(evaluation)) == (expected != "lulus")


def test_a_judgement_on_who_is_exempt_is_not_lost():
    """What the panel said all the same is in the record; that something is wrong decides."""
    facts = {PEMBUKTIAN: {"sikap_qualified": True, "attended": False}}
    passing = evaluated(package(bidder(facts=facts)))
    falling = evaluated(package(bidder(facts=facts), assessments=failed(PEMBUKTIAN, "p1")))
    alone = judged(PEMBUKTIAN, "tidak_memenuhi", "p1", by="m1", note="akta tidak asli")
    dissent = evaluated(package(bidder(facts=facts), assessments=[alone]))

    assert verdict(passing, PEMBUKTIAN) == "lulus"
    assert finding(passing, PEMBUKTIAN, "proof.criteria").verdict == "lulus"
    assert verdict(falling, PEMBUKTIAN) == "gugur"
    assert verdict(dissent, PEMBUKTIAN) == "lulus"
    assert [v.member for v in dissent.stage(PEMBUKTIAN).verdicts[0].votes] == ["m1"]


def test_a_local_standard_is_refused_before_it_was_in_force():
    """The Pasuruan standard is of 2022: in 2021 it changes nothing, and that is said."""
    from tender_engine.faults import PackageRefusedError

    with pytest.raises(PackageRefusedError) as refused:
        out(regulation=OVERLAY, announced_on=dt.date(2021, 12, 31))
    assert [fault.code for fault in refused.value.faults] == ["ATR005"]
    assert "ATR" not in str(codes(out(regulation=OVERLAY, announced_on=dt.date(2022, 1, 1))))
