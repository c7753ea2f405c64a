"""The engine: the graph is the program, a refused package is told whole, nothing is left behind."""

import pytest
from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.faults import PackageRefusedError
from tender_engine.findings import Finding, Verdict
from tender_engine.workflow import decide_by
from tender_rules import national
from tests.builders import KUALIFIKASI, TEKNIS, bidder, failed, package, verdict


def under(edges):
    """The national rulebook with a pascakualifikasi of other edges."""
    book = national()
    graph = evolve(book.procedures["pascakualifikasi"], edges=tuple(edges))
    return evolve(book, procedures={graph.id: graph})


def test_who_enters_a_stage_follows_from_the_edges():
    """Whoever falls at kualifikasi stays out of teknis as long as an edge joins the two."""
    given = package(bidder("p1"), bidder("p2", "1150000000"), assessments=failed(KUALIFIKASI, "p1"))
    edges = national().procedures["pascakualifikasi"].edges
    apart = [e for e in edges if (e[0], e[2]) != ("evaluasi_kualifikasi", "evaluasi_teknis")]

    assert verdict(evaluate(given, national()), TEKNIS) is None
    assert verdict(evaluate(given, under(apart)), TEKNIS) == "lulus"


def test_every_reason_of_a_refusal_is_told():
    """Two kinds that are not evaluated yet are two faults, each at its key."""
    given = package(integrated=True, international=True)

    with pytest.raises(PackageRefusedError) as refused:
        evaluate(given, national())
    paths = [fault.path for fault in refused.value.faults]
    assert paths == [("tender", "integrated"), ("tender", "international")]
    assert "tender.integrated" in str(refused.value)


def test_evaluating_twice_gives_the_same_and_changes_nothing():
    """No state is kept between two evaluations, nor in the package."""
    given = package(bidder("p1"), bidder("p2", "1150000000"))
    before = repr(given)

    assert evaluate(given, national()) == evaluate(given, national())
    assert repr(given) == before


def test_members_are_asked_as_their_ids_are_counted():
    """Eleven members, none of whom has spoken: m2 before m10."""
    found = evaluate(package(members=11, general=()), national())

    assert found.awaiting[0].asked == tuple(f"m{n}" for n in range(1, 12))


def test_each_reason_keeps_the_case_in_which_it_begins():
    """A name or a title of the document may stand first."""
    reasons = ("Tidak lengkap", "PT Andaian Struktur: SKP 0", "Andaian: tidak ada", "SBU BS002 .")
    said = [Finding("a", Verdict.GUGUR, reason, {}, (), ()) for reason in reasons]

    assert decide_by([(finding, ()) for finding in said]).reason == (
        "Tidak lengkap. PT Andaian Struktur: SKP 0. Andaian: tidak ada. SBU BS002."
    )


def test_a_reason_that_two_rules_give_is_said_once():
    """Both findings are kept; the sentence does not repeat itself."""
    said = [
        Finding(rule, Verdict.GUGUR, "Tidak menyampaikan bukti", {}, (), ()) for rule in ("a", "b")
    ]
    decision = decide_by([(finding, ()) for finding in said])

    assert decision.reason == "Tidak menyampaikan bukti."
    assert decision.findings == tuple(said)
