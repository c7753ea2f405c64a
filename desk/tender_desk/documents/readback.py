"""What a written record has to hold, text by text, so that it can be compared with what it does."""

from collections.abc import Iterable, Iterator

from tender_desk.documents.blocks import (
    Block,
    Pairs,
    Paragraph,
    Record,
    Signatures,
    SignedOff,
    Subheading,
    Table,
)

__all__ = ["ReadBackError", "UnwritableTextError", "block_texts", "compare", "texts_of"]


class ReadBackError(RuntimeError):
    """A document was written that does not say what the record says: a fault of this program."""


class UnwritableTextError(ValueError):
    """A text with signs that a document cannot hold; `text` shows it, `signs` names them."""

    def __init__(self, text: str, signs: Iterable[str]) -> None:
        signs = frozenset(signs)
        self.text = "".join("?" if sign in signs else sign for sign in text)[:80]
        self.signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(signs & set(text)))
        super().__init__(text, signs)

    def __str__(self) -> str:
        return f"{self.text}: {self.signs}"


def texts_of(record: Record) -> Iterator[str]:
    """Every text that a record holds, in order."""
    yield from (record.title, record.number, record.place, record.date, record.time)
    yield from (record.tender, record.root, *record.issuer, *record.recipient)
    yield from block_texts(record.opening)
    for section in record.parts:
        yield section.title
        yield from block_texts(section.blocks)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of the blocks, in order; a table row by row under its headers."""
    for block in blocks:
        match block:
            case Paragraph() | Subheading():
                yield block.text
            case SignedOff():
                yield from (*block.above, *block.below)
            case Pairs():
                yield from (text for item in block.items for text in item)
            case Table() | Signatures():
                drawn = block if isinstance(block, Table) else block.table()
                yield from drawn.headers
                yield from (text for row in drawn.rows for text in row)


def compare(wanted: Iterable[str], found: Iterable[str]) -> None:
    """Hold the texts `found` in a file to those that were `wanted` in it.

    Raises:
        ReadBackError: they differ; it names the first place.
    """
    wanted, found = [*wanted], [*found]
    for index, (one, other) in enumerate(zip(wanted, found, strict=False)):
        if one != other:
            raise ReadBackError(f"text {index}: {one[:60]!r} was written as {other[:60]!r}")
    if len(wanted) != len(found):
        raise ReadBackError(f"{len(wanted)} texts were to be written, {len(found)} were")
