"""The page as a whole: one file, its policy, its headings and its ways."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from attrs import evolve

from tender_desk.documents.report import report
from tender_engine.findings import Verdict
from tests.builders import evaluated
from tests.desk.documents.data import given, outcomes
from tests.desk.documents.kinds import KINDS
from tests.desk.documents.report.pages import drawn, page, parsed, text_of

EVERY = {**outcomes(), **KINDS}
COLOURS = ("ink", "soft", "deep", "good", "bad", "wait")


def css_of(tree):
    (style,) = tree.xpath("//style")
    return style.text


def test_the_policy_names_the_one_style_block_and_nothing_else():
    """The hash is that of the block as it stands in the file."""
    tree = page(evaluated(given()))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(css_of(tree).encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    first = tree.xpath("//head/*")[:2]
    assert [node.tag for node in first] == ["meta", "meta"]
    assert first[1].get("http-equiv") == "Content-Security-Policy"


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("public", [False, True])
def test_nothing_in_the_file_runs_loads_or_leads_out(name, public):
    """No script, no handler, no style of its own, no address."""
    text = drawn(EVERY[name], public=public)
    tree = parsed(text)
    names = {attribute for node in tree.iter() for attribute in node.attrib}

    assert not tree.xpath("//script | //iframe | //img | //link | //object | //form | //base")
    assert not {n for n in names if n.startswith("on") or n in ("style", "src", "action")}
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert not re.search(r"https?:|url\(|@import|javascript:", text)


@pytest.mark.parametrize("name", EVERY)
def test_every_place_that_is_named_is_there_once(name):
    """Ways lead somewhere, labels are found, and no two sections share a place."""
    tree = page(EVERY[name])
    places = tree.xpath("//@id")
    labels = [label for each in tree.xpath("//@aria-labelledby") for label in each.split()]

    assert len(places) == len(set(places))
    assert {link[1:] for link in tree.xpath("//nav//@href")} == set(tree.xpath("//section/@id"))
    assert set(labels) <= set(places)


@pytest.mark.parametrize("name", EVERY)
def test_headings_are_in_order_and_tables_have_heads(name):
    """One first heading, none skipped; each head of a table says what it is the head of."""
    tree = page(EVERY[name])
    levels = [int(node.tag[1]) for node in tree.xpath("//h1 | //h2 | //h3")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tree.xpath("//table")
    for table in tree.xpath("//table"):
        assert set(table.xpath("./thead//th/@scope")) == {"col"}
        columns = len(table.xpath("./thead//th"))
        assert all(len(row) == columns for row in table.xpath("./tbody/tr"))


@pytest.mark.parametrize("name", outcomes())
@pytest.mark.parametrize("public", [False, True])
def test_no_code_is_shown_to_a_reader(name, public):
    """Words in snake case stand only in what is inside.

    Inside, each finding also names its rule, in brackets.
    """
    tree = page(EVERY[name], public=public)
    coded = "//section[@id='kertas-kerja' or @id='pemberitahuan'] | //style"
    for node in tree.xpath(f"{coded} | //td[contains(., ' = ')]"):
        node.getparent().remove(node)
    text = re.sub(r"\([a-z_]+\.[a-z_]+\)|\b[a-z]+\.[a-z_]+(?= \()", "", text_of(tree))

    assert re.findall(r"\b[a-z]+_[a-z_]+\b", text) == []


def test_the_language_is_told_and_the_screen_is_any():
    """For a screen reader and for a phone."""
    tree = page(evaluated(given()))

    assert tree.get("lang") == "id"
    assert tree.xpath("//meta[@name='viewport']/@content") == [
        "width=device-width, initial-scale=1"
    ]
    assert tree.xpath("//meta[@charset]/@charset") == ["utf-8"]
    assert text_of(tree.find(".//title")).startswith("Laporan Evaluasi: ")


@pytest.mark.parametrize("public", [False, True])
def test_the_same_package_gives_the_same_bytes(public):
    """Whatever the order of its lists."""
    made = given()
    turned = evolve(made, participants=tuple(reversed(made.participants)))

    assert report(evaluated(made), public=public) == report(evaluated(turned), public=public)


@pytest.mark.parametrize(
    ("name", "public", "mark"),
    [
        ("diusulkan", False, "draft-inside"),
        ("diusulkan", True, "draft-public"),
        ("ditetapkan", False, "final-inside"),
        ("ditetapkan", True, "final-public"),
    ],
)
def test_every_printed_page_says_what_it_is(name, public, mark):
    """KONSEP, internal, both or neither: the kind of page has a rule of its own."""
    tree = page(EVERY[name], public=public)
    css = css_of(tree)

    assert tree.xpath("//body/@class") == [mark]
    assert (f"@page {mark} " in css) == (mark != "final-public")


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_of_text_is_at_least_4_5():
    """WCAG 2, level AA; black on white is 21."""
    css = css_of(page(evaluated(given())))
    named = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", css))

    assert round(contrast("#000000", "#ffffff")) == 21
    for name in COLOURS:
        for ground in ("paper", "wash"):
            assert contrast(named[name], named[ground]) >= 4.5, (name, ground)


def test_every_verdict_has_its_mark_and_its_word():
    """Colour says nothing alone."""
    seen = {}
    for evaluation in EVERY.values():
        for cell in page(evaluation).xpath("//table[@class='matrix']//summary"):
            mark = text_of(cell.xpath(".//span[@class='mark']")[0])
            seen.setdefault(cell.get("class"), set()).add(mark)

    assert seen == {
        "lulus": {"✓"},
        "gugur": {"✗"},
        "belum_dinilai": {"…"},
        "tidak_dievaluasi": {"–"},
    }
    assert set(seen) == {str(verdict) for verdict in Verdict}
