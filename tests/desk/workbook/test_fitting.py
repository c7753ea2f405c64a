"""What is suggested to who typed what is no choice: of the words that fit the tender."""

import pytest

from tests.desk.workbook.data import Desk

CONSULTANCY = {
    "Jenis pengadaan": "jasa konsultansi badan usaha",
    "Kualifikasi": "prakualifikasi",
    "Pemasukan dokumen": "dua file",
    "Metode evaluasi": "kualitas",
    "Jenis kontrak": "lumsum",
}


@pytest.mark.parametrize(
    ("form", "title", "known"),
    [
        (
            {"Metode evaluasi": "Harga Terendah"},
            "Metode evaluasi",
            "harga terendah sistem gugur, harga terendah ambang batas",
        ),
        (
            {"Metode evaluasi": "biaya terendah sekali"},
            "Metode evaluasi",
            "harga terendah ambang batas, harga terendah sistem gugur, sistem nilai, umur ekonomis",
        ),
        ({**CONSULTANCY, "Metode evaluasi": "harga terendah"}, "Metode evaluasi", "biaya terendah"),
        ({**CONSULTANCY, "Pemasukan dokumen": "satu berkas"}, "Pemasukan dokumen", "dua file"),
        ({**CONSULTANCY, "Jenis kontrak": "harga satuan"}, "Jenis kontrak", None),
        (
            {"Jenis kontrak": "waktu"},
            "Jenis kontrak",
            "gabungan, harga satuan, lumsum, putar kunci",
        ),
    ],
)
def test_what_does_not_fit_is_not_suggested(
    form: dict[str, str], title: str, known: str | None
) -> None:
    """A term to which the law objects is no help, however like it is to what was typed."""
    desk = Desk()
    for name, value in form.items():
        desk.field("Paket", name).value = value
    cell = f"Paket!{desk.field('Paket', title).coordinate}"
    told = [fault for fault in desk.read().diagnose() if fault.cell == cell]

    assert [fault.code for fault in told if fault.code == "PKT015"] == ["PKT015"] * bool(known)
    for fault in told if known else ():
        assert fault.hint == f"Mungkin yang dimaksud: {known}."
