"""A participant's whole story, with the formulas and the numbers that went into them."""

from decimal import Decimal

from tender.evaluation import Correction, Evaluation, PriceResult, StageVerdict
from tender.findings import Finding
from tender.model import HpsLine, Participant, Price, PriceLine
from tender.numbers import ZERO, with_vat
from tender.seals import Seals
from tender.terms import Contract, Part, StageId
from tender_cli.messages import say
from tender_cli.output import figure
from tender_cli.tables import Page
from tender_cli.words import cited, mark, moment, money, term, used

__all__ = ["print_story"]


def print_story(evaluation: Evaluation, bidder: Participant, page: Page) -> None:
    """Everything about `bidder`: correction, verdicts, votes, place in the order, bond."""
    page.line(f"{bidder.id}  {bidder.name}")
    at = bidder.submitted.penawaran
    page.line(say("story.submitted", at=moment(at)) if at else say("story.registered"))
    price = evaluation.price(bidder.id)
    for stage, verdict in evaluation.verdicts_of(bidder.id):
        page.heading(f"{term('stage', stage)}: {term('verdict', verdict.verdict)}")
        page.line(verdict.reason, 2)
        if stage is StageId.KOREKSI_ARITMATIK and price is not None:
            _correction(evaluation, bidder, price, page)
        _findings(verdict, page)
        _votes(evaluation, verdict, page)
    _place(evaluation, bidder, price, page)


def _findings(verdict: StageVerdict, page: Page) -> None:
    for finding in verdict.findings:
        page.line(f"[{mark(finding.verdict)}] {finding.rule}: {finding.reason}", 2)
        facts = ", ".join(f"{name} = {value}" for name, value in finding.facts.items())
        if facts:
            page.line(f"{say('story.facts')}: {facts}", 4)
        _basis(finding, page)


def _basis(finding: Finding, page: Page) -> None:
    page.line(f"{say('story.basis')}: {cited(finding.citations)}", 4)
    for value in finding.values:
        page.line(f"{say('story.value')}: {used(value)}", 4)


def _votes(evaluation: Evaluation, verdict: StageVerdict, page: Page) -> None:
    names = {member.id: member.name for member in evaluation.package.pokja.members}
    for vote in verdict.votes:
        said = term("vote", vote.verdict)
        stands = "" if vote.counts else f" ({say('story.replaced')})"
        note = f": {vote.entry.note}" if vote.entry.note else ""
        page.line(f"{vote.criterion}, {names[vote.member]}: {said}{stands}{note}", 4)


def _correction(evaluation: Evaluation, bidder: Participant, made: PriceResult, page: Page) -> None:
    """Line by line what was written and what the document's volumes make of it, then the sum."""
    price = _opened(bidder)
    if price is None:
        return
    rows, sums = _lines(evaluation, price)
    if rows:
        titles = ("line", "volume", "unit_price", "product", "written")
        page.table([say(f"column.{title}") for title in titles], rows, right=range(1, 5))
    for rate, net in sums.items():
        gross = figure(with_vat(net, rate))
        page.line(say("story.sum", net=figure(net), rate=figure(rate), gross=gross), 2)
    if price.stated_parts is not None:
        page.line(say("story.lumsum", net=figure(price.stated_parts.lumsum)), 2)
    if made.corrections:
        _changes(made.corrections, page)
    effects = sum((row.effect for row in made.corrections), ZERO)
    if made.corrected_total is not None:
        page.line(
            say(
                "story.total",
                stated=figure(made.stated_total),
                effects=figure(effects),
                corrected=figure(made.corrected_total),
            ),
            2,
        )


def _opened(bidder: Participant) -> Price | None:
    """The price as written; the evaluation has a record of it, so its stage has opened it."""
    if bidder.price is None:
        return None
    seals = Seals()
    seals.open(bidder.id)
    return seals.read(bidder.id, bidder.price)


