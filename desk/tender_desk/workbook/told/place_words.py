"""What a place of a package is called on the sheets: `tender.hps.total`, `Nilai total HPS (Rp)`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from attrs import evolve

from tender_desk.documents.wording import value_said
from tender_desk.workbook.layouts.layout import ANY, KeyPath, Table
from tender_desk.workbook.layouts.tables import PRICES, layout_of
from tender_engine.basis import Basis
from tender_engine.declared import Declarations, Vocabulary
from tender_engine.events import TYPES
from tender_rules.whatif.answer import Flip, WhatIf
from tender_rules.words import event_named, number

__all__ = [
    "place_said", "subject_said", "term_said", "title_said", "what_if_said", "word_said",
]  # fmt: skip

# A figure that is no code: of many digits, or with decimals.
# A key; or an entry by its label, which may hold anything but the bracket that ends it.
_PLAIN = re.compile(r"\d{4,}|\d+\.\d+")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[([^\]]*)\]")
# Where the words of what labels an entry stand.
_GROUPS = ("term", "stage", "param")
_OF_A_MEMBER: KeyPath = ("participants", ANY, "members", ANY)
# An entry that is about everybody.
_EVERYBODY = "*"
# What stands on no sheet under a title of its own.
_OTHERS = {
    "participants": "Peserta",
    "assessments": "Penilaian",
    "events": "Peristiwa",
    "totals": "Harga menurut peristiwa",
    "extensions": "Isian lain",
    "price": "Harga",
    "coefficient": "Koefisien",
    "previous": "Paket sebelumnya",
    "document": "Dokumen Pemilihan",
    "regulation": "Ketentuan setempat",
    "requirements": "Persyaratan",
    "clauses": "Klausul",
    "evidence": "Bukti",
    "page": "Halaman",
    "name": "Nama",
    "of": "Tentang",
    "number": "Nomor",
    "note": "Catatan",
    "value": "Nilai",
    "clause": "Klausul",
    "title": "Uraian",
    "id": "Kode",
    "by": "Oleh",
    "place": "Tempat",
    "param": "Ketentuan",
    "facts": "Fakta",
    "submitted": "Waktu penyampaian",
}


def place_said(place: str, words: Vocabulary, declared: Declarations) -> str:
    """A place in the words of the sheets under what a rulebook declares, with its entries.

    `participants[p1].price.lines[L02].unit_price` is `Harga p1 L02: Harga Satuan`.
    """
    lists = _lists(declared)
    steps = [(found[1], found[2]) for found in _STEP.finditer(place)]
    path = _path(place)
    entries = [n for n, step in enumerate(path) if step == ANY]
    # The innermost list that is a sheet; what it holds beyond that is part of what is said of it.
    row = max((n for n in entries if _on_a_sheet(path[:n], lists)), default=-1)
    whose = [_label(steps[n][1], words) for n in entries if n <= row]
    within = [_label(steps[n][1], words) for n in entries if n > row]
    about = [] if row == len(path) - 1 else [" ".join((_title(path, declared), *within))]
    rows = [" ".join((_title(path[:row], declared), *whose))] if row >= 0 else []
    return ": ".join((*rows, *about))


def title_said(place: str, declared: Declarations) -> str:
    """The title of a place alone, as its column has it."""
    return _title(_path(place), declared)


def _path(place: str) -> KeyPath:
    return tuple(found[1] or ANY for found in _STEP.finditer(place))


def _title(path: KeyPath, declared: Declarations) -> str:
    """The title of the longest end of a path that the sheets know; else its last key, spaced."""
    path = path[:-1] if path[-1:] == (ANY,) else path
    ends = (path[begin:] for begin in range(len(path)))
    titles = _titles(declared)
    known = next(filter(None, (_on_a_sheet(end, titles) for end in ends)), None)
    key = next((str(step) for step in reversed(path) if step != ANY), "")
    return known or _OTHERS.get(key) or key.replace("_", " ")


def _on_a_sheet(path: KeyPath, titles: Mapping[KeyPath, str]) -> str | None:
    """The title of a place of the sheets, one of whose keys may be any: that of a stage."""
    loose = ((*path[:n], ANY, *path[n + 1 :]) for n in range(len(path) - 1))
    return next(filter(None, map(titles.get, (path, *loose))), None)


def _label(label: str, words: Vocabulary) -> str:
    """What names an entry: its codes, and the law's terms in words."""
    parts = (part for part in label.split(" ") if part != _EVERYBODY)
    return " ".join(_known(part, words) or part for part in parts)


