"""`tender batch`: every tender of many sources, a row each, in order."""

import os
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from tender_cli.batch_comparing import published_from, tell_causes
from tender_cli.batch_sources import checked, sources_of
from tender_cli.command import Choice, argument, command, option
from tender_cli.endings import format_of
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import STDIN
from tender_cli.messages import language, say
from tender_cli.output import tell
from tender_cli.progress import looked_at, rated_progress
from tender_cli.whole_lines import WholeLines

if TYPE_CHECKING:
    from tender_desk.batch.comparing import Comparing
    from tender_desk.batch.jobs import Asked
    from tender_desk.batch.resuming import Kept
    from tender_engine.faults import Diagnostic

__all__ = ["FAIL_ON", "batch"]

_FORMS = ("jsonl", "csv")
# By what a run shall fail on, its exit code; of several the first here.
FAIL_ON = {"ditolak": 1, "berbeda": 1, "tanpa_pasangan": 1, "menunggu": 3}
_OF_COMPARING = ("berbeda", "tanpa_pasangan")
_STATES = ("dihitung", "ditetapkan", "menunggu", "ditolak")
_INTERNAL_ERROR = 4
# More processors no machine has; a slip of the hand would start as many processes as there is work.
_MOST_WORKERS = 512


class _RefusedError(click.ClickException):
    """A run that cannot be begun, resumed or ended."""

    exit_code = 2

    def __init__(self, told: "Diagnostic") -> None:
        super().__init__(told.message)
        self._told = told

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Tell it with its hint below; of a file that is about it, with its name."""
        told = self._told
        tell(f"{told.file}: " * bool(told.file) + f"{told.code} {told.message}")
        tell(f"  {say('hint')}: {told.hint}")


@command("batch")
@argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@option("--workers", metavar="N", type=click.IntRange(0, _MOST_WORKERS))
@option("--summary", is_flag=True)
@option("--root", is_flag=True)
@option("--format", "form", type=Choice(_FORMS))
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--resume", is_flag=True)
@option("--scheduler", metavar="ADDRESS|local")
@option("--compare", metavar="FILE", type=click.Path(path_type=Path))
@option("--fail-on", "fail_on", type=Choice(tuple(FAIL_ON)), multiple=True)
def batch(
    sources: tuple[str, ...],
    workers: int | None,
    summary: bool,
    root: bool,
    form: str | None,
    output: Path | None,
    resume: bool,
    scheduler: str | None,
    compare: Path | None,
    fail_on: tuple[str, ...],
) -> int:
    """Evaluate every tender of the sources: 0 once each has its row."""
    from tender_desk.batch.telling import BUG, BatchError

    csv = format_of(output, form, _FORMS) == "csv"
    _check(sources, output, csv=csv, summary=summary, root=root, resume=resume)
    if compare is None and (lone := [word for word in _OF_COMPARING if word in fail_on]):
        raise click.UsageError(say("batch.compare_alone", word=lone[0]))
    asked = _asked(csv=csv, summary=summary, root=root, scheduler=scheduler)
    asked, beside = _beside(asked, compare)
    try:
        found = _run(sources, asked, _many(workers), scheduler, output, beside, resume=resume)
    except BatchError as error:
        raise _RefusedError(error.diagnostic(language())) from error
    counts = {f"count_{state}": found[state] for state in _STATES}
    tell(say("batch.counted", count=sum(counts.values()), **counts))
    if beside is not None:
        tell_causes(beside.causes)
        found |= _differing(beside)
    if found[BUG]:
        return _INTERNAL_ERROR
    return next((FAIL_ON[s] for s in FAIL_ON if s in fail_on and found[s]), 0)


def _check(
    sources: tuple[str, ...],
    output: Path | None,
    *,
    csv: bool,
    summary: bool,
    root: bool,
    resume: bool,
) -> None:
    """Refuse what does not go together, and sources that are not there.

    Raises:
        UsageError: there is such a thing.
        UnusableError: a source is not there.
    """
    if csv and not summary:
        raise click.UsageError(say("batch.csv_alone"))
    if root and not summary:
        raise click.UsageError(say("batch.root_alone"))
    if resume and output is None:
        raise click.UsageError(say("batch.resume_what"))
    if sources.count(STDIN) > 1:
        raise click.UsageError(say("batch.one_stdin"))
    checked(sources)
    if resume and not all(Path(name).is_file() or Path(name).is_dir() for name in sources):
        raise click.UsageError(say("batch.resume_what"))


def _asked(*, csv: bool, summary: bool, root: bool, scheduler: str | None) -> "Asked":
    from tender_desk.batch.jobs import Asked
    from tender_rules import national

    near = scheduler in (None, "local")
    return Asked(national, language(), summary=summary, root=root, csv=csv, near=near)


def _beside(asked: "Asked", compare: Path | None) -> "tuple[Asked, Comparing | None]":
    """What is asked of a run that is compared with a table, and what compares its rows."""
    if compare is None:
        return asked, None
    from attrs import evolve

    from tender_desk.batch.comparing import Comparing

    published = published_from(compare)
    asked = evolve(asked, against=published.digest)
    return asked, Comparing(published, asked)


def _differing(beside: "Comparing") -> Counter[str]:
    """How many rows are otherwise than published, and how many have no pair."""
    from tender_desk.batch.causes import DIFFERENT, UNPAIRED

    counts = (sum(beside.causes[cause] for cause in of) for of in (DIFFERENT, UNPAIRED))
    return Counter(dict(zip(_OF_COMPARING, counts, strict=True)))


def _many(workers: int | None) -> int:
    """As many processes as this one may use processors, unless somebody says how many."""
    if workers is not None:
        return workers
    mine = getattr(os, "sched_getaffinity", None)
    return len(mine(0)) if mine else os.cpu_count() or 1


def _run(
    sources: tuple[str, ...],
    asked: "Asked",
    workers: int,
    scheduler: str | None,
    output: Path | None,
    beside: "Comparing | None",
    *,
    resume: bool,
) -> Counter[str]:
    """Write every row, and count those of tenders by their state."""
    from tender_desk.batch.many import rows_of
    from tender_desk.batch.telling import BUG

    named = sources_of(sources)
    sizes = _sizes(sources, output)
    stream, kept = _opened(sizes, asked, output, resume=resume)
    states = kept.states + Counter({BUG: kept.bugs})
    done = beside.kept(stream, kept.rows) if beside and kept.rows else kept.rows
    since = done + 1
    rows = rows_of(named, asked, workers=workers, scheduler=scheduler, since=since, but=output)
    rows = beside.rows(rows, done) if beside else rows
    total = sum(size["size"] for size in sizes) if STDIN not in sources else None
    bar = rated_progress("batch.bar", total, beside_rows=output is None)
    with WholeLines(stream, output) as lines, bar as show, closing(rows):
        for row in rows:
            lines.write(row.line)
            states[row.state] += bool(row.state)
            states[BUG] += row.code == BUG
            if show:
                show(row.n - done, row.reached)
    return states


def _sizes(sources: tuple[str, ...], output: Path | None) -> "list[dict[str, Any]]":
    """How large each source is; nobody who writes to a pipe or a screen asks."""
    from tender_desk.batch.resuming import measured

    if output is None and not looked_at():
        return []
    return measured((Path(name) for name in sources if name != STDIN), output)


def _opened(
    sizes: "list[dict[str, Any]]", asked: "Asked", output: Path | None, *, resume: bool
) -> "tuple[BinaryIO, Kept]":
    """Where rows go, and those that are there.

    Raises:
        UnusableError: it cannot be written, or is there already.
    """
    from tender_desk.batch.resuming import Kept, begun, head_of
    from tender_desk.batch.rows import header

    if output is None:
        sys.stdout.buffer.write(header(asked))
        return sys.stdout.buffer, Kept()
    try:
        return begun(output, head_of(sizes, asked), asked, resume=resume)
    except FileExistsError as error:
        if output.is_dir():
            raise UnusableError(say("file.folder", path=output)) from error
        raise UnusableError(say("batch.exists", path=error.filename)) from error
    except OSError as error:
        raise unusable(error, output) from error
