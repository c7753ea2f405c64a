"""What each row under the headers is: a line, a section title, a sum, the total, or nothing."""

import re
from collections.abc import Iterator

from attrs import frozen

from tender.formats.schedules.cells import Cells
from tender.formats.schedules.headers import Header, is_numbering, plain_words
from tender.formats.schedules.reading import SkippedRow

__all__ = ["FooterRow", "Rows", "sort_rows"]

_BEFORE_VAT = re.compile(
    r"\b(sebelum|belum termasuk|tidak termasuk|tanpa|di luar|diluar|excl\w*|exkl\w*) (ppn|pajak)\b"
)
_WITH_VAT = re.compile(
    r"\b((termasuk|sudah termasuk|setelah|sesudah|incl\w*|inkl\w*) (ppn|pajak)|(dan|dengan) ppn)\b"
)
_VAT = re.compile(r"\b(ppn|pajak|p p n)\b")
_ROUNDED = re.compile(r"\b(dibulatkan|pembulatan|di bulatkan)\b")
_IN_WORDS = re.compile(r"terbilang\b")
_SUM = re.compile(
    r"([a-z0-9]{1,4} )?(grand total|sub ?total|sub ?jumlah|jumlah|total"
    r"|(nilai|harga) (total|penawaran|keseluruhan))\b.*"
)
_PART_OF_IT = re.compile(r"\b(sub ?total|sub ?jumlah|divisi|bagian|pindah\w*|dipindah\w*)\b")
_NO_UNITS = ("rp", "idr", "%")
_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_TEXT = 200


@frozen
class FooterRow:
    """A row with a sum under the lines: `kind` is `total`, `dibulatkan`, `ppn` or `subjumlah`.

    `with_vat` tells what its own words say of PPN; `None` where they are silent.
    """

    row: int
    kind: str
    with_vat: bool | None


@frozen
class Rows:
    """The rows of a schedule: the lines by number, the sums under them, all others with why."""

    lines: tuple[int, ...]
    footer: tuple[FooterRow, ...]
    skipped: tuple[SkippedRow, ...]


@frozen
class _Row:
    """A row while it is sorted."""

    number: int
    kind: str
    text: str
    column: int
    with_vat: bool | None = None


def sort_rows(cells: Cells, header: Header, known: frozenset[str], ids: frozenset[str]) -> Rows:
    """Sort the rows of a sheet.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
        ids: their ids, as `plain_words`: a row that has either is a line even where nothing is
            filled in.
    """
    found = list(_sorted(cells, header, known, ids))
    lines = [row.number for row in found if row.kind == "line"]
    last = max(lines, default=0)
    ended = max((r.number for r in found if r.kind in ("total", "dibulatkan")), default=0)
    footer, skipped = [], []
    for row in found:
        kind = row.kind
        if kind == "total" and row.number < last:
            kind = "subjumlah"
        elif kind == "judul_bagian" and row.number > max(last, ended):
            kind = "catatan"
        if kind == "line":
            continue
        skipped.append(SkippedRow(cells.at(row.number, row.column), row.text[:_MOST_TEXT], kind))
        if row.number > last and kind in ("total", "dibulatkan", "ppn", "subjumlah"):
            footer.append(FooterRow(row.number, kind, row.with_vat))
    return Rows(tuple(lines), tuple(footer), tuple(skipped))


def _sorted(
    cells: Cells, header: Header, known: frozenset[str], ids: frozenset[str]
) -> Iterator[_Row]:
    filled = cells.sheet.rows()
    last = max(filled, default=0)
    titles = {plain_words(title) for title in header.titles.values()}
    for number in range(1, last + 1):
        columns = filled.get(number, {})
        texts = {column: cells.text(number, column) for column in columns}
        text, column = _label(texts, header)
        if number < header.first:
            yield _Row(number, "di_atas" if columns else "kosong", text, column)
        elif number <= header.last:
            yield _Row(number, "judul_kolom", text, column)
        elif not columns or all(cells.empty(number, c) for c in columns):
            yield _Row(number, "kosong", text, column)
        elif number <= header.last + 2 and is_numbering(texts.values()):
            yield _Row(number, "penomoran_kolom", text, column)
        elif len(titles & {plain_words(t) for t in texts.values() if t}) > 1:
            yield _Row(number, "judul_kolom", text, column)
        else:
            row = _Row(number, "", text, column)
            yield _kind(cells, header, row, texts, known, ids)


def _label(texts: dict[int, str], header: Header) -> tuple[str, int]:
    """The words of a row and where they stand: its description, or else its first text."""
    description = header.column("description")
    if _WORD.search(texts.get(description, "")):
        return texts[description], description
    worded = (column for column in sorted(texts) if _WORD.search(texts[column]))
    column = next(worded, 0)
    # A row of figures alone has no words, and its figures are none.
    return texts.get(column, ""), column or min(texts, default=1)


def _kind(
    cells: Cells,
    header: Header,
    row: _Row,
    texts: dict[int, str],
    known: frozenset[str],
    ids: frozenset[str],
) -> _Row:
    def given(*roles: str) -> bool:
        return any(not cells.empty(row.number, header.column(role)) for role in roles)

    words = plain_words(row.text)
    last = header.column("description")
    said = [row.text, *(text for column, text in sorted(texts.items()) if column < last)]
    sums = (_sum(plain_words(text)) for text in said)
    # A sum may have `Rp` or `%` where lines have their unit, and the rate where they have volumes.
    of_money = texts.get(header.column("unit"), "").strip(" .").casefold() in _NO_UNITS
    priced = given("unit_price") if of_money else given("quantity", "unit_price", "unit")
    nothing: tuple[str, bool | None] = ("", None)
    kind, with_vat = nothing if priced else next((found for found in sums if found[0]), nothing)
    code = plain_words(texts.get(header.column("id"), ""))
    described = bool(texts.get(header.column("description")))
    if kind:
        pass
    elif (described and words in known) or (code and code in ids):
        kind = "line"
    elif priced:
        kind = "line" if described else "tidak_jelas"
    elif given("amount", "amount_with_vat"):
        kind = _amount_alone(cells, header, row.number, described=described)
    else:
        kind = "judul_bagian" if row.text else "kosong"
    if kind == "tidak_jelas":
        cells.fault("XLS067", row.number, row.column)
    return _Row(row.number, kind, row.text, row.column, with_vat)


def _amount_alone(cells: Cells, header: Header, row: int, *, described: bool) -> str:
    """A row with nothing but an amount: a line of a lumsum list, or a sum if it is one of others.

    What is computed from anything but the amounts above it may be a line without its volume.
    """
    if described and not header.column("unit_price") and not header.column("quantity"):
        return "line"
    columns = [header.column("amount"), header.column("amount_with_vat")]
    given = [column for column in columns if not cells.empty(row, column)]
    return "subjumlah" if all(cells.is_sum(row, column) for column in given) else "tidak_jelas"


def _sum(words: str) -> tuple[str, bool | None]:
    """Which sum some words name, and whether they say that PPN is in it."""
    before, after = bool(_BEFORE_VAT.search(words)), bool(_WITH_VAT.search(words))
    with_vat = True if after and not before else False if before else None
    if _IN_WORDS.match(words):
        return "terbilang", None
    if _ROUNDED.search(words):
        return "dibulatkan", with_vat
    if _VAT.search(words) and with_vat is None and not _SUM.fullmatch(words):
        return "ppn", None
    if _SUM.fullmatch(words):
        if _VAT.search(words) and with_vat is None:
            return "ppn", None
        return ("subjumlah" if _PART_OF_IT.search(words) else "total"), with_vat
    return "", None
