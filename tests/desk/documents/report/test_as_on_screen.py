"""The report tells what the screen of `tender evaluate` tells: nothing stands on one alone."""

import lxml.html
import pytest

from tender_desk.documents.kind import Kind
from tender_desk.documents.report import report
from tender_rules.words import date_and_clock, rupiah
from tests.samples.dossiers import evaluation

# One that waits, with an appeal, of consultants, that fails, with a preference, with an auction.
NAMES = (
    "drainase-setengah-dinilai",
    "jembatan-sanggah-banding",
    "pengawasan-rumah-sakit",
    "kapal-puskesmas",
    "alat-kesehatan-tkdn",
    "laptop-reverse-auction",
)
_PRICES = ("stated_total", "corrected_total", "hea", "reverse_auction_total", "negotiated_total")


def facts(found):
    """What is awaited, every notice, each end of a period, and each price."""
    words, kind = found.basis.vocabulary("id"), Kind.of_evaluation(found)
    yield from (kind.said(kind.awaited(words, a.needs, found.ranked_by)) for a in found.awaiting)
    yield from (notice.message.rstrip(".") for notice in found.notices)
    yield from (date_and_clock(period.until) for period in found.calendar)
    amounts = (getattr(price, name) for price in found.prices for name in _PRICES)
    yield from (rupiah(amount) for amount in amounts if amount is not None)


@pytest.mark.parametrize("name", NAMES)
def test_the_report_lacks_nothing_of_the_screen(name):
    found = evaluation(name)
    text = " ".join(lxml.html.document_fromstring(report(found)).text_content().split())
    assert [*facts(found)]
    assert [fact for fact in facts(found) if fact not in text] == []
