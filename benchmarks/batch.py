"""`python benchmarks/batch.py`: many small tenders, full outputs to disk; 1 if a bound is missed.

5,000 and 100,000 tenders in files of a thousand lines, over two processes and over a cluster of two
workers that were started before the clock: rates by the wall, the peak memory of all processes
together, and what `--compare` with a table of all tenders adds. `--count` says how many instead,
`--quick` runs a handful to see that it works; bounds mean nothing there. The large run takes some
ten minutes and nine gigabytes of disk.
"""

import argparse
import logging
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_FOLDERS = [*(str(_ROOT / room) for room in ("tender", "rules", "desk", "cli")), str(_ROOT)]
sys.path[1:1] = _FOLDERS
os.environ["PYTHONPATH"] = os.pathsep.join(_FOLDERS)

import psutil  # noqa: E402
from attrs import evolve, frozen  # noqa: E402
from packages import package_text  # noqa: E402
from timing import Figure  # noqa: E402

_WORKERS = 2
_SMALL, _LARGE = 5_000, 100_000
_A_FILE = 1_000
_MOST_SECONDS, _LEAST_RATE, _MOST_MEMORY, _MOST_BY_DASK = 300, 0.95, 1.1, 1.3
_SAMPLED = 0.2
_CODE = "UJI-KODE"


@frozen
class Run:
    """What a run took: seconds by the wall and of processors, and bytes of memory at most."""

    seconds: float
    worked: float
    memory: int


def make(folder: Path, count: int) -> None:
    """So many tenders of 5 participants x 20 lines, which differ by their code."""
    text = package_text(5, 20, code=_CODE)
    folder.mkdir()
    for start in range(0, count, _A_FILE):
        lines = (text.replace(_CODE, f"UJI-{n}") for n in range(start, min(start + _A_FILE, count)))
        (folder / f"{start // _A_FILE}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def published(folder: Path, count: int) -> Path:
    """A table that has each of so many tenders once, as `--compare` takes it."""
    made = folder.with_suffix(".csv")
    rows = (f"UJI-{n},pemenang,CV Lain {n},100000000\n" for n in range(count))
    made.write_text("code,result,winner,price\n" + "".join(rows), "utf-8")
    return made


def run(folder: Path, count: int, *words: str) -> Run:
    """`tender batch` over a folder into a file, which has so many rows after it."""
    output = folder.with_suffix(".out.jsonl")
    command = [sys.executable, "-m", "tender_cli", "batch", str(folder), "--output", str(output)]
    begun, before, memory = time.monotonic(), _worked(), 0
    with subprocess.Popen([*command, *words], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            memory = max(memory, _held())
            time.sleep(_SAMPLED)
    taken = time.monotonic() - begun
    with output.open("rb") as rows:
        assert sum(b'"result":' in row[:200] for row in rows) == count
    for made in (output, output.with_name(f"{output.name}.batch")):
        made.unlink()
    return Run(taken, _worked() - before, memory)


def _worked() -> float:
    """What processes that have ended took of processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _held() -> int:
    """What all processes below this one hold."""
    total = 0
    for child in psutil.Process().children(recursive=True):
        try:
            total += child.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a scheduler whose workers have begun."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=_WORKERS,
        threads_per_worker=1,
        dashboard_address=None,
        host="127.0.0.1",
        silence_logs=logging.CRITICAL,
    ) as made:
        yield made.scheduler_address


def figures(small: int, large: int) -> Iterator[Figure]:
    """All figures; the large run by processes first."""
    with tempfile.TemporaryDirectory() as place:
        folders = {count: Path(place) / str(count) for count in {small, large}}
        for count, folder in folders.items():
            make(folder, count)
        many = ("--workers", str(_WORKERS))
        runs = {count: run(folder, count, *many) for count, folder in folders.items()}
        first, last = runs[small], runs[large]
        rates = {count: count / taken.seconds for count, taken in runs.items()}
        yield _seconds(f"{large} tenders, {_WORKERS} processes", last.seconds, _MOST_SECONDS)
        each = last.worked / large * 1000
        yield Figure("  a tender, of a processor", each, "ms")
        yield Figure(f"  rate at {small}", rates[small], "a second")
        share = rates[large] / rates[small]
        yield Figure(f"  rate at {large}, of that", share, bound=_LEAST_RATE, at_least=True)
        table = str(published(folders[small], small))
        beside = run(folders[small], small, *many, "--compare", table)
        yield Figure(f"  rate at {small} with --compare", small / beside.seconds, "a second")
        yield Figure("  of a processor, of that without", beside.worked / first.worked)
        yield Figure(f"  peak memory at {small}", first.memory / 1e6, "MB")
        more = last.memory / first.memory
        yield Figure(f"  peak memory at {large}, of that", more, bound=_MOST_MEMORY)
        with cluster() as address:
            dask = run(folders[large], large, "--scheduler", address)
        yield _seconds(f"the same on dask, {_WORKERS} workers", dask.seconds, None)
        by = dask.seconds / last.seconds
        yield Figure("  of the time of the processes", by, bound=_MOST_BY_DASK)


def _seconds(name: str, taken: float, bound: float | None) -> Figure:
    return Figure(name, taken, "s", bound=bound)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a handful, bounds not judged")
    options.add_argument("--count", type=int, default=_LARGE, help="instead of 100,000")
    given = options.parse_args()
    small, large = (8, 16) if given.quick else (given.count * _SMALL // _LARGE, given.count)
    judged = large >= _LARGE
    missed = 0
    for figure in figures(small, large):
        print(figure if judged else evolve(figure, bound=None), flush=True)
        missed += figure.missed
    return int(missed > 0 and judged)


if __name__ == "__main__":
    sys.exit(main())
