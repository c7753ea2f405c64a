"""Which sum the words of a row name: a total, a part, PPN, its base, or the price in words.

A bidder's own file and a block that was pasted into a sheet of ours are looked at alike.
"""

import re
from collections.abc import Iterable

from attrs import frozen

from tender_engine.formats.signs import plain_words

__all__ = ["NamedSum", "is_bare_sum", "sum_said"]

_BEFORE_VAT = re.compile(
    r"\b(sebelum|belum termasuk|tidak termasuk|tanpa|di luar|diluar|before|excl\w*|exkl\w*) "
    r"(ppn|pajak|vat|tax)\b"
)
_WITH_VAT = re.compile(
    r"\b(termasuk|setelah|sesudah|incl\w*|inkl\w*|dan|dengan|plus|after) (ppn|pajak|vat|tax)\b"
)
_VAT = re.compile(r"\b(ppn|pajak|p p n|vat|tax)\b")
# What the tax is taken from is shown, and added to nothing.
_BASE = re.compile(
    r"(?!(?:ppn|pajak|vat|tax)\b(?! base\b))(?:[a-z0-9]{1,4} )?(?:(?:jumlah|nilai|total) )?"
    r"(?:dpp|d p p|dasar pengenaan(?: pajak| ppn)?|dasar (?:ppn|pajak)|nilai lain|(?:tax|vat) base"
    r"|11 12 (?:x|kali|dari|of|jumlah|total|harga|nilai))\b.*"
)
_ROUNDED = re.compile(r"\b(dibulatkan|pembulatan|di bulatkan|rounded|rounding)\b")
_IN_WORDS = re.compile(r"(terbilang|in words)\b")
_SUM = re.compile(
    r"([a-z0-9]{1,4} )?(grand total|sub ?total|sub ?jumlah|jumlah|total"
    r"|(nilai|harga) (total|penawaran|keseluruhan))\b.*"
    r"|(dipindahkan|pindahan)( (dari|ke|hal\w*|lembar|berikut\w*|sebelum\w*|[0-9ivx]+))*"
    r"|[a-z0-9]{1,3}( plus [a-z0-9]{1,3})+"
)
_PART_OF_IT = re.compile(r"\b(sub ?total|sub ?jumlah|divisi|bagian|pindah\w*|dipindah\w*)\b")
# Words of which a row that is the bid's total consists; any other may make it something else.
_TOTALS = re.compile(
    r"(?:[a-z0-9]|grand|total|jumlah|harga|nilai|biaya|penawaran|pekerjaan|keseluruhan|seluruh\w*"
    r"|semua|akhir|umum|rp|rupiah|idr|persen|ppn|pajak|vat|tax|termasuk|sudah|belum|sebelum|setelah"
    r"|sesudah|dengan|dan|plus|tanpa|di|luar|incl\w*|excl\w*|before|after|amount|price|dibulatkan"
    r"|bulatkan|rounded|[ivx]{1,4}|[0-9]+|yang|barang|jasa|konstruksi|fisik|kontrak|sub|subtotal)"
)

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


@frozen
class NamedSum:
    """A sum that words name; `kind` is empty where they name none.

    `with_vat` tells what they say of PPN, `None` where they are silent; `plain` that they say
    nothing else, so that no total of another thing is meant.
    """

    kind: str = ""
    with_vat: bool | None = None
    plain: bool = True


_NONE = NamedSum()


def sum_said(said: Iterable[str], unit: str, *, priced: bool, rate: bool = False) -> NamedSum:
    """Which sum a row is by what it says.

    Args:
        said: the texts of the row that may name a sum.
        unit: what stands where lines have their unit: a sum has none but `Rp` or `%`.
        priced: whether a figure stands where lines have their unit price: of all sums, only one
            that is called so and no more may have one.
        rate: whether that figure may be a rate: beside the words for PPN it is that.

    >>> sum_said(["Jumlah Divisi 1"], "", priced=False).kind
    'subjumlah'
    >>> sum_said(["Total"], "bh", priced=True).kind
    ''
    """
    no_unit = unit.strip(" .").casefold() in _NO_UNITS
    for text in said:
        found = _named(text)
        if found.kind == "terbilang":
            return found
        bare = plain_words(text) in _BARE_SUMS or (rate and found.kind == "ppn")
        if found.kind and no_unit and (bare or not priced):
            return found
    return _NONE


def is_bare_sum(text: str) -> bool:
    """Whether words are those of a sum and nothing else, so that they describe no line.

    >>> is_bare_sum("TOTAL :"), is_bare_sum("Total station")
    (True, False)
    """
    return plain_words(text) in _BARE_SUMS


def _named(text: str) -> NamedSum:
    """Which sum some words name.

    >>> _named("Total termasuk PPN 11%"), _named("Jumlah HPS").plain
    (NamedSum(kind='total', with_vat=True, plain=True), False)
    >>> _named("DPP Nilai Lain (11/12 x Jumlah)").kind, _named("Galian tanah").kind
    ('dasar_pajak', '')
    """
    words = plain_words(text.replace("+", " plus ").replace("&", " dan "))
    before, after = bool(_BEFORE_VAT.search(words)), bool(_WITH_VAT.search(words))
    with_vat = True if after and not before else False if before else None
    plain = all(_TOTALS.fullmatch(word) for word in words.split())
    if _IN_WORDS.match(words):
        return NamedSum("terbilang")
    if _BASE.fullmatch(words):
        return NamedSum("dasar_pajak")
    if _ROUNDED.search(words):
        return NamedSum("dibulatkan", with_vat, plain)
    taxed = bool(_VAT.search(words)) and with_vat is None
    if _SUM.fullmatch(words):
        part = "subjumlah" if _PART_OF_IT.search(words) else "total"
        return NamedSum("ppn") if taxed else NamedSum(part, with_vat, plain)
    return NamedSum("ppn") if taxed else NamedSum()
