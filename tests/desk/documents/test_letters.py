"""The letter to one bidder: its own result with reason and provision, and nothing of others."""

import re

import pytest

from tender_desk.documents.papers import LETTER, NothingToTellError, paper
from tender_engine.events import Announcement
from tests.builders import ADMINISTRASI, KUALIFIKASI, TEKNIS, at, evaluated, failed, judged
from tests.desk.documents.data import (
    AWARD,
    MINUTES,
    annex,
    given,
    items,
    outcomes,
    rows,
    said,
    section,
    words,
)
from tests.desk.documents.kinds import KINDS, TOTALS
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, spelled

ANNOUNCED = Announcement(at(24), "pemilihan")
EVALUATIONS = {
    **outcomes(),
    **KINDS,
    "diumumkan": evaluated(given(events=[AWARD, MINUTES, ANNOUNCED])),
}


def letters():
    """Every letter of every evaluation that has somebody to write to."""
    for name, evaluation in EVALUATIONS.items():
        for who in evaluation.package.participants:
            if evaluation.verdicts_of(who.id):
                yield f"{name}-{who.id}", evaluation, who


LETTERS = {}
for _name, _evaluation, _who in letters():
    try:
        LETTERS[_name] = (paper(_evaluation, LETTER, _who.id), _evaluation, _who)
    except NothingToTellError:
        continue


def test_there_are_letters_of_every_kind():
    """To who won, fell, was kept out and still waits."""
    ends = " ".join(said(section(made, "Kesimpulan")) for made, _, _ in LETTERS.values())

    for words_ in ("ditetapkan sebagai pemenang", "gugur", "belum selesai", "tidak dievaluasi"):
        assert words_ in ends
    assert len(LETTERS) > 60


@pytest.mark.parametrize("name", LETTERS)
def test_it_goes_to_the_bidder_and_tells_each_of_its_stages(name):
    """Every stage of this record at which it has a verdict, in order."""
    made, evaluation, who = LETTERS[name]
    told = [row[0] for row in rows(section(made, "Hasil pada Setiap Tahapan"))]

    assert made.recipient[0] == f"Pimpinan {who.name}"
    assert 0 < len(told) <= len(evaluation.verdicts_of(who.id))
    assert made.root in " ".join(words(made))


@pytest.mark.parametrize("name", LETTERS)
def test_it_tells_of_nobody_else(name):
    """Neither a name nor a price of another; but for the winner, once that is announced."""
    made, evaluation, who = LETTERS[name]
    texts = " ".join(words(made))
    announced = any(isinstance(event, Announcement) for event in evaluation.package.events)
    may = {who.id} | ({evaluation.winner} if announced else set())

    for other in evaluation.package.participants:
        assert other.id in may or not re.search(rf"\b{re.escape(other.name)}\b", texts)
    for price in evaluation.prices:
        mine = next((p for p in evaluation.prices if p.participant == who.id), None)
        amounts = {price.stated_total, price.corrected_total, price.final_total} - {None}
        own = {mine.stated_total, mine.corrected_total, mine.final_total} if mine else set()
        hps = evaluation.package.tender.hps.total
        for amount in amounts - own - {hps}:
            assert f"Rp{int(amount):,}".replace(",", ".") not in texts


@pytest.mark.parametrize("name", KINDS)
def test_its_own_price_stays_closed_where_no_stage_opened_it(name):
    """Not even the bidder is told by a letter what nobody may have read."""
    evaluation = KINDS[name]
    opened = {price.participant for price in evaluation.prices}
    for made, of, who in LETTERS.values():
        if of is evaluation and who.id in TOTALS.keys() - opened:
            assert f"{int(TOTALS[who.id]):,}".replace(",", ".") not in " ".join(words(made))


def test_who_fell_reads_the_reason_the_clause_and_the_provision():
    """What was required, what was offered, where the document asks it, and the law."""
    note = "Diminta 2 unit; ditawarkan 1 unit."
    fell = evaluated(given(assessments=[judged(TEKNIS, "tidak_memenuhi", "p1", "alat", note=note)]))
    made = paper(fell, LETTER, "p1")
    *_, last = rows(section(made, "Hasil pada Setiap Tahapan"))

    assert last[:2] == ["Evaluasi teknis", "Gugur"]
    assert note in last[2]
    assert last[3].startswith("Dokumen Pemilihan LDP huruf F.2; Perpres 16/2018 ")
    assert said(section(made, "Kesimpulan")).startswith(
        "CV p1 Contoh dinyatakan gugur pada tahap evaluasi teknis."
    )


def test_who_fell_twice_reads_both():
    """Administration and qualification are evaluated side by side."""
    twice = failed(ADMINISTRASI, "p1") + failed(KUALIFIKASI, "p1")
    made = paper(evaluated(given(assessments=twice)), LETTER, "p1")

    assert said(section(made, "Kesimpulan")).startswith(
        "CV p1 Contoh dinyatakan gugur pada tahap evaluasi administrasi dan evaluasi kualifikasi."
    )


