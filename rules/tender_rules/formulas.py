"""Every formula of a method with the numbers of one participant, as a Pokja would write it."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, TypeAlias

from attrs import astuple, frozen

from tender_engine.declared import Check
from tender_engine.evaluation import Evaluation, Rank, Score
from tender_engine.findings import Finding, natural
from tender_engine.judgement import Scoring
from tender_engine.law import Rule
from tender_engine.numbers import ZERO, exact
from tender_engine.terms import Method, StageId
from tender_rules.procurement_kind import WEIGHED, WEIGHED_STAGES
from tender_rules.stages.businesses import Business
from tender_rules.stages.kd import KD, kd
from tender_rules.stages.low_bids import analysis
from tender_rules.stages.panel import scores_in, weighted
from tender_rules.stages.preference import preference
from tender_rules.stages.price import life_cycle
from tender_rules.stages.skn import SKN, rest_of, skn
from tender_rules.stages.skp import AT_LEAST, SKP, skp
from tender_rules.words import number, rupiah, rupiah_exact, score, score_exact, to_sen, weight

__all__ = ["Formula", "formulas_of"]

_SCORED_STAGES = (
    (StageId.EVALUASI_KUALIFIKASI, "Nilai kualifikasi"),
    (StageId.EVALUASI_TEKNIS, "Nilai teknis"),
)
# The figures of one business in a finding on its capacity, by their names.
_Figures: TypeAlias = Callable[..., list[Decimal]]
_Worked: TypeAlias = Callable[[_Figures, Business, "_Pen"], str]
_COSTS = ("biaya_operasional", "biaya_pemeliharaan")


@frozen
class Formula:
    """What is computed, and the computation with its numbers."""

    label: str
    text: str


@frozen
class _Pen:
    """How figures are written: to the sen and with two decimals, or exactly."""

    exactly: bool

    def money(self, amount: Decimal) -> str:
        return rupiah_exact(amount) if self.exactly else rupiah(amount)

    def score(self, value: Fraction) -> str:
        return score_exact(value) if self.exactly else score(value)

    def equals(self, *values: Decimal | Fraction) -> str:
        """Whether what is written is exact."""
        return "=" if self.exactly or all(to_sen(value) == value for value in values) else "≈"


def formulas_of(
    evaluation: Evaluation, participant: str, *, exactly: bool = False
) -> tuple[Formula, ...]:
    """Every formula behind the capacity, the scores and the place of `participant`, in that order.

    Only what is known: a criterion that a member has not scored has none yet, and a price that was
    not opened is in none. Figures stand as people read them, or `exactly`.
    """
    pen = _Pen(exactly)
    with exact():
        made = [*_capacities(evaluation, participant, pen)]
        made += _totals(evaluation, participant, pen)
        made += _prices(evaluation, participant, pen)
        found, place = evaluation.score(participant), evaluation.place(participant)
        if found is not None and place is not None and evaluation.package.tender.method in WEIGHED:
            made += _weighed(evaluation, found, pen)
        if place is not None:
            made += _life_cycle(evaluation, participant, place, pen)
        return tuple(made)


def _capacities(evaluation: Evaluation, participant: str, pen: _Pen) -> Iterator[Formula]:
    """SKP, KD and SKN of a bidder, or of each member of a KSO of which they are asked."""
    verdict = evaluation.stage(StageId.EVALUASI_KUALIFIKASI).on(participant)
    found = {finding.rule: finding for finding in verdict.findings} if verdict else {}
    for rule, check, worked in _CAPACITIES:
        if rule.id not in found:
            continue
        facts = found[rule.id].facts
        for business, prefix, name in _asked_of(evaluation, participant):
            text = worked(partial(_known, facts, prefix), business, pen)
            if text:
                yield Formula(f"{check.words.id}{name}", text)


def _asked_of(evaluation: Evaluation, participant: str) -> Iterator[tuple[Business, str, str]]:
    """The bidder and each member of a KSO: before what its facts stand, and its name."""
    who = next(who for who in evaluation.package.participants if who.id == participant)
    yield who, "", ""
    for member in sorted(who.members, key=lambda member: natural(member.id)):
        yield member, f"{member.id}.", f" {member.name}"


def _known(facts: Mapping[str, str], prefix: str, *names: str) -> list[Decimal]:
    """These figures of one business: all of them, or none where one is not known."""
    found = [facts.get(prefix + name) for name in names]
    return [] if None in found else [Decimal(figure) for figure in found if figure is not None]


def _packages(known: _Figures, _business: Business, _pen: _Pen) -> str:
    """KP less the packages that run; both may be more where N is not known."""
    figures, said = known("kp", "berjalan", "skp"), ""
    if not figures:
        figures = known(f"kp{AT_LEAST}", "berjalan", f"skp{AT_LEAST}")
        said = "paling kurang "
    if not figures:
        return ""
    kp, running, left = map(number, figures)
    return f"{said}{kp} − {running} = {said}{left}"


def _highest_contract(known: _Figures, _business: Business, pen: _Pen) -> str:
    """The factor times NPt."""
    if not (figures := known("kali", "npt", "kd")):
        return ""
    times, highest, made = figures
    equals = pen.equals(highest, made)
    return f"{number(times)} × {pen.money(highest)} {equals} {pen.money(made)}"


def _finances(known: _Figures, business: Business, pen: _Pen) -> str:
    """The factors times the equity, less what each contract that runs still needs."""
    if not (figures := known("fp", "fl", "ekuitas", "kn")):
        return ""
    fp, fl, equity, made = figures
    equals = pen.equals(equity, made)
    text = f"{number(fp)} × {number(fl)} × {pen.money(equity)} {equals} {pen.money(made)}"
    finances = business.known(SKN)
    if finances is None or not (figures := known("berjalan", "skn")):
        return text
    rest, left = figures
    contracts = sorted(finances.running or (), key=astuple)
    parts = " + ".join(
        f"({pen.money(one.contract)} − {pen.money(one.done)}) × {number(one.share_percent)}%"
        for one in contracts
    )
    if parts:
        text += f"; {parts} {pen.equals(*map(rest_of, contracts))} {pen.money(rest)}"
    equals = pen.equals(made, rest, left)
    return f"{text}; {pen.money(made)} − {pen.money(rest)} {equals} {pen.money(left)}"


_CAPACITIES: tuple[tuple[Rule[Any], Check[Any, Any], _Worked], ...] = (
    (skp, SKP, _packages),
    (kd, KD, _highest_contract),
    (skn, SKN, _finances),
)


def _totals(evaluation: Evaluation, participant: str, pen: _Pen) -> Iterator[Formula]:
    """Each criterion as weight x mean / highest score, and the sum of these, where it entered."""
    entered = {stage for stage, _ in evaluation.verdicts_of(participant)}
    for stage, title in _SCORED_STAGES:
        if stage not in entered:
            continue
        panel = scores_in(evaluation, stage, (participant,))
        parts = []
        for scoring in panel.of(participant):
            made = weighted(scoring)
            if made is not None:
                parts.append(made)
                yield Formula(f"{title}: {scoring.criterion.title}", _points(scoring, made, pen))
        total = panel.total(participant)
        if len(parts) > 1 and total is not None:
            sums = f"{' + '.join(map(pen.score, parts))} {pen.equals(*parts)} {pen.score(total)}"
            yield Formula(title, sums)


def _points(scoring: Scoring, made: Fraction, pen: _Pen) -> str:
    """Weight x (the scores of all) : members : highest score."""
    criterion = scoring.criterion
    given = [v.score for v in scoring.votes if v.counts and v.score is not None]
    mean = f"({' + '.join(map(number, given))}) ÷ {len(given)}"
    of_all, highest = weight(criterion.weight)[:-1], number(criterion.max_score or ZERO)
    return f"{of_all} × {mean} ÷ {highest} {pen.equals(made)} {pen.score(made)}"


def _weighed(evaluation: Evaluation, found: Score, pen: _Pen) -> Iterator[Formula]:
    """The price score from the lowest price, and both scores under their weights."""
    tender = evaluation.package.tender
    totals = {price.participant: price.compared for price in evaluation.prices}
    ranked = [totals[place.participant] for place in evaluation.ranking]
    lowest = min(total for total in ranked if total is not None)
    own = totals[found.participant]
    technical, price, combined = found.technical, found.price, found.combined
    if own is None or technical is None or price is None or combined is None:
        return
    on_technical, on_price = (weight(tender.asks(stage).weight) for stage in WEIGHED_STAGES)
    yield Formula(
        "Nilai biaya" if tender.method is Method.KUALITAS_BIAYA else "Nilai harga",
        f"100 × {pen.money(lowest)} ÷ {pen.money(own)} {pen.equals(lowest, own, price)} "
        f"{pen.score(price)}"
        if own
        else "harga terendah, yaitu nol: 100",
    )
    yield Formula(
        "Nilai akhir",
        f"{on_technical} × {pen.score(technical)} + {on_price} × {pen.score(price)} "
        f"{pen.equals(technical, price, combined)} {pen.score(combined)}",
    )


def _found(evaluation: Evaluation, participant: str, rule: str) -> Finding | None:
    """What a rule of the evaluation of prices found about `participant`."""
    verdict = evaluation.stage(StageId.EVALUASI_HARGA).on(participant)
    findings = verdict.findings if verdict else ()
    return next((finding for finding in findings if finding.rule == rule), None)


def _prices(evaluation: Evaluation, participant: str, pen: _Pen) -> Iterator[Formula]:
    """What a preference makes of a price, and what the analysis of a low bid compares."""
    preferred = _found(evaluation, participant, preference.id)
    if preferred is not None and "hea" in preferred.facts:
        yield Formula("Hasil Evaluasi Akhir (HEA)", _hea(preferred.facts, pen))
    fair = _found(evaluation, participant, analysis.id)
    if fair is not None and "usulan" in fair.facts:
        yield Formula("Kewajaran harga", fair.reason)


def _hea(facts: Mapping[str, str], pen: _Pen) -> str:
    """(1 - KP) x HP where the bid has one TKDN that counts, else less what its lines bring."""
    price, less, made = (Decimal(facts[x]) for x in ("harga_penawaran", "pengurang", "hea"))
    if less and facts["baris"] == "seluruh penawaran":
        kp = f"{number(Decimal(facts['tkdn']))}% × {number(Decimal(facts['preferensi']))}%"
        return f"(1 − {kp}) × {pen.money(price)} {pen.equals(price, made)} {pen.money(made)}"
    equals = pen.equals(price, less, made)
    return f"{pen.money(price)} − {pen.money(less)} {equals} {pen.money(made)}"


def _life_cycle(
    evaluation: Evaluation, participant: str, place: Rank, pen: _Pen
) -> Iterator[Formula]:
    """What the bid counts as plus what running it costs, minus what remains."""
    finding, price = _found(evaluation, participant, life_cycle.id), evaluation.price(participant)
    if finding is None or price is None or not isinstance(place.figure, Decimal):
        return
    known = [price.compared, *(Decimal(finding.facts[name]) for name in _COSTS)]
    costs, rest = [x for x in known if x is not None], Decimal(finding.facts["nilai_sisa"])
    equals = pen.equals(*costs, rest, place.figure)
    text = f"{' + '.join(map(pen.money, costs))} − {pen.money(rest)}"
    yield Formula("Biaya selama umur ekonomis", f"{text} {equals} {pen.money(place.figure)}")
