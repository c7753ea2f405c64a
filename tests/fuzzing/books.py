"""Workbooks of packages, damaged in an archive's part or in a cell."""

import re
from functools import cache
from pathlib import Path
from random import Random

from tender_engine.engine import evaluate
from tender_rules import national
from tests.desk.workbook.data import small
from tests.fuzzing.archives import Parts, archived, damaged, parts_of
from tests.fuzzing.commands import DONE, ran
from tests.reading import read_bytes, read_path, workbook_bytes, worksheet

__all__ = ["book", "cell_changed", "try_book"]

_SAMPLES = Path(__file__).parents[2] / "samples"
_TAKEN = ("mebel-sekolah", "keamanan-jaringan", "laptop-reverse-auction")
_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
_NUMBERS = (
    *("0", "-1", "1.5", "1e308", "1e-308", "1E400", "NaN", "inf", "", " ", "x", "1_0", "٣"),
    *("9" * 15, "9" * 16, "9" * 310, "9" * 5_000, "0.1" + "0" * 30 + "1", "45000.5", "2958466"),
)
_TEXTS = (
    *("", " ", "-", "ya", "p1", "L1", "*", "semua tahap", "1.234,5", "50%", "Rp 5,-", "1.10", "="),
    *("HPS", "Kode", "Harga Satuan", "e\u0301", "\u3164", "_x0000_", "[]", "{", "x" * 40_000),
)
_FORMULAS = (
    *("1+1", "1/3", "1/0", "A1", "SUM(A1:Z99)", "X!A1", "(", "[1]Rincian!A1", "#REF!", "9^64"),
    *("9" * 30 + ("*" + "9" * 30) * 9, "1" + "/2^64" * 13, "NOW()", "IF(A1,1)", "'", '"', "A1:A1"),
)
_KINDS = ("", ' t="n"', ' t="s"', ' t="b"', ' t="d"', ' t="e"', ' t="str"', ' t="x"', ' t=""')
_STYLES = ("", "", "", ' s="1"', ' s="5"', ' s=""', ' s="-1"', ' s="99999"', ' s="x"')


@cache
def _books() -> tuple[Parts, ...]:
    texts = (read_path(_SAMPLES / name / "paket.json").package for name in _TAKEN)
    found = [small(), *(package for package in texts if package is not None)]
    return tuple(parts_of(workbook_bytes(package)) for package in found)


def book(random: Random) -> tuple[str, bytes]:
    """A workbook of a package with a damaged part, or with cells that say something else."""
    parts = random.choice(_books())
    return damaged(parts, random) if random.random() < 0.4 else cell_changed(parts, random)


def cell_changed(parts: Parts, random: Random) -> tuple[str, bytes]:
    """A workbook with one to three cells of any sheets changed to anything that a cell may be."""
    made, told = dict(parts), []
    names = [name for name in parts if name.startswith("xl/worksheets/sheet")]
    for _ in range(random.choice((1, 1, 2, 3))):
        name = random.choice(names)
        cells = list(_CELL.finditer(made[name]))
        if cells:
            found = random.choice(cells)
            place = found[1].decode()
            new = _cell(place, random)
            told.append(f"{name}: {new[:80]}")
            made[name] = made[name][: found.start()] + new.encode() + made[name][found.end() :]
    return "; ".join(told), archived(made)


def _cell(place: str, random: Random) -> str:
    """Any cell, in a way in which some program may write it."""
    style, kind = random.choice(_STYLES), random.choice(_KINDS)
    what = random.randrange(4)
    if what == 0:
        text = random.choice(_TEXTS)
        return f'<c r="{place}"{style} t="inlineStr"><is><t>{text}</t></is></c>'
    if what == 1:
        formula = random.choice(_FORMULAS).replace('"', "&quot;")
        inside = f"<f>{formula}</f><v>{random.choice(_NUMBERS)}</v>"
        return f'<c r="{place}"{style}{kind}>{inside}</c>'
    value = random.choice(_NUMBERS)
    return f'<c r="{place}"{style}{kind}><v>{value}</v></c>'


def try_book(data: bytes) -> str:
    """Check it in both languages; write what was found into it where it is accepted."""
    for lang in ("en", "id"):
        code = ran("check", "-", "--lang", lang, given=data)
    if code not in DONE:
        return "refused"
    reading = read_bytes(data, "paket.xlsx")
    assert reading.package is not None
    worksheet(evaluate(reading.package, national()), reading)
    return "written"