def test_who_passes_a_prakualifikasi_that_fails_is_on_no_list():
    """Too few passed: it passed, and the whole failed."""
    failing = [x for x in LETTERS.values() if x[1].failure and "Kualifikasi" in x[0].title]

    assert any("dinyatakan lulus" in said(section(made, "Kesimpulan")) for made, _, _ in failing)
    for made, _, _ in failing:
        assert "masuk Daftar" not in said(section(made, "Kesimpulan"))


def test_its_own_corrections_are_told_cell_by_cell():
    """p2 wrote volume 90 for 100 at 9.500.000: 10 x 9.500.000 x 1,11 = 105.450.000 more."""
    made = paper(EVALUATIONS["diusulkan"], LETTER, "p2")
    (row,) = rows(section(made, "Koreksi Aritmatik"))

    assert row[0] == "L1 Pekerjaan L1"
    assert row[2:] == ["volume", "90", "100", "Rp105.450.000,00"]


def test_a_bid_without_corrections_has_no_such_section():
    """There is nothing to show."""
    titles = [part.title for part in paper(EVALUATIONS["diusulkan"], LETTER, "p1").sections]

    assert "Koreksi Aritmatik" not in titles


def test_it_is_a_draft_until_the_result_is_announced():
    """The result is secret before (Perka LKPP 14/2012, halaman III-253)."""
    before, after = EVALUATIONS["ditetapkan"], EVALUATIONS["diumumkan"]

    assert paper(before, LETTER, "p1").draft
    assert "Hasilnya belum diumumkan." in said(annex(paper(before, LETTER, "p1")))
    assert not paper(after, LETTER, "p1").draft
    assert paper(after, LETTER, "p1").title == "Pemberitahuan Hasil Evaluasi Penawaran"


def test_the_winner_is_named_to_the_others_once_announced():
    """It is public then, and not before."""
    name = "Pemenang yang ditetapkan adalah CV p1 Contoh."

    assert name in said(section(paper(EVALUATIONS["diumumkan"], LETTER, "p2"), "Kesimpulan"))
    assert name not in said(section(paper(EVALUATIONS["ditetapkan"], LETTER, "p2"), "Kesimpulan"))
    assert "adalah" not in said(
        section(paper(EVALUATIONS["diumumkan"], LETTER, "p1"), "Kesimpulan")
    )


def test_as_long_as_nobody_has_determined_it_a_winner_is_proposed():
    """In the draft of the letter; the act makes it one."""
    ends = [
        said(section(paper(EVALUATIONS[n], LETTER, "p1"), "Kesimpulan"))
        for n in ("diusulkan", "ditetapkan")
    ]

    assert ends == [
        "CV p1 Contoh diusulkan sebagai pemenang.",
        "CV p1 Contoh ditetapkan sebagai pemenang.",
    ]


def test_who_has_passed_so_far_is_not_told_that_it_passed():
    """Two equal bids wait for the panel to settle their order."""
    end = said(section(paper(EVALUATIONS["menunggu_peringkat"], LETTER, "p1"), "Kesimpulan"))

    assert end == "CV p1 Contoh lulus sampai dengan tahap evaluasi harga; evaluasi belum selesai."


def test_its_own_price_is_told_in_figures_and_words():
    """1.104.450.000 of p1, 90,4545 percent of 1.221.000.000."""
    own = items(section(paper(EVALUATIONS["diusulkan"], LETTER, "p1"), "Data"))

    assert own["Harga terkoreksi"].startswith("Rp1.104.450.000,00 (satu miliar seratus empat juta")
    assert own["Terhadap nilai total HPS"] == "90,4545%"


def test_who_handed_in_nothing_gets_none():
    """There is no result to tell."""
    with pytest.raises(NothingToTellError):
        paper(EVALUATIONS["tanpa_penawaran"], LETTER, "p1")
    with pytest.raises(KeyError):
        paper(EVALUATIONS["diusulkan"], LETTER, "p99")


def test_what_is_internal_stands_in_no_letter():
    """Of its own unit prices only what was corrected is told, and only to itself."""
    evaluation = marked()
    for who in evaluation.package.participants:
        texts = " ".join(words(paper(evaluation, LETTER, who.id)))
        for what, marker in INSIDE.items():
            if what != "amount as written":
                assert not any(text in texts for text in spelled(marker)), what
        assert NIK not in texts
        assert NPWP not in texts
    first, second = (" ".join(words(paper(evaluation, LETTER, name))) for name in ("p1", "p2"))
    written = spelled(INSIDE["amount as written"])
    assert any(text in first for text in written)
    assert not any(text in second for text in written)
