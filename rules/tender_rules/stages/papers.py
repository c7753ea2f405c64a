"""Papers with a day: a certificate or a permit that has to be valid on a day of the procurement."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum

from attrs import frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.findings import natural
from tender_engine.formats.containers import ById, ListOf
from tender_engine.formats.either import BoolOr
from tender_engine.formats.fields import ID, NAME, SAID, TITLE
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import BusinessId, Choice, Date
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Tender
from tender_engine.terms import StageId
from tender_rules.citations import DOCUMENT
from tender_rules.stages.businesses import Business, businesses, of_each, told_of_each
from tender_rules.stages.files import BidFile
from tender_rules.stages.window import no_deadline
from tender_rules.words import long_date

__all__ = [
    "PAPERS",
    "UNKNOWN",
    "HeldPaper",
    "PaperDay",
    "WantedPaper",
    "dated_papers",
    "expiry",
    "holders",
    "looked_at",
    "on_day",
    "wanted_on",
]

_STAGE = StageId.EVALUASI_KUALIFIKASI


class PaperDay(StrEnum):
    """The day on which a paper has to be valid."""

    BATAS_PEMASUKAN = "batas_pemasukan"
    PEMBUKTIAN = "pembuktian"
    PENETAPAN = "penetapan"


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN = _Unknown.UNKNOWN


@frozen
class WantedPaper:
    """A paper that a document asks. In a KSO of which any is named in `members` only of those."""

    id: str
    title: str
    valid_on: PaperDay
    members: tuple[str, ...] | None = None
    clause: str | None = None

    @property
    def said(self) -> str:
        """The paper and its day, as an element of the evaluation."""
        return f"{self.title}, berlaku pada {_DAYS[self.valid_on]}"


@frozen
class HeldPaper:
    """A paper as a business has shown it; one without an end is valid until `None`."""

    number: str | None = None
    valid_until: dt.date | _Unknown | None = UNKNOWN


def _reads(asked: tuple[WantedPaper, ...]) -> str:
    where = {paper.id: f" ({paper.clause})" if paper.clause else "" for paper in asked}
    return "; ".join(f"{paper.said}{where[paper.id]}" for paper in asked)


_DAYS: Mapping[PaperDay, str] = {
    PaperDay.BATAS_PEMASUKAN: "batas akhir pemasukan dokumen",
    PaperDay.PEMBUKTIAN: "hari pembuktian kualifikasi",
    PaperDay.PENETAPAN: "hari penetapan pemenang",
}
_LOOKED_AT: Mapping[StageId, PaperDay] = {
    _STAGE: PaperDay.BATAS_PEMASUKAN,
    StageId.PEMBUKTIAN_KUALIFIKASI: PaperDay.PEMBUKTIAN,
    StageId.PENETAPAN: PaperDay.PENETAPAN,
}
_SBU = WantedPaper("sbu", "Sertifikat Badan Usaha", PaperDay.BATAS_PEMASUKAN)

PAPERS: Check[tuple[WantedPaper, ...], Mapping[str, HeldPaper | bool]] = Check(
    "papers",
    _STAGE,
    Words("surat berjangka waktu", "papers with a day"),
    demand=ListOf(
        Record(
            WantedPaper,
            Key("id", ID, True, title="kode"),
            Key("title", TITLE, True, title="surat"),
            Key("valid_on", Choice(PaperDay, said=_DAYS), True, title="berlaku pada"),
            Key("members", ListOf(BusinessId(), least=1), title="hanya anggota KSO"),
            Key("clause", NAME, title="klausul"),
        )
    ),
    fact=ById(
        BoolOr(
            Record(
                HeldPaper,
                Key("number", SAID, title="nomor"),
                Key("valid_until", Date, nullable=True, title="berlaku sampai"),
            ),
            true="PKT117",
        )
    ),
    reads=_reads,
    of_each=True,
    examples=Examples(
        asked=((_SBU,),),
        met=({"sbu": HeldPaper("1234", dt.date(2024, 6, 30))}, {"sbu": HeldPaper("1234", None)}),
        unmet=({"sbu": HeldPaper("1234", dt.date(2022, 1, 31))}, {"sbu": False}),
    ),
)


@rule(
    "qualification.papers",
    "Surat berlaku pada batas akhir pemasukan dokumen",
    DOCUMENT,
    since="2018-03-22",
    check=PAPERS,
)
def dated_papers(file: BidFile, ask: Ask) -> Outcome | None:
    """Each paper asked for the day of the deadline in force is valid on it, that day included."""
    asked = wanted_on(file.tender, PaperDay.BATAS_PEMASUKAN)
    if not asked:
        return None
    if file.due is None:
        return no_deadline(_clauses(asked))
    return on_day(file, asked, file.due.date(), ask)


def wanted_on(tender: Tender, day: PaperDay) -> tuple[WantedPaper, ...]:
    """The papers that have to be valid on `day`, by their ids."""
    asked = tender.asks(_STAGE).of(PAPERS) or ()
    return tuple(sorted((p for p in asked if p.valid_on is day), key=lambda paper: paper.id))


def looked_at(tender: Tender, stage: StageId) -> list[WantedPaper]:
    """The papers that are looked at in `stage`, in the order of the document's clauses."""
    day = _LOOKED_AT.get(stage)
    asked = wanted_on(tender, day) if day else ()
    return sorted(asked, key=lambda paper: natural(paper.clause or ""))


