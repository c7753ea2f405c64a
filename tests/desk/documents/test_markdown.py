"""A record as Markdown and as JSON: what people wrote stays text, whatever it looks like."""

import json
import re

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.blocks import Pairs, Paragraph, Record, Section, table
from tender_desk.documents.markdown import escaped, markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.events import Clarification
from tests.builders import TEKNIS, at, evaluated
from tests.desk.documents.data import given, outcomes, three, words

OUTCOMES = outcomes()
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "a | b",
    "\\",
    "\\|",
    "trailing \\",
    "`code` **bold** _it_ ~~gone~~",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "[text](http://example.com) ![i](x)",
    "http://example.com www.example.com",
    "&amp; &#65; A & B",
    "line\nbreak\r\n\ttab\u2028sep",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2022) item",
    "> quote",
    "---",
    "===",
    "```",
    "| --- |",
    "$x$",
    "    indented",
    "\x00\x07",
    "CV Maju, PT",
]
MARKUP = st.text(
    st.sampled_from("ab1 .)(|\\`*_{}[]<>#!~$&;:/-+=\n\t@w'\"%"),
    max_size=40,
)


def one_line(text):
    """What a reader should see of `text`: the same signs, blanks run together."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


def plain_inline(token):
    """The text of an inline token; anything but text is an error."""
    assert {child.type for child in token.children or ()} <= {"text", "text_special"}, token.content
    return "".join(child.content for child in token.children or ())


def record_of(*blocks):
    """A record of one section."""
    section = Section("A", "Judul", blocks)
    return Record("T", False, False, "1", "P", "D", "W", "Paket", (), (section,), "sha256:0")


def tokens_after_heading(text):
    """What stands under the one section of `record_of`."""
    tokens = PARSER.parse(text)
    starts = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    return tokens[starts[-1] + 3 :]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_reads_as_what_was_written(text):
    """Neither a table nor its markup can be broken by what stands in a cell."""
    drawn = markdown(record_of(table({"Satu": "<", "Dua": ">"}, [(text, "x"), ("y", text)])))
    tokens = tokens_after_heading(drawn)
    cells = [plain_inline(token) for token in tokens if token.type == "inline"]

    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    assert cells == ["Satu", "Dua", one_line(text), "x", "y", one_line(text)]


@for_all(MARKUP, MARKUP)
def test_cells_of_any_signs_stay_cells(one, other):
    """As above, over random signs of markup."""
    test_a_cell_reads_as_what_was_written(one)
    test_a_cell_reads_as_what_was_written(other)


@pytest.mark.parametrize("text", [text for text in HOSTILE if one_line(text)])
def test_a_paragraph_reads_as_what_was_written(text):
    """No heading, list, rule or code out of a text that begins like one."""
    tokens = tokens_after_heading(markdown(record_of(Paragraph(text))))

    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert plain_inline(tokens[1]) == one_line(text)


@for_all(MARKUP.filter(one_line))
def test_paragraphs_of_any_signs_stay_paragraphs(text):
    """As above, over random signs of markup."""
    test_a_paragraph_reads_as_what_was_written(text)


@for_all(MARKUP, MARKUP)
def test_pairs_stay_one_list_of_one_line_each(label, said):
    """A label and what it stands for, whatever either holds."""
    tokens = tokens_after_heading(markdown(record_of(Pairs((("Nama", said), (f"x{label}", "y"))))))
    lines = [plain_inline(token) for token in tokens if token.type == "inline"]

    assert tokens[0].type == "bullet_list_open"
    assert lines == [f"Nama: {one_line(said)}".strip(), f"{one_line('x' + label)}: y"]


def test_addresses_do_not_become_links():
    """GitHub makes links of bare addresses; an escaped one stays text."""
    assert escaped("http://x.id www.x.id") == "http\\://x.id www\\.x.id"


def test_ordinary_names_and_amounts_are_left_as_they_are():
    """What needs no escape gets none."""
    text = "CV Maju & Jaya (2 Mei 2022), Rp1.104.450.000,00; 90,45% - LDP huruf F.2"

    assert escaped(text) == text


def test_what_a_bidder_calls_itself_cannot_break_the_record():
    """The whole record of a tender whose texts are hostile has the tables of one that is not."""
    line = "PT | <b>X</b> `y` [z](http://z) # Pemenang"
    name = "PT | <b>X</b> `y` [z](http://z)\n\n# Pemenang"
    hostile = [evolve(who, name=f"{line} {who.id}") for who in three()]
    event = Clarification(at(17), "p1", TEKNIS, name, name)
    tame = Clarification(at(17), "p1", TEKNIS, "a", "b")

    drawn = paper(evaluated(given(*hostile, events=[event], title=line)), BAHP)
    plain = paper(evaluated(given(events=[tame])), BAHP)

    # A doubt that the one has and the other has not is a line of the annex.
    assert shape(markdown(evolve(drawn, annex=()))) == shape(markdown(evolve(plain, annex=())))


def shape(text):
    """The blocks of a text without what they hold."""
    return [token.type for token in PARSER.parse(text)]


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("name", OUTCOMES)
def test_every_record_draws_with_all_that_it_holds(name, internal):
    """One title, one heading a section, every table a table, every text there."""
    made = paper(OUTCOMES[name], WORKING_PAPER if internal else BAHP)
    drawn = markdown(made)
    tokens = PARSER.parse(drawn)

    assert drawn.endswith("\n")
    assert not drawn.endswith("\n\n")
    tags = [token.tag for token in tokens if token.type == "heading_open"]
    assert (tags.count("h1"), tags.count("h2")) == (1, len(made.parts))
    drawn_tables = sum(token.type == "table_open" for token in tokens)
    kept = [block for section in made.parts for block in section.blocks]
    kept_tables = sum(hasattr(b, "rows") or hasattr(b, "lines") for b in (*kept, *made.opening))
    assert drawn_tables == kept_tables
    for section in made.parts:
        assert escaped(section.title) in drawn


@pytest.mark.parametrize("name", OUTCOMES)
def test_json_holds_all_that_the_markdown_shows(name):
    """The data is the record: every cell and text of it is in the JSON, as text."""
    made = paper(OUTCOMES[name], WORKING_PAPER)
    held = json.loads(json.dumps(bahp_dict(made), ensure_ascii=False))

    assert held == bahp_dict(made)
    assert held["format"] == "tender-bahp/1"
    texts = set(words(made))
    shown = {
        plain_inline(token)
        for token in PARSER.parse(markdown(made))
        if token.type == "inline" and token.level > 3
    }
    numbered = {str(index) for index in range(1, 100)} | {"No.", "Nama", "NIP", "." * 24}
    assert shown - texts - numbered <= {"Jabatan dalam Pokja", "Tanda tangan"}
