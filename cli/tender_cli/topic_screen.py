"""A topic of the law for who reads English: its rules and values, since its page is Indonesian."""

import inspect
import re

from tender_cli.law_screens import entry_said, print_page
from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cited, retold, since
from tender_engine.declared import Vocabulary
from tender_engine.findings import Citation
from tender_engine.rulebook import Rulebook
from tender_rules.explaining import pages, topic_of
from tender_rules.uses import entries_of

__all__ = ["print_topic"]

_NAMED = re.compile("`([^`]+)`")


def print_topic(rulebook: Rulebook, topic: str, words: Vocabulary, page: Page) -> None:
    """What each rule on the page means, and what each value that it names is, with its readings."""
    text = pages()[topic]
    rules = [rule for rule in rulebook.rules if topic_of(rule.id) == topic]
    if rules:
        page.heading(say("rules.rules", count=len(rules)))
    for rule in rules:
        page.line(f"{rule.id}: {retold(rule.title)}")
        page.line(" ".join((inspect.getdoc(rule.decide) or "").split()), 4)
    params = [name for name in dict.fromkeys(_NAMED.findall(text)) if name in rulebook.by_param]
    if params:
        page.heading(say("explain.values"))
    for param in params:
        page.line(f"{param}: {words.param(param)}")
        for _, entry in entries_of(rulebook, param):
            source = Citation(entry.instrument, entry.article, entry.source)
            value = entry_said(words, param, entry)
            page.line(f"{since(entry.since)}: {value}; {cited(words, [source])}", 4)
    print_page(rulebook, text, page)
