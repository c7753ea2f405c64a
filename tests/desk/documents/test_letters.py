"""The letter to one bidder: its own result with reason and provision, and nothing of others."""

import re
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.due import announced
from tender_desk.documents.papers import LETTER, NothingToTellError, paper
from tender_desk.documents.view import View
from tender_engine.evaluation import Period, PeriodState
from tender_engine.events import (
    Announcement,
    Appeal,
    AppealAnswer,
    FailureAct,
    Objection,
    ObjectionAnswer,
    Refusal,
)
from tender_engine.findings import Citation, Source, Verdict
from tender_engine.terms import AppealDecision, CountedBy, Decider, ObjectionDecision, Refuser
from tests.builders import ADMINISTRASI, KUALIFIKASI, TEKNIS, at, evaluated, failed, judged
from tests.desk.documents.data import (
    AWARD,
    GROUND,
    MINUTES,
    annex,
    drawn_tables,
    given,
    outcomes,
    prose,
    said,
    words,
)
from tests.desk.documents.ended import ENDED, ENDS, FELL, RIGHT, WRONG, tender
from tests.desk.documents.kinds import KINDS, OVER, TOTALS, WINNER, consulted
from tests.desk.documents.kinds import MINUTES as MINUTES_OF_TALKS
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, spelled
from tests.happenings import agreed, price_opening

LEWAT = PeriodState.LEWAT
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


# Where nobody is judged; that one passed there is not told.
UNJUDGED = {
    "pemasukan_kualifikasi",
    "pembukaan",
    "koreksi_aritmatik",
    "penawaran_dievaluasi",
    "pembukaan_harga",
    "penetapan_hasil_kualifikasi",
    "penetapan",
}


def conclusion(made):
    """What it came to in the end, in one sentence."""
    strong = [
        block["text"]
        for part in bahp_dict(made)["sections"]
        for block in part["blocks"]
        if block.get("strong") and block["text"].startswith("Dengan demikian ")
    ]
    (sentence,) = strong
    return sentence.removeprefix("Dengan demikian ")


def test_there_are_letters_of_every_kind():
    """To who won, fell, was kept out and still waits."""
    ends = " ".join(conclusion(made) for made, _, _ in LETTERS.values())

    for words_ in ("ditetapkan sebagai pemenang", "gugur", "belum selesai", "tidak dievaluasi"):
        assert words_ in ends
    assert len(LETTERS) > 60


@pytest.mark.parametrize("name", LETTERS)
def test_it_goes_to_the_bidder_and_tells_each_of_its_stages(name):
    """Every stage of this record at which it was judged or is out, as a letter: without a table.

    The second, slow reading of the story: a verdict is told by the name of its stage.
    """
    made, evaluation, who = LETTERS[name]
    told = prose(made)
    view = View.of(evaluation)
    for stage, verdict in evaluation.verdicts_of(who.id):
        due = stage not in UNJUDGED or verdict.verdict is not Verdict.LULUS
        if view.tells(stage) and due:
            assert view.stage(stage).lower() in told
            assert verdict.verdict is Verdict.LULUS or verdict.reason in told

    assert made.recipient[0] == f"Pimpinan {who.name}"
    assert not any(part.title for part in made.sections)
    assert all(len(table.headers) in (5, 6) for table in drawn_tables(made))  # to sign, corrections
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

    assert (
        "Saudara dinyatakan lulus pada tahap evaluasi administrasi dan evaluasi kualifikasi. Pada "
        "tahap evaluasi teknis Saudara dinyatakan gugur, dengan alasan: Tidak memenuhi Peralatan "
        f"utama (LDP huruf F.2): {note} Ketentuan yang mendasarinya: Dokumen Pemilihan LDP huruf "
        "F.2; Perpres 16/2018 "
    ) in prose(made)
    assert conclusion(made) == "CV p1 Contoh dinyatakan gugur pada tahap evaluasi teknis."


def test_who_fell_twice_reads_both():
    """Administration and qualification are evaluated side by side."""
    twice = failed(ADMINISTRASI, "p1") + failed(KUALIFIKASI, "p1")
    made = paper(evaluated(given(assessments=twice)), LETTER, "p1")

    assert conclusion(made) == (
        "CV p1 Contoh dinyatakan gugur pada tahap evaluasi administrasi dan evaluasi kualifikasi."
    )


def test_who_passes_a_prakualifikasi_that_fails_is_on_no_list():
    """Too few passed: it passed, and the whole failed."""
    failing = [x for x in LETTERS.values() if x[1].failure and "Kualifikasi" in x[0].title]

    assert any("dinyatakan lulus" in conclusion(made) for made, _, _ in failing)
    for made, _, _ in failing:
        assert "masuk Daftar" not in conclusion(made)


