"""The order of the bids that passed the evaluation of prices, and who settles equal ones."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from tender.evaluation import Rank
from tender.events import RankingDecision
from tender.faults import Fault
from tender.findings import Verdict, natural
from tender.terms import StageId
from tender.workflow import Case

__all__ = ["rank", "settled", "tied", "undecided"]

_BEFORE = (
    StageId.KOREKSI_ARITMATIK,
    StageId.EVALUASI_ADMINISTRASI,
    StageId.EVALUASI_KUALIFIKASI,
    StageId.EVALUASI_TEKNIS,
    StageId.EVALUASI_HARGA,
)


def settled(case: Case) -> bool:
    """Whether nobody who could still enter the order is undecided."""
    return case.until_decided("settled", lambda: _settled(case))


def _settled(case: Case) -> bool:
    return not any(
        found.verdict is Verdict.BELUM_DINILAI and not case.met(name, Verdict.GUGUR)
        for stage in _BEFORE
        for name, found in case.verdicts[stage].items()
    )


def rank(case: Case) -> tuple[Rank, ...]:
    """The order by corrected total, unrounded, lowest first; empty while somebody is undecided.

    Equal totals share a rank until the Pokja has decided on exactly those bids: no text that was
    read orders them where no preference applies.
    """
    return case.until_decided("rank", lambda: tuple(_ranks(case)))


def _ranks(case: Case) -> list[Rank]:
    ranks: list[Rank] = []
    if not settled(case):
        return ranks
    for total, names in _groups(case):
        order = _decided_order(case, names)
        first = len(ranks) + 1
        for offset, name in enumerate(order or names):
            place = first + offset if order else first
            ranks.append(Rank(place, name, "harga_terkoreksi", total))
    return ranks


def tied(case: Case) -> bool:
    """Whether equal totals await the Pokja's decision."""
    return bool(undecided(case))


def undecided(case: Case) -> tuple[str, ...]:
    """Whose order among equal totals awaits the Pokja's decision."""
    return case.until_decided("undecided", lambda: tuple(_undecided(case)))


def _undecided(case: Case) -> Iterator[str]:
    for _, names in _groups(case) if settled(case) else ():
        if not _decided_order(case, names):
            yield from names


def _groups(case: Case) -> Iterator[tuple[Decimal, list[str]]]:
    totals = {name: case.prices[name].corrected_total for name in _ranked(case)}
    known = {name: total for name, total in totals.items() if total is not None}
    ordered = sorted(known, key=lambda name: (known[name], natural(name)))
    for total, names in groupby(ordered, key=lambda name: known[name]):
        yield total, list(names)


def _ranked(case: Case) -> Iterable[str]:
    return case.passed(StageId.EVALUASI_HARGA)


def _decided_order(case: Case, names: list[str]) -> list[str] | None:
    """The Pokja's order of exactly these bids: the latest decision that names them all.

    As with every question, more than half of all members have to have taken it.
    """
    if len(names) == 1:
        return names
    decisions = [e for e in case.package.events if isinstance(e, RankingDecision)]
    members = len(case.package.pokja.members)
    taken = [e for e in decisions if 2 * len(set(e.by)) > members]
    fitting = [e for e in taken if sorted(e.order) == sorted(names)]
    return list(max(fitting, key=lambda event: event.at).order) if fitting else None


def contradicted(case: Case) -> Iterator[Fault]:
    """Decisions on an order that the figures do not leave open."""
    if not settled(case):
        return
    groups = [sorted(names) for _, names in _groups(case)]
    for index, event in enumerate(case.package.events):
        if isinstance(event, RankingDecision) and sorted(event.order) not in groups:
            names = ", ".join(event.order)
            yield Fault("ATR020", ("events", index, "order"), {"order": names})