def _lines(
    evaluation: Evaluation, price: Price
) -> tuple[list[tuple[str, ...]], dict[Decimal, Decimal]]:
    """Each line multiplied, and the products summed by the document's PPN rate.

    Only where lines are multiplied: a lumsum price stays as it was offered.
    """
    tender = evaluation.package.tender
    if price.lines is None or tender.contract not in (Contract.HARGA_SATUAN, Contract.GABUNGAN):
        return [], {}
    multiplied = [line for line in tender.hps.lines or () if line.part is not Part.LUMSUM]
    written = {line.id: line for line in price.lines}
    rows = []
    sums: dict[Decimal, Decimal] = {}
    for wanted in multiplied:
        product, row = _line(wanted, written.get(wanted.id))
        rate = tender.hps.vat_percent if wanted.vat_percent is None else wanted.vat_percent
        sums[rate] = sums.get(rate, ZERO) + product
        rows.append(row)
    extra = [line for line in price.lines if line.extra]
    rows += [
        (f"{line.id} ({say('story.extra')})", "-", money(line.unit_price), "-", money(line.amount))
        for line in extra
    ]
    by_bidder = evaluation.law.value("correction.vat_rate").value != "dokumen"
    return rows, {} if by_bidder else sums


def _line(wanted: HpsLine, line: PriceLine | None) -> tuple[Decimal, tuple[str, ...]]:
    unit_price = None if line is None else line.unit_price
    product = wanted.quantity * (unit_price or ZERO)
    cells = (
        wanted.id,
        figure(wanted.quantity),
        money(unit_price),
        figure(product),
        money(None if line is None else line.amount),
    )
    return product, cells


def _changes(corrections: tuple[Correction, ...], page: Page) -> None:
    page.line(say("story.changes"), 2)
    rows = [
        (
            row.line or say("story.whole"),
            row.rule,
            term("field", row.field),
            money(row.before),
            money(row.after),
            figure(row.effect),
        )
        for row in corrections
    ]
    titles = ("line", "rule", "field", "before", "after", "effect")
    page.table([say(f"column.{title}") for title in titles], rows, right=(3, 4, 5))


def _place(
    evaluation: Evaluation, bidder: Participant, price: PriceResult | None, page: Page
) -> None:
    page.heading(say("story.place"))
    place = next((rank for rank in evaluation.ranking if rank.participant == bidder.id), None)
    if place is None:
        page.line(say("story.no_rank"), 2)
    else:
        basis = f"{term('basis', place.by)} {figure(place.figure)}"
        page.line(say("story.rank", rank=place.rank, basis=basis), 2)
    if price is not None and price.percent_of_hps is not None:
        hps = figure(evaluation.package.tender.hps.total)
        percent = figure(price.percent_of_hps)
        total = money(price.corrected_total)
        page.line(say("story.percent", total=total, hps=hps, percent=percent), 2)
    if bidder.id == evaluation.winner:
        page.line(say("story.winner"), 2)
    elif bidder.id in evaluation.reserves:
        page.line(say("story.reserve", number=evaluation.reserves.index(bidder.id) + 1), 2)
    _bond(evaluation, price, page)


def _bond(evaluation: Evaluation, price: PriceResult | None, page: Page) -> None:
    if price is None or price.corrected_total is None:
        return
    bond = price.performance_bond
    if bond is None:
        page.line(say("story.no_bond"), 2)
        return
    share = Decimal(evaluation.law.value("bond.performance_share").value)
    # Which base was taken is read from the figure, so that the law's line is drawn in one place.
    of_bid = price.corrected_total * share == bond
    base = price.corrected_total if of_bid else evaluation.package.tender.hps.total
    words = say("story.base_bid" if of_bid else "story.base_hps")
    page.line(
        say("story.bond", share=figure(share), words=words, base=figure(base), bond=figure(bond)),
        2,
    )
    for name in ("bond.performance_share", "bond.performance_from_share"):
        page.line(f"{say('story.value')}: {used(evaluation.law.value(name))}", 4)
