"""`tender batch`: rows on stdout or in a file, what goes together, and how it ends."""

import io
import json
import os
import re
import signal
from pathlib import Path

import pytest

from tender_cli.whole_lines import WholeLines
from tests.cli.screens import Run, on_terminal
from tests.desk.batch.packages import REFUSED, sound
from tests.samples.dossiers import SAMPLES

# One that waits, one that is determined.
WAITS, DETERMINED = SAMPLES / "drainase-setengah-dinilai", SAMPLES / "tanpa-penawaran"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A package that is refused, and a sound one."""
    file = tmp_path / "banyak.jsonl"
    file.write_bytes(REFUSED + b"\n" + sound() + b"\n")
    return file


def test_a_row_is_what_evaluate_prints(run: Run) -> None:
    """Whole, with digest, root and what bids have in common."""
    done = run("batch", "--workers", 0, WAITS, DETERMINED)
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.exit_code == 0
    assert [(row["n"], row["source"]) for row in rows] == [(1, str(WAITS)), (2, str(DETERMINED))]
    for row in rows:
        assert row["result"] == json.loads(run("evaluate", row["source"], "--json").stdout)
    assert done.stderr == "2 baris: 0 dihitung, 1 ditetapkan, 1 menunggu, 0 ditolak.\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--fail-on", "menunggu"), 3),
        (("--fail-on", "ditolak"), 1),
        (("--fail-on", "menunggu", "--fail-on", "ditolak"), 1),
    ],
)
def test_it_fails_on_what_it_is_told_to(
    run: Run, lines: Path, words: tuple[str, ...], code: int
) -> None:
    done = run("batch", "--workers", 0, "--summary", WAITS, lines, *words)

    assert done.exit_code == code
    assert len(done.stdout.splitlines()) == 3


def test_only_what_there_is_fails_a_run(run: Run) -> None:
    words = ("--fail-on", "menunggu", "--fail-on", "ditolak")

    assert run("batch", "--workers", 0, "--summary", DETERMINED, *words).exit_code == 0


def test_rows_go_into_a_file_of_csv_and_on_with_it(run: Run, lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "hasil.csv"
    words = ("batch", "--workers", 0, "--summary", "--output", output, lines)
    assert run(*words).exit_code == 0
    whole = output.read_bytes()
    output.write_bytes(whole[:-5])
    refused, other = run(*words), run(*words, "--root", "--resume")
    resumed = run(*words, "--resume", "--fail-on", "ditolak")

    assert whole.decode("utf-8-sig").splitlines()[0].split(";")[:3] == ["n", "source", "code"]
    assert refused.exit_code == 2
    assert "--resume" in refused.stderr
    assert other.exit_code == 2
    assert other.stderr.startswith(f"{output}.batch: BCH023 ")
    assert "petunjuk" in other.stderr
    assert (resumed.exit_code, resumed.stdout) == (1, "")  # of a row that was there already
    assert resumed.stderr == "2 baris: 1 dihitung, 0 ditetapkan, 0 menunggu, 1 ditolak.\n"
    assert output.read_bytes() == whole


def test_standard_input_holds_a_package_a_line(run: Run, lines: Path) -> None:
    done = run("batch", "--workers", 0, "--summary", "-", given=lines.read_bytes())
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert [row["source"] for row in rows] == ["<stdin>:1", "<stdin>:2"]
    assert rows[1]["result"]["result"] == "pemenang"


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "csv"),
        ("--output", "x.csv"),
        ("--root",),
        ("--resume",),
        ("--resume", "--output", "x.jsonl", "-"),
        ("-", "-"),
        ("--output", "x.xlsx"),
        ("--output", ""),
        ("--output", "x.csv", "--format", "jsonl", "--summary"),
        ("--fail-on", "gagal"),
        ("--fail-on", "berbeda"),
        ("--workers", "-1"),
        ("--workers", "100000"),
        ("tiada.json",),
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_refused_before_anything_is_done(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("batch", str(DETERMINED), *words)

    assert (done.exit_code, done.stdout) == (2, "")
    assert not [*tmp_path.iterdir()]


def test_every_source_that_is_not_there_is_told(run: Run) -> None:
    done = run("batch", DETERMINED, "tiada.json", "hilang.jsonl")

    assert "tiada.json" in done.stderr
    assert "hilang.jsonl" in done.stderr


def test_an_error_of_the_program_ends_with_its_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, lines: Path
) -> None:
    """Every source has its row all the same."""

    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tender_desk.batch.work.judged", failing)
    done = run("batch", "--workers", 0, lines)

    assert done.exit_code == 4
    assert done.stdout.count("BCH015") == 2
    assert done.stderr == "2 baris: 0 dihitung, 0 ditetapkan, 0 menunggu, 2 ditolak.\n"


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo terminals on Windows")
def test_who_waits_at_a_screen_sees_how_far_it_is(lines: Path, tmp_path: Path) -> None:
    """How many, and at which rate; not among rows on the same screen."""
    words = ["batch", "--workers", "0", "--summary", str(lines)]
    shown = on_terminal([*words, "--output", str(tmp_path / "hasil.jsonl")])

    assert "Mengevaluasi" in shown
    assert re.search(r"2 tender, \d+ per detik", shown)
    assert "Mengevaluasi" not in on_terminal(words)


PUBLISHED = "code;result;winner;price;ground\n"
SAME = PUBLISHED + "10240007;gagal;;;51(2)b\n10230004;gagal;;;\n"
OTHER = PUBLISHED + "10240007;gagal;;;51(2)c\n10230004;gagal;;;\nX;gagal;;;\n"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (OTHER, (), 0),
        (OTHER, ("berbeda",), 1),
        (OTHER, ("tanpa_pasangan", "menunggu"), 1),
        (SAME, ("berbeda", "tanpa_pasangan"), 0),
        (SAME, ("berbeda", "tanpa_pasangan", "menunggu"), 3),
    ],
)
def test_rows_are_compared_with_what_was_published(
    run: Run, tmp_path: Path, text: str, words: tuple[str, ...], code: int
) -> None:
    file = tmp_path / "published.csv"
    file.write_text(text, "utf-8-sig")
    asked = [each for word in words for each in ("--fail-on", word)]
    done = run("batch", "--workers", 0, "--summary", WAITS, DETERMINED, "--compare", file, *asked)
    causes = [json.loads(line)["compared"]["cause"] for line in done.stdout.splitlines()]

    assert done.exit_code == code
    assert causes[0] == "menunggu"
    assert causes[1:] == (["sama"] if text is SAME else ["dasar_lain", "tanpa_paket"])
    assert done.stderr.startswith("2 baris: 0 dihitung, 1 ditetapkan, 1 menunggu, 0 ditolak.\n")
    if text is OTHER:
        assert done.stderr.splitlines()[2:] == [
            "  1  belum dapat dibandingkan: evaluasinya masih menunggu (menunggu)",
            "  1  dasar gagal lain (dasar_lain)",
            "  1  baris pengumuman tanpa paket (tanpa_paket)",
        ]


def test_a_compared_run_goes_on_with_the_same_table_alone(run: Run, tmp_path: Path) -> None:
    file, output = tmp_path / "published.csv", tmp_path / "hasil.csv"
    file.write_text(OTHER, "utf-8")
    words = ("batch", "--workers", 0, "--summary", WAITS, DETERMINED, "--output", output)
    first = run(*words, "--compare", file)
    whole = output.read_bytes()
    output.write_bytes(whole[:-5])
    other = run(*words, "--resume")
    again = run(*words, "--compare", file, "--resume", "--fail-on", "berbeda")

    assert (first.exit_code, other.exit_code, again.exit_code) == (0, 2, 1)
    assert "BCH023" in other.stderr
    assert output.read_bytes() == whole
    assert again.stderr.splitlines()[1:] == first.stderr.splitlines()[1:]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_table_that_cannot_be_used_is_told_before_anything_is_done(
    run: Run, tmp_path: Path, lang: str
) -> None:
    file, output = tmp_path / "published.csv", tmp_path / "hasil.jsonl"
    file.write_text(PUBLISHED + "A;pemenang;PT X;1.110;\nB;menang;;;\n", "utf-8")
    words = ("batch", "--lang", lang, DETERMINED, "--output", output, "--compare")
    done, gone = run(*words, file), run(*words, tmp_path / "tiada.csv")

    assert (done.exit_code, gone.exit_code) == (2, 2)
    assert f"{file}:2:17: BCH051" in done.stderr
    assert f"{file}:3:3: BCH054" in done.stderr
    assert "tiada.csv" in gone.stderr
    assert not output.exists()


def test_a_folder_is_no_file_that_was_begun(run: Run, tmp_path: Path) -> None:
    """It is told as what it is: there is nothing in it to go on with."""
    done = run("batch", DETERMINED, "--output", tmp_path)

    assert (done.exit_code, "--resume" in done.stderr) == (2, False)
    assert "sebuah folder, bukan berkas" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="nobody is signalled so on Windows")
def test_who_interrupts_it_finds_whole_lines() -> None:
    """Ctrl-C waits until the row is written, and else comes at once."""
    interrupt = lambda: os.kill(os.getpid(), signal.SIGINT)  # noqa: E731

    class Slow(io.BytesIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            half = len(data) // 2
            super().write(data[:half])
            interrupt()
            return half + super().write(data[half:])

    stream, before = Slow(), signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), WholeLines(stream, None) as rows:
        rows.write(b'{"n": 1}\n')
    assert stream.getvalue() == b'{"n": 1}\n'
    with pytest.raises(KeyboardInterrupt), WholeLines(io.BytesIO(), None):
        interrupt()
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_code_has_its_words(run: Run, lang: str) -> None:
    """And is explained by them."""
    from tender_desk.batch.telling import BATCH_TEXTS

    for code in BATCH_TEXTS:
        assert run("explain", code, "--lang", lang).exit_code == 0
