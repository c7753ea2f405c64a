"""The regulation's terms, as enumerations. A value is the regulation's own word in snake case."""

from enum import StrEnum

__all__ = [
    "FIXED_PRICE",
    "AssessmentVerdict",
    "Binding",
    "BusinessSize",
    "Canceller",
    "Category",
    "ComponentKind",
    "Contract",
    "CorrectedBy",
    "Decider",
    "Doubt",
    "Envelope",
    "Method",
    "NegotiationOutcome",
    "ObjectionDecision",
    "Panel",
    "Part",
    "Phase",
    "PreviousKind",
    "ProcedureName",
    "ProofScope",
    "Rounding",
    "StageId",
    "Subject",
    "TimeZone",
    "UnbalancedOutcome",
    "Unsur",
    "WithdrawalCause",
]


class Category(StrEnum):
    """What is procured (Perpres 16/2018 Pasal 3 ayat (1))."""

    BARANG = "barang"
    PEKERJAAN_KONSTRUKSI = "pekerjaan_konstruksi"
    JASA_LAINNYA = "jasa_lainnya"
    JASA_KONSULTANSI_BADAN_USAHA = "jasa_konsultansi_badan_usaha"
    JASA_KONSULTANSI_PERORANGAN = "jasa_konsultansi_perorangan"


class TimeZone(StrEnum):
    """A zone of Indonesia by its name in the tz database; its hours stand in `zones`."""

    JAKARTA = "Asia/Jakarta"
    MAKASSAR = "Asia/Makassar"
    JAYAPURA = "Asia/Jayapura"


class ProcedureName(StrEnum):
    """When qualification is evaluated (Pasal 44 ayat (2))."""

    PASCAKUALIFIKASI = "pascakualifikasi"
    PRAKUALIFIKASI = "prakualifikasi"


class Envelope(StrEnum):
    """How a bid is handed in (Pasal 40 ayat (1))."""

    SATU_FILE = "satu_file"
    DUA_FILE = "dua_file"
    DUA_TAHAP = "dua_tahap"


class Method(StrEnum):
    """How bids are compared (Pasal 39 and Pasal 42)."""

    HARGA_TERENDAH_SISTEM_GUGUR = "harga_terendah_sistem_gugur"
    HARGA_TERENDAH_AMBANG_BATAS = "harga_terendah_ambang_batas"
    SISTEM_NILAI = "sistem_nilai"
    UMUR_EKONOMIS = "umur_ekonomis"
    KUALITAS_BIAYA = "kualitas_biaya"
    KUALITAS = "kualitas"
    PAGU_ANGGARAN = "pagu_anggaran"
    BIAYA_TERENDAH = "biaya_terendah"


class Contract(StrEnum):
    """The kind of contract (Pasal 27)."""

    HARGA_SATUAN = "harga_satuan"
    LUMSUM = "lumsum"
    GABUNGAN = "gabungan"
    TERIMA_JADI = "terima_jadi"
    PUTAR_KUNCI = "putar_kunci"
    WAKTU_PENUGASAN = "waktu_penugasan"


# Contracts whose whole price is one amount, whatever its lines come to.
FIXED_PRICE = (Contract.LUMSUM, Contract.TERIMA_JADI, Contract.PUTAR_KUNCI)


class Part(StrEnum):
    """Which part of a *gabungan* contract a line belongs to."""

    HARGA_SATUAN = "harga_satuan"
    LUMSUM = "lumsum"


class BusinessSize(StrEnum):
    """The size of a bidder's business."""

    MIKRO = "mikro"
    KECIL = "kecil"
    MENENGAH = "menengah"
    BESAR = "besar"
    KOPERASI = "koperasi"


class StageId(StrEnum):
    """Every stage that an evaluation may have, in the order of the regulation."""

    PEMASUKAN_KUALIFIKASI = "pemasukan_kualifikasi"
    PEMBUKAAN = "pembukaan"
    KOREKSI_ARITMATIK = "koreksi_aritmatik"
    PENAWARAN_DIEVALUASI = "penawaran_dievaluasi"
    EVALUASI_ADMINISTRASI = "evaluasi_administrasi"
    EVALUASI_KUALIFIKASI = "evaluasi_kualifikasi"
    EVALUASI_TEKNIS = "evaluasi_teknis"
    PEMBUKAAN_HARGA = "pembukaan_harga"
    PENYETARAAN_TEKNIS = "penyetaraan_teknis"
    EVALUASI_HARGA = "evaluasi_harga"
    PEMBUKTIAN_KUALIFIKASI = "pembuktian_kualifikasi"
    PENETAPAN_HASIL_KUALIFIKASI = "penetapan_hasil_kualifikasi"
    NEGOSIASI = "negosiasi"
    PENETAPAN = "penetapan"


class Phase(StrEnum):
    """Which documents a deadline is for; the last is the revised offer of *dua tahap*."""

    KUALIFIKASI = "kualifikasi"
    PENAWARAN = "penawaran"
    PENAWARAN_TAHAP_DUA = "penawaran_tahap_dua"


class Subject(StrEnum):
    """Which result an act, an announcement, an objection or a record is about."""

    KUALIFIKASI = "kualifikasi"
    PEMILIHAN = "pemilihan"


