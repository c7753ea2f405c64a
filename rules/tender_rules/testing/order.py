"""The same package with its lists in another order: what no law may notice."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.model import Package, Participant, Price
from tender_engine.seals import Sealed, reveal_for_storage

__all__ = ["SEEDS", "reordered"]

_T = TypeVar("_T")
# Of the one draw that stands for many.
SEEDS = 2**32 - 1


@st.composite
def reordered(draw: DrawFn, package: Package) -> Package:
    """`package` with every list that means nothing by its order in another one.

    `order`, `list` and `reserves` stay as written: their order is what they say. The digest of the
    package, and everything that an evaluation says of it, is the same.
    """
    # One draw for all lists: what fails is shrunk in the package, and not place by place in each.
    chance = Random(draw(st.integers(0, SEEDS)))

    def mix(items: Sequence[_T]) -> tuple[_T, ...]:
        return tuple(chance.sample(items, len(items)))

    def bidder(who: Participant) -> Participant:
        price = None if who.price is None else file(reveal_for_storage(who.price))
        return evolve(who, members=mix(who.members), price=price)

    def file(price: Price) -> Sealed[Price]:
        return Sealed(evolve(price, lines=price.lines and mix(price.lines)))

    tender, pokja = package.tender, package.pokja
    stages = tender.requirements
    asked = {
        stage: evolve(stages[stage], criteria=mix(stages[stage].criteria))
        for stage in reversed([*stages])
    }
    hps = evolve(tender.hps, lines=tender.hps.lines and mix(tender.hps.lines))
    return evolve(
        package,
        tender=evolve(tender, hps=hps, requirements=asked),
        pokja=evolve(pokja, members=mix(pokja.members)),
        participants=mix([bidder(who) for who in package.participants]),
        assessments=mix([evolve(entry, by=mix(entry.by)) for entry in package.assessments]),
        events=mix(package.events),
    )
