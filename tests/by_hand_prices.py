"""Preferensi and kewajaran a second time: slow, obvious, in fractions, over the raw package.

Nothing in it comes from the law's own modules. It knows Tenders whose price is in the
package, without an auction, and no variant of the law.
"""

import datetime as dt
from fractions import Fraction

from tender_engine.clarified import AnalysedLine, BasePrice, Coefficient
from tender_engine.model import HpsLine, Package, Participant, Price
from tender_engine.seals import reveal_for_storage
from tests.by_hand import corrected_total

NO_PREFERENCE = "no preference"
UNKNOWN = None
FIXED = ("lumsum", "terima_jadi", "putar_kunci")
GOODS_ONLY_SINCE = dt.date(2021, 2, 2)
WHOLE_BIDS_SINCE = dt.date(2025, 4, 30)


def _price(bidder: Participant) -> Price:
    return reveal_for_storage(bidder.price)


def _is_lumsum(package: Package, line: HpsLine) -> bool:
    return package.tender.contract in FIXED or line.part == "lumsum"


def _rate(package: Package, line: HpsLine) -> Fraction:
    own = line.vat_percent
    return Fraction(package.tender.hps.vat_percent if own is None else own)


def net_line(package: Package, price: Price, line: HpsLine) -> Fraction | None:
    """What a line costs without PPN; `None` where it is in a lumsum that does not say."""
    offered = next((x for x in price.lines or () if x.id == line.id), None)
    if not _is_lumsum(package, line):
        if offered is None or offered.unit_price is None:
            return Fraction(0)
        return Fraction(line.quantity) * Fraction(offered.unit_price)
    return None if offered is None else _as_written(offered)


def _as_written(offered) -> Fraction:  # type: ignore[no-untyped-def]
    if offered.amount is not None:
        return Fraction(offered.amount)
    return Fraction(offered.quantity or 0) * Fraction(offered.unit_price or 0)


def gross_line(package: Package, price: Price, line: HpsLine) -> Fraction | None:
    """The same with the document's PPN."""
    net = net_line(package, price, line)
    return None if net is None else net * (100 + _rate(package, line)) / 100


def hea(package: Package, bidder: Participant) -> Fraction | str | None:
    """The HEA; `UNKNOWN` while a TKDN is, `NO_PREFERENCE` where the tender gives none."""
    tender = package.tender
    rate = Fraction(tender.asks("evaluasi_harga").tkdn_preference or 0) / 100
    if rate == 0 or Fraction(tender.hps.total) <= 1_000_000_000:
        return NO_PREFERENCE
    document = tender.hps.lines or ()
    every, goods = _every(package), _goods(package)
    if tender.announced_on >= WHOLE_BIDS_SINCE:
        found = _of_the_whole_bid(package, bidder, rate)
        if found is not UNKNOWN or not goods or _without_limit(package):
            return found
    elif not goods and (document or not every):
        return NO_PREFERENCE
    price, total = _price(bidder), corrected_total(package, bidder)
    by_line = {x.id: x.tkdn_percent for x in price.lines or () if x.tkdn_percent is not None}
    if every and len(goods) == len(document) and not any(x.id in by_line for x in goods):
        own = price.tkdn_percent
        return UNKNOWN if own is None else (1 - _coefficient(own, rate)) * total
    found = total
    for line in goods:
        cost = None if price.lines is None else gross_line(package, price, line)
        if cost is None:
            return UNKNOWN
        if cost and line.id not in by_line:
            return UNKNOWN
        if cost:
            found -= _coefficient(by_line[line.id], rate) * cost
    return found


def _without_limit(package: Package) -> bool:
    works = package.tender.category == "pekerjaan_konstruksi"
    return works and package.tender.asks("evaluasi_harga").tkdn_least is None


def _of_the_whole_bid(package: Package, bidder: Participant, rate: Fraction) -> Fraction | None:
    """From 30 April 2025: by the one TKDN of a bid, that of works from the document's limit on."""
    own = _price(bidder).tkdn_percent
    if own is None or _without_limit(package):
        return UNKNOWN
    works = package.tender.category == "pekerjaan_konstruksi"
    least = package.tender.asks("evaluasi_harga").tkdn_least if works else 25
    counted = Fraction(own) / 100 * rate if Fraction(own) >= least else Fraction(0)
    return (1 - counted) * corrected_total(package, bidder)


def _every(package: Package) -> bool:
    """Whether the whole tender is for what a preference is for, and not only some lines."""
    tender = package.tender
    early = tender.announced_on < GOODS_ONLY_SINCE
    return tender.category == "barang" or (early and tender.category == "jasa_lainnya")


