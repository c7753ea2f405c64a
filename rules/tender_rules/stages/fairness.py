"""Evaluasi kewajaran harga as arithmetic: what a low bid would have to cost, line by line.

Coefficients and base prices are the bidder's where they were accepted, else what stands in their
place; overhead is in, and profit is out unless the document says otherwise. All amounts are rupiah,
net of PPN. The Pokja judges.
"""

from collections.abc import Iterator, Set
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
)
from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.model import HpsLine, Tender
from tender_engine.numbers import ZERO
from tender_engine.terms import ComponentKind, Contract
from tender_rules.stages.files import PriceFile
from tender_rules.stages.offered import breakdown_gap
from tender_rules.words import rupiah

__all__ = [
    "CostedComponent",
    "CostedLine",
    "Fairness",
    "Settled",
    "analysed",
    "asked_lines",
    "otherwise_offered",
]

_ONLY_HPS, _WITH_PROFIT = "dasar_hps", "dengan_keuntungan"
_WHOLE = 100


@frozen
class Settled:
    """A value after clarification, and whose it is: `penawaran`, `disepakati`, `pasar`, `hps`."""

    value: Decimal
    origin: str


@frozen
class CostedComponent:
    """A component with what clarification settled; `amount` is `None` while something is open."""

    component: Component
    coefficient: Settled | None
    price: Settled | None

    @property
    def amount(self) -> Decimal | None:
        """Coefficient times base price; nothing where none is needed."""
        if self.coefficient is not None and not self.coefficient.value:
            return ZERO
        if self.coefficient is None or self.price is None:
            return None
        return self.coefficient.value * self.price.value


@frozen
class CostedLine:
    """A line of the document, what one unit would have to cost, and what was bid for one.

    `origin` is whose unit cost that is, where the line has no components; `missing` names what is
    still to be clarified.
    """

    line: HpsLine
    analysis: AnalysedLine
    components: tuple[CostedComponent, ...]
    unit_cost: Decimal | None
    offered: Decimal | None
    origin: str = ""
    missing: tuple[str, ...] = ()

    @property
    def cost(self) -> Decimal | None:
        """The unit cost times the document's volume."""
        return None if self.unit_cost is None else self.unit_cost * self.line.volume


@frozen
class Fairness:
    """A bid beside what it would have to cost, both net of PPN.

    `others` is what the lines that were not analysed cost in the bid; `missing` names what is
    still to be clarified, and while there is any nothing is proposed.
    """

    lines: tuple[CostedLine, ...]
    bid: Fraction | None
    others: Fraction | None
    missing: tuple[str, ...] = field(default=())

    @property
    def cost(self) -> Fraction | None:
        """What the whole would have to cost."""
        costs = [line.cost for line in self.lines]
        if self.missing or self.others is None:
            return None
        return sum((Fraction(cost) for cost in costs if cost is not None), self.others)

    @property
    def proposed(self) -> bool | None:
        """Whether the price is reasonable (*wajar*): it is not below the cost. Equal is."""
        cost = self.cost
        return None if cost is None or self.bid is None else self.bid >= cost


def asked_lines(tender: Tender) -> list[str]:
    """The lines whose analysis a bidder is asked for at least: the *mata pembayaran utama*.

    Where the document marks none, all of them.
    """
    lines = tender.hps.lines or ()
    main = [line.id for line in lines if line.main]
    return sorted(main or (line.id for line in lines), key=natural)


def settle_coefficient(given: Coefficient) -> Settled | None:
    """The bidder's where it was believed, else the agreed one, else the estimate's."""
    if given.accepted is None:
        return None
    if given.accepted:
        return Settled(given.offered, "penawaran")
    if given.agreed is not None:
        return Settled(given.agreed, "disepakati")
    return None if given.hps is None else Settled(given.hps, "hps")


def settle_price(given: BasePrice, own: Decimal | None, fallback: str) -> Settled | None:
    """The bidder's where it was proven, else the market's or the estimate's.

    In the reading `dasar_hps` only the estimate's may stand in its place.
    """
    if given.accepted is None:
        return None
    if given.accepted:
        return None if own is None else Settled(own, "penawaran")
    if given.market is not None and fallback != _ONLY_HPS:
        return Settled(given.market, "pasar")
    return None if given.hps is None else Settled(given.hps, "hps")


def analysed(file: PriceFile, given: FairnessAnalysis, ask: Ask) -> Fairness:
    """The bid of `file` beside its analysis, with what the law puts in the place of the unproven.

    Works, goods and services alike; what is compared is net of PPN.
    """
    fallback = ask.text("fairness.price_fallback")
    profit = ask.text("fairness.comparison") == _WITH_PROFIT
    document = {line.id: line for line in file.tender.hps.lines or ()}
    offered = {line.id: line.unit_price for line in file.price.lines or ()}
    ordered = sorted(given.lines, key=lambda line: natural(line.id))
    stands = file.offer >= file.total
    lines = tuple(
        _costed(
            document[line.id], line, offered.get(line.id), fallback, profit=profit, stands=stands
        )
        for line in ordered
        if line.id in document
    )
    missing = [place for line in lines for place in line.missing]
    named = {line.line.id for line in lines}
    main = [line.id for line in document.values() if line.main and line.id not in named]
    missing += [f"{name} (belum dianalisis)" for name in sorted(main, key=natural)]
    others = _others(file, ask, document.keys() - named)
    bid = net_of(file, ask)
    if others is None or bid is None:
        missing.append("rincian harga")
    return Fairness(lines, bid, others, tuple(missing))


