"""The figures of an evaluation as tables: prices, the list, scores, and the order of the bids."""

from collections.abc import Sequence

from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import (
    cash,
    cell,
    names_of,
    of_kind,
    places_of,
    ranked_by,
    shortlist_title,
    spoken,
)
from tender_desk.documents.kind import Kind
from tender_engine.evaluation import Evaluation
from tender_engine.numbers import percent_of
from tender_rules.stages.schedule import corrections_in

__all__ = ["print_list", "print_prices", "print_ranking", "print_scores"]

# What a price comes to after its correction, by column and by what holds it.
_LATER_PRICES = {
    "hea": "hea",
    "auctioned": "reverse_auction_total",
    "agreed": "negotiated_total",
}
_SCORES = ("qualification", "technical", "price", "combined")


def print_prices(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """Every price that was opened; no other is known to an evaluation."""
    if not evaluation.prices:
        return
    names = names_of(evaluation.package)
    rows = [
        [
            names[price.participant],
            cash(price.stated_total),
            cash(price.corrected_total),
            cell(price.percent_of_hps),
            str(len(corrections_in(price.corrections))),
        ]
        for price in evaluation.prices
    ]
    page.heading(of_kind(kind, say("evaluate.prices")))
    _figures(kind, ["bidder", "stated", "corrected", "percent", "changes"], rows, page)
    _print_later(evaluation, kind, page)


def _print_later(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """What the prices came to after their correction, where anything did."""
    held = {
        title: key
        for title, key in _LATER_PRICES.items()
        if any(getattr(price, key) is not None for price in evaluation.prices)
    }
    if not held:
        return
    names, hps = names_of(evaluation.package), evaluation.package.tender.hps.total
    # In the order by HEA the price stays, and so does its share of the HPS.
    shared = ["percent"] if not kind.seleksi and held.keys() != {"hea"} else []
    rows = []
    for price in evaluation.prices:
        final = price.final_total
        figures = [*(cash(getattr(price, key)) for key in held.values()), cash(final)]
        if shared:
            figures.append(cell(None if final is None else percent_of(final, hps)))
        rows.append([names[price.participant], *figures])
    page.heading(of_kind(kind, say("evaluate.later")))
    _figures(kind, ["bidder", *held, "final", *shared], rows, page)


def print_list(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """Who may bid; of a Seleksi in the order of the qualification scores."""
    if not evaluation.shortlist:
        return
    names = names_of(evaluation.package)
    scores = {score.participant: score.qualification for score in evaluation.scores}
    scored = any(scores.get(name) is not None for name in evaluation.shortlist)
    places = places_of(scores.values())
    rows = [
        [str(number), names[name], *([ranked_by(scores.get(name), places)] if scored else [])]
        for number, name in enumerate(evaluation.shortlist, 1)
    ]
    page.heading(shortlist_title(kind))
    titles = [say("column.rank"), say("column.bidder")]
    titles += [say("column.qualification")] if scored else []
    page.table(titles, rows, right=(0, 2) if scored else (0,))


def print_scores(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """The scores of every kind that the method has, each from 0 to 100 before its weight."""
    # What the list was made by stands in the list; among bids it counts no more.
    names_of_scores = _SCORES[1:] if kind.before and not kind.listing else _SCORES
    known = [
        name
        for name in names_of_scores
        if any(getattr(score, name) is not None for score in evaluation.scores)
    ]
    if not known:
        return
    names = names_of(evaluation.package)
    places = {
        name: places_of(getattr(score, name) for score in evaluation.scores) for name in known
    }
    rows = [
        [
            names[score.participant],
            *(ranked_by(getattr(score, name), places[name]) for name in known),
        ]
        for score in evaluation.scores
        if any(getattr(score, name) is not None for name in known)
    ]
    page.heading(say("evaluate.scores"))
    _figures(kind, ["bidder", *known], rows, page)


def print_ranking(evaluation: Evaluation, kind: Kind, page: Page) -> None:
    """The order of the bids, and the figure that made it."""
    if not evaluation.ranking:
        return
    names, words = names_of(evaluation.package), spoken(evaluation.basis.words)
    page.heading(say("evaluate.ranking"))
    places = places_of(place.figure for place in evaluation.ranking)
    rows = [
        (
            str(place.rank),
            names[place.participant],
            of_kind(kind, words.term(place.by)),
            ranked_by(place.figure, places),
        )
        for place in evaluation.ranking
    ]
    titles = ("rank", "bidder", "basis", "figure")
    page.table([say(f"column.{title}") for title in titles], rows, right=(0, 3))


def _figures(kind: Kind, titles: Sequence[str], rows: Sequence[Sequence[str]], page: Page) -> None:
    """A table in which everything but the name is a figure."""
    words = [of_kind(kind, say(f"column.{title}")) for title in titles]
    page.table(words, rows, right=range(1, len(titles)))
