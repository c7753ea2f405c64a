"""`tender verify`: the recorded log, its packages, the root on the paper, every run again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import argument, command, option
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import InvalidPackageError, as_diagnostics, in_folder
from tender_cli.local_standards import law_of_log, tell_standards
from tender_cli.messages import language, say
from tender_cli.output import print_json
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender_engine.log import Verification

__all__ = ["verify"]

_BESIDE_PACKAGE = "jejak"


@command("verify")
@argument("path", type=click.Path(path_type=Path))
@option("--anchor", metavar="ROOT")
@option("--json", "as_json", is_flag=True)
def verify(path: Path, anchor: str | None, as_json: bool) -> None:
    """Verify what was recorded."""
    from tender_desk.documents.as_of import earlier_ones
    from tender_desk.standards import RefusedStandardError
    from tender_engine.log import verify as verify_log

    if anchor is not None and not anchor.strip():
        raise click.UsageError(say("verify.anchor_empty"))
    folder = _log_folder(path)
    try:
        law = law_of_log(folder)
        tell_standards(law)
        found = verify_log(folder, law, anchor, earlier_ones)
    except OSError as error:
        raise unusable(error, folder) from error
    except RefusedStandardError as error:
        raise InvalidPackageError([error.diagnostic(language())]) from error
    flaws = [in_folder(remark, folder) for remark in found.flaws]
    notes = [in_folder(remark, folder) for remark in found.notes]
    if as_json:
        print_json(
            {
                "ok": found.ok,
                "lines": found.lines,
                "runs": [
                    {"no": run.no, "at": run.at, "line": run.line, "root": run.root}
                    for run in found.runs
                ],
                "anchored": found.anchored,
                "diagnostics": as_diagnostics(flaws),
                "notes": as_diagnostics(notes),
            }
        )
    else:
        _print(found, [note.message for note in notes], [note.hint for note in notes])
    if flaws:
        raise InvalidPackageError(flaws)


def _log_folder(path: Path) -> Path:
    """The folder with the log: itself, the one beside the package, or the one of the file.

    Raises:
        UnusableError: there is no log.
    """
    from tender_engine.log import LOG

    folder = path.parent if path.name == LOG else path
    for candidate in (folder, folder / _BESIDE_PACKAGE):
        if (candidate / LOG).is_file():
            return candidate
    raise UnusableError(say("verify.no_log", path=path, log=LOG))


def _print(found: "Verification", notes: list[str], hints: list[str]) -> None:
    screen = page()
    for run in found.runs:
        screen.line(say("verify.run", no=run.no, at=run.at, line=run.line))
        screen.line(run.root, 2)
    key = "verify.sound" if found.ok else "verify.failed"
    screen.line(say(key, runs=len(found.runs), lines=found.lines))
    for message, hint in zip(notes, hints, strict=True):
        screen.line(f"{message}. {hint}.", 2)
