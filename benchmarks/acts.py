"""Thousands of acts after the result: twice as many may take little more than twice the time."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from packages import package_text
from timing import Figure, best

from tender_engine.engine import evaluate
from tender_engine.formats.reader import read_text
from tender_rules import national

__all__ = ["acts"]

_FIRST = dt.datetime(2022, 5, 30, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))
_OF = {"of": "pemilihan"}
_BY = {"participant": "p2"}
# One after the other, over and over: what somebody sends again and again is on record each time.
_KINDS: Mapping[str, tuple[dict[str, Any], ...]] = {
    "announcements": ({"type": "pengumuman", **_OF},),
    "objections": ({"type": "sanggah", **_OF, **_BY},),
    "objections and answers": (
        {"type": "sanggah", **_OF, **_BY},
        {"type": "jawaban_sanggah", **_OF, **_BY, "decision": "tidak_benar"},
    ),
    "appeals, bonds and answers": (
        {"type": "sanggah_banding", **_OF, **_BY, "bond": "10000000"},
        {"type": "klarifikasi_jaminan", **_BY, "result": "sah"},
        {"type": "jawaban_sanggah_banding", **_BY, "decision": "tidak_benar"},
    ),
}


def acts(count: int, rounds: int) -> Iterator[Figure]:
    """The evaluation with `count` acts of a kind, and with twice as many."""
    law = national()
    for name in _KINDS:
        took = []
        for each in (count, 2 * count):
            package = read_text(_with_acts(name, each), "paket.json", law).package
            if package is None:
                raise ValueError(f"a made-up package of {name} is not valid")
            took.append(best(lambda given=package: evaluate(given, law), rounds))
        few, many = took
        label = f"evaluate: {2 * count:,} {name}"
        yield Figure(label, many / few, took=many, bare=few, bound=2.6)


def _with_acts(name: str, count: int) -> str:
    """A tender of works whose result was announced, and what followed a second apart."""
    data = json.loads(package_text(3, 2))
    data["tender"]["category"] = "pekerjaan_konstruksi"
    award = {"type": "penetapan", **_OF, "by": "pokja", "number": "BA-1"}
    award |= {"winner": "p1", "reserves": ["p2", "p3"]}
    told = {"type": "pengumuman", **_OF}
    objected = {"type": "sanggah", **_OF, **_BY}
    answered = {"type": "jawaban_sanggah", **_OF, **_BY, "decision": "tidak_benar"}
    kinds = _KINDS[name]
    followed = [kinds[n % len(kinds)] for n in range(count)]
    if "appeals" in name:
        followed = [objected, answered, *followed]
    data["events"] = [
        {**act, "at": (_FIRST + dt.timedelta(seconds=n)).isoformat()}
        for n, act in enumerate((award, told, *followed))
    ]
    return json.dumps(data)
