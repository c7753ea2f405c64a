"""What `tender check` shows of schedules beside a workbook, and the bar of one who waits."""

import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tender_cli import progress
from tests.cli.screens import Run
from tests.desk.workbook.attaching import folder_with, schedule

ROWS = (
    ("", "PEKERJAAN UMUM", "", "", "", ""),
    (1, "Mobilisasi", "LS", 1, 58000000, "=D5*E5"),
    ("", "Total Rp 58.000.000,00", "", "", "", "=F5"),
    ("", "Terbilang: lima puluh delapan juta rupiah", "", "", "", ""),
)

EQUAL = "Jumlah pembacaan setelah koreksi aritmatik dengan PPN sama dengan harga penawaran."
# The other lines of the document.
OTHERS = (
    ("Galian struktur", 320, "m3"),
    ("Beton mutu sedang fc' 30 MPa", 260, "m3"),
    ("Baja tulangan sirip BjTS 420B", 32000, "kg"),
    ("Tiang bor beton diameter 800 mm", 240, "m"),
    ("Gelagar beton pracetak prategang bentang 25 m", 4, "buah"),
    ("Landasan elastomer 350 x 450 x 39 mm", 16, "buah"),
    ("Pembongkaran jembatan lama", 1, "LS"),
    ("Penerapan SMKK", 1, "LS"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook whose one bid is in a file beside it."""
    return folder_with(tmp_path, "p1", {"Berkas daftar harga": "harga.xlsx"}, schedule(ROWS))


def test_the_reading_is_shown_before_it_is_relied_on(run: Run, folder: Path) -> None:
    """Columns, skipped rows with the reason, notes and the key; amounts stay in the file."""
    result = run("check", folder)

    assert result.exit_code == 1
    assert "harga.xlsx, lembar Rincian, 1 baris" in result.stdout
    assert "harga satuan sebelum PPN" in result.stdout
    assert "PEKERJAAN UMUM" in result.stdout
    assert "judul bagian" in result.stdout
    assert "XLS046" in result.stderr
    shown = re.sub(r"\b[0-9a-f]{8}\b", "", result.stdout)  # but for the key, made of the bytes
    assert "58" not in shown
    assert "lima puluh" not in shown


def test_json_tells_the_same_reading(run: Run, folder: Path) -> None:
    """With the key that the diagnostic asks for."""
    result = run("check", folder, "--json")
    (attached,) = json.loads(result.stdout)["attached"]

    assert attached["participant"] == "p1"
    assert not attached["accepted"]
    assert {"column": "E", "header": "Harga Satuan (Rp)", "taken_for": "unit_price"} in attached[
        "columns"
    ]
    assert attached["key"] in result.stderr


def test_what_the_reading_is_beside_the_price_and_the_hps_is_shown(run: Run, folder: Path) -> None:
    """58,000,000 with 11 % is 64,380,000: 2.26 % of 2,846,040,000. Eight lines are missing."""
    shown = run("check", folder).stdout
    (attached,) = json.loads(run("check", folder, "--json").stdout)["attached"]

    assert "2,26% darinya" in shown
    assert "8 baris HPS tidak ada dalam pembacaan ini." in shown
    assert "tanpa harga satuan" not in shown
    assert attached["compared"] == {
        "lines": 1,
        "volumes_differ": 0,
        "blank_prices": 0,
        "missing": 8,
        "extra": 0,
        "share": "2.26",
        "equal": False,
    }
    assert "2.26% of it" in run("--lang", "en", "check", folder).stdout


def test_a_reading_that_makes_the_price_says_so(run: Run, tmp_path: Path) -> None:
    """2,564,000,000 with 11 % is the sample's 2,846,040,000."""
    rows = [(1, "Mobilisasi", "LS", 1, 2564000000, None)]
    folder = folder_with(tmp_path, "p1", {"Berkas daftar harga": "harga.xlsx"}, schedule(rows))

    shown = run("check", folder).stdout
    assert EQUAL in shown
    assert "darinya" not in shown


def test_of_a_sealed_price_no_ratio_is_told(run: Run, tmp_path: Path) -> None:
    """A bid in two files, of which none was opened: only that the two are not the same."""
    cells = {"Berkas daftar harga": "harga.xlsx"}
    folder = folder_with(tmp_path, "p1", cells, schedule(ROWS))
    book = load_workbook(folder / "paket.xlsx")
    for row in book["Paket"].iter_rows(max_col=2):
        if str(row[0].value).startswith("Pemasukan dokumen"):
            row[1].value = "dua file"
    book.save(folder / "paket.xlsx")
    shown = run("check", folder)

    assert "tidak sama dengan harga penawaran; selisihnya baru disebut" in shown.stdout
    assert "2,26" not in shown.stdout + shown.stderr
    assert read_beside(run, folder) == (None, False)


def read_beside(run: Run, folder: Path) -> tuple[str | None, bool | None]:
    """The share that is told of the one schedule, and whether it is said to be the price."""
    (attached,) = json.loads(run("check", folder, "--json").stdout)["attached"]
    compared = attached["compared"]
    return compared["share"], compared["equal"]


@pytest.mark.parametrize(
    ("row", "by_prices", "lumsum"),
    [
        # The document has a volume of 1: 2,564,000,000 with PPN is the price all the same.
        ((2, 2_564_000_000, 5_128_000_000), ("100.00", True), ("200.00", False)),
        # A wrong product counts for nothing; 1,282,000,000 is the half.
        ((1, 2_564_000_000, 1_282_000_000), ("100.00", True), ("50.00", False)),
        # A blank unit price is 0, whatever amount stands there.
        ((1, None, 2_564_000_000), ("0.00", False), ("100.00", True)),
    ],
)
@pytest.mark.parametrize("contract", ["harga satuan", "lumsum"])
def test_what_is_compared_is_what_correction_makes(
    run: Run,
    tmp_path: Path,
    contract: str,
    row: tuple[object, ...],
    by_prices: tuple[str, bool],
    lumsum: tuple[str, bool],
) -> None:
    """A line that the document does not have is dropped; a lumsum price is as it is written."""
    extra = (2, "Papan nama", "bh", 1, 7_000_000, 7_000_000)
    every = [(n, name, unit, volume, 0, 0) for n, (name, volume, unit) in enumerate(OTHERS, 3)]
    data = schedule([(1, "Mobilisasi", "LS", *row), extra, *every])
    folder = folder_with(tmp_path, "p1", {"Berkas daftar harga": "harga.xlsx"}, data)
    book = load_workbook(folder / "paket.xlsx")
    for cells in book["Paket"].iter_rows(max_col=2):
        if str(cells[0].value).startswith("Jenis kontrak"):
            cells[1].value = contract
    book.save(folder / "paket.xlsx")

    assert read_beside(run, folder) == (lumsum if contract == "lumsum" else by_prices)


@pytest.mark.parametrize(
    "wrong",
    [
        {"Harga penawaran (Rp)": "x"},
        {"NPWP": 123},
    ],
)
def test_nothing_is_compared_while_something_is_wrong(
    run: Run, tmp_path: Path, wrong: dict[str, object]
) -> None:
    """A cell that cannot be read may say anything."""
    cells = {"Berkas daftar harga": "harga.xlsx", **wrong}
    folder = folder_with(tmp_path, "p1", cells, schedule(ROWS))

    assert read_beside(run, folder) == (None, None)
    assert "belum dapat dibandingkan" in run("check", folder).stdout


def test_every_doubt_of_the_reading_is_counted_on_the_screen(run: Run, tmp_path: Path) -> None:
    """The HPS has 1 mobilisasi and 240 m of tiang bor; one price is blank, one line is extra."""
    names = {
        "Mobilisasi": (2, "LS"),
        "Galian struktur": (320, "m3"),
        "Beton mutu sedang fc' 30 MPa": (260, "m3"),
        "Baja tulangan sirip BjTS 420B": (32000, "kg"),
        "Tiang bor beton diameter 800 mm": (241, "m"),
        "Gelagar beton pracetak prategang bentang 25 m": (4, "buah"),
        "Landasan elastomer 350 x 450 x 39 mm": (16, "buah"),
        "Pembongkaran jembatan lama": (1, "LS"),
        "Penerapan SMKK": (1, "LS"),
        "Papan nama": (1, "bh"),
    }
    rows = [("", name, unit, volume, 7, None) for name, (volume, unit) in names.items()]
    rows[1] = (*rows[1][:4], None, None)
    data = schedule(rows)
    shown = run("check", folder_with(tmp_path, "p1", {"Berkas daftar harga": "harga.xlsx"}, data))

    assert "Volume berbeda dari HPS pada 2 dari 10 baris." in shown.stdout
    assert "1 dari 10 baris tanpa harga satuan." in shown.stdout
    assert "1 dari 10 baris tidak ada dalam HPS." in shown.stdout
    assert "tidak ada dalam pembacaan" not in shown.stdout


def test_english_is_spoken_too(run: Run, folder: Path) -> None:
    """The same reading in other words."""
    assert "section title" in run("--lang", "en", "check", folder).stdout


class Screen(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return True


@pytest.mark.parametrize(("patience", "seen"), [(0.0, True), (1000.0, False)])
def test_a_bar_shows_once_waiting_is_long(
    monkeypatch: pytest.MonkeyPatch, patience: float, seen: bool
) -> None:
    """And not before."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with progress.progress("reading.sheets") as tell:
        assert tell is not None
        tell(1, 100)
        tell(2, 100)

    assert ("2/100" in screen.getvalue()) is seen


def test_nobody_sees_a_bar_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor on a terminal that cannot draw one."""
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress.progress("reading.sheets") as tell:
        assert tell is None
    monkeypatch.setattr("sys.stderr", Screen())
    monkeypatch.setenv("TERM", "dumb")
    with progress.progress("reading.sheets") as tell:
        assert tell is None
