"""Damages files at random for as long as is wanted: `python -m tests.fuzzing --minutes 10`.

Whatever is wrong with a file, it is refused in words or read. Each accident is told with its seed,
its file is kept, and one place of the program is told once.
"""

import argparse
import itertools
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.fuzzing.kinds import KINDS, Kind

_SLOW = 20.0  # seconds of the processor


class _Run:
    """Counts what became of the files, and keeps those that ended in an accident."""

    def __init__(self, keep: Path) -> None:
        self.keep, self.outcomes = keep, Counter[str]()
        self._told: set[tuple[str, int]] = set()

    def attempt(self, kind: Kind, seed: str) -> None:
        """Try one file."""
        what, data = kind.case(seed)
        began = time.process_time()
        try:
            outcome = kind.attempt(data)
        except Exception as error:
            outcome = "ACCIDENT"
            self._tell(kind, seed, what, data, error)
        if time.process_time() - began > _SLOW:
            print(f"{kind.name} --seed {seed}: took {time.process_time() - began:.0f} s: {what}")
        self.outcomes[f"{kind.name}: {outcome}"] += 1

    def _tell(self, kind: Kind, seed: str, what: str, data: bytes, error: Exception) -> None:
        *_, last = traceback.extract_tb(error.__traceback__)
        place = (last.filename, last.lineno or 0)
        if place in self._told:
            return
        self._told.add(place)
        self.keep.mkdir(parents=True, exist_ok=True)
        file = self.keep / f"{kind.name}-{seed}{kind.suffix}"
        file.write_bytes(data)
        print(f"{kind.name} --seed {seed}: {what}\n  {file}")
        traceback.print_exception(error, limit=-6, file=sys.stdout)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    names = [kind.name for kind in KINDS]
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(names)}; all")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--first", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--seed", help="only this one")
    parser.add_argument("--keep", type=Path, default=Path(".fuzzing"), help="files of accidents")
    found = parser.parse_args()
    if unknown := set(found.kinds) - set(names):
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    return found


def main() -> int:
    """Run for the time given; 1 where there was an accident."""
    wanted = _arguments()
    run, end = _Run(wanted.keep), time.monotonic() + 60 * wanted.minutes
    kinds = [kind for kind in KINDS if not wanted.kinds or kind.name in wanted.kinds]
    if wanted.seed is not None:
        for kind in kinds:
            run.attempt(kind, wanted.seed)
    else:
        for seed in itertools.count(wanted.first):
            for kind in kinds:
                run.attempt(kind, str(seed))
            if time.monotonic() > end:
                break
    for outcome, times in sorted(run.outcomes.items()):
        print(f"{times:8} {outcome}")
    return int(any(outcome.endswith("ACCIDENT") for outcome in run.outcomes))


if __name__ == "__main__":
    sys.exit(main())
