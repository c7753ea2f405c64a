"""Composes bidders' schedules: layouts in which the lines of a document can be written.

A layout says in data what a bidder's sheet looks like; the lines themselves are the same in each,
so that what has to be read of it is known before anything was read.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import Factory, evolve, frozen
from openpyxl.utils import get_column_letter

from tender_desk.schedules.reader import read_schedule
from tender_desk.schedules.schedule_reading import ScheduleReading
from tests.desk.schedules.bids import Document, Line
from tests.desk.schedules.books import book

__all__ = ["FOOT", "Foot", "Layout", "composed", "judged"]


# Rows at the foot by the name of their figure.
Foot = Sequence[tuple[str, str]]
FOOT: Foot = (("Jumlah", "net"), ("PPN 11%", "vat"), ("Total", "gross"))


@frozen
class Layout:
    """What a sheet looks like.

    `head` are the rows of titles, `columns` what stands under each of them, `foot` the words of
    each row under the lines with its figure (`net`, `vat`, `gross`, `dpp`, `down` = rounded down to
    thousands, or a number of its own). `read` tells that a careful person reads it without doubt,
    `stated` the total that the bid states, where that is not what its lines make. `parted` are
    the words on the row of their own that holds the figures of the second line, `subtotals` the
    words of a sum under each section, and `again_before` the number of the line over which the
    titles stand once more; two columns are `swapped` from there on, their titles too. `stray`
    is a row that is too much: the `first` line once more at another price, one that is
    `unknown`, or figures that are `bare` of words; `rival` the column that a sheet before it
    with the same lines has otherwise. `others` are further sheets.
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
    parted: str = ""
    subtotals: str = ""
    again_before: int = 0
    swapped: Sequence[int] = ()
    stray: str = ""
    rival: str = ""
    others: Mapping[str, Sequence[Sequence[Any]]] = Factory(dict)
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


def _amount_text(amount: Decimal) -> Any:
    """An amount as a text, unless that would round it."""
    text = rupiah(amount)
    exact = amount == amount.quantize(Decimal("0.01"))
    return (text if "," in text else f"{text},-") if exact else _number(amount)


def _worth(at: _At) -> Decimal:
    return at.line.price or Decimal(0)


