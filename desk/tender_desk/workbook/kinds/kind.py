# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""What every kind of cell is, and the kinds that hold a text."""

import datetime as dt
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from decimal import Decimal
from types import UnionType
from typing import Any, Protocol, Self

from tender_desk.ooxml.escapes import escaped, unescaped
from tender_desk.workbook.reading.local import Local
from tender_engine.formats.signs import composed
from tender_engine.numbers import plain

__all__ = [
    "LINES",
    "NONE",
    "PROSE",
    "TEXT",
    "CellError",
    "Code",
    "CodeOf",
    "Given",
    "Kind",
    "TextKind",
    "as_typed",
    "beginning",
    "is_dash",
    "is_none",
]

NONE = "-"
_NOTHING = frozenset(("tidak ada", "tdk ada", "nihil"))
# What programs make of the signs on a keyboard: dashes, quotes, and signs of full width.
_AS_TYPED = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\xb4`\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201f\u2033", '"'),
    **dict.fromkeys("\u2044\u2215", "/"),
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
}
_TYPED = str.maketrans(_AS_TYPED)
# Of a text on one line: its breaks, and what parts columns where it was copied.
_BREAKS = re.compile(r"[ ]*[\t\n\r]+[ ]*")


class CodeOf(Protocol):
    """What is known of the entries that a column may name."""

    def __call__(self, text: str) -> str | None:
        """The code of what is typed; `None` where nothing is called so.

        Raises:
            CellError: it may be two.
        """

    def everybody(self, text: str) -> Sequence[str]:
        """The codes of all members of the panel where the text says so; none otherwise."""

    def meant(self, text: str) -> str:
        """The same; what nothing is called stays as it was typed if it may be a code.

        Raises:
            CellError: it may be two, or it is a name that nothing has.
        """


class CellError(ValueError):
    """A cell that cannot be read as what its column holds."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code, self.params = code, params


class Given(Protocol):
    """What stands in a cell: its value as Excel keeps it, and the format it is shown in."""

    @property
    def value(self) -> Any: ...

    @property
    def number_format(self) -> str: ...


class Kind(ABC):
    """What the cells of a column hold.

    `of` is what a value of the format is that it can write, `shown` the format that Excel shows
    one in; `terms` are the words of a drop-down, and `open` says that a cell takes other words as
    well.
    """

    of: type | UnionType = str
    shown = "@"
    terms: tuple[str, ...] = ()
    open = False

    @abstractmethod
    def write(self, value: Any) -> Any:
        """The value of a cell; a text is always text, whatever it begins with."""

    @abstractmethod
    def read(self, cell: Given) -> Any:
        """The value of the format, or `None` for an empty cell.

        Raises:
            CellError: it cannot be one.
        """

    def within(self, local: Local) -> Self:  # noqa: ARG002 - most are the same everywhere
        """The same as it is read in one workbook, in one of its columns."""
        return self

    def is_other(self, text: str) -> bool:  # noqa: ARG002 - most hold any text that they can read
        """Whether a text that can be read looks like what another column holds."""
        return False

    def renamed(self, value: Any, code_of: CodeOf) -> Any:
        """A value that names entries of another sheet, with the codes of these.

        Raises:
            CellError: what is typed may mean two of them, or is a name that none has.
        """
        return code_of.meant(value)


class TextKind(Kind):
    """A text on one line, in the form NFC; of `lines` it keeps the breaks, as `prose` all it has.

    What was pasted of a paper onto several lines is on one to whoever types it.
    """

    def __init__(self, *, lines: bool = False, prose: bool = False) -> None:
        self._lines, self._prose = lines, prose

    def write(self, value: Any) -> str:
        return escaped(str(value))

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if isinstance(value, str):
            # A paste from Windows brings a sign of its own before each line break.
            text = unescaped(value).replace("\r\n", "\n")
            if self._prose:
                return text or None
            text = composed(text.strip())
            return (text if self._lines else _BREAKS.sub(" ", text)) or None
        return None if value is None else _bare(value)


class Code(TextKind):
    """A number that only names, such as an NPWP: a cell of numbers would have cut it."""

    def read(self, cell: Given) -> str | None:
        if isinstance(cell.value, str | None):
            return super().read(cell)
        raise CellError("XLS033")


TEXT, LINES, PROSE = TextKind(), TextKind(lines=True), TextKind(prose=True)


def as_typed(text: str) -> str:
    r"""A text in the signs of a keyboard, its blanks as one, without the apostrophe of a text.

    For what is a figure, a day or a word of a list; what people call something stays as it is.

    >>> as_typed("Rp\u202f1.250.000,\u2013 "), as_typed("\uff14 Mei\xa02026"), as_typed("'12")
    ('Rp 1.250.000,-', '4 Mei 2026', '12')
    """
    return " ".join(unescaped(text).translate(_TYPED).split()).removeprefix("'").lstrip()


def _bare(value: object) -> str:
    """What somebody typed without minding that Excel takes it for a number.

    A date is refused: whether 1-2 or 1/2 or February was typed is not known any more.
    """
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        raise CellError("XLS047", found=beginning(value))
    if isinstance(value, bool):
        return str(value).upper()  # as Excel shows it
    return plain(Decimal(str(value))) if isinstance(value, float | Decimal) else str(value)


def beginning(value: object) -> str:
    """As much of what stands in a cell as a message repeats."""
    return str(value)[:40]


def is_none(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, or what people write for one."""
    return is_dash(text) or as_typed(text).casefold() in _NOTHING


def is_dash(text: str) -> bool:
    """Whether a text is a dash, which a program may have made longer."""
    return as_typed(text) == NONE
