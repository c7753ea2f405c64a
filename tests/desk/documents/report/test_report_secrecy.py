"""What is internal stands in no public report, and what is sealed in none at all."""

import re

import pytest

from tender_desk.documents.report import report
from tender_desk.documents.report.sections import DRAWN_ELSEWHERE
from tender_desk.documents.view import View
from tender_desk.documents.working_paper import working_paper
from tender_rules import national
from tests.builders import bidder, evaluated, line, priced
from tests.desk.documents.data import given, three
from tests.desk.documents.kinds import KINDS, TOTALS
from tests.desk.documents.report.pages import page, sample, text_of, told
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, opened, spelled


@pytest.mark.parametrize("what", INSIDE)
def test_what_is_internal_is_in_the_internal_report_only(what):
    """format.md, who may see what: unit prices, amounts as written, dissent, notices, facts."""
    public, inside = report(marked(), public=True), report(marked())

    assert any(text in inside for text in spelled(INSIDE[what]))
    assert not any(text in public for text in spelled(INSIDE[what]))


@pytest.mark.parametrize(
    "words",
    [
        "KODE_INTERNAL",
        "Setiap sel yang dikoreksi",
        "Penilaian anggota",
        "pendapat berbeda",
        "Pemberitahuan Internal",
        "Kertas Kerja",
        "Rincian Harga Satuan",
        "Fakta: ",
        "price.ceiling",
        NPWP,
    ],
)
def test_whole_parts_stay_inside(words):
    """Each is in the internal report, so that its absence outside tells something."""
    inside, public = text_of(page(marked())), text_of(page(marked(), public=True))

    assert words in inside
    assert words not in public


def test_a_notice_for_everybody_is_told_to_everybody():
    """And a NIK to nobody."""
    for public in (False, True):
        text = report(marked(), public=public)

        assert "PESANUNTUKUMUM" in text
        assert NIK not in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("irigasi-bawah-80", "Analisis kewajaran harga"),
        ("irigasi-bawah-80", "Kertas Kerja Evaluasi Kewajaran Harga"),
        ("alat-kesehatan-tkdn", "Penghitungan Preferensi Harga"),
    ],
)
def test_worksheets_and_findings_on_unit_prices_stay_inside(name, words):
    """What rests on unit prices is not even named outside."""
    assert words in text_of(page(sample(name)))
    assert words not in text_of(page(sample(name), public=True))


@pytest.mark.parametrize("param", ["fairness.asked_lines", "fairness.coefficient_fallback"])
def test_values_that_rest_on_unit_prices_are_not_told_outside(param):
    """Outside nobody learns that an analysis was asked for."""
    words = national().parameters[param].words.id

    assert words in text_of(page(sample("irigasi-bawah-80")))
    assert words not in text_of(page(sample("irigasi-bawah-80"), public=True))


def test_harga_satuan_timpang_is_not_named_outside():
    """Some sample has one, and its ratio."""
    found = [
        n
        for n in (
            "bendung-irigasi",
            "gedung-puskesmas",
            "irigasi-bawah-80",
            "mebel-sekolah",
            "jalan-kabupaten",
        )
        if "timpang" in text_of(page(sample(n))).lower()
    ]

    assert found
    for name in found:
        public = text_of(page(sample(name), public=True)).lower()
        assert "daftar harga satuan timpang" not in public
        assert "harga satuan untuk klarifikasi" not in public


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("public", [False, True])
def test_no_report_tells_a_price_that_stays_closed(name, public):
    """Two files, two stages, one after the other."""
    text = report(KINDS[name], public=public)

    for who, total in TOTALS.items():
        assert told(total, text) == (who in opened(KINDS[name])), who


def test_a_price_without_a_bid_appears_nowhere():
    """Though the package holds it; unit prices included."""
    lines = (line("L1", "100", "9876543"), line("L2", "20", "4321098"))
    sealed = bidder("p9", price=priced("1192226451", *lines), submitted=False)
    evaluation = evaluated(given(*three(), sealed))

    for public in (False, True):
        text = report(evaluation, public=public)
        assert "CV p9 Contoh" in text
        assert not any(told(amount, text) for amount in ("1192226451", "9876543", "4321098"))
    assert told("9500000", report(evaluation))


def test_the_parts_that_are_drawn_elsewhere_are_parts_of_the_working_paper():
    """Else a part would stand twice without anybody noticing."""
    view = View.of(marked(), internal=True)

    assert set(DRAWN_ELSEWHERE) <= {title for title, _ in working_paper(view)}


def test_every_part_of_the_working_paper_that_is_not_drawn_elsewhere_is_there():
    """Folded, under its own title."""
    evaluation = sample("irigasi-bawah-80")
    titles = {title for title, _ in working_paper(View.of(evaluation, internal=True))}
    (paper,) = page(evaluation).xpath("//section[@id='kertas-kerja']")

    assert {text_of(x) for x in paper.xpath("./details/summary")} == titles - set(DRAWN_ELSEWHERE)
    assert re.search(r"Harga satuan penawaran", text_of(paper))
