"""Letterheads and what can be wrong with one: parts gone, in other places, saying other things."""

import io
import re
import zipfile
from collections.abc import Iterator
from random import Random

from tender_rules.documents.blocks import Paragraph, Record, Section
from tender_rules.documents.word.kop import KopError
from tender_rules.documents.word.plain import plain_kop
from tender_rules.documents.word.writer import docx_bytes

Parts = dict[str, bytes]
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
_TAG = re.compile(rb"<[^?!/][^>]*?/?>")
_NAME = re.compile(rb"<([\w:]+)")
_VALUE = re.compile(rb'="([^"]*)"')
_ATTRIBUTE = re.compile(rb' [\w:]+="[^"]*"')
VALUES = (b"", b"x", b"-1", b"0", b"9" * 11, b"1e5", b"1.5", b"12mm", b"true", b"rId1", b"NaN")


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


def office() -> Parts:
    """An office's letterhead with every part that whoever opens it looks into."""
    with zipfile.ZipFile(io.BytesIO(plain_kop())) as archive:
        found = {name: archive.read(name).decode() for name in archive.namelist()}
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


def archived(parts: Parts) -> bytes:
    """Parts as the bytes of a file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def other_contents(part: bytes) -> Iterator[tuple[str, bytes]]:
    """What may stand in the place of a part."""
    text = part.decode("utf-8", "replace")
    yield "empty", b""
    yield "garbage", b"\x00\xff junk"
    yield "plain text", b"kop"
    yield "other xml", b'<?xml version="1.0"?><a/>'
    yield "cut", part[: len(part) // 2]
    yield "a mark before it", b"\xef\xbb\xbf" + part
    yield "UTF-16", text.encode("utf-16")
    yield "UTF-16 as told", text.replace("UTF-8", "UTF-16").encode("utf-16")
    for name in (b"ISO-8859-1", b"shift_jis", b"utf-7", b"tidak-ada", b""):
        yield f"said to be {name.decode()}", part.replace(b"UTF-8", name)
    yield "no prefixes", re.sub(rb' xmlns:\w+="[^"]*"', b"", part)
    yield (
        "strict",
        part.replace(
            f"{_SCHEMAS}/wordprocessingml/2006/main".encode(),
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )


def damaged_parts(parts: Parts) -> Iterator[tuple[str, Parts]]:
    """Every part taken out, filled with something else, renamed, and put in another's place."""
    for name, part in parts.items():
        yield f"{name} dropped", {key: each for key, each in parts.items() if key != name}
        for what, other in other_contents(part):
            yield f"{name}: {what}", {**parts, name: other}
        for new in (f"x/{name}", name.upper()):
            yield (
                f"{name} is now {new}",
                {(new if key == name else key): each for key, each in parts.items()},
            )
        for other in parts:
            if other != name:
                yield f"{name} is {other}", {**parts, name: parts[other]}
            if other > name:
                swapped = {name: parts[other], other: part}
                yield f"{name} and {other} swapped", {**parts, **swapped}


def damaged_xml(parts: Parts, random: Random) -> tuple[str, Parts]:
    """One part in which one tag or two are gone, doubled, renamed, moved, or say something else."""
    name = random.choice([key for key in parts if key.endswith((".xml", ".rels"))])
    text, told = parts[name], []
    for _ in range(random.choice((1, 1, 2))):
        tags = list(_TAG.finditer(text))
        if tags:
            change = random.choice(_CHANGES)
            told.append(change.__name__.strip("_"))
            text = change(text, random.choice(tags), random)
    return f"{name}: {', '.join(told)}", {**parts, name: text}


def _value(text: bytes, tag: re.Match[bytes], random: Random) -> bytes:
    found = list(_VALUE.finditer(tag.group()))
    if not found:
        return text
    one = random.choice(found)
    at, end = tag.start() + one.start(1), tag.start() + one.end(1)
    return text[:at] + random.choice(VALUES) + text[end:]


def _attribute(text: bytes, tag: re.Match[bytes], random: Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(tag.group()))
    if not found:
        return text
    one = random.choice(found)
    return text[: tag.start() + one.start()] + text[tag.start() + one.end() :]


def _tag(text: bytes, tag: re.Match[bytes], _: Random) -> bytes:
    return text[: tag.start()] + text[tag.end() :]


def _element(text: bytes, tag: re.Match[bytes], _: Random) -> bytes:
    name = re.escape(_NAME.match(tag.group())[1])  # type: ignore[index]
    whole = rb"<%s(?: [^>]*)?(?:/>|>.*?</%s>)" % (name, name)
    return re.sub(whole, b"", text, count=1, flags=re.DOTALL)


def _double(text: bytes, tag: re.Match[bytes], _: Random) -> bytes:
    return text[: tag.end()] + tag.group() + text[tag.end() :]


def _comment(text: bytes, tag: re.Match[bytes], _: Random) -> bytes:
    return text[: tag.end()] + b"<!-- x --><?x y?>" + text[tag.end() :]


def _name(text: bytes, tag: re.Match[bytes], random: Random) -> bytes:
    old = _NAME.match(tag.group())[1]  # type: ignore[index]
    new = _NAME.match(random.choice(list(_TAG.finditer(text))).group())[1]  # type: ignore[index]
    return re.sub(rb"(</?)%s(?=[ />])" % re.escape(old), rb"\1" + new, text)


def _place(text: bytes, tag: re.Match[bytes], random: Random) -> bytes:
    rest = text[: tag.start()] + text[tag.end() :]
    at = random.randrange(len(rest) + 1)
    return rest[:at] + tag.group() + rest[at:]


_CHANGES = (_value, _value, _value, _attribute, _tag, _element, _double, _comment, _name, _place)
_WHOLE = archived(office())


def try_letterhead(data: bytes) -> str:
    """Write on a letterhead: `written`, or the code with which it is refused; nothing else."""
    try:
        docx_bytes(record(), data)
    except KopError as error:
        return error.code
    return "written"


def letterheads(random: Random) -> Iterator[tuple[str, bytes]]:
    """Damaged letterheads without end."""
    parts = office()
    whole = list(damaged_parts(parts))
    while True:
        what, found = random.choice(whole) if random.random() < 0.3 else damaged_xml(parts, random)
        yield what, archived(found)
        at = random.randrange(len(_WHOLE))
        yield f"byte {at}", _WHOLE[:at] + bytes([random.randrange(256)]) + _WHOLE[at + 1 :]
