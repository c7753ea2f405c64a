"""`tender check`: every fault with its place, and one line where there is none."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tender_rules import national
from tests.cli.screens import Package, Run


def test_a_valid_package_is_one_line(run: Run, package: Package) -> None:
    """What was read, and in which state it is."""
    result = run("check", package())

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
    assert "3 peserta, 3 penawaran, 6 baris HPS" in result.stdout
    assert "selesai dihitung" in result.stdout


def test_a_file_a_folder_and_standard_input_are_the_same(run: Run, package: Package) -> None:
    """The three ways to name a package."""
    folder = package()
    file = folder / "paket.json"
    tails = {
        run("check", path, given=given).stdout.partition(":")[2][-90:]
        for path, given in ((folder, None), (file, None), ("-", file.read_bytes()))
    }

    assert len(tails) == 1


def spoil(content: dict[str, Any]) -> None:
    """Three faults: of the reader, of the law, and a key nobody knows."""
    content["participants"][0]["price"]["stated_total"] = "1.000.000"
    content["tender"]["method"] = "sistem_nilai"
    content["tender"]["catatan"] = "x"


def test_all_faults_are_told_with_place_and_hint(run: Run, package: Package) -> None:
    """The law objects even where a part could not be read; stdout stays empty."""
    folder = package(spoil)
    result = run("check", folder)
    lines = result.stderr.splitlines()

    assert (result.exit_code, result.stdout) == (1, "")
    codes = {line.split()[1] for line in lines[::2]}
    assert {"PKT010", "PKT013", "ATR015"} <= codes
    assert all(line.startswith(f"{folder / 'paket.json'}:") for line in lines[::2])
    assert all(line.startswith("  petunjuk: ") for line in lines[1::2])


def keys(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every key, of the first item of a list alone."""
    items = value.items() if isinstance(value, dict) else enumerate(value[:1])
    for key, part in items:
        yield (*path, key)
        if isinstance(part, dict | list):
            yield from keys(part, (*path, key))


@pytest.mark.parametrize("wrong", [None, "?", 7, [], {}])
def test_no_broken_part_crashes_the_law(run: Run, package: Package, wrong: object) -> None:
    """Whatever one key holds, the answer is diagnostics or a valid package, never a bug."""
    folder = package()
    text = (folder / "paket.json").read_text("utf-8")
    for path in keys(json.loads(text)):
        content = json.loads(text)
        place = content
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = wrong
        result = run("check", "-", given=json.dumps(content))

        assert result.exit_code in (0, 1), (path, result.stderr)
        assert (result.exit_code == 0) == (result.stderr == "")


def test_an_objection_to_what_could_not_be_read_is_not_asked(
    run: Run, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are heard, and the fault of the part itself is told."""

    def stumble(draft: Any, _: object) -> Iterator[Any]:
        yield draft.tender.document.number.nothing

    rulebook = national()
    broken = evolve(rulebook, objections=(stumble, *rulebook.objections))
    monkeypatch.setattr("tender_rules.national", lambda: broken)
    codes = {line.split()[1] for line in run("check", package(spoil)).stderr.splitlines()[::2]}

    assert {"PKT010", "PKT013", "ATR015"} <= codes


def test_the_place_is_the_line_of_the_value(run: Run, package: Package) -> None:
    """Line and column of the number that cannot be read."""
    folder = package(spoil)
    text = (folder / "paket.json").read_text("utf-8").splitlines()
    row = next(n for n, line in enumerate(text, 1) if '"1.000.000"' in line)
    column = text[row - 1].index('"1.000.000"') + 1

    assert f"paket.json:{row}:{column}: PKT013" in run("check", folder).stderr


def test_what_only_an_evaluation_finds_is_told_as_well(run: Run, package: Package) -> None:
    """A ranking decision against the figures (ATR020)."""

    def decide(content: dict[str, Any]) -> None:
        content["events"].append(
            {"type": "keputusan_peringkat", "at": "2024-03-19T10:00:00+07:00"}
            | {"by": ["m1", "m2", "m3"], "order": ["p1", "p2"], "reason": "undian"}
        )

    result = run("check", package(decide))

    assert result.exit_code == 1
    assert ": ATR020 " in result.stderr


def test_json_tells_the_same(run: Run, package: Package) -> None:
    """As an object on stdout, and as text on stderr."""
    result = run("check", package(spoil), "--json")
    told = json.loads(result.stdout)

    assert result.exit_code == 1
    assert told["state"] is None
    assert [found["code"] for found in told["diagnostics"]] == [
        line.split()[1] for line in result.stderr.splitlines()[::2]
    ]
    assert set(told["diagnostics"][0]) == {
        "code",
        "cell",
        "file",
        "line",
        "column",
        "path",
        "message",
        "hint",
    }


def test_json_of_a_valid_package(run: Run, package: Package) -> None:
    """No diagnostic, and the state."""
    told = json.loads(run("check", package(), "--json").stdout)

    assert told == {"diagnostics": [], "state": "dihitung"}


def test_messages_follow_the_language(run: Run, package: Package) -> None:
    """Codes do not."""
    result = run("check", package(spoil), "--lang", "en")

    assert "PKT010" in result.stderr
    assert "tidak dikenal" not in result.stderr


@pytest.mark.parametrize("name", ["tidak-ada", "tidak/ada.json", "a\0b"])
def test_what_is_not_there_is_exit_2(run: Run, tmp_path: Path, name: str) -> None:
    """In one line, without a traceback."""
    result = run("check", f"{tmp_path}/{name}")

    assert result.exit_code == 2
    assert result.stderr.startswith("Galat: ")
    assert "Traceback" not in result.stderr


def test_a_folder_without_a_package_is_exit_2(run: Run, tmp_path: Path) -> None:
    """The file that was asked for is not there."""
    result = run("check", tmp_path)

    assert result.exit_code == 2
    assert ": PKT009 " in result.stderr


def test_a_folder_under_the_name_of_the_file_is_no_traceback(run: Run, tmp_path: Path) -> None:
    """What cannot be read as a file is exit 2."""
    (tmp_path / "paket.json" / "paket.json").mkdir(parents=True)

    result = run("check", tmp_path)

    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_a_file_without_permission_is_exit_2(
    run: Run, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may read everything, so the refusal is made."""

    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = package()
    monkeypatch.setattr(Path, "open", refuse)
    result = run("check", path)

    assert result.exit_code == 2
    assert "tidak ada izin" in result.stderr
