"""The same bids evaluated anew: nothing differs but judgements later than what led to them.

What was named to be judged anew is recorded nowhere: it is whatever has a new answer.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import (
    Award,
    Clarification,
    Confirmation,
    FailureAct,
    Minutes,
    Negotiation,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
    TypingConfirmation,
    Withdrawal,
)
from tender_engine.faults import Fault, Path
from tender_engine.findings import natural
from tender_engine.formats.canonical import canonical_json, package_dict
from tender_engine.formats.package_events import ASSESSMENT
from tender_engine.model import Assessment
from tender_engine.terms import StageId
from tender_rules.repeats.making import holding_on
from tender_rules.repeats.pair import Pair, named
from tender_rules.repeats.questions import Question, answers, entered, judged_stages
from tender_rules.stages.sizes import BUSINESS_SIZE
from tender_rules.words import date_and_clock

__all__ = ["evaluated_anew", "judged_anew"]

# What changes an evaluation beside judgements, and what tells of its result.
_EVALUATES = (
    Clarification,
    Confirmation,
    Negotiation,
    PriceOpening,
    RankingDecision,
    ReverseAuction,
    TypingConfirmation,
    Withdrawal,
)
_ENDS = (Award, FailureAct, Minutes)


@frozen
class _Change:
    """A question whose answer differs: the entries that stayed, that are gone, and that are new."""

    about: Question
    kept: list[Assessment]
    gone: list[Assessment]
    come: list[Assessment]


def evaluated_anew(pair: Pair) -> Iterator[Fault]:
    """Everything that is not as it was, and everything new that is too old."""
    changes = [*_changes(pair)]
    yield from _same_tender(pair)
    yield from _same_participants(pair, _recorded(pair, changes))
    yield from _events(pair)
    yield from _judgements(pair, changes)
    new = [event for _, event in pair.new_events]
    ended = any(isinstance(event, _ENDS) for event in new)
    if ended and not changes and not any(isinstance(event, _EVALUATES) for event in new):
        yield Fault("ATR091", ("assessments",), {})


def _events(pair: Pair) -> Iterator[Fault]:
    """What is about the bids themselves is there, no act of the old evaluation is."""
    holds_on = holding_on(pair.old)
    for event in pair.gone_events:
        if holds_on(event):
            params = {"what": named(event), "at": date_and_clock(event.at)}
            yield Fault("ATR086", ("events",), params)
    new = dict(pair.new_events)
    for index, event in enumerate(pair.new.given.events):
        if index in new and pair.too_old(event.at):
            yield pair.told_old(("events", index, "at"), named(event), event.at)
        elif index not in new and not holds_on(event):
            params = {"what": named(event), "at": date_and_clock(event.at)}
            yield Fault("ATR090", ("events", index), params)


def judged_anew(old: Evaluation, new: Evaluation) -> tuple[tuple[StageId, str], ...]:
    """At which stage and of whom the answer to a question is a new one."""
    changes = _changes(Pair(old, new))
    found = dict.fromkeys((made.about[0], made.about[1]) for made in changes if made.come)
    order = judged_stages(new)
    return tuple(sorted(found, key=lambda one: (order.index(one[0]), natural(one[1]))))


def _same_tender(pair: Pair) -> Iterator[Fault]:
    """Whatever was asked and by whom, to the last word."""
    before, after = (package_dict(each.given) for each in (pair.old, pair.new))
    for key in _unlike(before["tender"], after["tender"]):
        yield Fault("ATR082", ("tender", key), {"what": f"tender.{key}"})
    if before["pokja"] != after["pokja"]:
        yield Fault("ATR082", ("pokja",), {"what": "pokja"})


def _unlike(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return sorted(key for key in {*one, *other} if one.get(key) != other.get(key))


def _same_participants(pair: Pair, recorded: set[tuple[str, str]]) -> Iterator[Fault]:
    """Whoever took part, with what it handed in; what is known of it changes on a record alone."""
    before, after = (
        {who["id"]: who for who in package_dict(each.given).get("participants", ())}
        for each in (pair.old, pair.new)
    )
    places = {who.id: index for index, who in enumerate(pair.new.given.participants)}
    for name in sorted(before.keys() | after.keys()):
        here: Path = ("participants", *([places[name]] if name in places else []))
        if name not in before or name not in after:
            yield Fault("ATR083", here, {"who": (before.get(name) or after[name])["name"]})
            continue
        (one, known), (other, now) = _apart(before[name]), _apart(after[name])
        for key in _unlike(one, other):
            yield Fault("ATR084", (*here, key), {"who": other["name"], "what": key})
        for stage in _unlike(known, now):
            if (stage, name) not in recorded:
                place = ("facts", stage) if stage in after[name].get("facts", {}) else ()
                params = {"who": other["name"], "stage": stage.replace("_", " ")}
                yield Fault("ATR085", (*here, *place), params)


def _apart(who: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A bidder as it is and bid, and what is known of it and of its members, by stage."""
    known: dict[str, dict[str, Any]] = defaultdict(dict)
    own = _take_known(who, known)
    if "members" in who:
        own["members"] = [_take_known(member, known) for member in who["members"]]
    return own, dict(known)


