"""`python -m benchmarks.typed`: what a Pokja types of three tenders, by sheet."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.typed.played import CHECKLISTS, TENDERS, Played, play

_ROOT = Path(__file__).resolve().parents[2]
# The checklist for such work that comes with the program.
_SHIPPED = {
    "alat-kesehatan": "barang",
    "gedung-kelas": "konstruksi",
    "konsultan-pengawas": "konsultansi",
}


def main() -> None:
    """Print what each tender took, by sheet: counted, and the cells that it filled."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--house", type=Path, default=_ROOT, help="the checkout to count")
    house = options.parse_args().house.resolve()
    sys.path[1:1] = [str(house / room) for room in ("tender", "rules", "desk", "cli")]
    from tender_engine.formats.canonical import package_digest

    for given in sorted(TENDERS.glob("*.json")):
        # Another checkout may not know of checklists yet.
        for with_checklist in (False, _SHIPPED[given.stem], True)[: 3 if house == _ROOT else 1]:
            with tempfile.TemporaryDirectory() as kept:
                played = play(given.stem, Path(kept) / "tender", with_checklist=with_checklist)
            if package_digest(played.read) != package_digest(played.given):
                raise ValueError(f"{given.stem}: the workbook does not say what the package says")
            which = with_checklist if isinstance(with_checklist, str) else CHECKLISTS
            _show(f"{given.stem}, {which}" if with_checklist else given.stem, played)


def _show(name: str, played: Played) -> None:
    total, filled = sum(played.counts.values()), sum(played.filled.values())
    print(f"{name:<36} {total:>6} {filled:>6}")
    for sheet, count in played.counts.items():
        print(f"  {sheet:<34} {count:>6} {played.filled[sheet]:>6}")
    print(f"  {len(played.commands)} commands:", "; ".join(played.commands))


if __name__ == "__main__":
    main()
