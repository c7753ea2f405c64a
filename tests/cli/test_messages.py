"""The catalogues: the same texts in both languages, each used, with the same places."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import tender_cli
import tender_rules
from tender_cli.catalogue_help_id import CLICK
from tender_cli.messages import CATALOGUES, chosen, say, speak
from tender_engine.log_remarks import LOG_TEXTS
from tender_rules import national

INDONESIAN, ENGLISH = CATALOGUES["id"], CATALOGUES["en"]
SOURCES = sorted(Path(tender_cli.__file__).parent.rglob("*.py"))


def places(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_texts() -> None:
    """None is missing in one of them."""
    assert INDONESIAN.keys() == ENGLISH.keys()


def test_both_languages_have_the_same_places() -> None:
    """What one fills in, the other does."""
    assert [k for k in INDONESIAN if places(INDONESIAN[k]) != places(ENGLISH[k])] == []


# A command, an option and what is typed to a command begin as they are written.
_WRITTEN_SO = re.compile(r"[-{A-Z0-9]|(?:rules diff|evaluasi|tender) ")


def test_what_is_wrong_begins_with_a_capital() -> None:
    """What a command is used wrongly for, and what is said of a log."""
    sources = "\n".join(file.read_text("utf-8") for file in SOURCES)
    keys = set(re.findall(r'UsageError\(\s*say\(\s*"([a-z_.]+)"', sources))
    said = {INDONESIAN[key] for key in keys} | {ENGLISH[key] for key in keys}
    of_logs = LOG_TEXTS.values()
    said |= {text for each in of_logs for text in (each.message_id, each.message_en)}
    said |= {text for each in of_logs for text in (each.hint_id, each.hint_en)}
    assert keys >= {"rules.no_overlay", "compare.usage"}
    assert not {text for text in said if not _WRITTEN_SO.match(text)}


def needs_codes() -> set[str]:
    """Every need that a module of the law has an evaluation wait for."""
    folder = Path(tender_rules.__file__).parent / "stages"
    sources = "\n".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    said_to_wait = re.findall(r'waits\(\s*(?:f?"[^"]*"|[\w.{}()]+),\s*"([a-z_]+)"', sources)
    asked_for = re.findall(r'Awaiting\([^"(]*"([a-z_]+)"', sources)
    return {*said_to_wait, *asked_for}


def test_every_need_has_words_in_both_languages() -> None:
    """No code is shown in their place."""
    codes = needs_codes()

    assert {"nilai", "pembukaan_harga", "harga", "biaya_umur_ekonomis", "negosiasi"} <= codes
    assert {f"need.{code}" for code in codes} <= national().words.keys()


def test_a_translation_keeps_clicks_places() -> None:
    """Click fills them."""
    assert [text for text in CLICK if not places(CLICK[text]) <= places(text)] == []


def said() -> Iterator[tuple[str, str]]:
    """Every literal or f-string that is the first word of `say`, as it stands."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id == "say" and isinstance(first, ast.Constant):
                    yield file.name, first.value


def test_every_text_said_is_there() -> None:
    """A key that no catalogue has would be an error on the screen."""
    assert [(file, key) for file, key in said() if key not in INDONESIAN] == []


def test_every_text_is_used() -> None:
    """By its key, or by its group where the rest of the key is a code."""
    sources = "\n".join(file.read_text("utf-8") for file in SOURCES).replace("'", '"')
    unused = [
        key
        for key in INDONESIAN
        if f'"{key}"' not in sources.replace(f'"{key}":', "")
        and not any(f'"{key[:dot]}.{{' in sources for dot, sign in enumerate(key) if sign == ".")
        and f'"{key.rpartition(".")[0]}"' not in sources
        and not key.startswith(("option.", "column."))
        and not key.endswith((".short", ".help"))
    ]

    assert unused == []


