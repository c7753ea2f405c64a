"""The minutes of a result that was undone since: printed as they were, and public as they were."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.papers import BAHP, PAPERS, paper
from tender_desk.documents.stood import as_it_stood
from tender_desk.documents.view import View
from tender_engine.events import Announcement, Appeal, AppealAnswer, FailureAct
from tender_engine.terms import AppealDecision, Decider
from tender_rules import national
from tests.builders import TEKNIS, at, evaluated, judged
from tests.desk.documents.data import GROUND, MINUTES, given
from tests.desk.documents.ended import ANNOUNCED, AWARD, ENDED, FELL, LARGE, RIGHT, WRONG, tender

LAW = national()
FAILURE = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
TOLD = Announcement(at(8, month=6), "pemilihan")
APPEAL = Appeal(at(31, 12), "pemilihan", "p2", Decimal(12210000))
GRANTED = AppealAnswer(at(6, month=6), "p2", AppealDecision.BENAR)
FAILED = evolve(FAILURE, at=at(7, month=6))
UNDONE = (*ENDED, RIGHT, FAILURE)


def test_the_minutes_of_what_was_undone_are_those_of_their_day():
    """Word for word and with the same root: nothing that came later is in them."""
    then = paper(tender(AWARD, MINUTES), BAHP, under=LAW)

    assert paper(tender(*UNDONE), BAHP, under=LAW) == then
    assert paper(tender(*UNDONE, TOLD), BAHP, under=LAW) == then
    assert not then.draft


def test_a_judgement_of_later_days_is_not_theirs():
    """p3 was found not to fit once the tender had failed: on the day of the minutes it had."""
    fell = judged(TEKNIS, "tidak_memenuhi", "p3", "alat", note="Diperiksa kembali.")
    late = evolve(fell, at=at(31, 12))
    with_it = evaluated(given(assessments=[FELL, late], events=UNDONE))

    assert paper(with_it, BAHP, under=LAW) == paper(tender(AWARD, MINUTES), BAHP, under=LAW)


def test_an_award_after_its_minutes_is_theirs():
    """The PA determines on the minutes: without that act they would be a draft."""
    act = evolve(AWARD, at=at(23, 15), by=Decider.PA)
    made = paper(tender(act, MINUTES, *ENDED[2:], RIGHT, FAILURE, **LARGE), BAHP, under=LAW)

    assert MINUTES.at < act.at < ANNOUNCED.at
    assert made == paper(tender(act, MINUTES, **LARGE), BAHP, under=LAW)
    assert not made.draft


def test_under_another_rulebook_it_is_a_draft_that_says_which_stand():
    """What it would say then is not known here."""
    found = tender(*UNDONE)
    other = evolve(found, basis=evolve(found.basis, digest="sha256:lain"))
    view = View.of(other, under=LAW)

    assert as_it_stood(view) is view
    (reason,) = paper(other, BAHP, under=LAW).annex[0].blocks[1:2]
    assert "tetap sebagaimana adanya" in reason.text


@pytest.mark.parametrize(
    ("events", "secret"),
    [
        ((AWARD, MINUTES), True),
        ((AWARD, MINUTES, ANNOUNCED), False),
        (UNDONE, False),
        ((*UNDONE, TOLD), False),
    ],
)
def test_what_was_public_stays_so(events, secret):
    """Undone or not: everybody has read it."""
    (made,) = planned(tender(*events), (BAHP,), drafts=False, under=LAW).ready

    assert made.secret is secret


def test_what_nobody_announced_stays_secret_where_only_the_failure_was():
    """The PA declared it on the minutes: their result was never made known."""
    by_pa = FailureAct(at(24), "pemilihan", Decider.PA, f"{GROUND}i")
    told = Announcement(at(25), "pemilihan")
    (made,) = planned(tender(AWARD, MINUTES, by_pa, told), (BAHP,), drafts=True, under=LAW).ready

    assert made.view.evaluation.failure is None
    assert made.secret


@pytest.mark.parametrize("acts", [(RIGHT, FAILURE, TOLD), (WRONG, APPEAL, GRANTED, FAILED, TOLD)])
def test_no_paper_that_was_public_becomes_secret_again(acts):
    """Act by act, until the failure was announced; letters and report tell of each anew."""
    public: set[tuple[str, str | None]] = set()
    for count in range(len(acts) + 1):
        ready = planned(tender(*ENDED, *acts[:count]), PAPERS, drafts=False, under=LAW).ready
        secret = {(one.kind.key, one.view.bidder) for one in ready if one.secret}
        assert {key for key, _ in secret & public} <= {"surat", "laporan"}, count
        assert ("jawaban-sanggah", "p2") not in secret
        public |= {(one.kind.key, one.view.bidder) for one in ready if not one.secret}
    assert {("bahp", None), ("jawaban-sanggah", "p2"), ("evaluasi", None)} <= public
