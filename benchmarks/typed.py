"""`python benchmarks/typed.py`: what a Pokja types of three tenders, from `init` to the record.

Each tender of `tests/typed` is played into an empty workbook cell by cell, in the rounds of a
Pokja, and what is typed or chosen is counted by sheet. A block that comes from a file (the
estimate's lines, a bid's prices, SPSE's list of bidders) counts one, and so does a value that is
pulled down over the cells below it. `--house FOLDER` counts the workbook of another checkout, by
the sheets that it lays out. (A module called `typing` would hide Python's own from the others of
this folder.)
"""

import argparse
import datetime as dt
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook

__all__ = ["CHECKLISTS", "TENDERS", "Played", "Typist", "play"]

_ROOT = Path(__file__).resolve().parents[1]
TENDERS = _ROOT / "tests" / "typed"
# In a folder of its own, for each tender the checklist that its office has for such work: criteria
# and clauses, and no figure that a document sets for one tender.
CHECKLISTS = "daftar-periksa"
# The checklist for such work that comes with the program.
_SHIPPED = {
    "alat-kesehatan": "barang",
    "gedung-kelas": "konstruksi",
    "konsultan-pengawas": "konsultansi",
}

# Where columns have their heads; in the row above, a sheet may say whose and of when it is.
_HEADS, _ABOUT = 4, 3
_NOT_TYPED = ("Petunjuk", "Daftar", "Lain-lain", "Hasil")
_MADE = "Mesin"  # begins the head of a column that the engine writes
_WORDS = "Uraian"  # in a matrix for the eye alone
_PRICES, _ESTIMATE, _BIDDERS, _MATRIX = "Harga ", "HPS", "Peserta", "Matriks"
# What stands in a file of the office or of a bidder, and is pasted.
_PASTED = (_ESTIMATE, _PRICES)
# What stands side by side in a document that such people have, in the order of these columns:
# SPSE's list of bidders.
_LISTS = {
    _BIDDERS: ("Nama peserta", "NPWP", "Harga penawaran (Rp)", "Harga terkoreksi (Rp)"),
}
# A bidder's analysis of prices, in the columns of its form, with titles and sums of its sections.
_COMPONENTS, _LINE, _AMOUNT = "Komponen Harga", ("Peserta", "Baris"), "Jumlah"
_FORM = ("Kode", "Uraian", "Satuan", "Koefisien ditawarkan", "Harga ditawarkan", _AMOUNT)
_SECTIONS = {"upah": ("A", "TENAGA"), "bahan": ("B", "BAHAN"), "alat": ("C", "PERALATAN")}
# What a Pokja says of all components at once is pulled down over titles and sums as well.
_DECIDED = ("Koefisien diterima", "Harga diterima")
# Of the bidders' sheet, what is in the second file; what a prakualifikasi has before any bid; and
# what is known once the qualified are invited.
_SEALED = ("Harga penawaran (Rp)", "Tarif PPN (%)")
_BEFORE_BIDS = ("Kode", "Nama peserta", "NPWP", "Memasukkan kualifikasi", "Masuk Daftar Hitam")
_PROOF = "Hadir pembuktian"
# What stands before the bidders' columns of a matrix, and what begins the heads beside a score.
_NO_SCORES, _BESIDE_SCORE = ("Tahap", "Kriteria", "Waktu baris"), ("Alasan ", "Waktu ", "Semua")
_DATED = ("Penilaian", "Pengecualian", "Peristiwa", "Surat")
_GENERAL = "Penilaian"
_CRITERIA, _REQUIRED = "Kriteria", "Persyaratan"
_EVENTS, _CONFIRMING = "Peristiwa", "konfirmasi nilai"
_CONFIRMED, _CODE, _AGREED = "Konfirmasi", "Kode ketentuan", "ya"
_WHEN, _ROW_AT = "Waktu", "Waktu baris"
# By what a row of several of one name is known.
_KSO = "KSO"
_KEYS = {
    _CRITERIA: ("Tahap", "Kode"),
    _KSO: ("Peserta", "Kode"),
    "Analisa Harga": ("Peserta", "Baris"),
}
# What a form says of a value that need not be typed: of any tender, of a Seleksi.
_FOLLOWS = ("kosong: selebihnya", "pada Seleksi boleh kosong")
# What SPSE's page of the tender says, by its labels as they stand there, and by the fields that it
# answers; it is pasted as one block where there is a sheet for it.
_PAGE, _FORM_OF_TENDER = "SPSE", "Paket"
_ON_THE_PAGE = (
    *("Kode tender *", "Nama paket *", "K/L/PD *", "Satuan kerja *", "Jenis pengadaan *"),
    *("Kualifikasi *", "Pemasukan dokumen *", "Metode evaluasi *", "Jenis kontrak *"),
    *("Pagu anggaran (Rp) *", "Nilai total HPS (Rp) *", "Sumber dana", "Tahun anggaran"),
)
# What sheets say above their heads of what need not be typed, by their titles.
_NOTES = 2
_VAT, _WEIGHT = "Tarif PPN (%)", "Bobot (%)"
_VAT_FOLLOWS = "Tarif PPN yang kosong sama dengan"
_WEIGHT_FOLLOWS = "Satu bobot pada tiap tahap boleh kosong"
_TIMES_FOLLOW = "seperti lembar anggota pertama"
_OF_PRICE, _PROVEN = "evaluasi harga", "pembuktian kualifikasi"
_ASKED = ("Oleh", _WHEN)  # above the heads
# The copy that a refresh made before it went on in place.
_COPY = "kertas-kerja-{}.xlsx"
# A round ends where a Pokja wants to see what comes of it before it goes on: who is qualified, by
# the minutes of the prakualifikasi; whose price may be opened or is asked an analysis of, who wins.
_QUALIFIED, _OPENED, _WON = "kualifikasi", "harga", "penetapan"
_FIRST = 0
_ANALYSES = ("Analisa Harga", _COMPONENTS)
_WAITS = 3

