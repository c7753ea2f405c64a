"""Composes bidders' schedules: documents, and layouts in which their lines can be written.

A layout says in data what a bidder's sheet looks like; the lines themselves are the same in each,
so that what has to be read of it is known before anything was read.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import Factory, frozen
from openpyxl.utils import get_column_letter

from tender.formats.schedules.reader import read_schedule
from tender.formats.schedules.reading import ScheduleReading
from tender.model import HpsLine
from tests.formats.schedules.books import book, hps

__all__ = ["GOODS", "PEOPLE", "SERVICES", "WORKS", "Document", "Layout", "composed", "judged"]


@frozen
class Line:
    """A line of a document with what a bidder asks for it."""

    hps: HpsLine
    price: Decimal
    section: str

    @property
    def months(self) -> Decimal | None:
        """The second volume."""
        return self.hps.person_months

    @property
    def amount(self) -> Decimal:
        """Volume times price."""
        return self.hps.quantity * (self.months or 1) * self.price


@frozen
class Document:
    """The lines of a document with a bid; `rate` is of PPN in percent."""

    lines: tuple[Line, ...]
    rate: Decimal = Decimal(11)

    @property
    def net(self) -> Decimal:
        """The sum of all lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def vat(self) -> Decimal:
        """PPN on it."""
        return self.net * self.rate / 100


def _line(section: str, name: str, words: str, unit: str, volume: str, price: str, **more) -> Line:
    return Line(hps(name, words, unit, volume, **more), Decimal(price), section)


# 5,000,000 + 3,000,000 + 36,000,000 + 16,250,000 = 60,250,000; PPN 6,627,500; 66,877,500.
WORKS = Document((
    _line("PEKERJAAN TANAH", "A1", "Galian tanah biasa", "m3", "100", "50000"),
    _line("PEKERJAAN TANAH", "A2", "Urugan pasir", "m3", "12.5", "240000"),
    _line("PEKERJAAN PASANGAN", "B1", "Pasangan batu kali", "m3", "40", "900000"),
    _line("PEKERJAAN PASANGAN", "B2", "Plesteran 1:4", "m2", "250", "65000"),
))  # fmt: skip
# 305,000,000 + 20,500,000 + 17,500,000 = 343,000,000; PPN 37,730,000; 380,730,000.
GOODS = Document((
    _line("", "P1", "Laptop 14 inci", "unit", "20", "15250000"),
    _line("", "P2", "Printer laser", "unit", "5", "4100000"),
    _line("", "P3", "UPS 1200 VA", "unit", "10", "1750000"),
))  # fmt: skip
# 150,000,000 + 162,000,000 + 39,000,000 = 351,000,000; PPN 38,610,000; 389,610,000.
PEOPLE = Document((
    _line("BIAYA PERSONEL", "T1", "Ketua tim", "orang", "1", "25000000", person_months="6"),
    _line("BIAYA PERSONEL", "T2", "Ahli struktur", "orang", "2", "18000000", person_months="4.5"),
    _line("BIAYA NONPERSONEL", "N1", "Sewa kendaraan", "unit", "1", "6500000", person_months="6"),
))  # fmt: skip
# 360,000,000 + 230,400,000 + 5,000,000 = 595,400,000; PPN 65,494,000; 660,894,000.
SERVICES = Document((
    _line("", "S1", "Jasa kebersihan gedung", "bulan", "12", "30000000"),
    _line("", "S2", "Petugas keamanan", "OB", "48", "4800000"),
    _line("", "S3", "Peralatan kebersihan", "ls", "1", "5000000"),
))  # fmt: skip

# Rows at the foot by the name of their figure.
Foot = Sequence[tuple[str, str]]
FOOT: Foot = (("Jumlah", "net"), ("PPN 11%", "vat"), ("Total", "gross"))


@frozen
class Layout:
    """What a sheet looks like.

    `head` are the rows of titles, `columns` what stands under each of them, `foot` the words of
    each row under the lines with its figure (`net`, `vat`, `gross`, `dpp`, `down` = rounded down to
    thousands, or a number of its own). `read` tells that a careful person reads it without doubt,
    `stated` the total that the bid states, where that is not what its lines make.
    """

    name: str
    document: Document
    head: Sequence[Sequence[Any]]
    columns: str
    read: bool = True
    stated: str = ""
    above: Sequence[Sequence[Any]] = (("DAFTAR KUANTITAS DAN HARGA",), ())
    numbering: Sequence[Any] = ()
    sections: str = ""
    foot: Foot = FOOT
    below: Sequence[Sequence[Any]] = ()
    foot_at: str = "desc"
    merge: Sequence[str] = ()
    formulas: bool = False
    extra: Mapping[str, Callable[["_At"], Any]] = Factory(dict)


@frozen
class _At:
    """A line where it is written: its running number, itself, and its document."""

    number: int
    line: Line
    document: Document


def _number(value: Decimal | None) -> Any:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def rupiah(value: Decimal) -> str:
    """An amount as an Indonesian types it: 1.234.567,50."""
    text = f"{value:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return text.removesuffix(",00")


