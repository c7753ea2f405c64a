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
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook

__all__ = ["TENDERS", "Played", "Typist", "play"]

_ROOT = Path(__file__).resolve().parents[1]
TENDERS = _ROOT / "tests" / "typed"

# Where columns have their heads; in the row above, a sheet may say whose and of when it is.
_HEADS, _ABOUT = 4, 3
_NOT_TYPED = ("Petunjuk", "Daftar", "Lain-lain", "Hasil")
_MADE = "Mesin"  # begins the head of a column that the engine writes
_PRICES, _ESTIMATE, _BIDDERS, _MATRIX = "Harga ", "HPS", "Peserta", "Matriks"
# What stands in a file of the office or of a bidder, and is pasted.
_PASTED = (_ESTIMATE, _PRICES)
# What stands side by side in a document that such people have, in the order of these columns:
# SPSE's list of bidders.
_LISTS = {
    _BIDDERS: ("Nama peserta", "NPWP", "Harga penawaran (Rp)", "Harga terkoreksi (Rp)"),
}
# Of the bidders' sheet, what is in the second file.
_SEALED = ("Harga penawaran (Rp)", "Tarif PPN (%)")
_DATED = ("Penilaian", "Pengecualian", "Peristiwa", "Surat")
_EVENTS, _CONFIRMING = "Peristiwa", "konfirmasi nilai"
_CONFIRMED, _CODE, _AGREED = "Konfirmasi", "Kode ketentuan", "ya"
_WHEN = "Waktu"
_ASKED = ("Oleh", _WHEN)  # above the heads
# The first copy that a refresh made before it went on in place, and what comes after it.
_COPIES = ("kertas-kerja.xlsx", "kertas-kerja-2.xlsx")
# The rounds: what is announced and handed in; what is before the opening of prices; the rest.
_ROUNDS = _FIRST, _BEFORE, _LAST = range(3)
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
            while _same(left.get((run[-1] + 1, column)), value):
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


class _Places:
    """Where on a sheet each entry goes: where it stands already, else the first empty row."""

    def __init__(self, typist: Typist, sheet: str) -> None:
        self._rows = list(typist.rows(sheet))
        self._keys = ("Tahap", "Kriteria") if sheet.startswith(_MATRIX) else ()
        self._dated = sheet in _DATED
        self._end = typist.book[sheet].max_row

    def of(self, row: Row) -> int:
        """The place of `row`, which is then taken."""
        keys = self._keys or tuple(row)[:1]
        for place in () if self._dated else self._rows:
            if all(place[1].get(key) == row[key] for key in keys):
                self._rows.remove(place)
                return place[0]
        for place in self._rows:
            if all(value is None for value in place[1].values()):
                self._rows.remove(place)
                return place[0]
        self._end += 1
        return self._end


