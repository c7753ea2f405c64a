"""New bids in the same round: the tender, its panel and who was qualified stay what they were.

The document stays too, unless it is what was wrong: Pasal 51 ayat (8) has bids handed in anew for
that ground, and for a Seleksi whose talks failed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.events import Confirmation, Explanation
from tender_engine.faults import Fault, Path
from tender_engine.findings import natural
from tender_engine.formats.canonical import package_dict
from tender_engine.judgement import EVERYBODY
from tender_engine.model import Assessment, Package
from tender_engine.terms import PreviousKind
from tender_rules.procurement_kind import has_prakualifikasi
from tender_rules.repeats.causes import cause_of
from tender_rules.repeats.making import repeated
from tender_rules.repeats.naming import QUALIFYING
from tender_rules.repeats.pair import Pair, unlike
from tender_rules.stages.failure import WRONG_DOCUMENT
from tender_rules.words import date_and_clock, event_named

__all__ = ["Other", "others", "same_tender"]

# What the Dokumen Pemilihan says, which a correction of it may change.
_OF_DOCUMENT = frozenset(
    {"document", "requirements", "hps", "regulation", "contract", "method", "envelope"}
)
_ROUNDS = frozenset({"round", "qualification_round"})  # counted for every kind of repeat
# What is about the tender or its document, whoever bids.
_HOLD_ON = (Confirmation, Explanation)
# Who somebody is, and as what it was qualified.
_ITSELF, _QUALIFIED = ("name", "npwp"), ("name", "npwp", "business_size", "members")


@frozen
class Other:
    """Something that differs and may: a key of the package, or of `who` takes part.

    Where there is no `key`, only one of both packages has that participant.
    """

    key: str = ""
    who: str = ""


def others(old: Evaluation, new: Evaluation) -> Iterator[Other]:
    """What of a penawaran ulang differs from the package before and may, for people to look at."""
    before, after = (package_dict(each.given) for each in (old, new))
    keys = unlike(before["tender"], after["tender"])
    yield from (Other(f"tender.{key}") for key in keys if key not in _ROUNDS)
    yield from (Other(key) for key in ("pokja", "parties") if before.get(key) != after.get(key))
    if has_prakualifikasi(new.given.tender):
        return
    was, now = _by_id(before), _by_id(after)
    for name in sorted(was.keys() | now.keys(), key=natural):
        if name not in was or name not in now:
            yield Other("", (now.get(name) or was[name])["name"])
        for key in _ITSELF:
            if name in was and name in now and was[name].get(key) != now[name].get(key):
                yield Other(key, now[name]["name"])


def same_tender(pair: Pair) -> Iterator[Fault]:
    """Everything that differs and may not, and what was taken over of the bids before."""
    before, after = (package_dict(each.given) for each in (pair.old, pair.new))
    cause = cause_of(pair.old)
    open_ = _ROUNDS
    if cause is not None and cause.ground == WRONG_DOCUMENT:
        open_ |= _OF_DOCUMENT
    for key in unlike(before["tender"], after["tender"]):
        if key not in open_:
            yield Fault("ATR101", ("tender", key), {"what": f"tender.{key}"})
    kept = repeated(pair.old, PreviousKind.PENAWARAN_ULANG, "-")
    if has_prakualifikasi(pair.new.given.tender):
        yield from _same_qualified(package_dict(kept), after)
    yield from _events(pair, kept)
    yield from _judgements(pair, kept)


def _same_qualified(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Fault]:
    """Whoever took part in the prakualifikasi is there, as it was qualified."""
    was, now = _by_id(before), _by_id(after)
    places = {name: index for index, name in enumerate(now)}
    for name in sorted(was.keys() | now.keys(), key=natural):
        here: Path = ("participants", *([places[name]] if name in places else []))
        if name not in was or name not in now:
            yield Fault("ATR102", here, {"who": (now.get(name) or was[name])["name"]})
            continue
        one, other = _as_qualified(was[name]), _as_qualified(now[name])
        for key in unlike(one, other):
            path = (*here, key) if key in now[name] else here
            yield Fault("ATR103", path, {"who": now[name]["name"], "what": key})


def _as_qualified(who: Mapping[str, Any]) -> dict[str, Any]:
    """What a participant is and was found to be when it was qualified, and nothing of its bid."""
    found = {key: who[key] for key in _QUALIFIED if key in who}
    if "members" in found:
        found["members"] = [_without_bid(member) for member in found["members"]]
    submitted = who.get("submitted", {})
    found["submitted"] = {k: at for k, at in submitted.items() if k == "kualifikasi"}
    return {**found, "facts": _without_bid(who).get("facts", {})}


def _without_bid(business: Mapping[str, Any]) -> dict[str, Any]:
    facts = {k: known for k, known in business.get("facts", {}).items() if k in QUALIFYING}
    return {**business, "facts": facts}


def _events(pair: Pair, kept: Package) -> Iterator[Fault]:
    """What the prakualifikasi rests on is there, and no act on the bids before."""
    for event in pair.gone_events:
        if event in kept.events and not isinstance(event, _HOLD_ON):
            params = {"what": event_named(type(event)), "at": date_and_clock(event.at)}
            yield Fault("ATR086", ("events",), params)
    new = dict(pair.new_events)
    for index, event in enumerate(pair.new.given.events):
        if index not in new and event not in kept.events and not isinstance(event, _HOLD_ON):
            params = {"what": event_named(type(event)), "at": date_and_clock(event.at)}
            yield Fault("ATR090", ("events", index), params)


def _judgements(pair: Pair, kept: Package) -> Iterator[Fault]:
    """Nobody judges new bids by what was said of others; a qualification is judged once."""
    of_kept, of_old = frozenset(kept.assessments), frozenset(pair.old.given.assessments)
    listed = has_prakualifikasi(pair.new.given.tender)
    given = pair.new.given.assessments
    for index, entry in enumerate(given):
        if entry in of_old and entry not in of_kept:
            yield Fault("ATR104", ("assessments", index), _about(pair, entry))
        elif listed and entry.stage in QUALIFYING and entry not in of_kept:
            yield Fault("ATR105", ("assessments", index), _about(pair, entry))
    for entry in kept.assessments:
        if entry not in given:
            yield Fault("ATR105", ("assessments",), _about(pair, entry))


def _about(pair: Pair, entry: Assessment) -> dict[str, str]:
    names = {who.id: who.name for each in (pair.old, pair.new) for who in each.given.participants}
    names[EVERYBODY] = "semua peserta"
    return {"who": names[entry.participant], "stage": entry.stage.replace("_", " ")}


def _by_id(package: Mapping[str, Any]) -> dict[str, Any]:
    return {who["id"]: who for who in package.get("participants", ())}
