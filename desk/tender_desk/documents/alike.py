"""What is the same between bidders, for those inside: each fact as one row, as people read it."""

from collections.abc import Mapping

from attrs import frozen

from tender_desk.documents.view import View
from tender_engine.similarity import BaseRate, Similarity
from tender_rules.similar.finding import compared_in, kinds_called
from tender_rules.told_facts import told_fact

__all__ = ["Alike", "AllAlike", "all_alike"]

_NOTHING = "Tidak ada fakta yang didaftar di antara yang dibandingkan."
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


@frozen
class AllAlike:
    """Every fact in the order of the library, and what is `said` beside them, if anything is."""

    facts: tuple[Alike, ...]
    said: str


def all_alike(view: View) -> AllAlike:
    """What is the same; for a view of those inside and nobody else.

    Raises:
        ValueError: the view is one for the public.
    """
    if not view.internal:
        raise ValueError("what bidders share is told to those inside alone")
    found, called = compared_in(view.evaluation), kinds_called()
    facts = tuple(
        Alike(
            called[each.kind].id,
            str(each.strength),
            each.participants,
            each.count,
            each.compared,
            _rarity(each.base_rate),
            tuple(told_fact(name, value) for name, value in _facts(each).items()),
        )
        for each in found.facts
    )
    said = [] if facts else [_NOTHING]
    return AllAlike(facts, " ".join([*said, found.of_many.words.id] if found.of_many else said))


def _facts(found: Similarity) -> Mapping[str, str]:
    lines = {"baris": ", ".join(found.lines)} if found.lines else {}
    return {**found.facts, **lines}


def _rarity(rate: BaseRate | None) -> str:
    if rate is None:
        return _NONE
    return rate.shown or (rate.reason or _NONE).replace("_", " ")
