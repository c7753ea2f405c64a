"""The names of matrices, and the heads of their columns: each bidder has three, by its code."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from tender_desk.workbook.kinds import PROSE
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.layouts.names import FOUND_COLUMN, OWN
from tender_desk.workbook.layouts.tables import EVERYBODY, JUDGED, Layout
from tender_desk.workbook.matrices.answers import ANSWER
from tender_desk.workbook.reading.sheet_cells import title_key

__all__ = [
    "ANSWER_PART",
    "AT",
    "AT_PART",
    "BOUNDS",
    "BY",
    "CRITERION",
    "GENERAL",
    "NAME",
    "NOTE",
    "NOTE_PART",
    "PARTS",
    "ROW_AT",
    "STAGE",
    "TITLE",
    "WORDS",
    "columns_of",
    "heads_of",
    "is_matrix",
    "may_head",
    "parted",
    "row_columns",
    "table_of",
    "title_for",
]

NAME, TITLE = "Matriks", "Matriks penilaian"
NOTE = (
    "Satu sel satu penilaian, oleh yang di samping Oleh. Kosong: belum dinilai. Waktu kosong: waktu"
    " baris, lalu di atas, lalu seperti lembar anggota pertama."
)
# Beside these, above the heads, stand who decides and when.
BY, AT = "Oleh", "Waktu"
STAGE, CRITERION, WORDS, GENERAL = "Tahap", "Kriteria", "Uraian", "Semua"
# When the cells of one row were decided, where that is not the time above the heads.
ROW_AT = "Waktu baris"
# What the document says of a score, shown beside it and never read: by the keys of a criterion.
BOUNDS = {
    f"{FOUND_COLUMN}: bobot (%)": "weight",
    f"{FOUND_COLUMN}: nilai tertinggi": "max_score",
    f"{FOUND_COLUMN}: ambang batas": "threshold",
}
# What stands in the columns of a bidder: the answer under the code alone, and what belongs to it.
ANSWER_PART, NOTE_PART, AT_PART = "answer", "note", "at"
PARTS = {ANSWER_PART: "", NOTE_PART: "Alasan", AT_PART: "Waktu"}
_KINDS = {ANSWER_PART: ANSWER, NOTE_PART: PROSE, AT_PART: TIME}
_WIDTHS = {ANSWER_PART: 12, NOTE_PART: 26, AT_PART: 17}
_LONGEST = 31

Part: TypeAlias = tuple[str, str]


def is_matrix(title: str) -> bool:
    """Whether the sheet of that title is a matrix."""
    return title == NAME or title.startswith(f"{NAME} ")


def title_for(member: str) -> str:
    """The title of the matrix of one member."""
    return f"{NAME} {member}"[:_LONGEST]


def heads_of(code: str) -> dict[str, str]:
    """The heads of the columns of a bidder, by what stands in them; `*` is everybody.

    >>> [*heads_of("p1").values()], heads_of("*")["note"]
    (['p1', 'Alasan p1', 'Waktu p1'], 'Alasan Semua')
    """
    name = GENERAL if code == EVERYBODY else code
    return {part: f"{word} {name}".strip() for part, word in PARTS.items()}


def parted(head: str) -> Part:
    """What a head is of, and the code or name in it.

    >>> parted("Alasan p1"), parted("PT Maju")
    (('note', 'p1'), ('answer', 'PT Maju'))
    """
    word, _, rest = head.partition(" ")
    for part, known in PARTS.items():
        if known and rest and word.casefold() == known.casefold():
            return part, rest
    return ANSWER_PART, head


def may_head(code: str) -> bool:
    """Whether a code can stand at the head of columns, and is no word that stands there itself."""
    key = title_key(code)
    taken = map(title_key, (STAGE, CRITERION, WORDS, GENERAL))
    own = tuple(map(str.casefold, (OWN, FOUND_COLUMN)))
    row_at = title_key(ROW_AT) in map(title_key, heads_of(code).values())
    return key not in {*taken} and not row_at and not key.startswith(own)


def row_columns(layout: Layout) -> tuple[Column, ...]:
    """The columns that tell which question a row is, and when it was decided."""
    general = layout.table(JUDGED).columns
    stage, criterion = (
        next(column for column in general if column.title == title) for title in (STAGE, CRITERION)
    )
    at = Column(ROW_AT, ("at",), TIME, 17)
    return stage, criterion, Column(WORDS, ("words",), PROSE, 44), at


def columns_of(titles: Iterable[str], key: str) -> Iterator[Column]:
    """The columns of a bidder, whose values stand under `key`, with the heads that they have."""
    for title in titles:
        part, _ = parted(title)
        yield Column(title, (key, part), _KINDS[part], _WIDTHS[part])


def table_of(title: str, columns: Iterable[Column]) -> Table:
    """A matrix as a table of rows."""
    return Table(title, TITLE, NOTE, ("assessments",), tuple(columns), loose=True)
