"""Rows that stand together on a page, and those between which a page may end."""

import shutil
import subprocess

import pytest

from tender_desk.documents.blocks import Pairs, Paragraph, Subheading, table
from tender_desk.documents.fitting import Page, fitted, paired
from tender_desk.documents.holding import FEW_PAIRS, held, is_tall
from tender_desk.documents.word.word_writer import docx_bytes
from tests.desk.documents.test_word import record_of
from tests.desk.documents.word import W, has, tables

A4 = Page(467.7)
NAMES = {"Nama": "<", "Alasan": "<"}
# Some 20 lines beside a short name: 14 of them fill the 260 points from which a row is split.
LONG = "kata " * 400
# About eight lines: six such rows are higher than half a page, two of them are not.
MEDIUM = "kata " * 130


def of(texts):
    """A table with a row for each text."""
    return table(NAMES, [(f"Peserta {n}", text) for n, text in enumerate(texts, 1)])


def kept(texts):
    """Which rows of that table stay with the next."""
    (fit,) = fitted(of(texts), A4)
    return held(fit, A4)


def test_only_a_row_of_many_lines_is_tall():
    """About twenty lines of nine points are a third of a page."""
    (fit,) = fitted(table({"A": "<", "B": "<"}, [("a", "kata " * 30), ("b", "kata " * 900)]), A4)

    assert [is_tall(row, fit, A4) for row in fit.table.rows] == [False, True]


@pytest.mark.parametrize("count", [0, 1, 2, 6])
def test_few_rows_stay_together(count):
    """Up to six: every row but the last holds on to the next."""
    assert kept(["pendek"] * count) == (True,) * (count - 1) + (False,) * min(count, 1)


@pytest.mark.parametrize("count", [7, 8, 60])
def test_of_many_rows_two_stay_at_either_end(count):
    """The first with the second, the last but one with the last; elsewhere a page may end."""
    middle = (False,) * (count - 3)

    assert kept(["pendek"] * count) == (True, *middle, True, False)


def test_rows_that_fill_a_page_do_not_all_stay_together():
    """Six rows of eight lines are more than half a page: two at either end, as of many."""
    assert kept([MEDIUM] * 6) == (True, False, False, False, True, False)


def test_a_row_that_is_split_holds_on_to_nothing():
    """Nor does one hold on to it: it begins where there is room."""
    assert kept([LONG * 3, *["pendek"] * 7]) == (*[False] * 6, True, False)
    assert kept([*["pendek"] * 7, LONG * 3]) == (True, *[False] * 7)


def test_ten_labels_stay_together_and_eleven_come_apart():
    """Labels with what they stand for are read as one thing longer than rows of a table."""
    ten, eleven = (
        held(paired(Pairs(tuple((f"Butir {n}", "isi") for n in range(count))), A4), A4, FEW_PAIRS)
        for count in (10, 11)
    )

    assert ten == (True,) * 9 + (False,)
    assert eleven == (True, *[False] * 8, True, False)


def holding(found):
    """Of each row of a table in Word whether all of its paragraphs are kept with the next."""
    rows = found.findall(f"{W}tr")
    return [all(has(p, "keepNext") for p in row.iter(f"{W}p")) for row in rows]


def test_rows_in_word_hold_on_to_the_next():
    """The head always; then as above; labels without a head."""
    pairs = Pairs((("Nama", "PT Satu"), ("Alamat", "Jalan"), ("Harga", "Rp1,00")))
    few, many, labels = tables(docx_bytes(record_of(of(["x"] * 3), of(["x"] * 7), pairs)))

    assert holding(few) == [True, True, True, False]
    assert holding(many) == [True, True, *[False] * 4, True, False]
    assert holding(labels) == [True, True, False]


def pages_of_pdf(file):
    """The text of each page."""
    words = ["pdftotext", "-layout", file, "-"]
    done = subprocess.run(words, check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def with_lines(count):
    """So many lines, then a block of labels, a small table, and one of eight rows."""
    labels = Pairs(tuple((f"Label {n}", "isi") for n in range(1, 8)))
    few = table({"Sedikit": "<"}, [(f"Kecil {n}",) for n in range(1, 4)])
    many = table({"Banyak": "<"}, [(f"Besar {n}",) for n in range(1, 9)])
    lines = [Paragraph("Baris.")] * count
    winner = Subheading("Pemenang"), labels, Paragraph("Demikian.")
    return record_of(*lines, *winner, few, Paragraph("Lalu:"), many)


def assert_together(pages, where):
    """No label and no row of the small table is parted from its own; of eight rows two are not."""
    (labels,) = [page for page in pages if "Pemenang" in page]
    assert all(f"Label {n}" in labels for n in range(1, 8)), where
    (few,) = [page for page in pages if "Sedikit" in page]
    assert all(f"Kecil {n}" in few for n in range(1, 4)), where
    counts = [page.count("Besar") for page in pages if "Besar" in page]
    assert sum(counts) == 8
    assert min(counts) >= 2, where
    assert all("Banyak" in page for page in pages if "Besar" in page), where
    (leading,) = [page for page in pages if "Lalu:" in page]
    assert "Besar 2" in leading, where


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_pages_of_a_pdf_end_between_blocks(tmp_path):
    """Wherever on the page they come to stand: each of these counts puts them elsewhere."""
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    from tender_desk.documents.pdf.pdf_writer import pdf_bytes

    file = tmp_path / "a.pdf"
    numbers = set()
    for count in range(10, 46):
        file.write_bytes(pdf_bytes(with_lines(count)))
        pages = pages_of_pdf(file)
        assert_together(pages, count)
        numbers.add(tuple(page.count("Besar") for page in pages))
    # The table of eight rows did come apart somewhere.
    assert any(sum(count > 0 for count in counts) == 2 for counts in numbers)


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice Writer is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_pages_of_a_word_document_end_between_blocks(tmp_path):
    """As LibreOffice breaks them, for some of the same counts."""
    counts = range(22, 44, 2)
    for count in counts:
        (tmp_path / f"{count}.docx").write_bytes(docx_bytes(with_lines(count)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run([*words, *files], check=True, capture_output=True, timeout=240)

    for count in counts:
        assert_together(pages_of_pdf(tmp_path / f"{count}.pdf"), count)
