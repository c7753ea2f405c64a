"""Pembukaan harga: the second envelope, for whom and when (Perpres 16/2018 Pasal 40 and 43)."""

import pytest

from tender.events import Award, Closing, FailureAct, Negotiation, ObjectionPeriodEnd
from tender.terms import (
    Category,
    Contract,
    Decider,
    Envelope,
    Method,
    NegotiationOutcome,
    Phase,
    StageId,
)
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKAAN_HARGA,
    PEMBUKTIAN,
    TEKNIS,
    applicant,
    asked,
    at,
    bidder,
    closing,
    codes,
    deadline,
    evaluated,
    extended,
    failed,
    judged,
    listing_act,
    needs,
    package,
    price_opening,
    priced,
    refusal,
    score,
    scored,
    seleksi,
    unverified,
    verdict,
)

CORRECTION = StageId.KOREKSI_ARITMATIK
EQUALIZED = StageId.PENYETARAAN_TEKNIS
SCORES = {"p1": 90, "p2": 80, "p3": 70, "p4": 65}
TOTALS = {"p1": "1100000000", "p2": "1000000000", "p3": "900000000", "p4": "800000000"}
THREE = (bidder("p1", "1100000000"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))


def two_files(*bidders, opened=True, **terms):
    """A tender in two files."""
    events = [*([price_opening()] if opened else []), *terms.pop("events", ())]
    return package(*bidders, envelope=Envelope.DUA_FILE, events=events, **terms)


def opened(evaluation):
    """Whose price is known."""
    return [price.participant for price in evaluation.prices]


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


class TestTwoStages:
    """Dua tahap: technical offer, penyetaraan, and a revised offer with its price."""

    ALL = (ADMINISTRASI, KUALIFIKASI, TEKNIS, EQUALIZED, StageId.PEMBUKTIAN_KUALIFIKASI)

    def given(self, *second, prices=("p1", "p2"), general=ALL, events=(), **terms):
        """Two bidders, of whom `second` handed in the revised offer and `prices` are there."""
        people = [
            applicant(n, bid=True, second=n in second, price=priced(t) if n in prices else None)
            for n, t in (("p1", "1100000000"), ("p2", "1150000000"))
        ]
        envelope = Envelope.DUA_TAHAP
        return package(*people, envelope=envelope, general=general, events=events, **terms)

    def test_the_second_offers_are_opened(self):
        """Both are there: the cheaper one wins."""
        evaluation = evaluated(self.given("p1", "p2", events=[price_opening()]))

        assert (evaluation.winner, evaluation.reserves) == ("p1", ("p2",))

    def test_a_missing_second_offer_waits(self):
        """The price of the first stage is no revised offer, and stays shut."""
        evaluation = evaluated(self.given("p2", events=[price_opening()]))

        assert evaluation.state == "menunggu"
        assert needs(evaluation) == [("pembukaan_harga", "p1", None, "harga")]
        assert opened(evaluation) == ["p2"]

    @pytest.mark.parametrize("of", ["penawaran", "penawaran_tahap_dua"])
    def test_after_its_own_deadline_a_missing_one_is_out(self, of):
        """Only the closing of the second stage ends the second stage."""
        events = [price_opening(), closing(of, 17)]
        evaluation = evaluated(self.given("p2", events=events))
        gone = of == "penawaran_tahap_dua"

        assert verdict(evaluation, PEMBUKAAN_HARGA, "p1") == ("gugur" if gone else "belum_dinilai")
        assert evaluation.winner == ("p2" if gone else None)
        assert opened(evaluation) == ["p2"]

    def test_an_extended_deadline_has_to_pass_as_well(self):
        """A closing before the last extension closed nothing."""
        phase = "penawaran_tahap_dua"
        events = [price_opening(), closing(phase, 16), extended(phase, 16)]

        assert evaluated(self.given("p2", events=events)).state == "menunggu"

    def test_handed_in_but_not_put_in_the_dossier_waits_even_after_the_deadline(self):
        """A bidder that handed in is not out because its file is not here yet."""
        events = [price_opening(), Closing(at(17), Phase.PENAWARAN_TAHAP_DUA)]
        evaluation = evaluated(self.given("p1", "p2", prices=("p2",), events=events))

        assert needs(evaluation) == [("pembukaan_harga", "p1", None, "harga")]

    def test_nobody_revises(self):
        """All are out at the opening, so nobody passed: 51(2)c, not g."""
        events = [price_opening(), closing("penawaran_tahap_dua", 17)]
        evaluation = evaluated(self.given(events=events))

        assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
        assert opened(evaluation) == []


