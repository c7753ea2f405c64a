"""What clarifying a price brought: the analysis of a low bid, and unit prices above the estimate's.

It belongs to the price and stays sealed with it. Amounts are rupiah, net of PPN.
"""

from decimal import Decimal

from attrs import frozen

from tender_engine.terms import ComponentKind, UnbalancedOutcome

__all__ = [
    "CLARIFIED",
    "AnalysedLine",
    "BasePrice",
    "Coefficient",
    "Component",
    "FairnessAnalysis",
    "Unbalanced",
]

# By which keys the format knows the facts of a bidder that are sealed with its price.
CLARIFIED = ("kewajaran_harga", "timpang")


@frozen
class Coefficient:
    """How much of a component one unit of work takes.

    `accepted` says whether the explanation of what the bidder `offered` was believed; if not,
    `agreed` is what both found together, and `hps` what the estimate has.
    """

    offered: Decimal
    accepted: bool | None = None
    agreed: Decimal | None = None
    hps: Decimal | None = None


@frozen
class BasePrice:
    """What one unit of a component costs, or one unit of goods or services.

    `accepted` says whether the bidder proved what it `offered`; if not, `market` and `hps` are
    what stands in its place. Of a line without components `offered` is its unit price in the price
    that is judged: that of the bid, which it need not repeat, or after a reverse auction that of
    the last offer, as the bidder told it.
    """

    offered: Decimal | None = None
    accepted: bool | None = None
    market: Decimal | None = None
    hps: Decimal | None = None


@frozen
class Component:
    """A row of an *analisa harga satuan pekerjaan*: wages, material or equipment."""

    id: str
    kind: ComponentKind
    description: str
    unit: str
    coefficient: Coefficient
    price: BasePrice


@frozen
class AnalysedLine:
    """A line of the price as clarified: by its `components`, or by its `unit_price` as a whole.

    `overhead_percent` is on the sum of the components; `profit_percent` is shown and not counted.
    """

    id: str
    components: tuple[Component, ...] | None = None
    overhead_percent: Decimal | None = None
    profit_percent: Decimal | None = None
    unit_price: BasePrice | None = None


@frozen
class FairnessAnalysis:
    """The analysis behind a judgement on *kewajaran harga*, line by line."""

    lines: tuple[AnalysedLine, ...]


@frozen
class Unbalanced:
    """What clarification found about a unit price far above the estimate's (*timpang*)."""

    id: str
    outcome: UnbalancedOutcome
    note: str = ""
