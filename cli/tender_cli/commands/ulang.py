"""`tender ulang`: the package that repeats another one, with what it takes over of it."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tender_cli.command import Choice, argument, command, option
from tender_cli.delivering import deliver_folder
from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import as_diagnostics, bidder_of, judge, read, refused
from tender_cli.law_inputs import day_given
from tender_cli.messages import nearest, say
from tender_cli.output import clean, print_json, print_text, tell, write_new
from tender_cli.tables import page
from tender_cli.words import day

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.model import Package
    from tender_engine.terms import StageId
    from tender_rules.repeats.naming import Anew

__all__ = ["ulang"]

_EVALUATION, _BIDS, _TENDER, _QUALIFICATION = "evaluasi", "penawaran", "tender", "prakualifikasi"
_KINDS = (_EVALUATION, _BIDS, _TENDER, _QUALIFICATION)
# What is announced anew, and so under the law of another day.
_ANNOUNCED = (_TENDER, _QUALIFICATION)
_FORMS = {".json": "json", ".xlsx": "xlsx"}
_FILES = {"json": "paket.json", "xlsx": "paket.xlsx"}


@command("ulang")
@argument("kind", metavar="|".join(_KINDS), type=Choice(_KINDS))
@argument("old", metavar="OLD")
@argument("new", metavar="NEW", type=click.Path(path_type=Path))
@option("--anew", metavar="STAGE[:PARTICIPANT]", multiple=True)
@option("--announced", metavar="YYYY-MM-DD", callback=day_given)
@option("--reason", metavar="TEXT")
@option("--json", "as_json", is_flag=True)
def ulang(
    kind: str,
    old: str,
    new: Path,
    anew: tuple[str, ...],
    announced: dt.date | None,
    reason: str | None,
    as_json: bool,
) -> None:
    """Write the package that repeats another one; nothing is ever overwritten.

    What was written is read and judged as it will be: another law may refuse what it asks.
    """
    _check(kind, anew, announced)
    reading = read(old)
    evaluation, diagnostics = judge(reading)
    if evaluation is None:
        raise refused(diagnostics)
    from tender_engine.terms import PreviousKind
    from tender_rules.repeats.making import repeated

    _check_kind(evaluation, kind, announced)
    named = _named(evaluation, anew) if kind == _EVALUATION else {}
    why, repeat = reason or _reason(evaluation), PreviousKind(f"{kind}_ulang")
    made = repeated(evaluation, repeat, why, anew=named, announced=announced)
    form = _FORMS.get(new.suffix.casefold()) or ("xlsx" if reading.workbook else "json")
    file = _write(new, _content(made, evaluation.given, form), form)
    _, wrong = judge(read(str(file)))
    if as_json:
        told = {"created": str(file), "kind": str(repeat), "reason": why}
        print_json({**told, "diagnostics": as_diagnostics(wrong)})
    else:
        _tell(evaluation, made, file, reason)
        for stage in _unjudged(evaluation, named):
            tell(say("ulang.nothing_there", stage=stage))
        # What is to be typed stays on one line; a refresh lays out what a workbook still lacks.
        next_ = {"command": "worksheet" if form == "xlsx" else "evaluate", "file": file, "old": old}
        print_text(clean(say("ulang.mend" if wrong else "ulang.next", **next_)))
    if wrong:
        raise refused(wrong)


def _check(kind: str, anew: tuple[str, ...], announced: dt.date | None) -> None:
    """Refuse options that do not belong to the kind, and want the day of those announced.

    Raises:
        UsageError: it is missing, or one is too many.
    """
    if anew and kind != _EVALUATION:
        raise click.UsageError(say("ulang.anew_is_for_evaluasi"))
    if (kind in _ANNOUNCED) != (announced is not None):
        raise click.UsageError(say("ulang.announced_is_for_new"))


def _check_kind(evaluation: "Evaluation", kind: str, announced: dt.date | None) -> None:
    """Refuse a prakualifikasi where there was none, and a day older than what led to a repeat.

    Raises:
        UsageError: it is so.
    """
    from tender_rules.procurement_kind import has_prakualifikasi
    from tender_rules.repeats.causes import not_before

    if kind == _QUALIFICATION and not has_prakualifikasi(evaluation.given.tender):
        raise click.UsageError(say("ulang.no_prakualifikasi"))
    since = not_before(evaluation)
    if announced is not None and since is not None and announced < since.date():
        raise click.UsageError(say("ulang.too_early", day=announced, since=day(since.date())))


def _reason(evaluation: "Evaluation") -> str:
    """The reason as the old package records it.

    Raises:
        UsageError: it records none.
    """
    from tender_rules.repeats.causes import cause_of

    cause = cause_of(evaluation)
    if cause is None:
        raise click.UsageError(say("ulang.no_reason"))
    return cause.said


def _named(evaluation: "Evaluation", anew: tuple[str, ...]) -> "Anew":
    """What is judged anew, by stage; the whole stage where somebody names no participant.

    Both are named as on the sheets: `evaluasi teknis: CV Dua Contoh`.

    Raises:
        UsageError: there is no such stage, no such participant, or it never came to that stage;
            or nothing is named.
    """
    from tender_desk.workbook.kinds import Part
    from tender_desk.workbook.kinds.people import STAGE
    from tender_desk.workbook.reading.local import Local, Terms
    from tender_engine.findings import natural
    from tender_rules import national
    from tender_rules.repeats.questions import entered, judged_stages

    stages = {str(stage): stage for stage in judged_stages(evaluation)}
    if not anew:
        raise click.UsageError(say("ulang.no_anew", known=", ".join(stages)))
    people = {who.id: who.name for who in evaluation.given.participants}
    kind = STAGE.within(Local(None, Terms(national().words)))
    found: dict[StageId, set[str] | None] = {}
    for word in anew:
        typed, colon, who = (part.strip() for part in word.partition(":"))
        name = str(kind.read(Part(typed)))
        if name not in stages:
            _refuse("ulang.no_stage", typed, stages, ", ".join(stages))
        if colon:
            who = bidder_of(evaluation, who, unnamed="explain.no_participant").id
        stage = stages[name]
        there = entered(evaluation, stage)
        if colon and who not in there:
            said = ", ".join(f"{one} ({people[one]})" for one in sorted(there, key=natural))
            _refuse("ulang.not_there", word, (), said)
        before = found.get(stage, set())
        found[stage] = {*before, who} if colon and before is not None else None
    return found


def _refuse(key: str, found: str, near: Iterable[str], known: str) -> NoReturn:
    words = say(key, found=found, known=known or say("explain.nobody"))
    raise click.UsageError(f"{words}.{nearest(found, near)}")


def _write(new: Path, content: str | bytes, form: str) -> Path:
    """Write the package to the file `new`, or into a folder of that name.

    Raises:
        UnusableError: something stands there already, or it cannot be written.
    """
    if new.suffix.casefold() not in _FORMS:
        deliver_folder(new, {_FILES[form]: content})
        return new / _FILES[form]
    try:
        if not write_new(new, content):
            raise UnusableError(say("file.exists", path=new))
    except OSError as error:
        raise unusable(error, new) from error
    return new


def _content(made: "Package", before: "Package", form: str) -> str | bytes:
    if form == "xlsx":
        from tender_desk.workbook.drawn.drawing import workbook_bytes
        from tender_rules import national

        return workbook_bytes(made, national(), before)
    from tender_desk.spse.writing import pretty_json
    from tender_desk.workbook.layouts.listed_order import as_listed

    return pretty_json(as_listed(made))


def _unjudged(evaluation: "Evaluation", anew: "Anew") -> list[str]:
    """The stages of which somebody is named and nobody had judged anything there."""
    judged = {entry.stage for entry in evaluation.given.assessments}
    return [str(stage) for stage in anew if stage not in judged]


def _tell(evaluation: "Evaluation", made: "Package", file: Path, typed: str | None) -> None:
    """What was written, why, and what the record of the old package would have led to instead.

    A reason that was `typed` stays as it is.
    """
    from tender_cli.repeat_screen import tell_otherwise
    from tender_cli.words import retold, spoken
    from tender_desk.documents.kind import Kind

    of, words = Kind.of_evaluation(evaluation), spoken(evaluation.basis.words)
    what, code = of.repeats(words, made), evaluation.given.tender.code
    screen = page()
    screen.line(clean(say("ulang.made", file=file, what=what, code=code)))
    reason = typed or (retold(made.previous.reason) if made.previous else "")
    screen.line(clean(say("ulang.reason", reason=reason)))
    tell_otherwise(evaluation, made)
