"""A ground of failure that only this test's rulebook knows: one declaration, and all derives."""

import json
from collections import defaultdict

import pytest
from attrs import evolve
from hypothesis import find

from docs.making.rules import grounds_section
from docs.making.sources import Sources
from tender_cli.commands.rules import explain_law
from tender_cli.messages import speak
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.report.page import report
from tender_engine.declared import Ground, Words
from tender_engine.engine import evaluate
from tender_engine.events import FailureAct
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.reader import read_text
from tender_engine.terms import Decider, Subject
from tender_rules import national
from tender_rules.citations import perpres
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from tender_rules.testing import failing
from tests.builders import at, bidder, package

FLOODED = Ground(
    "desa:banjir",
    Words("lokasi pekerjaan terendam banjir", "the site is flooded"),
    Subject.PEMILIHAN,
    Decider.PA,
    "menurut_penyebab",
    (perpres("Pasal 51 ayat (4)"),),
    of_seleksi=False,
)
BOOK = evolve(assembled(), grounds={**assembled().grounds, FLOODED.id: FLOODED})
GIVEN = package(
    bidder("p1", "1000000000"),
    events=(FailureAct(at(20), Subject.PEMILIHAN, Decider.PA, FLOODED.id),),
)


def test_an_act_on_it_is_read_and_stands_in_the_evaluation_and_its_papers():
    """As an act on any ground of the nation's; under another rulebook nobody knows it."""
    made = read_text(canonical_package(GIVEN), "paket.json", BOOK).package
    found = evaluate(made, BOOK)
    record = markdown(paper(found, BAHP))

    assert (found.state, found.failure.ground) == ("ditetapkan", "desa:banjir")
    assert found.next == "menurut_penyebab"
    assert "dinyatakan gagal, karena lokasi pekerjaan terendam banjir." in record
    assert "Pengguna Anggaran/Kuasa Pengguna Anggaran: lokasi pekerjaan terendam banjir" in record
    assert "lokasi pekerjaan terendam banjir" in markdown(paper(found, WORKING_PAPER))
    assert "lokasi pekerjaan terendam banjir" in report(found)
    with pytest.raises(PackageRefusedError, match="ATR009"):
        evaluate(GIVEN, national())


def test_another_than_who_declares_it_makes_no_failure():
    """The act is told to differ, as of any ground."""
    by_pokja = FailureAct(at(20), Subject.PEMILIHAN, Decider.POKJA, FLOODED.id)
    found = evaluate(evolve(GIVEN, events=(by_pokja,)), BOOK)

    assert found.failure is None
    assert "TINDAKAN_BERBEDA" in {notice.code for notice in found.notices}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_is_explained(capsys, lang):
    """In both languages, with its text and what follows; as JSON too."""
    speak(lang)
    try:
        explain_law(BOOK, FLOODED.id, as_json=False)
    finally:
        speak("id")
    told = capsys.readouterr().out
    explain_law(BOOK, FLOODED.id, as_json=True)

    assert f"desa:banjir: {FLOODED.words.said(lang)}" in told
    assert BOOK.words["next.menurut_penyebab"].said(lang) in told
    assert "Perpres 16/2018 Pasal 51 ayat (4)" in told
    assert "Tender atau Seleksi gagal" in told
    assert json.loads(capsys.readouterr().out)["declared_by"] == "pa"


def test_the_page_of_the_regulation_and_the_manifest_have_it():
    """Under what fails, and by its id."""
    page = "\n".join(grounds_section(Sources(BOOK, {}, defaultdict(dict))))

    assert "#### `desa:banjir`\n\nLokasi pekerjaan terendam banjir." in page
    manifest = manifest_of(BOOK)
    assert manifest.differing(national().manifest) == ("ground:desa:banjir",)


def test_the_strategies_draw_it():
    """Among the others; whatever is drawn is evaluated and printed."""
    act = find(failing(package(bidder("p1", "1000000000")), BOOK), drawn_it).events[-1]

    assert (act.ground, act.by) == (FLOODED.id, Decider.PA)


def drawn_it(made):
    """Whether a package failed on it, once what was drawn has been evaluated and printed."""
    act, found = made.events[-1], evaluate(made, BOOK)
    assert found.failure.ground == act.ground
    assert BOOK.grounds[act.ground].words.id in markdown(paper(found, BAHP))
    return act.ground == FLOODED.id
