"""New bids in the same round: what may differ from the package before, and what is a fault."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.events import FailureAct
from tender_engine.model import Party
from tender_engine.terms import Decider, PreviousKind, Subject
from tender_rules.repeats.holding import faults_of_repeat
from tender_rules.repeats.making import repeated
from tender_rules.repeats.new_bids import Other, others
from tests.builders import (
    KUALIFIKASI,
    TEKNIS,
    at,
    bidder,
    checked,
    demands,
    evaluated,
    failed,
    hps,
    judged,
    package,
)
from tests.happenings import ERROR, listing_act, price_opening
from tests.procurements import applicant, invited
from tests.rules.repeats.tenders import ASKED, BIDS, HANDED_IN, without
from tests.rules.repeats.test_begun_anew import QUALIFIED

DOCUMENT = FailureAct(at(30), Subject.PEMILIHAN, Decider.POKJA, "perpres-16-2018:51(2)d")
ANOTHER = evolve(DOCUMENT, ground=ERROR)
# In one file, after an act on the bids; and after a prakualifikasi.
PLAIN = package(*BIDS, assessments=failed(TEKNIS, "p2"), events=(*HANDED_IN, ASKED, DOCUMENT))
LISTED = invited(*QUALIFIED, events=(price_opening(), DOCUMENT))


def again(old):
    """The package that has bids handed in anew."""
    return checked(repeated(evaluated(old), PreviousKind.PENAWARAN_ULANG, "gagal"))


def faults(new, old):
    """What keeps `new` from being the repeat of `old`: code and path of each."""
    found = faults_of_repeat(evaluated(old), evaluated(checked(new)))
    return [(fault.code, ".".join(map(str, fault.path))) for fault in found]


def tender(given, **terms):
    """The package with other terms of its tender."""
    return evolve(given, tender=evolve(given.tender, **terms))


def with_participant(given, which, /, **more):
    """The package with other data of one participant."""
    people = (evolve(who, **more) if who.id == which else who for who in given.participants)
    return evolve(given, participants=tuple(people))


@pytest.mark.parametrize(
    "terms",
    [
        {"title": "Jalan lain"},
        {"pagu": Decimal("9999999999")},
        {"code": "T-9"},
        {"buyer": "Kabupaten Lain"},
        {"announced_on": dt.date(2022, 5, 3)},
    ],
    ids=lambda terms: next(iter(terms)),
)
def test_the_tender_is_the_same(terms):
    """Whatever led to new bids."""
    places = [("ATR101", f"tender.{key}") for key in terms]
    for old in (PLAIN, LISTED):
        assert faults(tender(again(old), **terms), old) == places


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hps", hps("1222000000")),
        ("document", "0"),
        ("requirements", demands()),
    ],
)
def test_the_document_is_corrected_only_where_it_was_wrong(key, value):
    """Huruf d of Pasal 51 ayat (2) on record; then people are told what is another one."""
    for act, found in ((DOCUMENT, []), (ANOTHER, [("ATR101", f"tender.{key}")])):
        old = checked(evolve(PLAIN, events=(*PLAIN.events[:-1], act)))
        new = again(old)
        said = evolve(new.tender.document, number="SDP-2") if key == "document" else value
        if key == "requirements":
            said = {**new.tender.requirements, KUALIFIKASI: value}
        new = tender(new, **{key: said})

        assert faults(new, old) == found
        assert Other(f"tender.{key}") in [*others(evaluated(old), evaluated(checked(new)))]


def test_who_was_qualified_stays_so():
    """Nobody more and nobody less, each as it was qualified, on the same judgements and acts."""
    new = again(LISTED)
    more = evolve(new, participants=(*new.participants, applicant("p9")))
    less = evolve(new, participants=new.participants[:3], events=())
    bids = with_participant(
        new, "p1", submitted=evolve(new.participants[0].submitted, penawaran=at(31))
    )
    late = judged(KUALIFIKASI, participant="p1", when=at(31))
    act = listing_act("p1", "p2", "p3", "p4", day=9)

    assert faults(bids, LISTED) == []
    assert faults(more, LISTED) == [("ATR102", "participants.4")]
    assert ("ATR102", "participants") in faults(less, LISTED)
    assert ("ATR086", "events") in faults(less, LISTED)
    for key, value in (("name", "CV Lain"), ("npwp", "01.234.567.8-901.000")):
        assert faults(with_participant(new, "p2", **{key: value}), LISTED) == [
            ("ATR103", f"participants.1.{key}")
        ]
    assert faults(evolve(new, assessments=(*new.assessments, late)), LISTED) == [
        ("ATR105", f"assessments.{len(new.assessments)}")
    ]
    gone = without(new, assessments=lambda entry: entry.stage is KUALIFIKASI)
    assert {code for code, _ in faults(gone, LISTED)} == {"ATR105"}
    assert act in new.events


def test_nothing_said_or_done_of_the_bids_before_counts_for_new_ones():
    """Neither a judgement nor an act: both were about others."""
    new = again(PLAIN)
    judgement, act = PLAIN.assessments[0], PLAIN.events[0]

    assert faults(evolve(new, assessments=(judgement,)), PLAIN) == [("ATR104", "assessments.0")]
    assert faults(evolve(new, events=(act,)), PLAIN) == [("ATR090", "events.0")]


def test_who_bids_without_a_prakualifikasi_is_told():
    """No text was read that says who may: a new one, one that is gone, and another name."""
    new = again(PLAIN)
    other = evolve(
        new, participants=(*new.participants[:2], bidder("p9", submitted=False, price=None))
    )
    renamed = with_participant(new, "p2", name="CV Lain")
    old = evaluated(PLAIN)

    def told(given):
        assert faults(given, PLAIN) == []
        return [*others(old, evaluated(checked(given)))]

    assert told(new) == []
    assert told(other) == [Other("", "CV p3 Contoh"), Other("", "CV p9 Contoh")]
    assert told(renamed) == [Other("name", "CV Lain")]
    assert told(evolve(new, parties=(Party("c1", "Drs. Cipto", "ppk"),))) == [Other("parties")]
