"""Names that try to be markup: they are read as what they are, wherever they stand."""

import pytest

from tender_desk.documents.report import report
from tests.desk.documents.report.pages import HOSTILE, named, page, squeezed, text_of

HARMLESS = ("CV Aman Satu", "CV Aman Dua", "CV Aman Tiga")
TRIPLES = [HOSTILE[i : i + 3] for i in range(0, len(HOSTILE), 3)]


def tags(tree):
    """Which elements there are and which attributes, without the lines of a picture."""
    found = sorted(node.tag for node in tree.iter() if node.tag not in ("text", "tspan"))
    return found, {name for node in tree.iter() for name in node.attrib}


@pytest.mark.parametrize("names", TRIPLES)
@pytest.mark.parametrize("public", [False, True])
def test_hostile_names_are_shown_literally(names, public):
    """In rows, reasons, criteria, lines and the title; the page has the elements of a plain one."""
    tree = page(named(names, title=names[0]), public=public)
    plain = page(named(HARMLESS), public=public)

    assert tags(tree) == tags(plain)
    shown = [text_of(x) for x in tree.xpath("//table[@class='matrix']//bdi")]
    assert sorted(shown) == sorted(map(squeezed, names))
    assert squeezed(names[0]) in text_of(tree.find(".//h1"))
    assert text_of(tree.find(".//title")) == squeezed(f"Laporan Evaluasi: {names[0]}")
    assert squeezed(names[2]) in text_of(tree.xpath("//td//details[summary[@class='gugur']]")[0])


def test_a_name_that_closes_what_is_open_closes_nothing():
    """One style block, one body, and the end at the end."""
    for names in TRIPLES:
        text = report(named(names, title=names[1]))

        assert text.count("<style>") == text.count("</style>") == 1
        assert text.count("<title>Laporan Evaluasi: ") == 1
        assert text.endswith("</body></html>\n")


def test_a_name_of_broad_letters_is_broken_and_whole():
    """Sixty broad letters without a space: every letter is in the picture of the order."""
    names = ("W" * 60, "M" * 60, "CV Biasa")
    (picture,) = page(named((names[1], names[0], names[2]))).xpath(
        "//svg[contains(@class, 'slope')]"
    )
    letters = "".join(text_of(x) for x in picture.xpath("./text"))

    assert letters.count("W") == 2 * 60
    assert letters.count("M") == 2 * 60
