"""Tables on a page: columns that hold their words, letters that can be read, nothing left out."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tender_desk.documents.blocks import Pairs, Signatory, Signatures, table
from tender_desk.documents.fitting import PADDING, Page, fitted, paired, signing

A4 = Page(467.7)
CELL = st.text(st.sampled_from("ab MW.,-/0123456789\n"), max_size=30)
ROWS = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.tuples(*[CELL] * count), min_size=1, max_size=5)
)


def of(rows):
    """A table of these rows under short heads."""
    return table({f"K{n}": "<" for n in range(len(rows[0]))}, rows)


@for_all(ROWS, st.floats(200, 800))
def test_columns_share_the_whole_page_and_hold_every_cell(rows, room):
    """Whatever stands in them: the first column is repeated where a table comes apart."""
    fits = fitted(of(rows), Page(room))

    for fit in fits:
        assert sum(fit.widths) == pytest.approx(room)
        assert 8 <= fit.size <= 9
    first, *_ = fits
    joined = [row[:1] for row in first.table.rows]
    for fit in fits:
        assert [row[0] for row in fit.table.rows] == [row[0] for row in rows]
        joined = [row + more[1:] for row, more in zip(joined, fit.table.rows, strict=True)]
    assert joined == rows


def test_an_amount_is_never_broken():
    """Beside texts of any length each column of figures is as wide as its widest one."""
    amount = "Rp1.234.567.890.123,45"
    (fit,) = fitted(of([("Nama " * 40, amount, amount, "Alasan " * 200)]), A4)

    for column in (1, 2):
        assert fit.widths[column] >= A4.width(amount, fit.size) + 2 * PADDING


def test_a_bold_head_stands_on_one_line():
    """Its letters are wider than those below it."""
    (fit,) = fitted(table({"Gugur": ">", "B": "<"}, [("1", "kata " * 400)]), A4)

    assert fit.widths[0] >= 1.08 * A4.width("Gugur", fit.size) + 2 * PADDING


def test_a_long_text_gets_the_room():
    """A reason of many lines stands in a wider column than the short ones beside it."""
    (fit,) = fitted(of([("CV Satu", "Gugur", "Alasan yang panjang " * 30, "Dasar " * 8)]), A4)

    assert fit.widths[2] > fit.widths[3] > fit.widths[1]
    assert fit.size == 9


def test_letters_get_smaller_before_a_table_comes_apart():
    """Down to eight points, and not below."""
    amounts = ["Rp123.456.789,00"] * 6
    sizes = {
        len(fits): fits[0].size for n in (2, 5, 6) if (fits := fitted(of([tuple(amounts[:n])]), A4))
    }

    assert fitted(of([("Rp1,00",) * 2]), A4)[0].size == 9
    assert fitted(of([("Rp123.456.789.012,00",) * 5]), A4)[0].size == 8
    assert len(fitted(of([("Rp123.456.789.012,00",) * 12]), A4)) > 1
    assert min(sizes.values()) >= 8


def test_letters_get_smaller_before_names_stand_in_many_lines():
    """A name that would fit on one line of the page, beside three long amounts."""
    name = "PT " + "Makmur " * 10 + "Abadi"
    (roomy,), (cramped,) = (
        fitted(of([(name, *["Rp12.234.567.890.123,45"] * n)]), A4) for n in (2, 3)
    )

    assert cramped.size < roomy.size == 9
    assert A4.width(name, 9) < A4.room


def test_room_that_nothing_needs_goes_to_words():
    """A number of a row does not take half of the page beside a short name."""
    (fit,) = fitted(table({"No.": ">", "Nama peserta": "<"}, [("1", "PT Satu")]), A4)

    assert fit.widths[0] < A4.room / 4
    assert sum(fit.widths) == pytest.approx(A4.room)


def test_a_word_wider_than_the_page_has_somewhere_to_stand():
    """It is broken by whatever draws it; the columns still fill the page and no more."""
    fits = fitted(of([("x" * 300, "y" * 300)]), A4)

    assert all(sum(fit.widths) == pytest.approx(A4.room) for fit in fits)


def test_wider_letters_take_more_room():
    """As a letterhead in a wide font says."""
    narrow, wide = Page(467.7, 1.1), Page(467.7, 1.3)

    assert wide.width("Rp1,00", 9) > narrow.width("Rp1,00", 9)
    assert wide.width("Mm", 9) > wide.width("il", 9)


def test_a_nip_stands_on_one_line_where_people_sign():
    """Eighteen digits; smaller letters where the font is wide."""
    lines = Signatures((Signatory("Nama Anggota", "Ketua", "198001012005011001"),)).table()
    for page in (A4, Page(467.7, 1.3)):
        fit = signing(lines, page)
        assert fit.widths[3] >= page.width("198001012005011001", fit.size) + 2 * PADDING
        assert sum(fit.widths) == pytest.approx(page.room)


def test_labels_take_what_they_need_and_not_more():
    """A long one is broken: what it stands for has the larger part of the page."""
    short, long = Pairs((("Kode", "1"),)), Pairs((("Kementerian " * 20, "1"),))

    assert paired(short, A4).widths[0] < 60
    assert paired(long, A4).widths[0] == pytest.approx(0.38 * A4.room)
    assert paired(Pairs(()), A4).widths[0] > 0
    assert paired(long, A4).table.rows == (("Kementerian " * 20, ":", "1"),)
    assert sum(paired(long, A4).widths) == pytest.approx(A4.room)
