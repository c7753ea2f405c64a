"""Acts and events: whether they belong to this procedure and to each other."""

from collections.abc import Iterator
from datetime import datetime

from tender_engine.events import (
    Announcement,
    Award,
    Cancellation,
    FailureAct,
    Letter,
    Minutes,
    PriceOpening,
    RankingDecision,
)
from tender_engine.faults import Fault, Path
from tender_engine.model import Package
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Envelope, Phase, PreviousKind, StageId, Subject
from tender_rules.citations import article_for
from tender_rules.procurement_kind import about_fits, has_prakualifikasi, repeat_fits
from tender_rules.stages.failure import END_ALL, as_printed, in_words, known_grounds
from tender_rules.stages.standing_acts import comes_before_the_list
from tender_rules.words import date_and_clock, event_named

__all__ = ["CHECKS"]


@needs("tender.procedure", "tender.category", "tender.announced_on", "events")
def acts_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """An act speaks of this procedure, and a failure of a ground that the law knows."""
    for index, event in enumerate(package.events):
        of = getattr(event, "of", "")
        if of == Subject.KUALIFIKASI and not about_fits(of, package.tender.procedure, None):
            yield Fault("ATR008", ("events", index, "of"), {"found": "kualifikasi"})
        if isinstance(event, FailureAct):
            yield from _ground_fits(package, rulebook, index, event)
        if isinstance(event, Award):
            if of == Subject.PEMILIHAN and event.winner is None:
                yield Fault("ATR010", ("events", index), {})
            if of == Subject.KUALIFIKASI and event.listed is None:
                yield Fault("ATR024", ("events", index), {})


def _ground_fits(
    package: Package, rulebook: Rulebook, index: int, act: FailureAct
) -> Iterator[Fault]:
    """The ground is one of what fails; before there is a list, that is the qualification or all."""
    known = known_grounds(package, rulebook, act.of)
    if comes_before_the_list(package, act):
        early = known_grounds(package, rulebook, Subject.KUALIFIKASI)
        if act.ground in known and act.ground not in END_ALL:
            params = {"at": date_and_clock(act.at), "known": _said(package, rulebook, *early)}
            params |= {"found": _said(package, rulebook, act.ground)}
            params |= {"whole": _said(package, rulebook, *END_ALL)}
            yield Fault("ATR062", ("events", index, "of"), params)
            return
        known = [*known, *early]
    if act.ground not in known:
        params = {"found": str(act.ground)}
        params |= {"named": in_words(rulebook, known), "printed": as_printed(rulebook, known)}
        yield Fault("ATR009", ("events", index, "ground"), params)


def _said(package: Package, rulebook: Rulebook, *grounds: str) -> str:
    """Grounds by the provisions that hold them, as those are called on the day of the package."""
    cited = (rulebook.cited(rulebook.grounds[g].citations[0], package.tender) for g in grounds)
    return "; ".join(dict.fromkeys(text.article for text in cited))


# All that may still be recorded once the procurement has been called off.
_MAY_FOLLOW = (Announcement, Letter, Minutes)


