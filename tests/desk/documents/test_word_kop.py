"""The office's letterhead under a record: kept as it is, and refused where it is more than that."""

import datetime as dt
import io
import zipfile
from hashlib import sha256

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from tender_desk.documents.word.kop import KopError, open_kop
from tender_desk.documents.word.kop_error import KOP_TEXTS as TEXTS
from tender_desk.documents.word.plain import plain_kop
from tender_desk.documents.word.word_writer import docx_bytes
from tests.desk.documents.test_kop_damage import REFUSED
from tests.desk.documents.word import (
    RECORDS,
    W,
    body,
    parts,
    said_on_pages,
    tables,
    text,
    texts,
    written,
)

DRAFT, FINAL = RECORDS["diusulkan-bahp"], RECORDS["ditetapkan-bahp"]
RELATIONS = "word/_rels/document.xml.rels"
OUTSIDE = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)


def saved(made):
    """A document of python-docx as bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def office(*, first=False, said="", blank=False, width=215):
    """A letterhead as an office has it: F4, its own head and foot, perhaps words in its body."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(330)
    section.header.paragraphs[0].text = "PEMERINTAH KABUPATEN CONTOH"
    section.footer.paragraphs[0].text = "Jalan Contoh 1"
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "KEPALA HALAMAN PERTAMA"
    if said:
        made.add_paragraph(said)
    if blank:
        made.add_paragraph("")
    made.core_properties.last_printed = dt.datetime(2026, 3, 4, 5, 6, 7)  # noqa: DTZ001
    made.core_properties.author = "Seseorang"
    return saved(made)


def sheet(width, height, side, *, columns=1):
    """A letterhead on paper of that size, `side` millimetres from each edge."""
    made = docx.Document(io.BytesIO(office()))
    section = made.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(side)
    section.top_margin = section.bottom_margin = Mm(side)
    section._sectPr.xpath("./w:cols")[0].set(f"{W}num", str(columns))
    return saved(made)


def two(change=lambda _: None, said=""):
    """A letterhead with a second section, changed somehow."""
    made = docx.Document(io.BytesIO(office(said=said)))
    change(made.add_section())
    return saved(made)


def turn(section):
    """Lay the page down."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def behead(section):
    """Give the section a head of its own, without a word in it."""
    section.header.is_linked_to_previous = False


def lead(section):
    """Give its first page a head of its own."""
    section.different_first_page_header_footer = True


def widen(section):
    """Give it another margin."""
    section.left_margin = Mm(30)


def changed(data=None, **changes):
    """A .docx in which parts are replaced or added; `None` takes one out."""
    found = parts(data or plain_kop())
    found |= {name.replace("__", "/"): part for name, part in changes.items()}
    return packed({name: part for name, part in found.items() if part is not None})


def packed(found):
    """Parts as an archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    return stream.getvalue()


def referring(kind, target):
    """Plain paper that refers to something outside."""
    found = parts(plain_kop())
    rels = found[RELATIONS].decode().replace("</Relationships>", "")
    found[RELATIONS] = (rels + OUTSIDE.format(kind=kind, target=target)).encode()
    return packed(found)


def with_lines(count):
    """Plain paper with that many empty lines: a few thousand bytes, packed."""
    name = "word__document.xml"
    page = parts(plain_kop())[name.replace("__", "/")]
    return changed(**{name: page.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * count)})


def typed(kind):
    """Plain paper whose list of contents names another kind of main part."""
    found = parts(plain_kop())
    name = "[Content_Types].xml"
    found[name] = found[name].replace(b"document.main+xml", kind)
    return packed(found)


def columns(data, header):
    """The widths of the first table with that header, in twentieths of a point."""
    found = next(each for each in tables(data) if header in text(each))
    return [int(column.get(f"{W}w")) for column in found.iter(f"{W}gridCol")]


def test_head_and_foot_stay_with_the_offices_words_first():
    """The root and the page stand under what the office says at the foot."""
    data = docx_bytes(FINAL, office())

    assert said_on_pages(data, "header") == ["PEMERINTAH KABUPATEN CONTOH"]
    (foot,) = said_on_pages(data, "footer")
    assert foot.startswith("Jalan Contoh 1Jejak ")


@pytest.mark.parametrize("first", [False, True])
def test_a_draft_says_so_over_every_head(first):
    """On the first page too, where that has a head of its own."""
    heads = said_on_pages(docx_bytes(DRAFT, office(first=first)), "header")

    assert len(heads) == 1 + first
    assert all(head.startswith("KONSEP – belum berlaku") for head in heads)
    assert any("KEPALA HALAMAN PERTAMA" in head for head in heads) is first


