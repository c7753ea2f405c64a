"""How the judgements of a panel become one answer: the most specific entries, by majority.

A question is one participant and one criterion. Only the entries at the most specific level that is
present count, for every member; it is decided when more than half of those agree who have a seat on
the question. An entry that cannot count makes no level: what it would have answered falls to the
next that speaks. What a member says of a bidder on whom it has no seat is kept and not counted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from tender_engine.findings import natural
from tender_engine.model import Assessment, Criterion, Package
from tender_engine.terms import AssessmentVerdict, StageId
from tender_engine.thawing import new, thawed

__all__ = [
    "EVERYBODY",
    "Ballot",
    "Counts",
    "Judgements",
    "Scoring",
    "Seats",
    "Vote",
    "always",
    "whole_panel",
]

EVERYBODY = "*"
_ANSWERS = tuple(AssessmentVerdict)  # once: an enumeration is slow to walk
_NONE_BARRED: frozenset[int] = frozenset()
_NOBODY: frozenset[str] = frozenset()
Counts: TypeAlias = Callable[[Assessment], bool]
# Whom an entry is on, and on which criterion, if it names one.
Level: TypeAlias = tuple[str, str | None]


def always(_: Assessment) -> bool:
    """Every entry on a question counts."""
    return True


@frozen
class Seats:
    """Who of a panel answers the questions on each bidder.

    Attributes:
        members: the whole panel, in its order.
        away: by bidder, who has no seat on any question about it.
        whole: whether a majority is of the whole panel all the same.
        least: with fewer than so many seats on a question it stays open.
    """

    members: tuple[str, ...]
    away: Mapping[str, frozenset[str]] = field(factory=dict)
    whole: bool = False
    least: int = 0

    def on(self, participant: str) -> tuple[str, ...]:
        """Who has a seat on the questions about `participant`."""
        away = self.away.get(participant)
        return tuple(m for m in self.members if m not in away) if away else self.members

    def voices(self, participant: str) -> int:
        """Of how many more than half answer a question about `participant`."""
        return len(self.members if self.whole else self.on(participant))

    def suffice(self, participant: str) -> bool:
        """Whether enough members are left to answer a question about `participant`."""
        return not self.away.get(participant) or len(self.on(participant)) >= self.least


def whole_panel(package: Package, _law: object = None) -> Seats:
    """Every member of the panel has a seat on every question."""
    return Seats(tuple(sorted((member.id for member in package.pokja.members), key=natural)))


@frozen
class Vote:
    """One member's word on one question, a verdict or a score.

    `counts` is false where a later word replaced it, it was on another question, or the member has
    no seat on this one.
    """

    criterion: str
    member: str
    verdict: AssessmentVerdict | None
    score: Decimal | None
    entry: Assessment = field(repr=False)
    counts: bool = True


_THAWED = thawed(Vote)


@frozen(eq=False)
class Ballot:
    """A question, the votes on it and the answer; `None` while it is open.

    Bidders whom the same entries speak of share one ballot, the same object. `seated` tells whether
    enough members have a seat on it to answer it at all.
    """

    criterion: Criterion
    verdict: AssessmentVerdict | None
    votes: tuple[Vote, ...]
    silent: tuple[str, ...]
    seated: bool = True

    @property
    def notes(self) -> tuple[str, ...]:
        """The reasons of those who agree with the answer, each once on one line, by time."""
        entries = [v.entry for v in self.votes if v.counts and v.verdict == self.verdict]
        ordered = sorted(entries, key=lambda entry: (entry.at, entry.note))
        notes = (" ".join(entry.note.split()) for entry in ordered)
        return tuple(dict.fromkeys(note for note in notes if note))


@frozen(eq=False)
class Scoring:
    """A scored question, the scores on it and their mean; `None` while a member is silent."""

    criterion: Criterion
    mean: Fraction | None
    votes: tuple[Vote, ...]
    silent: tuple[str, ...]
    seated: bool = True


class Judgements:
    """The panel's entries, found by question."""

    def __init__(self, assessments: Iterable[Assessment], seats: Seats) -> None:
        self.seats = seats
        self._places = {member: place for place, member in enumerate(seats.members)}
        self._entries: dict[StageId, dict[Level, list[Assessment]]] = defaultdict(dict)
        self._ballots: dict[tuple[object, ...], Ballot] = {}
        self._named: set[tuple[StageId, str]] = set()
        for entry in assessments:
            level = entry.participant, entry.criterion
            self._entries[entry.stage].setdefault(level, []).append(entry)
            self._named.add((entry.stage, entry.participant))

    def sets_apart(self, stage: StageId, participant: str) -> bool:
        """Whether `participant` may be judged at `stage` otherwise than everybody is.

        Somebody speaks of it by name there, or a member has no seat on it.
        """
        return (stage, participant) in self._named or participant in self.seats.away

    def ballot(
        self,
        stage: StageId,
        participant: str,
        criterion: Criterion,
        *,
        general: bool = True,
        counts: Counts = always,
    ) -> Ballot:
        """The vote on `criterion` for `participant`; `general` entries may not answer some.

        An entry for which `counts` is false was on another question: it is kept and not counted.
        """
        levels: list[Level] = [(participant, criterion.id)]
        if general:
            levels += [(participant, None), (EVERYBODY, criterion.id), (EVERYBODY, None)]
        return self._ballot(stage, participant, levels, criterion, counts)

    def ballot_on_stage(
        self, stage: StageId, participant: str, whole: Criterion, *, counts: Counts = always
    ) -> Ballot:
        """The vote on a stage as a `whole`: only entries that name no criterion are on it."""
        levels: list[Level] = [(participant, None), (EVERYBODY, None)]
        return self._ballot(stage, participant, levels, whole, counts)

    def _ballot(
        self,
        stage: StageId,
        participant: str,
        levels: list[Level],
        criterion: Criterion,
        counts: Counts,
    ) -> Ballot:
        given = self._entries[stage]
        present = [(level, given[level]) for level in levels if level in given]
        away = self.seats.away.get(participant, _NOBODY)
        level, entries, barred = _answering(present, _from_seats(counts, away))
        key = (stage, level, criterion, barred, away)
        ballot = self._ballots.get(key)
        if ballot is None:
            ballot = self._count(participant, criterion, entries, barred)
            self._ballots[key] = ballot
        return ballot

    def scoring(self, stage: StageId, participant: str, criterion: Criterion) -> Scoring:
        """The scores on `criterion` for `participant`, exactly; no general entry gives any."""
        entries = self._entries[stage].get((participant, criterion.id), [])
        votes = self._votes(participant, criterion.id, entries)
        given = {v.member: v.score for v in votes if v.counts and v.score is not None}
        silent = tuple(member for member in self.seats.on(participant) if member not in given)
        seated = self.seats.suffice(participant)
        mean = None if silent or not seated else _mean([*given.values()])
        return Scoring(criterion, mean, votes, silent, seated)

    def _count(
        self,
        participant: str,
        criterion: Criterion,
        entries: list[Assessment],
        barred: frozenset[int],
    ) -> Ballot:
        votes = self._votes(participant, criterion.id, entries, barred)
        standing = {vote.member: vote.verdict for vote in votes if vote.counts}
        seats, voices = self.seats.on(participant), self.seats.voices(participant)
        silent = tuple([member for member in seats if member not in standing])
        # Of too few no majority comes, whatever they say.
        seated = self.seats.suffice(participant) and 2 * len(seats) > voices
        given = list(standing.values())
        for verdict in _ANSWERS:
            if seated and 2 * given.count(verdict) > voices:
                return Ballot(criterion, verdict, votes, silent)
        return Ballot(criterion, None, votes, silent, seated)

    def _votes(
        self,
        participant: str,
        criterion: str,
        entries: list[Assessment],
        barred: frozenset[int] = _NONE_BARRED,
    ) -> tuple[Vote, ...]:
        away = self.seats.away.get(participant, _NOBODY)
        words = [(member, entry) for entry in entries for member in entry.by]
        words.sort(key=lambda word: (self._places[word[0]], word[1].at))
        counted = [word for word in words if id(word[1]) not in barred] if barred else words
        last = {member: entry for member, entry in counted if member not in away}
        return tuple([_vote(criterion, member, x, last.get(member) is x) for member, x in words])


