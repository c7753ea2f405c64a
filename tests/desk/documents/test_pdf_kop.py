"""The office's letterhead under a PDF: read from the file that Word's is, nothing lost unsaid."""

import io
import re
import struct
import zlib

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from tender_desk.documents.pdf.kop_drawings import picture_ending
from tender_desk.documents.pdf.letterhead import letterhead_of
from tender_desk.documents.pdf.pdf_writer import lost_of, pdf_bytes
from tender_desk.documents.word.frame import root_shown
from tender_desk.documents.word.kop import KopError
from tests.desk.documents.test_pdf import needs_pdftotext, pages, squeezed
from tests.desk.documents.test_word_kop import office, saved
from tests.desk.documents.word import RECORDS
from tests.fuzzing.letterheads import record

pytest.importorskip("typst", reason="the extra [pdf] is not installed")
DRAFT = RECORDS["diusulkan-bahp"]
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SHAPE = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:positionH "
    "relativeFrom='page'><wp:posOffset>914400</wp:posOffset></wp:positionH><wp:extent "
    "cx='1270000' cy='0'/><a:graphic><a:graphicData><wps:wsp>{inside}</wps:wsp></a:graphicData>"
    "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
    "</mc:AlternateContent>"
)
GEOMETRY = "<wps:spPr><a:prstGeom prst='{kind}'/><a:ln w='25400'/></wps:spPr>"
BOX = (
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>DI KOTAK</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
)


def png(wide=2, high=2, dots=(b"\0" + b"\xc8\x0a\x0a" * 2) * 2):
    """A red picture of that size, whatever its file says."""

    def part(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        part(*each) for each in ((b"IHDR", head), (b"IDAT", zlib.compress(dots)), (b"IEND", b""))
    )


def with_head(change):
    """A letterhead whose head was changed somehow."""
    made = docx.Document(io.BytesIO(office()))
    change(made.sections[0].header)
    return saved(made)


def run(xml):
    """Put a run with that XML into the first line of a head."""
    return lambda head: head.paragraphs[0]._p.append(parse_xml(f"<w:r {NAMES}>{xml}</w:r>"))


def pictured(data=None):
    """Put a picture of 20 by 10 mm into the first line of a head."""
    return lambda head: (
        head.paragraphs[0].add_run().add_picture(io.BytesIO(data or png()), Mm(20), Mm(10))
    )


def head_of(kop):
    """The blocks of the head of all pages."""
    return letterhead_of(kop, lambda *_: True).drawn["heads"]["all"]


def the_run(kop):
    """The last thing in the first line of its head."""
    line = head_of(kop)[0]
    return (line["floats"] or line["runs"])[-1]


