"""Verifies a recorded log: its chain, its packages, the root on the paper, and every run again.

A hash proves that nothing changed since it was noted; a replay proves that the decisions follow
from the package. Only a root that was noted elsewhere, on the signed paper, proves that this is the
log it was.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, frozen

from tender_engine import __version__
from tender_engine.chain import Run, Scan, scan
from tender_engine.durable import NotPlainError, read_plain
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.reader import read_json
from tender_engine.log_remarks import LOG, PACKAGES, Remark
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.trail import FOOT_DIGITS, decision_lines, root

__all__ = ["Verification", "verify"]

# A package as it was at moments of its own.
Earlier: TypeAlias = Callable[[Package], Iterable[tuple[datetime, Package]]]
_NO_FLAW = ("TRL015", "TRL016")
_NOT_OF_THE_PAPER = ("TRL013", "TRL025")
_DIGEST, _FOOT = "sha256:", "jejak"
# What the foot of a page has of a root: enough to find the run, not to prove it against everybody.
_IS_SHORT = re.compile(f"[0-9a-f]{{{FOOT_DIGITS}}}").fullmatch


@frozen
class Verification:
    """What was found.

    Attributes:
        runs: the runs whose chain holds.
        lines: how many lines the log has.
        flaws: what is wrong; the first names the first line that is wrong, cut, added or changed.
        notes: what else to know: how far the proof goes, and where another engine decides
            otherwise, which is no flaw.
        anchored: the number of the run whose root is on the paper.
    """

    runs: tuple[Run, ...]
    lines: int
    flaws: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    anchored: int | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong, as far as `notes` says that it was checked."""
        return not self.flaws


def _none_earlier(_: Package) -> Iterator[tuple[datetime, Package]]:
    return iter(())


def verify(
    folder: Path,
    rulebook: Rulebook,
    anchor: str | None = None,
    earlier: Earlier = _none_earlier,
) -> Verification:
    """Check every byte of the log in `folder` and replay every run.

    Args:
        folder: where `jejak.jsonl` and the packages are.
        rulebook: the one at hand, under which every run is made again.
        anchor: the root from the signed paper, with or without `sha256:`; or its first sixteen
            digits, as the foot of each page has them.
        earlier: a package as it was at each moment before its last: a paper may be of any of them.

    Raises:
        FileNotFoundError: there is no log.
    """
    try:
        content = read_plain(folder / LOG)
    except NotPlainError:
        return Verification((), 0, (Remark("TRL023", 1),), ())
    found = scan(content)
    if found.remark is not None:
        flaw = _pinpointed(folder, rulebook, found, found.remark)
        return Verification(found.runs, found.lines, (flaw,), ())
    remarks = _replayed(folder, rulebook, found.runs)
    flaws = [remark for remark in remarks.values() if remark.code not in _NO_FLAW]
    notes = [remark for remark in remarks.values() if remark.code in _NO_FLAW]
    failed = {no for no, remark in remarks.items() if remark.code not in _NO_FLAW}
    anchored, remark = _anchored(found.runs, anchor, failed)
    if anchor is not None and remark.code == "TRL013":
        sound = [run for run in found.runs if run.no not in failed]
        at_first = _anchored_before(folder, rulebook, sound, anchor, earlier)
        anchored, remark = at_first or (anchored, remark)
    (flaws if remark.code in _NOT_OF_THE_PAPER else notes).append(remark)
    return Verification(found.runs, found.lines, tuple(flaws), tuple(notes), anchored)


def _anchored(
    runs: tuple[Run, ...], anchor: str | None, failed: Collection[int]
) -> tuple[int | None, Remark]:
    """The run whose root is on the paper, and how far the paper vouches for it."""
    if anchor is None:
        return None, Remark("TRL020", 1)
    digits = _digits(anchor)
    short = _IS_SHORT(digits) is not None
    fits = [run for run in runs if _fits(run.root.removeprefix(_DIGEST), digits, short=short)]
    if not fits:
        return None, Remark("TRL013", 1, {"anchor": anchor[:80]})
    run, roots = fits[-1], {run.root for run in fits}
    if len(roots) > 1:
        told = ", ".join(str(one.no) for one in fits)
        return None, Remark("TRL025", run.line, {"anchor": digits, "told": told})
    code = "TRL022" if run.no in failed else "TRL024" if short else "TRL021"
    return run.no, Remark(code, run.line, {"no": str(run.no), "runs": str(len(runs)), "at": run.at})


