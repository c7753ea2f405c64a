"""The inside of a workbook: every part is inflated once, parsed for being whole, and counted.

Nothing is kept of a part but the few small ones that say what the others are.
"""

import re
import zipfile
from collections import Counter
from xml.etree import ElementTree
from xml.parsers import expat

from tender_desk.ooxml.addresses import column_number
from tender_desk.ooxml.archive import HostileFileError, inflated
from tender_desk.ooxml.relations import (
    CONTENT_TYPES,
    Named,
    check_relations,
    relations_of,
    source_of,
)

__all__ = ["check_parts"]

# How often an element may stand in one part: more is refused with the code beside it.
_MOST = {
    "row": ("XLS015", 20_000),
    "c": ("XLS016", 1_000_000),
    "si": ("XLS016", 600_000),
    "xf": ("XLS017", 30_000),
    "font": ("XLS017", 20_000),
    "fill": ("XLS017", 20_000),
    "border": ("XLS017", 20_000),
    "numFmt": ("XLS017", 5_000),
    "definedName": ("XLS017", 10_000),
    "mergeCell": ("XLS017", 10_000),
    "sheet": ("XLS017", 500),
}
# How often in all parts together.
_MOST_IN_ALL = {"row": ("XLS015", 400_000), "c": ("XLS016", 3_000_000)}
_MOST_MERGED_CELLS = 500_000
_MOST_ELEMENTS = 4_500_000
_MOST_ELEMENTS_OF_A_SMALL_PART = 300_000
_LARGEST_SMALL_PART = 16_000_000
# Kinds of element in one part: each new one is kept, and costs.
_MOST_NAMES = 2_000
_DEEPEST = 500
# A cell holds 32,767 signs; written out in XML, one may take six bytes.
_LONGEST_TEXT = 200_000
_LARGEST_KEPT = 2_000_000
# What shared formulas may come to, written out: each is spelled anew for every cell it is in.
_MOST_SHARED_SIGNS = 20_000_000

_WORKBOOK = "spreadsheetml.sheet.main+xml"
_TEMPLATE = "spreadsheetml.template.main+xml"
_XML = (".xml", ".rels")
# What workbook and sheets may refer to outside the file: nothing follows the one, nobody reads the
# other, whatever Excel calls the path of a linked workbook (long, missing, in a library ...).
_MAY_BE_OUTSIDE = re.compile(
    r"/(hyperlink|(xl)?externalLink\w*(/\w+)?|xl(PathMissing|\w*Startup|Library))$", re.IGNORECASE
)
# Only what these refer to is ever opened; what charts, links, drawings or rich values do is inert.
_READ = re.compile(r"(xl/worksheets/[^/]+)?")
# What inside it need not be XML.
_MAY_BE_BINARY = (
    "/image",
    "/vmlDrawing",
    "/oleObject",
    "/package",
    "/printerSettings",
    "/customProperty",
    "/thumbnail",
    "/activeXControlBinary",
    "/hdphoto",
    "/media",
    "/model3d",
    "/powerPivotData",
    "/hyperlink",
)
_MERGED = re.compile(rb"mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\s([^>]*)>([^<]*)")


def check_parts(archive: zipfile.ZipFile) -> None:
    """Let pass a workbook whose every part is XML in measure, without macros or outside sources.

    Its parts have to fit each other as well: none that is read may be missing or be another.

    Raises:
        HostileFileError: one is not.
    """
    totals: Counter[str] = Counter()
    named = Named()
    # The types of content first: they say which part is the workbook, and names the sheets.
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename != CONTENT_TYPES):
        name = entry.filename
        if name.endswith(_XML):
            _Part(name, totals, named).check(archive, entry)
        else:
            for _ in inflated(archive, entry):
                pass
    if totals["workbook part"] != 1:
        raise HostileFileError("XLS014")
    check_relations(named, frozenset(archive.namelist()))


