"""A written document opened again, and every text in it compared with the record."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tender_desk.documents.blocks import Pairs, Record, Section, Signatures, SignedOff, Table
from tender_desk.documents.fitting import Page, fitted
from tender_desk.documents.readback import ReadBackError, block_texts, compare
from tender_desk.documents.word.body import LETTER_LABELS
from tender_desk.documents.word.frame import DRAFT, mark_of, root_shown
from tender_desk.documents.word.pages import page_of

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["read_back"]


def read_back(data: bytes, record: Record, *, after: int, lettered: bool) -> None:
    """Open `data` and compare what follows the first `after` elements of its body with `record`.

    Raises:
        ReadBackError: a name, an amount or any other text is not there as it was to be.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    compare(_wanted(record, page_of(document), lettered=lettered), _found(document, after))
    section = document.sections[0]
    heads = "".join(line.text for line in section.header.paragraphs)
    feet = "".join(line.text for line in section.footer.paragraphs)
    marked = mark_of(record) in heads and (DRAFT in heads) is record.draft
    if root_shown(record) not in feet or not marked:
        raise ReadBackError("the head or the foot of the pages was written wrongly")


def _found(document: "Document", after: int) -> Iterator[str]:
    """The texts of the body in order; empty lines between them say nothing."""
    for element in list(document.element.body)[after:]:
        if element.tag.endswith("}p") and element.text:
            yield element.text
        elif element.tag.endswith("}tbl"):
            yield from _cells(element)


def _cells(table: Any) -> Iterator[str]:
    for row in table.tr_lst:
        for cell in row.tc_lst:
            yield "\n".join(line.text for line in cell.p_lst)


def _wanted(record: Record, page: Page, *, lettered: bool) -> Iterator[str]:
    yield from filter(None, _wanted_lines(record, lettered=lettered))
    sections = (Section("", "", record.opening), *record.parts)
    for section in sections:
        if section.heading:
            yield section.heading
        for block in section.blocks:
            yield from _wanted_block(block, page)


def _wanted_lines(record: Record, *, lettered: bool) -> Iterator[str]:
    """What stands before the first block."""
    if not lettered:
        yield from (line.upper() for line in record.issuer)
    if not record.recipient:
        yield from (record.title, f"Nomor: {record.number}", f"Paket: {record.tender}")
        return
    yield f"{record.place}, {record.date}"
    for label, said in zip(LETTER_LABELS, (record.number, "–", record.title), strict=True):
        yield from (label, ":", said)
    yield from ("Kepada Yth.", *record.recipient)
    if len(record.recipient) == 1:
        yield "di tempat"


def _wanted_block(block: Any, page: Page) -> Iterator[str]:
    if isinstance(block, Pairs):
        for label, said in block.items:
            yield from (label, ":", said)
    elif isinstance(block, Table):
        yield from block_texts(fit.table for fit in fitted(block, page))
    elif isinstance(block, Signatures):
        yield from block_texts((block,))
    elif isinstance(block, SignedOff):  # in one cell, with room to sign on
        yield "\n".join((*block.above, "", *block.below))
    else:
        yield from filter(None, block_texts((block,)))
