"""Every screen in both languages, over the samples and the law: neither has words of the other.

In English nothing of its own stays Indonesian. In Indonesian nothing is said as a program or as
English says it: no key of the format, no term with `_`, no ISO day and no path in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from tender_cli import output, paper_folder, tables
from tender_cli.commands import explain
from tender_cli.main import main
from tender_desk.workbook.kinds import Choice
from tender_desk.workbook.layouts.tables import PRICES, layout_of
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import canonical_package
from tender_rules import national
from tender_rules.explaining import pages, topic_of
from tests.builders import TEKNIS
from tests.desk.workbook.in_sheet_words import words_of_the_program
from tests.indonesian import all_left_over, left_over, typed_in, without
from tests.rules.repeats.tenders import undone
from tests.samples.dossiers import NAMES, SAMPLES, dossier, evaluation

# A value of the law stands as a package writes it, beside what it means; a file has its name.
_VALUE = re.compile(
    r"(?: =|:| ->) \w+(?=: )|(?<=\d: )\w+(?= \()|\(variant \w+\)|\S+\.(?:toml|html|json)\S*"
)
# What SPSE calls its columns.
_OF_SPSE = ["Nama Peserta", "Harga Penawaran", "Harga Terkoreksi", "Alasan"]
# Codes of criteria of a checklist that comes with it, as its faults name them.
CODES = ["kual.jumlah", "kual.nilai"]
# A day as programs write it.
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
RULES = [rule.id for rule in national().rules]


def told(*words: str, lang: str = "en") -> list[str]:
    result = CliRunner().invoke(main, ["--lang", lang, *words])
    assert result.exit_code in (0, 3), result.output
    lines = (line.strip() for line in result.output.splitlines())
    return [_VALUE.sub("", line) for line in lines]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken, and a story is told of what was worked out before."""
    monkeypatch.setattr(tables.Plain, "width", 100_000)
    monkeypatch.setattr(output, "PIPED", 100_000)

    def found(path: str, **_: object) -> Evaluation:
        return evaluation(path.rsplit("/", 1)[-1])

    monkeypatch.setattr(explain, "evaluated", found)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_of_a_sample_is_of_one_language(name: str) -> None:
    """What is evaluated, the way that it took, and the whole story of two bidders."""
    path, content = str(SAMPLES / name), dossier(name)
    typed = typed_in(content)
    screens = [("evaluate", path), ("workflow", path)]
    screens += [("explain", path, who["id"]) for who in content["participants"][:2]]
    lines = {line for words in screens for line in told(*words)}
    assert not {line: rest for line in lines if (rest := all_left_over(line, typed))}
    lines = {line for words in screens for line in told(*words, lang="id")}
    assert not of_the_program(lines, typed)


# Two tenders and one under two states of the law, what would have changed a result, what bidders
# have in common, and what is still awaited.
SCREENS = (
    ("compare", "drainase-pasar-sanggah", "drainase-pasar-evaluasi-ulang"),
    ("compare", "alat-kesehatan-tkdn", "pengawasan-rumah-sakit"),
    ("compare", "rencana-induk-wisata", "--at", "2026-06-01"),
    ("whatif", "irigasi-bawah-80"),
    ("similar", "gedung-puskesmas"),
    ("status", "drainase-setengah-dinilai"),
    ("evaluate", "jembatan-sanggah-banding", "--today", "2023-07-26"),
)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_a_screen_on_tenders_is_of_one_language(words: tuple[str, ...]) -> None:
    """But what was typed to ask for it, and what the sheets and their columns are called."""
    typed = [text for word in words if word in NAMES for text in typed_in(dossier(word))]
    given = [str(SAMPLES / word) if word in NAMES else word for word in words]
    asked = [f"{SAMPLES}/{word}/paket.json" for word in words if word in NAMES]
    typed = [
        f"(--at {words[-1]})",
        "unit",
        *asked,
        *sorted({*typed, *titles()}, key=len, reverse=True),
    ]
    assert not left_in_english(told(*given), typed)
    assert not of_the_program(told(*given, lang="id"), typed)


