"""The sheets about the document's lines and those who bid: who they are, their prices, analyses."""

from collections.abc import Iterator, Mapping

from tender_desk.workbook.kinds import (
    BLANKABLE,
    FLAG,
    MARKED,
    NAME,
    NUMBER,
    NUMBER_ONLY,
    PERCENT,
    PROSE,
    RATE,
    SHARE,
    TEXT,
    WORDS,
    Choice,
    Flag,
    Listed,
    Mail,
)
from tender_desk.workbook.kinds.evidence import EVIDENCE
from tender_desk.workbook.kinds.moments import TIME
from tender_desk.workbook.layouts.declared_cells import (
    columns_at,
    columns_of_business,
    columns_of_each,
)
from tender_desk.workbook.layouts.laid_out import a_code, only_a_code
from tender_desk.workbook.layouts.layout import (
    ANY,
    GROSS,
    NAME_ONLY,
    NET,
    WHO,
    Column,
    KeyPath,
    Table,
    column,
    parent,
)
from tender_engine import terms as t
from tender_engine.declared import Declarations

__all__ = [
    "AMOUNT",
    "ANALYSED",
    "CERTIFICATE",
    "COMPONENTS",
    "EQUIPMENT",
    "HPS",
    "PRICES",
    "UNBALANCED",
    "kso_table",
    "participants_table",
    "people",
]

_PART, _TAKEN = Choice(t.Part), Flag("diterima")
HPS = Table(
    "HPS",
    "Rincian HPS (rahasia)",
    "Harga satuan tanpa PPN. Rincian HPS bersifat rahasia. Baris dengan tarif sendiri: Pajak (%);"
    " dengan dasar sendiri: Dasar PPN, mis. 1 untuk barang mewah. Orang-bulan dikalikan dengan"
    " Volume: 1 orang selama 6 bulan adalah volume 1, orang-bulan 6; bila Volume sudah dalam"
    " orang-bulan, kosongkan.",
    ("tender", "hps", "lines"),
    (
        column("Kode", "id", TEXT, 10, needed=True),
        column("Jenis Barang/Jasa", "description", WORDS, 48, needed=True),
        column("Satuan", "unit", WORDS, 10, needed=True),
        column("Volume", "quantity", NUMBER, 14, needed=True, in_unit="Satuan"),
        column("Harga Satuan", "unit_price", NUMBER, 18, needed=True, tax=NET),
        column("Pajak (%)", "vat_percent", RATE, 10),
        # No key of the package: what a pasted block says of it is held against the line.
        column("Total", "amount", NUMBER, 20, tax=NET),
        column("Bagian", "part", _PART, 14),
        column("Pembayaran utama", "main", Flag("utama"), 12),
        column("Barang", "goods", FLAG, 10),
        column("Orang-bulan", "person_months", NUMBER, 12),
        column("Dasar PPN", "vat_base", SHARE, 10),
    ),
)
# SPSE's own list of bidders has these behind name and NPWP, in this order.
_LISTED = (
    column("Harga penawaran (Rp)", "price.stated_total", NUMBER, 20, tax=GROSS),
    column("Harga terkoreksi (Rp)", "price.corrected_total", NUMBER, 20, tax=GROSS),
)
_OFFERED = (
    column("Memasukkan kualifikasi", "submitted.kualifikasi", TIME, 18),
    column("Memasukkan penawaran", "submitted.penawaran", TIME, 18),
    column("Memasukkan penawaran tahap dua", "submitted.penawaran_tahap_dua", TIME, 18),
    column("Tarif PPN (%)", "price.vat_percent", RATE, 10),
    column("Total daftar harga (Rp)", "price.schedule_total", NUMBER, 20, tax=GROSS),
    column("Bagian harga satuan (Rp)", "price.stated_parts.harga_satuan", NUMBER, 20, tax=NET),
    column("Bagian lumsum (Rp)", "price.stated_parts.lumsum", NUMBER, 20, tax=NET),
    column("Dikoreksi oleh", "price.corrected_by", Choice(t.CorrectedBy), 12),
    column("TKDN (%)", "price.tkdn_percent", PERCENT, 10),
)
_MORE_OF_BIDDER = (
    column("Alamat", "address", WORDS, 36),
    column("Telepon", "contact.phone", Listed(NUMBER_ONLY), 20),
    column("Surel", "contact.email", Listed(Mail()), 28),
    column("Rekening bank", "bank_accounts", Listed(NUMBER_ONLY), 28),
    column(
        "Biaya operasional per tahun",
        "price.life_cycle.operating",
        Listed(NUMBER),
        24,
        tax=GROSS,
    ),
    column(
        "Biaya pemeliharaan per tahun",
        "price.life_cycle.maintenance",
        Listed(NUMBER),
        24,
        tax=GROSS,
    ),
    column("Nilai sisa (Rp)", "price.life_cycle.residual", NUMBER, 18, tax=GROSS),
    column("Dasar PPN", "price.vat_base", SHARE, 10),
    # No keys of the package: a schedule beside the workbook, see `attached`.
    column("Berkas daftar harga", "attached.file", TEXT, 28),
    column("Lembar berkas", "attached.sheet", TEXT, 16),
    column("Kunci pembacaan", "attached.key", TEXT, 16),
)
# What shows the facts of a stage, after them.
_EVIDENCE: Mapping[t.StageId, str] = {
    t.StageId.PEMBUKAAN: "Bukti pembukaan",
    t.StageId.EVALUASI_ADMINISTRASI: "Bukti administrasi",
    t.StageId.EVALUASI_KUALIFIKASI: "Bukti kualifikasi",
    t.StageId.EVALUASI_TEKNIS: "Bukti teknis",
    t.StageId.PENYETARAAN_TEKNIS: "Bukti penyetaraan",
    t.StageId.EVALUASI_HARGA: "Bukti harga",
    t.StageId.PEMBUKTIAN_KUALIFIKASI: "Bukti pembuktian",
}


