"""Workbooks that mean harm, each made here: a name, its bytes and the code that refuses it."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook

__all__ = [
    "BY_ROWS",
    "HARMLESS",
    "HOSTILE",
    "book",
    "parts_of",
    "sheet_xml",
    "with_sheet",
    "zipped",
]

SHEET, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def book(fill: Callable[[Any], None] | None = None) -> bytes:
    """An ordinary workbook of one sheet; `fill` may write into it."""
    made = Workbook()
    sheet = made.active
    sheet.title = "Rincian"
    sheet.append(["Uraian", "Volume"])
    sheet.append(["Galian tanah", 12.5])
    if fill is not None:
        fill(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_parts(**put: bytes) -> bytes:
    """The ordinary workbook with parts put in or changed."""
    parts = parts_of(book())
    return zipped(parts | put)


def changed(name: str, old: bytes, new: bytes) -> bytes:
    """The ordinary workbook with `old` replaced in one part."""
    parts = parts_of(book())
    assert old in parts[name], parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    return zipped(parts)


def without(*names: str) -> bytes:
    """The ordinary workbook without some of its parts."""
    parts = parts_of(book())
    assert not set(names) - parts.keys(), sorted(parts)
    return zipped({name: data for name, data in parts.items() if name not in names})


def exchanged(one: str, other: str) -> bytes:
    """The ordinary workbook with two parts in each other's place."""
    parts = parts_of(book())
    return zipped(parts | {one: parts[other], other: parts[one]})


def _two_sheets(old: bytes, new: bytes, part: str) -> bytes:
    """A workbook of two sheets, with `old` replaced in one part."""
    parts = parts_of(book(lambda made: made.create_sheet("Analisa")))
    assert old in parts[part], parts[part]
    return zipped(parts | {part: parts[part].replace(old, new)})


def sheet_xml(inside: bytes, after: bytes = b"", before: bytes = b"") -> bytes:
    """The text of a sheet with `inside` as its rows."""
    head = f'<worksheet xmlns="{_NS}">'.encode()
    return head + before + b"<sheetData>" + inside + b"</sheetData>" + after + b"</worksheet>"


def with_sheet(inside: bytes, after: bytes = b"", before: bytes = b"") -> bytes:
    """The ordinary workbook with another text of its sheet."""
    parts = parts_of(book())
    parts[SHEET] = sheet_xml(inside, after, before)
    return zipped(parts)


def patched(data: bytes, at: int, form: str, value: int, name: bytes = b"") -> bytes:
    """`data` with a field of a central directory record overwritten.

    The record is that of the part `name`; with no name, the first.
    """
    raw = bytearray(data)
    place = raw.find(b"PK\x01\x02")
    while name and raw[place + 46 : place + 46 + len(name)] != name:
        place = raw.find(b"PK\x01\x02", place + 4)
    struct.pack_into(form, raw, place + at, value)
    return bytes(raw)


def _twins() -> bytes:
    buffer = io.BytesIO(book())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(SHEET, sheet_xml(b""))
    return buffer.getvalue()


def _relation(kind: str, target: str, mode: str = "External") -> bytes:
    text = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_KINDS}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return text.encode()


def _many_rows() -> bytes:
    return with_sheet(b"".join(b'<row r="%d"/>' % number for number in range(1, 25_001)))


def _laughs() -> bytes:
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    dtd = b'<!DOCTYPE lolz [<!ENTITY l0 "ha">' + entities + b"]>"
    return changed("xl/workbook.xml", b"<workbook", dtd + b"<workbook")


def _utf_16() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE worksheet [<!ENTITY a "b">]>'
    text += sheet_xml(b"").decode()
    return with_parts(**{SHEET: text.encode("utf-16")})


def _nested() -> bytes:
    inner = zipped({"nol.bin": bytes(100_000_000)})
    inner = zipped({f"{n}.zip": inner for n in range(50)}, zipfile.ZIP_STORED)
    return with_parts(**{"xl/embeddings/bom.zip": inner * 4})


def _shared_formulas() -> bytes:
    long = b"+".join([b"A1"] * 2_700)
    origin = b'<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B9999">%s</f></c></row>' % long
    uses = b"".join(
        b'<row r="%d"><c r="B%d"><f t="shared" si="0"/></c></row>' % (n, n) for n in range(2, 9999)
    )
    return with_sheet(origin + uses)


def _styles() -> bytes:
    formats = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 60_000
    return changed("xl/styles.xml", b"</cellXfs>", formats + b"</cellXfs>")


def _names() -> bytes:
    names = b"".join(
        b'<definedName name="n%d">Rincian!$A$1</definedName>' % n for n in range(50_000)
    )
    filled = b"</sheets><definedNames>" + names + b"</definedNames>"
    return changed("xl/workbook.xml", b"</sheets>", filled)