def _costed(
    line: HpsLine,
    given: AnalysedLine,
    offered: Decimal | None,
    fallback: str,
    *,
    profit: bool,
    stands: bool,
) -> CostedLine:
    """One line; what was bid for a unit is what is offered only while the price `stands`."""
    if given.unit_price is not None:
        own = given.unit_price.offered
        if own is None and stands:
            own = offered
        whole = settle_price(given.unit_price, own, fallback)
        if whole is None:
            return CostedLine(line, given, (), None, offered, missing=(line.id,))
        return CostedLine(line, given, (), whole.value, offered, whole.origin)
    parts = tuple(
        CostedComponent(
            part,
            settle_coefficient(part.coefficient),
            settle_price(part.price, part.price.offered, fallback),
        )
        for part in sorted(given.components or (), key=_as_in_an_analysis)
    )
    shares = {"biaya umum": given.overhead_percent}
    if profit:
        shares["keuntungan"] = given.profit_percent
    missing = [part.component.id for part in parts if part.amount is None]
    missing += [name for name, share in shares.items() if share is None]
    if missing:
        told = tuple(f"{line.id}/{name}" for name in missing)
        return CostedLine(line, given, parts, None, offered, missing=told)
    direct = sum((part.amount or ZERO for part in parts), ZERO)
    more = sum((share or ZERO for share in shares.values()), ZERO)
    return CostedLine(line, given, parts, direct + (direct * more).scaleb(-2), offered)


def otherwise_offered(file: PriceFile, found: Fairness) -> Iterator[str]:
    """Where a unit price that an analysis takes as offered is not that of the price it explains.

    That is the line of the bid. An auction lowers the total and no text says how the lines follow,
    so what is offered then is held against it as a whole, but for rounding to whole rupiah.
    """
    typed = [(each, own) for each in found.lines if (own := _typed(each)) is not None]
    if file.offer >= file.total:
        for each, own in typed:
            if each.offered is not None and own != each.offered:
                yield (
                    f"baris {each.line.id}: {rupiah(own)} menurut analisis, "
                    f"{rupiah(each.offered)} menurut penawaran"
                )
        return
    if found.bid is None or found.others is None or len(typed) < len(found.lines):
        return
    made = found.others + sum(
        (Fraction(own * each.line.volume) for each, own in typed), Fraction(0)
    )
    if abs(made - found.bid) >= sum(each.line.volume for each, _ in typed):
        yield (
            f"seluruh baris tanpa PPN: {rupiah(made)} menurut analisis, "
            f"{rupiah(found.bid)} menurut hasil reverse auction"
        )


def _typed(given: CostedLine) -> Decimal | None:
    whole = given.analysis.unit_price
    return None if whole is None else whole.offered


def _as_in_an_analysis(part: Component) -> tuple[int, object]:
    """Wages, then materials, then equipment."""
    return list(ComponentKind).index(part.kind), natural(part.id)


def net_of(file: PriceFile, ask: Ask) -> Fraction | None:
    """What was bid without PPN, exactly; after an auction in proportion to what it came to."""
    net = _corrected_net(file, ask)
    if net is None or not file.total:
        return net
    return net * Fraction(file.offer) / Fraction(file.total)


def _corrected_net(file: PriceFile, ask: Ask) -> Fraction | None:
    """From its lines where they make the price; else, of one PPN rate, by division."""
    price, schedule = file.price, file.schedule
    lines = file.line_prices(vat=False)
    if price.lines is not None and schedule.wanted:
        net = sum((lines.get(name, ZERO) for name in schedule.wanted), ZERO)
        if file.tender.contract is not Contract.GABUNGAN:
            return Fraction(net)
        return None if price.stated_parts is None else Fraction(net + price.stated_parts.lumsum)
    if lines and _is_broken_down(file, ask):
        return Fraction(sum(lines.values(), ZERO))
    document = (*schedule.fixed, *schedule.wanted)
    rates = {schedule.rate(name) for name in document} or {schedule.general}
    if len(rates) > 1:
        return None
    return Fraction(file.total) * _WHOLE / (_WHOLE + Fraction(rates.pop()))


def _is_broken_down(file: PriceFile, ask: Ask) -> bool:
    """Whether the lines of a lumsum make its price, but for rounding."""
    gap = breakdown_gap(file.price, file.schedule, file.total)
    return gap is not None and (not gap or abs(gap) < ask.decimal("price.breakdown_within"))


def _others(file: PriceFile, ask: Ask, rest: Set[str]) -> Fraction | None:
    """What was bid for the lines that were not analysed; unknown where that cannot be told.

    That is so of a bid without lines, and of a lumsum whose breakdown does not make its price.
    """
    if not rest:
        return Fraction(0)
    if file.price.lines is None:
        return None
    if rest & file.schedule.fixed.keys() and not _is_broken_down(file, ask):
        return None
    lines = file.line_prices(vat=False)
    share = Fraction(file.offer) / Fraction(file.total) if file.total else Fraction(1)
    return sum((Fraction(lines.get(name, ZERO)) for name in rest), Fraction(0)) * share