def _known(declared: Declarations) -> Iterator[Column]:
    for stage, evidence in _EVIDENCE.items():
        yield from columns_at(declared, stage)
        yield column(evidence, f"facts.{stage}.evidence", EVIDENCE, 24)


def participants_table(declared: Declarations) -> Table:
    """The sheet `Peserta`, with a column for each fact that a rulebook's checks ask."""
    return Table(
        "Peserta",
        "Peserta tender",
        "Satu baris satu peserta. Harga tanpa berkas: isi total di sini; rinciannya di lembar"
        " Harga. Semua total termasuk PPN; bagian harga satuan dan bagian lumsum tanpa PPN."
        " Kosong berarti belum diketahui, bukan tidak memenuhi; Tarif PPN yang kosong sama dengan"
        " tarif pada Paket.",
        ("participants",),
        (
            column("Kode", "id", TEXT, 8, needed=True),
            column("Nama peserta", "name", NAME, 36, needed=True),
            column("NPWP", "npwp", NUMBER_ONLY, 22),
            *_LISTED,
            *columns_of_business(declared),
            *_OFFERED,
            *_known(declared),
            *_MORE_OF_BIDDER,
        ),
        called=("name",),
        ready=a_code("p"),
    )


def kso_table(declared: Declarations) -> Table:
    """The sheet `KSO`, with a column for each fact that every member has to show."""
    return Table(
        "KSO",
        "Anggota kerja sama operasi (KSO)",
        "Satu baris satu anggota KSO. Peserta yang bukan KSO tidak ditulis di sini.",
        ("participants", ANY, "members"),
        (
            column("Kode", "id", TEXT, 8, needed=True),
            column("Nama anggota", "name", NAME, 36, needed=True),
            column("NPWP", "npwp", NUMBER_ONLY, 22),
            *columns_of_business(declared),
            column("Bagian (%)", "share_percent", PERCENT, 10),
            column("Pemimpin (leadfirm)", "lead", FLAG, 12),
            *columns_of_each(declared),
        ),
        parents=(parent("Peserta", WHO),),
        rare=True,
        called=("name",),
        ready=only_a_code,
    )


