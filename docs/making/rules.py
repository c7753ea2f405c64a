"""The rules by topic, and the grounds of failure that no rule holds."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from docs.making.sources import Sources
from docs.making.words import marked, nested, page_link, proved, topic_title
from tender_engine.declared import Vocabulary
from tender_engine.findings import Citation
from tender_engine.law import Rule
from tender_engine.rulebook import Rulebook
from tender_rules.explaining import FAILING, pages, topic_of
from tender_rules.uses import params_of

__all__ = ["grounds_section", "rules_section", "topics"]


def topics(rulebook: Rulebook) -> Mapping[str, tuple[Rule[Any], ...]]:
    """The topics that have rules, each with its own."""
    found = {
        topic: tuple(rule for rule in rulebook.rules if topic_of(rule.id) == topic)
        for topic in pages()
    }
    return {topic: rules for topic, rules in found.items() if rules}


def rules_section(found: Sources, topic: str, rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    """One topic: its page and its rules."""
    yield from (f"### {topic_title(topic)}", "", f"Explained in {page_link(topic)}.", "")
    for rule in rules:
        until = f" until {rule.until}" if rule.until else ""
        check = (
            f"; decides the named check `{rule.check.key}`, {rule.check.words.id}"
            if rule.check
            else ""
        )
        yield from (f"#### `{rule.id}`", "", f"{rule.title}; from {rule.since}{until}{check}.", "")
        yield from _citations(found.rulebook, rule.cites, rule.since, rule.until)
        values = ", ".join(f"`{param}`" for param in params_of(rule))
        yield f"- Values: {values or 'none'}"
        yield f"- Proved by: {proved(found.tests[rule.id], [topic])}"
        yield ""


def _citations(
    rulebook: Rulebook,
    cites: tuple[Citation, ...],
    since: dt.date,
    until: dt.date | None = None,
) -> Iterator[str]:
    lines = [f"{c.instrument} {c.article}: {marked(rulebook, c, since, until)}" for c in cites]
    yield from nested("Rests on", *lines)


def grounds_section(found: Sources) -> Iterator[str]:
    """Every ground on which a procurement fails: who declares it, and what follows."""
    first = min(regime.since for regime in found.rulebook.regimes)
    words = Vocabulary.of(found.rulebook.words, "id")
    for of, topic in FAILING.items():
        yield from (f"### {topic_title(topic)}", "", f"Explained in {page_link(topic)}.", "")
        for name, ground in found.rulebook.grounds.items():
            if ground.of is not of:
                continue
            said = ground.words.id
            yield from (f"#### `{name}`", "", f"{said[0].upper()}{said[1:]}.", "")
            yield f"- Declared by {words.term(ground.declared_by)}"
            yield f"- What follows: {words.said('next', ground.follow_up)}"
            yield from _citations(found.rulebook, ground.citations, first)
            yield f"- Proved by: {proved(found.tests[name], [topic])}"
            yield ""
