"""What an evaluasi ulang names to be judged anew: `extensions.ulang`, which no evaluation reads.

`{"anew": ["evaluasi_teknis:p2", "pembuktian_kualifikasi"]}`: a participant at a stage, or a whole
stage. `tender ulang evaluasi` writes it, and a repeat is held to it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from tender_engine.faults import Fault, Faults, Path
from tender_engine.findings import natural
from tender_engine.formats.checks_judgement import JUDGED
from tender_engine.formats.containers import ListOf
from tender_engine.formats.fields import NAME
from tender_engine.formats.records import Key, Record
from tender_engine.formats.suggesting import suggest
from tender_engine.model import Package
from tender_engine.terms import PreviousKind, StageId, Subject
from tender_rules.procurement_kind import has_prakualifikasi

__all__ = [
    "QUALIFYING",
    "Anew",
    "Named",
    "extended",
    "named_anew",
    "naming_faults",
    "place_of",
    "subject_of",
]

# Whom a stage is evaluated anew for; None is everybody.
Anew: TypeAlias = Mapping[StageId, Collection[str] | None]
# At which stages it is the qualification that is judged.
QUALIFYING = (StageId.EVALUASI_KUALIFIKASI, StageId.PEMBUKTIAN_KUALIFIKASI)
_EXTENSIONS, _ULANG, _ANEW = "extensions", "ulang", "anew"


@frozen
class Named:
    """One thing that is named: a stage, for one participant or, where that is `None`, for all."""

    stage: StageId
    participant: str | None

    @classmethod
    def of(cls, text: str) -> "Named":
        """What `STAGE[:PARTICIPANT]` names.

        Raises:
            ValueError: nothing is judged at a stage of that name.
        """
        stage, colon, who = text.partition(":")
        if stage not in JUDGED:
            raise ValueError(stage)
        return cls(StageId(stage), who if colon else None)

    def covers(self, stage: StageId, participant: str) -> bool:
        """Whether it names `participant` at `stage`."""
        return self.stage == stage and self.participant in (None, participant)


@frozen
class _Ulang:
    anew: tuple[str, ...] = ()


_SHAPE: Any = Record(_Ulang, Key(_ANEW, ListOf(NAME, kept=True), True))


def place_of(index: int | None = None) -> Path:
    """Where the names stand in a package, or the one that stands at `index`."""
    whole = (_EXTENSIONS, _ULANG, _ANEW)
    return whole if index is None else (*whole, index)


def named_anew(package: Package) -> tuple[Named, ...] | None:
    """What a package names to be judged anew; `None` where it names nothing that can be read."""
    given = _given(package)
    if given is None or naming_faults(package):
        return None
    return tuple(map(Named.of, given[_ANEW]))


def subject_of(package: Package) -> Subject | None:
    """What is evaluated anew, the bids or the qualification before them; `None` if none is named.

    Where there is no prakualifikasi a qualification is a part of the bid.
    """
    named = named_anew(package)
    if not named:
        return None
    of_bids = any(one.stage not in QUALIFYING for one in named)
    screens = has_prakualifikasi(package.tender) and not of_bids
    return Subject.KUALIFIKASI if screens else Subject.PEMILIHAN


def extended(package: Package, anew: Anew | None) -> dict[str, Any] | None:
    """What a repeat of `package` carries along: all that it does, and what it names itself.

    What is no object has no room for names; nobody reads it, and the package before keeps it.
    """
    carried = package.extensions if isinstance(package.extensions, dict) else {}
    others = {key: part for key, part in carried.items() if key != _ULANG}
    return (others if anew is None else {**others, _ULANG: {_ANEW: [*_texts(anew)]}}) or None


def _texts(anew: Anew) -> Iterator[str]:
    for stage, people in anew.items():
        if people is None:
            yield str(stage)
        else:
            yield from (f"{stage}:{who}" for who in sorted(people, key=natural))


def _given(package: Package) -> Any:
    carried = package.extensions
    return carried.get(_ULANG) if isinstance(carried, dict) else None


def naming_faults(draft: Package) -> tuple[Fault, ...]:
    """The faults of what a package names, in what was read of it."""
    given, faults = _given(draft), Faults()
    if given is None:
        return ()
    read: _Ulang | None = _SHAPE.read(given, (None, _EXTENSIONS), _ULANG, faults)
    if draft.previous is None or draft.previous.kind not in (PreviousKind.EVALUASI_ULANG, None):
        faults.at_path("ATR096", place_of())
    for fault in _of_names(draft, (read.anew if read else None) or ()):
        if faults.found.full:
            break
        faults.found.append(fault)
    return tuple(faults.found)


def _of_names(draft: Package, texts: tuple[str | None, ...]) -> Iterator[Fault]:
    """What is wrong with each name: no such stage, no such participant, named before."""
    people = [who.id if who else None for who in draft.participants or ()]
    known = None if None in people else sorted(map(str, people), key=natural)
    count = Counter(texts)
    for index, text in enumerate(texts):
        if text is None:
            continue
        stage, colon, who = text.partition(":")
        if stage not in JUDGED or (colon and not who):
            found = stage if stage and who else text  # one that is empty has no name to tell
            params = {"found": found[:80], "known": suggest(stage, JUDGED)}
            yield Fault("ATR097", place_of(index), params)
        elif colon and known is not None and who not in known:
            params = {"found": who[:80], "known": ", ".join(known)[:200]}
            yield Fault("ATR098", place_of(index), params)
        elif count[text] > 1 or (colon and stage in count):
            yield Fault("ATR099", place_of(index), {"found": text[:80]})
