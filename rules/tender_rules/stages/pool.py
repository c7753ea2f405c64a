"""Penawaran yang dievaluasi: everybody, or the N lowest with refill, as the document says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from itertools import groupby

from attrs import Factory, define

from tender_engine.declared import StageWords, Words
from tender_engine.findings import Notice, Verdict
from tender_engine.law import Ask, Outcome, Rule, applied, passes
from tender_engine.law import rule as marked
from tender_engine.model import Participant, Requirements
from tender_engine.terms import StageId
from tender_engine.verdicts import since
from tender_engine.workflow import Case, Decision, Stage, decide_by, once
from tender_rules.citations import DOCUMENT
from tender_rules.stages.standing_acts import left

__all__ = ["pool"]

_STAGE = StageId.PENAWARAN_DIEVALUASI
_FREES_A_PLACE = frozenset(
    {
        StageId.PENAWARAN_DIEVALUASI,
        StageId.EVALUASI_ADMINISTRASI,
        StageId.EVALUASI_KUALIFIKASI,
        StageId.EVALUASI_TEKNIS,
        StageId.EVALUASI_HARGA,
    }
)


@marked("pool.lowest", "Penawaran yang dievaluasi", DOCUMENT, since="2018-03-22")
def lowest(asked: Requirements, ask: Ask) -> Outcome | None:
    """The document may limit evaluation to the lowest bids after correction; it is a refill."""
    if asked.lowest is None:
        return passes("Seluruh penawaran dievaluasi")
    ask.text("pool.refill")
    words = f"Termasuk {asked.lowest} penawaran terendah yang dievaluasi"
    return passes(words, asked.clause, terendah=asked.lowest)


RULES: tuple[Rule[Requirements], ...] = (lowest,)


@define
class Places:
    """The places among the lowest bids, filled from the lowest on and filled anew as they free.

    Equal totals enter together. A fall up to the evaluation of prices frees its place; a later one
    only once everybody reached has fallen. A bid whose total is not known yet holds a place.

    Attributes:
        count: how many there are.
        unknown: how many bids hold one because nobody knows their total.
        waiting: who is next, the lowest first, each with its equals.
        leaving: who takes none, and is let in to be out.
        holding: who of those let in holds a place.
        standing: who of these has fallen nowhere.
        known: how many of those who fell at each stage have been looked at.
    """

    count: int
    unknown: int
    waiting: Iterator[list[str]]
    leaving: list[str]
    holding: set[str] = Factory(set)
    standing: set[str] = Factory(set)
    known: Counter[StageId] = Factory(Counter)

    def filled(self, case: Case) -> list[str]:
        """Who is let in by what was decided since the last time."""
        self._look_at_the_fallen(case)
        reached, self.leaving = self.leaving, []
        while self._is_one_free():
            names = next(self.waiting, None)
            if names is None:
                break
            reached += names
            self.holding.update(name for name in names if not _frees(case, name))
            self.standing.update(name for name in names if not case.has_fallen(name))
        return reached

    def _look_at_the_fallen(self, case: Case) -> None:
        for stage in case.verdicts:
            fallen = case.fallers(stage)
            new = since(fallen, self.known[stage])
            self.known[stage] = len(fallen)
            self.standing.difference_update(new)
            if stage in _FREES_A_PLACE:
                self.holding.difference_update(new)

    def _is_one_free(self) -> bool:
        if self.unknown + len(self.holding) < self.count:
            return True
        if self.unknown or self.standing:
            return False
        self.holding.clear()
        return True


def _admit(case: Case) -> Iterable[str]:
    """Everybody who is still in; or whom the places take now, filled from the lowest on."""
    count = case.package.tender.asks(_STAGE).lowest
    if count is None:
        return _still_in(case)
    corrected_at = (StageId.PEMBUKAAN, StageId.KOREKSI_ARITMATIK)
    return case.until_decided("places", lambda: _places(case, count), *corrected_at).filled(case)


def _is_limited(case: Case) -> bool:
    """Whether there are places, which free themselves by what is decided later."""
    return case.package.tender.asks(_STAGE).lowest is not None


def _places(case: Case, count: int) -> Places:
    """All places, before anybody takes one by its total.

    Who leaves here is out at once, and holds no place while its price is not known.
    """
    unknown = _not_corrected(case)
    leaving = [name for name in unknown if left(case.package, name, _STAGE)]
    total = partial(_total, case)
    groups = groupby(sorted(case.arrived(_STAGE), key=total), key=total)
    waiting = (list(names) for _, names in groups)
    return Places(count, len(unknown) - len(leaving), waiting, leaving)


def _still_in(case: Case) -> Iterator[str]:
    """Who was opened and has not left since: a correction that waits keeps nobody out."""
    table = case.verdicts[StageId.KOREKSI_ARITMATIK]
    known = (name for name in case.participants if name in table)
    return (name for name in known if table[name].verdict is not Verdict.GUGUR)


def _not_corrected(case: Case) -> list[str]:
    """Whose corrected total is not known, without which nobody can tell who is lowest.

    Among them is whose file cannot be opened, as long as LPSE has not stated so.
    """
    corrected = {*case.arrived(_STAGE)}
    known = {*_still_in(case), *case.pending((StageId.PEMBUKAAN,))}
    return [name for name in case.participants if name in known and name not in corrected]


def _total(case: Case, name: str) -> Decimal:
    total = case.prices[name].corrected_total
    if total is None:
        raise KeyError(name)
    return total


def _frees(case: Case, name: str) -> bool:
    """Whether `name` fell before its place was to be kept for it."""
    return not _FREES_A_PLACE.isdisjoint(case.falls.get(name, ()))


def _decide(case: Case, _: Participant) -> Decision:
    return _let_in(case)


@once
def _let_in(case: Case) -> Decision:
    """What is said of everybody who is evaluated: the rule knows nothing of a bidder."""
    found = applied(RULES, case.package.tender.asks(_STAGE), case.rules_ask)
    return decide_by([(finding, ()) for _, finding, _ in found], met="Penawaran dievaluasi.")


def _kept_out(case: Case) -> Mapping[str, Decision]:
    """Who is not among the lowest; while a total is not known, that is said to be open."""
    places, table = case.package.tender.asks(_STAGE).lowest, case.verdicts[_STAGE]
    if places is None:
        return {}
    reason = f"Tidak termasuk {places} penawaran terendah setelah koreksi aritmatik."
    unknown = [name for name in _not_corrected(case) if name not in table]
    if unknown:
        bidders = ", ".join(case.participants[name].name for name in unknown)
        needs = f"harga terkoreksi {bidders} belum diketahui"
        reason = f"Belum termasuk {places} penawaran terendah, karena {needs}."
        words = f"Penawaran terendah yang dievaluasi ({places}) belum pasti: {needs}."
        case.notice(Notice("PENAWARAN_TERENDAH_BELUM_PASTI", words))
    outside = (name for name in case.arrived(_STAGE) if name not in table)
    return {name: Decision(Verdict.TIDAK_DIEVALUASI, reason) for name in outside}


pool = Stage(
    _STAGE,
    StageWords(
        Words("Penawaran yang dievaluasi", "Bids evaluated (penawaran dievaluasi)"),
        Words("Dinilai", "Pool"),
        passed=Words("Dievaluasi", "Evaluated"),
    ),
    _decide,
    _admit,
    _kept_out,
    rules=RULES,
    looks_ahead=_is_limited,
)