# A notice has its code beside it, how well a text was read stands in brackets, grounds and digests
# have names of their own, and the law has its abbreviations.
_OF_ITS_OWN = re.compile(
    r"\b[A-Z0-9]+(?:_[A-Z0-9]+)+\b|\[[a-z ]+(?: -> [a-z ]+)?\]|sha256:\w+|perpres-\S+"
    r"|\b(?:kp|fp|fl)\b"
)


# What values and rules are called by programs.
_CODES = re.compile("|".join(map(re.escape, sorted([*national().by_param, *RULES], reverse=True))))
# The kind of an event is a choice of its sheet, and stands in the name of its place.
_CHOICE = re.compile(r"^Peristiwa [^:]+|\bJenis [a-z ]+")


def left_in_english(lines: Iterable[str], typed: Sequence[str]) -> dict[str, list[str]]:
    """The Indonesian words of English lines, by line."""
    said = {line: _CHOICE.sub("", line) for line in lines}
    return {line: rest for line, text in said.items() if (rest := left_over(text, typed))}


def of_the_program(lines: Iterable[str], typed: Sequence[str]) -> dict[str, list[str]]:
    """What of Indonesian lines is no word of a Pokja, by line."""
    said = {line: _OF_ITS_OWN.sub("", without(line, typed)) for line in lines}
    found = {line: words_of_the_program(text) + _CODES.findall(text) for line, text in said.items()}
    return {line: rest for line, rest in found.items() if rest}


@pytest.mark.parametrize("rule", RULES)
def test_no_word_on_a_rule_stays_indonesian(rule: str) -> None:
    """But for its provisions, which are called as they are."""
    first, *lines = told("explain", rule)
    assert not left_over(first)
    assert not [line for line in lines if _DAY.search(line)]
    assert not [line for line in lines if "Apa yang diatur" in line]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "words",
    [
        (
            "import",
            "spse",
            SAMPLES / "jalan-kabupaten",
            SAMPLES / "jalan-kabupaten/spse-hasil.html",
        ),
        ("rules",),
        ("rules", "diff", "2019-01-01", "2026-01-01"),
        *(("rules", param) for param in sorted(national().by_param)[::30]),
        *(("explain", ground) for ground in sorted(national().grounds)[::8]),
    ],
    ids=lambda words: words[0],
)
def test_no_other_screen_stays_indonesian(words: tuple[str | Path, ...]) -> None:
    """One of each kind; names of texts of the law, and what people typed, stay."""
    sample = next((each for each in words if isinstance(each, Path)), None)
    typed = typed_in(dossier(sample.name)) if sample else ()
    lines = told(*map(str, words))
    told_otherwise = [*typed, *_OF_SPSE]
    assert not [line for line in (*lines, *told(*map(str, words), lang="id")) if _DAY.search(line)]
    assert not {line: rest for line in lines if (rest := left_over(line, told_otherwise))}


def test_what_a_repeat_is_for_is_told_in_english(tmp_path: Path) -> None:
    """The reason that a package keeps in Indonesian, with its day and its ground."""
    old = tmp_path / "lama.json"
    old.write_text(canonical_package(undone()), "utf-8")
    lines = told("ulang", "evaluasi", str(old), str(tmp_path / "baru"), "--anew", f"{TEKNIS}:p2")
    (reason,) = [line for line in lines if line.startswith("Reason: ")]
    assert not left_over(reason, ["CV p2 Contoh"])


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("topic", pages())
def test_a_topic_is_explained_in_english(topic: str) -> None:
    """Its rules and what each means, and each value that its page names with what it is."""
    lines, values = told("explain", topic), national().by_param
    named = {rule for rule in RULES if topic_of(rule) == topic}
    named |= {param for param in values if f"`{param}`" in pages()[topic]}
    assert {line.partition(": ")[0] for line in lines} & {*RULES, *values} == named
    assert not {line: rest for line in lines if (rest := left_over(line))}


