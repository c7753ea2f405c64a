"""What is wrong with the papers that a package names: a kind nobody knows, an office misread.

The engine carries both along; the desk knows the papers, and reads them where it reads a package.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TypeAlias

from tender_desk.documents.office import EVERY_KIND, OFFICE, PLACES, Office, unknown_places
from tender_engine.events import (
    Announcement,
    Award,
    AwardProposal,
    Cancellation,
    Event,
    Invitation,
    Letter,
    Minutes,
    Objection,
    ObjectionAnswer,
)
from tender_engine.faults import Fault, Faults, Path
from tender_engine.formats.suggesting import suggest
from tender_engine.model import Package
from tender_engine.terms import Subject
from tender_rules.words import dated

__all__ = ["paper_faults"]

_AT = ("extensions", "kantor")
# A paper by its key, and the participant that it is of, if it is of one.
_About: TypeAlias = tuple[str | None, str | None]
_ANSWER = "jawaban-sanggah"
# Papers with whose act days begin, that the law counts.
_BEGINS: Mapping[str | None, type[Event]] = {
    _ANSWER: ObjectionAnswer,
    "pengumuman": Announcement,
    "pengumuman-gagal": Announcement,
    "pengumuman-prakualifikasi": Announcement,
}


def paper_faults(draft: Package) -> tuple[Fault, ...]:
    """The faults of `surat` events and of what the office sets, in what was read of a package."""
    faults = Faults()
    looks = (_letters, _apart, _of_another_day, _for_nobody)
    for fault in (*chain.from_iterable(look(draft) for look in looks), *_office(draft, faults)):
        if faults.found.full:
            break
        faults.found.append(fault)
    return tuple(faults.found)


def _letters(draft: Package) -> Iterator[Fault]:
    """A `surat` of a paper that there is none of."""
    for index, event in enumerate(draft.events or ()):
        if isinstance(event, Letter) and event.of is not None:
            yield from _unknown(event.of, ("events", index, "of"))


def _apart(draft: Package) -> Iterator[Fault]:
    """A `surat` with another number than the act bears that makes the same paper."""
    numbers: dict[_About, set[str]] = defaultdict(set)
    for event in draft.events or ():
        for about, number in _numbered(event):
            numbers[about].add(number)
    for index, event in enumerate(draft.events or ()):
        if isinstance(event, Letter) and event.number is not None:
            acts = numbers.get((event.of, event.participant), {event.number})
            if event.number not in acts:
                params = {"found": event.number[:80], "acts": "; ".join(sorted(acts))[:200]}
                yield Fault("SRT005", ("events", index, "number"), params)


def _of_another_day(draft: Package) -> Iterator[Fault]:
    """A `surat` that bears an earlier day than all that its paper can tell, or another than an act.

    Whose days begin with an act bears the day of that: by another one they would end on another.
    """
    from tender_desk.documents.papers import PAPERS

    tells = {kind.key: kind.tells for kind in PAPERS}
    for index, event in enumerate(draft.events or ()):
        if isinstance(event, Letter) and event.dated is not None and event.of in tells:
            moments = tells[event.of](draft, event.participant)
            first = min((at.date() for at in moments if at is not None), default=event.dated)
            days = sorted(_begun(draft, event))
            at: Path = ("events", index, "date")
            if event.dated < first:
                params = {"found": dated(event.dated), "act": dated(first)}
                yield Fault("SRT006", at, params)
            elif days and event.dated not in days:
                params = {"found": dated(event.dated), "acts": "; ".join(map(dated, days))[:200]}
                yield Fault("SRT007", at, params)


def _begun(draft: Package, letter: Letter) -> set[date]:
    """On which days the acts were that its paper is of, where days begin with them."""
    kind = _BEGINS.get(letter.of)
    acts = (event for event in draft.events or () if kind is not None and isinstance(event, kind))
    return {
        act.at.date()
        for act in acts
        if act.at is not None and getattr(act, "participant", None) == letter.participant
    }


def _for_nobody(draft: Package) -> Iterator[Fault]:
    """A `surat` that answers who has not objected."""
    events = draft.events or ()
    objected = {e.participant for e in events if isinstance(e, Objection)}
    # Of what could not be read nobody knows who it was.
    read = all(event is not None for event in events) and None not in objected
    for index, event in enumerate(events):
        who = event.participant if isinstance(event, Letter) and event.of == _ANSWER else None
        if read and who is not None and who not in objected:
            yield Fault("SRT008", ("events", index, "participant"), {"found": who[:80]})


def _numbered(event: Event | None) -> Iterator[tuple[_About, str]]:
    """Of which paper an act bears the number, and which."""
    key = who = None
    match event:
        case Award(of=Subject.PEMILIHAN):
            key = "penetapan"
        case AwardProposal():
            key = "usul-penetapan"
        case Cancellation():
            key = "pembatalan"
        case Minutes():
            key = "bahp"
        case Invitation():
            key, who = f"undangan-{event.of}", event.participant
    number = getattr(event, "number", None)
    if key is not None and number is not None:
        yield (key, who), number


def _unknown(key: str, path: Path) -> Iterator[Fault]:
    from tender_desk.documents.papers import PAPERS

    known = {kind.key for kind in PAPERS}
    if key not in known:
        yield Fault("SRT001", path, {"found": key[:80], "known": suggest(key, known)})


def _office(draft: Package, faults: Faults) -> Iterator[Fault]:
    """What the office sets: its shape, then what a shape cannot say."""
    carried = draft.extensions
    given = carried.get(_AT[1]) if isinstance(carried, dict) else None
    if given is None:
        return
    office: Office | None = OFFICE.read(given, (None, _AT[0]), _AT[1], faults)
    papers = (office.papers if office else None) or ()
    count = Counter(one.of for one in papers if one is not None)
    for index, one in enumerate(papers):
        if one is None or one.of is None:
            continue
        at: Path = (*_AT, "papers", index)
        if one.of != EVERY_KIND:
            yield from _unknown(one.of, (*at, "of"))
        if count[one.of] > 1:
            yield Fault("SRT002", (*at, "of"), {"found": one.of[:80]})
        for place in unknown_places(one.number or ""):
            params = {"found": place[:40], "known": ", ".join(f"{{{name}}}" for name in PLACES)}
            yield Fault("SRT003", (*at, "number"), params)
        if one.signatories and one.of != EVERY_KIND:
            yield from _unsigned(one.of, (*at, "signatories"))


def _unsigned(key: str, path: Path) -> Iterator[Fault]:
    """Who signs minutes is no office's to set."""
    from tender_desk.documents.papers import PAPERS

    for kind in PAPERS:
        if kind.key == key and kind.signed_by is None:
            yield Fault("SRT004", path, {"paper": kind.words.id})
