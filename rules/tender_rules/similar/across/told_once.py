"""Each bid once: of copies of a package, and of evaluations of the same bids, one alone counts."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from tender_engine.formats.canonical import package_digest
from tender_engine.terms import PreviousKind
from tender_rules.similar.across.who_is_who import Given

__all__ = ["LeftOut", "Why", "left_out"]


class Why(StrEnum):
    """Why a tender is not looked at beside another."""

    SALINAN = "salinan"
    EVALUASI_ULANG = "evaluasi_ulang"


@frozen
class LeftOut:
    """That the tender number `n` stands for it, and why."""

    n: int
    why: Why


def left_out(tenders: Sequence[Given]) -> Mapping[int, LeftOut]:
    """By number, the tenders of which another has the same bids.

    A copy gives way to the first, and what was evaluated anew to the evaluation that followed it.
    """
    first: dict[str, int] = {}
    found: dict[int, LeftOut] = {}
    for given in tenders:
        digest = package_digest(given.evaluation.given)
        n = first.setdefault(digest, given.n)
        if n != given.n:
            found[given.n] = LeftOut(n, Why.SALINAN)
    for given in tenders:
        before = given.evaluation.given.previous
        if given.n in found or before is None or before.kind is not PreviousKind.EVALUASI_ULANG:
            continue
        if before.package in first:
            found[first[before.package]] = LeftOut(given.n, Why.EVALUASI_ULANG)
    return found
