"""The guides of a Pokja: followed step by step, their screens are real, their words known."""

import io
import re
import shutil
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from docs.making.pictures import FOLDER as PICTURES
from docs.making.pictures import NAMES
from tender_cli.answers import texts
from tender_cli.catalogue_id import INDONESIAN
from tender_cli.main import main
from tender_desk.documents.papers import PAPERS
from tender_desk.schedules.schedule_reading import reading_words
from tender_desk.workbook.layouts import names
from tender_desk.workbook.layouts.layout import Form
from tender_desk.workbook.layouts.tables import PRICES, layout_of
from tender_desk.workbook.matrices.heads import GENERAL as EVERYBODYS
from tender_desk.workbook.matrices.heads import ROW_AT, is_matrix
from tender_desk.worksheet_book import worksheet
from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_package
from tender_rules import national
from tender_rules.explaining import topic_of
from tests.desk.typed import BOOK, FOLDER, SAMPLE, STEPS, Opened, moment
from tests.desk.typed_states import BRANCHES, TWO_FILES, before, go_on
from tests.reading import read_path

ROOT = Path(__file__).parents[2]
GUIDES = {
    name: (ROOT / "docs" / name).read_text("utf-8")
    for name in ("panduan-pokja.md", "panduan-setelah-penetapan.md")
}
TEXT = "\n".join(GUIDES.values())
README = (ROOT / "README.md").read_text("utf-8")
_FENCES = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
PROSE = _FENCES.sub("", TEXT)
COMMANDS = sorted(
    {line for kind, body in _FENCES.findall(TEXT) if kind == "powershell" for line in
     body.splitlines() if line.startswith("tender ")}
    | {code for code in re.findall(r"`([^`]+)`", PROSE) if code.startswith("tender ")}
)  # fmt: skip
SCREENS = re.findall(r"<!-- layar (\S+): (.+?) -->\n```text\n(.*?)```", TEXT, re.DOTALL)
BOLD = sorted(set(re.findall(r"\*\*(.+?)\*\*", PROSE)))
QUOTED = sorted(set(re.findall(r"“(.+?)”", PROSE)))
# Of what is tried below without a screen in the guide.
_TRIED = {"kosong", "harga-sama-diputus", "sekaligus", "diumumkan"}
# A text that is filled in as a whole would be found in anything.
_LEAST_OF_ITS_OWN = 8
# Who has half an hour reads no more until the award, with screens, commands and tables.
_MOST_WORDS = 4_400


