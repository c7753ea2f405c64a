"""`tender bahp`: the record on stdout or in a new file."""

import json
from pathlib import Path
from typing import Any

from tests.cli.screens import Package, Run


def test_markdown_is_the_default(run: Run, package: Package) -> None:
    """A KONSEP while nobody has determined the winner; the record is Indonesian always."""
    result = run("bahp", package(), "--lang", "en")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# KONSEP BERITA ACARA HASIL PEMILIHAN\n")
    assert result.stdout.endswith("\n")


def test_json_is_one_object(run: Run, package: Package) -> None:
    """For programs."""
    assert json.loads(run("bahp", package(), "--format", "json").stdout)["draft"] is True


def test_the_working_paper_holds_more(run: Run, package: Package) -> None:
    """What is internal stands in no public record."""
    public, internal = run("bahp", package()).stdout, run("bahp", package(), "--internal").stdout

    assert len(internal) > len(public)


def test_waiting_is_exit_3_and_prints_all_the_same(run: Run, package: Package) -> None:
    """The draft shows what is missing."""

    def judge_nobody(content: dict[str, Any]) -> None:
        content["assessments"] = []

    result = run("bahp", package(judge_nobody))

    assert result.exit_code == 3
    assert "KONSEP" in result.stdout


def test_a_file_is_written_once(run: Run, package: Package, tmp_path: Path) -> None:
    """The same content again is fine; other content is never overwritten."""
    file = tmp_path / "bahp.md"
    printed = run("bahp", package()).stdout
    results = [run("bahp", package(), "--output", file) for _ in range(2)]

    assert [result.exit_code for result in results] == [0, 0]
    assert [result.stdout for result in results] == ["", ""]
    assert file.read_bytes() == printed.encode()

    file.write_text("catatan sendiri", "utf-8")
    result = run("bahp", package(), "--output", file)

    assert result.exit_code == 2
    assert "tidak ditimpa" in result.stderr
    assert file.read_text("utf-8") == "catatan sendiri"


def test_a_file_that_cannot_be_written_is_exit_2(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """A folder that is not there, and a folder in the place of the file."""
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "tidak-ada" / "b.md", tmp_path / "folder"):
        result = run("bahp", package(), "--output", place)

        assert result.exit_code == 2
        assert "Traceback" not in result.stderr


def test_an_invalid_package_writes_nothing(run: Run, package: Package, tmp_path: Path) -> None:
    """Exit 1 with the diagnostics."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["hps"]["total"] = "x"

    result = run("bahp", package(spoil), "--output", tmp_path / "b.md")

    assert result.exit_code == 1
    assert ": PKT013 " in result.stderr
    assert not (tmp_path / "b.md").exists()


def test_json_is_asked_for_as_everywhere(run: Run, package: Package) -> None:
    """`--json` is `--format json`, for what is refused too."""
    folder = package()
    made = run("bahp", folder, "--json")
    (folder / "paket.json").write_text("{}", "utf-8")
    refused = run("bahp", folder, "--json")

    assert json.loads(made.stdout)["draft"] is True
    assert (refused.exit_code, "diagnostics" in json.loads(refused.stdout)) == (1, True)
