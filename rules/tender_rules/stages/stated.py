"""The two parts of a *gabungan* price beside its total: whether PPN is in them by mistake.

The parts are net of PPN and the total includes it. Where the parts alone make the total, and do not
make it once PPN is added, either the parts hold PPN or the total lacks it. Neither is guessed.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from tender_engine.faults import Fault
from tender_engine.model import Price
from tender_engine.numbers import ZERO, with_vat
from tender_engine.seals import holds
from tender_engine.workflow import Case
from tender_rules.stages.corrected import schedule_of
from tender_rules.stages.offered import Offered, offered_by, written
from tender_rules.stages.schedule import Schedule
from tender_rules.words import rupiah

__all__ = ["PartsRead", "doubtful_parts"]

_RUPIAH = Decimal(1)


@frozen
class PartsRead:
    """What a price comes to, PPN included: with PPN `inside` the parts, or `added` to them."""

    inside: Decimal
    added: Decimal


def doubtful_parts(case: Case) -> Iterator[Fault]:
    """Where the parts leave a doubt; of a price that no stage has opened no figure is told."""
    for index, who in enumerate(case.package.participants):
        where = ("participants", index, "price", "stated_parts")
        if who.price is None:
            continue
        if not case.seals.is_open(who.id):
            if holds(who.price, lambda price: parts_read(price, schedule_of(case)) is not None):
                yield Fault("ATR049", where, {"who": who.name})
        elif (price := case.price(who.id)) and (read := parts_read(price, schedule_of(case))):
            params = {
                "who": who.name,
                "stated": rupiah(price.stated_total),
                "inside": rupiah(read.inside),
                "added": rupiah(read.added),
            }
            yield Fault("ATR048", where, params)


def parts_read(price: Price, schedule: Schedule) -> PartsRead | None:
    """Both readings of the parts of `price`; `None` where they leave no doubt.

    Each part may have been rounded by a rupiah.
    """
    parts = price.stated_parts
    if parts is None:
        return None
    offered = offered_by(price, schedule)
    inside = parts.harga_satuan + parts.lumsum
    added = _gross(parts.harga_satuan, schedule.wanted, offered)
    added += _gross(parts.lumsum, schedule.fixed, offered)
    within = _RUPIAH + _RUPIAH
    fits = [abs(made - price.stated_total) <= within for made in (inside, added)]
    return PartsRead(inside, added) if fits == [True, False] else None


def _gross(net: Decimal, names: Iterable[str], offered: Offered) -> Decimal:
    """A part with PPN as the bid takes it: line by line where its lines have several rates."""
    schedule, wanted = offered.schedule, frozenset(names)
    lines = [line for line in offered.price.lines or () if line.id in wanted]
    rates = {line.id: offered.rate(line) for line in lines}
    if not lines:
        rates = {name: schedule.apart.get(name, offered.general) for name in wanted}
    if len(different := set(rates.values())) <= 1:
        return with_vat(net, next(iter(different), offered.general))
    taxes = (with_vat(written(line), rates[line.id]) - written(line) for line in lines)
    return net + sum(taxes, ZERO)
