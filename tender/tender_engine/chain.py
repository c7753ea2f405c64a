"""Reads a recorded log line by line and finds the first line that does not hold.

A log is a list of runs. A run is a line of kind `run` with the time and the head of the log before
it, the decision lines, and a line of kind `root`. What is checked is the stored bytes.
"""

import json
import re
from datetime import datetime
from typing import Any

from attrs import evolve, field, frozen

from tender_engine.formats.canonical import canonical_json
from tender_engine.log_remarks import Remark
from tender_engine.trail import NOTHING_BEFORE, hash_of

__all__ = ["Run", "Scan", "scan"]

_RUN = {"kind", "no", "at", "prev", "package", "rulebook", "engine"}
_ROOT = {"kind", "no", "lines", "run", "root"}
_DIGEST = re.compile("sha256:[0-9a-f]{64}").fullmatch
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@frozen
class Run:
    """A recorded run. `line` is where it begins, `decisions` are its lines as stored."""

    line: int
    no: int
    at: str
    package: str
    rulebook: str
    engine: str
    decisions: tuple[str, ...] = field(default=(), repr=False)
    root: str = ""


@frozen
class Scan:
    """The complete runs, the head of the log, and the first thing wrong.

    `broken` is the run in which the chain broke, as far as it was read.
    """

    runs: tuple[Run, ...] = ()
    head: str = NOTHING_BEFORE
    lines: int = 0
    remark: Remark | None = None
    broken: Run | None = None


def scan(content: bytes) -> Scan:
    """Check every byte of a log that its own lines can vouch for."""
    if not content:
        return Scan(remark=Remark("TRL001", 1))
    breaks = content.count(b"\n")
    if content.startswith(_BOMS) or (breaks and breaks == content.count(b"\r\n")):
        return Scan(remark=Remark("TRL002", 1))
    reader = _Reader(content.split(b"\n"))
    remark = None
    try:
        reader.read()
    except _WrongError as wrong:
        remark = wrong.remark
    return Scan(
        tuple(reader.runs), reader.head, breaks, remark, reader.broken() if remark else None
    )


class _WrongError(Exception):
    def __init__(self, code: str, line: int, **params: object) -> None:
        self.remark = Remark(code, line, {name: str(value) for name, value in params.items()})
        super().__init__(code)


class _Reader:
    """Where the reading of a log stands: complete runs, and the run that is open."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines
        self.runs: list[Run] = []
        self.run: Run | None = None
        self.head = NOTHING_BEFORE
        self._before = NOTHING_BEFORE
        self._decisions: list[str] = []

    def broken(self) -> Run | None:
        """The open run, as far as it was read."""
        return self.run and evolve(self.run, decisions=tuple(self._decisions))

    def read(self) -> None:
        *complete, rest = self._lines
        for number, raw in enumerate(complete, 1):
            entry = _entry(raw, number)
            if self.run is None:
                self.run = self._begin(entry, number)
            elif entry["kind"] == "root":
                self._end(self.run, entry, raw, number)
            else:
                self._decide(self.run, entry, raw, number)
        if rest:
            raise _WrongError("TRL003", len(self._lines))
        if self.run is not None:
            raise _WrongError("TRL009", len(complete), no=self.run.no)

    def _begin(self, entry: dict[str, Any], number: int) -> Run:
        _expect("run", _RUN, entry, number)
        _number(entry["no"], len(self.runs) + 1, number)
        # The root line before was proven by what it closes, so it is this line that is wrong.
        if entry["prev"] != self.head:
            raise _WrongError("TRL008", number, other=number - 1)
        texts = {name: entry[name] for name in ("at", "package", "rulebook", "engine")}
        fits = all(isinstance(text, str) for text in texts.values())
        if not fits or not _DIGEST(texts["package"]) or not _is_time(texts["at"]):
            raise _WrongError("TRL006", number, detail="run")
        self._before, self._decisions = NOTHING_BEFORE, []
        return Run(number, entry["no"], **texts)

    def _decide(self, run: Run, entry: dict[str, Any], raw: bytes, number: int) -> None:
        place = len(self._decisions) + 1
        if (entry["kind"] == "head") != (place == 1) or entry["kind"] == "run":
            raise _WrongError("TRL006", number, detail=entry["kind"])
        _number(entry.get("n"), place, number)
        if place == 1:
            self._agree(run, entry, raw, number)
        self._decisions.append(raw.decode())
        if entry.get("prev") != self._before:
            suspect = number if place == 1 else number - 1
            raise _WrongError("TRL008", suspect, other=2 * number - 1 - suspect)
        self._before = hash_of(raw)

    def _end(self, run: Run, entry: dict[str, Any], raw: bytes, number: int) -> None:
        _expect("root", _ROOT, entry, number)
        if not self._decisions:
            raise _WrongError("TRL006", number, detail="root")
        _number(entry["no"], run.no, number)
        _number(entry["lines"], len(self._decisions), number)
        if entry["root"] != f"sha256:{self._before}":
            raise _WrongError("TRL008", number - 1, other=number)
        if entry["run"] != hash_of(self._lines[run.line - 1]):
            at, other = self._likelier(run, raw, number)
            raise _WrongError("TRL008", at, other=other)
        self.runs.append(evolve(run, decisions=tuple(self._decisions), root=entry["root"]))
        self.run, self.head = None, hash_of(raw)

    def _agree(self, run: Run, head: dict[str, Any], raw: bytes, number: int) -> None:
        law = head.get("regulation")
        digest = law.get("digest") if isinstance(law, dict) else None
        pairs = {
            "package": (run.package, head.get("package")),
            "rulebook": (run.rulebook, digest),
            "engine": (run.engine, head.get("engine")),
        }
        wrong = [name for name, (told, found) in pairs.items() if told != found]
        if wrong:
            at, other = self._likelier(run, raw, number)
            raise _WrongError("TRL010", at, other=other, detail=", ".join(wrong))

    def _likelier(self, run: Run, raw: bytes, number: int) -> tuple[int, int]:
        """Of the run line and this line, which do not fit: first the one that was likely changed.

        The line after this one tells, if there is one: it recorded this line's hash.
        """
        following = self._lines[number]
        if following and hash_of(raw).encode() not in following:
            return number, run.line
        return run.line, number


def _entry(raw: bytes, number: int) -> dict[str, Any]:
    try:
        text = raw.decode()
        entry = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _WrongError("TRL004", number, detail=type(error).__name__) from None
    if not _is_canonical(entry, raw):
        raise _WrongError("TRL005", number)
    if not isinstance(entry, dict) or not isinstance(entry.get("kind"), str):
        raise _WrongError("TRL006", number, detail="kind")
    return entry


def _is_canonical(entry: object, raw: bytes) -> bool:
    try:
        return canonical_json(entry).encode() == raw
    except ValueError:  # NaN, or half a surrogate pair
        return False


def _expect(kind: str, keys: set[str], entry: dict[str, Any], number: int) -> None:
    if entry["kind"] != kind or entry.keys() != keys:
        raise _WrongError("TRL006", number, detail=entry["kind"])


def _number(found: object, expected: int, number: int) -> None:
    if type(found) is not int or found != expected:
        raise _WrongError("TRL007", number, found=found, expected=expected)


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
