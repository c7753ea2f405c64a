"""Records in Word: every text in order, pages that hold together, and the same bytes."""

import datetime as dt
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from tender_desk.documents.blocks import (
    Pairs,
    Paragraph,
    Record,
    Section,
    Signatory,
    Signatures,
    SignedOff,
    Subheading,
    table,
)
from tender_desk.documents.papers import BAHP, paper
from tender_desk.documents.readback import ReadBackError, UnwritableTextError
from tender_desk.documents.word import body as drawing
from tender_desk.documents.word import frame as framing
from tender_desk.documents.word.plain import plain_kop
from tender_desk.documents.word.word_writer import docx_bytes
from tender_engine.engine import evaluate
from tender_rules import national
from tests.desk.documents.word import (
    RECORDS,
    W,
    body,
    has,
    parts,
    said_on_pages,
    tables,
    text,
    texts,
    written,
)
from tests.reading import read_path
from tests.tries import tries

SAMPLES = Path(__file__).parents[3] / "samples"
_SAMPLE = SAMPLES / "jalan-kabupaten" / "paket.json"
ROOT = "sha256:0123456789abcdeffedcba9876543210"


def record_of(*blocks, **more):
    """A record of one section."""
    given = {
        "title": "JUDUL",
        "draft": False,
        "internal": False,
        "number": "N/1",
        "place": "Tempat",
        "date": "Tanggal",
        "time": "Pukul",
        "tender": "Paket Contoh",
        "opening": (),
        "sections": (Section("A", "Bagian", blocks),),
        "root": ROOT,
    }
    return Record(**(given | more))


SIGNED = Signatures(tuple(Signatory(f"Anggota {n}", "Anggota", f"NIP{n}") for n in (1, 2, 3)))


def in_order(record):
    """What has to stand in the body, worked out by hand from the blocks."""
    yield from (line.upper() for line in record.issuer)
    yield from (record.title, f"Nomor: {record.number}", f"Paket: {record.tender}")
    for section in (Section("", "", record.opening), *record.parts):
        if section.heading:
            yield section.heading
        for block in section.blocks:
            if isinstance(block, Pairs):
                for label, said in block.items:
                    yield from (label, ":", said)
            elif isinstance(block, Paragraph | Subheading):
                yield block.text
            else:
                drawn = block.table() if isinstance(block, Signatures) else block
                yield from (*drawn.headers, *(cell for row in drawn.rows for cell in row))


@pytest.mark.parametrize("name", RECORDS)
def test_every_text_of_every_record_is_written_in_order(name):
    """Names, amounts, cells: nothing is left out, nothing added, nothing changes places."""
    assert list(in_order(RECORDS[name])) == texts(written(name))


def test_a_letter_says_to_whom_it_goes():
    """Number and subject, then the addressee; no title in the middle of the page."""
    letter = record_of(recipient=("Pimpinan PT X", "Jalan Y 1"), title="Hal Surat", number="7")

    assert texts(docx_bytes(letter))[:12] == [
        "Tempat, Tanggal",
        *("Nomor", ":", "7"),
        *("Lampiran", ":", "–"),
        *("Hal", ":", "Hal Surat"),
        *("Kepada Yth.", "Pimpinan PT X"),
    ]
    assert "di tempat" not in texts(docx_bytes(letter))
    assert "di tempat" in texts(docx_bytes(evolve(letter, recipient=("Pimpinan PT X",))))


@pytest.mark.parametrize("name", ["ditetapkan-bahp", "diusulkan-bahp", "kualitas-evaluasi"])
def test_the_same_record_gives_the_same_bytes(name):
    """And no part of the file has a time of its own."""
    data = written(name)

    assert data == docx_bytes(RECORDS[name])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())
    this_year = f"{dt.datetime.now(dt.UTC):%Y-%m}".encode()
    assert this_year not in parts(data)["docProps/core.xml"]


def test_nobody_is_named_as_its_author():
    """The properties tell title and language, and nothing of a machine or a person."""
    core = parts(written("ditetapkan-bahp"))["docProps/core.xml"].decode()

    assert "<dc:title>BERITA ACARA HASIL PEMILIHAN</dc:title>" in core
    assert "id-ID" in core
    assert "python-docx" not in core


