"""The command `tender` as a whole: help, languages, start-up, streams, and its own errors."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tender_cli.catalogue_help_id import PLACEHOLDERS
from tender_cli.main import COMMANDS
from tender_cli.messages import LANGUAGES
from tests.cli.screens import Run

OF_DOCUMENTS = ("openpyxl", "docx", "lxml", "typst")
HEAVY = (
    "networkx",
    "rich",
    "tender_rules",
    "tender_engine.engine",
    "attrs",
    "attr",
    "json",
    *OF_DOCUMENTS,
)
# What stands for what is typed, in the help of every command.
EVERY = (*COMMANDS, "import spse", "import ocds", "export ocds")
CALLED = re.compile(r"[A-Z]+(?:-[A-Z]+)*")


def python(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """A fresh interpreter, with the paths of this one."""
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": paths, **env}
    return subprocess.run(
        [sys.executable, *words], capture_output=True, env=environment, timeout=60, check=False
    )


def test_help_is_indonesian(run: Run) -> None:
    """By default, click's own words included."""
    result = run("--help")

    assert result.exit_code == 0
    for word in ("Pemakaian: tender [OPSI] PERINTAH", "Opsi:", "Perintah:", "Kode keluar:"):
        assert word in result.stdout


def test_help_is_english_where_asked(run: Run) -> None:
    """No Indonesian word of the frame is left."""
    result = run("--help", "--lang", "en")

    for word in ("Usage: tender [OPTIONS] COMMAND", "Options:", "Commands:", "Exit codes:"):
        assert word in result.stdout
    assert "Pemakaian" not in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--lang", "en", "check", "-h"],
        ["check", "-h", "--lang", "en"],
        ["check", "--lang=en", "-h"],
    ],
)
def test_the_language_may_stand_anywhere(run: Run, words: list[str]) -> None:
    """Before the command, after it, and after `--help`."""
    assert run(*words).stdout.startswith("Usage: tender check")


def test_the_language_of_the_environment(run: Run) -> None:
    """TENDER_LANG chooses, and `--lang` overrules it."""
    assert run("-h", TENDER_LANG="en").stdout.startswith("Usage:")
    assert run("--lang", "id", "-h", TENDER_LANG="en").stdout.startswith("Pemakaian:")