def titles() -> list[str]:
    """What sheets, columns, fields and choices of several words are called, the longest first."""
    layout = layout_of(national().declarations)
    fields = [one.title for form in layout.forms for one in form.fields]
    columns = [one.title for table in layout.tables for one in (*table.parents, *table.columns)]
    sheets = [one.name for one in (*layout.forms, *layout.tables)]
    kinds = [one.kind for form in layout.forms for one in form.fields]
    kinds += [one.kind for table in layout.tables for one in table.columns]
    choices = (word for kind in kinds if isinstance(kind, Choice) for word in kind.words.values())
    named = {*fields, *columns, *sheets, *(word for word in choices if " " in word)}
    return sorted({*named, "Hasil", "Mesin", PRICES.name}, key=len, reverse=True)


# Files and folders have their Indonesian names, and kinds of documents and of repeats as they are
# typed; PATH and its like stand for what is typed.
_TYPED = re.compile(
    r"\S*/\S+|\b\d\d-[\w-]+|\b[a-z]+-[a-z-]+\b|evaluasi\|\S+|\b[\w-]+\.(?:xlsx|json)"
)


def dossiers_in(folder: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every command on dossiers that wait, are done, are empty and are broken, and used wrongly."""
    every = SAMPLES / "drainase-setengah-dinilai", folder / "semua"
    yield "drainase-setengah-dinilai", ("bahp", every[0], "--all", every[1], "--draft")
    half, done = "drainase-setengah-dinilai", "pengawasan-rumah-sakit"
    book, trail = folder / "buku.xlsx", folder / "jejak"
    # What a report and a refresh say of a tender that is done is no other than of half of one.
    for name, commands in (
        (
            half,
            (
                ("report", SAMPLES / half, "--output", folder / "laporan.html"),
                ("worksheet", SAMPLES / half / "buku-kerja.xlsx", "--output", book),
                ("worksheet", book),
                ("status", book),
                ("evaluate", book, "--record", trail),
                ("verify", trail),
                ("verify", trail, "--anchor", f"sha256:{'0' * 64}"),
            ),
        ),
        (done, (("evaluate", SAMPLES / done), ("status", SAMPLES / done))),
    ):
        for words in (
            ("check", SAMPLES / name),
            ("bahp", SAMPLES / name, "--output", folder / f"{name}.md"),
            *commands,
        ):
            yield name, words
    empty, broken = folder / "kosong", folder / "rusak.json"
    broken.write_text('{"format": "tender-package/1", "tender": {"code": 1}, "x": [2]}', "utf-8")
    for words in (
        ("init", empty, "--workbook", "--from", "konsultansi"),
        ("init", empty, "--workbook"),
        ("init", folder / "b", "--workbook", "--from", "entah"),
        *((command, empty) for command in ("check", "evaluate", "status", "bahp", "reasons")),
        *((command, empty / "paket.xlsx") for command in ("worksheet", "report", "workflow")),
        *((command, broken) for command in ("check", "evaluate", "compare", "verify")),
        *((command, folder / "tiada") for command in ("check", "status", "verify", "worksheet")),
        ("import", "spse", broken, broken),
        ("ulang", "tender", broken, folder / "c"),
        ("ulang", "evaluasi", broken, folder / "c"),
        ("explain", "entah"),
        ("rules", "entah"),
    ):
        yield "", words


@pytest.mark.usefixtures("known")
def test_no_command_says_anything_in_indonesian(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it is written to: done or waiting, with faults, or used wrongly.

    What is drawn of a paper is nothing that a screen says.
    """
    for drawn in ("as_docx", "as_pdf"):
        monkeypatch.setattr(paper_folder, drawn, lambda *_: b"")
    left = {}
    for name, words in dossiers_in(tmp_path):
        result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
        assert result.exit_code in range(4), result.output
        assert result.output, words
        own = [*(typed_in(dossier(name)) if name else ()), *_OF_SPSE, *titles(), *CODES]
        if words[0] == "reasons":
            continue  # to be pasted into SPSE, which is Indonesian
        for line in " ".join(result.output.split()).split(". "):
            if rest := left_over(_TYPED.sub("", line), own):
                left[words[0], line] = rest
    assert left == {}
