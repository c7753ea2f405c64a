"""How the judgements of a panel become one answer: the most specific entries, by majority.

A question is one participant and one criterion. Only the entries at the most specific level that is
present count, for every member; it is decided when more than half of all members agree.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from tender.model import Assessment, Criterion
from tender.terms import AssessmentVerdict, StageId

__all__ = ["Ballot", "Judgements", "Scoring", "Vote"]

EVERYBODY = "*"
NOBODY = ""


@frozen
class Vote:
    """One member's word on one question, a verdict or a score.

    `counts` is false where a later word replaced it.
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
        self._entries: dict[tuple[StageId, str, str | None], list[Assessment]] = defaultdict(list)
        self._ballots: dict[tuple[object, ...], Ballot] = {}
        for entry in assessments:
            self._entries[entry.stage, entry.participant, entry.criterion].append(entry)

    def ballot(
        self,
        stage: StageId,
        participant: str,
        criterion: Criterion,
        *,
        general: bool = True,
        since: datetime | None = None,
    ) -> Ballot:
        """The vote on `criterion` for `participant`; `general` entries may not answer some.

        With `since` an entry that is older was on another question.
        """
        who, what = self._most_specific(stage, participant, criterion.id, general)
        key = (stage, who, what, criterion, since)
        ballot = self._ballots.get(key)
        if ballot is None:
            entries = self._entries.get((stage, who, what), [])
            if since is not None:
                entries = [entry for entry in entries if entry.at >= since]
            ballot = self._ballots[key] = self._count(criterion, entries)
        return ballot

    def scoring(self, stage: StageId, participant: str, criterion: Criterion) -> Scoring:
        """The scores on `criterion` for `participant`, exactly; no general entry gives any."""
        entries = self._entries.get((stage, participant, criterion.id), [])
        votes = self._votes(criterion.id, entries)
        given = {v.member: v.score for v in votes if v.counts and v.score is not None}
        silent = tuple(member for member in self._members if member not in given)
        total = sum(map(Fraction, given.values()), Fraction(0))
        return Scoring(criterion, None if silent else total / len(given), votes, silent)

    def _count(self, criterion: Criterion, entries: list[Assessment]) -> Ballot:
        votes = self._votes(criterion.id, entries)
        standing = {vote.member: vote.verdict for vote in votes if vote.counts}
        silent = tuple(member for member in self._members if member not in standing)
        for verdict in AssessmentVerdict:
            if 2 * list(standing.values()).count(verdict) > len(self._members):
                return Ballot(criterion, verdict, votes, silent)
        return Ballot(criterion, None, votes, silent)

    def _most_specific(
        self, stage: StageId, participant: str, criterion: str, general: bool
    ) -> tuple[str, str | None]:
        levels: list[tuple[str, str | None]] = [(participant, criterion)]
        if general:
            levels += [(participant, None), (EVERYBODY, criterion), (EVERYBODY, None)]
        for who, what in levels:
            if (stage, who, what) in self._entries:
                return who, what
        return NOBODY, criterion

    def _votes(self, criterion: str, entries: list[Assessment]) -> tuple[Vote, ...]:
        words = [(member, entry) for entry in entries for member in entry.by]
        words.sort(key=lambda word: (self._members.index(word[0]), word[1].at))
        last = dict(words)
        return tuple(
            Vote(criterion, member, entry.verdict, entry.score, entry, last[member] is entry)
            for member, entry in words
        )