def _many_entries(number: int) -> bytes:
    return zipped(parts_of(book()) | {f"xl/x{n}.xml": b"<a/>" for n in range(number)})


def _strings() -> bytes:
    texts = b"".join(b"<si><t>%d</t></si>" % n for n in range(1_000_000))
    text = f'<sst xmlns="{_NS}">'.encode() + texts + b"</sst>"
    return with_parts(**{"xl/sharedStrings.xml": text})


def _many_elements() -> bytes:
    """Each sheet is within measure; all together take longer than anyone should wait."""
    cells = b"".join(b'<c r="A%d"/>' % n for n in range(900_000))
    elements = b"".join(b"<b>%d</b>" % n for n in range(1_900_000))
    return zipped(
        parts_of(book())
        | {"xl/worksheets/x.xml": sheet_xml(b"<a>" + cells + b"</a>")}
        | {"xl/worksheets/y.xml": sheet_xml(elements)}
        | {"xl/worksheets/z.xml": sheet_xml(elements)}
    )


def _deep() -> bytes:
    return with_sheet(b"<row>" + b"<a>" * 300_000 + b"</a>" * 300_000 + b"</row>")


def _ole(stream: str = "") -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000) + stream.encode("utf-16-le")


def _merged(cell: str) -> bytes:
    return b'<mergeCells count="1"><mergeCell ref="%s"/></mergeCells>' % cell.encode()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("XLS249", lambda: b""),
    "nothing but zeros": ("XLS249", lambda: bytes(5_000)),
    "signs of no kind": ("XLS001", lambda: b"\x01\x02\x03"),
    "a CSV of Windows": ("XLS248", lambda: "Pekerjaan;caf\xe9\r\n".encode("cp1252")),
    "a text in UTF-16": ("XLS248", lambda: "Pekerjaan".encode("utf-16")),
    "a page of HTML": ("XLS248", lambda: b"<html><table><tr><td>1</td></tr></table></html>"),
    "a picture": ("XLS241", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    "a PDF": ("XLS240", lambda: b"%PDF-1.7\n"),
    "old Excel": ("XLS002", _ole),
    "locked": ("XLS003", lambda: _ole("EncryptedPackage")),
    "locked entries": ("XLS003", lambda: patched(book(), 8, "<H", 0x1)),
    "binary Excel": ("XLS004", lambda: with_parts(**{"xl/workbook.bin": b"x"})),
    "macros": ("XLS005", lambda: with_parts(**{"xl/vbaProject.bin": b"x"})),
    "macros by another name": (
        "XLS005",
        lambda: changed(
            "[Content_Types].xml",
            b"officedocument.spreadsheetml.sheet.main",
            b"x.macroEnabled.main",
        ),
    ),
    "macros referred to": (
        "XLS005",
        lambda: with_parts(**{"xl/_rels/x.xml.rels": _relation("vbaProject", "x.bin", "Internal")}),
    ),
    "Excel 4 macros": ("XLS005", lambda: with_parts(**{"xl/macrosheets/sheet1.xml": b"<a/>"})),
    "OpenDocument": (
        "XLS006",
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
    ),
    "too large": ("XLS007", lambda: b"PK" + bytes(20_000_000)),
    "cut off": ("XLS008", lambda: book()[:-400]),
    "only its beginning": ("XLS008", lambda: b"PK\x03\x04"),
    "a wrong checksum": ("XLS008", lambda: patched(book(), 16, "<I", 12345)),
    "a size that lies low": ("XLS008", lambda: patched(book(), 24, "<I", 10)),
    "a size that lies high": ("XLS008", lambda: patched(book(), 24, "<I", 100_000)),
    "another way of packing": ("XLS008", lambda: zipped(parts_of(book()), zipfile.ZIP_BZIP2)),
    "2,000 entries more": ("XLS009", lambda: _many_entries(2_000)),
    "so many entries that none is looked at": ("XLS009", lambda: _many_entries(4_100)),
    "twins": ("XLS009", _twins),
    "twins but for case": ("XLS009", lambda: with_parts(**{SHEET.upper(): b"<a/>"})),
    "a path upwards": ("XLS009", lambda: with_parts(**{"xl/../../evil.xml": b"<a/>"})),
    "a path from the root": ("XLS009", lambda: with_parts(**{"/etc/passwd": b"x"})),
    "a path of Windows": ("XLS009", lambda: with_parts(**{"C:evil.xml": b"<a/>"})),
    "a path with backslashes": ("XLS009", lambda: with_parts(**{"xl\\evil.xml": b"<a/>"})),
    "a bomb in a sheet": ("XLS010", lambda: with_sheet(b" " * 165_000_000)),
    "a bomb beside the sheets": (
        "XLS010",
        lambda: with_parts(**{"xl/bom.bin": bytes(100_000_000)}),
    ),
    "a bomb in many parts": (
        "XLS010",
        lambda: zipped(parts_of(book()) | {f"xl/b{n}": bytes(3_900_000) for n in range(60)}),
    ),
    "billion laughs": ("XLS011", _laughs),
    "an entity from a file": (
        "XLS011",
        lambda: changed(
            SHEET,
            b"<worksheet",
            b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet',
        ),
    ),
    "a document type in UTF-16": ("XLS011", _utf_16),
    "an unusual encoding": (
        "XLS011",
        lambda: with_parts(**{"xl/x.xml": b'<?xml version="1.0" encoding="iso-8859-1"?><a/>'}),
    ),
    "an object from outside": (
        "XLS012",
        lambda: with_parts(
            **{"xl/worksheets/_rels/sheet1.xml.rels": _relation("oleObject", "file:///x.doc")}
        ),
    ),
    "a sheet from outside": (
        "XLS012",
        lambda: changed("xl/_rels/workbook.xml.rels", b"Id=", b'TargetMode="External" Id='),
    ),
    "an outside target in disguise": (
        "XLS012",
        lambda: with_parts(
            **{
                "xl/worksheets/_rels/sheet1.xml.rels": _relation(
                    "image", "http://x.invalid/", "Ex&#116;ernal"
                )
            }
        ),
    ),
    "broken XML": ("XLS013", lambda: with_sheet(b"<row><c></row>")),
    "a sheet that ends early": ("XLS013", lambda: with_parts(**{SHEET: b"<worksheet>"})),
    "an empty sheet part": ("XLS013", lambda: with_parts(**{SHEET: b""})),
    "very deep XML": ("XLS013", _deep),
    "no workbook": (
        "XLS014",
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}),
    ),
    "any archive": ("XLS014", lambda: zipped({"foto.jpg": b"x"})),
    "no workbook.xml": (
        "XLS019",
        lambda: zipped({k: v for k, v in parts_of(book()).items() if k != "xl/workbook.xml"}),
    ),
    "a sheet that is named and not there": ("XLS156", lambda: without(SHEET)),
    "styles that are named and not there": ("XLS156", lambda: without("xl/styles.xml")),
    "nothing that says where the workbook is": ("XLS156", lambda: without("_rels/.rels")),
    "a sheet without a relation": ("XLS157", lambda: changed(WORKBOOK, b'r:id="rId1"', b"")),
    "relations of another part": (
        "XLS156",
        lambda: exchanged("_rels/.rels", "xl/_rels/workbook.xml.rels"),
    ),
    "a sheet in the place of a theme": (
        "XLS157",
        lambda: exchanged(SHEET, "xl/theme/theme1.xml"),
    ),
    "styles by a name where nobody looks": (
        "XLS157",
        lambda: zipped(
            {
                name.replace("styles", "gaya"): data.replace(b"styles.xml", b"gaya.xml")
                for name, data in parts_of(book()).items()
            }
        ),
    ),
    "two relations of one name": (
        "XLS019",
        lambda: changed("xl/_rels/workbook.xml.rels", b'"rId2"', b'"rId1"'),
    ),
    "two sheets of one part": (
        "XLS158",
        lambda: _two_sheets(b'r:id="rId2"', b'r:id="rId1"', WORKBOOK),
    ),
    "two sheets of one name": ("XLS158", lambda: _two_sheets(b"Analisa", b"rincian", WORKBOOK)),
    "25,000 empty rows": ("XLS015", _many_rows),
    "25,000 empty rows with a prefix": (
        "XLS015",
        lambda: with_parts(
            **{
                SHEET: f'<x:worksheet xmlns:x="{_NS}"><x:sheetData>'.encode()
                + b"".join(b'<x:row r="%d"/>' % n for n in range(1, 25_001))
                + b"</x:sheetData></x:worksheet>"
            }
        ),
    ),
    "a million strings": ("XLS016", _strings),
    "one text of three million signs": (
        "XLS016",
        lambda: with_sheet(b'<row><c t="str"><v>%s</v></c></row>' % (b"abcdefgh" * 400_000)),
    ),
    "two million empty cells": (
        "XLS016",
        lambda: with_sheet(
            b"".join(
                b'<row r="%d">' % row
                + b"".join(b'<c s="%d"/>' % (row * n % 97) for n in range(2_000))
                + b"</row>"
                for row in range(1, 1_000)
            )
        ),
    ),
    "elements over many parts": ("XLS016", _many_elements),
    "700,000 kinds of element": (
        "XLS016",
        lambda: with_sheet(b"".join(b"<a%d/>" % n for n in range(700_000))),
    ),
    "60,000 styles": ("XLS017", _styles),
    "50,000 names": ("XLS017", _names),
    "all cells merged": ("XLS017", lambda: with_sheet(b"", _merged("A1:XFD1048576"))),
    "all cells merged, in disguise": (
        "XLS013",
        lambda: with_sheet(b"", _merged("A1:XFD&#49;048576")),
    ),
    "50,000 merged cells": (
        "XLS017",
        lambda: with_sheet(
            b"",
            b"<mergeCells>"
            + b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, 50_000))
            + b"</mergeCells>",
        ),
    ),
    "shared formulas without end": ("XLS020", _shared_formulas),
    "a bomb in a bomb": ("XLS010", _nested),
    "a relation to no XML": (
        "XLS019",
        lambda: with_parts(**{"xl/_rels/x.xml.rels": _relation("worksheet", "x.dat", "Internal")}),
    ),
}

