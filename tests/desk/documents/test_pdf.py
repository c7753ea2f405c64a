"""Records as PDF: the same bytes, every name and amount on a page, no empty boxes."""

import builtins
import re
import shutil
import subprocess

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from tender_desk.documents.blocks import Pairs, Paragraph, Signatures, table
from tender_desk.documents.pdf.pdf_writer import PdfNotInstalledError, pdf_bytes
from tender_desk.documents.readback import UnwritableTextError, texts_of
from tests.desk.documents.test_word import SIGNED, record_of
from tests.desk.documents.word import RECORDS
from tests.tries import tries

pytest.importorskip("typst", reason="the extra [pdf] is not installed")
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)
SHOWN = ("ditetapkan-bahp", "diusulkan-bahp", "kualitas-bahp", "tanpa_penawaran-bahp")


def pages(data, tmp_path):
    """The text of each page."""
    (tmp_path / "a.pdf").write_bytes(data)
    words = ["pdftotext", "-layout", tmp_path / "a.pdf", "-"]
    done = subprocess.run(words, check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def squeezed(text):
    """Without blanks, so that a text broken over lines can be found."""
    return "".join(text.split())


@pytest.mark.parametrize("name", SHOWN)
def test_the_same_record_gives_the_same_bytes(name):
    """No clock and no font of the machine."""
    data = pdf_bytes(RECORDS[name])

    assert data.startswith(b"%PDF-")
    assert data == pdf_bytes(RECORDS[name])
    assert b"CreationDate" not in data
    assert b"Libertinus" in data


@needs_pdftotext
@pytest.mark.parametrize("name", SHOWN)
def test_every_page_is_numbered_and_marked(name, tmp_path):
    """Page x of y, the first digits of the root, and KONSEP while it is a draft."""
    record = RECORDS[name]
    found = pages(pdf_bytes(record), tmp_path)

    for number, page in enumerate(found, 1):
        assert f"Halaman {number} dari {len(found)}" in page
        assert f"Jejak {record.root.removeprefix('sha256:')[:16]}" in page
        assert ("KONSEP – belum berlaku" in page) is record.draft


@needs_pdftotext
def test_names_and_amounts_are_on_the_pages(tmp_path):
    """Each text that stands on one line of its column."""
    record = RECORDS["ditetapkan-bahp"]
    whole = squeezed("".join(pages(pdf_bytes(record), tmp_path)))
    short = [text for text in texts_of(record) if 0 < len(text) < 20]

    assert len(short) > 100
    assert [text for text in short if squeezed(text) not in whole] == []


@needs_pdftotext
def test_long_tables_and_signatures(tmp_path):
    """The head of a table stands again on each page; who signs stands on one."""
    many = [(str(n), f"PT Peserta {n}", f"Rp{n}.000.000,00") for n in range(1, 150)]
    shown = table({"No.": ">", "Nama peserta": "<", "Harga penawaran": ">"}, many)
    found = pages(pdf_bytes(record_of(shown, Paragraph("Demikian."), SIGNED)), tmp_path)
    with_rows = [page for page in found if "PT Peserta" in page]

    assert len(with_rows) > 2
    assert all("Harga penawaran" in page for page in with_rows)
    (signed,) = [page for page in found if "Anggota 1" in page]
    assert {"Demikian.", "Anggota 3"} <= {w for w in ("Demikian.", "Anggota 3") if w in signed}


@needs_pdftotext
def test_signatures_stand_on_one_page_with_what_they_sign(tmp_path):
    """Wherever on the page they come to stand."""
    for lines in range(24, 52, 2):
        blocks = [Paragraph("Baris.")] * lines
        found = pages(pdf_bytes(record_of(*blocks, Paragraph("Demikian."), SIGNED)), tmp_path)
        (page,) = [page for page in found if "Demikian." in page]
        assert all(f"Anggota {n}" in page for n in (1, 2, 3)), lines


@needs_pdftotext
def test_what_announces_a_table_stays_with_it(tmp_path):
    """Wherever on the page it comes to stand."""
    shown = table({"Kepala": "<"}, [("isi",)] * 3)
    for lines in range(36, 56):
        blocks = [Paragraph("Baris.")] * lines
        found = pages(pdf_bytes(record_of(*blocks, Paragraph("Berikut:"), shown)), tmp_path)
        (page,) = [page for page in found if "Berikut:" in page]
        assert "Kepala" in page, lines


@needs_pdftotext
@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "$x^2$ *tebal* _miring_ @ref <label>",
        "= Judul",
        "- butir\n+ satu",
        "//x /*y*/",
    ],
)
def test_no_text_is_markup(text, tmp_path):
    """What a bidder types is drawn as it is."""
    blocks = Paragraph(text), Pairs((("Nama", text),)), table({"Nama": "<"}, [(text,)])
    whole = squeezed("".join(pages(pdf_bytes(record_of(*blocks)), tmp_path)))

    assert whole.count(squeezed(text)) == 3


