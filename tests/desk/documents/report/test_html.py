"""The builder of elements: whatever a text holds, it is read as that text and as nothing else."""

import html
import re

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.report.html import el, markup
from tender_desk.documents.report.lettering import lines_of

# What a reader lets through: no control, no surrogate.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=60)


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text):
    """In an element and in an attribute."""
    made = markup(el("p", text, aria_label=text))
    read = lxml.html.fragment_fromstring(made)

    assert (read.text or "") == text
    assert read.get("aria-label") == text
    assert len(read) == 0


def test_the_signs_of_markup_are_written_as_their_names():
    """By hand."""
    assert markup(el("p", "<b a=\"1\" c='2'>&amp;")) == (
        "<p>&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;amp;</p>\n"
    )


@pytest.mark.parametrize("tag", ["script", "iframe", "object", "link", "base", "form", "IMG"])
def test_what_could_run_or_load_cannot_be_built(tag):
    """Not even on purpose."""
    with pytest.raises(ValueError, match="a report has no"):
        el(tag)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("onclick", "x"),
        ("onload", "x"),
        ("style", "color: red"),
        ("src", "a.png"),
        ("href", "https://contoh.id"),
        ("href", "javascript:alert(1)"),
        ("href", "//contoh.id"),
    ],
)
def test_no_attribute_leads_out_or_runs(name, value):
    """A link leads to a place in the same file."""
    with pytest.raises(ValueError, match="a report has no"):
        el("a", "x", **{name: value})

    assert markup(el("a", "x", href="#alur")) == '<a href="#alur">x</a>'


def test_a_style_block_holds_no_markup():
    """It would end the block."""
    with pytest.raises(ValueError, match="no markup"):
        markup(el("style", "p {} </style><script>"))


@given(TEXTS, st.integers(60, 300))
def test_no_letter_is_lost_where_a_text_is_broken(text, room):
    """Lines hold all of it, but for the spaces at which they break."""
    lines = lines_of(text, 12, room)

    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


def test_a_long_word_is_broken_within():
    """120 broad letters of 11 each do not fit into 122: eleven to a line."""
    lines = lines_of("W" * 33, 10, 122)

    assert lines == ("W" * 11,) * 3


def test_words_stay_whole_where_they_fit():
    """The line is broken at the space."""
    assert lines_of("CV Bina Marga", 12, 80) == ("CV Bina", "Marga")
    assert html.unescape("".join(lines_of("", 12, 80))) == ""
