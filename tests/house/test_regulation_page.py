"""docs/regulation.md is what its command makes, and has every provision with users and proofs."""

import datetime as dt
import re
from fnmatch import fnmatchcase

import pytest
from attrs import evolve

from docs.making.page import regulation
from docs.making.proofs import ROOT, named_by_tests, page_topics
from docs.making.provisions import articles
from docs.making.sources import sources
from docs.making.unread import looked_for_in, unverified
from docs.making.words import anchor, marked, proved
from docs.remake import PAGE
from tender_engine.findings import Citation, Source
from tender_engine.renaming import Instrument
from tender_rules import national
from tender_rules.explaining import pages, topic_of, topics_on
from tender_rules.not_built import not_built
from tender_rules.uses import entries_of

BOOK = national()
TEXT = PAGE.read_text("utf-8")
PARAMS = sorted({provision.param for provision in BOOK.provisions})
FIRST, SECOND, THIRD = (dt.date(2018, 3, 22), dt.date(2021, 2, 2), dt.date(2025, 4, 30))
LATER = dt.date(2022, 1, 1)


def test_the_page_is_what_its_command_makes():
    """`python docs/remake.py` would change nothing."""
    assert regulation(BOOK) == TEXT


def test_every_entry_of_every_value_is_on_the_page():
    """And who uses and what proves a value is told with one of them."""
    for param in PARAMS:
        assert TEXT.count(f"- **`{param}` = ") == len(entries_of(BOOK, param))
    assert TEXT.count("\n  - Used by: ") == TEXT.count("\n  - Proved by: ") == len(PARAMS)


def test_every_rule_and_every_ground_has_its_heading():
    for name in (*(rule.id for rule in BOOK.rules), *BOOK.grounds):
        assert f"\n#### `{name}`\n" in TEXT


def test_everything_that_is_not_built_is_on_the_page():
    for entry in not_built():
        cells = (entry.name, entry.instrument, entry.article, f"`{entry.source}`", entry.why)
        assert f"| {' | '.join(cells)} |\n" in TEXT


def test_every_value_without_a_text_is_looked_for_in_one():
    """And each pattern of the table means some value, so that none outlives its reading."""
    names, texts = unverified(BOOK), looked_for_in()

    for name in names:
        assert sum(fnmatchcase(name, p) for ps in texts.values() for p in ps) == 1, name
    for pattern in (pattern for patterns in texts.values() for pattern in patterns):
        assert any(fnmatchcase(name, pattern) for name in names), pattern


@pytest.mark.parametrize(
    ("article", "since", "until", "found"),
    [
        ("33 ayat (3)", FIRST, None, ["33 ayat (3) text", "33 ayat (3) secondary"]),
        ("65 ayat (4)", FIRST, None, ["65 ayat (4) text", "65 ayat (4) secondary"]),
        ("33 ayat (3)", FIRST, SECOND, ["33 ayat (3) text"]),
        ("33 ayat (3)", SECOND, None, ["33 ayat (3) secondary"]),
        ("65 ayat (4)", LATER, THIRD, ["65 ayat (4) text"]),
        ("26 ayat (8)", FIRST, THIRD, ["26 ayat (8) text", "26 ayat (7) text"]),
    ],
)
def test_a_citation_changes_with_the_text_that_changed_it(article, since, until, found):
    """Its mark where the new words were not read, and its number where that is another."""
    citation = Citation("Perpres 16/2018", f"Pasal {article}", Source.TEXT)

    cited = [cite for _, cite in BOOK.cited_since(citation, since, until)]
    assert [f"{cite.article} {cite.source}" for cite in cited] == [f"Pasal {one}" for one in found]


def test_what_was_not_read_in_its_text_keeps_its_mark():
    for source in (Source.SECONDARY, Source.UNVERIFIED):
        citation = Citation("Perpres 16/2018", "Pasal 33 ayat (3)", source)
        assert BOOK.cited_since(citation, FIRST) == [(FIRST, citation)]


def test_a_later_number_is_told_beside_its_mark():
    """Pasal 26 of the HPS, whose eighth paragraph is the seventh since 2 February 2021."""
    citation = Citation("Perpres 16/2018", "Pasal 26 ayat (8)", Source.TEXT)
    expected = "`text`, from 2021-02-02 as Pasal 26 ayat (7) `text`, from 2025-04-30 `secondary`"

    assert marked(BOOK, citation, FIRST, None) == expected


def test_a_text_is_marked_from_the_day_it_is_there():
    """The younger of the text and what rests on it."""
    citation = Citation("Perpres 16/2018", "Pasal 33 ayat (3)", Source.TEXT)
    young = Citation("Permen PUPR 14/2020", "Pasal 98 ayat (1)", Source.SECONDARY)
    first = {"Perpres 16/2018": Instrument("Perpres 16/2018", FIRST)}
    book = evolve(BOOK, instruments={**BOOK.instruments, **first})

    assert marked(book, citation, SECOND, None) == "`secondary`"
    assert marked(book, young, FIRST, None) == "`secondary`; the text is there from 2020-05-31 on"
    assert marked(book, young, SECOND, None) == "`secondary`"


