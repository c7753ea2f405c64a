"""Jaminan: when a bond is due and how much, to the last sen."""

from decimal import Decimal

from tender.law import Ask

__all__ = ["performance_bond"]


def performance_bond(total: Decimal, hps: Decimal, ask: Ask) -> Decimal | None:
    """The *jaminan pelaksanaan* for a contract of `total` under an estimate of `hps`, in rupiah.

    From 80 percent of the estimate on it is a share of the contract, below that the same share of
    the estimate; `None` where the contract is too small, or the bid above the estimate.
    Source: Perpres 16/2018 Pasal 33 ayat (1) and (3). Never rounded.
    """
    if total > hps * ask.decimal("price.ceiling_share"):
        return None
    if total <= ask.decimal("bond.performance_above"):
        return None
    base = total if total >= hps * ask.decimal("bond.performance_from_share") else hps
    return base * ask.decimal("bond.performance_share")
