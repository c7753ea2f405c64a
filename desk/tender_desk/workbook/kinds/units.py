"""Numbers with their unit, as papers print them: `60 (enam puluh) hari kalender`, `11%`, `Rp5`.

The unit of a cell stands in the title of its column, that of a volume in its own row. Another unit
is no reading of it, nor is a number whose words say another one.
"""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kinds.kind import CellError, as_typed
from tender_desk.workbook.kinds.spelled import joined
from tender_rules.words import terbilang

__all__ = ["RUPIAH", "WHOLE", "unit_behind", "unit_in", "without_unit"]

RUPIAH = "Rp"
# What is more than this is no rate in percent.
WHOLE = 100
# What each unit of a title is called behind a number.
_CALLED: Mapping[str, tuple[str, ...]] = {
    RUPIAH: ("rupiah",),
    "%": ("%", "persen"),
    "hari": ("hari", "hari kalender", "hr"),
    "bulan": ("bulan", "bln"),
    "tahun": ("tahun", "thn", "th"),
}
# Units that a title does not have, and a person may write.
_OTHERS = ("hari kerja", "minggu", "jam", "orang bulan")
_UNITS = {name for names in _CALLED.values() for name in names} | {*_OTHERS}
_TITLED = re.compile(r"\(([^()]+)\)$|(?<!per )(?<![-\w])(hari|bulan|tahun)\b")
_MEASURED = re.compile(
    r"(?P<figure>(?P<money>(?:Rp\.?|IDR)\s*)?[-0-9][-0-9.,/]*)"
    r"(?:\s*\((?P<words>[^()0-9]+)\))?\s*(?P<unit>%|[A-Za-z-]+(?:\s+[A-Za-z]+)?)?",
    re.IGNORECASE | re.ASCII,
)
_OWN = re.compile(
    r"(?P<figure>[-0-9.,]*[0-9](?:\s*\([^()0-9]+\))?)\s*(?P<unit>[^\W\d_].*)", re.ASCII
)
_LONGEST = 200
# What is surely a unit where no other cell says so: no scale such as `ribu`, and no remark.
_MEASURES = {
    *("paket", "ls", "lumpsum", "unit", "buah", "bh", "set", "titik", "ttk", "lembar", "lbr"),
    *("m", "m1", "m2", "m3", "meter", "kg", "kilogram", "ton", "liter", "ltr", "batang", "btg"),
    *("zak", "sak", "roll", "rol", "dus", "box", "kotak", "rim", "pcs", "eksemplar", "kali"),
    *("orang", "oh", "ob", "oj", "orangbulan", "oranghari", "orangjam"),
    *("jam", "hari", "minggu", "bulan", "bln", "tahun"),
}


@lru_cache(maxsize=1024)
def unit_in(title: str) -> str:
    """The unit in which the numbers under a title are; empty where it says none that is known.

    >>> unit_in("Masa berlaku penawaran (hari)"), unit_in("Pemimpin (leadfirm)")
    ('hari', '')
    >>> unit_in("KD: tahun terakhir"), unit_in("Biaya per tahun"), unit_in("Orang-bulan")
    ('tahun', '', '')
    """
    said = [each for found in _TITLED.findall(title) for each in found]
    return next((each for each in reversed(said) if each in _CALLED), "")


def without_unit(text: str, unit: str) -> str:
    """The figure in a text that says its unit, or its words; any other text as it is.

    >>> without_unit("60 (enam puluh) hari kalender", "hari"), without_unit("12,5 persen", "%")
    ('60', '12,5')
    >>> without_unit("1 (satu) Paket", "paket"), without_unit("12,5M3", "m3")
    ('1', '12,5')

    Raises:
        CellError: it is in another unit, or its words are another number.
    """
    if unit and unit not in _CALLED:
        text, unit = _without_own(text, unit), ""
    found = None
    if len(text) <= _LONGEST:
        found = _MEASURED.fullmatch(as_typed(text))
    if found is None or not (unit or found["words"]):
        return text
    if not unit and (found["unit"] or found["money"]):
        return text
    called = " ".join((found["unit"] or "").replace("-", " ").split()).casefold()
    if called in _UNITS - {*_CALLED.get(unit, ())} or (found["money"] and unit != RUPIAH):
        raise CellError("XLS191", found=text[:40], unit=unit)
    if called and called not in _UNITS:
        return text
    if found["words"] and not _says(found["words"], found["figure"], unit):
        raise CellError("XLS192", found=text[:60])
    return found["figure"]


def unit_behind(text: str) -> str:
    """The unit that a text has behind its figure, if that is surely one.

    >>> unit_behind("1 (satu) Paket"), unit_behind("12,5 M3"), unit_behind("5 ribu")
    ('Paket', 'M3', '')
    """
    found = _OWN.fullmatch(as_typed(text)) if len(text) <= _LONGEST else None
    return found["unit"].strip() if found and _folded(found["unit"]) in _MEASURES else ""


def _without_own(text: str, unit: str) -> str:
    """A figure, with its words if it has any, without the `unit` of its row behind it."""
    found = _OWN.fullmatch(as_typed(text)) if len(text) <= _LONGEST else None
    if found is None:
        return text
    if _folded(found["unit"]) != _folded(unit):
        raise CellError("XLS191", found=text[:40], unit=unit)
    return found["figure"]


def _folded(unit: str) -> str:
    """A unit without case, spaces, hyphens and the dot of a short form; `m³` is `m3`."""
    return joined(unicodedata.normalize("NFKC", unit).replace("-", " ").rstrip(" ."))


def _says(words: str, figure: str, unit: str) -> bool:
    """Whether words are those of a figure, with or without its unit behind them."""
    number = amount_of(figure)
    if number is None or number < 0 or (unit != RUPIAH and number != number.to_integral_value()):
        return False
    whole = terbilang(Decimal(number))
    bare = joined(whole.removesuffix(" rupiah"))
    return joined(words) in {joined(whole) if unit == RUPIAH else bare, bare} | {
        bare + joined(name) for name in _CALLED.get(unit, ())
    }
