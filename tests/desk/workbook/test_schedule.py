"""Kinds of events by the names that SPSE's schedule and papers have for them."""

import pytest

from tender_desk.workbook.kinds import CellError
from tender_desk.workbook.kinds.schedule import Happened, Scheduled
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.package_events import EVENT
from tests.desk.workbook.data import Desk, small, told
from tests.desk.workbook.test_kinds import Cell

KIND = Happened(kind["properties"]["type"]["const"] for kind in EVENT.schema()["oneOf"])


@pytest.mark.parametrize(
    ("typed", "kind", "of"),
    [
        ("Pemberian Penjelasan", "penjelasan", ""),
        ("Upload Dokumen Penawaran", "batas_pemasukan", "penawaran"),
        ("Batas Akhir Pemasukan Dokumen Penawaran", "batas_pemasukan", "penawaran"),
        ("Penyampaian Dokumen Prakualifikasi", "batas_pemasukan", "kualifikasi"),
        ("Penutupan pemasukan dokumen kualifikasi", "penutupan", "kualifikasi"),
        ("Pembukaan Dokumen Penawaran Sampul 1", "penutupan", "penawaran"),
        ("Pembukaan dan Evaluasi Penawaran File II", "pembukaan_harga", ""),
        ("Pembukaan dokumen penawaran biaya", "pembukaan_harga", ""),
        ("Klarifikasi dan Negosiasi Teknis dan Biaya", "negosiasi", ""),
        ("Penetapan Hasil Kualifikasi", "penetapan", "kualifikasi"),
        ("PENETAPAN PEMENANG", "penetapan", "pemilihan"),
        ("Pengumuman Hasil Prakualifikasi", "pengumuman", "kualifikasi"),
        ("Surat Penunjukan Penyedia Barang/Jasa", "sppbj", ""),
        ("Berakhirnya Masa Sanggah Banding", "akhir_masa_sanggah_banding", ""),
        ("Pengajuan Sanggah Banding", "sanggah_banding", ""),
        ("Kirim Persyaratan", None, ""),
    ],
)
def test_what_one_kind_alone_can_be(typed: str, kind: str | None, of: str) -> None:
    """With what it says it is about."""
    found = KIND.read(Cell(typed))

    assert found == (kind or typed)
    assert isinstance(found, Scheduled) is (kind is not None)
    assert getattr(found, "of", "") == of


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        # Its beginning typed as its end would end it at once.
        ("Masa Sanggah", "XLS251"),
        ("Masa Sanggah Hasil Kualifikasi", "XLS251"),
        ("Masa Sanggah Prakualifikasi", "XLS251"),
        ("Masa Sanggah Hasil Tender", "XLS251"),
        ("Masa Sanggah Banding", "XLS251"),
        # That of a tender is not that of a result.
        ("Pengumuman Prakualifikasi", "XLS255"),
        ("Pengumuman Pascakualifikasi", "XLS255"),
        ("Evaluasi Administrasi, Kualifikasi, Teknis, dan Harga", "XLS255"),
        ("Pembuktian Kualifikasi", "XLS255"),
        ("Penandatanganan Kontrak", "XLS255"),
        ("Download Dokumen Pemilihan", "XLS255"),
    ],
)
def test_what_of_the_schedule_is_no_event(typed: str, code: str) -> None:
    """It is told with where it stands instead, and not with the kind that is most like it."""
    with pytest.raises(CellError, match=code):
        KIND.read(Cell(typed))


def test_a_workbook_in_names_of_the_schedule_reads_as_the_same_package() -> None:
    """What a name says it is about need not be typed."""
    desk = Desk()
    for entry, name in (
        (2, "Upload Dokumen Penawaran"),
        (4, "Pembukaan Dokumen Penawaran File I"),
        (5, "Pembukaan Dokumen Penawaran File II"),
        (7, "Penetapan Pemenang"),
    ):
        desk.cell("Peristiwa", "Jenis", entry).value = name
        desk.cell("Peristiwa", "Tentang", entry).value = None
    reading = desk.read()

    assert not told(reading)
    assert reading.package is not None
    assert package_digest(reading.package) == package_digest(small())


def test_a_period_is_told_with_what_ends_and_begins_it() -> None:
    """Each by the words of the choices that there are for it."""
    desk = Desk()
    desk.cell("Peristiwa", "Jenis", 7).value = "Masa Sanggah Banding"
    (fault,) = desk.read().diagnose()
    told_ = "Pilih akhir masa sanggah banding, dengan waktu berakhirnya; atau sanggah banding"

    assert fault.hint.startswith(told_)
    assert fault.hint.endswith("mulai dengan jawaban sanggah.")


@pytest.mark.parametrize(
    ("name", "cell", "code"),
    [
        ("Penetapan Hasil Kualifikasi", "Peristiwa!C11", "XLS253"),
        ("Masa Sanggah", "Peristiwa!A11", "XLS251"),
    ],
)
def test_what_is_typed_beside_such_a_name(name: str, cell: str, code: str) -> None:
    """It has to be the same, and is told once."""
    desk = Desk()
    desk.cell("Peristiwa", "Jenis", 7).value = name

    assert told(desk.read()) == [(cell, code)]


def test_the_opening_of_bids_is_the_closing_in_one_file_alone() -> None:
    """Where the prices are in a file of their own it may be theirs."""
    desk = Desk()
    desk.cell("Peristiwa", "Jenis", 4).value = "Pembukaan Dokumen Penawaran"
    assert not told(desk.read())

    desk.field("Paket", "Pemasukan dokumen").value = "dua file"
    assert ("Peristiwa!A8", "XLS252") in told(desk.read())
