"""Tender gagal: every branch in which nobody passes, and the grounds that people find."""

import datetime as dt

import pytest

from tender_engine.events import FailureAct
from tender_engine.terms import Category, Decider
from tender_rules import national
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
    package,
    verdict,
)
from tests.happenings import objections_over

PERPRES = "perpres-16-2018:51(2)"
TWO = (bidder("p1"), bidder("p2", "1150000000"))


def act(letter="c", by="pokja", day=25, ground=None):
    """A declaration of failure."""
    return FailureAct(at(day), "pemilihan", Decider(by), ground or f"{PERPRES}{letter}")


def nobody(stage, **more):
    """Both bids fall at `stage`."""
    criterion = "kewajaran_harga" if stage is HARGA else None
    bids = (bidder("p1", "900000000"), bidder("p2", "910000000")) if criterion else TWO
    return package(*bids, assessments=failed(stage, "p1", "p2", criterion=criterion), **more)


@pytest.mark.parametrize("stage", [ADMINISTRASI, KUALIFIKASI, TEKNIS, HARGA, PEMBUKTIAN])
@pytest.mark.parametrize(
    ("round_", "follow_up"),
    [(1, "tender_ulang"), (2, "penunjukan_langsung"), (3, "penunjukan_langsung")],
)
def test_nobody_passes_a_stage(stage, round_, follow_up):
    """51(2)c by the Pokja, after the masa sanggah; a tender ulang that fails: ayat (10)."""
    evaluation = evaluated(nobody(stage, round=round_))
    failure = evaluation.failure

    assert (evaluation.state, evaluation.result) == ("dihitung", "gagal")
    assert (evaluation.winner, evaluation.reserves) == (None, ())
    assert (failure.ground, failure.declared_by) == (f"{PERPRES}c", "pokja")
    assert failure.effective == "setelah_masa_sanggah"
    assert failure.follow_up == evaluation.next == follow_up
    assert [c.article for c in failure.citations] == [
        "Pasal 51 ayat (2) huruf c",
        "Pasal 51 ayat (4)",
        "Pasal 51",
        *(["Pasal 51 ayat (10)"] if round_ > 1 else []),
    ]


def test_all_above_the_hps_fails_at_once():
    """51(2)g needs no masa sanggah: the figures say it."""
    bids = [bidder(f"p{n}", HPS_TOTAL + n) for n in (1, 2)]
    evaluation = evaluated(package(*bids))
    failure = evaluation.failure

    assert (failure.ground, failure.effective) == (f"{PERPRES}g", "segera")
    first = failure.citations[0]
    assert (first.article, first.source) == ("Pasal 51 ayat (2) huruf g", "secondary")


def test_all_above_the_hps_is_said_of_corrected_prices_though_none_came_to_their_price():
    """Both fall earlier: no rule of the price is asked, and the record tells what was compared."""
    bids = [bidder(f"p{n}", HPS_TOTAL + n) for n in (1, 2)]
    evaluation = evaluated(package(*bids, assessments=failed(TEKNIS, "p1", "p2")))

    assert evaluation.failure.ground == f"{PERPRES}g"
    marks = {v.param: str(v.source) for v in evaluation.values}
    assert marks["price.ceiling_price"] == "secondary"


def test_a_matching_declaration_determines_the_failure():
    """Ground and decider agree; before the end of the masa sanggah it is said."""
    early = evaluated(nobody(TEKNIS, events=[act()]))
    late = evaluated(nobody(TEKNIS, events=[act(), objections_over(24)]))

    assert early.state == late.state == "ditetapkan"
    assert "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH" in codes(early)
    assert "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH" not in codes(late)


@pytest.mark.parametrize("wrong", [act("g"), act("b"), act(by="pa")])
def test_another_ground_or_decider_leaves_the_computation(wrong):
    """The figures show c, which the Pokja declares (Pasal 51 ayat (3))."""
    evaluation = evaluated(nobody(TEKNIS, events=[wrong]))

    assert (evaluation.state, evaluation.failure.ground) == ("dihitung", f"{PERPRES}c")
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


