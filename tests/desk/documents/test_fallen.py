"""What papers say of who fell and was asked nothing more."""

from tender_desk.documents.papers import BAHP, LETTER, paper
from tender_desk.documents.reasons import reasons
from tender_desk.documents.report.flow import flow
from tender_desk.documents.view import View
from tests.desk.documents.data import outcomes, rows, said, section

EVALUATION = outcomes()["tidak_diteruskan"]
FALL = "Sudah gugur pada evaluasi administrasi."


def test_the_record_tells_where_it_fell_and_by_which_provision():
    """At the correction and at the qualification: the reason and the basis of the fall."""
    record = paper(EVALUATION, BAHP)
    told = [row for row in rows(section(record, "Hasil Evaluasi")) if "Tidak dievaluasi" in row]
    fell = [row for row in rows(section(record, "Hasil Evaluasi")) if "Gugur" in row]

    assert [row[2] for row in told] == [FALL, FALL]
    assert {row[3] for row in told} == {row[3] for row in fell if len(row) == 4}
    assert told[0][3] not in ("", "–")


def test_it_counts_among_those_who_entered():
    """Two were corrected: one passed, one was left alone."""
    counts = {row[0]: row[1:] for row in rows(section(paper(EVALUATION, BAHP), "Hasil Evaluasi"))}

    assert counts["Koreksi aritmatik"] == ["2", "1", "0", "0", "1"]
    assert counts["Evaluasi kualifikasi"] == ["2", "1", "0", "0", "1"]


def test_its_price_is_told_to_be_left_alone():
    """It is neither untouched nor waited for."""
    prices = said(section(paper(EVALUATION, BAHP), "Harga"))

    assert "Koreksi aritmatik tidak diselesaikan, karena sudah gugur: " in prices
    assert "belum dapat diselesaikan" not in prices


def test_its_letter_concludes_with_the_fall():
    """Not with what was left alone because of it."""
    made = paper(EVALUATION, LETTER, "p2")

    told = said(section(made, ""))

    assert "Dengan demikian CV p2 Contoh dinyatakan gugur pada tahap evaluasi administrasi." in told
    assert told.count("Saudara dinyatakan gugur") == 1


def test_the_reasons_for_the_portal_tell_it_too():
    """K has a reason though nobody judged the qualification."""
    (left_alone,) = [r for r in reasons(EVALUATION, "p2") if r.mark == "K"]

    assert left_alone.text.startswith(f"{FALL} Dasar: ")


def test_the_picture_counts_it_where_it_had_entered():
    """Two went into the qualification."""
    drawn = flow(View.of(EVALUATION))
    told = {step.title: step.told for layer in drawn.layers for step in layer}

    assert told["Evaluasi kualifikasi"] == "2 peserta: 1 lulus, 1 tidak dievaluasi"
