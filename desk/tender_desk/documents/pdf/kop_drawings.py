"""What is drawn on a letterhead: pictures, straight lines and boxes of text, where each stands."""

import struct
from collections.abc import Callable, Iterator
from typing import Any

from tender_desk.documents.pdf.kop_styles import EMU, W, points
from tender_engine.declared import Words

__all__ = ["LOST_SHAPE", "Drawings", "picture_ending"]

LOST_SHAPE = Words("bentuk yang digambar", "a drawn shape")
_LOST_PICTURE = Words(
    "gambar yang bukan PNG, JPEG, atau GIF, yang terlalu besar, atau yang rusak",
    "a picture that is no PNG, JPEG or GIF, that is too large, or that is damaged",
)
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_A, _PIC = f"{{{_DRAWINGML}/main}}", f"{{{_DRAWINGML}/picture}}"
_WP = f"{{{_DRAWINGML}/wordprocessingDrawing}}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_LINES = ("line", "straightConnector1")
_MOST_BYTES, _MOST_DOTS = 4_000_000, 30_000_000
_JPEG, _PNG, _GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a")
# The sections of a JPEG that tell its size, and those that have no length.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class Drawings:
    """Reads what is drawn; keeps each picture under a name, and what it could not read.

    `readable` says whether a picture can be drawn at all.
    """

    def __init__(self, readable: Callable[[bytes, str], bool]) -> None:
        self.pictures: dict[str, bytes] = {}
        self.lost: dict[Words, None] = {}
        self._names: dict[bytes, str | None] = {}
        self._readable = readable

    def read(
        self, drawing: Any, part: Any, boxed: Callable[[Any], list[Any]]
    ) -> Iterator[dict[str, Any]]:
        """What `drawing` of `part` shows: one thing, or nothing that can be drawn again.

        What stands in a box of text is read by `boxed`.
        """
        holder: Any = next(drawing.iterchildren("*"), None)
        extent: Any = None if holder is None else holder.find(f"{_WP}extent")
        shown = None if extent is None else self._shown(holder, part, boxed)
        if shown is None:
            return
        size = {
            name: points(extent.get(key), EMU) for name, key in (("wide", "cx"), ("high", "cy"))
        }
        yield size | shown | (_place(holder) if holder.tag == f"{_WP}anchor" else {})

    def _shown(self, holder: Any, part: Any, boxed: Callable[[Any], list[Any]]) -> Any:
        pictures, shapes = [*holder.iter(f"{_PIC}pic")], [*holder.iter(f"{_WPS}wsp")]
        if len(pictures) == 1 and not shapes:
            return self._picture(pictures[0], part)
        if len(shapes) == 1 and not pictures:
            shape = shapes[0]
            text = shape.find(f"{_WPS}txbx/{W}txbxContent")
            if text is not None:
                return {"kind": "kotak", "items": boxed(text)}
            geometry = shape.find(f"{_WPS}spPr/{_A}prstGeom")
            if geometry is not None and geometry.get("prst") in _LINES:
                return {"kind": "garis", **_stroke(shape)}
        self.lost[LOST_SHAPE] = None
        return None

    def _picture(self, picture: Any, part: Any) -> Any:
        found = picture.find(f"{_PIC}blipFill/{_A}blip")
        related = None if found is None else part.related_parts.get(found.get(_EMBED, ""))
        name = None if related is None else self._named(related.blob)
        if name is None:
            self.lost[_LOST_PICTURE] = None
            return None
        cut = picture.find(f"{_PIC}blipFill/{_A}srcRect")
        sides = [0 if cut is None else points(cut.get(side), 1000) / 100 for side in "ltrb"]
        if sides[0] + sides[2] >= 1 or sides[1] + sides[3] >= 1:
            sides = [0, 0, 0, 0]
        return {"kind": "gambar", "file": name, "cut": sides}

    def _named(self, data: bytes) -> str | None:
        if data not in self._names:
            ending = picture_ending(data)
            known = ending is not None and self._readable(data, ending)
            self._names[data] = f"{len(self.pictures)}.{ending}" if known else None
            if known:
                self.pictures[f"{len(self.pictures)}.{ending}"] = data
        return self._names[data]


def picture_ending(data: bytes) -> str | None:
    """How the file of a picture would end; nothing if it is none that is drawn, or too large."""
    ending, size = None, (0, 0)
    if data.startswith(_PNG) and len(data) > 24:
        ending, size = "png", struct.unpack(">II", data[16:24])
    elif data.startswith(_GIF) and len(data) > 10:
        ending, size = "gif", struct.unpack("<HH", data[6:10])
    elif data.startswith(_JPEG):
        ending, size = "jpg", _size_of_jpeg(data)
    fits = 0 < size[0] * size[1] <= _MOST_DOTS and len(data) <= _MOST_BYTES
    return ending if fits else None


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """Height and width, from the first section that tells them; nothing if there is none."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return high, wide
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def _stroke(shape: Any) -> dict[str, Any]:
    line = shape.find(f"{_WPS}spPr/{_A}ln")
    colour = None if line is None else line.find(f"{_A}solidFill/{_A}srgbClr")
    said = "" if colour is None else colour.get("val", "")
    whole = len(said) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in said)
    return {
        "weight": 0.75 if line is None else min(points(line.get("w"), EMU, 0.75), 12),
        "colour": said if whole else "000000",
    }


def _place(anchor: Any) -> dict[str, Any]:
    """Where what floats stands: from which edge, how far, or along which side."""
    told: dict[str, Any] = {"floats": True, "behind": anchor.get("behindDoc") in ("1", "true")}
    for axis, name in (("x", "positionH"), ("y", "positionV")):
        place = anchor.find(_WP + name)
        if place is None:
            continue
        told[f"{axis}_from"] = place.get("relativeFrom", "")
        offset, side = place.find(f"{_WP}posOffset"), place.find(f"{_WP}align")
        if offset is not None:
            told[axis] = points((offset.text or "").strip(), EMU)
        elif side is not None:
            told[f"{axis}_side"] = (side.text or "").strip()
    return told
