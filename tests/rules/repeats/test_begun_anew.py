"""New bids, a new tender, a new prakualifikasi: what each takes over, and which round it is."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import AppealAnswer, BondClarification, FailureAct, Objection
from tender_engine.model import Submitted
from tender_engine.terms import (
    AppealDecision,
    BondResult,
    Channel,
    Decider,
    ObjectionDecision,
    PreviousKind,
    Subject,
)
from tender_rules.repeats.causes import cause_of
from tender_rules.repeats.holding import faults_of_repeat
from tender_rules.repeats.making import repeated
from tests.builders import (
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    checked,
    evaluated,
    judged,
    priced,
)
from tests.happenings import ERROR, appeal, award, closing, deadline, price_opening
from tests.procurements import applicant, invited
from tests.rules.repeats.tenders import ANSWER, SECOND, undone

BIDS, AGAIN, QUALIFICATION = (
    PreviousKind.PENAWARAN_ULANG,
    PreviousKind.TENDER_ULANG,
    PreviousKind.PRAKUALIFIKASI_ULANG,
)
# A Tender of three bids, one qualified that did not bid, and its failure on 30 May 2022.
FAILED = FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
QUALIFIED = (
    *(applicant(f"p{n}", bid=True, price=priced("1100000000")) for n in (1, 2, 3)),
    applicant("p4"),
)


def of_prakualifikasi():
    """A Tender after a prakualifikasi, whose document turned out to be wrong."""
    return invited(*QUALIFIED, events=(price_opening(), FAILED))


def again(old, kind, announced=None, **tender):
    """The package that repeats `old`; `tender` is what people then write otherwise."""
    made = repeated(evaluated(old), kind, "gagal", announced=announced)
    return checked(evolve(made, tender=evolve(made.tender, **tender)))


def faults(new, old):
    """What keeps `new` from being the repeat of `old`: code and path of each."""
    found = faults_of_repeat(evaluated(old), evaluated(new))
    return [(fault.code, ".".join(map(str, fault.path))) for fault in found]


def test_new_bids_of_a_pascakualifikasi():
    """Whoever was registered, with nothing handed in; the round is that of the same tender."""
    old = undone(bidder("p1"), bidder("p2"), bidder("p3"), events=[FAILED])
    new = again(old, BIDS)

    assert [who.id for who in new.participants] == ["p1", "p2", "p3"]
    assert all(who.price is None and who.submitted == Submitted() for who in new.participants)
    assert (new.assessments, new.events, new.tender) == ((), (), old.tender)
    assert faults(new, old) == []


def test_new_bids_after_a_prakualifikasi_are_of_its_list():
    """The qualification and the act on the list stay; bids, their deadline and prices do not."""
    old = of_prakualifikasi()
    new = again(old, BIDS)
    evaluation = evaluated(new)

    assert {entry.stage for entry in new.assessments} == {KUALIFIKASI, PEMBUKTIAN}
    assert [type(event).__name__ for event in new.events] == ["Award"]
    assert evaluation.shortlist == evaluated(old).shortlist == ("p1", "p2", "p3", "p4")
    assert all(who.submitted.penawaran is None for who in new.participants)
    assert faults(new, old) == []


@pytest.mark.parametrize("kind", [AGAIN, QUALIFICATION])
def test_what_begins_anew_has_nobody_yet(kind):
    """The tender, its document and its panel, in the round that follows, announced on its day."""
    old = of_prakualifikasi()
    new = again(old, kind, dt.date(2022, 6, 6))
    rounds = {AGAIN: (2, 1), QUALIFICATION: (1, 2)}[kind]

    assert (new.participants, new.assessments, new.events) == ((), (), ())
    assert (new.tender.round, new.tender.qualification_round) == rounds
    assert new.tender.announced_on == dt.date(2022, 6, 6)
    assert (new.pokja, new.tender.hps, new.tender.document) == (
        old.pokja, old.tender.hps, old.tender.document
    )  # fmt: skip
    assert faults(new, old) == []


@pytest.mark.parametrize(
    ("kind", "rounds", "found"),
    [
        (BIDS, (1, 1), []),
        (BIDS, (2, 1), ["tender.round"]),
        (BIDS, (1, 2), ["tender.qualification_round"]),
        (AGAIN, (2, 1), []),
        (AGAIN, (2, 3), []),
        (AGAIN, (3, 1), ["tender.round"]),
        (QUALIFICATION, (1, 2), []),
        (QUALIFICATION, (1, 3), ["tender.qualification_round"]),
        (QUALIFICATION, (2, 2), ["tender.round"]),
    ],
)
def test_the_round_is_one_more_than_before(kind, rounds, found):
    """Of what is repeated; new bids are in the round of the same tender."""
    old = of_prakualifikasi()
    day = None if kind is BIDS else dt.date(2022, 6, 6)
    new = again(old, kind, day, round=rounds[0], qualification_round=rounds[1])

    assert faults(new, old) == [("ATR089", path) for path in found]


def test_a_second_repeat_has_the_third_round():
    """Of the second, and not of the first."""
    first = of_prakualifikasi()
    second = again(first, QUALIFICATION, dt.date(2022, 6, 6))
    third = again(second, QUALIFICATION, dt.date(2022, 6, 20))

    assert third.tender.qualification_round == 3
    assert faults(third, second) == []
    assert faults(third, first) == [("ATR081", "previous.package")]


@pytest.mark.parametrize(("day", "found"), [(29, ["tender.announced_on"]), (30, [])])
def test_nothing_is_announced_before_the_failure(day, found):
    """On its very day it can be."""
    old = of_prakualifikasi()
    new = again(old, AGAIN, dt.date(2022, 5, day))

    assert faults(new, old) == [("ATR087", path) for path in found]


@pytest.mark.parametrize("since", [-SECOND, 0 * SECOND])
def test_nothing_new_is_older_than_the_failure(since):
    """Events, judgements and what was handed in, each to the second."""
    old, when = of_prakualifikasi(), at(30) + since
    new = again(old, BIDS)
    people = tuple(
        evolve(who, submitted=evolve(who.submitted, penawaran=when)) if who.id == "p2" else who
        for who in new.participants
    )
    events = (*new.events, evolve(deadline(), at=when, until=when), closing("penawaran", day=31))
    entries = (*new.assessments, judged(TEKNIS, participant="p1", when=when))
    new = checked(evolve(new, participants=people, events=events, assessments=entries))
    places = ["events.1.at", "assessments.2.at", "participants.1.submitted.penawaran"]

    assert faults(new, old) == [("ATR087", path) for path in places if since]


def test_why_it_is_repeated_is_what_the_last_act_says():
    """The failure is later than the answer; before either there is nothing to say."""
    answered, failed = undone(), undone(events=[evolve(FAILED, ground=ERROR)])

    assert cause_of(evaluated(failed)).said == (
        "Tender dinyatakan gagal pada Senin, 30 Mei 2022: terdapat kesalahan dalam proses evaluasi."
    )
    assert cause_of(evaluated(answered)).said == (
        "Sanggah CV p2 Contoh benar dan substansial menurut jawaban Selasa, 24 Mei 2022: "
        "terdapat kesalahan dalam proses evaluasi."
    )
    assert cause_of(evaluated(of_prakualifikasi())).at == at(30)
    assert cause_of(evaluated(again(failed, BIDS))) is None


def test_a_later_determination_answers_no_objection_that_was_right():
    """p2 was determined after the answer of 24 May, 9.00, and that counts for nothing."""
    again = undone(events=[evolve(award("p2", "p1"), at=at(24, 10))])

    assert cause_of(evaluated(undone())).at == at(24)
    assert cause_of(evaluated(again)).at == at(24)


def test_an_objection_that_counts_for_nothing_is_no_cause():
    """It came by another way than SPSE, and whatever was answered undoes no act."""
    old = undone()
    outside = tuple(
        evolve(event, channel=Channel.LUAR) if isinstance(event, Objection) else event
        for event in old.events
    )

    assert cause_of(evaluated(checked(evolve(old, events=outside)))) is None


def test_a_granted_appeal_is_a_cause():
    """Without a ground, which the KPA names none of; what is later than the answer counts."""
    denied = evolve(ANSWER, decision=ObjectionDecision.TIDAK_BENAR, cause=None)
    happened = (
        appeal("p2", "12210000", day=25),
        BondClarification(at(26), "p2", BondResult.SAH),
        AppealAnswer(at(27), "p2", AppealDecision.BENAR),
    )
    old = undone(events=happened)
    old = evolve(old, events=tuple(denied if e == ANSWER else e for e in old.events))

    assert cause_of(evaluated(checked(old))).said == (
        "Sanggah banding CV p2 Contoh benar menurut jawaban Jumat, 27 Mei 2022."
    )


@pytest.mark.parametrize("kind", [None, *PreviousKind])
def test_to_whom_a_repeat_is_open_is_told(kind):
    """Of the same bids nobody asks; a tender that repeats nothing has nothing to tell."""
    old = of_prakualifikasi()
    new = old if kind is None else again(old, kind, dt.date(2022, 6, 6))

    told = [n.audience for n in evaluated(new).notices if n.code == "PESERTA_PENGULANGAN"]
    asked = kind not in (None, PreviousKind.EVALUASI_ULANG)
    assert told == ["internal"] * asked


@pytest.mark.parametrize("kind", [AGAIN, QUALIFICATION])
@pytest.mark.parametrize("since", [-SECOND, 0 * SECOND])
def test_of_what_begins_anew_nothing_is_older(kind, since):
    """Not what was carried over of the package before either, which has ended."""
    old, when = of_prakualifikasi(), at(30) + since
    new = again(old, kind, dt.date(2022, 5, 30))
    person = evolve(applicant("p1"), submitted=Submitted(kualifikasi=when))
    events = (evolve(deadline("kualifikasi"), at=when, until=at(31)),)
    entries = (judged(KUALIFIKASI, participant="p1", when=when),)
    new = evolve(new, participants=(person,), events=events, assessments=entries)
    places = ["events.0.at", "assessments.0.at", "participants.0.submitted.kualifikasi"]

    assert faults(checked(new), old) == [("ATR087", path) for path in places if since]
    carried = evolve(new, events=(*events, old.events[1]))
    assert ("ATR087", "events.1.at") in faults(checked(carried), old)
