"""A record as GitHub Markdown. What people wrote can break no table and bring no markup."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tender_desk.documents.blocks import (
    Align,
    Block,
    Pairs,
    Paragraph,
    Record,
    Section,
    Signatures,
    SignedOff,
    Subheading,
    Table,
)

__all__ = ["escaped", "markdown"]

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$]")
# `&amp;` would be read as a character, and an address as a link.
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
# What makes a list, a heading or a rule at the beginning of a line.
_BEGINNING = re.compile(r"^([-+=]|[0-9]+(?=[.)](?:\s|$)))")
_RULES = {Align.LEFT: ":---", Align.RIGHT: "---:", Align.CENTRE: ":---:"}


def markdown(record: Record) -> str:
    """The whole record, ending in one newline."""
    head = [
        f"# {escaped(record.title)}",
        f"**Nomor: {escaped(record.number)}**",
        f"**Paket: {escaped(record.tender)}**",
    ]
    if record.recipient:
        head.append("Yth. " + "  \n".join(map(escaped, record.recipient)))
    parts = [*head, *map(_block, record.opening)]
    for section in record.parts:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"## {escaped(section.heading)}"
    yield from map(_block, section.blocks)


def escaped(text: str) -> str:
    """`text` on one line, as Markdown that reads as that very text."""
    line = " ".join(_CONTROLS.sub(" ", text).split())
    line = _MARKUP.sub(lambda found: "\\" + found[0], line)
    line = _ENTITY.sub(r"\\&", line)
    return _ADDRESS.sub(lambda found: "\\" + found[0], line)


def _running(text: str) -> str:
    """Text that stands at the beginning of a line."""
    return _BEGINNING.sub(lambda f: f"\\{f[1]}" if f[1] in "-+=" else f"{f[1]}\\", escaped(text))


def _paragraph(block: Paragraph) -> str:
    text = _running(block.text)
    return f"**{text}**" if block.strong else text


def _pairs(block: Pairs) -> str:
    return "\n".join(f"- {escaped(label)}: {escaped(said)}" for label, said in block.items)


def _signed_off(block: SignedOff) -> str:
    lines = (*block.above, "." * 24, *block.below)
    return "\n\n".join(escaped(line) for line in lines)


def _table(block: Table) -> str:
    return _drawn(block.headers, [_RULES[side] for side in block.align], block.rows)


def _drawn(headers: Iterable[str], rules: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [_row(map(escaped, headers)), _row(rules)]
    return "\n".join([*lines, *(_row(map(escaped, row)) for row in rows)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


_DRAWN: dict[type, Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Subheading: lambda block: f"### {escaped(block.text)}",
    Pairs: _pairs,
    Table: _table,
    Signatures: lambda block: _table(block.table()),
    SignedOff: _signed_off,
}


def _block(block: Block) -> str:
    return _DRAWN[type(block)](block)
