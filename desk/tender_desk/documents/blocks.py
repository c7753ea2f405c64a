"""The record as data: a few kinds of block, which a writer only draws."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from tender_engine.declared import Words

__all__ = [
    "Align",
    "Block",
    "Pairs",
    "Paragraph",
    "Record",
    "Section",
    "Signatory",
    "Signatures",
    "SignedOff",
    "Subheading",
    "Table",
    "Titled",
    "ended_once",
    "table",
]


# What is told of a member of the panel who signs.
_OF_THE_PANEL = ("Nama", "Jabatan dalam Pokja", "NIP")
_SIGN_HERE = "." * 24


# A name or a clause that ends in a full stop, and the full stop of the sentence behind it.
_TWICE = re.compile(r"(?<=\w)\.\.(?![./\w])")


def ended_once(text: str) -> str:
    """A text whose sentences end in one full stop, whatever they end with.

    >>> ended_once("Pemenang ialah PT Maju Tbk.. Catatan dari Budi, S.E.."), ended_once("dst. ...")
    ('Pemenang ialah PT Maju Tbk. Catatan dari Budi, S.E.', 'dst. ...')
    """
    return _TWICE.sub(".", text) if ".." in text else text


class Align(StrEnum):
    """On which side of its column a cell stands."""

    LEFT = "kiri"
    RIGHT = "kanan"
    CENTRE = "tengah"


@frozen
class Paragraph:
    """Running text; `strong` where it must not be overlooked."""

    text: str = field(converter=ended_once)
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
    """Lines to sign on; `headers` name what is told of each signatory."""

    lines: tuple[Signatory, ...]
    headers: tuple[str, str, str] = _OF_THE_PANEL

    def table(self) -> Table:
        """The lines as the table that every writer draws: numbered, with a place to sign."""
        headers = {"No.": ">"} | dict.fromkeys(self.headers, "<") | {"Tanda tangan": "<"}
        rows = [
            (str(index), line.name, line.role, line.nip, _SIGN_HERE)
            for index, line in enumerate(self.lines, 1)
        ]
        return table(headers, rows)


@frozen
class SignedOff:
    """Who alone signs at the end of a letter or an announcement, to the right.

    `dated` is the place and the day, where the head of the paper does not say them.
    """

    by: Signatory
    dated: str = ""

    @property
    def above(self) -> tuple[str, ...]:
        """What stands above the place to sign."""
        return (*([self.dated] if self.dated else []), f"{self.by.role},")

    @property
    def below(self) -> tuple[str, ...]:
        """What stands below it."""
        return (self.by.name, *([f"NIP {self.by.nip}"] if self.by.nip else []))


Block: TypeAlias = Paragraph | Subheading | Pairs | Table | Signatures | SignedOff
# The title of a section and what it holds.
Titled: TypeAlias = tuple[str, tuple[Block, ...]]


@frozen
class Section:
    """A part of the record under its letter, or of its annex, which has none.

    A part of a letter may have no heading at all. A `fresh` one begins on a page of its own.
    """

    letter: str
    title: str
    blocks: tuple[Block, ...]
    fresh: bool = False

    @property
    def heading(self) -> str:
        """What stands over it; empty where nothing does."""
        return f"{self.letter}. {self.title}" if self.letter else self.title


@frozen
class Record:
    """A record of the panel, the working paper behind it, or a letter to one bidder.

    `number`, `place`, `date` and `time` are dotted blanks while nobody has filled them in. `root`
    is the head of the decision trail that the paper anchors. `issuer` is who writes it and
    `recipient` to whom a letter goes, line by line; minutes go to nobody. `annex` is what a draft
    has beyond the final text, and `lacks` why it is one, as a screen says it. A `secret` one is
    marked so on each page.
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
    issuer: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    annex: tuple[Section, ...] = ()
    secret: bool = False
    lacks: tuple[Words, ...] = ()

    @property
    def parts(self) -> tuple[Section, ...]:
        """Everything under a heading, in order."""
        return (*self.sections, *self.annex)


_SIDES = {"<": Align.LEFT, ">": Align.RIGHT, "^": Align.CENTRE}


def table(headers: dict[str, str], rows: Iterable[tuple[str, ...]]) -> Table:
    """A table from its headers, each with the side of its column: `<`, `>` or `^`."""
    sides = tuple(_SIDES[side] for side in headers.values())
    return Table(tuple(headers), sides, tuple(rows))
