"""Which days are next: none of an objection or appeal that nobody can make or answer any more."""

import pytest

from tender_desk.documents.status import status_of
from tender_engine.events import Event
from tests.builders import bidder, evaluated, package
from tests.happenings import announced, answered, award, objection, objections_over

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
TOLD = (award("p1", "p2", "p3"), announced())


@pytest.mark.parametrize(
    ("events", "named"),
    [
        ((), {"masa sanggah"}),
        ((objection(),), {"masa sanggah", "jawaban sanggah"}),
        # Answered early: who was answered may appeal, and nobody has to answer.
        ((objection(), answered(day=24), objections_over(26)), {"masa sanggah banding"}),
        # Too late is a pengaduan, which knows no days.
        ((objections_over(26), objection(day=27)), set()),
        # What was undone is appealed against by nobody.
        (
            (
                objection("p2"),
                objection("p3"),
                answered(name="p2", day=24),
                answered("benar_substansial", "p3", day=24),
            ),
            set(),
        ),
    ],
)
def test_days_are_told_while_somebody_may_still_use_them(
    events: tuple[Event, ...], named: set[str]
) -> None:
    """By the state of the result, whatever the calendar counts."""
    told = status_of(evaluated(package(*THREE, events=(*TOLD, *events))), "id").days
    found = {day.split(" ", 3)[3].split(",")[0] for day in told if "sanggah" in day}
    assert found == named