# One sheet a participant; its name begins with this.
PRICES = Table(
    "Harga",
    "Rincian harga penawaran",
    "Seperti ditulis peserta, tanpa PPN. Harga satuan yang dikosongkan peserta: tulis tanda -;"
    " baris yang tidak ditawarkannya: kosongkan.",
    ("participants", ANY, "price", "lines"),
    (
        column("Kode", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        column("Jenis Barang/Jasa", "description", WORDS, 48),
        column("Satuan", "unit", WORDS, 10),
        column("Volume", "quantity", NUMBER, 14, in_unit="Satuan"),
        column("Harga Satuan", "unit_price", BLANKABLE, 18, tax=NET),
        column("Pajak (%)", "vat_percent", RATE, 10),
        column("Total", "amount", NUMBER, 20, tax=NET),
        column("TKDN (%)", "tkdn_percent", PERCENT, 10),
        column("Orang-bulan", "person_months", NUMBER, 12),
        column("Baris tambahan", "extra", FLAG, 12),
        column("Bagian", "part", _PART, 14),
        column("Dasar PPN", "vat_base", SHARE, 10),
    ),
)
_ANALYSIS: KeyPath = ("participants", ANY, "facts", "evaluasi_harga", "kewajaran_harga", "lines")
_OF_PRICE = (
    column("Diterima", "unit_price.accepted", _TAKEN, 10),
    column("Harga pasar", "unit_price.market", NUMBER, 18, tax=NET),
    column("Harga HPS", "unit_price.hps", NUMBER, 18, tax=NET),
)
ANALYSED = Table(
    "Analisa Harga",
    "Analisa kewajaran harga, per baris",
    "Untuk harga di bawah batas kewajaran. Barang dan jasa: harga satuannya di sini; pekerjaan"
    " konstruksi: di lembar Komponen Harga. Baris yang diminta disiapkan tender worksheet;"
    " yang tidak dilengkapi tidak dibaca.",
    _ANALYSIS,
    (
        column("Baris", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        column("Overhead (%)", "overhead_percent", PERCENT, 12),
        column("Keuntungan (%)", "profit_percent", PERCENT, 12),
        column("Harga satuan ditawarkan", "unit_price.offered", NUMBER, 18, tax=NET),
        *_OF_PRICE,
    ),
    parents=(parent("Peserta", WHO),),
    rare=True,
    ready=only_a_code,
)
# No key of the package: what a pasted analysis says of it is held against the component.
AMOUNT = column("Jumlah", "amount", NUMBER, 18, tax=NET)
COMPONENTS = Table(
    "Komponen Harga",
    "Komponen analisa harga satuan (upah, bahan, alat)",
    "Satu baris satu komponen. Analisa peserta ditempel pada kolom Kode sampai Jumlah, beserta"
    " judul A. TENAGA, B. BAHAN, C. PERALATAN dan jumlahnya: jenis dan kode mengikuti judul itu,"
    " mis. A1. Bila di atasnya ada kode dan uraian HPS, Baris boleh kosong.",
    (*_ANALYSIS, ANY, "components"),
    (
        column("Kode", "id", TEXT, 10, needed=True),
        column("Uraian", "description", WORDS, 40, needed=True),
        column("Satuan", "unit", WORDS, 10, needed=True),
        column(
            "Koefisien ditawarkan",
            "coefficient.offered",
            NUMBER,
            14,
            needed=True,
            in_unit="Satuan",
        ),
        column("Harga ditawarkan", "price.offered", NUMBER, 18, tax=NET),
        AMOUNT,
        column("Jenis", "kind", Choice(t.ComponentKind), 10, needed=True),
        column("Koefisien diterima", "coefficient.accepted", _TAKEN, 12),
        column("Koefisien disepakati", "coefficient.agreed", NUMBER, 14),
        column("Koefisien HPS", "coefficient.hps", NUMBER, 14),
        column("Harga diterima", "price.accepted", _TAKEN, 12),
        column("Harga pasar", "price.market", NUMBER, 18, tax=NET),
        column("Harga HPS", "price.hps", NUMBER, 18, tax=NET),
    ),
    parents=(parent("Peserta", WHO), parent("Baris", ("HPS", "Kode"), 10)),
    rare=True,
)
UNBALANCED = Table(
    "Timpang",
    "Klarifikasi harga satuan timpang",
    "Hasil klarifikasi atas harga satuan yang melebihi batas.",
    ("participants", ANY, "facts", "evaluasi_harga", "timpang"),
    (
        column("Baris", "id", TEXT, 10, source=("HPS", "Kode"), needed=True),
        column("Hasil", "outcome", Choice(t.UnbalancedOutcome), 16, needed=True),
        column("Catatan", "note", PROSE, 60),
    ),
    parents=(parent("Peserta", WHO),),
    rare=True,
)


EQUIPMENT = Table(
    "Peralatan",
    "Peralatan utama yang ditawarkan",
    "Satu baris satu peralatan. Yang disyaratkan dinilai pada kriterianya, bukan di sini.",
    ("participants", ANY, "equipment"),
    (
        column("Kode", "id", TEXT, 10, needed=True),
        column("Peralatan", "title", WORDS, 40, needed=True),
        column("Nomor seri", "serial", MARKED, 22),
        column("Nomor polisi", "plate", MARKED, 16),
        column("Pemilik", "owner", NAME, 36),
    ),
    parents=(parent("Peserta", WHO),),
    rare=True,
)
CERTIFICATE = column("Sertifikat", "certificate", NAME_ONLY, 40)


def people(name: str, title: str, key: str, *more: Column) -> Table:
    """People behind a bidder, of whom `more` may be known."""
    return Table(
        name,
        title,
        "Satu baris satu orang atau badan. NIK dan NPWP tidak masuk berita acara.",
        ("participants", ANY, key),
        (
            column("Nama", "name", NAME, 36, needed=True),
            column("Jabatan", "position", WORDS, 24),
            column("NIK", "nik", NUMBER_ONLY, 22),
            column("NPWP", "npwp", NUMBER_ONLY, 22),
            column("Bagian (%)", "share_percent", PERCENT, 10),
            column("Kode", "id", TEXT, 10),
            *more,
        ),
        parents=(parent("Peserta", WHO),),
        loose=True,
        rare=True,
    )
