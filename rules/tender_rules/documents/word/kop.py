"""An office's letterhead: opened only after it was found to be nothing but a letterhead."""

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from tender.formats.excel.archive import HostileFileError, checked_archive, inflated
from tender_rules.documents.word.pages import LEAST_HEIGHT, LEAST_WIDTH, has_room, is_one_page

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["KopError", "open_kop"]

_LARGEST = 10_000_000
_LARGEST_PART = 4_000_000
# How many tags a part may have, and all together: a letterhead is a page, its styles a long list.
_MOST_TAGS, _MOST_TAGS_IN_A_LIST, _MOST_TAGS_IN_ALL = 20_000, 100_000, 300_000
_LISTS = ("word/styles.xml", "word/styleswitheffects.xml", "word/numbering.xml")
_MAIN = "word/document.xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_XML = (".xml", ".rels")
_PROGRAMS = ("vbaproject.bin", "vbadata.xml", "activex", "embeddings/")
_RUNS = ("macroenabled", "vbaproject", "activex", "oleobject")
_TEMPLATE = "template.main+xml"
_LINK = "/hyperlink"
_LINKS_TO = ("http://", "https://", "mailto:", "tel:")
# What the guard of archives finds, as it is told of a letterhead.
_SAID: Mapping[str, str] = {
    "XLS001": "KOP001",
    "XLS002": "KOP001",
    "XLS003": "KOP002",
    "XLS005": "KOP003",
    "XLS006": "KOP001",
    "XLS007": "KOP007",
    "XLS014": "KOP001",
}


class KopError(ValueError):
    """A letterhead that is not used; `code` and `params` say why, the words are in `kop_texts`."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Mapping[str, str] = {"part": ""} | params
        super().__init__(" ".join((code, *params.values())))


def open_kop(data: bytes) -> "Document":
    """The letterhead in `data` as a document to write on.

    Raises:
        KopError: it is no .docx, one that nobody may be asked to open, or no page to write on.
    """
    import docx

    _check(data)
    try:
        document = docx.Document(io.BytesIO(data))
        document.element.body.get_or_add_sectPr()
        one_page, room = is_one_page(document), has_room(document)
        _ = document.styles.element
    except Exception as error:  # python-docx, lxml and zipfile each have their own
        raise KopError("KOP005") from error
    if not one_page:
        raise KopError("KOP008")
    if not room:
        raise KopError("KOP009", wide=str(LEAST_WIDTH), high=str(LEAST_HEIGHT))
    return document


def _check(data: bytes) -> None:
    if len(data) > _LARGEST:
        raise KopError("KOP007")
    try:
        with checked_archive(data) as archive:
            if _MAIN not in archive.namelist():
                raise KopError("KOP001")
            tags = 0
            for entry in archive.infolist():
                tags += _check_part(archive, entry)
                if tags > _MOST_TAGS_IN_ALL:
                    raise KopError("KOP007")
    except HostileFileError as error:
        code = _SAID.get(error.code, "KOP005")
        raise KopError(code, part=error.params.get("part", "")) from error


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Let pass a part that is in measure; how many tags it has."""
    name = entry.filename
    if any(word in name.casefold() for word in _PROGRAMS):
        raise KopError("KOP003")
    if not name.casefold().endswith(_XML):
        for _ in inflated(archive, entry):
            pass
        return 0
    kept = bytearray()
    for chunk in inflated(archive, entry):
        kept += chunk
        if len(kept) > _LARGEST_PART:
            raise KopError("KOP007", part=name)
    tags = kept.count(b"<")
    if tags > (_MOST_TAGS_IN_A_LIST if name.casefold() in _LISTS else _MOST_TAGS):
        raise KopError("KOP007", part=name)
    _parse(name, bytes(kept))
    return tags


def _parse(name: str, text: bytes) -> None:
    """Let pass a part that is whole XML without entities and refers to nothing outside."""

    def refuse(*_: object) -> None:
        raise KopError("KOP006", part=name)

    def look(_element: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "") + attributes.get("Type", "")
        _refer(name, kind.casefold(), attributes)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    if _refers(name):
        parser.StartElementHandler = look
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise KopError("KOP005", part=name) from error


def _refers(name: str) -> bool:
    """Whether a part names others."""
    return name.endswith(".rels") or name == "[Content_Types].xml"


def _refer(name: str, kind: str, attributes: Mapping[str, str]) -> None:
    if any(word in kind for word in _RUNS):
        raise KopError("KOP003")
    if kind.endswith(_TEMPLATE):
        raise KopError("KOP001")
    if attributes.get("TargetMode", "Internal") == "Internal":
        return
    # A letterhead names its office's address; nothing follows such a link by itself.
    target = attributes.get("Target", "").casefold()
    if not (kind.endswith(_LINK) and target.startswith(_LINKS_TO)):
        raise KopError("KOP004", part=name)
