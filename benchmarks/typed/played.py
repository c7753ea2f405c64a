"""A tender typed into an empty workbook as its Pokja does, in rounds, from `init` to the record."""

import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.typed.files import AMOUNT, analysed, page
from benchmarks.typed.needless import Needless
from benchmarks.typed.placing import Places, over
from benchmarks.typed.rounds import FIRST, QUALIFIED, Rounds, local
from benchmarks.typed.sheets import (
    ABOUT,
    ANALYSES,
    COMPONENTS,
    CONFIRMED,
    CRITERIA,
    EVENTS,
    GENERAL,
    MADE,
    MATRIX,
    OF_TENDER,
    PAGE,
    REQUIRED,
    ROW_AT,
    WHEN,
    WORDS,
    Cells,
    Row,
)
from benchmarks.typed.typist import Typist
from openpyxl import load_workbook

__all__ = ["CHECKLISTS", "TENDERS", "Played", "play"]

TENDERS = Path(__file__).resolve().parents[2] / "tests" / "typed"
# In a folder of its own, for each tender the checklist that its office has for such work: criteria
# and clauses, and no figure that a document sets for one tender.
CHECKLISTS = "daftar-periksa"
_NOT_TYPED = ("Petunjuk", "Daftar", "Lain-lain", "Hasil")
_CONFIRMING, _CODE, _AGREED = "konfirmasi nilai", "Kode ketentuan", "ya"
# The copy that a refresh made before it went on in place.
_COPY = "kertas-kerja-{}.xlsx"
_WAITS = 3


