"""The sheets `Paket` and `Persyaratan`: one value a row."""

from tender import terms as t
from tender.formats.excel.kinds import FLAG, NUMBER, RATE, SHARE, TEXT, WHOLE, Choice, Kind, Listed
from tender.formats.excel.layout import Field, Form
from tender.formats.excel.moments import DATE, ZONES
from tender.formats.excel.weights import WEIGHT

__all__ = ["PACKAGE_FORM", "REQUIREMENTS_FORM", "ZONE"]

# The one field that is no key of the package: the zone in which the workbook's times are.
ZONE = Field(
    "Zona waktu", ("zone",), Choice(ZONES), "WIB, WITA, atau WIT; berlaku untuk semua waktu"
)


def _tender(
    title: str, key: str, kind: Kind | None, note: str = "", *, needed: bool = False
) -> Field:
    return Field(title, ("tender", *key.split(".")), kind, note, needed=needed)


PACKAGE_FORM = Form(
    "Paket",
    "Data paket",
    "Isi kolom Nilai. Yang bertanda * wajib diisi; yang lain boleh kosong bila tidak ada.",
    (
        _tender("Kode tender", "code", TEXT, "kode pada SPSE", needed=True),
        _tender("Nama paket", "title", TEXT, needed=True),
        _tender("K/L/PD", "buyer", TEXT, "instansi pemilik paket", needed=True),
        _tender("Satuan kerja", "work_unit", TEXT, needed=True),
        _tender("Nomor Dokumen Pemilihan", "document.number", TEXT, needed=True),
        _tender("Tanggal Dokumen Pemilihan", "document.date", DATE, needed=True),
        _tender("Jenis pengadaan", "category", Choice(t.Category), needed=True),
        _tender("Kualifikasi", "procedure", Choice(t.ProcedureName), needed=True),
        _tender("Pemasukan dokumen", "envelope", Choice(t.Envelope), needed=True),
        _tender("Metode evaluasi", "method", Choice(t.Method), needed=True),
        _tender("Jenis kontrak", "contract", Choice(t.Contract), needed=True),
        _tender(
            "Tanggal pengumuman",
            "announced_on",
            DATE,
            "menentukan ketentuan yang berlaku",
            needed=True,
        ),
        _tender("Pagu anggaran (Rp)", "pagu", NUMBER, "termasuk PPN", needed=True),
        _tender("Nilai total HPS (Rp)", "hps.total", NUMBER, "termasuk PPN", needed=True),
        _tender(
            "Tarif PPN (%)",
            "hps.vat_percent",
            RATE,
            "mis. 11; untuk 12% × 11/12 tulis 12, dan 11/12 pada Dasar PPN",
            needed=True,
        ),
        Field(
            "Surat keputusan Pokja",
            ("pokja", "decree"),
            TEXT,
            "lengkap, mis. Keputusan Kepala ... Nomor ... Tahun ...",
            needed=True,
        ),
        ZONE,
        _tender("Kode RUP", "rup_code", TEXT),
        _tender("Sumber dana", "funding", TEXT, "mis. APBD"),
        _tender("Tahun anggaran", "fiscal_year", TEXT),
        _tender("Tender ke-", "round", WHOLE, "2 dan seterusnya pada tender ulang"),
        _tender("Prakualifikasi ke-", "qualification_round", WHOLE, "2 pada prakualifikasi ulang"),
        _tender("Pekerjaan kompleks", "complex", FLAG),
        _tender("Pekerjaan terintegrasi", "integrated", FLAG, "rancang-bangun"),
        _tender("Tender internasional", "international", FLAG),
        _tender(
            "Dasar PPN",
            "hps.vat_base",
            SHARE,
            "bagian harga yang dikenai PPN, mis. 11/12; kosong: seluruh harga",
        ),
        _tender(
            "Standar setempat", "regulation.overlays", Listed(TEXT), "pisahkan dengan titik koma"
        ),
        Field(
            "Paket sebelumnya: jenis",
            ("previous", "kind"),
            Choice(t.PreviousKind),
            "bila mengulang",
        ),
        Field("Paket sebelumnya: nilai hash", ("previous", "package"), TEXT, "sha256:..."),
        Field("Paket sebelumnya: alasan", ("previous", "reason"), TEXT),
    ),
)

_ASKED = ("tender", "requirements")
_ROUNDING = Choice(
    t.Rounding, {"none": "tidak dibulatkan", "sen": "ke sen", "rupiah": "ke rupiah penuh"}
)
_PANEL = Choice(t.Panel, {"mean": "rata-rata"})


