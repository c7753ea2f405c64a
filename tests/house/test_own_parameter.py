"""A value of the law that only this test's rulebook knows: said once, and all derives."""

import datetime as dt
import json
from collections import defaultdict
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import find

from docs.making.provisions import articles, homes, instrument_section
from docs.making.sources import Sources
from tender_cli.commands.rules import explain_law
from tender_cli.law_screens import print_param
from tender_cli.messages import speak
from tender_cli.tables import Plain
from tender_desk.any_file import read_bytes
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.report.page import report
from tender_desk.documents.report.sections import values_used
from tender_desk.documents.unconfirmed import unconfirmed
from tender_desk.documents.view import View
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_engine.engine import evaluate
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.reader import read_text
from tender_engine.formats.schema import package_schema
from tender_engine.law import LawError, passes, rule
from tender_engine.model import DocumentValue, Regulation
from tender_rules import national
from tender_rules.citations import DOCUMENT
from tender_rules.loading import LawFile, read_provisions
from tender_rules.manifest import manifest_of
from tender_rules.parameters import read_parameters
from tender_rules.rulebook import assembled
from tender_rules.testing import packages
from tender_rules.vocabulary import read_language
from tests.builders import bidder, package
from tests.house.finding import AT_ONCE

TEXT = """
[about."desa.witnesses_share"]
id = "Warga yang menyaksikan"
en = "Villagers who watch"
unit = "bagian"

[[param."desa.witnesses_share"]]
value = "0.25"
instrument = "Peraturan Desa 1/2020"
article = "Pasal 3"
since = 2018-03-22
source = "unverified"
checked = 2026-11-29
local = "only-higher"

[about."desa.place"]
id = "Tempat pembukaan"
en = "Where bids are opened"
unit = "kata"
terms.balai = { id = "balai desa", en = "the village hall" }

[[param."desa.place"]]
value = "balai"
instrument = "Peraturan Desa 1/2020"
article = "Pasal 4"
since = 2018-03-22
source = "text"
checked = 2026-11-29
local = "no"
"""
FILE = LawFile("desa.toml", TEXT)


@rule("desa.witnessed", "Disaksikan warga", DOCUMENT, since="2018-03-22")
def witnessed(_file, ask):
    """Somebody was there."""
    share, place = ask.decimal("desa.witnesses_share"), ask.text("desa.place")
    return passes("Disaksikan warga", bagian=share, tempat=place)


def own_rulebook():
    """The national one with both values, and a rule at the opening that asks for them."""
    plain = assembled().procedures["pascakualifikasi"]
    opening, *others = plain.stages

    def decide(case, who):
        decision = opening.decide(case, who)
        found = witnessed.apply(None, case.law)[0]
        return evolve(decision, findings=(*decision.findings, found))

    first = evolve(opening, decide=decide, rules=(*opening.rules, witnessed))
    procedure = evolve(plain, stages=(first, *others))
    return evolve(
        assembled(),
        provisions=(*assembled().provisions, *read_provisions(FILE)),
        parameters={**assembled().parameters, **read_parameters([FILE])},
        procedures={**assembled().procedures, plain.id: procedure},
        rules=(*assembled().rules, witnessed),
    )


BOOK = own_rulebook()
FOUND = evaluate(package(bidder("p1", "1000000000")), BOOK)


def test_papers_print_it_in_its_words_and_unit():
    """A share in percent, a term in full: in the draft's list, the working paper and the report."""
    record, inside = markdown(paper(FOUND, BAHP)), markdown(paper(FOUND, WORKING_PAPER))

    assert "desa.witnesses_share" in {used.param for used in unconfirmed(View.of(FOUND))}
    assert "| Warga yang menyaksikan | 25% |" in record
    assert "| Tempat pembukaan | balai desa |" in inside
    assert "Tempat pembukaan" in report(FOUND)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", "sejak 22 Maret 2018: balai (balai desa)"),
        ("en", "since 22 March 2018: balai (the village hall)"),
    ],
)
def test_it_is_explained(capsys, lang, said):
    """By `tender explain` and `tender rules`, which ask alike, in both languages."""
    speak(lang)
    explain_law(BOOK, "desa.place")
    told = capsys.readouterr().out

    assert f"desa.place: {BOOK.parameters['desa.place'].words.said(lang)}" in told
    assert said in told
    assert "desa.toml:22" in told
    assert "desa.witnessed" in told


