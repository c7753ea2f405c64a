"""Pembatalan: a recorded decision ends a procurement; and what fails before there is a list."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_engine.engine import evaluate
from tender_engine.events import (
    Announcement,
    Appeal,
    Cancellation,
    Clarification,
    Confirmation,
    FailureAct,
    Letter,
    Minutes,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
    TypingConfirmation,
    Withdrawal,
)
from tender_engine.faults import PackageRefusedError, filled_in
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_engine.terms import Canceller, Decider, Doubt, ObjectionDecision
from tender_rules import national
from tender_rules.objections import OBJECTION_TEXTS
from tender_rules.testing import cancelled, packages, procurements, reordered
from tests.builders import TEKNIS, at, bidder, codes, evaluated, package, refusal
from tests.happenings import (
    agreed,
    auction,
    award,
    closing,
    extended,
    listing_act,
    price_opening,
)
from tests.procurements import applicants, invited, screened
from tests.properties.test_order import outcome
from tests.reading import read_text
from tests.tries import tries

LAST = 24
SECOND = dt.timedelta(seconds=1)
WHOLE = "perpres-16-2018:51(2)"
SCREENING = "perpres-16-2018:51(1)"
TABLE_2 = "lkpp-12-2021:4.1.1.j:"


def decision(day=LAST, by="kpa", number="900/1/2022"):
    """The decision to call it off."""
    return Cancellation(at(day), Canceller(by), "Anggaran dialihkan", number)


def told_of(given):
    """The one fault of a package in words, and what to do."""
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(given)
    (fault,) = refused.value.faults
    words = OBJECTION_TEXTS[fault.code]
    return filled_in(words.message_id, fault.params), filled_in(words.hint_id, fault.params)


@pytest.mark.parametrize("by", ["pa", "kpa", "ppk"])
@pytest.mark.parametrize("number", [None, "900/1/2022"])
def test_a_decision_ends_it_at_once_without_a_text(by, number):
    """Whatever was computed: no winner, nothing awaited, nothing that follows."""
    evaluation = evaluated(package(bidder(), events=[decision(by=by, number=number)]))
    failure = evaluation.failure

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
    assert (failure.ground, failure.declared_by) == ("pembatalan", by)
    assert (failure.effective, failure.follow_up, failure.citations) == ("segera", None, ())
    assert (evaluation.winner, evaluation.reserves, evaluation.next) == (None, (), None)


@pytest.mark.parametrize(
    "given",
    [
        package(bidder(price=None), bidder("p2"), events=[decision()]),
        package(bidder(), general=(), events=[decision()]),
        package(bidder(submitted=False), events=[decision()]),
        screened(*applicants(3), general=(), events=[decision()]),
        package(bidder(), events=[award(day=20), decision()]),
    ],
    ids=["price", "judgements", "bids", "before the list", "after an award"],
)
def test_nothing_is_awaited_any_more(given):
    """Whatever was missing, before a list as well."""
    evaluation = evaluated(given)

    assert (evaluation.state, evaluation.awaiting) == ("ditetapkan", ())
    assert evaluation.failure.ground == "pembatalan"
    assert evaluation.shortlist == ()


@pytest.mark.parametrize(
    "later",
    [
        award(day=LAST + 1),
        award(day=LAST),
        FailureAct(at(LAST + 1), "pemilihan", Decider.POKJA, f"{WHOLE}e"),
        decision(LAST + 1),
        agreed("p1", "1100000000", LAST + 1),
        auction(LAST + 1, held=False),
        extended("penawaran", LAST + 1),
        closing("penawaran", LAST + 1),
        Objection(at(LAST + 1), "pemilihan", "p1"),
        ObjectionAnswer(at(LAST + 1), "pemilihan", "p1", ObjectionDecision.TIDAK_BENAR),
        Appeal(at(LAST + 1), "pemilihan", "p1"),
        ObjectionPeriodEnd(at(LAST + 1), "pemilihan"),
        Clarification(at(LAST + 1), "p1", TEKNIS, "Apa?", "Itu."),
        Withdrawal(at(LAST + 1), "p1", TEKNIS, "Sibuk"),
        Confirmation(at(LAST + 1), "skp.least", "1", "LDK A"),
        TypingConfirmation(at(LAST + 1), Doubt.BARIS_NOL, "p1", Decimal(0), ("m1",), "Ya"),
    ],
)
def test_an_act_after_it_is_refused_at_its_place(later):
    """The moment itself is not before it either."""
    given = package(bidder(), bidder("p2"), events=[decision(), later])

    assert ("ATR061", "events.1.at") in refusal(given)


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (Announcement, ("pemilihan",)),
        (Minutes, ("pemilihan", "BA-1", "Contoh")),
        (Letter, ("pengumuman-pembatalan", "PGM-1", at(30).date())),
    ],
)
def test_only_what_tells_of_it_may_follow(later, said):
    """An announcement, minutes and the numbers of its papers, at once or later."""
    events = [decision(), later(at(LAST), *said), later(at(30), *said)]

    assert evaluated(package(bidder(), events=events)).failure.ground == "pembatalan"


def test_nothing_comes_in_or_is_judged_after_it():
    """A bid and a judgement are refused at their places; a second before it they stand."""
    given = package(bidder(), bidder("p2"))
    times = [entry.at for entry in given.assessments]
    last = max(times)
    ended = evolve(decision(), at=last)
    told = refusal(evolve(given, events=(ended,)))
    late = evolve(given.participants[1].submitted, penawaran=last)
    bidders = (given.participants[0], evolve(given.participants[1], submitted=late))

    assert told == [
        ("ATR061", f"assessments.{n}.at") for n, found in enumerate(times) if found == last
    ]
    assert ("ATR061", "participants.1.submitted.penawaran") in refusal(
        evolve(given, participants=bidders, events=(ended,))
    )
    assert evaluated(evolve(given, events=(evolve(ended, at=last + SECOND),))).result == "gagal"


def test_the_refusal_names_the_act_its_day_and_what_to_do():
    """In words, and the day in full."""
    later = Confirmation(at(LAST + 1), "skp.least", "1", "LDK A")
    message, hint = told_of(package(bidder(), events=[decision(), later]))

    assert message == (
        "konfirmasi nilai tercatat Rabu, 25 Mei 2022 pukul 09.00 WIB, tidak mendahului pembatalan "
        "Selasa, 24 Mei 2022 pukul 09.00 WIB"
    )
    assert "hanya pengumuman, berita acara, dan surat" in hint


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_decisions_the_first_stands(turn):
    """However they are listed, the later one is told."""
    events = [decision(LAST), decision(LAST + 1)][::turn]
    place = 1 if turn == 1 else 0

    assert refusal(package(bidder(), events=events)) == [("ATR061", f"events.{place}.at")]


@given(st.one_of(packages(), procurements()).flatmap(cancelled), st.data())
@tries(15)
def test_any_procurement_can_be_called_off(given: Package, data: DataObject) -> None:
    """In any order of its lists, read back with its digest; nothing is awaited."""
    found = evaluate(given, national())

    assert (found.state, found.result, found.awaiting) == ("ditetapkan", "gagal", ())
    assert found.failure is not None
    assert (found.failure.ground, found.failure.citations) == ("pembatalan", ())
    assert outcome(data.draw(reordered(given))) == outcome(given)
    read = read_text(canonical_package(given), "paket.json")
    assert read.package is not None
    assert package_digest(read.package) == package_digest(given)


# Before a list is determined the bids cannot fail yet.


def early(ground, *before, by="pokja", day=20):
    """A prakualifikasi in which `pemilihan` is declared to have failed, after some events."""
    act = FailureAct(at(day), "pemilihan", Decider(by), ground)
    return screened(*applicants(3), events=[*before, act])


@pytest.mark.parametrize(
    ("cause", "follow_up"),
    [
        ("persekongkolan", "prakualifikasi_ulang"),
        ("gangguan_spse", "penyampaian_kualifikasi_ulang"),
    ],
)
def test_a_cause_of_tabel_2_is_read_as_of_the_qualification(cause, follow_up):
    """As the same act of kualifikasi is, to the last byte of the answer."""
    given = early(f"{TABLE_2}{cause}")
    act = given.events[-1]
    same = evolve(given, events=(*given.events[:-1], evolve(act, of="kualifikasi")))
    found, told = evaluated(given), evaluated(same)

    assert (found.state, found.result, found.next) == ("ditetapkan", "gagal", follow_up)
    assert (found.failure, found.notices) == (told.failure, told.notices)


def test_a_count_that_figures_show_agrees_with_the_act():
    """51(1)a: nobody handed in after the extension."""
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{SCREENING}a")
    given = screened(*applicants(0), events=[extended(), closing(), act])
    evaluation = evaluated(given)

    assert (evaluation.state, evaluation.failure.ground) == ("ditetapkan", f"{SCREENING}a")


@pytest.mark.parametrize(
    ("letter", "by", "follow_up"),
    [
        # Nobody hands in a bid anew who was never invited.
        ("d", "pokja", "menurut_penyebab"),
        ("e", "pokja", "tender_ulang"),
        ("i", "pa", "tender_ulang"),
    ],
)
def test_some_grounds_end_all_of_it(letter, by, follow_up):
    """A wrong document, and KKN of all or of those who procure."""
    evaluation = evaluated(early(f"{WHOLE}{letter}", by=by))

    assert (evaluation.state, evaluation.result) == ("ditetapkan", "gagal")
    assert (evaluation.failure.ground, evaluation.next) == (f"{WHOLE}{letter}", follow_up)
    assert evaluation.shortlist == ()


@pytest.mark.parametrize("letter", ["a", "b", "c", "f", "g"])
def test_any_other_ground_names_what_can_fail(letter):
    """There are no bids: what can fail is the qualification."""
    given = early(f"{WHOLE}{letter}")

    assert refusal(given) == [("ATR062", "events.0.of")]


def test_that_refusal_speaks_of_provisions_and_not_of_codes():
    """The act with its day, and each provision once."""
    message, hint = told_of(early(f"{WHOLE}f"))

    assert "Jumat, 20 Mei 2022 pukul 09.00 WIB" in message
    assert message.endswith("menurut Pasal 51 ayat (2) huruf f")
    assert hint.count("Tabel 2") == 1
    assert "_" not in message + hint


def test_once_the_list_is_determined_the_bids_can_fail():
    """The moment of the list included; one that came before it is about the qualification."""
    bids = applicants(3, bid=True)
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{WHOLE}f")
    after = evaluated(invited(*bids, events=(price_opening(), act)))

    assert (after.state, after.failure.ground) == ("ditetapkan", f"{WHOLE}f")
    at_once = evaluated(early(f"{WHOLE}f", listing_act("p1", "p2", "p3", day=20)))
    assert "TINDAKAN_BERBEDA" in codes(at_once)  # for bids that were not due yet
    assert refusal(early(f"{WHOLE}f", listing_act("p1", "p2", "p3", day=21))) == [
        ("ATR062", "events.1.of")
    ]


def test_judgements_of_the_bids_do_not_matter_to_it():
    """A tender that was called off keeps what was found until then."""
    evaluation = evaluated(package(bidder(), bidder("p2", "1150000000"), events=[decision()]))

    assert [v.verdict for v in evaluation.stage(TEKNIS).verdicts] == ["lulus", "lulus"]
    assert [price.participant for price in evaluation.prices] == ["p1", "p2"]


@pytest.mark.parametrize("act", [[], [award("p1", "p2", day=20)]])
def test_nobody_is_ranked_or_proposed_in_what_was_called_off(act):
    """Neither where a winner had been determined nor where none had."""
    bids = bidder(), bidder("p2", "1150000000")
    before = evaluated(package(*bids, events=act))
    evaluation = evaluated(package(*bids, events=[*act, decision()]))

    assert [place.participant for place in before.ranking] == ["p1", "p2"]
    assert [v.participant for v in before.stage("penetapan").verdicts] == ["p1", "p2"]
    assert (evaluation.ranking, evaluation.winner, evaluation.reserves) == ((), None, ())
    assert evaluation.stage("penetapan").verdicts == ()


def test_a_list_that_was_in_force_stays_on_record():
    """Called off before it, nobody is listed; afterwards the list is what was found until then."""
    stage = "penetapan_hasil_kualifikasi"
    early = evaluated(screened(*applicants(3), events=[decision()]))
    late = evaluated(invited(*applicants(3, bid=True), events=[decision()]))

    assert early.stage(stage).verdicts == ()
    assert [v.verdict for v in late.stage(stage).verdicts] == ["lulus"] * 3
    assert late.stage("penetapan").verdicts == ()
