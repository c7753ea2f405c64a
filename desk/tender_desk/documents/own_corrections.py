"""What was corrected in one bidder's own price, cell by cell: told to that bidder alone."""

from collections.abc import Iterator
from decimal import Decimal

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_desk.documents.wording import ROUNDING_GAP, WRITTEN_ROUNDING
from tender_engine.evaluation import Correction, PriceResult
from tender_engine.numbers import below_a_sen
from tender_rules.stages.schedule import corrections_in, roundings_in, total_effect
from tender_rules.words import number, to_sen

__all__ = ["own_corrections"]

_IN_RUPIAH = frozenset({"amount", "stated_total", "corrected_total"})


def own_corrections(view: View, name: str) -> Iterator[Block]:
    """The cells that were corrected, under a sentence; nothing where there were none."""
    price = view.evaluation.price(name)
    rows = list(_changes(view, price)) if price else []
    headers = {
        "Baris": "<",
        "Ketentuan koreksi": "<",
        "Yang dikoreksi": "<",
        "Semula": ">",
        "Menjadi": ">",
        "Pengaruh": ">",
    }
    if rows:
        words = view.kind.said("Koreksi aritmatik atas harga penawaran Saudara sebagai berikut.")
        yield Paragraph(f"{words} Pengaruh adalah perubahan total penawaran, termasuk PPN.")
        yield table(headers, rows)


def _changes(view: View, price: PriceResult) -> Iterator[tuple[str, ...]]:
    """Each corrected cell, then what is no correction and moves the total all the same."""
    name, changes = price.participant, corrections_in(price.corrections)
    effects = [change.effect for change in changes]
    yield from (_correction(view, name, change) for change in changes)
    rounded = roundings_in(price.corrections)
    if not below_a_sen(total_effect(rounded)):
        effects.append(total_effect(rounded))
        cells = f"{len(rounded)} sel"
        yield "", WRITTEN_ROUNDING, cells, "", "", view.money(effects[-1])
    if price.corrected_total is not None:
        shown = (price.stated_total, *effects)
        if gap := view.gap(to_sen(price.corrected_total), map(to_sen, shown)):
            yield "", ROUNDING_GAP, "", "", "", view.money(gap)


def _correction(view: View, name: str, row: Correction) -> tuple[str, ...]:
    return (
        view.line(row.line, name) if row.line else "keseluruhan penawaran",
        view.rule(row.rule),
        view.words.said("field", row.field),
        _cell(view, row.field, row.before),
        _cell(view, row.field, row.after),
        view.money(row.effect),
    )


def _cell(view: View, field: str, value: Decimal | None) -> str:
    if value is None:
        return "kosong"
    return view.money(value) if field in _IN_RUPIAH else number(value)
