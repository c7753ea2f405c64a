"""`tender explain`: a participant's whole story, a rule or value of the law, or a code."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tender_cli.answers import about_dict, code_dict, texts
from tender_cli.command import argument, command, option
from tender_cli.inputs import STDIN, bidder_of, evaluated
from tender_cli.messages import say
from tender_cli.output import print_json
from tender_cli.tables import page
from tender_cli.words import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["explain", "topic_dict"]


@command("explain")
@argument("topic", metavar="PATH|RULE|CODE")
@argument("participant", required=False)
@option("--json", "as_json", is_flag=True)
def explain(topic: str, participant: str | None, as_json: bool) -> None:
    """Explain a participant's result, a rule, a value or a code."""
    if topic == STDIN or Path(topic).exists() or participant is not None:
        _explain_participant(topic, participant, as_json=as_json)
        return
    told = topic_dict(topic)
    if as_json:
        print_json(told)
    elif "code" in told:
        _show_code(told)
    else:
        from tender_cli.commands.rules import explain_law
        from tender_rules import national

        explain_law(national(), topic)


def topic_dict(topic: str, *, unknown: str = "rules.unknown") -> "Mapping[str, Any]":
    """The words of a code, or what the law has under a name; `unknown` is the text if neither.

    Raises:
        UsageError: it is neither.
    """
    code = topic.upper()
    if code in texts():
        return code_dict(code)
    from tender_cli.commands.rules import law_named
    from tender_rules import national

    if notice := spoken(national().words).texts.get(f"notice.{code}"):
        return {"code": code, "message": notice}
    return law_named(national(), topic, unknown=unknown)


def _show_code(told: "Mapping[str, Any]") -> None:
    """A code of a fault with its hint; a notice has none."""
    screen, hint = page(), told.get("hint", "")
    screen.line(f"{told['code']}: {told['message']}")
    if hint:
        screen.line(f"{say('hint')}: {hint}", 2)
    if "{" in told["message"] + hint and hint:
        screen.line(say("explain.places"), 2)


def _explain_participant(path: str, participant: str | None, *, as_json: bool) -> None:
    evaluation = evaluated(path, as_json=as_json)
    who = bidder_of(evaluation, participant, unnamed="explain.which_participant")
    if as_json:
        print_json(about_dict(evaluation, who.id))
    else:
        from tender_cli.story import print_story

        print_story(evaluation, who, page())
