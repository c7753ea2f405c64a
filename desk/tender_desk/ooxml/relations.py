"""What the parts of a workbook say of each other: who is named is there, and is what it is said.

openpyxl passes over a sheet whose part is not there, takes no strings for none, and looks for
styles by the name of their file alone. A workbook is therefore held together here before that.
"""

import posixpath
from collections.abc import Collection, Iterator
from xml.etree import ElementTree

from attrs import Factory, define, frozen

from tender_desk.ooxml.archive import HostileFileError

__all__ = ["CONTENT_TYPES", "Named", "Relation", "check_relations", "relations_of", "source_of"]

CONTENT_TYPES = "[Content_Types].xml"
_ROOT_MAP = "_rels/.rels"
_MAIN, _STRINGS, _STYLES = "officeDocument", "sharedStrings", "styles"
# The root of each kind of part that a reading rests on; what else is named may be missing, as some
# programs leave out themes, pictures, settings of printers and chains of calculation.
_ROOTS = {
    _MAIN: "workbook",
    "worksheet": "worksheet",
    "chartsheet": "chartsheet",
    "dialogsheet": "dialogsheet",
    _STRINGS: "sst",
    _STYLES: "styleSheet",
    "table": "table",
}
_SHEETS = frozenset({"worksheet", "chartsheet", "dialogsheet"})
_WORKBOOK = ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml")
_STRINGS_TYPE = "spreadsheetml.sharedStrings+xml"
# Where openpyxl looks, whatever is named.
_USUAL_WORKBOOK, _ONLY_STYLES = "xl/workbook.xml", "xl/styles.xml"


@frozen
class Relation:
    """What a part names: by which id, as what kind of part, and its full name in the archive."""

    id: str
    kind: str
    target: str


@define
class Named:
    """All that the parts of one workbook say of each other.

    Attributes:
        types: the type of content by part; of a default for an ending, by `*.` and that ending.
        relations: what each part names; under the empty name, what the whole file does.
        roots: the local name of the root element of each part of XML.
        sheets: the name of each sheet in its order, and the id of its relation.
    """

    types: dict[str, str] = Factory(dict)
    relations: dict[str, list[Relation]] = Factory(dict)
    roots: dict[str, str] = Factory(dict)
    sheets: list[tuple[str, str]] = Factory(list)

    def typed(self, *endings: str) -> set[str]:
        """The parts whose type of content has one of the `endings`, each by its own name."""
        return {
            part
            for part, kind in self.types.items()
            if kind.endswith(endings) and not part.startswith("*.")
        }

    def workbook(self) -> str:
        """The part that openpyxl takes for the workbook."""
        own = self.typed(*_WORKBOOK)
        return next(iter(own)) if own else _USUAL_WORKBOOK

    def is_workbook(self, part: str) -> bool:
        """Whether a part is the workbook itself, which names the sheets."""
        return part == self.workbook()


def source_of(part: str) -> str:
    """The part whose relations stand in `part`, such as `xl/_rels/workbook.xml.rels`."""
    folder, name = posixpath.split(part)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relations_of(part: str, root: ElementTree.Element) -> Iterator[Relation]:
    """The relations inside the file that stand in `part`."""
    folder = posixpath.dirname(posixpath.dirname(part))
    for element in root:
        target = element.get("Target", "")
        if not target or element.get("TargetMode", "Internal") != "Internal":
            continue
        joined = posixpath.normpath(posixpath.join("/", folder, target))
        kind = element.get("Type", "").rpartition("/")[2]
        yield Relation(element.get("Id", ""), kind, joined.lstrip("/"))


def check_relations(named: Named, parts: Collection[str]) -> None:
    """Let pass a workbook whose parts fit each other.

    Raises:
        HostileFileError: a part that a reading rests on is named and not there, is another than it
            is said to be, or is named twice.
    """
    workbook = named.workbook()
    if workbook not in parts:
        raise HostileFileError("XLS019")
    if "" not in named.relations:
        raise HostileFileError("XLS156", part=_ROOT_MAP)
    for relations in named.relations.values():
        if len({relation.id for relation in relations}) < len(relations):
            raise HostileFileError("XLS019")
        for relation in relations:
            _check_relation(relation, named, parts)
    if [main.target for main in named.relations[""] if main.kind == _MAIN] != [workbook]:
        raise HostileFileError("XLS157", part=workbook)
    own = named.relations.get(workbook, [])
    _check_sheets(named.sheets, {relation.id: relation for relation in own})
    strings = {relation.target for relation in own if relation.kind == _STRINGS}
    if (typed := named.typed(_STRINGS_TYPE)) and typed != strings:
        raise HostileFileError("XLS157", part=min(typed))
    styles = {relation.target for relation in own if relation.kind == _STYLES}
    if styles != ({_ONLY_STYLES} if _ONLY_STYLES in parts else set()):
        raise HostileFileError("XLS157", part=_ONLY_STYLES)


def _check_relation(relation: Relation, named: Named, parts: Collection[str]) -> None:
    """Let pass a relation to what is there, and to what no reading rests on."""
    root = _ROOTS.get(relation.kind)
    if root is None:
        return
    if relation.target not in parts:
        raise HostileFileError("XLS156", part=relation.target)
    if named.roots.get(relation.target) != root:
        raise HostileFileError("XLS157", part=relation.target)


def _check_sheets(sheets: list[tuple[str, str]], own: dict[str, Relation]) -> None:
    """Let pass sheets of which each has its own name and its own part."""
    for name, id_ in sheets:
        if id_ not in own or own[id_].kind not in _SHEETS:
            raise HostileFileError("XLS157", part=name)
    targets = {own[id_].target for _, id_ in sheets}
    if len(targets) < len(sheets) or len({name.casefold() for name, _ in sheets}) < len(sheets):
        raise HostileFileError("XLS158")
