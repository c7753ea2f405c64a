"""A comparison on a screen: what came out otherwise; `comparison_causes` says from what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from attrs import evolve

from tender_cli.comparison_causes import Pair, print_causes
from tender_cli.comparison_tables import SIDES, print_prices, print_ranking, print_scores
from tender_cli.messages import say
from tender_cli.summary import awaiting_lines
from tender_cli.tables import Page
from tender_cli.words import (
    cited,
    day,
    follow_up,
    names_of,
    reason_of,
    retold,
    rule_named,
    spoken,
    stage_title,
)
from tender_desk.documents.kind import Kind
from tender_engine.changes import Change
from tender_engine.comparing import Comparison, VerdictChange
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import StageVerdict
from tender_engine.findings import Finding

__all__ = ["print_comparison"]

Found: TypeAlias = StageVerdict | Finding | None

# What an evaluation comes to; the rest of a comparison is what it comes from.
_OUTCOME = ("outcome", "verdicts", "reasons", "prices", "scores", "ranking", "awaiting")


def print_comparison(found: Comparison, pair: Pair, files: Sequence[str], page: Page) -> None:
    """Both sides by name, then everything that differs, the result first and the causes last."""
    for side, file, evaluation in zip(SIDES, files, pair, strict=True):
        law = evaluation.law
        page.line(f"{side}: {file}")
        page.line(f"{evaluation.package.tender.code}  {evaluation.package.tender.title}", 3)
        overlays = "".join(f" + {name}" for name in law.overlays)
        title = retold(law.regime.title) + overlays
        page.line(say("compare.law", day=day(law.day), title=title), 3)
    if found.same:
        page.line(say("compare.same"))
        return
    if not any(getattr(found, part) for part in _OUTCOME):
        page.line(say("compare.same_outcome"))
    names = {**names_of(pair[0].package), **names_of(pair[1].package)}
    # What only the earlier rulebook names is said in its words.
    words = spoken({**pair[0].basis.words, **pair[1].basis.words})
    kind = Kind.of_evaluation(pair[1])
    _outcome(found.outcome, words, kind, names, page)
    called = partial(_rule_called, pair, kind)
    for title, verdicts in (("verdicts", found.verdicts), ("reasons", found.reasons)):
        if verdicts:
            page.heading(say(f"compare.{title}", count=len(verdicts)))
        for verdict in verdicts:
            _verdict(verdict, called, words, kind, names, page)
    print_prices(found.prices, words, kind, names, page)
    print_scores(found.scores, kind, names, page)
    print_ranking(found.ranking, words, kind, names, page)
    _awaiting(found.awaiting, pair, kind, page)
    print_causes(found, pair, words, page)


def _outcome(
    outcome: Iterable[Change[Any]],
    words: Vocabulary,
    kind: Kind,
    names: Mapping[str, str],
    page: Page,
) -> None:
    rows = [
        [
            say(f"compared.{change.name}"),
            *(
                _said(change.name, part, words, kind, names)
                for part in (change.before, change.after)
            ),
        ]
        for change in outcome
    ]
    if rows:
        page.heading(say("result"))
        page.table([say("column.what"), *SIDES], rows)


def _said(name: str, part: Any, words: Vocabulary, kind: Kind, names: Mapping[str, str]) -> str:
    """One part of the outcome in words; a dash where there is none."""
    if not part:
        return "-"
    if isinstance(part, tuple):
        return ", ".join(part)
    if name == "winner":
        return names.get(part, part)
    if name == "next":
        return follow_up(words, kind, part)
    if name == "failure":
        return f"{words.said('ground', part)} ({part})"
    return say(f"{name}.{part}")


def _rule_called(pair: Pair, kind: Kind, rule: str) -> str:
    """A rule by its name in a rulebook that has it."""
    basis = next((each.basis for each in reversed(pair) if rule in each.basis.rules), pair[1].basis)
    return rule_named(basis, kind, rule)


def _verdict(
    change: VerdictChange,
    called: Callable[[str], str],
    words: Vocabulary,
    kind: Kind,
    names: Mapping[str, str],
    page: Page,
) -> None:
    sides = (change.before, change.after)
    about = f"{names[change.participant]}, {stage_title(words, kind, change.stage)}"
    page.line(f"{about}: {_moved(words, sides, say('compare.absent'))}", 2)
    _reasons(sides, 4, page)
    if None in sides:
        return  # every finding came or went with the verdict
    told = {side.reason for side in sides if side}
    for finding in change.findings:
        _finding(finding, called(finding.name), told, words, page)


def _reasons(sides: Sequence[Found], indent: int, page: Page, told: Iterable[str] = ()) -> None:
    for side, found in zip(SIDES, sides, strict=True):
        if found is not None and not any(found.reason in reason for reason in told):
            page.line(f"{side}: {reason_of(found)}", indent)


def _finding(
    change: Change[Finding], named: str, told: Iterable[str], words: Vocabulary, page: Page
) -> None:
    """What a rule found; its reason where the verdict does not give it already."""
    sides = (change.before, change.after)
    page.line(f"{named}: {_moved(words, sides, '-')}", 4)
    _reasons(sides, 6, page, told)
    citations = dict.fromkeys(cite for side in sides if side for cite in side.citations)
    page.line(f"{say('story.basis')}: {cited(words, citations)}", 6)


def _moved(words: Vocabulary, sides: Sequence[Found], none: str) -> str:
    """A verdict and what became of it; once where it stayed, `none` where there is none."""
    said = [none if found is None else words.term(found.verdict).lower() for found in sides]
    return " -> ".join(dict.fromkeys(said))


def _awaiting(found: Sequence[Change[Any]], pair: Pair, kind: Kind, page: Page) -> None:
    if not found:
        return
    page.heading(say("evaluate.awaiting"))
    only = ([c.before for c in found if c.before], [c.after for c in found if c.after])
    for side, items, evaluation in zip(SIDES, only, pair, strict=True):
        for line in awaiting_lines(evolve(evaluation, awaiting=tuple(items)), kind):
            page.line(f"{side}: {line}", 2)
