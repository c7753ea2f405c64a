"""What the sources of a run are, and the packages in them, one after another."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, TypeAlias

from attrs import frozen

from tender_desk.batch.jobs import Job
from tender_desk.batch.lines import Broken, Line, Lines, damaged
from tender_desk.batch.telling import told, unread
from tender_desk.dossiers import tenders_in
from tender_engine.faults import Diagnostic
from tender_engine.formats.reader import Reading, chosen, content

__all__ = ["PackageBytes", "PackageLines", "Source", "holds_many", "jobs_of"]

# What is in it is a package a line, whatever a folder may hold beside.
_LINES = (".jsonl", ".gz")
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OPENED = (b"{", b"[")
_A_ROW = b'{"source":'
# No package is as short as that; where so many lines are, none of a file is one.
_SHORT, _MANY_SHORT = 64, 1_000


@frozen
class PackageLines:
    """A stream of packages, one a line, plain or as .gz, which is shown as `name`."""

    name: str
    stream: BinaryIO


@frozen
class PackageBytes:
    """The bytes of one package, JSON or a workbook, which is shown as `name`."""

    name: str
    data: bytes


Source: TypeAlias = str | Path | PackageLines | PackageBytes


def holds_many(place: Path) -> bool:
    """Whether a file that is named holds a package a line."""
    return place.name.casefold().endswith(_LINES)


def jobs_of(
    sources: Iterable[Source], lang: str, *, since: int = 1, but: Path | None = None
) -> Iterator[Job]:
    """The packages of all sources, or what is wrong in their place, in order.

    Args:
        sources: what to look through: files, folders, streams and bytes.
        lang: in which language faults are told.
        since: the first row that is made; what comes before is counted and not read.
        but: a file that is no source wherever it lies: what is written to.
    """
    finding = _Finding(lang, since, but, keeps=isinstance(sources, Sequence) and _overlap(sources))
    for source in sources:
        before = finding.n
        yield from finding.of(source)
        if finding.n == before:
            name = source.name if isinstance(source, PackageLines | PackageBytes) else str(source)
            yield from finding.job(name, name, (told("BCH005", name, lang),))


def _overlap(sources: Sequence[Source]) -> bool:
    """Whether a source is named twice, or lies in another one."""
    named = (_real(source) for source in sources if isinstance(source, str | Path))
    paths = sorted(path.replace(os.sep, "\0") for path in named)
    return any(
        after == before or after.startswith(before.rstrip("\0") + "\0")
        for before, after in pairwise(paths)
    )


def _real(place: str | Path) -> str:
    """Where a place really is; a name that no file can have is nowhere else."""
    try:
        return os.path.realpath(place)
    except ValueError:
        return str(place)


class _Finding:
    """Goes through sources and numbers what it finds."""

    def __init__(self, lang: str, since: int, but: Path | None, *, keeps: bool) -> None:
        self.n = self._reached = 0
        self._lang, self._since = lang, since
        self._but = None if but is None else _real(but)
        # Where sources overlap, what was found already, and in which row.
        self._known: dict[str, int] | None = {} if keeps else None

    def of(self, source: Source) -> Iterator[Job]:
        """All that one source holds."""
        if isinstance(source, PackageLines):
            yield from self._many(source.name, source.stream, None)
        elif isinstance(source, PackageBytes):
            self._reached += len(source.data)
            yield from self.job(source.name, source.name, data=source.data)
        elif Path(source).is_dir():
            yield from self._folder(Path(source))
        else:
            yield from self._place(Path(source))

    def job(
        self,
        source: str,
        file: str,
        faults: tuple[Diagnostic, ...] = (),
        *,
        data: bytes = b"",
        line: int = 0,
        folder: str | None = None,
    ) -> Iterator[Job]:
        """The next job, unless its row is there already."""
        self.n += 1
        if self.n >= self._since:
            yield Job(self.n, source, file, data, line, folder, faults, self._reached)

    def _folder(self, folder: Path) -> Iterator[Job]:
        errors: list[OSError] = []
        for place in tenders_in(folder, errors.append, many=True):
            yield from self._unread(errors)
            yield from self._place(place)
        yield from self._unread(errors)

    def _unread(self, errors: list[OSError]) -> Iterator[Job]:
        for error in errors:
            name = str(error.filename)
            yield from self.job(name, name, (unread(error, name, self._lang),))
        errors.clear()

    def _place(self, place: Path) -> Iterator[Job]:
        """A file, or the folder of one tender."""
        name = str(place)
        try:
            file = chosen(place)
        except OSError as error:
            yield from self.job(name, name, (unread(error, name, self._lang),))
            return
        if isinstance(file, Reading):
            yield from self.job(name, name, file.diagnose((), self._lang))
        elif self._but is not None and _real(file) == self._but:
            return
        elif first := self._first(file):
            again = told("BCH006", name, self._lang, first=str(first))
            yield from self.job(name, name, (again,))
        elif holds_many(file):
            yield from self._file_of_many(file)
        else:
            yield from self._package(name, file)

    def _first(self, file: Path) -> int:
        """The row that a file has already, or the first of its rows; 0 where there is none."""
        if self._known is None:
            return 0
        real = _real(file)
        first = self._known.get(real, 0)
        self._known.setdefault(real, self.n + 1)
        return first

    def _package(self, name: str, file: Path) -> Iterator[Job]:
        try:
            if self.n + 1 < self._since:
                data, size = b"", file.stat().st_size
            else:
                data = content(file)
                size = len(data)
        except OSError as error:
            yield from self.job(name, str(file), (unread(error, str(file), self._lang),))
            return
        self._reached += size
        yield from self.job(name, str(file), data=data, folder=str(file.parent))

    def _file_of_many(self, file: Path) -> Iterator[Job]:
        name, before = str(file), self.n
        try:
            stream = file.open("rb")
        except OSError as error:
            yield from self.job(name, name, (unread(error, name, self._lang),))
            return
        with stream:
            yield from self._many(name, stream, str(file.parent))
        if self.n == before:
            yield from self.job(name, name, (told("BCH005", name, self._lang),))

    def _many(self, name: str, stream: BinaryIO, folder: str | None) -> Iterator[Job]:
        lines, start = Lines(stream), self._reached
        try:
            if damaged(stream):
                yield from self.job(name, name, (told("BCH061", name, self._lang),))
                return
            for line in _held(lines):
                self._reached = start + lines.reached
                source = f"{name}:{line.number}"
                if isinstance(line, Line):
                    yield from self.job(
                        source, name, data=line.data, line=line.number, folder=folder
                    )
                else:
                    fault = told(line.code, name, self._lang, max(line.number, 1), **line.params)
                    yield from self.job(source, name, (fault,))
        except OSError as error:
            yield from self.job(name, name, (unread(error, name, self._lang),))


def _held(lines: Iterable[Line | Broken]) -> Iterator[Line | Broken]:
    """The lines of a file, or why it holds none; nothing after what ends it."""
    begun, short = False, 0
    for line in lines:
        if isinstance(line, Line):
            short += len(line.data) < _SHORT
            if short > _MANY_SHORT:
                line = Broken(line.number, "BCH018", {"count": str(_MANY_SHORT)})
            elif not begun and (code := _no_lines(line.data)):
                line = Broken(line.number, code)
            begun = True
        yield line
        if isinstance(line, Broken) and line.ends:
            return


def _no_lines(first: bytes) -> str:
    """What is wrong with a file as a whole, by its first line."""
    if first.startswith(_UTF_16):
        return "BCH013"
    first = first.removeprefix(_BOM).strip()
    if first in _OPENED:
        return "BCH011"
    return "BCH012" if first.startswith(_A_ROW) else ""