def term_said(word: str, words: Vocabulary) -> str:
    """A word of the format as the law calls it, and else with its spaces; a figure as people write.

    >>> term_said("tidak_ikut", Vocabulary({})), term_said("2692860000.50", Vocabulary({}))
    ('tidak ikut', '2.692.860.000,5')
    """
    if _PLAIN.fullmatch(word):
        return number(Decimal(word))
    return _known(word, words) or word.replace("_", " ")


def _known(word: str, words: Vocabulary) -> str:
    """A term, a stage, an act or a value of the law in words; nothing where it is none."""
    if word in TYPES:
        return event_named(TYPES[word])
    said = next(filter(None, (words.texts.get(f"{group}.{word}") for group in _GROUPS)), "")
    return said[:1].lower() + said[1:] if said[1:].islower() else said


@lru_cache(maxsize=16)
def _lists(declared: Declarations) -> Mapping[KeyPath, str]:
    """The name of each sheet of rows."""
    # Of several sheets for one list the first is its own.
    return {path: table.name for table in reversed(_tables(declared)) for path in _paths(table)}


@lru_cache(maxsize=16)
def _titles(declared: Declarations) -> Mapping[KeyPath, str]:
    """Each place of the sheets by its keys, and of a key with one title wherever it stands."""
    found = {field.key: field.title for form in layout_of(declared).forms for field in form.fields}
    columns = (
        (path, each)
        for table in _tables(declared)
        for path in _paths(table)
        for each in table.columns
    )
    for path, column in columns:
        if column.key:
            found.setdefault((*path, ANY, *column.key), column.title)
    alone: dict[KeyPath, set[str]] = {}
    for keys, title in found.items():
        alone.setdefault((keys or ())[-1:], set()).add(title)
    single = {keys: titles.pop() for keys, titles in alone.items() if len(titles) == 1}
    whole = {keys: title for keys, title in found.items() if keys}
    checks: dict[KeyPath, str] = {(check.key,): check.name for check in declared.checks}
    return {**checks, **single, **_lists(declared), **whole}


def _tables(declared: Declarations) -> tuple[Table, ...]:
    return (PRICES, *layout_of(declared).tables)


def _paths(table: Table) -> Iterator[KeyPath]:
    """Where the rows of a sheet stand: what each member of a KSO has, a business alone has too."""
    yield table.path
    if table.path[: len(_OF_A_MEMBER)] == _OF_A_MEMBER:
        yield (*_OF_A_MEMBER[:2], *table.path[len(_OF_A_MEMBER) :])


def what_if_said(found: WhatIf, basis: Basis, words: Vocabulary, declared: Declarations) -> WhatIf:
    """The same with every place and every word that is no figure as people read them."""

    def said(flips: Iterable[Flip]) -> tuple[Flip, ...]:
        return tuple(_flip(flip, basis, words, declared) for flip in flips)

    return evolve(found, flips=said(found.flips), to_waiting=said(found.to_waiting))


def _flip(flip: Flip, basis: Basis, words: Vocabulary, declared: Declarations) -> Flip:
    subject = subject_said(flip.subject, basis, words, declared)
    if flip.exact is not None:
        return evolve(flip, subject=subject)
    now, before, after = (
        word_said(flip.subject, each, basis, words)
        for each in (flip.now or "", flip.before, flip.after)
    )
    return evolve(flip, subject=subject, now=now, before=before, after=after)


def subject_said(subject: str, basis: Basis, words: Vocabulary, declared: Declarations) -> str:
    """What an answer to what-if is about, a place or a value of the law, as people read it."""
    named = words.param(subject) if subject in basis.parameters else None
    return named or place_said(subject, words, declared)


def word_said(subject: str, word: str, basis: Basis, words: Vocabulary) -> str:
    """What is no figure of `subject`, as people read it."""
    parameter = basis.parameters.get(subject)
    if parameter:
        return value_said(words, parameter.unit, subject, word)
    return term_said(word, words)
