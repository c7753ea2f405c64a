"""A record as `record.typ` draws it: its head, and each of its blocks fitted to the page."""

from collections.abc import Iterator, Sequence
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
from tender_desk.documents.holding import FEW_PAIRS, FEW_ROWS, held, is_tall, leads
from tender_desk.documents.word.frame import mark_of, root_shown

__all__ = ["drawn"]


def drawn(record: Record, page: Page) -> dict[str, Any]:
    """Everything that stands on the pages of `record`, in order."""
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
        "subject": _pairs(Pairs(subject), page, keep=True),
        "items": [*_items(record, page)],
    }


def _items(record: Record, page: Page) -> Iterator[dict[str, Any]]:
    yield from _drawn(record.opening, page)
    for section, following in zip_longest(record.parts, record.parts[1:]):
        if section.heading:
            yield {"kind": "judul", "text": section.heading, "fresh": section.fresh}
        followed = following is not None and not following.heading
        yield from _drawn(section.blocks, page, followed=followed)


def _drawn(
    blocks: Sequence[Block], page: Page, *, followed: bool = False
) -> Iterator[dict[str, Any]]:
    """The blocks; what leads up to a table, a list or signatures stays with it.

    Signatures that are `followed` by a line without a heading stay with that: none stands alone.
    """
    for block, following in zip_longest(blocks, blocks[1:]):
        keep = leads(block, following) or isinstance(following, Signatures | SignedOff)
        keep = keep or (followed and following is None)
        match block:
            case Paragraph():
                yield {"kind": "paragraf", "text": block.text, "strong": block.strong, "keep": keep}
            case Subheading():
                yield {"kind": "subjudul", "text": block.text}
            case Pairs():
                yield _pairs(block, page, keep=keep)
            case Table():
                yield from (_table(fit, page) for fit in fitted(block, page))
            case SignedOff():
                yield {"kind": "penanda", "above": block.above, "below": block.below, "keep": keep}
            case Signatures():
                made = _rows(signing(block.table(), page))
                yield made | {"kind": "tanda_tangan", "keep": keep}


def _pairs(block: Pairs, page: Page, *, keep: bool) -> dict[str, Any]:
    fit = paired(block, page)
    return _held(fit, page, FEW_PAIRS) | {"kind": "daftar", "keep": keep}


def _table(fit: Fitted, page: Page) -> dict[str, Any]:
    made = _held(fit, page, FEW_ROWS) | {"kind": "tabel"}
    for row, texts in zip(made["rows"], fit.table.rows, strict=True):
        row["tall"] = is_tall(texts, fit, page)
    return made


def _held(fit: Fitted, page: Page, few: int) -> dict[str, Any]:
    """The rows, each with how many, from it on, stand on one page; 0 where an earlier one says."""
    made = _rows(fit)
    first: dict[str, Any] | None = None
    for row, holds in zip(made["rows"], held(fit, page, few), strict=True):
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
