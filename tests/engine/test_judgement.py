"""How the judgements of a panel become one answer."""

import itertools

import pytest

from tender_engine.judgement import Judgements, Seats
from tender_engine.model import Criterion
from tender_engine.terms import AssessmentVerdict, StageId
from tests.builders import TEKNIS, at, judged

ALAT, LAIN = Criterion("alat", "alat"), Criterion("lain", "lain")
YES, NO = AssessmentVerdict.MEMENUHI, AssessmentVerdict.TIDAK_MEMENUHI
THREE, FIVE = ("m1", "m2", "m3"), ("m1", "m2", "m3", "m4", "m5")


def answer(entries, who="p1", criterion=ALAT, members=THREE, **more):
    """The ballot on one question."""
    return Judgements(entries, Seats(tuple(members))).ballot(TEKNIS, who, criterion, **more)


def entry(verdict="memenuhi", who="*", criterion=None, by="m1 m2 m3", **more):
    """One judgement on the technical stage."""
    return judged(TEKNIS, verdict, who, criterion, by=by, **more)


LEVELS = [("p1", "alat"), ("p1", None), ("*", "alat"), ("*", None)]


@pytest.mark.parametrize(("high", "low"), list(itertools.combinations(LEVELS, 2)))
def test_the_more_specific_entry_decides(high, low):
    """Participant and criterion, then participant, then everybody and criterion, then everybody."""
    general, exception = entry("memenuhi", *low), entry("tidak_memenuhi", *high)

    for entries in ([general, exception], [exception, general]):
        assert answer(entries).verdict is NO


@pytest.mark.parametrize(
    ("members", "yes", "no", "verdict"),
    [
        (THREE, 1, 0, None),
        (THREE, 2, 0, YES),
        (THREE, 1, 1, None),
        (THREE, 1, 2, NO),
        (FIVE, 2, 0, None),
        (FIVE, 2, 2, None),
        (FIVE, 3, 2, YES),
        (FIVE, 2, 3, NO),
        (FIVE, 3, 0, YES),
    ],
)
def test_more_than_half_of_all_members_decide(members, yes, no, verdict):
    """Of all members, not of those who spoke; who is silent is named."""
    votes = [entry("memenuhi", by=name) for name in members[:yes]]
    votes += [entry("tidak_memenuhi", by=name) for name in members[yes : yes + no]]
    ballot = answer(votes, members=members)

    assert ballot.verdict is verdict
    assert ballot.silent == members[yes + no :]


def test_dissent_is_kept():
    """The vote of the minority stands in the record, and its reason is not the panel's."""
    ballot = answer(
        [entry(by="m1 m2"), entry("tidak_memenuhi", by="m3", note="alat sewa tanpa bukti")]
    )

    assert [(v.member, v.verdict, v.counts) for v in ballot.votes] == [
        ("m1", YES, True), ("m2", YES, True), ("m3", NO, True),
    ]  # fmt: skip
    assert ballot.verdict is YES
    assert ballot.notes == ()


@pytest.mark.parametrize("turn", [1, -1])
def test_the_later_word_counts_and_both_are_kept(turn):
    """By `at`, whatever the order of the list."""
    first, second = entry(by="m1 m2", when=at(16)), entry("tidak_memenuhi", by="m2", when=at(17))
    ballot = answer([first, second][::turn])

    assert [(v.member, v.verdict, v.counts) for v in ballot.votes] == [
        ("m1", YES, True), ("m2", YES, False), ("m2", NO, True),
    ]  # fmt: skip
    assert ballot.verdict is None


def test_one_exception_reopens_the_question_for_everybody():
    """Only the most specific level counts, for every member."""
    general, exception = entry(), entry("tidak_memenuhi", "p1", "alat", by="m1")

    assert answer([general, exception]).verdict is None
    assert answer([general, exception]).silent == ("m2", "m3")
    assert answer([general, exception], "p2").verdict is YES
    assert answer([general, exception], criterion=LAIN).verdict is YES


@pytest.mark.parametrize("level", LEVELS)
def test_a_question_that_wants_its_own_answer_takes_no_general_one(level):
    """Only an entry on participant and criterion answers it."""
    ballot = answer([entry("memenuhi", *level)], general=False)

    assert ballot.verdict is (YES if level == ("p1", "alat") else None)


def test_nothing_said_is_no_answer():
    """An empty list, another stage, another criterion."""
    other = judged(StageId.EVALUASI_HARGA)

    for entries in ([], [other], [entry("memenuhi", "p1", "lain")]):
        ballot = answer(entries)
        assert (ballot.verdict, ballot.votes, ballot.silent) == (None, (), THREE)


def test_reasons_stand_once_on_one_line_in_order_of_time():
    """Two members with one reason say it once; a line break does not break the sentence."""
    ballot = answer(
        [
            entry("tidak_memenuhi", by="m2", note="kedua", when=at(17)),
            entry("tidak_memenuhi", by="m1", note="pertama\n  dan\tlagi", when=at(16)),
            entry("tidak_memenuhi", by="m3", note="kedua", when=at(18)),
        ]
    )

    assert ballot.notes == ("pertama dan lagi", "kedua")


def test_a_reason_that_was_replaced_is_given_no_more():
    """m1 says no twice; the later words are its reason."""
    first = entry("tidak_memenuhi", by="m1 m2 m3", note="alat sewa", when=at(16))
    second = entry("tidak_memenuhi", by="m1 m2 m3", note="alat rusak", when=at(17))

    assert answer([first, second]).notes == ("alat rusak",)


@pytest.mark.parametrize("turn", [1, -1])
def test_reasons_of_one_moment_stand_in_one_order(turn):
    """By their words, so that the order of the list changes no record."""
    words = [
        entry("tidak_memenuhi", by=member, note=note)
        for member, note in (("m1", "bukti sewa"), ("m2", "alat kurang"), ("m3", "alat kurang"))
    ]

    assert answer(words[::turn]).notes == ("alat kurang", "bukti sewa")


def test_one_general_word_answers_each_question_as_itself():
    """The entry is one, the questions are two."""
    told = Judgements([entry()], Seats(THREE))

    for criterion in (ALAT, LAIN):
        ballot = told.ballot(TEKNIS, "p1", criterion)
        assert ballot.criterion == criterion
        assert {vote.criterion for vote in ballot.votes} == {criterion.id}
