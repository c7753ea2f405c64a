"""Strategies for estimates and price files, right and wrong in every way that is corrected."""

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tender_engine.model import Hps, HpsLine, Price, PriceLine, StatedParts
from tender_engine.numbers import ZERO, exact, round_half_up, with_vat
from tender_engine.terms import FIXED_PRICE, Contract, CorrectedBy, Part
from tender_rules.testing.choosing import any_of

__all__ = ["estimates", "prices"]

_RATE = Decimal(11)
_HUNDREDTH = Decimal("0.01")
# Makes a unit price whose products have fractions of a sen.
_ODD, _SEN = Decimal("0.37"), 2
# How a line of a bid came about; `as_is` again and again, so that most lines are right.
_FATES = ("as_is",) * 5 + (
    "volume",
    "product",
    "blank",
    "missing",
    "silent",
    "own_rate",
    "both",
    "to_sen",
)
_FATES_BY_MONTH = (*_FATES, "months")
_MOST_MONTHS = 12
_THOUSANDS = st.integers(1, 90_000)
# Lines and their sums have at most 18 digits before the point; the larger ones more often.
_HUNDREDS = st.integers(10, 10**12) | st.integers(10**11, 10**12)
# Time that people are paid by, where a line is *orang-bulan*, in halves of a month.
_MONTHS = st.none() | st.integers(1, 2 * _MOST_MONTHS).map(lambda count: Decimal(count) / 2)


def estimates(
    draw: DrawFn,
    contract: Contract,
    *,
    lines: int,
    one_rate: bool,
    complete: bool,
    extreme: bool = False,
) -> Hps:
    """An HPS of up to `lines` lines; its total is their sum with PPN, rounded up or exact.

    With `complete` the lumsum part has one rate, without which its PPN cannot be computed. With
    `extreme` unit prices go from a thousand rupiah as far as the format does.
    """
    rates = [None] if one_rate else [None, None, ZERO, Decimal(12)]
    made = []
    for number in range(1, draw(st.integers(1, lines)) + 1):
        part = any_of(draw, Part) if contract is Contract.GABUNGAN else None
        if contract is Contract.GABUNGAN and number == 1:
            part = Part.HARGA_SATUAN
        volume = Decimal(draw(st.integers(1, 40_000))) * _HUNDREDTH
        price = Decimal(draw(_HUNDREDS) * 100 if extreme else draw(_THOUSANDS) * 1_000)
        rate = any_of(draw, rates)
        if complete and part is Part.LUMSUM:
            rate = None
        months = draw(_MONTHS) if contract is Contract.WAKTU_PENUGASAN else None
        name, words = f"L{number}", f"Pekerjaan {number}"
        line = HpsLine(name, words, "m", volume, price, rate, part, person_months=months)
        made.append(line)
    with exact():
        gross = [with_vat(x.volume * x.unit_price, _own(x.vat_percent, _RATE)) for x in made]
        total = sum(gross, ZERO) + any_of(draw, [0, 0, 1, 500])
    return Hps(total, _RATE, tuple(made))


def _own(rate: Decimal | None, general: Decimal) -> Decimal:
    return general if rate is None else rate


def prices(
    draw: DrawFn, hps: Hps, contract: Contract, *, clean: bool, share: Decimal, detailed: bool
) -> Price:
    """A bid of about `share` of the estimate, in hundredths.

    Args:
        draw: given by Hypothesis.
        hps: the estimate it answers.
        contract: the kind of contract.
        clean: every line once, priced, and with the rates of the document; no product is wrong.
        share: the unit prices as a percentage of the estimate's.
        detailed: there is always enough to compute a corrected total.
    """
    fates = ("as_is",) if clean else _FATES
    lines = []
    for wanted in hps.lines or ():
        by_month = not clean and wanted.person_months is not None
        fate = any_of(draw, _FATES_BY_MONTH if by_month else fates)
        lines += _line(wanted, fate, share)
    if not clean and draw(st.booleans()):
        lines.append(_extra(any_of(draw, [None, *Part])))
    with exact():
        total = sum((_gross(line, hps) for line in lines), ZERO)
        price = Price(max(total, Decimal(1)), hps.vat_percent, lines=tuple(lines))
        price = _parts(price, hps, contract, share)
    return price if clean else _wrong_totals(draw, price, contract, detailed)


