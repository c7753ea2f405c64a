"""What an evaluasi ulang names to be judged anew: how it is read, and what may differ beside it."""

import datetime as dt

import pytest
from attrs import evolve

from tender_engine.events import Closing, Deadline, Extension, Withdrawal
from tender_engine.model import Previous
from tender_engine.terms import Phase, PreviousKind, Subject
from tender_rules.repeats.holding import faults_of_repeat
from tender_rules.repeats.making import repeated
from tender_rules.repeats.naming import naming_faults, subject_of
from tests.builders import ADMINISTRASI, KUALIFIKASI, TEKNIS, at, checked, evaluated, judged, priced
from tests.happenings import closing, deadline, gone, listing_act
from tests.procurements import NILAI, applicant, applicants, contest, score, screened
from tests.rules.repeats.tenders import anew, answered, undone, without
from tests.rules.repeats.test_evaluated_anew import NEW, OLD, faults

AT = "extensions.ulang.anew"
P2 = "evaluasi_teknis:p2"
OTHER = Previous(PreviousKind.PENAWARAN_ULANG, NEW.previous.package, "gagal")


def naming(*names):
    """The extensions that name these."""
    return {"ulang": {"anew": [*names]}}


@pytest.mark.parametrize(
    ("carried", "found"),
    [
        (None, []),
        ({"lain": {"anew": 1}}, []),
        (naming(), []),
        (naming(P2, "evaluasi_harga"), []),
        (naming("evaluasi_teknik:p2"), [("ATR097", f"{AT}.0")]),
        (naming(P2, "pembukaan:p2"), [("ATR097", f"{AT}.1")]),
        (naming(":p2"), [("ATR097", f"{AT}.0")]),
        # A name that is empty is none: what is told is how to write one.
        (naming("evaluasi_teknis:"), [("ATR097", f"{AT}.0")]),
        (naming(P2, "evaluasi_teknis:P2"), [("ATR098", f"{AT}.1")]),
        (naming(P2, P2), [("ATR099", f"{AT}.0"), ("ATR099", f"{AT}.1")]),
        (naming("evaluasi_teknis", P2), [("ATR099", f"{AT}.1")]),
        ({"ulang": {}}, [("PKT011", "extensions.ulang")]),
        ({"ulang": {"anew": P2}}, [("PKT012", AT)]),
        ({"ulang": {"anew": [7]}}, [("PKT012", f"{AT}.0")]),
        ({"ulang": {"anew": [], "annew": []}}, [("PKT010", "extensions.ulang.annew")]),
        ({"ulang": [P2]}, [("PKT012", "extensions.ulang")]),
    ],
)
def test_names_are_read_or_their_fault_is_told(carried, found):
    """Each at its place; and of a repeat of that kind alone."""
    told = naming_faults(evolve(NEW, extensions=carried))
    assert [(fault.code, ".".join(map(str, fault.path))) for fault in told] == found
    assert all(fault.params.get("found") != "" for fault in told)
    if carried and "ulang" in carried:
        for other in (None, OTHER):
            elsewhere = naming_faults(evolve(NEW, extensions=carried, previous=other))
            assert "ATR096" in [fault.code for fault in elsewhere]


def test_a_repeat_carries_the_names_on_and_no_other_kind_does():
    """Beside all else that is carried; those of a repeat before it are no longer meant."""
    old = evaluated(evolve(NEW, extensions={**naming(P2), "kantor": {"place": "Bangil"}}))
    again = repeated(
        old, PreviousKind.EVALUASI_ULANG, "x", anew={TEKNIS: None, ADMINISTRASI: {"p3", "p1"}}
    )
    bids = repeated(old, PreviousKind.PENAWARAN_ULANG, "x")

    names = ["evaluasi_teknis", "evaluasi_administrasi:p1", "evaluasi_administrasi:p3"]
    assert again.extensions == {"kantor": {"place": "Bangil"}, **naming(*names)}
    assert bids.extensions == {"kantor": {"place": "Bangil"}}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([P2, "pembuktian_kualifikasi:p2"], [("ATR095", f"{AT}.1")]),
        ([P2, "penyetaraan_teknis"], [("ATR095", f"{AT}.1")]),
        ([P2, "evaluasi_harga"], [("ATR094", f"{AT}.1")]),
        ([P2, "evaluasi_harga:p1"], [("ATR094", f"{AT}.1")]),
        (["evaluasi_teknik"], [("ATR097", f"{AT}.0")]),
    ],
)
def test_each_name_is_of_what_was_evaluated_and_is_judged_anew(names, found):
    """p2 never came to the proof, nobody to the penyetaraan; of the price nothing is new."""
    assert faults(evolve(NEW, extensions=naming(*names))) == found


