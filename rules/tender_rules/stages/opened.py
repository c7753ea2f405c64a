"""The prices that a stage of an evaluation opened, for whoever shows or compares them later."""

from collections.abc import Iterable

from tender_engine.evaluation import PriceResult
from tender_engine.model import Package, Price
from tender_engine.seals import Seals

__all__ = ["opened_prices"]


def opened_prices(package: Package, results: Iterable[PriceResult]) -> dict[str, Price]:
    """The price files of `package` that have a result in its evaluation, in the order of these.

    Only a price that a stage opened has one.
    """
    seals, opened = Seals(), {}
    sealed = {who.id: who.price for who in package.participants}
    for result in results:
        held = sealed[result.participant]
        if held is not None:
            seals.open(result.participant)
            opened[result.participant] = seals.read(result.participant, held)
    return opened
