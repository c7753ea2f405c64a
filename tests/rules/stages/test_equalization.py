"""Penyetaraan teknis of dua tahap (Perpres 16/2018 Pasal 40 ayat (4))."""

import pytest

from tender_engine.findings import Verdict
from tender_engine.model import Requirements
from tender_engine.terms import Envelope, StageId
from tests.builders import (
    JUDGED,
    TEKNIS,
    asked,
    evaluated,
    failed,
    finding,
    judged,
    needs,
    package,
    priced,
    verdict,
)
from tests.happenings import price_opening
from tests.procurements import applicant

EQUALIZED = StageId.PENYETARAAN_TEKNIS
OPENING = StageId.PEMBUKAAN_HARGA


def two_stages(*judgements, **terms):
    """Two bidders with their revised offers; the equalization as judged."""
    people = [
        applicant(n, bid=True, second=True, price=priced(t))
        for n, t in (("p1", "1100000000"), ("p2", "1150000000"))
    ]
    given = {"envelope": Envelope.DUA_TAHAP, "events": [price_opening()]}
    return package(*people, assessments=judgements, **(given | terms))


def test_without_a_word_on_it_everything_waits():
    """A built-in question for each who passed technical; nothing is opened meanwhile."""
    evaluation = evaluated(two_stages())

    assert needs(evaluation) == [
        ("penyetaraan_teknis", "p1", "penyetaraan", "penilaian"),
        ("penyetaraan_teknis", "p2", "penyetaraan", "penilaian"),
    ]
    assert evaluation.stage(OPENING).verdicts == ()


def test_one_undecided_keeps_every_price_shut():
    """The opening is recorded and p1 is equal, but p2 is undecided."""
    evaluation = evaluated(two_stages(judged(EQUALIZED, participant="p1")))

    assert evaluation.prices == ()
    assert [who for _, who, *_ in needs(evaluation)] == ["p2"]


def test_who_cannot_meet_it_is_out_and_never_opened():
    """After it all who are left are technically equal."""
    given = two_stages(judged(EQUALIZED), *failed(EQUALIZED, "p1", note="mutu baja tidak setara"))
    evaluation = evaluated(given)

    assert evaluation.stage(EQUALIZED).of(Verdict.GUGUR) == ("p1",)
    assert finding(evaluation, EQUALIZED, "equalization.criteria").reason.endswith(
        "mutu baja tidak setara"
    )
    assert (evaluation.winner, [p.participant for p in evaluation.prices]) == ("p2", ["p2"])


def test_what_the_document_lists_is_judged_instead():
    """With criteria of its own the stage asks these, and not the built-in question."""
    asks = asked(EQUALIZED)
    waiting = evaluated(two_stages(asks=asks))
    done = evaluated(two_stages(judged(EQUALIZED), asks=asks))

    assert {what for _, _, what, _ in needs(waiting)} == {"k.penyetaraan_teknis"}
    assert done.winner == "p1"


def test_who_fell_at_technical_is_not_equalized():
    """Only who passed is asked to revise."""
    evaluation = evaluated(two_stages(judged(EQUALIZED), *failed(TEKNIS, "p1")))

    assert verdict(evaluation, EQUALIZED, "p1") is None
    assert evaluation.winner == "p2"


def test_nobody_meets_it():
    """51(2)c: none passed the evaluation."""
    evaluation = evaluated(two_stages(*failed(EQUALIZED, "p1", "p2")))

    assert evaluation.failure.ground == "perpres-16-2018:51(2)c"
    assert evaluation.prices == ()


@pytest.mark.parametrize("envelope", [Envelope.SATU_FILE, Envelope.DUA_FILE])
def test_no_other_envelope_has_it(envelope):
    """One file and two files go from technical to price."""
    given = package(envelope=envelope, general=JUDGED)

    assert EQUALIZED not in {stage.id for stage in evaluated(given).stages}


def test_the_whole_is_judged_by_the_documents_clause_and_keeps_its_votes():
    """Pasal 40 ayat (4) d has the stage; how it goes is the clause's to tell."""
    terms = {EQUALIZED: Requirements(clauses={"penyetaraan": "IKP 28"})}
    evaluation = evaluated(two_stages(judged(EQUALIZED), asks=terms))
    found = finding(evaluation, EQUALIZED, "equalization.criteria")
    (first, _) = evaluation.stage(EQUALIZED).verdicts

    assert [(c.article, c.clause) for c in found.citations] == [
        ("Pasal 40 ayat (4) huruf d", "IKP 28"),
    ]
    assert [vote.member for vote in first.votes] == ["m1", "m2", "m3"]