def test_the_record_follows_what_the_body_holds():
    """Words of the letterhead stay at the top; who writes is not said a second time."""
    data = docx_bytes(FINAL, office(said="NOTA KOP"))

    assert texts(data)[:2] == ["NOTA KOP", "BERITA ACARA HASIL PEMILIHAN"]


def test_an_empty_body_leaves_no_blank_line():
    """Word keeps one empty line in every document."""
    alone, after = (
        docx_bytes(FINAL, office(blank=True)),
        docx_bytes(FINAL, office(said="NOTA KOP", blank=True)),
    )

    assert text(body(alone)[0]) == "BERITA ACARA HASIL PEMILIHAN"
    assert [text(element) for element in body(after)[:2]] == ["NOTA KOP", ""]


def test_tables_fill_the_page_of_the_office():
    """F4 is 215 mm wide; the margins of the letterhead are taken as they are."""
    made = docx.Document(io.BytesIO(office())).sections[0]
    room = made.page_width - made.left_margin - made.right_margin
    widths = columns(docx_bytes(FINAL, office()), "Harga terkoreksi")

    assert abs(sum(widths) - room / 635) <= len(widths)


def test_wide_letters_get_wide_columns():
    """In a font that is not known to be slim, an amount still stands on one line."""
    made = docx.Document(io.BytesIO(office()))
    made.styles["Normal"].font.name = "Bookman Old Style"
    slim, wide = docx_bytes(FINAL, office()), docx_bytes(FINAL, saved(made))

    assert columns(wide, "Harga terkoreksi")[2] > columns(slim, "Harga terkoreksi")[2]


def test_the_same_letterhead_gives_the_same_bytes():
    """Nothing of when it was made is left."""
    kop = office(first=True)
    data = docx_bytes(DRAFT, kop)
    core = parts(data)["docProps/core.xml"].decode()

    assert data == docx_bytes(DRAFT, kop)
    assert "2026-03-04" not in core
    assert "Seseorang" not in core


def test_plain_paper_is_an_ordinary_document():
    """A4, Arial, Indonesian; it passes its own guard and opens without a word in it."""
    assert plain_kop() == plain_kop()
    opened = open_kop(plain_kop())

    assert (round(opened.sections[0].page_width.mm), opened.paragraphs) == (210, [])
    assert b'w:val="id-ID"' in parts(plain_kop())["word/styles.xml"]
    assert b"Arial" in parts(plain_kop())["word/styles.xml"]
    assert written("ditetapkan-bahp") == docx_bytes(FINAL)


@pytest.mark.parametrize("target", ["https://contoh.example", "mailto:a@contoh.example"])
def test_the_address_of_an_office_may_be_a_link(target):
    """Letterheads have them, and nothing follows one by itself."""
    assert open_kop(referring("hyperlink", target))