def test_an_entry_says_until_when_it_counts_and_what_may_be_done_with_it():
    """proof.scope: a national reading until the next text, and what Pasuruan makes of it."""
    lines = [line for line in TEXT.splitlines() if line.startswith("- **`proof.scope` = ")]

    assert any("(the default reading), from 2018-03-22 until 2021-06-02, open" in i for i in lines)
    assert any("(a reading that has to be chosen), from 2021-06-02, open" in i for i in lines)
    assert any(", overlay `pasuruan-2022`, from 2022-01-01, open" in i for i in lines)


def test_a_regulation_is_in_the_order_of_its_articles():
    """By number, and last what no text says and what is no law."""
    found = articles(BOOK)
    named = list(found["Perpres 16/2018"])
    numbers = [int(re.search(r"\d+", article).group()) for article in named]

    assert [*found][:: len(found) - 1] == ["Perpres 16/2018", "Setelan"]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1
    assert numbers[-1] > 50


def test_every_link_leads_somewhere():
    """To one heading of the page, or to a file of the repository."""
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    every = [anchor(heading) for heading in headings]
    anchors = {found for found in every if every.count(found) == 1}
    to_headings = re.findall(r"\]\(#([^)]*)\)", TEXT)
    to_files = set(re.findall(r"\]\((\.\.[^)]*)\)", TEXT))

    assert anchor("Perpres 16/2018: `a.b_c`") == "perpres-162018-ab_c"
    assert {found for found in to_headings if found not in anchors} == set()
    assert {file for file in to_files if not (ROOT / "docs" / file).resolve().is_file()} == set()
    assert to_headings
    assert to_files


def test_no_place_of_a_machine_is_on_the_page():
    assert str(ROOT) not in TEXT
    assert "/home" not in TEXT


TESTS = """
NAMES = {"a.b": 1}
OTHER = NAMES
def helper(): return "c.d"
@pytest.fixture
def given(): return "e.f"
def test_itself(): assert "a.b"
def test_a_constant(): assert OTHER
def test_a_helper(): assert helper()
def test_a_fixture(given): assert True
@pytest.mark.parametrize("name", ["c.d"])
def test_its_cases(name): assert name
def test_another(): assert "a.c", test_itself
class TestAll:
    def test_in_a_class(self): assert "e.f"
"""


def test_a_test_names_what_stands_in_it_and_in_what_it_leans_on():
    found = named_by_tests(TESTS, ("a.b", "c.d", "e.f"))

    assert {name: set(named) for name, named in found.items()} == {
        "test_itself": {"a.b"},
        "test_a_constant": {"a.b"},
        "test_a_helper": {"c.d"},
        "test_a_fixture": {"e.f"},
        "test_its_cases": {"c.d"},
        "test_another": set(),
        "test_in_a_class": {"e.f"},
    }


def test_proofs_are_told_by_file_those_of_the_law_and_the_largest_first():
    tests = {
        "a.py": ("test_one",),
        "b.py": ("test_two", "test_three"),
        "c/d.py": ("test_four",),
        "cli/e.py": ("test_five", "test_six", "test_seven"),
    }
    words = proved(tests, ["pembukaan", "tidak-ada"])

    assert re.findall(r"\[([^]]+)\]", words) == [
        "pages/pembukaan.md",
        "b.py",
        "a.py",
        "c/d.py",
        "cli/e.py",
    ]
    assert "`test_two` and 1 more; " in words
    assert proved({f"{n}.py": ("test_x",) for n in range(8)}, []).endswith("; and in 2 more")


def unproved(rulebook, tests):
    """The values and rules that none of `tests` names and no page with examples is about."""
    topics = {provision.param: topics_on(provision.param) for provision in rulebook.provisions}
    topics |= {rule.id: (topic_of(rule.id),) for rule in rulebook.rules}
    return [name for name in topics if not tests[name] and not page_topics() & {*topics[name]}]


def test_every_rule_and_every_value_is_proved():
    """By a test that names it, or by the example of its page; each page's examples are run.

    A value and a rule that nothing proves are seen beside them.
    """
    value = evolve(BOOK.provisions[0], param="tidak." + "terbukti")
    rule = evolve(BOOK.rules[0], id="aturan." + "baru")
    more = evolve(BOOK, provisions=(*BOOK.provisions, value), rules=(*BOOK.rules, rule))

    tests = sources(BOOK).tests
    assert unproved(more, {**tests, value.param: {}, rule.id: {}}) == [value.param, rule.id]
    assert page_topics() == set(pages())
