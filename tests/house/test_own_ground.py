"""A ground of failure that only this test's rulebook knows: one declaration, and all derives."""

import io
from collections import defaultdict

import pytest
from attrs import evolve
from hypothesis import find
from openpyxl import load_workbook

from docs.making.rules import grounds_section
from docs.making.sources import Sources
from tender_cli.commands.rules import explain_law, law_named
from tender_cli.messages import speak
from tender_cli.story import print_story
from tender_cli.summary import print_summary
from tender_cli.tables import Plain
from tender_desk.any_file import read_bytes
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.report.page import report
from tender_desk.workbook.drawn.drawing import workbook_bytes
from tender_desk.workbook.kinds import Named
from tender_desk.workbook.layouts.tables import layout_of
from tender_engine.declared import Ground, StageWords, Words
from tender_engine.engine import evaluate
from tender_engine.events import FailureAct
from tender_engine.faults import PackageRefusedError
from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.reader import read_text
from tender_engine.formats.schema import package_schema
from tender_engine.law import LawError
from tender_engine.objecting import objections_to
from tender_engine.terms import Decider, StageId, Subject
from tender_rules import national
from tender_rules.citations import perpres
from tender_rules.manifest import manifest_of
from tender_rules.rulebook import assembled
from tender_rules.testing import failing
from tests.builders import at, bidder, package
from tests.desk.workbook.test_kinds import Cell
from tests.house.finding import AT_ONCE
from tests.procurements import applicants, screened

FLOODED = Ground(
    "desa:banjir",
    Words("lokasi pekerjaan terendam banjir", "the site is flooded"),
    Subject.PEMILIHAN,
    Decider.PA,
    "menurut_penyebab",
    (perpres("Pasal 51 ayat (4)"),),
    of_seleksi=False,
)


def with_ground(ground):
    """The law of the nation with one ground more."""
    plain = assembled()
    grounds = {**plain.grounds, ground.id: ground}
    return evolve(plain, declarations=evolve(plain.declarations, grounds=grounds))


BOOK = with_ground(FLOODED)
KEY = ("ground",)
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


@pytest.mark.parametrize("subject", Subject)
def test_it_holds_from_when_its_value_of_the_law_says(subject):
    """Of a qualification as of bids: after the objection period, and not at once."""
    ground = evolve(FLOODED, of=subject, effective="failure.none_passes_effective")
    act = evolve(GIVEN.events[0], of=subject)
    given = screened(*applicants(3)) if subject is Subject.KUALIFIKASI else GIVEN
    found = evaluate(evolve(given, events=(act,)), with_ground(ground))

    assert found.failure.effective == "setelah_masa_sanggah"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_screen_says_it_in_the_words_of_the_rulebook_that_was_used(capsys, lang):
    """The result with its ground, and the stages; no other rulebook is asked."""
    words = StageWords(Words("Buka di desa", "In the village"), Words("Desa", "Vill"))
    found = evaluate(GIVEN, with_words(words))
    speak(lang)
    print_summary(found, "akar", Plain())
    print_story(found, GIVEN.participants[0], Plain())
    told = capsys.readouterr().out

    assert FLOODED.words.said(lang) in told
    assert FLOODED.id not in told
    assert words.short.said(lang) in told
    assert f"{words.title.said(lang)}: " in told


def with_words(words):
    """The rulebook with the ground, whose first stage is called otherwise wherever it stands."""

    def named(procedure):
        stages = (
            evolve(each, words=words) if each.id == StageId.PEMBUKAAN else each
            for each in procedure.stages
        )
        return evolve(procedure, stages=tuple(stages))

    return evolve(BOOK, procedures={name: named(each) for name, each in BOOK.procedures.items()})


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
    explain_law(BOOK, FLOODED.id)
    told = capsys.readouterr().out

    assert f"desa:banjir: {FLOODED.words.said(lang)}" in told
    assert BOOK.words["next.menurut_penyebab"].said(lang) in told
    assert "Perpres 16/2018 Pasal 51 ayat (4)" in told
    # Its page is in the words of the law.
    assert ("Tender atau Seleksi gagal" in told) is (lang == "id")
    assert law_named(BOOK, FLOODED.id)["declared_by"] == "pa"


