"""How a procurement ends: grounds of failure, from when they hold, and what follows."""

from collections.abc import Mapping

__all__ = [
    "EFFECTIVE",
    "FEWER_THAN_THREE",
    "FOLLOW_UP",
    "FOLLOW_UP_OF_LIST",
    "FOLLOW_UP_OF_SELEKSI",
    "GROUNDS",
]

_PERPRES = "perpres-16-2018:51(2)"
_LKPP = "lkpp-12-2021:4.2.14.a."
_QUALIFICATION = "perpres-16-2018:51(1)"
_CAUSES = "lkpp-12-2021:4.1.1.j:"
FEWER_THAN_THREE = f"{_QUALIFICATION}b"

# In the words of Perpres 16/2018 Pasal 51 ayat (2), of Peraturan LKPP 12/2021 angka 4.2.14, of
# Pasal 51 ayat (1), and of the causes in Tabel 2 of angka 4.1.1 huruf j.
GROUNDS: Mapping[str, str] = {
    f"{_PERPRES}a": "terdapat kesalahan dalam proses evaluasi",
    f"{_PERPRES}b": "tidak ada peserta yang menyampaikan dokumen penawaran setelah ada pemberian "
    "waktu perpanjangan",
    f"{_PERPRES}c": "tidak ada peserta yang lulus evaluasi penawaran",
    f"{_PERPRES}d": "ditemukan kesalahan dalam Dokumen Pemilihan atau tidak sesuai dengan "
    "ketentuan dalam Peraturan Presiden",
    f"{_PERPRES}e": "seluruh peserta terlibat Korupsi, Kolusi, dan Nepotisme (KKN)",
    f"{_PERPRES}f": "seluruh peserta terlibat persaingan usaha tidak sehat",
    f"{_PERPRES}g": "seluruh penawaran harga di atas HPS",
    f"{_PERPRES}h": "negosiasi biaya pada Seleksi tidak tercapai",
    f"{_PERPRES}i": "KKN melibatkan Pokja Pemilihan/PPK",
    f"{_LKPP}c": "seluruh penawaran biaya pada Seleksi dengan metode evaluasi Pagu Anggaran di "
    "atas Pagu Anggaran",
    f"{_LKPP}i": "Pokja Pemilihan tidak menjalankan prosedur berdasarkan Dokumen Pemilihan",
    f"{_LKPP}k": "PA/KPA menyetujui penolakan oleh PPK atas hasil pemilihan",
    f"{_LKPP}l": "PA/KPA menolak menetapkan pemenang",
    f"{_QUALIFICATION}a": "setelah pemberian waktu perpanjangan, tidak ada peserta yang "
    "menyampaikan dokumen kualifikasi",
    FEWER_THAN_THREE: "jumlah peserta yang lulus prakualifikasi kurang dari 3 (tiga) peserta",
    f"{_CAUSES}kesalahan_evaluasi": "evaluasi kualifikasi tidak sesuai dengan Dokumen Kualifikasi "
    "atau terdapat kesalahan evaluasi",
    f"{_CAUSES}gangguan_spse": "terjadi gangguan pada SPSE",
    f"{_CAUSES}kesalahan_dokumen": "ditemukan kesalahan dalam Dokumen Kualifikasi yang disusun "
    "Pokja Pemilihan",
    f"{_CAUSES}persekongkolan": "terdapat indikasi persekongkolan",
    f"{_CAUSES}diskriminatif": "terdapat persyaratan yang diskriminatif",
    f"{_CAUSES}kecurangan_pengumuman": "terdapat kecurangan dalam pengumuman",
}

EFFECTIVE: Mapping[str, str] = {
    "segera": "sejak dinyatakan",
    "setelah_masa_sanggah": "setelah masa sanggah berakhir",
}

# What follows: its name, and the sentence that it is due.
FOLLOW_UP: Mapping[str, tuple[str, str]] = {
    "tender_ulang": ("Tender ulang", "Pokja Pemilihan segera melakukan Tender ulang."),
    "evaluasi_penawaran_ulang": (
        "Evaluasi penawaran ulang",
        "Pokja Pemilihan segera melakukan evaluasi penawaran ulang.",
    ),
    "penyampaian_penawaran_ulang": (
        "Penyampaian penawaran ulang",
        "Pokja Pemilihan segera melakukan penyampaian penawaran ulang.",
    ),
    "penunjukan_langsung": (
        "Penunjukan Langsung dengan persetujuan PA/KPA",
        (
            "Pokja Pemilihan dengan persetujuan PA/KPA melakukan Penunjukan Langsung, dengan "
            "kriteria kebutuhan tidak dapat ditunda dan tidak cukup waktu untuk melaksanakan "
            "Tender (Perpres 16/2018 Pasal 51 ayat (10)). Tanpa persetujuan itu, atau apabila "
            "salah satu kriteria tidak terpenuhi, Penunjukan Langsung tidak dapat dilakukan."
        ),
    ),
    "menurut_penyebab": (
        "Menurut penyebab kegagalan",
        "Tindak lanjut, termasuk pengulangan pemilihan, ditetapkan menurut penyebab kegagalan.",
    ),
    "negosiasi": (
        "Klarifikasi dan negosiasi teknis dan harga",
        (
            "Karena hanya ada satu penawaran yang masuk, dilakukan klarifikasi dan negosiasi "
            "teknis dan harga dengan peserta tersebut."
        ),
    ),
    "reverse_auction": (
        "E-reverse Auction, bila Pokja Pemilihan memutuskannya",
        (
            "Karena dua penawaran memenuhi, Pokja Pemilihan dapat melakukan penawaran harga secara "
            "berulang (E-reverse Auction) di antara kedua peserta; hal itu bukan keharusan."
        ),
    ),
    "prakualifikasi_ulang": (
        "Prakualifikasi ulang",
        "Pokja Pemilihan segera melakukan prakualifikasi ulang.",
    ),
    "evaluasi_kualifikasi_ulang": (
        "Evaluasi dan pembuktian kualifikasi ulang",
        "Pokja Pemilihan melakukan evaluasi dan pembuktian kualifikasi ulang.",
    ),
    "penyampaian_kualifikasi_ulang": (
        "Penyampaian dokumen kualifikasi ulang",
        "Pokja Pemilihan melakukan penyampaian dokumen kualifikasi ulang.",
    ),
    "cari_penyebab": (
        "Diumumkan, dilaporkan, dan dicari penyebabnya",
        (
            "Pokja Pemilihan mengumumkan hasil prakualifikasi ulang, melaporkannya kepada Pejabat "
            "Penandatangan Kontrak, dan mencari penyebab kegagalannya."
        ),
    ),
}

# The same codes where they mean something else: after a list, and in a Seleksi.
FOLLOW_UP_OF_LIST: Mapping[str, tuple[str, str]] = {
    "penunjukan_langsung": (
        "Penunjukan Langsung",
        (
            "Karena peserta yang lulus prakualifikasi ulang berjumlah 1 (satu) peserta, "
            "dilanjutkan dengan proses Penunjukan Langsung (Perpres 16/2018 Pasal 51 ayat (5) "
            "huruf b)."
        ),
    ),
}
FOLLOW_UP_OF_SELEKSI: Mapping[str, tuple[str, str]] = {
    "negosiasi": (
        "Klarifikasi dan negosiasi teknis dan biaya",
        (
            "Setelah masa sanggah selesai, dilakukan klarifikasi dan negosiasi terhadap penawaran "
            "teknis dan biaya dengan calon pemenang (Perpres 16/2018 Pasal 50 ayat (3))."
        ),
    ),
}
