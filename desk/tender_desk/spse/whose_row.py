"""Whose row it is: a participant of the package by its NPWP, else by its name, never by doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from attrs import field, frozen

from tender_desk.spse.page_values import Bidder, Mark, Meaning, SpseReading
from tender_rules.similar.companies import company_name
from tender_rules.similar.taxpayers import npwp_agrees, sixteen, whole_npwp

__all__ = ["Doubt", "Gathered", "Known", "Match", "gather", "match", "matches", "winners"]


class Doubt(StrEnum):
    """Why a row is of nobody."""

    NONE = "tidak_ada"
    SEVERAL = "beberapa"
    NPWP = "npwp_berbeda"
    TWICE = "baris_berulang"


@frozen
class Known:
    """A participant as a package names it."""

    id: str
    name: str
    npwp: str | None = None


class Named(Protocol):
    """What names somebody: a row of a table, or a participant."""

    @property
    def name(self) -> str: ...

    @property
    def npwp(self) -> str | None: ...


@frozen
class Match:
    """A row of the reading number `file`, and whose it is; a `doubt` where that is not sure."""

    file: int
    row: Bidder
    id: str | None
    doubt: Doubt | None = None


@frozen
class Gathered:
    """What all rows of one participant say together; what they contradict each other in."""

    id: str
    amounts: Mapping[Meaning, Decimal] = field(factory=dict)
    marks: Mapping[Meaning, Mark] = field(factory=dict)
    contradicted: frozenset[Meaning] = frozenset()
    rows: tuple[Match, ...] = ()


def match(row: Named, known: Iterable[Known]) -> str | Doubt:
    """The id of the participant that `row` is about, or why it is of nobody.

    A whole NPWP decides. A hidden one only confirms a name, or contradicts it.
    """
    everybody = tuple(known)
    if whole_npwp(row.npwp):
        same = [who for who in everybody if whole_npwp(who.npwp) and _may_be(row, who)]
        if same:
            return same[0].id if len(same) == 1 else Doubt.SEVERAL
    name = company_name(row.name)
    named = [who for who in everybody if company_name(who.name).agrees(name)]
    if len(named) != 1:
        return Doubt.SEVERAL if named else Doubt.NONE
    return named[0].id if _may_be(row, named[0]) else Doubt.NPWP


def _may_be(row: Named, who: Known) -> bool:
    """Whether the two NPWP do not contradict each other."""
    both = sixteen(row.npwp or ""), sixteen(who.npwp or "")
    return not all(both) or npwp_agrees(*both)


def matches(readings: Sequence[SpseReading], known: Iterable[Known]) -> tuple[Match, ...]:
    """Every row with its participant; two rows of one table are never of the same."""
    everybody = tuple(known)
    made = []
    for number, reading in enumerate(readings):
        for row in reading.bidders:
            found = match(row, everybody)
            if isinstance(found, Doubt):
                made.append(Match(number, row, None, found))
            else:
                made.append(Match(number, row, found))
    count = Counter((m.file, m.row.place.table, m.id) for m in made)
    return tuple(
        Match(m.file, m.row, None, Doubt.TWICE)
        if m.id is not None and count[m.file, m.row.place.table, m.id] > 1
        else m
        for m in made
    )


def gather(found: Iterable[Match]) -> dict[str, Gathered]:
    """By participant, what its rows say; of what two rows say differently, nothing."""
    rows: dict[str, list[Match]] = {}
    for one in found:
        if one.id is not None:
            rows.setdefault(one.id, []).append(one)
    return {name: _together(name, tuple(said)) for name, said in rows.items()}


def _together(name: str, said: tuple[Match, ...]) -> Gathered:
    amounts: dict[Meaning, Decimal] = {}
    marks: dict[Meaning, Mark] = {}
    against: set[Meaning] = set()
    for one in said:
        for meaning, amount in one.row.amounts.items():
            if amounts.setdefault(meaning, amount) != amount:
                against.add(meaning)
        for letter, mark in one.row.marks.items():
            if marks.setdefault(letter, mark) != mark:
                against.add(letter)
    return Gathered(
        name,
        {meaning: amount for meaning, amount in amounts.items() if meaning not in against},
        {letter: mark for letter, mark in marks.items() if letter not in against},
        frozenset(against),
        said,
    )


def winners(found: Iterable[Match]) -> tuple[Match, ...]:
    """The rows that SPSE marks or names as the winner: its `P`, or the table of *Nama Pemenang*.

    A table that names several names none: who of them is the first is not told.
    """
    every = tuple(found)
    named = Counter((m.file, m.row.place.table) for m in every if m.row.named_winner)
    return tuple(
        m
        for m in every
        if m.row.marks.get(Meaning.P) in (Mark.LULUS, Mark.BINTANG)
        or (m.row.named_winner and named[m.file, m.row.place.table] == 1)
    )
