"""The benchmarks run. What they measure is for `python benchmarks/run.py` on a quiet machine."""

import subprocess
import sys
from pathlib import Path

_BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_every_figure_is_measured_at_a_tiny_size() -> None:
    """`--quick` prints each figure once and judges no bound."""
    done = subprocess.run(
        [sys.executable, str(_BENCHMARKS / "run.py"), "--quick"], capture_output=True, text=True
    )

    assert not done.stderr
    assert done.returncode == 0
    for figure in (
        "evaluate: 3 participants x 60 lines",
        "digest: a package just read",
        "  from_values",
        "  changed on every line",
        "outputs: decision trail",
        "  root  ",
        "  JSON, digest and root included",
        "  digest, trail, root and JSON together",
        "a judgement amended: evaluate, all outputs",
        "read to full outputs: 5 packages",
        "  to a summary without root",
        " MB of JSON to a package",
        "  dua_file (dihitung)",
        "  prakualifikasi (dihitung)",
        "  harga_terendah_ambang_batas (dihitung)",
        "  sistem_nilai (dihitung)",
        "  umur_ekonomis (dihitung)",
        "  kualitas_biaya (dihitung)",
        "  kualitas (dihitung)",
        "  pagu_anggaran (dihitung)",
        "  biaya_terendah (dihitung)",
        "packages a second",
        "evaluate: 10 announcements",
        "evaluate: 10 objections  ",
        "evaluate: 10 objections and answers",
        "evaluate: 10 appeals, bonds and answers",
        "memory: a package, by line of a bid",
        "read: a workbook of ",
        "write: the same workbook",
        "formulas: 3 x 60 totals",
        "the same in LibreOffice",
        "pool of 3: 5 fall at administration",
        "pool of 3: 5 fall at proof",
        "tender --help",
        "tender evaluate SMALL --json",
        "slow libraries that the help imports",
    ):
        assert done.stdout.count(figure) == 1, done.stdout


def test_a_missed_bound_is_told() -> None:
    """A figure above its bound, or below one that is a least, is marked and counted."""
    program = (
        "from timing import Figure;"
        "print(Figure('a', 4.1, bound=4), Figure('b', 3.9, bound=4).missed,"
        "Figure('c', 499, bound=500, at_least=True).missed)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=_BENCHMARKS, capture_output=True, text=True, check=True
    )

    assert "MISSED" in done.stdout
    assert done.stdout.split()[-2:] == ["False", "True"]


def test_facts_about_prices_are_measured_at_a_tiny_size() -> None:
    """Each share and each cost once."""
    done = subprocess.run(
        [sys.executable, str(_BENCHMARKS / "similar.py"), "--quick"], capture_output=True, text=True
    )

    assert not done.stderr
    assert done.returncode == 0
    for figure in (
        "4 x 30 lines: constant differences",
        "4 x 30 lines: independent",
        "4 x 30 lines: one list",
        "4 x 30 lines: copies in twos",
        "4 x 30 lines: identical",
        "peak memory",
        "printed",
        "over 3 tenders of 4 x 30 lines",
        "honest: price_list",
        "honest: factor_of_estimate",
        "honest: supplier",
        "honest: independent",
        "honest: in_thousands",
        "percent of lines: equality",
        "percent of lines: ratio",
        "percent of lines: constant",
    ):
        assert done.stdout.count(figure) == 1, done.stdout


def test_what_if_is_measured_at_a_tiny_size() -> None:
    """`--quick` prints a figure for the small tender and for each method, and judges no bound."""
    done = subprocess.run(
        [sys.executable, str(_BENCHMARKS / "whatif.py"), "--quick"], capture_output=True, text=True
    )

    assert not done.stderr
    assert done.returncode == 0
    assert done.stdout.count("whatif: ") == 6
