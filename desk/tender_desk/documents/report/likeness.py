"""What is the same between bidders, on the page for those inside."""

from collections.abc import Iterator

from tender_desk.documents.alike import Alike, all_alike
from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View

__all__ = ["likeness"]

_HEADS = {
    "Yang sama": "<",
    "Kekuatan": "<",
    "Peserta": "<",
    "Jumlah": ">",
    "Dari": ">",
    "Peluang": "<",
    "Uraian": "<",
}
_MEANT = (
    "Fakta, bukan putusan: banyak kesamaan mempunyai sebab yang wajar, dan artinya dinilai orang. "
    "Peluang ialah batas atasnya bila setiap harga satuan tidak bergantung pada yang lain "
    "(model seragam)."
)


def likeness(view: View) -> Iterator[Block]:
    """Each fact as a row; where there is none it is said."""
    found = all_alike(view)
    if found.facts:
        yield Paragraph(_MEANT)
        yield table(_HEADS, [_row(view, each) for each in found.facts])
    if found.said:
        yield Paragraph(found.said)


def _row(view: View, found: Alike) -> tuple[str, ...]:
    more = "; ".join(f"{name}: {value}" for name, value in found.more)
    counts = str(found.count), str(found.compared)
    who = view.all_of(found.codes)
    return (found.kind, found.strength, who, *counts, found.rarity, more and f"Fakta: {more}")
