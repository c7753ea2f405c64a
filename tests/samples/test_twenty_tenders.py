"""Twenty tenders beside what was published: the three planted differences, and nothing else."""

import json
from collections import Counter

import pytest

from samples.remake import MANY, many
from tender_desk import evaluate_many, read_published
from tender_rules import national
from tests.samples.dossiers import SAMPLES, amount, readme, table

NAME = "dua-puluh-tender"
FOLDER = SAMPLES / NAME


@pytest.fixture(scope="module")
def rows():
    """The rows of the run, as the README runs it."""
    data = (FOLDER / "published.csv").read_bytes()
    published = read_published(data, "published.csv", national().declarations)
    source = FOLDER / "paket.jsonl"
    found = evaluate_many([source], national, workers=0, summary=True, published=published)
    return [(row, json.loads(row.line)) for row in found]


def test_three_differences_are_found_where_they_were_planted(rows):
    told = {said["compared"]["lines"][0]: said["compared"] for _, said in rows}
    planted = {int(row["line of `published.csv`"]): row for row in table(NAME, "What was planted")}
    alike = ("sama", "menunggu", "ditolak")
    others = {line for line, one in told.items() if one["cause"] not in alike}

    assert others == planted.keys()
    assert {line: told[line]["cause"] for line in planted} == {
        line: row["cause"] for line, row in planted.items()
    }
    assert told[3]["difference"] == "32190000"
    assert told[4]["computed"] == "perpres-16-2018:51(2)g"
    assert (told[13]["stage"], told[13]["computed"]) == ("evaluasi_kualifikasi", "p2")


def test_every_cause_is_counted(rows):
    expected = {row["cause"]: int(amount(row["rows"])) for row in table(NAME, "What is found")}

    assert Counter(row.cause for row, _ in rows) == expected
    assert sum(expected.values()) == len(rows) == 20


def test_they_are_of_many_kinds(rows):
    """Of every result, and one that waits; of both procedures and of Seleksi."""
    packages = map(json.loads, (FOLDER / "paket.jsonl").read_text("utf-8").splitlines())
    tenders = [package["tender"] for package in packages]

    assert {said.get("result", {}).get("result") for _, said in rows} == {
        *("pemenang", "daftar_peserta", "gagal", None)
    }
    assert {tender["procedure"] for tender in tenders} == {"pascakualifikasi", "prakualifikasi"}
    assert {tender["envelope"] for tender in tenders} == {"satu_file", "dua_file", "dua_tahap"}
    assert len({tender["method"] for tender in tenders}) == 5
    assert all(name in readme(NAME) for name in ("air-minum-negosiasi", "trotoar-sbu-berakhir"))


def test_the_packages_are_those_of_the_samples():
    """`python samples/remake.py` would change nothing."""
    assert (SAMPLES / MANY).read_bytes() == many()
