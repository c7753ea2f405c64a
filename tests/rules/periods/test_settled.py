"""Which days run for somebody, and which nobody can use any more, by hand."""

import pytest
from attrs import evolve

from tender_engine.events import Cancellation, Event
from tender_engine.terms import Canceller
from tests.builders import at, bidder, evaluated, package
from tests.happenings import (
    announced,
    answered,
    appeal,
    award,
    gone,
    objection,
    objections_over,
    of_bond,
    of_kpa,
)

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
TOLD = (award("p1", "p2", "p3"), announced())
OVER, RUNS, IDLE = "lewat", "berjalan", "selesai"
CALLED_OFF = Cancellation(at(23), Canceller.PA, "anggaran dipotong")
# Friday 20 May 2022: until Wednesday the 25th; then answers until Monday the 30th.
ASKED = (*TOLD, objection())
# Answered on Friday the 27th: appeals until Thursday 2 June.
HEARD = (*ASKED, answered())
APPEALED = (*HEARD, evolve(appeal("p2", "12210000"), at=at(31)))


def days(*events: Event) -> list[tuple[str, str]]:
    """Each period after the result, with how it is told."""
    found = evaluated(package(*THREE, events=events)).calendar
    return [(p.id, str(p.stands())) for p in found if "sanggah" in p.id]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (TOLD, [("masa_sanggah", RUNS)]),
        # Its end recorded at its very last moment, it is over.
        ((*TOLD, evolve(objections_over(25), at=at(25, 16))), [("masa_sanggah", IDLE)]),
        (ASKED, [("masa_sanggah", RUNS), ("jawaban_sanggah", "belum")]),
        # Answered while others may still object: nobody is to be answered any more.
        ((*ASKED, answered(day=24)),
         [("masa_sanggah", RUNS), ("masa_sanggah_banding", RUNS), ("jawaban_sanggah", IDLE)]),
        ((*ASKED, objection("p3"), answered(day=24)),
         [("masa_sanggah", RUNS), ("masa_sanggah_banding", RUNS), ("jawaban_sanggah", "belum")]),
        (HEARD,
         [("masa_sanggah", OVER), ("jawaban_sanggah", IDLE), ("masa_sanggah_banding", RUNS)]),
        # Appealed against once, it is so no more; the bond first, then the KPA.
        (APPEALED,
         [("masa_sanggah", OVER), ("jawaban_sanggah", OVER), ("masa_sanggah_banding", IDLE)]),
        ((*APPEALED, of_bond(day=1, month=6)),
         [("masa_sanggah", OVER), ("jawaban_sanggah", OVER), ("masa_sanggah_banding", IDLE),
          ("jawaban_sanggah_banding", RUNS)]),
        ((*APPEALED, of_bond(day=1, month=6), of_kpa()),
         [("masa_sanggah", OVER), ("jawaban_sanggah", OVER), ("masa_sanggah_banding", OVER),
          ("jawaban_sanggah_banding", IDLE)]),
        # Too late, or outside SPSE, is a pengaduan, which nobody answers in days of its own.
        ((*TOLD, objections_over(26), objection(day=27)), [("masa_sanggah", OVER)]),
        ((*TOLD, objection(channel="luar")), [("masa_sanggah", RUNS)]),
        # What was undone is objected to no more; who had asked is answered all the same.
        ((*ASKED, gone("p1", "penetapan", day=24)),
         [("masa_sanggah", IDLE), ("jawaban_sanggah", "belum")]),
        # Of the next act other days run.
        ((*TOLD, gone("p1", "penetapan", day=21), award("p2", "p3", day=21, number="BA-2"),
          announced(21)),
         [("masa_sanggah", IDLE), ("masa_sanggah", RUNS)]),
        # Nobody knows what was announced: days run for whoever objects to it.
        ((announced(), objection()), [("masa_sanggah", RUNS), ("jawaban_sanggah", "belum")]),
        ((*TOLD, CALLED_OFF), [("masa_sanggah", IDLE)]),
        # That it was called off is announced, and begins no days.
        ((*TOLD, CALLED_OFF, announced(24)), [("masa_sanggah", IDLE)]),
        ((CALLED_OFF, announced(24)), []),
    ],
)  # fmt: skip
def test_days_run_for_somebody_or_are_settled(
    events: tuple[Event, ...], told: list[tuple[str, str]]
) -> None:
    """Whatever day it is; what the evaluation writes of them is where the days stand alone."""
    assert days(*events) == told
