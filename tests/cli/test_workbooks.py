"""Every command takes a workbook where it takes a package, and says the same of both."""

import json
import os
import re
import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.screens import Package, Run
from tests.reading import read_text, workbook_bytes

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--json"),
    ("evaluate",),
    ("evaluate", "--json"),
    ("bahp",),
    ("bahp", "--internal"),
    ("workflow",),
)


def as_workbook(folder: Path, name: str = "paket.xlsx") -> Path:
    """The workbook of the package in a folder, written beside it."""
    path = folder / name
    path.write_bytes(_drawn((folder / "paket.json").read_text("utf-8")))
    return path


@cache
def _drawn(text: str) -> bytes:
    package = read_text(text, "paket.json").package
    assert package is not None
    return workbook_bytes(package)


@pytest.fixture
def both(package: Package, tmp_path: Path) -> tuple[Path, Path]:
    """The example package as JSON, and as a workbook in a folder of its own."""
    folder = package()
    alone = tmp_path / "buku kerja é"
    alone.mkdir()
    shutil.move(as_workbook(folder), alone / "paket.xlsx")
    return folder / "paket.json", alone / "paket.xlsx"


def same(shown: str, *paths: Path) -> str:
    """What is shown, without the path of what was read, however the lines were broken for it."""
    for path in paths:
        shown = shown.replace(str(path), "PAKET").replace(str(path.parent), "FOLDER")
    return " ".join(shown.split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_both_say_the_same(
    run: Run, both: tuple[Path, Path], words: tuple[str, ...], lang: str
) -> None:
    """To the last word: digest, verdicts, figures, record."""
    ours = [run(*words, path, "--lang", lang) for path in both]

    assert ours[0].exit_code == ours[1].exit_code == 0
    assert len(ours[0].stdout) > 40
    assert same(ours[0].stdout, *both) == same(ours[1].stdout, *both)
    assert same(ours[0].stderr, *both) == same(ours[1].stderr, *both)


def test_a_folder_a_file_and_standard_input(run: Run, both: tuple[Path, Path]) -> None:
    """The three ways to name a workbook, spaces and signs of other alphabets in its path."""
    book = both[1]
    answers = [
        json.loads(run("evaluate", path, "--json", given=given).stdout)
        for path, given in ((book, None), (book.parent, None), ("-", book.read_bytes()))
    ]

    assert answers[0]["package"] == json.loads(run("evaluate", both[0], "--json").stdout)["package"]
    assert answers[0] == answers[1] == answers[2]


def test_comparing_a_package_with_its_workbook(run: Run, both: tuple[Path, Path]) -> None:
    """Nothing differs; under another state of the law the workbook differs as the package does."""
    assert run("compare", *both).stdout.splitlines()[-1] == "Tidak ada yang berbeda."
    under = [run("compare", path, "--at", "2026-01-02") for path in both]
    assert same(under[0].stdout, *both) == same(under[1].stdout, *both)
    assert under[0].exit_code == under[1].exit_code


def test_explaining_a_bidder(run: Run, both: tuple[Path, Path]) -> None:
    """Its corrections and verdicts, from either."""
    shown = [run("explain", path, "p1") for path in both]

    assert [result.exit_code for result in shown] == [0, 0]
    assert same(shown[0].stdout, *both) == same(shown[1].stdout, *both)


def test_a_record_of_a_workbook_replays(run: Run, both: tuple[Path, Path]) -> None:
    """The canonical package is kept beside it, so a record needs no Excel to be verified."""
    roots = []
    for path in both:
        recorded = run("evaluate", path, "--record", "--json")
        assert recorded.exit_code == 0, recorded.stderr
        roots.append(json.loads(recorded.stdout)["root"])
    verified = run("verify", both[1].parent, "--anchor", roots[0])

    assert roots[0] == roots[1]
    assert (verified.exit_code, verified.stderr) == (0, "")
    (kept,) = (both[1].parent / "jejak" / "paket").iterdir()
    assert kept.read_bytes() == next((both[0].parent / "jejak" / "paket").iterdir()).read_bytes()


def test_the_workbook_itself_is_never_touched(run: Run, both: tuple[Path, Path]) -> None:
    """By no command, recorded or not."""
    before = both[1].read_bytes()
    for words in (*COMMANDS, ("evaluate", "--record")):
        run(*words, both[1])

    assert both[1].read_bytes() == before


@pytest.mark.parametrize("beside", ["paket.xlsx", "kertas-kerja.xlsx", "kertas-kerja-2.xlsx"])
@pytest.mark.parametrize("command", ["evaluate", "worksheet", "bahp"])
def test_a_folder_with_two_packages_is_refused(
    run: Run, package: Package, beside: str, command: str
) -> None:
    """Nobody can say which of them is meant: both are told with their times and a command each."""
    folder = package()
    files = folder / "paket.json", as_workbook(folder, beside)
    for file, at in zip(files, (1_767_225_600, 1_767_229_201), strict=True):
        os.utime(file, (at, at))
    result = run(command, folder)

    assert (result.exit_code, result.stdout) == (1, "")
    assert ": PKT001 " in result.stderr
    for file in files:
        when = time.strftime("%d/%m/%Y %H.%M.%S", time.localtime(file.stat().st_mtime))
        assert f"{file.name} ({when})" in " ".join(result.stderr.split())
        assert f'tender {command} "{file}"' in result.stderr
        assert run("check", file).exit_code == 0


def test_above_the_folder_of_a_tender_that_is_named(run: Run, package: Package) -> None:
    """Who stands one folder too high is told which may be meant."""
    folder = package()
    told = " ".join(run("evaluate", folder.parent).stderr.split())

    assert f"misalnya {folder.name}/paket.json, atau" in told
    gone = run("worksheet", folder / "tidak-ada")
    assert (gone.exit_code, "--output" in gone.stderr) == (2, False)


def test_a_worksheet_alone_has_to_be_named(run: Run, package: Package) -> None:
    """A folder is no tender because of it."""
    folder = package()
    as_workbook(folder, "kertas-kerja.xlsx")
    (folder / "paket.json").unlink()
    result = run("evaluate", folder)

    assert result.exit_code == 2
    assert ": PKT009 " in result.stderr
    assert "misalnya kertas-kerja.xlsx, atau" in " ".join(result.stderr.split())
    for name in ("Paket FINAL (2).xlsx", "~$paket.xlsx", "A.xlsx"):
        (folder / name).write_bytes(b"")
    told = " ".join(run("evaluate", folder).stderr.split())
    assert "misalnya A.xlsx, Paket FINAL (2).xlsx, kertas-kerja.xlsx, atau" in told
    for name in ("A.xlsx", "Paket FINAL (2).xlsx", "kertas-kerja.xlsx"):
        (folder / name).rename((folder / name).with_suffix(".ods"))
    told = " ".join(run("evaluate", folder).stderr.split())
    assert "misalnya A.ods, Paket FINAL (2).ods, kertas-kerja.ods, atau" in told


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("foto.png", b"\x89PNG;a,b", "XLS241 Berkas ini gambar, bukan buku kerja Excel."),
        ("hps.pdf", b"%PDF-1.7", "XLS240 Berkas ini dokumen PDF, bukan buku kerja Excel."),
        ("daftar.csv", b"Kode;Nama", "XLS248 Berkas ini berisi teks (misalnya CSV"),
        ("paket.xls", bytes.fromhex("d0cf11e0a1b11ae1"), "XLS002 Berkas ini berformat Excel lama"),
    ],
)
@pytest.mark.parametrize("command", ["check", "worksheet"])
def test_a_file_of_another_kind_is_no_broken_json(
    run: Run, tmp_path: Path, command: str, name: str, data: bytes, told: str
) -> None:
    """Who picks a picture or a scan has no commas to look at; JSON is read under any name."""
    file = tmp_path / name
    file.write_bytes(data)
    assert told in run(command, file).stderr
    file.write_text('\ufeff {"format": ', "utf-8")
    assert "PKT004" in run(command, file).stderr