Row: TypeAlias = Mapping[str, Any]
# Values by row and column.
Cells: TypeAlias = Mapping[tuple[int, int], Any]


class Typist:
    """The hands on one workbook: puts values into cells, and counts what that takes by sheet."""

    def __init__(self, file: Path | io.BytesIO) -> None:
        self._file = file
        self.book: Any = load_workbook(file)
        self.counts: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.words: list[str] = []

    def save(self) -> None:
        """Save the workbook where it was opened."""
        self.book.save(self._file)

    def heads(self, sheet: str) -> Mapping[str, int]:
        """The columns of a sheet by the words at their head."""
        cells = (cell for cell in self.book[sheet][_HEADS] if cell.value is not None)
        return {str(cell.value).removesuffix(" *"): cell.column for cell in cells}

    def rows(self, sheet: str) -> Iterator[tuple[int, Row]]:
        """The rows below the heads, each by the words of its columns; empty ones as well."""
        heads, page = self.heads(sheet), self.book[sheet]
        for number in range(_HEADS + 1, page.max_row + 1):
            yield number, {head: page.cell(number, at).value for head, at in heads.items()}

    def about(self, sheet: str) -> Mapping[str, tuple[int, Any]]:
        """Above the heads: by what is asked there, the column of the answer and the answer."""
        cells = self.book[sheet][_ABOUT]
        pairs = pairwise(cells)
        return {one.value: (two.column, two.value) for one, two in pairs if one.value in _ASKED}

    def type(self, sheet: str, row: int, column: int, value: Any) -> None:
        """Type a value into a cell, or choose it in its list."""
        self.fill_down(sheet, (row,), column, value)

    def fill_down(self, sheet: str, rows: Sequence[int], column: int, value: Any) -> None:
        """Type a value once and pull it down over the cells below."""
        for row in rows:
            self.book[sheet].cell(row, column).value = value
        self.words += [value] if isinstance(value, str) else []
        self.counts[sheet] += 1
        self.filled[sheet] += len(rows)

    def clear(self, sheet: str, row: int) -> None:
        """Empty a row, which takes as much as typing a cell."""
        for cell in self.book[sheet][row]:
            cell.value = None
        self.counts[sheet] += 1
        self.filled[sheet] += 1

    def paste(self, sheet: str, block: Cells) -> None:
        """Paste what was copied in a file into the cells of one block."""
        for at, value in block.items():
            self.book[sheet].cell(*at).value = value
        self.counts[sheet] += 1
        self.filled[sheet] += len(block)

    def enter(self, sheet: str, cells: Cells) -> None:
        """Put in what is not there yet: pasted from its file, or typed and pulled down."""
        page = self.book[sheet]
        left = {at: value for at, value in cells.items() if page.cell(*at).value != value}
        if sheet.startswith(_PASTED):
            if left:
                self.paste(sheet, left)
            return
        for block in self._blocks(sheet, left):
            self.paste(sheet, block)
            left = {at: value for at, value in left.items() if at not in block}
        for row, column in sorted(left, key=lambda at: at[::-1]):
            if (row, column) not in left:
                continue  # pulled down already
            value, run = left.pop((row, column)), [row]
            while _same(left.get((run[-1] + 1, column), ...), value):
                run.append(run[-1] + 1)
                del left[run[-1], column]
            self.fill_down(sheet, run, column, value)

    def _blocks(self, sheet: str, cells: Cells) -> Iterator[Cells]:
        """What of `cells` is copied from a list: columns that stand side by side as it has them."""
        listed, heads = _LISTS.get(sheet, ()), self.heads(sheet)
        wanted = [heads[title] for title in listed if title in heads]
        for run in _runs(wanted):
            if block := {at: value for at, value in cells.items() if at[1] in run}:
                yield block
        if sheet.startswith(f"{_MATRIX} "):
            yield from self._scores(sheet, cells)

    def _scores(self, sheet: str, cells: Cells) -> Iterator[Cells]:
        """What a scorer's own sheet has: scores of a stage, criteria down and bidders across.

        Only where the bidders stand side by side here too.
        """
        scored = [
            at
            for head, at in self.heads(sheet).items()
            if not head.startswith((*_NO_SCORES, *_BESIDE_SCORE, _MADE, _WORDS))
        ]
        stages = {number: row["Tahap"] for number, row in self.rows(sheet)}
        for run in _runs(scored):
            for stage in dict.fromkeys(stages.values()):
                block = {
                    at: value
                    for at, value in cells.items()
                    if at[1] in run and stages.get(at[0]) == stage
                }
                if len(run) > 1 and block:
                    yield block


