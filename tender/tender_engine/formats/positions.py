"""Where in a JSON text its keys and values stand: sought only for those that are asked for."""

import re
from collections.abc import Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]

from tender_engine.faults import Fault, Path, Spot

__all__ = ["Lines", "Positions", "TextPlaces"]

_SPACE = re.compile(r"\s*+")
_TEXT = r'"(?:[^"\\]|\\.)*+"'
# An object without objects in it is passed over in one step; lists in it are in balance.
_FLAT = rf'\{{[^{{}}"]*+(?:{_TEXT}[^{{}}"]*+)*+\}}'
_NEST = re.compile(rf"{_FLAT}|{_TEXT}|[\[\]{{}}]")
_KEY = re.compile(rf"({_TEXT})\s*+:\s*+")
_SIMPLE = re.compile(rf'(?:{_FLAT}|{_TEXT}|[^\s,\[\]{{}}"]++)\s*+,?\s*+')
_AFTER = re.compile(r"\s*+,?\s*+")
_OPENS = {"[": 1, "{": 1, "]": -1, "}": -1}

_BLOCK = 1 << 16

# By key or index: where the key stands, if there is one, and where the value does.
_Children = dict[str | int, tuple[int | None, int]]


class Lines:
    """Line and column of an offset in a text, both from 1.

    Ends of lines are counted once, block by block, however many places are asked for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # How many lines end before each block, and where the last of them does.
        self._before = [(0, -1)]

    def place(self, offset: int) -> tuple[int, int]:
        """Where `offset` is."""
        block = offset // _BLOCK
        while len(self._before) <= block:
            start = (len(self._before) - 1) * _BLOCK
            self._before.append(self._counted(start, start + _BLOCK))
        lines, last = self._counted(block * _BLOCK, offset)
        return lines + 1, offset - last

    def _counted(self, start: int, end: int) -> tuple[int, int]:
        """How many lines end before `end`, which is in the block from `start` on; the last end."""
        lines, last = self._before[start // _BLOCK]
        found = self._text.rfind("\n", start, end)
        return lines + self._text.count("\n", start, end), last if found < 0 else found


class Positions:
    """Where keys and values of a JSON text stand; only what lies on the way to them is looked at.

    What is not there is found through the nearest thing above it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._children: dict[Path, _Children] = {}
        self._twins: dict[Path, list[tuple[str | int, int]]] = {}

    def offset(self, path: Path, *, on_key: bool = False) -> int:
        """The offset of the value or key at `path`, or of the value above it that is there."""
        at, key_at = self._after(_SPACE, 0), None
        for end, step in enumerate(path):
            found = self._in(path[:end], at).get(step)
            if found is None:
                return at
            key_at, at = found
        return key_at if on_key and key_at is not None else at

    def repeated(self, objects: Iterable[Path]) -> Iterator[tuple[Path, int]]:
        """Every second and further key of the `objects` at these paths, and where it stands."""
        for path in objects:
            self._in(path, self.offset(path))
            for name, at in self._twins.get(path, ()):
                yield (*path, name), at

    def _in(self, path: Path, at: int) -> _Children:
        """What is in the list or object at `path`, which begins at `at`."""
        if path not in self._children:
            self._children[path] = dict(self._each(path, at))
        return self._children[path]

    def _each(self, path: Path, at: int) -> Iterator[tuple[str | int, tuple[int | None, int]]]:
        opening = self._text[at : at + 1]
        if opening not in ("[", "{"):
            return
        seen: set[str | int] = set()
        index, at = 0, self._after(_SPACE, at + 1)
        while self._text[at] not in "]}":
            name: str | int = index
            key_at = None
            if opening == "{":
                found = _KEY.match(self._text, at)
                key_at, at = at, found.end() if found else at + 1
                name = scanstring(self._text, key_at + 1)[0]
                if name in seen:
                    self._twins.setdefault(path, []).append((name, key_at))
                seen.add(name)
            yield name, (key_at, at)
            index += 1
            simple = _SIMPLE.match(self._text, at)
            at = simple.end() if simple else self._after(_AFTER, self._end_of_nest(at))

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        """Where what fits the pattern from `at` on ends."""
        found = pattern.match(self._text, at)
        return found.end() if found else at

    def _end_of_nest(self, at: int) -> int:
        open_brackets = 0
        for found in _NEST.finditer(self._text, at):
            open_brackets += _OPENS.get(found.group(), 0)
            if not open_brackets:
                return found.end()
        return len(self._text)


class TextPlaces:
    """Where the faults of a JSON text are; without a text, at its beginning."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._lines = Lines(text)
        self._positions: Positions | None = None

    def spot(self, fault: Fault) -> Spot:
        """The line and column of `fault`."""
        offset = fault.at
        if offset is None:
            if self._positions is None and self._text:
                self._positions = Positions(self._text)
            found = self._positions
            offset = found.offset(fault.path, on_key=fault.on_key) if found else 0
        place = self._lines.place(offset)
        return Spot("", *place, order=place)
