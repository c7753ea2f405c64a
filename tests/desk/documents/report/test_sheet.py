"""The blocks of a record as HTML: read back, they say the same, cell by cell."""

import re

import lxml.html
import pytest

from tender_desk.documents.blocks import Pairs, Paragraph, Subheading, Table, table
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.report import report
from tender_desk.documents.report.html import markup
from tender_desk.documents.report.html_blocks import sheet
from tender_desk.documents.report.page import css
from tests.desk.documents.data import outcomes
from tests.desk.documents.kinds import KINDS
from tests.desk.documents.report.pages import sample, squeezed, text_of

EVERY = {**outcomes(), **KINDS}


def read(blocks):
    """What the drawn blocks say, each in its own form."""
    tree = lxml.html.fromstring(f"<div>{''.join(map(markup, sheet(blocks)))}</div>")
    for node in tree:
        rows = [[text_of(cell) for cell in row] for row in node.xpath(".//tr")]
        yield rows or [text_of(part) for part in node] or text_of(node)


def said(block):
    """What a block says, in the form in which it is read."""
    match block:
        case Table():
            return [[squeezed(text) for text in row] for row in (block.headers, *block.rows)]
        case Pairs():
            labels = dict.fromkeys(label for label, _ in block.items)
            return [
                squeezed(text)
                for label in labels
                for text in (label, *(value for known, value in block.items if known == label))
            ]
        case Paragraph() | Subheading():
            return squeezed(block.text)


@pytest.mark.parametrize("name", EVERY)
def test_every_block_of_the_record_is_drawn_whole(name):
    """Of the working paper as well; only signatures have no place in a report."""
    for internal in (False, True):
        for section in paper(EVERY[name], WORKING_PAPER if internal else BAHP).sections:
            blocks = [block for block in section.blocks if not hasattr(block, "lines")]

            assert list(read(blocks)) == [said(block) for block in blocks], section.title


def test_figures_stand_on_the_right():
    """As the table says."""
    given = table({"Nama": "<", "Nilai": ">"}, [("CV A", "1"), ("CV B", "20")])
    (box,) = map(lxml.html.fromstring, map(markup, sheet([given])))

    assert box.xpath(".//td[@class='r']/text()") == ["1", "20"]
    assert box.xpath(".//th[@class='r']/text()") == ["Nilai"]


def test_a_table_is_called_by_the_heading_above_it():
    """For who hears the page; without a heading by its columns."""
    given = table({"Nama": "<"}, [("CV A",)])
    _, under = map(lxml.html.fromstring, map(markup, sheet([Subheading("Peserta"), given])))
    (alone,) = map(lxml.html.fromstring, map(markup, sheet([given])))

    assert (under.get("aria-label"), under.get("role"), under.get("tabindex")) == (
        "Peserta",
        "region",
        "0",
    )
    assert text_of(under.find(".//caption")) == "Peserta"
    assert alone.get("aria-label") == "Nama"


def test_a_phone_shows_each_row_of_a_wide_table_as_a_card():
    """Each cell says under which header it stands; two columns have room beside each other."""
    rows = [("CV A", "1", ""), ("CV B", "20", "x")]
    wide = table({"Nama": "<", "Nilai": ">", "Catatan": "<"}, rows)
    narrow = table({"Nama": "<", "Nilai": ">"}, [row[:2] for row in rows])
    cards, plain = map(lxml.html.fromstring, map(markup, sheet([wide, narrow])))

    assert cards.xpath(".//table/@class") == ["cards"]
    assert cards.xpath(".//td/@data-label") == ["Nama", "Nilai", "Catatan"] * 2
    assert {node.get("role") for node in cards.xpath(".//tr")} == {"row"}
    assert not plain.xpath(".//table/@class | .//td/@data-label | .//td/@role")


def test_the_style_of_a_phone_says_the_header_before_each_cell():
    """And lays no table out wider than the screen."""
    phone = css().split("@media screen and (max-width: 34rem)")[1].split("@page")[0]

    assert ".cards td::before { content: attr(data-label)" in phone
    assert ".scroll > table { width: 100%; min-width: 0; }" in phone
    assert "max-content" not in css()
    assert not re.findall(r"white-space: nowrap", phone)


@pytest.mark.parametrize("name", ["jalan-kabupaten", "pengawasan-rumah-sakit"])
def test_every_table_of_a_report_fits_a_phone(name):
    """It has two columns, or its rows become cards, as those of the matrix do."""
    tables = lxml.html.fromstring(report(sample(name))).xpath("//table")

    assert len(tables) > 5
    for each in tables:
        heads = each.xpath("./thead/tr/th")
        assert len(heads) <= 2 or each.get("class") in ("cards", "matrix"), heads
