"""Every code has its words, and every word is reached."""

import re
import string
import tomllib
from pathlib import Path

import pytest
from attrs import fields

import tender_cli
import tender_desk
import tender_engine
import tender_rules
from tender_engine.faults import FaultText
from tests.engine.formats.cases import CROSS_CASES, SHAPE_CASES
from tests.fault_texts import PACKAGE as TEXTS

# Reached by the tests named below: they are about the file and not about a key.
OF_THE_FILE = {*(f"PKT00{digit}" for digit in "1234679"), "PKT109"}
OF_ITS_BOUNDS = {*(f"PKT09{digit}" for digit in "456789"), *(f"PKT10{digit}" for digit in "012345")}

FILES = [
    file
    for module in (tender_engine, tender_rules, tender_desk, tender_cli)
    for file in sorted(Path(str(module.__file__)).parent.rglob("*.toml"))
    if "message_id" in file.read_text("utf-8")
]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def codes_of(file: Path) -> list[str]:
    return [code for code in tomllib.loads(file.read_text("utf-8")) if code != "hint"]


def test_every_code_that_is_raised_has_one_text_and_none_is_left_over() -> None:
    """The codes in all rooms of the program are the codes in all catalogues, each once.

    Catalogues are joined: of two texts for one code the later would be told for both. For who typed
    a workbook, some codes have words of their own.
    """
    raised: set[str] = set()
    for room in (tender_engine, tender_rules, tender_desk, tender_cli):
        for path in Path(str(room.__file__)).parent.rglob("*.py"):
            raised |= set(re.findall(r'"([A-Z]{3}[0-9]{3})"', path.read_text("utf-8")))
    of_sheets = [file for file in FILES if "on_sheets" in file.name]
    told = [code for file in FILES if file not in of_sheets for code in codes_of(file)]

    assert sorted(told) == sorted(raised)
    assert {code for file in of_sheets for code in codes_of(file)} <= raised


def test_every_code_is_reached_by_a_test() -> None:
    """Each stands in a table of cases, or is about the file."""
    tried = {code for code, _, _ in [*SHAPE_CASES, *CROSS_CASES]}

    assert set(TEXTS) == tried | OF_THE_FILE | OF_ITS_BOUNDS
    here = Path(__file__).parent
    texts = (here / "test_reader.py").read_text() + (here / "test_source.py").read_text()
    assert all(code in texts for code in OF_THE_FILE)
    texts = (here / "test_bounds.py").read_text() + (here / "test_faults_told.py").read_text()
    assert all(code in texts for code in OF_ITS_BOUNDS)


def test_both_languages_say_the_same() -> None:
    """Messages and hints are there, are sentences, and use the same figures."""
    for code, words in TEXTS.items():
        assert placeholders(words.message_id) == placeholders(words.message_en), code
        assert placeholders(words.hint_id) == placeholders(words.hint_en), code
        for text in (words.message_id, words.hint_id, words.message_en, words.hint_en):
            assert text.endswith((".", "{known}.", "+07:00 untuk WIB.")), code
            assert len(text) > 10, code


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_of_words_says_all_and_nothing_else(file: Path) -> None:
    """No key that is not known, no shared hint that is not used or not there.

    A file for who typed a workbook says only what is other than in the file of its codes.
    """
    entries = tomllib.loads(file.read_text("utf-8"))
    hints = entries.pop("hint", {})
    names = {field.name for field in fields(FaultText)}

    assert all(hint.keys() == {"hint_id", "hint_en"} for hint in hints.values())
    assert {said["hint"] for said in entries.values() if "hint" in said} == hints.keys()
    for code, said in entries.items():
        assert "hint" not in said or "hint_id" not in said, code
        keys = {*said, *hints.get(said.get("hint"), ())} - {"hint"}
        assert keys == names or ("on_sheets" in file.name and keys < names), code
