"""What would have changed the result, for those inside: the nearest of each kind."""

from collections.abc import Iterator
from decimal import Decimal

from tender_desk.documents.blocks import Block, Paragraph, table
from tender_desk.documents.view import View
from tender_rules.whatif.answer import WAITING, Flip, Outcome, WhatIf
from tender_rules.words import number

__all__ = ["turning"]

_KINDS = {
    "harga_satuan": "harga satuan",
    "harga_total": "harga total",
    "nilai": "nilai",
    "ambang_batas": "ambang batas",
    "bobot": "bobot teknis",
    "hps": "nilai total HPS",
    "batas_kewajaran": "batas kewajaran harga",
    "suara": "satu suara",
    "penilaian": "satu penilaian",
    "peserta_keluar": "peserta tidak ikut",
    "tanpa_koreksi": "tanpa koreksi aritmatik",
    "bacaan": "bacaan ketentuan",
}
_HEADS = ("Yang diubah", "Sekarang", "Batas", "Di bawah batas", "Tepat pada batas", "Di atas batas")
_RANGES = (
    "Yang dicoba satu per satu: harga dari nol sampai dua kali HPS, nilai dari nol sampai nilai "
    "tertinggi, ambang batas dan bobot sepuluh angka ke atas dan ke bawah, HPS dan batas kewajaran "
    "sepuluh persen ke atas dan ke bawah."
)


def turning(view: View, found: WhatIf) -> Iterator[Block]:
    """Whether the result is steady; else what turns it, and what would make it wait."""
    if not found.outcome.decided:
        yield Paragraph("Hasil dari angka-angkanya belum ada, jadi tidak ada yang mengubahnya.")
        return
    if found.steady:
        yield Paragraph("Tetap: tidak ada satu hal pun dalam rentangnya yang mengubah hasil ini.")
    if found.flips:
        yield table(dict.fromkeys(_HEADS, "<"), [_row(view, flip) for flip in found.flips])
    if found.to_waiting:
        yield Paragraph("Yang akan membuat evaluasi menunggu:")
        yield table(dict.fromkeys(_HEADS, "<"), [_row(view, flip) for flip in found.to_waiting])
    more = sum(each.cells for each in found.further)
    if more:
        yield Paragraph(f"Selain itu, {more} angka lain juga dapat mengubahnya.")
    waiting = sum(each.cells for each in found.further_waiting)
    if waiting:
        yield Paragraph(f"Selain itu, {waiting} angka lain juga dapat membuatnya menunggu.")
    yield Paragraph(_RANGES)


def _row(view: View, flip: Flip) -> tuple[str, ...]:
    now, to = flip.now or "", flip.after
    if flip.exact is not None:
        now, near, far = (number(Decimal(told)) for told in (now, flip.before, flip.after))
        to = f"{near} – {far}"
    sides = (_outcome(view, side) for side in (flip.below, flip.at, flip.above))
    return (f"{_KINDS[flip.kind]}: {flip.subject}", now, to, *sides)


def _outcome(view: View, outcome: Outcome | None) -> str:
    if outcome is None:
        return "–"
    if outcome.winner is not None:
        return f"pemenang {view.who(outcome.winner)}"
    if outcome.listed:
        return f"daftar {', '.join(map(view.who, outcome.listed))}"
    if outcome.kind == WAITING:
        return f"menunggu: {', '.join(view.words.said('need', code) for code in outcome.codes)}"
    words = {"seri": "sama", "ditolak": "tindakan tidak cocok lagi", "gagal": "gagal"}
    return words[outcome.kind]
