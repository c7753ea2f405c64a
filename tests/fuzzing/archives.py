"""What can be wrong with an archive of XML: parts gone, in other places, saying other things."""

import io
import re
import zipfile
from collections.abc import Iterator
from random import Random

__all__ = ["Parts", "archived", "damaged", "damaged_parts", "parts_of"]

Parts = dict[str, bytes]
_STRICT = {
    f"http://schemas.openxmlformats.org/{name}/2006/main".encode(): (
        f"http://purl.oclc.org/ooxml/{name}/main".encode()
    )
    for name in ("wordprocessingml", "spreadsheetml")
}
_TAG = re.compile(rb"<\w[^<>]*>")
_NAME = re.compile(rb"<([\w:]+)")
_VALUE = re.compile(rb'="([^"]*)"')
_ATTRIBUTE = re.compile(rb' [\w:]+="[^"]*"')
_CONTENT = re.compile(rb">([^<>]+)<")
_VALUES = (
    *(b"", b"x", b"-1", b"0", b"9" * 11, b"1e5", b"1.5", b"12mm", b"true", b"rId1", b"NaN", b"A1"),
    *(b"9" * 310, b"1e999", b"-0", b"0." + b"0" * 400 + b"1", b"#REF!", b"=1/0", b"s", b"A1:XFD9"),
    *(b"_x0000_", "é".encode(), "\u202e".encode(), b"&#65;", b"9" * 5_000),
)


def archived(parts: Parts) -> bytes:
    """Parts as the bytes of a file, which are the same at any time of day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(data: bytes) -> Parts:
    """The parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _byte_changed(data: bytes, random: Random) -> tuple[str, bytes]:
    """The same file with one byte of it another."""
    at = random.randrange(len(data))
    return f"byte {at}", data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _other_contents(part: bytes) -> Iterator[tuple[str, bytes]]:
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
    strict = part
    for old, new in _STRICT.items():
        strict = strict.replace(old, new)
    yield "strict", strict


def damaged_parts(parts: Parts) -> Iterator[tuple[str, Parts]]:
    """Every part taken out, filled with something else, renamed, and put in another's place."""
    for name in parts:
        yield from _damages(parts, name)


def _damages(parts: Parts, name: str) -> Iterator[tuple[str, Parts]]:
    part = parts[name]
    yield f"{name} dropped", {key: each for key, each in parts.items() if key != name}
    for what, other in _other_contents(part):
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


def damaged(parts: Parts, random: Random) -> tuple[str, bytes]:
    """An archive with one part, or some of its tags, or one byte damaged."""
    if random.random() < 0.3:
        what, found = random.choice(list(_damages(parts, random.choice(list(parts)))))
    elif random.random() < 0.9:
        what, found = _damaged_xml(parts, random)
    else:
        return _byte_changed(archived(parts), random)
    return what, archived(found)


def _damaged_xml(parts: Parts, random: Random) -> tuple[str, Parts]:
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
    return text[:at] + random.choice(_VALUES) + text[end:]


def _content(text: bytes, tag: re.Match[bytes], random: Random) -> bytes:
    found = _CONTENT.search(text, tag.end() - 1)
    if found is None:
        return text
    return text[: found.start(1)] + random.choice(_VALUES) + text[found.end(1) :]


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


_CHANGES = (
    _value,
    _value,
    _value,
    _content,
    _content,
    _attribute,
    _tag,
    _element,
    _double,
    _comment,
    _name,
    _place,
)
