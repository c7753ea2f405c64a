"""What is the same in the prices of two bids, line by line."""

from collections.abc import Mapping

from tender_engine.engine import evaluate
from tender_engine.findings import natural
from tender_engine.law import Ask
from tender_engine.model import Hps, Package, Price
from tender_engine.rulebook import Rulebook
from tender_engine.similarity import Similarity
from tender_rules.similar.prices import alike, slips, towards_hps
from tender_rules.similar.prices.kinds import Kind, Looking
from tender_rules.similar.prices.table import table_of
from tender_rules.stages.opened import opened_prices

__all__ = ["KINDS", "between_prices", "facts_of", "looking_at", "price_similarities"]

# In the order in which they are told.
KINDS: tuple[Kind, ...] = (*towards_hps.KINDS, *alike.KINDS, *slips.KINDS)


def price_similarities(package: Package, rulebook: Rulebook) -> list[Similarity]:
    """What is the same in the prices of `package` that have been opened.

    Whose price is opened is for the stages to say, so the package is evaluated for it.

    Raises:
        PackageRefusedError: the package is none that is evaluated.
    """
    evaluation = evaluate(package, rulebook)
    opened = opened_prices(package, evaluation.prices)
    return between_prices(package.tender.hps, opened, Ask(evaluation.law))


def between_prices(hps: Hps, opened: Mapping[str, Price], ask: Ask) -> list[Similarity]:
    """What is the same in these prices: kind by kind, in each by participants."""
    return facts_of(looking_at(hps, opened, ask))


def looking_at(hps: Hps, opened: Mapping[str, Price], ask: Ask) -> Looking:
    """These prices, line by line in natural order: which are told is no file's to say."""
    lines = tuple(sorted(hps.lines or (), key=lambda line: natural(line.id)))
    return Looking(lines, table_of(lines, opened), ask)


def facts_of(looking: Looking) -> list[Similarity]:
    """The facts about pairs of bids, and each one's ratio to the estimate."""
    return [found for kind in KINDS for found in kind.find(kind, looking)]
