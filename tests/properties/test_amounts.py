"""Amounts: a recomputation in `Fraction`, and correction as a projection."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.model import Package, Participant, Price, PriceLine
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Contract, Part, Rounding, StageId
from tender_rules import national
from tender_rules.testing import packages
from tests.tries import tries

# Perpres 16/2018 Pasal 33 ayat (3); the amount is in lkpp-read values: above Rp200 juta.
_BOND_SHARE, _BOND_FROM, _BOND_ABOVE = Fraction(5, 100), Fraction(80, 100), 200_000_000


def price_of(bidder: Participant) -> Price | None:
    return None if bidder.price is None else reveal_for_storage(bidder.price)


def exact_total(package: Package, price: Price) -> Fraction | None:
    """The corrected total by the words of the regulation, in fractions; `None` if unknown.

    Volume of the document times unit price of the bid, with the document's rate for the line.
    """
    tender = package.tender
    if tender.contract in ("lumsum", "terima_jadi", "putar_kunci"):
        total = Fraction(price.stated_total)
    elif price.lines is None:
        if price.corrected_total is None:
            return None
        total = Fraction(price.corrected_total)
    else:
        total = _from_lines(package, price)
    asked = tender.requirements.get(StageId.KOREKSI_ARITMATIK)
    parts = {Rounding.RUPIAH: 1, Rounding.SEN: 100}.get(asked.rounding) if asked else None
    return total if parts is None else Fraction(floor(total * parts + Fraction(1, 2)), parts)


def _from_lines(package: Package, price: Price) -> Fraction:
    """Unit-price lines by volume, unit price and rate; the lumsum part as stated.

    Where the document sets lumsum lines apart by rate, each bears its own on what the bid wrote.
    """
    offered = {line.id: line for line in price.lines or ()}
    general = Fraction(package.tender.hps.vat_percent)
    total, fixed = Fraction(0), {}
    for line in package.tender.hps.lines or ():
        rate = general if line.vat_percent is None else Fraction(line.vat_percent)
        bid = offered.get(line.id)
        if package.tender.contract is Contract.GABUNGAN and line.part is Part.LUMSUM:
            written = Fraction(bid.amount or 0) if bid else Fraction(0)
            fixed[rate] = fixed.get(rate, Fraction(0)) + written
        elif bid is not None:
            total += Fraction(line.quantity) * Fraction(bid.unit_price or 0) * (100 + rate)
    if price.stated_parts is not None and len(fixed) <= 1:
        stated = Fraction(price.stated_parts.lumsum)
        fixed = {next(iter(fixed), general): stated}
    return (total + sum(net * (100 + rate) for rate, net in fixed.items())) / 100


@given(packages(bidders=(1, 4)))
def test_every_amount_is_what_fractions_give(package: Package) -> None:
    """Unconditional: corrected total, effects, percentage and bond of every bid with a total."""
    evaluation = evaluate(package, national())
    hps = Fraction(package.tender.hps.total)
    for bidder in package.participants:
        found, price = evaluation.price(bidder.id), price_of(bidder)
        if price is None or found is None or found.corrected_total is None:
            continue
        total = exact_total(package, price)
        assert total == Fraction(found.corrected_total)
        effects = sum((Fraction(row.effect) for row in found.corrections), Fraction(0))
        assert total - Fraction(price.stated_total) == effects
        shown = Fraction(found.percent_of_hps or 0)
        assert -Fraction(1, 20_000) <= total / hps * 100 - shown < Fraction(1, 20_000) or (
            shown - total / hps * 100 == Fraction(1, 20_000)
        )
        _check_bond(total, hps, found.performance_bond)


def _check_bond(total: Fraction, hps: Fraction, bond: object) -> None:
    if total > hps or total <= _BOND_ABOVE:
        assert bond is None
    else:
        base = total if total >= hps * _BOND_FROM else hps
        assert bond is not None
        assert Fraction(str(bond)) == base * _BOND_SHARE


# That a bid is at 80 percent exactly, and nothing rounds it, is rare.
@tries(60)
@given(
    packages(contract=Contract.LUMSUM, bidders=(1, 1), clean_prices=True),
    st.sampled_from([Decimal("-0.01"), Decimal(0), Decimal("0.01")]),
)
def test_the_bond_changes_its_base_at_80_percent_to_the_sen(package: Package, off: Decimal) -> None:
    """Unconditional: a sen below 80 percent the estimate is the base, from there on the bid."""
    hps = package.tender.hps.total + 1_000_000_000
    bidder = package.participants[0]
    price = price_of(bidder)
    assert price is not None
    bid = evolve(price, stated_total=hps * 80 / 100 + off)
    large = evolve(package.tender, pagu=hps, hps=evolve(package.tender.hps, total=hps))
    others = (evolve(bidder, price=Sealed(bid)), *package.participants[1:])
    found = evaluate(evolve(package, tender=large, participants=others), national()).price(
        bidder.id
    )
    assume(found)  # a file that cannot be opened has no price

    assert found is not None
    rounded = Fraction(found.corrected_total or 0)
    assert found.performance_bond is not None
    _check_bond(rounded, Fraction(hps), found.performance_bond)


@given(
    packages(contract=Contract.HARGA_SATUAN, bidders=(1, 4), one_rate=True, unrounded=True),
)
def test_corrected_lines_and_ppn_make_the_total(package: Package) -> None:
    """True of `harga_satuan` with one PPN rate, unrounded: net lines times 1.11, to the sen."""
    evaluation = evaluate(package, national())
    for bidder in package.participants:
        found, price = evaluation.price(bidder.id), price_of(bidder)
        if found is None or price is None or price.lines is None:
            continue
        fixed = corrected_lines(package, price)
        net = sum((Fraction(line.amount or 0) for line in fixed), Fraction(0))
        assert net * Fraction(111, 100) == Fraction(found.corrected_total or 0)


def corrected_lines(package: Package, price: Price) -> tuple[PriceLine, ...]:
    """The lines of a bid as its correction leaves them; a blank price stays blank."""
    offered = {line.id: line.unit_price for line in price.lines or ()}
    return tuple(
        PriceLine(
            line.id,
            line.quantity,
            offered.get(line.id),
            line.quantity * (offered.get(line.id) or 0),
            part=line.part,
        )
        for line in package.tender.hps.lines or ()
    )


def corrected(package: Package, evaluation: Evaluation) -> Package:
    """`package` with every bid replaced by what its correction made of it."""
    bidders = []
    for bidder in package.participants:
        found, price = evaluation.price(bidder.id), price_of(bidder)
        if price is not None and found is not None and found.corrected_total is not None:
            assume(found.corrected_total)  # nothing is no price that anybody could hand in
            price = evolve(
                price,
                stated_total=found.corrected_total,
                schedule_total=None,
                corrected_total=None if price.lines else found.corrected_total,
                corrected_by=None if price.lines else price.corrected_by,
                vat_percent=package.tender.hps.vat_percent,
                lines=price.lines and corrected_lines(package, price),
            )
        bidders.append(evolve(bidder, price=price and Sealed(price)))
    return evolve(package, participants=tuple(bidders))


@given(packages(bidders=(1, 4), unrounded=True, contract=Contract.HARGA_SATUAN))
def test_correction_is_idempotent(package: Package) -> None:
    """True where the document does not round: corrected lines and total have nothing to correct.

    (A rounded total is never the sum of its lines, so there the sheet shows sum and rounding
    again; the total stays.)
    """
    once = evaluate(package, national())
    twice = evaluate(corrected(package, once), national())

    known = [p for p in once.prices if p.corrected_total is not None and p.corrected_total > 0]
    assume(known)
    for before in known:
        after = twice.price(before.participant)
        assert after is not None
        assert before.corrected_total == after.corrected_total
        assert not after.corrections


@given(packages(bidders=(1, 4), contract=Contract.HARGA_SATUAN))
def test_a_corrected_total_stays_even_where_the_document_rounds(package: Package) -> None:
    """Unconditional for `harga_satuan`: correcting what was corrected gives the same total."""
    once = evaluate(package, national())
    twice = evaluate(corrected(package, once), national())

    assert [p.corrected_total for p in once.prices] == [p.corrected_total for p in twice.prices]
