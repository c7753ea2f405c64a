"""Reading what a command is given, and telling everything that is wrong with it."""

import re
import sys
from collections.abc import Sequence
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tender_cli.file_errors import unusable
from tender_cli.local_standards import tell_standards
from tender_cli.locks import lock_of, owner_of
from tender_cli.mending import first_to_mend
from tender_cli.messages import language, say
from tender_cli.output import print_json, tell
from tender_cli.progress import progress

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic
    from tender_engine.log_remarks import Remark
    from tender_engine.model import Participant

__all__ = [
    "ASIDE",
    "STDIN",
    "InvalidPackageError",
    "as_diagnostics",
    "bidder_of",
    "evaluated",
    "folder_of",
    "held_against",
    "in_folder",
    "judge",
    "read",
    "refused",
    "repeat_of",
    "repeats",
]

STDIN = "-"
_STDIN_NAME = "<stdin>"
# What is no file is called so.
_no_file = re.compile("<[a-z0-9 ]+>").fullmatch
_NOT_THERE = "PKT009"
# No archive, a damaged one, one without sheets, or nothing at all.
_UNREADABLE = frozenset({"XLS001", "XLS008", "XLS014", "XLS249"})
# Where a refresh puts what a workbook held before it.
ASIDE = "cadangan"


