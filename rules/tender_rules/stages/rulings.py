"""What the PA/KPA decides where the PPK refuses a result: that it stands, or that it fails."""

from bisect import bisect_right

from tender_engine.events import Award, FailureAct, Refusal
from tender_engine.model import Package
from tender_engine.terms import Decider, Refuser, Subject

__all__ = ["rulings"]


def rulings(package: Package) -> list[Award]:
    """Determinations by the PA of the winner that the PPK refused, oldest first.

    Each says that the result stands, and determines nobody anew: nothing is announced or objected
    to again. That it fails is a ground of its own.
    """
    refused = sorted(e.at for e in package.happened.of(Refusal) if e.by is Refuser.PPK)
    if not refused:
        return []
    acts: list[Award | FailureAct] = [*package.happened.of(Award), *package.happened.of(FailureAct)]
    found: list[Award] = []
    winner, since = None, refused[0]
    for act in sorted((e for e in acts if e.of == Subject.PEMILIHAN), key=lambda act: act.at):
        last = bisect_right(refused, act.at)
        is_answered = last > 0 and refused[last - 1] >= since
        if isinstance(act, FailureAct):
            winner = None
        elif is_answered and act.by is Decider.PA and act.winner == winner:
            found.append(act)
        else:
            winner = act.winner
        since = act.at
    return found
