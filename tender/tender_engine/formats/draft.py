"""A package as far as it could be read, and what is known of its gaps.

The checks run over a draft even when parts of it were unreadable, so that all faults of a file are
told together. What rests on an unreadable part is not judged: no fault follows from another.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from attrs import frozen

from tender_engine.declared import Declarations
from tender_engine.faults import Fault, Faults, Path
from tender_engine.formats.shapes import suggested
from tender_engine.model import Criterion, Package, Participant, Price, Requirements
from tender_engine.seals import reveal_for_storage
from tender_engine.terms import StageId

__all__ = [
    "Draft",
    "Names",
    "each",
    "find_repeated",
    "lacking",
    "make_draft",
    "names",
    "refer",
    "refer_all",
]

T = TypeVar("T")
Names = frozenset[str] | None
_UNKNOWN_KEY = "PKT010"


class _Named(Protocol):
    @property
    def id(self) -> str | None: ...


@frozen
class Draft:
    """The package, with `None` where nothing could be read, and where its reading faults are.

    `declared` is what the rulebook adds to the format. What many checks look through is found once,
    with its places: the `participants` and those of their `prices` that are to be held against the
    tender, of which no check tells what is in them. Known are the ids of the panel's `members`, of
    the `bidders`, and of the `lines` of the document; `None` where they are not all readable.
    """

    package: Package
    declared: Declarations
    blemished: frozenset[Path]
    with_unknown_keys: frozenset[Path]
    participants: tuple[tuple[Path, Participant], ...]
    prices: tuple[tuple[Path, Price], ...]
    members: Names
    bidders: Names
    lines: Names

    def is_whole(self, path: Path) -> bool:
        """Whether everything at and under `path` was readable."""
        return path not in self.blemished

    def tells(self, path: Path, key: str) -> bool:
        """Whether `key` under `path` is truly there or absent, and neither unread nor misspelt."""
        return path not in self.with_unknown_keys and self.is_whole((*path, key))

    def asked(self, stage: StageId) -> Requirements | None:
        """What the document asks at `stage`, as far as that was readable."""
        tender = self.package.tender
        requirements = tender and tender.requirements
        return requirements.get(stage) if requirements else None

    def criteria(self, stage: StageId) -> tuple[Criterion, ...] | None:
        """The criteria of `stage`; `None` if they are not all readable."""
        tender = self.package.tender
        if tender is None or tender.requirements is None:
            return None
        root = ("tender", "requirements")
        if stage not in tender.requirements:
            return None if root in self.with_unknown_keys else ()
        asked = tender.requirements[stage]
        if asked is None or (*root, stage.value) in self.with_unknown_keys:
            return None
        return asked.criteria if names(asked.criteria) is not None else None


def lacking(criterion: Criterion) -> tuple[str, ...]:
    """What `criterion` must still say to be scored; nothing where no word of it means a score."""
    weight, highest = criterion.weight, criterion.max_score
    if weight is None and highest is None and criterion.threshold is None:
        return ()
    needed = {"weight": weight, "max_score": highest}
    return tuple(key for key, value in needed.items() if value is None)


def make_draft(
    package: Package,
    declared: Declarations,
    found: Iterable[Fault],
    before: Package | None = None,
) -> Draft:
    """A draft of `package` whose reading `found` these faults, after one that had none `before`."""
    blemished: set[Path] = set()
    with_unknown_keys: set[Path] = set()
    for fault in found:
        if fault.code == _UNKNOWN_KEY:
            with_unknown_keys.add(fault.path[:-1])
        path = fault.path
        while path and path not in blemished:
            blemished.add(path)
            path = path[:-1]
    # Whose prices were held against this very tender before, without a fault.
    held = before.participants if before and before.tender is package.tender else ()
    participants = tuple(each(package.participants, "participants"))
    hps = package.tender and package.tender.hps
    return Draft(
        package,
        declared,
        frozenset(blemished),
        frozenset(with_unknown_keys),
        participants,
        tuple(_prices(participants, {*map(id, held)})),
        names(package.pokja.members) if package.pokja else None,
        names(package.participants),
        names(hps.lines or ()) if hps else None,
    )


def each(items: Iterable[T | None] | None, *path: str | int) -> Iterator[tuple[Path, T]]:
    """Every readable item of a list at `path`, with its own path."""
    for index, item in enumerate(items or ()):
        if item is not None:
            yield (*path, index), item


def _prices(
    participants: Iterable[tuple[Path, Participant]], held: Collection[int]
) -> Iterator[tuple[Path, Price]]:
    for path, participant in participants:
        if participant.price is not None and id(participant) not in held:
            yield (*path, "price"), reveal_for_storage(participant.price)


def names(items: Iterable[_Named | None] | None) -> Names:
    """The ids of a list; `None` if they are not all readable."""
    if items is None:
        return None
    found: list[Any] = [None if item is None else item.id for item in items]
    return None if None in found else frozenset(found)


def find_repeated(
    found: Sequence[str | None], code: str, path: Path, faults: Faults, *tail: str
) -> None:
    """Note `code` at every name of a list at `path` that stood there before."""
    if len(frozenset(found)) == len(found):
        return
    seen: set[str] = set()
    for index, name in enumerate(found):
        if name in seen:
            faults.at_path(code, (*path, index, *tail), found=str(name))
        elif name is not None:
            seen.add(name)


def refer(known: Names, name: str | None, code: str, at: Path, faults: Faults) -> None:
    """Note `code` if `name` is surely none of the `known`."""
    if known is not None and name is not None and name not in known:
        near = "" if faults.found.full else suggested(faults.found, name, known)
        faults.at_path(code, at, found=name, known=near)


def refer_all(
    known: Names, listed: Sequence[str | None], code: str, path: Path, faults: Faults
) -> None:
    """Note `code` at each name of a list at `path` that is none of the `known`, and those twice."""
    if known is not None and not known.issuperset(listed):
        for place, name in each(listed, *path):
            refer(known, name, code, place, faults)
    find_repeated(listed, "PKT061", path, faults)
