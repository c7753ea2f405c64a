"""Pembukaan harga under Kualitas: one firm after the other, while talks fail."""

import pytest

from tender_engine.terms import Category, Contract, Envelope, Method
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    asked,
    bidder,
    evaluated,
    failed,
    judged,
    needs,
    opened,
    package,
    priced,
    verdict,
)
from tests.happenings import (
    agreed,
    award,
    deadline,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import applicant, score, scored, seleksi

SCORES = {"p1": 90, "p2": 80, "p3": 70, "p4": 65}
TOTALS = {"p1": "1100000000", "p2": "1000000000", "p3": "900000000", "p4": "800000000"}


class TestInTurn:
    """The method of quality: one firm after the other."""

    OVER = (award(), objections_over())

    def given(self, *events, scores=SCORES, openings=(18,), **terms):
        """Firms on a list, their prices in the dossier."""
        firms = [applicant(n, bid=True, price=priced(TOTALS[n])) for n in scores]
        happened = [
            listing_act(*scores), deadline(), *map(price_opening, openings), *self.OVER, *events
        ]  # fmt: skip
        return seleksi(
            *firms, scores=scores, qualification=dict.fromkeys(scores, 80), events=happened, **terms
        )

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
        evaluation = evaluated(self.given(in_vain("p1", 26)))

        assert (evaluation.state, opened(evaluation)) == ("menunggu", ["p1"])
        assert ("pembukaan_harga", None, None, "pembukaan_harga") in needs(evaluation)
        assert ("negosiasi", "p2", None, "negosiasi") not in needs(evaluation)

    def test_talks_about_a_price_that_is_shut_are_none_yet(self):
        """They are in the file, but nobody has opened what they were about."""
        evaluation = evaluated(self.given(in_vain("p1", 26), agreed("p2", day=27)))

        assert (evaluation.state, opened(evaluation)) == ("menunggu", ["p1"])
        assert verdict(evaluation, "negosiasi", "p2") is None

    def test_nobody_is_proposed_before_the_first_opening(self):
        """Who is first by its score wins nothing while its price is shut."""
        evaluation = evaluated(self.given(openings=()))

        assert evaluation.state == "menunggu"
        assert evaluation.stage("penetapan").verdicts == ()

    def test_talks_that_failed_and_a_second_opening_open_the_second(self):
        """And the talks go on with it."""
        evaluation = evaluated(self.given(in_vain("p1", 26), openings=(18, 27)))

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
        given = self.given(in_vain("p1", 26), openings=(18, 27, 28), **terms)
        evaluation = evaluated(given)

        assert opened(evaluation) == ["p1", "p2", "p3"]
        assert verdict(evaluation, HARGA, "p2") == "gugur"
        assert ("negosiasi", "p3", None, "negosiasi") in needs(evaluation)

    @pytest.mark.parametrize("openings", [(18, 27, 28), (18, 27, 28, 29)])
    def test_nobody_is_opened_with_whom_no_talks_are_due(self, openings):
        """Talks failed with winner and reserves: a fourth price is opened for talks or not at all.

        And it ends in 51(2)h only where no talks are due any more.
        """
        talks = [in_vain(f"p{n}", 25 + n) for n in (1, 2, 3)]
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
        assert verdict(evaluation, "pembukaan_harga", "p3") is None

    def test_under_the_other_methods_one_opening_opens_all_who_passed(self):
        """Pagu Anggaran looks at every cost."""
        evaluation = evaluated(self.given(method=Method.PAGU_ANGGARAN))

        assert opened(evaluation) == ["p1", "p2", "p3", "p4"]


@pytest.mark.parametrize("openings", [(18,), (18, 19), (18, 19, 20)])
def test_in_turn_the_proof_comes_after_the_price(openings):
    """Of four individuals three fall at the proof, each once its price was open: one a turn."""
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

    evaluation = evaluated(given)
    assert opened(evaluation) == ["p1", "p2", "p3"][: len(openings)]
    assert verdict(evaluation, PEMBUKTIAN, "p1") == "gugur"
    assert verdict(evaluation, PEMBUKTIAN, "p4") is None


def test_an_opening_is_for_whose_turn_it_is_when_it_happens():
    """Talks with p1 fail on the 26th: an opening of the 19th was not for p2, one of the 26th is."""
    given = TestInTurn().given
    early = evaluated(given(in_vain("p1", 26), openings=(18, 19)))
    later = evaluated(given(in_vain("p1", 26), openings=(18, 19, 26)))

    assert (early.state, opened(early)) == ("menunggu", ["p1"])
    assert opened(later) == ["p1", "p2"]


def test_talks_taken_up_again_close_nothing():
    """Failed on the 26th, p2 opened on the 27th, failed with p1 once more on the 28th."""
    talks = [in_vain("p1", 26), in_vain("p1", 28)]

    assert opened(evaluated(TestInTurn().given(*talks, openings=(18, 27)))) == ["p1", "p2"]
