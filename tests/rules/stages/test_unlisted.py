"""A stage of which the document lists nothing is judged as a whole: an empty list is no pass."""

import datetime as dt
from decimal import Decimal

import pytest

from tender_engine.model import Criterion, Member, Requirements
from tender_engine.terms import BusinessSize, StageId
from tender_rules import national
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    bidder,
    demands,
    evaluated,
    failed,
    finding,
    hps,
    judged,
    needs,
    package,
    verdict,
)
from tests.procurements import applicants, screened

STAGES = (ADMINISTRASI, KUALIFIKASI, TEKNIS)
RULES = {
    ADMINISTRASI: "administration.criteria",
    KUALIFIKASI: "qualification.criteria",
    TEKNIS: "technical.criteria",
}


def unlisted(stage, *entries, asks=None, bids=(), **terms):
    """Bids of which the document asks nothing at `stage`, unless it is told what."""
    others = [known for known in JUDGED if known is not stage]
    wanted = {stage: asks or Requirements()}
    return evaluated(package(*bids, asks=wanted, general=others, assessments=entries, **terms))


@pytest.mark.parametrize("stage", STAGES)
def test_who_is_not_judged_waits_for_the_panel(stage):
    """Everybody who entered, of the whole panel, with no criterion named."""
    found = unlisted(stage, bids=[bidder("p1"), bidder("p2")])

    assert [verdict(found, stage, name) for name in ("p1", "p2")] == ["belum_dinilai"] * 2
    assert needs(found) == [(stage, name, None, "penilaian_tahap") for name in ("p1", "p2")]
    assert {item.asked for item in found.awaiting} == {("m1", "m2", "m3")}
    assert found.state == "menunggu"


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("who", ["*", "p1"])
def test_the_panels_word_on_the_stage_decides(stage, who):
    """More than half of three: two are enough and one is not; a criterion is not named."""
    two, one = (unlisted(stage, judged(stage, participant=who, by=by)) for by in ("m1 m2", "m1"))

    assert verdict(two, stage) == "lulus"
    assert finding(two, stage, RULES[stage]).reason.startswith("Memenuhi evaluasi ")
    assert needs(one) == [(stage, "p1", None, "penilaian_tahap")]
    assert {item.asked for item in one.awaiting} == {("m2", "m3")}


@pytest.mark.parametrize("stage", STAGES)
def test_the_exception_goes_before_the_general_word(stage):
    """p2 does not meet it; the reason says so in the words of the panel."""
    words = [judged(stage), *failed(stage, "p2", note="tidak ada surat penawaran")]
    found = unlisted(stage, *words, bids=[bidder("p1"), bidder("p2")])

    assert [verdict(found, stage, name) for name in ("p1", "p2")] == ["lulus", "gugur"]
    assert finding(found, stage, RULES[stage], "p2").reason == (
        f"Tidak memenuhi {stage.replace('_', ' ')} secara keseluruhan: tidak ada surat penawaran"
    )


KSO = (
    Member("b", "CV Dua", share_percent=Decimal(40), lead=False),
    Member("a", "CV Satu", share_percent=Decimal(60), lead=True),
)
ASKED = {
    "bid_validity_days": (ADMINISTRASI, 60),
    "completion_days": (ADMINISTRASI, 90),
    "bid_bond": (ADMINISTRASI, Bond(Decimal(1), dt.date(2022, 8, 1))),
    "business_size": (KUALIFIKASI, (BusinessSize.KECIL,)),
    "blacklist": (KUALIFIKASI, True),
}


@pytest.mark.parametrize("check", ASKED)
def test_a_named_check_is_a_record(check):
    """Its rule decides, and nobody is asked for a word on the whole."""
    stage, value = ASKED[check]
    found = unlisted(stage, asks=demands(**{check: value}))

    assert "penilaian_tahap" not in {need for *_, need in needs(found)}


@pytest.mark.parametrize(
    ("check", "stage"),
    [("bid_bond", ADMINISTRASI), ("kso_agreement", ADMINISTRASI), ("blacklist", KUALIFIKASI)],
)
def test_a_check_that_the_document_declines_is_none(check, stage):
    """`false` asks for nothing, so nothing would be looked at."""
    found = unlisted(stage, asks=demands(**{check: False}))

    assert needs(found) == [(stage, "p1", None, "penilaian_tahap")]


