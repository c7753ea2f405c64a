"""Pembukaan: who handed in a bid, whose file cannot be opened, and what no bid means.

Nobody falls here but by a file that LPSE states cannot be opened, or by leaving.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from tender_engine.declared import Check, Examples, StageWords, Words
from tender_engine.findings import Awaiting, Notice
from tender_engine.formats.fields import FLAG, SAID
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Date
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Participant
from tender_engine.terms import Envelope, Phase, StageId
from tender_engine.workflow import Case, Decision, Stage, decide_by, never
from tender_rules.citations import lkpp, perpres
from tender_rules.stages.counting import awaited_for_count, handed_in
from tender_rules.stages.files import BidFile, bid_file
from tender_rules.stages.judged import apply_rules
from tender_rules.stages.listing import list_is_in_force
from tender_rules.words import long_date

__all__ = ["CHECKS", "LPSE_STATEMENT", "READABLE", "Statement", "opening"]

_STAGE = StageId.PEMBUKAAN
# Read in this text alone: before it was there, a tender rests on its own document.
_PROVISION = lkpp("Lampiran I angka 4.2.6")


@frozen
class Statement:
    """A statement of LPSE that a file cannot be opened."""

    number: str
    date: dt.date


READABLE: Check[None, bool] = Check(
    "readable",
    _STAGE,
    Words("berkas penawaran dapat dibuka", "the file of the bid can be opened"),
    fact=FLAG,
    known_as="Berkas dapat dibuka",
    so="dapat dibuka",
    examples=Examples(met=(True,)),
)
LPSE_STATEMENT: Check[None, Statement] = Check(
    "lpse_statement",
    _STAGE,
    Words("pernyataan LPSE atas berkas penawaran", "statement of LPSE on the file of the bid"),
    fact=Record(
        Statement,
        Key("number", SAID, True, title="nomor"),
        Key("date", Date, True, title="tanggal"),
    ),
    known_as="Pernyataan LPSE",
    examples=Examples(met=(Statement("027/LPSE/2022", dt.date(2022, 5, 16)),)),
)


@rule(
    "opening.submitted",
    "Penawaran yang masuk dibuka",
    perpres("Pasal 50 ayat (1) huruf e"),
    since="2018-03-22",
)
def submitted(file: BidFile, ask: Ask) -> Outcome | None:
    """A bid that was handed in takes part; at the opening nobody may be disqualified."""
    at = file.bidder.submitted.penawaran
    return passes("Menyampaikan penawaran", disampaikan=at)


@rule(
    "opening.unreadable",
    "Berkas penawaran yang tidak dapat dibuka",
    _PROVISION,
    since="2018-03-22",
    check=READABLE,
)
def unreadable(file: BidFile, ask: Ask) -> Outcome | None:
    """A file that LPSE states cannot be opened is not admitted."""
    statement = file.facts.of(LPSE_STATEMENT)
    if not _is_doubted(file) or statement is None:
        return None
    by = f"LPSE nomor {statement.number} tanggal {long_date(statement.date)}"
    words = f"Berkas penawaran tidak dapat dibuka menurut pernyataan {by}"
    return fails(words, nomor=statement.number, tanggal=statement.date)


@rule(
    "opening.lpse_statement",
    "Pernyataan LPSE atas berkas yang tidak dapat dibuka",
    _PROVISION,
    since="2018-03-22",
    check=LPSE_STATEMENT,
)
def stated_by_lpse(file: BidFile, ask: Ask) -> Outcome | None:
    """Without a statement of LPSE nobody can say that a file cannot be opened."""
    if not _is_doubted(file) or file.facts.of(LPSE_STATEMENT) is not None:
        return None
    words = "Berkas penawaran tidak dapat dibuka; pernyataan LPSE belum dicatat"
    return waits(words, "pernyataan_lpse")


def _is_doubted(file: BidFile) -> bool:
    """Whether the file is recorded as one that cannot be opened; silence says nothing."""
    return file.facts.of(READABLE) is False


CHECKS = (READABLE, LPSE_STATEMENT)
RULES = (submitted, unreadable, stated_by_lpse)


def count_stands(case: Case) -> bool:
    """Whether the number of bids is final: enough, or too few after an extension that ended."""
    least = case.ask.decimal("opening.least_bids")
    enough = len(handed_in(case.package, Phase.PENAWARAN)) >= least
    return enough or awaited_for_count(case.package, Phase.PENAWARAN) is None


def _awaits(case: Case) -> Iterable[Awaiting]:
    if list_is_in_force(case) and not count_stands(case):
        needs = awaited_for_count(case.package, Phase.PENAWARAN) or ""
        yield Awaiting(_STAGE, None, None, needs, ("pokja",))


def _admit(case: Case) -> list[str]:
    if not list_is_in_force(case):
        return []
    bids = set(handed_in(case.package, Phase.PENAWARAN))
    return [name for name in case.arrived(_STAGE) if name in bids]


def _decide(case: Case, bidder: Participant) -> Decision:
    """In one envelope the opening opens the price as well, but of a file that can be opened."""
    file = bid_file(case, _STAGE, bidder)
    if case.package.tender.envelope is Envelope.SATU_FILE and not _is_doubted(file):
        case.seals.open(bidder.id)
    for notice in _unused_statement(file):
        case.notice(notice)
    found = apply_rules(case, _STAGE, bidder, RULES, file)
    return decide_by(found, met="Menyampaikan penawaran.")


def _unused_statement(file: BidFile) -> Iterator[Notice]:
    """A statement of LPSE on a file that is not recorded as one that cannot be opened."""
    if file.facts.of(LPSE_STATEMENT) is not None and not _is_doubted(file):
        words = "Pernyataan LPSE tercatat, tetapi berkasnya tidak dicatat tidak dapat dibuka."
        yield Notice("PERNYATAAN_LPSE_TIDAK_DIPAKAI", words, file.bidder.id)


opening = Stage(
    _STAGE,
    StageWords(
        Words("Pembukaan dokumen penawaran", "Opening (pembukaan)"),
        Words("Buka", "Open"),
        passed=Words("Dibuka", "Opened"),
    ),
    _decide,
    _admit,
    awaits=_awaits,
    rules=RULES,
    looks_ahead=never,
)
