"""Every formula of a method with the numbers of one participant, as a Pokja would write it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from tender.evaluation import Evaluation, Rank, Score
from tender.findings import Finding, natural
from tender.judgement import Judgements, Scoring
from tender.numbers import ZERO, exact
from tender.terms import Method, StageId
from tender_rules.kinds import WEIGHED, WEIGHED_STAGES
from tender_rules.stages.low_bids import analysis
from tender_rules.stages.preference import preference
from tender_rules.stages.price import life_cycle
from tender_rules.stages.scoring import points
from tender_rules.words import number, rupiah, score

__all__ = ["Formula", "formulas"]

_SCORED_STAGES = (
    (StageId.EVALUASI_KUALIFIKASI, "Nilai kualifikasi"),
    (StageId.EVALUASI_TEKNIS, "Nilai teknis"),
)
_COSTS = ("biaya_operasional", "biaya_pemeliharaan")


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
        made += _prices(evaluation, participant)
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
    totals = {price.participant: price.compared for price in evaluation.prices}
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


def _found(evaluation: Evaluation, participant: str, rule: str) -> Finding | None:
    """What a rule of the evaluation of prices found about `participant`."""
    return next(
        (
            finding
            for verdict in evaluation.stage(StageId.EVALUASI_HARGA).verdicts
            for finding in (verdict.findings if verdict.participant == participant else ())
            if finding.rule == rule
        ),
        None,
    )


def _prices(evaluation: Evaluation, participant: str) -> Iterator[Formula]:
    """What a preference makes of a price, and what the analysis of a low bid compares."""
    preferred = _found(evaluation, participant, preference.id)
    if preferred is not None and "hea" in preferred.facts:
        yield Formula("Hasil Evaluasi Akhir (HEA)", _hea(preferred.facts))
    fair = _found(evaluation, participant, analysis.id)
    if fair is not None and "usulan" in fair.facts:
        yield Formula("Kewajaran harga", fair.reason)


def _hea(facts: Mapping[str, str]) -> str:
    """(1 - KP) x HP where the bid has one TKDN that counts, else less what its lines bring."""
    price, less, made = (Decimal(facts[x]) for x in ("harga_penawaran", "pengurang", "hea"))
    if less and facts["baris"] == "seluruh penawaran":
        kp = f"{number(Decimal(facts['tkdn']))}% × {number(Decimal(facts['preferensi']))}%"
        return f"(1 − {kp}) × {rupiah(price)} = {rupiah(made)}"
    return f"{rupiah(price)} − {rupiah(less)} = {rupiah(made)}"


def _life_cycle(evaluation: Evaluation, participant: str, place: Rank) -> Iterator[Formula]:
    """What the bid counts as plus what running it costs, minus what remains."""
    finding, price = _found(evaluation, participant, life_cycle.id), evaluation.price(participant)
    if finding is None or price is None or not isinstance(place.figure, Decimal):
        return
    costs = [price.compared, *(Decimal(finding.facts[name]) for name in _COSTS)]
    rest = rupiah(Decimal(finding.facts["nilai_sisa"]))
    text = f"{' + '.join(rupiah(x) for x in costs if x is not None)} − {rest}"
    yield Formula("Biaya selama umur ekonomis", f"{text} = {rupiah(place.figure)}")
