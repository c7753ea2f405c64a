"""Pictures as bytes: a printed page without its white margins, as a PNG of few colours."""

import struct
import zlib

__all__ = ["cropped", "png"]

_MAGIC = b"P6"
_WHITE = 0xFF
# The steps of a colour that are kept: enough for text and flat colours, at a quarter of the size.
_KEPT = 0xF0


def cropped(ppm: bytes, margin: int) -> tuple[int, int, bytes]:
    """Width, height and pixels (three bytes each) of `ppm` without all but `margin` of its white.

    Args:
        ppm: a binary PPM (P6) with 255 steps a colour, as `pdftoppm` writes it.
        margin: pixels of white that stay on each side.
    """
    magic, size, steps, pixels = ppm.split(b"\n", 3)
    if magic != _MAGIC or steps != b"255":
        raise ValueError("not a PPM with 255 steps a colour")
    width, height = map(int, size.split())
    row = 3 * width
    rows = [pixels[row * y : row * (y + 1)] for y in range(height)]
    drawn = [y for y, line in enumerate(rows) if line.strip(b"\xff")]
    left = min(row - len(rows[y].lstrip(b"\xff")) for y in drawn) // 3
    right = -(-max(len(rows[y].rstrip(b"\xff")) for y in drawn) // 3)
    first, last = max(0, drawn[0] - margin), min(height, drawn[-1] + 1 + margin)
    left, right = max(0, left - margin), min(width, right + margin)
    kept = b"".join(line[3 * left : 3 * right] for line in rows[first:last])
    return right - left, last - first, kept


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A PNG with a palette of the 256 colours that are most frequent; others take the nearest."""
    coarse = bytes(_WHITE if value >= _KEPT else value & _KEPT for value in range(256))
    flat = pixels.translate(coarse)
    colours = [flat[at : at + 3] for at in range(0, len(flat), 3)]
    counted: dict[bytes, int] = {}
    for colour in colours:
        counted[colour] = counted.get(colour, 0) + 1
    palette = sorted(counted, key=lambda colour: (-counted[colour], colour))[:256]
    number = {colour: place for place, colour in enumerate(palette)}
    for colour in counted.keys() - number.keys():
        number[colour] = number[min(palette, key=lambda known: _apart(known, colour))]
    indexes = bytes(number[colour] for colour in colours)
    lines = b"".join(b"\0" + indexes[width * y : width * (y + 1)] for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(palette)),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _apart(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checked
