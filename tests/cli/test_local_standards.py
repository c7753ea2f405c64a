"""A standard of one's own beside the package: used where it is named, told, asked for in replay."""

import json
import re
from pathlib import Path

import pytest

from tender_cli.inputs import judge, read
from tender_cli.local_standards import law_under
from tender_engine.events import Announcement
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Regulation
from tender_engine.terms import Subject
from tender_rules import national
from tests.builders import package
from tests.cli.screens import Run
from tests.rules.periods.test_objecting import on
from tests.rules.test_overlays import DAYS, HOURS

TOLD = Announcement(on("2023-07-13"), Subject.PEMILIHAN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tender that names the standard `rumah`, announced on Thursday 13 July 2023."""
    given = package(events=[TOLD], regulation=Regulation(overlays=("rumah",)))
    (tmp_path / "paket.json").write_text(canonical_package(given), "utf-8")
    return tmp_path


def masa_sanggah(run: Run, folder: Path) -> str:
    """Its last moment, as `evaluate --json` has it."""
    found = json.loads(run("evaluate", folder, "--json").stdout)
    return str(next(one["until"] for one in found["calendar"] if one["id"] == "masa_sanggah"))


def test_a_standard_beside_the_package_is_its_law(run: Run, folder: Path) -> None:
    """Days and hours of the region; its digest is another one, and told with the file."""
    (folder / "rumah.toml").write_text(HOURS + DAYS, "utf-8")
    made = run("check", folder)

    assert masa_sanggah(run, folder) == "2023-07-20T15:30:00+07:00"
    assert made.exit_code == 0
    assert f"standar setempat rumah: {folder / 'rumah.toml'}" in made.stderr
    (digest,) = set(re.findall("sha256:[0-9a-f]{64}", made.stderr))
    assert digest != national().digest
    found, _ = judge(read(str(folder)))
    assert found is not None
    assert law_under(found).digest == found.basis.digest == digest
    assert run("worksheet", folder, "--output", folder / "baru.xlsx").exit_code == 0
    assert run("bahp", folder, "--format", "json").exit_code == 0


def test_without_it_people_are_told_where_it_belongs(run: Run, folder: Path) -> None:
    """And what is wrong with it where it is there: the code, the file and the line."""
    missing = run("check", folder)
    standard = f"{DAYS}\n{HOURS.replace('15.30', '15.60')}"
    (folder / "rumah.toml").write_text(standard, "utf-8")
    line = standard[: standard.index("[[param")].count("\n") + 1
    wrong = run("check", folder, "--json")

    assert (missing.exit_code, wrong.exit_code) == (1, 1)
    assert "ATR005" in missing.stderr
    assert "rumah.toml di samping" in missing.stderr
    (told,) = json.loads(wrong.stdout)["diagnostics"]
    assert (told["code"], told["file"], told["line"]) == (
        "STD005",
        str(folder / "rumah.toml"),
        line,
    )


@pytest.mark.parametrize(
    ("wrong", "with_", "code", "at", "said"),
    [
        ("instrument", "instrumen", "STD003", '[[param."calendar',
         "workday_end: kunci yang tidak dikenal atau yang belum ada: ['instrumen', 'instrument']"),
        ("15.30", "15.60", "STD005", '[[param."calendar', "15.60 di luar"),
        ("2023-07-18", "2023-13-18", "STD006", "2023-13-18",
         "days: 2023-13-18 bukan tanggal seperti 2023-07-18"),
        ("[days.off]", "[days.of]", "STD006", "[days]",
         "days: kunci yang tidak dikenal atau yang belum ada: ['of', 'off']"),
        ("[days.off]", "[days.off", "STD001", "[days.off", "tidak dapat dibaca: baris"),
        ("[days", "[values", "STD001", "[[param", "ada values; yang diharapkan hanya"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_said_in_indonesian_at_its_line(
    run: Run, folder: Path, wrong: str, with_: str, code: str, at: str, said: str
) -> None:
    """Nothing of it in English, and not always at its first line."""
    standard = (HOURS + DAYS).replace(wrong, with_)
    (folder / "rumah.toml").write_text(standard, "utf-8")
    (told,) = json.loads(run("check", folder, "--json").stdout)["diagnostics"]

    assert (told["code"], told["line"]) == (code, standard[: standard.index(at)].count("\n") + 1)
    assert said in told["message"]
    assert not re.search(r"\b(is|there|unknown|must|where|line|not)\b", told["message"])


def test_status_names_the_standard_and_its_file(run: Run, folder: Path) -> None:
    """What was read, in the block of a tender; what is missing, with where it belongs."""
    missing = run("status", folder)
    (folder / "rumah.toml").write_text(HOURS + DAYS, "utf-8")
    made = run("status", folder, "--lang", "en")

    assert missing.exit_code == 1
    assert "rumah.toml di samping" in missing.stderr
    assert f"Local standard: rumah ({folder / 'rumah.toml'})" in " ".join(made.stdout.split())
    (folder / "rumah.toml").unlink()
    given = package(events=[TOLD], regulation=Regulation(overlays=("pasuruan-2022",)))
    (folder / "paket.json").write_text(canonical_package(given), "utf-8")
    assert "Standar setempat: pasuruan-2022\n" in run("status", folder).stdout


@pytest.mark.parametrize("name", ["../rumah", "a/b", "c:rumah", ".rumah"])
def test_only_a_file_beside_the_package_is_read(run: Run, tmp_path: Path, name: str) -> None:
    """Whatever a package names, nothing elsewhere is opened."""
    below = tmp_path / "paket"
    (below / "a").mkdir(parents=True)
    for place in (tmp_path / "rumah.toml", below / "a" / "b.toml", below / ".rumah.toml"):
        place.write_text(DAYS, "utf-8")
    given = canonical_package(package(regulation=Regulation(overlays=(name,))))
    (below / "paket.json").write_text(given, "utf-8")

    assert "ATR005" in run("check", below).stderr


def test_nothing_lies_beside_standard_input(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder in which somebody happens to be is not that of the package."""
    (folder / "rumah.toml").write_text(DAYS, "utf-8")
    monkeypatch.chdir(folder)

    assert run("check", "paket.json").exit_code == 0
    assert "ATR005" in run("check", "-", given=(folder / "paket.json").read_text("utf-8")).stderr


def test_a_replay_asks_for_the_same_file(run: Run, folder: Path) -> None:
    """With it the log is sound, without it or with another one it is not."""
    standard = folder / "rumah.toml"
    standard.write_text(HOURS + DAYS, "utf-8")
    assert run("evaluate", folder, "--record").exit_code == 0
    sound = run("verify", folder)
    standard.write_text(HOURS + DAYS.replace("2023-07-18", "2023-07-17"), "utf-8")
    other = run("verify", folder)
    standard.unlink()
    gone = run("verify", folder)

    assert sound.exit_code == 0, sound.stderr
    assert "berbeda di bawah himpunan aturan" in other.stdout
    assert gone.exit_code == 1
    assert "taruh rumah.toml" in gone.stderr
