"""The formulas of a record: those of its method, with their provisions."""

import pytest
from attrs import evolve

from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.events import Confirmation
from tender_engine.model import HpsLine
from tender_engine.terms import Contract
from tests.builders import at, evaluated, hps, hps_line
from tests.desk.documents.data import rows, section
from tests.desk.documents.kinds import packages, record


def formulas(name):
    """Each computation of a record with its formula and provision."""
    return {row[0]: row[1:] for row in rows(section(record(name), "Metode"))}


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("sistem_nilai", "Pasal 39 ayat (2)"),
        ("umur_ekonomis", "Pasal 39 ayat (3)"),
        ("dua_tahap", "Pasal 39 ayat (4)"),
        ("kualitas_biaya", "Pasal 42 ayat (2)"),
        ("kualitas", "Pasal 42 ayat (3)"),
        ("pagu_anggaran", "Pasal 42 ayat (4)"),
        ("biaya_terendah", "Pasal 42 ayat (5)"),
    ],
)
def test_each_method_names_its_provision(name, article):
    """Perpres 16/2018 Pasal 39 for Tender and Pasal 42 for Seleksi."""
    assert formulas(name)["Urutan peringkat"][1].startswith(f"Perpres 16/2018 {article}")


def test_the_formulas_are_those_of_the_method():
    """Weights and thresholds of the document, the lowest price, and what a Seleksi has not."""
    merit, cost = formulas("sistem_nilai"), formulas("kualitas_biaya")

    assert merit["Nilai akhir"][0].startswith("60% × nilai teknis + 40% × nilai harga")
    assert cost["Nilai akhir"][0].startswith("80% × nilai teknis + 20% × nilai biaya")
    assert cost["Nilai biaya"][0].startswith("100 × biaya penawaran terkoreksi terendah di antara")
    assert cost["Nilai biaya"][1] == f"Dokumen Pemilihan {'.' * 20}"
    assert merit["Ambang batas nilai teknis"][0] == (
        "nilai teknis paling sedikit 70 dan rata-rata nilai setiap kriteria paling sedikit ambang "
        "batas kriteria itu"
    )
    assert formulas("pagu_anggaran")["Batas Pagu Anggaran"][0].endswith("Rp1.150.000.000,00")
    assert "Jaminan pelaksanaan" in merit
    assert not {"Jaminan pelaksanaan", "Batas tertinggi penawaran"} & cost.keys()
    assert cost["Batas hasil negosiasi"][0].endswith("Rp1.221.000.000,00")
    assert "Penawaran yang dievaluasi" not in merit


def test_a_formula_without_a_text_cites_the_document_once_it_is_confirmed():
    """A final record cites the tender's own clause, and its draft has a blank for it."""
    param = "scores.price_formula_sistem_nilai"
    event = Confirmation(at(19), param, "terendah_dibagi_penawaran", "IKP 29.14")
    given = packages()["sistem_nilai"]
    told = paper(evaluated(evolve(given, events=(*given.events, event))), BAHP)
    found = {row[0]: row[2] for row in rows(section(told, "Metode")) if len(row) == 3}

    assert formulas("sistem_nilai")["Nilai harga"][1] == f"Dokumen Pemilihan {'.' * 20}"
    assert found["Nilai harga"] == "Dokumen Pemilihan IKP 29.14"


def test_months_are_a_second_quantity_where_time_is_paid():
    """Waktu penugasan: volume times orang-bulan."""
    given = packages()["kualitas_biaya"]
    line = evolve(hps_line(), person_months=given.tender.hps.lines[1].quantity)
    terms = {"contract": Contract.WAKTU_PENUGASAN, "hps": hps(lines=(line,))}
    made = paper(evaluated(evolve(given, tender=evolve(given.tender, **terms))), WORKING_PAPER)
    found = {row[0]: row[1] for row in rows(section(made, "Metode"))}

    assert isinstance(line, HpsLine)
    assert (
        "(volume × orang-bulan menurut Dokumen Pemilihan × harga satuan penawaran)"
        in found["Koreksi aritmatik"]
    )
    assert rows(section(made, "Rincian Harga Satuan"))[0][1] == "100 m × 20"
