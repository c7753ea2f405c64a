"""A team of workers on a cluster of dask.distributed, or one that is made on this machine.

Only bytes travel: chunks of packages there, rows back. Engine and rulebook have to be installed on
every worker, in the version that is here; one that has others is refused.
"""

import asyncio
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tender_desk.batch.jobs import Asked
from tender_desk.batch.running import Answer
from tender_desk.batch.telling import BatchError
from tender_desk.batch.work import answer, identity

if TYPE_CHECKING:
    from distributed import Future, LocalCluster

__all__ = ["LOCAL", "OnDask"]

LOCAL = "local"
_HOST = "127.0.0.1"
# In seconds: until a scheduler and a first worker are there, and again after all are gone; and how
# often it is looked whether there are any.
_CONNECT, _START, _GONE, _LOOK = 10, 30, 60.0, 5.0
# So many chunks for each thread of a worker are under way, and so many packages.
_CHUNKS, _UNDER_WAY = 2, 256
_BYTES_UNDER_WAY = 8 << 20
# A chunk is in the message that asks for it: dask would warn of each that holds a large package.
_NO_WARNING = {"distributed.admin.large-graph-warning-threshold": "1GB"}
_SHOWN = 5


class OnDask:
    """The workers of a scheduler.

    Args:
        address: where the scheduler is, or `local` for a cluster of processes of our own.
        workers: how many processes such a cluster has.
        asked: what is asked of each.

    Raises:
        BatchError: dask is not installed, nobody answers, or workers are others than this process.
    """

    packages, size = 64, 1_000_000

    def __init__(self, address: str, workers: int, asked: Asked) -> None:
        try:
            from distributed import Client
        except ModuleNotFoundError:
            raise BatchError("BCH029") from None
        self._address, self._asked = address, asked
        self._expected = identity(asked)
        self._run = f"tender-batch-{uuid4().hex}"
        self._futures: dict[Future[bytes], int] = {}
        self._done: SimpleQueue[Future[bytes]] = SimpleQueue()
        self._cluster = _cluster(workers) if address == LOCAL else None
        try:
            if self._cluster is None:
                _reached(address)
            self._client: Client = Client(
                self._cluster or address, timeout=_CONNECT, set_as_default=False
            )
        except (OSError, ValueError):
            raise BatchError("BCH026", address=address) from None
        self._begin()

    @property
    def most(self) -> tuple[int, int]:
        """How many packages may be under way, and how many bytes of them."""
        return _UNDER_WAY * self._threads, _BYTES_UNDER_WAY * self._threads

    def free(self) -> bool:
        """Whether there are fewer chunks under way than may be."""
        return len(self._futures) < _CHUNKS * self._threads

    def give(self, number: int, data: bytes) -> None:
        """Submit a chunk."""
        import dask

        with dask.config.set(_NO_WARNING):
            future = self._client.submit(
                _answer,
                data,
                self._asked,
                self._expected,
                key=f"{self._run}-{number}",
                pure=False,
            )
        self._futures[future] = number
        future.add_done_callback(self._done.put)

    def answers(self) -> Iterator[Answer]:
        """What came of the next chunk that is done."""
        while True:
            try:
                future = self._done.get(timeout=_LOOK)
            except Empty:
                self._look()
                continue
            self._look(often=False)
            yield self._answer(future)
            return

    def close(self) -> None:
        """Leave the scheduler, with nothing of this run on it; end a cluster of our own."""
        self._client.cancel([*self._futures])
        self._futures.clear()
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _begin(self) -> None:
        """Wait for a first worker, and hold all that are there against this process.

        Raises:
            BatchError: there are none, or some are others.
        """
        try:
            self._client.wait_for_workers(1, timeout=_START)
            told = self._client.run(identity, self._asked, on_error="return")
        except TimeoutError:
            self._leave("BCH028", address=self._address)
        except OSError:
            self._leave("BCH026", address=self._address)
        if others := [who for who, found in told.items() if _told(found) != self._expected]:
            self._leave("BCH027", workers=_named(others))
        self._threads = 1
        self._look()

    def _leave(self, code: str, **params: str) -> None:
        self.close()
        raise BatchError(code, **params)

    def _look(self, *, often: bool = True) -> None:
        """See how many workers there are, where that was not seen a moment ago.

        Raises:
            BatchError: the scheduler is gone, or all workers have been for a while.
        """
        now = time.monotonic()
        if not often and now < self._looked + _LOOK:
            return
        if self._client.status != "running":
            raise BatchError("BCH026", address=self._address)
        self._looked = now
        if threads := sum(self._client.nthreads().values()):
            self._threads, self._seen = threads, now
        elif now > self._seen + _GONE:
            raise BatchError("BCH028", address=self._address)

    _threads, _looked, _seen = 1, 0.0, 0.0

    def _answer(self, future: "Future[bytes]") -> Answer:
        """What came of a chunk.

        Raises:
            BatchError: a worker that came later is another one, or the scheduler is gone.
        """
        from distributed import KilledWorker

        number = self._futures.pop(future)
        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return Answer(number, None, error.allowed_failures + 1)
        if error is not None:  # what cannot even be imported there is not ours
            raise BatchError("BCH027", workers=type(error).__name__)
        if future.status != "finished":
            raise BatchError("BCH026", address=self._address)
        rows, where = future.result()
        if rows is None:
            raise BatchError("BCH027", workers=where)
        return Answer(number, rows)


def _reached(address: str) -> None:
    """Return once somebody at `address` talks as dask does.

    A client that finds nobody is half made, waits for itself at its end and tells of that on
    stderr; so none is made before.

    Raises:
        OSError: nobody does.
        ValueError: it is no address.
    """
    from distributed import Security
    from distributed.comm import connect

    async def tried() -> None:
        secure = Security().get_connection_args("client")
        await (await connect(address, timeout=_CONNECT, **secure)).close()

    with ThreadPoolExecutor(1) as beside:  # whoever embeds this may have a loop of their own
        beside.submit(lambda: asyncio.run(tried())).result()


def _answer(data: bytes, asked: Asked, expected: tuple[str, str]) -> tuple[bytes | None, str]:
    """The rows of a chunk, or who would have worked on it with another engine or rulebook."""
    if identity(asked) != expected:
        from distributed import get_worker

        return None, get_worker().address
    return answer(data, asked), ""


def _cluster(workers: int) -> "LocalCluster":
    import dask
    from distributed import LocalCluster

    with dask.config.set({"distributed.worker.profile.enabled": False}):
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host=_HOST,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            # What ends one worker is tried again by us, alone.
            scheduler_kwargs={"allowed_failures": 0},
        )


def _told(found: Any) -> tuple[Any, ...]:
    """What a worker said it is; nothing where it could not."""
    return tuple(found) if isinstance(found, list | tuple) else ()


def _named(workers: list[str]) -> str:
    more = f" (+{len(workers) - _SHOWN})" if len(workers) > _SHOWN else ""
    return ", ".join(workers[:_SHOWN]) + more
