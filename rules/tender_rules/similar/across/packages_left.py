"""Sisa Kemampuan Paket over the packages given: what a bidder won besides, after it was counted."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tender_engine.declared import Words
from tender_engine.model import Participant
from tender_engine.numbers import plain
from tender_engine.similarity import Similarity, Strength
from tender_engine.terms import StageId
from tender_rules.awarded import Awarded
from tender_rules.similar.across.bid_spans import Span
from tender_rules.similar.across.who_is_who import Given, WhoIsWho

__all__ = ["KIND", "WORDS", "packages_left"]

KIND = "skp_terhitung"
WORDS = Words(
    "Sisa Kemampuan Paket atas paket yang diberikan", "SKP counted over the packages given"
)
_RULE = "qualification.skp"


def packages_left(
    tenders: Sequence[Given],
    who: WhoIsWho,
    awards: Mapping[int, Awarded],
    spans: Mapping[tuple[int, str], Span],
) -> Iterator[Similarity]:
    """Bids whose SKP is less than what is asked once packages won since are counted.

    Counted are the other packages given that the bidder was determined for after it handed in this
    bid, so that its own count cannot have them, and while this bid held. A KSO is not looked at.
    """
    won = {(n, who.of(n, award.winner)): award.at.date() for n, award in awards.items()}
    for given in tenders:
        for participant in given.evaluation.given.participants:
            bidder = who.of(given.n, participant.id)
            span = spans.get((given.n, bidder))
            told = None if span is None else _counted(given, participant)
            if span is None or told is None:
                continue
            since = [
                n
                for (n, name), day in won.items()
                if name == bidder and n != given.n and span.begins <= day <= span.ends
            ]
            kp, running, asked = told
            left = kp - running - len(since)
            if since and left < asked <= kp - running:
                facts = {"kp": kp, "berjalan": running, "diminta": asked, "skp": left}
                yield Similarity(
                    kind=KIND,
                    strength=Strength.KUAT,
                    participants=(bidder,),
                    count=len(since),
                    compared=len(who.bidders[bidder].bids),
                    rule=_RULE,
                    facts={name: plain(value) for name, value in facts.items()}
                    | {"paket": str(given.n), "dimenangkan": ", ".join(map(str, sorted(since)))},
                )


def _counted(given: Given, participant: Participant) -> tuple[Decimal, Decimal, Decimal] | None:
    """KP, the packages that run, and the least SKP, as the rule found them for one business."""
    verdict = given.evaluation.stage(StageId.EVALUASI_KUALIFIKASI).on(participant.id)
    for finding in verdict.findings if verdict else ():
        names = ("kp", "berjalan", "diminta")
        if finding.rule == _RULE and all(name in finding.facts for name in names):
            kp, running, asked = (Decimal(finding.facts[name]) for name in names)
            return kp, running, asked
    return None
