"""A panel's scores: criterion, total and threshold, exact to the smallest unit."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_engine.model import Requirements
from tender_rules.formulas import formulas_of
from tests.builders import HARGA, TEKNIS, at, evaluated, finding, judged, needs, verdict
from tests.procurements import (
    NILAI,
    STEP,
    contest,
    demands,
    score,
    scored,
    scored_criterion,
)


def panel(*values, criterion="s", name="p1"):
    """One score by each member in turn."""
    return [
        score(TEKNIS, name, value, criterion, by=f"m{number}")
        for number, value in enumerate(values, 1)
    ]


def one_bid(*entries, criteria=(), threshold="60", **more):
    """One bidder, scored as `entries` say."""
    given = contest(
        NILAI, ("p1", None, "1100000000"), criteria=criteria, threshold=threshold,
        assessments=entries, **more,
    )  # fmt: skip
    return evaluated(given)


TWO = (scored_criterion("a", "40", threshold="60"), scored_criterion("b", "60"))


def test_a_criterion_gives_weight_times_mean_over_highest():
    """40 x mean(80, 85, 90) / 100 = 34 and 60 x mean(75, 80, 70) / 100 = 45: 79, over 70."""
    entries = [*panel(80, 85, 90, criterion="a"), *panel(75, 80, 70, criterion="b")]
    found = one_bid(*entries, criteria=TWO, threshold="70")

    assert found.score("p1").technical == 79
    assert verdict(found, TEKNIS) == "lulus"
    shown = [finding(found, TEKNIS, "score.criterion").facts["nilai_terbobot"]]
    assert list(map(Fraction, shown)) == [34]
    assert Fraction(finding(found, TEKNIS, "score.total").facts["nilai_total"]) == 79


def test_a_criterion_below_its_threshold_fails_though_the_total_passes():
    """40 x mean(50, 55, 60) / 100 = 22 and 54 make 76, over 70; but 55 is under 60."""
    entries = [*panel(50, 55, 60, criterion="a"), *panel(90, 90, 90, criterion="b")]
    found = one_bid(*entries, criteria=TWO, threshold="70")

    assert found.score("p1").technical == 76
    assert verdict(found, TEKNIS) == "gugur"
    assert str(finding(found, TEKNIS, "score.total").verdict) == "lulus"


def test_a_mean_that_has_no_decimal_end_stays_exact():
    """30 x (80 + 80 + 81) / 3 / 100 = 24,1: a third is no rounded decimal on the way."""
    criteria = (scored_criterion("a", "30"), scored_criterion("b", "70"))
    entries = [*panel(80, 80, 81, criterion="a"), *panel(70, 70, 71, criterion="b")]
    found = one_bid(*entries, criteria=criteria)

    assert found.score("p1").technical == Fraction(241, 10) + Fraction(70 * 211, 300)


@pytest.mark.parametrize(("highest", "value"), [("100", "70"), ("10", "7"), ("7", "4.9")])
def test_the_highest_score_is_the_scale(highest, value):
    """Seven tenths of any scale are 70 of a hundred."""
    found = one_bid(score(TEKNIS, "p1", value), criteria=(scored_criterion(highest=highest),))

    assert found.score("p1").technical == 70


@pytest.mark.parametrize(
    ("last", "expected"), [(70, "lulus"), (70 + STEP, "lulus"), (70 - STEP, "gugur")]
)
def test_the_threshold_of_the_stage_to_the_smallest_unit(last, expected):
    """At least: equal passes, and a millionth less of one member's score does not."""
    assert verdict(one_bid(*panel(70, 70, last), threshold="70"), TEKNIS) == expected


@pytest.mark.parametrize(
    ("last", "expected"), [("7", "lulus"), (7 + STEP, "lulus"), (7 - STEP, "gugur")]
)
def test_the_threshold_of_a_criterion_is_on_its_own_scale(last, expected):
    """7 of 10 at a threshold of 7, with no threshold for the total."""
    criteria = (scored_criterion(threshold="7", highest="10"),)
    found = one_bid(*panel(7, 7, last), criteria=criteria, threshold=None)

    assert verdict(found, TEKNIS) == expected


def test_one_silent_member_is_awaited_by_name():
    """Two of three scored: no mean is made of two, and exactly the third is asked."""
    found = one_bid(*panel(80, 90))

    assert (found.state, verdict(found, TEKNIS)) == ("menunggu", "belum_dinilai")
    assert needs(found) == [("evaluasi_teknis", "p1", "s", "nilai")]
    assert found.awaiting[0].asked == ("m3",)
    assert found.score("p1") is None


def test_each_question_awaits_its_own_members():
    """m1 is silent on b, m2 and m3 on a; nothing else is awaited."""
    entries = [score(TEKNIS, "p1", 80, "a", by="m1"), score(TEKNIS, "p1", 80, "b", by="m2 m3")]
    found = one_bid(*entries, criteria=TWO)
    asked = {item.criterion: item.asked for item in found.awaiting}

    assert asked == {"a": ("m2", "m3"), "b": ("m1",)}


def test_a_later_score_by_the_same_member_counts_and_both_are_kept():
    """m1 gave 40 and then 70: the mean is (70 + 80 + 90) / 3 = 80."""
    entries = [*panel(40, 80, 90), score(TEKNIS, "p1", 70, by="m1", when=at(17))]
    found = one_bid(*entries)
    votes = found.stage(TEKNIS).verdicts[0].votes

    assert found.score("p1").technical == 80
    assert [(v.member, v.score, v.counts) for v in votes] == [
        ("m1", 40, False), ("m1", 70, True), ("m2", 80, True), ("m3", 90, True),
    ]  # fmt: skip


