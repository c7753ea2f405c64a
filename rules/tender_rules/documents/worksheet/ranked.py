"""The sheet `Hasil Peringkat`: the order, the prices behind it, and scores where there are any."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from tender.evaluation import Rank
from tender.formats.excel.growing.found import FoundColumn, FoundSheet, Value
from tender.numbers import ratio_shown
from tender_rules.documents.report.places import came_to, in_order
from tender_rules.documents.view import View
from tender_rules.documents.wording import term
from tender_rules.documents.worksheet.verdicts import INSIDE, WHO

__all__ = ["ranked_sheet"]

_PRICES = {
    "stated_total": "Harga penawaran (Rp)",
    "corrected_total": "Harga terkoreksi (Rp)",
    "reverse_auction_total": "Hasil reverse auction (Rp)",
    "hea": "HEA (Rp)",
    "negotiated_total": "Hasil negosiasi (Rp)",
    "final_total": "Harga akhir (Rp)",
    "percent_of_hps": "Terkoreksi terhadap HPS (%)",
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

    def of(say: Callable[[Rank], Value]) -> Callable[[str], Value]:
        return lambda name: say(places[name]) if name in places else "–"

    return [
        (FoundColumn("Kedudukan", 34), lambda name: came_to(view, name)),
        (FoundColumn("Peringkat", 12), of(lambda place: Decimal(place.rank))),
        (
            FoundColumn("Dasar pemeringkatan", 22),
            of(lambda place: view.kind.said(term(place.by))),
        ),
        (FoundColumn("Angka", 20), of(lambda place: _shown(place.figure))),
    ]


def _figures(view: View) -> list[_Column]:
    """Prices of the opened bids, and scores."""
    evaluation = view.evaluation
    columns: list[_Column] = []
    for titles, find in ((_PRICES, evaluation.price), (_SCORES, evaluation.score)):
        for field, title in titles.items():
            values = {
                name: _shown(getattr(found, field))
                for name in view.participants
                if (found := find(name)) is not None
            }
            if any(value is not None for value in values.values()):
                columns.append((FoundColumn(view.kind.said(title), 20), values.get))
    return columns


def _shown(value: Fraction | Value) -> Value:
    """A score as every document writes it, at most ten decimals, so that it can be used."""
    return Decimal(ratio_shown(value)) if isinstance(value, Fraction) else value
