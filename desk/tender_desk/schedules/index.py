"""Where each worth stands in an area: what lookups and conditions ask."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from attrs import Factory, define

from tender_desk.schedules.alike import ANY, alike
from tender_desk.schedules.grid import Place
from tender_desk.schedules.nodes import Area
from tender_desk.schedules.worths import NotComputedError, ShownError, Worth

__all__ = ["Index", "Spot", "has_wildcards"]

# Row and column, counted from the first cell of an area.
Spot: TypeAlias = tuple[int, int]
# Of no other texts is it clear what comes first, as countries differ.
_IN_ORDER = re.compile(r"[a-z0-9 .]*")
_WILD = re.compile(r"[*?~]")


@define
class Index:
    """The cells of an area by what they are worth, in order; `Area` cells that are empty are none.

    `unknown` is the first cell that may be a number, or a text, and is not known. Errors that a
    cell surely shows are equal to nothing. `signs` is how much text there is.
    """

    numbers: dict[Fraction, list[Spot]] = Factory(dict)
    texts: dict[str, list[Spot]] = Factory(dict)
    unknown: dict[type, tuple[Spot, NotComputedError]] = Factory(dict)
    errors: bool = False
    signs: int = 0
    _alike: dict[str, tuple[int, int]] | None = None
    _ordered: dict[type, tuple[list[Any], list[Spot]] | None] = Factory(dict)

    @classmethod
    def of(cls, area: Area, places: Iterable[Place], known: Callable[[Place], Worth]) -> "Index":
        """The index of an area of which `places` are not empty."""
        made = cls()
        for place in places:
            spot = place[1] - area.top, place[2] - area.left
            try:
                worth = known(place)
            except ShownError:
                made.errors = True
            except NotComputedError as error:
                for kind in _may_be(error, place):
                    made.unknown.setdefault(kind, (spot, error.again()))
            else:
                made._add(worth, spot)
        return made

    def _add(self, worth: Worth, spot: Spot) -> None:
        if isinstance(worth, str):
            self.texts.setdefault(worth.casefold(), []).append(spot)
            self.signs += len(worth)
        elif isinstance(worth, Fraction):
            self.numbers.setdefault(worth, []).append(spot)

    def equal(self, worth: Fraction | str) -> list[Spot]:
        """Where exactly this stands, in any case of letters."""
        if isinstance(worth, str):
            return self.texts.get(worth.casefold(), [])
        return self.numbers.get(worth, [])

    def like(self, pattern: str) -> list[Spot]:
        """Where a text stands that a pattern with `*` and `?` takes in."""
        said = pattern.casefold()
        return sorted(s for text, spots in self.texts.items() if matches(said, text) for s in spots)

    def doubtful(self, worth: Fraction | str) -> bool:
        """Whether something else stands there that may be the same number; see `alike`."""
        if self._alike is None:
            self._alike = {}
            every: list[Fraction | str] = [*self.numbers, *self.texts]
            for one in every:
                if (group := alike(one)) is not None:
                    numbers, texts = self._alike.get(group, (0, 0))
                    said = isinstance(one, str)
                    self._alike[group] = numbers + (not said), texts + said
        group = alike(worth)
        if group is None:
            return False
        groups = self._alike if group == ANY else {group, ANY}
        counts = [self._alike.get(one, (0, 0)) for one in groups]
        texts = sum(count[1] for count in counts)
        if not isinstance(worth, str):
            return texts > 0
        return texts + sum(count[0] for count in counts) > (worth.casefold() in self.texts)

    def first(self, spots: list[Spot], kind: type) -> Spot | None:
        """The first of some spots.

        Raises:
            NotComputedError: a cell before it may be another, and is not known.
        """
        found = spots[0] if spots else None
        if kind in self.unknown and (found is None or self.unknown[kind][0] < found):
            raise self.unknown[kind][1].again()
        return found

    def certain(self, *kinds: type) -> None:
        """See that every cell is known, as far as it may be of these kinds.

        Raises:
            NotComputedError: one is not.
        """
        for kind in kinds:
            if kind in self.unknown:
                raise self.unknown[kind][1].again()

    def last_not_above(self, worth: Fraction | str) -> Spot | bool | None:
        """Where the last one that is no larger stands; `False` where they are not in order."""
        kind = type(worth)
        if kind not in self._ordered:
            self._ordered[kind] = self._in_order(kind)
        ordered = self._ordered[kind]
        said = worth.casefold() if isinstance(worth, str) else worth
        if ordered is None or (isinstance(said, str) and not _IN_ORDER.fullmatch(said)):
            return False
        values, spots = ordered
        at = bisect_right(values, said)
        return spots[at - 1] if at else None

    def _in_order(self, kind: type) -> "tuple[list[Any], list[Spot]] | None":
        """The values of a kind and their spots, where they ascend."""
        source: dict[Any, list[Spot]] = dict(self.texts if kind is str else self.numbers)
        pairs = sorted((spot, value) for value, spots in source.items() for spot in spots)
        values, spots = [value for _, value in pairs], [spot for spot, _ in pairs]
        plain = kind is not str or all(_IN_ORDER.fullmatch(str(value)) for value in values)
        ascending = all(a < b for a, b in pairwise(values))
        return (values, spots) if plain and ascending and not self.errors else None


def _may_be(error: NotComputedError, place: Place) -> tuple[type, ...]:
    """What a cell that is not known may be: of a date or a truth that somebody typed, that is."""
    if error.place != place or error.kind not in ("date", "digits", "logical"):
        return (Fraction, str)
    return () if error.kind == "logical" else (Fraction,)


def has_wildcards(text: str) -> bool:
    """Whether a text that is looked for stands for several."""
    return _WILD.search(text) is not None


def matches(pattern: str, text: str) -> bool:
    """Whether `text` is one of a pattern: `*` any signs, `?` one sign, `~` the next as it is.

    >>> matches("pipa*3?", "pipa pvc 3m"), matches("a~*", "ab"), matches("a~*", "a*")
    (True, False, True)
    """
    wanted: list[tuple[str, bool]] = []
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "~" and at + 1 < len(pattern) and pattern[at + 1] in "*?~":
            at += 1
            wanted.append((pattern[at], False))
        else:
            wanted.append((sign, sign in "*?"))
        at += 1
    here, at, back, again = 0, 0, -1, 0
    while at < len(text):
        sign, wild = wanted[here] if here < len(wanted) else ("", False)
        if wild and sign == "*":
            back, again, here = here, at, here + 1
        elif here < len(wanted) and (wild or sign == text[at]):
            here, at = here + 1, at + 1
        elif back >= 0:
            again += 1
            here, at = back + 1, again
        else:
            return False
    return all(sign == "*" and wild for sign, wild in wanted[here:])
