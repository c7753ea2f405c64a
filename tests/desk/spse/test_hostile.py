"""Files that are no page of SPSE, or meant to do harm, are refused by name, soon and small."""

import time
import tracemalloc

import pytest

from tender_desk.spse.page_reading import LARGEST, read_spse
from tender_desk.spse.page_values import PAGE_TEXTS as TEXTS
from tests.desk.spse.pages import page, table

ROW = ("PT Satu", "Rp 1,00")
HEADS = ("Nama Peserta", "Harga Penawaran")
MHTML = (
    b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n"
)


def refusal(data):
    """The code by which `data` is refused; it takes little time and memory to say so."""
    tracemalloc.start()
    began = time.perf_counter()
    reading = read_spse(data, "x.html")
    spent, (_, most) = time.perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Tracing makes it several times slower than it is.
    assert spent < 4
    assert most < 200 * 1024**2
    assert reading.tables == ()
    assert reading.refused is not None
    return reading.refused.code


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("SPS001", b" " * (LARGEST + 1)),
        ("SPS002", MHTML + page().encode()),
        ("SPS003", b"%PDF-1.7 x"),
        ("SPS003", b"PK\x03\x04xl/workbook.xml"),
        ("SPS003", b"\xd0\xcf\x11\xe0 old"),
        ("SPS004", b"Nama Peserta\tA\x81\xff\x8d"),
        ("SPS004", b"Nama Peserta\tHarga Penawaran\n\0PT\t1"),
        ("SPS005", b"<html>" + b"<div>" * 400 + page().encode()),
        ("SPS005", b"<table><tr><td>" * 50_000),
        ("SPS006", page(*[table(HEADS, [ROW])] * 201).encode()),
        ("SPS006", b"<table>" + b"<tr><td>x" * 5_001 + b"</table>"),
        ("SPS006", b"<table><tr>" + b"<td>x" * 101 + b"</table>"),
        ("SPS006", b"<table><tr><td colspan=99999999999>x</table>"),
        ("SPS006", b"Nama Peserta\tHarga Penawaran\n" + b"x\t1\n" * 5_001),
        ("SPS006", b"Nama Peserta\tNPWP\n" + b"\t" * 40_000 + b"x"),
        ("SPS006", b"x" * 9_000_000),
        ("SPS006", b'"' * 9_000_000),
        ("SPS006", b"<" * 9_000_000),
        ("SPS006", b"<p>" * 3_000_000),
        ("SPS006", b"<table>" + b"<tr>" * 2_000_000),
        ("SPS007", b"<table><tr><td>" + b"&nbsp;" * 1_500_000),
        ("SPS007", b"<html>" + b"x" * 9_000_000),
        ("SPS007", b""),
        ("SPS007", b"<html></html>"),
        ("SPS007", b"<!-- -->"),
        ("SPS007", b"Terjadi kesalahan pada aplikasi."),
        ("SPS007", b"<table><tr><td>menu</td></tr></table>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_is_refused(code, data):
    """With the code of what it is."""
    assert refusal(data) == code


def test_every_code_is_explained_in_both_languages():
    """With the same places to fill, as sentences."""
    for words in TEXTS.values():
        for text in (words.message_id, words.hint_id, words.message_en, words.hint_en):
            assert text.endswith(".")
        assert words.message_id.count("{") == words.message_en.count("{")


def test_entities_and_addresses_of_a_page_are_not_followed(tmp_path):
    """A page names a file of this machine, and nothing of it is read."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text("PT Rahasia", "utf-8")
    evil = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
        f'<html><body><iframe src="file://{secret}"></iframe>'
        "<table><tr><th>Nama Peserta<th>NPWP</tr><tr><td>PT &x;<td>-</tr></table>"
    )
    reading = read_spse(evil.encode(), "x.html")

    assert "Rahasia" not in repr(reading)
    assert reading.bidders[0].name.startswith("PT")


def test_a_cell_that_reaches_down_a_million_rows_ends_with_the_table():
    """It fills the rows that are there."""
    text = (
        "<table><tr><th>Nama Peserta<th>NPWP</tr>"
        "<tr><td rowspan=1000000>PT Satu<td>-</tr><tr><td>-</tr></table>"
    )

    assert [row.name for row in read_spse(text.encode(), "x").bidders] == ["PT Satu", "PT Satu"]


def test_a_long_number_is_no_amount():
    """Digits by the thousand are not multiplied."""
    reading = read_spse(page(table(HEADS, [("PT Satu", "9" * 100_000)])).encode(), "x")

    assert [remark.code for remark in reading.remarks] == ["SPS105"]


def test_names_that_would_be_markup_or_drive_a_terminal_stay_text():
    """They are carried as they stand and harm nobody here."""
    name = "PT &lt;script&gt;alert(1)&lt;/script&gt; &amp; Rekan =1+1"
    (row,) = read_spse(page(table(HEADS, [(name, "1,00")])).encode(), "x").bidders

    assert row.name == "PT <script>alert(1)</script> & Rekan =1+1"
