"""Each operation answers what its command prints with `--json`, and says for whom that is."""

import base64
import json
import re
from typing import Any

import pytest

from tender_cli.serving.answering import OPERATIONS, answered
from tests.cli.screens import Run
from tests.cli.serving.asking import ask, package
from tests.samples.dossiers import SAMPLES

SMALL, OTHER = "mebel-sekolah", "jalan-desa-skp"
# Two files, one of which nobody may open.
SEALED = "keamanan-jaringan"
ON_SMALL = {"package": package(SMALL)}
# By what is asked: the keys beside op, the command, and for whom the answer is.
ASKED: tuple[tuple[str, dict[str, Any], tuple[str, ...], str], ...] = (
    ("check", ON_SMALL, ("check", SMALL), "internal"),
    ("evaluate", ON_SMALL, ("evaluate", SMALL), "internal"),
    ("evaluate", {"package": package(SEALED)}, ("evaluate", SEALED), "internal"),
    ("explain", ON_SMALL | {"participant": "p1"}, ("explain", SMALL, "p1"), "internal"),
    ("explain", {"topic": "pkt013"}, ("explain", "pkt013"), "publik"),
    ("explain", {"topic": "price.ceiling"}, ("explain", "price.ceiling"), "publik"),
    ("reasons", ON_SMALL | {"participant": "p2"}, ("reasons", SMALL, "p2"), "internal"),
    ("whatif", {"package": package(OTHER)}, ("whatif", OTHER), "internal"),
    (
        "whatif",
        {"package": package(OTHER), "place": "tender.hps.total", "value": "1"},
        ("whatif", OTHER, "--set", "tender.hps.total=1"),
        "internal",
    ),
    ("similar", ON_SMALL, ("similar", SMALL), "internal"),
    ("rules", {"at": "2023-05-01"}, ("rules", "--at", "2023-05-01"), "publik"),
    ("rules", {"name": "vat.rate"}, ("rules", "vat.rate"), "publik"),
    (
        "rules",
        {"from": "2021-02-01", "to": "2022-05-02"},
        ("rules", "diff", "2021-02-01", "2022-05-02"),
        "publik",
    ),
    ("bahp", ON_SMALL | {"format": "json"}, ("bahp", SMALL), "internal"),
)


def names_left_out(told: Any) -> Any:
    """Without what a package is called: a request names no file."""
    if isinstance(told, dict):
        return {k: names_left_out(v) for k, v in told.items() if k not in ("source", "file")}
    return [*map(names_left_out, told)] if isinstance(told, list) else told


@pytest.mark.parametrize(("op", "keys", "words", "audience"), ASKED)
def test_it_is_what_the_command_prints(
    run: Run, op: str, keys: dict[str, Any], words: tuple[str, ...], audience: str
) -> None:
    """The same keys in the same order, byte for byte."""
    paths = [str(SAMPLES / word) if (SAMPLES / word).is_dir() else word for word in words]
    printed = json.loads(run(*paths, "--json").stdout)
    answer = ask(op, **keys)
    result = answer["result"]["json"] if op == "bahp" else answer["result"]

    assert json.dumps(names_left_out(result)) == json.dumps(names_left_out(printed))
    assert answer["audience"] == audience


def test_every_operation_is_asked_here_or_below() -> None:
    """None is left without a test of what it answers."""
    assert {op for op, *_ in ASKED} | {"compare", "schema"} == OPERATIONS.keys()


def test_compare_takes_two_packages_or_another_law(run: Run) -> None:
    """As the command does, but for the names of files."""
    paths = [str(SAMPLES / name) for name in (SMALL, OTHER)]
    printed = json.loads(run("compare", *paths, "--json").stdout)
    two = ask("compare", package=package(SMALL), other=package(OTHER))["result"]
    same_law = ask("compare", package=package(SMALL), at="2022-07-04")["result"]

    assert names_left_out(two) == names_left_out(printed)
    assert [two[side]["file"] for side in ("from", "to")] == ["<package>", "<other>"]
    assert same_law["same"] is True


def test_similar_over_many_tells_those_with_faults_and_goes_on() -> None:
    """Each under its place in the list."""
    many = b"[" + package(SMALL) + b', {"format": 1} ,' + package(OTHER) + b"]"
    answer = ask("similar", packages=many)["result"]

    assert [tender["source"] for tender in answer["tenders"]] == [
        "<packages 0>",
        "<packages 2>",
        "<packages 1>",
    ]
    assert answer["tenders"][2]["diagnostics"]


def test_a_bahp_is_markdown_or_word(run: Run) -> None:
    """A Word file is the command's, in Base64; a draft is for those inside."""
    path = SAMPLES / SMALL
    markdown = ask("bahp", **ON_SMALL)["result"]
    word = ask("bahp", **ON_SMALL, format="docx")["result"]
    letter = ask("bahp", **ON_SMALL, document="surat", participant="p1")["result"]

    assert markdown["markdown"] == run("bahp", path).stdout
    assert base64.b64decode(word["docx"]) == run("bahp", path, "--format", "docx").stdout_bytes
    assert markdown["draft"] is True
    assert letter["document"] == "surat"
    assert "CV Rekaan Kayu Jati" in letter["markdown"]


def test_a_final_paper_is_for_whom_it_is_declared() -> None:
    """Minutes of a tender that was determined and announced are public."""
    told = ask("bahp", package=package(OTHER))

    assert (told["result"]["draft"], told["audience"]) == (False, "publik")
    assert ask("bahp", package=package(OTHER), internal=True)["audience"] == "internal"


def test_the_schemas_are_those_that_ship() -> None:
    """Of what goes in and of what comes out."""
    rules = SAMPLES.parent / "rules" / "tender_rules"
    files = {
        "package": "package-1",
        "package-strict": "package-1-strict",
        "evaluation": "evaluation-1",
    }
    for of, name in files.items():
        shipped = json.loads((rules / f"tender-{name}.schema.json").read_text("utf-8"))
        assert ask("schema", of=of)["result"] == shipped


def test_a_repeat_is_held_against_what_it_repeats() -> None:
    """Of another tender it is none; of its own it is evaluated."""
    again = package("drainase-pasar-evaluasi-ulang")
    held = ask("evaluate", package=again, previous=package("drainase-pasar-sanggah"))
    other = ask("evaluate", package=again, previous=package(SMALL))

    assert held["result"]["format"] == "tender-evaluation/1"
    assert other["error"]["code"] == "SRV012"
    assert other["error"]["diagnostics"]


PAGE = (SAMPLES.parent / "docs" / "serve.md").read_text("utf-8")


def test_the_page_names_every_operation_with_its_keys() -> None:
    """In the row of that operation."""
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE, re.MULTILINE))
    keys = {name: {*op.needs, *op.takes} for name, op in OPERATIONS.items()}

    assert rows.keys() == keys.keys()
    for name, row in rows.items():
        assert not {key for key in keys[name] if f"`{key}`" not in row}, name


def test_what_the_page_asks_is_answered_as_it_shows() -> None:
    """Up to where it breaks off."""
    asked, told = re.findall(r"^```jsonl\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

    for line, begins in zip(asked.splitlines(), told.splitlines(), strict=True):
        assert answered(line.encode()).decode().startswith(begins)
