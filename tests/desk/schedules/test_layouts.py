"""Price schedules of the usual layouts are read; every figure here is worked by hand."""

import pytest

from tests.desk.schedules.books import DOCUMENT, codes, hps, read, written

HEADS = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
LINES = [
    ("L1", "100", "50000", "5000000"),
    ("L2", "12.5", "1200000.5", "15000006.25"),
    ("L3", "1000", "15000", "15000000"),
]
SPSE = [
    ["RINCIAN PENAWARAN"],
    [],
    [
        "Jenis Barang/Jasa",
        "Satuan",
        "Volume",
        "Harga Satuan (Rp.)",
        "Pajak (%)",
        "Pajak (Rp.)",
        "Total (Rp.)",
        "Keterangan",
    ],
    ["PEKERJAAN TANAH", None, 0, 0, 0, 0, 0],
    ["Galian tanah biasa", "m3", 100, 50000, 11, "=C5*D5*E5/100", "=C5*D5+F5"],
    ["Beton mutu sedang", "m3", 12.5, 1200000.5, 11, "=C6*D6*E6/100", "=C6*D6+F6"],
    ["Besi tulangan polos", "kg", 1000, 15000, 11, "=C7*D7*E7/100", "=C7*D7+F7"],
    ["Subtotal", None, None, None, None, None, "=C5*D5+C6*D6+C7*D7"],
    ["PPN 11%", None, None, None, None, None, "=SUM(F5:F7)"],
    ["Total", None, None, None, None, None, "=SUM(G5:G7)"],
    ["Terbilang: tiga puluh delapan juta"],
    ["Kota, 4 Mei 2022"],
    ["Direktur PT Maju"],
]
BINA_MARGA = [
    ["DAFTAR KUANTITAS DAN HARGA"],
    [
        "No. Mata Pembayaran",
        "Uraian",
        "Satuan",
        "Perkiraan Kuantitas",
        "Harga Satuan (Rupiah)",
        "Jumlah Harga-Harga (Rupiah)",
    ],
    ["(a)", "(b)", "(c)", "(d)", "(e)", "(f) = (d) x (e)"],
    ["DIVISI 1. PEKERJAAN TANAH"],
    ["L1", "Galian tanah biasa", "M³", 100, 50000, "=D5*E5"],
    ["Jumlah Harga Pekerjaan DIVISI 1 (masuk pada Rekapitulasi)", None, None, None, None, "=F5"],
    ["DIVISI 2. STRUKTUR"],
    ["L2", "Beton mutu sedang", "M3", 12.5, 1200000.5, "=D8*E8"],
    ["L3", "Besi tulangan polos", "Kg", 1000, 15000, "=D9*E9"],
    ["Jumlah Harga Pekerjaan DIVISI 2", None, None, None, None, "=SUM(F8:F9)"],
    ["REKAPITULASI"],
    ["A. Jumlah Harga Pekerjaan (termasuk Biaya Umum)", None, None, None, None, "=F6+F10"],
    ["B. Pajak Pertambahan Nilai (PPN) = 11% x A", None, None, None, None, "=11%*F12"],
    ["C. JUMLAH TOTAL HARGA PEKERJAAN = A + B", None, None, None, None, "=F12+F13"],
    ["DIBULATKAN", None, None, None, None, "=ROUNDDOWN(F14,-3)"],
    ["Terbilang :", "Tiga puluh delapan juta delapan ratus lima puluh ribu rupiah"],
]
UPLOAD = [
    ["Jenis Barang/Jasa", "Satuan", "Vol", "Harga", "Pajak %", "Keterangan"],
    ["Galian tanah biasa", "m3", 100, 50000, 11, None],
    ["Beton mutu sedang", "m3", 12.5, 1200000.5, 11, "beton siap pakai"],
    ["Besi tulangan polos", "kg", 1000, 15000, 11, None],
]
OFFICE = [
    ["PEMERINTAH KABUPATEN ANDAI"],
    ["Kegiatan", ": Pembangunan"],
    ["Tahun", ": 2022"],
    [],
    [
        "No",
        "Uraian Barang/Jasa",
        "Spesifikasi",
        "Satuan",
        "Volume",
        "Harga Survey",
        "Harga HPS/Satuan",
        "Total HPS",
    ],
    ["1", "2", "3", "4", "5", "6", "7", "8"],
    [1, "Galian tanah biasa", "-", "m3", "100", "49.000", "50.000", "=G7*E7"],
    [2, "Beton mutu sedang", "K-250", "m3", "12,5", "1.100.000", "1.200.000,50", "=G8*E8"],
    [3, "Besi tulangan polos", "U-24", "kg", "1.000", "14.000", "15.000", "=G9*E9"],
    ["Jumlah", None, None, None, None, None, None, "=SUM(H7:H9)"],
]


