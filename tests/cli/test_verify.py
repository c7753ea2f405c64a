"""`tender verify`: what was recorded, and the first line that is wrong."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.screens import Run


@pytest.fixture
def recorded(run: Run, package: Callable[..., Path]) -> Path:
    """The example package with one recorded run."""
    folder = package()
    assert run("evaluate", folder, "--record").exit_code == 0
    return folder


def root_of(run: Run, folder: Path) -> str:
    return str(json.loads(run("evaluate", folder, "--json").stdout)["root"])


@pytest.mark.parametrize("place", ["", "jejak", "jejak/jejak.jsonl"])
def test_a_sound_record(run: Run, recorded: Path, place: str) -> None:
    """Found from the package, its own folder or the file; it says that no paper was given."""
    result = run("verify", recorded / place)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Jejak utuh: 1 putaran" in result.stdout
    assert "--anchor" in result.stdout


def test_the_root_of_the_paper(run: Run, recorded: Path) -> None:
    """The right one anchors the run, another fails."""
    right = run("verify", recorded, "--anchor", root_of(run, recorded))
    wrong = run("verify", recorded, "--anchor", "sha256:" + "0" * 64)

    assert right.exit_code == 0
    assert "akar putaran 1 dari 1" in right.stdout
    assert wrong.exit_code == 1
    assert ": TRL013 " in wrong.stderr


@pytest.mark.parametrize("anchor", ["", "  "])
def test_an_empty_anchor_is_misuse(run: Run, recorded: Path, anchor: str) -> None:
    """Of whoever copied nothing from the paper nobody says that it was checked."""
    assert run("verify", recorded, "--anchor", anchor).exit_code == 2


def test_a_changed_line_is_named(run: Run, recorded: Path) -> None:
    """By file and line."""
    log = recorded / "jejak" / "jejak.jsonl"
    lines = log.read_bytes().split(b"\n")
    number = next(n for n, line in enumerate(lines, 1) if b'"gugur"' in line)
    lines[number - 1] = lines[number - 1].replace(b'"gugur"', b'"lulus"', 1)
    log.write_bytes(b"\n".join(lines))
    result = run("verify", recorded)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{log}:{number}:1: TRL008 ")
    assert "Pemeriksaan GAGAL" in result.stdout


def test_json(run: Run, recorded: Path) -> None:
    """Sound and not."""
    sound = json.loads(run("verify", recorded, "--json").stdout)
    wrong = run("verify", recorded, "--json", "--anchor", "x")

    assert (sound["ok"], sound["runs"][0]["root"]) == (True, root_of(run, recorded))
    assert json.loads(wrong.stdout)["ok"] is False
    assert json.loads(wrong.stdout)["diagnostics"][0]["code"] == "TRL013"
    assert wrong.exit_code == 1


@pytest.mark.parametrize("name", ["", "tidak-ada"])
def test_no_record_is_exit_2(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing to verify."""
    result = run("verify", tmp_path / name)

    assert result.exit_code == 2
    assert "tidak ada jejak.jsonl di sini" in result.stderr


@pytest.mark.parametrize(("spoil", "code"), [("change", "TRL012"), ("remove", "TRL011")])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_paper_does_not_vouch_for_a_run_that_failed(
    run: Run, recorded: Path, spoil: str, code: str, lang: str
) -> None:
    """The root is the run's, but the kept package is no longer the one that it was made of."""
    root = root_of(run, recorded)
    (kept,) = (recorded / "jejak" / "paket").iterdir()
    if spoil == "change":
        kept.write_bytes(kept.read_bytes().replace(b"Contoh", b"Conteh", 1))
    else:
        kept.unlink()
    result = run("verify", recorded, "--anchor", root, "--lang", lang)
    told = json.loads(run("verify", recorded, "--anchor", root, "--json").stdout)

    assert result.exit_code == 1
    assert f": {code} " in result.stderr
    assert "Kertas menjamin" not in result.stdout
    assert "the paper vouches" not in result.stdout
    assert (told["anchored"], [note["code"] for note in told["notes"]]) == (1, ["TRL022"])


def test_the_paper_vouches_for_its_run_where_another_failed(
    run: Run, package: Callable[..., Path], recorded: Path
) -> None:
    """Only the run that the root names has to hold."""
    first = root_of(run, recorded)
    (kept,) = (recorded / "jejak" / "paket").iterdir()
    package(lambda content: content["tender"].update(title="Judul lain"))
    assert run("evaluate", recorded, "--record").exit_code == 0
    second = root_of(run, recorded)
    kept.unlink()

    assert "Kertas menjamin" not in run("verify", recorded, "--anchor", first).stdout
    assert "Kertas menjamin" in run("verify", recorded, "--anchor", second).stdout


def test_a_paper_of_an_earlier_moment_anchors_the_run_that_holds_it(
    run: Run, tmp_path: Path
) -> None:
    """TRL027: minutes are older than the announcement, and bear the root of their own moment."""
    sample = Path(__file__).parents[2] / "samples" / "air-minum-negosiasi"
    (tmp_path / "paket.json").write_bytes((sample / "paket.json").read_bytes())
    (root,) = re.findall("sha256:[0-9a-f]{64}", (sample / "bahp.md").read_text("utf-8"))[:1]
    assert run("evaluate", tmp_path, "--record").exit_code == 0
    for anchor in (root, root.removeprefix("sha256:")[:16]):
        found = run("verify", tmp_path, "--anchor", anchor)

        assert found.exit_code == 0
        assert (
            "akar paket putaran 1 menurut catatan sampai 2022-06-27T10:00:00+07:00" in found.stdout
        )
    assert "TRL027" in run("verify", tmp_path, "--anchor", root, "--json").stdout
