"""The same bids evaluated anew: what is taken over, what waits, and what may differ."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import Announcement, Award, Clarification, Closing
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Criterion, Member, Party
from tender_engine.terms import BusinessSize, Envelope, Subject
from tender_rules.objections import OBJECTION_TEXTS
from tender_rules.repeats.holding import faults_of_repeat
from tests.builders import (
    ADMINISTRASI,
    JUDGED,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    checked,
    demands,
    evaluated,
    failed,
    hps,
    judged,
    known,
    needs,
    package,
    sized,
    verdict,
    with_participant,
)
from tests.happenings import award, gone, price_opening
from tests.rules.repeats.tenders import (
    ACTS,
    ASKED,
    BIDS,
    CAUSE,
    HANDED_IN,
    SECOND,
    anew,
    answered,
    undone,
    without,
)

KECIL, MENENGAH = BusinessSize.KECIL, BusinessSize.MENENGAH
OLD = undone()
TECHNICAL = judged(TEKNIS, participant="p2", when=at(26))
PROVEN = judged(PEMBUKTIAN, participant="p2", when=at(27))
NEW = answered(anew(OLD), TECHNICAL, PROVEN)


def faults(new, old=OLD):
    """What keeps `new` from being the repeat of `old`: code and path of each."""
    found = faults_of_repeat(evaluated(old), evaluated(new))
    for fault in found:
        text = OBJECTION_TEXTS[fault.code]
        for lang in ("id", "en"):
            for words in (text.message(lang), text.hint(lang)):
                assert "{" not in words.format(**fault.params)
    return [(fault.code, ".".join(map(str, fault.path))) for fault in found]


def test_what_is_named_waits_and_nothing_else():
    """The word on p2 is gone; those on the others, and all of the bids, are there."""
    new = anew(OLD)
    evaluation = evaluated(new)

    assert needs(evaluation) == [(TEKNIS, "p2", f"k.{TEKNIS}", "penilaian")]
    assert [verdict(evaluation, TEKNIS, who) for who in ("p1", "p3")] == ["lulus", "lulus"]
    assert (new.tender, new.pokja, new.participants) == (OLD.tender, OLD.pokja, OLD.participants)
    assert set(new.events) == {*HANDED_IN, ASKED}
    assert new.previous.package == package_digest(OLD)
    assert faults(new) == []


def test_what_judges_nothing_anew_is_no_evaluasi_ulang():
    """Determined and minuted again as it was; a klarifikasi of what was bid is something new."""
    kept = without(OLD, events=lambda event: event in ACTS)
    told = (award("p1", "p3", day=27), Announcement(at(27, 10), Subject.PEMILIHAN))
    same = evolve(
        kept, previous=NEW.previous, events=(*kept.events, *told), extensions=NEW.extensions
    )
    asked = Clarification(at(25), "p2", TEKNIS, "Mana bukti milik?", "Tetap sewa.")
    nothing = evolve(same, extensions={"ulang": {"anew": []}})

    assert faults(checked(same)) == [("ATR094", "extensions.ulang.anew.0")]
    assert faults(checked(nothing)) == [("ATR091", "assessments")]
    assert faults(checked(evolve(same, events=(*same.events, asked)))) == []


def test_the_new_answer_decides():
    """p2 is the cheapest of three, and so the winner now."""
    evaluation = evaluated(NEW)

    assert (evaluated(OLD).next, evaluation.winner) == ("evaluasi_penawaran_ulang", "p2")
    assert (evaluation.reserves, str(evaluation.state)) == (("p1", "p3"), "dihitung")
    assert faults(NEW) == []


def test_a_technical_proposal_is_judged_anew_although_prices_are_open():
    """Which is a fault of any other package, to the second (PKT064)."""
    old = undone(events=[price_opening(day=18)], envelope=Envelope.DUA_FILE)
    new = answered(anew(old), evolve(TECHNICAL, at=at(24)))

    assert verdict(evaluated(new), TEKNIS, "p2") == "lulus"
    assert faults(new, old) == []


def test_a_general_word_is_about_those_who_were_there():
    """p2 never came to the proof: what was said there of everybody else says nothing of it."""
    new = anew(OLD)
    proof = [entry for entry in new.assessments if entry.stage is PEMBUKTIAN]
    waiting = evaluated(answered(new, TECHNICAL))

    assert {entry.participant for entry in proof} == {"p1", "p3"}
    assert (PEMBUKTIAN, "p2", f"k.{PEMBUKTIAN}", "penilaian") in needs(waiting)
    # Where nobody who handed in was kept out, it stays one general word.
    assert [e.participant for e in new.assessments if e.stage is ADMINISTRASI] == ["*"]


def test_a_word_that_was_general_may_not_answer_for_who_comes_anew():
    """Written back by hand it would let p2 pass a technical evaluation that it never came to."""
    old = undone(assessments=failed(ADMINISTRASI, "p2"))
    general = [entry for entry in old.assessments if entry.stage is TEKNIS]
    new = answered(
        without(anew(old, {ADMINISTRASI: {"p2"}}), assessments=lambda e: e.stage is TEKNIS),
        judged(ADMINISTRASI, participant="p2", when=at(26)),
        *general,
    )

    assert verdict(evaluated(new), TEKNIS, "p2") == "lulus"
    assert [code for code, _ in faults(new, old)] == ["ATR087"]


def test_a_word_taken_out_lets_no_older_one_answer():
    """Without its own word p2 would pass by what was said of everybody else."""
    new = evolve(OLD, previous=NEW.previous, events=NEW.events, extensions=NEW.extensions)
    new = without(new, assessments=lambda entry: entry.participant == "p2")

    assert verdict(evaluated(new), TEKNIS, "p2") == "lulus"
    assert "ATR087" in {code for code, _ in faults(new)}


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        (CAUSE - SECOND, [("ATR087", "assessments.{at}.at")]),
        (CAUSE, []),
        (CAUSE + SECOND, []),
    ],
)
def test_no_new_judgement_is_older_than_the_cause(moment, found):
    """At the very moment it is not older."""
    new = answered(anew(OLD), evolve(TECHNICAL, at=moment), PROVEN)
    place = len(new.assessments) - 2

    assert faults(new) == [(code, path.format(at=place)) for code, path in found]


def test_without_an_act_nothing_new_is_older_than_what_is_recorded():
    """A result that only a reason given by people undoes: the last thing on record is of 20 May."""
    old = package(*BIDS, assessments=failed(TEKNIS, "p2"), events=[*HANDED_IN, award("p1", "p3")])
    early, late = (
        answered(anew(old), evolve(TECHNICAL, at=when), PROVEN)
        for when in (at(20) - SECOND, at(20))
    )

    assert [code for code, _ in faults(early, old)] == ["ATR087"]
    assert faults(late, old) == []


NO, MORE = "tidak_memenuhi", Decimal("1250000000.01")
CHANGED = [
    ("ATR082", "tender.hps", evolve(NEW, tender=evolve(NEW.tender, hps=hps("1222000000")))),
    ("ATR082", "tender.pagu", evolve(NEW, tender=evolve(NEW.tender, pagu=MORE))),
    ("ATR082", "tender.round", evolve(NEW, tender=evolve(NEW.tender, round=2))),
    ("ATR082", "pokja", evolve(NEW, pokja=evolve(NEW.pokja, decree="SK 02/2022"))),
    ("ATR082", "parties", evolve(NEW, parties=(Party("c1", "Drs. Cipto", "ppk"),))),
    ("ATR083", "participants",
     evolve(without(NEW, assessments=lambda e: e.participant == "p3"),
            participants=NEW.participants[:2])),
    ("ATR083", "participants.3", evolve(NEW, participants=(*NEW.participants, bidder("p4")))),
    ("ATR084", "participants.0.price",
     with_participant(NEW, "p1", price=bidder("p1", "1100000000.01").price)),
    ("ATR084", "participants.2.price", with_participant(NEW, "p3", price=None)),
    ("ATR084", "participants.1.name", with_participant(NEW, "p2", name="CV Lain")),
    ("ATR086", "events", without(NEW, events=lambda event: isinstance(event, Closing))),
    ("ATR086", "events", without(NEW, events=lambda event: isinstance(event, Clarification))),
    ("ATR090", "events.3", evolve(NEW, events=(*NEW.events, ACTS[0]))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "path", "new"), CHANGED)
def test_nothing_but_judgements_may_differ(code, path, new):
    """What was asked, by whom, who bid what, and what happened up to the opening."""
    assert faults(checked(new)) == [(code, path)]


@pytest.mark.parametrize(
    ("names", "day", "found"),
    [
        (["evaluasi_teknis:p2"], 16, "ATR093"),
        (["evaluasi_teknis:p2"], 26, "ATR093"),
        (["evaluasi_teknis:p2", "evaluasi_administrasi:p1"], 26, "ATR093"),
        (["evaluasi_teknis:p2", "evaluasi_teknis:p1"], 16, "ATR087"),
        (["evaluasi_teknis:p2", "evaluasi_teknis:p1"], 26, None),
        (["evaluasi_teknis"], 26, None),
        (None, 26, "ATR092"),
    ],
)
def test_a_judgement_that_was_not_named_stays_as_it_is(names, day, found):
    """That p1 falls: whenever it was judged it has to be named, and then be later than the cause.

    Of a name with nothing new behind it that is told too.
    """
    fell = evolve(failed(TEKNIS, "p1")[0], at=at(day))
    others = without(NEW, assessments=lambda e: (e.stage, e.participant) == (TEKNIS, "p1"))
    named = None if names is None else {"ulang": {"anew": names}}
    new = answered(evolve(others, extensions=named), fell)

    idle = ["ATR094"] * ("evaluasi_administrasi:p1" in (names or ()))
    assert [code for code, _ in faults(new)] == [*([found] if found else []), *idle]


def test_no_vote_is_left_out_of_an_answer():
    """Of five members three said no: with one of them gone the question would be open again."""
    words = {"m1": NO, "m2": NO, "m3": NO, "m4": "memenuhi", "m5": "memenuhi"}
    votes = [judged(TEKNIS, word, "p2", by=member) for member, word in words.items()]
    old = undone(assessments=votes, members=5)
    new = anew(old, {})
    assert faults(new, old) == []

    fewer = without(new, assessments=lambda e: (e.participant, e.by) == ("p2", ("m1",)))
    assert faults(fewer, old) == [("ATR093", "assessments")]
    named = evolve(fewer, extensions=anew(old).extensions)
    assert faults(named, old) == [("ATR088", "assessments")]
    assert faults(anew(old), old) == []


def clarified(who, stage, when=None):
    """Somebody asked `who` at `stage`."""
    return Clarification(when or at(26), who, stage, "Berapa hari?", "Enam puluh.")


TOO_SHORT = (bidder("p1", facts={ADMINISTRASI: {"bid_validity_days": 59}}), *BIDS[1:])
ON_P1 = {TEKNIS: {"p2"}, ADMINISTRASI: {"p1"}}
FREE = judged(ADMINISTRASI, participant="p1", when=at(26))


@pytest.mark.parametrize(
    ("names", "events", "entries", "found"),
    [
        (None, (), (), ["ATR093"]),
        (None, (clarified("p1", ADMINISTRASI),), (), ["ATR093", "ATR093"]),
        (ON_P1, (clarified("p1", ADMINISTRASI),), (FREE,), []),
        (ON_P1, (clarified("p1", ADMINISTRASI, CAUSE),), (FREE,), []),
        (ON_P1, (), (FREE,), []),
        (ON_P1, (), (), ["ATR085"]),
        (ON_P1, (clarified("p3", ADMINISTRASI),), (), ["ATR085", "ATR093"]),
    ],
)  # fmt: skip
def test_what_is_known_of_a_bid_changes_on_a_new_record_of_what_is_named(
    names, events, entries, found
):
    """A bid validity read as 59 days and found to be 60: somebody has to have looked again."""
    old = undone(*TOO_SHORT)
    new = answered(anew(old, names), TECHNICAL, PROVEN, *entries)
    new = with_participant(new, "p1", facts={ADMINISTRASI: known(bid_validity_days=60)})
    new = checked(evolve(new, events=(*new.events, *events)))

    assert [code for code, _ in faults(new, old)] == found


@pytest.mark.parametrize(
    ("looked", "found"), [((), ["ATR085"]), ((KUALIFIKASI,), []), ((ADMINISTRASI,), ["ATR085"])]
)
def test_so_does_the_size_of_a_business_which_is_of_its_qualification(looked, found):
    """It stands at the bidder, and at each member of a KSO, and not among what is known there."""
    members = tuple(sized(Member(f"a{n}", f"CV a{n}"), KECIL) for n in (1, 2))
    old = undone(BIDS[0], BIDS[1], evolve(BIDS[2], members=members))
    entries = [judged(stage, participant="p3", when=at(26)) for stage in looked]
    names = {TEKNIS: {"p2"}, KUALIFIKASI: {"p3"}, ADMINISTRASI: {"p3"}}
    new = answered(anew(old, names), TECHNICAL, PROVEN, *entries)
    new = with_participant(new, "p3", members=(sized(members[0], MENENGAH), members[1]))

    assert [code for code, _ in faults(new, old)] == found


def test_who_withdrew_stays_withdrawn():
    """It is of the bids, whenever it happened, while acts and objections stay behind."""
    left = gone("p3", "penetapan", day=21)
    new = anew(undone(events=[left]))

    assert set(new.events) == {*HANDED_IN, ASKED, left}
    assert not any(isinstance(event, Award) for event in new.events)


def test_a_chain_of_two():
    """The second is held against the first, and not against what that repeated."""
    answer = evolve(ACTS[-1], participant="p3", at=at(2, month=6))
    first = evolve(NEW, events=(*NEW.events, award("p2", "p1", "p3", day=28), answer))
    second = anew(checked(first), {ADMINISTRASI: None})
    entry = judged(ADMINISTRASI, when=at(2, month=6))

    assert faults(answered(second, entry), first) == []
    assert faults(answered(second, evolve(entry, at=entry.at - SECOND)), first) == [
        ("ATR087", f"assessments.{len(second.assessments)}.at")
    ]
    assert [code for code, _ in faults(answered(second, entry))] == ["ATR081"]


def test_a_package_of_another_digest_and_one_that_repeats_nothing():
    """Nothing more is said of either: it is another tender."""
    assert faults(NEW, evolve(OLD, tender=evolve(OLD.tender, title="Lain"))) == [
        ("ATR081", "previous.package")
    ]
    assert faults(OLD) == [("ATR080", "")]


@pytest.mark.parametrize("stage", JUDGED)
@pytest.mark.parametrize("named", [None, {"p1"}, {"p1", "p3"}])
def test_whoever_is_not_named_keeps_every_verdict(stage, named):
    """Whatever mix of general and own words answered; a criterion that one of them leaves out."""
    asks = {
        stage: demands(criteria=tuple(Criterion(f"{stage}.{n}", f"syarat {n}") for n in "ab")),
    }
    words = [
        judged(stage, criterion=f"{stage}.a"),
        judged(stage, "tidak_memenuhi", "p3", f"{stage}.b"),
        judged(stage, participant="p2"),
    ]
    old = package(*BIDS, asks=asks, assessments=words, events=[*HANDED_IN])
    before, after = evaluated(old), evaluated(anew(old, {stage: named}))

    for who in ("p1", "p2", "p3"):
        if named is not None and who not in named:
            assert verdict(after, stage, who) == verdict(before, stage, who) is not None
        elif verdict(before, stage, who):
            assert verdict(after, stage, who) == "belum_dinilai"
    assert faults(anew(old, {stage: named}), old) == []
