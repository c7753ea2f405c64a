"""`tender rules`: the law in force, and one value or rule in full."""

import datetime as dt
import json

import pytest
from click.testing import Result

from tender_rules import national
from tests.cli.screens import Run


def test_every_value_and_rule_is_listed(run: Run) -> None:
    """None is left out on three days, on one or more of which each holds."""
    days = ("2019-03-04", "2024-03-04", "2026-01-01")
    early, late, newest = (run("rules", "--at", day).stdout for day in days)

    for provision in national().provisions:
        shown = late if provision.since <= dt.date(2024, 3, 4) else newest
        assert f"\n{provision.param} = " in shown
    for rule in national().rules:
        assert f"\n{rule.id}: {rule.title}\n" in (late if rule.until is None else early)


def test_a_rule_is_listed_while_it_holds(run: Run) -> None:
    """The last day before the text that replaced it, and the first after."""
    early, late = (run("rules", "--at", day).stdout for day in ("2020-05-30", "2020-05-31"))

    assert "\nwithdrawal.extension_refused_earlier: " in early
    assert "\nwithdrawal.extension_refused: " not in early
    assert "\nwithdrawal.extension_refused_earlier: " not in late
    assert "\nwithdrawal.extension_refused: " in late


def test_a_value_has_citation_date_mark_and_author(run: Run) -> None:
    """In 2018 as read in the text; after an amendment whose words were not read, secondary."""
    value = (
        "bond.performance_share = 0.05\n    Besaran jaminan pelaksanaan\n"
        "    Perpres 16/2018 Pasal 33 ayat (3) "
    )
    tail = ", sejak 22 Maret 2018; boleh diubah setempat: tidak; oleh nasional\n"

    assert f"{value}[teks dibaca]{tail}" in run("rules", "--at", "2020-01-01").stdout
    assert f"{value}[sumber sekunder]{tail}" in run("rules", "--at", "2022-01-01").stdout


def test_a_text_to_come_is_told(run: Run) -> None:
    """Peraturan LKPP 9/2018 is of June 2018; its values are used before, on the document's word."""
    early, late = (run("rules", "--at", day).stdout for day in ("2018-05-31", "2018-06-01"))
    told = "    Baru menjadi dasar bagi tender yang diumumkan sejak 1 Juni 2018"

    assert told in early
    assert told not in late


def test_a_rule_is_cited_in_json_as_on_the_screen(run: Run) -> None:
    """By the article and the mark of the day."""
    cited = {}
    for day in ("2021-02-01", "2021-02-02"):
        rules = json.loads(run("rules", "--at", day, "--json").stdout)["rules"]
        (found,) = (rule for rule in rules if rule["rule"] == "price.fairness")
        cited[day] = [(cite["article"], cite["source"]) for cite in found["citations"]]

    assert ("Pasal 26 ayat (5) huruf a", "text") in cited["2021-02-01"]
    assert ("Pasal 26 ayat (4) huruf a", "text") in cited["2021-02-02"]


def test_an_overlay_changes_what_it_may(run: Run) -> None:
    """And says who set it."""
    words = ("rules", "--at", "2022-05-02", "--json")
    bare, local = run(*words), run(*words, "--overlay", "pasuruan-2022")

    def scope(result: Result) -> dict[str, str]:
        values = json.loads(result.stdout)["values"]
        return next(value for value in values if value["param"] == "proof.scope")

    assert scope(bare)["value"] == "calon_pemenang_dan_cadangan"
    assert scope(bare)["set_by"] == "nasional"
    assert scope(local)["value"] == "semua_lulus_harga"
    assert scope(local)["set_by"] == "pasuruan-2022"


def test_json_holds_the_digest_and_all_rules(run: Run) -> None:
    """For those who compare rulebooks."""
    told = json.loads(run("rules", "--json", "--at", "2024-01-01").stdout)

    assert told["digest"] == national().digest
    held = {rule.id for rule in national().rules if rule.until is None}
    assert {rule["rule"] for rule in told["rules"]} == held


def test_a_regime_that_was_not_read_says_so(run: Run) -> None:
    """After 30 April 2025."""
    text = run("rules", "--at", "2025-06-01").stdout

    assert "Peraturan Presiden Nomor 46 Tahun 2025" in text.splitlines()[0]
    assert "belum dibaca" in text.splitlines()[1]


