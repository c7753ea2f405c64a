"""Bidders' own schedules, damaged in a part or in cells: alone, and beside a package."""

import tempfile
from functools import cache
from pathlib import Path
from random import Random

from tender_desk.schedules.reader import read_schedule
from tender_engine.faults import Faults
from tender_engine.formats.price_lines import PRICE_LINE
from tests.desk.schedules.bids import WORKS
from tests.desk.schedules.composing import composed
from tests.desk.schedules.layout_bank import BANK
from tests.faults.schedules import copied
from tests.fuzzing.archives import Parts, damaged, parts_of
from tests.fuzzing.books import cell_changed
from tests.fuzzing.commands import DONE, ran

__all__ = ["schedule", "try_schedule"]

_DOCUMENT = [line.hps for line in WORKS.lines]
# How often a schedule is also read from its folder, by what its bytes sum to.
_IN_A_FOLDER = 5


@cache
def _sound() -> tuple[Parts, ...]:
    """Layouts of one document, as they are before anything is done to them."""
    return tuple(parts_of(composed(layout)) for layout in BANK if layout.document is WORKS)


def schedule(random: Random) -> tuple[str, bytes]:
    """A schedule with a damaged part, or with cells that say something else."""
    parts = random.choice(_sound())
    return damaged(parts, random) if random.random() < 0.4 else cell_changed(parts, random)


def try_schedule(data: bytes) -> str:
    """Read it; what is read without a fault fits the format."""
    reading = read_schedule(data, "penawaran.xlsx", _DOCUMENT)
    ids = [line["id"] for line in reading.lines]
    faults = Faults()
    for line in reading.lines:
        PRICE_LINE.read(dict(line), None, "", faults)
    assert reading.faults or (ids and len(ids) == len(set(ids)) and not faults)
    if sum(data) % _IN_A_FOLDER == 0:
        with tempfile.TemporaryDirectory() as folder:
            return _beside_a_package(data, Path(folder))
    return "refused" if reading.faults else "read"


def _beside_a_package(data: bytes, folder: Path) -> str:
    """The same as the file of a bidder that a package names."""
    file = copied("01", folder) / "harga-p1.xlsx"
    file.write_bytes(data)
    for lang in ("en", "id"):
        code = ran("check", str(folder / "paket.xlsx"), "--lang", lang)
    return "shown" if code in DONE else "refused beside a package"
