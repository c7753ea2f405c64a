"""What draws the pictures of the guide: bytes of a picture, programs that may be missing."""

import shutil
import zlib

import pytest

from docs import remake
from docs.making import pictures, programs, raster

WHITE, RED, NEARLY = b"\xff\xff\xff", b"\xf0\x00\x00", b"\xf1\x01\x00"
MISSING = [
    name for name, (names, _) in programs._NAMES.items() if not any(map(shutil.which, names))
]


def ppm(*rows):
    """A picture of rows of colours."""
    width, pixels = len(rows[0]), b"".join(b"".join(row) for row in rows)
    return b"P6\n%d %d\n255\n" % (width, len(rows)) + pixels


def chunks(data):
    """The chunks of a PNG by kind; their sums are right."""
    at, found = 8, {}
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        told = int.from_bytes(data[at + 8 + length : at + 12 + length], "big")
        assert told == zlib.crc32(kind + body)
        found[kind], at = found.get(kind, b"") + body, at + 12 + length
    return found


def test_a_page_loses_its_margins_but_for_what_is_asked():
    """One red point in the middle of 5 by 5: with a margin of 1 it is the middle of 3 by 3."""
    rows = [[WHITE] * 5 for _ in range(5)]
    rows[2][2] = RED

    assert raster.cropped(ppm(*rows), 0) == (1, 1, RED)
    assert raster.cropped(ppm(*rows), 1) == (3, 3, WHITE * 4 + RED + WHITE * 4)


def test_a_margin_ends_at_the_edge_of_the_page():
    """Nothing is drawn beyond it."""
    assert raster.cropped(ppm([RED, WHITE], [WHITE, WHITE]), 8) == (2, 2, RED + WHITE * 3)


def test_what_is_no_ppm_is_refused():
    with pytest.raises(ValueError, match="not a PPM"):
        raster.cropped(b"P5\n1 1\n255\n\x00", 0)


def test_a_png_has_its_colours_in_a_palette():
    """Steps that no eye parts are one colour; white stays white."""
    found = chunks(raster.png(2, 2, RED + NEARLY + WHITE + RED))

    assert found[b"PLTE"] == b"\xff\x00\x00" + WHITE
    assert zlib.decompress(found[b"IDAT"]) == b"\0\0\0" + b"\0\1\0"
    assert found[b"IHDR"][:8] == b"\0\0\0\2\0\0\0\2"


def test_colours_beyond_the_palette_take_the_nearest():
    """4,096 colours are left in 256, and each point has one of them."""
    steps = [*range(0, 0xF0, 0x10), 0xFF]
    colours = [bytes((r, g, b)) for r in steps for g in steps for b in steps]
    found = chunks(raster.png(64, 64, b"".join(colours)))

    assert len(found[b"PLTE"]) == 3 * 256
    assert len(zlib.decompress(found[b"IDAT"])) == 64 * 65


def test_a_missing_program_is_named_and_no_picture_is_changed(monkeypatch):
    """With the package that brings it, in one line and without a traceback."""
    before = {path: path.read_bytes() for path in pictures.FOLDER.iterdir()}
    monkeypatch.setenv("PATH", "")
    told = remake.main(["pictures"])

    assert "LibreOffice" in told
    assert "apt install libreoffice-calc libreoffice-writer" in told
    assert {path: path.read_bytes() for path in pictures.FOLDER.iterdir()} == before


def test_other_words_are_refused():
    assert remake.main(["gambar"]) == "usage: python docs/remake.py [days | pictures]"


@pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")
def test_a_window_shows_the_part_that_is_asked(tmp_path):
    """The green part is far below: it fills the window from there on, and not from the top."""
    file = tmp_path / "halaman.html"
    white = "<div style='height:2000px;background:#fff'><p id='putih'></p></div>"
    green = (
        "<div style='height:2000px;background:#12a45c;padding-top:99px'><p id='hijau'></p></div>"
    )
    file.write_text(f"<!DOCTYPE html><style>body{{margin:0}}</style>{white}{green}", "utf-8")
    seen = {}
    for part in ("putih", "hijau"):
        to = tmp_path / f"{part}.png"
        programs.screen(file, part, 600, (600, 300), to)
        seen[part] = b"\x12\xa4\x5c" in zlib.decompress(chunks(to.read_bytes())[b"IDAT"])

    assert seen == {"putih": False, "hijau": True}
