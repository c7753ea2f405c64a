"""What `tender check` shows of schedules beside a workbook, and the bar of one who waits."""

import io
import json
from pathlib import Path

import pytest

from tender_cli import progress
from tests.cli.screens import Run
from tests.formats.excel.attaching import folder_with, schedule

ROWS = (
    ("", "PEKERJAAN UMUM", "", "", "", ""),
    (1, "Mobilisasi", "LS", 1, 58000000, "=D5*E5"),
    ("", "Total Rp 58.000.000,00", "", "", "", "=F5"),
    ("", "Terbilang: lima puluh delapan juta rupiah", "", "", "", ""),
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
    assert "58" not in result.stdout
    assert "lima puluh" not in result.stdout


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
    with progress.sheets_read() as tell:
        assert tell is not None
        tell(1, 100)
        tell(2, 100)

    assert ("2/100" in screen.getvalue()) is seen


def test_nobody_sees_a_bar_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor on a terminal that cannot draw one."""
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress.sheets_read() as tell:
        assert tell is None
    monkeypatch.setattr("sys.stderr", Screen())
    monkeypatch.setenv("TERM", "dumb")
    with progress.sheets_read() as tell:
        assert tell is None
