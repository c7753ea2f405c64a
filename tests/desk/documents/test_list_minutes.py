"""The record of a prakualifikasi after its list: what it was, and nothing of the bids."""

import re

import pytest
from attrs import evolve

from tender_desk.documents.list_minutes import LISTED
from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, paper
from tender_desk.documents.word.word_writer import docx_bytes
from tender_engine.events import Cancellation
from tender_engine.terms import Canceller
from tests.builders import at, evaluated
from tests.desk.documents.data import due, given, rows, section, words
from tests.desk.documents.kinds import KINDS, LISTED_ONLY, packages
from tests.desk.documents.word import said_on_pages

LATER = ("pra_lalu_tersegel", "pra_lalu_penawaran", "kualitas", "kualitas_sepakat")


@pytest.mark.parametrize("name", LATER)
def test_it_tells_what_the_qualification_came_to_and_nothing_of_bids(name):
    """Its own number; no price, no winner, no stage of theirs."""
    made = paper(KINDS[name], LISTED)
    told = " ".join(words(made))

    assert made.title.endswith("BERITA ACARA HASIL PRAKUALIFIKASI")
    assert (made.number, made.time) == ("027/5/BAHPK/2022", "14.00 WIB")
    assert not made.draft
    assert not re.search(
        r"emenang|Rp1\.[01]00\.000|[Nn]egosiasi|Evaluasi (teknis|harga|biaya)", told
    )
    assert [row[:2] for row in rows(section(made, "Daftar"))] == [
        [str(n), f"CV p{n} Contoh"] for n in (1, 2, 3)
    ]


def test_it_bears_no_root_of_today():
    """That of its day stands on what was signed; by now bids are in the package."""
    made = paper(KINDS["pra_lalu_penawaran"], LISTED)
    (told,) = section(made, "Jejak")

    assert made.root == ""
    assert "tercetak pada yang ditandatangani pada harinya" in told["text"]
    assert "sha256" not in markdown(made)
    (foot,) = said_on_pages(docx_bytes(made), "footer")
    assert foot.strip() == "Halaman 1 dari 1"


def test_it_says_who_fell_and_what_was_determined():
    """p4 failed the qualification; the act on the list is of the ninth."""
    made = paper(KINDS["pra_lalu_penawaran"], LISTED)
    (fell,) = [row for row in rows(section(made, "Hasil Evaluasi")) if row[1:2] == ["Gugur"]]

    assert fell[0] == "CV p4 Contoh"
    assert rows(section(made, "Penetapan"))[0][1].startswith("Penetapan hasil kualifikasi Nomor")


def test_its_parts_are_those_of_the_record_of_that_time():
    """As far as both have them, and word for word: the same package before any bid."""
    later = packages()["pra_lalu_tersegel"]
    nobody = tuple(
        evolve(who, submitted=evolve(who.submitted, penawaran=None), price=None)
        for who in later.participants
    )
    early = [event for event in later.events if getattr(event, "of", None) != "penawaran"]
    before = paper(evaluated(evolve(later, participants=nobody, events=tuple(early))), BAHP)
    after = paper(KINDS["pra_lalu_tersegel"], LISTED)

    for title in ("Data", "Pemasukan", "Metode", "Hasil Evaluasi", "Klarifikasi", "Penetapan"):
        assert section(after, title) == section(before, title), title


def test_before_bids_are_due_the_bahp_is_this_record():
    """And without a prakualifikasi, or after a pembatalan, there is none."""
    ended = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    off = packages()["pra_lalu_penawaran"]
    cancelled = evaluated(evolve(off, events=(*off.events, ended)))

    for evaluation in (*(KINDS[name] for name in LISTED_ONLY), evaluated(given()), cancelled):
        found = due(evaluation, LISTED)
        assert (found.reason is None, found.waits) == (False, False)
    assert all(due(KINDS[name], LISTED).reason is None for name in LATER)
