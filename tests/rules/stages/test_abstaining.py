"""Members with an interest: who is left decides, what they said is kept, and who is told what."""

from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, EVALUATION, paper
from tender_engine.events import DeclaredInterest
from tender_engine.judgement import Seats
from tender_engine.model import DocumentValue, Regulation
from tender_rules.stages.panel import scores_in
from tests.builders import (
    ADMINISTRASI,
    TEKNIS,
    at,
    bidder,
    evaluated,
    finding,
    judged,
    needs,
    package,
    verdict,
)
from tests.happenings import closing
from tests.procurements import NILAI, contest, scored_criterion
from tests.rules.stages.test_scoring import panel

OTHERS = tuple(stage for stage in package().tender.requirements if stage is not TEKNIS)
ALL = DocumentValue("panel.abstention", "semua_anggota", "IKP 5", "ditetapkan")


def declared(member="m1", interest="Ipar direktur", *participants, day=10):
    """A member's declaration, before any bid came."""
    return DeclaredInterest(at(day), member, interest, participants or None)


def two(*entries, events=(), members=3, **more):
    """Two bidders whose technical bid the panel judges as `entries` say."""
    return evaluated(
        package(
            bidder(),
            bidder("p2", "1100000001"),
            assessments=entries,
            general=OTHERS,
            members=members,
            events=events,
            **more,
        )
    )


def votes(*words, name="p1"):
    """The word of each member in turn on the whole of the technical stage; `-` is none."""
    said = {"y": "memenuhi", "t": "tidak_memenuhi"}
    return [
        judged(TEKNIS, said[word], name, by=f"m{number}")
        for number, word in enumerate(words, 1)
        if word != "-"
    ]


def by_hand(words, away, whole):
    """The slow count: who is left, how many say what, and more than half of whom."""
    left = [word for number, word in enumerate(words, 1) if f"m{number}" not in away]
    least = len(words) if whole else len(left)
    if left.count("y") + left.count("y") > least:
        return "lulus"
    return "gugur" if left.count("t") + left.count("t") > least else "belum_dinilai"


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("away", [(), ("m1",), ("m2",)])
def test_who_is_left_decides(away, whole):
    """Every vote of three, by a slow count; nobody who is out is awaited."""
    events = [declared(name, "saham", "p1") for name in away]
    terms = {"regulation": Regulation(values=(ALL,))} if whole else {}
    for words in product("yt-", repeat=3):
        made = two(*votes(*words), *votes("y", "y", "y", name="p2"), events=events, **terms)
        assert verdict(made, TEKNIS) == by_hand(words, away, whole), words
        assert verdict(made, TEKNIS, "p2") == "lulus"
        asked = {name for item in made.awaiting if item.stage == TEKNIS for name in item.asked}
        assert asked.isdisjoint(away)


def test_with_one_left_a_replacement_is_awaited():
    """From the PA, and not what the one who is left could say."""
    events = [declared(name, "saham", "p1") for name in ("m1", "m2")]
    made = two(*votes("y", "y", "y", name="p2"), events=events)
    assert verdict(made, ADMINISTRASI) == "belum_dinilai"
    assert verdict(made, ADMINISTRASI, "p2") == verdict(made, TEKNIS, "p2") == "lulus"
    assert {(x.participant, x.needs, x.asked) for x in made.awaiting} == {
        ("p1", "pengganti_anggota", ("pa",))
    }
    one = two(*votes("y", "y", "y", name="p2"), events=events[:1])
    assert "pengganti_anggota" not in {x.needs for x in one.awaiting}


def test_of_two_who_disagree_each_is_asked_again():
    """Nobody is silent, and one of them has to come round: a wait names whose word it is for."""
    made = two(*votes("y", "t", "y"), *votes(*"yyy", name="p2"), events=[declared("m3", "x", "p1")])
    assert [(x.needs, x.asked) for x in made.awaiting] == [("penilaian", ("m1", "m2"))]


def test_who_are_too_few_to_decide_are_asked_nothing():
    """Over all five no two are more than half: as with one left, a replacement is awaited."""
    events = [declared(name, "x", "p1") for name in ("m1", "m2", "m3")]
    words = [*votes(*"yyyyy"), *votes(*"yyyyy", name="p2")]
    of_all = two(*words, events=events, members=5, regulation=Regulation(values=(ALL,)))
    assert {(x.participant, x.needs, x.asked) for x in of_all.awaiting} == {
        ("p1", "pengganti_anggota", ("pa",))
    }
    assert verdict(two(*words, events=events, members=5), TEKNIS) == "lulus"


def test_an_interest_without_names_is_in_everybody():
    """And one that names somebody is in nobody else."""
    entries = [*votes("t", "y", "y"), *votes("t", "y", "t", name="p2")]
    everybody = two(*entries, events=[declared("m1")])
    assert (verdict(everybody, TEKNIS), verdict(everybody, TEKNIS, "p2")) == (
        "lulus",
        "belum_dinilai",
    )
    named = two(*entries, events=[declared("m1", "saham", "p1")])
    assert (verdict(named, TEKNIS), verdict(named, TEKNIS, "p2")) == ("lulus", "gugur")


