"""`tender rules diff`: what of the law changed between two days."""

import json

import pytest

from tests.cli.screens import Run, flat


def test_the_screen_tells_regime_values_and_rules(run: Run) -> None:
    """From the eve of Perpres 12/2021 to the day after Peraturan LKPP 12/2021."""
    lines = flat(run("rules", "diff", "2021-02-01", "2021-06-02"))

    assert lines[0] == "Perubahan ketentuan dari 1 Februari 2021 ke 2 Juni 2021"
    assert "1 Februari 2021: Peraturan Presiden Nomor 16 Tahun 2018" in lines
    assert "Perpres 12/2021 mengubah Perpres 16/2018, sejak 2 Februari 2021" in lines
    assert "weights.kualitas_biaya_technical_least = 60" in lines
    assert "1 Februari 2021: Peraturan LKPP 9/2018 Lampiran angka 3.6.2 [sumber sekunder]" in lines
    local = lines.index("weights.kualitas_biaya_technical_least: tidak -> ya")
    assert lines[local + 1] == "Bobot teknis Kualitas dan Biaya paling rendah"
    (start,) = [n for n, line in enumerate(lines) if line.startswith("price.ceiling_share = 1")]
    assert lines[start + 1 : start + 4] == [
        "Batas tertinggi penawaran terhadap nilai total HPS",
        "1 Februari 2021: Perpres 16/2018 Pasal 26 ayat (5) huruf b [teks dibaca]",
        "2 Juni 2021: Perpres 16/2018 Pasal 26 ayat (4) huruf b [teks dibaca]",
    ]
    bond = "bond.performance_above = 200000000: Perpres 16/2018 Pasal 33 ayat (1)"
    assert f"{bond} [teks dibaca -> sumber sekunder]" in lines
    award = lines.index("award.pokja_up_to = 100000000000")
    assert lines[award + 1 : award + 4] == [
        "Batas Pagu Anggaran penetapan oleh Pokja Pemilihan",
        "1 Februari 2021: Perpres 16/2018 Pasal 13 ayat (1) huruf c angka 1 [teks dibaca]",
        "2 Juni 2021: Perpres 16/2018 Pasal 13 [sumber sekunder]",
    ]
    (start,) = [n for n, line in enumerate(lines) if line.startswith("proof.criteria: ")]
    assert lines[start + 1 : start + 3] == [
        "+ Peraturan LKPP 12/2021 Lampiran I angka 4.1.2 [sumber sekunder]",
        "Perpres 16/2018 Pasal 44 ayat (1) [teks dibaca -> sumber sekunder]",
    ]


def test_a_basis_that_ends(run: Run) -> None:
    """With its last day and why; from later to earlier it is one again."""
    days = ("2018-12-31", "2019-01-01")
    there, back = flat(run("rules", "diff", *days)), flat(run("rules", "diff", *reversed(days)))

    for lines in (there, back):
        (start,) = [n for n, line in enumerate(lines) if line.startswith("Perka LKPP 14/2012,")]
        assert lines[start].endswith("sampai 1 Januari 2019")
        assert "penggantinya disimpulkan" in " ".join(lines[start + 1 : start + 3])
        assert "Tidak ada ketentuan yang berubah." not in lines
        assert "Dasar pada 31 Desember 2018, bukan pada 1 Januari 2019 (3)" in lines


def test_a_local_standard_that_begins(run: Run) -> None:
    """The values that differ, with who set them: a scope, and days of two services."""
    words = ("rules", "diff", "2021-12-31", "2022-01-01", "--overlay", "pasuruan-2022")
    lines = flat(run(*words, "--lang", "en"))
    scope = "calon_pemenang_dan_cadangan (variant calon_pemenang_dan_cadangan)"

    assert "Values that differ (3)" in lines
    assert f"proof.scope: {scope} -> semua_lulus_harga" in lines
    assert any(line.endswith("[text read], set by pasuruan-2022") for line in lines)


def test_nothing_changed(run: Run) -> None:
    """Is said in one line."""
    assert flat(run("rules", "diff", "2024-01-01", "2024-02-01"))[-1] == (
        "Tidak ada ketentuan yang berubah."
    )


def test_a_later_day_may_come_first(run: Run) -> None:
    """What had not been amended yet."""
    lines = flat(run("rules", "diff", "2021-02-02", "2021-02-01"))

    assert "Peraturan pengubah yang belum berlaku (1)" in lines


def test_the_same_as_json(run: Run) -> None:
    """All keys, always; what there is nothing of is null."""
    told = json.loads(run("rules", "diff", "2021-02-01", "2021-06-02", "--json").stdout)
    empty = json.loads(run("rules", "diff", "2024-01-01", "2024-01-02", "--json").stdout)
    values = {value["param"]: value for value in told["values"]}
    rules = {rule["rule"]: rule for rule in told["rules"]}

    assert list(told) == [
        "version",
        "digest",
        "from",
        "to",
        "regimes",
        "amendments",
        "instruments",
        "values",
        "rules",
    ]
    assert told["from"] == {
        "day": "2021-02-01",
        "rulebook": "perpres-16-2018",
        "title": "Peraturan Presiden Nomor 16 Tahun 2018",
        "overlays": [],
    }
    assert told["amendments"][0]["from"] is None
    assert told["amendments"][0]["to"]["read"][:2] == ["Pasal 1 angka 33", "Pasal 26"]
    assert told["regimes"][0]["to"]["rulebook"] == "perpres-16-2018-jo-12-2021"
    weight = values["weights.kualitas_biaya_technical_most"]
    assert (weight["from"]["local"], weight["to"]["local"]) == ("no", "yes")
    cited = [rules["price.ceiling"][side]["citations"][0]["article"] for side in ("from", "to")]
    assert cited == ["Pasal 26 ayat (5) huruf b", "Pasal 26 ayat (4) huruf b"]
    assert [empty[key] for key in list(told)[4:]] == [[]] * 5


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "rules diff memerlukan dua tanggal"),
        (["2021-02-01"], "rules diff memerlukan dua tanggal"),
        (["2021-02-01", "2021-06-02", "2022-01-01"], "rules diff memerlukan dua tanggal"),
        (["2021-02-01", "2021-06-02", "--at", "2022-01-01"], "tanpa --at"),
        (["2021-02-01", "besok"], "besok bukan tanggal"),
        (["2010-01-01", "2021-02-01"], "Tidak ada ketentuan pada 1 Januari 2010"),
        (["2021-02-01", "2021-06-02", "--overlay", "x"], "Standar lokal x tidak dikenal"),
    ],
)
def test_wrong_words_are_exit_2(run: Run, words: list[str], message: str) -> None:
    """With what would have been right, and nothing on stdout."""
    result = run("rules", "diff", *words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_a_name_still_stands_alone(run: Run) -> None:
    """What follows it is too many words, as before."""
    result = run("rules", "price.ceiling", "price.fairness", "x")

    assert result.exit_code == 2
    assert "Kata berlebih: price.fairness x" in result.stderr
    assert "[NAMA | diff DARI SAMPAI]" in run("rules", "-h").stdout.splitlines()[0]
