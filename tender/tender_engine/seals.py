"""The seal on a price: who may read it is decided by the stage that opened it, bidder by bidder.

It protects code paths and outputs. It cannot protect a file that someone opens in an editor.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Sealed", "SealedError", "Seals", "holds"]

T = TypeVar("T")


class SealedError(RuntimeError):
    """Somebody asked for a price that no stage has opened."""


class Sealed(Generic[T]):
    """A value that says nothing of itself until it is opened through `Seals`."""

    __slots__ = ("_content",)

    def __init__(self, content: T) -> None:
        self._content = content

    def __repr__(self) -> str:
        return "Sealed(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and bool(self._content == other._content)

    def __hash__(self) -> int:
        return hash(self._content)


class Seals:
    """Which bidders' prices have been opened in one evaluation."""

    __slots__ = ("_opened",)

    def __init__(self) -> None:
        self._opened: set[str] = set()

    def __copy__(self) -> "Seals":
        """The same seals broken: who opens a copy opens nothing here."""
        made = Seals()
        made._opened |= self._opened
        return made

    def open(self, participant: str) -> None:
        """Break the seal of `participant`; a stage that opens prices calls this."""
        self._opened.add(participant)

    def is_open(self, participant: str) -> bool:
        """Whether the price of `participant` has been opened."""
        return participant in self._opened

    def read(self, participant: str, sealed: Sealed[T]) -> T:
        """The price of `participant`.

        Raises:
            SealedError: no stage has opened it.
        """
        if participant not in self._opened:
            raise SealedError(f"the price of {participant} is still sealed")
        return sealed._content


def holds(sealed: Sealed[T], fault: Callable[[T], bool]) -> bool:
    """Whether a sealed value has a `fault`: the place and kind of one may be told, no figure."""
    return fault(sealed._content)


def reveal_for_storage(sealed: Sealed[T]) -> T:
    """The content, for the writer that stores a package whole. No rule may call this."""
    return sealed._content
