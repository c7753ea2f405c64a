"""Faults of a package as values: a stable code, where it is, and the words for it."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath
from typing import Protocol, TypeAlias

from attrs import evolve, fields, frozen

__all__ = [
    "AND_AT_LEAST_AS_MANY_MORE",
    "AND_MORE",
    "TOLD",
    "Diagnostic",
    "Fault",
    "FaultText",
    "FaultTexts",
    "Faults",
    "Noted",
    "PackageRefusedError",
    "Path",
    "Places",
    "Spot",
    "TooManyFaultsError",
    "filled_in",
    "show",
]

Path: TypeAlias = tuple[str | int, ...]
# While reading, a place is a chain from leaf to root: cheap to make for each of a million values.
Chain: TypeAlias = "tuple[Chain, str | int] | None"

# So many faults are told; these two codes say how many more there are.
TOLD = 300
AND_MORE, AND_AT_LEAST_AS_MANY_MORE = "PKT094", "PKT095"
# So many are kept, to tell those that stand first; others are counted, up to so many.
_KEPT, _COUNTED = 2_000, 400_000
# With so many words a misspelt one may be compared in all: that is what a hint costs.
_COMPARED = 100_000
_LONGEST_KEY = 80

_SENTENCE = re.compile(r"(?<=[.;]) ")
# These name the kind of a value and never the value.
_TELL_KINDS = frozenset({"PKT012"})


@frozen
class FaultText:
    """The words of one code, in both languages; `{name}` is filled from the fault."""

    message_id: str
    hint_id: str
    message_en: str
    hint_en: str

    def message(self, lang: str) -> str:
        """What is wrong."""
        return self.message_en if lang == "en" else self.message_id

    def hint(self, lang: str) -> str:
        """What to do."""
        return self.hint_en if lang == "en" else self.hint_id


class FaultTexts(Mapping[str, FaultText]):
    """The words by code that TOML files hold; a file is read when one of its codes is asked for.

    An entry has `message_id`, `message_en`, `hint_id` and `hint_en`, or names under `hint` one of
    the file's `[hint.NAME]`, which several share. What an entry leaves out the next file says.

    Args:
        files: where the words stand; of two files that say the same the earlier one is heard.
    """

    def __init__(self, *files: FilePath) -> None:
        self._files = files

    def __getitem__(self, code: str) -> FaultText:
        said: dict[str, str] = {}
        for file in self._files:
            said = _entries(file).get(code, {}) | said
            if len(said) == len(fields(FaultText)):
                break
        if not said:
            raise KeyError(code)
        return FaultText(**said)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(code for file in self._files for code in _entries(file)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def _entries(file: FilePath) -> dict[str, dict[str, str]]:
    import tomllib  # nobody who has no fault pays for it

    entries = tomllib.loads(file.read_text("utf-8"))
    hints = entries.pop("hint", {})
    return {code: hints.get(said.pop("hint", ""), {}) | said for code, said in entries.items()}


def filled_in(text: str, params: Mapping[str, str]) -> str:
    """A text with its places filled; what would suggest nothing is left out, with its sentence.

    >>> filled_in("Perhaps {known} is meant. See the guide.", {"known": ""})
    'See the guide.'
    >>> filled_in("there is: {known}; list them", {"known": "a, b"})
    'there is: a, b; list them'
    """
    empty = {name for name, said in params.items() if not said}
    parts = _SENTENCE.split(text)
    said = [part for part in parts if not empty & _places(part)]
    # Of a text that is one sentence, something has to be told all the same.
    return (" ".join(said) or text).format_map(params)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@frozen
class Fault:
    """One thing that is wrong, at a key path of the package.

    `on_key` tells that the key is at fault and not its value; `at` is an offset in the text for a
    fault that has no path, such as a syntax error. `spot` is the place of a fault that knows it
    already, as one in a cell does.
    """

    code: str
    path: Path
    params: Mapping[str, str]
    on_key: bool = False
    at: int | None = None
    spot: "Spot | None" = None

    @property
    def pointer(self) -> str:
        """The path as an RFC 6901 JSON Pointer, such as `/participants/3/price`."""
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.path)
        return "".join(f"/{step}" for step in steps)

    @property
    def line(self) -> int | None:
        """The line of the text, from 1; `None` where there is no text."""
        return self.spot.line if self.spot and not self.spot.cell else None

    @property
    def column(self) -> int | None:
        """The column in the line, from 1; `None` where there is no text."""
        return self.spot.column if self.spot and not self.spot.cell else None


@frozen
class Spot:
    """A place as people look it up: a line and column of a text, or a cell such as `HPS!D14`.

    An empty `file` is the file that was read; `order` sorts the places of one file.
    """

    file: str = ""
    line: int = 1
    column: int = 1
    cell: str = ""
    order: tuple[int, ...] = ()


class Places(Protocol):
    """Finds where in a file a fault is."""

    def spot(self, fault: Fault) -> Spot:
        """The place of `fault`."""


# A file is too large, or of another format; a folder has none, or several.
_OF_FILES = frozenset({"PKT001", "PKT002", "PKT009", "PKT109"})
# What is wrong with a workbook is at a cell, or with all of it: it has no lines.
_OF_WORKBOOKS = "XLS"


@frozen
class Diagnostic:
    """A fault with its place in a file, ready to print as `file:line:column: CODE message`.

    In a workbook the place is a `cell`, and it prints as `file:Sheet!D14: CODE message`; what is of
    no place in a file, or of a folder, has none.
    """

    code: str
    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str
    cell: str = ""

    def __str__(self) -> str:
        of_all = self.code.startswith(_OF_WORKBOOKS) and not self.cell
        if of_all or self.code in _OF_FILES:
            return f"{self.file}: {self.code} {self.message}"
        place = self.cell or f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {self.code} {self.message}"


class TooManyFaultsError(Exception):
    """There are so many faults, or so much to read, that nothing further is read."""


class Noted(list[Fault]):
    """Faults in the order in which they were found: the first are kept, the others counted.

    Args:
        most: how many may be counted.

    Raises:
        TooManyFaultsError: by whatever adds a fault when so many were counted.
    """

    def __init__(self, most: int = _COUNTED) -> None:
        super().__init__()
        self._most = most
        self._more = 0
        self._to_compare = _COMPARED

    @property
    def full(self) -> bool:
        """Whether further faults are only counted, so that nobody has to find words for them."""
        return len(self) >= _KEPT

    @property
    def _ended(self) -> bool:
        return len(self) + self._more >= self._most

    def append(self, fault: Fault) -> None:
        """Keep a fault, or count it."""
        if not self.full:
            super().append(fault)
        else:
            self.skip()

    def stop(self, fault: Fault) -> None:
        """Keep a fault that ends the reading, however many there are.

        Raises:
            TooManyFaultsError: always.
        """
        super().append(fault)
        raise TooManyFaultsError

    def extend(self, faults: Iterable[Fault]) -> None:
        """Keep or count each of these."""
        for fault in faults:
            self.append(fault)

    def skip(self, times: int = 1) -> None:
        """Count a fault without keeping it."""
        self._more += times
        if self._ended:
            raise TooManyFaultsError

    def may_compare(self, words: int) -> bool:
        """Whether a misspelt word may be compared with so many others, for a hint."""
        self._to_compare -= words
        return self._to_compare >= 0

    def whole(self) -> tuple[Fault, ...]:
        """All that are kept, and one that says how many more were counted, if any."""
        if not self._more:
            return tuple(self)
        code = AND_AT_LEAST_AS_MANY_MORE if self._ended else AND_MORE
        return (*self, Fault(code, (), {"count": str(self._more)}, at=0, spot=Spot()))


class Faults:
    """Collects the faults met while reading one package.

    Args:
        entries: how many entries of lists were counted before, by the fault of too many of them.
    """

    def __init__(self, entries: Mapping[str, int] | None = None) -> None:
        self.found = Noted()
        self.entries = Counter(entries)

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, code: str, at: Chain, *, on_key: bool = False, **params: str) -> None:
        """Note a fault at the end of the chain `at`; the root's own key is the empty text."""
        if self.found.full:
            self.found.skip()
        else:
            self.found.append(Fault(code, _path(at), params, on_key))

    def count(self, entries: int, most: int, code: str, at: Chain, **params: str) -> None:
        """Count the entries of a list, and read no further where they are too many in all.

        Raises:
            TooManyFaultsError: they are; the fault `code` is noted.
        """
        self.entries[code] += entries
        if self.entries[code] > most:
            self.found.stop(Fault(code, _path(at), {"most": f"{most}", **params}))

    def hide_values(self, since: int) -> None:
        """Take the written values out of the faults found from number `since` on."""
        for index, fault in enumerate(self.found[since:], since):
            if "found" in fault.params and not fault.on_key and fault.code not in _TELL_KINDS:
                self.found[index] = evolve(fault, params={**fault.params, "found": "..."})

    def at_path(self, code: str, path: Path, *, on_key: bool = False, **params: str) -> None:
        """Note a fault at `path`."""
        if self.found.full:
            self.found.skip()
        else:
            self.found.append(Fault(code, path, params, on_key))


def _path(at: Chain) -> Path:
    path: list[str | int] = []
    while at is not None:
        at, key = at
        if key != "" or at is not None:
            path.append(key)
    return tuple(reversed(path))


class PackageRefusedError(ValueError):
    """A package that cannot be evaluated; `faults` says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)  # and no words: it is made from these again

    def __str__(self) -> str:
        return "; ".join(f"{fault.code} {show(fault.path)}" for fault in self.faults)


def show(path: Path) -> str:
    """A key path as people write it.

    >>> show(("participants", 3, "price", "stated_total"))
    'participants[3].price.stated_total'
    """
    text = ""
    for key in path:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            short = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}..."
            text += f".{short}" if text else short
    return text or "$"
