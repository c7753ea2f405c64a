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
from tender_engine.formats.canonical import canonical_json, canonical_package, package_digest
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.model import Package, Participant, Price
from tender_engine.seals import Sealed, reveal_for_storage
from tender_rules import national
from tender_rules.testing import packages
from tests.reading import read_text
from tests.tries import tries


def outcome(package: Package) -> str:
    """Everything an evaluation says, as canonical bytes."""
    return canonical_json(evaluation_dict(evaluate(package, national())))


def shuffled(data: DataObject, package: Package) -> Package:
    """The same package with every list that has no order in another order."""

    def mix(items: tuple[object, ...] | None) -> tuple[object, ...] | None:
        return None if items is None else tuple(data.draw(st.permutations(items)))

    def mix_bidder(bidder: Participant) -> Participant:
        price = None if bidder.price is None else mix_price(reveal_for_storage(bidder.price))
        return evolve(bidder, members=mix(bidder.members), price=price)

    def mix_price(price: Price) -> Sealed[Price]:
        return Sealed(evolve(price, lines=mix(price.lines)))

    tender = package.tender
    asked = {
        stage: evolve(terms, criteria=mix(terms.criteria))
        for stage, terms in reversed(tender.requirements.items())
    }
    return evolve(
        package,
        tender=evolve(
            tender, hps=evolve(tender.hps, lines=mix(tender.hps.lines)), requirements=asked
        ),
        pokja=evolve(package.pokja, members=mix(package.pokja.members)),
        participants=mix(tuple(mix_bidder(bidder) for bidder in package.participants)),
        assessments=mix(tuple(evolve(e, by=mix(e.by)) for e in package.assessments)),
        events=mix(package.events),
    )


@given(packages(bidders=(1, 4)), st.data())
@tries(40)
def test_the_order_of_lists_changes_nothing_not_even_the_digest(
    package: Package, data: DataObject
) -> None:
    """True of every list but `order`, `list` and `reserves`: no other has a meaning in law."""
    other = shuffled(data, package)

    assert package_digest(package) == package_digest(other)
    assert outcome(package) == outcome(other)


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
    assert first == _printed(written, "3")


def test_the_minutes_of_equal_packages_are_equal() -> None:
    """Unconditional: minutes are a pure function of the evaluation."""

    @given(packages(bidders=(1, 3), complete=True), st.data())
    def check(package: Package, data: DataObject) -> None:
        written = [
            markdown(paper(evaluate(p, national()), BAHP))
            for p in (package, shuffled(data, package))
        ]
        assert written[0] == written[1]

    check()


def test_a_context_that_rounds_would_show() -> None:
    """The context above would change a sum: 123456 + 0.4 has more than five digits."""
    with localcontext(Context(prec=5)):
        assert Decimal("123456") + Decimal("0.4") != Decimal("123456.4")
