"""A record as the bytes of a Word document: written, packed, and read back before it is given."""

import re
from typing import TYPE_CHECKING

from tender_desk.documents.blocks import Record
from tender_desk.documents.readback import UnwritableTextError, texts_of
from tender_desk.documents.word.body import body
from tender_desk.documents.word.docx_readback import read_back
from tender_desk.documents.word.frame import frame
from tender_desk.documents.word.kop import open_kop
from tender_desk.documents.word.pages import page_of
from tender_desk.documents.word.plain import plain_kop
from tender_desk.ooxml.parcel import parcel

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["docx_bytes"]

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What XML cannot hold, and the carriage return, which every reader of XML makes a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def docx_bytes(record: Record, kop: bytes | None = None) -> bytes:
    """`record` as a .docx on the letterhead `kop`, or on plain paper; the same, the same bytes.

    What the letterhead holds in its body stays before the record, its head and foot on each page.

    Raises:
        KopError: the letterhead is refused.
        UnwritableTextError: a text holds a sign that no document can hold.
        ReadBackError: what was written is not what the record says; nothing is given.
    """
    for text in texts_of(record):
        if found := _UNWRITABLE.findall(text):
            raise UnwritableTextError(text, found)
    _name_relationships()
    document = open_kop(plain_kop() if kop is None else kop)
    _drop_blank(document)
    holder = document.element.body
    end = holder.sectPr
    kept = holder.index(end)
    for made in body(record, page_of(document), lettered=kop is not None):
        end.addprevious(made)
    frame(document, record)
    data = parcel(document)
    read_back(data, record, after=kept, lettered=kop is not None)
    return data


def _name_relationships() -> None:
    """Have references named as in any Word document, whatever else this process has imported.

    Names of that kind are kept for the whole process, and reading a workbook gives this one too.
    """
    from lxml import etree

    etree.register_namespace("r", _RELATIONSHIPS)


def _drop_blank(document: "Document") -> None:
    """Take the empty lines out of a body that holds nothing else: every letterhead has one.

    A break between sections may stand in one of them: the page, the head and the foot of the first
    section stay, which are those of all.
    """
    holder = document.element.body
    lines = holder.p_lst
    alone = len(lines) == len(holder) - 1
    if alone and not any(line.text or line.xpath(".//w:drawing | .//w:pict") for line in lines):
        holder.replace(holder.sectPr, document.sections[0]._sectPr)
        for line in lines:
            holder.remove(line)
