"""`tender explain`: a participant's whole story, a rule or value of the law, or a code."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tender_cli.command import command, option
from tender_cli.inputs import STDIN, evaluated
from tender_cli.messages import language, say
from tender_cli.output import print_json
from tender_cli.tables import page
from tender_cli.words import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import FaultText

__all__ = ["explain", "texts"]


@command("explain")
@click.argument("topic", metavar="PATH|RULE|CODE")
@click.argument("participant", required=False)
@option("--json", "as_json", is_flag=True)
def explain(topic: str, participant: str | None, as_json: bool) -> None:
    """Explain a participant's result, a rule, a value or a code."""
    if topic == STDIN or Path(topic).exists() or participant is not None:
        _explain_participant(topic, participant, as_json=as_json)
        return
    code = topic.upper()
    if code in texts():
        _explain_code(code, as_json=as_json)
        return
    from tender_cli.commands.rules import explain_law
    from tender_rules import national

    if notice := spoken(national().words).texts.get(f"notice.{code}"):
        _explain_notice(code, notice, as_json=as_json)
    else:
        explain_law(national(), topic, as_json=as_json)


def texts() -> "Mapping[str, FaultText]":
    """The words of every code that a diagnostic may have."""
    from tender_desk.batch.telling import BATCH_TEXTS
    from tender_desk.documents.word.kop_error import KOP_TEXTS
    from tender_desk.ocds.faults import OCDS_TEXTS
    from tender_desk.reader_texts import TEXTS as READER
    from tender_desk.spse.page_values import PAGE_TEXTS
    from tender_engine.log_remarks import LOG_TEXTS
    from tender_rules.objections import OBJECTION_TEXTS as LAW
    from tender_rules.overlay_error import OVERLAY_TEXTS
    from tender_rules.whatif.own_question import WHATIF_TEXTS

    of_files = {**READER, **LAW, **LOG_TEXTS, **KOP_TEXTS, **PAGE_TEXTS}
    of_many = {**BATCH_TEXTS, **OCDS_TEXTS}
    return {**of_files, **of_many, **OVERLAY_TEXTS, **WHATIF_TEXTS}


def _explain_code(code: str, *, as_json: bool) -> None:
    words = texts()[code]
    message, hint = words.message(language()), words.hint(language())
    if as_json:
        print_json({"code": code, "message": message, "hint": hint})
        return
    screen = page()
    screen.line(f"{code}: {message}")
    screen.line(f"{say('hint')}: {hint}", 2)
    if "{" in message + hint:
        screen.line(say("explain.places"), 2)


def _explain_notice(code: str, message: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"code": code, "message": message})
    else:
        page().line(f"{code}: {message}")


def _explain_participant(path: str, participant: str | None, *, as_json: bool) -> None:
    evaluation = evaluated(path, as_json=as_json)
    bidders = {who.id: who for who in evaluation.package.participants}
    if participant not in bidders:
        known = ", ".join(f"{who.id} ({who.name})" for who in bidders.values()) or say(
            "explain.nobody"
        )
        key = "explain.no_participant" if participant else "explain.which_participant"
        raise click.UsageError(say(key, found=participant, known=known))
    if as_json:
        from tender_engine.formats.evaluation_writing import evaluation_dict

        about = _about(participant, evaluation_dict(evaluation))
        print_json(about | _computed(evaluation, participant))
    else:
        from tender_cli.story import print_story

        print_story(evaluation, bidders[participant], page())


def _about(participant: str, whole: "Mapping[str, Any]") -> dict[str, Any]:
    """What an evaluation says about one participant."""
    lists = ("prices", "scores", "ranking", "awaiting", "notices")
    stages = [
        {"stage": stage["id"], **verdict}
        for stage in whole["stages"]
        for verdict in stage["verdicts"]
        if verdict["participant"] == participant
    ]
    mine = {
        name: [item for item in whole[name] if item["participant"] == participant] for name in lists
    }
    return {"participant": participant, "stages": stages, **mine}


def _computed(evaluation: "Evaluation", participant: str) -> dict[str, Any]:
    """Every formula with this participant's numbers."""
    from tender_rules.formulas import formulas_of

    made = formulas_of(evaluation, participant)
    return {"formulas": [{"label": formula.label, "text": formula.text} for formula in made]}
