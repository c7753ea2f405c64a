"""What `tender` shows: to a test in its own process, or on a pseudo terminal of 80 columns."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from click.testing import Result

from tender_cli.main import main
from tender_engine import model

COLUMNS = 80
# The fixtures: they run a command, write the example package as changed, or a package as built.
Run: TypeAlias = Callable[..., Result]
Change: TypeAlias = Callable[[dict[str, Any]], object]
Package: TypeAlias = Callable[..., Path]
Written: TypeAlias = Callable[[model.Package], Path]


def flat(result: Result) -> list[str]:
    """The lines, with single spaces."""
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def on_terminal(words: list[str], *, exit_code: int = 0, **env: str) -> str:
    """The screen of one command, which has to end with `exit_code`.

    It runs in a process of its own, which has loaded already what this one has.
    """
    import pty

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - another process
        _shown_there(words, {"TERM": "xterm-256color", "COLUMNS": str(COLUMNS), **env})
    shown = b""
    while True:
        try:
            part = os.read(screen, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(screen)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == exit_code, shown
    return shown.decode("utf-8").replace("\r\n", "\n")


def _shown_there(words: list[str], env: dict[str, str]) -> NoReturn:
    """Run the command on the terminal that is 0, 1 and 2 here, and end with its exit code."""
    code = 1
    try:
        os.environ.clear()
        os.environ.update(env)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        main(words, prog_name="tender")
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
