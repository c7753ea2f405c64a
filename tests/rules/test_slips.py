"""What may be a slip of the pen is told to those inside, and decides nothing."""

import pytest

from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tests.builders import TEKNIS, at, bidder, evaluated, failed, package
from tests.procurements import NILAI, contest, score, scored_criterion


def slips(found):
    """The notices of this file: code, participant and words; all of them internal."""
    named = ("NILAI_BERJAUHAN", "TEPAT_80_PERSEN", "TOTAL_SAMA")
    told = [notice for notice in found.notices if notice.code in named]
    assert {notice.audience for notice in told} <= {"internal"}
    return [(notice.code, notice.participant) for notice in told]


def scores(*values, highest="100"):
    """One bid, scored by three members on one criterion."""
    entries = [score(TEKNIS, "p1", v, "s", by=f"m{n}") for n, v in enumerate(values, 1)]
    criteria = (scored_criterion("s", highest=highest),)
    bid = ("p1", None, "1100000000")
    return evaluated(contest(NILAI, bid, criteria=criteria, assessments=entries))


@pytest.mark.parametrize(
    ("values", "highest", "told"),
    [
        (("70", "95", "80"), "100", True),
        (("70", "94.999999", "80"), "100", False),
        (("8.5", "85", "80"), "100", True),
        (("4", "5", "4"), "5", False),
        (("3.75", "5", "4"), "5", True),
    ],
)
def test_scores_a_quarter_of_the_highest_apart_are_told(values, highest, told):
    """`slip.scores_apart_from`: at least 0,25; (95 - 70) / 100 is, (94,999999 - 70) / 100 not."""
    expected = [("NILAI_BERJAUHAN", "p1")] if told else []
    found = scores(*values, highest=highest)

    assert found.law.value("slip.scores_apart_from").value == "0.25"
    assert slips(found) == expected


def test_a_replaced_score_counts_no_more():
    """m1 wrote 8,5 and later 85: what stands is 80 to 85."""
    slip = score(TEKNIS, "p1", "8.5", "s", by="m1", when=at(13))
    given = [score(TEKNIS, "p1", v, "s", by=m) for m, v in (("m1", "85"), ("m2 m3", "80"))]
    criteria = (scored_criterion("s"),)
    bid = ("p1", None, "1100000000")
    found = evaluated(contest(NILAI, bid, criteria=criteria, assessments=[slip, *given]))

    assert slips(found) == []


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("976799999.98", False),
        ("976799999.99", True),
        ("976800000", True),
        ("976800000.01", True),
        ("976800000.02", False),
    ],
)
def test_a_total_on_the_line_is_told(total, told):
    """`slip.at_share_within`: 80 percent of 1.221.000.000 is 976.800.000; one sen either way."""
    found = evaluated(package(bidder("p1", total)))

    assert slips(found) == ([("TEPAT_80_PERSEN", "p1")] if told else [])


def test_equal_totals_are_told_once_each():
    """p1, p3 and p4 are the same to the last sen; p2 is one sen off. Who fell counts as well."""
    totals = {"p1": "1100000000", "p2": "1100000000.01", "p3": "1100000000", "p4": "1100000000"}
    bids = [bidder(name, total) for name, total in totals.items()]
    found = evaluated(package(*bids, assessments=failed(TEKNIS, "p3")))
    (notice,) = [n for n in found.notices if n.code == "TOTAL_SAMA"]

    assert slips(found) == [("TOTAL_SAMA", None)]
    assert "sama pada CV p1 Contoh, CV p3 Contoh, CV p4 Contoh;" in notice.message
    assert slips(evaluated(package(*bids[:2]))) == []


def test_no_price_that_was_not_opened_is_compared():
    """The second of two equal bids fell at technical: its envelope stays closed and untold."""
    given = [score(TEKNIS, "p1", "80", "s"), score(TEKNIS, "p2", "10", "s")]
    bids = [(name, None, "1100000000") for name in ("p1", "p2")]
    criteria = (scored_criterion("s"),)
    found = evaluated(contest(NILAI, *bids, criteria=criteria, assessments=given))

    assert [price.participant for price in found.prices] == ["p1"]
    assert slips(found) == []


def test_no_public_paper_tells_a_slip():
    """They stand in the internal papers alone."""
    found = evaluated(package(bidder("p1", "976800000"), bidder("p2", "976800000")))
    public, inside = (
        paper(found, WORKING_PAPER if internal else BAHP) for internal in (False, True)
    )

    assert "tepat pada 80%" not in str(public)
    assert "tepat pada 80%" in str(inside)
