"""Why a bid stands where it stands: one finding a method, with its figures and its article."""

from fractions import Fraction

import pytest

from tender_engine.terms import Method
from tests.builders import bidder, evaluated, finding, package
from tests.procurements import contest, lives, with_life

BIDS = [("p1", 80, "1000000000"), ("p2", 70, "1100000000")]
ARTICLES = {
    Method.SISTEM_NILAI: "Pasal 39 ayat (2)",
    Method.HARGA_TERENDAH_AMBANG_BATAS: "Pasal 39 ayat (4)",
    Method.KUALITAS_BIAYA: "Pasal 42 ayat (2)",
    Method.KUALITAS: "Pasal 42 ayat (3)",
    Method.PAGU_ANGGARAN: "Pasal 42 ayat (4)",
    Method.BIAYA_TERENDAH: "Pasal 42 ayat (5)",
}


def order_of(found, name="p1"):
    """The findings at penetapan that give a reason for the order."""
    verdicts = [v for v in found.stage("penetapan").verdicts if v.participant == name]
    return [f for v in verdicts for f in v.findings if f.rule.startswith("order.")]


@pytest.mark.parametrize("method", ARTICLES)
def test_each_method_says_its_own_article(method):
    """One finding, of the rule of this method, that cites the Perpres first."""
    (reason,) = order_of(evaluated(contest(method, *BIDS)))

    assert reason.rule == f"order.{method}"
    cited = reason.citations[0]
    assert (cited.instrument, cited.article) == ("Perpres 16/2018", ARTICLES[method])
    assert reason.reason.startswith("Peringkat 1 dengan ")


@pytest.mark.parametrize("method", [Method.SISTEM_NILAI, Method.KUALITAS_BIAYA])
def test_both_scores_and_their_weights_are_facts(method):
    """70 % x 70 + 30 % x 1.000/1.100 x 100 = 49 + 27 3/11."""
    (reason,) = order_of(evaluated(contest(method, *BIDS)), "p2")
    facts = {name: Fraction(value) for name, value in reason.facts.items() if value}

    assert facts["nilai_teknis"] == 70
    assert (facts["bobot_teknis"], facts["bobot_harga"]) == (70, 30)
    assert abs(facts["nilai_harga"] - Fraction(1000, 11)) < Fraction(1, 10**9)
    assert abs(facts["nilai_akhir"] - (76 + Fraction(3, 11))) < Fraction(1, 10**9)
    assert "76,27" in reason.reason


def test_quality_gives_the_technical_score():
    """The second in order stands there with 70."""
    (reason,) = order_of(evaluated(contest(Method.PAGU_ANGGARAN, *BIDS)), "p2")

    assert reason.reason == "Peringkat 2 dengan nilai teknis 70,00"


@pytest.mark.parametrize("method", [Method.BIAYA_TERENDAH, Method.HARGA_TERENDAH_AMBANG_BATAS])
def test_the_lowest_gives_its_price_and_its_score(method):
    """The score stands beside: it parts equal prices."""
    (reason,) = order_of(evaluated(contest(method, *BIDS)), "p2")

    assert reason.facts["harga_terkoreksi"] == "1100000000"
    assert Fraction(reason.facts["nilai_teknis"]) == 70


def test_the_cost_of_a_life_is_said_with_the_price_that_is_paid():
    """1.000 + 10 + 10 + 5 + 5 - 30 = 1.000 jt."""
    who = with_life("p1", "1000000000", ["1E7", "1E7"], ["5E6", "5E6"], "3E7")
    (reason,) = order_of(evaluated(lives(who)))

    assert reason.rule == "order.umur_ekonomis"
    assert reason.facts["biaya_umur_ekonomis"] == "1000000000"
    assert "umur_ekonomis.discounting" in {used.param for used in reason.values}


def test_the_plain_lowest_price_needs_no_word_more():
    """Its place says it."""
    assert order_of(evaluated(package(bidder()))) == []


def test_the_formula_that_no_text_in_force_gives_is_marked_unverified():
    """Sistem Nilai divides by a formula read only before Perpres 16/2018."""
    found = evaluated(contest(Method.SISTEM_NILAI, *BIDS))
    used = {value.param: str(value.source) for value in found.values}

    assert used["scores.price_formula_sistem_nilai"] == "unverified"
    assert finding(found, "penetapan", "order.sistem_nilai").values


RANGE = ("{}_technical_least", "{}_technical_most")


@pytest.mark.parametrize(
    ("method", "values"),
    [
        (Method.SISTEM_NILAI, {"scores.price_formula_sistem_nilai"}),
        (Method.KUALITAS_BIAYA, {"scores.price_formula"}),
    ],
)
def test_a_weighed_order_rests_on_its_range_and_its_formula(method, values):
    """Pasal 39 (2) and 42 (2) name neither: both ends of the range and the formula are told."""
    (reason,) = order_of(evaluated(contest(method, *BIDS)))
    ends = {f"weights.{end.format(method)}" for end in RANGE}

    assert {used.param for used in reason.values} == values | ends


@pytest.mark.parametrize("method", [Method.KUALITAS, Method.PAGU_ANGGARAN, Method.BIAYA_TERENDAH])
def test_who_comes_first_was_read_on_a_slide_alone(method):
    """Pasal 42 ayat (3) to (5) say when a method is for; the order is secondary."""
    (reason,) = order_of(evaluated(contest(method, *BIDS)))
    slide = reason.citations[1]

    assert slide.instrument == "Paparan metode evaluasi Jasa Konsultansi"
    assert str(slide.source) == "secondary"
