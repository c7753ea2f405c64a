"""What would have changed a result, on a screen."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tender_cli.local_standards import law_under
from tender_cli.messages import say
from tender_cli.output import figure
from tender_cli.tables import Page
from tender_cli.whatif_question import Question
from tender_cli.words import moment, names_of, retold, spoken, worked
from tender_desk.workbook.told.place_words import what_if_said
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation
from tender_engine.events import TYPES
from tender_rules import Flip, Outcome, WhatIf
from tender_rules.whatif.cells import RANGES
from tender_rules.words import event_named

__all__ = ["print_asked", "print_what_if"]


def print_what_if(found: WhatIf, evaluation: Evaluation, screen: Page) -> None:
    """The result, and what would change it, the nearest of each kind first."""
    telling = _Telling(evaluation)
    found = what_if_said(found, evaluation.basis, telling.words, law_under(evaluation).declarations)
    screen.line(say("whatif.outcome", outcome=telling.outcome(found.outcome)))
    _aside(found, screen)
    if not found.outcome.decided:
        needs = telling.needs(found.waits_for)
        screen.line(say("whatif.waits", needs=needs))
        return
    if found.steady:
        screen.line(say("whatif.steady"))
    for key, flips in (("flips", found.flips), ("to_waiting", found.to_waiting)):
        if flips:
            screen.heading(say(f"whatif.{key}"))
            heads = [
                say(f"whatif.{head}") for head in ("what", "now", "to", "below", "at", "above")
            ]
            screen.table(heads, [telling.row(flip) for flip in flips])
    for key, further in (("further", found.further), ("further_waiting", found.further_waiting)):
        for each in further:
            whose = f", {telling.names[each.participant]}" if each.participant else ""
            kind = say(f"whatif.kind.{each.kind}")
            screen.line(say(f"whatif.{key}", cells=each.cells, kind=kind, whose=whose))
    if found.unlooked:
        kinds = ", ".join(say(f"whatif.kind.{kind}") for kind in found.unlooked)
        screen.line(say("whatif.unlooked", kinds=kinds))
    screen.line(say("whatif.ranges", ranges="; ".join(_ranges())))


def print_asked(question: Question, evaluation: Evaluation, screen: Page) -> None:
    """The result before and after."""
    telling, asked = _Telling(evaluation), question.asked
    screen.line(say("whatif.before", outcome=telling.outcome(asked.before)))
    after = telling.outcome(asked.after)
    screen.line(say("whatif.after", place=question.said, value=question.figure, outcome=after))
    if asked.after is not None and asked.after.same_as(asked.before):
        screen.line(say("whatif.same"))


def _aside(found: WhatIf, screen: Page) -> None:
    if found.set_aside:
        acts = ((event_named(TYPES[event.type]), event.at) for event in found.set_aside)
        events = "; ".join(f"{retold(act)} {moment(at)}" for act, at in acts)
        screen.line(say("whatif.aside", events=events))


def _ranges() -> Iterator[str]:
    for kind, of in RANGES.items():
        yield f"{say(f'whatif.kind.{kind}')} {say(f'whatif.range.{of}')}"


class _Telling:
    """Names and words of one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.names = names_of(evaluation.package)
        self.words: Vocabulary = spoken(evaluation.basis.words)

    def outcome(self, outcome: Outcome | None, *, names: bool = True) -> str:
        """An outcome in words, with names or with ids of bidders; nothing where there is none."""
        if outcome is None:
            return ""
        named = [outcome.winner] if outcome.winner else outcome.listed
        who = ", ".join(self.names.get(name, name) if names else name for name in named)
        why = self.needs(outcome.codes) if outcome.kind == "menunggu" else ", ".join(outcome.codes)
        why = self.words.said("ground", outcome.ground) if outcome.ground else why
        return say(f"whatif.is.{outcome.kind}", who=who, why=why)

    def needs(self, codes: Iterable[str]) -> str:
        """What is awaited, in words."""
        return ", ".join(self.words.said("need", code) for code in codes)

    def row(self, flip: Flip) -> tuple[str, ...]:
        """A change as a row."""
        what = f"{say(f'whatif.kind.{flip.kind}')}: {flip.subject}"
        now, to = worked(flip.now or ""), worked(flip.after)
        if flip.exact is not None:
            now, near, far = (
                figure(Decimal(told or 0)) for told in (flip.now, flip.before, flip.after)
            )
            to = say("whatif.exact", near=near, far=far)
        sides = [self.outcome(side, names=False) for side in (flip.below, flip.at, flip.above)]
        return (what, now, to, *sides)
