"""What the scores of a panel make of each criterion of a stage, for every participant, exactly."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

from tender_engine.evaluation import Evaluation
from tender_engine.findings import natural
from tender_engine.judgement import Judgements, Scoring
from tender_engine.model import Criterion, Package
from tender_engine.terms import StageId

__all__ = ["PanelScores", "panel_scores", "points", "scores_in", "weighted"]


def points(criterion: Criterion, mean: Fraction) -> Fraction:
    """What a mean score gives under the weight of its criterion, from 0 to the weight.

    Raises:
        ValueError: the criterion is not scored.
    """
    if criterion.max_score is None or criterion.weight is None:
        raise ValueError(f"{criterion.id} is not scored")
    weight: Fraction = criterion.weight
    return weight * mean / Fraction(criterion.max_score)


@frozen(eq=False)
class PanelScores:
    """The scored criteria of a stage by their ids, and by participant how each was scored."""

    criteria: tuple[Criterion, ...]
    scorings: Mapping[str, tuple[Scoring, ...]]

    def of(self, name: str) -> tuple[Scoring, ...]:
        """How `name` was scored on each criterion."""
        return self.scorings.get(name, ())

    def total(self, name: str) -> Fraction | None:
        """The sum of the weighted means; `None` while a member is silent or if unscored."""
        made = [weighted(scoring) for scoring in self.of(name)]
        known = [value for value in made if value is not None]
        return sum(known, Fraction(0)) if known and len(known) == len(made) else None

    def means(self, index: int) -> tuple[Fraction | None, ...]:
        """The means of everybody on one criterion."""
        return tuple(scorings[index].mean for scorings in self.scorings.values())

    def weighted(self, index: int) -> tuple[Fraction | None, ...]:
        """What those means give under the weight of the criterion."""
        return tuple(weighted(scorings[index]) for scorings in self.scorings.values())


def weighted(scoring: Scoring) -> Fraction | None:
    """What a mean gives under the weight of its criterion; `None` while a member is silent."""
    return None if scoring.mean is None else points(scoring.criterion, scoring.mean)


def panel_scores(
    package: Package, judgements: Judgements, stage: StageId, names: Iterable[str]
) -> PanelScores:
    """The scores of `names` at `stage`; of a stage that scores nothing there are none."""
    criteria = [c for c in package.tender.asks(stage).criteria if c.scored]
    if not criteria:
        return PanelScores((), {})
    criteria.sort(key=lambda criterion: natural(criterion.id))
    scorings = {
        name: tuple(judgements.scoring(stage, name, criterion) for criterion in criteria)
        for name in names
    }
    return PanelScores(tuple(criteria), scorings)


def scores_in(evaluation: Evaluation, stage: StageId, names: Iterable[str]) -> PanelScores:
    """The same of what was evaluated."""
    return panel_scores(evaluation.given, evaluation.judgements, stage, names)
