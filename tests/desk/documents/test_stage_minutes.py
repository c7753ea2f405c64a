"""Minutes of a part of the work: what the stages found, no winner, and drafts of their own."""

import datetime as dt
import re

import pytest
from attrs import evolve

from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.papers import BAHP, CLARIFICATION, EVALUATION, PROOF, paper
from tender_engine.events import Clarification, Invitation, Letter
from tender_engine.terms import InvitedTo
from tests.builders import ADMINISTRASI, HARGA, PEMBUKTIAN, TEKNIS, at, evaluated, failed, judged
from tests.desk.documents.data import (
    AWARD,
    annex,
    drawn_tables,
    due,
    given,
    items,
    offer,
    outcomes,
    rows,
    said,
    section,
    words,
)
from tests.desk.documents.kinds import KINDS, TOTALS
from tests.happenings import agreed

OUTCOMES = outcomes()
EVALUATIONS = {**OUTCOMES, **KINDS}
STAGES = (EVALUATION, CLARIFICATION, PROOF)
ASKED = Clarification(at(16), "p1", TEKNIS, "Mana bukti milik?", "Faktur dilampirkan.")
OTHER = Clarification(at(16), "p2", ADMINISTRASI, "Mana jaminan?", "Menyusul.")


CALLED_FOR = [
    (name, which)
    for name, each in EVALUATIONS.items()
    for which in STAGES
    if due(each, which).reason is None
]


def titles(record):
    """The titles of the sections."""
    return [part["title"] for part in bahp_dict(record)["sections"]]


@pytest.mark.parametrize(("name", "which"), CALLED_FOR)
def test_each_has_a_title_blanks_to_fill_in_signatures_and_the_root(name, which):
    """Nobody has numbered it; the panel signs, and the trail anchors it."""
    made = paper(EVALUATIONS[name], which)

    assert re.fullmatch(r"(KONSEP )?BERITA ACARA [A-Z ]+", made.title)
    assert set(made.number + made.place) == {"."}
    assert "Pada hari ini, ...................." in said(bahp_dict(made)["opening"])
    *_, closing, trail = bahp_dict(made)["sections"]
    assert [line["name"] for line in closing["blocks"][1]["lines"]]
    assert items(trail["blocks"])["Akar jejak keputusan"] == made.root
    assert [part.letter for part in made.sections] == list("ABCDEFGHIJKL"[: len(made.sections)])


@pytest.mark.parametrize(("name", "which"), [*CALLED_FOR, *((name, BAHP) for name in EVALUATIONS)])
def test_each_refers_to_the_law_that_it_names_and_no_other(name, which):
    """What an earlier or a later stage rested on is for the record of all of it."""
    basis, *rest = paper(EVALUATIONS[name], which).sections
    listed = items(bahp_dict(paper(EVALUATIONS[name], which))["sections"][0]["blocks"]).get(
        "Ketentuan lain yang dirujuk", ""
    )

    assert basis.title == "Dasar"
    assert [text for text in listed.split("; ") if text not in str(rest)] == []


@pytest.mark.parametrize(("name", "which"), CALLED_FOR)
def test_none_names_a_winner(name, which):
    """That is for the BAHP: neither as proposed nor as determined."""
    texts = " ".join(words(paper(EVALUATIONS[name], which)))

    assert "Calon Pemenang" not in texts
    assert not re.search(r"ditetapkan sebagai|pemenang cadangan [0-9]|Peringkat", texts)


def test_the_evaluation_tells_each_stage_up_to_the_price():
    """Opening, correction, three evaluations and the price; no proof and no award."""
    made = paper(OUTCOMES["ditetapkan"], EVALUATION)
    told = [row[0] for row in rows(section(made, "Hasil Evaluasi"))[:7]]

    assert told == [
        "Pembukaan dokumen penawaran",
        "Koreksi aritmatik",
        "Penawaran yang dievaluasi",
        "Evaluasi administrasi",
        "Evaluasi kualifikasi",
        "Evaluasi teknis",
        "Evaluasi harga",
    ]
    # Row by row: three bids, all of which pass everything.
    assert rows(section(made, "Rekapitulasi")) == [
        [str(n), f"CV p{n} Contoh", "Lulus", "Lulus", "Lulus", "Lulus"] for n in (1, 2, 3)
    ]


def test_who_fell_has_no_mark_after_it():
    """p2 falls at the technical evaluation and does not enter that of the price."""
    made = paper(evaluated(given(assessments=failed(TEKNIS, "p2"))), EVALUATION)
    row = rows(section(made, "Rekapitulasi"))[1]

    assert row == ["2", "CV p2 Contoh", "Lulus", "Lulus", "Gugur", "–"]