@needs_pdftotext
def test_a_digest_is_broken_at_the_margin(tmp_path):
    """A4 is 595,28 points wide, of which 20 mm, 56,69 points, stay free at the right."""
    digest = "sha256:" + "0123456789abcdef" * 4
    pairs = Pairs((("Surat keputusan Pokja Pemilihan", digest), ("Paket", f"{digest}; telah")))
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(record_of(pairs)))
    words = ["pdftotext", "-bbox", tmp_path / "a.pdf", "-"]
    told = subprocess.run(words, check=True, capture_output=True).stdout.decode()

    assert (
        max(float(right) for right in re.findall(r'xMax="([\d.]+)"', told)) < 595.28 - 56.69 + 0.1
    )
    assert squeezed("".join(re.findall(r">([^<>]+)</word>", told))).count(digest) == 2


@needs_pdftotext
def test_a_letter_says_to_whom_it_goes(tmp_path):
    """Subject and addressee at the top, before anything else."""
    letter = record_of(Paragraph("Isi."), recipient=("Pimpinan PT X", "Jalan Y 1"), title="Hal Z")
    (page,) = pages(pdf_bytes(letter), tmp_path)

    assert page.index("Hal Z") < page.index("Yth.") < page.index("Pimpinan PT X")
    assert page.index("Jalan Y 1") < page.index("Isi.")


@pytest.mark.parametrize("sign", ["漢", "😀", "ก", "\x07", "\ud800", "\ufffe"])
def test_a_sign_without_a_letter_is_refused_by_name(sign):
    """It would stand there as an empty box."""
    with pytest.raises(UnwritableTextError) as refused:
        pdf_bytes(record_of(table({"Nama": "<"}, [(f"PT {sign} Jaya",)])))

    assert refused.value.signs == f"U+{ord(sign):04X}"


@pytest.mark.parametrize(
    "text", ["Müller Ñandú Çağ", "Кириллица Ελλάδα", "ạ ế ữ", "≈ × ≤ → € – — … “x”"]
)
def test_letters_of_other_languages_are_drawn(text):
    """Names come from anywhere."""
    assert pdf_bytes(record_of(Paragraph(text)))


@tries(10)
@for_all(st.text(st.characters(max_codepoint=0x17F, exclude_categories=("Cc", "Cs")), min_size=1))
def test_latin_letters_are_never_refused(text):
    """Whatever signs stand beside them."""
    assert pdf_bytes(record_of(Paragraph(text), tender=text))


def test_a_record_without_signatures_or_sections_is_drawn():
    """The smallest there is."""
    assert pdf_bytes(evolve(record_of(), sections=()))
    assert pdf_bytes(record_of(Signatures(()), table({"A": "<"}, []), Pairs(())))


def test_without_typst_it_is_told(monkeypatch):
    """One error of its own, whatever the import said."""
    true = builtins.__import__

    def without(name, *more):
        if name == "typst":
            raise ImportError(name)
        return true(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PdfNotInstalledError):
        pdf_bytes(record_of())
