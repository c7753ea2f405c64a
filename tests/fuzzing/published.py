"""Tables of what was published: the sample's, damaged in its signs, its cells and its bytes."""

from functools import cache
from pathlib import Path
from random import Random

from tender_desk.batch.published import PublishedError, read_published
from tender_rules import national

__all__ = ["published", "try_published"]

_SAMPLE = Path(__file__).parents[2] / "samples" / "dua-puluh-tender" / "published.csv"
_BYTES = (b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b";", b"\r", b"\n", b"\xc3", b"\xe2\x80\xa8")
_CELLS = ("1.110", "1,5", "-", '"', '"a;b"', "=1+1", "9" * 30, "x" * 5000, "٣", "Rp", "pemenang")
_CODECS = ("cp1252", "utf-16", "utf-8-sig", "utf-32")


@cache
def _text() -> str:
    return _SAMPLE.read_text("utf-8")


def published(draw: Random) -> tuple[str, bytes]:
    """What was done to a table, and its bytes."""
    done, lines = [], _text().splitlines()
    for _ in range(draw.randint(0, 3)):
        at = draw.randrange(len(lines))
        cells = lines[at].split(";")
        column, cell = draw.randrange(len(cells)), draw.choice(_CELLS)
        cells[column] = cell
        lines[at] = ";".join(cells if draw.random() < 0.9 else cells[:column])
        done.append(f"{at + 1}:{column + 1} {cell[:10]}")
    codec = draw.choice((*_CODECS, *["utf-8"] * 8))
    data = draw.choice(("\n", "\r\n", "\r")).join(lines).encode(codec, "replace")
    for _ in range(draw.choice((0, 0, 1, 3))):
        at, some = draw.randrange(len(data)), draw.choice(_BYTES)
        data = data[:at] + some + data[at + draw.randint(0, 2) :]
        done.append(f"{some!r} at {at}")
    return f"{codec} {', '.join(done) or 'nothing'}", data


def try_published(data: bytes) -> str:
    """What came of a table: `read`, or `refused` with each fault at a place in it."""
    try:
        read = read_published(data, "published.csv", national().declarations)
    except PublishedError as error:
        told = error.diagnostics
    else:
        assert all(row.code and row.line > 1 for row in read)
        told = ()
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for one in told:
        assert one.hint, str(one)
        assert 1 <= one.line <= lines, str(one)
        assert one.column >= 1, str(one)
    return "refused" if told else "read"