class _Places:
    """Where on a sheet each entry goes: where it stands already, else the first empty row."""

    def __init__(self, typist: Typist, sheet: str) -> None:
        self._rows = list(typist.rows(sheet))
        self._keys = _KEYS.get(sheet, ("Tahap", "Kriteria") if sheet.startswith(_MATRIX) else ())
        self._dated = sheet in _DATED
        self._end = typist.book[sheet].max_row

    def over(self, wanted: Sequence[Row]) -> Iterator[tuple[Row, int, Row]]:
        """Of what stands there and is not wanted: what is typed over it, where, and what stood.

        A criterion takes the row of another of its stage, of the same words if there is one; for
        what is left over it is nothing.
        """
        codes = {tuple(row[key] for key in self._keys) for row in wanted}
        there = {tuple(said.get(key) for key in self._keys) for _, said in self._rows}
        free = [
            place
            for place in self._rows
            if place[1].get("Kode") and tuple(place[1][key] for key in self._keys) not in codes
        ]
        for row in wanted:
            of_stage = [place for place in free if place[1]["Tahap"] == row["Tahap"]]
            if of_stage and tuple(row[key] for key in self._keys) not in there:
                same = [place for place in of_stage if place[1]["Uraian"] == row["Uraian"]]
                place = (same or of_stage)[0]
                free.remove(place)
                self._rows.remove(place)
                yield row, *place
        for place in free:
            yield {}, *place

    def of(self, row: Row) -> int:
        """The place of `row`, which is then taken."""
        if self._dated and (ready := self._ready(row)):
            self._rows.remove(ready)
            return ready[0]
        keys = self._keys or tuple(row)[:1]
        for place in () if self._dated else self._rows:
            if all(place[1].get(key) == row[key] for key in keys):
                self._rows.remove(place)
                return place[0]
        for place in self._rows:
            said = {head: value for head, value in place[1].items() if value is not None}
            if said == {"Tahap": row.get("Tahap")}:
                self._rows.remove(place)
                return place[0]
        for place in self._rows:
            if all(value is None for value in place[1].values()):
                self._rows.remove(place)
                return place[0]
        self._end += 1
        return self._end

    def _ready(self, row: Row) -> tuple[int, Row] | None:
        """The row that a refresh has laid out for it: what stands there it says, and more."""
        for place in self._rows:
            said = {head: value for head, value in place[1].items() if value is not None}
            if said and _WHEN not in said and said.items() <= row.items():
                return place
        return None


