"""Each bid once, and each work once: copies, evaluations of the same bids, and repeats.

Of copies of a package, and of evaluations of the same bids, one alone counts. A repeat has bids and
days of its own, so that it is looked at beside what it repeats; but it is of the same work.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from tender_engine.formats.canonical import package_digest
from tender_engine.terms import PreviousKind
from tender_rules.similar.across.who_is_who import Given

__all__ = ["LeftOut", "Once", "Repeats", "Why", "told_once"]


class Why(StrEnum):
    """Why a tender is not looked at beside another."""

    SALINAN = "salinan"
    EVALUASI_ULANG = "evaluasi_ulang"


@frozen
class LeftOut:
    """That the tender number `n` stands for it, and why."""

    n: int
    why: Why


@frozen
class Repeats:
    """That a tender repeats the tender number `n`, and how."""

    n: int
    kind: PreviousKind


@frozen
class Once:
    """By number, the tenders for which another stands, and those that repeat another."""

    left_out: Mapping[int, LeftOut]
    repeats: Mapping[int, Repeats]

    def work(self, n: int) -> int:
        """The number by which the work of a tender is counted: of the first that was for it."""
        while n in self.repeats:
            n = self.repeats[n].n
        return n


def told_once(tenders: Sequence[Given]) -> Once:
    """Which of `tenders` have the same bids, and which are of the same work."""
    first: dict[str, int] = {}
    gone: dict[int, LeftOut] = {}
    for given in tenders:
        n = first.setdefault(package_digest(given.evaluation.given), given.n)
        if n != given.n:
            gone[given.n] = LeftOut(n, Why.SALINAN)
    repeated = dict(_repeated(tenders, gone, first))
    for n, found in repeated.items():
        if found.kind is PreviousKind.EVALUASI_ULANG:
            gone[found.n] = LeftOut(n, Why.EVALUASI_ULANG)
    return Once(gone, dict(_standing(repeated, gone)))


def _repeated(
    tenders: Iterable[Given], gone: Mapping[int, LeftOut], first: Mapping[str, int]
) -> Iterator[tuple[int, Repeats]]:
    """Those that are no copy and follow another that is there."""
    for given in tenders:
        before = given.evaluation.given.previous
        if given.n not in gone and before is not None and before.package in first:
            yield given.n, Repeats(first[before.package], before.kind)


def _standing(
    repeated: Mapping[int, Repeats], gone: Mapping[int, LeftOut]
) -> Iterator[tuple[int, Repeats]]:
    """The same among those that are left."""
    for each, found in repeated.items():
        n = found.n
        while n in gone:
            n = gone[n].n
        if each not in gone and n != each:
            yield each, Repeats(n, found.kind)
