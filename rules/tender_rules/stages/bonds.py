"""Jaminan: when a bond is due and how much, to the last sen."""

from decimal import Decimal

from tender_engine.law import Ask
from tender_engine.terms import Category
from tender_engine.workflow import Case
from tender_rules.procurement_kind import is_seleksi

__all__ = ["appeal_bond", "bond_of"]


def performance_bond(
    total: Decimal, hps: Decimal, ask: Ask, *, contract: Decimal | None = None
) -> Decimal | None:
    """The *jaminan pelaksanaan* for a corrected bid of `total` under an estimate, in rupiah.

    From 80 percent of the estimate on it is a share of the contract, below that the same share of
    the estimate; `None` where the contract is too small, or the bid above the estimate. The
    contract is at what was bid, unless talks brought it to `contract`.
    Source: Perpres 16/2018 Pasal 33 ayat (1) and (3). Never rounded.
    """
    value = total if contract is None else contract
    if total > hps * ask.decimal("price.ceiling_share"):
        return None
    if value <= ask.decimal("bond.performance_above"):
        return None
    base = value if total >= hps * ask.decimal("bond.performance_from_share") else hps
    return base * ask.decimal("bond.performance_share")


def bond_of(case: Case, total: Decimal, contract: Decimal | None = None) -> Decimal | None:
    """The performance bond of a bid of this tender; consultancy gives none (Pasal 30 ayat (5))."""
    tender = case.package.tender
    if is_seleksi(tender):
        return None
    hps = tender.hps.total
    return performance_bond(total, hps, case.ask, contract=contract)


def appeal_bond(case: Case) -> Decimal | None:
    """The *jaminan sanggah banding*, in rupiah; only works know an appeal (Pasal 30 ayat (2)).

    Source: Perpres 16/2018 Pasal 32 ayat (1). Never rounded, and without a highest amount.
    """
    tender = case.package.tender
    if tender.category is not Category.PEKERJAAN_KONSTRUKSI:
        return None
    return tender.hps.total * case.ask.decimal("bond.appeal_share")
