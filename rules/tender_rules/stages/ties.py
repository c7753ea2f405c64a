"""Equal bids that no provision orders: the decision of the panel on exactly those."""

from collections.abc import Collection
from datetime import datetime

from tender_engine.events import RankingDecision
from tender_engine.workflow import Case, once

__all__ = ["decided_order"]


def decided_order(
    case: Case, names: Collection[str], since: datetime | None = None
) -> list[str] | None:
    """The Pokja's order of exactly these: the latest decision that names them all, else `None`.

    With `since` a decision that is older was on another question.

    As with every question, more than half of all members have to have taken it.
    """
    if len(names) == 1:
        return list(names)
    fitting = _taken(case).get(tuple(sorted(names)), [])
    if since is not None:
        fitting = [e for e in fitting if e.at >= since]
    return list(max(fitting, key=lambda event: event.at).order) if fitting else None


@once
def _taken(case: Case) -> dict[tuple[str, ...], list[RankingDecision]]:
    """The decisions that more than half of all members took, by whom they put in order."""
    members = len(case.package.pokja.members)
    found: dict[tuple[str, ...], list[RankingDecision]] = {}
    for event in case.package.happened.of(RankingDecision):
        if 2 * len(set(event.by)) > members:
            found.setdefault(tuple(sorted(event.order)), []).append(event)
    return found
