"""Text for screens and pipes: nothing dangerous, nothing broken, figures for the eye."""

import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import pytest
from click.testing import Result

from tender_cli.file_errors import REASONS, reason
from tender_cli.messages import speak
from tender_cli.output import clean, figure, prepare_streams, print_json, write_new
from tender_cli.tables import Plain, Terminal
from tests.cli.screens import COLUMNS, on_terminal
from tests.fault_texts import WORKBOOK as TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT \x1b[31mMerah", "PT [31mMerah"),
        ("a\x9b2Jb\x7fc\x00d\re", "a2Jbcde"),
        ("dua\nbaris\tdan tab", "dua\nbaris\tdan tab"),
        ("Kaé 日本", "Kaé 日本"),
    ],
)
def test_control_characters_are_taken_out(text: str, expected: str) -> None:
    """Escape, C1 and the like; letters of any script stay."""
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        ("1104450000", "1.104.450.000", "1,104,450,000"),
        ("1104450000.50", "1.104.450.000,5", "1,104,450,000.5"),
        ("-0.5", "-0,5", "-0.5"),
        ("0", "0", "0"),
        ("999", "999", "999"),
    ],
)
def test_figures_are_grouped_in_the_language(number: str, indonesian: str, english: str) -> None:
    """Nothing is rounded away."""
    assert figure(Decimal(number)) == indonesian
    speak("en")
    assert figure(Decimal(number)) == english


def test_a_long_json_goes_out_as_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never there as a whole; what comes out is the text that it would have been."""
    written: list[str] = []
    monkeypatch.setattr("click.echo", lambda text="", nl=True: written.append(text + "\n" * nl))
    value = {"kata": ["é", 1, None] * 100_000}

    print_json(value)

    assert "".join(written) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    assert max(map(len, written)) < len("".join(written)) / 2


def test_plain_columns_are_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    """Two spaces between, figures to the right, one line a row whatever the text holds."""
    Plain().table(["Nama", "Rp"], [["a\nb", "1.000"], ["ccccc", "5"]], right=[1])

    assert capsys.readouterr().out == "Nama      Rp\na b    1.000\nccccc      5\n"


def lines_of(terminal: Callable[[], object], capsys: pytest.CaptureFixture[str]) -> list[str]:
    terminal()
    return capsys.readouterr().out.splitlines()


class TestTerminal:
    """The screen of 80 columns."""

    @pytest.fixture(autouse=True)
    def _eighty(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", str(COLUMNS))

    def test_a_paragraph_hangs(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Further lines stand under the first."""
        lines = lines_of(lambda: Terminal().line("kata " * 40, 2), capsys)

        assert max(map(len, lines)) <= COLUMNS
        assert lines[0].startswith("  kata")
        assert lines[1].startswith("    kata")

    def test_a_figure_is_never_broken(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The long name gives way."""
        row = ["PT " + "Nama Panjang " * 8, "999.999.999.999.999,99", "1.000.000.000.000,00"]
        lines = lines_of(lambda: Terminal().table(["A", "B", "C"], [row], right=[1, 2]), capsys)

        assert max(map(len, lines)) <= COLUMNS
        assert row[1] in "\n".join(lines)
        assert row[2] in "\n".join(lines)

    def test_what_breaks_is_the_long_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Three columns of figures leave the name 14 of its 59 signs."""
        figures = [f"{n}99.999.999.999.999,9" for n in range(3)]
        row = ["satu dua " * 6 + "tiga", *figures]
        screen = lambda: Terminal().table(["A", "B", "C", "D"], [row], right=[1, 2, 3])  # noqa: E731
        lines = lines_of(screen, capsys)

        assert max(map(len, lines)) <= COLUMNS
        assert all(number in "\n".join(lines) for number in figures)

    def test_a_table_too_wide_becomes_records(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each row names its columns; an empty cell is left out."""
        titles = [f"Kolom{n}" for n in range(8)]
        row = [f"999.999.999.{n}" for n in range(7)] + [""]
        text = " ".join(
            " ".join(
                lines_of(lambda: Terminal().table(titles, [row], right=range(8)), capsys)
            ).split()
        )

        assert "K o l o m" not in text
        assert "Kolom0: 999.999.999.0; Kolom1:".replace(" ", "") in text.replace(" ", "")
        assert "Kolom7" not in text

    def test_markup_in_a_name_is_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Brackets and colons stay."""
        screen = Terminal()
        screen.table(["Nama"], [["PT [red]A[/red] :smile: \x1b[31m"]])
        screen.line("PT [red]B[/red] :smile:")

        printed = capsys.readouterr().out
        assert "PT [red]A[/red] :smile: [31m" in printed
        assert "PT [red]B[/red] :smile:" in printed


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
@pytest.mark.parametrize("words", [["evaluate"], ["explain", "p2"], ["workflow"]])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_screen_of_80_columns(package: Callable[..., Path], words: list[str], lang: str) -> None:
    """No line is longer, no verdict is cut, and no colour that a light screen swallows is used."""
    folder = package()
    shown = on_terminal([words[0], str(folder), *words[1:], "--lang", lang])
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)

    assert max(len(line) for line in plain.splitlines()) <= COLUMNS
    assert "…" not in plain
    assert "\x1b[1m" in shown
    # 2 is dim, 33 yellow, 93 bright yellow, 37 and 97 white.
    used = {code for found in re.findall(r"\x1b\[([0-9;]*)m", shown) for code in found.split(";")}
    assert not used & {"2", "33", "93", "37", "97"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(package: Callable[..., Path], env: dict[str, str]) -> None:
    """NO_COLOR keeps the tables and drops red and green; a dumb terminal gets plain text."""
    shown = on_terminal(["evaluate", str(package())], **env)

    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)
    if env.get("TERM") == "dumb":
        assert "\x1b" not in shown


def test_a_file_is_written_with_lf(tmp_path: Path) -> None:
    """On every system."""
    assert write_new(tmp_path / "a", "satu\ndua\n")
    assert (tmp_path / "a").read_bytes() == b"satu\ndua\n"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_output_that_is_a_folder_is_told_as_one(
    run: Callable[..., Result], package: Callable[..., Path], tmp_path: Path, lang: str
) -> None:
    """Not as a file with other content; exit 2, and nothing is made in it."""
    folder = tmp_path / "hasil"
    folder.mkdir()
    result = run("bahp", package(), "--output", folder, "--lang", lang)

    said = {"id": "sebuah folder, bukan berkas", "en": "a folder, not a file"}[lang]
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{folder}: {said}" in result.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_folder_that_is_not_there_is_named(
    run: Callable[..., Result], package: Callable[..., Path], tmp_path: Path, lang: str
) -> None:
    """Of an output, and of a package that is asked for: it is the folder that is missing."""
    folder = tmp_path / "belum-ada"
    told = [
        run("bahp", package(), "--output", folder / "ba.md", "--lang", lang),
        run("check", folder / "paket.json", "--lang", lang),
    ]

    said = {"id": f"folder {folder} tidak ada", "en": f"there is no folder {folder}"}[lang]
    for result in told:
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
    assert not folder.exists()


