"""Lines of a stream in bounded memory, and answers written to one whole."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any, BinaryIO

from tender_engine.formats.json_bytes import json_bytes
from tender_engine.formats.reader import LARGEST

__all__ = ["LONGEST", "answer_line", "lines_of", "written"]

# A line holds two packages at most, and what is asked of them.
LONGEST = 2 * LARGEST + 1024 * 1024
_PIECE = 1024 * 1024
# DEL, and what is no ASCII: only a text of JSON has such.
_DEL = b"\x7f"
_ESCAPED = re.compile(r"[^\x00-\x7e]+")


def lines_of(stream: BinaryIO, longest: int = LONGEST) -> Iterator[bytes | None]:
    """Each line without its end; `None` for one of more than `longest` bytes.

    Of such a line no more is kept: the rest of it is read away, piece by piece.
    """
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while (rest := stream.readline(_PIECE)) and not rest.endswith(b"\n"):
            pass
        yield None


def answer_line(answer: Mapping[str, Any]) -> bytes:
    """An answer as one line of ASCII: no sign in it ends a line for any reader of lines."""
    line = json_bytes(answer)
    if _DEL in line or not line.isascii():
        line = _ESCAPED.sub(_escaped, line.decode()).encode("ascii")
    return line + b"\n"


def _escaped(signs: re.Match[str]) -> str:
    return json.dumps(signs[0])[1:-1]


def written(line: bytes, out: IO[bytes]) -> None:
    """Write a line whole, and now.

    Raises:
        BrokenPipeError: nobody reads any more.
    """
    rest = memoryview(line)
    while rest:
        rest = rest[out.write(rest) :]
    out.flush()
