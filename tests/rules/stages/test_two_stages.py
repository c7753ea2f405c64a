"""Pembukaan harga in two stages: the revised offer with its price."""

import pytest

from tender_engine.events import Closing
from tender_engine.terms import Envelope, Phase, StageId
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKAAN_HARGA,
    TEKNIS,
    at,
    evaluated,
    needs,
    opened,
    package,
    priced,
    unverified,
    verdict,
)
from tests.happenings import closing, extended, price_opening
from tests.procurements import applicant


class TestTwoStages:
    """Dua tahap: technical offer, penyetaraan, and a revised offer with its price."""

    ALL = (
        ADMINISTRASI,
        KUALIFIKASI,
        TEKNIS,
        StageId.PENYETARAAN_TEKNIS,
        StageId.PEMBUKTIAN_KUALIFIKASI,
    )

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
        assert ("unsealing.no_second_offer" in unverified(evaluation)) == gone
        assert opened(evaluation) == ["p2"]

    def test_after_the_deadline_a_missing_one_is_awaited_no_more(self):
        """Prices are not opened yet; what did not come in time is asked of nobody."""
        open_, over = (
            needs(evaluated(self.given("p2", prices=("p2",), events=events)))
            for events in ((), [closing("penawaran_tahap_dua", 17)])
        )

        assert open_ == [
            ("pembukaan_harga", None, None, "pembukaan_harga"),
            ("pembukaan_harga", "p1", None, "harga"),
        ]
        assert over == open_[:1]

    def test_a_price_without_the_time_of_its_second_offer_is_told(self):
        """A time that was never typed does not make it one who handed in nothing."""
        events = [price_opening(), closing("penawaran_tahap_dua", 17)]
        found = [
            [n.participant for n in evaluated(given).notices if n.code == "HARGA_TANPA_PENAWARAN"]
            for given in (
                self.given("p2", events=events),
                self.given("p2", prices=("p2",), events=events),
                self.given("p1", "p2", events=events),
            )
        ]

        assert found == [["p1"], [], []]

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
