"""A place in a release: what stands there, and what of it was taken."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import field, frozen

from tender_desk.ocds.mapping import CURRENCY
from tender_engine.faults import Fault, Path
from tender_engine.formats.source import NumberText, literal

__all__ = ["Node", "collapsed", "known", "left"]

# A number further from the point than this is no amount of anything.
_FURTHEST = 80


@frozen
class Node:
    """The `value` at `path` of a release; `taken` are the places that were looked at.

    What is not what the standard says it is, is noted in `faults` and read as absent.
    """

    value: Any
    path: Path = ()
    taken: set[Path] = field(factory=set)
    faults: list[Fault] = field(factory=list)

    def __getitem__(self, key: str) -> "Node":
        """What stands under `key`; a node without a value where nothing does."""
        found = self._of(dict, "object") or {}
        return Node(found.get(key), (*self.path, key), self.taken, self.faults)

    def each(self) -> Iterator["Node"]:
        """The entries of a list."""
        for index, part in enumerate(self._of(list, "array") or ()):
            yield Node(part, (*self.path, index), self.taken, self.faults)

    def text(self) -> str | None:
        """The text here."""
        self.taken.add(self.path)
        if isinstance(self.value, NumberText):
            self._note("string")
            return None
        return self._of(str, "string") or None

    def id_(self) -> str | None:
        """The id here: a text, or a whole number, which the standard lets it be too."""
        if not isinstance(self.value, NumberText):
            return self.text()
        number = self.whole()
        return None if number is None else str(number)

    def flag(self) -> bool | None:
        """Whether it is so."""
        self.taken.add(self.path)
        found: bool | None = self._of(bool, "boolean")
        return found

    def number(self) -> str | None:
        """The number here in plain notation, with every digit that it has."""
        self.taken.add(self.path)
        if self.value is None:
            return None
        given = None
        if isinstance(self.value, NumberText):
            with suppress(InvalidOperation):  # further from the point than any Decimal can be
                given = Decimal(self.value)
        if given is None or not given.is_finite() or abs(given.adjusted()) > _FURTHEST:
            self._note("number")
            return None
        return literal(given)

    def whole(self) -> int | None:
        """The whole number here."""
        number = self.number()
        if number is None or number.lstrip("-").isdigit():
            return None if number is None else int(number)
        self._note("integer")
        return None

    def rupiah(self) -> str | None:
        """The amount here; one in another currency is noted, and one in none is left."""
        money, amount = self["currency"], self["amount"]
        currency = money.text()
        if currency not in (None, CURRENCY):
            self.faults.append(Fault("OCD022", money.path, {"found": str(currency)}))
        if currency is None:
            Node(amount.value, amount.path, set(), self.faults).number()  # what it is is told still
            return None
        return amount.number()

    def dismiss(self) -> None:
        """It says nothing of a tender, and so is not told as left behind."""
        self.taken.add(self.path)

    def _of(self, kind: type, named: str) -> Any:
        if self.value is None or isinstance(self.value, kind):
            return self.value
        self._note(named)
        return None

    def _note(self, expected: str) -> None:
        fault = Fault("OCD020", self.path, {"expected": expected})
        if fault not in self.faults:
            self.faults.append(fault)


def known(**given: Any) -> dict[str, Any]:
    """What is known of these."""
    return {key: value for key, value in given.items() if value not in (None, [], {})}


def left(value: Any, taken: set[Path]) -> Counter[str]:
    """The places that were not taken and how often, each as high up as nothing in it was.

    Places of a release are written with strokes, those of a package with dots.
    """
    above = {path[:length] for path in taken for length in range(len(path))}

    def walk(part: Any, path: Path) -> Iterator[Path]:
        if part is None or path in taken:
            return
        if path not in above or not isinstance(part, dict | list):
            yield path
            return
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from walk(inner, (*path, key))

    return Counter(collapsed(path, "/") for path in walk(value, ()))


def collapsed(path: Path, between: str = ".") -> str:
    """A place without which entry of a list it is in.

    >>> collapsed(("participants", 3, "name"))
    'participants[].name'
    """
    said = "".join("[]" if isinstance(step, int) else f"{between}{step}" for step in path)
    return said.removeprefix(".")
