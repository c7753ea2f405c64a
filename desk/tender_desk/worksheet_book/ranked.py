"""The sheet `Hasil Peringkat`: the order, the prices behind it, and scores where there are any."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from tender_desk.documents.report.bidders_shown import came_to, in_order
from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet, Shown, Value
from tender_desk.worksheet_book.verdicts import INSIDE, WHO
from tender_engine.evaluation import Rank
from tender_engine.numbers import ratio_shown
from tender_rules.words import apart

__all__ = ["ranked_sheet"]

_PERCENT = "percent_of_hps"
_PRICES = {
    "stated_total": "Harga penawaran (Rp)",
    "corrected_total": "Harga terkoreksi (Rp)",
    "reverse_auction_total": "Hasil reverse auction (Rp)",
    "hea": "HEA (Rp)",
    "negotiated_total": "Hasil negosiasi (Rp)",
    "final_total": "Harga akhir (Rp)",
    _PERCENT: "Terkoreksi terhadap HPS (%)",
    "performance_bond": "Jaminan pelaksanaan (Rp)",
}
_SCORES = {
    "qualification": "Nilai kualifikasi",
    "technical": "Nilai teknis",
    "price": "Nilai harga",
    "combined": "Nilai akhir",
}
# A column: its title, and what stands in it for a participant.
_Column = tuple[FoundColumn, Callable[[str], Value]]


def ranked_sheet(view: View) -> FoundSheet:
    """Everybody, the ranked first; a figure that nobody has takes no column."""
    columns = [*_places(view), *_figures(view)]
    names = in_order(view)
    rows = [
        (name, view.participants[name].name, *(at(name) for _, at in columns)) for name in names
    ]
    return FoundSheet(
        "Hasil Peringkat",
        view.kind.said("Peringkat, harga (termasuk PPN), dan nilai (sebelum bobot)"),
        INSIDE,
        (*WHO, *(column for column, _ in columns)),
        tuple(rows),
    )


def _places(view: View) -> list[_Column]:
    places = {place.participant: place for place in view.evaluation.ranking}
    parted = apart(x.figure for x in places.values() if isinstance(x.figure, Fraction))

    def of(say: Callable[[Rank], Value]) -> Callable[[str], Value]:
        return lambda name: say(places[name]) if name in places else "–"

    return [
        (FoundColumn("Kedudukan", 34), lambda name: came_to(view, name)),
        (FoundColumn("Peringkat", 12), of(lambda place: Decimal(place.rank))),
        (
            FoundColumn("Dasar pemeringkatan", 22),
            of(lambda place: view.kind.said(view.term(place.by))),
        ),
        (FoundColumn("Angka", 20), of(lambda place: _shown(place.figure, parted))),
    ]


def _figures(view: View) -> list[_Column]:
    """Prices of the opened bids, and scores."""
    evaluation = view.evaluation
    columns: list[_Column] = []
    for titles, find in ((_PRICES, evaluation.price), (_SCORES, evaluation.score)):
        for field, title in titles.items():
            known = {
                name: value
                for name in view.participants
                if (found := find(name)) is not None
                and (value := getattr(found, field)) is not None
            }
            if known:
                columns.append((FoundColumn(view.kind.said(title), 20), _column(field, known).get))
    return columns


def _column(field: str, known: Mapping[str, Decimal | Fraction]) -> dict[str, Value]:
    """What stands in a column; a percentage stands with the decimals that it has."""
    parted = apart(value for value in known.values() if isinstance(value, Fraction))
    return {
        name: value if isinstance(value, Decimal) and field == _PERCENT else _shown(value, parted)
        for name, value in known.items()
    }


def _shown(value: Decimal | Fraction, places: int) -> Shown:
    """An amount to the sen; a score, of which ten decimals can be used, with those that part it."""
    if isinstance(value, Fraction):
        return Shown(Decimal(ratio_shown(value)), places)
    return Shown(value)
