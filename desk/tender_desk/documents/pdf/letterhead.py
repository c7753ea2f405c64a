"""An office's letterhead, read from its Word document to be drawn on the pages of a PDF."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tender_desk.documents.fitting import Page
from tender_desk.documents.pdf.kop_blocks import Reader
from tender_desk.documents.pdf.kop_drawings import Drawings
from tender_desk.documents.pdf.kop_styles import Styles
from tender_desk.documents.word.kop import open_kop
from tender_desk.documents.word.pages import LEAST_HEIGHT, sheet_of
from tender_engine.declared import Words

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Letterhead", "letterhead_of"]


@frozen
class Letterhead:
    """A letterhead as a page draws it.

    Attributes:
        drawn: its paper, its heads, feet and body, as `letterhead.typ` takes them.
        pictures: the files that these name.
        page: the room between its margins.
        letters: every sign that it says.
        lost: what it holds and no page can draw, which people have to be told.
    """

    drawn: Mapping[str, Any]
    pictures: Mapping[str, bytes]
    page: Page
    letters: frozenset[str]
    lost: tuple[Words, ...]


@lru_cache(maxsize=1)
def letterhead_of(kop: bytes, readable: Callable[[bytes, str], bool]) -> Letterhead:
    """The letterhead in `kop`; `readable` says of the file of a picture if it can be drawn.

    Raises:
        KopError: it is refused.
    """
    document = open_kop(kop)
    drawings = Drawings(readable)
    reader = Reader(Styles(document), drawings)
    sheet = sheet_of(document)
    drawn = {
        **sheet,
        "heads": dict(_read(document, reader, "header")),
        "feet": dict(_read(document, reader, "footer")),
        "body": _body(document, reader),
        "least": LEAST_HEIGHT,
    }
    room = sheet["wide"] - sheet["left"] - sheet["right"]
    return Letterhead(
        drawn, drawings.pictures, Page(room), frozenset(reader.letters), tuple(drawings.lost)
    )


def _read(document: "Document", reader: Reader, kind: str) -> Iterator[tuple[str, Any]]:
    """The heads or feet: of all pages, of the first, of even ones, where those have their own."""
    section = document.sections[0]
    yield "all", _blocks(getattr(section, kind), reader)
    if section.different_first_page_header_footer:
        yield "first", _blocks(getattr(section, f"first_page_{kind}"), reader)
    if document.settings.odd_and_even_pages_header_footer:
        yield "even", _blocks(getattr(section, f"even_page_{kind}"), reader)


def _blocks(holder: Any, reader: Reader) -> list[dict[str, Any]]:
    return [] if holder.is_linked_to_previous else reader.blocks(holder._element, holder.part)


def _body(document: "Document", reader: Reader) -> list[dict[str, Any]]:
    """What stands before the record; the empty line that every document has says nothing."""
    found = reader.blocks(document.element.body, document.part)
    said = any(block["kind"] == "kisi" or block["runs"] or block["floats"] for block in found)
    return found if said else []
