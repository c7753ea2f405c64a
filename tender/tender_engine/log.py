"""The log of a tender's evaluations: append-only, with every evaluated package kept beside it.

    folder/jejak.jsonl           runs: a line with the time, the decision lines, the root
    folder/paket/<sha256>.json   the canonical package of each run, never written again

`tender_engine.trail` has what a run decided; the time is the caller's, for the kernel has no clock.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from tender_engine.chain import Scan, scan
from tender_engine.durable import (
    NotPlainError,
    append,
    exclusive,
    make_folder,
    put_new,
    read_all,
    settle,
    sync_folder,
    take_away_halves,
)
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import canonical_json, canonical_package
from tender_engine.log_remarks import LOG, PACKAGES, LogRefusedError, Remark
from tender_engine.trail import decision_lines, hash_of, root_of
from tender_engine.verification import Verification, verify

__all__ = ["LOG", "PACKAGES", "LogRefusedError", "Verification", "record", "verify"]


def record(folder: Path, evaluation: Evaluation, when: datetime, *, shared: bool = False) -> bool:
    """Append `evaluation` to the log in `folder`, unless the last recorded run has the same root.

    Everything is on the disk when this returns, the names of new folders too.

    Args:
        folder: where the log is, or is to be.
        evaluation: what to record.
        when: the time of the run, with its offset. The root does not cover it.
        shared: leave to the umask who may read what is newly made; else it is its owner's alone.

    Returns:
        Whether a run was appended.

    Raises:
        ValueError: `when` has no offset.
        LogRefusedError: the log, or the kept package, is not sound, or the rulebook that was used
            has no manifest. Nothing was written.
        OSError: the disk refused; the log is as it was.
    """
    if when.utcoffset() is None:
        raise ValueError("the time of a run needs its offset")
    if evaluation.basis.digest is None:
        raise LogRefusedError(Remark("TRL026", 1))
    lines = decision_lines(evaluation)
    with _plain(folder):
        make_folder(folder, shared=shared)
        with exclusive(folder / LOG, shared=shared) as file:
            content = read_all(file)
            sound = scan(content) if content else Scan()
            if sound.remark is not None:
                raise LogRefusedError(sound.remark)
            _keep(folder, canonical_package(evaluation.given).encode(), shared=shared)
            new = not sound.runs or sound.runs[-1].root != root_of(lines)
            if new:
                append(file, _block(sound, lines, when))
            else:
                settle(file)
            sync_folder(folder)
    return new


@contextmanager
def _plain(folder: Path) -> Iterator[None]:
    """Tell of a link in the log's place.

    Raises:
        LogRefusedError: there is one.
    """
    try:
        yield
    except NotPlainError as error:
        found = Path(error.filename)
        name = found.relative_to(folder).as_posix() if found != folder else ""
        raise LogRefusedError(Remark("TRL023", 1, file=name)) from None


def _block(sound: Scan, lines: Sequence[str], when: datetime) -> bytes:
    """A run: the line that begins it, what was decided, the line that ends it."""
    no, head = len(sound.runs) + 1, json.loads(lines[0])
    began = {
        "kind": "run",
        "no": no,
        "at": when.isoformat(timespec="seconds"),
        "prev": sound.head,
        "package": head["package"],
        "rulebook": head["regulation"]["digest"],
        "engine": head["engine"],
    }
    first = canonical_json(began)
    ended = {
        "kind": "root",
        "no": no,
        "lines": len(lines),
        "run": hash_of(first.encode()),
        "root": root_of(lines),
    }
    return "".join(f"{line}\n" for line in (first, *lines, canonical_json(ended))).encode()


def _keep(folder: Path, package: bytes, *, shared: bool) -> None:
    name = f"{sha256(package).hexdigest()}.json"
    make_folder(folder / PACKAGES, shared=shared)
    take_away_halves(folder / PACKAGES)
    try:
        put_new(folder / PACKAGES / name, package, shared=shared)
    except FileExistsError:
        raise LogRefusedError(Remark("TRL012", 1, file=f"{PACKAGES}/{name}")) from None
