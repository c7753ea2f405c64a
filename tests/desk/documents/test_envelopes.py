"""What a record tells of prices that are opened later than the bids, or never."""

import pytest

from tests.desk.documents.data import rows, said, section
from tests.desk.documents.kinds import record


def closed(name):
    """What the section of prices says beside its tables."""
    return said(section(record(name), "Harga" if "SEL" not in record(name).title else "Biaya"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sistem_nilai", "Dokumen penawaran harga tidak dibuka: CV p3 Contoh."),
        ("dua_tahap", "Dokumen penawaran harga tidak dibuka: CV p2 Contoh."),
        ("kualitas", "Dokumen penawaran biaya tidak dibuka: CV p2 Contoh, CV p3 Contoh."),
        ("kualitas_gagal_pertama", "Dokumen penawaran biaya tidak dibuka: CV p3 Contoh."),
        ("pra_lalu_penawaran", "Dokumen penawaran harga tidak dibuka: CV p3 Contoh."),
    ],
)
def test_whose_envelope_stays_closed_is_said(name, words):
    """Who fell before, and in the method Kualitas whoever is not first."""
    assert words in closed(name)


def test_what_is_not_opened_yet_is_told_apart_from_what_never_is():
    """p3 fell at its criterion; the others wait for the opening."""
    assert closed("sistem_nilai_tersegel") == (
        "Belum ada dokumen penawaran harga yang dibuka. "
        "Dokumen penawaran harga tidak dibuka: CV p3 Contoh. "
        "Dokumen penawaran harga belum dibuka: CV p1 Contoh, CV p2 Contoh."
    )


@pytest.mark.parametrize("name", ["sistem_nilai", "pra_lalu_penawaran"])
def test_only_opened_prices_have_a_row(name):
    """p3 fell at the technical stage."""
    first = next(b for b in section(record(name), "Harga") if b["kind"] == "tabel")

    assert [row[0] for row in first["rows"]] == ["CV p1 Contoh", "CV p2 Contoh"]


def test_every_opening_of_prices_stands_with_its_time():
    """In the method Kualitas one opening a bidder."""
    found = rows(section(record("kualitas_gagal_pertama"), "Pemasukan"))

    assert [row[1] for row in found if row[0] == "Pembukaan dokumen penawaran biaya"] == [
        "Rabu, 18 Mei 2022 pukul 09.00 WIB",
        "Jumat, 27 Mei 2022 pukul 09.00 WIB",
    ]


def test_two_stages_tell_both_offers_and_the_equalization():
    """The revised offer has a column, a deadline and a stage of its own."""
    made = record("dua_tahap")
    blocks = section(made, "Pemasukan")
    table = [block for block in blocks if block["kind"] == "tabel"][-1]

    assert table["headers"][-1] == "Penyampaian penawaran tahap kedua"
    assert table["rows"][0][-1] == "Minggu, 15 Mei 2022 pukul 09.00 WIB"
    assert "Batas akhir pemasukan dokumen penawaran tahap kedua" in [row[0] for row in rows(blocks)]
    elements = [row[:2] for row in rows(section(made, "Metode"))]
    assert ["Penyetaraan teknis", "Penyetaraan teknis"] in elements
