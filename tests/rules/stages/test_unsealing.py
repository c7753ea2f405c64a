"""Pembukaan harga: the second envelope, for whom and when (Perpres 16/2018 Pasal 40 and 43)."""

import pytest

from tender_engine.events import FailureAct
from tender_engine.terms import Decider, Envelope, StageId
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKAAN_HARGA,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    judged,
    needs,
    opened,
    package,
    refusal,
    unverified,
    verdict,
)
from tests.happenings import price_opening

CORRECTION = StageId.KOREKSI_ARITMATIK
THREE = (bidder("p1", "1100000000"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))


def two_files(*bidders, opened=True, **terms):
    """A tender in two files."""
    events = [*([price_opening()] if opened else []), *terms.pop("events", ())]
    return package(*bidders, envelope=Envelope.DUA_FILE, events=events, **terms)


def test_without_an_opening_nothing_is_opened():
    """All passed; the opening is awaited, and after it nothing more."""
    waiting, done = evaluated(two_files(*THREE, opened=False)), evaluated(two_files(*THREE))

    assert (waiting.state, opened(waiting)) == ("menunggu", [])
    assert needs(waiting) == [("pembukaan_harga", None, None, "pembukaan_harga")]
    assert (done.state, opened(done), done.winner) == ("dihitung", ["p1", "p2", "p3"], "p1")
    assert "unsealing.whose" in unverified(done)


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS])
def test_one_undecided_keeps_every_price_shut(stage):
    """An opening that is recorded too early opens nobody, not even those who passed."""
    open_question = [judged(stage, "memenuhi", "p2", by="m1")]
    evaluation = evaluated(two_files(*THREE, assessments=open_question))

    assert (evaluation.state, opened(evaluation)) == ("menunggu", [])
    assert evaluation.stage(PEMBUKAAN_HARGA).verdicts == ()
    assert {(at, who) for at, who, *_ in needs(evaluation)} == {(str(stage), "p2")}


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS])
def test_who_fell_before_is_never_opened(stage):
    """The others are opened and ranked; of the fallen no figure is left anywhere."""
    evaluation = evaluated(two_files(*THREE, assessments=failed(stage, "p1")))

    assert (opened(evaluation), evaluation.winner) == (["p2", "p3"], "p2")
    assert verdict(evaluation, PEMBUKAAN_HARGA, "p1") is None


def test_who_fell_at_one_half_of_the_box_may_be_undecided_in_the_other():
    """Nobody asks any more about a bidder that is out: it holds no price shut."""
    judgements = [
        *failed(ADMINISTRASI, "p1"),
        judged(KUALIFIKASI, "memenuhi", "p1", by="m1"),
    ]
    evaluation = evaluated(two_files(*THREE, assessments=judgements))

    assert opened(evaluation) == ["p2", "p3"]


def test_a_price_that_is_not_there_waits():
    """Opened but not put in: that bidder waits, and the order waits with it."""
    given = two_files(THREE[0], bidder("p2", price=None), THREE[2])
    evaluation = evaluated(given)

    assert (evaluation.state, evaluation.ranking) == ("menunggu", ())
    assert needs(evaluation) == [("pembukaan_harga", "p2", None, "harga")]
    assert verdict(evaluation, PEMBUKAAN_HARGA, "p2") == "belum_dinilai"
    assert opened(evaluation) == ["p1", "p3"]


def test_what_is_awaited_before_the_opening_names_the_missing_prices():
    """Of those who passed alone."""
    people = (THREE[0], bidder("p2", price=None), bidder("p3", price=None))
    evaluation = evaluated(two_files(*people, opened=False, assessments=failed(TEKNIS, "p3")))

    assert needs(evaluation) == [
        ("pembukaan_harga", None, None, "pembukaan_harga"),
        ("pembukaan_harga", "p2", None, "harga"),
    ]


def test_correction_comes_after_the_opening():
    """In two files nobody is corrected who was not opened."""
    before = evaluated(two_files(*THREE, opened=False))

    assert before.stage(CORRECTION).verdicts == ()
    assert [str(stage.id) for stage in before.stages].index("koreksi_aritmatik") > [
        str(stage.id) for stage in before.stages
    ].index("pembukaan_harga")


def test_all_above_the_hps_counts_the_opened_alone():
    """51(2)g speaks of prices, and the sealed one of who fell is none."""
    high = [bidder(f"p{n}", "1221000001") for n in (1, 2)]
    evaluation = evaluated(two_files(*high, THREE[2], assessments=failed(TEKNIS, "p3")))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)g"


def test_nobody_passes_technical_and_nothing_is_opened():
    """51(2)c with an opening on record: no price is read for it."""
    evaluation = evaluated(two_files(*THREE, assessments=failed(TEKNIS, "p1", "p2", "p3")))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert opened(evaluation) == []


def test_a_failure_that_people_declare_opens_nothing():
    """Declared while technical is undecided: the prices stay shut."""
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, "perpres-16-2018:51(2)d")
    evaluation = evaluated(two_files(*THREE, general=(ADMINISTRASI,), events=[act]))

    assert (evaluation.state, opened(evaluation)) == ("ditetapkan", [])


def test_one_file_has_no_opening_of_its_own():
    """There is no second envelope."""
    given = package(*THREE, events=[price_opening()])

    assert refusal(given) == [("ATR025", "events.0.type")]


def test_a_price_without_a_bid_stays_shut_and_is_noticed():
    """Registered only, with a price in the file."""
    given = two_files(THREE[0], bidder("p2", "1000000000", submitted=False))
    evaluation = evaluated(given)

    assert opened(evaluation) == ["p1"]
    assert "HARGA_TANPA_PENAWARAN" in codes(evaluation)
