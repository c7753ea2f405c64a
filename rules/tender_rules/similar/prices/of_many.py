"""On how many lines three bids or more have one unit price: no fact about two of them.

Nobody is named: what three have comes from one source, such as a price list. That it is there is
told all the same, so that no list of facts is silent on bids that are equal to the rupiah.
"""

from attrs import frozen

from tender_engine.declared import Words
from tender_rules.similar.prices.kinds import MOST_TOLD, Looking
from tender_rules.similar.prices.table import lines_of

__all__ = ["OfMany", "of_many"]

_MANY = 3


@frozen
class OfMany:
    """So many lines, of those that three bids or more have a price for; the first are named."""

    count: int
    compared: int
    lines: tuple[str, ...]

    @property
    def words(self) -> Words:
        """It as a sentence."""
        told = ", ".join(self.lines)
        return Words(
            f"Pada {self.count} dari {self.compared} baris, tiga penawaran atau lebih mempunyai"
            f" harga satuan yang sama (baris {told}). Harga seperti itu dapat bersumber sama,"
            " misalnya satu daftar harga, dan tidak didaftar sebagai fakta tentang dua peserta.",
            f"On {self.count} of {self.compared} lines three bids or more have one unit price"
            f" (lines {told}). Such prices may come from one source, as a price list, and are not"
            " listed as a fact about two bidders.",
        )


def of_many(looking: Looking) -> OfMany | None:
    """These lines, where there are as many as make a fact of two; without own ratios to the HPS."""
    table = looking.table
    departs = [
        bid.priced & ~(own.lines if own else 0)
        for bid, own in zip(table.bids, looking.own, strict=True)
    ]
    found = 0
    for place, bids in table.holders:
        if sum(departs[bid] >> place & 1 for bid in bids) >= _MANY:
            found |= 1 << place
    columns = zip(*(bid.prices for bid in table.bids), strict=True)
    compared = sum(sum(price is not None for price in column) >= _MANY for column in columns)
    count = found.bit_count()
    if count < looking.least.of(compared):
        return None
    return OfMany(count, compared, lines_of(table, found)[:MOST_TOLD])