def _goods(package: Package) -> list[HpsLine]:
    """The lines with a preference; of goods and services together all, whatever they are."""
    every, early = _every(package), package.tender.announced_on < GOODS_ONLY_SINCE
    document = package.tender.hps.lines or ()
    return [x for x in document if (every and (early or x.goods is None)) or x.goods]


def _coefficient(tkdn: object, rate: Fraction) -> Fraction:
    local = Fraction(str(tkdn)) / 100
    return local * rate if local >= Fraction(1, 4) else Fraction(0)


def tkdn(package: Package, bidder: Participant) -> Fraction | None:
    """The one TKDN of a bid whose HEA is known, if it has one."""
    price, document = _price(bidder), package.tender.hps.lines or ()
    if package.tender.announced_on >= WHOLE_BIDS_SINCE and price.tkdn_percent is not None:
        return Fraction(price.tkdn_percent)
    every, goods = _every(package), {x.id: x for x in _goods(package)}
    stated = {x.id: x.tkdn_percent for x in price.lines or () if x.id in goods}
    if every and len(goods) == len(document) and not any(x is not None for x in stated.values()):
        return None if price.tkdn_percent is None else Fraction(price.tkdn_percent)
    values = {
        Fraction(value)
        for name, value in stated.items()
        if value is not None and gross_line(package, price, goods[name])
    }
    return values.pop() if len(values) == 1 else None


def order_by_hea(package: Package, names: list[str]) -> list[list[str]]:
    """Bids by HEA, equal ones by TKDN where each has one; what then is equal stands together."""
    people = {who.id: who for who in package.participants}
    figures = {name: hea(package, people[name]) for name in names}
    ordered: list[list[str]] = []
    for figure in sorted({figures[name] for name in names}):
        equal = [name for name in names if figures[name] == figure]
        local = {name: tkdn(package, people[name]) for name in equal}
        if None in local.values():
            ordered.append(sorted(equal))
            continue
        for value in sorted(set(local.values()), reverse=True):
            ordered.append(sorted(name for name in equal if local[name] == value))
    return ordered


def settled_coefficient(given: Coefficient) -> Fraction | None:
    """The bidder's if it was believed, else the agreed one, else the estimate's."""
    if given.accepted is True:
        return Fraction(given.offered)
    if given.accepted is False and given.agreed is not None:
        return Fraction(given.agreed)
    if given.accepted is False and given.hps is not None:
        return Fraction(given.hps)
    return UNKNOWN


def settled_price(given: BasePrice, own: object = None) -> Fraction | None:
    """The bidder's if it was proven, else the market's, else the estimate's."""
    offered = own if given.offered is None else given.offered
    if given.accepted is True and offered is not None:
        return Fraction(str(offered))
    if given.accepted is False and given.market is not None:
        return Fraction(given.market)
    if given.accepted is False and given.hps is not None:
        return Fraction(given.hps)
    return UNKNOWN


def unit_cost(line: AnalysedLine, own: object) -> Fraction | None:
    """What one unit would have to cost: the components with overhead, profit left out."""
    if line.unit_price is not None:
        return settled_price(line.unit_price, own)
    if line.overhead_percent is None:
        return UNKNOWN
    total = Fraction(0)
    for part in line.components or ():
        takes = settled_coefficient(part.coefficient)
        if takes == 0:
            continue
        price = settled_price(part.price)
        if takes is None or price is None:
            return UNKNOWN
        total += takes * price
    return total * (100 + Fraction(line.overhead_percent)) / 100


def fairness(package: Package, bidder: Participant) -> tuple[Fraction, Fraction] | None:
    """What was bid and what it would have to cost, net of PPN, under harga satuan."""
    assert package.tender.contract == "harga_satuan"
    price = _price(bidder)
    known = bidder.facts["evaluasi_harga"].kewajaran_harga
    analysed = {line.id: line for line in reveal_for_storage(known).lines}
    if price.lines is None:
        return UNKNOWN
    units = {line.id: line.unit_price for line in price.lines}
    bid = cost = Fraction(0)
    for line in package.tender.hps.lines:
        own = net_line(package, price, line)
        bid += own
        if line.id not in analysed:
            cost += own
            continue
        unit = unit_cost(analysed[line.id], units.get(line.id))
        if unit is None:
            return UNKNOWN
        cost += unit * Fraction(line.quantity)
    return bid, cost


__all__ = ["NO_PREFERENCE", "UNKNOWN", "fairness", "hea", "order_by_hea", "tkdn", "unit_cost"]
