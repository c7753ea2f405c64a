"""A folder of papers on a screen and as JSON: what was written, and what the others wait for."""

from collections.abc import Sequence
from typing import Any

from tender_cli.messages import language, say
from tender_cli.paper_folder import Written
from tender_cli.tables import Page
from tender_desk.documents.all_papers import Awaited, Plan
from tender_engine.evaluation import Evaluation

__all__ = ["folder_json", "print_folder"]

# So many lines of a list are shown, and so many names in a line; JSON has all.
_LINES, _NAMES = 60, 5


def print_folder(
    evaluation: Evaluation, plan: Plan, written: Sequence[Written], folder: str, page: Page
) -> None:
    """What was written to `folder`, then what cannot be written as yet and what it waits for."""
    new = [one for one in written if not one.there]
    if new:
        _print_new(evaluation, new, folder, page)
    elif not written:
        page.line(say("bahp.folder_empty"))
    if len(new) < len(written):
        page.line(say("bahp.folder_there", count=len(written) - len(new), folder=folder))
    if plan.awaited:
        page.heading(say("bahp.folder_awaits"))
        for awaited in plan.awaited[:_LINES]:
            page.line(_waiting(evaluation, awaited), 2)
        _more(len(plan.awaited), page)
        if any(awaited.draft for awaited in plan.awaited):
            page.line(say("bahp.folder_drafts"))


def _print_new(evaluation: Evaluation, new: Sequence[Written], folder: str, page: Page) -> None:
    page.heading(say("bahp.folder_written", count=len(new), folder=folder))
    for one in new[:_LINES]:
        page.line(_told(evaluation, one), 2)
    _more(len(new), page)
    if any(one.beside for one in new):
        page.line(say("bahp.folder_beside"), 2)
    for reasons in dict.fromkeys(one.lacks for one in new if one.lacks):
        said = "; ".join(reason.said(language()) for reason in reasons)
        page.line(say("bahp.is_draft", reasons=said), 2)
    for reason in dict.fromkeys(one.without_pdf for one in new if one.without_pdf):
        page.line(say("bahp.without_pdf", reason=reason), 2)


def _more(count: int, page: Page) -> None:
    if count > _LINES:
        page.line(say("bahp.folder_more", count=count - _LINES), 2)


def _told(evaluation: Evaluation, one: Written) -> str:
    paper = one.paper
    called = paper.words.said(language())
    whose = f": {_name(evaluation, paper.view.bidder)}" if paper.view.bidder else ""
    return f"{one.files[0].removesuffix('.docx')}  {called}{whose}"


def _waiting(evaluation: Evaluation, awaited: Awaited) -> str:
    """A kind of paper, of whom, and what it waits for."""
    names = [_name(evaluation, name) for name in awaited.participants]
    shown = ", ".join(names[:_NAMES])
    if len(names) > _NAMES:
        shown += say("bahp.folder_others", count=len(names) - _NAMES)
    whose = f" ({shown})" if shown else ""
    reasons = "; ".join(reason.said(language()) for reason in awaited.reasons)
    return f"{awaited.words.said(language())}{whose}: {reasons}"


def _name(evaluation: Evaluation, participant: str | None) -> str:
    people = evaluation.package.participants
    return next((who.name for who in people if who.id == participant), participant or "")


def folder_json(plan: Plan, written: Sequence[Written], folder: str) -> dict[str, Any]:
    """The same for programs, whole."""
    return {
        "folder": folder if written else None,
        "written": [
            {
                "document": one.paper.kind.key,
                "participant": one.paper.view.bidder,
                "draft": one.paper.draft,
                "secret": one.paper.secret,
                "files": list(one.files),
                "there": one.there,
                "without_pdf": one.without_pdf or None,
            }
            for one in written
        ],
        "awaited": [
            {
                "document": awaited.kind.key,
                "participants": list(awaited.participants),
                "draft": awaited.draft,
                "reasons": [reason.said(language()) for reason in awaited.reasons],
            }
            for awaited in plan.awaited
        ],
    }
