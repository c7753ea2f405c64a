"""What a reading knows beside the cells: the zone of its times, and the words of its rulebook."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from tender_engine.declared import Words

__all__ = ["Local", "Terms"]


@frozen(slots=False)
class Terms:
    """What papers and screens call the terms of a rulebook, whose words these are, by key."""

    words: Mapping[str, Words] = field(factory=dict, repr=False)

    def said(self, term: str, groups: Iterable[str]) -> Iterator[str]:
        """What `term` is called in Indonesian; `node.*` is every group below it."""
        for group in groups:
            below = self._below.get(group.removesuffix(".*"), ())
            for each in below if group.endswith(".*") else (group,):
                words = self.words.get(f"{each}.{term}")
                if words is not None:
                    yield words.id

    @cached_property
    def _below(self) -> Mapping[str, frozenset[str]]:
        """The groups below each group that has any."""
        found: dict[str, set[str]] = {}
        for key in self.words:
            group = key.rpartition(".")[0]
            if above := group.rpartition(".")[0]:
                found.setdefault(above, set()).add(group)
        return {above: frozenset(groups) for above, groups in found.items()}


@frozen
class Local:
    """How the cells of one workbook are to be read, wherever they stand.

    Attributes:
        zone: the offset of the zone in which its times are, if it is known.
        terms: what its rulebook calls what it names, as papers print it.
        unit: that of the numbers of one column.
    """

    zone: str | None = None
    terms: Terms = field(factory=Terms, repr=False)
    unit: str = ""