class Played:
    """One tender, typed to its record: what it took, and what was read at the end."""

    def __init__(self, given: Path, folder: Path, *, with_checklist: bool | str = False) -> None:
        self.counts: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.commands: list[str] = []
        self.words: list[str] = []
        self.minutes: str | None = None
        self.name = given.stem
        self.given = _package(given)
        self._folder = folder
        value = json.loads(given.read_text("utf-8"))
        asked = value["tender"]["requirements"].values()
        self.codes = {one["id"] for asks in asked for one in asks.get("criteria", ())}
        self._events = value["events"]
        self._seleksi = value["tender"]["category"].startswith("jasa_konsultansi")
        self._drawn = _drawn(self.given)
        rates = {one["price"]["vat_percent"] for one in value["participants"] if "price" in one}
        self._one_rate = rates == {value["tender"]["hps"]["vat_percent"]}
        weighed = [
            (row["Tahap"], number)
            for number, row in self._drawn.rows(_CRITERIA)
            if row[_WEIGHT] is not None
        ]
        self._last_weights = {*dict(weighed).values()}
        rows = (row for name in _ANALYSES for _, row in self._drawn.rows(name))
        self._analysed = any(row.get("Peserta") for row in rows)
        self._gates = _gates(self._events, analysed=self._analysed)
        proofs = [one for one in value["assessments"] if one["stage"] == "pembuktian_kualifikasi"]
        self._proof = min(_local(one["at"]) for one in proofs)
        self._command(
            "init",
            folder,
            "--workbook",
            *(self._checklist(given, with_checklist) if with_checklist else ()),
        )
        self._file = folder / "paket.xlsx"
        self._apart = _CONFIRMED in load_workbook(self._file, read_only=True).sheetnames
        for round_ in range(len(self._gates) + 2):
            self._typed(round_)
        if self._apart:
            self._confirmed()
        self.record = self._record("BAHP.md")
        self.read = _package(self._file)

    def _checklist(self, given: Path, which: bool | str) -> tuple[Any, ...]:
        """The office's checklist for such work, made before there was this tender; or one named."""
        if isinstance(which, str):
            return "--from", which
        from tender_desk.workbook.layouts.blank import checklist_bytes
        from tender_rules import national

        asked = json.loads((given.parent / CHECKLISTS / given.name).read_text("utf-8"))
        file = self._folder.parent / f"{CHECKLISTS}.xlsx"
        file.write_bytes(checklist_bytes(national(), asked))
        return "--from", file

    def _command(self, *words: Any) -> None:
        self.commands.append(" ".join(Path(word).name for word in words))
        _run(*map(str, words))

    def _record(self, name: str) -> str:
        """The minutes that are due by now."""
        file = self._folder / name
        self._command("bahp", self._file, "--output", file)
        return file.read_text("utf-8")

    def _refresh(self) -> None:
        copies = [
            self._folder / _COPY.format(number) for number in range(1, len(self.commands) + 1)
        ]
        if self._file in copies:
            last, self._file = self._file, copies[copies.index(self._file) + 1]
            self._command("worksheet", last, "--output", self._file)
            return
        self._command("worksheet", self._file)
        made = self._folder / "kertas-kerja.xlsx"
        if made.exists():
            self._file = made.rename(copies[0])

    def _typed(self, round_: int) -> None:
        """Type what a round knows, into the workbook that was refreshed since the last."""
        if self._of(_QUALIFIED) and round_ == self._after(_QUALIFIED):
            # They are signed on their own day, and show what came of the qualification as well.
            self.minutes = self._record("BA Hasil Prakualifikasi.md")
        elif round_ != _FIRST:
            self._refresh()
        typist = Typist(self._file)
        if round_ == _FIRST and _PAGE in typist.book.sheetnames:
            self._page(typist)
        for sheet in self._drawn.book.sheetnames:
            # What is confirmed is answered at the end, where a refresh asks for it.
            if not sheet.startswith((*_NOT_TYPED, _CONFIRMED)):
                self._sheet(typist, sheet, round_)
        self._done(typist)

    def _sheet(self, typist: Typist, sheet: str, round_: int) -> None:
        """Type on one sheet what the workbook of the whole package has there."""
        about = self._drawn.about(sheet) if sheet.startswith(_MATRIX) else {}
        of_all = about.get(_WHEN, (0, None))[1]
        due: list[tuple[Row, Row]] = []
        needless = self._needless(typist, sheet)
        if follows := self._follows(typist, sheet):
            about = {word: said for word, said in about.items() if word != _WHEN}
        for number, row in self._drawn.rows(sheet):
            if next(iter(row.values())) in needless:
                row = {head: value for head, value in row.items() if head != "Nilai"}
            told = row  # with its time, which another sheet may say
            row = {h: v for h, v in row.items() if not self._left(typist, sheet, number, h)}
            row = {h: v for h, v in row.items() if not (follows and h == _ROW_AT)}
            if self._apart and sheet == _EVENTS and row["Jenis"] == _CONFIRMING:
                continue
            known = {
                head: value
                for head, value in row.items()
                if value is not None
                and not head.startswith(_MADE)
                and not (head == _WORDS and sheet.startswith(_MATRIX))
                and self._round(sheet, head, told, of_all) == round_
            }
            due += [(row, known)] if known else []
        if not due:
            return
        if sheet == _COMPONENTS and _AMOUNT in typist.heads(sheet):
            _analysed(typist, sheet, [known for _, known in due])
            return
        if sheet == _GENERAL and _MATRIX in {*typist.book.sheetnames} - {
            *self._drawn.book.sheetnames
        }:
            _said_of_all(typist, [known for _, known in due])
            return
        heads, places = typist.heads(sheet), _Places(typist, sheet)
        over, due = _over(typist, places, due) if sheet == _CRITERIA else ({}, due)
        cells = {
            (place, heads[head]): value
            for row, known in due
            for place in (places.of(row),)
            for head, value in known.items()
        }
        cells |= {**over, **(self._emptied(typist) if sheet == _REQUIRED else {})}
        asked = typist.about(sheet)
        cells |= {(_ABOUT, asked[word][0]): value for word, (_, value) in about.items() if value}
        typist.enter(sheet, cells)

    def _emptied(self, typist: Typist) -> Cells:
        """What a checklist says of requirements that the document does not have."""
        heads = typist.heads(_REQUIRED)
        wanted = {next(iter(row.values())): row for _, row in self._drawn.rows(_REQUIRED)}
        return {
            (number, heads[head]): None
            for number, row in typist.rows(_REQUIRED)
            for head in ("Nilai", "Klausul")
            if row[head] is not None and wanted[next(iter(row.values()))][head] is None
        }

    def _page(self, typist: Typist) -> None:
        """Paste what SPSE's page of the tender says, as it prints it."""
        said = {
            next(iter(row.values())): row["Nilai"] for _, row in self._drawn.rows(_FORM_OF_TENDER)
        }
        code, title, buyer, unit, category, *rest = (said[field] for field in _ON_THE_PAGE)
        procedure, envelope, method, contract, pagu, hps, funding, year = rest
        kind = "Seleksi" if self._seleksi else "Tender"
        of = {"barang": "Pengadaan Barang"}.get(category, f"{category} Konstruksi".title())
        lines: tuple[tuple[str, ...], ...] = (
            (f"Kode {kind}", code),
            (f"Nama {kind}", title),
            ("Instansi", buyer),
            ("Satuan Kerja", unit),
            ("Kategori", of.replace("Konstruksi Konstruksi", "Konstruksi")),
            ("Sistem Pengadaan", f"{kind} - {procedure} {envelope} - {method}".title()),
            ("Tahun Anggaran", f"{funding} {year}"),
            ("Nilai Pagu Paket", _rupiah(pagu), "Nilai HPS Paket", _rupiah(hps)),
            ("Jenis Kontrak", str(contract).title()),
        )
        block = {
            (row, column): cell
            for row, line in enumerate(lines, _HEADS + 1)
            for column, cell in enumerate(line, 1)
        }
        typist.paste(_PAGE, block)

    def _needless(self, typist: Typist, sheet: str) -> set[Any]:
        """The fields that follow from what was typed, as the sheet says beside them."""
        said = _FOLLOWS if self._seleksi else _FOLLOWS[:1]
        pasted = sheet == _FORM_OF_TENDER and _PAGE in typist.book.sheetnames
        return {*(_ON_THE_PAGE if pasted else ())} | {
            next(iter(row.values()))
            for _, row in (typist.rows(sheet) if sheet in typist.book.sheetnames else ())
            if str(row.get("Keterangan")).startswith(said)
        }

    def _left(self, typist: Typist, sheet: str, number: int, head: str) -> bool:
        """Whether a cell follows from others, as the sheet says above its heads."""
        note = str(typist.book[sheet].cell(_NOTES, 1).value) if sheet in typist.book else ""
        if head == _VAT and sheet == _BIDDERS:
            return _VAT_FOLLOWS in note and self._one_rate
        if head == _WEIGHT and _WEIGHT_FOLLOWS in note:
            return number in self._last_weights
        return False

    def _follows(self, typist: Typist, sheet: str) -> bool:
        """Whether a scorer's matrix has the times of the first scorer's, as it says."""
        if not sheet.startswith(f"{_MATRIX} ") or sheet not in typist.book.sheetnames:
            return False
        first = min(name for name in self._drawn.book.sheetnames if name.startswith(f"{_MATRIX} "))
        note = str(typist.book[sheet].cell(_NOTES, 1).value)
        return sheet != first and _TIMES_FOLLOW in note and self._times(first) == self._times(sheet)

    def _times(self, matrix: str) -> list[Any]:
        """The times above the heads of a matrix and of its rows."""
        return [self._drawn.about(matrix)[_WHEN][1]] + [
            (row["Tahap"], row["Kriteria"], row[_ROW_AT]) for _, row in self._drawn.rows(matrix)
        ]

    def _round(self, sheet: str, head: str, row: Row, of_all: dt.datetime | None) -> int:
        """The round in which a Pokja knows what stands in a cell."""
        opened = self._after(_OPENED)
        if sheet in _ANALYSES:
            return opened
        if sheet.startswith(_PRICES):
            # A bid's prices are pasted where a refresh has laid out its lines.
            return 1 if self._analysed else opened
        if self._analysed and (
            row.get("Tahap") == _OF_PRICE or (sheet.startswith(_MATRIX) and row["Tahap"] == _PROVEN)
        ):
            return opened
        if sheet == _KSO:
            return 1  # a refresh has laid out its members
        at = _when(sheet, head, row, of_all)
        if sheet == _BIDDERS and head == _PROOF:
            at = self._proof
        if at is not None:
            passed = [number for number, (_, on) in enumerate(self._gates, 2) if on and on <= at]
            return max(passed, default=1)
        if sheet == _BIDDERS and self._of(_OPENED) and head in _SEALED:
            return opened
        later = sheet == _BIDDERS and self._of(_QUALIFIED) and head not in _BEFORE_BIDS
        return self._after(_QUALIFIED) if later else _FIRST

    def _of(self, gate: str) -> dt.datetime | None:
        """When a gate was passed; nothing where there is none, or no day of it is known."""
        return dict(self._gates).get(gate)

    def _after(self, gate: str) -> int:
        """The round after a gate; the first after the workbook was laid out where there is none."""
        names = [name for name, _ in self._gates]
        return names.index(gate) + 2 if gate in names else 1

    def _confirmed(self) -> None:
        """Agree to what was confirmed, with its clause; what is not asked yet, after a refresh."""
        said = {one["param"]: one for one in self._events if "param" in one}
        if left := self._agreed(said):
            self._refresh()
            left = self._agreed(left)
        if left:
            raise LookupError(f"nobody asks to confirm {', '.join(left)}")

    def _agreed(self, said: dict[str, Any]) -> dict[str, Any]:
        """Agree to what of `said` is asked; what is not."""
        typist = Typist(self._file)
        heads, left = typist.heads(_CONFIRMED), {**said}
        cells: dict[tuple[int, int], Any] = {}
        for number, row in typist.rows(_CONFIRMED):
            event = left.pop(row[_CODE], None)
            if event is not None:
                cells[number, heads["Jawaban"]] = _AGREED
                cells[number, heads["Klausul"]] = event["clause"]
                cells[_ABOUT, typist.about(_CONFIRMED)[_WHEN][0]] = _local(event["at"])
        typist.enter(_CONFIRMED, cells)
        self._done(typist)
        return left

    def _done(self, typist: Typist) -> None:
        typist.save()
        self.counts += typist.counts
        self.filled += typist.filled
        self.words += typist.words


