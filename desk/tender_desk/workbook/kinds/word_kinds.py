# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""The kinds of cells that hold one of a few words: yes or no, a term of the law, a named id.

A word is read however it is spaced, joined or written large, and by what papers call it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from functools import lru_cache
from typing import Any, Self

from tender_desk.workbook.kinds.kind import (
    TEXT,
    CellError,
    CodeOf,
    Given,
    Kind,
    as_typed,
    beginning,
)
from tender_desk.workbook.reading.local import Local, Terms
from tender_engine.declared import Words
from tender_engine.formats.suggesting import numbers_in_words
from tender_engine.terms import AssessmentVerdict

__all__ = ["FLAG", "VERDICTS", "Choice", "Flag", "Named", "Word", "folded_word"]

_YES, _NO = ("ya", "true", "v", "✓", "✔", "√"), ("tidak", "false", "x")
# What is longer is no word of a list, and is not remembered.
_SHORT = 120
_SPACES = re.compile(r"[\s_-]+")
_SHORT_NOT = re.compile(r"\btdk\b\.?")
# A number and its word, `1 (satu)`, and what only parts words.
_TWICE, _BRACKETS = re.compile(r"\b([a-z]+) ?\(\1\)"), re.compile(r"[ (),]")


def folded_word(word: str) -> str:
    """A word of a choice however it is spaced, joined or written large; `tdk` is `tidak`."""
    return _folded(word) if len(word) <= _SHORT else _folded.__wrapped__(word)


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """The same words are asked for again with each row, and with each place of a block."""
    return _SHORT_NOT.sub("tidak", _SPACES.sub(" ", as_typed(word)).casefold())


def _joined(word: str) -> str:
    said = _TWICE.sub(r"\1", numbers_in_words(folded_word(word)))
    return _BRACKETS.sub("", said)


class Flag(Kind):
    """Yes or no; or, as papers say it, that something is `so`: `hadir` and `tidak hadir`."""

    of = bool
    terms = ("ya", "tidak")

    def __init__(self, so: str = "") -> None:
        self._yes = {*_YES, folded_word(so)} - {""}
        self._no = {*_NO, folded_word(f"tidak {so}")}

    def write(self, value: Any) -> str:
        return "ya" if value else "tidak"

    def read(self, cell: Given) -> bool | None:
        value = cell.value
        if value is None or isinstance(value, bool):
            return value
        word = folded_word(str(value))
        if word in self._yes or word in self._no:
            return word in self._yes
        if not word:
            return None
        raise CellError("XLS031", found=beginning(value))


class Choice(Kind):
    """A term of an enumeration, written with spaces. The shape behind it refuses unknown ones.

    `also` are the words of some of them; those that are `elsewhere` are read and not offered. In a
    workbook it is read as well by what papers call it: the words of the rulebook in `groups`.
    So it is by `phrases` that stand elsewhere, and behind words that papers set `before` any of
    them. `members` are the terms as the enumeration has them.
    """

    def __init__(
        self,
        terms: Iterable[str],
        also: Mapping[str, str] | None = None,
        *,
        elsewhere: Iterable[str] = (),
        groups: tuple[str, ...] = ("term",),
        phrases: Iterable[Mapping[Any, str]] = (),
        before: Iterable[str] = (),
    ) -> None:
        self._groups, self._before = groups, tuple(f"{word} " for word in before)
        words, members = also or {}, tuple(terms)
        self.members: Mapping[str, Any] = {str(member): member for member in members}
        self._words = {str(t): words.get(str(t), str(t).replace("_", " ")) for t in members}
        self._terms = {folded_word(term): term for term in self._words}
        for called in (*phrases, self._words):
            self._terms |= {folded_word(word): str(term) for term, word in called.items()}
        self._loose: Mapping[str, str] | None = None
        self._last: tuple[Mapping[str, Words], Self] | None = None
        apart = frozenset(elsewhere)
        self.terms = tuple(word for term, word in self._words.items() if term not in apart)

    @property
    def words(self) -> Mapping[str, str]:
        """The word of each term."""
        return self._words

    def within(self, local: Local) -> Self:
        # The columns of a sheet are asked for with each reading of it, of one rulebook's words.
        if self._last is None or self._last[0] is not local.terms.words:
            self._last = local.terms.words, self._called_by(local.terms)
        return self._last[1]

    def _called_by(self, terms: Terms) -> Self:
        called: dict[str, set[str]] = {}
        for term in self._words:
            for text in terms.said(term, self._groups):
                called.setdefault(folded_word(text), set()).add(term)
        # What two are called alike stands for neither.
        more = {text: named.pop() for text, named in called.items() if len(named) == 1}
        made = copy(self)
        made._terms, made._loose = more | self._terms, None
        return made

    def write(self, value: Any) -> str:
        return self._words.get(value, str(value))

    def read(self, cell: Given) -> str | None:
        text = TEXT.read(cell)
        if text is None:
            return None
        folded = folded_word(text)
        called = [folded, *(folded.removeprefix(word) for word in self._before)]
        found = (self._terms.get(each) or self._loosely(each) for each in called)
        return next(filter(None, found), text)

    def _loosely(self, text: str) -> str | None:
        """The one term called so where spaces, commas, brackets and figures for words are as one.

        `pasca kualifikasi` is one, and so is `2 (dua) file`.
        """
        if self._loose is None:
            named: dict[str, set[str]] = {}
            for word, term in self._terms.items():
                named.setdefault(_joined(word), set()).add(term)
            self._loose = {word: terms.pop() for word, terms in named.items() if len(terms) == 1}
        return self._loose.get(_joined(text))


class Word(Choice):
    """A code, or one of a few that people know by their words; nothing is chosen from a list."""

    def __init__(self, terms: Iterable[str]) -> None:
        super().__init__(terms)
        self.terms = ()

    def read(self, cell: Given) -> str | None:
        text, term = TEXT.read(cell), super().read(cell)
        return term if term is None or term == text else _Worded(term, str(text))

    def renamed(self, value: Any, code_of: CodeOf) -> str:
        if not isinstance(value, _Worded):
            return code_of.meant(value)
        code = code_of(value.typed)
        if code not in (None, value.typed):
            raise CellError("XLS190", found=value.typed[:40], first=self.write(value), second=code)
        return code or str(value)


class _Worded(str):
    """A term that was typed by its words, which an entry of the workbook may have as well."""

    typed: str

    def __new__(cls, term: str, typed: str) -> Self:
        made = super().__new__(cls, term)
        made.typed = typed
        return made


class Named(Choice):
    """An id of a few that people know by their words; it may be typed as well.

    What two are called alike stands for neither: each is then offered and read by its id alone.
    `printed` is how else each is called where it is read, and never offered.
    """

    open = True

    def __init__(
        self,
        words: Mapping[str, str],
        groups: tuple[str, ...] = (),
        printed: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        called = Counter(map(folded_word, words.values()))
        alone = {
            name: word if called[folded_word(word)] == 1 else name for name, word in words.items()
        }
        super().__init__(alone, alone, groups=groups)
        pairs = {(_joined(f), name) for name, forms in (printed or {}).items() for f in forms}
        count = Counter(form for form, _ in pairs)
        more = {form: name for form, name in pairs if count[form] == 1}
        self._terms = more | self._terms


FLAG = Flag()
# What minutes call a verdict on a requirement, in full and short.
VERDICTS = [
    {AssessmentVerdict.MEMENUHI: said, AssessmentVerdict.TIDAK_MEMENUHI: denied}
    for said, denied in (("memenuhi syarat", "tidak memenuhi syarat"), ("ms", "tms"))
]
