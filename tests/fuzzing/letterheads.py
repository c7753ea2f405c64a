"""Letterheads: one with every part that whoever opens it looks into, and what becomes of others."""

from functools import cache
from random import Random

from tender_desk.documents.blocks import Paragraph, Record, Section
from tender_desk.documents.pdf.letterhead import letterhead_of
from tender_desk.documents.word.kop import KopError
from tender_desk.documents.word.plain import plain_kop
from tender_desk.documents.word.word_writer import docx_bytes
from tests.fuzzing.archives import Parts, damaged, parts_of

_SCHEMAS = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = f"{_SCHEMAS}/package/2006/metadata/core-properties"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES, _MAIN = "[Content_Types].xml", "word/document.xml"
_RELS = "word/_rels/document.xml.rels"
_LINE = "<w:p><w:r><w:t>Kop</w:t><w:br/></w:r></w:p>"
_RELATED = f"{_SCHEMAS}/officeDocument/2006/relationships"
_SWITCH = '<w:evenAndOddHeaders w:val="0"/>'
# Beside plain paper: the id and kind of each relation, where it leads to, and what is there.
_MORE = (
    ("rId7", f"{_RELATED}/header", "header1.xml", f"{_XML}<w:hdr {_W} {_R}>{_LINE}</w:hdr>"),
    ("rId8", f"{_RELATED}/footer", "footer1.xml", f"{_XML}<w:ftr {_W} {_R}>{_LINE}</w:ftr>"),
    (
        "rId9",
        f"{_RELATED}/settings",
        "settings.xml",
        f"{_XML}<w:settings {_W}>{_SWITCH}</w:settings>",
    ),
    ("rId10", f"{_RELATED}/image", "media/lambang.png", "PNG"),
    (
        "rId11",
        f"{_SCHEMAS}/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE}"/>',
    ),
)
_MORE_TYPES = (
    "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'
        for name, kind in (
            ("word/header1.xml", f"{_WORD}.header"),
            ("word/footer1.xml", f"{_WORD}.footer"),
            ("word/settings.xml", f"{_WORD}.settings"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
        )
    )
    + '<Default Extension="png" ContentType="image/png"/>'
)
_REFERENCES = (
    '<w:headerReference w:type="default" r:id="rId7"/>'
    '<w:footerReference w:type="default" r:id="rId8"/>'
)


def record() -> Record:
    """The shortest record that is written on a letterhead."""
    words = Paragraph("Isi")
    return Record(
        title="BERITA ACARA",
        draft=True,
        internal=False,
        number="1",
        place="Contoh",
        date="1 Mei 2026",
        time="09.00",
        tender="Paket Contoh",
        opening=(words,),
        sections=(Section("A", "Umum", (words,)),),
        root="sha256:" + "0" * 64,
    )


@cache
def office() -> Parts:
    """An office's letterhead with every part that whoever opens it looks into."""
    found = {name: part.decode() for name, part in parts_of(plain_kop()).items()}
    for name, kind, target, text in _MORE:
        rels, place = ("_rels/.rels", target) if name == "rId11" else (_RELS, f"word/{target}")
        found[place] = text
        found[rels] = found[rels].replace(
            "</Relationships>",
            f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/></Relationships>',
        )
    found[_TYPES] = found[_TYPES].replace("</Types>", f"{_MORE_TYPES}</Types>")
    changes = {
        "<w:document ": f"<w:document {_R} ",
        "<w:body>": f"<w:body>{_LINE}",
        "<w:pgSz": f"{_REFERENCES}<w:pgSz",
        "</w:sectPr>": '<w:cols w:num="1" w:space="708"/><w:titlePg w:val="0"/></w:sectPr>',
    }
    for old, new in changes.items():
        found[_MAIN] = found[_MAIN].replace(old, new)
    return {name: text.encode() for name, text in found.items()}


def try_letterhead(data: bytes) -> str:
    """Write on a letterhead: `written`, or the code with which it is refused; nothing else.

    For a PDF it is read, and not drawn: that takes long, and shows no more of a damage.
    """
    try:
        docx_bytes(record(), data)
        letterhead_of(data, lambda *_: True)
    except KopError as error:
        return error.code
    return "written"


def letterhead(random: Random) -> tuple[str, bytes]:
    """A damaged letterhead."""
    return damaged(office(), random)
