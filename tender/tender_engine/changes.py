"""What two of a kind do not say alike: by name, with what the one says and what the other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import eq
from typing import Any, Generic, TypeVar

from attrs import frozen

from tender_engine.findings import natural

__all__ = ["Change", "changes", "field_changes", "paired"]

T = TypeVar("T")


@frozen
class Change(Generic[T]):
    """One thing that differs. `None` where that side has nothing of the name."""

    name: str
    before: T | None
    after: T | None


def changes(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[Change[T], ...]:
    """Every name whose value differs between two mappings, or that one lacks; in natural order.

    >>> changes({"p10": 1, "p2": 2, "p3": 3}, {"p10": 4, "p3": 3})
    (Change(name='p2', before=2, after=None), Change(name='p10', before=1, after=4))
    """
    return tuple(
        Change(name, before.get(name), after.get(name))
        for name in sorted({*before, *after}, key=natural)
        if before.get(name) != after.get(name)
    )


def field_changes(names: Iterable[str], before: object, after: object) -> tuple[Change[Any], ...]:
    """The attributes of `names` that differ, in that order; an object that is `None` has none."""
    found = [
        Change(name, getattr(before, name, None), getattr(after, name, None)) for name in names
    ]
    return tuple(change for change in found if change.before != change.after)


def paired(
    before: Iterable[T],
    after: Iterable[T],
    name: Callable[[T], str],
    same: Callable[[T, T], bool] = eq,
) -> Iterator[Change[T]]:
    """What only one of two lists holds, in natural order of the names; order means nothing.

    Several items may have one name. What has its `same` on the other side is left out; of the
    rest, as many on both sides are pairs, one by one, and otherwise each came or went by itself.
    """
    groups: dict[str, tuple[list[T], list[T]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((before, after)):
        for item in items:
            groups[name(item)][side].append(item)
    for key in sorted(groups, key=natural):
        gone, come = _without_twins(*groups[key], same)
        if len(gone) == len(come):
            yield from (Change(key, one, other) for one, other in zip(gone, come, strict=True))
        else:
            apart = [[Change(key, item, None) for item in gone]]
            apart.append([Change(key, None, item) for item in come])
            # The more first, so that the order is the same whichever list is named first.
            yield from (change for part in sorted(apart, key=len, reverse=True) for change in part)


def _without_twins(
    before: list[T], after: list[T], same: Callable[[T, T], bool]
) -> tuple[list[T], list[T]]:
    gone, come = [], list(after)
    for item in before:
        twin = next((index for index, other in enumerate(come) if same(item, other)), None)
        if twin is None:
            gone.append(item)
        else:
            del come[twin]
    return gone, come
