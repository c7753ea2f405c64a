"""The body of a record in Word: its head, and each of its blocks as elements, in order."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from attrs import evolve

from tender_desk.documents.blocks import (
    Align,
    Block,
    Pairs,
    Paragraph,
    Record,
    Section,
    Signatures,
    SignedOff,
    Subheading,
    Table,
)
from tender_desk.documents.fitting import BODY, Fitted, Page, fitted, paired, signing
from tender_desk.documents.holding import FEW_PAIRS, held, is_tall, leads
from tender_desk.documents.word.paragraphs import Style, cell, paragraph, row, table_of

__all__ = ["LETTER_LABELS", "body"]

LETTER_LABELS = ("Nomor", "Lampiran", "Hal")
_TEXT = Style(after=6)
_TITLE = Style(size=13, side=Align.CENTRE, bold=True, keep=True)
_ISSUER = Style(size=12, side=Align.CENTRE, bold=True, keep=True)
_CENTRED = Style(side=Align.CENTRE, keep=True, after=2)
_HEADING = Style(size=BODY, bold=True, keep=True, before=10, after=4, level=0)
_SUBHEADING = Style(size=10, bold=True, keep=True, before=6, after=3, level=1)
_SIGNING_HEIGHT = 34.0
_BELOW_KOP = 8.0
# So many blocks before signatures stay on their page.
_BEFORE_SIGNING = 2
# Where the block of who signs a letter begins, as a share of the page.
_SIGNED_AT = 0.55


def body(record: Record, page: Page, *, lettered: bool) -> Iterator[Any]:
    """Every element of `record` on `page`.

    On a letterhead (`lettered`) who writes stands there already. Behind a table there has to be a
    line: where that is the last, it is too flat to make a page of its own.
    """
    *made, last = _elements(record, page, lettered=lettered)
    yield from made
    yield last if last.text else paragraph("", Style(flat=True))


def _elements(record: Record, page: Page, *, lettered: bool) -> Iterator[Any]:
    if not lettered:
        yield from _issuer(record)
    # The last line of a letterhead is its rule, which no text may touch.
    before = _BELOW_KOP if lettered else 0
    if record.recipient:
        yield from _letter_head(record, page, before)
    else:
        yield from _title(record, before)
    yield from _blocks(record.opening, page)
    for section, following in zip_longest(record.parts, record.parts[1:]):
        followed = following is not None and not following.heading
        yield from _section(section, page, followed=followed)


def _issuer(record: Record) -> Iterator[Any]:
    for line in record.issuer:
        yield paragraph(line.upper(), _ISSUER)
    if record.issuer:
        yield paragraph("", Style(size=6))


def _title(record: Record, before: float) -> Iterator[Any]:
    yield paragraph(record.title, evolve(_TITLE, level=0, before=before))
    yield paragraph(f"Nomor: {record.number}", _CENTRED)
    yield paragraph(f"Paket: {record.tender}", evolve(_CENTRED, bold=True, after=10))


def _letter_head(record: Record, page: Page, before: float) -> Iterator[Any]:
    """Place and day to the right, then number and subject, then to whom it goes."""
    yield paragraph(
        f"{record.place}, {record.date}", evolve(_TEXT, side=Align.RIGHT, before=before)
    )
    said = (record.number, "–", record.title)
    yield from _pairs(Pairs(tuple(zip(LETTER_LABELS, said, strict=True))), page, keep=True)
    yield paragraph("Kepada Yth.", Style(before=8, keep=True))
    for line in record.recipient:
        yield paragraph(line, Style(keep=True))
    if len(record.recipient) == 1:
        yield paragraph("di tempat", Style(keep=True))
    yield paragraph("", Style(size=6))


def _section(section: Section, page: Page, *, followed: bool) -> Iterator[Any]:
    if section.heading:
        yield paragraph(section.heading, evolve(_HEADING, fresh=section.fresh))
    yield from _blocks(section.blocks, page, followed=followed)


def _blocks(blocks: Sequence[Block], page: Page, *, followed: bool = False) -> Iterator[Any]:
    """The blocks; what leads up to a table or list, and the last before signatures, stays with it.

    What was held together whole would be more than a page of a letter, and then nothing is held. If
    they are `followed` by a line without a heading, signatures and the last block stay with that:
    neither stands alone.
    """
    signed = [isinstance(block, Signatures | SignedOff) for block in blocks]
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        last = followed and (signed[index] or following is None)
        near = signed[index + 1 : index + 1 + _BEFORE_SIGNING]
        yield from _block(block, page, keep=leads(block, following) or any(near) or last)


def _block(block: Block, page: Page, *, keep: bool) -> Iterator[Any]:
    match block:
        case Paragraph():
            yield paragraph(block.text, evolve(_TEXT, bold=block.strong, keep=keep))
        case Subheading():
            yield paragraph(block.text, _SUBHEADING)
        case Pairs():
            yield from _pairs(block, page, keep=keep)
        case Table():
            for fit in fitted(block, page):
                yield _table(fit, page)
                yield paragraph("", Style(size=4))
        case SignedOff():
            yield from _signed_off(block, page, keep=keep)
        case Signatures():
            yield _signatures(block, page, keep=keep)
            yield paragraph("", Style(size=4, keep=keep))


def _pairs(block: Pairs, page: Page, *, keep: bool) -> Iterator[Any]:
    """Labels and what they stand for, in columns without lines."""
    if not block.items:
        return
    fit = paired(block, page)
    kept = (keep or held_on for held_on in held(fit, page, FEW_PAIRS))
    rows = [
        row(_cells(fit, texts, keep=one)) for texts, one in zip(fit.table.rows, kept, strict=True)
    ]
    yield table_of(rows, fit.widths, ruled=False)
    yield paragraph("", Style(size=4, keep=keep))


def _table(fit: Fitted, page: Page) -> Any:
    rows = [_head(fit)]
    for texts, keep in zip(fit.table.rows, held(fit, page), strict=True):
        rows.append(row(_cells(fit, texts, keep=keep), whole=not is_tall(texts, fit, page)))
    return table_of(rows, fit.widths)


def _cells(fit: Fitted, texts: Sequence[str], *, keep: bool, low: bool = False) -> Iterator[Any]:
    """The cells of a row; `keep` holds it on the page of the next row, or of what follows."""
    for text, side, wide in zip(texts, fit.table.align, fit.widths, strict=True):
        yield cell([paragraph(text, Style(size=fit.size, side=side, keep=keep))], wide, low=low)


def _signatures(block: Signatures, page: Page, *, keep: bool) -> Any:
    """Lines high enough to sign on, all of them on one page."""
    fit = signing(block.table(), page)
    rows = [_head(fit)]
    for index, texts in enumerate(fit.table.rows, 1):
        held_on = keep or index < len(fit.table.rows)
        rows.append(row(_cells(fit, texts, keep=held_on, low=True), height=_SIGNING_HEIGHT))
    return table_of(rows, fit.widths)


def _signed_off(block: SignedOff, page: Page, *, keep: bool) -> Iterator[Any]:
    """To the right: what stands above, room to sign on, the name and what stands below it.

    It is one row of a table that is not split: there are programs that do not heed that paragraphs
    are kept together where the first page has a letterhead of its own.
    """
    style = Style(keep=keep, indent=page.room * _SIGNED_AT)
    name, *rest = block.below
    signed = [
        *(paragraph(line, style) for line in block.above),
        paragraph("", evolve(style, before=_SIGNING_HEIGHT)),
        paragraph(name, evolve(style, bold=True)),
        *(paragraph(line, style) for line in rest),
    ]
    yield paragraph("", Style(size=4, keep=True))
    yield table_of([row([cell(signed, page.room)])], [page.room], ruled=False)
    yield paragraph("", Style(size=4, keep=keep))


def _head(fit: Fitted) -> Any:
    """The headers of a table, which stand again on each page."""
    style = Style(size=fit.size, bold=True, side=Align.CENTRE, keep=True)
    heads = zip(fit.table.headers, fit.widths, strict=True)
    return row((cell([paragraph(text, style)], w, shaded=True) for text, w in heads), head=True)