def test_talks_that_come_later_change_no_price_in_the_evaluation():
    """One bid, corrected to 1.100.000.000 and talked down to 1.090.000.000 afterwards."""
    package = given(offer("p1"), events=[agreed(total="1090000000")])
    made = paper(evaluated(package), EVALUATION)
    prices = rows(section(made, "Harga Penawaran"))

    # 1.100.000.000 / 1.221.000.000 = 90,0901 percent.
    assert prices == [["CV p1 Contoh", "Rp1.100.000.000,00", "Rp1.100.000.000,00", "90,0901%"]]
    assert "1.090.000.000" not in " ".join(words(made))


def test_before_bids_the_qualification_is_evaluated():
    """No price, no bid; the kind follows from the package."""
    made = paper(KINDS["daftar"], EVALUATION)

    assert made.title.endswith("BERITA ACARA EVALUASI KUALIFIKASI")
    assert not [title for title in titles(made) if "Harga" in title or "Penawaran" in title]


def test_an_evaluation_that_waits_is_a_draft_and_names_the_stage():
    """Final once nothing is awaited there, whatever is still to come."""
    waits = paper(OUTCOMES["menunggu_penilaian"], EVALUATION)
    done = paper(OUTCOMES["diusulkan"], EVALUATION)

    assert waits.draft
    assert "Evaluasi teknis belum selesai." in said(annex(waits))
    assert not done.draft


def test_a_value_in_doubt_keeps_them_drafts():
    """As it does the BAHP."""
    for which in (EVALUATION, PROOF):
        made = paper(OUTCOMES["baris_tambahan"], which)
        assert made.draft
        assert "Terdapat ketentuan yang belum ditegaskan" in said(annex(made))


def test_clarifications_are_told_and_signed_by_whom_they_were_asked():
    """Of one bidder alone, with a line for who speaks for it; of all, for the panel alone."""
    evaluation = evaluated(given(events=[ASKED, OTHER]))
    one, all_ = paper(evaluation, CLARIFICATION, "p1"), paper(evaluation, CLARIFICATION)

    assert [row[1] for row in rows(section(one, "Klarifikasi"))] == ["CV p1 Contoh"]
    assert [row[1] for row in rows(section(all_, "Klarifikasi"))] == [
        "CV p1 Contoh",
        "CV p2 Contoh",
    ]
    (panel, bidder) = [b for b in section(one, "Penutup") if b["kind"] == "tanda_tangan"]
    assert bidder["headers"] == ["Nama peserta", "Nama wakil peserta", "Jabatan"]
    assert [line["name"] for line in bidder["lines"]] == ["CV p1 Contoh"]
    assert len(panel["lines"]) == 3
    assert len([b for b in section(all_, "Penutup") if b["kind"] == "tanda_tangan"]) == 1
    assert "CV p2 Contoh" not in " ".join(words(one))


def test_of_one_bidder_no_price_of_others_is_told():
    """The low price of p2 was found fair, and of p3 not: neither is for p1's minutes."""
    low = [offer(f"p{n}", f"9{n}0000000") for n in (1, 2, 3)]
    notes = [judged(HARGA, "memenuhi", name, "kewajaran_harga") for name in ("p1", "p2")]
    notes.append(judged(HARGA, "tidak_memenuhi", "p3", "kewajaran_harga", note="Tidak terbukti."))
    evaluation = evaluated(given(*low, assessments=notes))
    made = paper(evaluation, CLARIFICATION, "p1")

    assert [row[0] for row in rows(section(made, "Kewajaran"))] == ["CV p1 Contoh"]
    for other in ("CV p2 Contoh", "CV p3 Contoh"):
        assert other not in " ".join(words(made))


@pytest.mark.parametrize(("name", "which"), CALLED_FOR)
def test_every_row_has_a_cell_for_each_head(name, which):
    """Of every table, however many columns a kind of tender takes."""
    for found in drawn_tables(paper(EVALUATIONS[name], which)):
        assert {len(row) for row in found.rows} <= {len(found.headers)}


def test_nothing_asked_calls_for_no_minutes():
    """Of all or of one; who was called and not asked has a draft, and so has what has no day."""
    evaluation = evaluated(given(events=[ASKED]))
    dated = Letter(at(23), "klarifikasi", "K-1", dt.date(2022, 5, 23))
    called = Invitation(at(15), InvitedTo.KLARIFIKASI, "p1", at(16, 10))

    assert paper(evaluation, CLARIFICATION).draft
    assert not paper(evaluated(given(events=[ASKED, dated])), CLARIFICATION).draft
    assert due(evaluation, CLARIFICATION, "p1").reason is None
    for nothing in (
        due(evaluation, CLARIFICATION, "p2"),
        due(OUTCOMES["diusulkan"], CLARIFICATION),
    ):
        assert (nothing.reason is None, nothing.waits) == (False, False)
    made = paper(evaluated(given(events=[called])), CLARIFICATION)
    assert "Belum ada klarifikasi" in said(annex(made))


