"""Two evaluations side by side: what came out otherwise, and what it comes from.

A pure function of both. It judges neither: which of two is right is for people to say.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from attrs import frozen

from tender_engine.changes import Change, changes, field_changes, paired
from tender_engine.evaluation import Correction, Evaluation, PriceResult, Rank, Score, StageVerdict
from tender_engine.findings import Awaiting, Finding, UsedValue, natural
from tender_engine.places import place_changes
from tender_engine.terms import StageId

__all__ = ["Comparison", "PriceChange", "ScoreChange", "VerdictChange", "compare"]

_OUTCOME = ("state", "result", "winner", "reserves", "shortlist", "next")
_AMOUNTS = tuple(
    field.name
    for field in attrs.fields(PriceResult)
    if field.name not in ("participant", "corrections")
)
_SCORES = tuple(field.name for field in attrs.fields(Score) if field.name != "participant")


@frozen
class VerdictChange:
    """A verdict, or its reason, that differs; `None` where the participant did not enter.

    `findings` are those of the rules that came, went, or found something else, by rule.
    """

    stage: StageId
    participant: str
    before: StageVerdict | None
    after: StageVerdict | None
    findings: tuple[Change[Finding], ...] = ()


@frozen
class PriceChange:
    """A price that was opened and differs; `None` on the side where it was not opened.

    `amounts` are those that differ, by their name in `PriceResult`, in rupiah or, for
    `percent_of_hps`, in percent. `corrections` are those that came, went or differ.
    """

    participant: str
    before: PriceResult | None
    after: PriceResult | None
    amounts: tuple[Change[Decimal], ...]
    corrections: tuple[Change[Correction], ...]


@frozen
class ScoreChange:
    """Scores that differ, by their name in `Score`, each exact and from 0 to 100."""

    participant: str
    before: Score | None
    after: Score | None
    scores: tuple[Change[Fraction], ...]


@frozen
class Comparison:
    """Everything that differs between two evaluations; all empty where nothing does.

    Attributes:
        outcome: state, result, winner, reserves, shortlist, next, and the ground of the failure.
        verdicts: by stage and participant, in the order of the stages.
        reasons: the same where the verdict stayed and only its reason differs.
        prices: amounts and corrections of the prices that were opened.
        scores: by participant.
        ranking: places in the order, by participant; another basis is a difference.
        awaiting: what only one of them waits for.
        regulation: the state of the law, its overlays, the procedure and the rulebook's digest.
        values: values of the law that either used and that differ, by parameter.
        package: what differs in what was evaluated, by place (see `tender_engine.places`).
    """

    outcome: tuple[Change[Any], ...]
    verdicts: tuple[VerdictChange, ...]
    reasons: tuple[VerdictChange, ...]
    prices: tuple[PriceChange, ...]
    scores: tuple[ScoreChange, ...]
    ranking: tuple[Change[Rank], ...]
    awaiting: tuple[Change[Awaiting], ...]
    regulation: tuple[Change[Any], ...]
    values: tuple[Change[UsedValue], ...]
    package: tuple[Change[Any], ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not any(getattr(self, field.name) for field in attrs.fields(Comparison))


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """What differs between two evaluations, and why.

    It is symmetric: the other way round, the same differences have their sides exchanged. A price
    that was not opened is told by no value of it.
    """
    verdicts = tuple(_verdicts(before, after))
    return Comparison(
        outcome=_outcome(before, after),
        verdicts=tuple(change for change in verdicts if not _agree(change)),
        reasons=tuple(change for change in verdicts if _agree(change)),
        prices=tuple(_prices(before, after)),
        scores=tuple(_scores(before, after)),
        ranking=changes(*({rank.participant: rank for rank in e.ranking} for e in (before, after))),
        awaiting=tuple(paired(before.awaiting, after.awaiting, _awaited)),
        regulation=_regulation(before, after),
        values=_values(before, after),
        package=place_changes(before, after),
    )


def _outcome(before: Evaluation, after: Evaluation) -> tuple[Change[Any], ...]:
    grounds = [e.failure.ground if e.failure else None for e in (before, after)]
    failure = [Change("failure", *grounds)] if grounds[0] != grounds[1] else []
    return *field_changes(_OUTCOME, before, after), *failure


def _verdicts(before: Evaluation, after: Evaluation) -> Iterator[VerdictChange]:
    for stage in _in_order(before, after):
        sides = [{v.participant: v for v in e.stage(stage).verdicts} for e in (before, after)]
        for name in sorted({*sides[0], *sides[1]}, key=natural):
            one, other = (side.get(name) for side in sides)
            if field_changes(("verdict", "reason"), one, other):
                yield VerdictChange(stage, name, one, other, _findings(one, other))


def _in_order(before: Evaluation, after: Evaluation) -> list[StageId]:
    """The stages of both; those of two procedures stand where the later of them has each."""
    order: dict[StageId, int] = {}
    for evaluation in (before, after):
        for number, stage in enumerate(evaluation.stages):
            order[stage.id] = max(number, order.get(stage.id, 0))
    return sorted(order, key=lambda stage: (order[stage], stage))


def _agree(change: VerdictChange) -> bool:
    return not field_changes(("verdict",), change.before, change.after)


def _findings(one: StageVerdict | None, other: StageVerdict | None) -> tuple[Change[Finding], ...]:
    return tuple(
        paired(
            one.findings if one else (),
            other.findings if other else (),
            lambda finding: finding.rule,
            lambda a, b: (a.verdict, a.reason) == (b.verdict, b.reason),
        )
    )


def _prices(before: Evaluation, after: Evaluation) -> Iterator[PriceChange]:
    for name in _participants(before.prices, after.prices):
        one, other = before.price(name), after.price(name)
        amounts = field_changes(_AMOUNTS, one, other)
        corrections = tuple(
            paired(
                one.corrections if one else (),
                other.corrections if other else (),
                lambda made: f"{made.line or '~'} {made.rule} {made.field}",  # the whole comes last
            )
        )
        if amounts or corrections:
            yield PriceChange(name, one, other, amounts, corrections)


def _scores(before: Evaluation, after: Evaluation) -> Iterator[ScoreChange]:
    for name in _participants(before.scores, after.scores):
        one, other = before.score(name), after.score(name)
        if found := field_changes(_SCORES, one, other):
            yield ScoreChange(name, one, other, found)


def _participants(*sides: Iterable[PriceResult | Score]) -> list[str]:
    return sorted({item.participant for side in sides for item in side}, key=natural)


def _awaited(item: Awaiting) -> str:
    return " ".join((item.stage, item.participant or "", item.criterion or "", item.needs))


def _regulation(before: Evaluation, after: Evaluation) -> tuple[Change[Any], ...]:
    law = (
        {
            "rulebook": e.law.regime.id,
            "overlays": e.law.overlays or None,
            "procedure": e.procedure,
            "rulebook_digest": e.basis.digest,
        }
        for e in (before, after)
    )
    return changes(*law)


def _values(before: Evaluation, after: Evaluation) -> tuple[Change[UsedValue], ...]:
    """What either used, as both laws have it: what only one came to use need not differ."""
    used = {value.param for evaluation in (before, after) for value in evaluation.values}
    laws = (before.law.values, after.law.values)
    return changes(*({name: law[name] for name in used if name in law} for law in laws))
