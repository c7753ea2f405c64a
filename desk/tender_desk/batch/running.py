"""Runs packages through a team of workers and gives their rows in order, in bounded memory."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

import attrs
from attrs import frozen

from tender_desk.batch.beside import MOST, TooMuchError, read_beside
from tender_desk.batch.jobs import Asked, BatchRow, Job, Wanted, packed, unpacked
from tender_desk.batch.rows import refused_row
from tender_desk.batch.telling import told

__all__ = ["Answer", "Team", "in_order"]

# What has ended so many workers is not tried again.
_ENDED = 3


@frozen
class Answer:
    """What came of a chunk, by its number: its rows, or how many workers it has `ended`."""

    number: int
    rows: bytes | None
    ended: int = 0


class Team(Protocol):
    """Workers that take chunks of packages as bytes.

    Attributes:
        packages: how many packages a chunk may have.
        size: how many bytes a chunk has, unless a single package has more.
    """

    packages: int
    size: int

    @property
    def most(self) -> tuple[int, int]:
        """How many packages may be under way, from being read to being given out, and how large.

        A single one may be larger.
        """

    def free(self) -> bool:
        """Whether one of them can take a chunk."""

    def give(self, number: int, data: bytes) -> None:
        """Have a chunk worked on by whoever is free."""

    def answers(self) -> Iterable[Answer]:
        """What came of chunks that were given; waits until there is something.

        Raises:
            BatchError: nothing will ever come.
        """

    def close(self) -> None:
        """End all workers, whatever they do."""


def in_order(jobs: Iterator[Job], team: Team, asked: Asked) -> Iterator[BatchRow]:
    """The rows of `jobs` in their order, each once."""
    run = _Run(jobs, team, asked)
    try:
        while True:
            run.fill()
            yield from run.ready()
            if run.waits():
                run.take()
            elif run.done:
                return
    finally:
        team.close()


@frozen
class _Chunk:
    jobs: tuple[Job, ...]
    ended: int = 0


class _Run:
    """What of a run is under way."""

    def __init__(self, jobs: Iterator[Job], team: Team, asked: Asked) -> None:
        self._jobs, self._team, self._asked = jobs, team, asked
        self._given: dict[int, _Chunk] = {}
        self._numbers = self._next = 0
        # Rows that wait for those before them, by their number in the run.
        self._rows: dict[int, BatchRow] = {}
        # Chunks to be sent before anything new: with files that they asked for, and those that have
        # ended a worker, whose packages go one at a time while nobody else works.
        self._again: deque[_Chunk] = deque()
        self._suspects: deque[_Chunk] = deque()
        self._ahead: _Chunk | None = None
        self._sizes: dict[int, int] = {}
        self._held = 0
        self._over = False

    @property
    def done(self) -> bool:
        """Whether every row was given out."""
        left = self._given or self._again or self._suspects or self._ahead or self._rows
        return self._over and not left

    def waits(self) -> bool:
        """Whether somebody works."""
        return bool(self._given)

    def fill(self) -> None:
        """Give work to whoever is free, and have the next chunk at hand."""
        while self._team.free() and (chunk := self._take_next()):
            self._numbers += 1
            self._given[self._numbers] = chunk
            self._team.give(self._numbers, packed(chunk.jobs))
        if self._ahead is None:
            self._ahead = self._new()

    def take(self) -> None:
        """Wait for what comes of a chunk, and sort it in."""
        for answer in self._team.answers():
            chunk = self._given.pop(answer.number)
            if answer.rows is None:
                self._suspect(chunk, chunk.ended + answer.ended)
                continue
            jobs = {job.n: job for job in chunk.jobs}
            for found in unpacked(answer.rows):
                if isinstance(found, Wanted):
                    self._send_with(jobs[found.n], found, chunk.ended)
                else:
                    self._rows[found.n] = found

    def ready(self) -> Iterator[BatchRow]:
        """The rows whose turn it is."""
        while self._rows:
            first = self._next or min(self._rows)
            if (row := self._rows.pop(first, None)) is None:
                return
            self._next = first + 1
            self._held -= self._sizes.pop(first)
            yield row

    def _take_next(self) -> _Chunk | None:
        if any(chunk.ended for chunk in self._given.values()):
            return None
        if self._again:
            return self._again.popleft()
        if self._suspects:
            return None if self._given else self._suspects.popleft()
        chunk = self._new() if self._ahead is None else self._ahead
        self._ahead = None
        return chunk

    def _new(self) -> _Chunk | None:
        """The next packages; `None` where there are none, or so many are under way already."""
        jobs: list[Job] = []
        size = 0
        while len(jobs) < self._team.packages and size < self._team.size and self._has_room():
            if (job := next(self._jobs, None)) is None:
                self._over = True
                break
            self._next = self._next or job.n
            self._sizes[job.n] = len(job.data)
            self._held += len(job.data)
            if job.told:
                self._rows[job.n] = refused_row(job, job.told, self._asked)
            else:
                jobs.append(job)
                size += len(job.data)
        return _Chunk(tuple(jobs)) if jobs else None

    def _has_room(self) -> bool:
        many, large = self._team.most
        return not self._over and len(self._sizes) < many and self._held < large

    def _suspect(self, chunk: _Chunk, ended: int) -> None:
        """Try the packages of a chunk that ended a worker alone; no more once it ended three."""
        if ended < _ENDED:
            self._suspects.extend(_Chunk((job,), ended) for job in chunk.jobs)
            return
        for job in chunk.jobs:
            fault = told("BCH014", job.file, self._asked.lang, job.line or 1, count=str(ended))
            self._rows[job.n] = refused_row(job, [fault], self._asked)

    def _send_with(self, job: Job, wanted: Wanted, ended: int) -> None:
        try:
            beside = {**job.beside, **read_beside(job.folder or "", wanted.names)}
        except TooMuchError:
            limit = str(MOST >> 20)
            fault = told("BCH016", job.file, self._asked.lang, limit=limit)
            self._rows[job.n] = refused_row(job, [fault], self._asked)
        else:
            self._again.append(_Chunk((attrs.evolve(job, beside=beside),), ended))
