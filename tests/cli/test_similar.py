"""`tender similar`: of one tender, and of all in a folder as `tender status` finds them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.screens import Run

SAMPLES = Path(__file__).parents[2] / "samples"
# What was determined, and what still waits; nobody bids in both by its number.
ONE, OTHER = "irigasi-bawah-80", "drainase-setengah-dinilai"
KEYS = [
    "tenders",
    "left_out",
    "repeats",
    "bidders",
    "similarities",
    "groups",
    "pairs",
    "pairs_left_out",
    "flags",
]
# What no text of the command may say of anybody.
OFFENCES = ["kolusi", "sekongkol", "curang", "korup", "fiktif", "collu", "fraud", "corrupt"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tenders of one number, a broken one, and a copy that lies aside."""
    made = tmp_path_factory.mktemp("banyak")
    for name in (ONE, OTHER):
        (made / "2024" / name).mkdir(parents=True)
        content = json.loads((SAMPLES / name / "paket.json").read_text("utf-8"))
        for n, who in enumerate(content["participants"], 1):
            who["npwp"] = f"{n:09d}0123456"
            who.pop("members", None)
        (made / "2024" / name / "paket.json").write_text(json.dumps(content), "utf-8")
    shutil.copytree(made / "2024" / ONE, made / "2024" / OTHER / "cadangan")
    return made


@pytest.fixture(scope="module")
def broken(folder: Path) -> Path:
    """The same with one that is no JSON."""
    made = folder.parent / "dengan-rusak"
    shutil.copytree(folder, made)
    (made / "rusak").mkdir()
    (made / "rusak" / "paket.json").write_text('{"format": ', "utf-8")
    return made


def answered(run: Run, *words: object, exit_code: int = 0) -> dict[str, Any]:
    """What `--json` prints."""
    done = run("similar", *words, "--json")
    assert done.exit_code == exit_code, done.output
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_folder_is_gone_through_as_for_status(run: Run, folder: Path) -> None:
    """The copy that lies aside is none; bidders are known by their number, in both tenders."""
    answer = answered(run, folder)

    assert [*answer] == KEYS
    assert [(each["n"], each["source"]) for each in answer["tenders"]] == [
        (1, f"2024/{OTHER}"),
        (2, f"2024/{ONE}"),
    ]
    again = [one for one in answer["bidders"] if len(one["bids"]) == 2]
    assert again[0]["id"] == "1/p1"
    assert again[0]["npwp"] == "************3456"
    assert {each["together"] for each in answer["pairs"]} == {2}
    assert answer["groups"] == []


def test_paths_named_one_by_one_are_the_same_tenders(run: Run, folder: Path) -> None:
    """Under the names by which they were given; named twice a tender counts once."""
    paths = [folder / "2024" / name for name in (OTHER, ONE, OTHER)]
    answer = answered(run, *paths)

    assert [each["source"] for each in answer["tenders"]] == [*map(str, paths[:2])]
    assert answer["pairs"] == answered(run, folder)["pairs"]


def test_standard_input_is_one_of_several(run: Run, folder: Path) -> None:
    """`-` beside another PATH is the package that is piped in, and no file of that name."""
    piped = (folder / "2024" / ONE / "paket.json").read_text("utf-8")
    done = run("similar", folder / "2024" / OTHER, "-", "--json", given=piped)

    assert done.exit_code == 0, done.stderr
    assert [each["source"] for each in json.loads(done.stdout)["tenders"]][1:] == ["-"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", ("Penanda risiko menurut Cardinal", "2 tender bersama", "R030", "tidak dihitung.")),
        ("en", ("Red flags by Cardinal", "2 tenders together", "R048", "not computed.")),
    ],
)
def test_a_screen_names_tenders_pairs_and_flags_and_no_offence(
    run: Run, folder: Path, lang: str, said: tuple[str, ...]
) -> None:
    shown = run("similar", folder, "--lang", lang)

    assert shown.exit_code == 0
    assert all(words in shown.stdout for words in said)
    assert not [word for word in OFFENCES if word in shown.stdout.casefold()]
    assert "0123456" not in shown.stdout
    assert "flag." not in shown.stdout


def test_one_that_cannot_be_read_is_told_and_the_others_are_compared(
    run: Run, broken: Path
) -> None:
    """Exit 1, for the answer is not about all that was named."""
    shown = run("similar", broken)
    answer = answered(run, broken, exit_code=1)

    assert shown.exit_code == 1
    assert "rusak: tidak ikut dibandingkan; 1 kesalahan, pertama:" in shown.stderr
    assert [each.get("n") for each in answer["tenders"]] == [1, 2, None]
    assert answer["tenders"][2]["diagnostics"][0]["code"] == "PKT004"


def test_where_none_can_be_read_the_keys_are_the_same(run: Run, broken: Path) -> None:
    other = shutil.copytree(broken / "rusak", broken.parent / "rusak-juga", dirs_exist_ok=True)
    answer = answered(run, broken / "rusak", other, exit_code=1)

    assert sorted(answer) == sorted(KEYS)
    assert [len(each["diagnostics"]) for each in answer["tenders"]] == [1, 1]


def test_of_one_tender_the_keys_are_the_same(run: Run) -> None:
    """And the exit code is that of its state: one that waits is 3."""
    answer = answered(run, SAMPLES / ONE)
    waiting = answered(run, SAMPLES / OTHER, exit_code=3)

    assert [*answer] == [*waiting] == KEYS
    assert [one["id"] for one in answer["bidders"]][:2] == ["p1", "p2"]
    assert answer["tenders"][0]["source"] == str(SAMPLES / ONE)


def test_what_three_have_in_common_is_told_of_nobody(run: Run, tmp_path: Path) -> None:
    """Three copies to the rupiah: no fact of two, and no silence either, for one tender or two."""
    content = json.loads((SAMPLES / "saluran-dua-salinan" / "paket.json").read_text("utf-8"))
    for who in content["participants"]:
        who["price"] = content["participants"][0]["price"]
    for n in (1, 2):
        content["tender"]["code"] = f"T-{n}"
        (tmp_path / f"t{n}").mkdir()
        (tmp_path / f"t{n}" / "paket.json").write_text(json.dumps(content), "utf-8")
    said = "Pada 6 dari 10 baris, tiga penawaran atau lebih mempunyai harga satuan yang sama"
    one, two = (" ".join(run("similar", tmp_path / at).stdout.split()) for at in ("t1", ""))
    page = run("report", tmp_path / "t1").stdout

    assert said in one
    assert "T-2" in two
    assert f"Tender 2: {said}" in two
    assert said in page
    assert said not in run("report", tmp_path / "t1", "--public").stdout
    answer = answered(run, tmp_path / "t1", exit_code=3)
    lines = [f"L{n}" for n in range(5, 11)]
    assert answer["tenders"][0]["equal_of_many"] == {"count": 6, "compared": 10, "lines": lines}
    assert "harga_sama" not in {each["kind"] for each in answer["similarities"]}


def test_a_folder_without_tenders_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()

    assert run("similar", tmp_path / "kosong").exit_code == 2
