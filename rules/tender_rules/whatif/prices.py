"""The opened prices of bidders, read through seals that only an evaluation breaks."""

from collections.abc import Iterator

from attrs import evolve

from tender_engine.evaluation import Evaluation
from tender_engine.model import Facts, Package, Participant, Price
from tender_engine.seals import Sealed, Seals
from tender_engine.terms import StageId
from tender_rules.whatif.replay import Given

__all__ = ["opened_price", "with_price", "without_unopened"]

_STAGE = StageId.EVALUASI_HARGA


def without_unopened(package: Package, evaluation: Evaluation) -> Package:
    """The package without any price that `evaluation` did not open: no change can open one."""
    bids = tuple(_without(who, evaluation) for who in package.participants)
    return evolve(package, participants=bids)


def _without(who: Participant, evaluation: Evaluation) -> Participant:
    if evaluation.price(who.id) is not None:
        return who
    known: Facts | None = who.facts.get(_STAGE)
    if known is None:
        return evolve(who, price=None)
    bare = evolve(known, kewajaran_harga=None, timpang=None)
    return evolve(who, price=None, facts={**who.facts, _STAGE: bare})


def opened_price(given: Given, name: str) -> Price | None:
    """The price of `name` as written; `None` where no stage opened it."""
    if given.evaluation.price(name) is None:
        return None
    seals = Seals()
    seals.open(name)
    sealed = next((who.price for who in given.package.participants if who.id == name), None)
    return None if sealed is None else seals.read(name, sealed)


def with_price(package: Package, name: str, price: Price) -> Package:
    """The package in which the price of `name` is another."""
    return evolve(package, participants=tuple(_priced(package, name, price)))


def _priced(package: Package, name: str, price: Price) -> Iterator[Participant]:
    for who in package.participants:
        yield evolve(who, price=Sealed(price)) if who.id == name else who
