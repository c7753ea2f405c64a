"""Random packages with all that people do after a result: read back, in any order, on the graph."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_engine.engine import evaluate
from tender_engine.events import TYPES
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_rules import national
from tender_rules.procedures.after_award import AFTER_AWARD
from tender_rules.testing import acted_on, packages, procurements
from tests.properties.drawing import never_seen
from tests.properties.test_order import outcome, shuffled
from tests.reading import read_text

CLEAR = packages(complete=True, bidders=(1, 3), lines=1, clean_prices=True)
DRAWN = st.one_of(CLEAR, procurements(bidders=(1, 3))).flatmap(acted_on)
# What comes after a result, or is told of the meetings before it.
KINDS = {*TYPES} - {"reverse_auction", "konfirmasi_isian", "konfirmasi_nilai"}


def kinds_of(package: Package) -> set[str]:
    """The events of a package by their type."""
    return {name for name, kind in TYPES.items() if package.happened.of(kind)}


def test_every_kind_of_act_is_drawn() -> None:
    """Else what holds of all that is drawn says nothing of them."""
    assert never_seen(KINDS, DRAWN, kinds_of) == set()


@given(DRAWN, st.data())
@settings(max_examples=15)
def test_acts_are_read_back_and_count_in_any_order(given: Package, data: DataObject) -> None:
    """Unconditional: the same text, digest and root; and each step is one of the graph."""
    found = evaluate(given, national())
    read = read_text(canonical_package(given), "paket.json")

    assert read.package is not None
    assert package_digest(read.package) == package_digest(given)
    assert outcome(shuffled(data, given)) == outcome(given) == outcome(read.package)
    if found.after_award is not None:
        assert set(found.after_award.taken) <= set(AFTER_AWARD)
        assert found.after_award.path[-1] == str(found.after_award.state)