def test_of_a_damaged_workbook_what_was_put_aside_is_named(run: Run, tmp_path: Path) -> None:
    """The last of its own; nothing where none was."""
    book, aside = tmp_path / "paket.xlsx", tmp_path / "cadangan"
    book.write_bytes(b"")
    assert "cadangan" not in run("check", book).stderr
    aside.mkdir()
    for name in ("paket 2026-05-04 10.00.00", "paket 2026-05-06 10.00.00", "lain 2026-06-01"):
        (aside / f"{name}.xlsx").write_bytes(b"")
    told = " ".join(run("check", book).stderr.split())
    assert "yang disimpan sebelum pembaruan terakhir: " in told
    assert told.count("cadangan/paket 2026-05-06 10.00.00.xlsx") == 1
    assert "cadangan/paket 2026-05-04" not in told


def test_a_source_to_fill_is_no_guess_either(run: Run, package: Package) -> None:
    """Where SPSE's tables are filled in."""
    folder = package()
    as_workbook(folder, "kertas-kerja.xlsx")
    (page,) = (Path(__file__).parents[2] / "samples").glob("*/spse-hasil.html")
    result = run("import", "spse", folder, page, "--fill", folder / "terisi.json")

    assert result.exit_code == 1
    assert ": PKT001 " in result.stderr
    assert 'tender import spse "' in result.stderr


