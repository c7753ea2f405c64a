"""Bids that pass one after the other come to stand as if all had passed at once."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_engine.findings import natural
from tender_engine.terms import StageId
from tender_rules.stages import bids_in_order
from tender_rules.stages.bids_in_order import Order
from tender_rules.stages.methods import Ordering


class Passing:
    """A table on which more and more pass."""

    def __init__(self):
        self.names = {}

    def passers(self, stage):
        """In the order in which they did."""
        assert stage is StageId.EVALUASI_HARGA
        return self.names


@pytest.fixture(scope="module", autouse=True)
def nothing_parts_equals():
    """No score, and people decided on each group of an odd number."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bids_in_order, "_parted", lambda _, names: [names])
        patch.setattr(bids_in_order, "_decision_on", lambda _, names: settled(names))
        yield


def settled(names):
    """The other way round than by their ids."""
    return [*names][::-1] if len(names) % 2 else None


def at_once(figures, *, highest):
    """Names, equals and undecided ones, by sorting everything."""
    signed = {name: -figure if highest else figure for name, figure in figures.items()}
    ordered = sorted(figures, key=lambda name: (signed[name], natural(name)))
    groups = [tuple(group) for _, group in groupby(ordered, key=figures.get)]
    equal = [group for group in groups if len(group) > 1]
    names = [name for group in groups for name in settled(group) or group]
    return names, equal, [group for group in equal if settled(group) is None]


@given(st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=5), st.booleans(), st.randoms())
def test_each_takes_its_place_whenever_it_passes(batches, highest, random):
    """Also before others, and among equals that were decided on without it."""
    total = sum(map(len, batches))
    names = [f"p{number}" for number in range(1, total + 1)]
    random.shuffle(names)
    table, figures, out = Passing(), {}, set()
    order = Order(Ordering("angka", lambda _, name: figures[name], highest=highest))
    for batch in batches:
        came = [names.pop() for _ in batch]
        figures |= zip(came, batch, strict=True)
        table.names |= dict.fromkeys(came)
        order.take_in(table)
        whole, equal, undecided = at_once(figures, highest=highest)
        assert order.names == whole
        assert list(order.equal) == equal
        assert list(order.undecided) == undecided
        out |= {name for name in whole if random.random() < 0.5}
        left = [place for place, name in enumerate(whole) if name not in out]
        assert order.first("any", out.__contains__) == min(left, default=len(whole))
