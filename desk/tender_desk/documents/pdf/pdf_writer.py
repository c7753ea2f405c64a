"""A record as the bytes of a PDF: typst draws it, with the fonts that it brings along itself."""

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import zip_longest
from typing import Any

from tender_desk.documents.blocks import (
    Block,
    Pairs,
    Paragraph,
    Record,
    Signatures,
    SignedOff,
    Subheading,
    Table,
)
from tender_desk.documents.fitting import Fitted, Page, fitted, paired, signing
from tender_desk.documents.holding import FEW_PAIRS, FEW_ROWS, held, is_tall
from tender_desk.documents.readback import UnwritableTextError, texts_of
from tender_desk.documents.word.frame import mark_of, root_shown

__all__ = ["PdfNotInstalledError", "pdf_bytes"]

# A4 between its margins, in points, as `record.typ` sets them.
_PAGE = Page(467.7)
_TEMPLATE, _TRIAL = "record.typ", "glyphs.typ"
_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x0A, 0x2013, 0x2026)))


class PdfNotInstalledError(RuntimeError):
    """The extra that draws PDF is not installed."""


def pdf_bytes(record: Record) -> bytes:
    """`record` as a PDF on A4; the same record gives the same bytes, on every machine.

    Raises:
        PdfNotInstalledError: typst is not installed.
        UnwritableTextError: a text holds a sign that the fonts do not have.
    """
    try:
        import typst
    except ImportError as error:
        raise PdfNotInstalledError(str(error)) from error
    _check(typst, record)
    given = {"record": _json(_data(record))}
    return typst.compile(_part(_TEMPLATE), format="pdf", ignore_system_fonts=True, sys_inputs=given)


def _part(name: str) -> bytes:
    return (resources.files(__package__) / name).read_bytes()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check(typst: Any, record: Record) -> None:
    """Refuse by name what would be drawn as an empty box."""
    texts = [*texts_of(record)]
    strange = sorted({sign for text in texts for sign in text} - _PLAIN)
    if not strange:
        return
    missing = [sign for sign in strange if _is_no_text(sign)] or _without_glyph(typst, strange)
    if missing:
        text = next(text for text in texts if set(text) & set(missing))
        raise UnwritableTextError(text, missing)


def _is_no_text(sign: str) -> bool:
    return sign < " " or "\ud800" <= sign < "\ue000"


def _without_glyph(typst: Any, signs: list[str]) -> list[str]:
    """Those of `signs` that the fonts do not have."""
    found = typst.query(
        _part(_TRIAL),
        "<missing>",
        field="value",
        one=True,
        ignore_system_fonts=True,
        sys_inputs={"signs": _json(signs)},
    )
    return [str(sign) for sign in json.loads(found)]


def _data(record: Record) -> dict[str, Any]:
    subject = (("Nomor", record.number), ("Lampiran", "–"), ("Hal", record.title))
    return {
        "title": record.title,
        "mark": mark_of(record),
        "foot": root_shown(record),
        "issuer": record.issuer,
        "recipient": record.recipient,
        "place": record.place,
        "date": record.date,
        "number": record.number,
        "tender": record.tender,
        "subject": _pairs(Pairs(subject), keep=True),
        "items": [*_items(record)],
    }


def _items(record: Record) -> Iterator[dict[str, Any]]:
    yield from _drawn(record.opening)
    for section in record.parts:
        if section.heading:
            yield {"kind": "judul", "text": section.heading, "fresh": section.fresh}
        yield from _drawn(section.blocks)


def _drawn(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """The blocks; what leads up to a table or to signatures stays with it."""
    for block, following in zip_longest(blocks, blocks[1:]):
        keep = isinstance(following, Table | Pairs | Signatures | SignedOff)
        match block:
            case Paragraph():
                yield {"kind": "paragraf", "text": block.text, "strong": block.strong, "keep": keep}
            case Subheading():
                yield {"kind": "subjudul", "text": block.text}
            case Pairs():
                yield _pairs(block, keep=keep)
            case Table():
                yield from map(_table, fitted(block, _PAGE))
            case SignedOff():
                yield {"kind": "penanda", "above": block.above, "below": block.below}
            case Signatures():
                yield _rows(signing(block.table(), _PAGE)) | {"kind": "tanda_tangan"}


def _pairs(block: Pairs, *, keep: bool) -> dict[str, Any]:
    fit = paired(block, _PAGE)
    return _held(fit, FEW_PAIRS) | {"kind": "daftar", "keep": keep}


def _table(fit: Fitted) -> dict[str, Any]:
    made = _held(fit, FEW_ROWS) | {"kind": "tabel"}
    for row, texts in zip(made["rows"], fit.table.rows, strict=True):
        row["tall"] = is_tall(texts, fit, _PAGE)
    return made


def _held(fit: Fitted, few: int) -> dict[str, Any]:
    """The rows, each with how many, from it on, stand on one page; 0 where an earlier one says."""
    made = _rows(fit)
    first: dict[str, Any] | None = None
    for row, holds in zip(made["rows"], held(fit, _PAGE, few), strict=True):
        row["together"] = 0
        first = first or row
        first["together"] += 1
        if not holds:
            first = None
    return made


def _rows(fit: Fitted) -> dict[str, Any]:
    return {
        "size": fit.size,
        "headers": fit.table.headers,
        "align": [str(side) for side in fit.table.align],
        "widths": [round(width, 2) for width in fit.widths],
        "rows": [{"cells": row} for row in fit.table.rows],
    }
