"""How a local standard was read where it is silent or at odds with the national text."""

from collections.abc import Callable, Iterator, Mapping

from tender_rules.documents.blocks import Block, Paragraph, Subheading
from tender_rules.documents.labels import EFFECTIVE
from tender_rules.documents.view import View

__all__ = ["readings"]


def readings(view: View) -> Iterator[Block]:
    """Each reading of the overlays in force."""
    said = [text for name in view.evaluation.law.overlays for text in _of(view, name)]
    if said:
        yield Subheading("Pembacaan standar setempat")
        yield from map(Paragraph, said)


def _of(view: View, overlay: str) -> Iterator[str]:
    read = _READ.get(overlay)
    if read:
        yield from read(view)


def _pasuruan(view: View) -> Iterator[str]:
    param = "failure.none_passes_effective"
    standard = "Standar Pelayanan Kabupaten Pasuruan 2022 XXVII angka 2"
    yield (
        f"{standard} butir 4, 7, 10, dan 13 (“pemilihan dinyatakan gagal”) dibaca "
        f"bersama {view.value_cited(param)}: apabila tidak ada peserta yang lulus, pernyataan "
        f"gagal berlaku {EFFECTIVE[view.value(param).value]}."
    )
    yield (
        f"Bagan {standard} memuat “Evaluasi teknis” dua kali; sesuai uraian butir 5 "
        "sampai dengan 8, dibaca sebagai satu tahapan."
    )
    yield (
        "Keadaan gagal yang tidak disebut standar itu, antara lain tidak ada peserta yang "
        "menyampaikan dokumen penawaran dan seluruh penawaran harga di atas HPS, mengikuti "
        "Perpres 16/2018 Pasal 51 ayat (2)."
    )


_READ: Mapping[str, Callable[[View], Iterator[str]]] = {"pasuruan-2022": _pasuruan}
