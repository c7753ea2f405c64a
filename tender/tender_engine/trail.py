"""The decision trail: what was decided, by which rule and from which facts, as chained lines.

It is pure: one package, one rulebook and one version of the engine give the same bytes and the same
root on every machine. No clock and no salt; `tender_engine.log` adds the time. A price whose
envelope no stage opened is in no line.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeAlias

from tender_engine import __version__
from tender_engine.evaluation import Evaluation
from tender_engine.formats.evaluation_parts import parts
from tender_engine.formats.json_bytes import canonical_bytes

__all__ = [
    "FOOT_DIGITS",
    "FORMAT",
    "NOTHING_BEFORE",
    "decision_lines",
    "hash_of",
    "root",
    "root_of",
]

# What kind of line it is, and what it says.
_Entry: TypeAlias = tuple[Mapping[str, Any], Mapping[str, Any]]

FORMAT = "tender-trail/1"
NOTHING_BEFORE = "0" * 64
# How much of a root stands at the foot of each page of a paper.
FOOT_DIGITS = 16
_ROOT = "root"

# Under these keys of an evaluation stands a list, and each of its items is a line of its own.
_KINDS = {
    "prices": "price",
    "scores": "score",
    "ranking": "rank",
    "calendar": "period",
    "notices": "notice",
    "awaiting": "awaiting",
}
_REGULATION = ("rulebook", "title", "version", "digest", "overlays")
_OUTCOME = ("state", "result", "winner", "reserves", "shortlist", "next", "failure", "after_award")


def decision_lines(evaluation: Evaluation, engine: str = __version__) -> tuple[str, ...]:
    """The decisions of `evaluation` as canonical JSON, one line each, without the line ends.

    Every line has its number `n` and, as `prev`, the SHA-256 of the line before it.

    Args:
        evaluation: what was decided.
        engine: the version to name; a replay names the one of the record.
    """
    lines = tuple([line.decode() for line in _lines_of(evaluation, parts(evaluation), engine)])
    if engine == __version__:
        evaluation.kept[_ROOT] = root_of(lines)
    return lines


def root(evaluation: Evaluation, said: Mapping[str, Any] | None = None) -> str:
    """The head of the decision trail, `sha256:` and the hash of the last line in hexadecimal.

    It is found once: each page of a paper names it.

    Args:
        evaluation: what was decided.
        said: its parts, for whoever has them at hand.
    """
    kept = evaluation.kept
    if _ROOT not in kept:
        lines = _lines_of(evaluation, said or parts(evaluation), __version__)
        (last,) = deque(lines, maxlen=1)
        kept[_ROOT] = _named(last)
    return kept[_ROOT]


def root_of(lines: Sequence[str]) -> str:
    """The root of the trail that `lines` are."""
    return _named(lines[-1].encode())


def _named(last: bytes) -> str:
    return f"sha256:{hash_of(last)}"


def hash_of(line: bytes) -> str:
    """The SHA-256 of a line's bytes, its line end left out, in hexadecimal."""
    return sha256(line).hexdigest()


def _lines_of(evaluation: Evaluation, said: Mapping[str, Any], engine: str) -> Iterator[bytes]:
    """The lines of an evaluation whose parts are `said`, one after another.

    A trail may be a hundred megabytes: who wants its root alone need not keep it.
    """
    return _chained(_entries(evaluation, said, engine))


def _chained(entries: Iterable[_Entry]) -> Iterator[bytes]:
    before = NOTHING_BEFORE
    for number, (what, entry) in enumerate(entries, 1):
        line = canonical_bytes({"n": number, "prev": before, **what, **entry})
        before = hash_of(line)
        yield line


def _entries(evaluation: Evaluation, said: Mapping[str, Any], engine: str) -> Iterator[_Entry]:
    law = said["regulation"]
    head = {
        "format": FORMAT,
        "engine": engine,
        "package": said["package"],
        "procedure": evaluation.procedure,
        "announced_on": evaluation.given.tender.announced_on.isoformat(),
        "regulation": {name: law[name] for name in _REGULATION},
        "stages": [stage["id"] for stage in said["stages"]],
    }
    yield {"kind": "head"}, head
    yield {"kind": "values"}, {"values": law["values"]}
    for stage in said["stages"]:
        of_stage = {"kind": "verdict", "stage": stage["id"]}
        for verdict in stage["verdicts"]:
            yield of_stage, verdict
    for name, kind in _KINDS.items():
        of_kind = {"kind": kind}
        for item in said[name]:
            yield of_kind, item
    yield {"kind": "outcome"}, {name: said[name] for name in _OUTCOME}
