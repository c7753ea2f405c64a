"""The formulas of SKP, KD and SKN in a record: with the factors that hold, and whose they are."""

from decimal import Decimal

import pytest

from tender_desk.documents.papers import BAHP, paper
from tender_engine.terms import Category
from tender_rules.stages.kd import TimesAsked
from tender_rules.stages.skn import FactorsAsked
from tender_rules.stages.skp import PackagesAsked
from tests.builders import KUALIFIKASI, asked, evaluated, hps, package
from tests.desk.documents.data import rows, section

D = Decimal
LKPP = "Peraturan LKPP 12/2021 Lampiran II angka 3.4.2 huruf a.1)b)"
SKP = "SKP = KP − jumlah paket yang sedang berjalan; KP {}; lulus apabila SKP paling kurang {}"
KD = "KD = {} × nilai pengalaman tertinggi (NPt){}; lulus apabila KD paling kurang nilai total HPS"
SKN = (
    "SKN = fp × fl × ekuitas − jumlah seluruh ((nilai kontrak − prestasi) × porsi) paket yang "
    "sedang berjalan; {}; lulus apabila SKN paling kurang {}"
)
BY_SIZE = (
    "usaha kecil 5, selain usaha kecil yang terbesar dari 6 dan 1,2 × N (paket terbanyak yang "
    "ditangani pada saat bersamaan dalam 5 tahun terakhir)"
)
WORKS = "pekerjaan_konstruksi"
UNSAID = "menurut Dokumen Pemilihan"
DOCUMENT = "Dokumen Pemilihan Nomor 027/01"


@pytest.mark.parametrize(
    ("asks", "category", "formula", "basis"),
    [
        (
            {"skp": True},
            WORKS,
            SKP.format(BY_SIZE, 1),
            f"{DOCUMENT}; {LKPP}",
        ),
        ({"skp": True}, "barang", SKP.format(UNSAID, 1), DOCUMENT),
        (
            {"skp": PackagesAsked(D(4), D("1.5"), "LDK 7")},
            WORKS,
            SKP.format(4, "1,5"),
            "Dokumen Pemilihan LDK 7",
        ),
        ({"kd": True}, WORKS, KD.format(3, ""), DOCUMENT),
        ({"kd": True}, "jasa_lainnya", KD.format(5, ""), DOCUMENT),
        ({"kd": True}, "barang", KD.format(f"pengali {UNSAID}", ""), DOCUMENT),
        (
            {"kd": TimesAsked(D("2.5"), 10, "LDK 8")},
            "barang",
            KD.format("2,5", " dalam 10 tahun terakhir"),
            "Dokumen Pemilihan LDK 8",
        ),
        (
            {"skn": True},
            WORKS,
            SKN.format(
                f"fp {UNSAID}, fl {UNSAID}", "10% × nilai total HPS, yaitu Rp200.000.000,00"
            ),
            DOCUMENT,
        ),
        (
            {"skn": FactorsAsked(D(7), D("0.6"), D("0.25"))},
            "barang",
            SKN.format("fp 7, fl 0,6", "25% × nilai total HPS, yaitu Rp500.000.000,00"),
            DOCUMENT,
        ),
    ],
)
def test_it_stands_with_its_figures(asks, category, formula, basis):
    """Under an HPS of two thousand million; what the document sets comes before the law's."""
    given = package(
        asks=asked(KUALIFIKASI, **asks),
        category=Category(category),
        hps=hps("2000000000", "0", None),
    )
    told = rows(section(paper(evaluated(given), BAHP), "Metode"))
    (found,) = [row for row in told if row[1].startswith(formula.split(" ")[0])]

    assert found[1].startswith(formula)
    assert found[2] == basis


def test_what_is_not_asked_has_no_formula():
    given = package(asks=asked(KUALIFIKASI, skp=False))
    told = rows(section(paper(evaluated(given), BAHP), "Metode"))

    assert not [row for row in told if row[1].startswith(("SKP", "KD", "SKN"))]
