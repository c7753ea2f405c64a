"""`tender export ocds` and `tender import ocds`: files in, files out, and what is told beside."""

import json
from pathlib import Path

import pytest

from tests.cli.screens import Package, Run
from tests.samples.dossiers import SAMPLES

BY = ("--publisher", "LPSE Contoh", "--ocid-prefix", "ocds-213czf")


def test_a_release_package_is_printed(run: Run) -> None:
    """Of tenders that are named and of folders of many; stderr says whose result is secret yet."""
    result = run("export", "ocds", SAMPLES / "bendung-irigasi", SAMPLES / "jalan-kabupaten", *BY)
    made = json.loads(result.stdout)

    assert result.exit_code == 0
    assert [r["ocid"] for r in made["releases"]] == ["ocds-213czf-10240008", "ocds-213czf-10230001"]
    assert [r["tag"] for r in made["releases"]] == [["award"], ["tenderUpdate"]]
    assert result.stderr.count("belum diumumkan") == 1
    assert "jalan-kabupaten: hasilnya belum diumumkan" in result.stderr


def test_options_say_who_when_and_where(run: Run, tmp_path: Path) -> None:
    """The day as people write it; a file is written once; identifiers are told to be internal."""
    out = tmp_path / "rilis.json"
    words = ("export", "ocds", SAMPLES / "bendung-irigasi", *BY, "--lang", "en")
    more = ("--published", "1 Desember 2026", "--uri", "https://contoh.go.id/1.json")
    result = run(*words, *more, "--with-identifiers", "--output", out)
    made = json.loads(out.read_text("utf-8"))

    assert (result.exit_code, result.stdout) == (0, "")
    assert "not to be published" in result.stderr
    assert made["publishedDate"] == "2026-12-01T00:00:00+07:00"
    assert made["uri"] == "https://contoh.go.id/1.json"
    assert made["publisher"] == {"name": "LPSE Contoh"}
    assert run(*words, "--output", out).exit_code == 2


def test_a_release_comes_back_as_a_package(run: Run, tmp_path: Path) -> None:
    """What it lacks and what was left is told; `check` then says the same at its lines."""
    release, package = tmp_path / "rilis.json", tmp_path / "paket.json"
    run("export", "ocds", SAMPLES / "bendung-irigasi", *BY, "--output", release)
    result = run("import", "ocds", release, "--output", package)

    assert result.exit_code == 0
    assert "Belum ada dalam paket" in result.stderr
    assert "tender.hps.lines[].unit_price (8×)" in result.stderr
    assert "/bids/details[]/requirementResponses (4×)" in result.stderr
    assert json.loads(package.read_text("utf-8"))["tender"]["code"] == "10240008"
    assert "PKT011" in run("check", package).stderr
    told = run("import", "ocds", "-", "--lang", "en", given=release.read_bytes())
    assert told.stdout == package.read_text("utf-8")
    assert "In the release, and not taken:" in told.stderr


def test_of_fields_without_number_the_first_are_told(run: Run) -> None:
    """However many a publisher has of its own, and whatever they are called."""
    own = {f"kolom{n}": 1 for n in range(150)} | {"x" * 500: 1}
    given = {"ocid": "ocds-abc123-7", "tender": {"id": "7"}} | own
    told = run("import", "ocds", "-", "--lang", "en", given=json.dumps(given)).stderr

    assert "  /kolom0\n" in told
    assert "  /kolom99\n" in told
    assert "kolom100" not in told
    assert "… and 51 places more." in told


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_wrong_is_told_by_its_code(
    run: Run, package: Package, tmp_path: Path, lang: str
) -> None:
    """A package that is none, names that are none, a file that is no release or is not there."""
    (tmp_path / "apa.json").write_text('{"judul": 1}', "utf-8")

    def spoil(content: dict[str, object]) -> None:
        content.pop("pokja")

    sample = SAMPLES / "bendung-irigasi"
    for words, code, exit_code in (
        (("export", "ocds", package(spoil), *BY), "PKT011", 1),
        (("export", "ocds", sample, "--publisher", "x", "--ocid-prefix", "y"), "OCD001", 1),
        (("export", "ocds", sample, sample / "paket.json", *BY), "OCD005", 1),
        (("export", "ocds", sample, *BY, "--published", "kemarin"), "kemarin", 2),
        (("export", "ocds", sample, "--publisher", "x"), "--ocid-prefix", 2),
        (("export", "ocds", tmp_path / "tidak-ada", *BY), "tidak-ada", 2),
        (("import", "ocds", tmp_path / "apa.json"), "apa.json:1:1: OCD014", 1),
        (("import", "ocds", tmp_path / "tidak-ada.json"), "tidak-ada.json", 2),
        (("import", "ocds", tmp_path), str(tmp_path), 2),
    ):
        result = run(*words, "--lang", lang)
        assert (result.exit_code, result.stdout) == (exit_code, ""), words
        assert code in result.stderr
        assert "Traceback" not in result.stderr
    assert run("explain", "OCD016", "--lang", lang).exit_code == 0


def test_help_names_every_option(run: Run) -> None:
    """Of the groups and of both commands, in both languages."""
    for words in (("export",), ("import",), ("export", "ocds"), ("import", "ocds")):
        told = [run(*words, "-h", "--lang", lang).stdout for lang in ("id", "en")]
        assert told[0] != told[1]
        assert all("ocds" in text for text in told)
    assert "[wajib]" in run("export", "ocds", "-h").stdout
