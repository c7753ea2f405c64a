"""The hints of the law's faults for who typed a workbook: its sheets and columns, and no keys.

A code that is not here has words that hold in both.
"""

from collections.abc import Mapping

from attrs import evolve

from tender.faults import FaultText
from tender_rules.objections.texts import TEXTS as OF_KEYS

__all__ = ["TEXTS"]


def _hint(code: str, hint_id: str, hint_en: str) -> FaultText:
    """The message as it is, with another hint."""
    return evolve(OF_KEYS[code], hint_id=hint_id, hint_en=hint_en)


TEXTS: Mapping[str, FaultText] = {
    "ATR002": _hint(
        "ATR002",
        "periksa Pekerjaan kompleks di lembar Paket, atau pilih prakualifikasi",
        "check Pekerjaan kompleks on the sheet Paket, or choose prakualifikasi",
    ),
    "ATR003": _hint(
        "ATR003",
        "periksa Jenis pengadaan dan Jenis kontrak di lembar Paket",
        "check Jenis pengadaan and Jenis kontrak on the sheet Paket",
    ),
    "ATR010": _hint(
        "ATR010",
        "isi kolom Pemenang dengan kode peserta",
        "fill in the column Pemenang with the code of a participant",
    ),
    "ATR012": _hint(
        "ATR012",
        "periksa kolom Waktu; tindakan yang lebih akhir yang berlaku",
        "check the column Waktu; the later act stands",
    ),
    "ATR013": _hint(
        "ATR013",
        "kosongkan Jaminan penawaran di lembar Persyaratan; bila dokumen memintanya, dokumen itu"
        " perlu diadendum",
        "clear Jaminan penawaran on the sheet Persyaratan; a document that asks it needs an"
        " addendum",
    ),
    "ATR015": _hint(
        "ATR015",
        "periksa isian ini, Jenis pengadaan, dan Metode evaluasi di lembar Paket; yang dibolehkan"
        " disebut pasal itu",
        "check this field, Jenis pengadaan and Metode evaluasi on the sheet Paket; the article"
        " names what may be used",
    ),
    "ATR016": _hint(
        "ATR016",
        "periksa Pekerjaan kompleks di lembar Paket, atau pilih pascakualifikasi",
        "check Pekerjaan kompleks on the sheet Paket, or choose pascakualifikasi",
    ),
    "ATR022": _hint(
        "ATR022",
        "periksa bobotnya; bila {param}_least dan {param}_most terbuka (lihat tender rules),"
        " rentang menurut dokumen ditulis di lembar Nilai Dokumen beserta klausulnya",
        "check the weight; where {param}_least and {param}_most are open (see tender rules), the"
        " document's own range is written on the sheet Nilai Dokumen with its clause",
    ),
    "ATR023": _hint(
        "ATR023",
        "isi kolom Unsur pada setiap kriteria berbobot, atau pada tidak satu pun",
        "fill in the column Unsur on every scored criterion, or on none",
    ),
    "ATR024": _hint(
        "ATR024",
        "isi kolom Daftar peserta dengan kode peserta; daftar kosong ditulis tanda -",
        "fill in the column Daftar peserta with codes of participants; an empty list is -",
    ),
    "ATR025": _hint(
        "ATR025",
        "periksa Pemasukan dokumen di lembar Paket, atau kosongkan isian ini",
        "check Pemasukan dokumen on the sheet Paket, or clear this entry",
    ),
    "ATR026": _hint(
        "ATR026",
        "periksa kolom Daftar peserta pada penetapan hasil kualifikasi, atau kosongkan penawaran"
        " itu",
        "check the column Daftar peserta of the determination, or clear that bid",
    ),
    "ATR027": _hint(
        "ATR027",
        "tulis 2 atau lebih pada Tender ke- (atau Prakualifikasi ke-), atau periksa Paket"
        " sebelumnya: jenis",
        "write 2 or more in Tender ke- (or Prakualifikasi ke-), or check Paket sebelumnya: jenis",
    ),
    "ATR031": _hint(
        "ATR031",
        "catat peristiwa akhir masa sanggah, atau periksa kolom Waktu",
        "record the event akhir masa sanggah, or check the column Waktu",
    ),
    "ATR032": _hint(
        "ATR032",
        "kosongkan kolom Orang-bulan; volume ditulis pada kolom Volume",
        "clear the column Orang-bulan; a volume is written in the column Volume",
    ),
    "ATR033": _hint(
        "ATR033",
        "catat penetapan tentang pemilihan, atau periksa kolom Waktu",
        "record the penetapan of pemilihan, or check the column Waktu",
    ),
    "ATR036": _hint(
        "ATR036",
        "periksa peristiwa ini, atau tulis varian menurut Dokumen Pemilihan di lembar Nilai"
        " Dokumen",
        "check the event, or write the document's reading on the sheet Nilai Dokumen",
    ),
    "ATR037": _hint(
        "ATR037",
        "hapus peristiwa ini, atau periksa Jenis pengadaan di lembar Paket",
        "take the event out, or check Jenis pengadaan on the sheet Paket",
    ),
    "ATR028": FaultText(
        "Prakualifikasi ke- hanya untuk prakualifikasi, bukan {kind}",
        "kosongkan isian ini; putaran tender ditulis pada Tender ke-",
        "Prakualifikasi ke- is for prakualifikasi, not {kind}",
        "clear this field; the round of a tender is written in Tender ke-",
    ),
    "ATR029": FaultText(
        "Yang diundang pembuktian {found} tidak berlaku dalam prakualifikasi",
        "kosongkan Yang diundang pembuktian di lembar Persyaratan; semua yang lulus evaluasi"
        " kualifikasi diundang",
        "Yang diundang pembuktian {found} has no meaning in a prakualifikasi",
        "clear Yang diundang pembuktian on the sheet Persyaratan; whoever passed the evaluation is"
        " called",
    ),
}
