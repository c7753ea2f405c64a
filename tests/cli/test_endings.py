"""`--output`: its ending decides the format, and has to agree with `--format`."""

import json
from pathlib import Path

import pytest

from tests.cli.screens import Package, Run

BEGINS = {".docx": b"PK", ".json": b"{", ".md": b"#", ".DOCX": b"PK"}


@pytest.mark.parametrize("ending", BEGINS)
def test_the_ending_decides(run: Run, package: Package, tmp_path: Path, ending: str) -> None:
    """Without a word of the format."""
    output = tmp_path / f"BAHP{ending}"
    result = run("bahp", package(), "--output", output)

    assert result.exit_code == 0
    assert output.read_bytes().startswith(BEGINS[ending])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("BAHP.docx", ("--format", "markdown")),
        ("BAHP.docx", ("--json",)),
        ("BAHP.md", ("--format", "docx")),
        ("BAHP.json", ("--format", "pdf")),
        ("BAHP.doc", ()),
        ("BAHP.doc", ("--format", "docx")),
        ("BAHP.html", ()),
        ("BAHP.xlsx", ("--format", "json")),
    ],
)
def test_an_ending_that_contradicts_is_refused(
    run: Run, package: Package, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    """Nothing is written, and the endings that there are for it are told."""
    result = run("bahp", package(), "--output", tmp_path / name, *words)

    assert result.exit_code == 2
    assert f"akhiran .{name.partition('.')[2]} bukan milik bentuk" in result.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["BAHP", "BAHP No. 12", "BAHP.final", "BAHP.txt"])
def test_what_is_no_ending_of_any_format_is_part_of_a_name(
    run: Run, package: Package, tmp_path: Path, name: str
) -> None:
    """It is written as it was asked for, or as it always was."""
    folder = package()
    first, second = tmp_path / name, tmp_path / "lain" / name
    second.parent.mkdir()

    assert run("bahp", folder, "--output", first).exit_code == 0
    assert run("bahp", folder, "--json", "--output", second).exit_code == 0
    assert first.read_bytes().startswith(b"#")
    assert json.loads(second.read_text("utf-8"))


@pytest.mark.parametrize(
    ("command", "wrong", "right"),
    [("report", "laporan.docx", "laporan.html"), ("worksheet", "kerja.json", "kerja.xlsx")],
)
def test_what_has_one_format_has_its_ending(
    run: Run, package: Package, tmp_path: Path, command: str, wrong: str, right: str
) -> None:
    """A page is no Word document because its name says so."""
    refused = run(command, package(), "--output", tmp_path / wrong)

    assert refused.exit_code == 2
    assert not (tmp_path / wrong).exists()
    assert run(command, package(), "--output", tmp_path / right).exit_code == 0


def test_a_letterhead_goes_with_the_ending(run: Run, package: Package, tmp_path: Path) -> None:
    """A Word document is asked for by its name alone."""
    result = run("bahp", package(), "--kop", tmp_path / "kop.docx", "--output", tmp_path / "b.docx")

    assert "--kop hanya" not in result.stderr
    assert result.exit_code == 2  # the letterhead is not there


def test_spse_fills_a_json_file_or_a_workbook(run: Run, package: Package, tmp_path: Path) -> None:
    """And no Word document."""
    page = tmp_path / "peserta.html"
    page.write_text("<table><tr><th>Nama Peserta</th></tr><tr><td>CV A</td></tr></table>", "utf-8")
    result = run("import", "spse", package(), page, "--fill", tmp_path / "terisi.docx")

    assert result.exit_code == 2
    assert ".docx bukan milik bentuk json; pakai .json, .xlsx" in result.stderr
