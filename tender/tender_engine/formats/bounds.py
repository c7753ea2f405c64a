"""How much a package may hold: numbers that `docs/format.md` names and the JSON Schema has.

A file beyond them is refused before anything is made of it, so that nobody waits for it and no
machine runs out of memory.
"""

from collections.abc import Mapping

__all__ = [
    "CARRIED",
    "COMPARED",
    "ENTRIES",
    "IN_ALL",
    "LINES",
    "LONGEST_TEXT",
    "OTHERS",
    "PARTICIPANTS",
    "QUESTIONS",
    "STRAY",
    "VALUES",
    "WORDS",
    "WORD_SIGNS",
]

PARTICIPANTS = 2_000
# Of the document, of a price, or of an analysis.
LINES = 20_000
# Assessments, and events.
ENTRIES = 200_000
# Every other list.
OTHERS = 2_000
# How much lists with the same bound hold together, and the fault that says so.
IN_ALL: Mapping[int, tuple[int, str]] = {LINES: (200_000, "PKT098"), OTHERS: (800_000, "PKT102")}
# Lines of the document and of bids that are held against each other, bid by bid.
COMPARED = 200_000
# Answers that are asked for: each member, on each criterion, about each participant.
QUESTIONS = 300_000
# Words of the panel as they are told: each member's, on each criterion, about each participant; a
# note counts as one more for each so many signs.
WORDS, WORD_SIGNS = 800_000, 500
# Signs of JSON in `extensions`.
CARRIED = 1024 * 1024
# Bytes of the longest text, and of the longest stretch without a text.
LONGEST_TEXT = 16 * 1024 * 1024
# Values of the whole file, and keys and values that nobody knows.
VALUES, STRAY = 6_000_000, 400_000
