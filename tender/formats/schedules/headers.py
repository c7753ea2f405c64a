"""The header row of a price schedule, found by its words, and what each column is."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from attrs import frozen

from tender.formats.schedules.areas import Merged
from tender.formats.schedules.grid import Cell

__all__ = ["Header", "find_header", "is_numbering", "plain_words"]

_SAID = re.compile(r"\(([^()]*)\)")
_KEPT = re.compile(r"rp|rupiah|%|ppn|pajak|hps|unit")
_OWNER = re.compile(r"\b(hps|survei|survey|pagu|oe|owner|estimate|terhadap|koefisien)\b")
_NET = re.compile(r"\b(sebelum|belum termasuk|tidak termasuk|tanpa|di luar|excl\w*) (ppn|pajak)\b")
_TAXED = re.compile(r"\b(?:sudah )?(termasuk|setelah|sesudah|dengan|incl\w*|inkl\w*) (ppn|pajak)\b")
_NUMBERING = re.compile(
    r"\(?([a-z]|[0-9]{1,2}|[ivx]{1,4})\)?(\s*=\s*\(?[a-z0-9]+\)?(\s*[x*+]\s*\(?[a-z0-9]+\)?)*)?\.?"
)
# By the words of a header, without signs; the first that fits counts.
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words))
    for role, words in (
        ("tkdn_percent", r"tkdn( persen)?|(persen|nilai|capaian) tkdn"),
        ("vat_amount", r"(pajak|ppn) rp|(nilai|jumlah|besar) (pajak|ppn)( rp)?|ppn angka persen"),
        ("vat_percent", r"(tarif )?(pajak|ppn)( persen)?|persen (pajak|ppn)"),
        ("item", r"mata pembayaran"),
        (
            "id",
            (
                r"(no|nomor|kode) (mata pembayaran|pembayaran|item|kode|barang|pekerjaan|baris|hps)"
                r"( pembayaran| pekerjaan)?|kode|id( baris| hps)?"
            ),
        ),
        ("number", r"no|nomor|nomer|(no|nomor) urut"),
        (
            "description",
            (
                r"uraian.*|deskripsi.*|(jenis|nama|macam|rincian) "
                r"(barang|jasa|pekerjaan|item|keluaran|material|personel|biaya)( jasa)?"
                r"|jenis|rincian|item( pekerjaan)?|(daftar )?keluaran|pekerjaan|komponen"
                r"|barang jasa"
            ),
        ),
        ("unit", r"satuan( unit| ukuran| volume| kuantitas)?( 1| 2)?|sat|unit( satuan)?"),
        (
            "quantity",
            (
                r"(perkiraan )?(volume|vol|kuantitas|qty|quantity|kts)( pekerjaan| 1| 2)?|banyaknya"
                r"|jumlah (barang|unit|volume|kuantitas|personel|orang)"
            ),
        ),
        ("person_months", r"(jumlah )?orang bulan|(jumlah )?bulan|durasi|waktu penugasan|mm"),
        (
            "unit_price",
            (
                r"(harga|biaya) (satuan|per (unit|satuan)|unit)( (penawaran|pekerjaan|ditawarkan))?"
                r"|harga biaya|harga satuan biaya"
            ),
        ),
        ("amount_with_vat", r"(jumlah|total|harga|nilai)( .*)? (termasuk|setelah|dengan) .*"),
        (
            "amount",
            (
                r"(jumlah|total|nilai) (harga|biaya)( harga)?( (penawaran|pekerjaan|total|satuan))?"
                r"|total( penawaran)?|(harga|biaya) (total|jumlah)|nilai|jumlah total|sub ?total"
            ),
        ),
        ("sum", r"jumlah"),
        ("price", r"harga|biaya|harga penawaran|nilai penawaran"),
    )
)
_WEIGHTS = {
    "description": 3,
    "unit_price": 3,
    "amount": 2,
    "amount_with_vat": 2,
    "quantity": 2,
    "unit": 2,
    "vat_percent": 1,
    "vat_amount": 1,
    "id": 1,
    "number": 1,
}
_PRICES = {"unit_price", "unit_price_with_vat", "amount", "amount_with_vat"}
_ONLY_ONCE = ("id", "description", "quantity", "unit_price", "amount", "vat_percent")


@frozen
class Header:
    """Where the headers stand, what each column is, and which were doubted.

    `last` is the lower row of a header of two; `owner` the columns headed as the owner's prices
    that were taken for want of others; `doubled` those of a role that may be there only once;
    `net` those that say that PPN is not in them.
    """

    first: int
    last: int
    titles: Mapping[int, str]
    roles: Mapping[int, str]
    owner: tuple[int, ...] = ()
    doubled: tuple[tuple[str, tuple[int, ...]], ...] = ()
    net: tuple[int, ...] = ()

    def column(self, role: str) -> int:
        """The column of a role; 0 if there is none."""
        return next((column for column, found in self.roles.items() if found == role), 0)

    def tells_rate(self, column: int) -> bool:
        """Whether the title of a column says that it holds percentages."""
        return bool(re.search(r"%|persen|tarif", self.titles[column].casefold()))

    @property
    def score(self) -> int:
        """How much of a price schedule these headers are."""
        return sum(_WEIGHTS.get(role, 0) for role in set(self.roles.values()))


def plain_words(text: str) -> str:
    """The words of a text as they are compared: no case, no signs, one space between.

    >>> plain_words("Galian  Tanah-biasa, 1 m³")
    'galian tanah biasa 1 m3'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))


