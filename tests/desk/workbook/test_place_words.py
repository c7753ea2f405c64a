"""A place of a package in the words of its sheets: by hand, and every place of the samples."""

import re
from collections.abc import Iterator

import pytest

from tender_desk.workbook.told.place_words import place_said, term_said, title_said
from tender_engine.declared import Vocabulary
from tender_rules import national
from tests.desk.workbook.in_sheet_words import words_of_the_program
from tests.samples.dossiers import NAMES, dossier

WORDS = Vocabulary.of(national().words, "id")
DECLARED = national().declarations


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("tender.hps.total", "Nilai total HPS (Rp)"),
        ("participants[p1].price.lines[L02].unit_price", "Harga p1 L02: Harga Satuan"),
        ("participants[p1].price.stated_total", "Peserta p1: Harga penawaran (Rp)"),
        ("participants[p2]", "Peserta p2"),
        ("assessments[evaluasi_teknis *]", "Penilaian evaluasi teknis"),
        ("assessments[evaluasi_teknis p1 a_b].by[m1]", "Penilaian evaluasi teknis p1 a_b: Oleh m1"),
        ("tender.requirements.evaluasi_teknis.criteria[tek.a].weight", "Kriteria tek.a: Bobot (%)"),
        ("events[berita_acara pemilihan].number", "Peristiwa berita acara pemilihan: Nomor"),
        ("participants[p1].facts.evaluasi_kualifikasi.papers[s].number", "Surat Izin p1 s: Nomor"),
    ],
)  # fmt: skip
def test_a_place_is_called_as_its_sheet_and_column_are(place: str, said: str) -> None:
    """With the entries on the way to it; what is about everybody names nobody."""
    assert place_said(place, WORDS, DECLARED) == said


def test_a_word_of_the_format_is_told_as_the_law_calls_it() -> None:
    """A figure as people write it; a word of nobody with its spaces."""
    assert term_said("tidak_memenuhi", WORDS) == "tidak memenuhi"
    assert term_said("pokja", WORDS) == "Pokja Pemilihan"
    assert term_said("2692860000.50", WORDS) == "2.692.860.000,5"
    assert term_said("tidak_ikut", WORDS) == "tidak ikut"


def places(node: object, at: str = "") -> Iterator[str]:
    """Every place of a package, entries without their names."""
    if isinstance(node, dict):
        for key, part in node.items():
            yield from places(part, f"{at}.{key}" if at else key)
    elif isinstance(node, list) and all(isinstance(part, dict) for part in node):
        for part in node:
            yield from places(part, f"{at}[]")
    yield at


def test_no_place_of_a_sample_is_told_by_a_key() -> None:
    """But what a program carries along, what is named in the place itself, and SKN's fl and fp."""
    every = {place for name in NAMES for place in places(dossier(name))}
    asked = {each for each in every if each and not re.match(r"extensions|format", each)}
    told = {
        each: title_said(each, DECLARED)
        for each in asked
        if not re.search(r"\.totals\.|skn\.f[lp]$", each)
    }
    assert len(told) > 200
    assert not {each: bad for each, said in told.items() if (bad := words_of_the_program(said))}
