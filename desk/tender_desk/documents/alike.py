"""What is the same between bidders, for those inside: each fact as one row, as people read it."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tender_desk.documents.view import View
from tender_engine.similarity import BaseRate, Similarity
from tender_rules.similar.finding import kinds_called, similarities_of
from tender_rules.told_facts import told_fact

__all__ = ["NOTHING_ALIKE", "Alike", "all_alike"]

NOTHING_ALIKE = "Tidak ada yang sama di antara yang dibandingkan."
_NONE = "–"


@frozen
class Alike:
    """One fact: what is the same, how much that says, between whom, and how rare it is.

    `more` are what else is known of it, by name and value.
    """

    kind: str
    strength: str
    codes: tuple[str, ...]
    count: int
    compared: int
    rarity: str
    more: tuple[tuple[str, str], ...]


def all_alike(view: View) -> Iterator[Alike]:
    """Every fact in the order of the library; for a view of those inside and nobody else.

    Raises:
        ValueError: the view is one for the public.
    """
    if not view.internal:
        raise ValueError("what bidders share is told to those inside alone")
    called = kinds_called()
    for found in similarities_of(view.evaluation):
        yield Alike(
            called[found.kind].id,
            str(found.strength),
            found.participants,
            found.count,
            found.compared,
            _rarity(found.base_rate),
            tuple(told_fact(name, value) for name, value in _facts(found).items()),
        )


def _facts(found: Similarity) -> Mapping[str, str]:
    lines = {"baris": ", ".join(found.lines)} if found.lines else {}
    return {**found.facts, **lines}


def _rarity(rate: BaseRate | None) -> str:
    if rate is None:
        return _NONE
    return rate.shown or (rate.reason or _NONE).replace("_", " ")
