"""What each kind of cell writes, reads back, and refuses by name."""

import datetime as dt
import re
from decimal import Decimal, localcontext
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.workbook.kinds import (
    BLANKABLE,
    CLAUSE,
    FLAG,
    LEFT_BLANK,
    LINES,
    MARKED,
    NAME,
    NUMBER,
    NUMBER_ONLY,
    PAPER_NUMBER,
    PERCENT,
    PROSE,
    RATE,
    SAYING,
    TEXT,
    WHOLE,
    WORDS,
    CellError,
    Choice,
    Code,
    Kind,
    Listed,
    Mail,
)
from tender_desk.workbook.kinds.evidence import EVIDENCE, TOTALS
from tender_desk.workbook.reading.local import Local
from tender_engine.formats.signs import composed
from tender_engine.formats.source import NumberText
from tender_engine.numbers import plain
from tender_engine.terms import Method
from tests.tries import tries

CODE, CHOICE = Code(), Choice(Method)
LIST, AMOUNTS = Listed(TEXT), Listed(NUMBER.within(Local(unit="Rp")))
moment = dt.datetime.fromisoformat
# An exact number of the format: at most 18 digits before the point and 6 after it.
EXACT = st.decimals(0, Decimal("999999999999999999.999999"), places=6).map(plain)


@frozen
class Cell:
    """What stands in a cell."""

    value: Any
    number_format: str = "General"


def refusal(kind: Kind, value: Any, number_format: str = "General") -> tuple[str, str]:
    """The code of a cell that cannot be read, and what it repeats of it."""
    with pytest.raises(CellError) as refused:
        kind.read(Cell(value, number_format))
    return refused.value.code, refused.value.params.get("found", "")


