"""Strategies for what comes to a price: a preference with TKDN, and analyses of low bids.

Each takes a package as it came from `packages()` or `procurements()`.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
    Unbalanced,
)
from tender_engine.events import RankingDecision
from tender_engine.model import Facts, Hps, Package, Participant, Price, PriceLine
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Category, ComponentKind, StageId, UnbalancedOutcome
from tender_rules.testing.choosing import any_of
from tender_rules.testing.lowest_price import checked

__all__ = ["analysed", "preferred", "unbalanced", "with_facts"]

_STAGE = StageId.EVALUASI_HARGA
_RATES = tuple(map(Decimal, ("7.5", "15", "24.999999", "25", "25")))
# On both sides of the least that is preferred, and equal ones often.
_TKDN = tuple(map(Decimal, ("0", "24.999999", "25", "25.000001", "40", "40", "60", "100")))
_LIMITS = tuple(map(Decimal, ("0", "25", "39.999999", "40", "40.000001")))
_DAYS = (dt.date(2025, 4, 29), _WHOLE_BIDS := dt.date(2025, 4, 30))
_SELDOM = 7
_FLAGS = (True, False)
_STEPS = tuple(map(Decimal, ("-1", "-0.000001", "0", "0", "0.000001", "1")))
_COEFFICIENTS = tuple(map(Decimal, ("0", "0.5", "1", "1", "1.5")))
_OVERHEADS = tuple(map(Decimal, ("0", "0", "5", "12.5")))


@st.composite
def preferred(draw: DrawFn, package: Package, *, complete: bool = True) -> Package:
    """`package` whose document sets a preference and whose bids state TKDN, by line or as a whole.

    It is announced on either side of 30 April 2025; of works the document then mostly sets the
    least commitment. What the Pokja decided about equal prices is taken out: HEA gives another
    order.

    Args:
        draw: given by Hypothesis.
        package: a Tender.
        complete: every bid states a TKDN of all that it offers; without it some are unknown.
    """
    tender = package.tender
    day = any_of(draw, [tender.announced_on, *_DAYS])
    limits = _LIMITS if complete and day == _WHOLE_BIDS else (None, *_LIMITS)
    asked = evolve(
        tender.asks(_STAGE),
        tkdn_preference=any_of(draw, _RATES),
        tkdn_least=any_of(draw, limits),
    )
    hps = _marked(draw, tender.hps, goods=tender.category is Category.BARANG)
    # Most estimates that are drawn are small, and preferences are for large ones.
    if draw(st.integers(0, 3)):
        hps = evolve(hps, total=hps.total + 1_000_000_000)
    people = [_with_tkdn(draw, who, complete) for who in package.participants]
    return checked(
        evolve(
            package,
            tender=evolve(
                tender,
                announced_on=day,
                hps=hps,
                requirements={**tender.requirements, _STAGE: asked},
            ),
            participants=tuple(people),
            events=tuple(e for e in package.events if not isinstance(e, RankingDecision)),
        )
    )


def _marked(draw: DrawFn, hps: Hps, *, goods: bool) -> Hps:
    """Which lines are goods; of other categories at least the first one mostly is."""
    marks = [None, None, None, True, False] if goods else [True, True, None, False]
    lines = tuple(evolve(x, goods=any_of(draw, marks)) for x in hps.lines or ())
    return evolve(hps, lines=lines)


def _with_tkdn(draw: DrawFn, bidder: Participant, complete: bool) -> Participant:
    if bidder.price is None:
        return bidder
    price: Price = reveal_for_storage(bidder.price)
    known = _TKDN if complete else (None, *_TKDN)
    by_line = complete or draw(st.booleans())
    lines: tuple[PriceLine, ...] | None = price.lines
    if by_line and lines is not None and draw(st.booleans()):
        lines = tuple(x if x.extra else evolve(x, tkdn_percent=any_of(draw, known)) for x in lines)
    made = evolve(price, lines=lines, tkdn_percent=any_of(draw, known))
    return evolve(bidder, price=Sealed(made))


def _amounts(around: Decimal) -> list[Decimal]:
    """Amounts about the one that is given, itself often among them."""
    return [max(around + step, Decimal(0)) for step in _STEPS]


def _maybe(draw: DrawFn, values: Sequence[Decimal], *, known: bool = False) -> Decimal | None:
    return any_of(draw, values) if known or draw(st.booleans()) else None


def _components(
    draw: DrawFn, count: int, unit_price: Decimal, complete: bool
) -> tuple[Component, ...]:
    made = []
    flags = _FLAGS if complete else (*_FLAGS, None)
    for number in range(1, count + 1):
        share = (unit_price / count).quantize(Decimal("0.000001"))
        made.append(
            Component(
                f"k{number}",
                any_of(draw, ComponentKind),
                f"Komponen {number}",
                "m3",
                Coefficient(
                    any_of(draw, _COEFFICIENTS),
                    any_of(draw, flags),
                    _maybe(draw, _COEFFICIENTS),
                    _maybe(draw, _COEFFICIENTS, known=complete),
                ),
                BasePrice(
                    _maybe(draw, _amounts(share), known=complete),
                    any_of(draw, flags),
                    _maybe(draw, _amounts(share)),
                    _maybe(draw, _amounts(share), known=complete),
                ),
            )
        )
    return tuple(made)


def analyses(
    draw: DrawFn, hps: Hps, price: Price, *, works: bool, complete: bool = True
) -> FairnessAnalysis:
    """An analysis of some lines of a bid, about what it asks for them, so that both sides occur.

    Works by components, goods and services often as a whole; with `complete` nothing is open.
    """
    offered = {x.id: x.unit_price or Decimal(0) for x in price.lines or ()}
    names = [x.id for x in hps.lines or ()]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    lines = []
    for name in chosen:
        own = offered.get(name, Decimal(0))
        if not works and draw(st.booleans()):
            flags = _FLAGS if complete else (*_FLAGS, None)
            whole = BasePrice(
                _maybe(draw, _amounts(own), known=complete),
                any_of(draw, flags),
                _maybe(draw, _amounts(own)),
                _maybe(draw, _amounts(own), known=complete),
            )
            lines.append(AnalysedLine(name, unit_price=whole))
            continue
        parts = _components(draw, draw(st.integers(1, 3)), own, complete)
        spent = _maybe(draw, _OVERHEADS, known=complete)
        profit = _maybe(draw, [Decimal(10)])
        lines.append(AnalysedLine(name, parts, spent, profit))
    return FairnessAnalysis(tuple(lines))


@st.composite
def analysed(draw: DrawFn, package: Package, *, complete: bool = True) -> Package:
    """`package` with an analysis of every bid whose price is there."""
    tender = package.tender
    works = tender.category is Category.PEKERJAAN_KONSTRUKSI
    people = []
    for who in package.participants:
        if who.price is not None and tender.hps.lines:
            price = reveal_for_storage(who.price)
            found = analyses(draw, tender.hps, price, works=works, complete=complete)
            who = with_facts(who, kewajaran_harga=Sealed(found))
        people.append(who)
    return checked(evolve(package, participants=tuple(people)))


@st.composite
def unbalanced(draw: DrawFn, lines: Sequence[str]) -> tuple[Unbalanced, ...]:
    """What clarifying some unit prices came to."""
    names = draw(st.lists(st.sampled_from(lines), unique=True)) if lines else []
    return tuple(
        Unbalanced(name, any_of(draw, UnbalancedOutcome), "diklarifikasi") for name in names
    )


def with_facts(
    bidder: Participant,
    *,
    kewajaran_harga: Sealed[FairnessAnalysis] | None = None,
    timpang: Sealed[tuple[Unbalanced, ...]] | None = None,
) -> Participant:
    """`bidder` of whose price just this is known."""
    before = bidder.facts.get(_STAGE) or Facts()
    known = evolve(before, kewajaran_harga=kewajaran_harga, timpang=timpang)
    return evolve(bidder, facts={**bidder.facts, _STAGE: known})
