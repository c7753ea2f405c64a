"""Who leads a KSO: whose Kemampuan Dasar counts, and whether its share is the largest."""

from attrs import frozen

from tender_engine.declared import Check, Words
from tender_engine.findings import natural
from tender_engine.formats.fields import FLAG, NAME
from tender_engine.formats.records import Key, Record
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.model import Member
from tender_engine.numbers import ZERO
from tender_engine.terms import StageId
from tender_rules.citations import DOCUMENT
from tender_rules.stages.files import BidFile
from tender_rules.words import number

__all__ = ["KSO", "KsoAsked", "largest_share", "lead_of"]


@frozen
class KsoAsked:
    """What the document asks of a KSO: that its leadfirm has the largest share."""

    lead_largest: bool | None = None
    clause: str | None = None


def _reads(asked: KsoAsked) -> str:
    wanted = "terbesar" if asked.lead_largest else "tidak disyaratkan"
    return f"Porsi leadfirm dalam KSO {wanted}"


KSO: Check[KsoAsked, None] = Check(
    "kso",
    StageId.EVALUASI_KUALIFIKASI,
    Words("porsi terbesar pada leadfirm KSO", "largest share of the KSO's leadfirm"),
    demand=Record(
        KsoAsked,
        Key("lead_largest", FLAG, title="porsi leadfirm terbesar"),
        Key("clause", NAME, title="klausul"),
    ),
    asked_as="KSO",
    hint="ya: diperiksa",
    reads=_reads,
    of_kso=True,
)


def lead_of(file: BidFile) -> Member | None:
    """The member that leads the KSO, where that is said."""
    return next((member for member in file.bidder.members if member.lead), None)


@rule(
    "qualification.kso_lead",
    "Porsi terbesar pada leadfirm KSO",
    DOCUMENT,
    since="2018-03-22",
    check=KSO,
)
def largest_share(file: BidFile, ask: Ask) -> Outcome | None:
    """No member of a KSO has a larger share than its leadfirm."""
    asked = file.asked.of(KSO)
    members = sorted(file.bidder.members, key=lambda member: natural(member.id))
    if asked is None or not asked.lead_largest or not members:
        return None
    clause, where, lead = file.clause(KSO), file.where(KSO), lead_of(file)
    facts: dict[str, object] = {member.id: member.share_percent for member in members}
    if lead is None or lead.share_percent is None:
        return waits("Leadfirm KSO atau porsinya belum diketahui", "fakta", clause, **facts)
    own = lead.share_percent
    larger = [member for member in members if (member.share_percent or ZERO) > own]
    told = f"Porsi leadfirm {lead.name} {number(own)}%"
    if larger:
        shares = (f"{member.name} {number(member.share_percent or ZERO)}%" for member in larger)
        words = f"{told}, lebih kecil daripada porsi {', '.join(shares)}{where}"
        return fails(words, clause, **facts)
    others = [member for member in members if member is not lead]
    if any(member.share_percent is None for member in others):
        return waits(f"{told}; porsi anggota lain belum diketahui", "fakta", clause, **facts)
    if any(member.share_percent == own for member in others):
        ask.text("kso.equal_share")
    return passes(f"{told}, tidak ada yang lebih besar", clause, **facts)