def test_what_the_law_checks_by_itself_does_not_count():
    """Works above Rp10 miliar need a bond, a KSO its agreement: both met, the papers are not."""
    member = [Member(f"a{n}", f"CV A{n}", share_percent=Decimal(50), lead=n == 1) for n in (1, 2)]
    facts = {
        ADMINISTRASI: {
            "kso_agreement": True,
            "bid_bond": Bond(Decimal(200_000_000), dt.date(2022, 8, 1)),
        }
    }
    bid = bidder("p1", "10900000000", members=tuple(member), facts=facts)
    terms = {"hps": hps("11000000000", lines=None), "pagu": Decimal("12000000000"), "bids": [bid]}
    waiting = unlisted(ADMINISTRASI, **terms)

    assert verdict(waiting, ADMINISTRASI) == "belum_dinilai"
    assert finding(waiting, ADMINISTRASI, "administration.bid_bond").verdict == "lulus"
    assert finding(waiting, ADMINISTRASI, "administration.kso_agreement").verdict == "lulus"
    assert verdict(unlisted(ADMINISTRASI, judged(ADMINISTRASI), **terms), ADMINISTRASI) == "lulus"


def test_before_bids_the_same_holds():
    """Each applicant of a prakualifikasi waits for a word on its qualification."""
    given = {"asks": {KUALIFIKASI: Requirements()}, "general": (PEMBUKTIAN,)}
    waiting = evaluated(screened(*applicants(3), **given))
    found = evaluated(screened(*applicants(3), **given, assessments=[judged(KUALIFIKASI)]))

    assert {(stage, need) for stage, _, _, need in needs(waiting)} == {
        (KUALIFIKASI, "penilaian_tahap")
    }
    assert (found.state, found.shortlist) == ("dihitung", ("p1", "p2", "p3"))


def test_stages_that_rules_decide_are_not_meant():
    """Nothing is listed for the price, and nobody is asked for a word on it."""
    found = unlisted(HARGA)

    assert (found.state, verdict(found, HARGA)) == ("dihitung", "lulus")


def test_every_check_of_the_law_is_known_as_one():
    """Each rule that decides a key of what the document asks, and no other key."""
    stages = {s for p in national().procedures.values() for s in p.stages if s.id in STAGES}
    decided = {rule.check for stage in stages for rule in stage.rules if rule.check}

    asked = {check for check in national().declarations.checks if check.demand}
    assert decided == asked


def test_a_stage_has_one_question_or_its_criteria():
    """With a criterion the same entry is on it, and the stage is no question of its own."""
    own = Criterion("a", "syarat a", "LDP a")
    found = unlisted(TEKNIS, judged(TEKNIS), asks=Requirements(criteria=(own,)))

    assert finding(found, TEKNIS, "technical.criteria").facts["kriteria"] == "a"
    assert [v.criterion for v in found.stage(StageId.EVALUASI_TEKNIS).verdicts[0].votes] == [
        "a", "a", "a",
    ]  # fmt: skip


def test_a_key_that_says_nothing_of_whoever_bids_alone_is_no_record():
    """The law asks every KSO for its agreement; with that key alone the panel judges the whole."""
    facts = {ADMINISTRASI: {"kso_agreement": True}}
    bids = [bidder("p1"), bidder("p2", members=KSO, facts=facts)]
    asked = demands(kso_agreement=True)
    waiting = unlisted(ADMINISTRASI, asks=asked, bids=bids)
    words = [judged(ADMINISTRASI), *failed(ADMINISTRASI, "p1", note="tanpa surat penawaran")]
    found = unlisted(ADMINISTRASI, *words, asks=asked, bids=bids)

    assert [verdict(waiting, ADMINISTRASI, name) for name in ("p1", "p2")] == ["belum_dinilai"] * 2
    assert [verdict(found, ADMINISTRASI, name) for name in ("p1", "p2")] == ["gugur", "lulus"]
