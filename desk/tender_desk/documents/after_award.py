"""Where a result stands since people acted on it, in words: on screens, in papers and a report."""

import datetime as dt

from attrs import frozen

from tender_engine.declared import Vocabulary
from tender_engine.evaluation import AfterAward, AfterAwardState, Evaluation, PeriodState
from tender_rules.sanggah.facts import named

__all__ = ["Stands", "stands"]

# In these states days run, and a result goes on by their end.
_RUNNING = (AfterAwardState.MASA_SANGGAH, AfterAwardState.MASA_SANGGAH_BANDING)
_RECORDED_NEXT = ("catatan_berikutnya",)


@frozen
class Stands:
    """Where a result stands and what it waits for, which the state tells of days that are over."""

    state: str
    waits: tuple[str, ...]
    untold: tuple[str, ...]


def stands(evaluation: Evaluation, words: Vocabulary, today: dt.date | None = None) -> Stands:
    """Where the result of `evaluation` stands by its record, whose days may be over `today`.

    Of days that are over it is never said that they run: what has to follow is said with them.
    """
    after = evaluation.after_award
    if after is None:
        return Stands("", (), ())
    code, waits = named(after.state, after.waits_for), after.waits_for
    if today is not None and _went_by(evaluation, after, today):
        code, waits = f"{after.state}_berakhir", _RECORDED_NEXT
    said, awaited = words.said("after_award", code), [_waited(words, each) for each in waits]
    if code == after.state:
        return Stands(said, tuple(awaited), tuple(awaited))
    then = words.said("after_award", "then")
    return Stands(f"{said}; {then} {'; '.join(awaited)}", tuple(awaited), ())


def _waited(words: Vocabulary, code: str) -> str:
    return words.said("after_award.waits", code)


def _went_by(evaluation: Evaluation, after: AfterAward, today: dt.date) -> bool:
    """Whether the days that its state waits for ended before `today`, and nothing tells of it."""
    if after.state not in _RUNNING or after.waits_for != (f"akhir_{after.state}",):
        return False
    waited = [p for p in evaluation.calendar if p.id == after.state and not p.settled]
    return bool(waited) and all(p.on(today) is PeriodState.LEWAT for p in waited)
