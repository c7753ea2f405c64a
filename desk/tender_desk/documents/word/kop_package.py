"""The parts of a letterhead and how they name each other: what is opened later is there, and is it.

A part is a file of the archive. Each has a type, told in one list; relations, told beside a part,
name the parts that belong to it. Whoever opens a document trusts both.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen
from lxml import etree

from tender_desk.documents.word.kop_error import KopError

__all__ = ["MAIN", "Relation", "typed_parts"]

_TYPES, _PACKAGE = "[Content_Types].xml", "_rels/.rels"
_SCHEMAS = "http://schemas.openxmlformats.org"
_TYPES_NS = f"{{{_SCHEMAS}/package/2006/content-types}}"
_RELATIONS_NS = f"{{{_SCHEMAS}/package/2006/relationships}}"
_RELATED = f"{_SCHEMAS}/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"
_CORE = f"{_SCHEMAS}/package/2006/relationships/metadata/core-properties"
_IMAGE = f"{_RELATED}/image"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
MAIN = f"{_WORD}document.main+xml"
# What a relation of a kind leads to. Of the first ones a part has one at most.
_ONCE: Mapping[str, str] = {
    f"{_RELATED}/officeDocument": MAIN,
    f"{_RELATED}/styles": f"{_WORD}styles+xml",
    f"{_RELATED}/settings": f"{_WORD}settings+xml",
    f"{_RELATED}/numbering": f"{_WORD}numbering+xml",
    f"{_RELATED}/comments": f"{_WORD}comments+xml",
    _CORE: _CORE_TYPE,
}
_LEADS_TO: Mapping[str, str] = {
    **_ONCE,
    f"{_RELATED}/header": f"{_WORD}header+xml",
    f"{_RELATED}/footer": f"{_WORD}footer+xml",
}
_MOST_PARTS = 300


@frozen
class Relation:
    """That a part names another, or something outside, which has no `part`."""

    id: str
    kind: str
    part: str | None


def typed_parts(parts: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, list[Relation]]]:
    """The type of every part that the document reaches, and the relations of each.

    The relations of the whole stand under the empty name.

    Args:
        parts: the names of everything in the archive; of what is XML, its root.

    Raises:
        KopError: a part is named and not there, or is not of its kind; a relation is not one.
    """
    types = _Types(parts[_TYPES])
    found: dict[str, str] = {}
    related: dict[str, list[Relation]] = {"": []}
    open_ones = [""]
    while open_ones:
        owner = open_ones.pop()
        related[owner] = list(relations_of(owner, parts))
        for relation in related[owner]:
            name = relation.part
            if name is None:
                continue
            kind = types.of(name)
            _check_kind(relation, name, kind)
            if name not in found:
                found[name] = kind
                open_ones.append(name)
        if len(found) > _MOST_PARTS:
            raise KopError("KOP007")
    if MAIN not in {found[one.part] for one in related[""] if one.part is not None}:
        raise KopError("KOP001")
    return found, related


def _check_kind(relation: Relation, name: str, kind: str) -> None:
    wanted = _LEADS_TO.get(relation.kind)
    fits = kind == wanted if wanted else kind not in _LEADS_TO.values()
    if relation.kind == _IMAGE:
        fits = kind.startswith("image/")
    if not fits:
        raise KopError("KOP011", part=name)


def relations_of(owner: str, parts: Mapping[str, Any]) -> Iterator[Relation]:
    """The relations of a part, or of the whole where `owner` is empty.

    Raises:
        KopError: one is not whole, stands twice, or names what is not there.
    """
    folder, name = posixpath.split(owner)
    place = posixpath.join(folder, "_rels", f"{name}.rels") if owner else _PACKAGE
    if place not in parts:
        if not owner:
            raise KopError("KOP010", part=place)
        return
    seen: set[str] = set()
    for element in _children(place, parts[place], _RELATIONS_NS, "Relationships", "Relationship"):
        relation = _relation(element, place, folder, parts)
        once = {relation.id, *({relation.kind} & _ONCE.keys())}
        if once & seen:
            raise KopError("KOP014", part=place)
        seen |= once
        yield relation


def _relation(element: Any, place: str, folder: str, parts: Mapping[str, Any]) -> Relation:
    told = [element.get(key) for key in ("Id", "Type", "Target")]
    if not all(told) or element.get("TargetMode", "Internal") not in ("Internal", "External"):
        raise KopError("KOP014", part=place)
    name, kind, target = told
    if kind.startswith(_STRICT):
        raise KopError("KOP016")
    if element.get("TargetMode") == "External":
        return Relation(name, kind, None)
    part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    if part not in parts or part == _TYPES or part.endswith(".rels"):
        raise KopError("KOP010", part=_shown(target))
    return Relation(name, kind, part)


class _Types:
    """The types that the parts of an archive are said to have."""

    def __init__(self, root: Any) -> None:
        self._of_parts: dict[str, str] = {}
        self._of_endings: dict[str, str] = {}
        keys = {"Override": "PartName", "Default": "Extension"}
        tables = {"Override": self._of_parts, "Default": self._of_endings}
        for element in _children(_TYPES, root, _TYPES_NS, "Types", *tables):
            which = etree.QName(element).localname
            named, kind = element.get(keys[which]), element.get("ContentType")
            if not named or not kind:
                raise KopError("KOP011", part=_TYPES)
            tables[which][named.lower()] = kind

    def of(self, name: str) -> str:
        """The type of a part.

        Raises:
            KopError: nothing says it.
        """
        ending = posixpath.splitext(name)[1].removeprefix(".").lower()
        kind = self._of_parts.get(f"/{name}".lower()) or self._of_endings.get(ending)
        if not kind:
            raise KopError("KOP011", part=name)
        return kind


def _children(place: str, top: Any, space: str, root: str, *names: str) -> Iterator[Any]:
    """The elements of a list of these `names`, which are all that it holds.

    Raises:
        KopError: it is another list, or holds something else.
    """
    if top.tag != space + root:
        raise KopError("KOP013", part=place, found=_shown(str(top.tag)), wanted=root)
    for element in top.iterchildren(tag=etree.Element):
        if element.tag not in {space + name for name in names}:
            raise KopError("KOP014", part=place)
        yield element


def _shown(text: str) -> str:
    """What a letterhead says, fit to be printed."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)[:80]
