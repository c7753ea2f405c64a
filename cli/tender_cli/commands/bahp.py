"""`tender bahp`: the documents of the panel, as Markdown, JSON, Word or PDF."""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from tender_cli.command import Choice, Option, argument, command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.delivering import deliver
from tender_cli.documents import as_docx, as_pdf, lost_in_pdf
from tender_cli.endings import format_of
from tender_cli.inputs import bidder_of, repeat_of
from tender_cli.law_inputs import day_given
from tender_cli.local_standards import law_under
from tender_cli.messages import language, say
from tender_cli.output import print_json, tell
from tender_cli.paper_folder import check_folder, write_folder
from tender_cli.tables import page
from tender_desk.documents.calendar import as_of
from tender_desk.documents.papers import (
    BAHP,
    CANCELLATION,
    PAPERS,
    WORKING_PAPER,
    NothingToTellError,
    Paper,
    paper,
)
from tender_rules.stages.standing_acts import called_off

if TYPE_CHECKING:
    from tender_desk.documents.blocks import Record
    from tender_engine.evaluation import Evaluation

__all__ = ["Kinds", "bahp", "check_asked", "record_of"]

_FORMATS = ("markdown", "json", "docx", "pdf")
_BINARY = ("docx", "pdf")
# What chooses one document, and means nothing for a folder of all.
_OF_ONE = ("document", "participant", "form", "internal", "output")


class Kinds(Option):
    """An option that chooses one of `papers` by its key, the BAHP unless told otherwise."""

    def __init__(self, names: Sequence[str], *, papers: Sequence[Paper], **more: Any) -> None:
        self.papers = {kind.key: kind for kind in papers}
        more |= {"type": Choice([*self.papers]), "default": BAHP.key, "metavar": "KIND"}
        super().__init__(names, **more)

    def process_value(self, ctx: click.Context, value: Any) -> Paper:
        """The kind of document whose key was given."""
        return self.papers[super().process_value(ctx, value)]

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option, and what each kind is called."""
        record = super().get_help_record(ctx)
        told = (f"{key} ({kind.words.said(language())})" for key, kind in self.papers.items())
        return record and (record[0], f"{record[1]} {', '.join(told)}.")


@command("bahp")
@argument("path")
@click.option("--document", cls=Kinds, papers=PAPERS)
@option("--participant", metavar="ID")
@option("--format", "form", type=Choice(_FORMATS))
@option("--json", "as_json", is_flag=True)
@option("--kop", metavar="FILE", type=click.Path(path_type=Path))
@option("--internal", is_flag=True)
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
@option("--previous", metavar="OLD")
@option("--all", "folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--draft", is_flag=True)
@option("--today", metavar="DATE", callback=day_given)
def bahp(
    path: str,
    document: Paper,
    participant: str | None,
    form: str | None,
    as_json: bool,
    kop: Path | None,
    internal: bool,
    output: Path | None,
    previous: str | None,
    folder: Path | None,
    draft: bool,
    today: dt.date | None,
) -> int:
    """Write a document of the panel; while acts are missing it says KONSEP."""
    if folder is not None:
        return _all(path, folder, kop, previous, today, drafts=draft, as_json=as_json)
    if draft:
        raise click.UsageError(say("bahp.draft_without_all"))
    form = format_of(output, "json" if as_json else form, _FORMATS)
    check_asked(document, participant, form, kop, internal=internal)
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise click.UsageError(say("bahp.needs_output", form=form))
    evaluation, before = repeat_of(path, previous, as_json=form == "json")
    record = record_of(evaluation, document, participant, before, internal=internal)
    if today is not None:
        record = as_of(record, evaluation, today)
    deliver(_drawn(record, form, kop), output)
    if record.draft and (output is not None or form in _BINARY):
        tell(say("bahp.is_draft", reasons="; ".join(x.said(language()) for x in record.lacks)))
    if form == "pdf" and (lost := lost_in_pdf(kop)):
        tell(lost)
    return exit_code(evaluation)


def _all(
    path: str,
    folder: Path,
    kop: Path | None,
    previous: str | None,
    today: dt.date | None,
    *,
    drafts: bool,
    as_json: bool,
) -> int:
    """Write every paper that can be written into `folder`, and tell what the others wait for."""
    given = click.get_current_context()
    for name in _OF_ONE:
        if given.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option_ = "format" if name == "form" else name
            raise click.UsageError(say("bahp.not_with_all", option=f"--{option_}"))
    check_folder(folder)
    from tender_cli.paper_screen import folder_json, print_folder
    from tender_desk.documents.all_papers import TooManyPapersError, planned

    evaluation, before = repeat_of(path, previous, as_json=as_json)
    try:
        law = law_under(evaluation)
        plan = planned(evaluation, PAPERS, drafts=drafts, before=before, under=law, today=today)
    except TooManyPapersError as error:
        raise click.UsageError(say("bahp.too_many", count=error.count)) from error
    written = write_folder(plan.ready, folder, kop) if plan.ready else []
    if as_json:
        print_json(folder_json(plan, written, str(folder)))
    else:
        print_folder(evaluation, plan, written, str(folder), page())
        if any(not one.without_pdf for one in written) and (lost := lost_in_pdf(kop)):
            page().line(lost)
    return exit_code(evaluation)


def check_asked(
    document: Paper, participant: str | None, form: str, kop: Path | None, *, internal: bool
) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: two of them do not.
    """
    if internal and document is not BAHP:
        raise click.UsageError(say("bahp.internal_only_bahp"))
    if kop is not None and form not in _BINARY:
        raise click.UsageError(say("bahp.kop_only_binary"))
    if participant is not None and not (document.of_one or document.of_each):
        raise click.UsageError(say("bahp.not_of_one", document=document.key))


def record_of(
    evaluation: "Evaluation",
    document: Paper,
    participant: str | None,
    before: "Evaluation | None",
    *,
    internal: bool,
) -> "Record":
    """One document of the panel; of a selection that was called off its own in place of a BAHP.

    Raises:
        UsageError: nobody has the id of the participant, or there is nothing to tell.
    """
    if internal:
        return paper(evaluation, WORKING_PAPER, before=before)
    if document is BAHP and called_off(evaluation.package):
        document = CANCELLATION
    if participant is not None or document.of_each:
        who = bidder_of(evaluation, participant, unnamed="bahp.which_participant")
        participant = who.id
    try:
        return paper(evaluation, document, participant, before=before, under=law_under(evaluation))
    except NothingToTellError as error:
        reason = error.reason.said(language())
        raise click.UsageError(say("bahp.nothing_to_tell", reason=reason)) from error


def _drawn(record: "Record", form: str, kop: Path | None) -> str | bytes:
    if form == "docx":
        return as_docx(record, kop)
    if form == "pdf":
        return as_pdf(record, kop)
    if form == "json":
        from tender_desk.documents.as_json import bahp_dict

        return json.dumps(bahp_dict(record), ensure_ascii=False, indent=2) + "\n"
    from tender_desk.documents.markdown import markdown

    return markdown(record)
