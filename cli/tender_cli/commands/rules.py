"""`tender rules`: the law in force on a day, one value or rule in full, or what changed of it."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from tender_cli.command import argument, command, option
from tender_cli.law_inputs import day_given, day_of, law_on
from tender_cli.messages import in_words, language, nearest, say
from tender_cli.output import print_json
from tender_cli.tables import page
from tender_cli.words import day, retold, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tender_engine.rulebook import Rulebook

__all__ = ["explain_law", "law_named", "rules"]

_DIFF = "diff"


@command("rules")
@argument("name", required=False, metavar="[NAME | diff FROM TO]")
@argument("days", nargs=-1, metavar="")
@option("--at", metavar="YYYY-MM-DD", callback=day_given)
@option("--overlay", metavar="NAME")
@option("--json", "as_json", is_flag=True)
def rules(
    name: str | None,
    days: tuple[str, ...],
    at: dt.date | None,
    overlay: str | None,
    as_json: bool,
) -> None:
    """List the law in force, explain one value or rule, or tell what changed between two days."""
    from tender_rules import national

    rulebook, overlays = national(), (overlay,) if overlay is not None else ()
    if name == _DIFF:
        _diff(rulebook, days, at, overlays, as_json=as_json)
        return
    if days:
        raise click.UsageError(_too_many(days))
    if name is not None:
        if as_json:
            print_json(law_named(rulebook, name))
        else:
            explain_law(rulebook, name)
        return
    on = at or dt.datetime.now().astimezone().date()
    law = law_on(rulebook, on, overlays)
    if as_json:
        from tender_cli.law_text import law_dict

        print_json(law_dict(rulebook, law))
        return
    from tender_cli.law_screens import print_rules, print_settings, print_values
    from tender_engine.rulebook import live

    screen = page()
    screen.line(say("rules.title", title=retold(law.regime.title), day=day(on)))
    if law.regime.notice:
        screen.line(retold(law.regime.notice))
    provisions = live(rulebook.provisions, on)
    words = spoken(rulebook.words)
    print_values(law, provisions, words, screen)
    print_settings(law, provisions, words, screen)
    held = [rule for rule in rulebook.rules if rule.holds_on(on)]
    print_rules(held, law, words, screen)


def explain_law(rulebook: "Rulebook", name: str) -> None:
    """Print the value, the rule, the check, the ground of failure or the page `name` in full.

    Raises:
        UsageError: there is none.
    """
    from tender_cli import law_screens
    from tender_rules.explaining import pages
    from tender_rules.stages.failure import CANCELLED

    told = law_named(rulebook, name)
    if name == CANCELLED:
        law_screens.print_cancelled(rulebook, spoken(rulebook.words), page())
    elif "topic" not in told:
        _explain_named(rulebook, name)
    elif language() == "en":
        from tender_cli.topic_screen import print_topic

        print_topic(rulebook, name, spoken(rulebook.words), page())
    else:
        law_screens.print_page(rulebook, pages()[name], page())


def law_named(
    rulebook: "Rulebook", name: str, *, unknown: str = "rules.unknown"
) -> "Mapping[str, Any]":
    """All that the law has under one name, or the page of that topic.

    `unknown` is the text where it has nothing.

    Raises:
        UsageError: it has nothing.
    """
    from tender_cli.law_text import cancelled_dict, named_dict
    from tender_rules.explaining import pages
    from tender_rules.stages.failure import CANCELLED

    if name == CANCELLED:
        return cancelled_dict(rulebook)
    if told := named_dict(rulebook, name):
        return told
    if name in pages():
        return {"topic": name, "page": pages()[name]}
    known = [*_names(rulebook), CANCELLED]
    raise click.UsageError(say(unknown, found=name) + nearest(name, known))


def _explain_named(rulebook: "Rulebook", name: str) -> None:
    """All that the rulebook has under one name."""
    from tender_cli import law_screens
    from tender_rules.uses import entries_of

    # A rule and the value that it turns on may have one name: then both are told.
    entries = entries_of(rulebook, name)
    rule = next((rule for rule in rulebook.rules if rule.id == name), None)
    ground, checks = rulebook.grounds.get(name), rulebook.declarations.checks
    check = next((check for check in checks if check.key == name), None)
    screen, words = page(), spoken(rulebook.words)
    if entries:
        law_screens.print_param(rulebook, name, words, screen)
    if rule is not None:
        law_screens.print_rule(rulebook, rule, words, screen)
    if ground is not None:
        law_screens.print_ground(rulebook, ground, words, screen)
    if check is not None:
        law_screens.print_check(rulebook, check, words, screen)


def _names(rulebook: "Rulebook") -> "Iterator[str]":
    """Whatever the rulebook can be asked about by name."""
    yield from (rule.id for rule in rulebook.rules)
    yield from (provision.param for provision in rulebook.provisions)
    yield from rulebook.grounds
    yield from (check.key for check in rulebook.declarations.checks)


def _too_many(words: tuple[str, ...]) -> str:
    plural = "s" if len(words) > 1 else ""
    told = in_words(f"Got unexpected extra argument{plural} ({{args}})")
    return told.format(args=" ".join(words))


def _diff(
    rulebook: "Rulebook",
    days: tuple[str, ...],
    at: dt.date | None,
    overlays: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """What of the law changed from the first day to the second."""
    if at is not None or len(days) != len(("FROM", "TO")):
        raise click.UsageError(say("rules.diff_usage"))
    before, after = (law_on(rulebook, day_of(day), overlays) for day in days)
    from tender_cli.law_changes_screen import print_law_changes
    from tender_cli.law_changes_text import law_changes_dict
    from tender_engine.law_changes import compare_laws

    found = compare_laws(rulebook, before, after)
    if as_json:
        print_json(law_changes_dict(rulebook, before, after, found))
    else:
        print_law_changes(before, after, found, spoken(rulebook.words), page())
