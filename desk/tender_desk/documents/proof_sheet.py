"""The proof sheet: every changed cell with its effect, how the order moved, and unit prices.

For the working paper only: unit prices of the HPS and of bidders appear in no public record.
"""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, table
from tender_desk.documents.view import View
from tender_desk.documents.wording import ROUNDING_GAP, WRITTEN_ROUNDING
from tender_engine.evaluation import Correction, PriceResult
from tender_engine.findings import natural
from tender_engine.model import HpsLine, Price
from tender_rules.stages.schedule import corrections_in, roundings_in, total_effect
from tender_rules.words import number, rupiah_exact, to_sen

__all__ = ["COUNTED", "moved", "proof_sheet", "unit_prices", "written"]

# The fields of a correction that hold no amount.
COUNTED = ("quantity", "person_months", "vat_percent")


def proof_sheet(view: View) -> tuple[Block, ...]:
    """By bidder, each changed cell: from, to, by which rule, and what it does to the total."""
    changed = [price for price in view.evaluation.prices if price.corrections]
    if not changed:
        return (Paragraph("Tidak ada sel yang diubah oleh koreksi aritmatik."),)
    return tuple(block for price in changed for block in _sheet(view, price))


def _sheet(view: View, price: PriceResult) -> Iterator[Block]:
    headers = {
        "Baris": "<",
        "Sel": "<",
        "Semula": ">",
        "Menjadi": ">",
        "Aturan": "<",
        "Pengaruh pada total": ">",
    }
    changes, rounded = corrections_in(price.corrections), roundings_in(price.corrections)
    effect = total_effect(price.corrections)
    rows = [_cell(view, price.participant, change) for change in changes]
    effects = [change.effect for change in changes]
    if rounded:
        effects.append(total_effect(rounded))
        cells = f"{len(rounded)} sel"
        rows.append((WRITTEN_ROUNDING, cells, "", "", "", view.signed(effects[-1])))
    if gap := view.gap(to_sen(effect), map(to_sen, effects)):
        rows.append((ROUNDING_GAP, "", "", "", "", view.signed(gap)))
    yield Subheading(view.who(price.participant))
    yield table(headers, rows)
    yield Pairs(tuple(_summed(view, price, effect)))


def _summed(view: View, price: PriceResult, effect: Decimal) -> Iterator[tuple[str, str]]:
    """From the stated to the corrected total."""
    stated, corrected = price.stated_total, price.corrected_total
    yield "Total semula", view.money(stated)
    yield "Jumlah pengaruh", view.signed(effect)
    if corrected is not None:
        if gap := view.gap(to_sen(corrected), map(to_sen, (stated, effect))):
            yield ROUNDING_GAP.capitalize(), view.signed(gap)
        yield "Total terkoreksi", view.money(corrected)


def _cell(view: View, bidder: str, change: Correction) -> tuple[str, ...]:
    return (
        view.line(change.line, bidder) if change.line else "keseluruhan",
        view.words.said("field", change.field),
        written(view, change.field, change.before),
        written(view, change.field, change.after),
        f"{change.rule} ({view.rule(change.rule)})",
        view.signed(change.effect),
    )


def written(view: View, field: str, value: Decimal | None) -> str:
    """What stood in a cell, or stands in it now: an amount, or a figure that is none."""
    if value is None:
        return "tidak ada"
    return number(value) if field in COUNTED else view.money(value)


def moved(view: View) -> tuple[Block, ...]:
    """Where each opened bid stands by its stated and by its corrected total."""
    prices = view.evaluation.prices
    if not prices:
        return (Paragraph("Tidak ada harga yang dibuka."),)
    stated = {price.participant: price.stated_total for price in prices}
    corrected = {p.participant: p.corrected_total for p in prices if p.corrected_total is not None}
    places = (_by_price(stated), _by_price(corrected))
    rows = [
        _places(view, name, (stated, corrected), places)
        for name in sorted(stated, key=lambda name: (stated[name], natural(name)))
    ]
    headers = {
        "Nama peserta": "<",
        view.kind.said("Harga penawaran"): ">",
        "Urutan semula": ">",
        view.kind.said("Harga terkoreksi"): ">",
        "Urutan terkoreksi": ">",
        "Pergeseran": "<",
    }
    return (table(headers, rows),)


def _places(
    view: View,
    name: str,
    totals: tuple[dict[str, Decimal], dict[str, Decimal]],
    places: tuple[dict[str, int], dict[str, int]],
) -> tuple[str, ...]:
    stated, corrected = totals
    before, after = (by_price.get(name) for by_price in places)
    shift = "–"
    if after is not None and before is not None and after != before:
        shift = f"{'naik' if after < before else 'turun'} {abs(after - before)}"
    return (
        view.who(name),
        view.money(stated[name]),
        str(before),
        view.amount(corrected.get(name)),
        "–" if after is None else str(after),
        shift,
    )


def _by_price(totals: dict[str, Decimal]) -> dict[str, int]:
    """The place of everybody by price; equal totals share it."""
    ordered = sorted(totals.values())
    return {name: 1 + bisect_left(ordered, total) for name, total in totals.items()}


def unit_prices(view: View) -> tuple[Block, ...]:
    """The unit prices of every line as bid, beside the HPS: opened bids only."""
    bids = view.bids
    lines = sorted(view.package.tender.hps.lines or (), key=lambda line: natural(line.id))
    if not lines or not bids:
        return (Paragraph("Tidak ada rincian harga satuan."),)
    names = {name: view.who(name) for name in bids}
    headers = {"Baris": "<", "Volume": ">", "HPS": ">"} | dict.fromkeys(names.values(), ">")
    offered = {name: _unit_prices_of(bid) for name, bid in bids.items()}
    rows = [_line_row(line, list(offered.values())) for line in lines]
    return (
        Paragraph("Harga satuan tidak termasuk PPN, sebagaimana ditawarkan."),
        table(headers, rows),
    )


def _unit_prices_of(bid: Price) -> dict[str, str]:
    return {
        line.id: "kosong" if line.unit_price is None else rupiah_exact(line.unit_price)
        for line in bid.lines or ()
    }


def _line_row(line: HpsLine, offered: list[dict[str, str]]) -> tuple[str, ...]:
    return (
        f"{line.id} {line.description}",
        _volume(line),
        rupiah_exact(line.unit_price),
        *(bid.get(line.id, "tidak dicantumkan") for bid in offered),
    )


def _volume(line: HpsLine) -> str:
    """The quantity, times the orang-bulan where the price is by them."""
    said = f"{number(line.quantity)} {line.unit}"
    return said if line.person_months is None else f"{said} × {number(line.person_months)}"