def test_minutes_of_a_part_wait_for_it_or_are_never_called_for():
    """The proof is still to come unless all failed before; nothing that came in is evaluated."""
    assert due(OUTCOMES["menunggu_penilaian"], PROOF).waits
    for never in (
        due(OUTCOMES["gugur_teknis"], PROOF),
        due(OUTCOMES["tanpa_penawaran"], EVALUATION),
        due(OUTCOMES["ditetapkan"], PROOF, "p9"),
    ):
        assert (never.reason is None, never.waits) == (False, False)
    assert due(OUTCOMES["tanpa_perpanjangan"], EVALUATION).waits
    assert due(OUTCOMES["ditetapkan"], PROOF, "p1").reason is None


def test_low_prices_are_told_with_what_people_found():
    """900.000.000 is below 80 percent of 1.221.000.000: found fair, or not, with the reason."""
    low = [offer("p1", "900000000"), offer("p2", "910000000")]
    notes = [
        judged(HARGA, "memenuhi", "p1", "kewajaran_harga", by="m1 m2", note="Analisa terbukti"),
        judged(HARGA, "memenuhi", "p1", "kewajaran_harga", by="m3", note="Alat milik sendiri."),
        judged(HARGA, "tidak_memenuhi", "p2", "kewajaran_harga", note="Upah tidak terbukti."),
    ]
    found = section(paper(evaluated(given(*low, assessments=notes)), CLARIFICATION), "Kewajaran")
    fair, unfair = rows(found)

    assert fair[:2] == ["CV p1 Contoh", "Analisa terbukti. Alat milik sendiri."]
    assert unfair[0] == "CV p2 Contoh"
    assert "Upah tidak terbukti." in unfair[1]
    assert "Pasal 26 ayat (4) huruf a" in unfair[2]


def test_the_proof_tells_every_question_with_its_answer():
    """Who was called, what was asked of it and where, and what came of it."""
    no = judged(PEMBUKTIAN, "tidak_memenuhi", "p2", "asli", note="Asli tidak dibawa.")
    made = paper(evaluated(given(assessments=[no])), PROOF)
    asked = rows(section(made, "Unsur yang Dibuktikan"))
    answers = [row for row in rows(section(made, "Hasil Pembuktian")) if row[1] == "Dokumen asli"]

    assert ["Pembuktian kualifikasi", "Dokumen asli", "Dokumen Pemilihan IKP 33"] in asked
    assert [row[2] for row in answers] == ["Lulus", "Gugur", "Lulus"]
    assert "Asli tidak dibawa." in answers[1][3]


def test_the_proof_of_one_is_signed_by_it():
    """And tells of nobody else."""
    made = paper(OUTCOMES["ditetapkan"], PROOF, "p2")
    texts = " ".join(words(made))

    assert "CV p2 Contoh: lulus. Lulus pembuktian." in texts
    assert "CV p1 Contoh" not in texts
    assert "Wakil peserta" in texts


def test_after_a_prakualifikasi_the_proof_is_that_of_the_applicants():
    """It stands before the bids, and its minutes can still be written."""
    made = paper(KINDS["pra_lalu_penawaran"], PROOF)

    assert rows(section(made, "Hasil Pembuktian"))
    assert "Pembuktian kualifikasi" in " ".join(words(made))


@pytest.mark.parametrize(("name", "which"), [x for x in CALLED_FOR if x[0] in KINDS])
def test_a_price_that_stays_closed_is_in_none_of_them(name, which):
    """Two files, two stages, one after the other."""
    evaluation = KINDS[name]
    texts = " ".join(words(paper(evaluation, which)))
    opened = {price.participant for price in evaluation.prices}

    for who in TOTALS.keys() - opened:
        assert f"{int(TOTALS[who]):,}".replace(",", ".") not in texts


def test_an_act_does_not_change_what_the_stages_found():
    """The winner's act comes later: the tables of the evaluation stay the same."""
    before, after = OUTCOMES["diusulkan"], evaluated(given(events=[AWARD]))

    for part in ("Rekapitulasi", "Hasil Evaluasi", "Harga"):
        assert section(paper(before, EVALUATION), part) == section(paper(after, EVALUATION), part)


def test_a_clarification_after_the_bahp_is_still_told():
    """The BAHP tells what had happened when it was written; these minutes tell all."""
    package = evaluated(given(events=[AWARD])).package
    late = evolve(ASKED, at=at(28))
    made = paper(evaluated(evolve(package, events=(*package.events, late))), CLARIFICATION)

    assert len(rows(section(made, "Klarifikasi"))) == 1