def skipped(reading):
    """The rows left out, by number and why."""
    return {int(row.cell.split("!")[1].lstrip("ABCDEFGH")): row.why for row in reading.rows}


def roles(reading):
    return {column.letter: column.role for column in reading.columns}


def noted(reading, code):
    return [(note.cell, note.value) for note in reading.notes if note.code == code]


def test_the_rincian_of_spse():
    """Totals include PPN there: amounts are read net, and the total at the foot with PPN.

    5,000,000 + 15,000,006.25 + 15,000,000 = 35,000,006.25; with 11 % that is 38,850,006.9375.
    """
    reading = read(SPSE)

    assert codes(reading) == []
    assert written(reading) == LINES
    assert [line["vat_percent"] for line in reading.lines] == ["11"] * 3
    assert (reading.schedule_total, reading.schedule_total_cell) == ("38850006.9375", "Rincian!G10")
    assert skipped(reading) == {
        1: "di_atas",
        2: "kosong",
        3: "judul_kolom",
        4: "judul_bagian",
        8: "subjumlah",
        9: "ppn",
        10: "total",
        11: "terbilang",
        12: "catatan",
        13: "catatan",
    }
    assert roles(reading) == {
        "A": "description",
        "B": "unit",
        "C": "quantity",
        "D": "unit_price",
        "E": "vat_percent",
        "F": "vat_amount",
        "G": "amount",
        "H": "",
    }
    assert noted(reading, "net_of_vat") == [("Rincian!G3", "")]
    assert reading.cells[1, "unit_price"] == "Rincian!D6"
    assert reading.cells[2, "amount"] == "Rincian!G7"


def test_the_boq_of_bina_marga():
    """Divisions, their sums, and a total rounded down: 38,850,006.9375 to 38,850,000."""
    reading = read(BINA_MARGA)

    assert codes(reading) == []
    assert written(reading) == LINES
    assert (reading.schedule_total, reading.schedule_total_cell) == ("38850000", "Rincian!F15")
    assert noted(reading, "total_rounded") == [("Rincian!F15", "38850006.9375 → 38850000")]
    assert [why for row, why in sorted(skipped(reading).items())] == [
        "di_atas",
        "judul_kolom",
        "penomoran_kolom",
        "judul_bagian",
        "subjumlah",
        "judul_bagian",
        "subjumlah",
        "judul_bagian",
        "total",
        "ppn",
        "total",
        "dibulatkan",
        "terbilang",
    ]


def test_an_upload_without_totals():
    """The amount is then not written, and nothing is made up."""
    reading = read(UPLOAD)

    assert codes(reading) == []
    assert written(reading) == [(*line[:3], None) for line in LINES]
    assert reading.schedule_total is None
    assert noted(reading, "no_total")