class Played:
    """One tender, typed to its record: what it took, and what was read at the end."""

    def __init__(self, given: Path, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.commands: list[str] = []
        self.words: list[str] = []
        self.name = given.stem
        self.given = _package(given)
        self._folder = folder
        value = json.loads(given.read_text("utf-8"))
        asked = value["tender"]["requirements"].values()
        self.codes = {one["id"] for asks in asked for one in asks.get("criteria", ())}
        self._events = value["events"]
        self._drawn = _drawn(self.given)
        opened = [_local(one["at"]) for one in self._events if one["type"] == "pembukaan_harga"]
        self._opened = opened[0] if opened else None
        self._command("init", folder, "--workbook")
        self._file = folder / "paket.xlsx"
        self._apart = _CONFIRMED in load_workbook(self._file, read_only=True).sheetnames
        for round_ in _ROUNDS:
            if round_ != _BEFORE or opened:
                self._typed(round_)
        if self._apart:
            self._confirmed()
        record = folder / "BAHP.md"
        self._command("bahp", self._file, "--output", record)
        self.record = record.read_text("utf-8")
        self.read = _package(self._file)

    def _command(self, *words: Any) -> None:
        self.commands.append(" ".join(Path(word).name for word in words))
        _run(*map(str, words))

    def _refresh(self) -> None:
        first, second = (self._folder / name for name in _COPIES)
        if self._file == first:
            self._command("worksheet", first, "--output", second)
            self._file = second
            return
        self._command("worksheet", self._file)
        self._file = first if first.exists() else self._file

    def _typed(self, round_: int) -> None:
        """Type what a round knows, into the workbook that was refreshed since the last."""
        if round_ != _FIRST:
            self._refresh()
        typist = Typist(self._file)
        for sheet in self._drawn.book.sheetnames:
            if not sheet.startswith(_NOT_TYPED):
                self._sheet(typist, sheet, round_)
        self._done(typist)

    def _sheet(self, typist: Typist, sheet: str, round_: int) -> None:
        """Type on one sheet what the workbook of the whole package has there."""
        about = self._drawn.about(sheet) if sheet.startswith(_MATRIX) else {}
        of_all = about.get(_WHEN, (0, None))[1]
        due: list[tuple[Row, Row]] = []
        for _, row in self._drawn.rows(sheet):
            if self._apart and sheet == _EVENTS and row["Jenis"] == _CONFIRMING:
                continue
            known = {
                head: value
                for head, value in row.items()
                if value is not None
                and not head.startswith(_MADE)
                and self._round(sheet, head, _when(sheet, head, row, of_all)) == round_
            }
            due += [(row, known)] if known else []
        if not due:
            return
        heads, places = typist.heads(sheet), _Places(typist, sheet)
        cells = {
            (place, heads[head]): value
            for row, known in due
            for place in (places.of(row),)
            for head, value in known.items()
        }
        asked = typist.about(sheet)
        cells |= {(_ABOUT, asked[word][0]): value for word, (_, value) in about.items() if value}
        typist.enter(sheet, cells)

    def _round(self, sheet: str, head: str, at: dt.datetime | None) -> int:
        """The round in which a Pokja knows what stands in a cell."""
        if at is not None:
            return _BEFORE if self._opened is not None and at <= self._opened else _LAST
        sealed = self._opened is not None and sheet == _BIDDERS and head in _SEALED
        # A bid's prices are pasted where a refresh has laid out its lines.
        return _LAST if sealed or sheet.startswith(_PRICES) else _FIRST

    def _confirmed(self) -> None:
        """Agree to what was confirmed, where a refresh asks for it, with its clause."""
        self._refresh()
        typist = Typist(self._file)
        heads = typist.heads(_CONFIRMED)
        said = {one["param"]: one for one in self._events if "param" in one}
        cells: dict[tuple[int, int], Any] = {}
        for number, row in typist.rows(_CONFIRMED):
            event = said.pop(row[_CODE], None)
            if event is not None:
                cells[number, heads["Jawaban"]] = _AGREED
                cells[number, heads["Klausul"]] = event["clause"]
                when = _local(event["at"])
        if said:
            raise LookupError(f"nobody asks to confirm {', '.join(said)}")
        cells[_ABOUT, typist.about(_CONFIRMED)[_WHEN][0]] = when
        typist.enter(_CONFIRMED, cells)
        self._done(typist)

    def _done(self, typist: Typist) -> None:
        typist.save()
        self.counts += typist.counts
        self.filled += typist.filled
        self.words += typist.words


def play(name: str, folder: Path) -> Played:
    """Play the tender `name` of `TENDERS` in `folder`, which is not there yet."""
    return Played(TENDERS / f"{name}.json", folder)


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
    from tender_desk.workbook.drawing import workbook_bytes
    from tender_rules import national

    return Typist(io.BytesIO(workbook_bytes(package, national())))


def _when(sheet: str, head: str, row: Row, of_all: dt.datetime | None) -> dt.datetime | None:
    """When what stands in a cell was decided or happened; nothing where its sheet has no days."""
    if sheet in _DATED:
        return row[_WHEN] or None
    return row.get(f"{_WHEN} {head.split()[-1]}") or of_all


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
        with tempfile.TemporaryDirectory() as kept:
            played = play(given.stem, Path(kept) / "tender")
        if package_digest(played.read) != package_digest(played.given):
            raise ValueError(f"{given.stem}: the workbook does not say what the package says")
        total, filled = sum(played.counts.values()), sum(played.filled.values())
        print(f"{given.stem:<24} {total:>6} {filled:>6}")
        for sheet, count in played.counts.items():
            print(f"  {sheet:<22} {count:>6} {played.filled[sheet]:>6}")
        print(f"  {len(played.commands)} commands:", "; ".join(played.commands))


if __name__ == "__main__":
    main()