def _ask(stage: t.StageId, title: str, key: str, kind: Kind | None, note: str = "") -> Field:
    """A named check or setting, with the clause that asks it."""
    name, *_ = parts = key.split(".")
    base = (*_ASKED, stage.value)
    clause = (*base, "clauses", name) if len(parts) == 1 else None
    where = (*base, *parts) if kind else None
    group = stage.value.replace("_", " ")
    return Field(title, where, kind, note, group, clause)


_ARITHMETIC, _POOL = t.StageId.KOREKSI_ARITMATIK, t.StageId.PENAWARAN_DIEVALUASI
_ADMINISTRATION = t.StageId.EVALUASI_ADMINISTRASI
_QUALIFICATION, _TECHNICAL = t.StageId.EVALUASI_KUALIFIKASI, t.StageId.EVALUASI_TEKNIS
_EQUALIZATION, _PRICE = t.StageId.PENYETARAAN_TEKNIS, t.StageId.EVALUASI_HARGA
_PROOF = t.StageId.PEMBUKTIAN_KUALIFIKASI

REQUIREMENTS_FORM = Form(
    "Persyaratan",
    "Persyaratan Dokumen Pemilihan",
    "Isi hanya yang diminta Dokumen Pemilihan, beserta klausulnya. Yang kosong berarti tidak"
    " diminta. Persyaratan yang dinilai anggota Pokja ada di lembar Kriteria.",
    (
        _ask(_ARITHMETIC, "Pembulatan harga terkoreksi", "rounding", _ROUNDING),
        _ask(
            _ARITHMETIC,
            "Yang mengikat bila total berbeda",
            "binding",
            Choice(t.Binding),
            "surat penawaran atau daftar kuantitas",
        ),
        _ask(_POOL, "Dievaluasi hanya N penawaran terendah", "lowest", WHOLE, "kosong: semua"),
        Field(
            "Klausul tentang N penawaran terendah",
            (*_ASKED, _POOL.value, "clause"),
            TEXT,
            group="penawaran dievaluasi",
        ),
        _ask(
            _ADMINISTRATION,
            "Masa berlaku penawaran (hari)",
            "bid_validity_days",
            WHOLE,
            "paling kurang",
        ),
        _ask(
            _ADMINISTRATION,
            "Jangka waktu pelaksanaan (hari)",
            "completion_days",
            WHOLE,
            "paling lama",
        ),
        _ask(_ADMINISTRATION, "Jaminan penawaran", "bid_bond", FLAG, "ya atau tidak"),
        _ask(_ADMINISTRATION, "Jaminan penawaran: nilai (Rp)", "bid_bond.amount", NUMBER),
        _ask(_ADMINISTRATION, "Jaminan penawaran: berlaku sampai", "bid_bond.valid_until", DATE),
        _ask(_ADMINISTRATION, "Surat perjanjian KSO", "kso_agreement", FLAG),
        _ask(
            _QUALIFICATION,
            "Kualifikasi usaha",
            "business_size",
            Listed(Choice(t.BusinessSize)),
            "mis. kecil; menengah",
        ),
        _ask(_QUALIFICATION, "Tidak masuk Daftar Hitam", "blacklist", FLAG, "ya: diperiksa"),
        _ask(_QUALIFICATION, "Ambang batas nilai kualifikasi", "threshold", NUMBER, "bila dinilai"),
        _ask(_TECHNICAL, "Bobot teknis (%)", "weight", WEIGHT),
        _ask(_TECHNICAL, "Ambang batas nilai teknis", "threshold", NUMBER),
        _ask(_TECHNICAL, "Cara menggabungkan nilai anggota", "panel", _PANEL),
        _ask(_EQUALIZATION, "Penyetaraan teknis", "penyetaraan", None, "hanya klausulnya"),
        _ask(_PRICE, "Bobot harga (%)", "weight", WEIGHT),
        _ask(_PRICE, "Preferensi TKDN (%)", "tkdn_preference", NUMBER, "mis. 25"),
        _ask(_PRICE, "Umur ekonomis (tahun)", "operating_years", WHOLE),
        _ask(_PRICE, "Kewajaran harga", "kewajaran_harga", None, "hanya klausulnya"),
        _ask(_PROOF, "Yang diundang pembuktian", "scope", Choice(t.ProofScope)),
        _ask(_PROOF, "Kehadiran pembuktian", "attended", None, "hanya klausulnya"),
        _ask(
            _PROOF, "Pelaku usaha terverifikasi SIKaP", "sikap_qualified", None, "hanya klausulnya"
        ),
    ),
    headers=("Persyaratan", "Nilai", "Klausul", "Keterangan"),
)
