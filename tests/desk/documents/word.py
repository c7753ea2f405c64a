"""A Word document as a test reads it: from the XML itself, without the library that wrote it."""

import io
import zipfile
from functools import cache
from xml.etree import ElementTree

from tender_desk.documents.papers import BAHP, CLARIFICATION, EVALUATION, PROOF, paper
from tender_desk.documents.word.word_writer import docx_bytes
from tests.desk.documents.data import due, outcomes
from tests.desk.documents.kinds import KINDS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVALUATIONS = {**outcomes(), **KINDS}
STAGES = (EVALUATION, CLARIFICATION, PROOF)
# The BAHP of each evaluation, and the minutes of its stages of a few.
FEW = ("ditetapkan", "di_bawah_80_wajar", "menunggu_penilaian", "tanpa_penawaran", "kualitas")
RECORDS = {f"{name}-bahp": paper(each, BAHP) for name, each in EVALUATIONS.items()} | {
    f"{name}-{which.key}": paper(EVALUATIONS[name], which)
    for name in FEW
    for which in STAGES
    if due(EVALUATIONS[name], which).reason is None
}


@cache
def written(name):
    """One of the records as a Word document."""
    return docx_bytes(RECORDS[name])


def parts(data):
    """Every part by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data):
    """The elements of the body."""
    return list(ElementTree.fromstring(parts(data)["word/document.xml"])[0])


def text(element):
    """What stands in an element; a break is a line feed."""
    signs = {f"{W}t": lambda e: e.text or "", f"{W}br": lambda _: "\n", f"{W}tab": lambda _: "\t"}
    found = (part for run in element.iter(f"{W}r") for part in run if part.tag in signs)
    return "".join(signs[part.tag](part) for part in found)


def texts(data):
    """The texts in order: of a paragraph if it has any, of every cell of a table."""
    found = []
    for element in body(data):
        if element.tag == f"{W}p" and text(element):
            found.append(text(element))
        if element.tag == f"{W}tbl":
            found += [text(cell) for cell in element.iter(f"{W}tc")]
    return found


def tables(data):
    """The tables of the body."""
    return [element for element in body(data) if element.tag == f"{W}tbl"]


def has(element, tag):
    """Whether `w:tag` stands anywhere in it."""
    return element.find(f".//{W}{tag}") is not None


def said_on_pages(data, kind):
    """What the heads (`header`) or feet (`footer`) of the pages say, of all together."""
    found = parts(data)
    names = [name for name in sorted(found) if name.startswith(f"word/{kind}")]
    return [text(ElementTree.fromstring(found[name])) for name in names]