@pytest.mark.parametrize("lock", ["~$paket.xlsx", ".~lock.paket.xlsx#"])
@pytest.mark.parametrize("whole", [True, False], ids=["folder", "file"])
def test_a_file_that_is_open_is_told_on_stderr(
    run: Run, both: tuple[Path, Path], lock: str, whole: bool
) -> None:
    """One line with the name in the lock, and the answer is what it was."""
    path = both[1].parent if whole else both[1]
    before = run("check", path, "--json")
    # Excel writes the length of the name before it, LibreOffice fields between commas.
    said = "\x04Siti" if lock.startswith("~$") else ",Siti,siti-pc,28.03.2024 09:00;"
    (both[1].parent / lock).write_text(said, "utf-8")
    result = run("check", path, "--json")
    assert "sedang dibuka oleh Siti" in " ".join(result.stderr.split())

    assert before.stderr == ""
    assert result.stderr.count("\n") == 1
    assert str(both[1]) in result.stderr
    assert lock in result.stderr
    assert (result.exit_code, result.stdout) == (before.exit_code, before.stdout)


@pytest.mark.parametrize("whole", [True, False], ids=["folder", "file"])
def test_what_was_saved_as_ods_beside_it_is_told_on_stderr(
    run: Run, both: tuple[Path, Path], whole: bool
) -> None:
    """LibreOffice offers it at each save, and the workbook stays as it was; an older may lie."""
    book = both[1]
    path = book.parent if whole else book
    other = book.with_suffix(".ods")
    other.write_bytes(b"PK")
    at = book.stat().st_mtime
    os.utime(other, (at - 60, at - 60))
    before = run("check", path)
    os.utime(other, (at + 60, at + 60))
    after, english = run("check", path), run("check", path, "--lang", "en")

    assert "paket.ods" not in before.stderr
    said = f"{book}: paket.ods di sampingnya disimpan sesudahnya dan tidak dibaca"
    assert said in " ".join(after.stderr.split())
    assert "paket.ods beside it was saved later" in " ".join(english.stderr.split())
    assert (after.exit_code, after.stdout) == (before.exit_code, before.stdout)


