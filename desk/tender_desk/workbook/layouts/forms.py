"""The sheets `Paket` and `Persyaratan`: one value a row."""

from collections.abc import Mapping

from tender_desk.workbook.kinds import (
    NUMBER,
    PERCENT,
    RATE,
    SHARE,
    TEXT,
    WHOLE,
    WORDS,
    Choice,
    Flag,
    Kind,
    Listed,
)
from tender_desk.workbook.kinds.clocks import NAMED_AFTER
from tender_desk.workbook.kinds.moments import DATE, ZONES
from tender_desk.workbook.kinds.people import STAGE_OR_ONE
from tender_desk.workbook.kinds.printed_system import CATEGORY, ENVELOPE, METHOD
from tender_desk.workbook.kinds.weights import WEIGHT
from tender_desk.workbook.layouts.declared_cells import asked_fields, clause_fields
from tender_desk.workbook.layouts.layout import WHO, Fewer, Field, Form
from tender_engine import terms as t
from tender_engine.declared import Declarations
from tender_engine.formats.package import ASKED_AT
from tender_engine.zones import ABBREVIATED

__all__ = ["PACKAGE_FORM", "ZONE", "requirements_form"]

_REPEAT = Choice(t.PreviousKind, groups=("term", "term.kualifikasi"))
# Without a prakualifikasi none is held anew; individual consultants never have one.
_IN_PASCAKUALIFIKASI = Fewer(
    (_REPEAT.words[t.PreviousKind.PRAKUALIFIKASI_ULANG],),
    ("Jenis pengadaan", "Kualifikasi", "Metode evaluasi"),
    ("pasca", "perorangan"),
)
_IN_FULL = {zone: f"waktu indonesia {of}" for zone, of in NAMED_AFTER.items()}
_ZONE = Choice(ZONES, phrases=[{said: zone for zone, said in ABBREVIATED.items()}, _IN_FULL])
# Papers write lumsum in two words as well, and a turnkey contract with its English name. What may
# be called so depends on the day, which the law looks at.
_LUMP_SUM = "lump sum"
_CONTRACT = Choice(
    t.Contract,
    phrases=[
        {t.Contract.LUMSUM: _LUMP_SUM, t.Contract.TERIMA_JADI: "turnkey"},
        {t.Contract.GABUNGAN: "lumsum dan harga satuan"},
        {t.Contract.GABUNGAN: f"{_LUMP_SUM} dan harga satuan"},
        {t.Contract.GABUNGAN: f"gabungan {_LUMP_SUM} dan harga satuan"},
        {t.Contract.PUTAR_KUNCI: "putar kunci (turnkey)"},
    ],
    before=("kontrak", "jenis kontrak", "kontrak berdasarkan", "berdasarkan"),
)
# The one field that is no key of the package: the zone in which the workbook's times are.
ZONE = Field("Zona waktu", ("zone",), _ZONE, "WIB, WITA, atau WIT; berlaku untuk semua waktu")


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
        _tender("Nama paket", "title", WORDS, needed=True),
        _tender("K/L/PD", "buyer", WORDS, "instansi pemilik paket", needed=True),
        _tender("Satuan kerja", "work_unit", WORDS, needed=True),
        _tender("Nomor Dokumen Pemilihan", "document.number", TEXT, needed=True),
        _tender("Tanggal Dokumen Pemilihan", "document.date", DATE, needed=True),
        _tender("Jenis pengadaan", "category", CATEGORY, needed=True),
        _tender(
            "Kualifikasi",
            "procedure",
            Choice(t.ProcedureName, before=("tender", "seleksi", "metode")),
            "pada Seleksi boleh kosong: mengikuti jenis pengadaan",
            needed=True,
        ),
        _tender(
            "Pemasukan dokumen",
            "envelope",
            ENVELOPE,
            "pada Seleksi boleh kosong: dua file",
            needed=True,
        ),
        _tender(
            "Metode evaluasi",
            "method",
            METHOD,
            "atau seluruh baris Sistem Pengadaan pada SPSE, mis. Tender - Pascakualifikasi Satu"
            " File - Harga Terendah Sistem Gugur; dua isian di atas lalu boleh kosong",
            needed=True,
        ),
        _tender("Jenis kontrak", "contract", _CONTRACT, needed=True),
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
        _tender("Sumber dana", "funding", WORDS, "mis. APBD"),
        _tender("Tahun anggaran", "fiscal_year", TEXT),
        _tender("Tender ke-", "round", WHOLE, "2 dan seterusnya pada tender ulang"),
        _tender("Prakualifikasi ke-", "qualification_round", WHOLE, "2 pada prakualifikasi ulang"),
        _tender("Pekerjaan kompleks", "complex", Flag("kompleks")),
        _tender("Pekerjaan terintegrasi", "integrated", Flag("terintegrasi"), "rancang-bangun"),
        _tender("Tender internasional", "international", Flag("internasional")),
        _tender(
            "Dasar PPN",
            "hps.vat_base",
            SHARE,
            "bagian harga yang dikenai PPN, mis. 11/12; kosong: seluruh harga",
        ),
        _tender(
            "Zona waktu tender",
            "time_zone",
            Choice(t.TimeZone, ABBREVIATED),
            "bila diisi: berita acara mencetak waktu, dan hari berakhir, menurut zona ini",
        ),
        _tender(
            "Standar setempat", "regulation.overlays", Listed(TEXT), "pisahkan dengan titik koma"
        ),
        Field(
            "Paket sebelumnya: jenis",
            ("previous", "kind"),
            _REPEAT,
            "bila mengulang",
            fewer=_IN_PASCAKUALIFIKASI,
        ),
        Field(
            "Paket sebelumnya: nilai hash",
            ("previous", "package"),
            TEXT,
            "ditulis oleh tender ulang: sha256:...",
        ),
        Field("Paket sebelumnya: alasan", ("previous", "reason"), TEXT),
        Field(
            "Yang dinilai ulang",
            ("extensions", "ulang", "anew"),
            Listed(STAGE_OR_ONE),
            "pada evaluasi ulang: tahap, atau tahap: peserta, dipisahkan titik koma",
            source=WHO,
        ),
        Field(
            "Tempat surat",
            ("extensions", "kantor", "place"),
            TEXT,
            "kota pada tanggal surat; selebihnya di lembar Kantor",
        ),
    ),
)

