# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""What a cell of the workbook may hold: each kind writes a value of the format and reads it back.

A value is that of the JSON format: a text, a number as text, a truth, a list. `None` is an empty
cell. Numbers never pass through arithmetic of floats: what a cell holds is taken by the 15 digits
that Excel shows of it, and a number of more digits, which Excel would cut, is written as a text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from decimal import Decimal
from typing import Any, Self

from attrs import evolve

from tender_desk.ooxml.numerals import amount_of
from tender_desk.workbook.kind import (
    PROSE,
    TEXT,
    CellError,
    Code,
    CodeOf,
    Given,
    Kind,
    TextKind,
    beginning,
)
from tender_desk.workbook.local import Local
from tender_desk.workbook.units import RUPIAH, without_unit
from tender_engine.formats.source import NumberText
from tender_engine.formats.suggesting import numbers_in_words
from tender_engine.numbers import in_percent, plain

__all__ = [
    "BLANKABLE",
    "FLAG",
    "LEFT_BLANK",
    "NAMES",
    "NONE",
    "NUMBER",
    "PERCENT",
    "PROSE",
    "RATE",
    "SHARE",
    "TEXT",
    "WHOLE",
    "CellError",
    "Choice",
    "Code",
    "CodeOf",
    "Flag",
    "Given",
    "Kind",
    "Listed",
    "Named",
    "Part",
    "Word",
    "folded_word",
    "grouped",
    "is_none",
]

_EXACT_DIGITS = 15
NONE = "-"
_YES, _NO = ("ya", "true", "v", "✓", "√"), ("tidak", "false", "x")
# A thousand to who writes English, one and a part to who writes Indonesian; and the other way.
_TWO_WAYS = re.compile(r"(?:Rp\.? ?)?([1-9][0-9]{0,2}),([0-9]{3})(?:,-)?", re.IGNORECASE)
_OTHER_WAYS = re.compile(r"([1-9][0-9]{0,2})\.([0-9]{3})")
# A whole number of thousands, or one with decimals that are none.
_WHOLE_WAYS = re.compile(r"([1-9][0-9]{0,2})[.,]000")
_SPACES = re.compile(r"[\s_-]+")
_SPACE = re.compile(r"\s+")
_PARTING = re.compile(r"[;\r\n]+")
# Between names that people write as a sentence; and what counts them in a list.
_BETWEEN = re.compile(r"\s*(?:[,&/]|(?<=\s)dan(?=\s))\s*", re.IGNORECASE)
_COUNTED = re.compile(r"^[0-9]{1,2}[.)]\s+")


def folded_word(word: str) -> str:
    """A word of a choice however it is spaced, joined or written large."""
    return _SPACES.sub(" ", word.strip()).casefold()


def _joined(word: str) -> str:
    return numbers_in_words(folded_word(word)).replace(" ", "")


class _Number(Kind):
    """An exact number, which a text may say with its unit."""

    shown = "#,##0.##"
    _unit, _parted = "", True

    def within(self, local: Local) -> Self:
        made = copy(self)
        made._unit = local.unit
        return made

    def write(self, value: Any) -> Decimal | str:
        number = Decimal(value)
        digits = len(number.normalize().as_tuple().digits)
        large = number.adjusted() >= _EXACT_DIGITS or digits > _EXACT_DIGITS
        return grouped(plain(number)) if large else number

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
            raise CellError("XLS030", found=beginning(value))
        number = self._typed(value) if isinstance(value, str) else _shown(value)
        if number is None or not number.is_finite():
            raise CellError("XLS030", found=beginning(value))
        if isinstance(value, int | float) and number.adjusted() >= _EXACT_DIGITS:
            raise CellError("XLS033")
        if not isinstance(value, str) and "%" in _unquoted(cell.number_format):
            number = in_percent(number)
        return plain(number)

    def _typed(self, text: str) -> Decimal | None:
        figure = without_unit(text, self._unit).replace("\xa0", " ").strip()
        if not self._parted and (thousands := _WHOLE_WAYS.fullmatch(figure)):
            part, whole = thousands[1], f"{thousands[1]}000"
            raise CellError("XLS222", found=beginning(text), whole=whole, part=part)
        # No amount of money has three digits of sen, and no whole number any.
        dotted = self._parted and self._unit != RUPIAH
        two = _TWO_WAYS.fullmatch(figure) or (dotted and _OTHER_WAYS.fullmatch(figure))
        if two:
            params = {"whole": f"{two[1]}.{two[2]},00", "part": f"{two[1]},{two[2]}0"}
            raise CellError("XLS096", found=beginning(text), **params)
        return amount_of(figure)


