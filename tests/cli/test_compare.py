"""`tender compare`: two packages, or one under another state of the law."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import bidder, with_participant
from tests.cli.dossiers import SEALED, two_files
from tests.cli.screens import COLUMNS, Package, Run, Written, flat, on_terminal
from tests.happenings import price_opening

OTHER = "876543219"


def amended(content: dict[str, Any]) -> None:
    """p1 offers a validity of one day."""
    first = content["participants"][0]
    first["facts"]["evaluasi_administrasi"]["bid_validity_days"] = 1


@pytest.fixture
def both(package: Package, tmp_path: Path) -> tuple[Path, Path]:
    """The example, and its amended version in a folder of its own."""
    other = package(amended).rename(tmp_path / "diubah")
    return package(), other


_SAME = "Hasil, putusan, harga, dan peringkat keduanya sama."


def test_the_screen_tells_the_result_the_verdict_and_its_cause(
    run: Run, both: tuple[Path, Path]
) -> None:
    """Who falls, by which rule, and the place of the package."""
    result = run("compare", *both)
    lines = flat(result)

    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0] == f"A: {both[0] / 'paket.json'}"
    assert f"B: {both[1] / 'paket.json'}" in lines
    assert any(re.match(r"p1 .*, Evaluasi administrasi: lulus -> gugur$", x) for x in lines)
    assert "Masa berlaku penawaran: lulus -> gugur" in lines
    assert any(x.startswith("dasar: Perpres 16/2018 Pasal 1 [") for x in lines)
    assert any(x.endswith("Evaluasi teknis: lulus -> tidak memasuki tahap") for x in lines)
    assert not any(x.startswith("Persyaratan teknis") for x in lines)
    assert any(re.fullmatch(r"Peserta p1: Masa berlaku.*: \d+ -> 1", x) for x in lines)


def test_the_same_as_json(run: Run, both: tuple[Path, Path]) -> None:
    """All keys, always, and the figures as the formats write them."""
    told = json.loads(run("compare", *both, "--json").stdout)
    (verdict,) = [v for v in told["verdicts"] if v["stage"] == "evaluasi_administrasi"]

    assert list(told) == [
        "from",
        "to",
        "same",
        "outcome",
        "verdicts",
        "reasons",
        "prices",
        "scores",
        "ranking",
        "awaiting",
        "regulation",
        "values",
        "package",
    ]
    assert told["from"].keys() == told["to"].keys()
    assert told["from"]["package"] != told["to"]["package"]
    assert told["same"] is False
    assert (verdict["from"]["verdict"], verdict["to"]["verdict"]) == ("lulus", "gugur")
    assert verdict["findings"][0]["rule"] == "administration.bid_validity"
    assert verdict["findings"][0]["to"]["facts"]
    assert [item["path"] for item in told["package"]] == [
        "participants[p1].facts.evaluasi_administrasi.bid_validity_days"
    ]
    assert told["package"][0]["to"] == 1
    assert told["package"][0]["sealed"] == []


def test_a_package_and_itself(run: Run, package: Package) -> None:
    """Are told to be the same, in one line."""
    folder = package()

    assert flat(run("compare", folder, folder))[-1] == "Tidak ada yang berbeda."
    assert flat(run("compare", folder, folder, "--lang", "en"))[-1] == "Nothing differs."
    assert json.loads(run("compare", folder, folder, "--json").stdout)["same"] is True


def test_another_day(run: Run, package: Package) -> None:
    """The example was announced in 2024; in 2020 the text of 2018 was in force as read."""
    folder = package()
    result = run("compare", folder, "--at", "2020-01-01")
    lines = flat(result)

    assert result.exit_code == 0
    assert "B: " + str(folder / "paket.json") + " (--at 2020-01-01)" in lines
    assert any(
        re.fullmatch(r"Keadaan hukum: .* Nomor 12 Tahun 2021 -> .* Nomor 16 Tahun 2018", x)
        for x in lines
    )
    assert "A: Perpres 16/2018 Pasal 26 ayat (4) huruf b [teks dibaca]" in lines
    assert "B: Perpres 16/2018 Pasal 26 ayat (5) huruf b [teks dibaca]" in lines
    assert _SAME not in lines


def test_a_day_on_which_all_comes_out_the_same(run: Run, package: Package) -> None:
    """Is said so first, whatever else is told of the law and of the package."""
    lines = flat(run("compare", package(), "--at", "2024-06-01"))

    assert _SAME in lines
    assert "Tanggal pengumuman: 4 Maret 2024 -> 1 Juni 2024" in lines


def test_a_local_standard_and_a_day_together(run: Run, package: Package) -> None:
    """The scope of the proof is the regency's; what is named already is not added twice."""
    words = ("--at", "2023-01-02", "--overlay", "pasuruan-2022", "--overlay", "pasuruan-2022")
    told = json.loads(run("compare", package(), *words, "--json").stdout)
    scope = next(value for value in told["values"] if value["param"] == "proof.scope")

    assert told["to"]["overlays"] == ["pasuruan-2022"]
    assert told["to"]["announced_on"] == "2023-01-02"
    assert scope["to"]["set_by"] == "pasuruan-2022"