def test_a_value_is_explained_with_all_its_entries(run: Run) -> None:
    """Both texts of the fairness line, each with its date and place."""
    text = run("rules", "price.fairness_below_share").stdout

    assert "sejak 22 Maret 2018: 0.8" in text
    assert "sejak 25 Januari 2022: 0.8" in text
    assert text.count("tertulis di regulations/peraturan-lkpp.toml:") == 2
    assert "Dipakai oleh aturan: price.fairness" in text


def test_the_readings_of_a_value_are_told(run: Run) -> None:
    """The default, and what only a document can choose."""
    text = run("rules", "correction.vat_rate").stdout

    assert "varian dokumen, dipakai bila dokumen tidak memilih" in text
    assert "varian penawaran, hanya bila dokumen memilihnya" in text


def test_a_rule_and_a_value_of_one_name_are_both_told(run: Run) -> None:
    """On the screen and as JSON."""
    text = run("rules", "correction.vat_rate").stdout
    told = json.loads(run("rules", "correction.vat_rate", "--json").stdout)

    assert "correction.vat_rate: Tarif PPN baris terkoreksi" in text
    assert (told["rule"], told["param"]) == ("correction.vat_rate", "correction.vat_rate")


def test_the_entries_of_a_value_as_json(run: Run) -> None:
    """With national and local ones."""
    entries = json.loads(run("rules", "proof.scope", "--json").stdout)["entries"]

    assert {entry["set_by"] for entry in entries} == {"nasional", "pasuruan-2022"}
    assert [entry["since"] for entry in entries] == sorted(entry["since"] for entry in entries)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--at", "kemarin"], "kemarin bukan tanggal"),
        (["--at", "2001-01-01"], "Tidak ada ketentuan pada 1 Januari 2001"),
        (["--overlay", "lain"], "Standar lokal lain tidak dikenal; yang ada: pasuruan-2022"),
        (["bond.performance"], "Maksud Anda: bond.performance_share"),
    ],
)
def test_wrong_words_are_exit_2(run: Run, words: list[str], message: str) -> None:
    """Each with what would have been right."""
    result = run("rules", *words)

    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--at", "2020-01-01"], "; by national\n"),
        (["proof.scope"], "set by: national\n"),
        (["price.ceiling"], "(national; "),
    ],
)
def test_who_set_a_value_is_english_where_asked(run: Run, words: list[str], expected: str) -> None:
    """In the list, in the value's entries and in the rule's."""
    assert expected in run("--lang", "en", "rules", *words).stdout


def test_what_a_document_may_do_is_told_of_the_entry_in_force(run: Run) -> None:
    """Until June 2021 nobody could change the range of kualitas dan biaya; later a document may."""
    name = "weights.kualitas_biaya_technical_most"
    told = {
        day: {
            v["param"]: v["local"]
            for v in json.loads(run("rules", "--at", day, "--json").stdout)["values"]
        }
        for day in ("2020-01-01", "2022-01-01")
    }

    assert told["2020-01-01"][name] == "no"
    assert told["2022-01-01"][name] == "yes"
    assert (
        "boleh diubah setempat: tidak" in run("rules", "--at", "2020-01-01").stdout.split(name)[1]
    )


def test_the_law_on_a_screen_tells_settings_apart(run: Run) -> None:
    """Under a heading of their own, with what they are; in JSON by their source."""
    name = "slip.at_share_within"
    every = {p.param for p in national().provisions if p.source == "setting"}
    screen = run("rules", "--at", "2026-01-01").stdout
    assert "schedule.upload_least" not in run("rules", "--at", "2025-12-31").stdout
    values, settings = screen.split("\nSetelan (")
    told = json.loads(run("rules", "--at", "2026-01-01", "--json").stdout)["values"]

    assert f"\n{name} = 0.01\n" in settings
    assert f"\n{name} = " not in values
    assert "bukan ketentuan" in settings
    assert "\nSettings of the house (" in run("--lang", "en", "rules", "--at", "2026-01-01").stdout
    assert {v["param"] for v in told if v["source"] == "setting"} == every
    assert "[setelan]" in run("rules", name).stdout
