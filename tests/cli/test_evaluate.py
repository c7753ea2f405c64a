"""`tender evaluate`: a screen for people, an object for programs, and a record where asked."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tender_engine.events import Cancellation, Confirmation, Event, Withdrawal
from tender_engine.terms import Canceller, StageId
from tender_rules import national
from tests.builders import at, bidder
from tests.builders import package as tender_of
from tests.cli.screens import Package, Run, Written, flat
from tests.samples.dossiers import SAMPLES


def judge_nobody(content: dict[str, Any]) -> None:
    content["assessments"] = []


def fail_everybody(content: dict[str, Any]) -> None:
    for entry in content["assessments"]:
        if entry["stage"] == "evaluasi_teknis":
            entry.update(verdict="tidak_memenuhi", note="tidak sesuai spesifikasi")


def contents(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_the_screen_tells_prices_stages_order_and_result(run: Run, package: Package) -> None:
    """The figures are those worked by hand in the example's own page."""
    result = run("evaluate", package())
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]

    assert (result.exit_code, result.stderr) == (0, "")
    assert "p2 PT Mebel Teladan Contoh 358.308.000,00 378.288.000,00 90,3883 1" in lines
    assert "p3 lulus lulus lulus lulus lulus gugur - - -" in lines
    assert "1 p2 PT Mebel Teladan Contoh Harga penawaran terkoreksi 378.288.000,00" in lines
    assert "  Calon pemenang: p2 PT Mebel Teladan Contoh" in result.stdout
    assert "  Calon pemenang cadangan: p1 CV Jati Rapi Contoh" in result.stdout
    assert "Akar jejak: sha256:" in result.stdout


def test_who_was_determined_is_no_longer_proposed(run: Run) -> None:
    """Once people have acted on the figures the screen names a winner."""
    shown = run("evaluate", str(SAMPLES / "jalan-desa-skp" / "paket.json")).stdout

    assert "  Pemenang: p2 CV Contoh Jalan Makmur\n" in shown
    assert "  Pemenang cadangan: p3 Koperasi Konstruksi Seumpama\n" in shown
    assert "Calon" not in shown


def test_what_keeps_the_record_a_draft_is_told_with_the_result(run: Run, written: Written) -> None:
    """An unverified value in words, until the panel confirms it."""
    gone = Withdrawal(at(20), "p1", StageId.EVALUASI_TEKNIS, "alat tidak tersedia", accepted=True)
    confirmed = Confirmation(at(7), "withdrawal.effect", "gugur", "IKP 18")
    words = (
        "Berita acara masih KONSEP; ketentuan yang belum ditegaskan: Akibat pengunduran diri:"
        " mengundurkan diri pada tahap itu, digantikan peringkat berikutnya"
    )

    def told(*events: Event) -> list[str]:
        bids = bidder("p1"), bidder("p2", "1050000000")
        return flat(run("evaluate", written(tender_of(*bids, events=[gone, *events]))))

    assert words in told()
    assert not any("KONSEP" in line for line in told(confirmed))


def test_a_pipe_gets_plain_text(run: Run, package: Package) -> None:
    """No rule, no colour, nothing that ends in a space."""
    text = run("evaluate", package()).stdout

    assert "\x1b" not in text
    assert not set(text) & set("─━│┃")
    assert all(line == line.rstrip() for line in text.splitlines())


def test_english_screen(run: Run, package: Package) -> None:
    """Words and separators are English; names and reasons stay as they are."""
    text = run("evaluate", package(), "--lang", "en").stdout

    assert "378,288,000" in text
    assert "Proposed winner: p2" in text
    assert "pass" in text


def test_json_is_the_evaluation_and_nothing_else(run: Run, package: Package) -> None:
    """One object on stdout, nothing on stderr."""
    result = run("evaluate", package(), "--json")
    told = json.loads(result.stdout)

    assert (result.exit_code, result.stderr) == (0, "")
    assert told["format"] == "tender-evaluation/1"
    assert (told["state"], told["result"], told["winner"]) == ("dihitung", "pemenang", "p2")


