"""`tender report`: the HTML file on stdout or in a new file."""

from pathlib import Path
from typing import Any

from tests.cli.screens import Package, Run
from tests.cli.test_main import python


def test_one_html_file_is_printed(run: Run, package: Package) -> None:
    """In the language of the screen; a KONSEP while nobody has determined the winner."""
    result = run("report", package(), "--lang", "en")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert result.stdout.endswith("</html>\n")
    assert ">KONSEP<" in result.stdout


def test_the_public_report_holds_less(run: Run, package: Package) -> None:
    """It says for whom it is."""
    folder = package()
    inside, public = run("report", folder).stdout, run("report", folder, "--public").stdout

    assert ">Internal<" in inside
    assert ">Internal<" not in public
    assert ">Untuk umum<" in public
    assert len(public) < len(inside)


def test_waiting_is_exit_3_and_prints_all_the_same(run: Run, package: Package) -> None:
    """The report shows what is missing."""

    def judge_nobody(content: dict[str, Any]) -> None:
        content["assessments"] = []

    result = run("report", package(judge_nobody))

    assert result.exit_code == 3
    assert "Hal yang Masih Ditunggu" in result.stdout


def test_a_file_is_written_once(run: Run, package: Package, tmp_path: Path) -> None:
    """The same content again is fine; other content is never overwritten."""
    file = tmp_path / "laporan evaluasi.html"
    printed = run("report", package()).stdout
    results = [run("report", package(), "--output", file) for _ in range(2)]

    assert [(result.exit_code, result.stdout) for result in results] == [(0, ""), (0, "")]
    assert "laporan evaluasi.html" in results[0].stderr
    assert file.read_bytes() == printed.encode()

    file.write_text("catatan sendiri", "utf-8")
    result = run("report", package(), "--output", file)

    assert result.exit_code == 2
    assert "tidak ditimpa" in result.stderr
    assert file.read_text("utf-8") == "catatan sendiri"


def test_a_file_that_cannot_be_written_is_exit_2(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """A folder that is not there, and a folder in the place of the file."""
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "tidak-ada" / "l.html", tmp_path / "folder"):
        result = run("report", package(), "--output", place)

        assert result.exit_code == 2
        assert "Traceback" not in result.stderr


def test_an_invalid_package_writes_nothing(run: Run, package: Package, tmp_path: Path) -> None:
    """Exit 1 with the diagnostics."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["hps"]["total"] = "x"

    result = run("report", package(spoil), "--output", tmp_path / "l.html")

    assert result.exit_code == 1
    assert ": PKT013 " in result.stderr
    assert not (tmp_path / "l.html").exists()


def test_no_library_of_other_documents_is_loaded(package: Package) -> None:
    """The report is drawn by hand: neither networkx nor lxml nor rich is imported for it."""
    code = (
        "import sys\n"
        "from tender_cli.main import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0, end.code\n"
        "loaded = {'networkx', 'rich', 'lxml', 'docx', 'openpyxl', 'typst'} & sys.modules.keys()\n"
        "assert not loaded, loaded\n"
        "assert 'tender_desk.documents.report.page' in sys.modules\n"
    )
    done = python("-c", code, "report", str(package()))

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"<!DOCTYPE html>")
