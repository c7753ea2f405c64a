"""`tender ulang`, and `--previous` of the commands that read its package."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from tender_engine.events import Extension
from tender_engine.formats.canonical import canonical_package
from tender_engine.terms import Phase
from tests.builders import PEMBUKTIAN, TEKNIS, at, checked, judged
from tests.cli.screens import Run
from tests.happenings import closing, deadline
from tests.rules.repeats.tenders import anew, answered, undone

TECHNICAL = f"{TEKNIS}:p2"
ANSWERS = (
    judged(TEKNIS, participant="p2", when=at(26)),
    judged(PEMBUKTIAN, participant="p2", when=at(27)),
)
OLD = undone()
NEW = answered(anew(OLD), *ANSWERS)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A tender that an objection undid, and the same bids evaluated anew, as files."""
    for name, package in (("lama", OLD), ("baru", NEW)):
        (tmp_path / f"{name}.json").write_text(canonical_package(package), "utf-8")
    return tmp_path


def test_it_writes_a_folder_that_waits_for_what_was_named(run: Run, files: Path) -> None:
    """With the reason that the old package records, and what to do next."""
    made = run("ulang", "evaluasi", files / "lama.json", files / "ulang", "--anew", TECHNICAL)
    assert made.exit_code == 0, made.stderr
    assert "Alasan: Sanggah CV p2 Contoh benar dan substansial menurut jawaban" in made.stdout
    told = run("evaluate", files / "ulang", "--previous", files / "lama.json")

    assert told.exit_code == 3
    assert "Evaluasi penawaran ulang: sesuai dengan paket sebelumnya" in told.stdout
    assert json.loads(run("evaluate", files / "ulang", "--json").stdout)["awaiting"] == [
        {
            "stage": TEKNIS,
            "participant": "p2",
            "criterion": f"k.{TEKNIS}",
            "needs": "penilaian",
            "from": ["m1", "m2", "m3"],
        }
    ]


def test_a_stage_without_a_judgement_is_told(run: Run, files: Path) -> None:
    """Nothing is taken out there, and what is known is corrected on another record."""
    words = ("--anew", "evaluasi_harga")
    made = run("ulang", "evaluasi", files / "lama.json", files / "ulang", *words)

    assert made.exit_code == 0
    assert "pada evaluasi_harga tidak ada penilaian yang dikeluarkan" in made.stderr


def test_nothing_is_overwritten(run: Run, files: Path) -> None:
    """Neither a file with other content nor a folder that holds anything."""
    for new in (files / "lama.json", files):
        made = run("ulang", "evaluasi", files / "baru.json", new, "--anew", TEKNIS, "--reason", "x")
        assert made.exit_code == 2
    assert (files / "lama.json").read_text("utf-8") == canonical_package(OLD)


@pytest.mark.parametrize("form", [".json", ".xlsx"])
def test_the_ending_says_what_is_written(run: Run, files: Path, form: str) -> None:
    """A workbook and a JSON say the same; and of a workbook a folder holds a workbook."""
    first, second = files / f"satu{form}", files / "dua"
    words = ("--anew", TECHNICAL, "--reason", "Salah menilai")
    assert run("ulang", "evaluasi", files / "lama.json", first, *words).exit_code == 0
    assert run("ulang", "evaluasi", first, second, *words).exit_code == 0

    assert [path.name for path in second.iterdir()] == [f"paket{form}"]
    for new, old in ((first, files / "lama.json"), (second, first)):
        assert run("check", new, "--previous", old).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("evaluasi", "--anew", "evaluasi_teknik"), "Maksud Anda: evaluasi_teknis"),
        (("evaluasi", "--anew", "evaluasi_teknis:p9"), "p1 (CV p1 Contoh), p2 (CV p2 Contoh)"),
        (("evaluasi", "--anew", "evaluasi_teknis:"), "peserta  tidak ada"),
        (
            ("evaluasi", "--anew", "pembuktian_kualifikasi:p2"),
            "yang dinilai: p1 (CV p1 Contoh)",
        ),
        (("evaluasi",), "evaluasi memerlukan --anew"),
        (("tender", "--announced", "2022-06-01", "--anew", TEKNIS), "hanya evaluasi"),
        (("tender",), "memerlukan --announced"),
        (("penawaran", "--announced", "2022-06-01"), "hanya keduanya"),
        (("tender", "--announced", "2022-05-23"), "mendahului yang menyebabkan pengulangan"),
        (("prakualifikasi", "--announced", "2022-06-01"), "tidak ada prakualifikasi yang diulang"),
        (("tender", "--announced", "01-06-2022"), "01-06-2022"),
        (("seleksi",), "bukan salah satu dari"),
    ],
)
def test_what_does_not_go_together_is_told(
    run: Run, files: Path, words: tuple[str, ...], told: str
) -> None:
    """With what there is to choose from, and nothing is written."""
    kind, *more = words
    found = run("ulang", kind, files / "lama.json", files / "ulang", *more)

    assert found.exit_code == 2
    assert told in found.stderr
    assert not (files / "ulang").exists()