def test_waiting_is_exit_3_and_says_for_whom(run: Run, package: Package) -> None:
    """What is missing, about whom, and whose word it is."""
    result = run("evaluate", package(judge_nobody))

    assert result.exit_code == 3
    assert "Keadaan: menunggu" in result.stdout
    assert (
        "penilaian anggota Pokja Pemilihan (Ratna Wulandari, Agus Setiawan, Maria Tanjung):"
        " Evaluasi administrasi, Surat penawaran lengkap: p1, p2, p3\n"
    ) in result.stdout
    assert "belum" in result.stdout
    assert run("evaluate", package(judge_nobody), "--json").exit_code == 3


def test_a_failure_is_exit_0_with_ground_and_follow_up(run: Run, package: Package) -> None:
    """Evaluated, whatever the result (Perpres 16/2018 Pasal 51 ayat (2) huruf c, ayat (9))."""
    result = run("evaluate", package(fail_everybody))

    assert result.exit_code == 0
    assert "Tender gagal: tidak ada peserta yang lulus evaluasi penawaran" in result.stdout
    assert "perpres-16-2018:" not in result.stdout  # the passage stands below in words
    assert "Pasal 51 ayat (2) huruf c" in result.stdout
    assert "Tindak lanjut: Tender ulang" in result.stdout


@pytest.mark.parametrize(
    ("lang", "ended", "decided", "order"),
    [
        (
            "id",
            "Tender dibatalkan",
            "Diputuskan oleh Pejabat Pembuat Komitmen, berlaku",
            "Peringkat",
        ),
        ("en", "Tender was called off", "Decided by the PPK, effective", "Ranking"),
    ],
)
def test_what_was_called_off_has_not_failed(
    run: Run, written: Written, lang: str, ended: str, decided: str, order: str
) -> None:
    """The decision ends it: no ground, no order of bids and no text for either."""
    decision = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    before, after = (
        flat(run("evaluate", "--lang", lang, written(tender_of(bidder(), events=events))))
        for events in ([], [decision])
    )

    assert ended in after
    assert any(line.startswith(decided) for line in after)
    assert not any("gagal: " in line or "fails: " in line or "Pasal" in line for line in after[4:])
    assert (order in before, order in after) == (True, False)
    before, after = (next(line for line in x if line.startswith("Id ")) for x in (before, after))
    assert after == before.rpartition(" ")[0]


def test_invalid_input_is_exit_1_on_both_streams(run: Run, package: Package) -> None:
    """`--json` prints the diagnostics as an object, and their text stays on stderr."""

    def spoil(content: dict[str, Any]) -> None:
        content["tender"]["pagu"] = "-1"

    result = run("evaluate", package(spoil), "--json")

    assert result.exit_code == 1
    assert [found["code"] for found in json.loads(result.stdout)["diagnostics"]] == ["PKT014"]
    assert ": PKT014 " in result.stderr
    plain = run("evaluate", package(spoil))
    assert (plain.exit_code, plain.stdout) == (1, "")


def test_nothing_is_written_unless_asked(run: Run, package: Package) -> None:
    """The folder is as it was."""
    folder = package()
    run("evaluate", folder)
    run("evaluate", folder, "--json")

    assert contents(folder) == {"paket.json"}


def test_record_lies_beside_the_package(run: Run, package: Package) -> None:
    """In `jejak`; a second run that is the same is not added, and both are told on stderr."""
    folder = package()
    first, second = (run("evaluate", folder, "--json", "--record") for _ in range(2))

    assert "dicatat: satu putaran baru" in first.stderr
    assert "tidak dicatat" in second.stderr
    assert (folder / "jejak" / "jejak.jsonl").is_file()
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["winner"] == "p2"


def test_record_before_the_path_is_the_same(run: Run, package: Package) -> None:
    """The word behind `--record` is the package where there is no other."""
    folder = package()
    result = run("evaluate", "--record", folder)

    assert (result.exit_code, (folder / "jejak" / "jejak.jsonl").exists()) == (0, True)
    assert run("evaluate", "--record").exit_code == 2


