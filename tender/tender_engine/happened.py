"""The events of a package by their kind, so that nobody goes through all of them to find a few."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar, cast

from tender_engine.events import Event

__all__ = ["Happened"]

E = TypeVar("E", bound=Event)


class Happened:
    """Events, found by their kind and by whom they are about."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_kind: dict[type[Event], list[Event]] = defaultdict(list)
        self._about: dict[type[Event], dict[str, list[Event]]] = {}
        for event in events:
            self._by_kind[type(event)].append(event)

    def of(self, kind: type[E]) -> list[E]:
        """Those of exactly one kind, as they stand in the package."""
        return cast("list[E]", self._by_kind.get(kind, []))

    def about(self, kind: type[E], participant: str) -> list[E]:
        """Those of one kind about `participant`, oldest first; the kind has to name one."""
        if kind not in self._about:
            found: dict[str, list[Event]] = defaultdict(list)
            for event in sorted(self.of(kind), key=lambda event: event.at):
                found[event.participant].append(event)  # type: ignore[attr-defined]
            self._about[kind] = found
        return cast("list[E]", self._about[kind].get(participant, []))