class Rounding(StrEnum):
    """Whether the tender's document rounds a corrected total, and to what."""

    NONE = "none"
    SEN = "sen"
    RUPIAH = "rupiah"

    @property
    def places(self) -> int | None:
        """The decimals of a rupiah that are left; `None` where nothing is rounded."""
        return _PLACES.get(self)


_PLACES = {Rounding.SEN: 2, Rounding.RUPIAH: 0}


class Binding(StrEnum):
    """Which of two stated totals binds the bidder."""

    SURAT_PENAWARAN = "surat_penawaran"
    DAFTAR_KUANTITAS = "daftar_kuantitas"


class ProofScope(StrEnum):
    """Who is called to *pembuktian kualifikasi*."""

    CALON_PEMENANG_DAN_CADANGAN = "calon_pemenang_dan_cadangan"
    SEMUA_LULUS_HARGA = "semua_lulus_harga"


class Panel(StrEnum):
    """How the scores of a panel become one."""

    MEAN = "mean"


class CorrectedBy(StrEnum):
    """Whose correction a ready-made total is."""

    SPSE = "spse"
    POKJA = "pokja"


class AssessmentVerdict(StrEnum):
    """What a member judges."""

    MEMENUHI = "memenuhi"
    TIDAK_MEMENUHI = "tidak_memenuhi"


class Doubt(StrEnum):
    """What looks like a slip of the finger in a price, until somebody says that it is none."""

    HARGA_BERLIPAT = "harga_berlipat"
    TOTAL_JAUH = "total_jauh"
    VOLUME_BERBEDA = "volume_berbeda"
    BARIS_NOL = "baris_nol"
    PENAWARAN_KOSONG = "penawaran_kosong"


class Decider(StrEnum):
    """Who determines or declares."""

    POKJA = "pokja"
    PA = "pa"


class Canceller(StrEnum):
    """Who may call a procurement off."""

    PA = "pa"
    KPA = "kpa"
    PPK = "ppk"


class Unsur(StrEnum):
    """The parts of a technical proposal for consultancy, each with its range of weights."""

    PENGALAMAN = "pengalaman"
    PROPOSAL_TEKNIS = "proposal_teknis"
    TENAGA_AHLI = "tenaga_ahli"


class NegotiationOutcome(StrEnum):
    """How a *klarifikasi dan negosiasi* ended."""

    SEPAKAT = "sepakat"
    GAGAL = "gagal"


class ObjectionDecision(StrEnum):
    """How a *sanggah* was answered."""

    BENAR_SUBSTANSIAL = "benar_substansial"
    BENAR_TIDAK_SUBSTANSIAL = "benar_tidak_substansial"
    TIDAK_BENAR = "tidak_benar"


class Channel(StrEnum):
    """By which way an objection came: through SPSE, or outside it."""

    SPSE = "spse"
    LUAR = "luar"


class Addressee(StrEnum):
    """To whom an objection is addressed."""

    POKJA = "pokja"
    PPK = "ppk"
    PA = "pa"
    KPA = "kpa"
    LAINNYA = "lainnya"


class AppealDecision(StrEnum):
    """How a *sanggah banding* was answered."""

    BENAR = "benar"
    TIDAK_BENAR = "tidak_benar"


class BondResult(StrEnum):
    """What the issuer of the bond of an appeal said of it when it was asked."""

    SAH = "sah"
    TIDAK_SAH = "tidak_sah"


class Refuser(StrEnum):
    """Who may refuse the result of the Pokja."""

    PA = "pa"
    PPK = "ppk"


class CommitmentAlgorithm(StrEnum):
    """How the digest of a price was made."""

    SHA256 = "sha256"


class PropertiesOf(StrEnum):
    """Which file of a bid its properties are of: the price, which stays sealed, or another."""

    PRICE = "price"
    OTHER = "other"


class InvitedTo(StrEnum):
    """What a bidder is invited to."""

    KLARIFIKASI = "klarifikasi"
    NEGOSIASI = "negosiasi"
    PEMBUKTIAN = "pembuktian"


class CountedBy(StrEnum):
    """Which days a period counts."""

    HARI_KALENDER = "hari_kalender"
    HARI_KERJA = "hari_kerja"


class PreviousKind(StrEnum):
    """Why an earlier package exists."""

    EVALUASI_ULANG = "evaluasi_ulang"
    PENAWARAN_ULANG = "penawaran_ulang"
    TENDER_ULANG = "tender_ulang"
    PRAKUALIFIKASI_ULANG = "prakualifikasi_ulang"


class ComponentKind(StrEnum):
    """What a row of an analysis of a unit price is for."""

    UPAH = "upah"
    BAHAN = "bahan"
    ALAT = "alat"


class UnbalancedOutcome(StrEnum):
    """What clarifying a unit price far above the estimate's came to."""

    TIMPANG = "timpang"
    TIDAK_TIMPANG = "tidak_timpang"


class WithdrawalCause(StrEnum):
    """Why a bidder left: of its own accord, or by not extending its bid's validity."""

    PENGUNDURAN_DIRI = "pengunduran_diri"
    MENOLAK_PERPANJANGAN = "menolak_perpanjangan"
