"""One score that one entry of the panel gives."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from tender_engine.judgement import Scoring
from tender_engine.model import Assessment
from tender_engine.terms import StageId
from tender_rules.stages.panel import scores_in
from tender_rules.whatif.cell_groups import SMALLEST, Cell, Group, Numbers
from tender_rules.whatif.changes import Changed, Given, entry_place
from tender_rules.whatif.sketch import Form, Key, Move
from tender_rules.whatif.standings import SCORED_STAGES
from tender_rules.whatif.tender_sketch import is_settled

__all__ = ["KIND", "RANGE", "groups"]

KIND = "nilai"
RANGE = "0..max_score"


def groups(given: Given) -> Iterator[Group]:
    """The scores that count, by bidder and criterion; those before a list stand with the list."""
    names = [who.id for who in given.package.participants]
    for stage in SCORED_STAGES:
        if is_settled(given, stage):
            continue
        panel = scores_in(given.evaluation, stage, names)
        for name in names:
            for index, scoring in enumerate(panel.of(name)):
                if scoring.mean is not None:
                    yield _group(given, stage, name, index, scoring)


def _group(given: Given, stage: StageId, name: str, index: int, scoring: Scoring) -> Group:
    members = len({vote.member for vote in scoring.votes if vote.counts})
    weights: dict[int, tuple[Assessment, int]] = {}
    for vote in scoring.votes:
        if vote.counts and vote.score is not None:
            entry, voices = weights.get(id(vote.entry), (vote.entry, 0))
            weights[id(vote.entry)] = entry, voices + 1
    cells = tuple(
        Cell(entry, Fraction(entry.score or 0), Fraction(voices, members))
        for entry, voices in weights.values()
    )
    key: Key = ("mean", name, stage, index)
    forms = {key: Form(Fraction(0), Fraction(1))}
    move = Move(scoring.mean or Fraction(0), forms, name)
    most = Fraction(scoring.criterion.max_score or 0)

    def change(cell: Cell, figure: Decimal) -> Changed:
        entries = tuple(
            [evolve(e, score=figure) if e is cell.key else e for e in given.package.assessments]
        )
        return given.with_package(evolve(given.package, assessments=entries))

    def place(cell: Cell) -> str:
        return f"{entry_place(given.package, cell.key)}.score"

    return Group(KIND, name, move, Numbers.of(cells, Fraction(0), most), SMALLEST, place, change)
