"""The opened prices in their order, each beside the lines that the law draws."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from tender_desk.documents.report.bidders_shown import ended_at, in_order
from tender_desk.documents.view import View
from tender_engine.evaluation import PriceResult
from tender_engine.findings import Verdict
from tender_engine.numbers import percent_of
from tender_rules.words import number

__all__ = ["Bar", "Bars", "Bidder", "Limit", "bars"]

_SHARE = "price.fairness_below_share"


@frozen
class Bar:
    """An amount of a bid in rupiah; `step` is how far it has come: stated, corrected, later.

    `share` is what it is of the HPS; an HEA, which nobody pays, has none.
    """

    label: str
    amount: Decimal
    step: str
    share: str


@frozen
class Limit:
    """A line that prices are held against."""

    label: str
    amount: Decimal
    kind: str


@frozen
class Bidder:
    """A bid with its place in the order, its amounts, and where it fell."""

    place: str
    name: str
    bars: tuple[Bar, ...]
    fell: str


@frozen
class Bars:
    """The bids in order beside the lines; `top` is the amount at the right edge."""

    bidders: tuple[Bidder, ...]
    limits: tuple[Limit, ...]
    top: Decimal


def bars(view: View) -> Bars:
    """Every opened price: the ranked first, then the others by what they come to."""
    prices = {price.participant: price for price in view.evaluation.prices}
    ordered = [name for name in in_order(view) if name in prices]
    limits = tuple(_limits(view))
    bidders = tuple(_bidder(view, prices[name]) for name in ordered)
    amounts = [bar.amount for bidder in bidders for bar in bidder.bars]
    return Bars(bidders, limits, max([*amounts, *(line.amount for line in limits)]))


def _limits(view: View) -> Iterator[Limit]:
    """The HPS; and below it the line under which people look, where one was looked at."""
    hps = view.package.tender.hps.total
    if any(used.param == _SHARE for used in view.evaluation.values):
        below = hps * Decimal(view.value(_SHARE).value)
        yield Limit(f"{view.value_said(_SHARE)} HPS", below, "low")
    yield Limit("HPS", hps, "hps")


def _bidder(view: View, price: PriceResult) -> Bidder:
    place = view.evaluation.place(price.participant)
    return Bidder(
        place="–" if place is None else str(place.rank),
        name=view.who(price.participant),
        bars=_joined(_amounts(view, price)),
        fell=ended_at(view, price.participant, Verdict.GUGUR),
    )


def _amounts(view: View, price: PriceResult) -> Iterator[Bar]:
    """From what was stated to what is paid; an HEA only orders, and stands apart."""
    given = (
        ("Penawaran", price.stated_total, "stated"),
        ("Terkoreksi", price.corrected_total, "corrected"),
        ("Reverse auction", price.reverse_auction_total, "later"),
        ("Negosiasi", price.negotiated_total, "later"),
        ("Akhir", price.final_total, "later"),
        ("HEA", price.hea, "hea"),
    )
    hps = view.package.tender.hps.total
    for label, amount, step in given:
        if amount is not None:
            share = "" if step == "hea" else f"{number(percent_of(amount, hps))}%"
            yield Bar(view.kind.said(label), amount, step, share)


def _joined(given: Iterator[Bar]) -> tuple[Bar, ...]:
    """The same amount once, under all that it is; its look is that of the first."""
    found: list[Bar] = []
    for bar in given:
        same = next((i for i, known in enumerate(found) if known.amount == bar.amount), None)
        if same is None or bar.step == "hea":
            found.append(bar)
        else:
            known = found[same]
            step = "corrected" if known.step == "stated" else known.step
            label = f"{known.label}, {bar.label[:1].lower()}{bar.label[1:]}"
            found[same] = evolve(known, label=label, step=step)
    return tuple(found)
