"""A rulebook that is nobody's but this test's: what is printed is its own."""

from functools import cache
from pathlib import Path

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.reasons import reasons
from tender_desk.documents.report.page import report
from tender_engine.declared import Words
from tender_engine.engine import evaluate
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.law import passes, rule
from tender_engine.workflow import Procedure
from tender_rules import national
from tender_rules.citations import DOCUMENT
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from tender_rules.testing import packages
from tests.builders import bidder, package
from tests.tries import tries

ROOT = Path(__file__).parents[2]
TITLE, STAGE, RULE = "Pascakualifikasi desa", "Pembukaan di balai desa", "Disaksikan warga"


@rule("own.witnessed", RULE, DOCUMENT, since="2018-03-22")
def witnessed(_file, _ask):
    """Somebody was there."""
    return passes("Pembukaan disaksikan warga")


def own_procedure(plain: Procedure) -> Procedure:
    """The plain procedure under another name, with words and a rule of its own at the opening."""
    opening, *others = plain.stages

    def decide(case, who):
        decision = opening.decide(case, who)
        found = witnessed.apply(None, case.law)[0]
        return evolve(decision, findings=(*decision.findings, found))

    words = evolve(opening.words, title=Words(STAGE, STAGE))
    first = evolve(opening, words=words, decide=decide, rules=(*opening.rules, witnessed))
    return evolve(plain, id="balai_desa", title=Words(TITLE, TITLE), stages=(first, *others))


@cache
def own_rulebook():
    """The national one with that procedure, which every package follows."""
    plain = own_procedure(assembled().procedures["pascakualifikasi"])
    book = evolve(
        assembled(),
        version="desa-1",
        procedures={plain.id: plain},
        rules=(*assembled().rules, witnessed),
        choose=lambda _: "balai_desa",
    )
    return book.described_by(manifest_of(book))


def test_papers_and_report_are_of_the_rulebook_that_was_used():
    """Its titles, its rule, its version and digest; the national one knows no such procedure."""
    found = evaluate(package(bidder("p1", "1000000000")), own_rulebook())
    record, page = markdown(paper(found, WORKING_PAPER)), report(found)

    assert "balai_desa" not in national().procedures
    assert STAGE in record
    assert TITLE in page
    assert RULE in record
    assert f"versi desa-1, {own_rulebook().digest}" in record
    assert evaluation_dict(found)["regulation"]["digest"] == own_rulebook().digest
    assert reasons(found) is not None


@tries(6)
@given(st.data())
def test_every_package_can_be_printed_under_it(data):
    """Drawn under it, too."""
    given_package = data.draw(packages(bidders=(0, 3), rulebook=own_rulebook()))
    found = evaluate(given_package, own_rulebook())

    assert paper(found, BAHP).root
    assert report(found)


def test_no_paper_asks_the_national_rulebook():
    """Only the face, the English of its sentences, and strategies that are given none, name it."""
    asking = {
        path.relative_to(ROOT).as_posix()
        for room in ("tender", "rules", "desk")
        for path in (ROOT / room).rglob("*.py")
        if "national(" in path.read_text("utf-8")
    }

    assert asking == {
        "rules/tender_rules/in_english.py",
        "rules/tender_rules/rulebook.py",
        "rules/tender_rules/testing/__init__.py",
        "rules/tender_rules/testing/acts.py",
        "rules/tender_rules/testing/days.py",
        "rules/tender_rules/testing/happenings.py",
        "rules/tender_rules/testing/laws/tenders.py",
        "rules/tender_rules/testing/lowest_price.py",
    }