def test_a_reserve_whose_price_waits_for_its_turn_is_a_reserve():
    """In a Seleksi by quality only the first price is opened."""
    made = paper(KINDS["kualitas_sepakat"], LETTER, "p2")

    assert "Biaya penawaran Saudara tidak dibuka." in prose(made)
    assert conclusion(made) == "CV p2 Contoh ditetapkan sebagai pemenang cadangan 1."


def test_its_own_corrections_are_told_cell_by_cell():
    """p2 wrote volume 90 for 100 at 9.500.000: 10 x 9.500.000 x 1,11 = 105.450.000 more."""
    made = paper(EVALUATIONS["diusulkan"], LETTER, "p2")
    (corrected,) = [t for t in drawn_tables(made) if "Ketentuan koreksi" in t.headers]
    (row,) = corrected.rows

    assert row[0] == "L1 Pekerjaan L1"
    assert row[2:] == ("volume", "90", "100", "Rp105.450.000,00")


def test_a_bid_without_corrections_has_no_such_table():
    """There is nothing to show."""
    made = paper(EVALUATIONS["diusulkan"], LETTER, "p1")

    assert not any("Ketentuan koreksi" in table.headers for table in drawn_tables(made))
    assert "Setelah koreksi aritmatik harga tersebut tetap, yaitu 90,4545%" in prose(made)


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

    assert name in prose(paper(EVALUATIONS["diumumkan"], LETTER, "p2"))
    assert name not in prose(paper(EVALUATIONS["ditetapkan"], LETTER, "p2"))
    assert "adalah CV" not in prose(paper(EVALUATIONS["diumumkan"], LETTER, "p1"))


def test_who_took_part_in_what_failed_reads_why_and_what_follows():
    """Once that is announced."""
    told = prose(paper(ENDS["gagal"], LETTER, "p1"))

    assert "Tender ini dinyatakan gagal, karena tidak ada peserta yang lulus evaluasi" in told
    assert "Setelah masa sanggah berakhir, Pokja Pemilihan segera melakukan Tender ulang." in told
    assert "dinyatakan gagal" not in prose(paper(EVALUATIONS["gugur_teknis"], LETTER, "p1"))


def test_the_winner_reads_which_bond_it_owes():
    """5 percent of 1.104.450.000, once it is announced, and nobody else."""
    owed = "Jaminan pelaksanaan ialah Rp55.222.500,00"

    assert owed in prose(paper(EVALUATIONS["diumumkan"], LETTER, "p1"))
    assert "Jaminan" not in prose(paper(EVALUATIONS["diumumkan"], LETTER, "p2"))
    assert "Jaminan" not in prose(paper(EVALUATIONS["ditetapkan"], LETTER, "p1"))


def test_what_was_announced_before_the_act_was_another_result():
    """An objection found right undoes an act; nobody is determined anew then, announced or not."""
    upheld = ObjectionAnswer(
        at(26), "pemilihan", "p2", ObjectionDecision.BENAR_SUBSTANSIAL, f"{GROUND}a"
    )
    objected = [AWARD, ANNOUNCED, Objection(at(25), "pemilihan", "p2"), upheld]
    anew = [*objected, evolve(AWARD, at=at(27))]
    again = [*anew, Announcement(at(28), "pemilihan")]

    drafts = [paper(evaluated(given(events=es)), LETTER, "p1").draft for es in (anew, again)]
    assert drafts == [True, True]
    known = [announced(View.of(evaluated(given(events=es)))) for es in ([*objected[:3]], objected)]
    assert known == [True, False]


def test_an_appeal_that_was_found_right_makes_it_another_result_too():
    """One that was not leaves what was announced."""
    for decision in AppealDecision:
        appeal = Appeal(at(31, 12), "pemilihan", "p2", Decimal(12210000))
        answer = AppealAnswer(at(6, month=6), "p2", decision)
        view = View.of(tender(*ENDED, WRONG, appeal, answer))
        assert announced(view) is (decision is AppealDecision.TIDAK_BENAR)


def test_as_long_as_nobody_has_determined_it_a_winner_is_proposed():
    """In the draft of the letter; the act makes it one."""
    ends = [conclusion(paper(EVALUATIONS[n], LETTER, "p1")) for n in ("diusulkan", "ditetapkan")]

    assert ends == [
        "CV p1 Contoh diusulkan sebagai pemenang.",
        "CV p1 Contoh ditetapkan sebagai pemenang.",
    ]


def test_who_has_passed_so_far_is_not_told_that_it_passed():
    """Two equal bids wait for the panel to settle their order."""
    made = paper(EVALUATIONS["menunggu_peringkat"], LETTER, "p1")

    assert conclusion(made) == (
        "CV p1 Contoh lulus sampai dengan tahap evaluasi harga; evaluasi belum selesai."
    )