def _mean(scores: list[Decimal]) -> Fraction:
    """Exactly; one fraction is made of whole numbers, as fractions are slow to add."""
    over, under = 0, 1
    for score in scores:
        top, below = score.as_integer_ratio()
        over, under = over * below + top * under, under * below
    return Fraction(over, under * len(scores))


def _vote(criterion: str, member: str, entry: Assessment, counts: bool) -> Vote:
    made = new(_THAWED)
    made.criterion = criterion
    made.member = member
    made.verdict = entry.verdict
    made.score = entry.score
    made.entry = entry
    made.counts = counts
    made.__class__ = Vote
    vote: Vote = made
    return vote


def _from_seats(counts: Counts, away: frozenset[str]) -> Counts:
    """Of entries that `counts` takes, those that somebody gave who has a seat."""
    if not away:
        return counts
    return lambda entry: counts(entry) and not away.issuperset(entry.by)


def _answering(
    present: list[tuple[Level, list[Assessment]]], counts: Counts
) -> tuple[Level | None, list[Assessment], frozenset[int]]:
    """The most specific level of those `present` at which an entry counts, or the first.

    With its entries, before them those that were passed over; and which of them do not count.
    """
    if not present:
        return None, [], _NONE_BARRED
    first, given = present[0]
    if counts is always:
        return first, given, _NONE_BARRED
    passed: list[Assessment] = []
    for level, entries in present:
        barred = frozenset(id(entry) for entry in entries if not counts(entry))
        if len(barred) < len(entries):
            return level, passed + entries, barred.union(map(id, passed))
        passed += entries
    return first, given, frozenset(map(id, given))
