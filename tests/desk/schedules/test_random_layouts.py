"""A random document in a random layout is read to its exact lines or refused, never otherwise.

`RANDOM_LAYOUTS=5000 pytest tests/desk/schedules/test_random_layouts.py` tries as many of each;
with `RANDOM_LAYOUTS_FROM=100000` they are others.
"""

import os

import pytest

from tests.desk.schedules.composing import judged
from tests.desk.schedules.random_layouts import random_layout

_FIRST = int(os.environ.get("RANDOM_LAYOUTS_FROM", "0"))
_MANY = range(_FIRST, _FIRST + int(os.environ.get("RANDOM_LAYOUTS", "120")))


def _told(number, reading):
    faults = [(str(fault.spot), fault.code) for fault in reading.faults]
    return f"number {number}", faults, reading.lines, reading.schedule_total


@pytest.mark.parametrize("part", range(4))
def test_a_plain_layout_is_read(part):
    """Whatever a careful person reads without doubt may be put together."""
    for number in _MANY[part::4]:
        outcome, reading = judged(random_layout(number, doubts=False))

        assert outcome == "read", _told(number, reading)


@pytest.mark.parametrize("part", range(4))
def test_no_layout_is_read_to_anything_else(part):
    """Titles that nobody knows, rival prices and totals that contradict are among these."""
    for number in _MANY[part::4]:
        outcome, reading = judged(random_layout(number, doubts=True))

        assert outcome != "wrong", _told(number, reading)
