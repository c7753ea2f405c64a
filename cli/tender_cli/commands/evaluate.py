"""`tender evaluate`: the evaluation of a package, for people or as `tender-evaluation/1`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import argument, command, option
from tender_cli.file_errors import unusable
from tender_cli.inputs import InvalidPackageError, folder_of, in_folder, repeat_of
from tender_cli.law_inputs import day_given
from tender_cli.messages import placeholder, say
from tender_cli.output import print_json, tell
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation

__all__ = ["WAITING", "evaluate"]

WAITING = "menunggu"
_EXIT_WAITING = 3
_LOG_FOLDER = "jejak"
# `--record` alone: the log lies beside the package.
_BESIDE = "\0"


@command("evaluate")
@argument("path", metavar="PATH", required=False)
@option("--json", "as_json", is_flag=True)
@option("--record", metavar="[DIR]", is_flag=False, flag_value=_BESIDE)
@option("--shared", is_flag=True)
@option("--previous", metavar="OLD")
@option("--today", metavar="DATE", callback=day_given)
def evaluate(
    path: str | None,
    as_json: bool,
    record: str | None,
    shared: bool,
    previous: str | None,
    today: dt.date | None,
) -> int:
    """Evaluate a package."""
    _check(record, shared=shared)
    if as_json and today is not None:
        raise click.UsageError(say("evaluate.today_on_screens"))
    path, record = _apart(path, record)
    folder = None if record is None else _log_folder(path, record)
    evaluation, before = repeat_of(path, previous, as_json=as_json, notices=True)
    if as_json:
        from tender_cli.answers import evaluated_dict

        print_json(evaluated_dict(evaluation))
    else:
        from tender_cli.summary import print_summary
        from tender_engine.trail import root

        print_summary(evaluation, root(evaluation), page(), before=before, today=today)
    if folder is not None:
        _record(folder, evaluation, shared=shared)
    return exit_code(evaluation)


def _apart(path: str | None, record: str | None) -> tuple[str, str | None]:
    """Tell PATH from DIR: in `--record PATH` the word behind the option is the package."""
    if path is not None:
        return path, record
    if record is None or record == _BESIDE:
        raise click.MissingParameter(param_hint=placeholder("PATH"), param_type="argument")
    return record, _BESIDE


def _check(record: str | None, *, shared: bool) -> None:
    """Refuse a folder without a name, and options that do not go together.

    Raises:
        UsageError: there is one.
    """
    if record is not None and not record.strip():
        raise click.UsageError(say("evaluate.record_nameless"))
    if shared and record is None:
        raise click.UsageError(say("evaluate.shared_without_record"))


def exit_code(evaluation: "Evaluation") -> int:
    """3 while the evaluation waits for somebody, else 0."""
    return _EXIT_WAITING if evaluation.state == WAITING else 0


def _log_folder(path: str, record: str) -> Path:
    if record != _BESIDE:
        return Path(record)
    beside = folder_of(path)
    if beside is None:
        raise click.UsageError(say("evaluate.record_where"))
    return beside / _LOG_FOLDER


def _record(folder: Path, evaluation: "Evaluation", *, shared: bool) -> None:
    from tender_engine.log import LogRefusedError, record

    try:
        added = record(folder, evaluation, dt.datetime.now().astimezone(), shared=shared)
    except LogRefusedError as error:
        raise InvalidPackageError([in_folder(error.remark, folder)]) from error
    except OSError as error:
        raise unusable(error, folder) from error
    tell(say("evaluate.recorded" if added else "evaluate.recorded_before", folder=folder))