def test_a_joint_word_counts_for_the_others():
    """What all three say of everybody is kept whole; of p1 two of them are counted."""
    made = two(judged(TEKNIS), events=[declared("m1", "saham", "p1")])
    counted = {
        name: [vote.member for vote in made.stage(TEKNIS).on(name).votes if vote.counts]
        for name in ("p1", "p2")
    }
    assert counted == {"p1": ["m2", "m3"], "p2": ["m1", "m2", "m3"]}
    assert len(made.stage(TEKNIS).on("p1").votes) == 3
    told = [n for n in made.notices if n.code == "PENILAIAN_ANGGOTA_BERHALANGAN"]
    assert [(n.participant, n.audience) for n in told] == [("p1", "internal")]
    assert "Anggota 1" in told[0].message


def test_what_only_the_absent_one_said_of_a_bidder_makes_no_level():
    """The word on everybody answers for p1 then."""
    made = two(
        judged(TEKNIS),
        judged(TEKNIS, "tidak_memenuhi", "p1", by="m1"),
        events=[declared("m1", "saham", "p1")],
    )
    assert verdict(made, TEKNIS) == "lulus"


def test_the_record_says_who_did_not_judge_and_never_why():
    """With Pasal 7, at each stage that the panel judged, and only of that bidder."""
    made = two(judged(TEKNIS), events=[declared("m1", "Ipar direktur p1", "p1")])
    found = finding(made, TEKNIS, "panel.abstention")
    assert found.reason == f"Anggota Anggota 1 tidak menilai peserta {bidder().name}"
    assert found.citations[0].article.startswith("Pasal 7")
    assert finding(made, TEKNIS, "panel.abstention", "p2") is None
    assert "Ipar" not in str(made.stages) + str(made.notices)
    assert "panel.abstention" in {value.param for value in made.values}
    assert "panel.abstention" not in {value.param for value in two(judged(TEKNIS)).values}


def test_a_mean_is_of_who_is_left():
    """(80 + 90) : 2 = 85 without m1's 60, over which the threshold of 80 is passed."""
    terms = {
        "criteria": [scored_criterion("s", "100", threshold="80")],
        "threshold": None,
        "assessments": panel("60", "80", "90"),
    }
    with_all = evaluated(contest(NILAI, ("p1", None, "1100000000"), **terms))
    assert verdict(with_all, TEKNIS) == "gugur"
    events = [declared("m1", "saham", "p1")]
    made = evaluated(contest(NILAI, ("p1", None, "1100000000"), events=events, **terms))
    assert verdict(made, TEKNIS) == "lulus"
    assert scores_in(made, TEKNIS, ["p1"]).means(0) == (Fraction(85),)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], ["KEPENTINGAN_BELUM_DINYATAKAN"]),
        ([declared(m, False) for m in ("m1", "m2", "m3")], []),
        ([declared("m1", False), declared("m2", False)], ["KEPENTINGAN_BELUM_DINYATAKAN"]),
        (
            [declared(m, False, day=d) for m, d in (("m1", 17), ("m2", 10), ("m3", 10))],
            ["PERNYATAAN_KEPENTINGAN_TERLAMBAT"],
        ),
        (
            [closing("penawaran", 13), *(declared(m, False, day=14) for m in ("m1", "m2", "m3"))],
            ["PERNYATAAN_KEPENTINGAN_TERLAMBAT"] * 3,
        ),
        ([closing("penawaran", 13), *(declared(m, False, day=13) for m in ("m1", "m2", "m3"))], []),
    ],
)
def test_who_has_not_declared_or_late_is_told_inside(events, told):
    """Nobody waits for it; exactly at the closing is in time."""
    made = two(judged(TEKNIS), events=events)
    about = [n for n in made.notices if "KEPENTINGAN" in n.code]
    assert [n.code for n in about] == told
    assert {n.audience for n in about} <= {"internal"}
    assert "pernyataan" not in str(needs(made))


def test_who_has_not_declared_is_named_once_and_not_before_it_is_due():
    """When handing in ends, or by its own first word, all of them in one sentence."""

    def told(*entries, events=()):
        given = evolve(package(bidder(), events=events), assessments=entries)
        found = evaluated(given).notices
        return [n.message for n in found if n.code == "KEPENTINGAN_BELUM_DINYATAKAN"]

    named = "Belum ada pernyataan kepentingan dari "
    assert told() == []
    assert told(judged(TEKNIS, by="m2")) == [f"{named}Anggota 2."]
    assert told(events=[closing("penawaran", 13), declared("m2", False)]) == [
        f"{named}Anggota 1, Anggota 3."
    ]


def test_no_later_word_takes_an_interest_back():
    """A member once out stays out; the record is put right where it was wrong."""
    entries = [*votes("t", "y", "y"), *votes("y", "y", "y", name="p2")]
    events = [declared("m1", "saham", "p1"), declared("m1", False, day=11)]
    assert two(*entries, events=events).judgements.seats == Seats(
        ("m1", "m2", "m3"), {"p1": frozenset({"m1"})}, whole=False, least=2
    )


def test_minutes_say_who_did_not_judge_whom_and_nothing_of_the_interest():
    """Both minutes, of p1 alone; what is told inside stays there."""
    events = [declared("m1", "Ipar direktur", "p1"), *(declared(m, False) for m in ("m2", "m3"))]
    found = two(judged(TEKNIS), events=events)
    for kind in (BAHP, EVALUATION):
        text = markdown(paper(found, kind))
        assert f"Anggota Anggota 1 tidak menilai peserta {bidder().name} (Pasal 7)" in text
        assert "tidak menilai peserta CV p2" not in text
        assert "Ipar" not in text
        assert "tidak dihitung" not in text
    assert "(Pasal 7)" not in markdown(paper(two(judged(TEKNIS)), BAHP))
