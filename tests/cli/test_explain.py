"""`tender explain`: a participant, a rule, a value, a code."""

import json
from typing import Any

import pytest

from tender_cli.answers import texts
from tender_rules import national
from tender_rules.explaining import page_for
from tender_rules.uses import entries_of, params_of
from tests.cli.screens import Package, Run, flat

NOTICES = {
    key.removeprefix("notice."): words
    for key, words in national().words.items()
    if key.startswith("notice.")
}


def test_a_story_multiplies_sums_and_adds_ppn(run: Run, package: Package) -> None:
    """Worked by hand: 300 x 585.000; 340.800.000 x 1,11; 18.000.000 x 1,11; 5 % of the bid."""
    result = run("explain", package(), "p2")
    lines = flat(result)

    assert result.exit_code == 0
    assert "Menyampaikan penawaran Kamis, 14 Maret 2024 pukul 09.05 WIB" in lines
    assert "B1 300 585.000 175.500.000,00 157.500.000,00" in lines
    assert "Jumlah 340.800.000,00 + PPN 11% = 378.288.000,00" in lines
    product = "Hasil perkalian volume dengan harga satuan dikoreksi"
    assert f"B1 {product} jumlah harga 157.500.000,00 175.500.000,00 19.980.000,00" in lines
    assert "Penawaran 358.308.000,00 + koreksi 19.980.000,00 = terkoreksi 378.288.000,00" in lines
    assert "Peringkat 1: Harga penawaran terkoreksi 378.288.000,00" in lines
    assert "Jaminan pelaksanaan: 0,05 x harga terkoreksi 378.288.000,00 = 18.914.400,00" in lines
    assert "Calon pemenang." in lines


def test_a_story_tells_rules_facts_basis_and_votes(run: Run, package: Package) -> None:
    """Each finding with its provision, how well it was read, and the document's clause."""
    text = run("explain", package(), "p3").stdout

    assert "Evaluasi teknis: gugur" in text
    assert "[gugur] Persyaratan teknis dinilai Pokja Pemilihan: Tidak memenuhi Spesifikasi" in text
    assert "Perpres 16/2018 Pasal 39 ayat (4) [sumber sekunder], dokumen: LDP huruf F.1" in text
    assert "tek.spesifikasi, Maria Tanjung: tidak memenuhi: disyaratkan" in text
    assert "Tidak ada dalam peringkat." in text


def test_the_bond_of_a_low_bid_is_taken_from_the_hps(run: Run, package: Package) -> None:
    """Perpres 16/2018 Pasal 33 ayat (3): below 80 % of the HPS, 5 % of 418.514.400."""

    def lower(content: dict[str, Any]) -> None:
        price = content["participants"][1]["price"]
        price["lines"][0].update(unit_price="350000", amount="105000000")
        price["stated_total"] = "300033000"

    lines = flat(run("explain", package(lower), "p2"))

    # (105.000.000,00 + 165.300.000,00) x 1,11 = 300.033.000, which is 71,7 %; 0,05 x 418.514.400,00
    assert "Jumlah 270.300.000,00 + PPN 11% = 300.033.000,00" in lines
    assert "Jaminan pelaksanaan: 0,05 x HPS 418.514.400,00 = 20.925.720,00" in lines


def test_nobody_has_a_place_in_what_was_called_off(run: Run, package: Package) -> None:
    """No rank, no winner and no bond; what was found of the bidder stays."""

    def call_off(content: dict[str, Any]) -> None:
        told = {"by": "ppk", "reason": "Anggaran dialihkan"}
        content["events"].append({"type": "pembatalan", "at": "2024-12-31T10:00:00+07:00"} | told)

    text = run("explain", package(call_off), "p2").stdout

    assert "Pembuktian kualifikasi: lulus" in text
    assert text.rstrip().endswith("Kedudukan\n  Tender dibatalkan")
    assert "award." not in text


def test_the_lumsum_part_is_told(run: Run, package: Package) -> None:
    """Gabungan: only lines of unit prices are multiplied."""

    def combine(content: dict[str, Any]) -> None:
        content["tender"]["contract"] = "gabungan"
        for line in content["tender"]["hps"]["lines"]:
            line["part"] = "lumsum" if line["id"] == "B6" else "harga_satuan"
        for who in content["participants"]:
            who["price"]["stated_parts"] = {"harga_satuan": "328200000", "lumsum": "12600000"}

    lines = flat(run("explain", package(combine), "p2"))

    assert "Jumlah 328.200.000,00 + PPN 11% = 364.302.000,00" in lines
    assert "Bagian lumsum tetap sebagaimana ditawarkan: 12.600.000,00 sebelum PPN" in lines
    assert not any(line.startswith("B6 12") for line in lines)