def on_day(
    file: BidFile,
    asked: Iterable[WantedPaper],
    day: dt.date,
    ask: Ask,
    shown: Iterable[WantedPaper] = (),
) -> Outcome:
    """Whether each of the papers is valid on `day`: one that is not decides, else one unknown.

    Of those `shown` it only has to be known until when they are valid: their day is still to come.
    """
    days: dict[WantedPaper, dt.date | None] = dict.fromkeys(asked, day)
    days |= dict.fromkeys(shown)
    whole, deciding = businesses(file, ask), list[WantedPaper]()

    def of_paper(paper: WantedPaper) -> Outcome:
        on = days[paper]
        return told_of_each(holders(paper, whole), lambda who: _of_one(paper, who, on))

    def reason(told: list[tuple[WantedPaper, Outcome]]) -> str:
        deciding.extend(paper for paper, _ in told)
        return "; ".join(one.reason for _, one in told)

    found = of_each(days, of_paper, reason)
    found.clause = _clauses(deciding)
    found.facts = {"berlaku_pada": day, **found.facts}
    return found


def holders(paper: WantedPaper, whole: Iterable[Business]) -> tuple[Business, ...]:
    """Of whom the paper is asked: a single bidder is never left out, and no KSO as a whole."""
    whole = tuple(whole)
    named = tuple(who for who in whole if paper.members is None or who.id in paper.members)
    return named or whole


def _of_one(paper: WantedPaper, who: Business, day: dt.date | None) -> Outcome:
    """What one paper of one business comes to on `day`, or while its day is still to come."""
    held = (who.known(PAPERS) or {}).get(paper.id)
    where = f" ({paper.clause})" if paper.clause else ""
    if held is None or held is True:
        return waits(f"{paper.title} belum diketahui", "fakta", **{f"{paper.id}.nomor": None})
    if not isinstance(held, HeldPaper):
        return fails(f"Tidak menyampaikan {paper.title}{where}", **{f"{paper.id}.nomor": "-"})
    facts = {f"{paper.id}.nomor": held.number, f"{paper.id}.berlaku_sampai": expiry(held)}
    named = f"{paper.title} nomor {held.number}" if held.number else paper.title
    until = held.valid_until
    if until is UNKNOWN:
        return waits(f"Masa berlaku {named} belum diketahui", "fakta", **facts)
    if until is None:
        return passes(f"{named} berlaku tanpa batas waktu", **facts)
    words = f"{named} berlaku sampai dengan {long_date(until)}"
    if day is None:
        return passes(words, **facts)
    on = f"{_DAYS[paper.valid_on]} {long_date(day)}"
    if until < day:
        return fails(f"{words}, sudah berakhir pada {on}{where}", **facts)
    return passes(f"{words}, masih berlaku pada {on}", **facts)


def expiry(held: HeldPaper) -> dt.date | str | None:
    """Until when a paper is valid, as a fact: `None` where that is unknown."""
    if held.valid_until is UNKNOWN:
        return None
    return held.valid_until or "tanpa batas waktu"


def _clauses(asked: Iterable[WantedPaper]) -> str | None:
    """Where the document asks them, each place once."""
    return "; ".join(dict.fromkeys(paper.clause for paper in asked if paper.clause)) or None
