"""Faults of a package as values: a stable code, where it is, and the words for it."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias

from attrs import evolve, frozen

__all__ = [
    "Diagnostic",
    "Fault",
    "FaultText",
    "Faults",
    "PackageRefusedError",
    "Path",
    "Places",
    "Spot",
    "show",
]

Path: TypeAlias = tuple[str | int, ...]
# While reading, a place is a chain from leaf to root: cheap to make for each of a million values.
Chain: TypeAlias = "tuple[Chain, str | int] | None"

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


@frozen
class Diagnostic:
    """A fault with its place in a file, ready to print as `file:line:column: CODE message`.

    In a workbook the place is a `cell`, and it prints as `file:Sheet!D14: CODE message`.
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
        place = self.cell or f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {self.code} {self.message}"


class Faults:
    """Collects every fault met while reading one package."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, code: str, at: Chain, *, on_key: bool = False, **params: str) -> None:
        """Note a fault at the end of the chain `at`; the root's own key is the empty text."""
        path: list[str | int] = []
        while at is not None:
            at, key = at
            if key != "" or at is not None:
                path.append(key)
        self.found.append(Fault(code, tuple(reversed(path)), params, on_key))

    def hide_values(self, since: int) -> None:
        """Take the written values out of the faults found from number `since` on."""
        for index, fault in enumerate(self.found[since:], since):
            if "found" in fault.params and not fault.on_key and fault.code not in _TELL_KINDS:
                self.found[index] = evolve(fault, params={**fault.params, "found": "..."})

    def at_path(self, code: str, path: Path, *, on_key: bool = False, **params: str) -> None:
        """Note a fault at `path`."""
        self.found.append(Fault(code, path, params, on_key))


class PackageRefusedError(ValueError):
    """A package that cannot be evaluated; `faults` says everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.code} {show(fault.path)}" for fault in self.faults))


def show(path: Path) -> str:
    """A key path as people write it.

    >>> show(("participants", 3, "price", "stated_total"))
    'participants[3].price.stated_total'
    """
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text or "$"