def test_a_registered_participant_has_a_story(run: Run, package: Package) -> None:
    """Short as it is."""

    def leave(content: dict[str, Any]) -> None:
        content["participants"].append({"id": "p4", "name": "CV Tidak Menawar Contoh"})

    assert "tidak menyampaikan penawaran" in run("explain", package(leave), "p4").stdout


def test_a_story_as_json(run: Run, package: Package) -> None:
    """What the evaluation says about that participant."""
    told = json.loads(run("explain", package(), "p2", "--json").stdout)

    assert told["prices"][0]["corrected_total"] == "378288000"
    assert {entry["participant"] for entry in told["stages"]} == {"p2"}


@pytest.mark.parametrize("words", [[], ["p9"]])
def test_who_is_not_there_is_told_with_who_is(run: Run, package: Package, words: list[str]) -> None:
    """Exit 2 and the ids."""
    result = run("explain", package(), *words)

    assert result.exit_code == 2
    assert "p1 (CV Jati Rapi Contoh)" in result.stderr


@pytest.mark.parametrize("rule", [rule.id for rule in national().rules])
def test_every_rule_is_explained(run: Run, rule: str) -> None:
    """With its title, its provisions and its page."""
    result = run("explain", rule)

    assert result.exit_code == 0
    assert f"{rule}: " in result.stdout
    assert result.stdout[0] != "\n"
    assert "Ketentuan" in result.stdout
    assert page_for(rule) is not None


def test_a_rule_names_its_values_and_where_they_are_written(run: Run) -> None:
    """The value, its provision, its date and its place."""
    text = run("explain", "price.ceiling").stdout

    assert "price.ceiling_share = 1: Perpres 16/2018 Pasal 26 ayat (5) huruf b" in text
    assert "regulations/perpres-16-2018.toml:" in text


def test_later_numbers_stand_beside_the_first(run: Run) -> None:
    """At the value and in the page's table, with the day and how well it was read then."""
    ceiling = run("explain", "price.ceiling").stdout
    lines = flat(run("explain", "correction.terima_jadi"))

    assert "huruf b; sejak 2 Februari 2021 Pasal 26 ayat (4) huruf b" in ceiling
    assert "teks dibaca; sejak 30 April 2025 sumber sekunder" in ceiling
    later = "sejak 2 Februari 2021: Perpres 16/2018 Pasal 26 ayat (4) huruf b [teks dibaca]"
    assert ceiling.count(later) == 1
    assert ceiling.count(later.replace("teks dibaca", "sumber sekunder")) == 1
    assert "Perpres 16/2018 Pasal 27 ayat (2) huruf d (disimpulkan) [belum terverifikasi]" in lines


def test_a_value_is_cited_in_its_own_time_alone(run: Run) -> None:
    """Terima jadi ends where putar kunci begins: no later number of its passage is its own."""
    value, page = (
        run("explain", "contract.turnkey").stdout,
        run("explain", "correction.lumsum").stdout,
    )
    rule, _, table = page.partition("Ketentuan")
    (row,) = (line for line in table.splitlines() if "bernama Terima Jadi" in line)

    assert "sejak 2 Februari 2021: Perpres" not in value
    assert value.count("sejak 30 April 2025: Perpres 16/2018 Pasal 27 [sumber sekunder]") == 1
    assert "Pasal 27 ayat (1) huruf d" in row
    assert "sejak" not in row
    assert "sejak 2 Februari 2021: Perpres 16/2018 Pasal 27 (disimpulkan)" not in rule


def test_a_number_of_an_amendment_has_no_earlier_one(run: Run) -> None:
    """Putar kunci is written as the amendment has it, and loses its paragraph in 2025 alone."""
    text = " ".join(run("explain", "correction.price").stdout.split())

    assert (
        "Pasal 27 ayat (2) huruf d (disimpulkan); sejak 30 April 2025 Pasal 27 (disimpulkan)"
        in text
    )
    assert "Pasal 27 ayat (3); sejak 2 Februari 2021 Pasal 27 " in text
    assert "huruf d (disimpulkan); sejak 2 Februari 2021" not in text


