"""The order of the bids with figures that an eye can hold, and behind them the exact ones."""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender_desk.documents.blocks import Align
from tender_desk.documents.report.html import Element, Node, el
from tender_desk.documents.report.html_blocks import boxed, tabled, titled
from tender_desk.documents.view import View
from tender_engine.evaluation import Rank
from tender_engine.numbers import half_up
from tender_rules.words import apart, number, rupiah, score

__all__ = ["Ranked", "ranked", "ranking_table"]

_HEADS = (
    ("Peringkat", Align.RIGHT),
    ("Nama peserta", Align.LEFT),
    ("Dasar pemeringkatan", Align.LEFT),
    ("Nilai", Align.RIGHT),
)


@frozen
class Ranked:
    """A place; `exact` is empty where `figure` is exact already."""

    rank: int
    name: str
    basis: str
    figure: str
    exact: str


def ranked(view: View) -> tuple[Ranked, ...]:
    """Every place in the order, by what it was given."""
    places = view.evaluation.ranking
    decimals = apart(x.figure for x in places if isinstance(x.figure, Fraction))
    return tuple(_ranked(view, place, decimals) for place in places)


def _ranked(view: View, place: Rank, decimals: int) -> Ranked:
    basis = view.kind.said(view.term(place.by))
    figure, exact = _figures(place.figure, decimals)
    return Ranked(place.rank, view.who(place.participant), basis, figure, exact)


def _figures(figure: Decimal | Fraction, decimals: int) -> tuple[str, str]:
    if isinstance(figure, Decimal):
        return rupiah(figure), ""
    shown = score(figure, decimals)
    if half_up(figure, decimals) == figure:
        return shown, ""
    return f"≈ {shown}", f"= {number(Decimal(figure.numerator))}/" + number(
        Decimal(figure.denominator)
    )


def ranking_table(places: tuple[Ranked, ...]) -> Element:
    """The order as a table."""
    title = "Urutan peringkat"
    return boxed(tabled(_HEADS, map(_cells, places), titled(title)), title)


def _cells(place: Ranked) -> tuple[Node, ...]:
    figure: Node = place.figure
    if place.exact:
        exactly = el("span", place.exact, class_="also")
        figure = el("details", el("summary", place.figure), exactly)
    return str(place.rank), place.name, place.basis, figure
