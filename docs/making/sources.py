"""What the page is made of: the rulebook, who uses its values, and the tests that name them."""

from collections.abc import Mapping

from attrs import frozen

from docs.making.proofs import proofs
from docs.making.words import ROOMS
from tender_engine.rulebook import Rulebook
from tender_rules.uses import modules_using

__all__ = ["Sources", "sources"]


@frozen
class Sources:
    """A rulebook with the modules that use each value, and the tests of each name by file."""

    rulebook: Rulebook
    modules: Mapping[str, tuple[str, ...]]
    tests: Mapping[str, Mapping[str, tuple[str, ...]]]


def sources(rulebook: Rulebook) -> Sources:
    """Everything about `rulebook` that the text of the code and of the tests has to say."""
    values = {provision.param for provision in rulebook.provisions}
    known = values | {rule.id for rule in rulebook.rules} | rulebook.grounds.keys()
    return Sources(rulebook, modules_using(rulebook, *ROOMS), proofs(frozenset(known)))