def _over(
    typist: Typist, places: _Places, due: Sequence[tuple[Row, Row]]
) -> tuple[Cells, list[tuple[Row, Row]]]:
    """What is typed over criteria that are others, and what is due beside that."""
    heads, cells = typist.heads(_CRITERIA), dict[tuple[int, int], Any]()
    left = {id(row): (row, known) for row, known in due}
    for row, place, stood in [*places.over([row for row, _ in due])]:
        if not row:
            typist.clear(_CRITERIA, place)
            continue
        _, known = left.pop(id(row))
        cells |= {(place, heads[head]): None for head in stood if stood[head] is not None}
        cells |= {(place, heads[head]): value for head, value in known.items()}
    return cells, [*left.values()]


def _said_of_all(typist: Typist, general: Sequence[Row]) -> None:
    """Type what is said of everybody into the matrix of all that a refresh has laid out."""
    heads, about = typist.heads(_MATRIX), typist.about(_MATRIX)
    rows = {row["Tahap"]: number for number, row in typist.rows(_MATRIX) if not row["Kriteria"]}
    (by,) = {one["Oleh"] for one in general}
    at = about[_WHEN][1] or general[0][_WHEN]
    cells = {(_ABOUT, about["Oleh"][0]): by, (_ABOUT, about[_WHEN][0]): at}
    for one in general:
        row, all_ = rows[one["Tahap"]], "Semua"
        cells[row, heads[all_]] = one["Putusan"]
        if "Catatan" in one:
            cells[row, heads[f"Alasan {all_}"]] = one["Catatan"]
        if one[_WHEN] != at:
            cells[row, heads[_ROW_AT]] = one[_WHEN]
    typist.enter(_MATRIX, cells)