def _take_known(business: Mapping[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    rest = dict(business)
    for stage, facts in rest.pop("facts", {}).items():
        known[stage][business["id"]] = facts
    if BUSINESS_SIZE.key in rest:
        size = rest.pop(BUSINESS_SIZE.key)
        known[str(BUSINESS_SIZE.stage)][f"{business['id']}.{BUSINESS_SIZE.key}"] = size
    return rest


def _recorded(pair: Pair, changes: list[_Change]) -> set[tuple[str, str]]:
    """By stage and bidder, where something new is on record: an answer, or a klarifikasi."""
    found = {(str(made.about[0]), made.about[1]) for made in changes if made.come}
    for _, event in pair.new_events:
        if isinstance(event, Clarification) and not pair.too_old(event.at):
            found.add((str(event.stage), event.participant))
    return found


def _changes(pair: Pair) -> Iterator[_Change]:
    stages = judged_stages(pair.new)
    there = [{stage: entered(each, stage) for stage in stages} for each in (pair.old, pair.new)]
    known = {who.id for who in pair.old.given.participants}
    everybody = [who.id for who in pair.new.given.participants if who.id in known]
    before, after = (
        answers(each, everybody, about)
        for each, about in zip((pair.old, pair.new), there, strict=True)
    )
    for question in {**before, **after}:
        if any(question[1] in about.get(question[0], ()) for about in there):
            one, other = (_by_words(side.get(question, [])) for side in (before, after))
            kept = [entry for words, entry in one.items() if words in other]
            gone = [entry for words, entry in one.items() if words not in other]
            come = [entry for words, entry in other.items() if words not in one]
            if gone or come:
                yield _Change(question, kept, gone, come)


def _by_words(entries: list[Assessment]) -> dict[str, Assessment]:
    """Entries by all that they say; on whom and on which criterion they stand is left out."""
    found = {}
    for entry in entries:
        said = ASSESSMENT.write(entry) | {"at": entry.at.astimezone(dt.UTC).isoformat()}
        said.pop("participant")
        said.pop("criterion", None)
        found[canonical_json(said)] = entry
    return found


def _judgements(pair: Pair, changes: list[_Change]) -> Iterator[Fault]:
    """An answer is the old one whole, or one that is later than what led to it."""
    places = {id(entry): index for index, entry in enumerate(pair.new.given.assessments)}
    names = {who.id: who.name for who in pair.new.given.participants}
    told: set[Path] = set()
    for made in changes:
        stage, who = made.about[0].replace("_", " "), names[made.about[1]]
        for entry in made.come:
            path: Path = ("assessments", places[id(entry)], "at")
            if pair.too_old(entry.at) and path not in told:
                told.add(path)
                yield pair.told_old(path, f"penilaian {stage} {who}", entry.at)
        if made.kept and made.gone and made.about[:2] not in told:
            told.add(made.about[:2])
            yield Fault("ATR088", ("assessments",), {"who": who, "stage": stage})