def test_its_own_price_is_told_in_figures_and_words():
    """1.104.450.000 of p1, 90,4545 percent of 1.221.000.000."""
    told = prose(paper(EVALUATIONS["diusulkan"], LETTER, "p1"))

    assert "ialah Rp1.104.450.000,00 (satu miliar seratus empat juta empat ratus lima" in told
    assert "yaitu 90,4545% dari nilai total HPS" in told


def test_it_says_until_when_one_may_object_where_the_calendar_knows():
    """A period of another result or another bidder is none of it."""

    def told(*calendar):
        return prose(paper(evolve(EVALUATIONS["diumumkan"], calendar=calendar), LETTER, "p2"))

    by_document = "dalam waktu yang ditetapkan Dokumen Pemilihan"
    period = Period(
        "masa_sanggah", "pemilihan", None, 1, at(24), at(30, 16), CountedBy.HARI_KALENDER, LEWAT
    )

    assert by_document in told()
    assert "paling lambat Senin, 30 Mei 2022 pukul 16.00 WIB" in told(period)
    unread = Citation("tanpa teks", "masa sanggah", Source.UNVERIFIED)
    for other in (
        evolve(period, of="kualifikasi"),
        evolve(period, participant="p1"),
        evolve(period, citations=(unread,)),
    ):
        assert by_document in told(other)


@pytest.mark.parametrize(("day", "is_told"), [(25, False), (27, True)])
def test_talks_after_the_announcement_are_not_told(day, is_told):
    """The letter goes out with it, when one may still object: talks were on the 26th."""
    told = Announcement(at(day), "pemilihan")
    ended = consulted(price_opening(), WINNER, told, OVER, agreed(), MINUTES_OF_TALKS)
    letter = prose(paper(evaluated(ended), LETTER, "p1"))

    assert ("Rp1.150.000.000,00" in letter) is is_told
    assert ("klarifikasi dan negosiasi" in letter) is is_told


def test_after_an_upheld_objection_it_says_that_the_result_fell():
    """To the objector as its own; what is judged anew comes, and there is nothing to object to."""
    act = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    told = Announcement(at(31, 14), "pemilihan")
    fallen = evaluated(given(assessments=[FELL], events=[*ENDED, RIGHT, act, told]))
    winner, objector = (prose(paper(fallen, LETTER, name)) for name in ("p1", "p2"))
    fell = "penetapan pemenang yang telah diumumkan tidak berlaku lagi. Tender ini dinyatakan gagal"

    assert "Dalam evaluasi tersebut CV p1 Contoh dinyatakan lulus, pada peringkat 1." in winner
    assert "Karena sanggah atas hasil tersebut dinyatakan benar" in winner
    assert "Karena sanggah Saudara dinyatakan benar dan berpengaruh secara substansial" in objector
    for letter in (winner, objector):
        assert fell in letter
        assert "Dengan demikian" not in letter
        assert "Apabila berkeberatan" not in letter


def test_after_an_upheld_appeal_it_says_that_it_was_the_appeal():
    """Its bond of one percent of 1.221.000.000 is what is asked."""
    appeal = Appeal(at(31, 12), "pemilihan", "p2", Decimal(12210000))
    granted = AppealAnswer(at(6, month=6), "p2", AppealDecision.BENAR)
    act = FailureAct(at(7, month=6), "pemilihan", Decider.POKJA, f"{GROUND}a")
    told = Announcement(at(7, 14, 6), "pemilihan")
    fallen = tender(*ENDED, WRONG, appeal, granted, act, told)

    for name, whose in (("p1", "atas hasil tersebut"), ("p2", "Saudara")):
        fell = f"Karena sanggah banding {whose} dinyatakan benar, penetapan pemenang yang telah"
        assert fell in prose(paper(fallen, LETTER, name))


def test_a_failure_that_holds_at_once_invites_nobody_to_object():
    """It begins no days: whoever objected would have made a complaint."""
    refused = Refusal(at(30, 10), Refuser.PPK, "tidak sependapat")
    act = FailureAct(at(31, 10), "pemilihan", Decider.PA, "lkpp-12-2021:4.2.14.a.k")
    told = Announcement(at(31, 14), "pemilihan")
    letter = prose(paper(tender(*ENDED, refused, act, told), LETTER, "p1"))

    assert "gagal" in letter
    assert "Apabila berkeberatan" not in letter


def test_an_objection_that_was_wrong_leaves_the_letter_as_it_was():
    """The result stands, and may be objected to in its time."""
    letter = prose(paper(ENDS["tidak_benar"], LETTER, "p2"))

    assert "Dengan demikian CV p2 Contoh dinyatakan gugur" in letter
    assert "tidak berlaku lagi" not in letter
    assert "Apabila berkeberatan" in letter


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