def test_prices_corrections_and_ranks(run: Run, package: Package, tmp_path: Path) -> None:
    """A unit price of nothing: the line's product and the sum are corrected, and p1 moves."""

    def cheaper(content: dict[str, Any]) -> None:
        content["participants"][0]["price"]["lines"][0]["unit_price"] = "0"

    other = package(cheaper).rename(tmp_path / "diubah")
    folder = package()
    lines = flat(run("compare", folder, other))
    written = json.loads((folder / "paket.json").read_text("utf-8"))
    line = written["participants"][0]["price"]["lines"][0]
    grouped = f"{int(line['unit_price']):,}".replace(",", ".")

    assert "Harga (rupiah, termasuk PPN)" in lines
    assert "Koreksi yang berbeda" in lines
    assert any(x.startswith("B p1 ") and "jumlah harga" in x for x in lines)
    assert "Peserta No A No B Dasar A B" in lines
    assert f"Harga p1 {line['id']}: Harga Satuan: {grouped} -> 0" in lines


def test_a_sealed_price_is_told_to_differ_and_no_more(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """Neither on the screen nor as JSON."""
    one = two_files(priced_at="1100000000")
    first = written(one).rename(tmp_path / "a.json")
    second = written(with_participant(one, "p2", price=bidder(total=OTHER).price))
    result, told = (run("compare", first, second, *more) for more in ((), ("--json",)))

    assert "Peserta p2: Harga: harga berbeda (tersegel)" in flat(result)
    for text in (result.output, told.output):
        assert not {SEALED, OTHER} & set(re.findall(r"\d+", text.replace(".", "")))


def test_a_price_that_one_side_opened_is_no_more_told_on_the_other(
    run: Run, written: Written, tmp_path: Path
) -> None:
    """The amounts of who opened it, and of the other nothing."""
    first = written(two_files(price_opening(), priced_at="1100000000")).rename(tmp_path / "a.json")
    second = written(two_files(priced_at=OTHER))
    result = run("compare", first, second)

    assert "Peserta p1: Harga: harga berbeda (tersegel)" in flat(result)
    assert "p1 CV p1 Contoh Penawaran 1.100.000.000,00 -" in flat(result)
    assert OTHER not in result.output.replace(".", "")


def test_faults_of_both_are_told_each_with_its_file(
    run: Run, package: Package, tmp_path: Path
) -> None:
    """A fault that the reader finds, and one that the law finds."""

    def unread(content: dict[str, Any]) -> None:
        content["tender"]["catatan"] = "x"

    def refused(content: dict[str, Any]) -> None:
        content["tender"]["announced_on"] = "2010-01-01"

    one = package(unread).rename(tmp_path / "satu")
    other = package(refused).rename(tmp_path / "dua")
    result = run("compare", one, other, "--json")
    files = {found["file"]: found["code"] for found in json.loads(result.stdout)["diagnostics"]}

    assert result.exit_code == 1
    assert files[str(one / "paket.json")] == "PKT010"
    assert str(other / "paket.json") in files
    assert f"{one / 'paket.json'}:" in result.stderr
    assert f"{other / 'paket.json'}:" in result.stderr
    assert "ATR004" in result.stderr


@pytest.mark.parametrize("spoiled", [("catatan", "x"), ("method", "sistem_nilai")])
def test_what_is_wrong_with_one_file_is_told_once(
    run: Run, package: Package, spoiled: tuple[str, str]
) -> None:
    """Whichever law it is read under."""
    folder = package(lambda content: content["tender"].update([spoiled]))
    plain = run("check", folder).stderr
    result = run("compare", folder, "--at", "2023-01-02")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == plain


def test_what_only_the_supposed_law_refuses_names_the_supposition(
    run: Run, package: Package
) -> None:
    """The document sets a value that was closed before 2 June 2021."""

    def own(content: dict[str, Any]) -> None:
        value = {"param": "weights.kualitas_biaya_technical_most", "value": "85"}
        value |= {"clause": "LDP K", "reason": "ditetapkan dokumen"}
        content["tender"]["regulation"] = {"values": [value]}

    result = run("compare", package(own), "--at", "2020-01-01")

    assert result.exit_code == 1
    assert "paket.json (--at 2020-01-01):" in result.stderr
    assert "ATR007" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "Belum disebut: 'A'"),
        (["a"], "Sebut paket B, atau --at dan/atau --overlay tanpa B"),
        (["a", "b", "--at", "2022-05-02"], "Sebut paket B, atau"),
        (["a", "b", "--overlay", "pasuruan-2022"], "Sebut paket B, atau"),
        (["-", "-"], "Masukan standar hanya dapat dibaca sekali"),
        (["a", "--at", "kemarin"], "kemarin bukan tanggal"),
        (["a", "--at", "2001-01-01"], "Tidak ada ketentuan pada 1 Januari 2001"),
        (["a", "--overlay", "lain"], "Standar lokal lain tidak dikenal"),
        (["tidak-ada", "b"], "tidak-ada: tidak ada"),
    ],
)
def test_wrong_words_are_exit_2(run: Run, words: list[str], message: str) -> None:
    """Nothing on stdout."""
    result = run("compare", *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_line_is_longer_than_the_screen(both: tuple[Path, Path], lang: str) -> None:
    """Of the comparison and of the changes of the law."""
    shown = on_terminal(["compare", *map(str, both), "--lang", lang])
    shown += on_terminal(["rules", "diff", "2021-02-01", "2021-06-02", "--lang", lang])
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)

    # A path is told whole, for whoever copies it, and hides no line that could be broken.
    place = str(both[0].parent)
    lines = [line.replace(place, "") for line in plain.splitlines()]
    assert max(map(len, lines)) <= COLUMNS
    assert "…" not in plain