def test_the_law_speaks_of_sheets_and_columns(run: Run, both: tuple[Path, Path]) -> None:
    """Of what was typed in a workbook, and of keys to who wrote JSON."""
    book = load_workbook(both[1])
    page = book["Paket"]
    (row,) = (c[0].row for c in page.iter_rows(max_col=1) if c[0].value == "Pekerjaan kompleks")
    page.cell(row, 2).value = "ya"
    book.save(both[1])
    value = json.loads(both[0].read_text("utf-8"))
    value["tender"]["complex"] = True
    both[0].write_text(json.dumps(value), "utf-8")
    of_book, of_json = (" ".join(run("check", path).stderr.split()) for path in both[::-1])

    assert f"Paket!B{row}: ATR002" in of_book
    assert "Periksa Pekerjaan kompleks di lembar Paket" in of_book
    assert "Periksa complex" in of_json


def test_a_rare_sheet_that_is_not_there_is_told_on_stderr(
    run: Run, both: tuple[Path, Path]
) -> None:
    """What stood on it nobody can know; a package that never needed it is read as before."""
    before = run("check", both[1], "--json")
    book = load_workbook(both[1])
    for name in ("KSO", "Timpang"):
        del book[name]
    book.save(both[1])
    result = run("check", both[1], "--json")

    assert "tidak ada lembar KSO, Timpang" in result.stderr
    assert (result.exit_code, result.stdout) == (before.exit_code, before.stdout)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def gone(path: Path) -> None:
    path.unlink()


def forbidden(path: Path) -> None:
    path.chmod(0)


def old(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)


def text(path: Path) -> None:
    path.write_text("Kode;Nama\n")


def another(path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Gaji"
    book.save(path)


@pytest.mark.parametrize(
    ("spoil", "exit_code", "said"),
    [
        (empty, 1, "XLS249"),
        (cut, 1, "XLS008"),
        (folder, 2, "PKT009"),
        (gone, 2, "paket.xlsx"),
        (old, 1, "XLS002"),
        (text, 1, "XLS248"),
        (another, 1, "XLS039"),
    ],
)
@pytest.mark.parametrize("words", COMMANDS[:-1], ids=" ".join)
def test_a_file_that_is_no_workbook(
    run: Run,
    both: tuple[Path, Path],
    spoil: Callable[[Path], object],
    exit_code: int,
    said: str,
    words: tuple[str, ...],
) -> None:
    """Every command tells it the same way, with its exit code and without a traceback."""
    spoil(both[1])
    result = run(*words, both[1])

    assert result.exit_code == exit_code
    assert said in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(run: Run, both: tuple[Path, Path]) -> None:
    """It is named, and what forbids it."""
    forbidden(both[1])
    result = run("check", both[1])

    assert result.exit_code == 2
    assert str(both[1]) in result.stderr


def test_a_file_that_is_held_or_forbidden(
    run: Run, both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Excel holds a file that it has open under Windows."""

    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(both[1]))

    monkeypatch.setattr(Path, "open", refuse)
    result = run("check", both[1])

    assert result.exit_code == 2
    assert str(both[1]) in result.stderr


FAULTS = [("HPS!D5", "XLS040"), ("Peserta!D5", "XLS030"), ("Peserta!H6", "XLS035")]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_faults_are_told_by_their_cells(run: Run, both: tuple[Path, Path], lang: str) -> None:
    """All of them at once, each with its hint; a price that cannot be read is not repeated."""
    book = load_workbook(both[1])
    book["Peserta"]["D5"], book["Peserta"]["H6"] = "1.000.000,x", "besok"
    book["HPS"]["D5"] = "=1/3"
    book.save(both[1])
    result = run("evaluate", both[1], "--lang", lang)
    as_json = json.loads(run("evaluate", both[1], "--json").stdout)
    told = [line for line in result.stderr.splitlines() if not line.startswith("  ")]

    assert (result.exit_code, result.stdout) == (1, "")
    assert re.findall(r"paket\.xlsx:(\S+): (\S+) ", "\n".join(told)) == FAULTS
    assert [(one["cell"], one["code"]) for one in as_json["diagnostics"]] == FAULTS
    # Each, and a last line on which to mend first.
    assert len(told) == len(FAULTS) + 1
    assert told[-1].startswith(("Mulai dari: lembar HPS, sel D5", "Begin with: sheet HPS, cell D5"))
    assert "1.000.000" not in result.stderr
