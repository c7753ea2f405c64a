"""Checks of the tender, the panel and the participants."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any

from tender_engine.events import Deadline, Extension, in_force
from tender_engine.faults import Faults, Path
from tender_engine.formats.draft import Draft, each, find_repeated, lacking
from tender_engine.model import Criterion
from tender_engine.numbers import fraction_said, plain
from tender_engine.terms import Contract, Envelope, Phase, StageId

__all__ = ["CHECKS"]

_WHOLE = Decimal(100)


def ids_are_unique(draft: Draft, faults: Faults) -> None:
    """An id stands once in its list."""
    package = draft.package
    lists: list[tuple[Path, Any]] = [
        (("participants",), package.participants),
        (("parties",), package.parties),
    ]
    if package.pokja is not None:
        lists.append((("pokja", "members"), package.pokja.members))
    if package.tender is not None:
        if package.tender.hps is not None:
            lists.append((("tender", "hps", "lines"), package.tender.hps.lines))
        for stage, asked in (package.tender.requirements or {}).items():
            if asked is not None:
                lists.append((("tender", "requirements", stage.value, "criteria"), asked.criteria))
    for root in ("participants", "parties"):
        for path, body in each(getattr(package, root), root):
            for key in ("members", "officers", "shareholders", "key_personnel", "equipment"):
                lists.append(((*path, key), getattr(body, key, None)))
    for path, items in filter(itemgetter(1), lists):
        found = [None if item is None else item.id for item in items]
        find_repeated(found, "PKT030", path, faults, "id")


def hps_lines_name_their_part(draft: Draft, faults: Faults) -> None:
    """In a *gabungan* contract every line belongs to one of the two parts."""
    tender = draft.package.tender
    if tender is None or tender.hps is None or tender.contract != Contract.GABUNGAN:
        return
    for path, line in each(tender.hps.lines, "tender", "hps", "lines"):
        if line.part is None and draft.is_whole(path):
            faults.at_path("PKT032", path, found=line.id)


def pool_needs_one_file(draft: Draft, faults: Faults) -> None:
    """A pool of the lowest bids exists only where price comes with everything else."""
    tender = draft.package.tender
    if tender is None or tender.requirements is None or tender.envelope is None:
        return
    stage = StageId.PENAWARAN_DIEVALUASI
    if stage in tender.requirements and tender.envelope != Envelope.SATU_FILE:
        path = ("tender", "requirements", stage.value)
        faults.at_path("PKT033", path, on_key=True, envelope=tender.envelope)


def scored_criteria_are_whole(draft: Draft, faults: Faults) -> None:
    """A scored criterion has a weight and a highest score, and its threshold can be reached."""
    for root, criteria in _criteria(draft):
        for path, item in each(criteria, *root):
            missing = lacking(item)
            # Who cannot be named is told of its id first.
            if missing and item.id is not None and _tells_scoring(draft, path):
                faults.at_path("PKT038", path, found=item.id, keys=", ".join(missing))
            highest, least = item.max_score, item.threshold
            if highest is not None and least is not None and least > highest:
                faults.at_path("PKT039", (*path, "threshold"), bound=plain(highest))


def weights_make_a_whole(draft: Draft, faults: Faults) -> None:
    """The weights of a stage's scored criteria, if all are given, sum to 100."""
    for root, criteria in _criteria(draft):
        weights: list[Fraction | None] = []
        for index, item in enumerate(criteria):
            if item is None or lacking(item) or not _tells_scoring(draft, (*root, index)):
                weights.append(None)
            elif item.scored:
                weights.append(item.weight)
        if weights:
            _make_a_whole(weights, "PKT034", root, faults)


def _tells_scoring(draft: Draft, path: Path) -> bool:
    keys = ("weight", "max_score", "threshold")
    return not draft.blemished or all(draft.tells(path, key) for key in keys)


def _criteria(draft: Draft) -> Iterator[tuple[Path, tuple[Criterion, ...]]]:
    """The criteria of every stage that has some."""
    tender = draft.package.tender
    for stage, asked in ((tender and tender.requirements) or {}).items():
        if asked is not None and asked.criteria:
            yield ("tender", "requirements", stage.value, "criteria"), asked.criteria


def _make_a_whole(
    shares: Iterable[Decimal | Fraction | None], code: str, path: Path, faults: Faults
) -> None:
    known = list(shares)
    total = sum((Fraction(share) for share in known if share is not None), Fraction(0))
    if None not in known and total != _WHOLE:
        faults.at_path(code, path, total=fraction_said(total))


def kso_is_complete(draft: Draft, faults: Faults) -> None:
    """A KSO has one leader and its shares sum to 100, as far as they are stated."""
    for path, participant in draft.participants:
        members = participant.members
        if not members or not draft.is_whole((*path, "members")):
            continue
        leads = [member.lead for member in members]
        if leads.count(True) > 1 or (None not in leads and True not in leads):
            faults.at_path("PKT035", (*path, "members"), count=str(leads.count(True)))
        shares = [member.share_percent for member in members]
        _make_a_whole(shares, "PKT036", (*path, "members"), faults)


def nothing_came_late(draft: Draft, faults: Faults) -> None:
    """Nobody handed in after the deadline in force; exactly at the deadline is in time."""
    for phase in Phase:
        until = _deadline(draft, phase)
        if until is None:
            continue
        for path, participant in draft.participants:
            given: datetime | None = getattr(participant.submitted, phase.value, None)
            if given is not None and given > until:
                place = (*path, "submitted", phase.value)
                faults.at_path("PKT037", place, given=str(given), until=str(until))


def _deadline(draft: Draft, phase: Phase) -> datetime | None:
    """The latest extension, else the deadline; `None` too if one of them was unreadable."""
    events = draft.package.events
    if events is None or None in events:
        return None
    of_phase = [
        event
        for event in events
        if isinstance(event, Deadline | Extension) and event.of in (phase, None)
    ]
    if any(None in (event.of, event.at, event.until) for event in of_phase):
        return None
    return in_force(of_phase)


CHECKS = (
    ids_are_unique,
    hps_lines_name_their_part,
    pool_needs_one_file,
    scored_criteria_are_whole,
    weights_make_a_whole,
    kso_is_complete,
    nothing_came_late,
)
