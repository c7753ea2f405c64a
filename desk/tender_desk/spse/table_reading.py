"""A table as it stands to what it says; whatever is not understood becomes a remark."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import define, field

from tender_desk.ooxml.numerals import amount_of
from tender_desk.spse.heads import is_ambiguous, kind_of, meaning_of
from tender_desk.spse.identity import split_npwp
from tender_desk.spse.page_values import (
    MARKS,
    Bidder,
    Cell,
    Item,
    Mark,
    Meaning,
    Place,
    Raw,
    Remark,
    SpseTable,
    TableKind,
)
from tender_rules.similar.taxpayers import sixteen

__all__ = ["read_table"]

_AMOUNTS = (
    Meaning.PENAWARAN,
    Meaning.TERKOREKSI,
    Meaning.NEGOSIASI,
    Meaning.REVERSE_AUCTION,
)
_WINNER_MARKS = (Meaning.P, Meaning.PK, Meaning.V)
_NAMES = (Meaning.NAMA, Meaning.NAMA_PEMENANG)
_SUMS = ("total", "subtotal", "sub total", "jumlah", "ppn", "pajak", "dibulatkan", "terbilang")
_HEADS_WITHIN = 30
_LONGEST_SHOWN = 80
# The second volume of a consultant's line, such as the months beside the persons.
_PAIRED = {Meaning.VOLUME: Meaning.VOLUME_KEDUA, Meaning.SATUAN: Meaning.KETERANGAN}
_WORDS = {
    Mark.LULUS: {"v", "√", "✓", "✔", "☑", "✅", "lulus", "memenuhi"},
    Mark.GUGUR: {"x", "✗", "✘", "×", "✕", "❌", "gugur", "tidak lulus", "tidak memenuhi"},
    Mark.BINTANG: {"*", "★", "⭐"},
    Mark.TANPA_TANDA: {"", "-", "–", "—", "−"},
}
_ICONS = {
    Mark.LULUS: {"check", "ok", "tick", "check-circle", "check-square"},
    Mark.GUGUR: {"close", "times", "remove", "xmark", "cross", "x", "x-lg", "times-circle"},
    Mark.BINTANG: {"star"},
    Mark.TANPA_TANDA: {"minus", "dash"},
}
_FAMILIES = re.compile(r"^(?:fa|fas|far|fab|bi|glyphicon|icon|ti|mdi|ion|fe)-")
_TAILS = re.compile(r"-(?:o|alt|lg|fill|solid|circle-o|square-o|circle-fill)$")


def read_table(raw: Raw) -> tuple[SpseTable | None, list[Remark]]:
    """What `raw` says and what of it was not understood; nothing where its heads are not known."""
    best = max(
        ((kind_of(heads)[1], -at) for at, heads in _head_rows(raw) if kind_of(heads)[0]),
        default=None,
    )
    if best is None:
        return None, []
    at = -best[1]
    heads = dict(_head_rows(raw))[at]
    kind, _ = kind_of(heads)
    body = [
        (number, row)
        for number, row in enumerate(raw.rows, start=1)
        if number > at and any(shown(cell) for cell in row) and not all(c.head for c in row)
    ]
    if kind is None:
        return None, []
    reader = _Reader(raw, kind, heads)
    reader.find_columns([row for _, row in body])
    for number, row in body:
        reader.read(number, row)
    reader.close()
    return reader.table(), reader.remarks


def _head_rows(raw: Raw) -> Iterator[tuple[int, list[str]]]:
    """The rows that may be heads, with their numbers; two rows of heads also as one."""
    above: Sequence[Cell] = ()
    for number, row in enumerate(raw.rows[:_HEADS_WITHIN], start=1):
        heads = [cell.text for cell in row]
        if len(above) == len(row) and all(cell.head for cell in (*above, *row)):
            heads = [
                low.text if low.text == up.text else f"{up.text} {low.text}".strip()
                for up, low in zip(above, row, strict=True)
            ]
        yield number, heads
        above = row


@define
class _Reader:
    raw: Raw
    kind: TableKind
    heads: list[str]
    meanings: list[Meaning | None] = field(factory=list)
    bidders: list[Bidder] = field(factory=list)
    items: list[Item] = field(factory=list)
    skipped: list[str] = field(factory=list)
    remarks: list[Remark] = field(factory=list)

    def table(self) -> SpseTable:
        """What was read."""
        columns = tuple(zip(self.heads, self.meanings, strict=True))
        rows = (tuple(self.bidders), tuple(self.items), tuple(self.skipped))
        return SpseTable(self.raw.number, self.kind, self.raw.heading, columns, *rows)

    def remark(self, code: str, row: int = 0, column: int = 0, **params: str) -> None:
        """Note what is not understood, at a row and a column counted from 1."""
        short = {key: value[:_LONGEST_SHOWN] for key, value in params.items()}
        self.remarks.append(Remark(code, Place(self.raw.number, row, column), short))

    def find_columns(self, body: Sequence[Sequence[Cell]]) -> None:
        """Decide what each column holds; one that stands twice, or is in doubt, holds nothing."""
        self.meanings = [meaning_of(self.kind, head) for head in self.heads]
        columns = [[row[at] for row in body if at < len(row)] for at in range(len(self.heads))]
        for at, head in enumerate(self.heads):
            if self.kind is TableKind.PESERTA and is_ambiguous(head):
                self.meanings[at] = _which_p(columns[at])
                if self.meanings[at] is None:
                    self.remark("SPS104", column=at + 1, found=head)
            elif self.meanings[at] is None and (head or any(shown(c) for c in columns[at])):
                self.remark("SPS102", column=at + 1, found=head)
        self._apart()
        for at, meaning in enumerate(self.meanings):
            blank = body and meaning in MARKS and not any(cell.text for cell in columns[at])
            if self.raw.pasted and blank:
                self.meanings[at] = None
                self.remark("SPS109", column=at + 1, found=self.heads[at])

    def _apart(self) -> None:
        count = Counter(meaning for meaning in self.meanings if meaning)
        seen: Counter[Meaning] = Counter()
        for at, meaning in enumerate(self.meanings):
            if meaning is None or count[meaning] == 1 or meaning in (Meaning.SKOR, Meaning.KONTRAK):
                continue
            seen[meaning] += 1
            paired = self.kind is TableKind.RINCIAN and meaning in _PAIRED
            if paired and count[meaning] == len(("first", "second")):
                self.meanings[at] = meaning if seen[meaning] == 1 else _PAIRED[meaning]
            elif meaning not in (Meaning.KETERANGAN, Meaning.NO):
                self.meanings[at] = None
                self.remark("SPS103", column=at + 1, found=self.heads[at])

    def read(self, number: int, row: Sequence[Cell]) -> None:
        """Read one row under the heads."""
        if len(row) != len(self.heads):
            # Figures are left out: whose they are is not known, and a price may be sealed.
            words = (shown(cell) for cell in row if not any(sign.isdigit() for sign in cell.text))
            text = " | ".join(filter(None, words)) or "-"
            found, expected = str(len(row)), str(len(self.heads))
            self.remark("SPS107", number, found=found, expected=expected, text=text)
            return
        cells = {
            meaning: (column, cell)
            for column, (meaning, cell) in enumerate(zip(self.meanings, row, strict=True), start=1)
            if meaning is not None
        }
        if self.kind is TableKind.PESERTA:
            self._bidder(number, cells)
        else:
            self._item(number, cells)

    def _bidder(self, number: int, cells: dict[Meaning, tuple[int, Cell]]) -> None:
        name, written = split_npwp(next(_text(cells, m) for m in _NAMES if m in cells))
        npwp = _text(cells, Meaning.NPWP) or written
        if not name:
            self.remark("SPS108", number)
            return
        if npwp and set(npwp) <= set("-–— ."):
            npwp = None
        if npwp and not sixteen(npwp):
            self.remark("SPS110", number, found=npwp)
            npwp = None
        amounts = {m: self._amount(number, cells, m) for m in _AMOUNTS if m in cells}
        marks = {m: self._mark(number, cells, m) for m in MARKS if m in cells}
        self.bidders.append(
            Bidder(
                Place(self.raw.number, number),
                name,
                npwp,
                {m: amount for m, amount in amounts.items() if amount is not None},
                {m: mark for m, mark in marks.items() if mark is not None},
                _text(cells, Meaning.ALASAN),
                Meaning.NAMA_PEMENANG in cells and Meaning.NAMA not in cells,
            )
        )

    def _item(self, number: int, cells: dict[Meaning, tuple[int, Cell]]) -> None:
        words = _text(cells, Meaning.URAIAN)
        told = [_text(cells, m) for m in (Meaning.VOLUME, Meaning.HARGA, Meaning.TOTAL)]
        first = next((cell.text for _, cell in cells.values() if cell.text), "")
        is_sum = (words or first).casefold().startswith(_SUMS) and not (told[0] or told[1])
        if is_sum or not words or not any(told):
            self.skipped.append(" ".join(shown(cell) for _, cell in cells.values() if shown(cell)))
            return
        numbers = (
            self._amount(number, cells, meaning) if meaning in cells else None
            for meaning in (
                Meaning.VOLUME,
                Meaning.VOLUME_KEDUA,
                Meaning.HARGA,
                Meaning.PAJAK,
                Meaning.TOTAL,
            )
        )
        place, unit = Place(self.raw.number, number), _text(cells, Meaning.SATUAN)
        self.items.append(Item(place, words, unit, *numbers))

    def _amount(
        self, number: int, cells: dict[Meaning, tuple[int, Cell]], meaning: Meaning
    ) -> Decimal | None:
        column, cell = cells[meaning]
        if _is_blank(cell):
            return None
        amount = _figure(cell)
        if amount is None:
            told = {"found": shown(cell), "head": self.heads[column - 1]}
            self.remark("SPS105", number, column, **told)
        return amount

    def _mark(
        self, number: int, cells: dict[Meaning, tuple[int, Cell]], meaning: Meaning
    ) -> Mark | None:
        column, cell = cells[meaning]
        mark = mark_of(cell)
        if mark is Mark.BINTANG and meaning not in _WINNER_MARKS:
            mark = None  # a star tells of winners, and of nothing that is evaluated
        if mark is None:
            told = {"found": shown(cell), "head": self.heads[column - 1]}
            self.remark("SPS106", number, column, **told)
        return mark

    def close(self) -> None:
        """Several names of winners do not say who is the first of them."""
        named = sum(bidder.named_winner for bidder in self.bidders)
        if named > 1:
            self.remark("SPS111", found=str(named))


def _text(cells: dict[Meaning, tuple[int, Cell]], meaning: Meaning) -> str:
    return cells[meaning][1].text if meaning in cells else ""


def _is_blank(cell: Cell) -> bool:
    return mark_of(cell) is Mark.TANPA_TANDA


def _figure(cell: Cell) -> Decimal | None:
    """An amount, a quantity or a rate, as Indonesians write it; `None` where it is none."""
    return None if cell.icons else amount_of(cell.text.removesuffix("%").strip())


def _which_p(column: Sequence[Cell]) -> Meaning | None:
    """A column *P* of nothing but amounts is the bid, of nothing but marks the winner."""
    told = [cell for cell in column if not _is_blank(cell)]
    if not told:
        return None
    if all(_figure(cell) is not None for cell in told):
        return Meaning.PENAWARAN
    return Meaning.P if all(mark_of(cell) for cell in told) else None


def mark_of(cell: Cell) -> Mark | None:
    """What a cell marks; `None` where that is not known, or where it says two things."""
    found = {_by_word(cell.text)} if cell.text or not cell.icons else set()
    found |= {_by_icon(icon) for icon in cell.icons}
    return found.pop() if len(found) == 1 else None


def shown(cell: Cell) -> str:
    """A cell as it can be told of: its text and the names of what is drawn in it."""
    return " ".join([*([cell.text] if cell.text else []), *(f"[{icon}]" for icon in cell.icons)])


def _by_word(text: str) -> Mark | None:
    return _known(_WORDS, [" ".join(text.casefold().split())])


def _by_icon(icon: str) -> Mark | None:
    """Class names of an icon, or the name of a picture; `fa fa-check` says one thing."""
    names = [_FAMILIES.sub("", word) for word in icon.casefold().split()]
    return _known(_ICONS, [name for word in names for name in (word, _TAILS.sub("", word))])


def _known(table: dict[Mark, set[str]], names: Iterable[str]) -> Mark | None:
    found = {mark for mark, known in table.items() for name in names if name in known}
    return found.pop() if len(found) == 1 else None