def tender(*words):
    """What `tender` shows on both streams, and its exit code."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.output, result.exit_code


def split(command):
    """The words of a command as a shell on Windows takes them: a backslash is a backslash."""
    return [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command)]


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """The folder of a tender in a state of the guide; each is made once, and copied."""

    @cache
    def made(state):
        base = tmp_path_factory.mktemp(state)
        folder, last = base / FOLDER, before(state)
        if last is not None:
            shutil.copytree(made(last), folder)
        go_on(folder, state, tender)
        return folder

    def copied(state):
        folder = tmp_path_factory.mktemp(f"{state}-salinan") / FOLDER
        shutil.copytree(made(state), folder)
        return folder

    return copied


def test_who_follows_the_guide_has_the_sample(desks):
    """Typed into Excel step by step, it is the package whose figures were worked by hand."""
    typed, sample = read_path(desks("selesai") / BOOK), read_path(SAMPLE / "paket.json")

    assert typed.faults == ()
    assert canonical_package(typed.package) == canonical_package(sample.package)


def test_its_record_is_final_in_word(desks, monkeypatch):
    """And says nothing of a draft."""
    monkeypatch.chdir(desks("selesai"))
    told, code = tender("bahp", BOOK, "--format", "docx", "--output", "BAHP.docx")
    markdown, _ = tender("bahp", BOOK)

    assert (told.splitlines()[-1], code) == ("ditulis: BAHP.docx", 0)
    assert Path("BAHP.docx").read_bytes().startswith(b"PK")
    assert "KONSEP" not in markdown


@pytest.mark.parametrize("state", ["harga", "dinilai"])
def test_before_its_end_the_record_is_a_draft(desks, monkeypatch, state):
    monkeypatch.chdir(desks(state))

    assert "KONSEP" in tender("bahp", BOOK)[0]


@pytest.mark.parametrize(("state", "command", "shown"), SCREENS, ids=lambda part: str(part)[:40])
def test_every_screen_is_what_is_seen(desks, tmp_path, monkeypatch, state, command, shown):
    """Each part between the dots stands on the screen as it is in the guide, in this order."""
    monkeypatch.chdir(tmp_path if state == "." else desks(state))
    screen = ""
    for part in command.split(" && "):
        screen, _ = tender(*split(part)[1:])
    at = 0
    for part in shown.split("…\n"):
        assert part in screen[at:], screen
        at = screen.index(part, at) + len(part)


def test_every_state_is_shown_or_tried():
    """None is left over."""
    shown = {state for state, _, _ in SCREENS} - {"."}

    assert shown | _TRIED == {*STEPS, *BRANCHES, TWO_FILES}


def test_an_empty_workbook_asks_for_every_field(desks, monkeypatch):
    """At its cell, all at once."""
    monkeypatch.chdir(desks("kosong"))
    told, code = tender("check", ".")

    assert code == 1
    assert [f"paket.xlsx:Paket!B{row}: XLS041" in told for row in range(5, 21)] == [True] * 16


def test_the_next_tender_begins_with_the_last(desks, monkeypatch):
    """Its clauses and members are there, its bidders and prices are not."""
    monkeypatch.chdir(desks("selesai"))
    assert tender("init", "Berikutnya", "--workbook", "--from", BOOK)[1] == 0
    desk = Opened(Path("Berikutnya") / "paket.xlsx")

    assert desk.cell("Kriteria", "Klausul", 1).value == "IKP 28.12"
    assert desk.cell("Pokja", "Nama", 1).value == "Siti Rahmawati"
    assert desk.cell("Peserta", "Nama peserta", 1).value is None
    assert desk.cell("HPS", "Harga Satuan", 1).value is None


def test_a_decision_about_the_tie_lets_it_go_on(desks, monkeypatch):
    """In the order that the panel gave."""
    monkeypatch.chdir(desks("harga-sama-diputus"))
    told, code = tender("evaluate", BOOK)
    reserves = "Calon pemenang cadangan: p1 CV Umpama Karya Jalan, p3 CV Misal Aspal Mandiri"

    assert code == 0
    assert reserves in told


def test_one_line_judges_every_stage(desks, monkeypatch):
    """With `semua tahap`, in one file; the proof takes the second line that the guide asks for."""
    folder = desks("sekaligus")
    monkeypatch.chdir(folder)

    assert "selesai dihitung; belum ditetapkan" in " ".join(tender("check", BOOK)[0].split())
    desk = Opened(folder / BOOK)
    desk.book["Penilaian"].delete_rows(6)
    desk.save()
    screen = " ".join(tender("evaluate", BOOK)[0].split())
    assert "Pembuktian kualifikasi" in screen.partition(" Ditunggu ")[2]


def test_one_line_for_all_is_refused_once_two_files_are_opened(desks, monkeypatch):
    """As the guide warns: it would judge the technical stage after the prices were seen."""
    folder = desks("sekaligus")
    monkeypatch.chdir(folder)
    desk = Opened(folder / BOOK)
    desk.field("Paket", "Pemasukan dokumen").value = "dua file"
    opening = {"Jenis": "pembukaan harga", "Waktu": moment("2023-03-28T10:00")}
    desk.row("Peristiwa", opening, 1)
    desk.save()
    told, code = tender("check", BOOK)

    assert code == 1
    assert "Penilaian!F5" in told


def test_price_sheets_are_made_for_those_who_passed_only(desks, monkeypatch):
    """In two files; p4 fell at the technical evaluation, p5 handed in nothing."""
    folder = desks(TWO_FILES)
    monkeypatch.chdir(folder)
    tender("worksheet", ".")
    sheets = Opened(folder / BOOK).book.sheetnames

    assert [name for name in sheets if name.startswith(PRICES.name)] == [
        "Harga p1",
        "Harga p2",
        "Harga p3",
    ]


def test_a_letter_is_no_draft_once_it_is_announced(desks, monkeypatch):
    letter = ("bahp", BOOK, "--document", "surat", "--participant", "p5")
    monkeypatch.chdir(desks("selesai"))
    before, _ = tender(*letter)
    monkeypatch.chdir(desks("diumumkan"))
    after, _ = tender(*letter)

    assert "KONSEP" in before
    assert "KONSEP" not in after


def test_the_way_by_spse_needs_no_json_to_be_opened(desks, monkeypatch):
    """The participants of a paste are in the worksheet that is made of what was filled."""
    monkeypatch.chdir(desks("peserta"))
    paste = "Nama Peserta\tPenawaran\nCV Baru Sekali - 00.123.456.7-890.009\tRp 2.000.000.000,00\n"
    Path("peserta.txt").write_text(paste, "utf-8")

    assert tender("import", "spse", ".", "peserta.txt", "--fill", "terisi.json")[1] == 0
    assert tender("worksheet", "terisi.json", "--output", "paket-baru.xlsx")[1] == 3
    reading = read_path(Path("paket-baru.xlsx"))
    assert reading.package is not None
    assert "CV Baru Sekali" in {who.name for who in reading.package.participants}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one(command):
    """Its options exist and its words are as many as it takes."""
    _, *words = split(command)
    context = click.Context(main, info_name="tender")
    group, taken = main, ""
    while isinstance(group, click.Group):
        if not words or words[0].startswith("-"):
            assert words in (["--help"], []), command
            return
        taken, *words = words
        found = group.get_command(context, taken)
        assert found is not None, command
        group = found
    if words:  # a command named alone, such as `tender worksheet`, is only spoken of
        group.make_context(taken, words, parent=context)


@cache
def vocabulary():
    """Every word of the workbook: sheets, columns, fields, and what the lists offer."""
    words = {names.GUIDE, names.REST, names.IN_ORDER, EVERYBODYS, ROW_AT, *found_sheets()}
    layout = layout_of(national().declarations)
    for form in layout.forms:
        assert isinstance(form, Form)
        words |= {form.name, *form.headers, *(field.title for field in form.fields)}
        for field in form.fields:
            words |= set(field.kind.terms) if field.kind else set()
    for table in layout.sheets:
        if isinstance(table, Form):
            continue
        columns = (*table.parents, *table.columns)
        words |= {table.name, *(column.title for column in columns)}
        for column in columns:
            words |= set(column.kind.terms)
    return words


def found_sheets():
    """The sheets of results that a workbook of the guide's tender gets."""
    reading = read_path(SAMPLE / "paket.json")
    book = worksheet(evaluate(reading.package, national()), reading, national())
    return load_workbook(io.BytesIO(book), read_only=True).sheetnames


