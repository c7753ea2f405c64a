"""The sheets with one entry a row: lines of the HPS, who bids, prices, judgements, events."""

from collections.abc import Mapping
from typing import Any

from tender import terms as t
from tender.formats.excel.evidence import EVIDENCE, TOTALS
from tender.formats.excel.kinds import (
    BLANKABLE,
    CODES,
    FLAG,
    NUMBER,
    PROSE,
    RATE,
    TEXT,
    WHOLE,
    Choice,
    Code,
    Kind,
    Listed,
    Word,
)
from tender.formats.excel.layout import ANY, Column, KeyPath, Table
from tender.formats.excel.moments import DATE, TIME
from tender.formats.package_events import EVENT

__all__ = ["EVERYBODY", "EVERY_STAGE", "EXCEPTIONS", "GENERAL", "PARTICIPANTS", "PRICES", "TABLES"]

EVERYBODY, EVERY_STAGE = "*", "semua tahap"
_WHO, _PANEL = ("Peserta", "Kode"), ("Pokja", "Kode")
_CODE = Code()
_PART, _SIZE, _STAGE = Choice(t.Part), Choice(t.BusinessSize), Choice(t.StageId)


def _col(title: str, key: str, kind: Kind, width: int = 16, **more: Any) -> Column:
    return Column(title, tuple(key.split(".")), kind, width, **more)


def _parent(title: str, source: tuple[str, str], width: int = 14) -> Column:
    return Column(title, ("id",), TEXT, width, source, needed=True)


