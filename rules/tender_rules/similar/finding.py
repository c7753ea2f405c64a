"""All that is the same between the bids of one tender: a call of its own, which decides nothing."""

from collections.abc import Mapping

from tender_engine.declared import Words
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.law import Ask
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.similarity import Similarity
from tender_rules.similar.across.overview import kinds_across
from tender_rules.similar.held import held_by_all
from tender_rules.similar.identity import NAMED, shared_values
from tender_rules.similar.prices import KINDS as OF_PRICES
from tender_rules.similar.prices import between_prices
from tender_rules.stages.opened import opened_prices

__all__ = ["kinds_called", "similarities", "similarities_of"]


def similarities(package: Package, rulebook: Rulebook) -> list[Similarity]:
    """What is the same between the bidders of `package`, and how rare that is.

    Who is who comes first, then the prices. Nothing of a price that no stage opened enters. Every
    fact is internal; none is a verdict, and no evaluation knows of them.

    Raises:
        PackageRefusedError: the package is none that is evaluated.
    """
    return similarities_of(evaluate(package, rulebook))


def similarities_of(evaluation: Evaluation) -> list[Similarity]:
    """The same of what was evaluated, whose stages say which prices are open."""
    ask = Ask(evaluation.law)
    found = shared_values(held_by_all(evaluation), ask)
    opened = opened_prices(evaluation.given, evaluation.prices)
    return [*found, *between_prices(evaluation.given.tender.hps, opened, ask)]


def kinds_called() -> Mapping[str, Words]:
    """What each kind of fact is called, by its code."""
    names = {kind.id: kind.words for kind in NAMED}
    return {**names, **{kind.id: kind.words for kind in OF_PRICES}, **kinds_across()}
