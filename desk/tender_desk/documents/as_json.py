"""A record as plain data for JSON: everything that it holds, as text."""

from collections.abc import Mapping
from typing import Any

import attrs

from tender_desk.documents.blocks import (
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

__all__ = ["FORMAT", "KINDS", "bahp_dict"]

FORMAT = "tender-bahp/1"
KINDS: Mapping[type[Block], str] = {
    Paragraph: "paragraf",
    Subheading: "subjudul",
    Pairs: "daftar",
    Table: "tabel",
    Signatures: "tanda_tangan",
    SignedOff: "penanda_tangan",
}


def bahp_dict(record: Record) -> dict[str, Any]:
    """The record as dictionaries, lists, text and truth values; each block names its `kind`."""
    plain = attrs.asdict(record, recurse=False)
    del plain["lacks"]  # its annex says it
    plain["opening"] = [_block(block) for block in record.opening]
    plain["issuer"] = list(record.issuer)
    plain["recipient"] = list(record.recipient)
    plain["sections"] = [*map(_section, record.sections)]
    plain["annex"] = [*map(_section, record.annex)]
    return {"format": FORMAT, **plain}


def _section(section: Section) -> dict[str, Any]:
    return {
        "letter": section.letter,
        "title": section.title,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    kind = {"kind": KINDS[type(block)]}
    if isinstance(block, Pairs):
        return kind | {"items": [list(item) for item in block.items]}
    if isinstance(block, Table):
        return kind | {
            "headers": list(block.headers),
            "align": [str(side) for side in block.align],
            "rows": [list(row) for row in block.rows],
        }
    if isinstance(block, Signatures):
        lines = [attrs.asdict(line) for line in block.lines]
        return kind | {"headers": list(block.headers), "lines": lines}
    return kind | attrs.asdict(block)
