"""`tender whatif`: on a screen and as JSON, one's own question, and what stays inside."""

import json
from pathlib import Path

import pytest

from tests.cli.screens import Run

SAMPLES = Path(__file__).parents[2] / "samples"
NAME = str(SAMPLES / "aplikasi-selisih-tipis")
SCORE = "assessments[evaluasi_teknis C tek.rancangan m1].score"


def test_on_a_screen(run: Run) -> None:
    """The result by the figures, what was set aside, and the score on which it hangs."""
    result = run("whatif", NAME)
    text = " ".join(result.stdout.split())

    assert (result.exit_code, result.stderr) == (0, "")
    assert "pemenang B PT Contoh Bina Perangkat" in text
    assert "Dikesampingkan: penetapan Rabu, 31 Januari 2024 pukul 09.00 WIB" in text
    assert "Yang akan mengubah hasil, satu per satu" in text
    assert "64,999999" in text
    assert "Rentang: " in text


def test_in_english(run: Run) -> None:
    text = " ".join(run("--lang", "en", "whatif", NAME).stdout.split())

    assert "What would change the result, one by one" in text
    assert "score" in text
    assert "winner A" in text


def test_as_json(run: Run) -> None:
    """The keys of the format, and nothing else on stdout."""
    value = json.loads(run("whatif", NAME, "--json").stdout)

    assert value["outcome"]["winner"] == "B"
    assert value["steady"] is False
    assert SCORE in [flip["subject"] for flip in value["flips"]]


def test_who_waits(run: Run) -> None:
    """Exit code 3, for what it waits, and no flips."""
    folder = str(SAMPLES / "gedung-puskesmas")
    shown, value = run("whatif", folder), run("whatif", folder, "--json")

    assert (shown.exit_code, value.exit_code) == (3, 3)
    assert "keputusan peringkat" in " ".join(shown.stdout.split())
    assert json.loads(value.stdout)["waits_for"] == ["keputusan_peringkat"]


def test_ones_own_question(run: Run) -> None:
    """Before and after, and whether it stays."""
    turned = run("whatif", NAME, "--set", f"{SCORE}=64").stdout
    kept = json.loads(run("whatif", NAME, "--set", f"{SCORE}=66", "--json").stdout)

    assert "Sebelum: pemenang B" in turned
    assert f"Dengan {SCORE}=64: pemenang A" in " ".join(turned.split())
    assert kept["asked"]["same"] is True


@pytest.mark.parametrize(
    ("lang", "question", "after"),
    [
        ("id", "harga total: Peserta A: Harga penawaran (Rp)=1.095.490.231,87", "pemenang A"),
        ("id", "peserta a:  harga penawaran (rp)=1.095.490.231,88", "pemenang B"),
        ("id", "nilai: Penilaian evaluasi teknis C tek.rancangan m1: Nilai=64,9", "pemenang A"),
        ("id", "Peserta C=tidak ikut", "pemenang A"),
        ("en", "total price: Peserta A: Harga penawaran (Rp)=1,095,490,231.87", "winner A"),
    ],
)
def test_a_question_as_the_screen_tells_it(run: Run, lang: str, question: str, after: str) -> None:
    """What the column says, with its kind or without, and a figure with its thousands parted."""
    said = run("--lang", lang, "whatif", NAME, "--set", question)
    last = " ".join(said.stdout.split()).partition(question.partition("=")[2])[2]

    assert (said.exit_code, said.stderr) == (0, "")
    assert f": {after} " in last


def test_json_has_the_place_that_is_meant(run: Run) -> None:
    question = "Penilaian evaluasi teknis C tek.rancangan m1: Nilai=64,999999"
    asked = json.loads(run("whatif", NAME, "--set", question, "--json").stdout)["asked"]

    assert (asked["place"], asked["value"]) == (SCORE, "64.999999")
    assert asked["outcome"]["winner"] == "A"


def test_what_is_told_nowhere_and_a_word_that_is_none(run: Run) -> None:
    """Refused, with what is told most alike, or with the word that may stand there."""
    none = run("whatif", NAME, "--set", "Penilaian evaluasi teknis C tek.rancangan: Nilai=64")
    other = run("whatif", NAME, "--set", "Peserta C=hilang")

    assert (none.exit_code, other.exit_code) == (1, 1)
    assert "WIF006" in none.stderr
    assert "tek.rancangan m1: Nilai" in none.stderr
    assert "WIF004" in other.stderr
    assert "tidak ikut" in other.stderr


@pytest.mark.parametrize(
    ("question", "code"),
    [("z", "WIF005"), ("participants[Z].x=1", "WIF001"), ("tender.hps.total=abc", "PKT013")],
)
def test_what_cannot_be_asked(run: Run, question: str, code: str) -> None:
    """Its code and a hint on stderr, exit code 1; with `--json` on stdout too."""
    result = run("whatif", NAME, "--set", question, "--json")

    assert result.exit_code == 1
    assert code in result.stderr
    assert "petunjuk: " in result.stderr
    assert [told["code"] for told in json.loads(result.stdout)["diagnostics"]] == [code]


def test_it_stays_inside(run: Run, tmp_path: Path) -> None:
    """The report for those inside tells it; the public one and no paper of `--all` does."""
    inside, outside = tmp_path / "dalam.html", tmp_path / "umum.html"
    run("report", NAME, "--output", str(inside))
    run("report", NAME, "--public", "--output", str(outside))
    run("bahp", NAME, "--all", str(tmp_path / "berkas"), "--draft")
    minutes = run("bahp", NAME).stdout

    assert "Apa yang Akan Mengubah Hasil" in inside.read_text("utf-8")
    assert "64,999999" in inside.read_text("utf-8")
    for text in (outside.read_text("utf-8"), minutes):
        assert "Mengubah Hasil" not in text
        assert "64,999999" not in text
    papers = [path for path in (tmp_path / "berkas").rglob("*") if path.is_file()]
    assert papers
    assert not [path for path in papers if "whatif" in path.name or "mengubah" in path.name]