def test_every_node_and_outcome_of_a_procedure_has_words() -> None:
    """In both languages, so that no code is drawn."""
    words = national().words
    for procedure in national().procedures.values():
        for origin, label, target in procedure.edges:
            assert f"outcome.{label}" in words
            for node in (origin, target):
                assert {f"stage.{node}", f"node.{node}"} & words.keys()
    labels = {edge[1] for procedure in national().procedures.values() for edge in procedure.edges}
    assert {key for key in words if key.startswith("outcome.")} == {f"outcome.{x}" for x in labels}


def test_every_text_of_click_is_one_of_its_own() -> None:
    """A text that click no longer says would stay untranslated without anybody noticing."""
    folder = Path(click.__file__).parent
    literals = {
        node.value
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert [text for text in CLICK if text not in literals] == []


@pytest.mark.parametrize(
    ("words", "environment", "expected"),
    [
        ([], {}, "id"),
        ([], {"TENDER_LANG": "en"}, "en"),
        (["--lang", "en"], {}, "en"),
        (["check", "--lang=en"], {}, "en"),
        (["--lang", "id"], {"TENDER_LANG": "en"}, "id"),
        (["check", "--", "--lang=en"], {}, "id"),
        (["--lang"], {}, "id"),
        ([], {"LANG": "en_US.UTF-8"}, "id"),
    ],
)
def test_the_language_chosen(words: list[str], environment: dict[str, str], expected: str) -> None:
    """The command line, then the environment, then Indonesian; never the locale."""
    assert chosen(words, environment) == expected


def notice_codes() -> set[str]:
    """Every code that a module of the law gives a notice."""
    folder = Path(tender_rules.__file__).parent
    sources = [file.read_text("utf-8") for file in folder.rglob("*.py")]
    return {
        code
        for source in sources
        if "Notice(" in source
        for code in re.findall(r'"([A-Z]+(?:_[A-Z0-9]+)+)"', source)
        if not re.search(rf"^{code}(: .+)? = ", source, re.MULTILINE)  # a name of the module
    }


def test_every_notice_has_words_in_both_languages() -> None:
    """And no words are left of a notice that is no longer given."""
    codes = notice_codes()

    assert "TOTAL_BERBEDA" in codes
    assert {f"notice.{code}" for code in codes} == {
        key for key in national().words if key.startswith("notice.")
    }


# More than a thousand, and three or more.
NEVER_ONE = {"bahp.too_many", "worksheet.exchanged", "worksheet.moved", "worksheet.pulled"}
COUNTED = re.compile(r"\{\w+\}(?: more| HPS)? (?!of )[a-z]*[^s\W]s\b")


def test_an_english_count_of_one_is_of_one() -> None:
    """No word beside a count is always that for many."""
    other = {"runs", "lines", "bids", "rows", "cells", "days", "documents", "faults", "doubts"}
    counted = {key: {one.split()[-1] for one in COUNTED.findall(ENGLISH[key])} for key in ENGLISH}

    assert {key for key, found in counted.items() if found & other} <= NEVER_ONE


@pytest.mark.parametrize(
    ("key", "params", "one", "many"),
    [
        ("check.bids", {}, "1 bid", "2 bids"),
        ("evaluate.days_left", {}, ", 1 day left", ", 2 days left"),
        ("attached.missing", {}, "1 line of the HPS is not", "2 lines of the HPS are not"),
        ("worksheet.typed", {"sheet": "Peserta"}, "1 cell differs", "2 cells differ"),
        ("bahp.folder_written", {"folder": "x"}, "1 document written", "2 documents written"),
        ("status.faults", {"first": "x"}, "1 fault, the", "2 faults, the"),
    ],
)
def test_english_counts(key: str, params: dict[str, str], one: str, many: str) -> None:
    """A number or its text; any other than one is many."""
    place = (places(ENGLISH[key]) - params.keys()).pop()
    speak("en")
    told = [say(key, **params, **{place: count}) for count in (1, "1", 2, "2")]

    assert [
        text
        for text, told_of in zip((one, one, many, many), told, strict=True)
        if text not in told_of
    ] == []
