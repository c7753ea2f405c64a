"""What a sheet says that makes its figures mean something else than they seem to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tender_desk.ooxml.addresses import column_letter
from tender_desk.schedules.against_document import net_of
from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header
from tender_desk.schedules.inferring import makes
from tender_desk.schedules.money import other_money
from tender_desk.schedules.rates import WHOLE_RATES
from tender_desk.schedules.row_kinds import Rows
from tender_engine.formats.signs import plain_words
from tender_engine.model import HpsLine

__all__ = ["tell_doubts", "tell_no_prices"]

_TAXED = re.compile(r"\b(termasuk|incl\w*|inkl\w*)( \w+){0,3} (ppn|pajak)\b")
_UNTAXED = re.compile(r"\b(belum|tidak|bukan|tanpa)( \w+)? (termasuk|incl\w*|inkl\w*)\b")
_DISCOUNT = re.compile(r"\b(dis[ck]on|disc|discount|potongan|rabat|korting|cash ?back)\b")
_MONEY = ("unit_price", "unit_price_with_vat", "amount", "amount_with_vat")
# Kinds of rows in which somebody says something of the figures.
_SAYING = (
    "di_atas",
    "judul_kolom",
    "judul_bagian",
    "catatan",
    "rincian",
    "total",
    "dibulatkan",
    "subjumlah",
)
_SUMS = ("total", "dibulatkan", "subjumlah", "ppn")
# A total this near to a sum is the sum, rounded perhaps; no rate of PPN is as low.
_NEAR = 1000


def tell_doubts(
    cells: Cells,
    header: Header,
    rows: Rows,
    lines: Sequence[Mapping[str, Any]],
    wanted: Sequence[HpsLine],
) -> None:
    """Tell all that makes the reading of a sheet doubtful, as faults of `cells`.

    Args:
        cells: the sheet.
        header: its headers.
        rows: its rows.
        lines: the lines that were read of it.
        wanted: the lines of the HPS.
    """
    _tell_prices(cells, header, rows)
    _tell_money(cells, header, rows)
    _tell_vat(cells, header, rows, lines, wanted)
    _tell_discounts(cells, header, rows, wanted)
    if not lines:
        return
    price = header.column("unit_price")
    blank = all(line.get("unit_price") is None for line in lines)
    if price and blank and all(cells.empty(row, price) for row in rows.lines):
        cells.fault("XLS084", header.last, price, column=column_letter(price))
    for role in ("unit_price", "amount"):
        if header.column(role) and _swapped(role, lines, wanted):
            both = [c for c in (header.column("quantity"), header.column(role)) if c]
            letters = ", ".join(map(column_letter, both))
            cells.fault("XLS079", header.last, header.column(role), columns=letters)
    for role in ("quantity", "unit_price"):
        if header.column(role) and _is_the_product(role, lines):
            columns = column_letter(header.column(role))
            cells.fault("XLS133", header.last, header.column(role), column=columns)


def _tell_prices(cells: Cells, header: Header, rows: Rows) -> None:
    """Columns that may be the bid's unit prices or volumes beside the one that was taken."""
    price = header.column("unit_price")
    others = {*header.rivals} - {price}  # one that was known by its figures is no rival of itself
    filled = {c for c in others if any(cells.figure(row, c) for row in rows.lines)}
    rivals = filled if price else others
    for role in ("unit_price", "quantity"):
        taken = header.column(role)
        later = (column for column in sorted(header.titles) if column > taken)
        untitled = range(taken + 1, next(later, taken + 1)) if taken else ()
        beside = [c for c in untitled if any(cells.figure(row, c) for row in rows.lines)]
        rivals |= {*beside, taken} if beside else set()
    taxed = header.column("unit_price_with_vat")
    if price and taxed and not _is_with_tax(cells, rows, price, taxed):
        rivals |= {price, taxed}
    net, gross = header.column("amount"), header.column("amount_with_vat")
    if net and gross and not _is_with_tax(cells, rows, net, gross):
        cells.fault("XLS072", header.last, net, column=column_letter(net))
    if rivals:
        rivals |= {price} if price else set()
        letters = ", ".join(map(column_letter, sorted(rivals)))
        cells.fault("XLS077", header.last, max(rivals), columns=letters)


def _is_with_tax(cells: Cells, rows: Rows, price: int, taxed: int) -> bool:
    """Whether figures with PPN are those without it at one whole rate, on most of the lines."""
    both = [(cells.quiet(row, price), cells.quiet(row, taxed)) for row in rows.lines]
    told = [(net, gross) for net, gross in both if net and gross]
    fits = (
        sum(makes(net * (100 + rate) / 100, gross) for net, gross in told)
        for rate in (0, *WHOLE_RATES)
    )
    return 2 * max(fits) >= len(told)


def _said(cells: Cells, header: Header, rows: Rows) -> Iterator[tuple[int, int, str, str]]:
    """What rows that are no lines say beside the titles: row, column, kind of row, and text."""
    filled = cells.sheet.rows()
    for row, kind in rows.others.items():
        for column in filled.get(row, {}) if kind in _SAYING else ():
            title = kind == "judul_kolom" and header.roles.get(column)
            if not title and (text := cells.text(row, column)):
                yield row, column, kind, text


