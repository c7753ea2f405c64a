"""The minutes of an evaluasi ulang: side by side with the one before it, and a draft alone."""

import re

import pytest
from attrs import evolve

from tender_desk.documents.list_minutes import LISTED
from tender_desk.documents.papers import BAHP, EVALUATION, LETTER, WORKING_PAPER, paper
from tender_desk.documents.report import report
from tender_engine.faults import PackageRefusedError
from tender_engine.terms import PreviousKind
from tender_engine.trail import root
from tender_rules.repeats.making import repeated
from tests.builders import KUALIFIKASI, PEMBUKTIAN, TEKNIS, at, checked, evaluated, failed, judged
from tests.desk.documents.data import annex, items, rows, said, section, words
from tests.happenings import award, deadline, listing_act
from tests.procurements import NILAI, applicants, contest, score, screened
from tests.rules.repeats.tenders import anew, answered, undone

TITLE = "Perbandingan dengan Evaluasi Sebelumnya"
NOT_HELD = "Evaluasi ulang ini belum diperiksa terhadap paket sebelumnya."
OLD = undone()
ANSWERED = answered(
    anew(OLD),
    judged(TEKNIS, participant="p2", when=at(26), by="m1", note="Bukti ada pada halaman 12"),
    judged(TEKNIS, participant="p2", when=at(26), by="m2", note="Aslinya diperiksa"),
    judged(TEKNIS, "tidak_memenuhi", "p2", when=at(26), by="m3", note="Bukti itu sewa."),
    judged(PEMBUKTIAN, participant="p2", when=at(27)),
)
WON = checked(evolve(ANSWERED, events=(*ANSWERED.events, award("p2", "p1", "p3", day=28))))
BEFORE, AFTER = evaluated(OLD), evaluated(WON)


def test_it_shows_side_by_side_what_changed_for_whom_and_why():
    """p2 passes what it fell at, is first and wins; each root, and what was judged anew."""
    blocks = section(paper(AFTER, BAHP, before=BEFORE), TITLE)
    told = items(blocks)
    fell = (
        "Gugur: Tidak memenuhi syarat evaluasi_teknis (LDP evaluasi_teknis): Diminta bukti "
        "kepemilikan; tidak ada bukti yang disampaikan."
    )

    assert told["Alasan evaluasi ulang"] == "Sanggah p2 benar."
    assert told["Yang disebut untuk dinilai ulang"] == "Evaluasi teknis: CV p2 Contoh"
    assert told["Akar jejak evaluasi sebelumnya"] == root(BEFORE) != root(AFTER)
    assert told["Akar jejak evaluasi ulang"] == root(AFTER)
    assert rows(blocks)[:5] == [
        ["CV p2 Contoh", "Evaluasi teknis", "Bukti ada pada halaman 12. Aslinya diperiksa."],
        ["CV p2 Contoh", "Pembuktian kualifikasi", "–"],
        ["CV p2 Contoh", "Evaluasi teknis", fell, "Lulus"],
        ["CV p2 Contoh", "Evaluasi harga", "Tidak memasuki tahapan ini", "Lulus"],
        ["CV p2 Contoh", "Pembuktian kualifikasi", "Tidak memasuki tahapan ini", "Lulus"],
    ]
    assert "Penetapan pemenang" not in str(blocks)
    assert "sewa" not in str(blocks)
    places = {row[0]: row[1:] for row in rows(blocks) if row[1:] and row[1].strip("–").isdecimal()}
    assert places == {"CV p1 Contoh": ["1", "2"], "CV p3 Contoh": ["2", "3"]}
    assert ["CV p2 Contoh", "–", "1"] in rows(blocks)
    assert ["Calon pemenang", "CV p1 Contoh", "CV p2 Contoh"] in rows(blocks)


def test_where_nothing_changed_it_says_so():
    """Judged anew and found the same."""
    same = answered(anew(OLD), *failed(TEKNIS, "p2", when=at(26)))
    blocks = section(paper(evaluated(same), BAHP, before=BEFORE), TITLE)

    assert said(blocks).startswith("Yang dinilai ulang Evaluasi ulang tidak mengubah putusan")


def test_it_tells_no_price():
    """One that was opened then may be sealed now."""
    assert "Rp" not in str(section(paper(AFTER, BAHP, before=BEFORE), TITLE))


