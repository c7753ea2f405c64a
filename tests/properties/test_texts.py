"""Texts: what is written is read back, and what is almost right is refused by name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import Package
from tender_rules.testing import FAULTS, NearValid, near_valid_texts, packages
from tests.reading import read_text
from tests.tries import tries


@given(packages())
def test_write_read_write_round_trips(package: Package) -> None:
    """Unconditional: the canonical text of a valid package is read without a fault, and back."""
    text = canonical_package(package)
    reading = read_text(text, "paket.json")

    assert not reading.faults
    assert reading.package is not None
    assert text == canonical_package(reading.package)
    assert package_digest(package) == package_digest(reading.package)


@given(packages(bidders=(0, 2)))
def test_spaces_and_the_order_of_keys_say_nothing(package: Package) -> None:
    """Unconditional: a text laid out by hand has the digest of the canonical one."""
    data = json.loads(canonical_package(package))
    by_hand = json.dumps(dict(reversed(data.items())), indent=2, ensure_ascii=True)
    reading = read_text(by_hand, "paket.json")

    assert reading.package is not None
    assert package_digest(package) == package_digest(reading.package)


@given(near_valid_texts())
@tries(80)
def test_every_fault_of_a_text_is_told_and_no_other(near: NearValid) -> None:
    """Unconditional: all injected faults are told together, and nothing follows from them."""
    reading = read_text(near.text, "paket.json")

    assert reading.package is None
    assert near.codes == {fault.code for fault in reading.faults}
    placed = reading.diagnose()
    assert len(reading.faults) == len(placed)
    assert all(one.line >= 1 and one.column >= 1 and one.hint for one in placed)


@pytest.mark.parametrize("name", sorted(FAULTS))
@given(data=st.data())
@tries(3)
def test_each_named_fault_alone_gives_its_code(name: str, data: DataObject) -> None:
    """Unconditional: every fault that the strategy knows is told, and nothing but it."""
    near = data.draw(near_valid_texts(among=[name]))
    reading = read_text(near.text, "paket.json")

    assert [FAULTS[name][0]] == [fault.code for fault in reading.faults]