def test_the_list_of_an_office_with_numbers_as_text():
    """`'1.000'` is a thousand; a formula that multiplies texts is computed all the same.

    Its price column is headed as the HPS: it is taken for want of another, and that is said.
    """
    reading = read(OFFICE)

    assert codes(reading) == []
    assert written(reading) == LINES
    assert roles(reading)["F"] == ""
    assert [cell for cell, _ in noted(reading, "owner_column")] == ["Rincian!G5", "Rincian!H5"]
    assert ("Rincian!E9", "1.000 → 1000") in noted(reading, "text_number")
    assert ("Rincian!G8", "1.200.000,50 → 1200000.5") in noted(reading, "text_number")
    assert reading.schedule_total is None
    assert noted(reading, "total_before_vat")


def test_a_lumsum_list_of_outputs():
    """Only totals: no unit price is made of them."""
    document = (hps("K1", "Laporan akhir", "dokumen", "5"), hps("K2", "Peta tematik", "set", "2"))
    reading = read(
        [
            ["Keluaran", "Satuan", "Total Harga"],
            ["Laporan akhir", "dokumen", 7_000_000],
            ["Peta tematik", "set", "3.500.000,25"],
            ["Jumlah (sebelum PPN)", None, "=SUM(C2:C3)"],
        ],
        document,
    )

    assert codes(reading) == []
    assert written(reading) == [("K1", None, None, "7000000"), ("K2", None, None, "3500000.25")]
    assert reading.schedule_total is None


def test_a_pair_of_volumes_is_months_for_consultants():
    """Tenaga ahli: 2 orang, 6 bulan, Rp10.000.000 a month."""
    document = (hps("T1", "Ketua tim", "orang", "1", person_months="6"),
                hps("T2", "Ahli madya", "orang", "2", person_months="4.5"))  # fmt: skip
    rows = [
        ["Jenis Barang/Jasa", "Satuan", "Volume", "Satuan", "Volume", "Harga/Biaya", "Total"],
        ["Ketua tim", "orang", 1, "bulan", 6, 20_000_000, "=C2*E2*F2"],
        ["Ahli madya", "orang", 2, "bulan", 4.5, 15_000_000, "=C3*E3*F3"],
    ]
    reading = read(rows, document)

    assert codes(reading) == []
    assert [(x["quantity"], x["person_months"], x["amount"]) for x in reading.lines] == [
        ("1", "6", "120000000"),
        ("2", "4.5", "135000000"),
    ]
    assert codes(read(rows, (document[0], hps("T2", "Ahli madya", "orang", "2")))) == [
        ("XLS073", "Rincian!E3")
    ]


def test_a_header_of_two_rows_with_merged_cells():
    """`Harga` over `Satuan` and `Jumlah`; `Pajak` over `(%)` and `(Rp)`."""
    rows = [
        ["No", "Uraian Pekerjaan", "Sat", "Vol", "Harga", None, "Pajak", None],
        [None, None, None, None, "Satuan", "Jumlah", "(%)", "(Rp)"],
        [1, "Galian tanah biasa", "m3", 100, 50000, "=D3*E3", 11, "=F3*G3%"],
    ]

    def merge(made):
        for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"):
            made.active.merge_cells(cells)

    reading = read(rows, DOCUMENT[:1], merge)

    assert codes(reading) == []
    assert list(roles(reading).values()) == [
        "number",
        "description",
        "unit",
        "quantity",
        "unit_price",
        "amount",
        "vat_percent",
        "vat_amount",
    ]
    assert written(reading) == LINES[:1]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Harga Satuan\n(Rp)", "unit_price"),
        ("HARGA SATUAN (e)", "unit_price"),
        ("Harga Satuan Penawaran", "unit_price"),
        ("Jumlah Harga (f = d x e)", "amount"),
        ("Jumlah Harga (sebelum PPN)", "amount"),
        ("Jumlah Harga (termasuk PPN)", "amount_with_vat"),
        ("Total sudah termasuk pajak", "amount_with_vat"),
        ("Harga Satuan termasuk PPN", "unit_price_with_vat"),
        ("Harga (Rp) sudah termasuk PPN 11%", "unit_price_with_vat"),
        ("Keterangan (termasuk PPN)", ""),
        ("Total belum termasuk PPN", "amount"),
        ("Total Harga (Rp.)", "amount"),
        ("PPN 11%", "vat_amount"),
        ("PPN (Rp)", "vat_amount"),
        ("% PPN", "vat_percent"),
        ("TKDN (%)", "tkdn_percent"),
        ("Harga Satuan HPS", ""),
        ("% terhadap HPS", ""),
        ("Kunci Baris", ""),
        ("Merek", ""),
    ],
)
def test_a_column_is_known_by_its_words(title, role):
    rows = [["Uraian", "Satuan", "Volume", "Biaya Satuan" if role != "unit_price" else "x", title]]

    assert {c.letter: c.role for c in read([*rows, ["Galian tanah biasa", "m3", 1, 1, 1]]).columns}[
        "E"
    ] == role


