"""The record as data: a few kinds of block, which a writer only draws."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

__all__ = [
    "Align",
    "Bahp",
    "Block",
    "Pairs",
    "Paragraph",
    "Section",
    "Signatory",
    "Signatures",
    "Subheading",
    "Table",
    "Titled",
    "table",
]


class Align(StrEnum):
    """On which side of its column a cell stands."""

    LEFT = "kiri"
    RIGHT = "kanan"
    CENTRE = "tengah"


@frozen
class Paragraph:
    """Running text; `strong` where it must not be overlooked."""

    text: str
    strong: bool = False


@frozen
class Subheading:
    """The title of a part of a section."""

    text: str


@frozen
class Pairs:
    """Labels with what they stand for, in order."""

    items: tuple[tuple[str, str], ...]


@frozen
class Table:
    """Rows under headers; `align` has one entry a column."""

    headers: tuple[str, ...]
    align: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Signatory:
    """Who may sign."""

    name: str
    role: str
    nip: str


@frozen
class Signatures:
    """Lines to sign on."""

    lines: tuple[Signatory, ...]


Block: TypeAlias = Paragraph | Subheading | Pairs | Table | Signatures
# The title of a section and what it holds.
Titled: TypeAlias = tuple[str, tuple[Block, ...]]


@frozen
class Section:
    """A part of the record under its letter."""

    letter: str
    title: str
    blocks: tuple[Block, ...]


@frozen
class Bahp:
    """A record, or the working paper behind it.

    `number`, `place`, `date` and `time` are dotted blanks while nobody has filled them in. `root`
    is the head of the decision trail that the paper anchors.
    """

    title: str
    draft: bool
    internal: bool
    number: str
    place: str
    date: str
    time: str
    tender: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    root: str


_SIDES = {"<": Align.LEFT, ">": Align.RIGHT, "^": Align.CENTRE}


def table(headers: dict[str, str], rows: Iterable[tuple[str, ...]]) -> Table:
    """A table from its headers, each with the side of its column: `<`, `>` or `^`."""
    sides = tuple(_SIDES[side] for side in headers.values())
    return Table(tuple(headers), sides, tuple(rows))