def test_without_a_cause_on_record_people_say_why(run: Run, files: Path) -> None:
    """In their words."""
    words = ("ulang", "penawaran", files / "baru.json", files / "ulang", "--lang", "en")
    assert "say why with --reason" in run(*words).stderr
    made = run(*words, "--reason", "Dokumen keliru", "--json")

    assert json.loads(made.stdout) == {
        "created": str(files / "ulang" / "paket.json"),
        "kind": "penawaran_ulang",
        "reason": "Dokumen keliru",
    }


def test_another_repeat_than_the_ground_leads_to_is_told(run: Run, files: Path) -> None:
    """A tender ulang that fails leads to direct appointment, under both conditions."""
    moved = Extension(at(12), Phase.PENAWARAN, at(14))
    events = (deadline(), moved, closing("penawaran", day=14))
    empty = evolve(OLD, participants=(), assessments=(), events=events)
    again = checked(evolve(empty, tender=evolve(OLD.tender, round=2)))
    (files / "kedua.json").write_text(canonical_package(again), "utf-8")
    words = ("--announced", "2022-07-01", "--reason", "gagal lagi")
    made = run("ulang", "tender", files / "kedua.json", files / "ulang", *words)

    assert made.exit_code == 0
    for told in ("melainkan Penunjukan Langsung", "kebutuhan tidak dapat ditunda", "PA/KPA"):
        assert told in made.stderr


@pytest.mark.parametrize("command", ["evaluate", "check", "bahp", "report"])
def test_each_tells_that_another_repeat_follows(run: Run, files: Path, command: str) -> None:
    """And not only when it was made; of the one that follows nothing is told."""
    old = files / "lama.json"
    assert run("ulang", "penawaran", old, files / "ulang.json").exit_code == 0
    words = ("melainkan Evaluasi penawaran ulang", "bukan penyampaian penawaran ulang")

    found = run(command, files / "ulang.json", "--previous", old)
    assert all(word in found.stderr for word in words)
    assert "melainkan" not in run(command, files / "baru.json", "--previous", old).stderr


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_what_was_judged_anew_is_listed(run: Run, files: Path, command: str) -> None:
    """And what was named; what is of another than the objector is told apart."""
    named = {"ulang": {"anew": [TECHNICAL, f"{TEKNIS}:p3"]}}
    more = answered(evolve(NEW, extensions=named), judged(TEKNIS, participant="p3", when=at(28)))
    (files / "lebih.json").write_text(canonical_package(more), "utf-8")
    told = [
        " ".join(run(command, files / name, "--previous", files / "lama.json").stdout.split())
        for name in ("baru.json", "lebih.json")
    ]

    for text, who in zip(told, ("p2", "p2, p3"), strict=True):
        assert f"Yang disebut untuk dinilai ulang: Evaluasi teknis: {who} Yang dinilai" in text
        assert f"Yang dinilai ulang: Evaluasi teknis: {who}; Pembuktian kualifikasi: p2" in text
    assert "bukan atas" not in told[0]
    assert "bukan atas p2 CV p2 Contoh" in told[1]
    assert "benar: Evaluasi teknis: p3; pastikan" in told[1]


@pytest.mark.parametrize("command", ["evaluate", "check", "bahp", "report"])
def test_each_holds_it_against_the_package_before(run: Run, files: Path, command: str) -> None:
    """With code and place where it is no such repeat, and the exit code of data with faults."""
    assert run(command, files / "baru.json", "--previous", files / "lama.json").exit_code == 0
    found = run(command, files / "baru.json", "--previous", files / "baru.json")

    assert found.exit_code == 1
    assert found.stdout == ""
    assert "baru.json:1:" in found.stderr
    assert "ATR081" in found.stderr
    missing = run(command, files / "baru.json", "--previous", files / "tidak-ada.json")
    assert missing.exit_code == 2


def test_as_json_every_fault_is_on_stdout(run: Run, files: Path) -> None:
    """Those of the package before as well."""
    (files / "rusak.json").write_text("{}", "utf-8")
    found = run("evaluate", files / "baru.json", "--json", "--previous", files / "rusak.json")

    assert found.exit_code == 1
    told = json.loads(found.stdout)["diagnostics"]
    assert {one["file"] for one in told} == {str(files / "rusak.json")}


def test_it_changes_no_evaluation(run: Run, files: Path) -> None:
    """The JSON is the same, root and all."""
    alone = run("evaluate", files / "baru.json", "--json")
    held = run("evaluate", files / "baru.json", "--json", "--previous", files / "lama.json")

    assert alone.stdout == held.stdout


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_screen_says_that_nobody_looked(run: Run, files: Path, command: str) -> None:
    """In both languages."""
    told = run(command, files / "baru.json")
    english = run(command, files / "baru.json", "--lang", "en")

    assert "belum diperiksa terhadap paket sebelumnya" in told.stdout
    assert "not held against the package before it" in english.stdout


def test_standard_input_is_read_once(run: Run) -> None:
    """It cannot be both."""
    for command in ("evaluate", "check"):
        assert run(command, "-", "--previous", "-", given="{}").exit_code == 2
