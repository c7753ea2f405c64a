"""What must not matter does not: the order of lists, the process, the caller's own arithmetic."""

import os
import subprocess
import sys
from decimal import ROUND_CEILING, Context, Decimal, Inexact, Rounded, getcontext, localcontext

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_json, canonical_package
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.model import Package
from tender_rules import national
from tender_rules.testing import packages, reordered
from tests.reading import read_text
from tests.tries import tries


def outcome(package: Package) -> str:
    """Everything an evaluation says, as canonical bytes."""
    return canonical_json(evaluation_dict(evaluate(package, national())))


@given(packages())
def test_the_callers_decimal_context_changes_nothing(package: Package) -> None:
    """Unconditional: an amount is exact whatever arithmetic the embedding program has set."""
    text, expected = canonical_package(package), outcome(package)
    coarse = Context(prec=5, rounding=ROUND_CEILING, traps=[Inexact, Rounded])
    with localcontext(coarse):
        before = str(getcontext())
        read = read_text(text, "paket.json").package
        assert read is not None
        assert expected == outcome(read)
        assert before == str(getcontext())


_PRINT = """
import sys
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_json
from tender_engine.formats.evaluation_writing import evaluation_dict
from tests.reading import read_text
from tender_rules import national
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
for text in sys.stdin.read().splitlines():
    evaluation = evaluate(read_text(text, "-").package, national())
    print(canonical_json(evaluation_dict(evaluation)))
    print(*(markdown(paper(evaluation, kind)) for kind in (BAHP, WORKING_PAPER)))
"""


def _printed(texts: str, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", _PRINT],
        input=texts.encode(),
        env=environment,
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_processes_with_different_hash_seeds_write_the_same_bytes() -> None:
    """Unconditional: replay on another machine is the audit."""
    texts: list[str] = []

    @given(packages(bidders=(2, 4)))
    @tries(8)
    def collect(package: Package) -> None:
        bidders = tuple(
            evolve(who, members=tuple(evolve(m, named={}) for m in who.members))
            for who in package.participants
        )
        texts.append(canonical_package(package))
        # Sentences that name several businesses are rare otherwise.
        texts.append(canonical_package(evolve(package, participants=bidders)))

    collect()
    written = "\n".join(texts)

    first = _printed(written, "1")
    assert len(first) > len(texts) * 1_000
    assert first == _printed(written, "2")


def test_the_minutes_of_equal_packages_are_equal() -> None:
    """Unconditional: minutes are a pure function of the evaluation."""

    @given(packages(bidders=(1, 3), complete=True), st.data())
    def check(package: Package, data: DataObject) -> None:
        written = [
            markdown(paper(evaluate(p, national()), BAHP))
            for p in (package, data.draw(reordered(package)))
        ]
        assert written[0] == written[1]

    check()


def test_a_context_that_rounds_would_show() -> None:
    """The context above would change a sum: 123456 + 0.4 has more than five digits."""
    with localcontext(Context(prec=5)):
        assert Decimal("123456") + Decimal("0.4") != Decimal("123456.4")
