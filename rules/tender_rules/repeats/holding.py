"""A repeat held against the package before it: whether it is that one's repeat, and no more.

Each fault stands at the place of the new package that is to blame.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from tender_engine.evaluation import Evaluation
from tender_engine.faults import Fault, PackageRefusedError
from tender_engine.formats.canonical import package_digest
from tender_engine.terms import Phase, PreviousKind
from tender_rules.repeats.new_bids import same_tender
from tender_rules.repeats.pair import Pair
from tender_rules.repeats.same_bids import evaluated_anew
from tender_rules.words import event_named

__all__ = ["faults_of_repeat", "hold"]

_ROUNDS = ("round", "qualification_round")


def faults_of_repeat(old: Evaluation, new: Evaluation) -> tuple[Fault, ...]:
    """Everything by which `new` is not the repeat of `old` that it says it is; empty if it is.

    Each has a code from `ATR080` on, whose words are in `OBJECTION_TEXTS`, and the path in the new
    package of what is to blame. Neither evaluation changes by it.
    """
    previous, digest = new.given.previous, package_digest(old.given)
    if previous is None:
        return (Fault("ATR080", (), {}),)
    if previous.package != digest:
        params = {"found": previous.package, "right": digest, "code": old.given.tender.code}
        return (Fault("ATR081", ("previous", "package"), params),)
    return tuple(_HELD[previous.kind](Pair(old, new)))


def hold(old: Evaluation | None, new: Evaluation) -> None:
    """Hold `new` against the evaluation that it repeats, where there is one to hold it against.

    Raises:
        PackageRefusedError: it is not the repeat that it says it is.
    """
    faults = () if old is None else faults_of_repeat(old, new)
    if faults:
        raise PackageRefusedError(faults)


def _new_bids(pair: Pair) -> Iterator[Fault]:
    """New bids in the same round: a tender whose bids come anew is no tender ulang."""
    yield from _round_of(pair)
    yield from same_tender(pair)
    for index, event in pair.new_events:
        if pair.too_old(event.at):
            yield pair.told_old(("events", index, "at"), event_named(type(event)), event.at)
    known = set(pair.old.given.assessments)
    for index, entry in enumerate(pair.new.given.assessments):
        if entry not in known and pair.too_old(entry.at):
            yield pair.told_old(("assessments", index, "at"), "penilaian", entry.at)
    yield from _handed_in(pair, Phase.PENAWARAN, Phase.PENAWARAN_TAHAP_DUA)


def _new_tender(pair: Pair) -> Iterator[Fault]:
    yield from _round_of(pair, "round")
    yield from _begun_anew(pair)


def _new_prakualifikasi(pair: Pair) -> Iterator[Fault]:
    yield from _round_of(pair, "qualification_round")
    yield from _begun_anew(pair)


def _round_of(pair: Pair, counted: str | None = None) -> Iterator[Fault]:
    """The round that is `counted` follows the one before; of another kind it stays.

    A tender ulang begins with whatever round of the qualification it is.
    """
    before, after = pair.old.given.tender, pair.new.given.tender
    for key in _ROUNDS:
        if key == "qualification_round" and counted == "round":
            continue
        found, right = getattr(after, key), getattr(before, key) + (key == counted)
        if found != right:
            params = {"key": key, "found": str(found), "right": str(right)}
            yield Fault("ATR089", ("tender", key), params)


def _begun_anew(pair: Pair) -> Iterator[Fault]:
    """Nothing of what was announced anew is older than what led to it, not even by a day."""
    day, since = pair.new.given.tender.announced_on, pair.since
    if since is not None and day < since.date():
        at = dt.datetime.combine(day, dt.time(), since.tzinfo)
        yield pair.told_old(("tender", "announced_on"), "pengumuman", at)
    for index, event in enumerate(pair.new.given.events):
        if pair.too_old(event.at):
            yield pair.told_old(("events", index, "at"), event_named(type(event)), event.at)
    for index, entry in enumerate(pair.new.given.assessments):
        if pair.too_old(entry.at):
            yield pair.told_old(("assessments", index, "at"), "penilaian", entry.at)
    yield from _handed_in(pair, *Phase)


def _handed_in(pair: Pair, *phases: Phase) -> Iterator[Fault]:
    for index, who in enumerate(pair.new.given.participants):
        for phase in phases:
            at = getattr(who.submitted, phase)
            if pair.too_old(at):
                path = ("participants", index, "submitted", str(phase))
                words = f"pemasukan {phase.replace('_', ' ')} oleh {who.name}"
                yield pair.told_old(path, words, at)


_HELD: Mapping[PreviousKind, Callable[[Pair], Iterator[Fault]]] = {
    PreviousKind.EVALUASI_ULANG: evaluated_anew,
    PreviousKind.PENAWARAN_ULANG: _new_bids,
    PreviousKind.TENDER_ULANG: _new_tender,
    PreviousKind.PRAKUALIFIKASI_ULANG: _new_prakualifikasi,
}
