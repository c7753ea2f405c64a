"""The blocks of a record as HTML: text, labels, and tables, which a phone shows as cards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from tender_desk.documents.blocks import Align, Block, Pairs, Paragraph, Subheading, Table
from tender_desk.documents.report.html import Element, Node, el

__all__ = ["boxed", "folded", "sheet", "table_of", "tabled", "titled", "under"]

_SIDES = {Align.LEFT: None, Align.RIGHT: "r", Align.CENTRE: "c"}
# So many columns stand beside each other on a phone.
_NARROW = 2


def sheet(blocks: Iterable[Block]) -> Iterator[Element]:
    """Each block, under its subheading."""
    caption = ""
    for block in blocks:
        if isinstance(block, Subheading):
            caption = block.text
        yield table_of(block, caption) if isinstance(block, Table) else _DRAWN[type(block)](block)


def under(title: str, *content: Element | None, id: str, note: str = "") -> Element:  # noqa: A002
    """A section of the page under its heading."""
    said = el("p", note, class_="note") if note else None
    return el("section", el("h2", title), said, *content, id=id)


def folded(title: str, blocks: Iterable[Block], *, open: bool = False) -> Element | None:  # noqa: A002
    """What stands folded behind its title until somebody opens it; nothing where nothing is."""
    content = list(sheet(blocks))
    if not content:
        return None
    return el("details", el("summary", title), *content, class_="fold", open="" if open else None)


def table_of(table: Table, caption: str = "") -> Element:
    """A table of a record, called by the heading above it, or by its headers."""
    said = titled(caption) if caption else None
    label = caption or ", ".join(filter(None, table.headers))
    return boxed(tabled([*zip(table.headers, table.align, strict=True)], table.rows, said), label)


def tabled(
    heads: Sequence[tuple[str, Align]], rows: Iterable[Sequence[Node]], caption: Element | None
) -> Element:
    """A table under its heads. On a phone each row of a wide one is a card.

    There each cell says under which head it stands; the roles are told because it would else be no
    table to a screen reader.
    """
    wide = len(heads) > _NARROW

    def part(tag: str, *children: Node | None, role: str, **more: str | None) -> Element:
        return el(tag, *children, role=role if wide else None, **more)

    def cell(content: Node, title: str, side: Align) -> Element:
        label = title if wide else None
        return part("td", content, class_=_SIDES[side], role="cell", data_label=label)

    titles = [
        part("th", title, scope="col", class_=_SIDES[side], role="columnheader")
        for title, side in heads
    ]
    drawn = [
        part("tr", *(cell(x, *head) for x, head in zip(row, heads, strict=True)), role="row")
        for row in rows
    ]
    return part(
        "table",
        caption,
        part("thead", part("tr", *titles, role="row"), role="rowgroup"),
        part("tbody", *drawn, role="rowgroup"),
        role="table",
        class_="cards" if wide else None,
    )


def titled(caption: str) -> Element:
    """The caption of a table whose title stands above it already: only to be read aloud."""
    return el("caption", caption, class_="unseen")


def boxed(table: Element, label: str) -> Element:
    """A table in the box that scrolls, which a keyboard reaches too."""
    return el("div", table, class_="scroll", tabindex="0", role="region", aria_label=label)


def _pairs(block: Pairs) -> Element:
    """Labels with all that stands under each."""
    items: list[Element] = []
    for label, group in groupby(block.items, key=lambda item: item[0]):
        items += [el("dt", label), *(el("dd", said) for _, said in group)]
    return el("dl", *items)


_DRAWN: dict[type, Callable[[Any], Element]] = {
    Paragraph: lambda block: el("p", block.text, class_="strong" if block.strong else None),
    Subheading: lambda block: el("h3", block.text),
    Pairs: _pairs,
}
