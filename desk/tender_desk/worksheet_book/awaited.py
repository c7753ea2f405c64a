"""The sheet `Hasil Ditunggu`: what is awaited, from whom, and into which cells it goes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from tender_desk.documents.draft import standing
from tender_desk.documents.draft_reasons import Reason, on_screen
from tender_desk.documents.outcome import awaited_row
from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_desk.workbook.growing.found import FoundColumn, FoundSheet
from tender_desk.workbook.layouts.layout import ANY, KeyPath, Table
from tender_desk.workbook.layouts.names import title_of
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.layouts.tables_confirmed import ANSWER, CONFIRMED
from tender_desk.workbook.matrices.heads import NAME as MATRIX
from tender_desk.workbook.matrices.heads import title_for
from tender_desk.worksheet_book.verdicts import INSIDE
from tender_engine.declared import Check, Declarations
from tender_engine.findings import Awaiting
from tender_engine.model import Participant
from tender_rules.stages.experience import EXPERIENCE
from tender_rules.stages.low_bids import FAIRNESS
from tender_rules.stages.proof import ATTENDED
from tender_rules.stages.sizes import BUSINESS_SIZE
from tender_rules.stages.skp import SKP

__all__ = ["PLACES", "REASONS", "Place", "awaited_sheet"]


@frozen
class Place:
    """The columns of a sheet in which something is written; of an event, its type as well."""

    sheet: str
    columns: tuple[str, ...]
    event: str = ""


_JUDGED = ("Tahap", "Kriteria", "Putusan", "Oleh", "Waktu")
# A stage as a whole: its criterion is left empty.
_ON_STAGE = ("Tahap", "Putusan", "Oleh", "Waktu")
_LINES = Place("Harga", ("Kode", "Volume", "Harga Satuan", "Total"))


def _event(kind: str, *columns: str) -> tuple[Place]:
    return (Place("Peristiwa", ("Jenis", "Waktu", *columns), kind),)


# The cell of a matrix: the row of the question, the column of the bidder.
_CELL = Place(MATRIX, ("Tahap", "Kriteria", "Peserta"))
_ON_GENERAL = "Penilaian"

# By the code of what is awaited. A fact has a place of its own: `places_of`.
PLACES: Mapping[str, tuple[Place, ...]] = {
    "penilaian": (
        _CELL,
        Place(_ON_GENERAL, _JUDGED),
        Place("Pengecualian", ("Peserta", *_JUDGED)),
    ),
    "penilaian_tahap": (
        _CELL,
        Place(_ON_GENERAL, _ON_STAGE),
        Place("Pengecualian", ("Peserta", *_ON_STAGE)),
    ),
    "catatan_pembuktian": (
        Place("Peserta", (ATTENDED.known_as,)),
        _CELL,
        Place(_ON_GENERAL, _ON_STAGE),
    ),
    "nilai": (
        _CELL,
        Place("Pengecualian", ("Peserta", "Tahap", "Kriteria", "Nilai", "Oleh", "Waktu")),
    ),
    "pengganti_anggota": (Place("Pokja", ("Kode", "Nama")),),
    "harga": (Place("Peserta", ("Harga penawaran (Rp)", "Tarif PPN (%)")), _LINES),
    "rincian_harga": (_LINES,),
    "pernyataan_lpse": (Place("Peserta", ("Pernyataan LPSE: nomor", "Pernyataan LPSE: tanggal")),),
    "batas_komitmen_tkdn": (Place("Persyaratan", ("Komitmen TKDN paling rendah (%)",)),),
    "faktor_skp": (Place("Persyaratan", ("SKP: KP",)),),
    "faktor_kd": (Place("Persyaratan", ("KD: kali NPt",)),),
    "faktor_skn": (Place("Persyaratan", ("SKN: fp", "SKN: fl")),),
    "tarif_ppn_lumsum": (Place("Peserta", ("Bagian lumsum (Rp)",)), _LINES),
    "biaya_umur_ekonomis": (
        Place(
            "Peserta",
            (
                "Biaya operasional per tahun",
                "Biaya pemeliharaan per tahun",
                "Nilai sisa (Rp)",
            ),
        ),
    ),
    "tkdn": (Place("Peserta", ("TKDN (%)",)), Place("Harga", ("TKDN (%)",))),
    "pembukaan_harga": _event("pembukaan_harga"),
    "negosiasi": _event("negosiasi", "Peserta", "Hasil negosiasi", "Total (Rp)"),
    "negosiasi_lanjutan": _event("negosiasi", "Peserta", "Hasil negosiasi", "Total (Rp)"),
    "hasil_reverse_auction": _event("reverse_auction", "Dilaksanakan", "Penawaran auction"),
    "batas_pemasukan": _event("batas_pemasukan", "Tentang", "Sampai"),
    "perpanjangan": _event("perpanjangan", "Tentang", "Sampai"),
    "penutupan": _event("penutupan", "Tentang"),
    "konfirmasi_isian": _event(
        "konfirmasi_isian",
        "Peserta",
        "Keraguan",
        "Baris",
        "Angka tertulis",
        "Anggota",
        "Penjelasan",
    ),
    "keputusan_peringkat": _event("keputusan_peringkat", "Anggota", "Urutan", "Alasan"),
}
# By what ends that minutes are a draft: what the evaluation awaits beside it has its own rows.
REASONS: Mapping[str, tuple[Place, ...]] = {
    "penetapan": _event("penetapan", "Tentang", "Nomor", "Ditetapkan oleh", "Pemenang", "Cadangan"),
    "pernyataan_gagal": _event("pernyataan_gagal", "Tentang", "Ditetapkan oleh", "Dasar gagal"),
    "negosiasi": PLACES["negosiasi"],
    "pembatalan": _event("pembatalan", "Nomor"),
    "URUTAN_WAKTU": (Place("Peristiwa", ("Jenis", "Waktu")),),
    "KONFIRMASI_BERBEDA": (
        Place(CONFIRMED.name, (ANSWER.title,)),
        Place("Peristiwa", ("Ketentuan", "Nilai ketentuan"), "konfirmasi_nilai"),
    ),
    "HARGA_TANPA_PENAWARAN": (
        Place("Peserta", ("Memasukkan penawaran", "Memasukkan penawaran tahap dua")),
    ),
    "PENILAIAN_TANPA_DOKUMEN": (
        Place("Peserta", ("Memasukkan kualifikasi", "Memasukkan penawaran")),
    ),
    "previous": (),
}
_ANSWERED = Place(CONFIRMED.name, (ANSWER.title, "Klausul"))
_POKJA = "Pokja Pemilihan"
# What is asked otherwise of a small business: beside its own facts the size may be what lacks.
_BY_SIZE = (SKP.key, EXPERIENCE.key)
_FACT, _NO_RECORD, _SCORE = "fakta", "catatan_pembuktian", "nilai"
_BIDDERS, _MEMBERS = "Peserta", "KSO"


def awaited_sheet(view: View, declared: Declarations) -> FoundSheet:
    """A row for each thing that is awaited, and where in a workbook of `declared` it is written."""
    columns = (
        FoundColumn("Tahapan", 32),
        FoundColumn("Nama peserta", 30),
        FoundColumn("Yang ditunggu", 42),
        FoundColumn("Dari", 28),
        FoundColumn("Diisi di lembar dan kolom", 52),
    )
    rows = [
        (
            *awaited_row(view, item),
            "\n".join(_said(view, place, item) for place in places_of(view, item, declared)),
        )
        for item in view.evaluation.awaiting
    ]
    rows += _of_draft(view)
    return FoundSheet(
        "Hasil Ditunggu",
        "Yang masih ditunggu",
        f"{INSIDE} Isi yang ditunggu, simpan, lalu jalankan tender evaluate.",
        columns,
        tuple(dict.fromkeys(rows)),
        "" if rows else "Tidak ada yang ditunggu.",
    )


def _of_draft(view: View) -> Iterator[tuple[str, ...]]:
    """A row for whatever else keeps the minutes a draft: values to be confirmed, and acts."""
    for used in unconfirmed(view):
        what = "Penegasan ketentuan: {}: {}".format(*named_value(view, used))
        yield "", "", what, _POKJA, _told(view, _ANSWERED, {})
    for reason in standing(view).reasons:
        if isinstance(reason, Reason):
            where = "\n".join(_told(view, place, {}) for place in REASONS[reason.ends])
            said = on_screen(view, reason).id
            yield "", "", f"{said[:1].upper()}{said[1:]}", _POKJA, where


def places_of(view: View, item: Awaiting, declared: Declarations) -> tuple[Place, ...]:
    """Where in the workbook `item` is written; of rows on a judgement the wider comes first."""
    if item.needs != _FACT:
        places = PLACES.get(item.needs, ())
        special = item.needs != _NO_RECORD and _is_special(view, item)
        return tuple(p for p in places if not (special and p.sheet == _ON_GENERAL))
    who = view.participants.get(item.participant or "")
    kso = who is not None and bool(who.members)
    keys = [_key(check) for check in _wanted(who, item, declared)]
    sheets = (_BIDDERS, _MEMBERS) if kso else (_BIDDERS,)
    tables = [t for t in layout_of(declared).tables if t.tells_none or t.name in sheets]
    return tuple(_facts(keys, tables))


def _wanted(
    who: Participant | None, item: Awaiting, declared: Declarations
) -> list[Check[Any, Any]]:
    """The checks whose facts are looked for: of whom all is known but the size, that as well."""
    about = [check for check in declared.checks if _is_about(check, item)]
    whose = (who.members or (who,)) if who is not None else ()
    lack = [check for check in about if any(each.known(check) is None for each in whose)]
    complete = [each for each in whose if all(each.known(check) is not None for check in about)]
    if item.criterion in _BY_SIZE and any(x.known(BUSINESS_SIZE) is None for x in complete):
        return [BUSINESS_SIZE, *lack]
    return about


def _is_about(check: Check[Any, Any], item: Awaiting) -> bool:
    """Whether a fact of `check` may be what is awaited: its own, or one that is read beside it.

    It may be decided at a later stage than that at which it stands.
    """
    return item.criterion in (check.key, check.beside and check.beside.key)


def _key(check: Check[Any, Any]) -> KeyPath:
    """Where a fact stands: at a business itself, or among those of its stage."""
    return (check.key,) if check.on_business else ("facts", str(check.stage), check.key)


def _is_special(view: View, item: Awaiting) -> bool:
    """Whether a judgement on all participants at once would not answer a question.

    None does on a price that is low, nor where anybody has judged this participant by itself.
    """
    judged = {(entry.stage, entry.participant) for entry in view.package.assessments}
    return item.criterion == FAIRNESS.key or (item.stage, item.participant) in judged


def _facts(keys: Sequence[KeyPath], tables: Sequence[Table]) -> Iterator[Place]:
    for table in tables:
        if columns := _columns(table, keys):
            yield Place(table.name, columns)


def _columns(table: Table, keys: Sequence[KeyPath]) -> tuple[str, ...]:
    """The columns of a table that hold one of these facts, and what belongs to it."""
    if table.tells_none and any(_holds(table.path, key) for key in keys):
        return tuple(column.title for column in (*table.parents, *table.columns))
    return tuple(c.title for c in table.columns if any(c.key[: len(key)] == key for key in keys))


def _holds(path: KeyPath, key: KeyPath) -> bool:
    """Whether the entries of a list at `path` are a fact at `key` of a bidder, or a part of it."""
    below = path[path.index(ANY) + 1 :] if ANY in path else ()
    below = below[2:] if below[1:2] == (ANY,) else below
    return below[: len(key)] == key


def _said(view: View, place: Place, item: Awaiting) -> str:
    """The place of what is awaited, with the codes that are to be written there."""
    if place is _CELL:
        return _cell_said(view, item)
    codes = {
        "Peserta": item.participant,
        "Kriteria": _criterion(item),
        # As the drop-down has it.
        "Keraguan": (item.criterion or "").replace("_", " "),
    }
    if place.sheet == _LINES.sheet:
        place = evolve(place, sheet=title_of(place.sheet, item.participant, set()))
    return _told(view, place, codes)


def _told(view: View, place: Place, codes: Mapping[str, str | None]) -> str:
    """A place in words; of an event with its type."""
    codes = {**codes, "Jenis": view.term(place.event) if place.event else None}
    columns = [f"{c} '{codes[c]}'" if codes.get(c) else c for c in place.columns]
    return f"{place.sheet}: {', '.join(columns)}"


def _criterion(item: Awaiting) -> str | None:
    """What is typed for a criterion: the law's own one in its words, the document's by its code."""
    return FAIRNESS.key.replace("_", " ") if item.criterion == FAIRNESS.key else item.criterion


def _cell_said(view: View, item: Awaiting) -> str:
    """The cell of a matrix: of who scores its own, else that of all."""
    (*scorers,) = item.asked if item.needs == _SCORE else ()
    sheets = ", ".join(title_for(scorer) for scorer in scorers) or MATRIX
    row = f"baris {view.term(item.stage)}" + (f" '{_criterion(item)}'" if item.criterion else "")
    return f"{sheets}: {row}, kolom '{item.participant}'"
