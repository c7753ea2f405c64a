"""Kemampuan Dasar: so many times the highest contract that was completed, against the HPS."""

import datetime as dt
from decimal import Decimal

from attrs import frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.formats.either import BoolOr
from tender_engine.formats.fields import AMOUNT, GROSS, NAME, POSITIVE
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Date, Whole
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Requirements, Tender
from tender_engine.terms import Category, StageId
from tender_rules.citations import DOCUMENT, perpres
from tender_rules.stages.businesses import Business
from tender_rules.stages.files import BidFile
from tender_rules.stages.leading import lead_of
from tender_rules.stages.window import no_deadline, window
from tender_rules.words import long_date, number, rupiah_exact

__all__ = ["KD", "HighestContract", "TimesAsked", "kd", "times_asked", "times_of"]


@frozen
class TimesAsked:
    """The document's own factor, and within how many years the contract was completed."""

    times: Decimal | None = None
    years: int | None = None
    clause: str | None = None


@frozen
class HighestContract:
    """The highest contract of like work that a business completed (NPt), and when it did."""

    highest: Decimal
    completed_on: dt.date | None = None


def _reads(asked: TimesAsked | bool) -> str:
    own = asked if isinstance(asked, TimesAsked) else TimesAsked()
    times = f" ({number(own.times)} × NPt)" if own.times is not None else ""
    years = f", NPt dalam {own.years} tahun terakhir" if own.years is not None else ""
    return f"Kemampuan Dasar (KD){times} paling kurang sama dengan nilai total HPS{years}"


KD: Check[TimesAsked | bool, HighestContract] = Check(
    "kd",
    StageId.EVALUASI_KUALIFIKASI,
    Words("Kemampuan Dasar (KD)", "basic capacity (Kemampuan Dasar, KD)"),
    demand=BoolOr(
        Record(
            TimesAsked,
            Key("times", POSITIVE, title="kali NPt"),
            Key("years", Whole(1, 100), title="tahun terakhir"),
            Key("clause", NAME, title="klausul"),
        )
    ),
    fact=Record(
        HighestContract,
        Key("highest", AMOUNT, True, about=GROSS, title="NPt (Rp)"),
        Key("completed_on", Date, title="selesai"),
    ),
    asked_as="KD",
    known_as="KD",
    hint="ya: menurut ketentuan",
    reads=_reads,
    of_each=True,
    examples=Examples(
        asked=(TimesAsked(Decimal(3)), False),
        met=(HighestContract(Decimal(10) ** 15, dt.date(2021, 5, 1)),),
        unmet=(HighestContract(Decimal(0)),),
    ),
)


def times_asked(asked: Requirements) -> TimesAsked | None:
    """The document's own factor and years, as far as it has them; `None` where it asks nothing."""
    given = asked.of(KD)
    if isinstance(given, TimesAsked):
        return given
    return TimesAsked() if given else None


@rule(
    "qualification.kd",
    "Kemampuan Dasar",
    DOCUMENT,
    perpres("Pasal 17 ayat (1)"),
    since="2018-03-22",
    check=KD,
)
def kd(file: BidFile, ask: Ask) -> Outcome | None:
    """The factor times NPt is at least the total of the HPS, to the sen."""
    own = times_asked(file.asked)
    if own is None:
        return None
    times, business = times_of(file.tender, own, ask), _whose(file, ask)
    if times is None:
        words = "Dokumen tidak menyatakan pengali nilai pengalaman tertinggi (NPt)"
        return waits(words + file.where(KD), "faktor_kd", file.clause(KD))
    if business is None:
        return waits("Leadfirm KSO belum diketahui", "fakta", file.clause(KD))
    return _of(file, business, times, own.years, ask)


def _of(file: BidFile, business: Business, times: Decimal, years: int | None, ask: Ask) -> Outcome:
    """The factor times NPt of one business beside the HPS, and NPt within the years asked."""
    clause, where, known = file.clause(KD), file.where(KD), business.known(KD)
    of_whom = f" {business.name}" if file.bidder.members else ""
    if known is None:
        return waits(f"Nilai pengalaman tertinggi (NPt){of_whom} belum diketahui", "fakta", clause)
    capacity, least = times * known.highest, file.tender.hps.total
    facts = {
        "npt": known.highest,
        "kali": times,
        "kd": capacity,
        "batas": least,
        "selesai": known.completed_on,
    }
    words = (
        f"Kemampuan Dasar (KD){of_whom} {rupiah_exact(capacity)}, yaitu {number(times)} × nilai "
        f"pengalaman tertinggi (NPt) {rupiah_exact(known.highest)}; diminta paling kurang nilai "
        f"total HPS {rupiah_exact(least)}"
    )
    if capacity < least:
        return fails(words + where, clause, **facts)
    last, completed = file.due.date() if file.due else None, known.completed_on
    if years is None and (completed is None or last is None or completed <= last):
        return passes(words + where, clause, **facts)
    days = None if years is None else window(file, years, ask)
    if completed is None:
        return waits(f"Tanggal selesai NPt{of_whom} belum diketahui", "fakta", clause, **facts)
    if last is None:
        return no_deadline(clause)
    ended = f"Pekerjaan NPt{of_whom} selesai {long_date(completed)}"
    if days is None:
        words = f"{ended}, setelah batas akhir pemasukan dokumen {long_date(last)}"
        return fails(words + where, clause, **facts)
    asked = f"{years} tahun terakhir, {days.said}"
    if completed not in days:
        return fails(f"{ended}, di luar {asked}{where}", clause, **facts)
    return passes(f"{words}. {ended}, dalam {asked}{where}", clause, **facts)


def times_of(tender: Tender, own: TimesAsked, ask: Ask) -> Decimal | None:
    """The document's factor, else the law's for the kind of procurement, where it has one."""
    if own.times is not None:
        return own.times
    if tender.category is Category.PEKERJAAN_KONSTRUKSI:
        return ask.decimal("kd.times_works")
    if tender.category is Category.JASA_LAINNYA:
        return ask.decimal("kd.times_other_services")
    return None


def _whose(file: BidFile, ask: Ask) -> Business | None:
    """Whose contracts count: of a KSO those of its leadfirm (read of the former regime alone)."""
    if not file.bidder.members:
        return file.bidder
    ask.text("kd.whose")
    return lead_of(file)
