"""Many tenders at once, as a library has it: sources in, rows out."""

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tender_desk.batch.here import Here
from tender_desk.batch.jobs import Asked, BatchRow
from tender_desk.batch.pool import Pool
from tender_desk.batch.running import Team, in_order
from tender_desk.batch.sources import Source, jobs_of
from tender_engine.evaluation import Evaluation
from tender_engine.rulebook import Rulebook

if TYPE_CHECKING:
    from tender_desk.batch.published import Published

__all__ = ["evaluate_many", "rows_of"]


def evaluate_many(
    sources: Iterable[Source],
    law: Callable[[], Rulebook],
    *,
    workers: int = 1,
    scheduler: str | None = None,
    lang: str = "id",
    summary: bool = False,
    root: bool = False,
    also: Callable[[Evaluation], Any] | None = None,
    published: "Published | None" = None,
) -> Generator[BatchRow, None, None]:
    """Evaluate every tender of `sources`, each a row of JSON, in order.

    A package with faults is a row, and so is a source that cannot be read; neither stops anything.
    At most 64 packages a worker are under way, however many there are.

    Args:
        sources: files, folders, bytes and streams of lines; they are gone through as they come.
        law: what makes the rulebook, such as `national`; each worker calls it once, by its name.
        workers: how many processes; with 0 all is done in this one.
        scheduler: the address of a dask scheduler, or `local` for a cluster on this machine.
        lang: in which language faults are told.
        summary: whether a row has the result in short and not the whole evaluation.
        root: whether a summary has the root.
        also: what else a row shall bring of its evaluation, by the name of what finds it.
        published: what each row is compared with; behind all tenders stands what has no pair.

    Raises:
        BatchError: there are no workers, or they are others than this process.
    """
    near = scheduler is None or scheduler == "local"
    against = published.digest if published else ""
    asked = Asked(law, lang, summary=summary, root=root, also=also, near=near, against=against)
    rows = rows_of(sources, asked, workers=workers, scheduler=scheduler)
    if published is None:
        return rows
    from tender_desk.batch.comparing import Comparing

    return Comparing(published, asked).rows(rows)


def rows_of(
    sources: Iterable[Source],
    asked: Asked,
    *,
    workers: int,
    scheduler: str | None = None,
    since: int = 1,
    but: Path | None = None,
) -> Generator[BatchRow, None, None]:
    """The rows of `sources` from row `since` on; the file `but` is no source.

    Whoever does not take them all closes it, which ends all workers.

    Raises:
        BatchError: there are no workers, or they are others than this process.
    """
    jobs = jobs_of(sources, asked.lang, since=since, but=but)
    yield from in_order(jobs, _team(workers, scheduler, asked), asked)


def _team(workers: int, scheduler: str | None, asked: Asked) -> Team:
    if scheduler is not None:
        from tender_desk.batch.on_dask import OnDask

        return OnDask(scheduler, max(workers, 1), asked)
    return Pool(workers, asked) if workers else Here(asked)
