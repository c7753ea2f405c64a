"""No public paper shows more than sen, and each figure is the rounding of an exact one."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from html import unescape
from math import floor
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import PAPERS, NothingToTellError, paper
from tender_desk.documents.report import report
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.formats.canonical import package_dict
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.model import Package
from tender_rules import national
from tender_rules.testing import packages, preferred, procurements
from tests.tries import tries

MONEY = re.compile(r"(-?)Rp([\d.]+)(?:,(\d+))?")
# What is a share of the HPS or of a contract by a value of the law; and rows of differences.
RESTS = re.compile(r"^.*(?:selisih pembulatan|pembulatan tulisan).*$", re.IGNORECASE | re.MULTILINE)
RANDOM = st.one_of(packages(), packages(complete=True).flatmap(preferred), procurements())


def numbers(value: Any) -> Iterator[Fraction]:
    """Every number in plain data, be it a text."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from numbers(part)
    elif (isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value)) or (
        isinstance(value, int) and not isinstance(value, bool)
    ):
        yield Fraction(value)


def sen(amount: Fraction) -> int:
    """In whole sen, half away from zero."""
    whole = floor(abs(amount) * 100 + Fraction(1, 2))
    return whole if amount >= 0 else -whole


def exact_amounts(evaluation: Evaluation) -> set[int]:
    """In sen, all that an evaluation holds or that the law draws through the HPS."""
    found = set(numbers(json.loads(json.dumps(evaluation_dict(evaluation)))))
    found |= set(numbers(json.loads(json.dumps(package_dict(evaluation.package)))))
    hps = Fraction(evaluation.package.tender.hps.total)
    law = set()
    for value in evaluation.law.values.values():
        law |= set(numbers(value.value))
    found |= law | {hps * share for share in law if share <= 1}
    found |= set(life_cycle_costs(evaluation))
    return {sen(amount) for amount in found}


def life_cycle_costs(evaluation: Evaluation) -> Iterator[Fraction]:
    """Of each bid with a life: an evaluation holds them only of those that it ranks."""
    given = package_dict(evaluation.package).get("participants", ())
    lives = {who["id"]: who.get("price", {}).get("life_cycle") for who in given}
    for priced in evaluation.prices:
        life = lives[priced.participant]
        if life and priced.corrected_total is not None:
            added = [*life["operating"], *life["maintenance"]]
            total = Fraction(priced.corrected_total) + sum(map(Fraction, added))
            yield total - Fraction(life["residual"])


def public_papers(evaluation: Evaluation) -> Iterator[str]:
    """Every document that leaves the house, and the public report, as text."""
    names = [who.id for who in evaluation.package.participants]
    for kind in PAPERS:
        for name in names if kind.of_each else [None]:
            with suppress(NothingToTellError):
                yield markdown(paper(evaluation, kind, name))
    yield unescape(report(evaluation, public=True))


@tries(25)
@given(RANDOM)
def test_every_figure_is_the_rounding_of_an_exact_one(package: Package) -> None:
    """Two decimals in each; words have no more than sen."""
    evaluation = evaluate(package, national())
    exact = exact_amounts(evaluation)

    for text in public_papers(evaluation):
        assert " koma " not in text
        for sign, whole, decimals in MONEY.findall(RESTS.sub("", text)):
            assert len(decimals) == 2, (whole, decimals)
            shown = int(Decimal(f"{sign}{whole.replace('.', '')}{decimals}"))
            assert shown in exact, f"{sign}Rp{whole},{decimals}"