def test_the_locale_says_nothing_about_the_language(run: Run) -> None:
    """An English system is no sign of an English reader."""
    locale = {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"}

    assert run("-h", **locale).stdout.startswith("Pemakaian:")


@pytest.mark.parametrize("env", [{}, {"TENDER_LANG": "fr"}])
def test_an_unknown_language_is_refused(run: Run, env: dict[str, str]) -> None:
    """On the command line and in the environment."""
    result = run(*([] if env else ["--lang", "fr"]), "rules", **env)

    assert result.exit_code == 2
    assert "'fr' bukan salah satu dari 'id', 'en'" in result.stderr


@pytest.mark.parametrize("command", EVERY)
def test_the_help_of_a_command_is_in_one_language(run: Run, command: str) -> None:
    """And every option of it is explained; what is typed is called by a word of that language."""
    words = (*command.split(), "-h")
    indonesian, english = run(*words).stdout, run(*words, "--lang", "en").stdout

    assert not {*PLACEHOLDERS} & {*CALLED.findall(indonesian)}
    assert not {*PLACEHOLDERS.values()} - {"FOLDER"} & {*CALLED.findall(english)}
    assert indonesian.startswith(f"Pemakaian: tender {command}")
    assert "Opsi:" in indonesian
    assert "Show this message" not in indonesian
    assert english.startswith(f"Usage: tender {command}")
    assert "Show this message" in english
    assert "Bahasa" not in english


def test_help_fits_80_columns(run: Run) -> None:
    """On the narrowest screen that is supported."""
    every = [command.split() for command in ("", *EVERY)]
    texts = [run(*words, "-h", "--lang", lang).stdout for words in every for lang in LANGUAGES]

    assert max(len(line) for text in texts for line in text.splitlines()) <= 80


def test_a_mistyped_command_is_put_right(run: Run) -> None:
    """The nearest name is proposed, in the language spoken."""
    assert "Tidak ada perintah 'evaluat'. Maksud Anda: evaluate?" in run("evaluat").stderr
    english = run("--lang", "en", "evaluat")

    assert "No such command 'evaluat'. Did you mean: evaluate?" in english.stderr
    assert english.exit_code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check"], "Belum disebut: 'PAKET'"),
        (["check", "--jsn", "x"], "Tidak ada opsi '--jsn'"),
        (["check", "a", "b"], "Kata berlebih: b"),
        (["bahp", "x", "--format", "doc"], "'doc' bukan salah satu dari"),
        (["bahp", "x", "--output"], "Opsi '--output' memerlukan nilai"),
        (["check", "--json=1", "x"], "Opsi '--json' tidak memakai nilai"),
    ],
)
def test_wrong_usage_is_told_in_indonesian(run: Run, words: list[str], message: str) -> None:
    """With exit code 2 and nothing on stdout."""
    result = run(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Galat:" in result.stderr


@pytest.mark.parametrize("option", ["--kop", "--output"])
def test_a_file_that_may_not_be_read_is_told_in_indonesian(
    run: Run,
    package: Callable[..., object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    option: str,
) -> None:
    """Whoever runs the tests may read everything, so click is told that it may not."""
    file = tmp_path / "f4.docx"
    file.write_bytes(b"")
    words = ["bahp", package(), "--format", "docx", option, file]
    monkeypatch.setattr("click.types.os.access", lambda *_: False)
    indonesian, english = run(*words), run(*words, "--lang", "en")

    assert (indonesian.exit_code, indonesian.stdout) == (2, "")
    assert f"Tidak ada izin untuk membaca '{file}'." in indonesian.stderr
    assert "readable" not in indonesian.stderr
    assert "is not readable" in english.stderr


def test_help_imports_neither_the_law_nor_a_table() -> None:
    """`tender --help` starts as fast as click itself."""
    code = (
        "import sys\nfrom tender_cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    without = python("-c", f"import sys, click; print([n for n in {HEAVY} if n in sys.modules])")

    assert python("-c", code).stderr == without.stdout


def test_a_plain_evaluation_imports_nothing_that_only_draws(
    package: Callable[..., object],
) -> None:
    """Piped, so that no table is drawn."""
    code = (
        "import sys\nfrom tender_cli.main import main\n"
        f"try: main(['evaluate', {str(package())!r}])\nexcept SystemExit: pass\n"
        f"unneeded = ('networkx', 'rich', *{OF_DOCUMENTS})\n"
        "print([name for name in unneeded if name in sys.modules], file=sys.stderr)"
    )

    assert python("-c", code).stderr.strip() == b"[]"


def test_the_module_runs_as_the_command() -> None:
    """`python -m tender_cli` is `tender`."""
    result = python("-m", "tender_cli", "check", "tidak-ada")

    assert result.returncode == 2
    assert result.stderr.decode() == f"Galat: tidak-ada: tidak ada{os.linesep}"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_console(encoding: str) -> None:
    """A pipe in another code page must not stop the program."""
    result = python("-m", "tender_cli", "explain", "correction.product", PYTHONIOENCODING=encoding)

    assert result.returncode == 0, result.stderr
    assert "×" in result.stdout.decode("utf-8")
    assert b"\r" not in result.stdout


def test_a_closed_pipe_is_silent(package: Callable[..., object]) -> None:
    """Whoever stops reading is told nothing, and no fault of the data is claimed."""
    paths = os.pathsep.join(path for path in sys.path if path)
    command = f'"{sys.executable}" -m tender_cli evaluate "{package()}" --json'
    shell = f"set -o pipefail; {command} | true; exit $?"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": paths}
    if sys.platform == "win32":
        pytest.skip("pipes end otherwise there")
    result = subprocess.run(
        ["bash", "-c", shell], capture_output=True, env=environment, timeout=60, check=False
    )

    assert result.stderr == b""
    assert result.returncode in (0, 141)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with a bug in it."""

    def evaluate(*_: object) -> None:
        raise ZeroDivisionError("1/0")

    monkeypatch.setattr("tender_desk.judging.evaluate", evaluate)


@pytest.mark.usefixtures("broken")
class TestBug:
    """An error of the program itself."""

    def test_is_owned_without_a_traceback(self, run: Run, package: Callable[..., object]) -> None:
        """Exit code 4, what to report, and that the data is not to blame."""
        result = run("evaluate", package())

        assert result.exit_code == 4
        assert "kesalahan program tender" in result.stderr
        assert "ZeroDivisionError" in result.stderr
        assert "Traceback" not in result.stderr + result.stdout

    def test_shows_itself_where_asked(self, run: Run, package: Callable[..., object]) -> None:
        """TENDER_DEBUG=1 lets it through."""
        result = run("evaluate", package(), TENDER_DEBUG="1")

        assert isinstance(result.exception, ZeroDivisionError)


def test_an_interrupt_ends_as_the_shell_says(
    run: Run, monkeypatch: pytest.MonkeyPatch, package: Callable[..., object]
) -> None:
    """Ctrl-C is no bug and no fault of the data."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tender_desk.judging.evaluate", interrupted)

    assert run("evaluate", package()).exit_code == 130


def test_click_is_told_its_words_where_it_asks_for_them() -> None:
    """Every part of click that speaks asks the names that are set."""
    for module in (click.core, click.exceptions, click.formatting, click.parser, click.types):
        assert callable(vars(module)["_"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("words", [["evaluate"], ["evaluate", "--json"], ["rules"], ["--help"]])
def test_output_that_cannot_be_written_is_no_bug(
    package: Callable[..., object], words: list[str]
) -> None:
    """A full disk is told in one plain line, with exit code 2."""
    if words[0] == "evaluate":
        words = [*words, str(package())]
    paths = os.pathsep.join(path for path in sys.path if path)
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "tender_cli", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": paths},
            timeout=60,
            check=False,
        )
    told = result.stderr.decode()

    assert result.returncode == 2, told
    assert told.startswith(
        "Galat: keluaran standar: tidak dapat dibaca atau ditulis (ruang penyimpanan penuh)"
    )
    assert len(told.splitlines()) == 1


def test_an_error_of_the_system_elsewhere_stays_a_bug(
    run: Run, monkeypatch: pytest.MonkeyPatch, package: Callable[..., object]
) -> None:
    """A file that the program itself cannot find is not the output's fault."""

    def evaluate(*_: object) -> None:
        raise FileNotFoundError(2, "tidak ada", "dalam.toml")

    monkeypatch.setattr("tender_desk.judging.evaluate", evaluate)

    assert run("evaluate", package()).exit_code == 4


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes it otherwise there")
@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_an_output_that_is_closed_is_no_bug(package: Callable[..., object], command: str) -> None:
    """As a service may start a program: told, with exit code 2."""
    paths = os.pathsep.join(path for path in sys.path if path)
    shell = f'"{sys.executable}" -m tender_cli {command} "{package()}" >&-'
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": paths}
    result = subprocess.run(
        ["sh", "-c", shell], stderr=subprocess.PIPE, env=environment, timeout=60, check=False
    )

    assert result.returncode == 2
    assert result.stderr.decode() == (
        "Galat: keluaran standar: tidak dapat dibaca atau ditulis (sudah ditutup)\n"
    )