def test_record_goes_where_it_is_told(run: Run, package: Package, tmp_path: Path) -> None:
    """A folder of its own, and the package's stays untouched."""
    folder, elsewhere = package(), tmp_path / "arsip" / "jejak"
    result = run("evaluate", folder, "--record", elsewhere)

    assert result.exit_code == 0
    assert (elsewhere / "jejak.jsonl").is_file()
    assert contents(folder) == {"paket.json"}


def test_record_from_standard_input_needs_a_folder(run: Run, package: Package) -> None:
    """There is no folder beside standard input."""
    given = (package() / "paket.json").read_bytes()
    result = run("evaluate", "-", "--record", given=given)

    assert result.exit_code == 2
    assert "--record memerlukan FOLDER" in result.stderr


@pytest.mark.parametrize("nameless", ["", "  "])
def test_a_record_without_a_name_is_refused(
    run: Run, package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nameless: str
) -> None:
    """An unset variable in a script is no wish to write into the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    folder = package()
    before = sorted(tmp_path.rglob("*"))
    for given in (("--record", nameless, folder), (folder, "--record", nameless)):
        result = run("evaluate", *given)

        assert result.exit_code == 2
        assert "--record memerlukan nama folder" in result.stderr
    assert run("evaluate", f"--record={nameless}").exit_code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_shared_is_a_record(run: Run, package: Package) -> None:
    """`--shared` says who may read what is recorded, and without a record nothing is."""
    folder = package()

    assert run("evaluate", folder, "--shared").exit_code == 2
    assert run("evaluate", folder, "--record", "--shared").exit_code != 2
    if sys.platform != "win32":
        umask = os.umask(0)
        os.umask(umask)
        made = folder / "jejak" / "jejak.jsonl"
        assert made.stat().st_mode & 0o777 == 0o666 & ~umask


def test_a_spoiled_record_is_refused_and_left_alone(run: Run, package: Package) -> None:
    """Nothing is added to a log that is not sound."""
    folder = package()
    run("evaluate", folder, "--record")
    log = folder / "jejak" / "jejak.jsonl"
    spoiled = log.read_bytes().replace(b"lulus", b"gugur", 1)
    log.write_bytes(spoiled)
    result = run("evaluate", folder, "--record")

    assert result.exit_code == 1
    assert f"{log}:" in result.stderr
    assert ": TRL" in result.stderr
    assert log.read_bytes() == spoiled


@pytest.mark.parametrize("stage", ["evaluasi_teknis", "pembuktian_kualifikasi"])
def test_no_participant_at_all_is_a_screen_too(run: Run, package: Package, stage: str) -> None:
    """Half-judged packages show what there is."""

    def cut(content: dict[str, Any]) -> None:
        content["assessments"] = [a for a in content["assessments"] if a["stage"] != stage]

    result = run("evaluate", package(cut))

    assert result.exit_code == 3
    assert "Ditunggu" in result.stdout


def test_a_name_cannot_colour_the_screen(run: Run, package: Package) -> None:
    """Brackets stay brackets: nothing in a name is markup."""

    def rename(content: dict[str, Any]) -> None:
        content["participants"][1]["name"] = "PT [bold red]Merah[/] :smile:"

    assert "PT [bold red]Merah[/] :smile:" in run("evaluate", package(rename)).stdout


def test_a_notice_is_glossed_in_english(run: Run, package: Package) -> None:
    """What it is about is told before its sentence, and both in English."""

    def misstate(content: dict[str, Any]) -> None:
        content["participants"][1]["price"]["schedule_total"] = "1"

    folder = package(misstate)
    gloss = national().words["notice.TOTAL_BERBEDA"].en

    assert f"TOTAL_BERBEDA p2: {gloss} (The two stated totals" in " ".join(
        run("evaluate", folder, "--lang", "en").stdout.split()
    )
    assert "TOTAL_BERBEDA p2: Dua total" in run("evaluate", folder).stdout
