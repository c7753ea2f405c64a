"""`python benchmarks/run.py`: one table of all figures; ends with 1 if a bound is missed.

`--quick` runs everything at a tiny size, to see that it works; bounds mean nothing there.
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

_ROOT = Path(__file__).resolve().parents[1]
_FOLDERS = [*(str(_ROOT / room) for room in ("tender", "rules", "desk", "cli")), str(_ROOT)]
sys.path[1:1] = _FOLDERS
# For the processes that are started: the same packages as here.
os.environ["PYTHONPATH"] = os.pathsep.join(_FOLDERS)

from acts import acts  # noqa: E402
from bombs import bombs  # noqa: E402
from books import formulas, workbooks  # noqa: E402
from hostile import hostile  # noqa: E402
from measures import face, many_small, memory, methods, one_large, reading  # noqa: E402
from outputs import from_reading, outputs  # noqa: E402
from packages import package_text  # noqa: E402
from pools import pools  # noqa: E402
from timing import Figure  # noqa: E402

# Each takes a quarter of a minute at the full size.
_ROUNDS_OF_WORKBOOKS = 2
_ROUNDS_OF_POOLS = 3


def figures(*, quick: bool) -> Iterator[Figure]:
    """All figures, large ones first, while the process is fresh."""
    participants, lines, small, rounds = (3, 60, 5, 1) if quick else (100, 1000, 1000, 5)
    text = package_text(participants, lines)
    yield from one_large(text, rounds)
    yield from outputs(text, rounds)
    yield from reading(text, rounds)
    yield from methods(participants, lines, rounds)
    yield from many_small(small, rounds)
    yield from pools(small, min(rounds, _ROUNDS_OF_POOLS))
    yield from acts(small, rounds)
    yield from from_reading(small, rounds)
    yield from memory(text, participants * lines)
    yield from workbooks(text, min(rounds, _ROUNDS_OF_WORKBOOKS))
    yield from formulas(text, 1)
    if not quick:  # the files are what they are, at any size
        yield from hostile()
        yield from bombs()
    yield from face(package_text(5, 20), rounds)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="tiny sizes, bounds not judged")
    quick = options.parse_args().quick
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs")
    print(f"{'':<52} {'ms':>9} {'bare ms':>9} {'':>6}figure       bound")
    missed = 0
    for figure in figures(quick=quick):
        print(evolve(figure, bound=None) if quick else figure, flush=True)
        missed += figure.missed
    return int(missed > 0 and not quick)


if __name__ == "__main__":
    sys.exit(main())
