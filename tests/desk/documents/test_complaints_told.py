"""What counts for nothing is told by its name among the acts: a pengaduan, not a sanggah."""

from attrs import evolve

from tender_desk.documents.acts import acts_on
from tender_desk.documents.view import View
from tender_engine.events import FailureAct
from tender_engine.terms import Addressee, Decider, Subject
from tests.builders import at, bidder, evaluated, package
from tests.happenings import ERROR, announced, answered, appeal, award, objection, of_kpa

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
BEFORE = (award("p1", "p2", "p3"), announced(), objection())


def told(*events):
    """Each act on the result, as a paper that comes after it tells it."""
    found = evaluated(package(*THREE, events=[*BEFORE, *events]))
    (table,) = acts_on(View.of(found), Subject.PEMILIHAN, later=True)
    return [act for _, act in table.rows]


def test_an_objection_after_a_failure_that_undid_the_award_is_a_pengaduan():
    """Nobody can object to what an objection led to; the first one counts and keeps its name."""
    failed = FailureAct(at(28), Subject.PEMILIHAN, Decider.POKJA, ERROR)
    right, later = answered("benar_substansial"), announced(30)
    acts = told(right, failed, later, objection("p3", 31), answered(name="p3", day=31))

    assert "Sanggah dari CV p2 Contoh" in acts
    assert any(act.startswith("Jawaban sanggah CV p2 Contoh:") for act in acts)
    assert "Pengaduan dari CV p3 Contoh, disampaikan sebagai sanggah" in acts
    assert any(act.startswith("Jawaban pengaduan CV p3 Contoh:") for act in acts)


def test_an_appeal_to_somebody_else_is_a_pengaduan():
    """With what the KPA answered to it."""
    sent = evolve(appeal("p2", "12210000"), at=at(31))
    counts, strays = (
        told(answered(), evolve(sent, addressee=Addressee(to)), of_kpa()) for to in ("pokja", "pa")
    )

    bond = "; jaminan: Rp12.210.000,00"
    assert counts[-2:] == [
        f"Sanggah banding dari CV p2 Contoh{bond}",
        "Jawaban sanggah banding CV p2 Contoh oleh KPA: tidak benar",
    ]
    assert strays[-2:] == [
        f"Pengaduan dari CV p2 Contoh, disampaikan sebagai sanggah banding{bond}",
        "Jawaban pengaduan CV p2 Contoh oleh KPA: tidak benar",
    ]
