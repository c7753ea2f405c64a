"""Days of papers of random packages: none that is final is older than what it tells."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.all_papers import planned
from tender_desk.documents.paper_faults import paper_faults
from tender_desk.documents.papers import PAPERS
from tender_engine.engine import evaluate
from tender_engine.events import Award, FailureAct, Letter, ObjectionAnswer
from tender_engine.model import Package
from tender_rules import national
from tender_rules.testing import acted_on, packages, procurements
from tests.tries import tries

DRAWN = st.one_of(packages(bidders=(2, 2), lines=1), procurements(bidders=(2, 2))).flatmap(acted_on)
# The acts that a paper is of, told apart from how it is declared.
OF = {
    "penetapan": Award,
    "pengumuman": Award,
    "surat": Award | FailureAct,
    "gagal": FailureAct,
    "pengumuman-gagal": FailureAct,
    "jawaban-sanggah": ObjectionAnswer,
}


def dated(package: Package, before: int) -> Package:
    """The same with a `surat` of each paper, so many days before the last moment recorded."""
    day = max(event.at for event in package.events)
    of_each = {kind.key for kind in PAPERS if kind.of_each}
    letters = tuple(
        Letter(day, kind.key, "1", day.date() - timedelta(days=before), who)
        for kind in PAPERS
        for who in ([one.id for one in package.participants] if kind.key in of_each else [None])
    )
    return evolve(package, events=(*package.events, *letters))


def last_of(package: Package, key: str, who: str | None) -> date | None:
    """The day of the last act that a paper of this kind is of."""
    acts = [event for event in package.events if isinstance(event, OF[key])]
    if key == "jawaban-sanggah":
        acts = [event for event in acts if getattr(event, "participant", None) == who]
    if key in ("penetapan", "pengumuman"):
        acts = [event for event in acts if getattr(event, "of", None) == "pemilihan"]
    return max((event.at.date() for event in acts), default=None)


@given(DRAWN, st.sampled_from([0, 1, 3, 9, 40]))
@tries(3)
def test_no_final_paper_is_older_than_the_act_that_it_is_of(given: Package, before: int) -> None:
    """However many days a letter bears before the last thing that is recorded."""
    package = dated(given, before)
    day = max(event.at for event in given.events).date() - timedelta(days=before)
    for one in planned(evaluate(package, national()), PAPERS, drafts=True).ready:
        last = last_of(package, one.kind.key, one.view.bidder) if one.kind.key in OF else None
        if last is not None and day < last:
            assert one.draft, one.stem
    assert before or "SRT006" not in {fault.code for fault in paper_faults(package)}
