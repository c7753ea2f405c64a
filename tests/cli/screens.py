"""What `tender` shows: to a test in its own process, or on a pseudo terminal of 80 columns."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from click.testing import Result

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
    """The screen of one command, which has to end with `exit_code`."""
    import pty

    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - another process
        paths = os.pathsep.join(path for path in sys.path if path)
        environment = {"PYTHONPATH": paths, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
        environment |= env
        os.execve(sys.executable, [sys.executable, "-m", "tender_cli", *words], environment)
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