def _analysed(typist: Typist, sheet: str, components: Sequence[Row]) -> None:
    """Paste the analyses of a bidder's file, each below the line that it is of.

    Whose they are and what was decided of their components is typed beside them.
    """
    heads, row = typist.heads(sheet), _HEADS
    mostly = {
        title: Counter(one[title] for one in components if title in one).most_common(1)[0][0]
        for title in _DECIDED
    }
    words = {line["Kode"]: line["Jenis Barang/Jasa"] for _, line in typist.rows(_ESTIMATE)}
    columns = [heads[title] for title in _FORM]
    cells: dict[tuple[int, int], Any] = {}
    for bidder, of_bidder in groupby(components, key=lambda one: one["Peserta"]):
        block: dict[tuple[int, int], Any] = {}
        for line, group in groupby(of_bidder, key=lambda one: one["Baris"]):
            head = ((line, words[line], None, None, None, None), {})
            for form, component in (head, *_as_in_the_form([*group])):
                row += 1
                written = zip(columns, form, strict=True)
                block |= {(row, at): value for at, value in written if value}
                own = {t: v for t, v in component.items() if t not in (*_FORM, *_LINE, "Jenis")}
                said = {"Peserta": bidder, **mostly, **own}
                cells |= {(row, heads[title]): value for title, value in said.items()}
        typist.paste(sheet, block)
    typist.enter(sheet, cells)


