"""Equal bids that no provision orders: the decision of the panel on exactly those."""

from collections.abc import Collection
from datetime import datetime

from tender.events import RankingDecision
from tender.workflow import Case

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
    decisions = [e for e in case.package.events if isinstance(e, RankingDecision)]
    members = len(case.package.pokja.members)
    taken = [e for e in decisions if 2 * len(set(e.by)) > members]
    fitting = [e for e in taken if sorted(e.order) == sorted(names)]
    if since is not None:
        fitting = [e for e in fitting if e.at >= since]
    return list(max(fitting, key=lambda event: event.at).order) if fitting else None
