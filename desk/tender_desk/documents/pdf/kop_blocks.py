"""What a letterhead says, as `letterhead.typ` draws it: lines of text and grids."""

from collections.abc import Iterator
from typing import Any

from tender_desk.documents.pdf.kop_drawings import LOST_SHAPE, Drawings
from tender_desk.documents.pdf.kop_styles import HALF, TWIPS, Said, Styles, W, edge_of, points
from tender_desk.documents.word.kop_error import KopError
from tender_engine.declared import Words

__all__ = ["Reader"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LOST_SIGN = Words(
    "lambang dari huruf khusus (Symbol, Wingdings)",
    "a sign of a special font (Symbol, Wingdings)",
)
_LOST_OBJECT = Words("objek tertanam", "an embedded object")
# What only holds other runs, blocks or cells.
_HOLDERS = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml")
)
_SIDES = {"center": "tengah", "right": "kanan", "end": "kanan", "both": "kiri"}
# Numbers of pages, which each page has of its own.
_NUMBERS = {"PAGE": "halaman", "NUMPAGES": "jumlah", "SECTIONPAGES": "jumlah"}
# So many blocks a letterhead has at most, each cell's among them; and so deep they stand.
_MOST, _DEEPEST = 400, 6
_SIZE, _PADDING = 10.0, 5.4


class Reader:
    """Reads the parts of a letterhead; `letters` holds every sign that it says."""

    def __init__(self, styles: Styles, drawings: Drawings) -> None:
        self._styles, self._drawings = styles, drawings
        self._left, self._depth = _MOST, 0
        self.letters: set[str] = set()

    def blocks(self, holder: Any, part: Any) -> list[dict[str, Any]]:
        """The blocks of an element that holds paragraphs and tables.

        Raises:
            KopError: there are too many, or one holds what cannot be.
        """
        if self._depth > _DEEPEST:
            raise KopError("KOP007")
        self._depth += 1
        found = [*self._blocks(holder, part)]
        self._depth -= 1
        return found

    def _blocks(self, holder: Any, part: Any) -> Iterator[dict[str, Any]]:
        for element in holder.iterchildren("*"):
            if element.tag == f"{W}p":
                self._count()
                yield self._line(element, part)
            elif element.tag == f"{W}tbl":
                yield self._grid(element, part)
            elif element.tag in _HOLDERS:
                yield from self._blocks(element, part)

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise KopError("KOP007")

    def _line(self, paragraph: Any, part: Any) -> dict[str, Any]:
        said = self._styles.paragraph(paragraph)
        runs = [*self._runs(paragraph, paragraph, part)]
        # A line without a word is as high as its letters would be.
        size = self._letters(paragraph, paragraph)["size"]
        left = said.length("ind", "left") or said.length("ind", "start")
        first = said.length("ind", "firstLine") - said.length("ind", "hanging")
        return {
            "kind": "baris",
            "runs": [run for run in runs if not run.get("floats")],
            "floats": [run for run in runs if run.get("floats")],
            "align": _SIDES.get(said.text("jc"), "kiri"),
            "size": size,
            "before": said.length("spacing", "before"),
            "after": said.length("spacing", "after"),
            "left": left,
            "right": said.length("ind", "right") or said.length("ind", "end"),
            "first": first,
            "over": said.edge("pBdr", "top"),
            "under": said.edge("pBdr", "bottom"),
        }

    def _runs(self, holder: Any, paragraph: Any, part: Any) -> Iterator[dict[str, Any]]:
        field = _Field()
        for element in holder.iterchildren("*"):
            if element.tag == f"{W}r":
                for child in element.iterchildren("*"):
                    if not field.takes(child):
                        yield from self._inline(child, element, paragraph, part)
                    elif number := field.done():
                        yield self._letters(paragraph, element) | {"kind": "nomor", "of": number}
            elif element.tag in _HOLDERS:
                yield from self._runs(element, paragraph, part)

    def _inline(self, child: Any, run: Any, paragraph: Any, part: Any) -> Iterator[dict[str, Any]]:
        """What one element of a run shows."""
        if child.tag == f"{_MC}AlternateContent":
            first = child.find(f"{_MC}Choice")
            for inner in () if first is None else first.iterchildren("*"):
                yield from self._inline(inner, run, paragraph, part)
        elif child.tag == f"{W}drawing":
            yield from self._drawings.read(child, part, lambda text: self.blocks(text, part))
        elif child.tag == f"{W}pict":
            self._drawings.lost[LOST_SHAPE] = None
        elif child.tag == f"{W}object":
            self._drawings.lost[_LOST_OBJECT] = None
        elif child.tag == f"{W}sym":
            self._drawings.lost[_LOST_SIGN] = None
        elif text := _text(child):
            letters = self._letters(paragraph, run)
            text = text.upper() if letters.pop("upper") else text
            self.letters |= set(text)
            yield letters | {"kind": "teks", "text": text}

    def _letters(self, paragraph: Any, run: Any) -> dict[str, Any]:
        said = self._styles.run(paragraph, run)
        return {
            "size": min(max(said.length("sz", "val", HALF) or _SIZE, 1), 96),
            "bold": said.on("b"),
            "italic": said.on("i"),
            "underline": said.on("u"),
            "colour": said.colour(),
            "upper": said.on("caps"),
        }

    def _grid(self, table: Any, part: Any) -> dict[str, Any]:
        said = self._styles.table(table)
        widths = [
            points(c.get(f"{W}w"), TWIPS, 36) for c in table.iterfind(f"{W}tblGrid/{W}gridCol")
        ]
        rows = [*table.iterfind(f"{W}tr")]
        cells = [
            [*self._cells(row, said, (not index, index == len(rows) - 1), part)]
            for index, row in enumerate(rows)
        ]
        _span_rows(cells)
        count = max((sum(cell["span"] for cell in row) for row in cells), default=0)
        widths = [max(wide, 1) for wide in widths][:count]
        widths += [36] * (count - len(widths))
        return {
            "kind": "kisi",
            "widths": widths,
            "left": said.length("tblInd", "w") - _PADDING,
            "align": _SIDES.get(said.text("jc"), "kiri"),
            "cells": [cell for row in cells for cell in row if not cell["goes_on"]],
        }

    def _cells(
        self, row: Any, table: Said, outer: tuple[bool, bool], part: Any
    ) -> Iterator[dict[str, Any]]:
        """The cells of a row, which is the first or the last of its table, or both."""
        column = 0
        for cell in row.iterfind(f"{W}tc"):
            self._count()
            own = cell.find(f"{W}tcPr")
            said = Said([] if own is None else [own])
            span = min(max(round(said.length("gridSpan", "val", 1)), 1), 60)
            merged = None if own is None else own.find(f"{W}vMerge")
            yield {
                "items": self.blocks(cell, part),
                "span": span,
                "down": 1,
                "column": column,
                "goes_on": merged is not None and merged.get(f"{W}val") != "restart",
                "middle": said.text("vAlign"),
                "edges": _edges(own, table, outer),
            }
            column += span


