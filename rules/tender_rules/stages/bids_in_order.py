"""The bids in the order of their figures, and by what equal ones are parted."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain, groupby, pairwise, starmap
from operator import itemgetter, ne
from typing import TypeAlias

from attrs import Factory, define

from tender_engine.findings import Notice, natural
from tender_engine.terms import Envelope, Subject
from tender_engine.verdicts import since
from tender_engine.workflow import Case
from tender_rules.stages.files import price_file
from tender_rules.stages.methods import BY_HEA, Ordering, ordering, technical_score
from tender_rules.stages.preference import preference_of
from tender_rules.stages.standing_acts import last_act
from tender_rules.stages.ties import decided_order

__all__ = ["Order"]

Figured: TypeAlias = Decimal | Fraction
Groups: TypeAlias = tuple[tuple[str, ...], ...]


@define
class Order:
    """The bids in order, of which more come as more pass: each is put in its place once.

    Attributes:
        by: by which figure, and which end comes first.
        names: the first first; of equal bids as the Pokja settled them, else by id.
        figures: the figure of each bid.
        alike: of a figure that several have, the groups that nothing else sets apart.
        open: those of them whose order awaits the Pokja's decision.
    """

    by: Ordering
    names: list[str] = Factory(list)
    figures: dict[str, Figured] = Factory(dict)
    alike: dict[Figured, Groups] = Factory(dict)
    open: dict[Figured, Groups] = Factory(dict)
    _known: int = 0
    _past: dict[str, int] = Factory(dict)

    @property
    def equal(self) -> Groups:
        """The groups of one figure that nothing else sets apart, the first first."""
        return self._in_order(self.alike)

    @property
    def undecided(self) -> Groups:
        """The groups of equal bids that await the Pokja's decision, the first first."""
        return self._in_order(self.open)

    def _in_order(self, groups: Mapping[Figured, Groups]) -> Groups:
        figures = sorted(groups, reverse=self.by.highest)
        return tuple(chain.from_iterable(groups[figure] for figure in figures))

    def first(self, whose: str, is_out: Callable[[str], bool]) -> int:
        """The place of the first who is not out, or behind all; who is out stays so.

        From where the search of that name ended last, so that nobody is passed twice.
        """
        place = self._past.get(whose, 0)
        while place < len(self.names) and is_out(self.names[place]):
            place += 1
        self._past[whose] = place
        return place

    def take_in(self, case: Case) -> None:
        """Put everybody who has passed since the last time in its place."""
        passers = case.passers(self.by.after)
        names = sorted(since(passers, self._known), key=natural)
        self._known = len(passers)
        figures = ((name, self.by.figure(case, name)) for name in names)
        known = [(name, figure) for name, figure in figures if figure is not None]
        # Equal bids stay in the natural order of their ids.
        known.sort(key=itemgetter(1), reverse=self.by.highest)
        self.figures |= known
        in_order = [figure for _, figure in known]
        if not self.names and all(starmap(ne, pairwise(in_order))):
            self.names += map(itemgetter(0), known)
            return
        for figure, group in groupby(known, key=itemgetter(1)):
            self._place(case, figure, [name for name, _ in group])

    def _place(self, case: Case, figure: Figured, names: list[str]) -> None:
        """Put `names`, which have one figure, where it belongs, with those who have it already."""
        start, end = (find(self.names, self._key(figure), key=self._key_of) for find in _ENDS)
        equal = sorted([*self.names[start:end], *names], key=natural)
        groups = [tuple(group) for group in _parted(case, equal)]
        decided = [_decision_on(case, group) for group in groups]
        order = (settled or group for settled, group in zip(decided, groups, strict=True))
        self.names[start:end] = chain.from_iterable(order)
        self._past = {whose: min(place, start) for whose, place in self._past.items()}
        self.alike[figure] = tuple(group for group in groups if len(group) > 1)
        if any(settled is None for settled in decided):
            open_ = zip(groups, decided, strict=True)
            self.open[figure] = tuple(group for group, settled in open_ if settled is None)
        else:
            self.open.pop(figure, None)

    def _key_of(self, name: str) -> Figured:
        return self._key(self.figures[name])

    def _key(self, figure: Figured) -> Figured:
        return -figure if self.by.highest else figure


_ENDS: tuple[Callable[..., int], ...] = (bisect_left, bisect_right)


def _decision_on(case: Case, names: Iterable[str]) -> list[str] | None:
    """As the Pokja settled equal bids, after the list where there is one."""
    standing = last_act(case, Subject.KUALIFIKASI)
    return decided_order(case, tuple(names), standing.at if standing else None)


def _parted(case: Case, names: list[str]) -> Iterator[list[str]]:
    """Equal bids in order: by TKDN where they are equal in HEA, else by technical score."""
    for group in _by_tkdn(case, names):
        yield from _by_score(case, group)


def _by_tkdn(case: Case, names: list[str]) -> list[list[str]]:
    """Of equal HEA the higher TKDN comes first, where each bid has one TKDN."""
    if len(names) == 1 or ordering(case).by != BY_HEA:
        return [names]
    found = {name: tkdn for name in names if (tkdn := _tkdn(case, name)) is not None}
    if len(found) < len(names) or len(set(found.values())) == 1:
        return [names]
    case.ask.text("preference.equal_hea")
    words = "HEA sama; diurutkan menurut TKDN yang lebih besar (Pasal 67)."
    return _in_order(case, found, ("SAMA_DIURUTKAN_TKDN", words))


def _tkdn(case: Case, name: str) -> Decimal | None:
    file = price_file(case, case.participants[name], None)
    found = preference_of(file, case.ask)
    return found.tkdn if found else None


def _by_score(case: Case, names: list[str]) -> list[list[str]]:
    order = ordering(case)
    equalized = case.package.tender.envelope is Envelope.DUA_TAHAP
    by_score = order.figure is technical_score
    if len(names) == 1 or equalized or not order.scored or by_score or order.by == BY_HEA:
        return [names]
    scores = {name: technical_score(case, name) or Fraction(0) for name in names}
    if len(set(scores.values())) == 1:
        return [names]
    param = "ranking.equal_score" if order.highest else "ranking.equal_price"
    case.ask.text(param)
    words = "Nilai sama pada dasar pemeringkatan; diurutkan menurut nilai teknis tertinggi."
    return _in_order(case, scores, ("SAMA_DIURUTKAN_NILAI_TEKNIS", words))


def _in_order(
    case: Case, figures: Mapping[str, Decimal | Fraction], told: tuple[str, str]
) -> list[list[str]]:
    """The highest first, and a notice to each by what they were parted."""
    for name in figures:
        case.notice(Notice(*told, name, audience="publik"))
    ordered = sorted(figures, key=lambda name: (-figures[name], natural(name)))
    return [list(group) for _, group in groupby(ordered, key=lambda name: figures[name])]