def setting(value):
    """A package whose document sets how many watch."""
    own = DocumentValue("desa.witnesses_share", value, "LDP huruf Z", "menurut LDP")
    return package(bidder("p1", "1000000000"), regulation=Regulation(values=(own,)))


def test_a_document_may_set_it():
    """As far as it is open; under another rulebook there is no such value."""
    made = read_text(canonical_package(setting("0.3")), "paket.json", BOOK).package
    (used,) = (v for v in evaluate(made, BOOK).values if v.param == "desa.witnesses_share")

    assert (used.value, used.set_by, used.clause) == ("0.3", "dokumen", "LDP huruf Z")
    for value, book, code in (("0.2", BOOK, "ATR007"), ("0.3", national(), "ATR006")):
        with pytest.raises(PackageRefusedError, match=code):
            evaluate(setting(value), book)


def test_the_schema_is_the_same():
    """A value is a text there: which are known, and how far open, is for the law to say."""
    assert package_schema(BOOK) == package_schema(national())


def test_the_workbook_holds_what_a_document_sets():
    """On the sheet of values, and reads it back."""
    made = setting("0.3")
    again = read_bytes(workbook_bytes(made, BOOK), "paket.xlsx", BOOK).package

    assert canonical_package(again) == canonical_package(made)
    assert evaluate(again, BOOK).law.value("desa.witnesses_share").number == Decimal("0.3")


def test_the_strategies_are_evaluated_under_it():
    """None sets a value of a document; what rests on this one is in whatever is drawn."""
    made = find(packages(rulebook=BOOK, bidders=(1, 2)), lambda _: True, settings=AT_ONCE)

    assert "desa.place" in {used.param for used in evaluate(made, BOOK).values}


def test_the_page_of_the_regulation_and_the_manifest_have_it():
    """Under its instrument; the manifest by its id, its words apart."""
    by_instrument, found = articles(BOOK), Sources(BOOK, defaultdict(tuple), defaultdict(dict))
    name = "Peraturan Desa 1/2020"
    passages = by_instrument[name]
    page = "\n".join(instrument_section(found, name, passages, homes(by_instrument)))
    mine = {name for name in manifest_of(BOOK).entries if "desa." in name}

    assert "### Peraturan Desa 1/2020" in page
    assert "**`desa.witnesses_share` = `0.25`**" in page
    assert "  - Warga yang menyaksikan." in page
    assert mine == {
        "parameter:desa.place",
        "parameter:desa.witnesses_share",
        "rule:desa.witnessed",
        "value:desa.place/2018-03-22",
        "value:desa.witnesses_share/2018-03-22",
    }


def in_javanese():
    """A third language of this rulebook, as a file would hold it: the key of each word."""
    texts = {key: f"[{words.id}]" for key, words in BOOK.words.items()}
    return texts | {"param.desa.place": "Panggonan mbukak", "param.desa.place.balai": "bale desa"}


def test_a_third_language_is_one_file_of_words_by_key(capsys):
    """A table of the report in it, and a screen, whoever made the law."""
    spoken = read_language(json.dumps(in_javanese()), BOOK.words)
    print_param(BOOK, "desa.place", spoken, Plain())
    told = capsys.readouterr().out

    assert told.startswith("desa.place: Panggonan mbukak\n")
    assert "balai (bale desa)" in told
    (used,) = values_used(evolve(View.of(FOUND, internal=True), words=spoken))

    assert ("Panggonan mbukak", "bale desa") in {row[:2] for row in used.rows}


def test_a_third_language_is_whole_or_refused():
    """What lacks and what nobody asked for are told together."""
    texts = in_javanese()
    del texts["param.desa.place"]

    with pytest.raises(LawError, match=r"missing \['param.desa.place'\], unknown \[\]"):
        read_language(json.dumps(texts), BOOK.words)
    with pytest.raises(LawError, match=r"missing \['param.desa.place'\], unknown \['param.x'\]"):
        read_language(json.dumps({**texts, "param.x": "x"}), BOOK.words)


def test_the_law_of_the_nation_has_no_such_value():
    """Nothing was left behind."""
    assert "desa.place" not in national().law_on(dt.date(2022, 1, 1)).values
    assert BOOK.law_on(dt.date(2022, 1, 1)).values["desa.witnesses_share"].number == Decimal("0.25")
