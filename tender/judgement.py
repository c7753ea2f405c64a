"""How the judgements of a panel become one answer: the most specific entries, by majority.

A question is one participant and one criterion. Only the entries at the most specific level that is
present count, for every member; it is decided when more than half of all members agree.
"""

from collections import defaultdict
from collections.abc import Iterable

from attrs import field, frozen

from tender.model import Assessment, Criterion
from tender.terms import AssessmentVerdict, StageId

__all__ = ["Ballot", "Judgements", "Vote"]

EVERYBODY = "*"


@frozen
class Vote:
    """One member's word on one question. `counts` is false where a later word replaced it."""

    criterion: str
    member: str
    verdict: AssessmentVerdict
    entry: Assessment = field(repr=False)
    counts: bool = True


@frozen
class Ballot:
    """A question, the votes on it and the answer; `None` while it is open."""

    criterion: Criterion
    verdict: AssessmentVerdict | None
    votes: tuple[Vote, ...]
    silent: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The reasons of those who agree with the answer, each once, in order of time."""
        entries = [v.entry for v in self.votes if v.counts and v.verdict == self.verdict]
        ordered = sorted(entries, key=lambda entry: (entry.at, entry.note))
        return tuple(dict.fromkeys(entry.note.strip() for entry in ordered if entry.note.strip()))


class Judgements:
    """The panel's entries, found by question."""

    def __init__(self, assessments: Iterable[Assessment], members: Iterable[str]) -> None:
        self._members = tuple(members)
        self._entries: dict[tuple[StageId, str, str | None], list[Assessment]] = defaultdict(list)
        for entry in assessments:
            self._entries[entry.stage, entry.participant, entry.criterion].append(entry)

    def ballot(
        self, stage: StageId, participant: str, criterion: Criterion, *, general: bool = True
    ) -> Ballot:
        """The vote on `criterion` for `participant`; `general` entries may not answer some."""
        votes = self._votes(self._most_specific(stage, participant, criterion.id, general))
        standing = {vote.member: vote.verdict for vote in votes if vote.counts}
        silent = tuple(member for member in self._members if member not in standing)
        for verdict in AssessmentVerdict:
            if 2 * list(standing.values()).count(verdict) > len(self._members):
                return Ballot(criterion, verdict, votes, silent)
        return Ballot(criterion, None, votes, silent)

    def _most_specific(
        self, stage: StageId, participant: str, criterion: str, general: bool
    ) -> list[tuple[str, Assessment]]:
        levels: list[tuple[str, str | None]] = [(participant, criterion)]
        if general:
            levels += [(participant, None), (EVERYBODY, criterion), (EVERYBODY, None)]
        for who, what in levels:
            if found := self._entries.get((stage, who, what)):
                return [(criterion, entry) for entry in found]
        return []

    def _votes(self, entries: list[tuple[str, Assessment]]) -> tuple[Vote, ...]:
        words = [
            (member, entry, criterion)
            for criterion, entry in entries
            for member in entry.by
            if entry.verdict is not None
        ]
        words.sort(key=lambda word: (self._members.index(word[0]), word[1].at))
        last = {member: entry for member, entry, _ in words}
        return tuple(
            Vote(criterion, member, entry.verdict, entry, last[member] is entry)
            for member, entry, criterion in words
            if entry.verdict is not None
        )
