"""Evaluasi administrasi: what the document asks of a bid's papers, by rule and by judgement."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from attrs import evolve, frozen

from tender_engine.declared import Check, Examples, StageWords, Words
from tender_engine.findings import Notice
from tender_engine.formats.either import BoolOr
from tender_engine.formats.fields import AMOUNT, DAYS, FLAG, NAME
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Date, Text
from tender_engine.judgement import Ballot
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Participant, Tender
from tender_engine.numbers import ZERO
from tender_engine.terms import Category, StageId
from tender_engine.workflow import Case, Decision, Stage
from tender_rules.citations import DOCUMENT, perpres, secondary
from tender_rules.stages.deciding import decide_stage
from tender_rules.stages.files import BidFile
from tender_rules.stages.judged import outcome_of
from tender_rules.words import dated, long_date, rupiah

__all__ = ["BID_BOND", "CHECKS", "Bond", "administration"]

Bounded = TypeVar("Bounded", Decimal, dt.date)

_STAGE = StageId.EVALUASI_ADMINISTRASI


@frozen
class Bond:
    """A *jaminan penawaran*: as the document asks it, or as a bidder handed it in.

    Only one that was handed in has a number and an issuer, and neither decides anything.
    """

    amount: Decimal | None = None
    valid_until: dt.date | None = None
    number: str | None = None
    issuer: str | None = None


_ASKED_OF_BOND = (
    Key("amount", AMOUNT, title="nilai (Rp)"),
    Key("valid_until", Date, title="berlaku sampai"),
)
_ASKED_BOND = Record(Bond, *_ASKED_OF_BOND)
_GIVEN_BOND = Record(
    Bond,
    *_ASKED_OF_BOND,
    Key("number", Text(100), title="nomor"),
    Key("issuer", NAME, title="penerbit"),
)
_BOND_EXAMPLE = Bond(Decimal(1_000_000), dt.date(2022, 8, 1))

BID_VALIDITY: Check[int, int] = Check(
    "bid_validity_days",
    _STAGE,
    Words("masa berlaku penawaran", "validity of the bid"),
    demand=DAYS,
    fact=DAYS,
    unit="hari",
    hint="paling kurang",
    reads="Masa berlaku penawaran paling kurang {} hari".format,
    examples=Examples(asked=(60,), met=(60, 90), unmet=(59,)),
)


@rule(
    "administration.bid_validity",
    "Masa berlaku penawaran",
    DOCUMENT,
    since="2018-03-22",
    check=BID_VALIDITY,
)
def bid_validity(file: BidFile, ask: Ask) -> Outcome | None:
    """The bid is valid at least as long as the document asks."""
    asked, offered = file.asked.of(BID_VALIDITY), file.facts.of(BID_VALIDITY)
    if asked is None:
        return None
    clause = file.clause(BID_VALIDITY)
    if offered is None:
        return waits("Masa berlaku penawaran belum diketahui", "fakta", clause, diminta=asked)
    words = f"Masa berlaku penawaran {offered} hari, diminta paling kurang {asked} hari"
    words += file.where(BID_VALIDITY)
    answer = passes if offered >= asked else fails
    return answer(words, clause, diminta=asked, ditawarkan=offered)


COMPLETION: Check[int, int] = Check(
    "completion_days",
    _STAGE,
    Words("jangka waktu pelaksanaan", "time for the work"),
    demand=DAYS,
    fact=DAYS,
    unit="hari",
    hint="paling lama",
    reads="Jangka waktu pelaksanaan paling lama {} hari".format,
    examples=Examples(asked=(90,), met=(90, 30), unmet=(91,)),
)


@rule(
    "administration.completion",
    "Jangka waktu pelaksanaan",
    DOCUMENT,
    since="2018-03-22",
    check=COMPLETION,
)
def completion(file: BidFile, ask: Ask) -> Outcome | None:
    """The work is done within the time that the document allows."""
    asked, offered = file.asked.of(COMPLETION), file.facts.of(COMPLETION)
    if asked is None:
        return None
    clause = file.clause(COMPLETION)
    if offered is None:
        return waits("Jangka waktu pelaksanaan belum diketahui", "fakta", clause, diminta=asked)
    words = f"Jangka waktu pelaksanaan {offered} hari, paling lama {asked} hari"
    words += file.where(COMPLETION)
    answer = passes if offered <= asked else fails
    return answer(words, clause, diminta=asked, ditawarkan=offered)


def _reads_bond(bond: Bond | bool) -> str:
    if not isinstance(bond, Bond):
        return "Jaminan penawaran"
    amount = f" paling sedikit {rupiah(bond.amount)}" if bond.amount is not None else ""
    day = bond.valid_until
    until = f", berlaku paling kurang sampai {dated(day)}" if day else ""
    return f"Jaminan penawaran{amount}{until}"


BID_BOND: Check[Bond | bool, Bond | bool] = Check(
    "bid_bond",
    _STAGE,
    Words("jaminan penawaran", "bid bond (jaminan penawaran)"),
    demand=BoolOr(_ASKED_BOND),
    fact=BoolOr(_GIVEN_BOND, true="PKT027"),
    hint="ya atau tidak",
    reads=_reads_bond,
    unasked=True,
    examples=Examples(
        asked=(True, False, _BOND_EXAMPLE),
        met=(_BOND_EXAMPLE,),
        unmet=(False, evolve(_BOND_EXAMPLE, amount=Decimal(999_999))),
    ),
)


@rule(
    "administration.bid_bond",
    "Jaminan penawaran",
    perpres("Pasal 31 ayat (1)"),
    perpres("Pasal 30 ayat (2)"),
    since="2018-03-22",
    check=BID_BOND,
)
def bid_bond(file: BidFile, ask: Ask) -> Outcome | None:
    """A bond of at least the amount and time asked, where the document or the law asks one."""
    wanted = _wanted_bond(file, ask)
    if wanted is None:
        return None
    clause, where = file.clause(BID_BOND), file.where(BID_BOND)
    offered = file.facts.of(BID_BOND)
    asked = {"diminta": wanted.amount, "diminta_sampai": wanted.valid_until}
    if offered is None or offered is True:
        return waits("Jaminan penawaran belum diketahui", "fakta", clause, **asked)
    if not isinstance(offered, Bond):
        return fails(f"Tidak menyampaikan jaminan penawaran{where}", clause, **asked)
    facts = asked | {"diserahkan": offered.amount, "berlaku_sampai": offered.valid_until}
    short = _below(offered, wanted)
    if short:
        return fails(f"Jaminan penawaran {' dan '.join(short)}{where}", clause, **facts)
    if _unknown(offered, wanted):
        return waits("Jaminan penawaran belum diketahui seluruhnya", "fakta", clause, **facts)
    return passes("Jaminan penawaran memenuhi", clause, **facts)


def _wanted_bond(file: BidFile, ask: Ask) -> Bond | None:
    """The bond that the document asks, or else the law's least amount where it makes one due."""
    asked = file.asked.of(BID_BOND)
    due = _bond_is_due(file.tender, ask)
    if isinstance(asked, Bond) and (asked.amount is not None or not due):
        return asked
    if asked is False or not (due or asked):
        return None
    least = file.tender.hps.total * ask.decimal("bond.bid_least_share")
    return Bond(least, asked.valid_until if isinstance(asked, Bond) else None)


