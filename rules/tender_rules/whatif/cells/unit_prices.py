"""One unit price of one bid: its amount follows, and with it the corrected total."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve

from tender_engine.findings import natural
from tender_engine.numbers import ZERO, exact
from tender_engine.terms import FIXED_PRICE
from tender_rules.stages.schedule import Schedule
from tender_rules.whatif.cell_groups import SEN, Cell, Group, Number, Numbers
from tender_rules.whatif.changes import Changed, Given
from tender_rules.whatif.prices import Bidding, bidding_of, line_rates, schedule_of, with_price
from tender_rules.whatif.sketch import Move

__all__ = ["KIND", "RANGE", "groups"]

KIND = "harga_satuan"
RANGE = "0..2*hps"
_Columns: TypeAlias = tuple[list[object], list[Number], list[Number]]


def groups(given: Given) -> Iterator[Group]:
    """The unit prices that the document's volumes multiply, of every opened bid."""
    if given.package.tender.contract in FIXED_PRICE:
        return
    schedule = schedule_of(given)
    for who in given.package.participants:
        bid = bidding_of(given, who.id)
        if bid is None or not bid.price.lines:
            continue
        for move, columns in _by_move(given, bid, schedule).items():
            yield _group(given, bid, move, columns)


def _by_move(given: Given, bid: Bidding, schedule: Schedule) -> dict[Move, _Columns]:
    """The lines with a price of their own: their ids, prices, and what moves with them."""
    found: dict[Move, _Columns] = {}
    wanted, rates = schedule.wanted, line_rates(given, bid.price, schedule)
    plain = bid.plain_move()
    with exact():
        for line in sorted(bid.price.lines or (), key=lambda line: natural(line.id)):
            volume = wanted.get(line.id)
            if not volume or line.unit_price is None:
                continue
            total = volume * rates[line.id]
            move, follows = plain, total
            if move is None:
                taken = _claimed(given, bid, line.id, volume, total)
                move, follows = bid.move(total, total - taken)
            keys, prices, moved = found.setdefault(move, ([], [], []))
            keys.append(line.id)
            prices.append(line.unit_price)
            moved.append(follows)
    return found


def _claimed(given: Given, bid: Bidding, line: str, net: Decimal, total: Decimal) -> Decimal:
    """How much of a rupiah of a line a preference takes off again."""
    vat = given.evaluation.law.value("preference.line_price").value != "tanpa_ppn"
    for claim in bid.claims.claims if bid.claims else ():
        if claim.line is None or claim.line == line:
            return claim.coefficient * (total if claim.line is None or vat else net)
    return ZERO


def _group(given: Given, bid: Bidding, move: Move, columns: _Columns) -> Group:
    def place(cell: Cell) -> str:
        return f"participants[{bid.name}].price.lines[{cell.key}].unit_price"

    def change(cell: Cell, figure: Decimal) -> Changed:
        lines = []
        for line in bid.price.lines or ():
            if line.id != cell.key:
                lines.append(line)
                continue
            with exact():
                months = 1 if line.person_months is None else line.person_months
                amount = None if line.amount is None else (line.quantity or 0) * months * figure
            lines.append(evolve(line, unit_price=figure, amount=amount))
        price = evolve(bid.price, lines=tuple(lines))
        return given.with_package(with_price(given.package, bid.name, price))

    most = Fraction(2 * given.package.tender.hps.total)
    numbers = Numbers(*columns, Fraction(0), most)
    return Group(KIND, bid.name, move, numbers, SEN, place, change, asking=bid.asking)
