"""Every word that papers print of a choice of an event is read on the sheet `Peristiwa` as that."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tender_desk.documents import acts
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.papers import paper
from tender_desk.documents.view import View
from tender_engine.events import Cancellation, Event, FailureAct, Refusal
from tender_engine.terms import (
    AppealDecision,
    BondResult,
    Canceller,
    Channel,
    Decider,
    ObjectionDecision,
    Refuser,
    Subject,
)
from tender_rules.repeats.causes import cause_of
from tests.builders import at, bidder, evaluated, package
from tests.desk.documents.data import prose
from tests.desk.workbook.test_as_printed import read
from tests.happenings import announced, answered, appeal, award, objection, of_bond, of_kpa

THREE = (bidder("p1"), bidder("p2", "1150000000"), bidder("p3", "1200000000"))
TOLD = (award("p1", "p2", "p3"), announced())
WRONG = "perpres-16-2018:51(2)a"
BIDS = Subject.PEMILIHAN


def upheld(decision: str) -> str | None:
    return WRONG if decision == ObjectionDecision.BENAR_SUBSTANSIAL else None


def printed() -> Iterator[tuple[str, Any, str, Event]]:
    """A column, the term, what stands around its words in a table of acts, and the act."""
    for decision in ObjectionDecision:
        answer = answered(decision, cause=upheld(decision))
        yield "Isi jawaban sanggah", decision, r"Jawaban sanggah .*?: ([^;]+)", answer
        asked = appeal(decision=decision)
        yield "Isi jawaban sanggah", decision, r"; jawaban: (.+)", asked
    right = answered(ObjectionDecision.BENAR_SUBSTANSIAL, cause=WRONG)
    yield "Sebab gagal menurut jawaban", WRONG, r"; sebab: (.+)", right
    for result in BondResult:
        said = r"Klarifikasi jaminan sanggah banding .*?: (.+)"
        yield "Hasil klarifikasi jaminan", result, said, of_bond(result)
    for found in AppealDecision:
        said = r"Jawaban .*? oleh KPA: (.+)"
        yield "Isi jawaban sanggah banding", found, said, of_kpa(found)
    for by in Decider:
        said = r"Penetapan pemenang .* oleh ([^;]+);"
        yield "Ditetapkan oleh", by, said, award("p1", "p2", by=by)
        failed = FailureAct(at(20), BIDS, by, WRONG)
        yield "Ditetapkan oleh", by, r"gagal oleh ([^:]+):", failed
        yield "Dasar gagal", WRONG, r"gagal oleh [^:]+: (.+)", failed
    for who in Canceller:
        ended = Cancellation(at(20), who, "anggaran dicabut", "KEP-2")
        yield "Dibatalkan oleh", who, r"Pembatalan .*oleh (.+)", ended
    for one in Refuser:
        refusal = Refusal(at(23), one, "tidak sependapat")
        yield "Ditolak oleh", one, r"Penolakan oleh ([^:]+):", refusal


@pytest.mark.parametrize(("title", "term", "pattern", "event"), [*printed()])
def test_what_a_table_of_acts_prints(title: str, term: Any, pattern: str, event: Event) -> None:
    view = View.of(evaluated(package(*THREE)), internal=True)
    said = re.search(pattern, acts._act(view, event, BIDS, otherwise=False))

    assert said is not None
    assert read("Peristiwa", title, said[1]) == str(term)


def test_who_decides_on_a_refusal() -> None:
    """As a determination, which is typed as one."""
    view, ruled = View.of(evaluated(package(*THREE))), award("p1", by=Decider.PA)
    said = re.search("Keputusan (.+?) Nomor", acts._act(view, ruled, BIDS, otherwise=True))

    assert said is not None
    assert read("Peristiwa", "Ditetapkan oleh", said[1]) == "pa"


@pytest.mark.parametrize("decision", ObjectionDecision)
@pytest.mark.parametrize("channel", Channel)
def test_what_an_answer_prints(decision: ObjectionDecision, channel: Channel) -> None:
    """The way by which it came, and what it was found to be; a pengaduan is answered like it."""
    events = (*TOLD, objection(channel=channel), answered(decision, cause=upheld(decision)))
    told = paper(evaluated(package(*THREE, events=events)), ANSWER, "p2")
    text = f"{told.opening} {prose(told)}"
    way = re.search(r"yang disampaikan (.+?) pada ", text)
    found = re.search(r"menyatakan (?:sanggah|pengaduan) Saudara (.+?)\.", text)

    assert way is not None
    assert found is not None
    assert read("Peristiwa", "Cara penyampaian", way[1]) == channel
    assert read("Peristiwa", "Isi jawaban sanggah", found[1]) == decision


def test_what_a_repeat_says_of_its_reason() -> None:
    right = ObjectionDecision.BENAR_SUBSTANSIAL
    events = (*TOLD, objection(), answered(right, cause=WRONG))
    cause = cause_of(evaluated(package(*THREE, events=events)))

    assert cause is not None
    found = re.search(r"CV p2 Contoh (.+) menurut", cause.said)
    assert found is not None
    assert read("Peristiwa", "Isi jawaban sanggah", found[1]) == right


def test_to_whom_an_answer_says_it_is_addressed() -> None:
    """The Pokja signs as that."""
    assert read("Peristiwa", "Ditujukan kepada", "Pokja Pemilihan") == "pokja"