def _line(wanted: HpsLine, fate: str, share: Decimal) -> list[PriceLine]:
    with exact():
        price = wanted.unit_price * share * _HUNDREDTH
        months = wanted.person_months
        amount = wanted.volume * price
        line = PriceLine(wanted.id, wanted.quantity, price, amount, person_months=months)
        one = (1 if months is None else months) * price
        volume, odd = wanted.quantity, price + _ODD
        made = {
            "as_is": line,
            "volume": evolve(line, quantity=volume + 1, amount=(volume + 1) * one),
            "product": evolve(line, amount=amount + 1_500),
            "both": evolve(line, quantity=volume + 2, amount=amount + 700),
            "blank": evolve(line, unit_price=None, amount=None),
            "silent": evolve(line, quantity=None, amount=None),
            "months": evolve(line, person_months=(months or ZERO) + 1),
            "to_sen": evolve(line, unit_price=odd, amount=round_half_up(wanted.volume * odd, _SEN)),
            "own_rate": evolve(line, vat_percent=Decimal(10)),
        }
    return [] if fate == "missing" else [made[fate]]


def _extra(part: Part | None) -> PriceLine:
    return PriceLine(
        "X1",
        Decimal(2),
        Decimal(250_000),
        Decimal(500_000),
        extra=True,
        description="Pekerjaan tambahan",
        unit="ls",
        part=part,
    )


def _gross(line: PriceLine, hps: Hps) -> Decimal:
    """A line with PPN, as its bidder would add it up."""
    rates = {wanted.id: wanted.vat_percent for wanted in hps.lines or ()}
    rate = _own(line.vat_percent, _own(rates.get(line.id), hps.vat_percent))
    return with_vat(line.amount or ZERO, rate)


def _parts(price: Price, hps: Hps, contract: Contract, share: Decimal) -> Price:
    """The two parts of a *gabungan* price; the fixed one is what its lines make."""
    if contract is not Contract.GABUNGAN:
        return price
    nets = dict.fromkeys(Part, ZERO)
    for line in hps.lines or ():
        if line.part is not None:
            nets[line.part] += line.quantity * line.unit_price * share * _HUNDREDTH
    return evolve(price, stated_parts=StatedParts(nets[Part.HARGA_SATUAN], nets[Part.LUMSUM]))


def _wrong_totals(draw: DrawFn, price: Price, contract: Contract, detailed: bool) -> Price:
    """Totals that disagree, a rate of the bidder's own, a correction that somebody else made."""
    off = any_of(draw, [ZERO, ZERO, Decimal(1), Decimal("12345.50")])
    total = price.stated_total if off == off.to_integral_value() else price.stated_total // 1
    price = evolve(price, stated_total=total + off)
    if draw(st.booleans()):
        price = evolve(price, schedule_total=price.stated_total + any_of(draw, [0, 99]))
    if draw(st.integers(0, 5)) == 0:
        price = evolve(price, vat_percent=Decimal(10))
    if draw(st.integers(0, 3)) == 0:
        by = any_of(draw, CorrectedBy)
        ready = price.stated_total + any_of(draw, [0, 1])
        price = evolve(price, corrected_total=ready, corrected_by=by)
    bare = price.corrected_total is not None or contract in FIXED_PRICE or not detailed
    if not price.lines or (bare and draw(st.integers(0, 3)) == 0):
        price = _without_lines(price, contract, detailed)
    return price


def _without_lines(price: Price, contract: Contract, detailed: bool) -> Price:
    if detailed and contract not in FIXED_PRICE and price.corrected_total is None:
        total = price.stated_total
        return evolve(price, lines=None, corrected_total=total, corrected_by=CorrectedBy.SPSE)
    return evolve(price, lines=None)