# What Pasal 51 says of each ground: by whom (as amended in ayat (4), (5)) and what follows (there
# unread: the article without a paragraph).
FOUND_BY_PEOPLE = [
    ("a", "pokja", "evaluasi_penawaran_ulang", "Pasal 51"),
    ("d", "pokja", "penyampaian_penawaran_ulang", "Pasal 51"),
    ("e", "pokja", "tender_ulang", "Pasal 51"),
    ("f", "pokja", "tender_ulang", "Pasal 51"),
    ("i", "pa", "tender_ulang", "Pasal 51"),
]


@pytest.mark.parametrize(("letter", "by", "follow_up", "article"), FOUND_BY_PEOPLE)
def test_a_ground_that_people_find_is_the_acts(letter, by, follow_up, article):
    """The failure comes from the act, at once, whatever the figures say or still lack."""
    declares = "Pasal 51 ayat (5)" if by == "pa" else "Pasal 51 ayat (4)"
    for given in (package(*TWO, events=[act(letter, by)]),
                  package(*TWO, general=(), events=[act(letter, by)])):  # fmt: skip
        evaluation = evaluated(given)
        failure = evaluation.failure

        assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
        assert (failure.ground, failure.follow_up) == (f"{PERPRES}{letter}", follow_up)
        assert [c.article for c in failure.citations] == [
            f"Pasal 51 ayat (2) huruf {letter}", declares, article,
        ]  # fmt: skip


@pytest.mark.parametrize(("letter", "by"), [ground[:2] for ground in FOUND_BY_PEOPLE])
def test_declared_by_whom_the_law_does_not_name_it_fails_nothing(letter, by):
    """A Pokja cannot declare its own KKN, nor the PA what is the Pokja's: the result stands."""
    other = "pokja" if by == "pa" else "pa"
    evaluation = evaluated(package(*TWO, events=[act(letter, other)]))

    assert (evaluation.state, evaluation.result, evaluation.winner) == (
        "dihitung",
        "pemenang",
        "p1",
    )
    assert evaluation.failure is None
    assert "TINDAKAN_BERBEDA" in codes(evaluation)


@pytest.mark.parametrize(("letter", "by"), [("i", "pokja"), ("k", "pa"), ("l", "pa")])
def test_grounds_that_lkpp_added_cite_lkpp_alone(letter, by):
    """Pasal 51 ayat (3) and (4) speak of ayat (2) only; what follows was not read."""
    ground = f"lkpp-12-2021:4.2.14.a.{letter}"
    evaluation = evaluated(
        package(*TWO, category=Category.BARANG, events=[act(by=by, ground=ground)])
    )

    assert (evaluation.state, evaluation.next) == ("ditetapkan", "menurut_penyebab")
    assert [(c.instrument, str(c.source)) for c in evaluation.failure.citations] == [
        ("Peraturan LKPP 12/2021", "secondary")
    ]


def test_every_ground_of_the_article_is_known():
    """Letters a to i of Pasal 51 ayat (2)."""
    assert {f"{PERPRES}{letter}" for letter in "abcdefghi"} <= national().grounds.keys()


def test_a_failed_bid_is_left_where_it_fell():
    """Nobody who fell enters a later stage."""
    evaluation = evaluated(nobody(TEKNIS))

    assert verdict(evaluation, HARGA) is None
    assert verdict(evaluation, PEMBUKTIAN) is None


def test_only_a_tender_ulang_ends_in_penunjukan_langsung():
    """Pasal 51 ayat (10) follows ayat (9): an error in evaluating is evaluated anew (ayat (7))."""
    evaluation = evaluated(package(*TWO, round=2, events=[act("a")]))

    assert evaluation.next == "evaluasi_penawaran_ulang"
    assert evaluation.failure.citations[-1].article == "Pasal 51"


@pytest.mark.parametrize("letter", "adefi")
def test_the_grounds_of_the_perpres_are_older_than_those_of_lkpp(letter):
    """Pasal 51 ayat (2) is of 2018; before June 2021 it stands alone."""
    by = "pa" if letter == "i" else "pokja"
    given = package(*TWO, events=[act(letter, by)], announced_on=dt.date(2021, 6, 1))

    assert evaluated(given).failure.ground == f"{PERPRES}{letter}"
