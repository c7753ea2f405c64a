"""What was typed into a workbook when it was last refreshed, kept in the workbook itself.

It stands on a sheet that Excel shows to nobody and that is never read as input. The next refresh
holds what is typed now against it, cell by cell, under whatever row a cell stands by then.
"""

import base64
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from tender_desk.ooxml.addresses import cell_name, column_letter
from tender_desk.ooxml.guard import HostileFileError, rows_of
from tender_desk.workbook.growing.container import Container
from tender_desk.workbook.growing.headed import heads_in
from tender_desk.workbook.growing.plain import plain_sheet
from tender_desk.workbook.growing.sheet import TextAt
from tender_desk.workbook.growing.typed_cells import TypedCells
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.layout import WHO, Form
from tender_desk.workbook.layouts.tables import CRITERIA, EVENTS, Layout
from tender_desk.workbook.matrices.heads import CRITERION, GENERAL, NAME, STAGE, WORDS, is_matrix
from tender_desk.workbook.reading.sheet_cells import is_own, shown_title, title_key

__all__ = [
    "STATE_SHEET",
    "SheetState",
    "State",
    "TypedRow",
    "digest",
    "heads_on",
    "known_heads",
    "laid_then",
    "last_state",
    "opened_then",
    "state_of",
    "typed_sheets",
    "with_state",
]

STATE_SHEET = f"{names.FOUND_SHEET} Keadaan"
# Sheets of which the very words are kept: who judges otherwise has to have said so before.
_IN_WORDS = (NAME, "Penilaian", "Pengecualian", "Konfirmasi")
_NOT_TYPED = (names.OWN, names.FOUND_SHEET, names.GUIDE, names.WORDS)
_NAME = "Nama peserta"
_OPENED, _KIND, _WHEN = "pembukaan_harga", title_key("Jenis"), title_key("Waktu")
# Above the heads of a matrix stand words that are heads of other sheets.
_MATRIX_HEADS = {title_key(title): title for title in (STAGE, CRITERION, WORDS, GENERAL)}
# What is kept of all sheets together, in signs; a sheet beyond that is named and not compared.
_MOST = 4_000_000
# A cell holds at most 32,767 signs. What begins with a bar is no formula to any program.
_PIECE, _BAR = 30_000, "|"


@frozen
class TypedRow:
    """A row below the heads: its number, and what is typed in it, by the key of each head."""

    number: int
    cells: Mapping[str, str]


@frozen
class SheetState:
    """What is typed into one sheet.

    Attributes:
        heads: the heads as they are shown, by their keys (`title_key`).
        rows: the rows below the heads in which something is typed.
        above: what stands above the heads, by the name of its cell.
        whole: whether it was kept; of a sheet that was too large nothing else is known.
    """

    heads: Mapping[str, str] = field(factory=dict)
    rows: tuple[TypedRow, ...] = ()
    above: Mapping[str, str] = field(factory=dict)
    whole: bool = True


# By the title of each sheet that is read.
State: TypeAlias = Mapping[str, SheetState]


def state_of(
    data: bytes,
    layout: Layout,
    known: dict[bytes, SheetState] | None = None,
    only: Collection[str] | None = None,
) -> State:
    """What is typed into the workbook `data`, which the guard has let pass.

    On the sheets of judgements texts stand as they are, numbers in plain notation, times as in ISO
    8601, and a formula as it would be said in any row. Of all others, which are long or tell what
    is sealed, each cell is only a digest.

    Args:
        data: the bytes of the file.
        layout: the sheets as they are read.
        known: sheets by their parts, as they were before the engine added to the same file: the
            same part is not gone through twice. What is new is added.
        only: the sheets that are asked for; all if none are.
    """
    known = {} if known is None else known
    container = Container(data)
    typed, parts = TypedCells(container), dict(container.worksheets())
    titles = known_heads(layout)
    found, left = {}, _MOST
    sheets = [one for one in typed_sheets(container) if only is None or one in only]
    for title in sorted(sheets, key=lambda title: not title.startswith(_IN_WORDS)):
        part = container.read(parts[title])
        if part not in known:
            kept = _state(typed.rows(parts[title]), heads_on(title, titles))
            known[part] = kept if title.startswith(_IN_WORDS) else _digested(kept)
        kept = known[part]
        size = len(_json(title, kept))
        fits = size <= left
        left -= size if fits else 0
        found[title] = kept if fits else SheetState(whole=False)
    return found


def last_state(book: Any) -> State | None:
    """What was typed at the last refresh of an opened workbook.

    `None` where there was none, or where the sheet that tells it was damaged.
    """
    sheet = next((one for one in book.worksheets if one.title == STATE_SHEET), None)
    if sheet is None:
        return None
    texts: dict[str, str] = {}
    try:
        for _, cells in rows_of(sheet):
            number, piece = (str(cell.value) for cell in cells)
            texts[number] = texts.get(number, "") + piece.removeprefix(_BAR)
    except (HostileFileError, ValueError):
        return None
    sealed = [text.partition(_BAR) for text in texts.values()]
    if any(digest(text) != known for known, _, text in sealed):
        return None
    return dict(_stated(json.loads(text)) for _, _, text in sealed)


