"""`tender workflow`: a procedure drawn, with the path that a tender took."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tender_rules import national
from tests.cli.screens import Package, Run

SAMPLES = Path(__file__).parents[2] / "samples"


def test_the_procedure_stage_by_stage(run: Run) -> None:
    """Each stage with its exits; nothing is marked without a tender."""
    result = run("workflow", "pascakualifikasi")

    assert result.exit_code == 0
    assert "4. Evaluasi administrasi + Evaluasi kualifikasi\n" in result.stdout
    assert "   -> tidak ada yang lulus: Tender gagal\n" in result.stdout
    assert "=>" not in result.stdout
    assert run("workflow").stdout == result.stdout


@pytest.mark.parametrize("procedure", national().procedures)
def test_it_is_called_in_the_language_spoken(run: Run, procedure: str) -> None:
    """By the words that stand with it in the law."""
    words = national().procedures[procedure].title

    for lang in ("id", "en"):
        first = run("workflow", procedure, "--lang", lang).stdout.split("\n")[0]
        assert first == words.said(lang)


def test_the_path_taken_is_marked(run: Run, package: Package) -> None:
    """By a sign, not by colour."""
    text = run("workflow", package()).stdout

    assert "   => ada yang lulus: Evaluasi harga\n" in text
    assert "   -> tidak ada yang lulus: Tender gagal\n" in text
    assert "=> pemenang: Berita Acara Hasil Pemilihan" in text


def test_what_was_called_off_is_said(run: Run, package: Package) -> None:
    """Before the stages, of which no exit to a result was taken."""

    def call_off(content: dict[str, Any]) -> None:
        told = {"by": "ppk", "reason": "Anggaran dialihkan"}
        content["events"].append({"type": "pembatalan", "at": "2024-12-31T10:00:00+07:00"} | told)

    text = run("workflow", package(call_off)).stdout

    assert text.split("\n")[2] == "Tender dibatalkan"
    assert "=> ada yang lulus: Pembuktian kualifikasi" in text
    assert "=> ada yang lulus: Penetapan" not in text
    assert not any("=> " in line and "Berita Acara" in line for line in text.split("\n"))


def test_mermaid(run: Run, package: Package) -> None:
    """A flowchart that other tools draw."""
    text = run("workflow", package(), "--format", "mermaid").stdout

    assert text.startswith("flowchart TD\n")
    assert "  evaluasi_teknis ==>|ada yang lulus| evaluasi_harga\n" in text
    assert "  evaluasi_teknis -->|tidak ada yang lulus| gagal\n" in text


def test_json_tells_what_was_taken(run: Run, package: Package) -> None:
    """True and false with a tender, null without one."""
    edges = json.loads(run("workflow", package(), "--json").stdout)["edges"]
    bare = json.loads(run("workflow", "--json").stdout)["edges"]

    assert {"from": "penetapan", "outcome": "pemenang", "to": "bahp", "taken": True} in edges
    assert {edge["taken"] for edge in bare} == {None}


def test_english_words(run: Run) -> None:
    """For nodes and outcomes."""
    assert "nobody passes: Failure (tender gagal)" in run("workflow", "--lang", "en").stdout


@pytest.mark.parametrize("procedure", national().procedures)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_procedure_is_drawn_in_words(run: Run, procedure: str, lang: str) -> None:
    """As text and as a flowchart, and no code of a node or an outcome is left; as JSON with all."""
    words = ("workflow", procedure, "--lang", lang)
    text, chart = run(*words), run(*words, "--format", "mermaid")
    edges = json.loads(run(*words, "--json").stdout)["edges"]

    assert (text.exit_code, chart.exit_code) == (0, 0)
    assert "_" not in text.stdout
    assert not any("_" in label for label in re.findall(r"\[\"(.*)\"\]", chart.stdout))
    assert len(edges) == len(national().procedures[procedure].edges)


def test_a_prakualifikasi_reads_as_it_goes(run: Run) -> None:
    """Its own failure and its own record; one passer of a repeat goes on by appointment."""
    text = run("workflow", "prakualifikasi").stdout

    assert "1. Pemasukan dokumen kualifikasi\n" in text
    assert "   -> yang lulus tidak mencukupi: Prakualifikasi gagal\n" in text
    assert "   -> daftar peserta: Berita Acara Hasil Prakualifikasi\n" in text
    assert "dengan Penunjukan Langsung: Berita Acara Hasil Prakualifikasi\n" in text


def test_a_seleksi_ends_in_its_own_record(run: Run) -> None:
    """After talks, in a Berita Acara Hasil Seleksi; what consultants ask is a biaya."""
    text = run("workflow", "prakualifikasi_seleksi").stdout

    assert "   -> sepakat: Berita Acara Hasil Seleksi\n" in text
    assert "   -> tidak sepakat: Prakualifikasi atau Seleksi gagal\n" in text
    assert "   -> ada yang lulus: Pembukaan dokumen penawaran biaya\n" in text


def test_stages_entered_together_are_one_exit(run: Run) -> None:
    """Administration and qualification of a pascakualifikasi in two files."""
    text = run("workflow", "pascakualifikasi_dua_file").stdout

    assert "   -> ada penawaran: Evaluasi administrasi + Evaluasi kualifikasi\n" in text


def test_the_unknown_is_exit_2(run: Run) -> None:
    """With the nearest procedure, and all that there are."""
    result = run("workflow", "pascakualifikas")

    assert result.exit_code == 2
    assert "Maksud Anda: pascakualifikasi" in " ".join(result.stderr.split())
    assert all(f"{name}" in result.stderr for name in national().procedures)


def test_an_invalid_package_is_exit_1(run: Run, package: Package) -> None:
    """Its faults are told."""

    def spoil(content: dict[str, Any]) -> None:
        del content["pokja"]

    assert run("workflow", package(spoil)).exit_code == 1


def test_what_becomes_of_a_result(run: Run) -> None:
    """Without a tender: every state with its exits, and none is marked."""
    text = run("workflow", "--after-award").stdout

    assert "3. menunggu jawaban sanggah\n" in text
    assert "   -> sanggah benar dan substansial: tindakan atas hasil tidak berlaku lagi\n" in text
    assert "=>" not in text
    assert "selesai -->" in run("workflow", "--after-award", "--format", "mermaid").stdout


def test_the_way_of_a_tender_after_its_award(run: Run) -> None:
    """The way taken is marked, and where it stands is said; the same on the screen of a result."""
    path = str(SAMPLES / "pengawasan-rumah-sakit")
    text = run("workflow", "--after-award", path).stdout
    drawn = run("workflow", "--after-award", path, "--format", "mermaid").stdout
    told = json.loads(run("workflow", "--after-award", path, "--json").stdout)

    assert "Keadaan setelah tindakan: siap SPPBJ\n" in text
    assert "   => pengumuman: masa sanggah\n" in text
    assert "Keadaan setelah tindakan: siap SPPBJ\n" in run("evaluate", path).stdout
    assert (
        "State after the act: ready for the appointment (SPPBJ)\n"
        in run("evaluate", path, "--lang", "en").stdout
    )
    assert "  belum_diumumkan ==>|pengumuman| masa_sanggah\n" in drawn
    assert (told["state"], told["waits_for"]) == ("siap_sppbj", ["sppbj"])
    took = [(edge["from"], edge["to"]) for edge in told["edges"] if edge["taken"]]
    assert ("masa_sanggah", "siap_sppbj") in took


def test_of_a_tender_on_which_nobody_has_acted(run: Run) -> None:
    """There is no state, and no edge was taken."""
    path = str(SAMPLES / "mebel-sekolah")
    told = json.loads(run("workflow", "--after-award", path, "--json").stdout)

    assert (told["state"], told["waits_for"]) == (None, [])
    assert {edge["taken"] for edge in told["edges"]} == {False}