@pytest.mark.parametrize("word", BOLD)
def test_every_bold_word_is_in_the_workbook(word):
    known = vocabulary()

    assert word in known or is_matrix(word) or re.fullmatch(rf"{PRICES.name} p\d", word)


def said():
    """All that the program says in Indonesian, each sentence by itself as well."""
    told = [*INDONESIAN.values(), *(note["id"] for note in reading_words()["notes"].values())]
    for text in texts().values():
        told += [text.message("id"), text.hint("id")]
    return {part for text in told for part in (text, *re.split(r"(?<=[.:]) ", text))}


def is_said(quoted, text):
    """Whether `quoted` is `text`, whatever is filled in; or its beginning, up to the dots."""
    if quoted.endswith(" …"):
        return text.startswith(quoted.removesuffix("…"))
    own = re.sub(r"\{\w+\}", "", text)
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(text))
    return len(own) >= _LEAST_OF_ITS_OWN and re.fullmatch(pattern, quoted) is not None


@pytest.mark.parametrize("quoted", QUOTED)
def test_every_quoted_message_is_one(quoted):
    assert any(is_said(quoted, text) for text in said())


def test_a_message_that_is_none_is_noticed():
    """The check above is no stub."""
    assert not any(is_said("Harga Satuan harus diisi.", text) for text in said())


def test_every_picture_is_there_and_none_is_left_over():
    """In the guide, in the folder, and made by the command."""
    shown = set(re.findall(r"pictures/([\w-]+\.png)", TEXT))
    there = {path.name for path in PICTURES.iterdir()}

    assert shown == there == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_light_and_can_be_read(name):
    """Below 200 KB, and a PNG wide enough for its text."""
    data = (PICTURES / name).read_bytes()
    width = int.from_bytes(data[16:20], "big")

    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) < 200_000
    assert 480 <= width <= 1300


def test_every_code_and_rule_is_known():
    """What `tender explain` is asked for in the guide."""
    asked = re.findall(r"`tender explain ([A-Z]\w+\d|[a-z]+\.[a-z_]+)`", PROSE)

    assert asked
    for what in asked:
        assert what in texts() or topic_of(what), what


def headings(text):
    """The places in a text that a link may name."""
    return {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in _FENCES.sub("", text).splitlines()
        if line.startswith("#")
    }


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_leads_somewhere(name):
    """To a heading of a guide, or to a file beside it."""
    for target in re.findall(r"\]\(([^)]+)\)", _FENCES.sub("", GUIDES[name])):
        if target.startswith("http"):
            continue
        file, _, place = target.partition("#")
        assert (ROOT / "docs" / (file or name)).exists(), target
        assert not place or place in headings(GUIDES[file or name]), target


def test_every_kind_of_paper_is_named():
    """In the tables of papers, by the word that the command takes."""
    assert {paper.key for paper in PAPERS} <= set(re.findall(r"`([^`]+)`", PROSE))


def test_the_guide_until_the_award_is_short():
    """What is read counts: no picture, no address of a link, no sign of a table or a screen."""
    guide = GUIDES["panduan-pokja.md"]
    read = re.sub(r"<!--.*?-->|<img[^>]*>|!\[[^]]*\]\([^)]*\)|(?<=\])\([^)]*\)|```\w*", "", guide)
    words = [word for word in read.split() if re.search(r"\w", word)]

    assert 2_000 < len(words) <= _MOST_WORDS


def test_the_readme_leads_to_the_guide():
    assert "docs/panduan-pokja.md" in README
