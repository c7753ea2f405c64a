"""Evaluasi kewajaran harga as arithmetic: what a low bid would have to cost, line by line.

Coefficients and base prices are the bidder's where they were accepted, else what stands in their
place; overhead is in, profit is out. All amounts are rupiah, net of PPN. The Pokja judges.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from tender.clarified import AnalysedLine, BasePrice, Coefficient, Component, FairnessAnalysis
from tender.findings import natural
from tender.model import HpsLine, Price
from tender.numbers import ZERO
from tender.terms import Contract
from tender_rules.stages.files import PriceFile

__all__ = ["CostedComponent", "CostedLine", "Fairness", "Settled", "analysed", "asked_lines"]

_ONLY_HPS = "dasar_hps"
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
    """A line of the document: its volume, what one unit would have to cost, and what was bid."""

    line: HpsLine
    analysis: AnalysedLine
    components: tuple[CostedComponent, ...]
    unit_cost: Decimal | None
    origin: str
    offered: Decimal | None

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


def asked_lines(file: PriceFile) -> list[str]:
    """The lines whose analysis the bidder is asked for at least: the *mata pembayaran utama*.

    Where the document marks none, all of them.
    """
    lines = file.tender.hps.lines or ()
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


def analysed(file: PriceFile, analysis: FairnessAnalysis, fallback: str) -> Fairness:
    """The bid of `file` beside its analysis; `fallback` says what replaces a price unproven."""
    document = {line.id: line for line in file.tender.hps.lines or ()}
    offered = {line.id: line.unit_price for line in file.price.lines or ()}
    ordered = sorted(analysis.lines, key=lambda line: natural(line.id))
    lines = tuple(
        _costed(document[line.id], line, offered.get(line.id), fallback)
        for line in ordered
        if line.id in document
    )
    missing = [place for line in lines for place in _open_places(line)]
    others = _others(file, document, {line.line.id for line in lines})
    bid = net_of(file)
    if others is None or bid is None:
        missing.append("rincian harga")
    return Fairness(lines, bid, others, tuple(missing))


def _costed(
    line: HpsLine, given: AnalysedLine, offered: Decimal | None, fallback: str
) -> CostedLine:
    if given.unit_price is not None:
        own = offered if given.unit_price.offered is None else given.unit_price.offered
        whole = settle_price(given.unit_price, own, fallback)
        cost, origin = (None, "") if whole is None else (whole.value, whole.origin)
        return CostedLine(line, given, (), cost, origin, offered)
    parts = tuple(
        CostedComponent(
            part,
            settle_coefficient(part.coefficient),
            settle_price(part.price, part.price.offered, fallback),
        )
        for part in sorted(given.components or (), key=lambda part: natural(part.id))
    )
    amounts = [part.amount for part in parts]
    overhead = given.overhead_percent
    if overhead is None or None in amounts:
        return CostedLine(line, given, parts, None, "analisis", offered)
    direct = sum((amount for amount in amounts if amount is not None), ZERO)
    cost = direct + (direct * overhead).scaleb(-2)
    return CostedLine(line, given, parts, cost, "analisis", offered)


def _open_places(line: CostedLine) -> Iterator[str]:
    """What of a line is still open, by the ids of line and component."""
    for part in line.components:
        if part.amount is None:
            yield f"{line.line.id}/{part.component.id}"
    if line.components and line.analysis.overhead_percent is None:
        yield f"{line.line.id}/biaya umum"
    if not line.components and line.unit_cost is None:
        yield line.line.id


def net_of(file: PriceFile) -> Fraction | None:
    """What was bid without PPN, exactly; after an auction in proportion to what it came to."""
    net = _corrected_net(file.price, file)
    if net is None or not file.total:
        return net
    return net * Fraction(file.offer) / Fraction(file.total)


def _corrected_net(price: Price, file: PriceFile) -> Fraction | None:
    schedule, lines = file.schedule, file.line_prices(vat=False)
    multiplied = price.lines is not None and schedule.wanted
    if multiplied:
        net = sum((lines.get(name, ZERO) for name in schedule.wanted), ZERO)
        if file.tender.contract is not Contract.GABUNGAN:
            return Fraction(net)
        return None if price.stated_parts is None else Fraction(net + price.stated_parts.lumsum)
    rates = {schedule.rate(name) for name in schedule.fixed} or {schedule.general}
    if len(rates) > 1:
        gross = file.line_prices()
        return Fraction(sum(lines.values())) if sum(gross.values()) == file.total else None
    return Fraction(file.total) * _WHOLE / (_WHOLE + Fraction(rates.pop()))


def _others(file: PriceFile, document: Mapping[str, HpsLine], named: set[str]) -> Fraction | None:
    """What was bid for the lines that were not analysed; unknown where the bid has no lines."""
    rest = document.keys() - named
    if not rest:
        return Fraction(0)
    if file.price.lines is None:
        return None
    lines = file.line_prices(vat=False)
    share = Fraction(file.offer) / Fraction(file.total) if file.total else Fraction(1)
    return sum((Fraction(lines.get(name, ZERO)) for name in rest), Fraction(0)) * share
