"""What `tender whatif` costs: whole answers against single evaluations of the same run."""

import argparse
import sys
from collections.abc import Iterator

from measures import read
from packages import package_text
from timing import Figure, best

from tender_engine.engine import evaluate
from tender_rules import flips, national

__all__ = ["main"]

_SMALL, _LARGE = 2, 60
_METHODS = (None, "harga_terendah_ambang_batas", "sistem_nilai", "kualitas_biaya", "pagu_anggaran")


def small(rounds: int) -> Iterator[Figure]:
    """Sistem nilai of three members, three criteria, 5 x 20 lines, in seconds of the processor."""
    package, law = read(package_text(5, 20, variant="sistem_nilai")), national()
    took = best(lambda: flips(package, law), rounds)
    yield Figure("whatif: sistem_nilai, 5 x 20 lines", took, "s", took=took, bound=_SMALL)


def large(participants: int, lines: int, rounds: int) -> Iterator[Figure]:
    """The same size as the large evaluation, in evaluations of the same package."""
    for name in _METHODS:
        package = read(package_text(participants, lines, variant=name))
        bare, took = _beside(package, rounds)
        told = f"whatif: {name or 'lowest price'}, {participants} x {lines} lines"
        yield Figure(told, took / bare, "evaluations", took=took, bare=bare, bound=_LARGE)


def _beside(package: object, rounds: int) -> tuple[float, float]:
    """Both in turns, so that a busy spell of the machine slows both."""
    law = national()
    pairs = [
        (best(lambda: evaluate(package, law), 3), best(lambda: flips(package, law), 1))  # type: ignore[arg-type]
        for _ in range(rounds)
    ]
    return min(bare for bare, _ in pairs), min(took for _, took in pairs)


def main() -> int:
    """Print the table; 1 if a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tiny size, to see that it works")
    quick = parser.parse_args().quick
    size, rounds = ((3, 5), 1) if quick else ((100, 1000), 3)
    figures = [*small(rounds), *large(*size, rounds)]
    for figure in figures:
        print(figure)
    return int(not quick and any(figure.missed for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