def _bond_is_due(tender: Tender, ask: Ask) -> bool:
    """Whether the law asks a bond of every bidder: works above a total, to the last sen."""
    works = tender.category is Category.PEKERJAAN_KONSTRUKSI
    return works and tender.hps.total > ask.decimal("bond.bid_above")


def _below(offered: Bond, wanted: Bond) -> list[str]:
    """In what the bond offered is known to fall short: what it is, and what was asked."""
    short = []
    if _less(offered.amount, wanted.amount):
        given, least = rupiah(offered.amount or ZERO), rupiah(wanted.amount or ZERO)
        short.append(f"bernilai {given}, diminta paling kurang {least}")
    if _less(offered.valid_until, wanted.valid_until):
        given, least = map(_day, (offered.valid_until, wanted.valid_until))
        short.append(f"berlaku sampai {given}, diminta paling kurang sampai {least}")
    return short


def _day(day: dt.date | None) -> str:
    return "" if day is None else long_date(day)


def _less(offered: Bounded | None, wanted: Bounded | None) -> bool:
    return offered is not None and wanted is not None and offered < wanted


def _unknown(offered: Bond, wanted: Bond) -> bool:
    pairs = ((offered.amount, wanted.amount), (offered.valid_until, wanted.valid_until))
    return any(asked is not None and given is None for given, asked in pairs)


