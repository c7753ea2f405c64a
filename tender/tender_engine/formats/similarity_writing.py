"""What is the same between bidders, as plain values ready for JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tender_engine.similarity import BaseRate, Similarity

if TYPE_CHECKING:
    from tender_engine.formats.typed_evaluation import BaseRateDict, SimilarityDict

__all__ = ["similarities_list"]


def similarities_list(found: Iterable[Similarity]) -> "list[SimilarityDict]":
    """Each fact with every key of the format, null where there is nothing."""
    return [_similarity(each) for each in found]


def _similarity(found: Similarity) -> "SimilarityDict":
    return {
        "kind": found.kind,
        "strength": str(found.strength),
        "participants": list(found.participants),
        "count": found.count,
        "compared": found.compared,
        "lines": None if found.lines is None else list(found.lines),
        "rule": found.rule,
        "facts": dict(found.facts),
        "base_rate": None if found.base_rate is None else _base_rate(found.base_rate),
    }


def _base_rate(rate: BaseRate) -> "BaseRateDict":
    return {
        "model": rate.model,
        "chance": rate.shown,
        "exact": None if rate.chance is None else str(rate.chance),
        "reason": rate.reason,
    }