def test_heads_of_tables_are_repeated_and_rows_are_whole():
    """On every table with lines around it; labels with what they stand for have no head."""
    ruled = [t for t in tables(written("ditetapkan-bahp")) if has(t, "tblBorders")]

    assert len(ruled) > 5
    for found in ruled:
        rows = found.findall(f"{W}tr")
        assert [has(row, "tblHeader") for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(has(row, "cantSplit") for row in rows)


def test_a_row_that_fills_half_a_page_may_be_split():
    """Else Word would leave the rest of the page before it blank."""
    long = "Alasan yang panjang sekali. " * 120
    (found,) = tables(docx_bytes(record_of(table({"A": "<", "B": "<"}, [("x", "y"), ("x", long)]))))

    assert [has(row, "cantSplit") for row in found.findall(f"{W}tr")] == [True, True, False]


def test_columns_are_as_wide_in_the_grid_as_in_the_cells():
    """LibreOffice looks at the one and Word at the other; together they fill the page."""
    data = written("ditetapkan-bahp")
    for found in tables(data):
        grid = [int(column.get(f"{W}w")) for column in found.iter(f"{W}gridCol")]
        for row in found.findall(f"{W}tr"):
            assert grid == [int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")]
        # A4 is 11.906 twentieths wide; the margins take 1.417 and 1.134. Columns are rounded.
        assert abs(sum(grid) - (11906 - 1417 - 1134)) <= len(grid)


def test_figures_stand_to_the_right():
    """A column of amounts is aligned as the record says."""
    made = record_of(table({"Nama": "<", "Harga": ">", "Hasil": "^"}, [("a", "Rp1,00", "Lulus")]))
    (found,) = tables(docx_bytes(made))
    sides = [jc.get(f"{W}val") for jc in found.findall(f"{W}tr")[1].iter(f"{W}jc")]

    assert sides == ["left", "right", "center"]


def test_signatures_stay_together_with_what_they_sign():
    """The heading, the closing words and every line but the last hold on to the next."""
    data = docx_bytes(record_of(Paragraph("Demikian."), SIGNED))
    *_, heading, words, lines = [e for e in body(data) if text(e)]

    assert [has(heading, "keepNext"), has(words, "keepNext")] == [True, True]
    rows = lines.findall(f"{W}tr")
    kept = [all(has(p, "keepNext") for p in row.iter(f"{W}p")) for row in rows]
    assert kept == [True, True, True, False]


def test_what_leads_up_to_a_table_stays_with_it():
    """A sentence that announces a table is not left alone at the foot of a page."""
    shown = table({"A": "<"}, [("x",)])
    announced, plain = (
        docx_bytes(record_of(Paragraph("Ini:"), shown)),
        docx_bytes(record_of(Paragraph("Ini."), Paragraph("Itu."))),
    )

    def kept(data, words):
        return next(has(e, "keepNext") for e in body(data) if text(e) == words)

    assert kept(announced, "Ini:")
    assert not kept(plain, "Ini.")


@pytest.mark.parametrize("name", RECORDS)
def test_every_page_has_its_number_and_the_root(name):
    """Page x of y, worked out by Word, beside the first sixteen digits of the root."""
    record, data = RECORDS[name], written(name)
    (foot,) = said_on_pages(data, "footer")

    assert foot == f"Jejak {record.root.removeprefix('sha256:')[:16]}\tHalaman 1 dari 1"
    xml = parts(data)["word/footer1.xml"].decode()
    assert (xml.count(" PAGE "), xml.count(" NUMPAGES ")) == (1, 1)


@pytest.mark.parametrize("name", RECORDS)
def test_a_draft_says_so_on_every_page(name):
    """And what is no draft does not."""
    heads = said_on_pages(written(name), "header")

    assert heads == (["KONSEP – belum berlaku"] if RECORDS[name].draft else [])


def test_some_records_are_drafts_and_some_are_not():
    """The test above is about both."""
    assert {record.draft for record in RECORDS.values()} == {True, False}


def spoil(monkeypatch, change):
    """Have the writer draw something else than it is given."""
    true = drawing.paragraph
    monkeypatch.setattr(drawing, "paragraph", lambda said, style: true(change(said), style))


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said.replace("&", ""),
        lambda said: said.replace("Rp1.000,00", "Rp1.000,01"),
        lambda said: {"PT Satu & Dua": "PT Tiga", "PT Tiga": "PT Satu & Dua"}.get(said, said),
        lambda said: "" if said == "PT Tiga" else said,
        lambda said: said.replace("Bagian", "Bagan"),
    ],
)
def test_a_fault_of_the_writer_is_caught(monkeypatch, change):
    """A sign lost, an amount changed, two names swapped, a cell or a heading wrong: no bytes."""
    names = [("PT Satu & Dua", "Rp1.000,00"), ("PT Tiga", "Rp2,00")]
    made = record_of(table({"Nama": "<", "Harga": ">"}, names))
    assert docx_bytes(made)

    spoil(monkeypatch, change)
    with pytest.raises(ReadBackError):
        docx_bytes(made)


