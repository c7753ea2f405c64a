"""Every screen in English: nothing of its own stays Indonesian, over the samples and the law."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tender_cli import output, tables
from tender_cli.commands import explain
from tender_cli.main import main
from tender_desk.workbook.tables import layout_of
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import canonical_package
from tender_rules import national
from tender_rules.explaining import pages, topic_of
from tests.builders import TEKNIS
from tests.indonesian import left_over, typed_in
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
RULES = [rule.id for rule in national().rules]


def told(*words: str) -> list[str]:
    result = CliRunner().invoke(main, ["--lang", "en", *words])
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
def test_no_screen_of_a_sample_stays_indonesian(name: str) -> None:
    path, content = str(SAMPLES / name), dossier(name)
    typed = typed_in(content)
    screens = [("evaluate", path), ("workflow", path)]
    screens += [("explain", path, who["id"]) for who in content["participants"][:2]]
    lines = {line for words in screens for line in told(*words)}
    assert not {line: rest for line in lines if (rest := left_over(line, typed))}


@pytest.mark.parametrize("rule", RULES)
def test_no_word_on_a_rule_stays_indonesian(rule: str) -> None:
    """But for its provisions, which are called as they are."""
    first, *lines = told("explain", rule)
    assert not left_over(first)
    assert not [line for line in lines if "Apa yang diatur" in line]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "words",
    [
        ("status", SAMPLES / "drainase-setengah-dinilai"),
        ("compare", SAMPLES / "alat-kesehatan-tkdn", "--at", "2026-06-01"),
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
    """What sheets, their columns and their fields are called, the longest first."""
    layout = layout_of(national().declarations)
    fields = [one.title for form in layout.forms for one in form.fields]
    columns = [one.title for table in layout.tables for one in (*table.parents, *table.columns)]
    sheets = [one.name for one in (*layout.forms, *layout.tables)]
    return sorted({*fields, *columns, *sheets, "Hasil", "Mesin"}, key=len, reverse=True)


# Files and folders have their Indonesian names, and kinds of documents and of repeats as they are
# typed; PATH and its like stand for what is typed.
_TYPED = re.compile(
    r"\S*/\S+|\b\d\d-[\w-]+|\b[a-z]+-[a-z-]+\b|evaluasi\|\S+|\b[\w-]+\.(?:xlsx|json)"
)


def dossiers_in(folder: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every command on dossiers that wait, are done, are empty and are broken, and used wrongly."""
    for name in ("drainase-setengah-dinilai", "pengawasan-rumah-sakit"):
        sample, book, trail = SAMPLES / name, folder / f"{name}.xlsx", folder / f"{name}-jejak"
        for words in (
            ("check", sample),
            ("bahp", sample, "--output", folder / f"{name}.md"),
            ("bahp", sample, "--all", folder / f"{name}-semua", "--draft"),
            ("report", sample, "--output", folder / f"{name}.html"),
            ("worksheet", SAMPLES / name / "buku-kerja.xlsx", "--output", book),
            ("worksheet", book),
            ("status", book),
            ("evaluate", book, "--record", trail),
            ("verify", trail),
            ("verify", trail, "--anchor", f"sha256:{'0' * 64}"),
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


def test_no_command_says_anything_in_indonesian(tmp_path: Path) -> None:
    """Wherever it is written to: done or waiting, with faults, or used wrongly."""
    left = {}
    for name, words in dossiers_in(tmp_path):
        result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
        assert result.exit_code in range(4), result.output
        assert result.output, words
        own = [*(typed_in(dossier(name)) if name else ()), *titles(), *_OF_SPSE, *CODES]
        if words[0] == "reasons":
            continue  # to be pasted into SPSE, which is Indonesian
        for line in " ".join(result.output.split()).split(". "):
            if rest := left_over(_TYPED.sub("", line), own):
                left[words[0], line] = rest
    assert left == {}
