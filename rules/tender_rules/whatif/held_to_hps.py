"""The totals of an HPS at which something else than a price is held to it otherwise.

They are a bidder's own record that is measured by the HPS (KD, SKN, the bond of a bid where the law
names its least), and the lines of the law above which a bond is due or a preference is given.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from tender_engine.evaluation import Evaluation
from tender_engine.law import Ask
from tender_engine.terms import Category, StageId
from tender_rules.stages.administration import BID_BOND, Bond
from tender_rules.stages.preference import measured_by_budget
from tender_rules.whatif.changes import Given
from tender_rules.whatif.standings import probed

__all__ = ["held_to_hps"]

# Rules that hold a bidder's own record to a share of the HPS, and the facts that are held to it.
_RULES = {"qualification.kd": ("kd",), "qualification.skn": ("skn", "kn")}
_LIMIT = "batas"


def held_to_hps(given: Given) -> list[Fraction]:
    """Each such total, of all bidders."""
    return [*_lines(given), *_bonds(given), *_records(given)]


def _lines(given: Given) -> Iterator[Fraction]:
    tender, ask = given.package.tender, Ask(given.evaluation.law)
    if tender.category is Category.PEKERJAAN_KONSTRUKSI:
        yield Fraction(ask.decimal("bond.bid_above"))
    if tender.asks(StageId.EVALUASI_HARGA).tkdn_preference and not measured_by_budget(ask):
        yield Fraction(ask.decimal("preference.above"))


def _bonds(given: Given) -> Iterator[Fraction]:
    """Where the least bond of the law is the one that was handed in."""
    least = Fraction(Ask(given.evaluation.law).decimal("bond.bid_least_share"))
    for who in given.package.participants:
        bond = who.known(BID_BOND)
        if isinstance(bond, Bond) and bond.amount is not None and least:
            yield Fraction(bond.amount) / least


def _records(given: Given) -> Iterator[Fraction]:
    hps = Fraction(given.package.tender.hps.total)
    for evaluation in _everybody(given):
        for stage in evaluation.stages:
            for verdict in stage.verdicts:
                for finding in verdict.findings:
                    for own, limit in _held(finding.rule, finding.facts):
                        yield own / limit * hps


def _everybody(given: Given) -> Iterator[Evaluation]:
    """What was evaluated; where it is of the lowest alone, as if it were of all, too."""
    yield given.evaluation
    if given.package.tender.asks(StageId.PENAWARAN_DIEVALUASI).lowest:
        every = probed(given, Decimal(0))
        if every is not None:
            yield every


def _held(rule: str, facts: Mapping[str, str]) -> Iterator[tuple[Fraction, Fraction]]:
    """What is held, and to what; of a KSO each member has its own, after its id."""
    for name, told in facts.items():
        whose, dot, key = name.rpartition(".")
        limit = facts.get(f"{whose}{dot}{_LIMIT}")
        if key in _RULES.get(rule, ()) and limit and Fraction(Decimal(limit)):
            yield Fraction(Decimal(told)), Fraction(Decimal(limit))
