"""The sheets with one entry a row, in their order; those about bids stand in `tables_bids`."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from tender_desk.documents.phrases import ADDRESSEES, CHANNELS, DECISIONS, DOCUMENTS, decided
from tender_desk.workbook.kinds import (
    ABOUT,
    CLAUSE,
    NAME,
    NAMES,
    NUMBER,
    NUMBER_ONLY,
    PAPER_NUMBER,
    PROSE,
    SAYING,
    TEXT,
    VERDICTS,
    WORDS,
    Choice,
    Flag,
    Kind,
    Word,
)
from tender_desk.workbook.kinds.evidence import EVIDENCE, TOTALS
from tender_desk.workbook.kinds.grounds import causes_named, grounds_named
from tender_desk.workbook.kinds.moments import DATE, TIME
from tender_desk.workbook.kinds.people import ITEMS, OF_STAGES, STAGE
from tender_desk.workbook.kinds.schedule import Happened
from tender_desk.workbook.kinds.weights import WEIGHT
from tender_desk.workbook.layouts.declared_lists import list_tables
from tender_desk.workbook.layouts.forms import PACKAGE_FORM, requirements_form
from tender_desk.workbook.layouts.laid_out import a_code, an_act, nothing
from tender_desk.workbook.layouts.layout import (
    ANY,
    AS_TYPED,
    GROSS,
    WHO,
    Column,
    Form,
    Sheet,
    Table,
    column,
)
from tender_desk.workbook.layouts.tables_bids import (
    ANALYSED,
    CERTIFICATE,
    COMPONENTS,
    EQUIPMENT,
    HPS,
    PRICES,
    UNBALANCED,
    kso_table,
    participants_table,
    people,
)
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.layouts.tables_dealings import DEEDS, FILES, INTERESTS, is_of_interest
from tender_desk.workbook.layouts.tables_papers import LETTERS, OFFICE, ON_LETTERS, is_of_letters
from tender_engine import terms as t
from tender_engine.declared import Declarations
from tender_engine.formats.package_events import EVENT

__all__ = [
    "CRITERIA",
    "EVENTS",
    "EVERYBODY",
    "EVERY_STAGE",
    "EXCEPTIONS",
    "JUDGED",
    "MEMBERS",
    "NAMED",
    "PRICES",
    "VALUES",
    "Layout",
    "layout_of",
]

EVERYBODY, EVERY_STAGE = "*", "semua tahap"
# The sheets of judgements, one a row: of everybody, and all others.
JUDGED, EXCEPTIONS = "Penilaian", "Pengecualian"
EVENTS = "Peristiwa"
_ANY_STAGE = Choice((*t.StageId, EVERY_STAGE), groups=OF_STAGES)
_MEMBER = ("Pokja", "Kode")

MEMBERS = Table(
    "Pokja",
    "Anggota Pokja Pemilihan",
    "Jumlah anggota gasal, paling sedikit tiga. Kode dipakai di lembar Penilaian.",
    ("pokja", "members"),
    (
        column("Kode", "id", TEXT, 8, needed=True),
        column("Nama", "name", NAME, 36, needed=True),
        column("NIP", "nip", NUMBER_ONLY, 24),
        column("Kedudukan", "role", WORDS, 18),
    ),
    called=("name",),
    ready=a_code("m"),
)
CRITERIA = Table(
    "Kriteria",
    "Kriteria yang dinilai anggota Pokja",
    "Daftar periksa Dokumen Pemilihan: satu baris satu kriteria, beserta klausulnya. Bobot, nilai"
    " tertinggi, dan ambang batas hanya untuk kriteria yang dinilai dengan angka. Satu bobot pada"
    " tiap tahap boleh kosong: selebihnya dari seratus.",
    ("tender", "requirements", ANY, "criteria"),
    (
        column("Kode", "id", TEXT, 12, needed=True),
        column("Uraian", "title", WORDS, 60, needed=True),
        column("Klausul", "clause", CLAUSE, 24),
        column("Bobot (%)", "weight", WEIGHT, 10),
        column("Nilai tertinggi", "max_score", NUMBER, 12),
        column("Ambang batas", "threshold", NUMBER, 12),
        column("Unsur", "unsur", Choice(t.Unsur), 16),
    ),
    parents=(Column("Tahap", (), STAGE, 24, needed=True),),
    called=("title",),
    ready=nothing,
)
_ANSWERED = (
    column("Putusan", "verdict", Choice(t.AssessmentVerdict, phrases=VERDICTS), 16),
    column("Nilai", "score", NUMBER, 10),
    column("Oleh", "by", NAMES, 18, source=_MEMBER, needed=True),
    column("Waktu", "at", TIME, 18, needed=True),
    column("Catatan", "note", PROSE, 60),
    column("Klausul", "clause", CLAUSE, 24),
    column("Bukti", "evidence", EVIDENCE, 24),
)


def _is_general(entry: Mapping[str, Any]) -> bool:
    return bool(entry.get("participant") == EVERYBODY)


def _judged(declared: Declarations) -> tuple[Table, Table]:
    """The sheets `Penilaian`, whose stage may be every stage at once, and `Pengecualian`."""
    # Criteria that no document has to list are known by their words as well.
    built_in = [name for names in declared.judged.values() for name in names]
    answered = (
        column("Kriteria", "criterion", Word(built_in), 14, source=("Kriteria", "Kode")),
        *_ANSWERED,
    )
    general = Table(
        JUDGED,
        "Penilaian umum: selebihnya memenuhi",
        "Satu baris cukup, setelah semuanya dinilai: tahap 'semua tahap', putusan 'memenuhi', kode"
        " anggota, dan waktunya. Sebelum itu: satu baris satu tahap. 'semua tahap' tidak menjawab"
        " pembuktian kualifikasi, dan tidak menjawab tahap tanpa kriteria: tahap itu ditulis"
        " sendiri. Yang berbeda: lembar Pengecualian.",
        ("assessments",),
        (column("Tahap", "stage", _ANY_STAGE, 24, needed=True), *answered),
        takes=_is_general,
        loose=True,
        constant={"participant": EVERYBODY},
    )
    exceptions = Table(
        EXCEPTIONS,
        "Penilaian yang berbeda dari penilaian umum",
        "Satu baris satu hal: peserta, tahap, kriteria, putusan atau nilai, oleh siapa, dan"
        " catatannya: apa yang diminta, apa yang ditawarkan, apa hasil klarifikasi. Kewajaran"
        " harga: kriteria 'kewajaran harga'.",
        ("assessments",),
        (
            column("Peserta", "participant", TEXT, 12, source=WHO, needed=True),
            column("Tahap", "stage", STAGE, 24, needed=True),
            *answered,
        ),
        takes=lambda entry: not _is_general(entry),
        loose=True,
    )
    return general, exceptions


_EVENT_TYPES: Mapping[str, frozenset[str]] = {
    kind["properties"]["type"]["const"]: frozenset(kind["properties"])
    for kind in EVENT.schema()["oneOf"]
}


def _event(title: str, key: str, kind: Kind, width: int = 16, *only: str, **more: Any) -> Column:
    """A column of an event, for the types that have its key."""
    known = tuple(name for name, keys in _EVENT_TYPES.items() if key in keys)
    return column(title, key, kind, width, only=only or known, **more)


_SAID_ABOUT = {t.Subject.KUALIFIKASI: "prakualifikasi"}
_SUBJECTS = Choice(dict.fromkeys((*t.Phase, *t.Subject)), phrases=[DOCUMENTS, _SAID_ABOUT])
_HAPPENED = Happened(_EVENT_TYPES, elsewhere=(*ON_LETTERS, "pernyataan"), groups=())
_ACTS = ("penetapan", "pernyataan_gagal")
_BY_MEMBERS = ("keputusan_peringkat", "konfirmasi_isian")
_ANSWERS = ("jawaban_sanggah", "sanggah_banding")
_APART = ("surat", "undangan")
# What is about a phase or a result; the others of their `of` are about something else.
_ABOUT = tuple(
    name
    for name, keys in _EVENT_TYPES.items()
    if "of" in keys and name not in ("surat", "undangan")
)
_CHANNELS = {"spse": "SPSE", "luar": "di luar SPSE"}
_OF_OFFICES = ("term.canceller",)
_OFFICES = {"pokja": "Pokja", "ppk": "PPK", "pa": "PA", "kpa": "KPA"}

_CANCELLER = Choice(t.Canceller, groups=_OF_OFFICES)
_REFUSER = Choice(t.Refuser, _OFFICES, groups=_OF_OFFICES)
_ADDRESSEE = Choice(t.Addressee, _OFFICES, groups=_OF_OFFICES, phrases=[ADDRESSEES])
_DECIDER = Choice(t.Decider, groups=("term", *_OF_OFFICES))
_DECIDED = Choice(t.ObjectionDecision, phrases=[DECISIONS, *map(decided, t.Subject)])
_CHANNEL = Choice(t.Channel, _CHANNELS, phrases=[CHANNELS])


def _events(declared: Declarations) -> Table:
    """The sheet of what happened, where a ground of failure is known by its words as well."""
    grounds, causes = grounds_named(declared), causes_named(declared)
    return Table(
        EVENTS,
        "Peristiwa dan tindakan",
        "Satu baris satu peristiwa; kolom yang menjadi kelabu tidak dipakai oleh jenis itu. Baris"
        " tanpa waktu yang disiapkan tender worksheet belum menjadi peristiwa. Tentang boleh kosong"
        " bila hanya satu yang mungkin (pascakualifikasi; batas pemasukan dua tahap tetap diisi)."
        " Nomor, tanggal, undangan, dan yang hadir: lembar Surat.",
        ("events",),
        (
            column("Jenis", "type", _HAPPENED, 24, needed=True),
            column("Waktu", "at", TIME, 18, needed=True),
            _event("Tentang", "of", _SUBJECTS, 20, *_ABOUT),
            _event("Sampai", "until", TIME, 18),
            _event("Peserta", "participant", TEXT, 12, source=WHO),
            _event("Tahap", "stage", STAGE, 24),
            _event("Nomor", "number", PAPER_NUMBER, 26),
            _event("Tempat", "place", WORDS, 24),
            _event("Ditetapkan oleh", "by", _DECIDER, 14, *_ACTS),
            _event("Dibatalkan oleh", "by", _CANCELLER, 14, "pembatalan"),
            _event("Pemenang", "winner", TEXT, 12, source=WHO),
            _event("Cadangan", "reserves", NAMES, 14, source=WHO),
            _event("Daftar peserta", "list", NAMES, 20, source=WHO),
            _event("Hasil negosiasi", "outcome", Choice(t.NegotiationOutcome), 14),
            _event("Total (Rp)", "total", NUMBER, 20, tax=GROSS),
            _event("Isi jawaban sanggah", "decision", _DECIDED, 22, *_ANSWERS),
            _event("Jaminan (Rp)", "bond", NUMBER, 20),
            _event("Pertanyaan", "question", SAYING, 48),
            _event("Jawaban", "answer", SAYING, 48),
            _event("Alasan", "reason", SAYING, 48),
            _event("Diterima", "accepted", Flag("diterima"), 10),
            _event("Sebab", "cause", Choice(t.WithdrawalCause), 20, "pengunduran_diri"),
            _event("Dasar gagal", "ground", grounds, 40),
            _event("Ketentuan", "param", TEXT, 30),
            _event("Nilai ketentuan", "value", TEXT, 18),
            _event("Klausul", "clause", CLAUSE, 24),
            _event("Anggota", "by", NAMES, 16, *_BY_MEMBERS, source=_MEMBER),
            _event("Urutan", "order", NAMES, 16, source=WHO),
            _event("Dilaksanakan", "held", Flag("dilaksanakan"), 12),
            _event("Penawaran auction", "totals", TOTALS, 36, source=WHO, tax=GROSS),
            _event("Bukti", "evidence", EVIDENCE, 24),
            _event("Keraguan", "doubt", Choice(t.Doubt), 18),
            _event("Baris", "line", TEXT, 10, source=("HPS", "Kode")),
            _event("Angka tertulis", "figure", NUMBER, 20, tax=AS_TYPED),
            _event("Penjelasan", "note", SAYING, 48),
            _event("Cara penyampaian", "channel", _CHANNEL, 18),
            _event("Ditujukan kepada", "addressee", _ADDRESSEE, 16),
            _event("Sebab gagal menurut jawaban", "cause", causes, 40, "jawaban_sanggah"),
            _event("Hasil klarifikasi jaminan", "result", Choice(t.BondResult), 16),
            _event(
                "Isi jawaban sanggah banding",
                "decision",
                Choice(t.AppealDecision),
                18,
                "jawaban_sanggah_banding",
            ),
            _event("Ditolak oleh", "by", _REFUSER, 12, "penolakan"),
            _event("Pokok negosiasi", "items", ITEMS, 60, source=("HPS", "Kode")),
        ),
        takes=lambda entry: not (is_of_letters(entry) or is_of_interest(entry)),
        loose=True,
        ready=an_act,
    )


_ADDENDA = Table(
    "Adendum",
    "Adendum Dokumen Pemilihan",
    "Menurut urutan terbitnya.",
    ("tender", "document", "addenda"),
    (
        column("Nomor", "number", PAPER_NUMBER, 30, needed=True),
        column("Tanggal", "date", DATE, 14),
        column("Tentang", "subject", ABOUT, 60),
    ),
    loose=True,
    rare=True,
)
VALUES = Table(
    "Nilai Dokumen",
    "Nilai ketentuan yang ditetapkan Dokumen Pemilihan sendiri",
    "Kode ketentuan tampil pada tender rules; hanya yang terbuka dapat ditetapkan.",
    ("tender", "regulation", "values"),
    (
        column("Ketentuan", "param", TEXT, 40, needed=True),
        column("Nilai", "value", TEXT, 20, needed=True),
        column("Klausul", "clause", CLAUSE, 24, needed=True),
        column("Alasan", "reason", ABOUT, 60, needed=True),
    ),
    loose=True,
    rare=True,
)


@frozen(eq=False)
class Layout:
    """The sheets of a workbook of a package.

    Rows and columns follow the checks of a rulebook, and so do the sheets of their lists. All
    other sheets have the same names and titles under every rulebook.

    Attributes:
        forms: the sheets `Paket` and `Persyaratan`.
        tables: in the order in which they stand; the price sheets come after `Peserta`.
    """

    forms: tuple[Form, Form]
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table on the sheet `name`."""
        return next(table for table in self.tables if table.name == name)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The forms, the tables, and what a price sheet is."""
        return (*self.forms, *self.tables, PRICES)


@lru_cache(maxsize=16)
def layout_of(declared: Declarations) -> Layout:
    """The sheets under what a rulebook declares."""
    general, exceptions = _judged(declared)
    tables = (
        MEMBERS,
        HPS,
        participants_table(declared),
        CRITERIA,
        general,
        exceptions,
        _events(declared),
        LETTERS,
        CONFIRMED,
        INTERESTS,
        kso_table(declared),
        people("Pengurus", "Pengurus badan usaha", "officers"),
        people("Pemilik", "Pemilik atau pemegang saham", "shareholders"),
        people("Tenaga Ahli", "Tenaga ahli dan personel inti", "key_personnel", CERTIFICATE),
        EQUIPMENT,
        DEEDS,
        FILES,
        _ADDENDA,
        VALUES,
        ANALYSED,
        COMPONENTS,
        UNBALANCED,
        OFFICE,
        *list_tables(declared),
    )
    return Layout((PACKAGE_FORM, requirements_form(declared)), tables)


# What the sheets are called.
NAMED = layout_of(Declarations())