def is_numbering(texts: Iterable[str]) -> bool:
    """Whether a row under the headers only numbers the columns: `(a) (b) (f = d x e)`, `1 2 3`."""
    signs = [text.strip().casefold() for text in texts if text.strip()]
    return len(signs) > 1 and all(_NUMBERING.fullmatch(sign) for sign in signs)


def find_header(
    rows: Iterable[tuple[int, Mapping[int, Cell]]], merged: Iterable[Merged] = ()
) -> Header | None:
    """The best header in the first rows of a sheet, of one row or of two; `None` if there is none.

    A schedule has at least descriptions and prices or amounts.
    """
    rows, merged, best = list(rows), list(merged), None
    for index, (number, cells) in enumerate(rows):
        above = _titles(cells)
        if not above:
            continue
        tried = [_header(number, number, above)]
        below = rows[index + 1] if index + 1 < len(rows) else None
        if below is not None and below[0] == number + 1:
            titles = _titles(below[1])
            if titles:
                tried.append(_header(number, number + 1, _joined(above, titles, number, merged)))
        for header in tried:
            roles = set(header.roles.values())
            priced = roles & _PRICES
            better = best is None or header.score > best.score
            if "description" in roles and priced and better:
                best = header
    return best


def _titles(cells: Mapping[int, Cell]) -> dict[int, str]:
    """The texts of a row of headers; nothing if there are numbers or formulas in it."""
    if any(cell.formula is not None or not isinstance(cell.value, str) for cell in cells.values()):
        return {}
    return {column: str(cell.value) for column, cell in cells.items()}


def _joined(
    above: Mapping[int, str], below: Mapping[int, str], row: int, merged: Iterable[Merged]
) -> dict[int, str]:
    """Headers of two rows: a title above stands over every column that it is merged over."""
    spread = dict(above)
    for area in merged:
        if area.top <= row <= area.bottom and area.left in above:
            for column in range(area.left, area.right + 1):
                spread.setdefault(column, above[area.left])
    columns = sorted(spread.keys() | below.keys())
    return {
        column: " ".join(text for text in (spread.get(column), below.get(column)) if text)
        for column in columns
    }


@frozen
class _Said:
    """What a title says: the role of the column, whether it is the owner's, and net of PPN."""

    role: str
    owner: bool
    net: bool


def _role(title: str) -> _Said:
    folded = unicodedata.normalize("NFKC", title).casefold()
    folded = _SAID.sub(lambda said: said[0] if _KEPT.search(said[1]) else " ", folded)
    folded = re.sub(r"[0-9.,]+\s*%", " angka % ", folded)
    words = plain_words(folded.replace("%", " persen ")).split()
    words = [word for word in words if len(word) > 1 or word in ("1", "2")]
    if not {"pajak", "ppn"} & set(words):
        words = [word for word in words if word not in ("rp", "rupiah", "idr", "dalam")]
    elif words[-1:] == ["rupiah"]:
        words[-1] = "rp"
    said = " ".join(words)
    net = bool(_NET.search(said))
    said = " ".join(_NET.sub(" ", said).split()) if net else said
    owner = bool(_OWNER.search(said))
    said = " ".join(_OWNER.sub(" ", said).split()) if owner else said
    taxed = bool(_TAXED.search(said))
    said = " ".join(_TAXED.sub(" ", said).split()) if taxed else said
    role = next((role for role, form in _ROLES if form.fullmatch(said)), "")
    if taxed:
        role = "unit_price_with_vat" if role in ("unit_price", "price") else "amount_with_vat"
    return _Said(role, owner, net)


def _header(first: int, last: int, titles: Mapping[int, str]) -> Header:
    found = {column: _role(title) for column, title in titles.items()}
    roles = {c: said.role for c, said in found.items() if said.role and not said.owner}
    taken: tuple[int, ...] = ()
    if not set(roles.values()) & (_PRICES | {"price", "sum"}):
        prices = ("unit_price", "amount", "price")
        theirs = {c: said.role for c, said in found.items() if said.owner and said.role in prices}
        # A survey is of the market: the owner's price is the one that a bidder writes over.
        roles |= theirs
        taken = tuple(theirs)
    _settle(roles)
    doubled = tuple(
        (role, columns)
        for role in _ONLY_ONCE
        if len(columns := tuple(c for c in sorted(roles) if roles[c] == role)) > 1
    )
    roles = {column: role for column, role in sorted(roles.items()) if role}
    net = tuple(column for column, said in found.items() if said.net)
    owned = tuple(column for column in taken if column in roles)
    return Header(first, last, titles, roles, owned, doubled, net)


def _settle(roles: dict[int, str]) -> None:
    """Decide in place what a word alone does not tell."""

    def columns(role: str) -> list[int]:
        return [column for column in sorted(roles) if roles[column] == role]

    for column in columns("item"):
        roles[column] = "id" if columns("description") else "description"
    for column in columns("price"):
        roles[column] = "" if columns("unit_price") else "unit_price"
    tax = columns("vat_percent") + columns("vat_amount")
    for column in columns("sum"):
        before_tax = bool(tax) and column < min(tax)
        roles[column] = _sum(columns("quantity"), columns("amount"), before_tax=before_tax)
    for column in columns("unit")[1:2]:
        roles[column] = "unit_2"
    for column in [] if columns("person_months") else columns("quantity")[1:2]:
        roles[column] = "person_months"
    amounts = columns("amount")
    if len(amounts) == 2 and tax and amounts[0] < min(tax) < amounts[1]:
        roles[amounts[1]] = "amount_with_vat"


def _sum(quantity: list[int], amount: list[int], *, before_tax: bool) -> str:
    """What a column is that is headed *jumlah* and nothing else."""
    if before_tax or (quantity and not amount):
        return "amount"
    return "quantity" if amount and not quantity else ""