def _as_in_the_form(components: Sequence[Row]) -> Iterator[tuple[tuple[Any, ...], Row]]:
    """The rows of the form, each with the component that it is; nothing of titles and sums."""
    for kind, (letter, title) in _SECTIONS.items():
        yield (letter, title, None, None, None, None), {}
        total = Decimal(0)
        of_kind = (one for one in components if one["Jenis"] == kind)
        for number, one in enumerate(of_kind, 1):
            if one["Kode"] != f"{letter}{number}":
                raise LookupError(f"{one['Kode']} is not as the form numbers it")
            coefficient, price = (Decimal(str(one[_FORM[at]])) for at in (3, 4))
            total += coefficient * price
            said = (one["Uraian"], one["Satuan"], coefficient, price, coefficient * price)
            yield (str(number), *said), one
        yield (None, f"JUMLAH {title}", None, None, None, total), {}


def play(name: str, folder: Path, *, with_checklist: bool | str = False) -> Played:
    """Play the tender `name` of `TENDERS` in `folder`, which is not there yet.

    With the checklist of its office, or with one that comes with the program, by its name.
    """
    return Played(TENDERS / f"{name}.json", folder, with_checklist=with_checklist)


def _run(*words: str) -> None:
    """A command, within this process.

    Raises:
        RuntimeError: it ended with a fault.
    """
    from tender_cli.main import main as tender

    told = io.StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(told):
            tender([*words])
    except SystemExit as ended:
        if ended.code not in (None, 0, _WAITS):
            raise RuntimeError(f"tender {' '.join(words)}\n{told.getvalue()}") from ended


