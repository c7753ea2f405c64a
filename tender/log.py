"""The log of a tender's evaluations: append-only, with every evaluated package kept beside it.

    folder/jejak.jsonl           runs: a line with the time, the decision lines, the root
    folder/paket/<sha256>.json   the canonical package of each run, never written again

`tender.trail` has what a run decided; the time is the caller's, for the kernel has no clock.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from tender.chain import Scan, scan
from tender.durable import append, exclusive, put_new, read_all, sync_folder
from tender.evaluation import Evaluation
from tender.formats.canonical import canonical_json, canonical_package
from tender.log_texts import LOG, PACKAGES, TEXTS, LogRefusedError, Remark
from tender.trail import decision_lines, hash_of, root_of
from tender.verification import Verification, verify

__all__ = ["LOG", "PACKAGES", "TEXTS", "LogRefusedError", "Verification", "record", "verify"]


def record(folder: Path, evaluation: Evaluation, when: datetime) -> bool:
    """Append `evaluation` to the log in `folder`, unless the last recorded run has the same root.

    Args:
        folder: where the log is, or is to be.
        evaluation: what to record.
        when: the time of the run, with its offset. The root does not cover it.

    Returns:
        Whether a run was appended.

    Raises:
        ValueError: `when` has no offset.
        LogRefusedError: the log, or the kept package, is not sound. Nothing was written.
        OSError: the disk refused; the log is as it was.
    """
    if when.utcoffset() is None:
        raise ValueError("the time of a run needs its offset")
    lines = decision_lines(evaluation)
    folder.mkdir(parents=True, exist_ok=True)
    with exclusive(folder / LOG) as file:
        content = read_all(file)
        sound = scan(content) if content else Scan()
        if sound.remark is not None:
            raise LogRefusedError(sound.remark)
        _keep(folder, canonical_package(evaluation.package).encode())
        if sound.runs and sound.runs[-1].root == root_of(lines):
            return False
        append(file, _block(sound, lines, when))
        sync_folder(folder)
    return True


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


def _keep(folder: Path, package: bytes) -> None:
    name = f"{sha256(package).hexdigest()}.json"
    try:
        put_new(folder / PACKAGES / name, package)
    except FileExistsError:
        raise LogRefusedError(Remark("TRL012", 1, file=f"{PACKAGES}/{name}")) from None