@pytest.mark.parametrize("kind", [BAHP, WORKING_PAPER, EVALUATION, LETTER])
def test_it_stays_a_draft_until_it_is_held_against_the_one_before(kind):
    """And says why."""
    who = "p2" if kind is LETTER else None
    alone, held = (paper(AFTER, kind, who, before=before) for before in (None, BEFORE))

    assert alone.draft
    assert NOT_HELD in said(annex(alone))
    assert NOT_HELD not in " ".join(words(held))


def test_the_minutes_are_final_once_it_is():
    """Everything else is there."""
    assert not paper(AFTER, BAHP, before=BEFORE).draft
    for before, told in ((None, "belum diperiksa"), (BEFORE, "telah diperiksa")):
        basis = items(section(paper(AFTER, BAHP, before=before), "Dasar"))
        assert basis["Paket sebelumnya"] == f"{WON.previous.package}; {told} terhadap paket ini"


def test_the_report_says_it_too():
    """On its first screen."""
    assert NOT_HELD.rstrip(".").lower() in report(AFTER, public=True).lower()
    assert NOT_HELD.rstrip(".").lower() not in report(AFTER, before=BEFORE).lower()


@pytest.mark.parametrize("public", [True, False])
def test_the_report_shows_both_side_by_side(public):
    """What the minutes tell, inside and outside, and only where it was held against one."""
    alone = report(AFTER, public=public)
    text = re.sub(r"<[^>]*>", " ", report(AFTER, public=public, before=BEFORE))

    assert TITLE not in alone
    for told in (TITLE, root(BEFORE), root(AFTER), "Bukti ada pada halaman 12."):
        assert told in text
    shown = text.rindex(TITLE)
    assert "Bukti itu sewa." not in text[shown : text.index("Alur dan Jalan", shown)]


def test_it_tells_the_scores_that_differ():
    """p2 had 70 on the one criterion, has 75, and with 30 percent of its price 82,5 instead of 79.

    The cheaper of two has a price score of 100: 70 x 70% + 30 = 79 and 75 x 70% + 30 = 82,5.
    """
    bids = ("p1", "80", "1100000000"), ("p2", "70", "1000000000")
    old = evaluated(contest(NILAI, *bids))
    made = repeated(old, PreviousKind.EVALUASI_ULANG, "salah nilai", anew={TEKNIS: {"p2"}})
    marks = score(TEKNIS, "p2", "75", when=at(30))
    new = evaluated(checked(evolve(made, assessments=(*made.assessments, marks))))
    blocks = section(paper(new, BAHP, before=old), TITLE)

    assert [row for row in rows(blocks) if "Nilai" in row[1]] == [
        ["CV p2 Contoh", "Nilai teknis: mutu s", "70,00", "75,00"],
        ["CV p2 Contoh", "Nilai teknis", "70,00", "75,00"],
        ["CV p2 Contoh", "Nilai akhir", "79,00", "82,50"],
    ]


@pytest.mark.parametrize("made", [lambda *a, **k: paper(*a, BAHP, **k), report])
def test_neither_is_made_beside_an_evaluation_that_it_does_not_repeat(made):
    """Whoever embeds them is told the same as on a screen."""
    with pytest.raises(PackageRefusedError, match="ATR081"):
        made(AFTER, before=AFTER)


def test_the_minutes_of_a_list_show_it_once_bids_are_due():
    """p3 comes onto the list; the minutes of the bids since do not compare what was before them."""
    old = screened(
        *applicants(3), assessments=failed(KUALIFIKASI, "p3"), events=[listing_act("p1", "p2")]
    )
    before = evaluated(old)
    made = repeated(before, PreviousKind.EVALUASI_ULANG, "keliru", anew={KUALIFIKASI: {"p3"}})
    words_ = [judged(stage, participant="p3", when=at(25)) for stage in (KUALIFIKASI, PEMBUKTIAN)]
    listed = (
        *made.events,
        listing_act("p1", "p2", "p3", day=26),
        evolve(deadline(day=30), at=at(27)),
    )
    new = checked(evolve(made, assessments=(*made.assessments, *words_), events=listed))
    minutes = paper(evaluated(new), LISTED, before=before)

    assert rows(section(minutes, TITLE))[-1][:2] == ["Daftar peserta", "CV p1 Contoh, CV p2 Contoh"]
    assert NOT_HELD not in " ".join(words(minutes))
    basis = items(section(minutes, "Dasar"))
    assert basis["Pemilihan sebelumnya"] == "evaluasi dan pembuktian kualifikasi ulang: keliru"
    assert TITLE not in str(paper(evaluated(new), BAHP, before=before))
