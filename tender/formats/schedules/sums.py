"""Which sum the words of a row name: a total, a part of one, PPN, or what was rounded.

A bidder's own file and a block that was pasted into a sheet of ours are looked at alike.
"""

import re
from collections.abc import Iterable

from tender.formats.schedules.titles import plain_words

__all__ = ["sum_said"]

_BEFORE_VAT = re.compile(
    r"\b(sebelum|belum termasuk|tidak termasuk|tanpa|di luar|diluar|excl\w*|exkl\w*) (ppn|pajak)\b"
)
_WITH_VAT = re.compile(
    r"\b(termasuk|setelah|sesudah|incl\w*|inkl\w*|dan|dengan|plus) (ppn|pajak)\b"
)
_VAT = re.compile(r"\b(ppn|pajak|p p n)\b")
_ROUNDED = re.compile(r"\b(dibulatkan|pembulatan|di bulatkan)\b")
_IN_WORDS = re.compile(r"terbilang\b")
_SUM = re.compile(
    r"([a-z0-9]{1,4} )?(grand total|sub ?total|sub ?jumlah|jumlah|total"
    r"|(nilai|harga) (total|penawaran|keseluruhan))\b.*"
)
_PART_OF_IT = re.compile(r"\b(sub ?total|sub ?jumlah|divisi|bagian|pindah\w*|dipindah\w*)\b")
_NO_UNITS = ("", "rp", "idr", "%")
_BARE_SUMS = (
    "jumlah",
    "total",
    "jumlah total",
    "grand total",
    "subtotal",
    "sub total",
    "subjumlah",
)


def sum_said(said: Iterable[str], unit: str, *, priced: bool) -> tuple[str, bool | None]:
    """Which sum a row is by what it says, and whether its words say that PPN is in it.

    Args:
        said: the texts of the row that may name a sum.
        unit: what stands where lines have their unit: a sum has none but `Rp` or `%`.
        priced: whether a figure stands where lines have their unit price: of all sums, only one
            that is called so and no more may have one.

    >>> sum_said(["Jumlah Divisi 1"], "", priced=False), sum_said(["Total"], "bh", priced=True)
    (('subjumlah', None), ('', None))
    """
    no_unit = unit.strip(" .").casefold() in _NO_UNITS
    for text in said:
        words = plain_words(text.replace("+", " plus ").replace("&", " dan "))
        found = _named(words)
        if found[0] == "terbilang":
            return found
        if found[0] and no_unit and (words in _BARE_SUMS or not priced):
            return found
    return "", None


def _named(words: str) -> tuple[str, bool | None]:
    """Which sum some words name, and whether they say that PPN is in it."""
    before, after = bool(_BEFORE_VAT.search(words)), bool(_WITH_VAT.search(words))
    with_vat = True if after and not before else False if before else None
    if _IN_WORDS.match(words):
        return "terbilang", None
    if _ROUNDED.search(words):
        return "dibulatkan", with_vat
    if _VAT.search(words) and with_vat is None and not _SUM.fullmatch(words):
        return "ppn", None
    if _SUM.fullmatch(words):
        if _VAT.search(words) and with_vat is None:
            return "ppn", None
        return ("subjumlah" if _PART_OF_IT.search(words) else "total"), with_vat
    return "", None
