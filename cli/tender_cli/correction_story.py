"""How a price was corrected, line by line, with the numbers that went into it."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from tender_cli.messages import say
from tender_cli.output import figure, money
from tender_cli.tables import Page
from tender_cli.words import cash, cell, gap, rule_named, signed, spoken
from tender_desk.documents.kind import Kind
from tender_desk.documents.proof_sheet import COUNTED
from tender_desk.documents.wording import vat_of
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Correction, Evaluation, PriceResult
from tender_engine.model import HpsLine, Participant, Price, PriceLine
from tender_engine.numbers import ZERO, with_vat
from tender_engine.seals import Seals
from tender_rules.stages.schedule import (
    Schedule,
    corrections_in,
    roundings_in,
    total_effect,
)

__all__ = ["corrected_cells", "print_changes", "print_correction"]


def print_correction(
    evaluation: Evaluation, bidder: Participant, made: PriceResult, kind: Kind, page: Page
) -> None:
    """Line by line what was written and what the document's volumes make of it, then the sum."""
    price = _opened(bidder)
    if price is None:
        return
    rows, sums = _lines(evaluation, price)
    if rows:
        page.line(say("story.lines"), 2)
        titles = ("line", "volume", "unit_price", "product", "written")
        page.table([say(f"column.{title}") for title in titles], rows, right=range(1, 5))
    for (rate, said), net in sums.items():
        gross = money(with_vat(net, rate))
        page.line(say("story.sum", net=money(net), rate=said, gross=gross), 2)
    if price.stated_parts is not None:
        page.line(say("story.lumsum", net=money(price.stated_parts.lumsum)), 2)
    if made.corrections:
        named = partial(rule_named, evaluation.basis, kind)
        print_changes(made.corrections, spoken(evaluation.basis.words), page, named)
    if made.corrected_total is not None:
        _print_sum(made, made.corrected_total, page)


def _print_sum(made: PriceResult, corrected: Decimal, page: Page) -> None:
    """The stated total, all effects and the corrected one; what their rounding leaves is told."""
    effects = total_effect(made.corrections)
    amounts = {"stated": made.stated_total, "effects": effects, "corrected": corrected}
    page.line(say("story.total", **{name: money(amount) for name, amount in amounts.items()}), 2)
    if left := gap(corrected, (made.stated_total, effects)):
        page.line(say("story.gap", amount=signed(left)), 2)


def _opened(bidder: Participant) -> Price | None:
    """The price as written; the evaluation has a record of it, so its stage has opened it."""
    if bidder.price is None:
        return None
    seals = Seals()
    seals.open(bidder.id)
    return seals.read(bidder.id, bidder.price)


def _lines(
    evaluation: Evaluation, price: Price
) -> tuple[list[tuple[str, ...]], dict[tuple[Decimal, str], Decimal]]:
    """Each line multiplied, and the products summed by the document's PPN, as it writes it.

    Only where lines are multiplied: a lumsum price stays as it was offered.
    """
    tender = evaluation.package.tender
    schedule = Schedule.of(tender.hps, tender.contract)
    if price.lines is None or not schedule.wanted:
        return [], {}
    multiplied = [line for line in tender.hps.lines or () if line.id in schedule.wanted]
    written = {line.id: line for line in price.lines}
    rows = []
    sums: dict[tuple[Decimal, str], Decimal] = {}
    for wanted in multiplied:
        product, row = _line(wanted, written.get(wanted.id))
        vat = schedule.rate(wanted.id), vat_of(tender.hps, wanted)
        sums[vat] = sums.get(vat, ZERO) + product
        rows.append(row)
    extra = [line for line in price.lines if line.extra]
    rows += [
        (f"{line.id} ({say('story.extra')})", "-", cell(line.unit_price), "-", cash(line.amount))
        for line in extra
    ]
    by_bidder = evaluation.law.value("correction.vat_rate").value != "dokumen"
    return rows, {} if by_bidder else sums


def _line(wanted: HpsLine, line: PriceLine | None) -> tuple[Decimal, tuple[str, ...]]:
    unit_price = None if line is None else line.unit_price
    product = wanted.volume * (unit_price or ZERO)
    cells = (
        wanted.id,
        _volume(wanted),
        cell(unit_price),
        money(product),
        cash(None if line is None else line.amount),
    )
    return product, cells


def _volume(wanted: HpsLine) -> str:
    """The document's volume; of *orang-bulan* both of its quantities."""
    months = "" if wanted.person_months is None else f" × {figure(wanted.person_months)}"
    return f"{figure(wanted.quantity)}{months}"


def corrected_cells(row: Correction) -> tuple[str, ...]:
    """From, to and effect of a changed cell; what is no amount stands as it was written."""
    said = cell if row.field in COUNTED else cash
    return said(row.before), said(row.after), money(row.effect)


def print_changes(
    corrections: tuple[Correction, ...],
    words: Vocabulary,
    page: Page,
    named: Callable[[str], str],
) -> None:
    """Every changed cell: from, to, the rule as it is `named`, what it does to the total."""
    changes, rounded = corrections_in(corrections), roundings_in(corrections)
    if changes:
        page.line(say("story.changes"), 2)
        rows = [
            (
                row.line or say("story.whole"),
                named(row.rule),
                words.said("field", row.field),
                *corrected_cells(row),
            )
            for row in changes
        ]
        titles = ("line", "rule", "field", "before", "after", "effect")
        page.table([say(f"column.{title}") for title in titles], rows, right=(3, 4, 5))
    if rounded:
        effect = money(total_effect(rounded))
        page.line(say("story.rounding", count=len(rounded), effect=effect), 2)
