"""Who was determined as the winner, and when, as far as that stands."""

import datetime as dt

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import Award
from tender_engine.terms import Subject
from tender_rules.stages.standing_acts import acts_on

__all__ = ["Awarded", "awarded"]


@frozen
class Awarded:
    """That `winner` was determined, whether the figures come to it or to another."""

    winner: str
    at: dt.datetime


def awarded(evaluation: Evaluation) -> Awarded | None:
    """The award that stands; `None` before one, and where it was undone or all was called off."""
    acts = acts_on(evaluation.counted, Subject.PEMILIHAN)
    last = max(acts, key=lambda act: act.at, default=None)
    if not isinstance(last, Award) or last.winner is None:
        return None
    if any(ended.act == last for ended in evaluation.ended):
        return None
    return Awarded(last.winner, last.at)