@needs_pdftotext
def test_head_and_foot_are_on_each_page_of_the_offices_paper(tmp_path):
    """The mark over the head, the root under the foot; who writes is not said a second time."""
    found = pages(pdf_bytes(DRAFT, office()), tmp_path)
    whole = (tmp_path / "a.pdf").read_bytes()

    assert len(found) > 1
    for number, page in enumerate(found, 1):
        order = [
            "KONSEP – belum",
            "PEMERINTAH KABUPATEN CONTOH",
            "Jalan Contoh 1",
            root_shown(DRAFT),
        ]
        assert [page.count(said) for said in order] == [1, 1, 1, 1], number
        assert sorted(order, key=page.index) == order
    assert "Kelompok Kerja" not in found[0].partition("KONSEP BERITA ACARA")[0]
    # F4 is 215 by 330 mm, so 609,4 by 935,4 points.
    (box,) = set(re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", whole))
    assert [float(side) for side in box] == pytest.approx([609.4, 935.4], abs=0.1)


@needs_pdftotext
def test_a_first_page_has_its_own_head_and_room_for_it(tmp_path):
    """And the others the head of all."""
    found = pages(pdf_bytes(DRAFT, office(first=True)), tmp_path)
    first = ["KEPALA HALAMAN PERTAMA" in page for page in found]
    others = ["PEMERINTAH KABUPATEN CONTOH" in page for page in found]

    assert first == [True] + [False] * (len(found) - 1)
    assert others == [not one for one in first]


@needs_pdftotext
def test_what_the_body_holds_stands_before_the_record(tmp_path):
    """Once, on the first page."""
    found = pages(pdf_bytes(DRAFT, office(said="NOTA KOP", blank=True)), tmp_path)

    assert [page.count("NOTA KOP") for page in found] == [1] + [0] * (len(found) - 1)
    assert found[0].index("NOTA KOP") < found[0].index("KONSEP BERITA ACARA")


def test_a_picture_is_drawn():
    """The same bytes each time; without it there is none."""
    kop = with_head(pictured())

    assert pdf_bytes(DRAFT, kop) == pdf_bytes(DRAFT, kop)
    assert b"/Subtype/Image" in pdf_bytes(record(), kop)
    assert b"/Subtype/Image" not in pdf_bytes(record(), office())
    found = the_run(kop)
    # A millimetre is 72 / 25,4 points.
    assert [round(found[side], 1) for side in ("wide", "high")] == [56.7, 28.3]
    assert lost_of(kop) == ()


def test_lines_stand_as_their_styles_say():
    """What a line says itself goes before its style, and that before what it is based on."""
    made = docx.Document(io.BytesIO(office()))
    line = made.sections[0].header.paragraphs[0]
    made.styles["Header"].font.bold = True
    made.styles["Normal"].font.size = Pt(17)
    made.styles["Normal"].paragraph_format.space_after = Pt(3)
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule = "<w:bottom w:val='thinThickSmallGap' w:sz='24' w:color='auto'/>"
    line._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {NAMES}>{rule}</w:pBdr>"))
    (block,) = head_of(saved(made))
    (said,) = block["runs"]

    assert (said["text"], said["bold"], said["size"]) == ("PEMERINTAH KABUPATEN CONTOH", True, 17)
    assert (block["align"], block["over"]) == ("tengah", None)
    # 24 eighths of a point.
    assert block["under"] == {"weight": 3, "kind": "thinThickSmallGap", "colour": "000000"}


def test_a_grid_has_its_cells_and_the_lines_of_its_table():
    """One over two columns, one over two rows; a line between rows, none at the left."""

    def change(head):
        table = head.add_table(2, 3, Mm(90))
        table.cell(0, 0).merge(table.cell(1, 0)).paragraphs[0].add_run("LAMBANG")
        table.cell(0, 1).merge(table.cell(0, 2)).paragraphs[0].add_run("KANTOR")
        table._tbl.tblPr.append(
            parse_xml(f"<w:tblBorders {NAMES}><w:insideH w:val='single' w:sz='8'/></w:tblBorders>")
        )

    grid = next(block for block in head_of(with_head(change)) if block["kind"] == "kisi")
    told = [(cell["column"], cell["span"], cell["down"]) for cell in grid["cells"]]

    assert told == [(0, 1, 2), (1, 2, 1), (1, 1, 1), (2, 1, 1)]
    assert [round(wide) for wide in grid["widths"]] == [85, 85, 85]
    edges = grid["cells"][1]["edges"]
    assert (edges["top"], edges["left"], edges["bottom"]["weight"]) == (None, None, 1)


def test_a_drawn_line_and_a_box_of_text_stand_where_they_float():
    """914.400 of an inch's 914.400 units are 72 points, and 25.400 are two."""
    line = the_run(with_head(run(SHAPE.format(inside=GEOMETRY.format(kind="line")))))
    box = the_run(with_head(run(SHAPE.format(inside=BOX))))

    assert (line["kind"], line["wide"], line["high"], line["weight"]) == ("garis", 100, 0, 2)
    assert (line["x"], line["x_from"], line["floats"]) == (72, "page", True)
    assert (box["kind"], box["items"][0]["runs"][0]["text"]) == ("kotak", "DI KOTAK")
    for inside in (GEOMETRY.format(kind="line"), BOX):
        kop = with_head(run(SHAPE.format(inside=inside)))
        assert pdf_bytes(record(), kop).startswith(b"%PDF")
        assert lost_of(kop) == ()


@needs_pdftotext
def test_numbers_of_pages_are_those_of_each_page(tmp_path):
    """And not the one that Word last worked out."""
    marks = "<w:fldChar w:fldCharType='{}'/>"
    field = [marks.format("begin"), "<w:instrText> PAGE </w:instrText>", marks.format("separate")]
    said = "".join((*field, "<w:t>77</w:t>", marks.format("end"), "<w:t> lembar</w:t>"))
    found = pages(pdf_bytes(DRAFT, with_head(run(said))), tmp_path)

    assert all(f"CONTOH{number}lembar" in squeezed(page) for number, page in enumerate(found, 1))


LOST = {
    "an old shape": "<w:pict/>",
    "a shape that is no line": SHAPE.format(inside=GEOMETRY.format(kind="star5")),
    "a sign of Wingdings": "<w:sym w:font='Wingdings' w:char='F028'/>",
    "an object": "<w:object/>",
    "a sign without a letter": "<w:t>漢 Jalan</w:t>",
}


@pytest.mark.parametrize("name", LOST)
def test_what_no_page_can_draw_is_told_and_the_rest_drawn(name):
    """In words that stand on a screen."""
    kop = with_head(run(LOST[name]))
    (lost,) = lost_of(kop)

    assert lost.id
    assert lost.en
    assert pdf_bytes(record(), kop).startswith(b"%PDF")


@pytest.mark.parametrize(
    "data", [png(dots=b"\0"), png(9_000, 9_000)], ids=["cut short", "of 81 million dots"]
)
def test_a_picture_that_cannot_be_drawn_is_told(data):
    """It is not opened where its head says that it is too large."""
    kop = with_head(pictured(data))

    assert [lost.en.split()[:2] for lost in lost_of(kop)] == [["a", "picture"]]
    assert b"/Subtype/Image" not in pdf_bytes(record(), kop)


def test_a_picture_is_known_by_how_it_begins():
    """Thirty million dots and no more; of a JPEG what its first frame tells."""
    jpeg = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x11\x08\x00\x10\x00\x20" + bytes(9)

    assert [picture_ending(png(6_000, high)) for high in (5_000, 5_001)] == ["png", None]
    assert picture_ending(jpeg) == "jpg"
    assert picture_ending(jpeg.replace(b"\xff\xc0", b"\xff\xc4")) is None
    assert picture_ending(b"GIF89a\x01\x00\x01\x00" + bytes(9)) == "gif"
    assert [picture_ending(data) for data in (b"", b"BM", b"\xff\xd8\xff", png(0, 5))] == [None] * 4


def many(head):
    """More lines than any head has."""
    for _ in range(401):
        head.add_paragraph("x")


def deep(head):
    """Tables in tables."""
    holder = head
    for _ in range(9):
        holder = holder.add_table(1, 1, Mm(50)).cell(0, 0) if holder is head else nested(holder)


def nested(cell):
    """A cell of a table in a cell."""
    return cell.add_table(1, 1).cell(0, 0)


def tall(head):
    """Lines for most of a page: 60 of 16 points each are more than 330 mm leave."""
    for _ in range(60):
        head.add_paragraph("x").paragraph_format.space_after = Pt(4)


HOSTILE = {
    "too many lines": ("KOP007", many),
    "tables in tables": ("KOP007", deep),
    "no room": ("KOP009", tall),
    "a size that is none": ("KOP015", run("<w:rPr><w:sz w:val='besar'/></w:rPr><w:t>x</w:t>")),
    "a size of a house": ("KOP015", run("<w:rPr><w:sz w:val='99999'/></w:rPr><w:t>x</w:t>")),
    "a length of infinity": (
        "KOP015",
        run(SHAPE.format(inside=GEOMETRY.format(kind="line")).replace("1270000", "1e999")),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_is_refused(name):
    """With a code, and never drawn."""
    code, change = HOSTILE[name]
    with pytest.raises(KopError) as refused:
        pdf_bytes(record(), with_head(change))

    assert refused.value.code == code


def test_styles_that_are_based_on_each_other_end():
    """A circle is not followed for ever."""
    made = docx.Document(io.BytesIO(office()))
    made.styles["Normal"].base_style = made.styles["Header"]

    assert head_of(saved(made))[0]["runs"]