class _Rate(_Number):
    """A rate of PPN in percent: what is below one is surely a share that lost its percent sign."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text is not None and 0 < Decimal(text) < 1:
            raise CellError("XLS097", found=beginning(text))
        return text


class _Percent(_Number):
    """A percentage; below one it says its sign, without which it may be a share."""

    _unit = "%"

    def within(self, local: Local) -> Self:
        return super().within(evolve(local, unit="%"))

    def write(self, value: Any) -> Decimal | str:
        number = Decimal(value)
        return f"{grouped(plain(number))}%" if 0 < number < 1 else super().write(value)

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        if text is not None and 0 < Decimal(text) < 1 and not self._is_signed(cell):
            share = plain(in_percent(Decimal(text)))
            raise CellError("XLS217", found=grouped(text), known=grouped(share))
        return text

    def _is_signed(self, cell: Given) -> bool:
        if isinstance(cell.value, str):
            return without_unit(cell.value, self._unit) != cell.value
        return "%" in _unquoted(cell.number_format)


class _Share(TextKind):
    """A share of the price, such as `11/12`. Excel makes a date of one outside of a text cell."""

    def read(self, cell: Given) -> str | None:
        text = super().read(cell)
        return None if text is None else _SPACE.sub("", text)


class _Blankable(_Number):
    """A number that a bidder may have left blank, which a dash says: an empty cell says nothing."""

    of = str | None

    def write(self, value: Any) -> Decimal | str:
        return NONE if value is None else super().write(value)

    def read(self, cell: Given) -> Any:
        if isinstance(cell.value, str) and is_none(cell.value.strip()):
            return LEFT_BLANK
        return super().read(cell)


class _Whole(_Number):
    """A whole number, which the format writes without quotes."""

    of = int
    shown = "0"
    _parted = False

    def read(self, cell: Given) -> NumberText | None:
        text = super().read(cell)
        return None if text is None else NumberText(text)


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
    So it is by `phrases` that stand elsewhere. `members` are the terms as the enumeration has them.
    """

    def __init__(
        self,
        terms: Iterable[str],
        also: Mapping[str, str] | None = None,
        *,
        elsewhere: Iterable[str] = (),
        groups: tuple[str, ...] = ("term",),
        phrases: Iterable[Mapping[Any, str]] = (),
    ) -> None:
        self._groups = groups
        words, members = also or {}, tuple(terms)
        self.members: Mapping[str, Any] = {str(member): member for member in members}
        self._words = {str(t): words.get(str(t), str(t).replace("_", " ")) for t in members}
        self._terms = {folded_word(term): term for term in self._words}
        for called in (*phrases, self._words):
            self._terms |= {folded_word(word): str(term) for term, word in called.items()}
        self._loose: Mapping[str, str] | None = None
        apart = frozenset(elsewhere)
        self.terms = tuple(word for term, word in self._words.items() if term not in apart)

    @property
    def words(self) -> Mapping[str, str]:
        """The word of each term."""
        return self._words

    def within(self, local: Local) -> Self:
        called: dict[str, set[str]] = {}
        for term in self._words:
            for text in local.terms.said(term, self._groups):
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
        return self._terms.get(folded_word(text)) or self._loosely(text) or text

    def _loosely(self, text: str) -> str | None:
        """The one term that is called so if neither spaces nor figures for words are looked at.

        `pasca kualifikasi` is one, and so is `2 file`.
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
        text = TEXT.read(cell)
        if text is None:
            return None
        if is_none(text):
            return []
        text = text.replace(",", ";") if self._commas else text
        parts = (self._kind.read(Part(part.strip())) for part in _PARTING.split(text))
        return [part for part in parts if part is not None]

    def renamed(self, value: Any, code_of: CodeOf) -> list[Any]:
        return [self._kind.renamed(part, code_of) for part in value]


class _Names(Listed):
    """Entries of another sheet, by their codes or what they are called.

    Many a name has a comma before a degree or a legal form, and some an *and*: these part only what
    is an entry on either side, as a number before one is left out.
    """

    def renamed(self, value: Any, code_of: CodeOf) -> list[str]:
        return [code for said in value for code in self._codes(said, code_of)]

    def _codes(self, said: str, code_of: CodeOf) -> list[str]:
        if code := code_of(said):
            return [code]
        parts = [_COUNTED.sub("", part) for part in _BETWEEN.split(said) if part]
        codes = [code for part in parts if (code := code_of(part))]
        if parts and len(codes) == len(parts):
            return codes
        return [code_of.meant(part) for one in said.split(",") if (part := one.strip())]


class Part:
    """A part of a cell's text, as if it had a cell of its own."""

    number_format = "@"

    def __init__(self, value: str) -> None:
        self.value = value


NUMBER, WHOLE, PERCENT, FLAG = _Number(), _Whole(), _Percent(), Flag()
NAMES = _Names(TEXT)
BLANKABLE, RATE, SHARE = _Blankable(), _Rate(), _Share()
# What a dash says of a number: that there is none, and that this is known.
LEFT_BLANK: Any = object()


def is_none(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, which Excel may have made longer."""
    return text in (NONE, "–")


def grouped(number: str) -> str:
    """A plain number in Indonesian spelling.

    >>> grouped("1234567.5")
    '1.234.567,5'
    """
    whole, _, part = number.partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def _as_text(written: Any) -> Any:
    return grouped(plain(written)) if isinstance(written, Decimal) else written


def _shown(value: float | Decimal) -> Decimal:
    """A number by the digits that Excel keeps and shows; what somebody computed by all of them."""
    return Decimal(f"{value:.{_EXACT_DIGITS}g}" if isinstance(value, float) else value)


def _unquoted(form: str) -> str:
    """A number format without its quoted parts."""
    return re.sub(r'"[^"]*"|\\.', "", form or "")
