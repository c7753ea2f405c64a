"""What each row under the headers is: a line, a section title, a sum, the total, or nothing."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from tender_desk.schedules.cells import Cells
from tender_desk.schedules.headers import Header, is_numbering, roles_of
from tender_desk.schedules.schedule_reading import SkippedRow
from tender_desk.schedules.summed import sums_among
from tender_desk.schedules.sums import NamedSum, is_bare_sum, sum_said
from tender_desk.schedules.titles import is_the_owners
from tender_engine.formats.signs import plain_words

__all__ = ["FooterRow", "Rows", "sort_rows", "without"]

_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_TEXT = 200
_NO_SUM = NamedSum()


@frozen
class FooterRow:
    """A row with a sum under the lines: `kind` is `total`, `dibulatkan`, `ppn` or `subjumlah`.

    `with_vat` tells what its own words say of PPN; `None` where they are silent. `plain` tells
    that they say nothing else.
    """

    row: int
    kind: str
    with_vat: bool | None
    plain: bool = True


@frozen
class Rows:
    """The rows of a schedule: the lines by number, the sums under them, all others with why.

    `sections` holds for each line the row of the section title that it stands under, 0 for none;
    `others` the kind of each row that is no line.
    """

    lines: tuple[int, ...]
    footer: tuple[FooterRow, ...]
    skipped: tuple[SkippedRow, ...]
    sections: Mapping[int, int]
    others: Mapping[int, str]


@frozen
class _Row:
    """A row while it is sorted."""

    number: int
    kind: str
    text: str
    column: int
    sum: NamedSum = _NO_SUM


def sort_rows(cells: Cells, header: Header, known: frozenset[str], ids: frozenset[str]) -> Rows:
    """Sort the rows of a sheet.

    Args:
        cells: the sheet.
        header: its headers.
        known: the descriptions of the document's lines, as `plain_words`.
        ids: their ids, as `plain_words`: a row that has either is a line even where nothing is
            filled in.
    """
    found = list(_Sorter(cells, header, known, ids).rows())
    kinds = {row.number: row.kind for row in found}
    sums = sums_among(cells, header, kinds, {row.number for row in found if row.text})
    last = max((row.number for row in found if row.kind == "line"), default=0)
    ended = max((r.number for r in found if r.kind in ("total", "dibulatkan")), default=0)
    footer, skipped, sections, others, section = [], [], {}, {}, 0
    for row in found:
        kind = "subjumlah" if row.number in sums else row.kind
        if kind == "tidak_jelas":
            cells.fault("XLS067", row.number, row.column)
        if kind == "total" and row.number < last:
            kind = "subjumlah"
        elif kind == "judul_bagian" and row.number > max(last, ended):
            kind = "catatan"
        if kind == "line":
            sections[row.number] = section
            continue
        section = row.number if kind == "judul_bagian" else section
        others[row.number] = kind
        skipped.append(SkippedRow(cells.at(row.number, row.column), row.text[:_MOST_TEXT], kind))
        if row.number > last and kind in ("total", "dibulatkan", "ppn", "subjumlah"):
            footer.append(FooterRow(row.number, kind, row.sum.with_vat, row.sum.plain))
    lines = tuple(row.number for row in found if row.kind == "line")
    if not footer:
        _tell_below(cells, found)
    return Rows(lines, tuple(footer), tuple(skipped), sections, others)


def _tell_below(cells: Cells, rows: Sequence[_Row]) -> None:
    """Tell the lines below a total with PPN, where no sum comes after them.

    The bidder's own total leaves them out, and whether they are offered as well is not clear.
    """
    taxed, ended, below = False, False, []
    for row in rows:
        taxed = taxed or row.kind == "ppn"
        ended = ended or row.kind == "dibulatkan" or (taxed and row.kind == "total")
        below += [row] if ended and row.kind == "line" else []
    for row in below:
        cells.fault("XLS161", row.number, row.column)


def without(rows: Rows, asides: Collection[int], cells: Cells, header: Header) -> Rows:
    """The rows of which some lines turned out to be none: details of another line."""
    if not asides:
        return rows
    column = header.column("description")
    more = {
        row: SkippedRow(cells.at(row, column), cells.text(row, column)[:_MOST_TEXT], "rincian")
        for row in asides
    }
    # Every row that is no line has its place in both.
    told = dict(zip(rows.others, rows.skipped, strict=True)) | more
    return evolve(
        rows,
        lines=tuple(row for row in rows.lines if row not in more),
        skipped=tuple(told[row] for row in sorted(told)),
        sections={row: section for row, section in rows.sections.items() if row not in more},
        others={row: rows.others.get(row, "rincian") for row in sorted(told)},
    )


class _Sorter:
    """Goes down the rows of a sheet; once the last sum was passed, only people sign."""

    def __init__(
        self, cells: Cells, header: Header, known: frozenset[str], ids: frozenset[str]
    ) -> None:
        self._cells, self._header, self._known, self._ids = cells, header, known, ids
        filled = cells.sheet.rows()
        heads = [
            {column: cells.text(row, column) for column in filled.get(row, {})}
            for row in range(header.first, header.last + 1)
        ]
        self._heads = [
            {column: plain_words(text) for column, text in head.items()}
            for head in (header.titles, *heads)
        ]
        self._same = [{c: words for c, words in head.items() if words} for head in self._heads[1:]]
        self._taxed = self._ended = False

    def rows(self) -> Iterator[_Row]:
        """Each row to the last that holds anything."""
        filled = self._cells.sheet.rows()
        for number in range(1, max(filled, default=0) + 1):
            columns = filled.get(number, {})
            texts = self._cells.texts(number, columns)
            text, column = _label(texts, self._header)
            kind = self._plainly(number, texts)
            if kind:
                yield _Row(number, kind, text, column)
                continue
            row = self._row(_Row(number, "", text, column), texts)
            self._taxed = self._taxed or row.kind == "ppn"
            closing = ("dibulatkan", "terbilang", *(("total",) if self._taxed else ()))
            self._ended = self._ended or row.kind in closing
            yield row

    def _plainly(self, number: int, texts: dict[int, str]) -> str:
        """What a row is that only its place or its look tells."""
        header = self._header
        if number in self._cells.read.continued:
            return "lanjutan"
        if number > header.last and all(self._cells.empty(number, column) for column in texts):
            return "kosong"
        if number < header.first:
            if roles_of(texts):
                self._cells.fault("XLS078", number, min(texts))
            elif self._is_line_above(number, texts):
                self._cells.fault("XLS067", number, min(texts))
            return "di_atas" if texts else "kosong"
        if number <= header.last:
            if self._is_line_above(number, texts):
                self._cells.fault("XLS067", number, min(texts))
            return "judul_kolom"
        if number <= header.last + 2 and is_numbering(texts.values()):
            return "penomoran_kolom"
        again = self._repeats(texts)
        if again is False:
            self._cells.fault("XLS078", number, min(texts))
        return "" if again is None else "judul_kolom"

    def _is_line_above(self, number: int, texts: dict[int, str]) -> bool:
        """Whether a row above or among the titles has a line's words, anywhere, and figures."""
        said = {plain_words(text) for text in texts.values()}
        roles = ("unit_price", "unit_price_with_vat", "amount", "amount_with_vat")
        columns = [column for role in roles if (column := self._header.column(role))]
        return bool(said & self._known) and any(self._cells.figure(number, c) for c in columns)

    def _repeats(self, texts: dict[int, str]) -> bool | None:
        """Whether a row of headers says the same as the first; `None` if it is no such row."""
        said = {column: words for column, text in texts.items() if (words := plain_words(text))}
        if said and said in self._same:
            return True
        # No row of headers holds a number, and nearly every line does.
        numbered = any(words.replace(" ", "").isdigit() for words in said.values())
        roles = {} if numbered else roles_of(texts)
        worded = {words for words in said.values() if _WORD.search(words)}
        alike = [head for head in self._heads if len(worded & {*head.values()}) > 1]
        if not alike and not roles:
            return None
        if any(self._header.roles.get(column, "") != role for column, role in roles.items()):
            return False
        return not alike or any(
            all(head.get(c) == words for c, words in said.items() if words in head.values())
            for head in alike
        )

    def _given(self, row: _Row, *roles: str) -> bool:
        """Whether there is anything in a column of those roles."""
        columns = map(self._header.column, roles)
        return any(not self._cells.empty(row.number, column) for column in columns)

    def _figures(self, row: _Row) -> bool:
        """Whether there is a number, or what may be one, where the lines have theirs."""
        roles = ("quantity", "person_months", "unit_price", "amount", "amount_with_vat")
        columns = map(self._header.column, roles)
        return any(self._cells.figure(row.number, column) for column in columns if column)

    def _money(self, row: _Row) -> bool:
        """Whether there is a number, and no date, where the lines have prices or amounts."""
        roles = ("unit_price", "unit_price_with_vat", "amount", "amount_with_vat")
        columns = [column for role in roles if (column := self._header.column(role))]
        cells, at = self._cells, row.number
        return any(cells.figure(at, c) and not cells.is_date(at, c) for c in columns)

    def _row(self, row: _Row, texts: dict[int, str]) -> _Row:
        words, column = plain_words(row.text), self._header.column
        found = self._sum(row, texts)
        kind = found.kind
        code = plain_words(texts.get(column("id"), ""))
        described = bool(texts.get(column("description")))
        if kind:
            pass
        elif (described and words in self._known) or (code and code in self._ids):
            kind = "line"
        elif not self._figures(row) and (self._ended or not described):
            # Whoever signs at the foot does so in any column.
            kind = "judul_bagian"
        elif self._ended and (self._pays_nothing(row) or not (described or self._money(row))):
            kind = "catatan"
        elif self._given(row, "quantity", "unit_price", "unit"):
            kind = "line" if described and not is_bare_sum(row.text) else "tidak_jelas"
        elif self._given(row, "amount", "amount_with_vat"):
            kind = self._amount_alone(row, described=described)
        else:
            kind = "judul_bagian"
        return _Row(row.number, kind, row.text, row.column, found)

    def _pays_nothing(self, row: _Row) -> bool:
        """Whether a row has neither a volume nor an amount, while lines have."""
        roles = ("quantity", "amount", "amount_with_vat")
        return any(map(self._header.column, roles)) and not self._given(row, *roles)

    def _sum(self, row: _Row, texts: dict[int, str]) -> NamedSum:
        """Which sum a row is: it has no unit but `Rp` or `%`, and no figure for a unit price.

        Its words may stand in any column, and the rate, or a sum, where the lines have volumes.
        """
        unit_column, price_column = map(self._header.column, ("unit", "unit_price"))
        unit = "" if row.column == unit_column else texts.get(unit_column, "")
        priced = bool(price_column) and self._cells.figure(row.number, price_column)
        rate = priced and self._cells.like_rate(row.number, price_column)
        last = self._header.column("description")
        said = [row.text, *(text for column, text in sorted(texts.items()) if column <= last)]
        return sum_said(said, unit, priced=priced, rate=rate)

    def _amount_alone(self, row: _Row, *, described: bool) -> str:
        """A row with nothing but an amount: a line of a lumsum list, or a sum of other amounts.

        What is computed from anything else may be a line without its volume. Under the last sum
        what the owner set may be told once more.
        """
        column, number = self._header.column, row.number
        if self._ended and is_the_owners(row.text):
            return "catatan"
        if described and not column("unit_price") and not column("quantity"):
            return "line"
        given = [c for c in (column("amount"), column("amount_with_vat")) if c]
        sums = (self._cells.is_sum(number, c) for c in given if not self._cells.empty(number, c))
        return "subjumlah" if all(sums) else "tidak_jelas"


def _label(texts: dict[int, str], header: Header) -> tuple[str, int]:
    """The words of a row and where they stand: its description, or else its first text."""
    description = header.column("description")
    if _WORD.search(texts.get(description, "")):
        return texts[description], description
    worded = (column for column in sorted(texts) if _WORD.search(texts[column]))
    column = next(worded, 0)
    # A row of figures alone has no words, and its figures are none.
    return texts.get(column, ""), column or min(texts, default=1)
