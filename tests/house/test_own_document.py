"""A kind of document that only this test knows: one declaration, and every writer draws it."""

import copy
import io
import zipfile

import pytest
from attrs import evolve
from click.testing import CliRunner

from tender_cli.commands.bahp import Kinds, bahp
from tender_desk.documents.addressing import by_chair, to_bidder
from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.blocks import Paragraph, table
from tender_desk.documents.draft import standing_of_stages
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import PAPERS, Audience, Paper, paper
from tender_desk.documents.pdf.pdf_writer import pdf_bytes
from tender_desk.documents.readback import texts_of
from tender_desk.documents.word.word_writer import docx_bytes
from tender_engine.declared import Words
from tender_engine.formats.canonical import canonical_package
from tender_engine.terms import StageId
from tests.builders import bidder, evaluated, package

GIVEN = package(bidder("p1", "1000000000"), bidder("p2", "900000000"))
SEEN = "Disaksikan warga di balai desa."


def sections(view):
    """Who was there, and a sentence that no other document has."""
    rows = [(view.who(name),) for name in view.participants if view.concerns(name)]
    yield "Kehadiran", (Paragraph(SEEN), table({"Nama peserta": "<"}, rows))


OWN = Paper(
    "kehadiran",
    Words("Berita Acara Kehadiran", "Minutes of who was there"),
    Audience.PUBLIC,
    lambda view: standing_of_stages(view, "" if view.participants else "belum ada yang datang"),
    sections,
    scope=lambda view: view.narrowed(StageId.PEMBUKAAN),
    of_one=True,
)
LETTER = evolve(OWN, audience=Audience.PARTICIPANT, addressed_to=to_bidder, signed_by=by_chair)


def words_of_docx(data):
    """What the body of a Word document says, as its XML holds it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def command_with(*papers):
    """`tender bahp` where these are what there is to choose from."""
    made = copy.copy(bahp)
    document = Kinds(["--document"], papers=papers)
    made.params = [document if known.name == "document" else known for known in bahp.params]
    return made


def test_every_writer_draws_it_and_reads_it_back():
    """Title, opening, a section under its letter, and the root; no writer knows of it."""
    made = paper(evaluated(GIVEN), OWN)
    title, root = "BERITA ACARA KEHADIRAN", made.root

    assert (made.title, made.draft, made.internal) == (title, False, False)
    assert [part.title for part in made.sections] == ["Kehadiran", "Jejak Keputusan"]
    assert {title, SEEN, root, "CV p2 Contoh"} <= set(texts_of(made))
    for text in (markdown(made), words_of_docx(docx_bytes(made))):
        assert all(said in text for said in (title, SEEN, root, "CV p2 Contoh"))
    assert bahp_dict(made)["sections"][0]["blocks"][0]["text"] == SEEN
    assert pdf_bytes(made).startswith(b"%PDF")


def test_it_says_itself_when_it_is_final():
    """Nobody came: a KONSEP, with the reason of the declaration."""
    made = paper(evaluated(evolve(GIVEN, participants=())), OWN)

    assert made.title == "KONSEP BERITA ACARA KEHADIRAN"
    assert "Belum ada yang datang." in markdown(made)


def test_its_audience_decides_what_it_is_given():
    """Inside every figure exactly, and said so; outside neither, whatever its sections ask."""
    looked = []

    def look(view):
        looked.append((view.internal, view.exactly))
        return ()

    inside, outside, letter = (
        paper(evaluated(GIVEN), evolve(OWN, audience=audience, sections=look), "p1")
        for audience in (Audience.INTERNAL, Audience.PUBLIC, Audience.PARTICIPANT)
    )

    assert looked == [(True, True), (False, False), (False, False)]
    assert [made.internal for made in (inside, outside, letter)] == [True, False, False]
    assert "tidak untuk umum" in markdown(inside)
    assert "tidak untuk umum" not in markdown(outside) + markdown(letter)


def test_it_is_of_one_participant_where_it_says_so():
    """A letter always; minutes where they may; one who is not there is an error."""
    evaluation = evaluated(GIVEN)
    one, letter = (paper(evaluation, kind, "p1") for kind in (OWN, LETTER))

    assert "CV p2 Contoh" not in markdown(one)
    assert letter.recipient[0] == "Pimpinan CV p1 Contoh"
    with pytest.raises(KeyError):
        paper(evaluation, OWN, "p99")
    with pytest.raises(KeyError):
        paper(evaluation, LETTER)
    with pytest.raises(ValueError, match="no participant alone"):
        paper(evaluation, evolve(OWN, of_one=False), "p1")


@pytest.mark.parametrize("form", ["markdown", "json", "docx", "pdf"])
def test_the_command_lists_it_and_writes_it(tmp_path, form):
    """Where it is handed in among the kinds, in every form."""
    (tmp_path / "paket.json").write_text(canonical_package(GIVEN), "utf-8")
    command, file = command_with(*PAPERS, OWN), tmp_path / "dokumen"
    told = CliRunner().invoke(command, ["--help"]).stdout
    words = [str(tmp_path), "--document", "kehadiran", "--format", form, "--output", str(file)]
    result = CliRunner().invoke(command, words, catch_exceptions=False)

    assert "kehadiran (Berita Acara Kehadiran)" in " ".join(told.split())
    assert result.exit_code == 0, result.output
    assert file.stat().st_size
