"""What the papers of an evaluation need of its rulebook, as plain words and values.

A paper is a function of its evaluation alone: whoever prints one asks no rulebook, and prints the
words of the one that was used.
"""

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

from attrs import frozen

from tender_engine.declared import Ground, Parameter, Vocabulary, Words
from tender_engine.findings import Citation
from tender_engine.terms import StageId

__all__ = ["Basis", "Edge", "RuleSaid", "StageSaid"]

# From a stage, by an outcome, to a stage or to an end.
Edge: TypeAlias = tuple[str, str, str]


@frozen
class RuleSaid:
    """A rule by its id, in its title, the provisions behind it and the day it holds from."""

    id: str
    title: str
    cites: tuple[Citation, ...]
    since: dt.date


@frozen
class StageSaid:
    """A stage of the procedure, with the rules that are asked at it."""

    id: StageId
    rules: tuple[RuleSaid, ...]


@frozen
class Basis:
    """The rulebook that an evaluation was made under, and the procedure that it followed.

    Args:
        version: the rulebook's, as people name it.
        digest: over what it says and does; None where nobody has described it by a manifest.
        title: of the procedure.
        stages: the procedure's, in order.
        edges: between them.
        rules: every rule, by its id.
        overlays: the instrument of each local standard that the rulebook holds.
        grounds: of failure, by id.
        parameters: what the values of the law are.
        words: everything that the rulebook names, by key.
    """

    version: str
    digest: str | None
    title: str
    stages: tuple[StageSaid, ...]
    edges: tuple[Edge, ...]
    rules: Mapping[str, RuleSaid]
    overlays: Mapping[str, str]
    grounds: Mapping[str, Ground]
    parameters: Mapping[str, Parameter]
    words: Mapping[str, Words]

    def vocabulary(self, lang: str) -> Vocabulary:
        """The words in `lang`."""
        return Vocabulary.of(self.words, lang)