_VALUES: Mapping[str, Callable[[_At], Any]] = {
    "no": lambda r: r.number,
    "nodot": lambda r: f"{r.number}.",
    "code": lambda r: r.line.hps.id,
    "desc": lambda r: r.line.hps.description,
    "dash": lambda r: f"- {r.line.hps.description}",
    "unit": lambda r: r.line.hps.unit,
    "qty": lambda r: _number(r.line.hps.quantity),
    "qty_text": lambda r: rupiah(r.line.hps.quantity),
    "months": lambda r: _number(r.line.months),
    "month_unit": lambda _: "bulan",
    "price": lambda r: _number(r.line.price),
    "price_text": lambda r: f"Rp {rupiah(r.line.price)}",
    "price_gross": lambda r: _number(r.line.price * (100 + r.document.rate) / 100),
    "amount": lambda r: _number(r.line.amount),
    "amount_text": lambda r: f"{rupiah(r.line.amount)},-",
    "amount_gross": lambda r: _number(r.line.amount * (100 + r.document.rate) / 100),
    "vat": lambda r: _number(r.line.amount * r.document.rate / 100),
    "rate": lambda r: _number(r.document.rate),
    "hps_price": lambda r: _number(r.line.price + 7000),
    "hps_amount": lambda r: _number(
        (r.line.price + 7000) * r.line.hps.quantity * (r.line.months or 1)
    ),
    "survey": lambda r: _number(r.line.price + 3000),
    "share": lambda r: round(float(r.line.amount / r.document.net * 100), 2),
    "tkdn": lambda r: 40 + r.number,
    "rp": lambda _: "Rp",
    "_": lambda _: None,
    "remark": lambda r: "sesuai spesifikasi" if r.number == 1 else None,
    "brand": lambda r: f"Merek {chr(64 + r.number)}",
    "spec": lambda r: f"Kelas {r.number}, SNI 2025",
    "year": lambda _: 2025,
    "thing": lambda r: 11 * r.number + 6,
    "wages": lambda r: _number(r.line.price * Decimal("0.4")),
    "goods": lambda r: _number(r.line.price * Decimal("0.6")),
    "words": lambda _: "lima puluh ribu rupiah",
}


class _Sheet:
    """Writes the rows of one layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.columns = layout, layout.columns.split()
        self.rows: list[list[Any]] = [list(row) for row in (*layout.above, *layout.head)]
        if layout.numbering:
            self.rows.append(list(layout.numbering))

    def written(self) -> list[list[Any]]:
        """All of its rows."""
        layout, section = self.layout, None
        for number, line in enumerate(layout.document.lines, 1):
            if layout.sections and line.section != section:
                section = line.section
                self.rows.append(self._worded(section, layout.sections))
            self.rows.append(self._line(number, line))
        for words, figure in layout.foot:
            self.rows.append(self._foot(words, figure))
        return [*self.rows, *(list(row) for row in layout.below)]

    def _line(self, number: int, line: Line) -> list[Any]:
        layout, row = self.layout, len(self.rows) + 1
        made = []
        for key in self.columns:
            value = layout.extra.get(key) or _VALUES[key]
            said = value(_At(number, line, layout.document))
            if key == "amount" and layout.formulas:
                factors = [k for k in ("qty", "months", "price") if k in self.columns]
                said = "=" + "*".join(f"{self._letter(k)}{row}" for k in factors)
            made.append(said)
        return made

    def _letter(self, key: str) -> str:
        return get_column_letter(self.columns.index(key) + 1)

    def _worded(self, words: str, at: str) -> list[Any]:
        return [words if key == at else None for key in self.columns]

    def _foot(self, words: str, figure: str) -> list[Any]:
        net, vat = self.layout.document.net, self.layout.document.vat
        gross = net + vat
        known = {"net": net, "vat": vat, "gross": gross, "down": gross // 1000 * 1000,
                 "dpp": (net * 11 / 12).quantize(Decimal("0.01"))}  # fmt: skip
        made = self._worded(words, self.layout.foot_at)
        if figure:
            amount = next(k for k in ("amount", "amount_text", "amount_gross", "price")
                          if k in self.columns)  # fmt: skip
            value = _number(known[figure] if figure in known else Decimal(figure))
            made[self.columns.index(amount)] = value
        return made


def composed(layout: Layout) -> bytes:
    """The workbook of a layout."""

    def merged(made: Any) -> None:
        for area in layout.merge:
            made.active.merge_cells(area)

    return book(_Sheet(layout).written(), merged)


def judged(layout: Layout) -> tuple[str, ScheduleReading]:
    """What became of a layout: `read` to the exact lines, `refused`, or `wrong`; and the reading.

    Of each line the volumes and the price have to be there; the amount as written, or none.
    """
    lines = layout.document.lines
    reading = read_schedule(composed(layout), "penawaran.xlsx", [line.hps for line in lines])
    if reading.faults:
        return "refused", reading
    found = {line["id"]: line for line in reading.lines}
    right = len(found) == len(reading.lines) == len(lines)
    for line in lines if right else ():
        one = found.get(line.hps.id, {})
        wanted = {"quantity": line.hps.quantity, "person_months": line.months,
                  "unit_price": line.price}  # fmt: skip
        right = right and all(_same(one.get(key), value) for key, value in wanted.items())
        right = right and one.get("amount") in (None, *_spelled(line.amount))
    total = reading.schedule_total
    gross = layout.document.net + layout.document.vat
    stated = Decimal(layout.stated or gross)
    right = right and (total is None or Decimal(total) in (stated, stated // 1000 * 1000))
    return ("read" if right else "wrong"), reading


def _same(found: str | None, wanted: Decimal | None) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    return Decimal(found) == wanted


def _spelled(amount: Decimal) -> tuple[str, ...]:
    return (f"{amount.normalize():f}",)