def as_kept(value: Any) -> Any:
    """A number as a file holds it: the double that its decimal text means."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (TEXT, "CV Maju", "CV Maju"),
        (TEXT, "  CV Maju\xa0 ", "CV Maju"),
        (TEXT, "CV\xa0Maju  Jaya", "CV\xa0Maju  Jaya"),
        (TEXT, "=1+1", "=1+1"),
        (TEXT, "'petik", "'petik"),
        (TEXT, 7, "7"),
        (TEXT, 7.0, "7"),
        (TEXT, 1.1, "1.1"),
        (TEXT, Decimal("1E+3"), "1000"),
        (TEXT, True, "TRUE"),
        (TEXT, "", None),
        (TEXT, " \n ", None),
        (TEXT, None, None),
        (TEXT, "a_x0041_b", "a_x0041_b"),
        (PROSE, "a_x000d_b_x0001_", "a\rb\x01"),
        (TEXT, "a_xFFFE_b", "a\ufffeb"),
        (TEXT, "a_x005F_b", "a_x005F_b"),
        (TEXT, "a_x005F_x0041_b", "a_x0041_b"),
        (TEXT, "a_x00zz_b_x12_", "a_x00zz_b_x12_"),
        (TEXT, "Jalan Merdeka\t1,\r\nBandung", "Jalan Merdeka 1, Bandung"),
        (TEXT, "Te\u0301knik", "Téknik"),
        (PROSE, "  dua\n baris ", "  dua\n baris "),
        (PROSE, "dua_x000D_\nbaris", "dua\nbaris"),
        (PROSE, " ", " "),
        (PROSE, "", None),
        (CODE, "0123456789012345", "0123456789012345"),
        (CODE, " 01.234.567.8-901.000 ", "01.234.567.8-901.000"),
        (CODE, None, None),
        (WORDS, "12345", "12345"),  # typed as a text
        (NUMBER, 0, "0"),
        (NUMBER, 0.1, "0.1"),
        (NUMBER, 0.1 + 0.2, "0.3"),
        (NUMBER, 1234567.8900000001, "1234567.89"),
        (NUMBER, 999999999999999, "999999999999999"),
        (NUMBER, Decimal("1234567890123456"), "1234567890123456"),
        (NUMBER, 1e-06, "0.000001"),
        (NUMBER, 1e-07, "0.0000001"),
        (NUMBER, Decimal("2.50"), "2.5"),
        (NUMBER, "1.234.567,89", "1234567.89"),
        (NUMBER.within(Local(unit="Rp")), "1.234", "1234"),
        (NUMBER, " Rp 1.000,- ", "1000"),
        (NUMBER, "Rp\u202f1\u2009250\xa0000,50", "1250000.5"),
        (NUMBER, "1,234.50", "1234.5"),
        (NUMBER, "1,250,000", "1250000"),
        (NUMBER, "１.２５０.０００", "1250000"),
        (NUMBER, "−5", "-5"),
        (NUMBER, "'1.000,-_x000D_\n", "1000"),
        (PERCENT, "0,5%", "0.5"),
        (PERCENT, "\xa045\xa0", "45"),
        (NUMBER, "123.456.789.012.345.678,123456", "123456789012345678.123456"),
        (NUMBER, "-5", "-5"),
        (NUMBER, "  ", None),
        (NUMBER, None, None),
        (WHOLE, 90, NumberText("90")),
        (WHOLE, 90.0, NumberText("90")),
        (WHOLE, "90", NumberText("90")),
        (WHOLE, 90.5, NumberText("90.5")),
        (BLANKABLE, "-", LEFT_BLANK),
        (BLANKABLE, " – ", LEFT_BLANK),
        (BLANKABLE, "—\xa0", LEFT_BLANK),
        (BLANKABLE, None, None),
        (BLANKABLE, 0, "0"),
        (FLAG, "ya", True),
        (FLAG, " YA ", True),
        (FLAG, "✓", True),
        (FLAG, "Tidak", False),
        (FLAG, True, True),
        (FLAG, False, False),
        (FLAG, " ", None),
        (FLAG, None, None),
        (CHOICE, "Sistem Nilai", "sistem_nilai"),
        (CHOICE, "  sistem-nilai", "sistem_nilai"),
        (CHOICE, "sistem  nilai", "sistem_nilai"),
        (CHOICE, "sistem\u2011\nnilai", "sistem_nilai"),
        (CHOICE, "sistim nilai", "sistim nilai"),
        (CHOICE, None, None),
        (LIST, "m1; m2 ;m3;", ["m1", "m2", "m3"]),
        (LIST, "-", []),
        (LIST, "–", []),
        (LIST, 7, ["7"]),
        (LIST, None, None),
        (AMOUNTS, "1.000; 2.000,5", ["1000", "2000.5"]),
        (AMOUNTS, 1.234, ["1.234"]),
        (AMOUNTS, Decimal("12.345"), ["12.345"]),
        (AMOUNTS, 1000000, ["1000000"]),
        (EVIDENCE, "surat.pdf | 3\n\n jaminan.pdf ", [
            {"file": "surat.pdf", "page": "3"}, {"file": "jaminan.pdf"}
        ]),
        (EVIDENCE, "-", []),
        (EVIDENCE, None, None),
        (TOTALS, "p1 = 1.000.000; p2=900.000,5;", {"p1": "1000000", "p2": "900000.5"}),
        (TOTALS, None, None),
    ],
)  # fmt: skip
def test_what_is_read(kind: Kind, value: Any, read: Any) -> None:
    """The value of the format, of its very type: a number literal is not a text."""
    found = kind.read(Cell(value))

    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("kind", "value", "code", "found"),
    [
        (TEXT, moment("2026-02-01"), "XLS047", "2026-02-01 00:00:00"),
        (TEXT, dt.time(9, 30), "XLS047", "09:30:00"),
        (PROSE, dt.timedelta(hours=30), "XLS047", "1 day, 6:00:00"),
        (CHOICE, moment("2026-02-01"), "XLS047", "2026-02-01 00:00:00"),
        (CODE, 123456789012345, "XLS033", ""),
        (CODE, 1.5, "XLS033", ""),
        (CODE, True, "XLS033", ""),
        (WORDS, 12.5, "XLS242", "12.5"),
        (NUMBER, 1e15, "XLS033", ""),
        (NUMBER, 1234567890123450, "XLS033", ""),
        (NUMBER, True, "XLS030", "True"),
        (NUMBER, moment("2026-05-06"), "XLS030", "2026-05-06 00:00:00"),
        (NUMBER, "1.5", "XLS030", "1.5"),
        (NUMBER, "1,250.000", "XLS030", "1,250.000"),
        (NUMBER, "12 500", "XLS030", "12 500"),
        (NUMBER, "1\n250\n000", "XLS030", "1\n250\n000"),
        (NUMBER, "1e5", "XLS030", "1e5"),
        (NUMBER, "١٢", "XLS030", "١٢"),
        (PERCENT, " 0,11 ", "XLS217", "0,11"),
        (NUMBER, "50%", "XLS030", "50%"),
        (NUMBER, float("inf"), "XLS030", "inf"),
        (NUMBER, float("nan"), "XLS030", "nan"),
        (NUMBER, "-", "XLS030", "-"),
        (NUMBER, "x" * 100, "XLS030", "x" * 40),
        (BLANKABLE, "--", "XLS030", "--"),
        (FLAG, "mungkin", "XLS031", "mungkin"),
        (FLAG, 1, "XLS031", "1"),
        (RATE, Decimal("0." + "1" * 310), "XLS097", "0," + "1" * 38),
        (AMOUNTS, "1.000; dua", "XLS030", "dua"),
        (AMOUNTS, True, "XLS030", "True"),
        (TOTALS, "p1 = 1.000; p1 = 2.000", "XLS037", "p1 = 2.000"),
        (TOTALS, "p1 1.000", "XLS037", "p1 1.000"),
        (TOTALS, "p1 =", "XLS037", "p1 ="),
        (TOTALS, 1000, "XLS037", "1000"),
    ],
)
def test_what_is_refused(kind: Kind, value: Any, code: str, found: str) -> None:
    """By its own code, with no more than forty signs of what stands there."""
    assert refusal(kind, value) == (code, found)


@pytest.mark.parametrize(
    ("kind", "like", "unlike"),
    [
        (WORDS, ["12", "Pasal 7 tentang jaminan", "Ketua", "m3/hari", "-", "IKP " * 15 + "7",
            "kg/cm2/hari", "HVS/A4/70gr", "Jl.Melati/No.1/Bali", "APBD/P/2026"],
            ["12345", "01.234.567.8-901.000", "IKP 29.14 huruf b", "027/POKJA-5/2026"]),
        (SAYING, ["IKP 29.14 huruf b", "Pasal 51 ayat (2) huruf a"], ["027/POKJA-5/2026"]),
        (NAME, ["Anggota Muda Jaya", "PT.X/PT.Y/KSO-1"], ["KETUA", "3171000000000001"]),
        (NUMBER_ONLY, ["xx.xxx.xxx.x-xxx.123", "NIP 19800101", "12", "belum ada", "-",
            "(tidak ada)", "- (swasta)", "Non ASN", "menyusul", "dalam proses", "lihat lampiran"],
            ["Sekretaris", "p1"]),
        (PAPER_NUMBER, ["tanpa nomor", "BA-X", "12 tambahan satu", "Adendum I", "lewat SPSE",
            "BA.I / POKJA V"], ["Perubahan jadwal"]),
        (MARKED, ["B 9123 TQA", "tidak ada", "KMT", "milik sendiri"], ["PT Sewa Alat"]),
        (CLAUSE, ["LDP", "Lembar Data Pemilihan tentang kemampuan teknis calon penyedia",
            "Persyaratan Kualifikasi Administrasi bagi peserta yang berbentuk badan usaha"],
            ["harga satuan ditawarkan jauh di bawah harga pasar setempat"]),
        (Listed(Mail()), ["a@b.test; c@d.test", "-", "tidak ada", "cv(at)b.test", "menyusul"],
            ["a@b.test; 0341 555 0101"]),
        (TEXT, ["12345", "p1"], []),
    ],
)  # fmt: skip
def test_what_looks_like_another_is_read_all_the_same(
    kind: Kind, like: list[str], unlike: list[str]
) -> None:
    """Any text may be what a column holds; which looks odd there is known by its kind."""
    assert [text for text in (*like, *unlike) if kind.is_other(text)] == unlike
    assert all(kind.read(Cell(text)) == text for text in unlike if not isinstance(kind, Listed))


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [
        (0.11, "0%", "11"),
        (0.1125, "0.00%", "11.25"),
        (0.11, '0.00" %"', "0.11"),
        (0.11, r"0.00\%", "0.11"),
        ("11", "0%", "11"),
        (12345678901234.5, "0%", "1234567890123450"),
        (Decimal("9" * 310), "0%", "9" * 310 + "00"),
    ],
)
def test_a_percentage_is_what_excel_shows(value: Any, number_format: str, read: str) -> None:
    """A sign of percent in quotes is a letter; a text is as it was typed."""
    with localcontext() as narrow:
        narrow.prec = 3
        assert NUMBER.read(Cell(value, number_format)) == read


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("999999999999999", Decimal("999999999999999")),
        ("1000000000000000", "1.000.000.000.000.000"),
        ("123456789.123456", Decimal("123456789.123456")),
        ("1234567890.123456", "1.234.567.890,123456"),
        ("0.000001", Decimal("0.000001")),
        ("100000000000000", Decimal("100000000000000")),
        ("999999999999999999.999999", "999.999.999.999.999.999,999999"),
    ],
)
def test_a_number_that_excel_would_cut_is_a_text(value: str, written: Any) -> None:
    """Fifteen digits are kept as a number, sixteen are not; nor is a magnitude of sixteen."""
    cell = NUMBER.write(value)

    assert (cell, type(cell)) == (written, type(written))
    assert NUMBER.read(Cell(as_kept(cell))) == value


@given(EXACT)
@tries(100)
def test_every_number_of_the_format_reads_back(value: str) -> None:
    """Unconditional: through the double that a file keeps, or through a text."""
    for kind in (NUMBER, BLANKABLE):
        assert kind.read(Cell(as_kept(kind.write(value)))) == value
    # As a text 1,234 may be two numbers; a list of such is refused, and stands with the rest.
    if not re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", value):
        assert AMOUNTS.read(Cell(AMOUNTS.write([value, value]))) == [value, value]
    assert TOTALS.read(Cell(TOTALS.write({"p1": value, "p2": value}))) == {"p1": value, "p2": value}


@given(st.text())
@tries(100)
def test_every_text_reads_back_but_for_its_ends(value: str) -> None:
    """Unconditional: `PROSE` changes a break of Windows alone, `LINES` the spaces at both ends.

    A text that the format takes on one line has no breaks and is in the form NFC.
    """
    prose, lines = PROSE.read(Cell(PROSE.write(value))), LINES.read(Cell(LINES.write(value)))
    line = composed(value.strip())

    assert (prose or "") == value.replace("\r\n", "\n")
    assert (lines or "") == line.replace("\r\n", "\n")
    assert (TEXT.read(Cell(TEXT.write(value))) or "").split() == line.split()
    if not {*line} & {*"\t\n\r"}:
        assert (TEXT.read(Cell(TEXT.write(value))) or "") == line


@given(st.from_regex(r"(_x[0-9a-fA-F]{4}_?|_|x005F_?){1,6}", fullmatch=True))
def test_signs_that_excel_takes_for_an_escape_read_back(value: str) -> None:
    """Unconditional: however often such a sign stands within another."""
    assert TEXT.read(Cell(TEXT.write(value))) == value


@pytest.mark.parametrize("term", Method)
def test_a_term_is_written_in_words(term: Method) -> None:
    """And read back."""
    assert CHOICE.write(term.value) in CHOICE.terms
    assert "_" not in CHOICE.write(term.value)
    assert CHOICE.read(Cell(CHOICE.write(term.value))) == term.value


def test_nothing_is_written_as_a_dash_where_it_is_known() -> None:
    """An empty list is not an empty cell."""
    assert (LIST.write([]), EVIDENCE.write([]), BLANKABLE.write(None)) == ("-", "-", "-")


@pytest.mark.parametrize("typed", ["p3; p4", "p3\np4", "p3;\r\n p4\n"])
def test_a_line_break_parts_as_a_semicolon_does(typed: str) -> None:
    assert LIST.read(Cell(typed)) == ["p3", "p4"]
