"""What of the law changed, on a screen: values as two commands tell them, amendments, rules."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import evolve

from tender_cli.messages import say
from tender_cli.tables import Page
from tender_cli.words import cited, day, founded, passage, read_as, retold, since
from tender_engine.changes import Change, paired
from tender_engine.declared import Vocabulary
from tender_engine.findings import Citation, UsedValue
from tender_engine.law import Law
from tender_engine.law_changes import LawChanges, RuleInForce, StandingValue

__all__ = ["print_law_changes", "print_values"]

Labels: TypeAlias = tuple[str, str]
# What a value is called, and what it is.
Told: TypeAlias = Callable[[UsedValue], tuple[str, str]]


def print_law_changes(
    before: Law, after: Law, found: LawChanges, words: Vocabulary, page: Page
) -> None:
    """Everything that changed from one day to the other, what matters most first."""
    labels = (day(before.day), day(after.day))
    page.line(say("diff.title", before=labels[0], after=labels[1]))
    for label, law in zip(labels, (before, after), strict=True):
        overlays = "".join(f" + {name}" for name in law.overlays)
        page.line(f"{label}: {retold(law.regime.title)}{overlays}", 2)
        if law.regime.notice:
            page.line(retold(law.regime.notice), 4)
    told = (found.regimes, found.amendments, found.instruments, found.values, found.rules)
    if not any(told):
        page.line(say("diff.same"))
    _print_amendments(found, page)
    _print_instruments(found, labels, page)
    values = [_of_value(change) for change in found.values]
    print_values(values, labels, words, page, lambda value: (value.param, read_as(words, value)))
    _print_local(found.values, words, page)
    _print_rules(found.rules, words, page)


def print_values(
    values: Iterable[Change[UsedValue]], labels: Labels, words: Vocabulary, page: Page, told: Told
) -> None:
    """Values in three parts: another value, another text for it, only read otherwise.

    Each by what it is called and what it is, as it is `told`.
    """
    rest = list(values)
    for key, belongs in _KINDS.items():
        part = [change for change in rest if belongs(change)]
        rest = [change for change in rest if change not in part]
        if part:
            page.heading(say(f"diff.{key}", count=len(part)))
        for change in part:
            marks = key == "values_read"
            for indent, line in _value_lines(change, labels, words, told, marks=marks):
                page.line(line, indent)


def _another_value(change: Change[UsedValue]) -> bool:
    one, other = change.before, change.after
    return one is None or other is None or one.value != other.value


def _another_text(change: Change[UsedValue]) -> bool:
    one, other = change.before, change.after
    return not (one and other and evolve(one, source=other.source) == other)


def _any(_: Change[UsedValue]) -> bool:
    return True


_KINDS: dict[str, Callable[[Change[UsedValue]], bool]] = {
    "values": _another_value,
    "values_text": _another_text,
    "values_read": _any,
}


def _value_lines(
    change: Change[UsedValue], labels: Labels, words: Vocabulary, told: Told, *, marks: bool
) -> Iterator[tuple[int, str]]:
    one, other = change.before, change.after
    sides = [told(side) if side else ("", "-") for side in (one, other)]
    name, values = sides[1][0] or sides[0][0], [said for _, said in sides]
    # Where it is called by its code, what it is stands below.
    called = [words.param(name)] if name in {side.param for side in (one, other) if side} else []
    if marks and one and other:
        yield 2, f"{name} = {values[1]}: {passage(other)} {_marks(words, one, other)}"
        yield from ((4, each) for each in called)
        return
    said = f" = {values[0]}" if values[0] == values[1] else f": {values[0]} -> {values[1]}"
    yield 2, name + said
    yield from ((4, each) for each in called)
    for label, side in zip(labels, (one, other), strict=True):
        if side is not None:
            yield 4, f"{label}: {founded(words, side)}"


def _marks(words: Vocabulary, one: UsedValue | Citation, other: UsedValue | Citation) -> str:
    """How well a text was read, on both sides."""
    return f"[{words.said('source', one.source)} -> {words.said('source', other.source)}]"


def _of_value(change: Change[StandingValue]) -> Change[UsedValue]:
    one, other = change.before, change.after
    return Change(change.name, one.used if one else None, other.used if other else None)


def _print_local(values: Iterable[Change[StandingValue]], words: Vocabulary, page: Page) -> None:
    both = [(change.name, change.before, change.after) for change in values]
    moved = [(name, a.local, b.local) for name, a, b in both if a and b and a.local != b.local]
    if moved:
        page.heading(say("diff.local", count=len(moved)))
    for name, one, other in moved:
        page.line(f"{name}: {say(f'local.{one}')} -> {say(f'local.{other}')}", 2)
        page.line(words.param(name), 4)


def _print_amendments(found: LawChanges, page: Page) -> None:
    for key, texts in (
        ("diff.amended", [change.after for change in found.amendments if not change.before]),
        ("diff.amended_back", [change.before for change in found.amendments if not change.after]),
    ):
        if texts:
            page.heading(say(key, count=len(texts)))
        for text in filter(None, texts):
            said = {"instrument": text.instrument, "amends": text.amends, "since": day(text.since)}
            page.line(say("diff.amendment", **said), 2)


def _print_instruments(found: LawChanges, labels: Labels, page: Page) -> None:
    """Texts that an act can rest on, on one of the days only, with the day that parts them."""
    texts = found.instruments
    for (here, there), part in (
        (labels[::-1], [change.after for change in texts if change.after]),
        (labels, [change.before for change in texts if change.before]),
    ):
        if part:
            page.heading(say("diff.instruments", here=here, there=there, count=len(part)))
        for text in part:
            begins = f", {since(text.since)}" if text.since > dt.date.min else ""
            ends = f", {say('until')} {day(text.until)}" if text.until else ""
            page.line(f"{text.name}{begins}{ends}", 2)
            if text.why:
                page.line(retold(text.why), 4)


def _print_rules(rules: Sequence[Change[RuleInForce]], words: Vocabulary, page: Page) -> None:
    """Rules that begin, that end, and those cited otherwise, with what differs of the citations."""
    begun = [change for change in rules if change.before is None]
    ended = [change for change in rules if change.after is None]
    other = [change for change in rules if change not in (*begun, *ended)]
    for key, part in (
        ("diff.rules_begun", begun),
        ("diff.rules_ended", ended),
        ("diff.rules_cited", other),
    ):
        if part:
            page.heading(say(key, count=len(part)))
        for change in part:
            held = change.after or change.before
            page.line(f"{change.name}: {retold(held.rule.title) if held else ''}", 2)
            for line in _citation_lines(words, change):
                page.line(line, 4)


def _citation_lines(words: Vocabulary, change: Change[RuleInForce]) -> Iterator[str]:
    before, after = (held.citations if held else () for held in (change.before, change.after))
    for cite in paired(before, after, lambda cite: f"{cite.instrument} {cite.article}"):
        if cite.before and cite.after:
            yield f"{cite.name} {_marks(words, cite.before, cite.after)}"
        elif cite.after:
            yield f"+ {cited(words, [cite.after])}"
        elif cite.before:
            yield f"- {cited(words, [cite.before])}"
