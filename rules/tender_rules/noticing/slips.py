"""What may be a slip of the pen: scores far apart, totals that are equal or on the very line.

Told to those inside as facts, never in a public paper; nothing rests on it. From where on something
is told is a setting of the house.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tender_engine.evaluation import StageVerdict
from tender_engine.findings import Notice
from tender_engine.model import Criterion
from tender_engine.workflow import Case, once
from tender_rules.words import number, rupiah, score

__all__ = ["corrected_totals", "equal_totals", "scores_far_apart", "totals_at_the_share"]


def scores_far_apart(case: Case) -> Iterator[Notice]:
    """A question that the members of the panel scored very differently, bidder by bidder."""
    least = Fraction(case.ask.decimal("slip.scores_apart_from"))
    asked = case.package.tender.requirements
    for stage, table in case.verdicts.items():
        scored = [c for c in asked[stage].criteria if c.scored] if stage in asked else []
        if not scored:
            continue
        for name in (name for name in case.participants if name in table):
            given = _scores(table[name])
            for criterion in sorted(scored, key=lambda each: each.id):
                yield from _apart(name, criterion, given[criterion.id], least)


def _scores(found: StageVerdict) -> dict[str, list[Decimal]]:
    """The scores that count, by criterion."""
    given: dict[str, list[Decimal]] = defaultdict(list)
    for vote in found.votes:
        if vote.counts and vote.score is not None:
            given[vote.criterion].append(vote.score)
    return given


def _apart(
    name: str, criterion: Criterion, given: list[Decimal], least: Fraction
) -> Iterator[Notice]:
    if not given or not criterion.max_score:
        return
    apart = Fraction(max(given) - min(given)) / Fraction(criterion.max_score)
    if apart >= least:
        words = (
            f"Nilai {criterion.title} dari para anggota berjauhan: terendah {number(min(given))},"
            f" tertinggi {number(max(given))}, yaitu {score(100 * apart)}% dari nilai tertinggi"
            f" {number(criterion.max_score)}; periksa pengetikannya."
        )
        yield Notice("NILAI_BERJAUHAN", words, name)


def totals_at_the_share(case: Case) -> Iterator[Notice]:
    """A corrected total on the very line below which a price's fairness is evaluated."""
    within = case.ask.decimal("slip.at_share_within")
    # Asked of the law without being noted: the line decides elsewhere, not here.
    share = Decimal(case.law.value("price.fairness_below_share").value)
    line = case.package.tender.hps.total * share
    for name, total in corrected_totals(case).items():
        if abs(total - line) <= within:
            words = (
                f"Total terkoreksi {rupiah(total)} tepat pada {number(share.scaleb(2))}% dari nilai"
                f" total HPS ({rupiah(line)}); periksa angkanya."
            )
            yield Notice("TEPAT_80_PERSEN", words, name)


def equal_totals(case: Case) -> Iterator[Notice]:
    """Bids that come to the very same total once corrected."""
    by_total: dict[Decimal, list[str]] = defaultdict(list)
    for name, total in corrected_totals(case).items():
        by_total[total].append(name)
    for total, names in by_total.items():
        if len(names) > 1:
            bidders = ", ".join(case.participants[name].name for name in names)
            words = f"Total terkoreksi {rupiah(total)} sama pada {bidders}; periksa pengetikannya."
            yield Notice("TOTAL_SAMA", words)


@once
def corrected_totals(case: Case) -> dict[str, Decimal]:
    """The corrected totals of all bids whose price was opened, in the order of the bidders."""
    opened = [name for name in case.participants if name in case.prices]
    totals = {name: case.prices[name].corrected_total for name in opened}
    return {name: total for name, total in totals.items() if total is not None}
