"""All that is the same between the bids of one tender: a call of its own, which decides nothing."""

from collections.abc import Mapping

from attrs import frozen

from tender_engine.declared import Words
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.law import Ask
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_engine.similarity import Similarity
from tender_rules.similar.held import held_by_all
from tender_rules.similar.identity import NAMED, shared_values
from tender_rules.similar.prices import KINDS as OF_PRICES
from tender_rules.similar.prices import facts_of, looking_at
from tender_rules.similar.prices.kinds import Looking
from tender_rules.similar.prices.of_many import OfMany, of_many
from tender_rules.stages.opened import opened_prices

__all__ = ["Compared", "compared_in", "kinds_called", "similarities", "similarities_of"]


def similarities(package: Package, rulebook: Rulebook) -> list[Similarity]:
    """What is the same between the bidders of `package`, and how rare that is.

    Who is who comes first, then the prices. Nothing of a price that no stage opened enters. Every
    fact is internal; none is a verdict, and no evaluation knows of them.

    Raises:
        PackageRefusedError: the package is none that is evaluated.
    """
    return similarities_of(evaluate(package, rulebook))


@frozen
class Compared:
    """The facts, and the equal prices of three bids or more, which are no fact about two."""

    facts: tuple[Similarity, ...]
    of_many: OfMany | None


def compared_in(evaluation: Evaluation) -> Compared:
    """What was evaluated, whose stages say which prices are open, compared."""
    looking = _looking(evaluation)
    return Compared(tuple(_facts(evaluation, looking)), of_many(looking))


def similarities_of(evaluation: Evaluation) -> list[Similarity]:
    """The facts alone."""
    return _facts(evaluation, _looking(evaluation))


def _looking(evaluation: Evaluation) -> Looking:
    opened = opened_prices(evaluation.given, evaluation.prices)
    return looking_at(evaluation.given.tender.hps, opened, Ask(evaluation.law))


def _facts(evaluation: Evaluation, looking: Looking) -> list[Similarity]:
    return [*shared_values(held_by_all(evaluation), looking.ask), *facts_of(looking)]


def kinds_called() -> Mapping[str, Words]:
    """What each kind of fact is called, by its code."""
    from tender_rules.similar.across.overview import kinds_across  # nobody else looks at several

    names = {kind.id: kind.words for kind in NAMED}
    return {**names, **{kind.id: kind.words for kind in OF_PRICES}, **kinds_across()}
