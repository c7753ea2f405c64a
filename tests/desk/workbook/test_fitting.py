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
        (
            {"Paket sebelumnya: jenis": "apa saja"},
            "Paket sebelumnya: jenis",
            "evaluasi ulang, penawaran ulang, tender ulang",
        ),
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


def cells_told(desk: Desk, cell: str) -> list[tuple[str, str]]:
    """The code and the hint of what is told of a cell."""
    return [(one.code, one.hint) for one in desk.read().diagnose() if one.cell == cell]


def meant(*words: str) -> list[tuple[str, str]]:
    """That these are suggested, and no others."""
    return [("PKT015", f"Mungkin yang dimaksud: {', '.join(words)}.")]


def test_a_stage_that_the_tender_has_not_is_not_suggested() -> None:
    """In one file nothing is made equal, and criteria are asked where people judge."""
    desk = Desk()
    desk.cell("Kriteria", "Tahap").value = "penyetaraan"
    ((code, hint),) = cells_told(desk, "Kriteria!A5")

    assert code == "PKT015"
    assert "penyetaraan" not in hint
    assert "penetapan" not in hint
    assert "evaluasi teknis" in hint

    desk.cell("Kriteria", "Tahap").value = "kualifikasi teknis"
    assert cells_told(desk, "Kriteria!A5") == meant("evaluasi teknis")


def test_what_an_act_is_about_fits_the_procedure() -> None:
    """Bids come once, with the qualification: neither a second file nor a list is suggested."""
    desk = Desk()
    desk.cell("Peristiwa", "Tentang", 2).value = "penawaran tahap dua sekali"
    assert cells_told(desk, "Peristiwa!C6") == meant("penawaran")

    desk.field("Paket", "Pemasukan dokumen").value = "dua tahap"
    assert cells_told(desk, "Peristiwa!C6") == meant("penawaran tahap dua")


@pytest.mark.parametrize(
    ("category", "typed", "fits"),
    [
        ("pekerjaan konstruksi", "sanggah bandng", "sanggah banding"),
        ("pekerjaan konstruksi", "banding", "sanggah banding, jawaban sanggah banding"),
        ("barang", "sanggah bandng", "sanggah"),
        ("barang", "jawaban sanggah bandng", "jawaban sanggah"),
        ("jasa lainnya", "klarifikasi jaminn", "klarifikasi"),
    ],
)
def test_an_event_that_the_category_does_not_know_is_not_suggested(
    category: str, typed: str, fits: str
) -> None:
    """Only works know an appeal, whatever else such an event would still lack."""
    desk = Desk()
    desk.field("Paket", "Jenis pengadaan").value = category
    cell = desk.cell("Peristiwa", "Jenis", 2)
    cell.value = typed

    assert cells_told(desk, f"Peristiwa!{cell.coordinate}") == meant(fits)


def test_of_what_is_like_none_only_what_the_tender_knows_is_told() -> None:
    """No appeal for goods, no prices apart in one file, nothing that has a sheet of its own."""
    desk = Desk()
    desk.field("Paket", "Jenis pengadaan").value = "barang"
    desk.field("Paket", "Metode evaluasi").value = "umur ekonomis"
    cell = desk.cell("Peristiwa", "Jenis", 2)
    cell.value = "zzz"
    ((_, hint),) = (one for one in cells_told(desk, "Peristiwa!A6") if one[0] == "PKT015")
    known = {*hint.removeprefix("Mungkin yang dimaksud: ").removesuffix(".").split(", ")}

    assert {"negosiasi", "sanggah", "penetapan"} < known
    beside = {"surat", "undangan", "berita acara", "pernyataan", "sanggah banding"}
    assert not known & {*beside, "pembukaan harga", "reverse auction", "..."}


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
def test_a_word_of_a_line_is_held_against_that_line_alone(sheet: str) -> None:
    """The part to which it belongs, of the document or of a bid."""
    desk = Desk()
    cell = desk.cell(sheet, "Bagian", 2)
    cell.value = "zzz"

    assert cells_told(desk, f"{sheet}!{cell.coordinate}") == meant("harga satuan", "lumsum")
