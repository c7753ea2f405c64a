"""How a local standard was read where it is silent or at odds with the national text."""

from collections.abc import Callable, Iterator, Mapping

from tender.terms import StageId
from tender_rules.documents.blocks import Block, Paragraph, Subheading
from tender_rules.documents.labels import EFFECTIVE
from tender_rules.documents.view import View
from tender_rules.documents.wording import term

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
    """Section XXVII is on pascakualifikasi, XXVIII on prakualifikasi up to its list."""
    if not view.kind.before:
        yield from _pascakualifikasi(view)
    elif view.kind.listing:
        yield from _prakualifikasi(view)
    else:
        yield (
            "Standar Pelayanan Kabupaten Pasuruan 2022 XXVIII mengatur prakualifikasi sampai "
            "dengan pengumuman hasil kualifikasi; evaluasi penawaran sesudahnya mengikuti "
            "ketentuan nasional."
        )


def _pascakualifikasi(view: View) -> Iterator[str]:
    """Section XXVII beside Pasal 51 and its follow-up."""
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
    if view.has(StageId.PEMBUKAAN_HARGA):
        envelope = term(view.package.tender.envelope).lower()
        yield (
            f"{standard} butir 2 menempatkan koreksi aritmatik sebelum evaluasi administrasi; pada "
            f"penyampaian {envelope}, koreksi aritmatik dilakukan setelah dokumen penawaran harga "
            "dibuka."
        )


def _prakualifikasi(view: View) -> Iterator[str]:
    """Section XXVIII beside Pasal 51: where it contradicts itself, and where it is silent."""
    standard = "Standar Pelayanan Kabupaten Pasuruan 2022 XXVIII angka 2"
    least = "qualification.least_passing"
    three, basis = view.value_said(least), view.value_cited(least)
    yield (
        f"Bagan {standard} memuat “≤ 3” bagi keadaan gagal dan “≥ 3” bagi keadaan yang "
        f"dilanjutkan; sesuai butir 5 dan 8 standar itu dan {basis}, yang kurang adalah “kurang "
        f"dari {three}”, dan {three} peserta dilanjutkan."
    )
    yield (
        f"Bagan {standard} menuju gagal tanpa perpanjangan; sesuai butir 5b dan 6, dibaca "
        "didahului perpanjangan waktu (Perpres 16/2018 Pasal 51 ayat (1) huruf a)."
    )
    yield (
        f"{standard} butir 6a (“lebih dari 3”) dibaca “{three} atau lebih”, sama dengan butir 5a "
        "dan 8a."
    )
    yield (
        f"{standard} butir 6b (setelah perpanjangan tetap kurang dari 3, dinyatakan gagal) tidak "
        "memiliki dasar tersendiri dalam Perpres 16/2018 Pasal 51 ayat (1): pada pemasukan hanya "
        "tidak adanya peserta yang menyampaikan (huruf a) yang menjadi dasar. Satu atau dua "
        "peserta dievaluasi seluruhnya, dan kegagalannya berdasar huruf b. Butir itu tidak berlaku "
        "bagi prakualifikasi ulang."
    )
    yield (
        f"“Evaluasi penawaran” dalam bagan {standard} dibaca evaluasi dokumen kualifikasi sesuai "
        "butir 7, karena belum ada penawaran."
    )
    yield (
        f"“BAHP/BAHS” dalam bagan {standard} dibaca berita acara hasil prakualifikasi, karena "
        "produk pelayanannya adalah Penetapan Hasil Kualifikasi."
    )
    yield (
        f"{standard} tidak mengatur kelanjutan prakualifikasi ulang; mengikuti Perpres 16/2018 "
        "Pasal 51 ayat (5): dua peserta lulus dilanjutkan, satu peserta lulus dilanjutkan dengan "
        "Penunjukan Langsung."
    )
    yield (
        f"“Penawaran” dalam {standard[:-1]}1 (Persyaratan) dibaca dokumen kualifikasi; kalimat "
        "yang sama tercantum tiga kali dan dibaca sekali."
    )


_READ: Mapping[str, Callable[[View], Iterator[str]]] = {"pasuruan-2022": _pasuruan}