def test_what_is_named_may_still_be_awaited():
    """Or never come to its turn again, where the bidder falls before it."""
    both = anew(OLD, {ADMINISTRASI: {"p1"}, TEKNIS: {"p1"}})
    fell = judged(ADMINISTRASI, "tidak_memenuhi", "p1", when=at(26), note="Tidak ada.")

    assert faults(both) == []
    assert faults(answered(both, fell)) == []


def moved(event, **more):
    """The opening of `NEW` with one event changed by hand."""
    events = tuple(evolve(e, **more) if isinstance(e, event) else e for e in NEW.events)
    return evolve(NEW, events=events)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (moved(Deadline, until=at(13)), ["ATR086", "ATR087"]),
        (moved(Closing, at=at(12) + dt.timedelta(minutes=1)), ["ATR086", "ATR087"]),
        (evolve(NEW, events=(*NEW.events, Extension(at(25), Phase.PENAWARAN, at(26)))), ["ATR100"]),
        (evolve(NEW, events=(*NEW.events, gone("p3", "penetapan", day=25))), []),
    ],
)
def test_the_opening_is_the_old_one(new, found):
    """Whatever the day that somebody writes; a bidder may leave later."""
    assert [code for code, _ in faults(checked(new))] == found
    assert found or any(isinstance(event, Withdrawal) for event in new.events)


@pytest.mark.parametrize(
    ("names", "value", "found"),
    [
        ((f"{TEKNIS}:p2",), "80", []),
        ((f"{TEKNIS}:p2",), "81", [("ATR093", "nilai", "assessments.0")]),
        ((f"{TEKNIS}:p2", f"{TEKNIS}:p1"), "81", []),
    ],
)
def test_no_score_of_another_differs(names, value, found):
    """By one point, of whom nobody named."""
    old = evaluated(contest(NILAI, ("p1", "80", "1100000000"), ("p2", "70", "1000000000")))
    made = repeated(old, PreviousKind.EVALUASI_ULANG, "salah nilai", anew={TEKNIS: {"p2"}})
    kept = tuple(entry for entry in made.assessments if entry.participant != "p1")
    first = next(e for e in made.assessments if e.participant == "p1")
    if value != "80":
        first = score(TEKNIS, "p1", value, when=at(30))
    new = evolve(
        made,
        assessments=(first, *kept, score(TEKNIS, "p2", "75", when=at(30))),
        extensions=naming(*names),
    )
    told = faults_of_repeat(old, evaluated(checked(new)))
    assert [(f.code, f.params["what"], ".".join(map(str, f.path))) for f in told] == found


def test_after_the_qualification_evaluated_anew_bids_come_in():
    """Who is on its list bids in the same package, and later than what led to it."""
    old = screened(*applicants(3), events=[listing_act("p1", "p2", "p3")])
    first = evaluated(old)
    made = repeated(first, PreviousKind.EVALUASI_ULANG, "keliru", anew={KUALIFIKASI: {"p3"}})
    looked = judged(KUALIFIKASI, participant="p3", when=at(25))
    new = answered(checked(made), looked)
    assert subject_of(new) is Subject.KUALIFIKASI

    def bid(day):
        came = applicant("p1", bid=True, price=priced("1100000000"))
        came = evolve(came, submitted=evolve(came.submitted, penawaran=at(day)))
        listed = listing_act("p1", "p2", "p3", day=26)
        events = (*new.events, listed, deadline(day=30), closing("penawaran", day=30))
        people = (came, *new.participants[1:])
        return checked(evolve(new, participants=people, events=events))

    assert faults_of_repeat(first, evaluated(bid(29))) == ()
    assert [fault.code for fault in faults_of_repeat(first, evaluated(bid(5)))] == ["ATR087"]


def test_a_word_on_who_falls_earlier_now_stays_all_the_same():
    """p1 falls at the administration; what was said of its equipment stays."""
    word = judged(TEKNIS, participant="p1", when=at(16), note="Alat ada.")
    old = undone(assessments=(word,))
    fell = judged(ADMINISTRASI, "tidak_memenuhi", "p1", when=at(26), note="Tidak ada.")
    new = answered(anew(old, {ADMINISTRASI: {"p1"}}), fell)
    fewer = without(new, assessments=lambda entry: entry == word)

    assert faults(new, old) == []
    assert [code for code, _ in faults(fewer, old)] == ["ATR093"]
