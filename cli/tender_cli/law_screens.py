"""Values and rules of the law on a screen."""

import datetime as dt
import inspect
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from tender_cli.messages import language, say
from tender_cli.tables import Page
from tender_cli.words import author, cited, day, passage, read_as, retold, since
from tender_engine.declared import Check, Ground, Vocabulary
from tender_engine.findings import READ, Citation, Source, said
from tender_engine.law import Law, Provision, Rule
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Canceller, Subject
from tender_rules.explaining import FAILING, page_for, pages
from tender_rules.stages.failure import CANCELLED
from tender_rules.uses import cited_from, ends_on, entries_of, params_of

__all__ = [
    "entry_said",
    "print_cancelled",
    "print_check",
    "print_ground",
    "print_page",
    "print_param",
    "print_rule",
    "print_rules",
    "print_settings",
    "print_values",
]


# How a page heads its table of provisions; a page is in Indonesian.
_NAMED = re.compile("`([^`]+)`")
_PROVISIONS = ["Ketentuan", "Instrumen", "Pasal", "Keadaan bacaan"]


def print_values(law: Law, provisions: Iterable[Provision], words: Vocabulary, page: Page) -> None:
    """Every value in force: what, since when, how well read, what is open, who set it; then why."""
    local = {provision.param: provision.local for provision in provisions}
    values = [used for _, used in sorted(law.values.items()) if used.source is not Source.SETTING]
    page.heading(say("rules.values", count=len(values)))
    for value in values:
        name = value.param
        page.line(f"{name} = {read_as(words, value)}")
        page.line(words.param(name), 4)
        page.line(
            say(
                "rules.value",
                text=passage(value),
                source=words.said("source", value.source),
                since=day(value.since),
                local=say(f"local.{local[name]}"),
                set_by=author(words, value.set_by),
            ),
            4,
        )
        known = law.instruments.get(value.instrument)
        if known is not None and known.until and known.has_ended(law.day):
            page.line(say("rules.ended", until=day(known.until), why=retold(known.why or "")), 4)
        elif known is not None and not known.is_basis_on(law.day):
            page.line(say("rules.to_come", since=day(known.since)), 4)


def print_settings(
    law: Law, provisions: Iterable[Provision], words: Vocabulary, page: Page
) -> None:
    """Every setting of the house: what it is, what it is for, and who set it; none is law."""
    settings = (p for p in provisions if p.source is Source.SETTING)
    by_name = {p.param: p for p in settings if p.param in law.values}
    page.heading(say("rules.settings", count=len(by_name)))
    page.line(say("rules.settings_are"))
    for name in sorted(by_name):
        entry, used = by_name[name], law.value(name)
        page.line(f"{name} = {used.value}")
        page.line(
            say(
                "rules.setting",
                text=entry.article,
                since=day(used.since),
                local=say(f"local.{entry.local}"),
                set_by=author(words, used.set_by),
            ),
            4,
        )
        _note(entry, words, page, 4)


def print_rules(rules: Iterable[Rule[Any]], law: Law, words: Vocabulary, page: Page) -> None:
    """Every rule with its title and provisions, as well read as they are under `law`."""
    rules = tuple(rules)
    page.heading(say("rules.rules", count=len(rules)))
    for rule in rules:
        page.line(f"{rule.id}: {retold(rule.title)}")
        page.line(cited(words, (law.cite(cite, rule.since) for cite in rule.cites)), 4)


def print_param(rulebook: Rulebook, param: str, words: Vocabulary, page: Page) -> None:
    """One value with all its dated entries, readings and places."""
    page.heading(f"{param}: {words.param(param)}")
    for set_by, entry in entries_of(rulebook, param):
        told = entry_said(words, param, entry)
        page.heading(f"{since(entry.since, entry.until)}: {told}")
        if entry.variant:
            key = "rules.default" if entry.default else "rules.choice"
            page.line(say(key, variant=entry.variant), 2)
        end = ends_on(rulebook, set_by, entry)
        _print_provision(rulebook, _written(entry), entry.since, words, page, end)
        _note(entry, words, page, 2)
        by, local = author(words, set_by), say(f"local.{entry.local}")
        page.line(say("rules.local", local=local, set_by=by), 2)
        page.line(say("rules.place", place=entry.place, checked=day(entry.checked)), 2)
    users = [rule.id for rule in rulebook.rules if param in params_of(rule)]
    page.line()
    page.line(say("rules.used_by", rules=", ".join(users) or say("rules.used_by_stage")))


def entry_said(words: Vocabulary, param: str, entry: Provision) -> str:
    """A value as it is written, and what it means where it is a term."""
    value = said(entry.value)
    meant = words.texts.get(f"param.{param}.{value}")
    return f"{value} ({meant})" if meant else value


def print_rule(rulebook: Rulebook, rule: Rule[Any], words: Vocabulary, page: Page) -> None:
    """One rule: what it says, its provisions and dates, the values it uses, and its page."""
    page.heading(f"{rule.id}: {retold(rule.title)}")
    page.line(since(rule.since, rule.until), 2)
    if rule.check is not None:
        named = f"{rule.check.key} ({words.term(rule.check.key)})"
        page.line(say("explain.decides", check=named), 2)
    page.heading(say("explain.provisions"))
    for citation in rule.cites:
        _print_provision(rulebook, citation, rule.since, words, page)
    text = page_for(rule.id)
    if text is None or language() == "en":
        # The page says it in Indonesian, and at length.
        page.heading(say("explain.meaning"))
        page.line(" ".join((inspect.getdoc(rule.decide) or "").split()), 2)
    params = params_of(rule)
    if params:
        page.heading(say("explain.values"))
    for param in params:
        for set_by, entry in entries_of(rulebook, param):
            where = f"{passage(entry)}, {since(entry.since)}"
            value = entry_said(words, param, entry) if language() == "en" else said(entry.value)
            by = author(words, set_by)
            page.line(f"{param} = {value}: {where} ({by}; {entry.place})", 2)
            end = ends_on(rulebook, set_by, entry)
            _print_later(rulebook, _written(entry), entry.since, words, page, end)
    if text is not None:
        print_page(rulebook, text, page)