def _tell_money(cells: Cells, header: Header, rows: Rows) -> None:
    """Figures in thousands or in the money of another country."""
    for column, title in header.titles.items():
        if header.roles.get(column) in _MONEY and (found := other_money(title, title=True)):
            cells.fault("XLS081", header.last, column, found=found)
    for row, column, _, text in _said(cells, header, rows):
        if found := other_money(text, title=False):
            cells.fault("XLS081", row, column, found=found)


def _tell_vat(
    cells: Cells,
    header: Header,
    rows: Rows,
    lines: Sequence[Mapping[str, Any]],
    wanted: Sequence[HpsLine],
) -> None:
    """Prices that are said to include PPN, while nothing shows where it was added."""
    amounts = header.column("amount_with_vat") or header.column("amount")
    parted = any(map(header.column, ("vat_percent", "vat_amount", "amount_with_vat")))
    shown = parted or any(
        row.kind == "ppn" and amounts and cells.quiet(row.row, amounts) is not None
        for row in rows.footer
    )
    own = {plain_words(line.description) for line in wanted}
    said = [
        (row, column, plain_words(text))
        for row, column, kind, text in _said(cells, header, rows)
        if kind not in _SUMS or not amounts or cells.empty(row, amounts)
    ]
    said += [(*spot, plain_words(cells.text(*spot))) for spot in _texts(cells, rows.lines)]
    for row, column, words in said:
        if _TAXED.search(words) and not _UNTAXED.search(words) and words not in own:
            tell = cells.note if shown else cells.fault
            tell("vat_said" if shown else "XLS080", row, column)
    total = sum((Fraction(net_of(line) or 0) for line in lines), Fraction(0))
    for foot in rows.footer:
        if shown and (parted or foot.kind == "ppn"):
            # From here on PPN was added.
            break
        summed = cells.quiet(foot.row, amounts) if foot.with_vat and amounts else None
        if summed and total and abs(summed - total) * _NEAR <= total:
            cells.fault("XLS080", foot.row, amounts)


def _texts(cells: Cells, rows: Sequence[int]) -> list[tuple[int, int]]:
    """The cells of some rows that hold a text."""
    filled = cells.sheet.rows()
    return [
        (row, c) for row in rows for c, cell in filled[row].items() if isinstance(cell.value, str)
    ]


def _tell_discounts(cells: Cells, header: Header, rows: Rows, wanted: Sequence[HpsLine]) -> None:
    """Discounts in a column of their own, in a row under the lines or as one: none is read."""
    own = {plain_words(line.description) for line in wanted}
    description = header.column("description")
    for row in rows.lines:
        words = plain_words(cells.text(row, description))
        if words not in own and _DISCOUNT.match(words):
            cells.fault("XLS083", row, description)
    for column, title in header.titles.items():
        lessened = _DISCOUNT.search(plain_words(title))
        if lessened and any(cells.figure(row, column) for row in rows.lines):
            cells.fault("XLS083", header.last, column)
    columns = [column for role in _MONEY if (column := header.column(role))]
    for row, column, kind, text in _said(cells, header, rows):
        under = kind not in ("di_atas", "judul_kolom") and _DISCOUNT.search(plain_words(text))
        if under and any(cells.figure(row, c) for c in columns if c != column):
            cells.fault("XLS083", row, column)


def tell_no_prices(
    cells: Cells, header: Header, lines: Sequence[Mapping[str, Any]], multiplied: bool | None
) -> None:
    """Tell amounts on every line and a unit price on none, where such prices are what is paid.

    Where nobody says what is (`multiplied`), volumes do: they are there to be multiplied. What
    figures stand unread may be the prices, and was told already.
    """
    if cells.faults or not lines:
        return
    paid = bool(header.column("quantity")) if multiplied is None else multiplied
    summed = all("amount" in line and line.get("unit_price") is None for line in lines)
    if paid and summed and not header.column("unit_price"):
        column = header.column("amount") or header.column("amount_with_vat")
        cells.fault("XLS134", header.last, column, column=column_letter(column))


def _is_the_product(role: str, lines: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a factor is on most lines what amount and the other factor make, and no amount is."""
    other = "unit_price" if role == "quantity" else "quantity"
    whole = told = 0
    for line in lines:
        given = [line.get(key) for key in (role, other, "amount", "person_months")]
        one, two, amount, months = (None if g is None else Fraction(g) for g in given)
        if not one or not two or not amount:
            continue
        times = 1 if months is None else months
        whole += 1
        told += not makes(one * two * times, amount) and makes(amount * two * times, one)
    return 2 * told > whole


def _swapped(role: str, lines: Sequence[Mapping[str, Any]], wanted: Sequence[HpsLine]) -> bool:
    """Whether most prices, or amounts, are the volumes of the document, and the volumes are not."""
    volumes = {line.id: line.quantity for line in wanted}
    told = 0
    for line in lines:
        volume, given = volumes.get(line["id"]), [line.get(key) for key in ("quantity", role)]
        quantity, price = (None if text is None else Decimal(text) for text in given)
        told += volume is not None and price == volume and quantity != volume
    return 2 * told > len(lines)
