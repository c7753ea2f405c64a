"""Rounds: whether a qualification or a tender is a repeat, and which rules that brings."""

from tender_engine.workflow import Case, once

__all__ = ["is_repeat"]


@once
def is_repeat(case: Case) -> bool:
    """Whether this is a *prakualifikasi ulang*.

    Pasal 51 ayat (5) speaks of one; that a further one follows the same rules no text says.
    """
    number = case.package.tender.qualification_round
    first = case.ask.decimal("qualification.repeat_from_round")
    if number > first:
        case.ask.text("qualification.later_repeat")
    return number >= first
