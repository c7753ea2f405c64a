"""Rounds: whether a qualification or a tender is a repeat, and which rules that brings."""

from tender_engine.law import Ask
from tender_engine.workflow import Case

__all__ = ["is_repeat"]


def is_repeat(case: Case) -> bool:
    """Whether this is a *prakualifikasi ulang*.

    Pasal 51 ayat (5) speaks of one; that a further one follows the same rules no text says.
    """
    number = case.package.tender.qualification_round

    def question(ask: Ask) -> bool:
        first = ask.decimal("qualification.repeat_from_round")
        if number > first:
            ask.text("qualification.later_repeat")
        return number >= first

    return case.once("repeat", lambda: question(case.ask))
