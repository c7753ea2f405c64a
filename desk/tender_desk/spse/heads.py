"""What the heads of SPSE's columns mean, whatever their order and whichever are missing."""

import re
from collections.abc import Mapping, Sequence

from tender_desk.spse.page_values import MARKS, Meaning, TableKind

__all__ = ["is_ambiguous", "kind_of", "meaning_of", "pair_of"]

_BIDDERS: Mapping[Meaning, str] = {
    Meaning.NO: "no|nomor|no urut|#",
    Meaning.NAMA: "nama peserta|peserta|nama penyedia|penyedia|nama perusahaan|nama badan usaha|"
    "nama pelaku usaha|pelaku usaha|nama peserta npwp",
    Meaning.NAMA_PEMENANG: "nama pemenang|pemenang tender|nama pemenang berkontrak",
    Meaning.NPWP: "npwp|npwp peserta|npwp penyedia",
    Meaning.ALAMAT: "alamat",
    Meaning.PENAWARAN: "penawaran|harga penawaran|nilai penawaran|biaya penawaran",
    Meaning.TERKOREKSI: "penawaran terkoreksi|harga terkoreksi|harga penawaran terkoreksi|"
    "nilai terkoreksi|biaya terkoreksi|biaya penawaran terkoreksi|terkoreksi|pt",
    Meaning.NEGOSIASI: "hasil negosiasi|harga negosiasi|harga hasil negosiasi|biaya negosiasi|"
    "nilai negosiasi|negosiasi|hn",
    Meaning.REVERSE_AUCTION: "reverse auction|harga reverse auction|hasil reverse auction",
    Meaning.KONTRAK: "harga kontrak|nilai kontrak|nilai pdn|nilai umk",
    Meaning.A: "a|evaluasi administrasi|administrasi",
    Meaning.K: "k|evaluasi kualifikasi|kualifikasi",
    Meaning.T: "t|evaluasi teknis|teknis",
    Meaning.H: "h|evaluasi harga|evaluasi biaya|evaluasi harga biaya",
    Meaning.B: "b|pembuktian kualifikasi|pembuktian",
    Meaning.P: "p|pemenang",
    Meaning.PK: "pk|pemenang berkontrak",
    Meaning.V: "v|pemenang terverifikasi|undangan verifikasi|verifikasi",
    Meaning.SKOR: "skor kualifikasi|skor pembuktian|skor teknis|skor harga|skor biaya|skor akhir|"
    "sk|sb|st|sh|sa",
    Meaning.ALASAN: "alasan|alasan gugur|keterangan",
}
_ITEMS: Mapping[Meaning, str] = {
    Meaning.NO: "no|nomor|#|no mata pembayaran",
    Meaning.URAIAN: "jenis barang jasa|jenis barang|uraian|uraian pekerjaan|uraian barang jasa|"
    "nama barang jasa|jenis pekerjaan|keluaran",
    Meaning.SATUAN: "satuan|satuan unit|satuan ukuran|unit",
    Meaning.VOLUME: "volume|vol|kuantitas|perkiraan kuantitas",
    Meaning.HARGA: "harga biaya|harga satuan|harga|biaya|harga biaya satuan|biaya satuan",
    Meaning.PAJAK: "pajak %|pajak|ppn %|ppn",
    Meaning.PAJAK_RUPIAH: "pajak rp|ppn rp",
    Meaning.TOTAL: "total|total harga|jumlah|jumlah harga|total biaya",
    Meaning.KETERANGAN: "keterangan|kunci baris|tkdn %|tkdn|pdn",
}
_AMBIGUOUS_P = "p"


def _words(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {word: meaning for meaning, words in table.items() for word in words.split("|")}


_KNOWN = {TableKind.PESERTA: _words(_BIDDERS), TableKind.RINCIAN: _words(_ITEMS)}
_TOLD_BY_BIDDER = frozenset(
    {Meaning.NPWP, Meaning.PENAWARAN, Meaning.TERKOREKSI, Meaning.NEGOSIASI, *MARKS}
)
_TOLD_BY_LINE = frozenset({Meaning.VOLUME, Meaning.HARGA, Meaning.TOTAL})
_FEWEST_BY_LINE = 2
# Pairs of a page about one tender that stand beside each other, `Kode Tender | 123`.
_FACTS = frozenset(
    {"kode tender", "nama tender", "kode seleksi", "nilai pagu paket", "nilai hps paket"}
    | {"nama peserta", "nama penyedia", "peserta", "penyedia", "nama perusahaan", "npwp"}
)


def _plain(head: str) -> str:
    """A head without case and punctuation, and without the unit that amounts stand in."""
    words = re.sub(r"[^\w#%]+", " ", head.casefold()).split()
    kept = [word for word in words if word != "rp"]
    # "Pajak (Rp.)" is told from "Pajak (%)" by its unit alone.
    return " ".join(words if kept in (["pajak"], ["ppn"]) else kept)


def meaning_of(kind: TableKind, head: str) -> Meaning | None:
    """What a column of such a table holds; `None` where its head is not known."""
    plain = _plain(head)
    return _KNOWN[kind].get(plain)


def is_ambiguous(head: str) -> bool:
    """Whether SPSE has two columns of this head: *P* is Penawaran in one page, else Pemenang."""
    return _plain(head) == _AMBIGUOUS_P


def kind_of(heads: Sequence[str]) -> tuple[TableKind | None, int]:
    """What kind of table has these heads, and how many of them are known."""
    for kind in TableKind:
        known = [meaning_of(kind, head) for head in heads]
        found = {meaning for meaning in known if meaning}
        count = sum(meaning is not None for meaning in known)
        named = found & {Meaning.NAMA, Meaning.NAMA_PEMENANG}
        if kind is TableKind.PESERTA and named and found & _TOLD_BY_BIDDER:
            return kind, count
        told = len(found & _TOLD_BY_LINE)
        if kind is TableKind.RINCIAN and Meaning.URAIAN in found and told >= _FEWEST_BY_LINE:
            return kind, count
    return None, 0


def pair_of(cells: Sequence[str]) -> tuple[str, str] | None:
    """A known pair of key and value that stand beside each other; `None` where they are none."""
    given = [cell for cell in cells if cell and cell != ":"]
    if len(given) != len(("key", "value")) or _plain(given[0]) not in _FACTS:
        return None
    return _plain(given[0]), given[1].removeprefix(":").strip()