def test_the_headers_may_stand_in_any_order():
    rows = [
        ["Jumlah Harga", "Harga Satuan", "Volume", "Satuan", "Uraian"],
        ["=B2*C2", 50000, 100, "m3", "Galian tanah biasa"],
    ]

    assert written(read(rows, DOCUMENT[:1])) == LINES[:1]


def test_headers_repeated_on_a_new_page_are_no_line():
    head = ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"]
    rows = [
        head,
        ["Galian tanah biasa", "m3", 100, 50000, "=C2*D2"],
        ["Jumlah dipindahkan", None, None, None, "=E2"],
        head,
        ["Jumlah pindahan", None, None, None, "=E3"],
        ["Besi tulangan polos", "kg", 1000, 15000, "=C6*D6"],
        ["Jumlah", None, None, None, "=E5+E6"],
        ["PPN 11%", "%", 11, None, "=E7*11%"],
        ["Total", "Rp", None, None, "=E7+E8"],
    ]
    reading = read(rows, (DOCUMENT[0], DOCUMENT[2]))

    assert codes(reading) == []
    assert written(reading) == [LINES[0], LINES[2]]
    assert skipped(reading) == {
        1: "judul_kolom",
        3: "subjumlah",
        4: "judul_kolom",
        5: "subjumlah",
        7: "total",
        8: "ppn",
        9: "total",
    }
    assert reading.schedule_total == "22200000"


@pytest.mark.parametrize("title", ["Jumlah Harga", "Jumlah"])
def test_an_amount_before_the_tax_and_a_total_after_it(title):
    """The first is net; the total at the foot is that of the last."""
    rows = [
        ["Uraian", "Satuan", "Volume", "Harga Satuan", title, "PPN (Rp)", "Total"],
        ["Galian tanah biasa", "m3", 100, 50000, "=C2*D2", "=E2*11%", "=E2+F2"],
        ["Total", None, None, None, "=E2", "=F2", "=G2"],
    ]
    reading = read(rows, DOCUMENT[:1])

    assert codes(reading) == []
    assert written(reading) == LINES[:1]
    assert roles(reading)["G"] == "amount_with_vat"
    assert (reading.schedule_total, reading.schedule_total_cell) == ("5550000", "Rincian!G3")


def test_sums_whose_words_stand_beside_their_figures():
    """As most offices write them: in the column of unit prices, or of units.

    100 x 50,000 = 5,000,000; with 11 % 5,550,000.
    """
    rows = [
        ["No", *HEADS],
        ["I", "PEKERJAAN PERSIAPAN"],
        ["1", "Galian tanah biasa", "m3", 100, 50000, "=D3*E3"],
        [None, None, None, None, "Sub Jumlah I", "=SUM(F3:F3)"],
        [None, None, "JUMLAH", None, None, "=F4"],
        [None, None, None, None, "PPN 11%", "=F5*0.11"],
        [None, None, None, None, "TOTAL", "=F5+F6"],
        [None, None, None, None, "DIBULATKAN", "=ROUNDDOWN(F7,-5)"],
        [None, "Terbilang :", "Lima juta lima ratus ribu rupiah"],
        [None, None, None, None, "Andai, 4 Mei 2022"],
        [None, None, None, None, "PT Maju 1"],
    ]
    reading = read(rows, DOCUMENT[:1])

    assert codes(reading) == []
    assert [skipped(reading)[row] for row in range(4, 12)] == [
        "subjumlah",
        "total",
        "ppn",
        "total",
        "dibulatkan",
        "terbilang",
        "catatan",
        "catatan",
    ]
    assert (reading.schedule_total, reading.schedule_total_cell) == ("5500000", "Rincian!F8")


