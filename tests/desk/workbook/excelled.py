"""A workbook put into the form in which Excel writes it: shared strings, and parts of all kinds."""

import re
from html import unescape
from xml.sax.saxutils import escape

from tests.desk.workbook.hostile import parts_of, zipped

__all__ = ["as_excel_writes"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_INLINE = re.compile(r'<c ([^>]*?)t="inlineStr"([^>]*)><is><t([^>]*)>([^<]*)</t></is></c>')
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rX{number}" Type="{_KINDS}/{kind}" Target="{target}"/>'


def as_excel_writes(data: bytes) -> bytes:
    """The same workbook with its texts in one part of their own.

    A chain of calculation, settings of a printer and a table of Excel's own are beside them.
    """
    parts = parts_of(data)
    strings: dict[str, int] = {}

    def shared(found: re.Match[str]) -> str:
        before, after, _, text = found.groups()
        number = strings.setdefault(unescape(text), len(strings))
        return f'<c {before}t="s"{after}><v>{number}</v></c>'

    for name in parts:
        if _SHEET.fullmatch(name):
            parts[name] = _INLINE.sub(shared, parts[name].decode()).encode()
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{texts}</sst>'.encode()
    parts["xl/calcChain.xml"] = f'<calcChain xmlns="{_MAIN}"><c r="A1" i="1"/></calcChain>'.encode()
    parts["xl/printerSettings/printerSettings1.bin"] = b"\\\\cetak"
    parts["xl/tables/table1.xml"] = (
        f'<table xmlns="{_MAIN}" id="1" name="T" displayName="T" ref="A1:A2"><tableColumns '
        'count="1"><tableColumn id="1" name="x"/></tableColumns></table>'
    ).encode()
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{_RELS}">'
        + _relation(1, "printerSettings", "../printerSettings/printerSettings1.bin")
        + _relation(2, "table", "../tables/table1.xml")
        + "</Relationships>"
    ).encode()
    own = _relation(1, "sharedStrings", "sharedStrings.xml")
    own += _relation(2, "calcChain", "calcChain.xml")
    _put(parts, "xl/_rels/workbook.xml.rels", "</Relationships>", own)
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in (
            ("sharedStrings", "sharedStrings"),
            ("calcChain", "calcChain"),
            ("tables/table1", "table"),
        )
    )
    _put(parts, "[Content_Types].xml", "</Types>", overrides)
    return zipped(parts)


def _put(parts: dict[str, bytes], name: str, before: str, text: str) -> None:
    whole = parts[name].decode()
    assert before in whole
    parts[name] = whole.replace(before, text + before).encode()