class Played:
    """One tender, typed to its record: what it took, and what was read at the end."""

    def __init__(self, given: Path, folder: Path, *, with_checklist: bool | str = False) -> None:
        self.counts: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.commands: list[str] = []
        self.words: list[str] = []
        self.minutes: str | None = None
        self.name = given.stem
        self.given, self._drawn = _meant(given)
        self._folder = folder
        value = json.loads(given.read_text("utf-8"))
        asked = value["tender"]["requirements"].values()
        self.codes = {one["id"] for asks in asked for one in asks.get("criteria", ())}
        self._events = value["events"]
        self._seleksi = value["tender"]["category"].startswith("jasa_konsultansi")
        self._needless = Needless(self._drawn, value)
        rows = (row for name in ANALYSES for _, row in self._drawn.rows(name))
        self._rounds = Rounds(value, analysed=any(row.get("Peserta") for row in rows))
        self._command(
            "init",
            folder,
            "--workbook",
            *(self._checklist(given, with_checklist) if with_checklist else ()),
        )
        self._file = folder / "paket.xlsx"
        self._apart = CONFIRMED in load_workbook(self._file, read_only=True).sheetnames
        for round_ in range(len(self._rounds)):
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
        if self._rounds.passed(QUALIFIED) and round_ == self._rounds.after(QUALIFIED):
            # They are signed on their own day, and show what came of the qualification as well.
            self.minutes = self._record("BA Hasil Prakualifikasi.md")
        elif round_ != FIRST:
            self._refresh()
        typist = Typist(self._file)
        if round_ == FIRST and PAGE in typist.book.sheetnames:
            page(typist, self._drawn.rows(OF_TENDER), seleksi=self._seleksi)
        for sheet in self._drawn.book.sheetnames:
            # What is confirmed is answered at the end, where a refresh asks for it.
            if not sheet.startswith((*_NOT_TYPED, CONFIRMED)):
                self._sheet(typist, sheet, round_)
        self._done(typist)

    def _sheet(self, typist: Typist, sheet: str, round_: int) -> None:
        """Type on one sheet what the workbook of the whole package has there."""
        about = self._drawn.about(sheet) if sheet.startswith(MATRIX) else {}
        due = [*self._due(typist, sheet, round_, about)]
        if not due:
            return
        if sheet == COMPONENTS and AMOUNT in typist.heads(sheet):
            analysed(typist, sheet, [known for _, known in due])
            return
        laid_out = {*typist.book.sheetnames} - {*self._drawn.book.sheetnames}
        if sheet == GENERAL and MATRIX in laid_out:
            _said_of_all(typist, [known for _, known in due])
            return
        heads, places = typist.heads(sheet), Places(typist, sheet)
        cells: Cells = {}
        if sheet == CRITERIA:
            cells, due = over(typist, places, due)
        cells = {
            (place, heads[head]): value
            for row, known in due
            for place in (places.of(row),)
            for head, value in known.items()
        } | {**cells, **(self._emptied(typist) if sheet == REQUIRED else {})}
        asked, follows = typist.about(sheet), self._needless.times(typist, sheet)
        cells |= {
            (ABOUT, asked[word][0]): value
            for word, (_, value) in about.items()
            if value and not (follows and word == WHEN)
        }
        typist.enter(sheet, cells)

    def _due(
        self, typist: Typist, sheet: str, round_: int, about: Mapping[str, tuple[int, Any]]
    ) -> Iterator[tuple[Row, Row]]:
        """The rows of which something is typed in a round, with all of them and with that."""
        of_all = about.get(WHEN, (0, None))[1]
        needless = self._needless.fields(typist, sheet)
        follows = self._needless.times(typist, sheet)
        for number, told in self._drawn.rows(sheet):
            if self._apart and sheet == EVENTS and told["Jenis"] == _CONFIRMING:
                continue
            row = {
                head: value
                for head, value in told.items()
                if not (
                    (head == "Nilai" and next(iter(told.values())) in needless)
                    or (head == ROW_AT and follows)
                    or self._needless.cell(typist, sheet, number, head)
                )
            }
            known = {
                head: value
                for head, value in row.items()
                if value is not None
                and not head.startswith(MADE)
                and not (head == WORDS and sheet.startswith(MATRIX))
                # By its time, which another sheet may say.
                and self._rounds.of_cell(sheet, head, told, of_all) == round_
            }
            if known:
                yield row, known

    def _emptied(self, typist: Typist) -> Cells:
        """What a checklist says of requirements that the document does not have."""
        heads = typist.heads(REQUIRED)
        wanted = {next(iter(row.values())): row for _, row in self._drawn.rows(REQUIRED)}
        return {
            (number, heads[head]): None
            for number, row in typist.rows(REQUIRED)
            for head in ("Nilai", "Klausul")
            if row[head] is not None and wanted[next(iter(row.values()))][head] is None
        }

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
        heads, left = typist.heads(CONFIRMED), {**said}
        cells: dict[tuple[int, int], Any] = {}
        for number, row in typist.rows(CONFIRMED):
            event = left.pop(row[_CODE], None)
            if event is not None:
                cells[number, heads["Jawaban"]] = _AGREED
                cells[number, heads["Klausul"]] = event["clause"]
                cells[ABOUT, typist.about(CONFIRMED)[WHEN][0]] = local(event["at"])
        typist.enter(CONFIRMED, cells)
        self._done(typist)
        return left

    def _done(self, typist: Typist) -> None:
        typist.save()
        self.counts += typist.counts
        self.filled += typist.filled
        self.words += typist.words


def _said_of_all(typist: Typist, general: Sequence[Row]) -> None:
    """Type what is said of everybody into the matrix of all that a refresh has laid out."""
    heads, about = typist.heads(MATRIX), typist.about(MATRIX)
    rows = {row["Tahap"]: number for number, row in typist.rows(MATRIX) if not row["Kriteria"]}
    (by,) = {one["Oleh"] for one in general}
    at = about[WHEN][1] or general[0][WHEN]
    cells = {(ABOUT, about["Oleh"][0]): by, (ABOUT, about[WHEN][0]): at}
    for one in general:
        row, all_ = rows[one["Tahap"]], "Semua"
        cells[row, heads[all_]] = one["Putusan"]
        if "Catatan" in one:
            cells[row, heads[f"Alasan {all_}"]] = one["Catatan"]
        if one[WHEN] != at:
            cells[row, heads[ROW_AT]] = one[WHEN]
    typist.enter(MATRIX, cells)


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


@cache
def _meant(given: Path) -> tuple[Any, Typist]:
    """The package of a tender, and what is to be typed: the workbook that the house draws of it."""
    from tender_desk.workbook.drawn.drawing import workbook_bytes
    from tender_rules import national

    package = _package(given)
    return package, Typist(io.BytesIO(workbook_bytes(package, national())))
