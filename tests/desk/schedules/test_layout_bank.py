"""Further layouts come out as a careful person reads them or are refused, and never otherwise."""

import pytest

from tests.desk.schedules.composing import judged
from tests.desk.schedules.layout_bank import BANK


@pytest.mark.parametrize("layout", BANK, ids=lambda layout: layout.name)
def test_a_layout_is_read_to_its_lines_or_refused(layout):
    """One that a careful person reads without doubt is read."""
    outcome, reading = judged(layout)

    told = [f.code for f in reading.faults], list(reading.lines), reading.schedule_total
    assert outcome in (("read",) if layout.read else ("read", "refused")), told
