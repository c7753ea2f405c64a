"""What the XML of a letterhead says: each part begins as its kind does, and sizes are sizes."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree

from tender_desk.documents.word.kop_error import KopError
from tender_desk.documents.word.kop_package import MAIN, Relation

__all__ = ["check_content", "check_encoding", "parsed"]

_SCHEMAS = "http://schemas.openxmlformats.org"
_W = f"{{{_SCHEMAS}/wordprocessingml/2006/main}}"
_STRICT = "{http://purl.oclc.org/ooxml/"
_R = f"{{{_SCHEMAS}/officeDocument/2006/relationships}}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# How a part of a type begins.
_ROOTS: Mapping[str, str] = {
    MAIN: f"{_W}document",
    f"{_WORD}styles+xml": f"{_W}styles",
    f"{_WORD}settings+xml": f"{_W}settings",
    f"{_WORD}numbering+xml": f"{_W}numbering",
    f"{_WORD}comments+xml": f"{_W}comments",
    f"{_WORD}header+xml": f"{_W}hdr",
    f"{_WORD}footer+xml": f"{_W}ftr",
    "application/vnd.openxmlformats-package.core-properties+xml": (
        f"{{{_SCHEMAS}/package/2006/metadata/core-properties}}coreProperties"
    ),
}
_ENCODED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]*)[\"']")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
# Lengths as Word writes them: twentieths of a point, or a number with its unit; at most 22 inches.
_LENGTH = re.compile(r"[0-9]{1,5}|[0-9]{1,3}(\.[0-9]{1,6})?(mm|cm|in|pt|pc|pi)").fullmatch
_SIGNED = re.compile(r"-?[0-9]{1,5}|-?[0-9]{1,3}(\.[0-9]{1,6})?(mm|cm|in|pt|pc|pi)").fullmatch
_COLUMNS = re.compile(r"[1-9]|[1-3][0-9]|4[0-5]").fullmatch
_SWITCH = re.compile(r"0|1|true|false|on|off").fullmatch
_BREAK = re.compile(r"page|column|textWrapping").fullmatch
_PAGE = re.compile(r"default|first|even").fullmatch
_SIDES = ("left", "right", "gutter", "header", "footer")
# The attributes on which the page and its text depend, by the element that has them.
_VALUES: Mapping[str, Mapping[str, Callable[[str], Any]]] = {
    f"{_W}pgSz": {"w": _LENGTH, "h": _LENGTH},
    f"{_W}pgMar": {"top": _SIGNED, "bottom": _SIGNED, **dict.fromkeys(_SIDES, _LENGTH)},
    f"{_W}cols": {"num": _COLUMNS, "space": _LENGTH},
    f"{_W}titlePg": {"val": _SWITCH},
    f"{_W}evenAndOddHeaders": {"val": _SWITCH},
    f"{_W}br": {"type": _BREAK},
    f"{_W}headerReference": {"type": _PAGE},
    f"{_W}footerReference": {"type": _PAGE},
}
_REFERENCES = {f"{_W}headerReference": "/header", f"{_W}footerReference": "/footer"}


def check_encoding(name: str, text: bytes) -> None:
    """Let pass a part in an encoding that every reader of XML knows, and takes for the same.

    Raises:
        KopError: it says that it is in another.
    """
    said = _ENCODED.match(text.removeprefix(b"\xef\xbb\xbf"))
    if said and said[1].lower() not in _ENCODINGS:
        raise KopError("KOP012", part=name)


def parsed(name: str, text: bytes) -> Any:
    """The root of a part of XML.

    Raises:
        KopError: it is no whole XML, or is in another encoding than its first bytes tell.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise KopError("KOP005", part=name) from error
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    if encoding.startswith("utf-16") is not text.startswith(_UTF_16):
        raise KopError("KOP012", part=name)
    return root


def check_content(name: str, kind: str, root: Any, relations: Sequence[Relation]) -> None:
    """Let pass a part that says what a part of its type says.

    Args:
        name: of the part.
        kind: its type.
        root: its XML.
        relations: what it names.

    Raises:
        KopError: it begins otherwise, a size is none, or it refers to what it does not name.
    """
    wanted = _ROOTS.get(kind)
    if root.tag != wanted and wanted is not None:
        if str(root.tag).startswith(_STRICT):
            raise KopError("KOP016")
        told, named = etree.QName(root), wanted.rpartition("}")[2]
        found = told.localname if told.localname != named else f"{named} ({told.namespace or '–'})"
        raise KopError("KOP013", part=name, found=found[:80], wanted=named)
    if kind == MAIN:
        _check_body(name, root)
    kinds = {relation.id: relation.kind for relation in relations}
    for element in root.iter(tag=etree.Element):
        _check_values(name, element)
        _check_references(name, element, kinds)


def _check_body(name: str, root: Any) -> None:
    """One body, in which what a section is stands last."""
    bodies = root.findall(f"{_W}body")
    if len(bodies) != 1:
        raise KopError("KOP017", part=name)
    ends = bodies[0].findall(f"{_W}sectPr")
    if len(ends) > 1 or (ends and bodies[0][-1] is not ends[0]):
        raise KopError("KOP017", part=name)


def _check_values(name: str, element: Any) -> None:
    for key, fits in _VALUES.get(element.tag, {}).items():
        value = element.get(_W + key)
        if value is not None and not fits(value):
            told = f"{etree.QName(element).localname} {key}={value[:20]!r}"
            raise KopError("KOP015", part=name, found=told)


def _check_references(name: str, element: Any, kinds: Mapping[str, str]) -> None:
    for key, value in element.attrib.items():
        if key.startswith(_R) and value and value not in kinds:
            raise KopError("KOP014", part=name)
    wanted = _REFERENCES.get(element.tag)
    if wanted and not kinds.get(element.get(f"{_R}id", ""), "").endswith(wanted):
        raise KopError("KOP014", part=name)
