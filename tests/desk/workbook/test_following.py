"""What the law leaves one value for need not be typed; another value is told by its own checks."""

from typing import Any

import pytest

from tender_desk.workbook.following import add_what_follows
from tender_engine.formats.canonical import package_digest
from tests.desk.documents.worksheet.books import sample
from tests.desk.workbook.data import Desk

SELEKSI = "pengawasan-rumah-sakit"


def followed(tender: dict[str, Any]) -> dict[str, Any]:
    """A tender with what follows from what is said of it."""
    value = {"tender": {"requirements": {}, **tender}}
    add_what_follows(value)
    return value["tender"]


@pytest.mark.parametrize(
    ("category", "procedure", "envelope"),
    [
        # Perpres 16/2018 Pasal 44 ayat (5) huruf b, ayat (3) huruf b; Pasal 43 ayat (2).
        ("jasa_konsultansi_badan_usaha", "prakualifikasi", "dua_file"),
        ("jasa_konsultansi_perorangan", "pascakualifikasi", "dua_file"),
        ("barang", None, None),
        ("pekerjaan_konstruksi", None, None),
        ("entah", None, None),
        (None, None, None),
    ],
)
def test_what_a_category_leaves_no_choice_for(
    category: str | None, procedure: str | None, envelope: str | None
) -> None:
    """Consultants alone; a Tender has its choice, and so has who typed nothing."""
    found = followed({"category": category} if category else {})
    assert (found.get("procedure"), found.get("envelope")) == (procedure, envelope)


def test_what_is_typed_stays() -> None:
    """Though the law does not allow it, which its check tells."""
    found = followed({"category": "jasa_konsultansi_badan_usaha", "envelope": "satu_file"})
    assert found["envelope"] == "satu_file"


@pytest.mark.parametrize(
    ("technical", "of_price"),
    [("80", "20"), ("62.5", "37.5"), ("200/3", "100/3"), ("100", None), ("delapan", None)],
)
def test_the_weights_make_a_hundred(technical: str, of_price: str | None) -> None:
    """Where technical and price are weighed against each other, and nowhere else."""
    weighed = {"evaluasi_teknis": {"weight": technical}}
    found = followed({"method": "kualitas_biaya", "requirements": weighed})
    assert found["requirements"].get("evaluasi_harga", {}).get("weight") == of_price
    weighed = {"evaluasi_teknis": {"weight": technical}}
    found = followed({"method": "kualitas", "requirements": weighed})
    assert "evaluasi_harga" not in found["requirements"]


def test_a_workbook_without_them_is_the_same_package() -> None:
    """Three cells that nobody has to fill."""
    desk = Desk(sample(SELEKSI))
    for sheet, title in (
        ("Paket", "Kualifikasi"),
        ("Paket", "Pemasukan dokumen"),
        ("Persyaratan", "Bobot harga (%)"),
    ):
        cell = desk.field(sheet, title)
        assert cell.value is not None
        cell.value = None
    package = desk.read().package
    assert package is not None
    assert package_digest(package) == package_digest(sample(SELEKSI))
