"""A team of one: this very process, for a handful of packages."""

from collections.abc import Iterator

from tender_desk.batch.jobs import Asked
from tender_desk.batch.running import Answer
from tender_desk.batch.work import answer

__all__ = ["Here"]


class Here:
    """Works when it is asked for answers; what would end a worker ends this process."""

    packages, size = 16, 1_000_000
    most = 64, 8 << 20

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._given: tuple[int, bytes] | None = None

    def free(self) -> bool:
        """Whether nothing was given yet."""
        return self._given is None

    def give(self, number: int, data: bytes) -> None:
        """Keep a chunk."""
        self._given = number, data

    def answers(self) -> Iterator[Answer]:
        """Work on it."""
        if self._given is not None:
            (number, data), self._given = self._given, None
            yield Answer(number, answer(data, self._asked))

    def close(self) -> None:
        """There is nobody to end."""
