"""What a cell of the workbook may hold: each kind writes a value of the format and reads it back.

A value is that of the JSON format: a text, a number as text, a truth, a list. `None` is an empty
cell. All kinds are taken from here: those of a text stand beside what every kind is, those of
numbers, of words and of lists in modules of their own.
"""

from tender_desk.workbook.kinds.asked_texts import (
    CLAUSE,
    MARKED,
    NAME,
    NUMBER_ONLY,
    PAPER_NUMBER,
    SAYING,
    WORDS,
    Mail,
    Name,
    Words,
)
from tender_desk.workbook.kinds.kind import (
    LINES,
    NONE,
    PROSE,
    TEXT,
    CellError,
    Code,
    CodeOf,
    Given,
    Kind,
    TextKind,
    as_typed,
    is_none,
)
from tender_desk.workbook.kinds.list_kinds import NAMES, Listed, Part
from tender_desk.workbook.kinds.number_kinds import (
    BLANKABLE,
    LEFT_BLANK,
    NUMBER,
    PERCENT,
    RATE,
    SHARE,
    WHOLE,
    grouped,
)
from tender_desk.workbook.kinds.word_kinds import (
    FLAG,
    VERDICTS,
    Choice,
    Flag,
    Named,
    Word,
    folded_word,
)

__all__ = [
    "BLANKABLE",
    "CLAUSE",
    "FLAG",
    "LEFT_BLANK",
    "LINES",
    "MARKED",
    "NAME",
    "NAMES",
    "NONE",
    "NUMBER",
    "NUMBER_ONLY",
    "PAPER_NUMBER",
    "PERCENT",
    "PROSE",
    "RATE",
    "SAYING",
    "SHARE",
    "TEXT",
    "VERDICTS",
    "WHOLE",
    "WORDS",
    "CellError",
    "Choice",
    "Code",
    "CodeOf",
    "Flag",
    "Given",
    "Kind",
    "Listed",
    "Mail",
    "Name",
    "Named",
    "Part",
    "TextKind",
    "Word",
    "Words",
    "as_typed",
    "folded_word",
    "grouped",
    "is_none",
]
