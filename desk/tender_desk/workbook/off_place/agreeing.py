"""Whether a block of prices stands on the rows of the document's lines, or on others.

Volumes may be wrong, which correction is for; where most of them are, or the words are another
line's, the block was pasted on the wrong rows, and every price in it is some other line's. Prices
that were sorted alone are known by the totals that a bidder stated.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from tender_engine.formats.signs import plain_words

__all__ = ["AtOdds", "at_odds", "same_words"]

# A line by its number, with that of the document.
_Pair: TypeAlias = tuple[int, Mapping[str, Any], Mapping[str, Any]]

# So many volumes have to be at odds, beside being more than half of those that are filled in.
_LEAST = 3


@frozen
class AtOdds:
    """The lines, by their number in the list, that are at odds with the document.

    `volumes` is empty where no more than half of them are, or less than three, and so are those
    that stand as `volumes_as_prices`. `prices` are those that stand on each other's rows, as the
    totals beside them tell.
    """

    volumes: tuple[int, ...] = ()
    descriptions: tuple[int, ...] = ()
    prices: tuple[int, ...] = ()
    volumes_as_prices: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.volumes or self.descriptions or self.prices or self.volumes_as_prices)


def at_odds(document: Iterable[Mapping[str, Any]], lines: Sequence[Mapping[str, Any]]) -> AtOdds:
    """What of the `lines` of a price is at odds with those of the document, as plain values."""
    known = {line.get("id"): line for line in document}
    pairs = [
        (number, line, known[line.get("id")])
        for number, line in enumerate(lines)
        if line.get("id") in known and not line.get("extra")
    ]
    volumes = [
        (number, Decimal(line["quantity"]) != Decimal(own["quantity"]))
        for number, line, own in pairs
        if line.get("quantity") is not None and own.get("quantity") is not None
    ]
    words = tuple(
        number
        for number, line, own in pairs
        if None not in (line.get("description"), own.get("description"))
        and not same_words(line["description"], own["description"])
    )
    return AtOdds(_most(volumes), words, _exchanged(pairs), _priced_as_volume(pairs))


def _most(lines: Sequence[tuple[int, bool]]) -> tuple[int, ...]:
    """The lines of which something is so, where it is so of three and of more than half of them."""
    so = tuple(number for number, is_so in lines if is_so)
    return so if len(so) >= _LEAST and 2 * len(so) > len(lines) else ()


def _priced_as_volume(pairs: Iterable[_Pair]) -> tuple[int, ...]:
    """The lines of which the price is the volume; who offers one of each for one rupiah is none."""
    priced = [
        (number, Decimal(line["unit_price"]), Decimal(line.get("quantity") or own["quantity"]))
        for number, line, own in pairs
        if line.get("unit_price") is not None and own.get("quantity") is not None
    ]
    same = _most([(number, price == volume) for number, price, volume in priced])
    many = len({volume for number, _, volume in priced if number in same}) > 1
    return same if many else ()


def _exchanged(pairs: Iterable[_Pair]) -> tuple[int, ...]:
    """The lines whose prices are not what their totals say, and are so once they change places."""
    found = []
    for number, line, own in pairs:
        volume, price = line.get("quantity") or own.get("quantity"), line.get("unit_price")
        total = line.get("amount")
        if volume is None or price is None or total is None or not Decimal(volume):
            continue
        stated, told = Fraction(price), Fraction(total) / Fraction(volume)
        if stated != told:
            found.append((number, stated, told))
    same = Counter(price for _, price, _ in found) == Counter(told for *_, told in found)
    return tuple(number for number, *_ in found) if same and len(found) >= _LEAST else ()


def same_words(one: str, other: str) -> bool:
    """Whether two descriptions are the same words, whatever signs and spaces part them."""
    words = plain_words(one)
    return words == plain_words(other) if words else one.split() == other.split()
