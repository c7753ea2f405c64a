"""One's own question: read as the format reads it, and every way in which it cannot be asked."""

import pytest
from attrs import evolve

from tender_engine import amended
from tender_engine.places import entry_label
from tender_rules import WHATIF_TEXTS, ask_whatif, asked_dict, flips, national
from tests.builders import TEKNIS, judged
from tests.rules.stages.test_abstaining import declared, two, votes
from tests.samples.dossiers import evaluation

NAME = "aplikasi-selisih-tipis"


def ask(place, value):
    return ask_whatif(evaluation(NAME).given, national(), place, value)


@pytest.mark.parametrize(
    ("place", "value", "winner"),
    [
        ("participants[A].price.stated_total", "1095490231.87", "A"),
        ("participants[A].price.stated_total", "1095490231.88", "B"),
        ("assessments[evaluasi_teknis C tek.rancangan m2].score", "64.999999", "A"),
        ("tender.requirements.evaluasi_teknis.threshold", "65", "B"),
        ("tender.requirements.evaluasi_teknis.weight", "65", "B"),
        ("tender.requirements.evaluasi_harga.weight", "35", "B"),
        ("participants[C].facts.evaluasi_kualifikasi.blacklist", "true", "A"),
        ("price.ceiling_share", "0.95", "A"),
        ("proof.scope", "semua_lulus_harga", "B"),
    ],
)
def test_before_and_after(place, value, winner):
    """By hand from the README: who wins with another total, score, threshold, fact or value."""
    asked = ask(place, value)

    assert asked.before.winner == "B"
    assert asked.after.winner == winner
    assert asked_dict(asked, place, value)["asked"]["same"] == (winner == "B")


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ("participants[Z].price.stated_total", "1", "WIF001"),
        ("tender.hps", "1", "WIF001"),
        ("", "1", "WIF001"),
        ("participants", "1", "WIF001"),
        ("proof.scope", "semua", "WIF004"),
        ("price.ceiling_share", "banyak", "WIF004"),
        ("price.ceiling_share", "NaN", "WIF004"),
        ("tender.hps.total", "banyak", "PKT013"),
        ("tender.hps.harga", "1", "PKT010"),
    ],
)
def test_what_cannot_be_asked(place, value, code):
    asked = ask(place, value)

    assert asked.after is None
    assert code in [fault.code for fault in asked.faults]


def test_who_is_left_decides_which_vote_does():
    """Of five two have an interest in p1: two of the other three carry it, and each may turn it."""
    both = [declared("m1", "Ipar direktur", "p1"), declared("m2", "Ipar direktur", "p1")]
    words = votes("t", "t", "y", "y", "t") + votes(*"yyyyy", name="p2")
    given = two(*words, events=both, members=5).given
    found = flips(given, national())
    turning = {each.subject: each.at.winner for each in found.flips if each.kind == "suara"}

    assert found.outcome.winner == "p1"
    assert turning == {f"assessments[evaluasi_teknis p1 m{n}].by[m{n}]": "p2" for n in (3, 4)}


def test_an_entry_on_all_is_changed_once_where_seats_differ():
    """A joint entry on both bidders, of whom one has lost a seat."""
    joint = judged(TEKNIS, "memenuhi", by="m1 m2 m3")
    given = two(joint, events=[declared("m1", "Ipar direktur", "p1")]).given
    made = flips(given, national())
    words = [e.subject for e in (*made.flips, *made.to_waiting) if e.kind == "penilaian"]

    assert words.count("assessments[evaluasi_teknis *]") == 1


def test_an_entry_of_several_is_named_with_its_time():
    """A member who spoke twice: which of both is meant is asked, and told by its time."""
    given = evaluation("jalan-kabupaten").given
    first = given.assessments[0]
    later = evolve(first, at=first.at.replace(hour=first.at.hour + 1))
    twice = amended(given, national(), assessments=(*given.assessments, later)).package
    place = f"assessments[{entry_label(first)}"
    several = ask_whatif(twice, national(), f"{place}].note", "lain")
    one = ask_whatif(twice, national(), f"{place} {later.at.isoformat()}].note", "lain")

    assert [fault.code for fault in several.faults] == ["WIF002"]
    assert one.after is not None


@pytest.mark.parametrize("code", sorted(WHATIF_TEXTS))
def test_words_of_every_code(code):
    """Both languages, and a place to fill."""
    words = WHATIF_TEXTS[code]

    assert "{" in words.message("id")
    assert "{" in words.message("en")
    assert words.hint("id") != words.hint("en")
