"""`tender rules`: the values and rules of the law in force on a day, or one of them in full."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from tender_cli.command import command, option
from tender_cli.messages import nearest, say
from tender_cli.output import print_json
from tender_cli.tables import page

if TYPE_CHECKING:
    from tender.law import Law, Rule
    from tender.rulebook import Rulebook

__all__ = ["rules"]


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """A date as ISO 8601 writes it."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(say("rules.not_a_day", found=value), ctx, param) from None


@command("rules")
@click.argument("name", required=False)
@option("--at", metavar="YYYY-MM-DD", callback=_day)
@option("--overlay", metavar="NAME")
@option("--json", "as_json", is_flag=True)
def rules(name: str | None, at: dt.date | None, overlay: str | None, as_json: bool) -> None:
    """List the law in force, or explain one value or rule."""
    from tender_rules import national

    rulebook = national()
    if name is not None:
        explain_law(rulebook, name, as_json=as_json)
        return
    day = at or dt.datetime.now().astimezone().date()
    law = _law(rulebook, day, overlay)
    held = [rule for rule in rulebook.rules if _holds(rule, day)]
    if as_json:
        _list_as_json(rulebook, law, held)
        return
    from tender_cli.law_screens import print_rules, print_values

    screen = page()
    screen.line(say("rules.title", title=law.regime.title, day=day))
    if law.regime.notice:
        screen.line(law.regime.notice)
    print_values(law, rulebook.provisions, screen)
    print_rules(held, law, screen)


def explain_law(rulebook: "Rulebook", name: str, *, as_json: bool) -> None:
    """Print the value or the rule `name` in full.

    Raises:
        UsageError: there is neither.
    """
    from tender_cli import law_screens, law_text
    from tender_rules.uses import entries_of

    # A rule and the value that it turns on may have one name: then both are told.
    entries = entries_of(rulebook, name)
    rule = next((rule for rule in rulebook.rules if rule.id == name), None)
    if rule is None and not entries:
        known = [rule.id for rule in rulebook.rules] + [p.param for p in rulebook.provisions]
        raise click.UsageError(say("rules.unknown", found=name) + nearest(name, known))
    if as_json:
        told = {} if rule is None else dict(law_text.rule_dict(rule))
        if entries:
            made = [law_text.provision_dict(set_by, entry) for set_by, entry in entries]
            told |= {"param": name, "entries": made}
        print_json(told)
        return
    screen = page()
    if entries:
        law_screens.print_param(rulebook, name, screen)
    if rule is not None:
        law_screens.print_rule(rulebook, rule, screen)


def _law(rulebook: "Rulebook", day: dt.date, overlay: str | None) -> "Law":
    from tender.law import LawError

    if overlay is not None and overlay not in rulebook.overlays:
        known = ", ".join(sorted(rulebook.overlays))
        raise click.UsageError(say("rules.no_overlay", found=overlay, known=known))
    try:
        return rulebook.law_on(day, (overlay,) if overlay else ())
    except LawError as error:
        first = min(regime.since for regime in rulebook.regimes)
        raise click.UsageError(say("rules.too_early", day=day, first=first)) from error


def _holds(rule: "Rule[Any]", day: dt.date) -> bool:
    return rule.since <= day and (rule.until is None or day < rule.until)


def _list_as_json(rulebook: "Rulebook", law: "Law", held: "list[Rule[Any]]") -> None:
    from tender_cli.law_text import rule_dict, value_dict

    base = {provision.param: provision for provision in rulebook.provisions}
    values = [value_dict(law.values[name], base[name]) for name in sorted(law.values)]
    print_json(
        {
            "rulebook": law.regime.id,
            "title": law.regime.title,
            "since": law.regime.since.isoformat(),
            "digest": rulebook.digest,
            "overlays": list(law.overlays),
            "values": values,
            "rules": [rule_dict(rule) for rule in held],
        }
    )
