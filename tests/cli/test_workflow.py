"""`tender workflow`: a procedure drawn, with the path that a tender took."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

Run = Callable[..., Result]
Package = Callable[..., Path]


def test_the_procedure_stage_by_stage(run: Run) -> None:
    """Each stage with its exits; nothing is marked without a tender."""
    result = run("workflow", "pascakualifikasi")

    assert result.exit_code == 0
    assert "4. Evaluasi administrasi + Evaluasi kualifikasi\n" in result.stdout
    assert "   -> tidak ada yang lulus: Tender gagal\n" in result.stdout
    assert "=>" not in result.stdout
    assert run("workflow").stdout == result.stdout


def test_the_path_taken_is_marked(run: Run, package: Package) -> None:
    """By a sign, not by colour."""
    text = run("workflow", package()).stdout

    assert "   => ada yang lulus: Evaluasi harga\n" in text
    assert "   -> tidak ada yang lulus: Tender gagal\n" in text
    assert "=> pemenang: Berita Acara Hasil Pemilihan" in text


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


def test_the_unknown_is_exit_2(run: Run) -> None:
    """With the nearest procedure."""
    result = run("workflow", "pascakualifikas")

    assert result.exit_code == 2
    assert "Maksud Anda: pascakualifikasi" in result.stderr


def test_an_invalid_package_is_exit_1(run: Run, package: Package) -> None:
    """Its faults are told."""

    def spoil(content: dict[str, Any]) -> None:
        del content["pokja"]

    assert run("workflow", package(spoil)).exit_code == 1