NOISE = b"".join(sha256(bytes([n % 256, n // 256])).hexdigest().encode() for n in range(65_000))
BIG = b"<w:document>" + NOISE + b"</w:document>"
SPECKS = b"<a>" + b"<b/>" * 19_000 + b"</a>"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
HOSTILE = {
    "text": ("KOP001", b"bukan kop"),
    "nothing": ("KOP001", b""),
    "another archive": ("KOP001", packed({"a.txt": b"x"})),
    "a workbook": ("KOP001", changed(**{"word__document.xml": None, "xl__workbook.xml": b"<x/>"})),
    "an old .doc": ("KOP001", OLE + bytes(600)),
    "a template": ("KOP001", typed(b"template.main+xml")),
    "with a password": ("KOP002", OLE + "EncryptedPackage".encode("utf-16-le")),
    "macros": ("KOP003", changed(**{"word__vbaProject.bin": b"x"})),
    "macros by kind": ("KOP003", typed(b"document.macroEnabled.main+xml")),
    "an embedded object": ("KOP003", changed(**{"word__embeddings__a.bin": b"x"})),
    "a template outside": ("KOP004", referring("attachedTemplate", "http://x.example/a.dotm")),
    "a picture outside": ("KOP004", referring("image", "http://x.example/a.png")),
    "a link to a file": ("KOP004", referring("hyperlink", "file://server/share")),
    "no XML": ("KOP005", changed(**{"word__document.xml": b"<w:document"})),
    "a bomb": ("KOP005", changed(**{"word__media__a.png": bytes(70_000_000)})),
    "a torn archive": ("KOP005", plain_kop()[:-40]),
    "an entity": ("KOP006", changed(**{"word__document.xml": ENTITY})),
    "a large part": ("KOP007", changed(**{"word__document.xml": BIG})),
    "a page of specks": ("KOP007", with_lines(30_000)),
    "many parts of specks": ("KOP007", changed(**{f"word__x{n}.xml": SPECKS for n in range(20)})),
    "a page laid down": ("KOP008", two(turn)),
    "a page without the head": ("KOP008", two(behead)),
    "another first page": ("KOP008", two(lead)),
    "another margin": ("KOP008", two(widen, "Halaman judul")),
    "wide margins": ("KOP009", sheet(210, 297, 90)),
    "a millimetre too narrow": ("KOP009", sheet(219, 297, 40)),
    "a millimetre too low": ("KOP009", sheet(297, 199, 40)),
    "two columns": ("KOP009", sheet(215, 330, 20, columns=2)),
    "a large file": ("KOP007", b"PK" + bytes(10_000_001)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_plain_letterhead_is_refused(name):
    """Each with a code of its own, before anything reads what is in it."""
    code, data = HOSTILE[name]
    with pytest.raises(KopError) as refused:
        docx_bytes(FINAL, data)

    assert refused.value.code == code


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_code_is_reached_and_its_words_are_whole(code):
    """In both languages, with the part that it names filled in."""
    reached = [*HOSTILE.values(), *REFUSED.values()]
    assert code in {expected for expected, *_ in reached}
    for lang in ("id", "en"):
        given = {"part": "word/x.xml", "wide": "140", "high": "120", "found": "a", "wanted": "b"}
        said = TEXTS[code].message(lang).format(**given) + TEXTS[code].hint(lang).format(**given)
        assert said.rstrip().endswith((".", ")."))


@pytest.mark.parametrize("cut", range(0, 2200, 37))
def test_a_letterhead_that_is_cut_short_is_refused(cut):
    """Whatever is missing, it is a refusal and no other error."""
    data = plain_kop()
    with pytest.raises(KopError):
        open_kop(data[: len(data) * cut // 2201])


def test_even_pages_are_marked_too():
    """Where the letterhead has other heads on them."""
    made = docx.Document(io.BytesIO(office()))
    made.settings.odd_and_even_pages_header_footer = True
    data = docx_bytes(DRAFT, saved(made))

    heads, feet = said_on_pages(data, "header"), said_on_pages(data, "footer")
    assert [head.startswith("KONSEP") for head in heads] == [True, True]
    assert all("Halaman 1 dari 1" in foot for foot in feet)


def test_each_section_of_a_letterhead_is_marked_once():
    """A later one takes over the head of the first, unless it has its own."""
    made = docx.Document(io.BytesIO(office(said="Halaman judul")))
    made.add_section()
    heads = said_on_pages(docx_bytes(DRAFT, saved(made)), "header")

    assert [head.count("KONSEP") for head in heads] == [1]


def test_a_break_between_sections_that_are_alike_loses_no_head():
    """A second section that takes over the first: the office's head stands on the record's page."""
    data = docx_bytes(FINAL, two())

    assert said_on_pages(data, "header") == ["PEMERINTAH KABUPATEN CONTOH"]
    assert texts(data)[0] == "BERITA ACARA HASIL PEMILIHAN"
    (section,) = docx.Document(io.BytesIO(data)).sections
    assert section.header.paragraphs[0].text == "PEMERINTAH KABUPATEN CONTOH"
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)


@pytest.mark.parametrize(
    ("width", "height", "side"), [(220, 330, 40), (297, 200, 40), (210, 297, 35)]
)
def test_the_least_room_for_text_is_enough(width, height, side):
    """140 mm in width and 120 in height: 220 less twice 40, 200 less twice 40, 210 less twice 35.

    A file holds them in twentieths of a point, a little less or more than said.
    """
    assert docx_bytes(FINAL, sheet(width, height, side))


def test_a_gutter_is_no_room_for_text():
    """What is bound in, at the left, is taken off the width: 165 less 10."""
    made = docx.Document(io.BytesIO(sheet(215, 330, 25)))
    made.sections[0].gutter = Mm(10)
    widths = columns(docx_bytes(FINAL, saved(made)), "Harga terkoreksi")

    # 155 mm are 8,787 twentieths of a point.
    assert abs(sum(widths) - 8787) <= len(widths)