def test_a_schedule_that_cannot_be_read_is_told_without_the_words_of_the_system() -> None:
    """A fault is told in either language, wherever it was found."""
    for lang in ("id", "en"):
        assert TEXTS["XLS045"].message(lang).format(file="harga.xlsx")


class Full(io.FileIO):
    """A file on a disk that is full after five bytes."""

    def write(self, data: Any) -> int:
        """Write five of them."""
        super().write(bytes(data)[:5])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every new file end on a full disk."""
    true = Path.open

    def opened(path: Path, mode: str = "r", *more: Any, **options: Any) -> IO[Any] | Full:
        new = "x" in mode
        return Full(path, mode.replace("b", "")) if new else true(path, mode, *more, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "(ruang penyimpanan penuh)"), ("en", "(No space left on device)")]
)
def test_a_full_disk_is_told_in_the_language_and_leaves_no_half_file(
    run: Callable[..., Result],
    package: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    said: str,
) -> None:
    """A half would stand in the way of the next try, with other content."""
    folder, file = package(), tmp_path / "ba.md"
    full(monkeypatch)
    result = run("bahp", folder, "--output", file, "--lang", lang)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not file.exists()


@pytest.mark.parametrize(
    ("error", "indonesian", "english"),
    [
        (OSError(errno.EACCES, "Permission denied"), "tidak ada izin", "Permission denied"),
        (OSError(errno.ENOENT, "No such file"), "tidak ada", "No such file"),
        (OSError(errno.EISDIR, "Is a directory"), "sebuah folder", "Is a directory"),
        (OSError(4711, "Strange"), "kesalahan sistem nomor 4711", "Strange"),
        (
            ValueError("embedded null byte"),
            "namanya memuat tanda yang tidak sah",
            "its name holds a sign it may not",
        ),
    ],
)
def test_what_the_system_says_is_said_in_the_language(
    error: OSError | ValueError, indonesian: str, english: str
) -> None:
    """By its number, so that the language of the machine does not matter."""
    assert reason(error) == indonesian
    speak("en")
    assert reason(error) == english


def test_what_a_file_may_meet_has_words() -> None:
    """No number is shown for what happens to people; none of the words is the system's own."""
    often = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EINVAL, errno.ENAMETOOLONG, errno.ENOTDIR)

    assert set(often) <= REASONS.keys()
    assert [REASONS[n] for n in REASONS if REASONS[n] == os.strerror(n)] == []


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_streams_are_utf8_with_lf(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As on a Windows console of code page 1252, where a line ends in two signs."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
    monkeypatch.setattr(sys, name, stream)
    prepare_streams()
    stream.write("× \udc80\n")
    stream.flush()

    assert raw.getvalue() == b"\xc3\x97 \\udc80\n"


def test_results_and_messages_do_not_mix(
    run: Callable[..., Result], package: Callable[..., Path]
) -> None:
    """Each command with `--json` prints one object, whatever else it says."""
    result = run("evaluate", package(), "--json", "--record")

    assert result.stdout.startswith("{")
    assert result.stdout.endswith("}\n")
    assert "dicatat" in result.stderr
