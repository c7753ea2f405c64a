"""What stands on every page of a record: that it is secret or a draft, its root, and which page."""

import datetime as dt
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tender_desk.documents.blocks import Align, Record
from tender_desk.documents.word.pages import A4, page_of
from tender_desk.documents.word.paragraphs import Style, element, paragraph, twips
from tender_engine.trail import FOOT_DIGITS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header

__all__ = ["DRAFT", "frame", "mark_of", "root_shown"]

DRAFT, _SECRET = "KONSEP – belum berlaku", "RAHASIA"
_A_DAY = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the library takes a naive one
_FOOT = Style(size=8, grey=True, before=4)
_MARK = Style(size=9, bold=True, side=Align.RIGHT, after=4)


def root_shown(record: Record) -> str:
    """The first digits of the root as the foot of each page prints them; nothing without one."""
    if not record.root:
        return ""
    return f"Jejak {record.root.rpartition(':')[2][:FOOT_DIGITS]}"


def mark_of(record: Record) -> str:
    """What stands at the head of each page: that it is secret, that it is a draft; or nothing."""
    return " · ".join(([_SECRET] if record.secret else []) + ([DRAFT] if record.draft else []))


def frame(document: "Document", record: Record) -> None:
    """Mark every page of `document`, and take whoever made the letterhead out of its properties."""
    room = page_of(document).room
    for section in document.sections:
        if section.page_width is None or section.page_height is None:
            _give_paper(section)
    # Later sections take over the heads and feet of the first.
    for header, footer in _of(document, document.sections[0]):
        if mark := mark_of(record):
            _first(header, paragraph(mark, _MARK))
        _last(footer, _foot(record, room))
    _properties(document, record)


def _give_paper(section: "Section") -> None:
    from docx.shared import Pt

    section.page_width, section.page_height = Pt(A4[0]), Pt(A4[1])


def _of(document: "Document", section: "Section") -> Iterator[tuple["_Header", "_Footer"]]:
    """The heads and feet that pages of this section can have."""
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _own(part: Any) -> Any:
    """The part's element, made where there is none yet, without the empty line of a new one."""
    if part.is_linked_to_previous:
        part.is_linked_to_previous = False
        for line in list(part.paragraphs):
            line._p.getparent().remove(line._p)
    return part._element


def _first(part: Any, made: Any) -> None:
    _own(part).insert(0, made)


def _last(part: Any, made: Any) -> None:
    _own(part).append(made)


def _foot(record: Record, room: float) -> Any:
    """The root to the left, "Halaman x dari y" to the right."""
    # Without a root a blank: what follows takes the letters of the run that stands there.
    made = paragraph(root_shown(record) or " ", _FOOT)
    stop = element("tab", val="right", pos=twips(room))
    made.pPr.insert_element_before(element("tabs", stop), "w:spacing", "w:ind", "w:jc")
    style = made.r_lst[0].rPr
    for text, field in (("\tHalaman ", ""), ("", "PAGE"), (" dari ", ""), ("", "NUMPAGES")):
        made.extend(_field(field, style) if field else [_run(text, style)])
    return made


def _run(text: str, style: Any) -> Any:
    made = element("r", deepcopy(style))
    made.text = text
    return made


def _field(code: str, style: Any) -> list[Any]:
    """A number that Word works out: begin, what, so far, end."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    parts = (
        element("fldChar", fldCharType="begin"),
        instruction,
        element("fldChar", fldCharType="separate"),
        element("t"),
        element("fldChar", fldCharType="end"),
    )
    parts[3].text = "1"
    return [element("r", deepcopy(style), part) for part in parts]


def _properties(document: "Document", record: Record) -> None:
    """Title and language; no author, and no day that a clock gave."""
    said = document.core_properties
    said.title, said.subject = record.title[:255], record.tender[:255]
    said.author = said.last_modified_by = said.comments = said.keywords = ""
    said.language, said.revision = "id-ID", 1
    # When it was made and changed is no matter of the content either: `parcel` fixes both.
    said.last_printed = _A_DAY