def test_the_page_of_the_regulation_and_the_manifest_have_it():
    """Under what fails, and by its id."""
    page = "\n".join(grounds_section(Sources(BOOK, {}, defaultdict(dict))))

    assert "#### `desa:banjir`\n\nLokasi pekerjaan terendam banjir." in page
    manifest = manifest_of(BOOK)
    assert manifest.differing(national().manifest) == ("ground:desa:banjir",)


@pytest.mark.parametrize("subject", Subject)
def test_the_strategies_draw_it(subject):
    """Among the others, of bids or of a qualification; what is drawn is evaluated and printed."""
    ground = evolve(FLOODED, of=subject)
    book = with_ground(ground)
    given = screened(*applicants(3)) if subject is Subject.KUALIFIKASI else GIVEN

    def drawn_it(made):
        act, found = made.events[-1], evaluate(made, book)
        assert found.failure.ground == act.ground
        assert book.grounds[act.ground].words.id in markdown(paper(found, BAHP))
        return act.ground == ground.id

    act = find(failing(evolve(given, events=()), book), drawn_it, settings=AT_ONCE).events[-1]

    assert (act.ground, act.by, act.of) == (ground.id, Decider.PA, subject)


def test_the_schema_is_the_same():
    """A ground is a text there: which are known is for the law to say, not for the format."""
    assert package_schema(BOOK) == package_schema(national())


@pytest.mark.parametrize("typed", [FLOODED.id, "Lokasi pekerjaan  terendam BANJIR"])
def test_the_workbook_takes_it_by_its_id_and_by_its_words(typed):
    """Whatever its case; another text stays what it is."""
    (column,) = (c for c in layout_of(BOOK.declarations).table("Peristiwa").columns if c.key == KEY)

    assert column.kind.read(Cell(typed)) == FLOODED.id
    assert column.kind.read(Cell("banjir")) == "banjir"


def test_the_workbook_offers_it_and_reads_it_back():
    """In its words, among which Excel lets one type an id; the same package again."""
    data = workbook_bytes(GIVEN, BOOK)
    again = read_bytes(data, "paket.xlsx", BOOK)
    book = load_workbook(io.BytesIO(data))
    sheet, words = book["Peristiwa"], [cell.value for row in book["Daftar"] for cell in row]
    heads = next(row for row in sheet.iter_rows() if "Dasar gagal" in [c.value for c in row])
    (head,) = (cell for cell in heads if cell.value == "Dasar gagal")
    place = sheet.cell(head.row + 1, head.column)
    (offered,) = (d for d in sheet.data_validations.dataValidation if place.coordinate in d.sqref)

    assert place.value == FLOODED.words.id in words
    assert not offered.showErrorMessage
    assert canonical_package(again.package) == canonical_package(GIVEN)


def test_two_that_are_called_alike_are_typed_by_their_ids():
    """Their words would be one of both."""
    kind = Named({"a:1_x": "Sama", "a:2": "sama", "a:3": "lain"})

    assert kind.terms == ("a:1_x", "a:2", "lain")
    assert [kind.read(Cell(text)) for text in ("a:1_x", "sama", "lain")] == ["a:1_x", "sama", "a:3"]


def test_a_message_about_a_workbook_has_its_words():
    """A ground of a Tender, named in the act on a qualification."""
    act = evolve(GIVEN.events[0], of=Subject.KUALIFIKASI)
    wrong = screened(*applicants(3), events=[act])
    reading = read_bytes(workbook_bytes(wrong, BOOK), "paket.xlsx", BOOK)
    (told,) = reading.diagnose(objections_to(reading.package, (), BOOK))

    assert (told.code, told.message) == (
        "ATR009",
        "Dasar gagal lokasi pekerjaan terendam banjir tidak dikenal",
    )


@pytest.mark.parametrize(
    ("changed", "lacking"),
    [
        ({"follow_up": "menunggu_surut"}, r"next\.menunggu_surut, next\.menunggu_surut\.due"),
        ({"effective": "desa.surut"}, r"no value desa\.surut"),
        ({"effective": "award.pokja_up_to"}, r"effective\.100000000000"),
        ({"declared_by": "desa"}, r"term\.desa"),
    ],
)
def test_what_it_says_and_nobody_has_words_for_is_an_error_when_the_rulebook_is_made(
    changed, lacking
):
    """Which names the ground and what lacks."""
    with pytest.raises(LawError, match=f"^desa:banjir: .*{lacking}"):
        with_ground(evolve(FLOODED, **changed))