@pytest.mark.parametrize(("name", "draft"), [("root_shown", False), ("DRAFT", True)])
def test_a_wrong_head_or_foot_is_caught(monkeypatch, name, draft):
    """The root at the foot, and the mark of a draft at the head."""
    wrong = "KONSEP" if name == "DRAFT" else lambda _: "Jejak 0000"
    monkeypatch.setattr(framing, name, wrong)

    with pytest.raises(ReadBackError):
        docx_bytes(record_of(draft=draft))


def test_a_row_that_is_lost_is_caught(monkeypatch):
    """As above, of a whole row."""
    true = drawing.table_of
    monkeypatch.setattr(drawing, "table_of", lambda rows, *a, **k: true(list(rows)[:-1], *a, **k))

    with pytest.raises(ReadBackError):
        docx_bytes(record_of(table({"A": "<"}, [("x",), ("y",)])))


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\r", "\x0b", "\ufffe", "\uffff", "\ud800"])
def test_signs_that_no_document_can_hold_are_refused_by_name(sign):
    """The text and the sign are told; nothing is dropped in silence."""
    with pytest.raises(UnwritableTextError) as refused:
        docx_bytes(record_of(table({"Nama": "<"}, [(f"PT {sign} Jaya",)])))

    assert refused.value.text == "PT ? Jaya"
    assert refused.value.signs == f"U+{ord(sign):04X}"


# What the reader lets a bidder type: everything but controls and signs that are not seen.
TYPED = st.text(
    st.characters(
        exclude_categories=("Cs",),
        exclude_characters=[chr(c) for c in (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0xFEFF)]
        + [
            chr(c) for c in (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x206A))
        ],
    ),
    min_size=1,
)
PROSE = st.lists(TYPED, min_size=1, max_size=4).map("\n\t".join)


@tries(50)
@for_all(TYPED, PROSE)
def test_whatever_a_bidder_types_is_written_as_it_is_or_refused(name, note):
    """In a cell, a paragraph and beside a label; line feeds and tabs of prose included."""
    shown = table({"Nama": "<", "Alasan": "<"}, [(name, note)])
    made = record_of(Paragraph(note), Pairs(((name, note),)), shown, tender=name)
    try:
        data = docx_bytes(made)
    except UnwritableTextError:
        data = None

    assert (data is None) == bool({"\ufffe", "\uffff"} & set(name + note))
    assert data is None or texts(data)[2:] == [
        *(f"Paket: {name}", "A. Bagian", note),
        *(name, ":", note),
        *("Nama", "Alasan", name, note),
    ]


def test_every_part_is_whole_xml():
    """Names that look like markup stay text."""
    made = record_of(Paragraph("<w:p>&amp;</w:p> ]]> {{ x }}"), tender='"><script>')

    for name, part in parts(docx_bytes(made)).items():
        assert ElementTree.fromstring(part) is not None, name


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice Writer is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_libreoffice_shows_every_page_with_its_number(tmp_path):
    """A real record over several pages: numbered through, the head of a long table on each."""
    many = [(str(n), f"PT Peserta {n}", f"Rp{n}.000.000,00") for n in range(1, 121)]
    shown = table({"No.": ">", "Nama peserta": "<", "Harga penawaran": ">"}, many)
    made = record_of(shown, Paragraph("Demikian."), SIGNED, draft=True)
    (tmp_path / "ba.docx").write_bytes(docx_bytes(made))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*words, tmp_path / "ba.docx"], check=True, capture_output=True, timeout=120)
    shown = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "ba.pdf", "-"], check=True, capture_output=True
    )
    pages = shown.stdout.decode().split("\f")[:-1]

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "KONSEP – belum berlaku" in page
    with_rows = [page for page in pages if "PT Peserta" in page]
    assert all("Harga penawaran" in page for page in with_rows)
    (signed,) = [page for page in pages if "Anggota 1" in page]
    assert "Demikian." in signed
    assert "Anggota 3" in signed