_VALUES: Mapping[str, Callable[[_At], Any]] = {
    "no": lambda r: r.number,
    "nodot": lambda r: f"{r.number}.",
    "code": lambda r: r.line.hps.id,
    "desc": lambda r: r.line.hps.description,
    "dash": lambda r: f"- {r.line.hps.description}",
    "unit": lambda r: r.line.hps.unit,
    "qty": lambda r: _number(r.line.volume),
    "qty_text": lambda r: rupiah(r.line.volume),
    "months": lambda r: _number(r.line.months),
    "month_unit": lambda _: "bulan",
    "price": lambda r: _number(r.line.price),
    "price_text": lambda r: None if r.line.price is None else f"Rp {rupiah(r.line.price)}",
    "price_gross": lambda r: _number(_worth(r) * (100 + r.document.rate) / 100),
    "amount": lambda r: _number(r.line.amount),
    "amount_text": lambda r: _amount_text(r.line.amount),
    "amount_gross": lambda r: _number(r.line.amount * (100 + r.document.rate) / 100),
    "vat": lambda r: _number(r.line.amount * r.document.rate / 100),
    "rate": lambda r: _number(r.document.rate),
    "hps_price": lambda r: _number(_worth(r) + 7000),
    "hps_amount": lambda r: _number(
        (_worth(r) + 7000) * r.line.hps.quantity * (r.line.months or 1)
    ),
    "price_thousand": lambda r: float(_worth(r) / 1000),
    "amount_thousand": lambda r: float(r.line.amount / 1000),
    "other_price": lambda r: _number(_worth(r) - 20),
    "other_amount": lambda r: _number(r.line.amount - 20 * r.line.volume * (r.line.months or 1)),
    "survey": lambda r: _number(_worth(r) + 3000),
    "share": lambda r: round(float(r.line.amount / r.document.net * 100), 2),
    "tkdn": lambda r: 40 + r.number,
    "rp": lambda _: "Rp",
    "_": lambda _: None,
    "remark": lambda r: "sesuai spesifikasi" if r.number == 1 else None,
    "brand": lambda r: f"Merek {chr(64 + r.number)}",
    "spec": lambda r: f"Kelas {r.number}, SNI 2025",
    "year": lambda _: 2025,
    "thing": lambda r: 11 * r.number + 6,
    "wages": lambda r: _number(_worth(r) * Decimal("0.4")),
    "goods": lambda r: _number(_worth(r) * Decimal("0.6")),
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
        layout, section, since, again = self.layout, None, 0, 0
        lines = layout.document.lines
        for number, line in enumerate(lines, 1):
            if layout.sections and line.section != section:
                self._subtotal(lines[since : number - 1])
                section, since = line.section, number - 1
                self.rows.append(self._worded(section, layout.sections))
            if number == layout.again_before:
                self.rows += [list(row) for row in layout.head]
                again = len(self.rows) - len(layout.head)
            made = self._line(number, line)
            if layout.parted and number == 2:
                self.rows.append(self._only(made, ("no", "nodot", "code", "desc")))
                made = self._line(number, line)
                for key in ("no", "nodot", "code"):
                    if key in self.columns:
                        made[self.columns.index(key)] = None
                made[self.columns.index("desc")] = layout.parted
            self.rows.append(made)
        if layout.stray:
            self.rows.append(self._stray())
        self._subtotal(lines[since:])
        for words, figure in layout.foot:
            self.rows.append(self._foot(words, figure))
        for row in self.rows[again:] if layout.swapped else ():
            one, other = (at % len(self.columns) for at in layout.swapped)
            row[one], row[other] = row[other], row[one]
        return [*self.rows, *(list(row) for row in layout.below)]

    def _stray(self) -> list[Any]:
        """A row that is no line of the document, or one once more."""
        first = self.layout.document.lines[0]
        made = self._line(len(self.layout.document.lines) + 1, evolve(first, price=Decimal(777)))
        words = {"first": first.hps.description, "unknown": "Sewa genset", "bare": None}
        if "code" in self.columns:
            made[self.columns.index("code")] = None
        made[self.columns.index("desc")] = words[self.layout.stray]
        return made

    def _only(self, row: Sequence[Any], keys: Sequence[str]) -> list[Any]:
        return [v if k in keys else None for k, v in zip(self.columns, row, strict=True)]

    def _subtotal(self, lines: Sequence[Line]) -> None:
        if self.layout.subtotals and self.layout.sections and lines:
            total = sum((line.amount for line in lines), Decimal(0))
            self.rows.append(self._foot(self.layout.subtotals, str(total)))

    def _line(self, number: int, line: Line) -> list[Any]:
        layout, row = self.layout, len(self.rows) + 1
        made = []
        for key in self.columns:
            value = layout.extra.get(key) or _VALUES[key]
            said = value(_At(number, line, layout.document))
            if key == "amount" and layout.formulas and {"qty", "price"} <= {*self.columns}:
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
            amount = next(k for k in ("amount", "amount_text", "amount_gross", "amount_thousand",
                                       "price") if k in self.columns)  # fmt: skip
            value = known[figure] if figure in known else Decimal(figure)
            value = value / 1000 if amount == "amount_thousand" else value
            made[self.columns.index(amount)] = _number(value)
        return made


def composed(layout: Layout) -> bytes:
    """The workbook of a layout."""

    def merged(made: Any) -> None:
        for area in layout.merge:
            made.active.merge_cells(area)
            if layout.rival:
                made["Lembar lain"].merge_cells(area)

    rows, others = _Sheet(layout).written(), dict(layout.others)
    if layout.rival:
        others["Lembar lain"], rows = rows, _Sheet(_otherwise(layout)).written()
    return book(rows, merged, **others)


def _otherwise(layout: Layout) -> Layout:
    """The same sheet with other prices, or with other volumes."""
    lines = [
        evolve(line, price=(line.price or 0) + 900)
        if layout.rival == "price"
        else evolve(line, offered=line.volume + 3)
        for line in layout.document.lines
    ]
    return evolve(layout, document=evolve(layout.document, lines=tuple(lines)))


def judged(layout: Layout) -> tuple[str, ScheduleReading]:
    """What became of a layout: `read` to the exact lines, `refused`, or `wrong`; and the reading.

    Of each line the volumes and the price have to be there; the amount as written, or none.
    """
    lines = layout.document.lines
    reading = read_schedule(composed(layout), "penawaran.xlsx", [line.hps for line in lines])
    if reading.faults:
        return "refused", reading
    found = {line["id"]: line for line in reading.lines}
    more = [line for line in reading.lines if line.get("extra")]
    right = len(found) == len(reading.lines) == len(lines) + len(more)
    right = right and len(more) <= (layout.stray == "unknown") and layout.stray != "bare"
    for line in lines if right else ():
        one = found.get(line.hps.id, {})
        wanted = {"quantity": line.volume, "person_months": line.months,
                  "unit_price": line.price}  # fmt: skip
        right = right and all(_same(one.get(key), value) for key, value in wanted.items())
        right = right and one.get("amount") in (None, f"{line.amount.normalize():f}")
    total = reading.schedule_total
    gross = layout.document.net + layout.document.vat
    stated = Decimal(layout.stated or gross)
    right = right and (total is None or Decimal(total) in (stated, stated // 1000 * 1000))
    return ("read" if right else "wrong"), reading


def _same(found: str | None, wanted: Decimal | None) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    return Decimal(found) == wanted