def _package(path: Path) -> Any:
    from tender_desk.any_file import read_path
    from tender_rules import national

    return read_path(path, national()).package


def _drawn(package: Any) -> Typist:
    """What is to be typed: the workbook that the house itself draws of the package."""
    from tender_desk.workbook.drawn.drawing import workbook_bytes
    from tender_rules import national

    return Typist(io.BytesIO(workbook_bytes(package, national())))


def _gates(
    events: Sequence[Mapping[str, Any]], *, analysed: bool
) -> list[tuple[str, dt.datetime | None]]:
    """What a Pokja waits for, in order, each with when it was done if that is on record."""

    def first(kind: str, of: str | None = None) -> dt.datetime | None:
        at = [one["at"] for one in events if one["type"] == kind and one.get("of") == of]
        return _local(at[0]) if at else None

    gates = [
        # Who is qualified is told by the minutes of that, and announced once these are signed.
        (_QUALIFIED, first("pengumuman", "kualifikasi")),
        (_OPENED, first("pembukaan_harga")),
        (_WON, first("penetapan", "pemilihan")),
    ]
    return [(name, at) for name, at in gates if at or (name == _OPENED and analysed)]


def _when(sheet: str, head: str, row: Row, of_all: dt.datetime | None) -> dt.datetime | None:
    """When what stands in a cell was decided or happened; nothing where its sheet has no days."""
    if sheet in _DATED:
        return row[_WHEN] or None
    return row.get(f"{_WHEN} {head.split()[-1]}") or row.get(_ROW_AT) or of_all


def _rupiah(amount: Any) -> str:
    """As SPSE prints an amount."""
    return f"Rp {Decimal(str(amount)):,.2f}".translate(str.maketrans(",.", ".,"))


def _local(text: str) -> dt.datetime:
    """A time as Excel keeps it, which knows no zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def _runs(columns: Sequence[int]) -> Iterator[list[int]]:
    """Columns that stand side by side."""
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def main() -> None:
    """Print what each tender took, by sheet: counted, and the cells that it filled."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--house", type=Path, default=_ROOT, help="the checkout to count")
    house = options.parse_args().house.resolve()
    sys.path[1:1] = [str(house / room) for room in ("tender", "rules", "desk", "cli")]
    from tender_engine.formats.canonical import package_digest

    for given in sorted(TENDERS.glob("*.json")):
        # Another checkout may not know of checklists yet.
        for with_checklist in (False, _SHIPPED[given.stem], True)[: 3 if house == _ROOT else 1]:
            with tempfile.TemporaryDirectory() as kept:
                played = play(given.stem, Path(kept) / "tender", with_checklist=with_checklist)
            if package_digest(played.read) != package_digest(played.given):
                raise ValueError(f"{given.stem}: the workbook does not say what the package says")
            which = with_checklist if isinstance(with_checklist, str) else CHECKLISTS
            _show(f"{given.stem}, {which}" if with_checklist else given.stem, played)


def _show(name: str, played: Played) -> None:
    total, filled = sum(played.counts.values()), sum(played.filled.values())
    print(f"{name:<36} {total:>6} {filled:>6}")
    for sheet, count in played.counts.items():
        print(f"  {sheet:<34} {count:>6} {played.filled[sheet]:>6}")
    print(f"  {len(played.commands)} commands:", "; ".join(played.commands))


if __name__ == "__main__":
    main()
