"""Work grows with the package and not with its square: each step of the interpreter is counted.

Of a package with n bidders, n judgements and n events of every kind, doubled twice, the second
doubling costs about twice what the first does; if anything goes through all for each, four times.
"""

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from types import FrameType
from typing import Any

import pytest
from attrs import evolve

from tender_desk.documents.papers import WORKING_PAPER, paper
from tender_desk.documents.report.page import report
from tender_engine.engine import evaluate
from tender_engine.events import Clarification, Confirmation, Deadline, Extension, Objection
from tender_engine.model import Requirements
from tender_engine.numbers import exact
from tender_engine.terms import Phase, StageId, Subject
from tender_engine.workflow import Case, Stage
from tender_rules import national
from tests.builders import (
    HARGA,
    PEMBUKTIAN,
    TEKNIS,
    at,
    bidder,
    failed,
    judged,
    line,
    package,
    priced,
)
from tests.happenings import (
    announced,
    answered,
    appeal,
    auction,
    gone,
    objection,
    of_bond,
    of_kpa,
)

LAW = national()
# Sorting and what grows a little faster than its input.
_TWICE = 2.15


def steps(work: Callable[[], Any]) -> int:
    """How many steps of the interpreter `work` takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grown(count: int, kind: str) -> Any:
    """So many bidders, and of what is asked for as many."""
    apart = 0 if kind == "ties" else 1_000
    # Lines that are the same make one total of all, and equals enter a pool together.
    lines = () if kind in IN_TURN else (line(unit_price="9000000"), line("L2", "20", "1000000"))
    many = 1 if kind == "appeals" else count
    bids = [bidder(f"p{n}", price=priced(1_050_000_000 + apart * n, *lines)) for n in range(many)]
    names = [bid.id for bid in bids]
    every = {
        "talks": [Clarification(at(17), name, TEKNIS, "apa", "ini") for name in names],
        "deadlines": [e for n in range(count) for e in (
            Deadline(at(1, n % 24), Phase.PENAWARAN, at(12)),
            Extension(at(2, n % 24), Phase.PENAWARAN, at(12)),
        )],
        "auctions": [
            evolve(auction(17, held=False), at=at(17) + timedelta(minutes=n)) for n in range(count)
        ],
        "confirmed": [Confirmation(at(19), "proof.scope", f"x{n}", "IKP") for n in range(count)],
        "objections": [Objection(at(24), Subject.PEMILIHAN, name) for name in names],
        "appeals": [announced(), *(
            evolve(event, at=at(23) + timedelta(minutes=5 * n + step))
            for n in range(count)
            for step, event in enumerate((
                objection("p0"), answered(name="p0"), appeal("p0"), of_bond(name="p0"),
                of_kpa(name="p0"),
            ))
        )],
        "withdrawn": [gone(name, HARGA, day=17) for name in names[1:]],
        "line": [gone(name, StageId.PENETAPAN, day=25) for name in names],
    }  # fmt: skip
    words = {
        "judged": [judged(TEKNIS, participant=name, when=at(15)) for name in names],
        "too early": [judged(PEMBUKTIAN, participant=name, when=at(15)) for name in names],
        "pool": failed(TEKNIS, *names),
        "pool to the proof": failed(PEMBUKTIAN, *names),
        "proof": failed(PEMBUKTIAN, *names),
    }
    if kind in IN_TURN:  # most of those who register hand in nothing
        bids += [bidder(f"r{n}", price=None, submitted=False) for n in range(count)]
    lowest = {StageId.PENAWARAN_DIEVALUASI: Requirements(lowest=3)} if "pool" in kind else {}
    happened, said = every.get(kind, ()), words.get(kind, ())
    return package(*bids, events=happened, assessments=said, asks=lowest)


# In each of these three come after three.
IN_TURN = ("pool", "pool to the proof", "proof", "line")
KINDS = (
    *("bidders", "ties", "talks", "deadlines", "auctions", "confirmed", "objections"),
    *("appeals", "withdrawn", "judged", "too early", "pool"),
)


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        *(("evaluation", kind) for kind in KINDS),
        *(("record", kind) for kind in ("ties", "too early", "talks")),
        *(("report", kind) for kind in ("ties", "objections")),
    ],
)
def test_twice_the_package_is_twice_the_work(what: str, kind: str) -> None:
    """Of the evaluation, of the working paper with the record, of the report."""
    took = []
    for count in (8, 8, 16, 32):  # once before, so that nothing is made for the first time
        given = grown(count, kind)
        found = evaluate(given, LAW)
        draw: dict[str, Callable[[], Any]] = {
            "evaluation": partial(evaluate, given, LAW),
            "record": partial(paper, found, WORKING_PAPER),
            "report": partial(report, found),
        }
        with exact():
            took.append(steps(draw[what]))
    _, few, more, most = took
    assert (most - more) / (more - few) < _TWICE, took


@pytest.mark.parametrize("kind", IN_TURN)
def test_who_enters_is_looked_for_only_in_what_is_new(kind: str, monkeypatch: Any) -> None:
    """What is decided of all before is not gone through again."""
    look, took = Case.newcomers, []

    def counted(case: Case, stage: Stage) -> list[str]:
        found: list[list[str]] = []
        took[-1] += steps(lambda: found.append(look(case, stage)))
        return found[0]

    monkeypatch.setattr(Case, "newcomers", counted)
    for count in (9, 9, 18, 36):
        took.append(0)
        evaluate(grown(count, kind), LAW)
    _, few, more, most = took
    assert (most - more) / (more - few) < _TWICE, took
