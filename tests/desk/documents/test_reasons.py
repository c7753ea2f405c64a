"""Reasons to paste into SPSE: one paragraph a participant and stage, with clause and provision."""

import pytest

from tender_desk.documents.reasons import MARKS, reasons
from tender_engine.findings import Verdict
from tender_engine.terms import StageId
from tests.builders import ADMINISTRASI, HARGA, TEKNIS, evaluated, failed, judged
from tests.desk.documents.data import given, offer, outcomes
from tests.desk.documents.kinds import KINDS, TOTALS
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, spelled

EVALUATIONS = {**outcomes(), **KINDS}


def told(evaluation, participant=None):
    """Who, SPSE's mark and the verdict, in order."""
    return [(r.participant, r.mark, str(r.verdict)) for r in reasons(evaluation, participant)]


def test_each_evaluation_has_its_mark():
    """A administrasi, K kualifikasi, T teknis, H harga, B pembuktian."""
    assert told(EVALUATIONS["diusulkan"], "p1") == [
        ("p1", mark, "lulus") for mark in ("A", "K", "T", "H", "B")
    ]
    assert set(MARKS.values()) == set("AKTHB")


def test_who_fell_is_told_what_was_asked_and_offered_and_where():
    """The reason as it stands in the BAHP, then the clause and the provision; one paragraph."""
    note = "Diminta 2 unit;\nditawarkan 1 unit."
    fell = evaluated(given(assessments=[judged(TEKNIS, "tidak_memenuhi", "p1", "alat", note=note)]))
    *_, last = reasons(fell, "p1")

    assert (last.mark, last.verdict, last.title) == ("T", Verdict.GUGUR, "Evaluasi teknis")
    assert last.text.startswith("Tidak memenuhi Peralatan utama (LDP huruf F.2): Diminta 2 unit; ")
    assert " Dasar: Dokumen Pemilihan LDP huruf F.2; Perpres 16/2018 " in last.text
    assert last.text.endswith(".")
    assert "\n" not in last.text


def test_a_low_price_found_fair_is_told_why():
    """900.000.000 is below 80 percent of 1.221.000.000."""
    word = judged(HARGA, "memenuhi", "p1", "kewajaran_harga", note="Analisa terbukti.")
    (price,) = [
        r
        for r in reasons(evaluated(given(offer("p1", "900000000"), assessments=[word])))
        if r.mark == "H"
    ]

    assert price.text.endswith("Analisa terbukti.")


def test_equalization_belongs_to_the_technical_evaluation():
    """In two stages SPSE has no letter of its own for it."""
    (fell,) = [
        r for r in reasons(KINDS["dua_tahap"], "p2") if r.stage is StageId.PENYETARAAN_TEKNIS
    ]

    assert (fell.mark, fell.verdict) == ("T", Verdict.GUGUR)


def test_only_one_is_told_of_where_one_is_named():
    """And everybody in order otherwise, p2 before p10."""
    evaluation = EVALUATIONS["diusulkan"]

    assert {r.participant for r in reasons(evaluation, "p2")} == {"p2"}
    assert list(dict.fromkeys(r.participant for r in reasons(evaluation))) == ["p1", "p2", "p3"]


def test_what_spse_does_not_ask_is_told_of_who_fell_there():
    """Without a mark; that everybody's bid was opened is no reason for anything."""
    stages = {r.stage for each in EVALUATIONS.values() for r in reasons(each) if not r.mark}
    passed = {
        r.stage for each in EVALUATIONS.values() for r in reasons(each) if r.verdict == "lulus"
    }

    assert stages
    assert passed <= MARKS.keys()
    assert StageId.KOREKSI_ARITMATIK not in passed


@pytest.mark.parametrize("name", EVALUATIONS)
def test_every_fall_has_a_reason_with_a_basis(name):
    """None is left out, and none is empty."""
    evaluation = EVALUATIONS[name]
    fallen = [
        (v.participant, result.id)
        for result in evaluation.stages
        for v in result.verdicts
        if v.verdict is Verdict.GUGUR
    ]
    found = {(r.participant, r.stage): r.text for r in reasons(evaluation)}

    assert set(fallen) <= found.keys()
    assert all(" Dasar: " in found[key] for key in fallen)
    assert all(found.values())


@pytest.mark.parametrize("name", KINDS)
def test_a_price_that_stays_closed_is_in_none(name):
    """Two files, two stages, one after the other."""
    texts = " ".join(r.text for r in reasons(KINDS[name]))
    opened = {price.participant for price in KINDS[name].prices}

    for who in TOTALS.keys() - opened:
        assert f"{int(TOTALS[who]):,}".replace(",", ".") not in texts


def test_what_is_internal_is_in_none():
    """Unit prices, dissent, facts, notices, tax and personal numbers."""
    texts = " ".join(r.text for r in reasons(marked()))

    for marker in (*INSIDE.values(), NIK, NPWP):
        assert not any(text in texts for text in spelled(marker))


def test_nobody_evaluated_gives_none():
    """As where no bid came in; and a fall at administration alone is one."""
    assert reasons(EVALUATIONS["tanpa_penawaran"]) == ()
    fell = evaluated(given(assessments=failed(ADMINISTRASI, "p1")))
    assert ("p1", "A", "gugur") in told(fell, "p1")
