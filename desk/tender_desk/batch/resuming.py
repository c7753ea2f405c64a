"""Rows in a file: with what they were begun, which of them are whole, and where work goes on."""

import csv
import errno
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from attrs import field, frozen

from tender_desk.batch.jobs import REFUSED, Asked
from tender_desk.batch.rows import columns, header
from tender_desk.batch.telling import BUG, BatchError
from tender_desk.batch.work import identity
from tender_desk.dossiers import tenders_in
from tender_engine.durable import hold
from tender_engine.formats.reader import Reading, chosen

__all__ = ["Kept", "begun", "head_of", "head_place", "measured"]

FORMAT = "tender-batch/1"
_BLOCK = 1 << 20
_SHOWN = 19  # of a digest: its name and twelve digits
# How a row begins. What is within a text has a stroke before its quotation marks.
_BEGINS = re.compile(
    rb'\{"source":"(?:[^"\\]|\\.)*","n":(?P<n>\d+),"(?:result|compared|diagnostics":\[\{"code":"(?P<code>\w+))"'
)
_STATE = re.compile(rb'"state":"(\w+)"')


@frozen
class Kept:
    """The rows that a file has: how many bytes they are, how many of each state, and errors."""

    size: int = 0
    states: Counter[str] = field(factory=Counter)
    bugs: int = 0

    @property
    def rows(self) -> int:
        """How many there are."""
        return self.states.total()


def measured(sources: Iterable[Path], but: Path | None = None) -> list[dict[str, Any]]:
    """The name and size of each source; of a folder also how many files, and a digest of theirs.

    The file `but`, which is written to, is none of them.
    """
    return [_measured(source, but) for source in sources]


def _measured(source: Path, but: Path | None) -> dict[str, Any]:
    if not source.is_dir():
        return {"name": str(source), "size": _size(source)}
    out = None if but is None else os.path.realpath(but)
    digest, files, size = hashlib.sha256(), 0, 0
    for place in tenders_in(source, lambda _: None, many=True):
        if os.path.realpath(place) == out:
            continue
        mine = _size(place)
        digest.update(f"{place}\0{mine}\n".encode("utf-8", "surrogateescape"))
        files, size = files + 1, size + max(mine, 0)
    told = f"sha256:{digest.hexdigest()}"
    return {"name": str(source), "size": size, "files": files, "digest": told}


def _size(place: Path) -> int:
    """The size of a file, or of the package of a folder; -1 where there is none to read."""
    try:
        file = chosen(place)
        return -1 if isinstance(file, Reading) else file.stat().st_size
    except (OSError, ValueError):
        return -1


def head_of(sources: Sequence[Mapping[str, Any]], asked: Asked) -> dict[str, Any]:
    """With what rows are begun: of another of these none of them would be the same."""
    engine, digest = identity(asked)
    form = ["csv" if asked.csv else "jsonl", *(["--summary"] if asked.summary else [])]
    form += [*(["--root"] if asked.root else []), f"--lang {asked.lang}"]
    form += [f"--compare {asked.against}"] if asked.against else []
    return {
        "format": FORMAT,
        "engine": engine,
        "rulebook": digest,
        "form": " ".join(form),
        "sources": [*sources],
    }


def head_place(file: Path) -> Path:
    """Where it stands with what the rows of `file` were begun."""
    return file.parent / f"{file.name}.batch"


def begun(
    file: Path, head: Mapping[str, Any], asked: Asked, *, resume: bool
) -> tuple[BinaryIO, Kept]:
    """The file, open behind its last whole row, and the rows that it has.

    Raises:
        FileExistsError: it is there, and nobody asked to resume it; its `filename` says what is.
        OSError: it cannot be read or written.
        BatchError: its rows were begun with something else, were changed, or are being written.
    """
    place = head_place(file)
    if resume and (file.exists() or place.exists()):
        _hold(_read(place), head, str(place))
        stream = file.open("r+b" if file.exists() else "xb", buffering=_BLOCK)
    else:
        stream = _new(file, place, json.dumps(head, ensure_ascii=False, indent=1) + "\n")
    try:
        return stream, _continued(stream, file, asked)
    except BaseException:
        stream.close()
        raise


def _new(file: Path, place: Path, head: str) -> BinaryIO:
    """A file that was not there, and beside it with what it is begun; or neither."""
    if file.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    beside = place.open("x", encoding="utf-8")
    try:
        with beside:
            beside.write(head)
        return file.open("xb", buffering=_BLOCK)
    except OSError:
        place.unlink()
        raise


def _continued(stream: BinaryIO, file: Path, asked: Asked) -> Kept:
    """The rows that a file has, which is held by nobody else and set behind them."""
    if not hold(stream.fileno()):
        raise BatchError("BCH062", str(file))
    kept = _kept(file, asked)
    stream.truncate(kept.size)
    stream.seek(kept.size)
    if not kept.size:
        stream.write(header(asked))
    return kept


def _read(place: Path) -> Mapping[str, Any]:
    try:
        head = json.loads(place.read_text("utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        raise BatchError("BCH024", str(place)) from None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise BatchError("BCH024", str(place))
    return head


def _hold(before: Mapping[str, Any], now: Mapping[str, Any], place: str) -> None:
    """Refuse rows that were begun with something else."""
    for key, code in (("engine", "BCH021"), ("rulebook", "BCH022"), ("form", "BCH023")):
        if before.get(key) != now[key]:
            shown = _SHOWN if key == "rulebook" else None
            sides = {"before": str(before.get(key)), "now": str(now[key])}
            raise BatchError(code, place, **{k: v[:shown] for k, v in sides.items()})
    then, here = before.get("sources"), now["sources"]
    if then == here:
        return
    known = {str(one.get("name")): one for one in then or () if isinstance(one, dict)}
    other = next((one["name"] for one in here if known.get(one["name"]) != one), None)
    gone = [name for name in known if name not in {one["name"] for one in here}]
    raise BatchError("BCH020", place, what=other or ", ".join(gone[:1]) or here[0]["name"])


def _kept(file: Path, asked: Asked) -> Kept:
    """What of a file is whole lines.

    Raises:
        BatchError: one of them is not the row that it would be.
    """
    size, bugs, states, titles = 0, 0, Counter[str](), columns(asked)
    with file.open("rb", buffering=_BLOCK) as stream:
        for line in stream:
            if not line.endswith(b"\n"):
                break
            if not asked.csv or size:
                n, state, code = _of_csv(line, titles) if asked.csv else _of_json(line)
                if n != str(states.total() + 1):
                    raise BatchError("BCH025", str(file), n=str(states.total() + 1))
                states[state] += 1
                bugs += code == BUG
            size += len(line)
    return Kept(size, states, bugs)


def _of_json(line: bytes) -> tuple[str, str, str]:
    """Number, state and first code of a row, by its first words: all of it may be long."""
    if (begins := _BEGINS.match(line)) is None:
        return "", "", ""
    if begins["code"]:
        return begins["n"].decode(), REFUSED, begins["code"].decode()
    state = _STATE.search(line, begins.end())
    return begins["n"].decode(), state[1].decode() if state else "", ""


def _of_csv(line: bytes, titles: Sequence[str]) -> tuple[str, str, str]:
    cells = next(csv.reader([line.decode("utf-8", "replace")], delimiter=";"), [])
    if len(cells) < len(titles):
        return "", "", ""
    said = dict(zip(titles, cells, strict=False))
    return said["n"], said["state"], said["diagnostics"].partition(" ")[0]
