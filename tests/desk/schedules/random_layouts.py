"""Random documents in random layouts, made from the kinds of sheets that bidders send.

Every part of a layout is drawn from what a careful person reads without doubt, or at a spot or two
from what leaves a doubt: a title that nobody knows, rival prices, rival totals. A layout without
such a spot is *plain*, and has to be read.
"""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any

from tests.desk.schedules.bids import Document, Line
from tests.desk.schedules.books import hps
from tests.desk.schedules.composing import FOOT, Foot, Layout
from tests.desk.schedules.random_columns import SPOTS, Table, columns_drawn

__all__ = ["random_layout"]

_WORDS = (
    ("Galian tanah biasa", "m3"), ("Urugan pasir", "m3"), ("Pasangan batu kali 1 PC : 4 PS", "m3"),
    ("Plesteran tebal 15 mm", "m2"), ("Beton mutu sedang fc' 20 MPa", "m3"),
    ("Laptop 14 inci", "unit"), ("Kabel LAN Cat 6", "roll"), ("Sewa kendaraan", "bulan"),
    ("Mobilisasi", "ls"), ("Besi beton polos", "kg"), ("Jasa kebersihan gedung", "bulan"),
    ("Biaya perjalanan total tim", "ls"), ("Papan nama proyek", "bh"),
)  # fmt: skip
_SECTIONS = ("PEKERJAAN TANAH", "PEKERJAAN PASANGAN", "LAIN-LAIN")
_VOLUMES = ("1", "2.5", "10", "12", "40", "100", "250", "1250.5", "1500")
_PRICES = ("500", "15000", "65000", "240000.5", "900000", "4100000", "1250", "33333.5")


def _document(random: Random, *, months: bool, sections: bool) -> Document:
    """Some lines with prices; volumes of the bid may be others, and a price may be blank."""
    chosen = random.sample(_WORDS, random.randint(3, 6))
    parts = sorted(random.randint(0, 2) for _ in chosen)
    made = []
    for number, ((words, unit), part) in enumerate(zip(chosen, parts, strict=True), 1):
        more = {"person_months": random.choice(("2", "4", "6"))} if months else {}
        line = hps(f"{'ABC'[part]}.{number}", words, unit, random.choice(_VOLUMES), **more)
        price = Decimal(random.choice(_PRICES))
        offered = Decimal(random.choice(_VOLUMES)) if random.random() < 0.2 else None
        made.append(Line(line, price, _SECTIONS[part] if sections else "", offered))
    return Document(tuple(made), Decimal(random.choice(("11", "12", "10"))))


_ABOVE: tuple[Sequence[Sequence[Any]], ...] = (
    (), (("DAFTAR KUANTITAS DAN HARGA",), ()),
    (("RENCANA ANGGARAN BIAYA",), ("Kegiatan", ": Jalan")),
    (("PT MAJU BERSAMA",), ("Jl. Umpama 1 Telp. 0341-123456",), (), ("Lokasi", ":", "Andai")),
    (("Nilai HPS", ":", 70_000_000), ("Tahun Anggaran", ":", 2025)),
)  # fmt: skip
_BELOW: tuple[Sequence[Sequence[Any]], ...] = (
    (), (("Terbilang: enam puluh juta rupiah",),),
    ((), (None, None, None, None, "Andai, 4 Mei 2025"), (), (None, None, None, None, "Budi")),
    ((None, "Catatan: harga sudah termasuk upah dan alat"),),
)  # fmt: skip
_FEET: tuple[Foot, ...] = (
    FOOT, (), (("JUMLAH", "net"),), (("Jumlah (A)", "net"), ("PPN (B)", "vat"), ("A + B", "gross")),
    (("Sub Total", "net"), ("VAT", "vat"), ("Grand Total", "gross")),
    (*FOOT, ("Dibulatkan", "down")), (*FOOT, ("Jumlah HPS", "70000000")),
    (*FOOT, ("Total Pagu Anggaran", "75000000"), ("Total TKDN", "40")),
    (("Jumlah", "net"), ("DPP Nilai Lain", "dpp"), ("PPN 12% x DPP", "vat"), ("Total", "gross")),
    (("Total termasuk PPN", "gross"),),
)  # fmt: skip
# Nobody rounds less to thousands.
_LEAST_ROUNDED = 1_000_000
_STATED = "61000001"
_SLIP: Foot = (("Jumlah", "net"), ("Total termasuk PPN", _STATED))
_DOUBTFUL_FEET: tuple[Foot, ...] = (
    (*FOOT, ("Total", "61000001")), (("Jumlah", "net"), ("Diskon", "5000"), ("Total", "gross")),
    (("Total", "61000001"), ("Total", "72000001")), (*FOOT, ("Dibulatkan", "9999")),
    _SLIP, (*FOOT, ("Biaya lain", "250000")),
)  # fmt: skip


def random_layout(number: int, *, doubts: bool) -> Layout:
    """The layout of a number, the same each time; `read` tells that it is plain.

    With `doubts` each spot has its turn, some of them beside a second one.
    """
    random = Random(number)
    spots: frozenset[str] = frozenset()
    if doubts:
        first = SPOTS[number % len(SPOTS)]
        spots = frozenset((first, random.choice((first, first, *SPOTS))))
    table = Table(random, spots)
    months = table.seldom() or "months" in spots
    sections = table.one(False, True)
    document = _document(random, months=months, sections=sections)
    columns_drawn(table, months=months)
    above = table.one(*_ABOVE)
    rows = table.rows()
    beside = table.one(None, None, None, None, 45_781, "=1+1")
    if beside is not None:
        rows[0] += [None, beside]
    foot = table.doubted("foot", _FEET, _DOUBTFUL_FEET)
    if document.net < _LEAST_ROUNDED and any(figure == "down" for _, figure in foot):
        foot = FOOT
    return Layout(
        "random", document, rows, " ".join(table.keys), read=not spots, above=above,
        stated=_STATED if foot == _SLIP else "",
        numbering=table.one((), (), range(1, len(table.keys) + 1)),
        sections="desc" if sections else "", foot=foot,
        below=table.one(*_BELOW), merge=table.merged(len(above) + 1),
        formulas="again" not in spots and table.one(False, True),
        parted=table.doubted("parted", ("",), ("dengan alat", "a. lantai 1", "-", "lantai 2")),
        subtotals=table.one("", "Sub Jumlah", "Jumlah Harga Pekerjaan"),
        again_before=2 if "again" in spots else table.one(0, 0, 0, 2),
        swapped=table.one((-1, -2), (-1, 0), (-2, -3)) if "again" in spots else (),
        stray=table.one("first", "unknown", "bare") if "row" in spots else "",
        rival=table.one("price", "qty") if "sheet" in spots else "",
        extra={"ana": lambda r: f"A.2.3.{r.number}"}, foot_at=table.one("desc", table.keys[0]),
    )  # fmt: skip
