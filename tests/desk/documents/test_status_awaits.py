"""What the status of a tender awaits: the first act that may be done, and never that nothing is."""

from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from tender_desk.documents.status import status_of
from tender_engine.evaluation import Evaluation
from tender_engine.events import AwardProposal, Event
from tender_engine.faults import AND_MORE, Diagnostic
from tests.builders import at, bidder, evaluated, package
from tests.happenings import (
    agreed,
    announced,
    award,
    closing,
    extended,
    in_vain,
    listing_act,
    objections_over,
    price_opening,
)
from tests.procurements import BIAYA, applicant, applicants, contest, screened
from tests.reading import read_path

SAMPLES = Path(__file__).parents[3] / "samples"
THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
BIG = {"pagu": Decimal("100000000000.01")}
STANDS = "hasil kualifikasi berlaku; menunggu "
BIDS = "pemasukan penawaran, dengan pencatatan batas akhirnya"
ALONE = {"qualification_round": 2}


def listed(*names: str) -> tuple[Event, ...]:
    """A list that was determined and announced, whose masa sanggah is over."""
    told = announced(10, "kualifikasi")
    return (listing_act(*names), told, objections_over(18, "kualifikasi"))


def seleksi(*events: Event) -> Evaluation:
    bids = (BIAYA, ("p1", "90", "1000000000"), ("p2", "80", "1000000000"))
    return evaluated(contest(*bids, events=(price_opening(), *events)))


WINNER = (award("p1", "p2"), announced(), objections_over(26))


@pytest.mark.parametrize(
    ("evaluation", "stage", "awaited"),
    [
        # Talks of a Seleksi come after its award, those with one bid of a Tender before it.
        (seleksi(), "selesai dihitung", "Pokja: penetapan"),
        (evaluated(package(bidder("p1"))), "selesai dihitung",
         "Klarifikasi dan negosiasi teknis dan harga"),
        # Whom the PA determines the Pokja proposes first.
        (evaluated(package(*THREE, **BIG)), "selesai dihitung", "Pokja: usul penetapan kepada PA"),
        (evaluated(package(*THREE, events=[AwardProposal(at(20), "U-1")], **BIG)),
         "belum diumumkan", "penetapan"),
        # Of a list the act is awaited too, also of who passed a repeat alone.
        (evaluated(screened(*applicants(3))), "selesai dihitung", "Pokja: penetapan"),
        (evaluated(screened(applicant(), events=[extended(), closing()], **ALONE)),
         "selesai dihitung", "Pokja: penetapan"),
        # Once it stands the tender goes on.
        (evaluated(screened(*applicants(3), events=listed("p1", "p2", "p3"))), STANDS + BIDS, BIDS),
    ],
)  # fmt: skip
def test_the_first_thing_that_may_be_done_is_awaited(
    evaluation: Evaluation, stage: str, awaited: str
) -> None:
    status = status_of(evaluation, "id")

    assert (status.stage, status.awaited) == (stage, (awaited,))


@pytest.mark.parametrize(
    ("name", "follows"),
    [
        ("drainase-pasar-sanggah", "Evaluasi penawaran ulang"),
        ("tanpa-penawaran-ulang", "Penunjukan Langsung dengan persetujuan PA/KPA"),
        ("jalan-desa-skp", None),
    ],
)
def test_a_failure_that_was_told_awaits_what_the_law_provides(
    name: str, follows: str | None
) -> None:
    """As each sample's README tells; one that was appointed awaits nothing."""
    package = read_path(SAMPLES / name).package
    assert package is not None
    status = status_of(evaluated(package), "id")

    assert status.stage.endswith("selesai")
    assert status.awaited == ((follows,) if follows else ())


def test_after_talks_in_vain_those_with_the_next_come_first() -> None:
    """Then a new act, and where nobody is left that it failed: never two things at once."""
    vain, more = (*WINNER, in_vain("p1", 27)), agreed("p2", "900000000", 28)
    found = [seleksi(*vain), seleksi(*vain, more), seleksi(*vain, in_vain("p2", 28))]

    waits = [each.after_award.waits_for for each in found if each.after_award]
    assert waits == [("negosiasi",), ("penetapan",), ("pernyataan_gagal",)]
    assert found[0].awaiting
    assert found[1].awaiting == ()


def test_who_passed_a_repeat_alone_tenders_for_nothing() -> None:
    """It ends with that: what follows is no tender."""
    events = (extended(), closing(), *listed("p1"))
    status = status_of(evaluated(screened(applicant(), events=events, **ALONE)), "id")

    assert (status.stage, status.awaited) == ("selesai", ())


def test_more_doubts_than_are_told_are_said_to_be_more() -> None:
    """The last of them only says that there are more, and is none itself."""
    doubt = Diagnostic("XLS244", "paket.xlsx", 0, 0, "", "Ani", "", "Pokja!B5")
    evaluation = evaluated(package(*THREE))
    for last, said in ((doubt, "301"), (evolve(doubt, code=AND_MORE), "300+")):
        assert status_of(evaluation, "id", doubted=[doubt] * 300 + [last]).doubts == said
