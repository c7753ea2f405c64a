"""Every formula of a method with the numbers of one participant, as a Pokja would write it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender.evaluation import Evaluation, Rank, Score
from tender.findings import natural
from tender.judgement import Judgements, Scoring
from tender.numbers import ZERO, exact
from tender.terms import Method, StageId
from tender_rules.kinds import WEIGHED, WEIGHED_STAGES
from tender_rules.stages.price import life_cycle
from tender_rules.stages.scoring import points
from tender_rules.words import number, rupiah, score

__all__ = ["Formula", "formulas"]

_SCORED_STAGES = (
    (StageId.EVALUASI_KUALIFIKASI, "Nilai kualifikasi"),
    (StageId.EVALUASI_TEKNIS, "Nilai teknis"),
)
_COSTS = ("total_terkoreksi", "biaya_operasional", "biaya_pemeliharaan")


@frozen
class Formula:
    """What is computed, and the computation with its numbers."""

    label: str
    text: str


def formulas(evaluation: Evaluation, participant: str) -> tuple[Formula, ...]:
    """Every formula behind the scores and the place of `participant`, in the order of the work.

    Only what is known: a criterion that a member has not scored has none yet, and a price that was
    not opened is in none.
    """
    with exact():
        made = [*_totals(evaluation, participant)]
        found, place = evaluation.score(participant), _place(evaluation, participant)
        if found is not None and place is not None and evaluation.package.tender.method in WEIGHED:
            made += _weighed(evaluation, found)
        if place is not None:
            made += _life_cycle(evaluation, participant, place)
        return tuple(made)


def _place(evaluation: Evaluation, participant: str) -> Rank | None:
    return next((place for place in evaluation.ranking if place.participant == participant), None)


def _totals(evaluation: Evaluation, participant: str) -> Iterator[Formula]:
    """Each criterion as weight x mean / highest score, and the sum of these, where it entered."""
    package = evaluation.package
    members = [member.id for member in package.pokja.members]
    judgements = Judgements(package.assessments, sorted(members, key=natural))
    entered = {stage for stage, _ in evaluation.verdicts_of(participant)}
    for stage, title in _SCORED_STAGES:
        if stage not in entered:
            continue
        criteria = [c for c in package.tender.asks(stage).criteria if c.scored]
        parts: list[Fraction] = []
        for criterion in sorted(criteria, key=lambda c: natural(c.id)):
            scoring = judgements.scoring(stage, participant, criterion)
            if scoring.mean is not None:
                parts.append(points(criterion, scoring.mean))
                yield Formula(f"{title}: {criterion.title}", _points(scoring))
        if len(parts) > 1 and len(parts) == len(criteria):
            total = score(sum(parts, Fraction(0)))
            yield Formula(title, f"{' + '.join(map(score, parts))} {_equals(*parts)} {total}")


def _points(scoring: Scoring) -> str:
    """Weight x (the scores of all) : members : highest score."""
    criterion = scoring.criterion
    given = [Fraction(v.score) for v in scoring.votes if v.counts and v.score is not None]
    mean = f"({' + '.join(map(score, given))}) ÷ {len(given)}"
    made = points(criterion, sum(given, Fraction(0)) / len(given))
    weight, highest = number(criterion.weight or ZERO), number(criterion.max_score or ZERO)
    return f"{weight} × {mean} ÷ {highest} {_equals(made)} {score(made)}"


def _equals(*values: Fraction) -> str:
    """Whether what is shown is exact: ten decimals are all that is written."""
    return "=" if all((value * 10**10).denominator == 1 for value in values) else "≈"


def _weighed(evaluation: Evaluation, found: Score) -> Iterator[Formula]:
    """The price score from the lowest price, and both scores under their weights."""
    tender = evaluation.package.tender
    totals = {price.participant: price.corrected_total for price in evaluation.prices}
    ranked = [totals[place.participant] for place in evaluation.ranking]
    lowest = min(total for total in ranked if total is not None)
    own = totals[found.participant]
    technical, price, combined = found.technical, found.price, found.combined
    if own is None or technical is None or price is None or combined is None:
        return
    on_technical, on_price = (number(tender.asks(stage).weight or ZERO) for stage in WEIGHED_STAGES)
    yield Formula(
        "Nilai biaya" if tender.method is Method.KUALITAS_BIAYA else "Nilai harga",
        f"100 × {rupiah(lowest)} ÷ {rupiah(own)} {_equals(price)} {score(price)}"
        if own
        else "harga terendah, yaitu nol: 100",
    )
    yield Formula(
        "Nilai akhir",
        f"{on_technical}% × {score(technical)} + {on_price}% × {score(price)} "
        f"{_equals(technical, price, combined)} {score(combined)}",
    )


def _life_cycle(evaluation: Evaluation, participant: str, place: Rank) -> Iterator[Formula]:
    """Price plus what running it costs, minus what remains."""
    for verdict in evaluation.stage(StageId.EVALUASI_HARGA).verdicts:
        for finding in verdict.findings if verdict.participant == participant else ():
            if finding.rule == life_cycle.id and isinstance(place.figure, Decimal):
                costs = [rupiah(Decimal(finding.facts[name])) for name in _COSTS]
                rest = rupiah(Decimal(finding.facts["nilai_sisa"]))
                text = f"{' + '.join(costs)} − {rest} = {rupiah(place.figure)}"
                yield Formula("Biaya selama umur ekonomis", text)