def laid_then(state: State) -> frozenset[str]:
    """The names of bidders and words of criteria then, as `digest` has them.

    Where one of them stands beside what it is of, on a matrix or a price sheet, the program has
    laid it there.
    """
    found = set[str]()
    for sheet, title in ((CRITERIA.name, WORDS), (WHO[0], _NAME)):
        rows = state.get(sheet, SheetState()).rows
        found |= {text for row in rows if (text := row.cells.get(title_key(title)))}
    return frozenset(found)


def opened_then(state: State) -> bool:
    """Whether an opening of prices, with its time, was on record then."""
    word = _OPENED.replace("_", " ")
    words = (_OPENED, word, word.capitalize(), word.title(), word.upper())
    digests = {*map(digest, words)}
    rows = state.get(EVENTS, SheetState()).rows
    return any(row.cells.get(_KIND) in digests and _WHEN in row.cells for row in rows)


def with_state(data: bytes, state: State) -> bytes:
    """The workbook `data`, in which the last state is `state`, and nothing else changed."""
    rows = []
    for number, (title, sheet) in enumerate(state.items(), 1):
        text = _json(title, sheet)
        text = f"{digest(text)}{_BAR}{text}"
        pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        rows += [(str(number), f"{_BAR}{piece}") for piece in pieces]
    container = Container(data)
    container.hide(STATE_SHEET, plain_sheet(rows))
    return container.packed()


def typed_sheets(container: Container) -> tuple[str, ...]:
    """The sheets into which something is typed that is read."""
    titles = (title for title, _ in container.worksheets())
    return tuple(title for title in titles if not title.startswith(_NOT_TYPED))


def known_heads(layout: Layout) -> Mapping[str, str]:
    """All heads that any sheet may have, by their keys; the row with the most has its own."""
    return {title_key(title): title for title in _titles(layout)}


def heads_on(title: str, known: Mapping[str, str]) -> Mapping[str, str]:
    """The heads, of all that are `known`, that the sheet `title` may have."""
    return _MATRIX_HEADS if is_matrix(title) else known


def _titles(layout: Layout) -> Iterator[str]:
    for sheet in layout.sheets:
        if isinstance(sheet, Form):
            yield from sheet.headers
        else:
            yield from (column.title for column in (*sheet.parents, *sheet.columns))
    yield from names.REST_HEADERS


def _state(rows: Sequence[tuple[int, list[TextAt]]], titles: Mapping[str, str]) -> SheetState:
    head, _ = heads_in(rows, titles)
    shown = {one.column: shown_title(one.value) for one in dict(rows).get(head, ())}
    keys: dict[int, str] = {}
    named: dict[str, str] = {}
    below, above = [], {}
    for number, texts in rows:
        if number < head:
            above.update({cell_name(number, one.column): one.value for one in texts})
        elif number > head:
            said = {}
            for column, text in ((one.column, one.value) for one in texts):
                title = shown.get(column, "")
                if is_own(title) and title_key(title) not in titles:
                    continue
                if column not in keys:
                    keys[column] = _key(title, column, named)
                said[keys[column]] = text
            below.append(TypedRow(number, said))
    named = {keys[column]: named[keys[column]] for column in sorted(keys)}
    return SheetState(named, tuple(row for row in below if row.cells), above)


def _key(title: str, column: int, named: dict[str, str]) -> str:
    """The key of a column, noted in `named`; one without a head of its own has its letter."""
    if not title or title_key(title) in named:
        title = f"{title} {column_letter(column)}".strip()
    named[title_key(title)] = title
    return title_key(title)


def _digested(state: SheetState) -> SheetState:
    rows = tuple(evolve(row, cells=_digests(row.cells)) for row in state.rows)
    return evolve(state, rows=rows, above=_digests(state.above))


def _digests(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: digest(text) for key, text in texts.items()}


def digest(text: str) -> str:
    """As what a text is kept that stands on no sheet of judgements."""
    found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(found).decode()


def _json(title: str, state: SheetState) -> str:
    """A sheet as one text: its rows as lists in the order of the heads, `null` where one is blank.

    The underscore begins what Open XML takes for an escape, and JSON may spell it otherwise.
    """
    keys: Collection[str] = state.heads
    rows = [[row.number, *(row.cells.get(key) for key in keys)] for row in state.rows]
    whole = [title, state.whole, state.above, list(state.heads.values()), rows]
    return json.dumps(whole, separators=(",", ":")).replace("_", "\\u005f")


def _stated(kept: list[Any]) -> tuple[str, SheetState]:
    title, whole, above, shown, rows = kept
    keys = [title_key(head) for head in shown]
    typed = tuple(
        TypedRow(number, {key: text for key, text in zip(keys, texts, strict=True) if text})
        for number, *texts in rows
    )
    return title, SheetState(dict(zip(keys, shown, strict=True)), typed, above, whole)
