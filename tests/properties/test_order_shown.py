"""In which order a file lists what it says shows nowhere but in the sheets for lines of a price."""

import io
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from openpyxl import load_workbook

from tender_cli.main import main
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import package_digest
from tender_engine.model import Package
from tender_engine.ordered import ordered
from tender_rules import national
from tender_rules.testing import packages
from tests.engine.formats.data import small_package
from tests.properties.shuffling import everything_shown, shuffled
from tests.reading import read_bytes, read_text, worksheet
from tests.tries import tries

SAMPLES = Path(__file__).parent.parent.parent / "samples"
# A KSO, open questions, scores, and the acts of a prakualifikasi.
SHOWN = (
    *("jalan-desa-skp", "drainase-setengah-dinilai"),
    *("keamanan-jaringan", "peringatan-banjir-ulang"),
)


def sample(name: str) -> str:
    return (SAMPLES / name / "paket.json").read_text("utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_no_command_shows_in_which_order_a_file_was_typed(name: str) -> None:
    """Every paper and every screen of a package and of the same package shuffled is the same."""
    package = json.loads(sample(name))
    bidders = tuple(sorted(who["id"] for who in package["participants"]))[:1]
    other = shuffled(package, Random(name))
    shown = dict(everything_shown(json.dumps(package), bidders))
    again = dict(everything_shown(json.dumps(other), bidders))

    assert other != package
    assert [what for what in shown if shown[what] != again[what]] == []
    assert all(text[0] in "0123" for text in shown.values())


@pytest.mark.parametrize("name", sorted(path.parent.name for path in SAMPLES.glob("*/paket.json")))
def test_nothing_computed_of_a_sample_tells_in_which_order_it_was_typed(name: str) -> None:
    """It is the same to the last byte: the keys of facts, and which lines are told."""
    same_of_both(name, "evaluate", "similar")


def test_what_would_turn_a_result_does_not_tell_it() -> None:
    """A unit price stands among those of its bid by its line."""
    same_of_both("saluran-dua-salinan", "whatif")


def same_of_both(name: str, *commands: str) -> None:
    package = json.loads(sample(name))
    other = shuffled(package, Random(name))
    run = CliRunner().invoke

    assert other != package
    for command in commands:
        shown = [
            run(main, [command, "--json", "-"], input=json.dumps(one)) for one in (package, other)
        ]
        assert shown[0].output == shown[1].output


def found(package: Any) -> tuple[dict[str, list[Any]], dict[tuple[str, object], object]]:
    """The sheets of results of a worksheet, and the rules beside each line of a price."""
    reading = read_bytes(json.dumps(package).encode(), "paket.json")
    assert reading.package is not None
    data = worksheet(evaluate(reading.package, national()), reading)
    results, beside = {}, {}
    for sheet in load_workbook(io.BytesIO(data)):
        rows = list(sheet.iter_rows(values_only=True))
        # What is typed is kept in its order, so that each row is known again by its place.
        if sheet.title.startswith("Hasil") and sheet.title != "Hasil Keadaan":
            results[sheet.title] = rows
        heads = next((at for at, row in enumerate(rows) if "Mesin: Aturan" in row), None)
        for row in rows[heads + 1 :] if heads is not None else ():
            if rules := row[rows[heads or 0].index("Mesin: Aturan")]:
                beside[sheet.title, row[0]] = rules
    return results, beside


def test_a_worksheet_shows_it_in_the_lines_of_a_price_only() -> None:
    """What was found stands in its own order, and a correction beside its line in any file."""
    package = json.loads(sample("mebel-sekolah"))
    results, beside = found(package)

    assert len(results) > 3
    assert beside
    assert found(shuffled(package, Random(1))) == (results, beside)


@tries(20)
@given(packages(bidders=(1, 3)))
def test_putting_in_order_changes_no_digest_and_is_done_once(package: Package) -> None:
    """Nothing is lost, and what is in order stays so."""
    made = ordered(package)

    assert package_digest(made) == package_digest(package)
    assert ordered(made) is made


def test_every_list_of_the_format_is_put_in_order_or_kept() -> None:
    """A package with nearly every key: shuffled and put in order, it is the same."""
    package = small_package()
    first = read_text(json.dumps(package), "p").package
    assert first is not None
    for seed in range(20):
        other = read_text(json.dumps(shuffled(package, Random(seed))), "p").package
        assert other is not None
        assert package_digest(other) == package_digest(first)
        assert ordered(other) == ordered(first)
    # What is told apart only by what it holds is put in order by it.
    twice = evolve(first, assessments=(*reversed(first.assessments), *first.assessments))
    assert ordered(twice) == ordered(evolve(twice, assessments=twice.assessments[::-1]))
