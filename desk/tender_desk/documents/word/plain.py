"""The plain paper that a record is written on where an office gives no letterhead of its own."""

import io
import zipfile

from tender_desk.ooxml.parcel import repacked

__all__ = ["plain_kop"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS = "http://schemas.openxmlformats.org"
_WORD = f"{_SCHEMAS}/wordprocessingml/2006/main"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
# A4, in twentieths of a point; the left margin leaves room for a binding.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1417" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
)
_FONT = "Arial"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KINDS}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_SCHEMAS}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_SCHEMAS}/officeDocument/2006/relationships/styles" '
        'Target="styles.xml"/></Relationships>'
    ),
    "word/document.xml": (
        f'<w:document xmlns:w="{_WORD}"><w:body><w:sectPr>{_PAGE}</w:sectPr></w:body></w:document>'
    ),
    "word/styles.xml": (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/></w:style></w:styles>'
    ),
}


def plain_kop() -> bytes:
    """A4 with margins, Arial 11 and nothing on it, as a .docx; always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, _HEAD + text)
    return repacked(stream.getvalue())
