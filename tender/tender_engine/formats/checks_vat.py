"""Checks of the rates of PPN: each is a percentage of the whole price that has an end.

No amount and no rate is told: a price may be sealed.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.faults import Faults, Path
from tender_engine.formats.draft import Draft, each, prices
from tender_engine.model import Hps, Price
from tender_engine.vat import of_the_whole

__all__ = ["CHECKS"]

_Rate = tuple[Path, str, Decimal | None, Fraction | None]


def rates_have_an_end(draft: Draft, faults: Faults) -> None:
    """A rate of a share of the price, such as 12 percent of 11/12, is a percentage of the whole."""
    tender = draft.package.tender
    found: list[_Rate] = []
    if tender is not None and tender.hps is not None:
        found += _of_document(tender.hps, ("tender", "hps"))
    for path, price in prices(draft):
        found += _of_bid(price, path)
    for path, key, percent, base in found:
        if percent is not None and of_the_whole(percent, base) is None:
            faults.at_path("PKT085", (*path, key))


def _of_document(hps: Hps, path: Path) -> Iterator[_Rate]:
    if hps.vat_base is not None:
        yield path, "vat_base", hps.vat_percent, hps.vat_base
    for place, line in each(hps.lines, *path, "lines"):
        if line.vat_base is not None:
            percent = hps.vat_percent if line.vat_percent is None else line.vat_percent
            yield place, "vat_base", percent, line.vat_base
        elif line.vat_percent is not None:
            yield place, "vat_percent", line.vat_percent, hps.vat_base


def _of_bid(price: Price, path: Path) -> Iterator[_Rate]:
    """Only where the bid says the base as well: a rate alone may be written in another way."""
    if price.vat_base is not None:
        yield path, "vat_base", price.vat_percent, price.vat_base
    for place, line in each(price.lines, *path, "lines"):
        if line.vat_base is not None:
            percent = price.vat_percent if line.vat_percent is None else line.vat_percent
            yield place, "vat_base", percent, line.vat_base


CHECKS = (rates_have_an_end,)
