"""The words of titles in one spelling: what is abbreviated is written out, English is translated.

Only what a title can mean is changed, so these are no translations of sentences.
"""

import re
from collections.abc import Mapping, Sequence

__all__ = ["spelled_out"]

_SHORT: Mapping[str, str] = {
    **dict.fromkeys(("hrg", "hrga", "hg", "harge"), "harga"),
    **dict.fromkeys(("jml", "jmlh", "jmh", "jlh", "jum", "jumlh"), "jumlah"),
    **dict.fromkeys(("sat", "stn"), "satuan"),
    **dict.fromkeys(("kts", "kuant", "kwantitas", "qty", "quantity", "quantities"), "kuantitas"),
    **dict.fromkeys(("pek", "pekrj", "pkrj"), "pekerjaan"),
    **dict.fromkeys(("brg", "goods"), "barang"),
    **dict.fromkeys(("ket", "remark", "remarks", "note", "notes"), "keterangan"),
    **dict.fromkeys(("spek", "spec", "specs", "specification", "specifications"), "spesifikasi"),
    **dict.fromkeys(("personil", "personnel"), "personel"),
    **dict.fromkeys(("merk", "brand"), "merek"),
    **dict.fromkeys(("vat", "tax"), "ppn"),
    **dict.fromkeys(("including", "included", "include"), "termasuk"),
    **dict.fromkeys(("services", "service"), "jasa"),
    **dict.fromkeys(("descriptions", "particulars"), "description"),
    **dict.fromkeys(("penaw",), "penawaran"),
    "uom": "satuan",
    "months": "bulan",
    "persons": "orang",
}
# What several words mean together, in this order.
_PHRASES: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(rf"\b(?:{form})\b"), said)
    for form, said in (
        (r"h(?:arga)? satuan", "harga satuan"),
        (r"h jumlah|j harga", "jumlah harga"),
        (r"hsp", "harga satuan pekerjaan"),
        (r"(?:tax|ppn) rate", "tarif ppn"),
        (r"(?:unit|each) (?:prices?|rates?|costs?)", "harga satuan"),
        (r"(?:prices?|rates?|costs?) (?:per|each|an?|by) ?(?:unit)?|(?:prices?|costs?) unit",
         "harga satuan"),
        (r"(?:total|extended|ext|line|sub) ?(?:amounts?|prices?|costs?)", "jumlah harga"),
        (r"(?:amounts?|prices?|costs?) total|line total|amounts?", "jumlah harga"),
        (r"unit of measure(?:ment)?|satuan of measure(?:ment)?", "satuan"),
        (r"rates?", "harga satuan"),
        (r"prices?|costs?", "harga"),
        (r"before (?=ppn)", "sebelum "),
        (r"after (?=ppn)", "setelah "),
        (r"and", "dan"),
    )
)  # fmt: skip


def spelled_out(words: Sequence[str]) -> list[str]:
    """The plain words of a title, written out.

    >>> spelled_out(["jml", "hrg"]), spelled_out(["unit", "price"]), spelled_out(["h", "sat"])
    (['jumlah', 'harga'], ['harga', 'satuan'], ['harga', 'satuan'])
    """
    said = " ".join(_SHORT.get(word, word) for word in words)
    for form, meant in _PHRASES:
        said = form.sub(meant, said)
    return said.split()
