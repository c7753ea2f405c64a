"""The figures of a comparison as tables: prices with their corrections, scores, and the order."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tender_cli.correction_story import corrected_cells
from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cash, cell, of_kind, places_of, ranked_by
from tender_desk.documents.kind import Kind
from tender_engine.changes import Change
from tender_engine.comparing import PriceChange, ScoreChange
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Correction, Rank

__all__ = ["SIDES", "print_prices", "print_ranking", "print_scores"]

SIDES = ("A", "B")


def print_prices(
    found: Sequence[PriceChange],
    words: Vocabulary,
    kind: Kind,
    names: Mapping[str, str],
    page: Page,
) -> None:
    """Every amount that differs of the prices that were opened, and the corrections."""
    rows = [
        [names[change.participant], say(f"amount.{made.name}"), *_amounts(made)]
        for change in found
        for made in change.amounts
    ]
    if rows:
        page.heading(of_kind(kind, say("evaluate.prices")))
        _figures(rows, page)
    corrections = [
        [side, f"{change.participant} {made.line or say('story.whole')}", *_cells(words, made)]
        for change in found
        for correction in change.corrections
        for side, made in zip(SIDES, (correction.before, correction.after), strict=True)
        if made is not None
    ]
    if corrections:
        page.heading(say("compare.corrections"))
        titles = ("side", "line", "field", "before", "after", "effect")
        page.table([say(f"column.{title}") for title in titles], corrections, right=(3, 4, 5))


def _amounts(made: Change[Decimal]) -> Iterator[str]:
    """Both sides of an amount; of a share of the HPS as many decimals as it has."""
    yield from map(cell if made.name == "percent_of_hps" else cash, (made.before, made.after))


def _cells(words: Vocabulary, made: Correction) -> Iterator[str]:
    yield words.said("field", made.field)
    yield from corrected_cells(made)


def print_scores(
    found: Sequence[ScoreChange], kind: Kind, names: Mapping[str, str], page: Page
) -> None:
    """Every score that differs, before its weight."""
    differing = (made for change in found for made in change.scores)
    places = places_of(score for made in differing for score in (made.before, made.after))
    rows = [
        [
            names[change.participant],
            of_kind(kind, say(f"column.{made.name}")),
            *(ranked_by(score, places) for score in (made.before, made.after)),
        ]
        for change in found
        for made in change.scores
    ]
    if rows:
        page.heading(say("evaluate.scores"))
        _figures(rows, page)


def _figures(rows: Sequence[Sequence[str]], page: Page) -> None:
    page.table([say("column.bidder"), say("column.what"), *SIDES], rows, right=(2, 3))


def print_ranking(
    found: Sequence[Change[Rank]],
    words: Vocabulary,
    kind: Kind,
    names: Mapping[str, str],
    page: Page,
) -> None:
    """Every place that differs, with the figures that made it."""
    if not found:
        return
    ranks = [rank for change in found for rank in (change.before, change.after) if rank]
    parted = places_of(rank.figure for rank in ranks)
    rows = []
    for change in found:
        sides = (change.before, change.after)
        basis = dict.fromkeys(of_kind(kind, words.term(rank.by)) for rank in sides if rank)
        places = ["-" if rank is None else str(rank.rank) for rank in sides]
        figures = [ranked_by(rank.figure if rank else None, parted) for rank in sides]
        rows.append([names[change.name], *places, " -> ".join(basis), *figures])
    rank_of = [f"{say('column.rank')} {side}" for side in SIDES]
    page.heading(say("evaluate.ranking"))
    titles = [say("column.bidder"), *rank_of, say("column.basis"), *SIDES]
    page.table(titles, rows, right=(1, 2, 4, 5))
