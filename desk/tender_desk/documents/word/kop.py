"""An office's letterhead: opened only after it was found to be nothing but a letterhead."""

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from tender_desk.documents.word.kop_content import check_content, check_encoding, parsed
from tender_desk.documents.word.kop_error import KopError
from tender_desk.documents.word.kop_package import typed_parts
from tender_desk.documents.word.pages import LEAST_HEIGHT, LEAST_WIDTH, has_room, is_one_page
from tender_desk.ooxml.archive import HostileFileError, checked_archive, inflated

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["LARGEST", "KopError", "open_kop"]

LARGEST = 10_000_000
_LARGEST_PART = 4_000_000
# How many tags a part may have, and all together: a letterhead is a page, its styles a long list.
_MOST_TAGS, _MOST_TAGS_IN_A_LIST, _MOST_TAGS_IN_ALL = 20_000, 100_000, 300_000
_LISTS = ("word/styles.xml", "word/styleswitheffects.xml", "word/numbering.xml")
_MAIN = "word/document.xml"
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
    "XLS240": "KOP001",
    "XLS241": "KOP001",
    "XLS248": "KOP001",
    "XLS249": "KOP001",
}


def open_kop(data: bytes) -> "Document":
    """The letterhead in `data` as a document to write on.

    Raises:
        KopError: it is no .docx, one that nobody may be asked to open, or no page to write on.
    """
    import docx

    _check(data)
    document = docx.Document(io.BytesIO(data))
    document.element.body.get_or_add_sectPr()
    one_page, room = is_one_page(document), has_room(document)
    if not one_page:
        raise KopError("KOP008")
    if not room:
        raise KopError("KOP009", wide=str(LEAST_WIDTH), high=str(LEAST_HEIGHT))
    return document


def _check(data: bytes) -> None:
    if len(data) > LARGEST:
        raise KopError("KOP007")
    try:
        with checked_archive(data) as archive:
            parts = _parts(archive)
    except HostileFileError as error:
        code = _SAID.get(error.code, "KOP005")
        raise KopError(code, part=error.params.get("part", "")) from error
    roots = {name: parsed(name, text) if _is_xml(name) else None for name, text in parts.items()}
    kinds, related = typed_parts(roots)
    for name, kind in kinds.items():
        if _is_xml(name) is not kind.endswith("xml"):
            raise KopError("KOP011", part=name)
        if roots[name] is not None:
            check_content(name, kind, roots[name], related[name])


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Everything in the archive by its name, each in measure; what is no XML without its content.

    Raises:
        KopError: a part is too large, refers to something outside, or can run a program.
        HostileFileError: the archive is not what it says.
    """
    if _MAIN not in archive.namelist():
        raise KopError("KOP001")
    parts, tags = {}, 0
    for entry in archive.infolist():
        parts[entry.filename] = _part(archive, entry)
        tags += parts[entry.filename].count(b"<")
        if tags > _MOST_TAGS_IN_ALL:
            raise KopError("KOP007")
    return parts


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    name = entry.filename
    if any(word in name.casefold() for word in _PROGRAMS):
        raise KopError("KOP003")
    if not _is_xml(name):
        for _ in inflated(archive, entry):
            pass
        return b""
    kept = bytearray()
    for chunk in inflated(archive, entry):
        kept += chunk
        if len(kept) > _LARGEST_PART:
            raise KopError("KOP007", part=name)
    most = _MOST_TAGS_IN_A_LIST if name.casefold() in _LISTS else _MOST_TAGS
    if kept.count(b"<") > most:
        raise KopError("KOP007", part=name)
    _parse(name, bytes(kept))
    return bytes(kept)


def _is_xml(name: str) -> bool:
    return name.casefold().endswith(_XML)


def _parse(name: str, text: bytes) -> None:
    """Let pass a part that is whole XML without entities and refers to nothing outside."""

    def refuse(*_: object) -> None:
        raise KopError("KOP006", part=name)

    def look(_element: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "") + attributes.get("Type", "")
        _refer(name, kind.casefold(), attributes)

    check_encoding(name, text)
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
