"""How the judgements of a panel become one answer: the most specific entries, by majority.

A question is one participant and one criterion. Only the entries at the most specific level that is
present count, for every member; it is decided when more than half of all members agree. An entry
that cannot count makes no level: what it would have answered falls to the next that speaks.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from tender_engine.model import Assessment, Criterion
from tender_engine.terms import AssessmentVerdict, StageId

__all__ = ["EVERYBODY", "Ballot", "Counts", "Judgements", "Scoring", "Vote", "always"]

EVERYBODY = "*"
_NONE_BARRED: frozenset[int] = frozenset()
Counts: TypeAlias = Callable[[Assessment], bool]
# Whom an entry is on, and on which criterion, if it names one.
Level: TypeAlias = tuple[str, str | None]


def always(_: Assessment) -> bool:
    """Every entry on a question counts."""
    return True


@frozen
class Vote:
    """One member's word on one question, a verdict or a score.

    `counts` is false where a later word replaced it, or it was on another question.
    """

    criterion: str
    member: str
    verdict: AssessmentVerdict | None
    score: Decimal | None
    entry: Assessment = field(repr=False)
    counts: bool = True


@frozen(eq=False)
class Ballot:
    """A question, the votes on it and the answer; `None` while it is open.

    Bidders whom the same entries speak of share one ballot, the same object.
    """

    criterion: Criterion
    verdict: AssessmentVerdict | None
    votes: tuple[Vote, ...]
    silent: tuple[str, ...]

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


class Judgements:
    """The panel's entries, found by question."""

    def __init__(self, assessments: Iterable[Assessment], members: Iterable[str]) -> None:
        self._members = tuple(members)
        self._seats = {member: seat for seat, member in enumerate(self._members)}
        self._entries: dict[StageId, dict[Level, list[Assessment]]] = defaultdict(dict)
        self._ballots: dict[tuple[object, ...], Ballot] = {}
        for entry in assessments:
            level = entry.participant, entry.criterion
            self._entries[entry.stage].setdefault(level, []).append(entry)

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
        return self._ballot(stage, levels, criterion, counts)

    def ballot_on_stage(
        self, stage: StageId, participant: str, whole: Criterion, *, counts: Counts = always
    ) -> Ballot:
        """The vote on a stage as a `whole`: only entries that name no criterion are on it."""
        return self._ballot(stage, [(participant, None), (EVERYBODY, None)], whole, counts)

    def _ballot(
        self, stage: StageId, levels: list[Level], criterion: Criterion, counts: Counts
    ) -> Ballot:
        given = self._entries[stage]
        present = [(level, given[level]) for level in levels if level in given]
        level, entries, barred = _answering(present, counts)
        key = (stage, level, criterion, barred)
        ballot = self._ballots.get(key)
        if ballot is None:
            ballot = self._ballots[key] = self._count(criterion, entries, barred)
        return ballot

    def scoring(self, stage: StageId, participant: str, criterion: Criterion) -> Scoring:
        """The scores on `criterion` for `participant`, exactly; no general entry gives any."""
        entries = self._entries[stage].get((participant, criterion.id), [])
        votes = self._votes(criterion.id, entries)
        given = {v.member: v.score for v in votes if v.counts and v.score is not None}
        silent = tuple(member for member in self._members if member not in given)
        total = sum(map(Fraction, given.values()), Fraction(0))
        return Scoring(criterion, None if silent else total / len(given), votes, silent)

    def _count(
        self, criterion: Criterion, entries: list[Assessment], barred: frozenset[int]
    ) -> Ballot:
        votes = self._votes(criterion.id, entries, barred)
        standing = {vote.member: vote.verdict for vote in votes if vote.counts}
        silent = tuple(member for member in self._members if member not in standing)
        given = Counter(standing.values())
        for verdict in AssessmentVerdict:
            if 2 * given[verdict] > len(self._members):
                return Ballot(criterion, verdict, votes, silent)
        return Ballot(criterion, None, votes, silent)

    def _votes(
        self, criterion: str, entries: list[Assessment], barred: frozenset[int] = _NONE_BARRED
    ) -> tuple[Vote, ...]:
        words = [(member, entry) for entry in entries for member in entry.by]
        words.sort(key=lambda word: (self._seats[word[0]], word[1].at))
        last = {member: entry for member, entry in words if id(entry) not in barred}
        return tuple(
            Vote(criterion, member, entry.verdict, entry.score, entry, last.get(member) is entry)
            for member, entry in words
        )


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