class _Field:
    """A number that Word works out: what stands between its marks is the last it came to."""

    def __init__(self) -> None:
        self._code = self._number = ""
        self._inside = self._over = False

    def takes(self, child: Any) -> bool:
        """Whether `child` is part of a field whose number each page has of its own."""
        if child.tag == f"{W}fldChar":
            kind = child.get(f"{W}fldCharType")
            if kind == "begin":
                self._code, self._inside, self._number = "", True, ""
            elif kind == "separate":
                self._number = self._known()
            elif kind == "end":
                self._number, self._over = self._known(), True
            return True
        if child.tag == f"{W}instrText":
            self._code += child.text or ""
            return True
        return self._inside and bool(self._number) and child.tag == f"{W}t"

    def done(self) -> str:
        """The number of a field that has just ended, if it is one of pages."""
        if not self._over:
            return ""
        number = self._number
        self._code = self._number = ""
        self._inside = self._over = False
        return number

    def _known(self) -> str:
        return _NUMBERS.get((self._code.split() or [""])[0].upper(), "")


def _text(child: Any) -> str:
    match child.tag.removeprefix(W):
        case "t":
            return child.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case _:
            return ""


def _span_rows(rows: list[list[dict[str, Any]]]) -> None:
    """A cell that goes on in the rows below it spans them; nothing goes on from nowhere."""
    above: dict[int, dict[str, Any]] = {}
    for number, row in enumerate(rows):
        for cell in row:
            cell["row"] = number
            holder = above.get(cell["column"], cell)
            same = holder["span"] == cell["span"] and holder["row"] + holder["down"] == number
            if cell["goes_on"] and same:
                holder["down"] += 1
            else:
                cell["goes_on"] = False
                above[cell["column"]] = cell


def _edges(own: Any, table: Said, outer: tuple[bool, bool]) -> dict[str, Any]:
    """The lines above and below a cell and at its sides: its own, or those of its table."""
    borders = None if own is None else own.find(f"{W}tcBorders")
    inner = {
        "top": "top" if outer[0] else "insideH",
        "bottom": "bottom" if outer[1] else "insideH",
        "left": "insideV",
        "right": "insideV",
    }
    told: dict[str, Any] = {}
    for side, of_table in inner.items():
        line = None if borders is None else borders.find(W + side)
        told[side] = table.edge("tblBorders", of_table) if line is None else edge_of(line)
    return told