_ASKED = ("tender", "requirements")
_ROUNDING = Choice(
    t.Rounding, {"none": "tidak dibulatkan", "sen": "ke sen", "rupiah": "ke rupiah penuh"}
)
_PANEL = Choice(t.Panel, {"mean": "rata-rata"})


def _ask(stage: t.StageId, title: str, key: str, kind: Kind, note: str = "") -> Field:
    """What the document sets at a stage beside named checks, with the clause that sets it."""
    base, group = (*_ASKED, stage.value), stage.value.replace("_", " ")
    return Field(title, (*base, key), kind, note, group, (*base, "clauses", key))


_ARITHMETIC, _POOL = t.StageId.KOREKSI_ARITMATIK, t.StageId.PENAWARAN_DIEVALUASI
_QUALIFICATION, _TECHNICAL = t.StageId.EVALUASI_KUALIFIKASI, t.StageId.EVALUASI_TEKNIS
_PRICE, _PROOF = t.StageId.EVALUASI_HARGA, t.StageId.PEMBUKTIAN_KUALIFIKASI
_BINDING = "surat penawaran atau daftar kuantitas"
_SET: Mapping[t.StageId, tuple[Field, ...]] = {
    _ARITHMETIC: (
        _ask(_ARITHMETIC, "Pembulatan harga terkoreksi", "rounding", _ROUNDING),
        _ask(
            _ARITHMETIC,
            "Yang mengikat bila total berbeda",
            "binding",
            Choice(t.Binding),
            _BINDING,
        ),
    ),
    _POOL: (
        _ask(_POOL, "Dievaluasi hanya N penawaran terendah", "lowest", WHOLE, "kosong: semua"),
        Field(
            "Klausul tentang N penawaran terendah",
            (*_ASKED, _POOL.value, "clause"),
            TEXT,
            group="penawaran dievaluasi",
        ),
    ),
    _QUALIFICATION: (
        _ask(_QUALIFICATION, "Ambang batas nilai kualifikasi", "threshold", NUMBER, "bila dinilai"),
    ),
    _TECHNICAL: (
        _ask(_TECHNICAL, "Bobot teknis (%)", "weight", WEIGHT),
        _ask(_TECHNICAL, "Ambang batas nilai teknis", "threshold", NUMBER),
        _ask(_TECHNICAL, "Cara menggabungkan nilai anggota", "panel", _PANEL),
    ),
    _PRICE: (
        _ask(_PRICE, "Bobot harga (%)", "weight", WEIGHT, "kosong: selebihnya dari bobot teknis"),
        _ask(_PRICE, "Preferensi TKDN (%)", "tkdn_preference", PERCENT, "mis. 25"),
        _ask(_PRICE, "Komitmen TKDN paling rendah (%)", "tkdn_least", PERCENT, "konstruksi"),
        _ask(_PRICE, "Umur ekonomis (tahun)", "operating_years", WHOLE),
    ),
    _PROOF: (_ask(_PROOF, "Yang diundang pembuktian", "scope", Choice(t.ProofScope)),),
}


def requirements_form(declared: Declarations) -> Form:
    """The sheet `Persyaratan`, with a row for each check that a rulebook declares."""
    return Form(
        "Persyaratan",
        "Persyaratan Dokumen Pemilihan",
        "Isi hanya yang diminta Dokumen Pemilihan, beserta klausulnya. Yang kosong berarti tidak"
        " diminta. Persyaratan yang dinilai anggota Pokja ada di lembar Kriteria.",
        tuple(
            field
            for stage in ASKED_AT
            for field in (
                *asked_fields(declared, stage),
                *_SET.get(stage, ()),
                *clause_fields(declared, stage),
            )
        ),
        headers=("Persyaratan", "Nilai", "Klausul", "Keterangan"),
    )