def test_what_is_called_off_is_explained_like_a_ground(run: Run) -> None:
    """Who decides it, that no text was read, and the page."""
    for name in ("explain", "rules"):
        result = run(name, "pembatalan")
        assert result.exit_code == 0
        assert result.stdout.startswith("pembatalan: pembatalan menurut keputusan yang tercatat\n")
        assert "Diputuskan oleh PA, KPA, PPK, berlaku sejak dinyatakan" in result.stdout
        assert "Tender atau Seleksi gagal" in result.stdout
    told = json.loads(run("explain", "pembatalan", "--json").stdout)
    assert (told["ground"], told["declared_by"]) == ("pembatalan", ["pa", "kpa", "ppk"])
    assert (told["citations"], told["next"]) == ([], None)


def test_the_meaning_is_english_where_asked(run: Run) -> None:
    """The page stays Indonesian; the meaning is the rule's own docstring."""
    text = run("explain", "price.ceiling", "--lang", "en").stdout

    assert "A corrected total with PPN does not exceed the total HPS" in text


@pytest.mark.parametrize(
    ("rule", "params"),
    [
        ("price.ceiling", ("price.ceiling_price", "price.ceiling_share")),
        ("award.decider", ("award.pokja_up_to",)),
        ("listing.enough", ("qualification.least_passing",)),
        ("qualification.blacklist", ("kso.members",)),
        ("administration.bid_bond", ("bond.bid_above", "bond.bid_least_share")),
        ("opening.submitted", ()),
    ],
)
def test_the_values_of_a_rule_are_found_in_its_text(rule: str, params: tuple[str, ...]) -> None:
    """In the function itself and in those it hands its questions to; both sides of a choice."""
    found = next(each for each in national().rules if each.id == rule)

    assert params_of(found) == params


def test_every_value_found_in_a_rule_is_written_down() -> None:
    """A name in a rule that no text gives a value would be a slip."""
    for rule in national().rules:
        for param in params_of(rule):
            assert entries_of(national(), param), (rule.id, param)


@pytest.mark.parametrize(("lang", "hint"), [("id", "petunjuk: "), ("en", "hint: ")])
def test_every_code_is_explained(run: Run, lang: str, hint: str) -> None:
    """In both languages, and in any case of letters."""
    results = {code: run("explain", code.lower(), "--lang", lang) for code in texts()}

    assert len(results) > 400
    assert {code: r.output for code, r in results.items() if r.exit_code} == {}
    told = {code: r.stdout for code, r in results.items()}
    assert {c: x for c, x in told.items() if not x.startswith(f"{c}: ") or hint not in x} == {}


def test_a_code_and_a_rule_as_json(run: Run) -> None:
    """One object each."""
    assert json.loads(run("explain", "ATR001", "--json").stdout)["code"] == "ATR001"
    assert json.loads(run("explain", "price.ceiling", "--json").stdout)["values"] == [
        "price.ceiling_price",
        "price.ceiling_share",
    ]


def test_the_unknown_is_told_with_what_is_near(run: Run) -> None:
    """Exit 2."""
    result = run("explain", "price.ceilin")

    assert result.exit_code == 2
    assert "Maksud Anda: price.ceiling" in result.stderr


def test_a_path_that_is_not_there(run: Run) -> None:
    """With a participant it can only be a path."""
    result = run("explain", "tidak-ada", "p1")

    assert result.exit_code == 2
    assert "tidak-ada: tidak ada" in result.stderr


def test_every_notice_is_explained(run: Run) -> None:
    """What it means, in the language spoken and in any case of letters."""
    for code, words in NOTICES.items():
        indonesian, english = run("explain", code.lower()), run("explain", code, "--lang", "en")

        assert (indonesian.exit_code, english.exit_code) == (0, 0), code
        assert indonesian.stdout == f"{code}: {words.id}\n"
        assert english.stdout == f"{code}: {words.en}\n"


def test_a_notice_as_json(run: Run) -> None:
    """One object."""
    told = json.loads(run("explain", "TINDAKAN_BERBEDA", "--json", "--lang", "en").stdout)

    assert told == {"code": "TINDAKAN_BERBEDA", "message": NOTICES["TINDAKAN_BERBEDA"].en}


def test_a_page_that_no_rule_is_on_is_shown_by_its_topic(run: Run) -> None:
    """Objections decide nothing by a rule, and a Pokja has to read of them all the same."""
    text = run("explain", "sanggah").stdout
    told = json.loads(run("explain", "sanggah-banding", "--json").stdout)

    assert text.startswith("Sanggah\n")
    assert "IKP 34.7" in text
    assert told["topic"] == "sanggah-banding"
    assert told["page"].startswith("# Sanggah banding\n")
