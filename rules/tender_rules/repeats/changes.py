"""Whose answers differ between an evaluation and the same bids evaluated anew."""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.formats.canonical import canonical_json
from tender_engine.formats.package_events import ASSESSMENT
from tender_engine.model import Assessment
from tender_engine.terms import StageId
from tender_rules.repeats.pair import Pair
from tender_rules.repeats.questions import Question, answers, entered, judged_stages

__all__ = ["Change", "changes", "judged_anew"]


@frozen
class Change:
    """A question whose answer differs: the entries that stayed, that are gone, and that are new."""

    about: Question
    kept: list[Assessment]
    gone: list[Assessment]
    come: list[Assessment]


def changes(pair: Pair) -> Iterator[Change]:
    """Every question of which an answer is new or gone, on whoever came to its stage.

    Who has not come there again yet, or falls before it now, has been judged there all the same.
    """
    stages = judged_stages(pair.new)
    was = {stage: entered(pair.old, stage) for stage in stages}
    there = was, {stage: was[stage] | entered(pair.new, stage) for stage in stages}
    known = {who.id for who in pair.old.given.participants}
    everybody = [who.id for who in pair.new.given.participants if who.id in known]
    before, after = (
        answers(each, everybody, about)
        for each, about in zip((pair.old, pair.new), there, strict=True)
    )
    for question in {**before, **after}:
        if question[1] in there[1].get(question[0], ()):
            one, other = (_by_words(side.get(question, [])) for side in (before, after))
            kept = [entry for words, entry in one.items() if words in other]
            gone = [entry for words, entry in one.items() if words not in other]
            come = [entry for words, entry in other.items() if words not in one]
            if gone or come:
                yield Change(question, kept, gone, come)


def _by_words(entries: list[Assessment]) -> dict[str, Assessment]:
    """Entries by all that they say; on whom and on which criterion they stand is left out."""
    found = {}
    for entry in entries:
        said = ASSESSMENT.write(entry) | {"at": entry.at.astimezone(dt.UTC).isoformat()}
        said.pop("participant")
        said.pop("criterion", None)
        found[canonical_json(said)] = entry
    return found


def judged_anew(old: Evaluation, new: Evaluation) -> tuple[tuple[StageId, str], ...]:
    """At which stage and of whom the answer to a question is a new one."""
    found = dict.fromkeys(made.about[:2] for made in changes(Pair(old, new)) if made.come)
    order = judged_stages(new)
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), natural(one[1]))))
