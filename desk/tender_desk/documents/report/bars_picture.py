"""Prices as bars: each amount with its bar to one scale, crossed by the lines of the law."""

from collections.abc import Iterator
from decimal import Decimal

from tender_desk.documents.report.bars import Bar, Bars, Bidder
from tender_desk.documents.report.html import Element, el
from tender_engine.numbers import percent_of
from tender_rules.words import rupiah

__all__ = ["bars_picture"]

_PAST = Decimal("1.02")


def bars_picture(given: Bars) -> Element:
    """The lines first, with their amounts; then a group of bars a bidder, in order."""
    return el(
        "figure",
        el("figcaption", *_legend(given)),
        el("ol", *(_bidder(bidder, given) for bidder in given.bidders), class_="bars"),
    )


def _legend(given: Bars) -> Iterator[Element]:
    """What each line is and how it is drawn."""
    for limit in given.limits:
        drawn = el(
            "svg",
            el("line", x1="5", y1="0", x2="5", y2="18", class_=f"limit {limit.kind}"),
            class_="sample",
            aria_hidden="true",
        )
        yield el("span", drawn, f" {limit.label} ", el("strong", rupiah(limit.amount)))
    yield el("span", "Persentase terhadap HPS", class_="unit")


def _bidder(bidder: Bidder, given: Bars) -> Element:
    note = [el("span", bidder.fell, class_="fell")] if bidder.fell else []
    head = el(
        "div",
        el("span", bidder.place, class_="place"),
        el("bdi", bidder.name, class_="name"),
        *note,
        class_="who",
    )
    return el("li", head, *(_bar(bar, given) for bar in bidder.bars))


def _bar(bar: Bar, given: Bars) -> Element:
    return el(
        "div",
        el("span", bar.label, class_="label"),
        el(
            "svg",
            el("title", f"{bar.label}: {rupiah(bar.amount)} {bar.share}".rstrip()),
            el(
                "rect",
                x="0",
                y="22%",
                width=_at(bar.amount, given.top),
                height="56%",
                class_=f"bar {bar.step}",
            ),
            *_limits(given),
            class_="scale",
            role="img",
        ),
        el("span", rupiah(bar.amount), class_="figure"),
        el("span", bar.share, class_="share"),
        class_="row",
    )


def _limits(given: Bars) -> Iterator[Element]:
    for limit in given.limits:
        at = _at(limit.amount, given.top)
        yield el("line", x1=at, x2=at, y1="0", y2="100%", class_=f"limit {limit.kind}")


def _at(amount: Decimal, top: Decimal) -> str:
    """Where an amount stands between nothing and the right edge, which is a little past `top`."""
    edge = top * _PAST
    return f"{percent_of(amount, edge)}%"
