"""A team of processes on this machine, each with a pipe; one that is killed is made anew."""

import multiprocessing
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from typing import TypeAlias

from tender_desk.batch.jobs import Asked
from tender_desk.batch.running import Answer
from tender_desk.batch.telling import BatchError
from tender_desk.batch.work import answer, identity

__all__ = ["Pool"]

# How a pipe to a process that is gone ends.
_GONE = (EOFError, OSError)
_PATIENCE = 5.0
# So many packages a worker are under way at most, and so many bytes of them.
_UNDER_WAY, _BYTES_UNDER_WAY = 64, 8 << 20
# So many processes in turn may end before they have begun.
_FAILED = 3
_Started: TypeAlias = "multiprocessing.process.BaseProcess"


class Pool:
    """So many processes, started as they are needed.

    Whoever embeds it guards its main module (`if __name__ == "__main__":`), which each imports.
    """

    packages, size = 16, 1_000_000

    def __init__(self, workers: int, asked: Asked) -> None:
        self._workers, self._asked = workers, asked
        self._team: list[_Worker] = []
        self._failed = 0

    @property
    def most(self) -> tuple[int, int]:
        """How many packages may be under way, and how many bytes of them."""
        return _UNDER_WAY * self._workers, _BYTES_UNDER_WAY * self._workers

    def free(self) -> bool:
        """Whether a worker has nothing to do, or can be started."""
        return len(self._team) < self._workers or any(w.number is None for w in self._team)

    def give(self, number: int, data: bytes) -> None:
        """Send a chunk to whoever is free; a worker that is starting gets it when it has begun."""
        while idle := next((w for w in self._team if w.number is None), None):
            try:
                idle.send(number, data)
            except _GONE:  # it was killed while it had nothing to do
                self._end(idle)
            else:
                return
        self._team.append(_Worker(self._asked, number, data))

    def answers(self) -> Iterator[Answer]:
        """What came; of a worker that was killed, that its chunk has ended one."""
        busy = {worker.pipe: worker for worker in self._team if worker.number is not None}
        for pipe in wait([*busy]):
            worker = busy[pipe]  # type: ignore[index]
            number = worker.number or 0
            try:
                rows = worker.receive()
            except _GONE:
                self._end(worker)
                self._failed += not worker.begun
                if self._failed >= _FAILED:
                    raise BatchError("BCH030") from None
                yield Answer(number, None, 1)
            else:
                self._failed = 0
                if rows is not None:
                    yield Answer(number, rows)

    def close(self) -> None:
        """End them all."""
        for worker in [*self._team]:
            self._end(worker)

    def _end(self, worker: "_Worker") -> None:
        self._team.remove(worker)
        worker.end()


class _Worker:
    """A process, and the chunk that it works on."""

    def __init__(self, asked: Asked, number: int, data: bytes) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.number: int | None = number
        self.begun = False
        self._first = data
        self._process: _Started = context.Process(target=_work, args=(theirs, asked), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, number: int, data: bytes) -> None:
        """Send a chunk."""
        self.pipe.send_bytes(data)
        self.number = number

    def receive(self) -> bytes | None:
        """The rows of its chunk; `None` where it has only just begun, and gets its first."""
        data = self.pipe.recv_bytes()
        if not self.begun:
            self.begun = True
            self.pipe.send_bytes(self._first)
            self._first = b""
            return None
        self.number = None
        return data

    def end(self) -> None:
        """End the process: at once where it works, else by closing its pipe."""
        self.pipe.close()
        if self.number is not None:
            self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _work(pipe: Connection, asked: Asked) -> None:
    """What a process does: answer chunk after chunk until nobody asks any more."""
    # Whoever interrupts the run interrupts its whole group: the run itself ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send_bytes(repr(identity(asked)).encode())
        while True:
            pipe.send_bytes(answer(pipe.recv_bytes(), asked))
    except _GONE:
        return