# What passes the guard, because only reading its cells tells.
BY_ROWS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a size that claims all": ("XLS103", lambda: _lying("A1:XFD1048576")),
    "a size that claims a row more": ("XLS103", lambda: _lying("A1:B10001")),
    "a size that claims a column more": ("XLS103", lambda: _lying("A1:CW2")),
    "the far corner": (
        "XLS018",
        lambda: with_sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    "one row too many": (
        "XLS018",
        lambda: with_sheet(b'<row r="10001"><c r="A10001"><v>1</v></c></row>'),
    ),
    "one column too many": (
        "XLS018",
        lambda: with_sheet(b'<row r="1"><c r="CW1"><v>1</v></c></row>'),
    ),
    "a cell in another row": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A9"><v>1</v></c></row>'),
    ),
    "a cell in a look that is not there": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A1" s="999"><v>1</v></c></row>'),
    ),
    "a cell in a look without a number": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A1" s=""><v>1</v></c></row>'),
    ),
    "the same cell twice": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    ),
    "the same row twice": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A1"><v>1</v></c></row>' * 2),
    ),
    "no such string": (
        "XLS019",
        lambda: with_sheet(b'<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
    ),
    "no such column": ("XLS019", lambda: with_sheet(b'<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')),
    "no number": ("XLS019", lambda: with_sheet(b'<row r="1"><c r="A1"><v>satu</v></c></row>')),
}


