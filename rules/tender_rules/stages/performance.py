"""Kinerja Penyedia: how SIKaP rates every business of a bidder, on a scale of four."""

from enum import StrEnum

from attrs import evolve, frozen

from tender_engine.declared import Check, Examples, Words
from tender_engine.findings import Verdict
from tender_engine.formats.fields import NAME
from tender_engine.formats.records import Key, Record
from tender_engine.formats.shapes import Choice
from tender_engine.law import Ask, Outcome, fails, passes, rule, waits
from tender_engine.terms import StageId
from tender_rules.citations import DOCUMENT
from tender_rules.stages.businesses import Business, businesses, told_of_each
from tender_rules.stages.files import BidFile

__all__ = ["PERFORMANCE", "LeastRating", "Rated", "Rating", "performance"]


class Rating(StrEnum):
    """How a business is rated, from the worst to the best."""

    BURUK = "buruk"
    CUKUP = "cukup"
    BAIK = "baik"
    SANGAT_BAIK = "sangat_baik"


@frozen
class LeastRating:
    """What a document asks: rated at least so."""

    least: Rating
    clause: str | None = None


@frozen
class Rated:
    """What SIKaP says of a business."""

    sikap: Rating | None = None


def _said(rating: Rating) -> str:
    return rating.replace("_", " ")


PERFORMANCE: Check[LeastRating, Rated] = Check(
    "performance",
    StageId.EVALUASI_KUALIFIKASI,
    Words("kinerja Penyedia", "performance as SIKaP rates it (kinerja Penyedia)"),
    demand=Record(
        LeastRating,
        Key("least", Choice(Rating), True, title="paling kurang"),
        Key("clause", NAME, title="klausul"),
    ),
    fact=Record(Rated, Key("sikap", Choice(Rating), title="menurut SIKaP")),
    hint="menurut SIKaP",
    reads=lambda asked: f"Kinerja Penyedia menurut SIKaP paling kurang {_said(asked.least)}",
    of_each=True,
    examples=Examples(
        asked=(LeastRating(Rating.BAIK),),
        met=(Rated(Rating.BAIK), Rated(Rating.SANGAT_BAIK)),
        unmet=(Rated(Rating.CUKUP), Rated(Rating.BURUK)),
    ),
)


@rule(
    "qualification.performance",
    "Kinerja Penyedia menurut SIKaP",
    DOCUMENT,
    since="2018-03-22",
    check=PERFORMANCE,
)
def performance(file: BidFile, ask: Ask) -> Outcome | None:
    """SIKaP rates every business at least as the document asks, on a scale that no text gives."""
    asked = file.asked.of(PERFORMANCE)
    if asked is None:
        return None
    ask.text("performance.scale")
    scale, least = [*Rating], asked.least

    def decide(business: Business) -> Outcome:
        known = business.known(PERFORMANCE)
        if known is None or known.sikap is None:
            return waits("Kinerja Penyedia menurut SIKaP belum diketahui", "fakta", sikap=None)
        answer = passes if scale.index(known.sikap) >= scale.index(least) else fails
        words = f"Kinerja Penyedia menurut SIKaP {_said(known.sikap)}"
        return answer(f"{words}, diminta paling kurang {_said(least)}", sikap=known.sikap)

    found = told_of_each(businesses(file, ask), decide)
    where = file.where(PERFORMANCE) if found.verdict is Verdict.GUGUR else ""
    facts = {"diminta": least, **found.facts}
    return evolve(found, reason=found.reason + where, clause=file.clause(PERFORMANCE), facts=facts)