def _anchored_before(
    folder: Path, rulebook: Rulebook, runs: list[Run], anchor: str, earlier: Earlier
) -> tuple[int, Remark] | None:
    """The run whose package had the root that is on the paper when the paper was final."""
    digits = _digits(anchor)
    short = _IS_SHORT(digits) is not None
    for run in {run.package: run for run in runs}.values():
        for moment, then in earlier(_package(folder, run, rulebook)):
            try:
                made = root(evaluate(then, rulebook)).removeprefix(_DIGEST)
            except PackageRefusedError:
                continue
            if _fits(made, digits, short=short):
                told = {"no": str(run.no), "until": moment.isoformat()}
                return run.no, Remark("TRL027", run.line, told)
    return None


def _digits(anchor: str) -> str:
    return anchor.strip().lower().removeprefix(_FOOT).strip().removeprefix(_DIGEST)


def _fits(made: str, digits: str, *, short: bool) -> bool:
    return made.startswith(digits) if short else made == digits


def _replayed(folder: Path, rulebook: Rulebook, runs: tuple[Run, ...]) -> dict[int, Remark]:
    """What is wrong by run, and where another engine or rulebook decides otherwise."""
    remarks = ((run.no, _replay(folder, rulebook, run)) for run in runs)
    return {no: remark for no, remark in remarks if remark is not None}


def _replay(folder: Path, rulebook: Rulebook, run: Run) -> Remark | None:
    try:
        evaluation = evaluate(_package(folder, run, rulebook), rulebook)
    except _UnusableError as error:
        return error.remark
    except PackageRefusedError as error:
        return _refused(run, str(error))
    lines = _lines_as_then(evaluation, run)
    for place, (stored, made) in enumerate(zip_longest(run.decisions, lines)):
        if stored != made:
            return _difference(run, run.line + 1 + place, evaluation)
    return None


def _lines_as_then(evaluation: Evaluation, run: Run) -> tuple[str, ...]:
    """The decisions of now under the names of then, so that only decisions can differ."""
    version = json.loads(run.decisions[0])["regulation"].get("version", "")
    then = evolve(evaluation.basis, digest=run.rulebook, version=version)
    return decision_lines(evolve(evaluation, basis=then), run.engine)


def _difference(run: Run, line: int, evaluation: Evaluation) -> Remark:
    if run.engine != __version__:
        return _other("TRL015", run, line, run.engine, __version__)
    if run.rulebook != evaluation.basis.digest:
        return _other("TRL016", run, line, run.rulebook, evaluation.basis.digest)
    return Remark("TRL014", line, {"no": str(run.no)})


def _other(code: str, run: Run, line: int, recorded: str, now: str | None) -> Remark:
    return Remark(code, line, {"no": str(run.no), "recorded": recorded, "now": now or "–"})


class _UnusableError(Exception):
    def __init__(self, remark: Remark) -> None:
        self.remark = remark
        super().__init__(remark.code)


def _package(folder: Path, run: Run, rulebook: Rulebook) -> Package:
    digest = run.package.removeprefix("sha256:")
    name = f"{PACKAGES}/{digest}.json"
    try:
        content = read_plain(folder / name)
    except FileNotFoundError:
        raise _UnusableError(Remark("TRL011", 1, {"no": str(run.no)}, name)) from None
    except NotPlainError:
        raise _UnusableError(Remark("TRL023", 1, file=name)) from None
    if sha256(content).hexdigest() != digest:
        raise _UnusableError(Remark("TRL012", 1, file=name))
    reading = read_json(content, name, rulebook)
    if reading.package is None:
        raise _UnusableError(_refused(run, str(reading.diagnose()[0])))
    return reading.package


def _refused(run: Run, detail: str) -> Remark:
    if run.engine != __version__:
        return _other("TRL015", run, run.line, run.engine, __version__)
    return Remark("TRL017", run.line, {"no": str(run.no), "detail": detail})


def _pinpointed(folder: Path, rulebook: Rulebook, found: Scan, remark: Remark) -> Remark:
    """Which of the two lines between which the chain broke was changed, by replaying the run."""
    run = found.broken
    if remark.code != "TRL008" or run is None:
        return remark
    place = remark.line - run.line - 1
    try:
        lines = _lines_as_then(evaluate(_package(folder, run, rulebook), rulebook), run)
    except (_UnusableError, PackageRefusedError):
        return remark
    if not 0 <= place < len(run.decisions) or lines[place : place + 1] != (run.decisions[place],):
        return remark
    return Remark("TRL008", int(remark.params["other"]), {"other": str(remark.line)})
