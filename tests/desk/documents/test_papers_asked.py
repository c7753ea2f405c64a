"""Where minutes list a paper with a day: under the stage that looks at it, by its own clause."""

import pytest

from tender_desk.documents.papers import BAHP, paper
from tender_rules.stages.papers import HeldPaper, PaperDay, WantedPaper
from tests.builders import KUALIFIKASI, asked, bidder, evaluated, package
from tests.desk.documents.data import rows, section
from tests.happenings import deadline

BATAS, BUKTI, TETAP = PaperDay
# By their ids in another order than by the clauses of the document.
ASKED = (
    WantedPaper("a", "KSWP", TETAP, clause="LDK huruf A.5"),
    WantedPaper("b", "SKK", BUKTI, clause="LDK huruf A.10"),
    WantedPaper("c", "ISO", BUKTI, clause="LDK huruf A.4"),
    WantedPaper("d", "SBU", BATAS, clause="LDK huruf A.3"),
)
SAID = [
    ("Evaluasi kualifikasi", "SBU, berlaku pada batas akhir pemasukan dokumen", "A.3"),
    ("Pembuktian kualifikasi", "ISO, berlaku pada hari pembuktian kualifikasi", "A.4"),
    ("Pembuktian kualifikasi", "SKK, berlaku pada hari pembuktian kualifikasi", "A.10"),
    ("Penetapan pemenang", "KSWP, berlaku pada hari penetapan pemenang", "A.5"),
]


def elements(kind, title, *papers, **more):
    """The rows of what was looked at that speak of a day or of papers."""
    held = {KUALIFIKASI: {"papers": {paper.id: HeldPaper("1", None) for paper in papers}}}
    asks = asked(KUALIFIKASI, papers=papers, **more)
    made = evaluated(package(bidder(facts=held), asks=asks, events=[deadline()]))
    found = [row for row in rows(section(paper(made, kind), title)) if len(row) == 3]
    return [tuple(row) for row in found if "berlaku" in row[1]]


@pytest.mark.parametrize("turn", [1, -1])
def test_each_stands_under_its_stage_in_the_order_of_the_clauses(turn):
    """However they are listed; and none is said twice, as a rule of the stage as well."""
    told = [(stage, said, f"Dokumen Pemilihan LDK huruf {at}") for stage, said, at in SAID]

    assert elements(BAHP, "Metode Evaluasi", *ASKED[::turn]) == told


def test_one_clause_for_all_is_that_of_each():
    """Where it stands among the clauses of the stage."""
    given = (WantedPaper("a", "SKK", BUKTI), WantedPaper("b", "SBU", BATAS))
    made = elements(BAHP, "Metode Evaluasi", *given, clauses={"papers": "LDK huruf A"})

    assert [row[2] for row in made] == ["Dokumen Pemilihan LDK huruf A"] * 2
