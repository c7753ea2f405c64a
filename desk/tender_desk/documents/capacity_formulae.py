"""The formulas of what a business can still take on, in words, as far as the document asks them."""

from collections.abc import Iterator
from typing import Any

from tender_desk.documents.method_formulae import Computation
from tender_desk.documents.view import View
from tender_engine.declared import Check
from tender_engine.law import Ask
from tender_engine.numbers import in_percent
from tender_engine.terms import Category, StageId
from tender_rules.stages.kd import KD, TimesAsked, times_asked, times_of
from tender_rules.stages.skn import SKN, FactorsAsked, factors_asked
from tender_rules.stages.skp import SKP, PackagesAsked, packages_asked
from tender_rules.words import number

__all__ = ["capacities"]

_BY_DOCUMENT = "menurut Dokumen Pemilihan"


def capacities(view: View) -> Iterator[Computation]:
    """SKP, KD and SKN with the factors and limits that hold for this tender."""
    asked = view.package.tender.asks(StageId.EVALUASI_KUALIFIKASI)
    if not view.has(StageId.EVALUASI_KUALIFIKASI):
        return
    made: list[tuple[Check[Any, Any], str, str]] = []
    if (packages := packages_asked(asked)) is not None:
        made.append((SKP, *_packages(view, packages)))
    if (times := times_asked(asked)) is not None:
        made.append((KD, _highest_contract(view, times), ""))
    if (factors := factors_asked(asked)) is not None:
        made.append((SKN, _finances(view, factors), ""))
    for check, words, text in made:
        basis = view.document(asked.clause_of(check.key))
        yield check.words.id, words, f"{basis}; {text}" if text else basis


def _packages(view: View, own: PackagesAsked) -> tuple[str, str]:
    """The formula, and beside the document's clause the text that gives the KP, if one does."""
    kp, text = _BY_DOCUMENT, ""
    if own.kp is not None:
        kp = number(own.kp)
    elif view.package.tender.category is Category.PEKERJAAN_KONSTRUKSI:
        kp, text = _kp(view), view.value_cited("skp.kp_small")
    least = view.value_said("skp.least") if own.least is None else number(own.least)
    words = (
        f"SKP = KP − jumlah paket yang sedang berjalan; KP {kp}; lulus apabila SKP paling kurang "
        f"{least}"
    )
    return words, text


def _kp(view: View) -> str:
    small, other, factor = (
        view.value_said(f"skp.kp_{part}") for part in ("small", "other", "factor")
    )
    return (
        f"usaha kecil {small}, selain usaha kecil yang terbesar dari {other} dan {factor} × N "
        "(paket terbanyak yang ditangani pada saat bersamaan dalam 5 tahun terakhir)"
    )


def _highest_contract(view: View, own: TimesAsked) -> str:
    tender = view.package.tender
    factor = times_of(tender, own, Ask(view.evaluation.law))
    times = f"pengali {_BY_DOCUMENT}" if factor is None else number(factor)
    within = f" dalam {own.years} tahun terakhir" if own.years is not None else ""
    return (
        f"KD = {times} × nilai pengalaman tertinggi (NPt){within}; lulus apabila KD paling kurang "
        f"nilai total HPS, yaitu {view.money(tender.hps.total)}"
    )


def _finances(view: View, own: FactorsAsked) -> str:
    factors = [
        f"{name} {_BY_DOCUMENT if value is None else number(value)}"
        for name, value in (("fp", own.fp), ("fl", own.fl))
    ]
    share = own.least_share
    if share is None:
        share = view.value("skn.least_share").number
    least = view.package.tender.hps.total * share
    return (
        "SKN = fp × fl × ekuitas − jumlah seluruh ((nilai kontrak − prestasi) × porsi) paket yang "
        f"sedang berjalan; {', '.join(factors)}; lulus apabila SKN paling kurang "
        f"{number(in_percent(share))}% × nilai total HPS, yaitu {view.money(least)}"
    )
