"""Pembukaan harga: the second envelope, opened only for who passed, and only once that is known."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from attrs import frozen

from tender_engine.declared import StageWords, Words
from tender_engine.events import PriceOpening
from tender_engine.findings import Awaiting, Verdict
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Participant, Tender
from tender_engine.terms import Envelope, Phase, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by
from tender_rules.citations import perpres
from tender_rules.procurement_kind import is_seleksi
from tender_rules.stages.counting import closed
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.methods import ordering
from tender_rules.stages.ranking import in_order, tied
from tender_rules.stages.standing_acts import failed_since, left

__all__ = ["opened_at", "unsealing"]

_STAGE = StageId.PEMBUKAAN_HARGA


@frozen
class EnvelopeFile:
    """The second envelope of a bidder: whether it was handed in, and may still be."""

    tender: Tender
    handed_in: bool
    over: bool


@rule(
    "unsealing.opened",
    "Berkas harga dibuka",
    perpres("Pasal 40 ayat (1)"),
    since="2018-03-22",
)
def opened(file: EnvelopeFile, ask: Ask) -> Outcome | None:
    """In two files or stages technical comes first: only the price of who passed is opened."""
    if is_seleksi(file.tender):
        return None
    if file.over:
        ask.text("unsealing.no_second_offer")
        return fails("Tidak menyampaikan penawaran harga sampai dengan batas akhir", harga=False)
    return _opened(file, ask, "harga")


@rule(
    "unsealing.opened_in_seleksi",
    "Berkas biaya dibuka",
    perpres("Pasal 43 ayat (2)"),
    since="2018-03-22",
)
def opened_in_seleksi(file: EnvelopeFile, ask: Ask) -> Outcome | None:
    """A Seleksi takes two files; only the cost of who passed the technical one is opened."""
    return _opened(file, ask, "biaya") if is_seleksi(file.tender) else None


def _opened(file: EnvelopeFile, ask: Ask, what: str) -> Outcome:
    ask.text("unsealing.whose")
    if file.handed_in:
        return passes(f"Berkas {what} dibuka")
    return waits(f"Berkas {what} belum dimasukkan", "harga")


RULES = (opened, opened_in_seleksi)


def _reached(case: Case) -> list[str]:
    """Whose price is to be opened: everybody who passed, or by method one after the other.

    Nobody, while anybody could still pass or fall before.
    """
    if any(case.pending(case.leading_to(_STAGE))):
        return []
    return list(_in_turn(case) if ordering(case).in_turn else case.arrived(_STAGE))


def _in_turn(case: Case) -> Iterator[str]:
    """Whose price may be opened now: the first in rank, and the next one once all before are out.

    Talks are held with the winner and its reserves, and then no more.
    """
    case.ask.text("unsealing.in_turn")
    talks = int(case.ask.decimal("award.reserves_most")) + 1
    for name in () if tied(case) else in_order(case):
        out = case.has_fallen(name)
        if not out or name in case.verdicts[_STAGE]:
            yield name
        talks -= case.verdict(StageId.NEGOSIASI, name) is Verdict.GUGUR
        if not talks or not out:
            return


def _admit(case: Case) -> list[str]:
    """In turn each price takes an opening of its own; else one opens all.

    Who left here is out at once and takes none.
    """
    reached = _reached(case)
    if ordering(case).in_turn:
        gone = [name for name in case.arrived(_STAGE) if left(case.package, name, _STAGE)]
        return [*(gone if reached else []), *_opened_in_turn(case, reached)]
    return reached if _openings(case) else []


def _is_in_turn(case: Case) -> bool:
    """Whether each price waits for what becomes of those before it."""
    return ordering(case).in_turn


def _openings(case: Case) -> list[datetime]:
    """When prices were opened, the first first."""
    return sorted(e.at for e in case.package.happened.of(PriceOpening))


def _opened_in_turn(case: Case, reached: list[str]) -> dict[str, datetime]:
    """When the price of each of `reached` was opened.

    An opening is only of the next in rank if talks with the one before had failed by then.
    """
    openings, since = _openings(case), None
    found: dict[str, datetime] = {}
    for name in reached:
        if left(case.package, name, _STAGE):
            continue
        openings = [at for at in openings if since is None or at >= since]
        if not openings:
            break
        found[name], *openings = openings
        since = failed_since(case.package, name)
    return found


def opened_at(case: Case, name: str) -> datetime | None:
    """When the price of `name` was opened by itself; `None` where it lies with all the rest."""
    if _STAGE not in case.verdicts:
        return None
    if ordering(case).in_turn:
        return _opened_in_turn(case, _reached(case)).get(name)
    return min(_openings(case), default=None)


def _kept_out(case: Case) -> Mapping[str, Decision]:
    """In turn the prices of the others stay closed while somebody before them stands."""
    reached = _reached(case)
    if not ordering(case).in_turn or not reached:
        return {}
    decision = Decision(Verdict.TIDAK_DIEVALUASI, "Berkas biaya tidak dibuka; belum gilirannya.")
    still = [name for name in case.arrived(_STAGE) if not left(case.package, name, _STAGE)]
    waiting = [name for name in still if not case.has_fallen(name)]
    return {name: decision for name in waiting if name not in reached}


def _awaits(case: Case) -> Iterable[Awaiting]:
    """The opening itself, and the price of everybody whom it will open."""
    unopened = [name for name in _reached(case) if name not in case.verdicts[_STAGE]]
    if unopened:
        yield Awaiting(_STAGE, None, None, "pembukaan_harga", ("pokja",))
    for name in unopened:
        if not _handed_in(case, case.participants[name]) and not _over(case):
            yield Awaiting(_STAGE, name, None, "harga", ("pokja",))


def _handed_in(case: Case, bidder: Participant) -> bool:
    two_stages = case.package.tender.envelope is Envelope.DUA_TAHAP
    revised = bidder.submitted.penawaran_tahap_dua is not None
    return bidder.price is not None and (revised or not two_stages)


def _over(case: Case) -> bool:
    """In two stages the revised offer has a deadline of its own."""
    two_stages = case.package.tender.envelope is Envelope.DUA_TAHAP
    return two_stages and closed(case.package, Phase.PENAWARAN_TAHAP_DUA)


def _decide(case: Case, bidder: Participant) -> Decision:
    there = _handed_in(case, bidder)
    if there:
        case.seals.open(bidder.id)
    late = _over(case) and bidder.submitted.penawaran_tahap_dua is None
    file = EnvelopeFile(case.package.tender, there, late)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    return decide_by(found, met=f"{found[0][0].reason}.")


unsealing = Stage(
    _STAGE,
    StageWords(
        Words("Pembukaan dokumen penawaran harga", "Opening of prices (pembukaan harga)"),
        Words("Buka2", "Open2"),
        passed=Words("Dibuka", "Opened"),
    ),
    _decide,
    _admit,
    _kept_out,
    _awaits,
    rules=RULES,
    looks_ahead=_is_in_turn,
)
