"""Lists of lines, of which nearly all say the same few things: read column by column.

Each says them in the one way in which they are written again. So what it says in the canonical text
is known by then, and kept with the lines. All others are read and written as any other list is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, TypeVar

from tender_engine.faults import Chain, Faults
from tender_engine.formats.bounds import LINES
from tender_engine.formats.containers import ListOf
from tender_engine.formats.records import Record
from tender_engine.formats.shapes import Number
from tender_engine.formats.source import NumberText

__all__ = ["Column", "Lines", "LinesOf", "by_id", "ends_in_zero", "kept_text", "with_more"]

# What a column of numbers has to be written as it is read: no zero at the end of any decimals.
ends_in_zero = re.compile(r'\.[0-9]*0"').search
T = TypeVar("T")
by_id: Callable[[Any], Any] = itemgetter(0)


class Lines(tuple[Any, ...]):
    """Lines as they were read. Whoever changes any of them makes another tuple, without a text.

    Attributes:
        few_keys: whether it is known that they say nothing beside the few keys of nearly every one.
        text: what they say in the canonical text, once that is known.
    """

    few_keys = False
    text: bytes | None = None


def with_more(lines: Sequence[T] | None) -> Sequence[T]:
    """`lines`, unless it is known that none of them says more than nearly every line does."""
    return () if lines is None or (type(lines) is Lines and lines.few_keys) else lines


def kept_text(lines: tuple[Any, ...], write: Callable[[Any], bytes]) -> bytes:
    """What `lines` say in the canonical text, which is kept with those that were read."""
    if type(lines) is not Lines:
        return write(lines)
    if lines.text is None:
        lines.text = write(lines)
    return lines.text


class Column:
    """What stands under one of the few keys of lines: which texts may, and what is made of one.

    Args:
        shape: that of an id, a number or a text, which says so in its `form` and `make`.
    """

    def __init__(self, shape: Any) -> None:
        self.make: Callable[[str], Any] = shape.make
        self._kinds = {str, NumberText} if isinstance(shape, Number) else {str}
        # A line break after each.
        self._are = re.compile(rf"(?:{shape.form}\n)*+", re.MULTILINE).fullmatch

    def is_sound(self, texts: Sequence[Any]) -> bool:
        """Whether all of a column is what may stand there."""
        if not self._kinds.issuperset(map(type, texts)):
            return False
        said = "\n".join((*texts, ""))
        return said.count("\n") == len(texts) and self._are(said) is not None


class LinesOf(ListOf):
    """A list of lines.

    Args:
        item: what any line is.
        few: the few keys of nearly every line.
        made: what makes a line of what they say, in their order.
        written: what they say in the canonical text, from the columns; `None` where it would have
            to be written in another way than it is read.
    """

    def __init__(
        self,
        item: Record,
        few: Sequence[str],
        made: Callable[..., Any],
        written: Callable[[Mapping[str, Sequence[str]]], bytes | None],
    ) -> None:
        super().__init__(item, most=LINES)
        keys = {key.name: key for key in item.keys}
        self._columns = {name: Column(keys[name].shape) for name in few}
        self._needed = {name for name in few if keys[name].required}
        self._made, self._written = made, written

    def read(self, value: Any, at: Chain, key: str | int, faults: Faults) -> Any:
        """As any list is read: not even lines that were read before are taken on trust."""
        return super().read(tuple(value) if type(value) is Lines else value, at, key, faults)

    def _each(self, value: Sequence[Any], here: Chain, faults: Faults) -> Lines:
        return self._by_column(value) or Lines(super()._each(value, here, faults))

    def _by_column(self, rows: Sequence[Any]) -> Lines | None:
        """Lines that all have the same few keys, and nothing wrong in them; else `None`."""
        if {*map(type, rows)} != {dict}:
            return None
        names = [name for name in self._columns if name in rows[0]]
        if not self._needed <= {*names} or {*map(len, rows)} != {len(names)}:
            return None
        try:
            texts = {name: [row[name] for row in rows] for name in names}
        except KeyError:
            return None
        if not all(self._columns[name].is_sound(column) for name, column in texts.items()):
            return None
        lines = Lines(map(self._made, *self._values(texts)))
        lines.few_keys, lines.text = True, self._written(texts)
        return lines

    def _values(self, texts: Mapping[str, Sequence[str]]) -> Iterable[Iterable[Any]]:
        for name, column in self._columns.items():
            yield map(column.make, texts[name]) if name in texts else repeat(None)
