"""The parts of a workbook's file: its sheets by title, and new ones in their place among them."""

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from tender_desk.ooxml.parcel import packed
from tender_engine.faults import Fault, PackageRefusedError, Spot

__all__ = ["MAIN", "Container", "parsed", "refusal", "serialised"]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_SIGNATURES = "_xmlsignatures/"
# The elements of a workbook after which its defined names and its way of computing stand.
_REPEATED = "_xlnm.Print_Titles"
_BEFORE_NAMES = ("externalReferences", "functionGroups", "sheets")


def refusal(code: str, **params: str) -> PackageRefusedError:
    """The error of a workbook to which nothing can be added."""
    return PackageRefusedError([Fault(code, (), params, spot=Spot())])


def parsed(xml: bytes) -> Any:
    """The root of a part. Entities are never resolved; the guard has refused them before."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(xml, parser)


def serialised(root: Any) -> bytes:
    """The bytes of a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Container:
    """A workbook that the guard has let pass, as its parts.

    Raises:
        PackageRefusedError: it is signed, or not written as Excel and LibreOffice write it.
    """

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            self._parts = {name: archive.read(name) for name in names}
        if any(name.startswith(_SIGNATURES) for name in self._parts):
            raise refusal("XLS090")
        self._home = self._target("", "/officeDocument")
        self._book = parsed(self._part(self._home))
        if self._book.tag != f"{{{MAIN}}}workbook":
            raise refusal("XLS091")
        self._links = parsed(self._part(_links_of(self._home)))
        self._types = parsed(self._part(_CONTENT_TYPES))
        self._texts: list[str] | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all sheets, in order."""
        return tuple(sheet.get("name") for sheet in self._sheets())

    @property
    def from_1904(self) -> bool:
        """Whether its days are counted from 1904, as those of an old Macintosh."""
        about = self._book.find(f"{{{MAIN}}}workbookPr")
        return about is not None and about.get("date1904") in ("1", "true")

    def worksheets(self) -> Iterator[tuple[str, str]]:
        """Title and part of every sheet of cells."""
        parts = {
            link.get("Id"): self._absolute(self._home, link.get("Target"))
            for link in self._links
            if link.get("Type", "").endswith("/worksheet")
        }
        for sheet in self._sheets():
            if part := parts.get(sheet.get(f"{{{_OFFICE}}}id")):
                yield sheet.get("name"), part

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._part(part)

    def write(self, part: str, xml: bytes) -> None:
        """Put new bytes in the place of a part's."""
        self._parts[part] = xml

    def replace(self, part: str, xml: bytes) -> None:
        """Let a sheet be another one, which refers to nothing."""
        self.write(part, xml)
        self._parts.pop(_links_of(part), None)

    def styles(self) -> str:
        """The part that holds the styles."""
        return self._target(self._home, "/styles")

    def shared(self, number: int) -> str:
        """A text that cells name by its number; empty where there is none."""
        if self._texts is None:
            try:
                xml = self._part(self._target(self._home, "/sharedStrings"))
            except PackageRefusedError:  # some workbooks have none
                self._texts = []
            else:
                self._texts = [_text(item) for item in parsed(xml)]
        return self._texts[number] if number < len(self._texts) else ""

    def hide(self, title: str, xml: bytes) -> None:
        """Put a sheet that no program shows behind all others, or new bytes in its place."""
        parts = dict(self.worksheets())
        if title in parts:
            self.replace(parts[title], xml)
        elif title.casefold() in {known.casefold() for known in self.titles}:
            raise refusal("XLS091")
        else:
            self.add(title, xml, len(self.titles))
        next(sheet for sheet in self._sheets() if sheet.get("name") == title).set(
            "state", "veryHidden"
        )

    def add(self, title: str, xml: bytes, position: int) -> None:
        """Add a sheet at `position` among all."""
        folder = posixpath.join(posixpath.dirname(self._home), "worksheets")
        free = (f"{folder}/sheet{number}.xml" for number in range(1, len(self._parts) + 2))
        part = next(name for name in free if name not in self._parts)
        self._parts[part] = xml
        for stale in self._types.findall(f"{{{_TYPES}}}Override[@PartName='/{part}']"):
            self._types.remove(stale)
        etree.SubElement(
            self._types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=_SHEET_TYPE
        )
        known = {link.get("Id") for link in self._links}
        link = next(f"rId{n}" for n in range(1, len(known) + 2) if f"rId{n}" not in known)
        etree.SubElement(
            self._links,
            f"{{{_LINKS}}}Relationship",
            Id=link,
            Type=f"{_OFFICE}/worksheet",
            Target=f"/{part}",
        )
        self._shift(position)
        sheets = self._book.find(f"{{{MAIN}}}sheets")
        number = max(int(sheet.get("sheetId")) for sheet in sheets) + 1
        new = etree.Element(f"{{{MAIN}}}sheet", name=title, sheetId=str(number))
        new.set(f"{{{_OFFICE}}}id", link)
        sheets.insert(position, new)

    def _shift(self, position: int) -> None:
        """Whatever counts the sheets counts one more from `position` on."""
        counted = [(f".//{{{MAIN}}}definedName", "localSheetId")]
        counted += [(f".//{{{MAIN}}}workbookView", name) for name in ("activeTab", "firstSheet")]
        for path, name in counted:
            for element in self._book.iterfind(path):
                index = element.get(name)
                # Without a number the first sheet is meant.
                if index is None and name == "activeTab" and position == 0:
                    index = "0"
                if index is not None and int(index) >= position:
                    element.set(name, str(int(index) + 1))

    def repeated(self, title: str) -> str:
        """The rows and columns of a sheet that stand on each printed page, as a book names them."""
        found = self._repeats(self.titles.index(title))
        return "" if found is None else found.text or ""

    def repeat(self, title: str, what: str) -> None:
        """Let those of a sheet be `what`."""
        position = self.titles.index(title)
        name = self._repeats(position)
        if name is None:
            names = self._book.find(f"{{{MAIN}}}definedNames")
            if names is None:
                names = etree.Element(f"{{{MAIN}}}definedNames")
                self._place(names, _BEFORE_NAMES)
            name = etree.SubElement(names, f"{{{MAIN}}}definedName", name=_REPEATED)
            name.set("localSheetId", str(position))
        name.text = what

    def _repeats(self, position: int) -> Any:
        there = self._book.iterfind(f".//{{{MAIN}}}definedName[@name='{_REPEATED}']")
        return next((one for one in there if one.get("localSheetId") == str(position)), None)

    def compute_anew(self) -> None:
        """Let formulas that look at what was added be computed when the file is opened."""
        way = self._book.find(f"{{{MAIN}}}calcPr")
        if way is None:
            way = etree.Element(f"{{{MAIN}}}calcPr")
            self._place(way, ("definedNames", *_BEFORE_NAMES))
        way.set("fullCalcOnLoad", "1")

    def forget_order(self) -> None:
        """Drop the order of computing, which Excel makes anew: it may name what is gone."""
        for link in [x for x in self._links if x.get("Type", "").endswith("/calcChain")]:
            part = self._absolute(self._home, link.get("Target"))
            self._links.remove(link)
            self._parts.pop(part, None)
            for kind in self._types.findall(f"{{{_TYPES}}}Override[@PartName='/{part}']"):
                self._types.remove(kind)

    def packed(self) -> bytes:
        """The file; the same parts give the same bytes."""
        self._parts[self._home] = serialised(self._book)
        self._parts[_links_of(self._home)] = serialised(self._links)
        self._parts[_CONTENT_TYPES] = serialised(self._types)
        return packed(self._parts)

    def _sheets(self) -> Iterator[Any]:
        yield from self._book.iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")

    def _place(self, element: Any, after: tuple[str, ...]) -> None:
        before = (self._book.find(f"{{{MAIN}}}{name}") for name in after)
        next(found for found in before if found is not None).addnext(element)

    def _part(self, name: str) -> bytes:
        try:
            return self._parts[name]
        except KeyError:
            raise refusal("XLS091") from None

    def _target(self, part: str, kind: str) -> str:
        """The part to which `part` refers as its `kind`."""
        for link in parsed(self._part(_links_of(part))):
            if link.get("Type", "").endswith(kind):
                return self._absolute(part, link.get("Target"))
        raise refusal("XLS091")

    def _absolute(self, part: str, target: str) -> str:
        joined = posixpath.join("/", posixpath.dirname(part), target)
        return posixpath.normpath(joined).lstrip("/")


def _text(item: Any) -> str:
    """A shared text without its formats and readings."""
    parts = item.findall(f"{{{MAIN}}}t") or item.findall(f"{{{MAIN}}}r/{{{MAIN}}}t")
    return "".join(part.text or "" for part in parts)


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
