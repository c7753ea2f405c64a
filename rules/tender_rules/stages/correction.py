"""Koreksi aritmatik as pure arithmetic: from a price as written to the corrected total.

The tender's document decides volumes and items, the bidder its unit prices, and products and sums
are computed anew. Every changed cell becomes a `Correction` with its effect on the total.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal

from tender_engine.findings import natural
from tender_engine.formats.price_lines import have_few_keys
from tender_engine.model import HpsLine, Price, PriceLine, Requirements
from tender_engine.numbers import ZERO, below_a_sen, round_half_up, with_vat
from tender_engine.terms import FIXED_PRICE, Binding, Contract, Part, Rounding
from tender_rules.stages.doubts import is_near
from tender_rules.stages.offered import Offered, offered_by, written
from tender_rules.stages.schedule import WRITTEN_ROUNDING, Corrected, Schedule, total_effect

__all__ = ["correct", "rounded"]

_ONE = Decimal(1)


def correct_lines(
    price: Price, schedule: Schedule, *, bidder_rate: bool = False, lumsum: Decimal = ZERO
) -> Corrected:
    """The unit-price lines of `price`, conformed to the document and multiplied anew.

    `total` becomes their sum with PPN at the document's rates, or with `bidder_rate` at the rates
    of the bid, which is the other reading of which rate a corrected line takes. `lumsum` is a net
    amount under the general rate that is added as it stands.
    """
    made = Corrected()
    lines = price.lines or ()
    net, odd, unpriced = _multiplied(made, lines, schedule)
    # PPN of the sum is the sum of the PPN: nothing is rounded before the end.
    net += lumsum
    made.total = with_vat(net, schedule.general) + _set_apart(lines, schedule)
    # A line with a rate of its own is among the odd ones; the rest need not be gone through again.
    own = [line for line in odd if line.vat_percent is not None or line.vat_base is not None]
    offered = offered_by(price, schedule, own)
    if own or offered.general != schedule.general:
        shifts = _rate_shifts(price, offered, corrected=bidder_rate)
        on_lumsum = (lumsum * (offered.general - schedule.general)).scaleb(-2)
        made.other_rate = sorted(shifts, key=natural) + ["bagian lumsum"] * bool(on_lumsum)
        if bidder_rate:
            made.total += sum(shifts.values(), on_lumsum)
        else:
            # The total has the document's rates; the way to it from what was written is told here.
            _explain_rates(made, price, offered, shifts, on_lumsum)
    _explain(made, offered, odd, bidder_rate=bidder_rate)
    if len(lines) - unpriced < len(schedule.priced):
        _add_missing(made, price, schedule)
    return made


def _multiplied(
    made: Corrected, lines: Iterable[PriceLine], schedule: Schedule
) -> tuple[Decimal, list[PriceLine], int]:
    """The sum of volumes times unit prices; the lines to look at; how many of them have no price.

    A hundred thousand lines go through this: nothing is done here that could be done elsewhere.
    """
    net, priced, high = ZERO, schedule.priced, made.high
    unpriced: list[PriceLine] = []
    odd: list[PriceLine] = []
    for line in lines:
        unit_price = line.unit_price
        try:
            volume, limit = priced[line.id]
        except KeyError:
            unpriced.append(line)
            continue
        if unit_price is None:
            unpriced.append(line)
            continue
        amount = volume * unit_price
        net += amount
        if unit_price > limit:
            high.append(line)
        if (
            line.amount != amount
            # What is written alike was read as one object: most comparisons are spared.
            or (line.quantity is not volume and line.quantity != volume)
            or not unit_price
        ):
            odd.append(line)
    odd += unpriced
    odd += _telling(lines, schedule, {line.id for line in odd})
    for told in (odd, made.high):  # in whatever order the file has them
        told.sort(key=lambda line: natural(line.id))
    return net, odd, len(unpriced)


def _telling(
    lines: Iterable[PriceLine], schedule: Schedule, known: Set[str]
) -> Iterator[PriceLine]:
    """Lines to look at whatever their amounts are, beside those that are `known`."""
    if have_few_keys(lines) and not schedule.by_months:
        return
    for line in lines:
        if (
            line.vat_percent is not None
            or line.vat_base is not None
            or line.description is not None
            # The product of two quantities may be right while both of them are not.
            or line.id in schedule.by_months
        ) and line.id not in known:
            yield line


def _set_apart(lines: Iterable[PriceLine], schedule: Schedule) -> Decimal:
    """How much more PPN the lines bear whose rate the document sets apart."""
    # The total bears the general rate already.
    more = ZERO
    for line in lines if schedule.apart else ():
        volume, rate = schedule.wanted.get(line.id), schedule.rate(line.id)
        if volume is not None and line.unit_price is not None and rate != schedule.general:
            more += (volume * line.unit_price * (rate - schedule.general)).scaleb(-2)
    return more


def _explain(made: Corrected, offered: Offered, odd: list[PriceLine], *, bidder_rate: bool) -> None:
    schedule = offered.schedule
    made.odd = []
    for line in odd:
        little = False
        if line.id in schedule.wanted:
            rate = offered.rate(line) if bidder_rate else schedule.rate(line.id)
            little = _explain_line(made, line, schedule, rate)
        elif line.id in schedule.fixed:
            _conform_fixed(made, line, schedule.fixed[line.id])
        else:
            made.extra.append(line.id)
            rate = offered.rate(line)
            # The lumsum part counts as it is stated, so that no line of it is lost to the total.
            lost = ZERO if line.part is Part.LUMSUM else with_vat(written(line), rate)
            made.row(line.id, "correction.extra_item", ("amount", line.amount, None), -lost)
        if not little:
            made.odd.append(line)


def _quantities(
    line: PriceLine, schedule: Schedule
) -> tuple[tuple[str, Decimal | None, Decimal, Decimal], ...]:
    """Each quantity of a line: its field, as offered and as wanted, and what it is multiplied by.

    Two are changed one after the other, so that their effects add up: the volume while the months
    are as offered, then the months at the wanted volume. Empty where the only one is as wanted.
    """
    wanted = schedule.wanted[line.id]
    if line.quantity is wanted:
        return ()
    double = schedule.by_months.get(line.id)
    if double is None or double.person_months is None:
        return () if line.quantity == wanted else (("quantity", line.quantity, wanted, _ONE),)
    months = double.person_months if line.person_months is None else line.person_months
    return (
        ("quantity", line.quantity, double.quantity, months),
        ("person_months", line.person_months, double.person_months, double.quantity),
    )


def _explain_line(made: Corrected, line: PriceLine, schedule: Schedule, rate: Decimal) -> bool:
    """Note what is corrected of a line: first its quantities, then the product that is left wrong.

    Tells whether nothing is odd about the line but a product that is a little off.
    """
    unit_price = line.unit_price
    if unit_price is None:
        made.blank.append(line.id)
        unit_price = ZERO
    written, quantities = line.amount, _quantities(line, schedule)
    for name, offered, wanted, times in quantities:
        if offered is not None and offered != wanted:
            # The amount as written is taken along, so that what is left is a fault of multiplying.
            effect = (wanted - offered) * times * unit_price
            made.row(line.id, "correction.volume", (name, offered, wanted), with_vat(effect, rate))
            written = None if written is None else written + effect
    amount = schedule.wanted[line.id] * unit_price
    if written is not None and written != amount:
        more, blank = amount - written, line.unit_price is None
        name = "correction.blank_price" if blank else _ruled("correction.product", more)
        made.row(line.id, name, ("amount", written, amount), with_vat(more, rate))
    # A look at the line is asked of people where it has more to tell than a rounded product.
    if quantities or not unit_price or line.description is not None or line.extra:
        return False
    return written is not None and is_near(written, amount)


def _ruled(rule: str, difference: Decimal) -> str:
    """The rule of an amount that was written otherwise: less than a sen is only its rounding."""
    return WRITTEN_ROUNDING if below_a_sen(difference) else rule


def _conform_fixed(made: Corrected, line: PriceLine, wanted: HpsLine) -> None:
    """A lumsum line: its volume is conformed, and neither amount nor total changes."""
    if line.quantity is not None and line.quantity != wanted.quantity:
        cell = ("quantity", line.quantity, wanted.quantity)
        made.row(line.id, "correction.lumsum", cell, ZERO)


def _add_missing(made: Corrected, price: Price, schedule: Schedule) -> None:
    present = {line.id for line in price.lines or ()}
    for name in sorted(schedule.wanted.keys() - present, key=natural):
        made.missing.append(name)
        made.row(name, "correction.missing_item", ("amount", None, ZERO), ZERO)


def _explain_rates(
    made: Corrected,
    price: Price,
    offered: Offered,
    shifts: Mapping[str, Decimal],
    on_lumsum: Decimal,
) -> None:
    """Where the bid takes another rate, its PPN becomes the document's.

    One cell for each line that states a rate of its own, and one for the rate of the whole bid.
    """
    # Lines that say no rate follow the one of the whole bid, which is one cell to correct.
    whole, schedule = -on_lumsum, offered.schedule
    for line in sorted(price.lines or (), key=lambda line: natural(line.id)):
        if line.id not in shifts:
            continue
        if line.vat_percent is None and line.vat_base is None:
            whole -= shifts[line.id]
        else:
            cell = ("vat_percent", offered.rate(line), schedule.rate(line.id))
            made.row(line.id, "correction.vat_rate", cell, -shifts[line.id])
    if whole:
        cell = ("vat_percent", offered.general, schedule.general)
        made.row(None, "correction.vat_rate", cell, whole)


def _rate_shifts(price: Price, offered: Offered, *, corrected: bool) -> dict[str, Decimal]:
    """By line, how much more PPN the bidder's rate gives than the document's.

    On the corrected amounts, or on the amounts as written.
    """
    shifts, schedule = {}, offered.schedule
    for line in price.lines or ():
        volume = schedule.wanted.get(line.id)
        if volume is None:
            continue
        rate, own = schedule.rate(line.id), offered.rate(line)
        if own != rate:
            amount = volume * (line.unit_price or ZERO) if corrected else written(line)
            shifts[line.id] = (amount * (own - rate)).scaleb(-2)
    return shifts


def correct(
    price: Price, schedule: Schedule, asked: Requirements, *, binding: str, bidder_rate: bool
) -> tuple[Corrected | None, str]:
    """The corrected price under the document's terms, or the code of what is missing to make it.

    Args:
        price: the price as written.
        schedule: the document's lines.
        asked: the document's terms for this stage (`rounding`).
        binding: which of two stated totals binds where nothing is multiplied (lumsum).
        bidder_rate: whether corrected lines take the bid's PPN rate, not the document's.
    """
    made: Corrected | None
    if schedule.contract in FIXED_PRICE:
        made, needs = _correct_fixed_price(price, schedule, binding), ""
    elif price.lines is None:
        made, needs = _ready_made(price), "rincian_harga"
    elif schedule.contract is Contract.GABUNGAN:
        made, needs = _correct_both_parts(price, schedule, bidder_rate), "tarif_ppn_lumsum"
    else:
        made, needs = correct_lines(price, schedule, bidder_rate=bidder_rate), ""
    if made is None:
        return None, needs
    _close(made, price.stated_total, asked.rounding)
    return made, ""


def _correct_fixed_price(price: Price, schedule: Schedule, binding: str) -> Corrected:
    # Of a fixed price the total is what was offered; its lines are conformed beside it.
    made = Corrected(total=price.stated_total)
    for line in sorted(price.lines or (), key=lambda line: natural(line.id)):
        if line.id in schedule.fixed:
            _conform_fixed(made, line, schedule.fixed[line.id])
        else:
            made.extra.append(line.id)
    if price.lines:
        made.missing = sorted(schedule.fixed.keys() - {x.id for x in price.lines}, key=natural)
    bound = price.schedule_total
    if binding == Binding.DAFTAR_KUANTITAS and bound is not None and bound != made.total:
        cell = ("stated_total", made.total, bound)
        made.row(None, "correction.binding", cell, bound - made.total)
        made.total = bound
    return made


def _ready_made(price: Price) -> Corrected | None:
    """Without lines only a correction that somebody else made can be taken."""
    if price.corrected_total is None:
        return None
    made = Corrected(total=price.corrected_total)
    effect = made.total - price.stated_total
    if effect:
        cell = ("corrected_total", price.stated_total, made.total)
        made.row(None, _ruled("correction.ready_made", effect), cell, effect)
    return made


def _correct_both_parts(price: Price, schedule: Schedule, bidder_rate: bool) -> Corrected | None:
    """The unit-price part is corrected; the lumsum part stays as stated, net, and PPN is added."""
    shares = _lumsum_by_rate(price, schedule)
    if shares is None:
        return None
    # What bears the general rate joins the unit prices, so that one sum bears one PPN.
    general = shares.pop(schedule.general, ZERO)
    made = correct_lines(price, schedule, bidder_rate=bidder_rate, lumsum=general)
    made.total += sum((with_vat(net, rate) for rate, net in shares.items()), ZERO)
    return made


def _lumsum_by_rate(price: Price, schedule: Schedule) -> dict[Decimal, Decimal] | None:
    """The stated lumsum part, net, by the document's PPN rate.

    `None` where the document's rates differ and the bid's breakdown does not make the part.
    """
    if price.stated_parts is None:
        return None
    stated = price.stated_parts.lumsum
    rates = {name: schedule.rate(name) for name in schedule.fixed}
    if len(set(rates.values())) <= 1:
        return {next(iter(rates.values()), schedule.general): stated}
    shares = dict.fromkeys(rates.values(), ZERO)
    for line in price.lines or ():
        if line.id in rates:
            shares[rates[line.id]] += written(line)
    return shares if sum(shares.values()) == stated else None


def _close(made: Corrected, stated: Decimal, rounding: Rounding) -> None:
    """Close the chain: what is left between the stated and the corrected total is the sum.

    Rounding, where the document asks it, comes last: once, on the total with PPN, half up.
    """
    # What no cell explains can only be how the bidder added up, and has to stand in a row too:
    # the corrections that are told always lead from the stated total to the corrected one.
    left = made.total - stated - total_effect(made.rows)
    if left:
        cell = ("stated_total", made.total - left, made.total)
        made.row(None, _ruled("correction.sum", left), cell, left)
    total = rounded(made.total, rounding)
    if total != made.total:
        cell = ("corrected_total", made.total, total)
        made.row(None, _ruled("correction.rounding", total - made.total), cell, total - made.total)
        made.total = total


def rounded(total: Decimal, rounding: Rounding) -> Decimal:
    """A corrected total as the document has it rounded, if it does."""
    return total if rounding.places is None else round_half_up(total, rounding.places)
