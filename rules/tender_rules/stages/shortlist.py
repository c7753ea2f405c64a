"""Who is on the list after a prakualifikasi: all who passed, or of a Seleksi the best of them."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from tender_engine.findings import natural
from tender_engine.terms import StageId
from tender_engine.workflow import Case
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.rounds import is_repeat
from tender_rules.stages.scoring import total_score
from tender_rules.stages.standing_acts import left
from tender_rules.stages.ties import decided_order

__all__ = [
    "appoints_directly",
    "listed",
    "passers",
    "places",
    "qualification_score",
    "tied_for_a_place",
    "tied_groups",
]

_STAGE = StageId.PENETAPAN_HASIL_KUALIFIKASI
_LEAST = "qualification.least_passing"
_ALONE = "qualification.direct_appointment_at"


def passers(case: Case) -> list[str] | None:
    """Who passed evaluation and proof, in the order of ids; `None` while anybody is undecided.

    Who left when the list was to be determined is not among them.
    """
    return case.until_decided("passers", lambda: _passers(case), *case.leading_to(_STAGE))


def _passers(case: Case) -> list[str] | None:
    if any(case.pending(case.leading_to(_STAGE))):
        return None
    return [name for name in case.arrived(_STAGE) if not left(case.package, name, _STAGE)]


def qualification_score(case: Case, name: str) -> Fraction | None:
    """The qualification score of `name`, 0 to 100; `None` where none is given."""
    return total_score(case, StageId.EVALUASI_KUALIFIKASI, name)


def listed(case: Case) -> list[str]:
    """The proposed list: all who passed, or of a Seleksi the best; empty where too few passed."""
    return case.until_decided("listed", lambda: _listed(case), *case.leading_to(_STAGE))


def _listed(case: Case) -> list[str]:
    names = passers(case) or []
    least = case.ask.decimal(_ALONE if is_repeat(case) else _LEAST)
    if not names or len(names) < least or tied_for_a_place(case):
        return []
    if not is_seleksi(case.package.tender):
        return names
    return _best(case, names)[: places(case)]


def places(case: Case) -> int:
    """How many a short list has at most."""
    return int(case.ask.decimal("qualification.shortlist_most"))


def _best(case: Case, names: list[str]) -> list[str]:
    """By score, the best first; equal ones as the Pokja decided, else by id."""
    if len(names) > places(case):
        case.ask.text("qualification.shortlist_order")
    ordered: list[str] = []
    for _, group in _groups(case, names):
        ordered += decided_order(case, group) or group
    return ordered


def _groups(case: Case, names: list[str]) -> Iterator[tuple[Fraction, list[str]]]:
    scores = {name: qualification_score(case, name) or Fraction(0) for name in names}
    ordered = sorted(names, key=lambda name: (-scores[name], natural(name)))
    for value, group in groupby(ordered, key=lambda name: scores[name]):
        yield value, list(group)


def tied_for_a_place(case: Case) -> tuple[str, ...]:
    """Equal scores across the last place of the short list, which only people can part."""
    names = passers(case) or []
    if not is_seleksi(case.package.tender) or len(names) <= places(case):
        return ()
    before = 0
    for _, group in _groups(case, names):
        across = before < places(case) < before + len(group)
        if across and not decided_order(case, group):
            return tuple(group)
        before += len(group)
    return ()


def tied_groups(case: Case) -> tuple[tuple[str, ...], ...]:
    """Equal qualification scores, each group of which a decision may part."""
    if not is_seleksi(case.package.tender):
        return ()
    names = passers(case) or []
    return tuple(tuple(group) for _, group in _groups(case, names))


def appoints_directly(case: Case) -> bool:
    """Whether a single passer of a repeat leads to *penunjukan langsung* (Pasal 51 ayat (5) b)."""
    count = len(passers(case) or ())
    some = is_repeat(case) and count > 0
    return some and count < case.ask.decimal("qualification.least_passing_repeat")