def test_a_sum_between_lines_is_no_total():
    rows = [
        HEADS,
        ["Galian tanah biasa", "m3", 100, 50000, "=C2*D2"],
        ["Jumlah", None, None, None, "=E2"],
        ["Beton mutu sedang", "m3", 12.5, 1200000.5, "=C4*D4"],
        ["Jumlah", None, None, None, "=E4"],
    ]
    reading = read(rows, DOCUMENT[:2])

    assert skipped(reading) == {1: "judul_kolom", 3: "subjumlah", 5: "total"}


def test_equipment_that_begins_with_total_is_a_line():
    """A Total Station is surveyed with; it has a unit and a price."""
    document = (hps("A1", "Total Station", "unit", "1"),)
    rows = [["Uraian", "Satuan", "Volume", "Harga Satuan"], ["Total Station", "unit", 1, 9000]]

    assert written(read(rows, document)) == [("A1", "1", "9000", None)]


def test_whoever_signs_at_the_foot_is_no_line():
    """In any column; before the foot, a row without figures and words for a line is a title."""
    rows = [
        HEADS,
        [None, None, "PEKERJAAN TANAH"],
        ["Galian tanah biasa", "m3", 100, 1, "=C3*D3"],
        ["Jumlah", None, 100, 1, "=SUM(E3:E3)"],
        ["PPN 11%", None, None, None, "=E4*11%"],
        ["Total", None, None, None, "=E4+E5"],
        [None, None, None, "Andai, 4 Mei", None],
        ["Penawar", "Direktur", None, "PT Maju", "Umpama"],
        ["*) termasuk ongkos angkut", "-", None, None, None],
    ]
    reading = read(rows, DOCUMENT[:1])

    assert codes(reading) == []
    assert list(skipped(reading).values()) == [
        "judul_kolom",
        "judul_bagian",
        "total",
        "ppn",
        "total",
        "catatan",
        "catatan",
        "catatan",
    ]
    assert reading.schedule_total == "111"


@pytest.mark.parametrize(
    ("foot", "total"),
    [
        ([["Jumlah", 100], ["PPN", 11], ["Total", 111]], "111"),
        ([["Jumlah", 100], ["PPN", 11], ["Jumlah", 111], ["Dibulatkan", 110]], "110"),
        ([["Total termasuk PPN", 111]], "111"),
        ([["Total setelah pajak", 111], ["Dibulatkan", 110]], "111"),
        ([["Total", 100]], None),
        ([["Total belum termasuk PPN", 100]], None),
        ([["Total (sebelum PPN)", 100], ["Dibulatkan", 100]], None),
        ([["Jumlah", 100], ["PPN", 11]], None),
        ([["Jumlah + PPN", 111]], "111"),
        ([["Jumlah A + B", 100]], None),
        ([["Jumlah & Pajak", 111]], "111"),
        ([["Total", None]], None),
        ([], None),
    ],
)
def test_the_total_at_the_foot_is_taken_only_with_vat(foot, total):
    """Where its words say so, or a row of PPN stands before it."""
    rows = [
        ["Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah Harga"],
        ["Galian tanah biasa", "m3", 100, 1, 100],
        *([words, None, None, None, figure] for words, figure in foot),
    ]
    reading = read(rows, DOCUMENT[:1])

    assert codes(reading) == []
    assert reading.schedule_total == total