def _formatted_columns(made: Any) -> None:
    from openpyxl.styles import PatternFill

    for letter in "ABCDEFGH":
        made.active.column_dimensions[letter].fill = PatternFill("solid", fgColor="FFFF00")


def _formatted_rows(made: Any) -> None:
    from openpyxl.styles import Font

    for row in range(3, 5_003):
        made.active.cell(row, 1).font = Font(bold=True)


def _linked(made: Any) -> None:
    made.active["A2"].hyperlink = "https://lpse.go.id/"


def _lying(claim: str) -> bytes:
    before = f'<dimension ref="{claim}"/>'.encode()
    return with_sheet(b'<row r="2"><c r="B2"><v>7</v></c></row>', before=before)


HARMLESS: dict[str, Callable[[], bytes]] = {
    "an ordinary book": book,
    "whole columns with a colour": lambda: book(_formatted_columns),
    "5,000 empty rows with a style": lambda: book(_formatted_rows),
    "a link to a page": lambda: book(_linked),
    "a size that claims one cell": lambda: _lying("A1"),
    "a size that claims no more than is let in": lambda: _lying("A1:CV10000"),
    "a size that an empty row at the far end bears out": lambda: with_sheet(
        b'<row r="1048576" hidden="1"><c r="XFD1048576" s="0"/></row>',
        before=b'<dimension ref="A1:XFD1048576"/>',
    ),
    "an empty row at the far end": lambda: with_sheet(
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576" hidden="1"><c r="XFD1048576" s="0"/></row>'
    ),
    "neither theme nor words about the file": lambda: without(
        "xl/theme/theme1.xml", "docProps/app.xml", "docProps/core.xml"
    ),
    "settings of a printer that are named and not there": lambda: with_parts(
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": _relation(
                "printerSettings", "/xl/x.bin", "Internal"
            )
        }
    ),
    "names from the root, and with a dot": lambda: changed(
        "xl/_rels/workbook.xml.rels", b"/xl/worksheets/", b"./worksheets/../worksheets/"
    ),
    "a workbook whose names have another prefix": lambda: zipped(
        {
            name: data.replace(b"xmlns:r=", b"xmlns:q=").replace(b"r:id=", b"q:id=")
            if name == WORKBOOK
            else data
            for name, data in parts_of(book()).items()
        }
    ),
    "prefixes": lambda: with_parts(
        **{
            SHEET: f'<x:worksheet xmlns:x="{_NS}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>'
            "</x:row></x:sheetData></x:worksheet>".encode()
        }
    ),
    "a link to another book, kept and never followed": lambda: with_parts(
        **{
            "xl/externalLinks/_rels/externalLink1.xml.rels": _relation(
                "externalLinkPath", "file:///D:/AHSP.xlsx"
            )
        }
    ),
}
