# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""The kinds of cells that hold several values at once, with what parts one from the next."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from decimal import Decimal
from typing import Any, Self

from tender_desk.workbook.kinds.degrees import DEGREE
from tender_desk.workbook.kinds.kind import LINES, NONE, TEXT, CodeOf, Given, Kind, is_none
from tender_desk.workbook.kinds.number_kinds import grouped
from tender_desk.workbook.kinds.word_kinds import Choice
from tender_desk.workbook.reading.local import Local
from tender_engine.numbers import plain

__all__ = ["NAMES", "Listed", "Part"]

_PARTING = re.compile(r"[;\r\n]+")
# Between names, or words, that people write as a sentence; and what counts them in a list.
_BETWEEN = re.compile(r"(\s*(?:[,&/]|(?<=\s)dan(?=\s))\s*)", re.IGNORECASE)
# A comma that parts no degree from a name.
_COMMA = re.compile(rf"(,)(?!\s*{DEGREE}\s*(?:,|$))")
# A name has so many of these inside, as before each degree; in a cell of more names than any panel
# or tender lists as a sentence, each stands for itself, so that what it costs is bounded.
_MOST_INSIDE, _MANY = 4, 400
_COUNTED = re.compile(r"^[0-9]{1,2}[.)]\s+")


class Listed(Kind):
    """Several values in one cell, with semicolons or line breaks between them; a dash: no value.

    Between `codes`, which have none of them inside, commas part as well.
    """

    of = list

    def __init__(self, kind: Kind, *, codes: bool = False) -> None:
        self._kind, self._commas = kind, codes

    def within(self, local: Local) -> Self:
        made = copy(self)
        made._kind = self._kind.within(local)
        return made

    def write(self, value: Any) -> str:
        return "; ".join(str(_as_text(self._kind.write(part))) for part in value) or NONE

    def read(self, cell: Given) -> list[Any] | None:
        if not isinstance(cell.value, str | None):
            return [self._kind.read(cell)]
        text = LINES.read(cell)
        if text is None:
            return None
        if is_none(text):
            return []
        text = text.replace(",", ";") if self._commas else text
        parts = (part.strip() for part in _PARTING.split(text))
        return [said for part in parts for said in self._said(part) if said is not None]

    def _said(self, part: str) -> list[Any]:
        """What a part says: of a choice, as people join its words, each term."""
        whole, kind = self._kind.read(Part(part)), self._kind
        if isinstance(kind, Choice) and whole not in kind.members:
            each = [kind.read(Part(one)) for one in _BETWEEN.split(part)[::2] if one]
            if all(term in kind.members for term in each):
                return each
        return [whole]

    def is_other(self, text: str) -> bool:
        parts = filter(None, map(str.strip, _PARTING.split(text)))
        return any(map(self._kind.is_other, parts))

    def renamed(self, value: Any, code_of: CodeOf) -> list[Any]:
        return [self._kind.renamed(part, code_of) for part in value]


class _Names(Listed):
    """Entries of another sheet, by their codes or what they are called.

    Many a name has a comma before a degree or a legal form, and some an *and*: these part only what
    is an entry on either side, as a number before one is left out.
    """

    def renamed(self, value: Any, code_of: CodeOf) -> list[str]:
        every = (code_of.everybody(said) or self._codes(said, code_of) for said in value)
        return [code for codes in every for code in codes]

    def _codes(self, said: str, code_of: CodeOf) -> list[str]:
        found = [*_entries(_BETWEEN.split(said), code_of)]
        if not all(code for _, code in found):
            found = [*_entries(_COMMA.split(said), code_of)]
        return [code or code_of.meant(text) for text, code in found]


def _entries(pieces: Sequence[str], code_of: CodeOf) -> Iterator[tuple[str, str | None]]:
    """Texts, as they stand between what parts them, with their codes: the longest that have one."""
    at, inside = 0, _MOST_INSIDE if len(pieces) < _MANY else 0
    while at < len(pieces):
        for end in range(min(len(pieces), at + 2 * inside + 1), at, -2):
            text = "".join(pieces[at:end]).strip()
            if code := code_of(text) or code_of(_COUNTED.sub("", text)):
                break
        if text:
            yield text, code
        at = end + 1


class Part:
    """A part of a cell's text, as if it had a cell of its own."""

    number_format = "@"

    def __init__(self, value: str) -> None:
        self.value = value


NAMES = _Names(TEXT)


def _as_text(written: Any) -> Any:
    return grouped(plain(written)) if isinstance(written, Decimal) else written
