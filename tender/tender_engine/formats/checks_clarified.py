"""Checks of what clarifying a price brought, against the tender's document. No amount is told."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tender_engine.clarified import AnalysedLine, Component, FairnessAnalysis, Unbalanced
from tender_engine.faults import Faults, Path
from tender_engine.formats.draft import Draft, each, find_repeated, refer
from tender_engine.model import Facts
from tender_engine.seals import Sealed, reveal_for_storage
from tender_engine.terms import Category, StageId

__all__ = ["CHECKS", "analyses"]

T = TypeVar("T")


def _facts(draft: Draft) -> Iterator[tuple[Path, Facts]]:
    stage = StageId.EVALUASI_HARGA
    for path, participant in draft.participants:
        known = (participant.facts or {}).get(stage)
        if known is not None:
            yield (*path, "facts", stage.value), known


def _content(sealed: Sealed[T] | None) -> T | None:
    return None if sealed is None else reveal_for_storage(sealed)


def analyses(draft: Draft) -> Iterator[tuple[Path, tuple[AnalysedLine | None, ...]]]:
    """Every analysis of a low bid that could be read, with the path of its lines."""
    for path, known in _facts(draft):
        analysis: FairnessAnalysis | None = _content(known.kewajaran_harga)
        if analysis is not None and analysis.lines is not None:
            yield (*path, "kewajaran_harga", "lines"), analysis.lines


def _unbalanced(draft: Draft) -> Iterator[tuple[Path, tuple[Unbalanced | None, ...]]]:
    for path, known in _facts(draft):
        found = _content(known.timpang)
        if found is not None:
            yield (*path, "timpang"), found


def lines_are_of_the_estimate(draft: Draft, faults: Faults) -> None:
    """What is said about a line is said once, and of a line that the document has."""
    tender = draft.package.tender
    hps = None if tender is None else tender.hps
    if hps is None:
        return
    known = draft.lines
    if not hps.lines and not draft.tells(("tender", "hps"), "lines"):
        known = None
    lists = [(path, _ids(lines)) for path, lines in analyses(draft)]
    lists += [(path, _ids(lines)) for path, lines in _unbalanced(draft)]
    for path, found in lists:
        find_repeated(found, "PKT030", path, faults, "id")
        for index, name in enumerate(found):
            refer(known, name, "PKT071", (*path, index, "id"), faults)


def _ids(items: Iterable[AnalysedLine | Component | Unbalanced | None]) -> list[str | None]:
    return [None if item is None else item.id for item in items]


def lines_are_analysed_in_one_way(draft: Draft, faults: Faults) -> None:
    """By components or as a whole, never both; of works always by components."""
    tender = draft.package.tender
    works = tender is not None and tender.category is Category.PEKERJAAN_KONSTRUKSI
    for path, lines in analyses(draft):
        for place, line in each(lines, *path):
            if not draft.is_whole(place):
                continue
            if (line.components is None) == (line.unit_price is None):
                faults.at_path("PKT072", place, found=line.id)
            elif works and line.unit_price is not None:
                faults.at_path("PKT073", (*place, "unit_price"), on_key=True)
            parts = _ids(line.components or ())
            find_repeated(parts, "PKT030", (*place, "components"), faults, "id")


CHECKS = (lines_are_of_the_estimate, lines_are_analysed_in_one_way)