_MEMBERS = Table(
    "Pokja",
    "Anggota Pokja Pemilihan",
    "Jumlah anggota gasal, paling sedikit tiga. Kode dipakai di lembar Penilaian.",
    ("pokja", "members"),
    (
        _col("Kode", "id", TEXT, 8, needed=True),
        _col("Nama", "name", TEXT, 36, needed=True),
        _col("NIP", "nip", _CODE, 24),
        _col("Kedudukan", "role", TEXT, 18),
    ),
)
_HPS = Table(
    "HPS",
    "Rincian HPS (rahasia)",
    "Harga satuan tanpa PPN. Rincian HPS bersifat rahasia dan tidak masuk berita acara.",
    ("tender", "hps", "lines"),
    (
        _col("Kode", "id", TEXT, 10, needed=True),
        _col("Jenis Barang/Jasa", "description", TEXT, 48, needed=True),
        _col("Satuan", "unit", TEXT, 10, needed=True),
        _col("Volume", "quantity", NUMBER, 14, needed=True),
        _col("Harga Satuan", "unit_price", NUMBER, 18, needed=True),
        _col("Pajak (%)", "vat_percent", RATE, 10),
        _col("Bagian", "part", _PART, 14),
        _col("Pembayaran utama", "main", FLAG, 12),
        _col("Barang", "goods", FLAG, 10),
        _col("Orang-bulan", "person_months", NUMBER, 12),
    ),
)
_ADMINISTRATION, _PROOF = "facts.evaluasi_administrasi", "facts.pembuktian_kualifikasi"
PARTICIPANTS = Table(
    "Peserta",
    "Peserta tender",
    "Satu baris satu peserta. Harga tanpa berkas: isi total di sini; rinciannya di lembar Harga."
    " Kosong berarti belum diketahui, bukan tidak memenuhi.",
    ("participants",),
    (
        _col("Kode", "id", TEXT, 8, needed=True),
        _col("Nama peserta", "name", TEXT, 36, needed=True),
        _col("NPWP", "npwp", _CODE, 22),
        _col("Kualifikasi usaha", "business_size", _SIZE, 12),
        _col("Memasukkan kualifikasi", "submitted.kualifikasi", TIME, 18),
        _col("Memasukkan penawaran", "submitted.penawaran", TIME, 18),
        _col("Memasukkan penawaran tahap dua", "submitted.penawaran_tahap_dua", TIME, 18),
        _col("Harga penawaran (Rp)", "price.stated_total", NUMBER, 20),
        _col("Tarif PPN (%)", "price.vat_percent", RATE, 10),
        _col("Total daftar harga (Rp)", "price.schedule_total", NUMBER, 20),
        _col("Bagian harga satuan (Rp)", "price.stated_parts.harga_satuan", NUMBER, 20),
        _col("Bagian lumsum (Rp)", "price.stated_parts.lumsum", NUMBER, 20),
        _col("Harga terkoreksi (Rp)", "price.corrected_total", NUMBER, 20),
        _col("Dikoreksi oleh", "price.corrected_by", Choice(t.CorrectedBy), 12),
        _col("TKDN (%)", "price.tkdn_percent", NUMBER, 10),
        _col("Masa berlaku penawaran (hari)", f"{_ADMINISTRATION}.bid_validity_days", WHOLE, 14),
        _col("Jangka waktu pelaksanaan (hari)", f"{_ADMINISTRATION}.completion_days", WHOLE, 14),
        _col("Jaminan penawaran", f"{_ADMINISTRATION}.bid_bond", FLAG, 12),
        _col("Jaminan: nilai (Rp)", f"{_ADMINISTRATION}.bid_bond.amount", NUMBER, 18),
        _col("Jaminan: berlaku sampai", f"{_ADMINISTRATION}.bid_bond.valid_until", DATE, 14),
        _col("Surat perjanjian KSO", f"{_ADMINISTRATION}.kso_agreement", FLAG, 12),
        _col("Bukti administrasi", f"{_ADMINISTRATION}.evidence", EVIDENCE, 24),
        _col("Masuk Daftar Hitam", "facts.evaluasi_kualifikasi.blacklist", FLAG, 12),
        _col("Bukti kualifikasi", "facts.evaluasi_kualifikasi.evidence", EVIDENCE, 24),
        _col("Bukti teknis", "facts.evaluasi_teknis.evidence", EVIDENCE, 24),
        _col("Bukti penyetaraan", "facts.penyetaraan_teknis.evidence", EVIDENCE, 24),
        _col("Bukti harga", "facts.evaluasi_harga.evidence", EVIDENCE, 24),
        _col("Terverifikasi SIKaP", f"{_PROOF}.sikap_qualified", FLAG, 12),
        _col("Hadir pembuktian", f"{_PROOF}.attended", FLAG, 12),
        _col("Bukti pembuktian", f"{_PROOF}.evidence", EVIDENCE, 24),
        _col("Alamat", "address", TEXT, 36),
        _col("Biaya operasional per tahun", "price.life_cycle.operating", Listed(NUMBER), 24),
        _col("Biaya pemeliharaan per tahun", "price.life_cycle.maintenance", Listed(NUMBER), 24),
        _col("Nilai sisa (Rp)", "price.life_cycle.residual", NUMBER, 18),
        # No keys of the package: a schedule beside the workbook, see `attached`.
        _col("Berkas daftar harga", "attached.file", TEXT, 28),
        _col("Lembar berkas", "attached.sheet", TEXT, 16),
        _col("Kunci pembacaan", "attached.key", TEXT, 16),
    ),
)
_KSO = Table(
    "KSO",
    "Anggota kerja sama operasi (KSO)",
    "Satu baris satu anggota KSO. Peserta yang bukan KSO tidak ditulis di sini.",
    ("participants", ANY, "members"),
    (
        _col("Kode", "id", TEXT, 8, needed=True),
        _col("Nama anggota", "name", TEXT, 36, needed=True),
        _col("NPWP", "npwp", _CODE, 22),
        _col("Kualifikasi usaha", "business_size", _SIZE, 12),
        _col("Bagian (%)", "share_percent", NUMBER, 10),
        _col("Pemimpin (leadfirm)", "lead", FLAG, 12),
        _col("Masuk Daftar Hitam", "facts.evaluasi_kualifikasi.blacklist", FLAG, 12),
    ),
    parents=(_parent("Peserta", _WHO),),
    rare=True,
)
# One sheet a participant; its name begins with this.
PRICES = Table(
    "Harga",
    "Rincian harga penawaran",
    "Seperti ditulis peserta, tanpa PPN. Harga satuan yang dikosongkan peserta: tulis tanda -.",
    ("participants", ANY, "price", "lines"),
    (
        _col("Kode", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        _col("Jenis Barang/Jasa", "description", TEXT, 48),
        _col("Satuan", "unit", TEXT, 10),
        _col("Volume", "quantity", NUMBER, 14),
        _col("Harga Satuan", "unit_price", BLANKABLE, 18),
        _col("Pajak (%)", "vat_percent", RATE, 10),
        _col("Total", "amount", NUMBER, 20),
        _col("TKDN (%)", "tkdn_percent", NUMBER, 10),
        _col("Orang-bulan", "person_months", NUMBER, 12),
        _col("Baris tambahan", "extra", FLAG, 12),
        _col("Bagian", "part", _PART, 14),
    ),
)
_CRITERIA = Table(
    "Kriteria",
    "Kriteria yang dinilai anggota Pokja",
    "Daftar periksa Dokumen Pemilihan: satu baris satu kriteria, beserta klausulnya. Bobot, nilai"
    " tertinggi, dan ambang batas hanya untuk kriteria yang dinilai dengan angka.",
    ("tender", "requirements", ANY, "criteria"),
    (
        _col("Kode", "id", TEXT, 12, needed=True),
        _col("Uraian", "title", TEXT, 60, needed=True),
        _col("Klausul", "clause", TEXT, 24),
        _col("Bobot (%)", "weight", NUMBER, 10),
        _col("Nilai tertinggi", "max_score", NUMBER, 12),
        _col("Ambang batas", "threshold", NUMBER, 12),
        _col("Unsur", "unsur", Choice(t.Unsur), 16),
    ),
    parents=(Column("Tahap", (), _STAGE, 24, needed=True),),
)
# Criteria that no document has to list.
_BUILT_IN = ("kewajaran_harga", "penyetaraan")
_JUDGED = (
    _col("Kriteria", "criterion", Word(_BUILT_IN), 14, source=("Kriteria", "Kode")),
    _col("Putusan", "verdict", Choice(t.AssessmentVerdict), 16),
    _col("Nilai", "score", NUMBER, 10),
    _col("Oleh", "by", CODES, 18, needed=True),
    _col("Waktu", "at", TIME, 18, needed=True),
    _col("Catatan", "note", PROSE, 60),
    _col("Klausul", "clause", TEXT, 24),
    _col("Bukti", "evidence", EVIDENCE, 24),
)


def _is_general(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("participant") == EVERYBODY)


# Its stage may be every stage at once.
GENERAL = Table(
    "Penilaian",
    "Penilaian umum: selebihnya memenuhi",
    "Satu baris cukup, setelah semuanya dinilai: tahap 'semua tahap', putusan 'memenuhi', kode"
    " anggota, dan waktunya. Sebelum itu: satu baris satu tahap. Yang berbeda: lembar"
    " Pengecualian.",
    ("assessments",),
    (_col("Tahap", "stage", Choice((*t.StageId, EVERY_STAGE)), 24, needed=True), *_JUDGED),
    takes=_is_general,
    loose=True,
    constant={"participant": EVERYBODY},
)
EXCEPTIONS = Table(
    "Pengecualian",
    "Penilaian yang berbeda dari penilaian umum",
    "Satu baris satu hal: peserta, tahap, kriteria, putusan atau nilai, oleh siapa, dan catatannya:"
    " apa yang diminta, apa yang ditawarkan, apa hasil klarifikasi. Kewajaran harga: kriteria"
    " 'kewajaran harga'.",
    ("assessments",),
    (
        _col("Peserta", "participant", TEXT, 12, source=_WHO, needed=True),
        _col("Tahap", "stage", _STAGE, 24, needed=True),
        *_JUDGED,
    ),
    takes=lambda entry: not _is_general(entry),
    loose=True,
)
_EVENT_TYPES: Mapping[str, frozenset[str]] = {
    kind["properties"]["type"]["const"]: frozenset(kind["properties"])
    for kind in EVENT.schema()["oneOf"]
}


def _event(title: str, key: str, kind: Kind, width: int = 16, *only: str, **more: Any) -> Column:
    """A column of an event, for the types that have its key."""
    known = tuple(name for name, keys in _EVENT_TYPES.items() if key in keys)
    return _col(title, key, kind, width, only=only or known, **more)


_ACTS = ("penetapan", "pernyataan_gagal")
_EVENTS = Table(
    "Peristiwa",
    "Peristiwa dan tindakan",
    "Satu baris satu peristiwa; kolom yang menjadi kelabu tidak dipakai oleh jenis itu.",
    ("events",),
    (
        _col("Jenis", "type", Choice(_EVENT_TYPES), 24, needed=True),
        _col("Waktu", "at", TIME, 18, needed=True),
        _event("Tentang", "of", Choice(dict.fromkeys((*t.Phase, *t.Subject))), 20),
        _event("Sampai", "until", TIME, 18),
        _event("Peserta", "participant", TEXT, 12, source=_WHO),
        _event("Tahap", "stage", _STAGE, 24),
        _event("Nomor", "number", TEXT, 26),
        _event("Tempat", "place", TEXT, 24),
        _event("Ditetapkan oleh", "by", Choice(t.Decider), 14, *_ACTS),
        _event("Pemenang", "winner", TEXT, 12, source=_WHO),
        _event("Cadangan", "reserves", CODES, 14),
        _event("Daftar peserta", "list", CODES, 20),
        _event("Hasil negosiasi", "outcome", Choice(t.NegotiationOutcome), 14),
        _event("Total (Rp)", "total", NUMBER, 20),
        _event("Isi jawaban sanggah", "decision", Choice(t.ObjectionDecision), 22),
        _event("Jaminan (Rp)", "bond", NUMBER, 20),
        _event("Pertanyaan", "question", PROSE, 48),
        _event("Jawaban", "answer", PROSE, 48),
        _event("Alasan", "reason", PROSE, 48),
        _event("Diterima", "accepted", FLAG, 10),
        _event("Sebab", "cause", Choice(t.WithdrawalCause), 20),
        _event("Dasar gagal", "ground", TEXT, 26),
        _event("Ketentuan", "param", TEXT, 30),
        _event("Nilai ketentuan", "value", TEXT, 18),
        _event("Klausul", "clause", TEXT, 24),
        _event("Anggota", "by", CODES, 16, "keputusan_peringkat"),
        _event("Urutan", "order", CODES, 16),
        _event("Dilaksanakan", "held", FLAG, 12),
        _event("Penawaran auction", "totals", TOTALS, 36),
        _event("Bukti", "evidence", EVIDENCE, 24),
    ),
    loose=True,
)
_ADDENDA = Table(
    "Adendum",
    "Adendum Dokumen Pemilihan",
    "Menurut urutan terbitnya.",
    ("tender", "document", "addenda"),
    (
        _col("Nomor", "number", TEXT, 30, needed=True),
        _col("Tanggal", "date", DATE, 14),
        _col("Tentang", "subject", TEXT, 60),
    ),
    loose=True,
    rare=True,
)
_VALUES = Table(
    "Nilai Dokumen",
    "Nilai ketentuan yang ditetapkan Dokumen Pemilihan sendiri",
    "Kode ketentuan tampil pada tender rules; hanya yang terbuka dapat ditetapkan.",
    ("tender", "regulation", "values"),
    (
        _col("Ketentuan", "param", TEXT, 40, needed=True),
        _col("Nilai", "value", TEXT, 20, needed=True),
        _col("Klausul", "clause", TEXT, 24, needed=True),
        _col("Alasan", "reason", TEXT, 60, needed=True),
    ),
    loose=True,
    rare=True,
)
_ANALYSIS: KeyPath = ("participants", ANY, "facts", "evaluasi_harga", "kewajaran_harga", "lines")
_OF_PRICE = (
    _col("Diterima", "unit_price.accepted", FLAG, 10),
    _col("Harga pasar", "unit_price.market", NUMBER, 18),
    _col("Harga HPS", "unit_price.hps", NUMBER, 18),
)
_ANALYSED = Table(
    "Analisa Harga",
    "Analisa kewajaran harga, per baris",
    "Untuk penawaran di bawah batas kewajaran. Barang dan jasa: harga satuannya di sini; pekerjaan"
    " konstruksi: komponennya di lembar Komponen Harga.",
    _ANALYSIS,
    (
        _col("Baris", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        _col("Overhead (%)", "overhead_percent", NUMBER, 12),
        _col("Keuntungan (%)", "profit_percent", NUMBER, 12),
        _col("Harga satuan ditawarkan", "unit_price.offered", NUMBER, 18),
        *_OF_PRICE,
    ),
    parents=(_parent("Peserta", _WHO),),
    rare=True,
)
_COMPONENTS = Table(
    "Komponen Harga",
    "Komponen analisa harga satuan (upah, bahan, alat)",
    "Satu baris satu komponen dari satu baris pekerjaan.",
    (*_ANALYSIS, ANY, "components"),
    (
        _col("Kode", "id", TEXT, 10, needed=True),
        _col("Jenis", "kind", Choice(t.ComponentKind), 10, needed=True),
        _col("Uraian", "description", TEXT, 40, needed=True),
        _col("Satuan", "unit", TEXT, 10, needed=True),
        _col("Koefisien ditawarkan", "coefficient.offered", NUMBER, 14, needed=True),
        _col("Koefisien diterima", "coefficient.accepted", FLAG, 12),
        _col("Koefisien disepakati", "coefficient.agreed", NUMBER, 14),
        _col("Koefisien HPS", "coefficient.hps", NUMBER, 14),
        _col("Harga ditawarkan", "price.offered", NUMBER, 18),
        _col("Harga diterima", "price.accepted", FLAG, 12),
        _col("Harga pasar", "price.market", NUMBER, 18),
        _col("Harga HPS", "price.hps", NUMBER, 18),
    ),
    parents=(_parent("Peserta", _WHO), _parent("Baris", ("HPS", "Kode"), 10)),
    rare=True,
)
_UNBALANCED = Table(
    "Timpang",
    "Klarifikasi harga satuan timpang",
    "Hasil klarifikasi atas harga satuan yang melebihi batas.",
    ("participants", ANY, "facts", "evaluasi_harga", "timpang"),
    (
        _col("Baris", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        _col("Hasil", "outcome", Choice(t.UnbalancedOutcome), 16, needed=True),
        _col("Catatan", "note", PROSE, 60),
    ),
    parents=(_parent("Peserta", _WHO),),
    rare=True,
)


def _people(name: str, title: str, key: str) -> Table:
    """People behind a bidder."""
    return Table(
        name,
        title,
        "Satu baris satu orang atau badan. NIK dan NPWP tidak masuk berita acara.",
        ("participants", ANY, key),
        (
            _col("Nama", "name", TEXT, 36, needed=True),
            _col("Jabatan", "position", TEXT, 24),
            _col("NIK", "nik", _CODE, 22),
            _col("NPWP", "npwp", _CODE, 22),
            _col("Bagian (%)", "share_percent", NUMBER, 10),
            _col("Kode", "id", TEXT, 10),
        ),
        parents=(_parent("Peserta", _WHO),),
        loose=True,
        rare=True,
    )


# In the order in which they stand in the workbook; the price sheets come after `Peserta`.
TABLES: tuple[Table, ...] = (
    _MEMBERS,
    _HPS,
    PARTICIPANTS,
    _CRITERIA,
    GENERAL,
    EXCEPTIONS,
    _EVENTS,
    _KSO,
    _people("Pengurus", "Pengurus badan usaha", "officers"),
    _people("Pemilik", "Pemilik atau pemegang saham", "shareholders"),
    _people("Tenaga Ahli", "Tenaga ahli dan personel inti", "key_personnel"),
    _ADDENDA,
    _VALUES,
    _ANALYSED,
    _COMPONENTS,
    _UNBALANCED,
)