class InvalidPackageError(click.ClickException):
    """Data with faults; showing it prints every one of them on stderr."""

    exit_code = 1

    def __init__(self, diagnostics: "Sequence[Diagnostic]") -> None:
        super().__init__(f"{len(diagnostics)} faults")
        self.diagnostics = tuple(diagnostics)

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Print each fault with its hint below, and last which to mend first."""
        for diagnostic in self.diagnostics:
            tell(str(diagnostic))
            tell(f"  {say('hint')}: {diagnostic.hint}")
        if first := first_to_mend(self.diagnostics):
            tell(first)


class NoPackageError(InvalidPackageError):
    """A folder without a package: the file that was asked for is not there."""

    exit_code = 2


def refused(diagnostics: "Sequence[Diagnostic]") -> InvalidPackageError:
    """The error for a package with these faults."""
    missing = {diagnostic.code for diagnostic in diagnostics} == {_NOT_THERE}
    return (NoPackageError if missing else InvalidPackageError)(diagnostics)


def read(path: str, *, doubts: bool = True) -> "FileReading":
    """Read the package at `path`: a file, a folder, or `-` for standard input.

    What is doubted of its sheets is told, unless the command tells these `doubts` itself.

    Raises:
        UnusableError: it is not there, or cannot be read.
    """
    from tender_desk.any_file import read_bytes, read_path
    from tender_desk.judging import read_under
    from tender_engine.formats.reader import LARGEST
    from tender_rules import national

    try:
        if path == STDIN:
            # No more than tells that it is too much.
            return read_bytes(sys.stdin.buffer.read(LARGEST + 1), _STDIN_NAME, national())
        with progress("reading.sheets") as show:
            reading, law = read_under(
                lambda law: read_path(path, law, progress=show), national(), _folder_of
            )
        tell_standards(law)
    except OSError as error:
        raise unusable(error, path) from error
    tell_locks(reading)
    tell_kept(reading)
    tell_other_format(reading)
    if reading.lacking:
        tell(say("file.lacking", path=reading.name, sheets=", ".join(reading.lacking)))
    tell_look_alikes(reading)
    if doubts:
        _tell_doubted(reading)
    return _in_this_command(reading)


def _folder_of(reading: "FileReading") -> Path | None:
    return None if _no_file(reading.name) else Path(reading.name).parent


def _in_this_command(reading: "FileReading") -> "FileReading":
    """What was read; a hint that names a command names the one that is running."""
    import attrs

    from tender_engine.formats.folder import COMMAND

    context = click.get_current_context(silent=True)
    if context is None or not any("commands" in fault.params for fault in reading.faults):
        return reading
    faults = []
    for fault in reading.faults:
        said = fault.params.get("commands", "").replace(COMMAND, context.command_path)
        faults.append(attrs.evolve(fault, params={**fault.params, "commands": said}))
    return attrs.evolve(reading, faults=tuple(faults))


def judge(reading: "FileReading") -> "tuple[Evaluation | None, tuple[Diagnostic, ...]]":
    """The evaluation of what was read, or all that is wrong: the file's faults and the law's.

    The law objects to what could be read even where another part could not. Standards that the
    package names and that lie beside it are laid over the national law.
    """
    from tender_desk.judging import judged
    from tender_rules import national

    return judged(reading, national(), _folder_of(reading), language())


def evaluated(path: str, *, as_json: bool = False) -> "Evaluation":
    """The evaluation of the package at `path`.

    Raises:
        UnusableError: it is not there, or cannot be read.
        InvalidPackageError: it has faults; with `as_json` they are on stdout already.
    """
    evaluation, diagnostics = judge(read(path))
    if evaluation is None:
        if as_json:
            print_json({"diagnostics": as_diagnostics(diagnostics)})
        raise refused(diagnostics)
    return evaluation


def repeat_of(
    path: str, previous: str | None, *, as_json: bool = False, notices: bool = False
) -> "tuple[Evaluation, Evaluation | None]":
    """The evaluation of the package at `path`, held against the one of `previous` if it is named.

    With `notices` the command tells those itself, and what they say is not doubted besides.

    Raises:
        UnusableError: one is not there, or cannot be read.
        InvalidPackageError: one has faults, or the first is not the repeat of the other; with
            `as_json` they are on stdout already.
    """
    from tender_cli.changes_screen import tell_stale

    if path == previous == STDIN:
        raise click.UsageError(say("previous.one_stdin"))
    reading = read(path, doubts=False)
    new, told = judge(reading)
    _tell_doubted(reading, new if notices else None)
    tell_stale(reading)
    old, others = (None, ()) if previous is None else held_against(reading, new, previous)
    if new is not None and (old is not None or previous is None):
        return new, old
    if as_json:
        print_json({"diagnostics": as_diagnostics((*told, *others))})
    raise refused((*told, *others))


def held_against(
    reading: "FileReading", evaluation: "Evaluation | None", previous: str
) -> "tuple[Evaluation | None, tuple[Diagnostic, ...]]":
    """The evaluation of the package at `previous` where this is its repeat, or all that is wrong.

    Of a package that could not be evaluated nothing is held against it. Where another thing than
    its kind of repeat follows the old package, that is told.

    Raises:
        UnusableError: it is not there, or cannot be read.
    """
    old, told = repeats(reading, evaluation, read(previous))
    if old is not None and evaluation is not None:
        from tender_cli.repeat_screen import tell_otherwise

        tell_otherwise(old, evaluation.given)
    return old, told


def repeats(
    reading: "FileReading", evaluation: "Evaluation | None", before: "FileReading"
) -> "tuple[Evaluation | None, tuple[Diagnostic, ...]]":
    """The same of what was read already, without a word on another kind of repeat."""
    from tender_rules.repeats.holding import faults_of_repeat

    old, told = judge(before)
    if evaluation is None or old is None:
        return None, told
    faults = faults_of_repeat(old, evaluation)
    return (None, reading.diagnose(faults, language())) if faults else (old, ())


def bidder_of(evaluation: "Evaluation", participant: str | None, *, unnamed: str) -> "Participant":
    """The bidder that was asked for, by id, name or some words of it; `unnamed`: the text if none.

    Raises:
        UsageError: nobody is called so, or more than one is.
    """
    bidders = evaluation.package.participants
    called = [*_called(participant, bidders)] if participant else []
    if len(called) == 1:
        return called[0]
    known = ", ".join(f"{who.id} ({who.name})" for who in called or bidders)
    several = "explain.several_participants" if called else "explain.no_participant"
    key = several if participant else unnamed
    raise click.UsageError(say(key, found=participant, known=known or say("explain.nobody")))


def _called(text: str, bidders: "Sequence[Participant]") -> "Sequence[Participant]":
    """Whom a text names as the cells of a workbook do; else whose name has these words."""
    if exact := [who for who in bidders if who.id == text]:
        return exact
    from tender_desk.workbook.reading.resolver import folded  # loads all that knows of sheets

    typed, words = folded(text, signs=True), f" {_words(text)} "
    named = [who for who in bidders if typed in (folded(t, signs=True) for t in (who.id, who.name))]
    return named or [who for who in bidders if words.strip() and words in f" {_words(who.name)} "]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def as_diagnostics(diagnostics: "Sequence[Diagnostic]") -> list[dict[str, Any]]:
    """Diagnostics as the list that `--json` prints."""
    import attrs

    return [attrs.asdict(diagnostic) for diagnostic in diagnostics]


def in_folder(remark: "Remark", folder: Path) -> "Diagnostic":
    """A remark about a log as a diagnostic whose file can be opened from here."""
    import attrs

    said = remark.diagnose(language())
    return attrs.evolve(said, file=str(folder / said.file))


def folder_of(path: str) -> Path | None:
    """The folder in which the package at `path` lies; none for standard input."""
    if path == STDIN:
        return None
    place = Path(path)
    return place if place.is_dir() else place.parent


def tell_look_alikes(reading: "FileReading") -> None:
    """Tell of copies of the file beside it, of bidders that may be one, of what may be pasted."""
    from tender_cli.look_alikes import (
        copies_told,
        namesakes_told,
        numbers_told,
        odd_numbers_told,
    )

    if not _no_file(reading.name):
        for line in copies_told(Path(reading.name)):
            tell(line)
    if reading.package is not None:
        for told in (namesakes_told, numbers_told):
            for line in told(reading.name, reading.package):
                tell(line)
        for line in odd_numbers_told(reading, reading.package):
            tell(line)


def _tell_doubted(reading: "FileReading", told: "Evaluation | None" = None) -> None:
    """Tell what is doubted of the sheets of a package, but what the notices of `told` tell."""
    if reading.package is None or not (found := reading.doubted(language())):
        return
    from tender_desk.workbook.off_place.typed_twice import NOTICED

    notices = {notice.code for notice in told.notices} if told else ()
    for doubted in found:
        if NOTICED.get(doubted.code) not in notices:
            tell(str(doubted))
            tell(f"  {say('hint')}: {doubted.hint}")


def tell_kept(reading: "FileReading") -> None:
    """Of a workbook that cannot be opened, the last that was put aside of it before a refresh."""
    if not _UNREADABLE & {fault.code for fault in reading.faults}:
        return
    file = Path(reading.name)
    if kept := sorted((file.parent / ASIDE).glob(f"{escape(file.stem)} *{file.suffix}")):
        tell(say("file.kept", path=file, kept=kept[-1]))


def tell_other_format(reading: "FileReading") -> None:
    """Tell of a later .ods beside a workbook: LibreOffice offers at each save to write one."""
    file = Path(reading.name)
    other = file.with_suffix(".ods")
    late = file.suffix.lower() == ".xlsx" and other.is_file() and file.is_file()
    if late and other.stat().st_mtime > file.stat().st_mtime:
        tell(say("file.other_format", path=file, other=other.name))


def tell_locks(reading: "FileReading") -> None:
    """Tell of each file that was read, the package and schedules beside it, while it is open."""
    package = Path(reading.name)
    beside = (package.with_name(one.file) for one in reading.attached)
    for file in (package, *beside):
        if file.name and (lock := lock_of(file)):
            tell(say("file.open", path=file, who=owner_of(lock), lock=lock.name))