class _Part:
    """One part of XML while it is inflated."""

    def __init__(self, name: str, totals: Counter[str], named: Named) -> None:
        self._name, self._totals, self._named = name, totals, named
        self._sheet = name.startswith("xl/worksheets/") and name.endswith(".xml")
        self._large = self._sheet or name.casefold() == "xl/sharedstrings.xml"
        self._map = name.endswith(".rels") or name == CONTENT_TYPES
        self._kept = b""
        self._root = ""
        self._counts: Counter[str] = Counter()
        self._names: set[str] = set()
        self._elements = self._depth = self._longest = self._shared = 0

    def check(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        """Inflate, parse and count the part; look into it if it is one of the small maps."""
        parser = expat.ParserCreate()
        if self._named.is_workbook(self._name):
            parser = expat.ParserCreate(namespace_separator=":")
            parser.StartElementHandler = self._started
        ended: list[str] = []
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EndElementHandler = ended.append
        pending, size = b"", 0
        try:
            for chunk in inflated(archive, entry):
                size += len(chunk)
                if not self._large and size > _LARGEST_SMALL_PART:
                    raise self._refused("XLS016")
                self._check_start(pending or chunk)
                parser.Parse(chunk, False)
                pending = self._block(pending + chunk, ended)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._refused("XLS013") from error
        self._block(pending + b"<", ended)
        self._finish()

    def _refused(self, code: str) -> HostileFileError:
        return HostileFileError(code, part=self._name)

    def _doctype(self, *_: object) -> None:
        raise self._refused("XLS011")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.casefold() not in ("utf-8", "us-ascii"):
            raise self._refused("XLS011")

    def _check_start(self, start: bytes) -> None:
        """UTF-16 is not counted rightly, and no spreadsheet program writes it."""
        if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start[:4]:
            raise self._refused("XLS011")

    def _block(self, text: bytes, ended: list[str]) -> bytes:
        """Count the `text` up to its last tag, and the elements `ended` in it; gives the rest."""
        cut = text.rfind(b"<")
        if cut < 0 or len(text) - cut > _LONGEST_TEXT:
            if self._large and len(text) > _LONGEST_TEXT:
                raise self._refused("XLS016")
            return text if cut < 0 and len(text) <= _LONGEST_TEXT else b"<"
        block = text[:cut]
        # Every element opens with a tag; what is no element makes this more, and never less.
        self._depth += block.count(b"<") - block.count(b"</") - len(ended)
        self._elements += len(ended)
        most = _MOST_ELEMENTS if self._large else _MOST_ELEMENTS_OF_A_SMALL_PART
        self._totals["elements"] += len(ended)
        if self._elements > most or self._totals["elements"] > _MOST_ELEMENTS:
            raise self._refused("XLS016")
        if self._depth > _DEEPEST:
            raise self._refused("XLS013")
        names = Counter(ended)
        self._root = ended[-1] if ended else self._root
        ended.clear()
        self._names |= names.keys()
        if len(self._names) > _MOST_NAMES:
            raise self._refused("XLS016")
        self._count(names)
        local = {name.rpartition(":")[2] for name in names}
        if self._map or "mergeCell" in local:
            self._keep(block)
        # A sign spelled as a number may hide the word; nothing else needs the slow look.
        if self._sheet and "f" in local and (b"shared" in block or b"&#" in block):
            self._formulas(block)
        return text[cut:]

    def _count(self, names: Counter[str]) -> None:
        for name, times in names.items():
            local = name.rpartition(":")[2]
            if local in _MOST:
                self._counts[local] += times
                code, most = _MOST[local]
                if self._counts[local] > most:
                    raise HostileFileError(code, part=self._name, bound=f"{most}")
            if local in _MOST_IN_ALL:
                self._totals[local] += times
                code, most = _MOST_IN_ALL[local]
                if self._totals[local] > most:
                    raise HostileFileError(code, part="", bound=f"{most}")

    def _keep(self, block: bytes) -> None:
        self._kept += block
        if len(self._kept) > _LARGEST_KEPT:
            raise self._refused("XLS017")

    def _formulas(self, block: bytes) -> None:
        """Add up what the shared formulas of the sheet come to."""
        for found in _FORMULA.finditer(block):
            attributes, text = found.groups()
            if b"&" in attributes:
                raise self._refused("XLS013")
            if b"shared" in attributes:
                self._longest = max(self._longest, len(text))
                self._totals["shared"] += self._longest
        if self._totals["shared"] > _MOST_SHARED_SIGNS:
            raise self._refused("XLS020")

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        """Note a sheet that the workbook names."""
        if name.endswith(":sheet"):
            ids = [text for key, text in attributes.items() if key.endswith("/relationships:id")]
            self._named.sheets.append((attributes.get("name", ""), ids[0] if ids else ""))

    def _finish(self) -> None:
        self._named.roots[self._name] = self._root.rpartition(":")[2]
        if self._counts["mergeCell"]:
            self._merged()
        if self._map:
            self._look_up(ElementTree.fromstring(self._kept))

    def _merged(self) -> None:
        """The ranges are small: openpyxl makes every cell of one."""
        ranges = _MERGED.findall(self._kept)
        if len(ranges) != self._counts["mergeCell"]:
            raise self._refused("XLS013")
        cells = 0
        for left, top, right, bottom in ranges:
            if right:
                wide = abs(column_number(right[:4].decode()) - column_number(left[:4].decode())) + 1
                cells += wide * (abs(int(bottom) - int(top)) + 1)
        if cells > _MOST_MERGED_CELLS:
            raise self._refused("XLS017")

    def _look_up(self, root: ElementTree.Element) -> None:
        """What the small maps say: kinds of parts, and what each refers to."""
        if self._name != CONTENT_TYPES:
            relations = [*relations_of(self._name, root)]
            self._named.relations[source_of(self._name)] = relations
        for element in root:
            part = element.get("PartName", "")
            self._kind(element.get("ContentType", ""), part)
            if self._name == CONTENT_TYPES:
                typed = part.lstrip("/") or f"*.{element.get('Extension', '')}"
                self._named.types[typed] = element.get("ContentType", "")
            kind, target = element.get("Type", ""), element.get("Target", "")
            if element.get("TargetMode", "Internal") != "Internal":
                if self._is_read() and not _MAY_BE_OUTSIDE.search(kind):
                    raise self._refused("XLS012")
            elif target and not (kind.endswith(_MAY_BE_BINARY) or target.endswith(".xml")):
                raise self._refused("XLS005" if "vba" in kind.casefold() else "XLS019")

    def _is_read(self) -> bool:
        """Whether these are relations of the whole file, of its workbook or of a sheet."""
        source = source_of(self._name)
        return bool(_READ.fullmatch(source)) or self._named.is_workbook(source)

    def _kind(self, kind: str, part: str) -> None:
        if "macroenabled" in kind.casefold() or "vbaproject" in kind.casefold():
            raise self._refused("XLS005")
        if kind.endswith((_WORKBOOK, _TEMPLATE)):
            if part and (not part.endswith(".xml") or part.startswith("/xl/worksheets/")):
                raise self._refused("XLS014")
            self._totals["workbook part"] += 1
