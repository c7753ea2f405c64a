"""A tender whose evaluation an objection undid, and the same bids evaluated anew.

Three bid; `p2`, the cheapest, falls at the technical evaluation by a word of its own. It objects,
rightly, and the answer of 24 May 2022 at 9.00 undoes the determination of `p1`.
"""

import datetime as dt

from attrs import evolve

from tender_engine.events import Announcement, Clarification, Objection, ObjectionAnswer
from tender_engine.terms import ObjectionDecision, PreviousKind, Subject
from tender_rules.repeats.making import repeated
from tests.builders import TEKNIS, at, bidder, checked, evaluated, failed, judged, package
from tests.happenings import award, closing, deadline

BIDS = (bidder("p1", "1100000000"), bidder("p2", "1050000000"), bidder("p3", "1150000000"))
ASKED = Clarification(at(15), "p2", TEKNIS, "Mana bukti milik?", "Sewa.")
CAUSE = at(24)
SECOND = dt.timedelta(seconds=1)
ERROR = "perpres-16-2018:51(2)a"
HANDED_IN = (deadline(day=12), closing("penawaran", day=12))
ANSWER = ObjectionAnswer(CAUSE, Subject.PEMILIHAN, "p2", ObjectionDecision.BENAR_SUBSTANSIAL, ERROR)
ACTS = (
    award("p1", "p3", day=20),
    Announcement(at(20, 10), Subject.PEMILIHAN),
    Objection(at(22), Subject.PEMILIHAN, "p2"),
    ANSWER,
)


def undone(*bids, assessments=None, events=(), **more):
    """The tender as the objection left it."""
    given = failed(TEKNIS, "p2") if assessments is None else assessments
    happened = (*HANDED_IN, ASKED, *ACTS, *events)
    return package(*(bids or BIDS), assessments=given, events=happened, **more)


def anew(old, named=None, reason="Sanggah p2 benar."):
    """The same bids to be evaluated anew; the technical proposal of `p2` unless told otherwise."""
    what = {TEKNIS: {"p2"}} if named is None else named
    return checked(repeated(evaluated(old), PreviousKind.EVALUASI_ULANG, reason, anew=what))


def answered(new, *entries):
    """`new` with judgements added; that `p2` meets what is asked, on 26 May, unless told."""
    given = entries or (judged(TEKNIS, participant="p2", when=at(26)),)
    return checked(evolve(new, assessments=(*new.assessments, *given)))


def without(package_, *, assessments=None, events=None):
    """A package without the judgements or the events for which a test is true."""
    changed = {}
    if assessments is not None:
        changed["assessments"] = tuple(x for x in package_.assessments if not assessments(x))
    if events is not None:
        changed["events"] = tuple(x for x in package_.events if not events(x))
    return checked(evolve(package_, **changed))
