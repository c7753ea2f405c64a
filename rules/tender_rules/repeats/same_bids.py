"""The same bids evaluated anew: nothing differs but what was named, later than what led to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from tender_engine.events import (
    Award,
    Clarification,
    Closing,
    Confirmation,
    Deadline,
    Event,
    Extension,
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
from tender_engine.formats.canonical import package_dict
from tender_engine.terms import StageId
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.repeats.changes import Change, changes
from tender_rules.repeats.making import holding_on
from tender_rules.repeats.pair import Pair, unlike
from tender_rules.repeats.scope import Scope
from tender_rules.stages.sizes import BUSINESS_SIZE
from tender_rules.words import date_and_clock, event_named

__all__ = ["evaluated_anew"]

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
_HANDING_IN = (Deadline, Extension, Closing)


def evaluated_anew(pair: Pair) -> Iterator[Fault]:
    """Everything that differs and may not, everything new that is too old, all that is lacking."""
    scope, made = Scope.of(pair), [*changes(pair)]
    yield from scope.of_names()
    yield from _same_tender(pair)
    touched = _recorded(pair, made)
    yield from _same_participants(pair, scope, touched)
    yield from _events(pair, scope)
    yield from _judgements(pair, scope, made)
    yield from scope.of_untouched(touched)
    new = [event for _, event in pair.new_events]
    ended = any(isinstance(event, _ENDS) for event in new)
    same = not made and not any(isinstance(event, _EVALUATES) for event in new)
    if ended and same and not scope.named:
        yield Fault("ATR091", ("assessments",), {})


def _events(pair: Pair, scope: Scope) -> Iterator[Fault]:
    """What is about the bids themselves is there, no act of the old evaluation is."""
    holds_on = holding_on(pair.old)
    for event in pair.gone_events:
        if holds_on(event):
            yield Fault("ATR086", ("events",), _dated(event))
    new = dict(pair.new_events)
    phases = {event.of for event in pair.old.given.events if isinstance(event, _HANDING_IN)}
    for index, event in enumerate(pair.new.given.events):
        if index not in new:
            if not holds_on(event):
                yield Fault("ATR090", ("events", index), _dated(event))
        elif pair.too_old(event.at):
            yield pair.told_old(("events", index, "at"), event_named(type(event)), event.at)
        elif isinstance(event, _HANDING_IN) and event.of in phases:
            yield Fault("ATR100", ("events", index), _dated(event))
        elif isinstance(event, Clarification) and not scope.admits(event.stage, event.participant):
            yield scope.told(event.stage, event.participant, "klarifikasi", "events", index)


def _dated(event: Event) -> dict[str, str]:
    return {"what": event_named(type(event)), "at": date_and_clock(event.at)}


def _same_tender(pair: Pair) -> Iterator[Fault]:
    """Whatever was asked and by whom, and who else is concerned, to the last word."""
    before, after = (package_dict(each.given) for each in (pair.old, pair.new))
    for key in unlike(before["tender"], after["tender"]):
        yield Fault("ATR082", ("tender", key), {"what": f"tender.{key}"})
    for key in ("pokja", "parties"):
        if before.get(key) != after.get(key):
            yield Fault("ATR082", (key,), {"what": key})


def _same_participants(
    pair: Pair, scope: Scope, recorded: set[tuple[StageId, str]]
) -> Iterator[Fault]:
    """Whoever took part, with what it handed in; what is known of it changes on a record alone."""
    before, after = (
        {who["id"]: who for who in package_dict(each.given).get("participants", ())}
        for each in (pair.old, pair.new)
    )
    listed = has_prakualifikasi(pair.new.given.tender)
    places = {who.id: index for index, who in enumerate(pair.new.given.participants)}
    for name in sorted(before.keys() | after.keys()):
        here: Path = ("participants", *([places[name]] if name in places else []))
        if name not in before or name not in after:
            yield Fault("ATR083", here, {"who": (before.get(name) or after[name])["name"]})
            continue
        (one, known), (other, now) = _apart(before[name]), _apart(after[name])
        if listed and "penawaran" not in one.get("submitted", {}):
            yield from _bid_since(pair, name, here)
            other = _without_bid(one, other)
        for key in unlike(one, other):
            yield Fault("ATR084", (*here, key), {"who": other["name"], "what": key})
        for key in unlike(known, now):
            place = ("facts", key) if key in after[name].get("facts", {}) else ()
            stage = StageId(key)
            if not scope.admits(stage, name):
                yield scope.told(stage, name, "data", *here, *place)
            elif (stage, name) not in recorded and (scope.names(stage, name) or key in known):
                params = {"who": other["name"], "stage": stage.replace("_", " ")}
                yield Fault("ATR085", (*here, *place), params)


def _without_bid(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """A participant of a list as it was before it bid: what a bid adds was not there then."""
    kept = {key: part for key, part in other.items() if key in one or key == "submitted"}
    given = {k: at for k, at in other.get("submitted", {}).items() if k == "kualifikasi"}
    return {**kept, "submitted": given} if "submitted" in one else kept


def _bid_since(pair: Pair, name: str, here: Path) -> Iterator[Fault]:
    """A bid that came in on the list which the qualification evaluated anew led to."""
    who = next(each for each in pair.new.given.participants if each.id == name)
    for phase in ("penawaran", "penawaran_tahap_dua"):
        at = getattr(who.submitted, phase)
        if at is not None and pair.too_old(at):
            words = f"pemasukan penawaran oleh {who.name}"
            yield pair.told_old((*here, "submitted", phase), words, at)


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


def _recorded(pair: Pair, made: list[Change]) -> set[tuple[StageId, str]]:
    """By stage and bidder, where something new is on record: an answer, or a klarifikasi."""
    found = {(each.about[0], each.about[1]) for each in made if each.come}
    for _, event in pair.new_events:
        if isinstance(event, Clarification) and not pair.too_old(event.at):
            found.add((event.stage, event.participant))
    return found


def _judgements(pair: Pair, scope: Scope, made: list[Change]) -> Iterator[Fault]:
    """An answer is the old one whole, or one that was named and is later than what led to it."""
    places = {id(entry): index for index, entry in enumerate(pair.new.given.assessments)}
    told: set[Path] = set()
    for each in made:
        (stage, who, _), here = each.about, each.about[:2]
        come: list[Path] = [("assessments", places[id(entry)]) for entry in each.come]
        if not scope.names(stage, who) and (each.gone or not scope.was_open(stage, who)):
            if here not in told:
                told.add(here)
                scored = any(entry.score is not None for entry in (*each.come, *each.gone))
                place = come[0] if come else ("assessments",)
                yield scope.told(stage, who, "nilai" if scored else "penilaian", *place)
            continue
        names = {one.id: one.name for one in pair.new.given.participants}
        words = f"{stage.replace('_', ' ')} atas {names[who]}"
        for path, entry in zip(come, each.come, strict=True):
            if pair.too_old(entry.at) and path not in told:
                told.add(path)
                yield pair.told_old((*path, "at"), f"penilaian {words}", entry.at)
        if each.kept and each.gone and here not in told:
            told.add(here)
            params = {"who": names[who], "stage": stage.replace("_", " ")}
            yield Fault("ATR088", ("assessments",), params)
