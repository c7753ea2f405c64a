"""Faults with what they name in words of English: the law's, and what stood in a workbook."""

import re

from attrs import evolve

from tender_engine.faults import Fault
from tender_rules.in_english import fault_in_english
from tender_rules.words import CALENDAR, in_english_figures

__all__ = ["in_english"]

# Told with the time or the word that stood there at the last refresh, or with a day of it.
_OF_THEN = frozenset(
    {"XLS202", "XLS203", "XLS204", "XLS205", "XLS221", "XLS224", "XLS228", "SRT006", "SRT007"}
)
# A time alone, and a score before the reason that people gave.
_TOLD_THEN = re.compile(
    rf"(?:(?:{'|'.join(CALENDAR)}), )?\d\d? [A-Z][a-z]+ \d{{4}}.*"
    r"|(?:^|(?<=: ))[\d.]+,\d+(?=$| \(|;)"
)


def in_english(fault: Fault) -> Fault:
    """A fault with what it names in words in English, and what stood there at the last refresh."""
    if fault.code not in _OF_THEN:
        return fault_in_english(fault)
    told = {k: _TOLD_THEN.sub(_figured, v) for k, v in fault.params.items()}
    return evolve(fault, params=told)


def _figured(found: re.Match[str]) -> str:
    return in_english_figures(found[0])
