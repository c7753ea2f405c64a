"""The lines of a file that holds a package a line, plain or as .gz, whatever is in it."""

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from attrs import field, frozen

from tender_engine.formats.reader import LARGEST

__all__ = ["Broken", "Line", "Lines", "damaged"]

_GZIP = b"\x1f\x8b"
_DAMAGED = (zlib.error, EOFError, gzip.BadGzipFile)
_BLOCK = 1 << 20
# So much of a line that is too long is read on to find its end.
_SOUGHT = 1 << 30
# Packages shrink to a tenth, and those that are like one another to a ninetieth at most.
_GROWN, _TIMES = 1 << 26, 100


@frozen
class Line:
    """A line that is not blank, by its number from 1."""

    number: int
    data: bytes


@frozen
class Broken:
    """What of a file is no line; where it `ends`, nothing after it is read."""

    number: int
    code: str
    params: Mapping[str, str] = field(factory=dict)
    ends: bool = True


def damaged(stream: BinaryIO) -> bool:
    """Whether a .gz is other than its check sums say, seen before a line of it is used.

    A changed bit may change a figure and nothing else, and the sum stands at the end. What cannot
    be read twice, as a pipe, is not looked through; nor is what grows out of all proportion, which
    whoever reads its lines finds.
    """
    if not stream.seekable():
        return False
    start = stream.tell()
    try:
        if stream.read(len(_GZIP)) != _GZIP:
            return False
        stream.seek(start)
        text, given = gzip.GzipFile(fileobj=stream), 0
        while block := text.read(_BLOCK):
            given += len(block)
            if _out_of_proportion(given, stream.tell() - start):
                break
    except _DAMAGED:
        return True
    finally:
        stream.seek(start)
    return False


def _out_of_proportion(given: int, read: int) -> bool:
    return given > max(_GROWN, _TIMES * read)


class Lines:
    """The lines of a stream. An `OSError` of its medium is the caller's to tell.

    Args:
        stream: where they come from; it need not be able to seek.
        longest: how many bytes a line may have.
        sought: how many bytes the end of a longer one is looked for.
    """

    def __init__(self, stream: BinaryIO, *, longest: int = LARGEST, sought: int = _SOUGHT) -> None:
        self._read = _Counting(stream)
        self._longest, self._sought = longest, sought
        self._number = self._given = 0
        self._zipped = False

    @property
    def reached(self) -> int:
        """How many bytes of the stream were read; of a .gz those of its file."""
        return self._read.count

    def __iter__(self) -> Iterator[Line | Broken]:
        plain = io.BufferedReader(self._read, _BLOCK)
        try:
            self._zipped = plain.peek(len(_GZIP))[: len(_GZIP)] == _GZIP
            text = (
                io.BufferedReader(gzip.GzipFile(fileobj=plain), _BLOCK) if self._zipped else plain
            )
            yield from self._lines(text)
        except _DAMAGED:
            yield Broken(self._number, "BCH007", {"last": str(self._number)})

    def _lines(self, text: BinaryIO) -> Iterator[Line | Broken]:
        while data := text.readline(self._longest + 1):
            self._number += 1
            self._given += len(data)
            if len(data) > self._longest and not data.endswith(b"\n"):
                yield (broken := self._over_long(text))
                if broken.ends:
                    return
            elif self._has_grown():
                yield self._bomb()
                return
            elif stripped := data.strip():
                yield Line(self._number, stripped)

    def _over_long(self, text: BinaryIO) -> Broken:
        limit, sought = {"limit": str(self._longest >> 20)}, 0
        while rest := text.readline(_BLOCK):
            sought += len(rest)
            self._given += len(rest)
            if rest.endswith(b"\n"):
                break
            if self._has_grown():
                return self._bomb()
            if sought > self._sought:
                return Broken(self._number, "BCH009", limit)
        return Broken(self._number, "BCH008", limit, ends=False)

    def _has_grown(self) -> bool:
        """Whether what came out of a .gz is out of all proportion to what went in."""
        return self._zipped and _out_of_proportion(self._given, self.reached)

    def _bomb(self) -> Broken:
        return Broken(self._number, "BCH010", {"times": str(_TIMES)})


class _Counting(io.RawIOBase):
    """A stream that counts what is read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read so much of the stream as it has at hand."""
        read = getattr(self._stream, "read1", self._stream.read)
        data = read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)