def print_ground(rulebook: Rulebook, ground: Ground, words: Vocabulary, page: Page) -> None:
    """A ground of failure: what is so, who declares it, what follows, and the texts behind it."""
    page.heading(f"{ground.id}: {words.said('ground', ground.id)}")
    by = words.term(ground.declared_by)
    values = [entry.value for _, entry in entries_of(rulebook, ground.effective or "")]
    when = ", ".join(words.said("effective", str(value)) for value in values or ["segera"])
    page.line(say("evaluate.to_declare", by=by, effective=when), 2)
    page.line(say("evaluate.next", next=words.said("next", ground.follow_up)), 2)
    page.heading(say("explain.provisions"))
    for citation in ground.citations:
        _print_provision(rulebook, citation, rulebook.regimes[0].since, words, page)
    print_page(rulebook, pages()[FAILING[ground.of]], page)


def print_cancelled(rulebook: Rulebook, words: Vocabulary, page: Page) -> None:
    """The end by a decision, which is no ground of a failure and rests on no text."""
    page.heading(f"{CANCELLED}: {words.said('ground', CANCELLED)}")
    by, when = ", ".join(Canceller).upper(), words.said("effective", "segera")
    page.line(say("explain.cancelled", by=by, effective=when), 2)
    print_page(rulebook, pages()[FAILING[Subject.PEMILIHAN]], page)


def print_check(rulebook: Rulebook, check: Check[Any, Any], words: Vocabulary, page: Page) -> None:
    """A named check: what it is called, at which stage, and each rule by which it is decided."""
    page.heading(f"{check.key}: {words.term(check.key)}")
    stage = words.said("stage", check.stage)
    page.line(say("explain.check", stage=stage), 2)
    for rule in rulebook.deciding(check):
        print_rule(rulebook, rule, words, page)


def _print_provision(
    rulebook: Rulebook,
    written: Citation,
    begun: dt.date,
    words: Vocabulary,
    page: Page,
    end: dt.date | None = None,
) -> None:
    """A provision where it was read, what it is called from later days on, and whether it ended.

    What rests on it does so until `end`, if it has one.
    """
    (_, first), *_ = rulebook.cited_since(written, begun)
    page.line(cited(words, [first]), 2)
    _print_later(rulebook, written, begun, words, page, end)
    known = rulebook.instruments.get(written.instrument)
    if known is not None and known.until is not None:
        page.line(say("rules.ended", until=day(known.until), why=retold(known.why or "")), 4)


def _print_later(
    rulebook: Rulebook,
    written: Citation,
    begun: dt.date,
    words: Vocabulary,
    page: Page,
    end: dt.date | None = None,
) -> None:
    """What a passage is called from later days on, before `end`."""
    for on, citation in rulebook.cited_since(written, begun, end)[1:]:
        page.line(f"{since(on)}: {cited(words, [citation])}", 4)


def _note(entry: Provision, words: Vocabulary, page: Page, indent: int) -> None:
    """What an entry says beside its value; notes are Indonesian, so in English what it is."""
    note = entry.note if language() == "id" else words.param(entry.param)
    if entry.note:
        page.line(note, indent)


def _written(entry: Provision) -> Citation:
    """The passage of a value, as it was read."""
    return Citation(entry.instrument, entry.article, entry.source)


def print_page(rulebook: Rulebook, text: str, page: Page) -> None:
    """A page of the law: its titles, paragraphs, and tables as tables; in English, where it is."""
    if language() == "en":
        page.heading(say("explain.page"))
        return
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
            continue
        if rows:
            table = [row for row in rows[1:] if set(row[0]) - set(":-")]
            if rows[0] == _PROVISIONS:
                table = [_dated(rulebook, row) for row in table]
            page.table(rows[0], table)
            rows = []
        if line.startswith("#"):
            page.heading(line.lstrip("# "))
        elif line:
            page.line(line)


def _dated(rulebook: Rulebook, row: list[str]) -> list[str]:
    """A provision of a page with its later numbers and marks, each after the day it begins on."""
    words = Vocabulary.of(rulebook.words, "id")
    marks = {words.said("source", source): source for source in READ}
    what, instrument, article, mark = row
    written = Citation(instrument, article, marks[mark])
    end = _until(rulebook, what, written)
    turns = rulebook.cited_since(written, cited_from(rulebook, written), end)
    for (_, before), (on, after) in pairwise(turns):
        if after.article != before.article:
            article += f"; {since(on)} {after.article}"
        if after.source != before.source:
            mark += f"; {since(on)} {words.said('source', after.source)}"
    return [what, instrument, article, mark]


def _until(rulebook: Rulebook, what: str, written: Citation) -> dt.date | None:
    """When the last value that a row names and takes from its passage is replaced by another."""
    ends = [
        ends_on(rulebook, set_by, entry)
        for param in _NAMED.findall(what)
        for set_by, entry in entries_of(rulebook, param)
        if _written(entry) == written
    ]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
