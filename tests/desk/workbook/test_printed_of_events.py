"""Every word that papers print of a choice of an event is read on the sheet `Peristiwa` as that."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_desk.any_file import read_bytes
from tender_desk.documents import acts
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.papers import paper
from tender_desk.documents.view import View
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_engine.events import Cancellation, Event, FailureAct, Refusal
from tender_engine.faults import PackageRefusedError
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
from tender_rules import national
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


def test_a_letter_of_two_lists_is_refused_with_the_letters_and_their_words() -> None:
    """Each as it is printed, none cut off."""
    upheld_by = answered(ObjectionDecision.BENAR_SUBSTANSIAL, cause=WRONG)
    whole = package(*THREE, events=(*TOLD, objection(), upheld_by))
    book = load_workbook(BytesIO(workbook_bytes(whole, national())))
    words = national().grounds[WRONG].words.id
    (at_cell,) = [cell for row in book["Peristiwa"] for cell in row if cell.value == words]
    at_cell.value = "huruf e"
    book.save(kept := BytesIO())
    reading = read_bytes(kept.getvalue(), "paket.xlsx", national())
    assert reading.package is not None
    with pytest.raises(PackageRefusedError) as refused:
        evaluated(reading.package)
    (told,) = reading.diagnose(refused.value.faults)

    assert told.code == "ATR075"
    assert "Pasal 51 ayat (2) huruf a: terdapat kesalahan" in str(told.hint)
    assert "; huruf e: seluruh peserta terlibat Korupsi" in str(told.hint)
    assert str(told.hint).endswith(
        "Lampiran I angka 4.2.14 huruf a.i: Pokja Pemilihan tidak menjalankan prosedur "
        "berdasarkan Dokumen Pemilihan"
    )


D_TO_G = [f"huruf {letter}" for letter in "cdefgi"]


@pytest.mark.parametrize(
    ("title", "typed", "ground"),
    [
        *(
            ("Sebab gagal menurut jawaban", typed, WRONG)
            for typed in (
                "a",
                "huruf a",
                "Huruf A",
                "51(2)a",
                "51 (2) a",
                "Pasal 51 ayat (2) huruf a",
                "pasal 51 ayat 2 huruf a",
                "Perpres 16/2018 Pasal 51 ayat (2) huruf a",
                "Pasal 51 ayat (2) huruf a Perpres 16/2018",
                "Pasal 51 ayat (2) huruf a: terdapat kesalahan dalam proses evaluasi",
                "huruf a: terdapat kesalahan dalam proses evaluasi",
            )
        ),
        ("Dasar gagal", "Pasal 51 ayat (2) huruf a", WRONG),
        ("Dasar gagal", "51(1)a", "perpres-16-2018:51(1)a"),
        ("Dasar gagal", "huruf k", "lkpp-12-2021:4.2.14.a.k"),
        ("Dasar gagal", "Lampiran I angka 4.2.14 huruf a.k", "lkpp-12-2021:4.2.14.a.k"),
        # A letter of two lists is another ground in each: nobody knows which one was meant.
        ("Dasar gagal", "a", "a"),
        *(("Sebab gagal menurut jawaban", typed, typed) for typed in D_TO_G),
        # One passage holds all causes of a table.
        ("Sebab gagal menurut jawaban", "Lampiran I angka 4.1.1 huruf j", None),
    ],
)
def test_a_ground_is_read_by_its_passage(title: str, typed: str, ground: str | None) -> None:
    """As papers print it and people say it; what may be two stays, and the law refuses it."""
    assert read("Peristiwa", title, typed) == (ground or typed)
