"""`tender reasons`: paragraphs on the screen that can be copied whole."""

import json
from typing import Any

from tests.cli.screens import Package, Run


def fail_one(content: dict[str, Any]) -> None:
    """The first participant falls at the administrative evaluation, for a reason of two lines."""
    stage = "evaluasi_administrasi"
    (criterion, *_) = content["tender"]["requirements"][stage]["criteria"]
    content["assessments"].append(
        {
            "stage": stage,
            "participant": content["participants"][0]["id"],
            "criterion": criterion["id"],
            "by": [member["id"] for member in content["pokja"]["members"]],
            "verdict": "tidak_memenuhi",
            "note": "Diminta surat bermeterai;\n"
            + "ditawarkan surat tanpa meterai. " * 10
            + "Selesai.",
            "at": content["assessments"][-1]["at"],
        }
    )


def test_each_participant_has_a_paragraph_a_stage(run: Run, package: Package) -> None:
    """The name, then a mark with what came of it, then the reason on one line."""
    result = run("reasons", package())
    lines = result.stdout.splitlines()

    assert (result.exit_code, result.stderr) == (0, "")
    assert "A Evaluasi administrasi: lulus" in lines
    assert lines[lines.index("A Evaluasi administrasi: lulus") + 1].endswith(".")


def test_a_reason_is_one_line_however_long(run: Run, package: Package) -> None:
    """No box, no indent and no line broken: it is copied whole."""
    lines = run("reasons", package(fail_one)).stdout.splitlines()
    (reason,) = [line for line in lines if "bermeterai" in line]

    assert "Diminta surat bermeterai; ditawarkan surat" in reason
    assert " Dasar: Dokumen Pemilihan " in reason
    assert lines[lines.index(reason) - 1] == "A Evaluasi administrasi: gugur"


def test_of_one_participant(run: Run, package: Package) -> None:
    """And who is not there is told with who is."""
    folder = package()
    everybody, one = run("reasons", folder), run("reasons", folder, "p1")
    unknown = run("reasons", folder, "p99")

    assert 0 < len(one.stdout) < len(everybody.stdout)
    assert everybody.stdout.startswith(one.stdout.rstrip("\n"))
    assert unknown.exit_code == 2
    assert "Peserta p99 tidak ada; yang ada: p1 (" in unknown.stderr


def test_a_participant_by_its_name(run: Run, package: Package) -> None:
    """As on the sheets; a few words of a name are enough where one bidder alone has them."""

    def named(content: dict[str, Any]) -> None:
        for who, name in zip(content["participants"], ("CV Maju", "PT Maju Jaya"), strict=False):
            who["name"] = name

    folder = package(named)

    def told(command: str, typed: str) -> tuple[int, str]:
        result = run(command, folder, typed)
        return result.exit_code, result.stdout or result.stderr

    for command in ("reasons", "explain"):
        codes = {code: told(command, code) for code in ("p1", "p2")}
        assert told(command, "P-1") == told(command, "cv. maju") == codes["p1"]
        assert told(command, "PT Maju – Jaya") == told(command, "jaya") == codes["p2"]
        status, text = told(command, "maju")
        assert status == 2
        assert "maju dapat berarti p1 (CV Maju), p2 (PT Maju Jaya); tulis kodenya" in text


def test_as_json(run: Run, package: Package) -> None:
    """One object; a fault of the package is told as everywhere."""
    told = json.loads(run("reasons", package(fail_one), "--json").stdout)["reasons"]
    first = told[0]

    assert first["mark"] == "A"
    assert first["verdict"] == "gugur"
    assert set(first) == {"participant", "name", "stage", "mark", "verdict", "text"}
    folder = package()
    (folder / "paket.json").write_text("{}", "utf-8")
    refused = run("reasons", folder, "--json")
    assert (refused.exit_code, "diagnostics" in json.loads(refused.stdout)) == (1, True)


def test_nobody_evaluated(run: Run, package: Package) -> None:
    """Told in words, in both languages; while it waits the exit code is 3."""

    def nobody(content: dict[str, Any]) -> None:
        for who in content["participants"]:
            who["submitted"] = {}
            who.pop("price", None)

    assert "belum ada peserta" in run("reasons", package(nobody)).stdout
    english = run("reasons", package(nobody), "--lang", "en")
    assert "nobody has been evaluated" in english.stdout


def test_a_name_cannot_drive_the_terminal(run: Run, package: Package) -> None:
    """Control signs are refused by the reader; what is left is printed as it is."""

    def name_it(content: dict[str, Any]) -> None:
        content["participants"][0]["name"] = "PT [bold]Maju[/bold] :smile:"

    assert run("reasons", package(name_it)).stdout.startswith("PT [bold]Maju[/bold] :smile:\n")
