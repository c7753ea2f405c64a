# ruff: noqa: D102 - the methods of every kind are described once, in `Kind`
"""What every kind of cell is, and the kinds that hold a text."""

import datetime as dt
from abc import ABC, abstractmethod
from decimal import Decimal
from types import UnionType
from typing import Any, Protocol, Self

from tender_desk.ooxml.escapes import escaped, unescaped
from tender_desk.workbook.reading.local import Local
from tender_engine.numbers import plain

__all__ = [
    "NONE",
    "PROSE",
    "TEXT",
    "CellError",
    "Code",
    "CodeOf",
    "Given",
    "Kind",
    "TextKind",
    "beginning",
    "is_dash",
    "is_none",
]

NONE = "-"
_NOTHING = frozenset(("tidak ada", "tdk ada", "nihil"))


class CodeOf(Protocol):
    """What is known of the entries that a column may name."""

    def __call__(self, text: str) -> str | None:
        """The code of what is typed; `None` where nothing is called so.

        Raises:
            CellError: it may be two.
        """

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

    def renamed(self, value: Any, code_of: CodeOf) -> Any:
        """A value that names entries of another sheet, with the codes of these.

        Raises:
            CellError: what is typed may mean two of them, or is a name that none has.
        """
        return code_of.meant(value)


class TextKind(Kind):
    """A text; `prose` keeps its spaces and line breaks."""

    def __init__(self, *, prose: bool = False) -> None:
        self._prose = prose

    def write(self, value: Any) -> str:
        return escaped(str(value))

    def read(self, cell: Given) -> str | None:
        value = cell.value
        if isinstance(value, str):
            text = unescaped(value)
            # A paste from Windows brings a sign of its own before each line break.
            return (text.replace("\r\n", "\n") if self._prose else text.strip()) or None
        return None if value is None else _bare(value)


class Code(TextKind):
    """A number that only names, such as an NPWP: a cell of numbers would have cut it."""

    def read(self, cell: Given) -> str | None:
        if isinstance(cell.value, str | None):
            return super().read(cell)
        raise CellError("XLS033")


TEXT, PROSE = TextKind(), TextKind(prose=True)


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
    return is_dash(text) or " ".join(text.casefold().split()) in _NOTHING


def is_dash(text: str) -> bool:
    """Whether a text is a dash, which Excel may have made longer."""
    return text in (NONE, "–")