@needs("participants", "assessments", "events")
def nothing_follows_the_end(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Once a procurement was called off only that is told; the first decision stands."""
    ends = [(e.at, index) for index, e in enumerate(package.events) if isinstance(e, Cancellation)]
    if not ends:
        return
    ended, first = min(ends)
    for what, at, path in _recorded(package, first):
        if at >= ended:
            params = {"what": what, "at": date_and_clock(at), "ended": date_and_clock(ended)}
            yield Fault("ATR061", path, params)


def _recorded(package: Package, first: int) -> Iterator[tuple[str, datetime, Path]]:
    """What was done and when, but for the decision itself and for what may follow one."""
    for index, event in enumerate(package.events):
        if index != first and not isinstance(event, _MAY_FOLLOW):
            yield event_named(type(event)), event.at, ("events", index, "at")
    for index, entry in enumerate(package.assessments):
        yield "penilaian", entry.at, ("assessments", index, "at")
    for index, who in enumerate(package.participants):
        for phase in Phase:
            at = getattr(who.submitted, phase)
            if at is not None:
                words = f"penyampaian {phase.replace('_', ' ')}"
                yield words, at, ("participants", index, "submitted", str(phase))


@needs("events")
def acts_follow_each_other(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """The later act stands; of two at one moment nobody can say which is the later."""
    seen: set[object] = set()
    for index, event in enumerate(package.events):
        if isinstance(event, Award | FailureAct):
            question: object = (event.of, event.at)
        elif isinstance(event, RankingDecision):
            question = (tuple(sorted(event.order)), event.at)
        else:
            continue
        if question in seen:
            yield Fault("ATR012", ("events", index, "at"), {"at": event.at.isoformat()})
        seen.add(question)


@needs("tender.envelope", "participants", "events")
def envelopes_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A price file is opened apart only where it came apart; a second offer only in two stages."""
    envelope = package.tender.envelope
    for index, event in enumerate(package.events):
        if isinstance(event, PriceOpening) and envelope is Envelope.SATU_FILE:
            params = {"what": "pembukaan_harga", "envelope": str(envelope)}
            yield Fault("ATR025", ("events", index, "type"), params)
        of = getattr(event, "of", "")
        if of == Phase.PENAWARAN_TAHAP_DUA and not about_fits(of, None, envelope):
            params = {"what": "penawaran_tahap_dua", "envelope": str(envelope)}
            yield Fault("ATR025", ("events", index, "of"), params)
    for index, who in enumerate(package.participants):
        if who.submitted.penawaran_tahap_dua and envelope is not Envelope.DUA_TAHAP:
            params = {"what": "penawaran_tahap_dua", "envelope": str(envelope)}
            where = ("participants", index, "submitted", "penawaran_tahap_dua")
            yield Fault("ATR025", where, params)


@needs("tender.procedure", "participants", whole=("events",))
def bids_are_of_the_listed(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """After a prakualifikasi only who is on the determined list may bid."""
    if not has_prakualifikasi(package.tender):
        return
    acts = [e for e in package.events if isinstance(e, Award) and e.of == Subject.KUALIFIKASI]
    if not acts:
        return
    on_it = set(max(acts, key=lambda act: act.at).listed or ())
    for index, who in enumerate(package.participants):
        for key in ("penawaran", "penawaran_tahap_dua"):
            if getattr(who.submitted, key) and who.id not in on_it:
                where = ("participants", index, "submitted", key)
                params = {
                    "who": who.name,
                    "article": article_for(package, rulebook, "Pasal 44 ayat (7)"),
                }
                yield Fault("ATR026", where, params)


@needs("tender.procedure", "tender.round", "tender.qualification_round", "previous.kind")
def rounds_fit(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A repeat has a round of its own: the second or a later one.

    One of a kind that this tender cannot be says nothing of its round.
    """
    previous, tender = package.previous, package.tender
    if previous and not repeat_fits(tender, previous.kind):
        known = ", ".join(kind for kind in PreviousKind if repeat_fits(tender, kind))
        params = {"found": str(previous.kind), "procedure": str(tender.procedure), "known": known}
        yield Fault("ATR107", ("previous", "kind"), params)
        return
    number = {
        PreviousKind.PRAKUALIFIKASI_ULANG: ("qualification_round", tender.qualification_round),
        PreviousKind.TENDER_ULANG: ("round", tender.round),
    }
    if previous and previous.kind in number:
        key, found = number[previous.kind]
        if found == 1:
            yield Fault("ATR027", ("tender", key), {"kind": str(previous.kind), "key": key})
    if tender.qualification_round > 1 and not has_prakualifikasi(tender):
        params = {"kind": str(tender.procedure), "key": "qualification_round"}
        yield Fault("ATR028", ("tender", "qualification_round"), params)


@needs("tender.procedure", "tender.requirements")
def scope_is_for_pascakualifikasi(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """Before bids there are no ranks, and whoever passed is called to the proof."""
    asked = package.tender.asks(StageId.PEMBUKTIAN_KUALIFIKASI)
    if asked.scope is not None and has_prakualifikasi(package.tender):
        where = ("tender", "requirements", "pembuktian_kualifikasi", "scope")
        yield Fault("ATR029", where, {"found": str(asked.scope)})


CHECKS = (
    acts_fit,
    acts_follow_each_other,
    nothing_follows_the_end,
    envelopes_fit,
    bids_are_of_the_listed,
    rounds_fit,
    scope_is_for_pascakualifikasi,
)