def test_a_package_of_the_samples_is_written():
    """Read from a file as anybody would."""
    from tender_engine.engine import evaluate
    from tender_rules import national

    package = read_path(SAMPLES / "jalan-kabupaten").package
    assert package is not None
    made = paper(evaluate(package, national()), BAHP)

    assert list(in_order(made)) == texts(docx_bytes(made))


@pytest.mark.parametrize("first", ["import openpyxl", "pass"])
def test_the_same_bytes_whatever_was_imported_before(first: str) -> None:
    """Libraries name parts of XML for a whole process; a package from Excel gives no other file."""
    code = (
        f"{first}\nimport hashlib\nfrom tender_engine.engine import evaluate\n"
        "from tender_desk.any_file import read_path\nfrom tender_rules import national\n"
        "from tender_desk.documents.papers import BAHP, paper\n"
        "from tender_desk.documents.word.word_writer import docx_bytes\n"
        f"package = read_path({str(_SAMPLE)!r}, national()).package\n"
        "made = docx_bytes(paper(evaluate(package, national()), BAHP))\n"
        "print(hashlib.sha256(made).hexdigest())"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    with zipfile.ZipFile(_SAMPLE.parent / "bahp.docx") as kept:
        assert b"r:id=" in kept.read("word/document.xml")
    package = read_path(_SAMPLE).package
    assert package is not None
    here = docx_bytes(paper(evaluate(package, national()), BAHP))

    assert done.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_a_line_below_the_signature_of_a_letter_stands_on_its_page():
    """Alone on the next it would say nothing: all from the name down is held on its page."""
    signed = SignedOff(Signatory("Ani, S.T.", "Ketua Pokja Pemilihan", "NIP1"), "")
    parts = (Section("", "", (Paragraph("Demikian."), signed)), Section("", "", (Paragraph("x"),)))
    for found, followed in ((parts, True), (parts[:1], False)):
        made = body(docx_bytes(evolve(record_of(), sections=found)))
        at = next(n for n, line in enumerate(made) if "Ani, S.T." in text(line))
        inside = [has(line, "keepNext") for line in made[at].iter(f"{W}p")]

        # What was signed, room, name, NIP are one row that is not split.
        assert made[at].find(f"{W}tr/{W}trPr/{W}cantSplit") is not None
        assert inside == [followed] * 4
        assert [has(made[at - 1], "keepNext"), has(made[at + 1], "keepNext")] == [True, followed]


def test_a_letter_of_more_than_a_page_breaks_before_who_signs_and_not_within():
    """Held together whole it would be held nowhere: its last two lines go with the signature."""
    signed = SignedOff(Signatory("Ani, S.T.", "Ketua Pokja Pemilihan", "NIP1"), "")
    lines = [*(Paragraph(f"Baris {n}.") for n in range(40)), Paragraph("Demikian.")]
    copies = (Paragraph("Tembusan:"), Paragraph("1. Arsip"))
    parts = (Section("", "", (*lines, signed, *copies)), Section("", "", (Paragraph("Akar"),)))
    made = body(docx_bytes(evolve(record_of(), sections=parts)))
    kept = {text(line): has(line, "keepNext") for line in made}
    (signing,) = (line for line in made if "Ani, S.T." in text(line))

    assert signing.find(f"{W}tr/{W}trPr/{W}cantSplit") is not None
    assert all(has(line, "keepNext") for line in signing.iter(f"{W}p"))
    assert [kept[f"Baris {n}."] for n in range(40)] == [False] * 39 + [True]
    assert [kept[x] for x in ("Demikian.", "Tembusan:", "1. Arsip")] == [True] * 3
    assert not kept["Akar"]


@pytest.mark.parametrize("block", [Pairs((("A", "x"),)), table({"A": "<"}, [("x",)]), SIGNED])
def test_the_line_behind_a_last_table_makes_no_page_of_its_own(block):
    """Where the table ends at the foot of a page, a line of usual height needs a blank one."""
    *_, last = (line for line in body(docx_bytes(record_of(block))) if line.tag == f"{W}p")

    spacing = last.find(f"{W}pPr/{W}spacing")
    assert [text(last), spacing.get(f"{W}lineRule"), spacing.get(f"{W}line")] == ["", "exact", "20"]


def test_the_first_line_keeps_off_the_rule_of_a_letterhead():
    """On plain paper it is the first thing on the page."""
    title = next(e for e in body(docx_bytes(RECORDS["ditetapkan-bahp"], plain_kop())) if text(e))

    assert title.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "160"
