"""What is filled into the words of a fault, as who typed a workbook reads it.

Readers and the law name what they found as the format does: keys, terms, moments, plain numbers.
Here, and nowhere else, those become titles of columns, words of choices, long local times and
figures. What somebody typed, and codes, stay as they are.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from attrs import evolve

from tender_desk.workbook.kinds import Choice
from tender_desk.workbook.layouts.layout import ANY, Form, KeyPath
from tender_desk.workbook.layouts.tables import Layout, layout_of
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.faults import Fault, Path
from tender_engine.rulebook import Rulebook
from tender_rules.words import date_and_clock, in_english_figures, long_date, number

__all__ = ["in_words"]

# Codes of which `found` is what somebody typed: nothing of it is put otherwise.
_TYPED = frozenset({"PKT010", "PKT015", "PKT018", "PKT019", "PKT020", "PKT026", "PKT028"})
# The sheets' own faults repeat what was typed as well, but for what Excel made a date of.
_OF_SHEETS, _A_DATE = "XLS", "XLS047"
# Codes that name, of the format, what has no column and no choice of its own.
_SPACED = frozenset({"PKT022", "PKT025", "ATR097", "ATR099"})
# Parameters that are plain numbers of the format.
_FIGURES: Mapping[str, tuple[str, ...]] = {
    "PKT014": ("found",),
    "PKT034": ("total",),
    "PKT036": ("total",),
    "PKT039": ("bound",),
    "PKT058": ("bound",),
    "PKT086": ("found", "most"),
    "ATR021": ("total",),
    "ATR022": ("found", "least", "most"),
    "ATR106": ("found", "least", "most"),
    "ATR035": ("found", "percent"),
    "ATR038": ("found", "most"),
    "XLS239": ("total", "made", "apart"),
}
# Parameters that name keys of the format, in a list or alone.
_KEYS = ("key", "keys", "what")
# Parameters in which terms and stages are named.
_NAMING = ("found", "known", "what")
# Of keys that are not known only those can be meant that have a column.
_UNKNOWN_KEY = "PKT010"
_KIND_OF_VALUE, _OUT_OF_BOUNDS = "PKT012", "PKT014"
# What a number has to be, by the sign of the format before a figure.
_BOUNDS = {
    "<=": ("paling banyak {}", "at most {}"),
    ">=": ("paling sedikit {}", "at least {}"),
    ">": ("lebih dari {}", "more than {}"),
}
_WHOLE = ("bilangan bulat dari {} sampai {}", "a whole number from {} to {}")
# Where a day of the week is named.
_WEEKDAY = ("XLS174", "day")
# What JSON can hold, as a cell holds it.
_KINDS = {
    "object": ("beberapa isian", "several entries"),
    "array": ("daftar", "a list"),
    "string": ("teks", "a text"),
    "number": ("angka", "a number"),
    "integer": ("bilangan bulat", "a whole number"),
    "boolean": ("ya atau tidak", "ya or tidak"),
    "null": ("kosong", "empty"),
    "float": ("angka", "a number"),
}
# What the law says where the document may set nothing.
_NOTHING = {"tidak ada (none)": ("tidak ada", "none")}
# As the format writes a moment or a day, and as Python shows one.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?([+-]\d\d:\d\d|Z)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TERM = re.compile(r"[a-z]+(_[a-z]+)+")


def in_words(
    faults: Iterable[Fault], places: CellPlaces, rulebook: Rulebook, lang: str
) -> Iterator[Fault]:
    """The `faults` of a workbook with what they name in the words of its sheets."""
    wording = _Wording(places, rulebook, lang)
    for fault in faults:
        said = {name: wording.said(fault, name, text) for name, text in fault.params.items()}
        yield evolve(fault, params=said) if said != fault.params else fault


class _Wording:
    """The words for one workbook, under one rulebook, in one language."""

    def __init__(self, places: CellPlaces, rulebook: Rulebook, lang: str) -> None:
        self._places, self._rulebook, self._lang = places, rulebook, lang
        self._layout = layout_of(rulebook.declarations)
        self._titles, self._words = _titles(self._layout), _words(self._layout)

    def said(self, fault: Fault, name: str, text: str) -> str:
        """What a parameter of a fault is in words."""
        if name == "found" and _is_as_typed(fault.code):
            return text
        if name == "bound" and fault.code == _OUT_OF_BOUNDS:
            return _bounds(text, self._lang)
        called = _KINDS if fault.code == _KIND_OF_VALUE else _NOTHING
        if text in called:
            return called[text][self._lang == "en"]
        if written := text if (fault.code, name) == _WEEKDAY else _written(fault, name, text):
            return in_english_figures(written) if self._lang == "en" else written
        parts = [part.strip() for part in text.split(",")] if name in _KEYS else text.split(", ")
        if name == "known" and fault.code == _UNKNOWN_KEY:
            return ", ".join(self._titles[part] for part in parts if part in self._titles)
        words = (self._title(part, fault) if name in _KEYS else "" for part in parts)
        said = [word or self._word(part) for word, part in zip(words, parts, strict=True)]
        if name in _NAMING and fault.code in _SPACED:
            said = [part.replace("_", " ").replace(":", ": ") for part in said]
        return ", ".join(said)

    def _word(self, part: str) -> str:
        """A term in the word of its choice, else as the rulebook calls it; anything else itself."""
        if part in self._words:
            return self._words[part]
        if not _TERM.fullmatch(part):
            return part
        called = {
            words.said(self._lang)
            for key, words in self._rulebook.words.items()
            if key.endswith(f".{part}")
        }
        return called.pop() if len(called) == 1 else part

    def _title(self, key: str, fault: Fault) -> str:
        """What the sheet calls a key: that at the place of the fault, or the only one so named."""
        here = fault.path[:-1] if fault.path[-1:] == (key,) else fault.path
        path = (*here, key)
        called = self._places.title(path) or _title_in(self._layout, path)
        return called or self._titles.get(key, "")


def _bounds(text: str, lang: str) -> str:
    """What a number has to be, in words: only a whole one has two ends.

    >>> _bounds("0..100000", "id"), _bounds("<= 100", "en")
    ('bilangan bulat dari 0 sampai 100.000', 'at most 100')
    """
    low, ends, high = text.partition("..")
    sign, _, most = text.partition(" ")
    if not ends and sign not in _BOUNDS:
        return text
    words, figures = (_WHOLE, (low, high)) if ends else (_BOUNDS[sign], (most,))
    said = words[lang == "en"].format(*(number(Decimal(figure)) for figure in figures))
    return in_english_figures(said) if lang == "en" else said


def _title_in(layout: Layout, path: Path) -> str:
    """The title of the field or column that holds a path, or of a list; empty for none."""
    for form in layout.forms:
        for field in form.fields:
            if field.key == path:
                return field.title
    for table in layout.tables:
        steps = len(table.path)
        above, below = path[:steps], path[steps:]
        if not _runs_along(above, table.path):
            continue
        if not below:
            return table.title
        for column in table.columns:
            if column.key == below[1:]:
                return column.title
    return ""


def _runs_along(path: Path, pattern: KeyPath) -> bool:
    steps = zip(path, pattern, strict=False)
    return len(path) == len(pattern) and all(there in (ANY, step) for step, there in steps)


def _is_as_typed(code: str) -> bool:
    return code in _TYPED or (code.startswith(_OF_SHEETS) and code != _A_DATE)


def _written(fault: Fault, name: str, text: str) -> str:
    """A plain number, a moment or a day of the format as a record writes it; else nothing."""
    if name in _FIGURES.get(fault.code, ()):
        return _figure(text)
    if _MOMENT.fullmatch(text):
        return _moment(dt.datetime.fromisoformat(text))
    return long_date(dt.date.fromisoformat(text)) if _DAY.fullmatch(text) else ""


def _moment(at: dt.datetime) -> str:
    """A time; of what Excel keeps without a zone the date alone where it is no time of day."""
    return long_date(at) if at.tzinfo is None and at.time() == dt.time() else date_and_clock(at)


def _figure(text: str) -> str:
    try:
        return number(Decimal(text))
    except InvalidOperation:
        return text  # a fraction, such as 100/9


@lru_cache(maxsize=16)
def _titles(layout: Layout) -> Mapping[str, str]:
    """The title of each key that has the same one wherever it stands."""
    found: dict[str, set[str]] = {}
    for sheet in layout.sheets:
        for field in sheet.fields if isinstance(sheet, Form) else sheet.columns:
            if field.key:
                found.setdefault(field.key[-1], set()).add(field.title)
    return {key: titles.pop() for key, titles in found.items() if len(titles) == 1}


@lru_cache(maxsize=16)
def _words(layout: Layout) -> Mapping[str, str]:
    """The word of each term; those of one word are the same in both, and may be anybody's code."""
    words: dict[str, str] = {}
    for sheet in layout.sheets:
        fields = sheet.fields if isinstance(sheet, Form) else (*sheet.parents, *sheet.columns)
        for field in fields:
            if isinstance(field.kind, Choice):
                words |= {t: w for t, w in field.kind.words.items() if not t.isalnum()}
    return words
