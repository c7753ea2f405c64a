"""What clarifying a price brings, for tests: analyses line by line, and a preference with TKDN."""

from decimal import Decimal

from attrs import evolve

from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
    Unbalanced,
)
from tender_engine.model import DocumentValue, Regulation, Requirements
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import ComponentKind, UnbalancedOutcome
from tests.builders import HARGA, bidder


def _number(value):
    return None if value is None else Decimal(value)


def coefficient(offered="1", accepted=True, *, agreed=None, hps=None):
    """How much of a component one unit takes; believed unless told otherwise."""
    return Coefficient(Decimal(offered), accepted, _number(agreed), _number(hps))


def cost(offered=None, accepted=True, *, market=None, hps=None):
    """What one unit of a component or of goods costs; proven unless told otherwise."""
    return BasePrice(_number(offered), accepted, _number(market), _number(hps))


def part(name, price, takes=None, kind=ComponentKind.BAHAN):
    """A component; its price alone stands for one that was proven."""
    proven = price if isinstance(price, BasePrice) else cost(price)
    return Component(name, kind, f"Komponen {name}", "m3", takes or coefficient(), proven)


def by_parts(name, *parts, overhead="0", profit=None):
    """A line analysed by its components."""
    return AnalysedLine(name, parts, _number(overhead), _number(profit))


def as_whole(name, price):
    """A line of goods or services analysed by its unit price."""
    return AnalysedLine(name, unit_price=price)


def analysis(*lines):
    """What an analysis brought, as the fact of a bidder."""
    return {HARGA: {"kewajaran_harga": Sealed(FairnessAnalysis(lines))}}


def clarified(timpang="", tidak_timpang=""):
    """What clarifying unit prices above the estimate's found, line by line."""
    named = [(name, UnbalancedOutcome.TIMPANG) for name in timpang.split()]
    named += [(name, UnbalancedOutcome.TIDAK_TIMPANG) for name in tidak_timpang.split()]
    return {HARGA: {"timpang": Sealed(tuple(Unbalanced(*pair) for pair in named))}}


def preferred(rate="25", **more):
    """What the document asks of prices: a preference of so many percent."""
    return {HARGA: Requirements(tkdn_preference=Decimal(rate), **more)}


def local(name, total, tkdn, **more):
    """A bidder whose whole bid has one TKDN, or none that is known."""
    who = bidder(name, total, **more)
    price = evolve(reveal_for_storage(who.price), tkdn_percent=_number(tkdn))
    return evolve(who, price=Sealed(price))


def reading(param, value):
    """The document chooses one of two readings of the law."""
    return Regulation(values=(DocumentValue(param, value, "LDP", "Dokumen menetapkan"),))