KSO_AGREEMENT: Check[bool, bool] = Check(
    "kso_agreement",
    _STAGE,
    Words("surat perjanjian KSO", "KSO agreement"),
    demand=FLAG,
    fact=FLAG,
    so="ada",
    by_law=True,
    examples=Examples(asked=(True, False), met=(True,), unmet=(False,)),
)


@rule(
    "administration.kso_agreement",
    "Surat perjanjian KSO",
    DOCUMENT,
    secondary("Permen PUPR 14/2020", "isi dokumen penawaran, surat perjanjian KSO"),
    since="2018-03-22",
    check=KSO_AGREEMENT,
)
def kso_agreement(file: BidFile, ask: Ask) -> Outcome | None:
    """Whoever bids as a KSO hands in its written agreement."""
    asked = file.asked.of(KSO_AGREEMENT)
    if not file.bidder.members or asked is False:
        return None
    clause, given = file.clause(KSO_AGREEMENT), file.facts.of(KSO_AGREEMENT)
    if given is None:
        return waits("Surat perjanjian KSO belum diketahui", "fakta", clause)
    if given:
        return passes("Surat perjanjian KSO disampaikan", clause, disampaikan=given)
    words = f"Tidak menyampaikan surat perjanjian KSO{file.where(KSO_AGREEMENT)}"
    return fails(words, clause, disampaikan=given)


@rule(
    "administration.criteria",
    "Persyaratan administrasi dinilai Pokja Pemilihan",
    perpres("Pasal 50 ayat (1) huruf f"),
    since="2018-03-22",
)
def criteria(ballot: Ballot, ask: Ask) -> Outcome | None:
    """What the document asks of the papers and no rule can decide is judged by the panel."""
    return outcome_of(ballot)


CHECKS = (BID_VALIDITY, COMPLETION, BID_BOND, KSO_AGREEMENT)
RULES = (bid_validity, completion, bid_bond, kso_agreement)


def _notices(case: Case) -> Iterator[Notice]:
    """Where the document's own words on the bond and the law's are not the same."""
    tender = case.package.tender
    asked, hps = tender.asks(_STAGE).of(BID_BOND), tender.hps.total
    due = _bond_is_due(tender, case.ask)
    if asked is False and due:
        words = "Dokumen tidak meminta jaminan penawaran, padahal nilai total HPS mewajibkannya."
        yield Notice("JAMINAN_PENAWARAN_TIDAK_DIMINTA", words)
    if asked and not due:
        words = "Dokumen meminta jaminan penawaran, padahal nilai total HPS tidak mewajibkannya."
        yield Notice("JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN", words)
    if isinstance(asked, Bond) and asked.amount is not None:
        least = hps * case.ask.decimal("bond.bid_least_share")
        most = hps * case.ask.decimal("bond.bid_most_share")
        if not least <= asked.amount <= most:
            words = (
                f"Nilai jaminan penawaran menurut ketentuan {rupiah(least)} s.d. {rupiah(most)}."
            )
            yield Notice("JAMINAN_PENAWARAN_DI_LUAR_RENTANG", words)


def _decide(case: Case, bidder: Participant) -> Decision:
    case.notice_once(_notices)
    return decide_stage(case, _STAGE, bidder, criteria, "Memenuhi persyaratan administrasi.")


administration = Stage(
    _STAGE,
    StageWords(
        Words("Evaluasi administrasi", "Administration (evaluasi administrasi)"),
        Words("Adm", "Adm"),
    ),
    _decide,
    rules=(*RULES, criteria),
)
