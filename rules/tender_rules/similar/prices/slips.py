"""What two bids share beside prices: errors of arithmetic, and blank, missing and extra lines.

Each is a mark in a cell. A mark counts for two bids where both have it and no other does; compared
are the cells in which either of them has one. No model says how rare such marks are.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from tender_engine.declared import Words
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine, Price
from tender_engine.numbers import exact
from tender_engine.similarity import BaseRate, Similarity, Strength
from tender_rules.similar.prices.candidates import Pair
from tender_rules.similar.prices.kinds import MOST_TOLD, Kind, Looking, Shared, told_of_pairs
from tender_rules.similar.prices.table import Least, step_of
from tender_rules.similar.prices.typing_errors import misspelt

__all__ = ["KINDS"]

# What is marked in which cells of a bid; a cell is a line of the document, or what a line says.
Marks: TypeAlias = Mapping[str, Hashable]
Marking: TypeAlias = Callable[[Price, Mapping[str, HpsLine]], Marks]

_TWO = 2
_RUPIAH = Decimal(1)


def _same_marks(
    kind: Kind, looking: Looking, *, marks_of: Marking, least: str, lines: bool
) -> Iterator[Similarity]:
    """Marks of one sort that two bids have in one cell, from the count in the value `least` on."""
    wanted = {line.id: line for line in looking.estimate}
    with exact():
        marks = [marks_of(bid.price, wanted) for bid in looking.table.bids]
    if sum(map(bool, marks)) < _TWO:
        return
    fewest = Least(int(looking.ask.decimal(least)), looking.least.share)
    found: dict[Pair, Shared | None] = {}
    for pair, cells in _in_two(marks).items():
        compared = len(marks[pair[0]].keys() | marks[pair[1]].keys())
        if len(cells) >= fewest.of(compared):
            told = _told(cells, wanted) if lines else None
            facts = {} if lines else {"uraian": "; ".join(sorted(cells)[:MOST_TOLD])}
            rate = BaseRate(None, reason="tanpa_model")
            found[pair] = Shared(len(cells), compared, told, facts, rate)
    yield from told_of_pairs(kind, looking, found)


def _in_two(marks: list[Marks]) -> dict[Pair, list[str]]:
    """The cells in which two bids have one mark that no third has, by pair."""
    holders: dict[tuple[str, Hashable], list[int]] = {}
    for bid, marked in enumerate(marks):
        for each in marked.items():
            holders.setdefault(each, []).append(bid)
    found: dict[Pair, list[str]] = defaultdict(list)
    for (name, _), bids in holders.items():
        if len(bids) == _TWO:
            found[bids[0], bids[1]].append(name)
    return found


def _told(cells: list[str], wanted: Mapping[str, HpsLine]) -> tuple[str, ...]:
    """Cells in the order of the lines."""
    places = {name: place for place, name in enumerate(wanted)}
    return tuple(sorted(cells, key=places.__getitem__))


def _errors(price: Price, wanted: Mapping[str, HpsLine]) -> Marks:
    """By how much the amount of a line is not its own volume times its price.

    Amounts are rounded: what is off by less than a rupiah, or by less than the step in which most
    amounts of the bid are written, is no error.
    """
    found = {}
    for line in price.lines or ():
        if line.extra or line.id not in wanted:
            continue
        quantity, unit_price, amount = line.quantity, line.unit_price, line.amount
        if quantity is not None and unit_price is not None and amount is not None:
            months = line.person_months
            product = (quantity if months is None else quantity * months) * unit_price
            if amount != product:
                found[line.id] = amount - product
    rounded = max(_RUPIAH, _step_of_amounts(price)) if found else _RUPIAH
    return {name: error for name, error in found.items() if abs(error) >= rounded}


def _step_of_amounts(price: Price) -> Decimal:
    """The rounding step of most amounts of a bid, in rupiah."""
    amounts = [line.amount for line in price.lines or ()]
    return Decimal(step_of([int(each.scaleb(_TWO)) for each in amounts if each], 1)).scaleb(-_TWO)


def _blank(price: Price, wanted: Mapping[str, HpsLine]) -> Marks:
    """Lines that a bid has and leaves without a price, or prices at 0."""
    return {
        line.id: True
        for line in price.lines or ()
        if not line.unit_price and not line.extra and line.id in wanted and not line.amount
    }


def _missing(price: Price, wanted: Mapping[str, HpsLine]) -> Marks:
    """Lines of the document that a bid does not have."""
    had = {line.id for line in price.lines or ()}
    return {name: True for name in wanted if name not in had}


def _extra(price: Price, _: Mapping[str, HpsLine]) -> Marks:
    """Lines that the document does not have, by their words."""
    words = (plain_words(line.description or "") for line in price.lines or () if line.extra)
    return {each: True for each in words if each}


def _typing(price: Price, wanted: Mapping[str, HpsLine]) -> Marks:
    """Words of a description that are the document's but for one slip, line by line."""
    found = {}
    for line in price.lines or ():
        written = line.description
        if written and (known := wanted.get(line.id)) and written != known.description:
            slips = misspelt(written, known.description)
            if slips:
                found[line.id] = slips
    return found


_LEAST = "similar.lines_least"

KINDS = (
    Kind(
        "kesalahan_sama",
        Words("kesalahan hitung yang sama pada sel yang sama", "the same error in the same cell"),
        Strength.KUAT,
        partial(_same_marks, marks_of=_errors, least="similar.errors_least", lines=True),
    ),
    Kind(
        "kosong_sama",
        Words("baris kosong yang sama", "the same blank lines"),
        Strength.LEMAH,
        partial(_same_marks, marks_of=_blank, least=_LEAST, lines=True),
    ),
    Kind(
        "hilang_sama",
        Words("baris yang sama tidak ada", "the same missing lines"),
        Strength.LEMAH,
        partial(_same_marks, marks_of=_missing, least=_LEAST, lines=True),
    ),
    Kind(
        "tambahan_sama",
        Words("baris tambahan yang sama", "the same extra lines"),
        Strength.LEMAH,
        partial(_same_marks, marks_of=_extra, least=_LEAST, lines=False),
    ),
    Kind(
        "ketikan_sama",
        Words("salah ketik yang sama pada uraian", "the same typing errors in descriptions"),
        Strength.LEMAH,
        partial(_same_marks, marks_of=_typing, least=_LEAST, lines=True),
    ),
)