class TestInTurn:
    """The method of quality: one firm after the other."""

    OVER = (
        Award(at(20), "pemilihan", Decider.POKJA, "BA-1", "p1"),
        ObjectionPeriodEnd(at(25), "pemilihan"),
    )

    def given(self, *events, scores=SCORES, openings=(18,), **terms):
        """Firms on a list, their prices in the dossier."""
        firms = [applicant(n, bid=True, price=priced(TOTALS[n])) for n in scores]
        happened = [
            listing_act(*scores), deadline(), *map(price_opening, openings), *self.OVER, *events
        ]  # fmt: skip
        return seleksi(
            *firms, scores=scores, qualification=dict.fromkeys(scores, 80), events=happened, **terms
        )

    def fails_with(self, name, day):
        """Talks with one of them come to nothing."""
        return Negotiation(at(day), name, NegotiationOutcome.GAGAL)

    def test_only_the_first_is_opened(self):
        """Though the second offers less."""
        evaluation = evaluated(self.given())

        assert (opened(evaluation), evaluation.winner) == (["p1"], "p1")
        assert evaluation.reserves == ("p2", "p3")

    @pytest.mark.parametrize("openings", [(18, 19), (18, 19, 20)])
    def test_more_openings_open_no_more(self, openings):
        """While the first stands there is nobody else whose turn it is."""
        assert opened(evaluated(self.given(openings=openings))) == ["p1"]

    def test_talks_that_failed_await_the_next_opening(self):
        """The opening of the first was for the first."""
        evaluation = evaluated(self.given(self.fails_with("p1", 26)))

        assert (evaluation.state, opened(evaluation)) == ("menunggu", ["p1"])
        assert ("pembukaan_harga", None, None, "pembukaan_harga") in needs(evaluation)

    def test_talks_that_failed_and_a_second_opening_open_the_second(self):
        """And the talks go on with it."""
        evaluation = evaluated(self.given(self.fails_with("p1", 26), openings=(18, 27)))

        assert opened(evaluation) == ["p1", "p2"]
        assert ("negosiasi", "p2", None, "negosiasi") in needs(evaluation)

    def test_who_falls_at_its_price_gives_the_turn_on(self):
        """A requirement on the cost that is not met ends the turn of the first as well."""
        terms = {
            "asks": asked(HARGA),
            "assessments": [judged(HARGA, "tidak_memenuhi", "p1"), judged(HARGA)],
        }
        waiting = evaluated(self.given(**terms))
        second = evaluated(self.given(openings=(18, 19), **terms))

        assert (waiting.state, opened(waiting)) == ("menunggu", ["p1"])
        assert (second.winner, opened(second)) == ("p2", ["p1", "p2"])
        assert second.reserves == ("p3", "p4")

    def test_who_falls_at_its_price_after_it_was_a_reserve_is_proposed_no_more(self):
        """The talks with the first failed, the second falls at its price: the third is next.

        That it was a reserve when the act was made stays in the record.
        """
        terms = {
            "asks": asked(HARGA),
            "assessments": [judged(HARGA, "tidak_memenuhi", "p2"), judged(HARGA)],
        }
        given = self.given(self.fails_with("p1", 26), openings=(18, 27, 28), **terms)
        evaluation = evaluated(given)

        assert opened(evaluation) == ["p1", "p2", "p3"]
        assert verdict(evaluation, HARGA, "p2") == "gugur"
        assert ("negosiasi", "p3", None, "negosiasi") in needs(evaluation)

    @pytest.mark.parametrize("openings", [(18, 27, 28), (18, 27, 28, 29)])
    def test_nobody_is_opened_with_whom_no_talks_are_due(self, openings):
        """Talks failed with winner and reserves: a fourth price is opened for talks or not at all.

        And it ends in 51(2)h only where no talks are due any more.
        """
        talks = [self.fails_with(f"p{n}", 25 + n) for n in (1, 2, 3)]
        evaluation = evaluated(self.given(*talks, openings=openings))
        due = ("negosiasi", "p4", None, "negosiasi") in needs(evaluation)

        assert (evaluation.state == "menunggu") == due
        assert opened(evaluation) in (["p1", "p2", "p3"], ["p1", "p2", "p3", "p4"] if due else [])
        if not due:
            assert evaluation.failure.ground == "perpres-16-2018:51(2)h"

    def test_a_tie_opens_nobody_until_it_is_decided(self):
        """Whose turn it is, is not known."""
        evaluation = evaluated(self.given(scores={"p1": 90, "p2": 90, "p3": 70}))

        assert (evaluation.state, opened(evaluation)) == ("menunggu", [])
        assert "keputusan_peringkat" in {code for *_, code in needs(evaluation)}

    def test_under_the_other_methods_one_opening_opens_all_who_passed(self):
        """Pagu Anggaran looks at every cost."""
        evaluation = evaluated(self.given(method=Method.PAGU_ANGGARAN))

        assert opened(evaluation) == ["p1", "p2", "p3", "p4"]


@pytest.mark.parametrize("openings", [(18,), (18, 19), (18, 19, 20)])
def test_in_turn_who_fell_at_the_proof_is_never_opened(openings):
    """Of four individuals three are called to the proof and fall: the turn is the fourth's."""
    people = [bidder(f"p{n}", str(1100000000 + n)) for n in range(1, 5)]
    given = package(
        *people,
        category=Category.JASA_KONSULTANSI_PERORANGAN,
        envelope=Envelope.DUA_FILE,
        method=Method.KUALITAS,
        contract=Contract.LUMSUM,
        general=(ADMINISTRASI, KUALIFIKASI, PEMBUKTIAN),
        asks=scored(TEKNIS),
        assessments=[
            *(score(TEKNIS, f"p{n}", 95 - n) for n in range(1, 5)),
            *failed(PEMBUKTIAN, "p1", "p2", "p3"),
        ],
        events=[price_opening(day) for day in openings],
    )

    assert opened(evaluated(given)) == (["p1"] if len(openings) == 1 else ["p1", "p4"])


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