def test_a_joint_score_counts_once_for_each_name():
    """Two gave 60 together and one 90: (60 + 60 + 90) / 3 = 70, not (60 + 90) / 2."""
    found = one_bid(score(TEKNIS, "p1", 60, by="m1 m2"), score(TEKNIS, "p1", 90, by="m3"))

    assert found.score("p1").technical == 70


def test_a_later_joint_score_replaces_only_its_names():
    """All gave 60, later m2 and m3 gave 90: (60 + 90 + 90) / 3 = 80."""
    found = one_bid(score(TEKNIS, "p1", 60), score(TEKNIS, "p1", 90, by="m2 m3", when=at(17)))

    assert found.score("p1").technical == 80


def test_no_general_entry_gives_a_score():
    """The general word of the panel answers requirements, never a scored criterion."""
    found = one_bid(judged(TEKNIS, participant="p1"))

    assert needs(found) == [("evaluasi_teknis", "p1", "s", "nilai")]
    assert found.awaiting[0].asked == ("m1", "m2", "m3")


def test_a_requirement_that_takes_a_verdict_stands_beside_scores():
    """Full marks do not mend what the panel found missing; dissent on it is kept."""
    plain = demands()[TEKNIS].criteria[0]
    kept = (
        contest(NILAI, ("p1", 100, "1100000000")).tender.asks("evaluasi_administrasi").criteria[0]
    )
    against = [
        judged(TEKNIS, "tidak_memenuhi", "p1", kept.id, by="m1 m2"),
        judged(TEKNIS, "memenuhi", "p1", kept.id, by="m3"),
    ]
    found = one_bid(score(TEKNIS, "p1", 100), *against, criteria=(plain, kept))

    assert verdict(found, TEKNIS) == "gugur"
    votes = [v for v in found.stage(TEKNIS).verdicts[0].votes if v.criterion == kept.id]
    assert [str(v.verdict) for v in votes] == ["tidak_memenuhi", "tidak_memenuhi", "memenuhi"]
    assert found.score("p1").technical == 100


@pytest.mark.parametrize(("threshold", "expected"), [(None, "lulus"), ("0.000001", "gugur")])
def test_zero_is_a_score(threshold, expected):
    """All gave 0: known and nothing is awaited; only a threshold makes it too little."""
    found = one_bid(score(TEKNIS, "p1", 0), threshold=threshold)

    assert found.score("p1").technical == 0
    assert verdict(found, TEKNIS) == expected
    assert needs(found) == []


def test_criteria_stand_as_their_ids_are_counted():
    """The second comes before the tenth, whatever the order of the document."""
    halves = (scored_criterion("k10", "50"), scored_criterion("k2", "50"))
    entries = [*panel(80, 80, 80, criterion="k10"), *panel(70, 70, 70, criterion="k2")]
    (bid,) = one_bid(*entries, criteria=halves).stage(TEKNIS).verdicts
    scores = [f.facts["kriteria"] for f in bid.findings if f.rule == "score.criterion"]

    assert scores == ["k2", "k10"]


def test_the_threshold_of_the_whole_cites_where_the_document_asks_it():
    """The clause stands with the verdict on the total."""
    asks = scored(TEKNIS, "60", "70")
    asks[TEKNIS] = evolve(asks[TEKNIS], clauses={"threshold": "LDP huruf F.9"})
    found = one_bid(score(TEKNIS, "p1", "59"), asks=asks | {HARGA: Requirements(weight=30)})

    total = finding(found, TEKNIS, "score.total")
    assert (total.verdict, total.citations[0].clause) == ("gugur", "LDP huruf F.9")


def test_formulas_are_of_what_is_known_and_make_no_sum_of_a_part():
    """Of k1 two members have spoken: 30 x 70 / 100 = 21 and 50 x 80 / 100 = 40 stand alone."""
    criteria = (
        scored_criterion("k10", "50"), scored_criterion("k2", "30"), scored_criterion("k1", "20"),
    )  # fmt: skip
    entries = [
        *panel(80, 80, 80, criterion="k10"),
        *panel(70, 70, 70, criterion="k2"),
        *panel(90, 90, criterion="k1"),
    ]

    assert [(f.label, f.text) for f in formulas_of(one_bid(*entries, criteria=criteria), "p1")] == [
        ("Nilai teknis: mutu k2", "30 × (70 + 70 + 70) ÷ 3 ÷ 100 = 21,00"),
        ("Nilai teknis: mutu k10", "50 × (80 + 80 + 80) ÷ 3 ÷ 100 = 40,00"),
    ]


@pytest.mark.parametrize(
    ("weight", "given", "shown", "exactly"),
    [
        ("33.34", "80.5", "33,34 × {} ÷ 3 ÷ 100 ≈ 26,84", "33,34 × {} ÷ 3 ÷ 100 = 26,8387"),
        ("30", "80.5", "30 × {} ÷ 3 ÷ 100 = 24,15", "30 × {} ÷ 3 ÷ 100 = 24,15"),
    ],
)
def test_a_formula_says_equal_where_two_decimals_are_all(weight, given, shown, exactly):
    """33,34 x 80,5 / 100 = 26,8387, and 30 x 80,5 / 100 = 24,15."""
    criteria = (scored_criterion("a", weight), scored_criterion("b", 100 - Decimal(weight)))
    evaluation = one_bid(*panel(*[given] * 3, criterion="a"), criteria=criteria)
    made = [formulas_of(evaluation, "p1", exactly=way)[0].text for way in (False, True)]
    three = "(80,5 + 80,5 + 80,5)"

    assert made == [shown.format(three), exactly.format(three)]
