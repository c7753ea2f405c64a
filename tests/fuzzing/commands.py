"""Running `tender` in this process: what it ends with, or the error that nothing caught."""

from click.testing import CliRunner

from tender_cli.main import main

__all__ = ["DONE", "ran"]

# The exit codes of what could be evaluated: done, and waiting.
DONE = frozenset({0, 3})
_KNOWN = frozenset({0, 1, 2, 3})


def ran(*words: str, given: str | bytes | None = None) -> int:
    """The exit code of a command; it is one that says something about what was given.

    Raises:
        Exception: an error of the program.
        AssertionError: it ended otherwise than a command may, or refused without a word.
    """
    shown = CliRunner().invoke(main, words, input=given, env={"TENDER_DEBUG": "1"})
    if shown.exception is not None and not isinstance(shown.exception, SystemExit):
        raise shown.exception
    assert shown.exit_code in _KNOWN, shown.exit_code
    assert shown.exit_code in DONE or shown.stderr.strip(), words
    (shown.stdout + shown.stderr).encode()
    return shown.exit_code
