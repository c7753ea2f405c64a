"""The answer to an objection: facts of that bidder, the decision as recorded, and what follows."""

from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.papers import BAHP, EVALUATION, NothingToTellError, paper
from tender_desk.documents.scores import own_scores
from tender_desk.documents.unconfirmed import named_value, unconfirmed
from tender_desk.documents.view import View
from tender_engine.evaluation import Period, PeriodState
from tender_engine.events import (
    Announcement,
    Appeal,
    Clarification,
    Invitation,
    Objection,
    ObjectionAnswer,
    Present,
)
from tender_engine.terms import Addressee, Channel, CountedBy, InvitedTo, ObjectionDecision
from tests.builders import TEKNIS, at, evaluated
from tests.desk.documents.data import MINUTES, annex, prose, said, silent
from tests.desk.documents.ended import (
    ANNOUNCED,
    AWARD,
    ENDED,
    ENDS,
    NOTE,
    OBJECTED,
    RIGHT,
    WRONG,
    tender,
)
from tests.desk.documents.kinds import KINDS, OVER, WINNER, consulted, gone_on
from tests.happenings import agreed, appeal, of_bond, of_kpa, price_opening

BLANK = "." * 20


def answer(name, who="p2"):
    """The answer to `who` in one of the ends."""
    return paper(ENDS[name], ANSWER, who)


def test_it_goes_to_who_objected_and_says_when_and_how():
    """Nobody else gets one."""
    made = answer("tidak_benar")

    assert (made.title, made.draft) == ("Jawaban Sanggah", False)
    assert made.recipient[0] == "Pimpinan CV p2 Contoh"
    (opening,) = made.opening
    assert "melalui SPSE pada Kamis, 26 Mei 2022 pukul 09.00 WIB" in opening.text
    with pytest.raises(NothingToTellError) as refused:
        answer("tidak_benar", "p1")
    assert refused.value.reason.id == "tidak ada sanggah dari CV p1 Contoh"


def test_it_holds_the_facts_to_argue_from():
    """What was handed in, at which price, where it fell, by which rule, clause and provision."""
    told = prose(answer("tidak_benar"))

    for fact in (
        "Saudara menyampaikan dokumen penawaran pada Kamis, 12 Mei 2022 pukul 09.00 WIB.",
        "menjadi Rp1.154.400.000,00",
        f"(LDP huruf F.2): {NOTE} Ketentuan yang mendasarinya: Dokumen Pemilihan LDP huruf F.2",
        "Aturan yang diterapkan: Persyaratan teknis dinilai Pokja Pemilihan.",
        "keputusan Pokja Pemilihan, yang disepakati lebih dari separuh anggotanya.",
        "Dengan demikian CV p2 Contoh dinyatakan gugur pada tahap evaluasi teknis.",
        "Pemenang yang diumumkan adalah CV p1 Contoh.",
    ):
        assert fact in told, fact


def test_whoever_was_outranked_is_told_its_place_and_whose_is_before_it():
    """1.104.450.000 is lower than 1.198.800.000; the figure of another is not told."""
    objected = evolve(OBJECTED, participant="p3")
    given = evolve(WRONG, participant="p3")
    told = prose(paper(tender(AWARD, MINUTES, ANNOUNCED, objected, given), ANSWER, "p3"))
    fallen = prose(answer("tidak_benar"))

    by = "Harga penawaran terkoreksi"
    assert f"Saudara berada pada peringkat 2 dari 2 ({by}: Rp1.198.800.000,00)." in told
    assert "Pemenang yang diumumkan adalah CV p1 Contoh, pada peringkat 1." in told
    assert "1.104.450.000" not in told
    assert "peringkat" not in fallen
    assert "Pemenang yang diumumkan adalah CV p1 Contoh." in fallen


def test_whoever_handed_in_nothing_is_told_so_and_of_no_price():
    """A price that was never there was not left closed."""
    objected = evolve(OBJECTED, participant="p4")
    known = tender(AWARD, MINUTES, ANNOUNCED).given
    everybody, events = (*known.participants, *silent("p4")), (*known.events, objected)
    made = evaluated(evolve(known, participants=everybody, events=events))
    told = prose(paper(made, ANSWER, "p4"))

    assert "Saudara tidak menyampaikan dokumen penawaran." in told
    assert "dibuka" not in told


def test_scores_are_told_by_criterion_as_means():
    """Of that bidder alone: p3 was given 65, p1 90 and p2 80."""
    (told,) = own_scores(View.of(KINDS["kualitas_biaya"]), "p3")

    assert told.text == (
        "Nilai Saudara pada tahap evaluasi teknis, rata-rata seluruh anggota Pokja Pemilihan: "
        "mutu s 65,00 dari 100, bobot 100%."
    )


def test_what_the_objection_says_is_for_the_panel_to_write():
    """No dossier holds it, nor the panel's words on it."""
    told = prose(answer("tidak_benar"))

    assert f"Sanggah Saudara pada pokoknya menyatakan: {BLANK}" in told
    assert f"Tanggapan Pokja Pemilihan atas pokok sanggah Saudara: {BLANK}" in told


def test_without_a_decision_it_is_the_facts_and_a_draft():
    """No decision is foretold, and nothing follows yet."""
    made = answer("disanggah")

    assert made.draft
    assert "Jawaban sanggah belum dicatat." in said(annex(made))
    assert f"menyatakan sanggah Saudara {BLANK}." in prose(made)
    assert "banding" not in prose(made)


def test_an_answer_about_what_was_not_announced_is_a_draft():
    """It would tell what is secret; an objection that came before that is answered after it."""
    later, words = Announcement(at(27), "pemilihan"), "disanggah belum dicatat."
    secret = paper(tender(AWARD, MINUTES, OBJECTED, WRONG), ANSWER, "p2")
    told = paper(tender(AWARD, MINUTES, OBJECTED, later, WRONG), ANSWER, "p2")

    assert f"Pengumuman hasil yang {words}" in said(annex(secret))
    assert not told.annex


@pytest.mark.parametrize(
    ("name", "decision", "stands"),
    [
        ("tidak_benar", "menyatakan sanggah Saudara tidak benar.", True),
        ("tidak_substansial", "benar, tetapi tidak berpengaruh secara substansial", True),
        ("benar", "benar dan berpengaruh secara substansial terhadap hasil pemilihan.", False),
    ],
)
def test_the_decision_is_the_recorded_one(name, decision, stands):
    """The result stands, or the act is undone on the ground that was named."""
    told = prose(answer(name))

    assert decision in told
    assert ("Hasil pemilihan yang telah diumumkan tetap berlaku." in told) is stands
    assert ("Penetapan pemenang yang telah diumumkan tidak berlaku lagi." in told) is not stands
    assert ("terdapat kesalahan dalam proses evaluasi (Perpres 16/2018 Pasal 51" in told) != stands
    assert ("segera melakukan evaluasi penawaran ulang." in told) is not stands
    assert ("sanggah banding" in told) is stands


def test_an_answer_before_a_second_objection_is_not_its_answer():
    """Who objects again waits again."""
    again = evolve(OBJECTED, at=at(31, 12))
    later = evolve(WRONG, at=at(31, 13))

    assert paper(tender(*ENDED, WRONG, again), ANSWER, "p2").draft
    assert not paper(tender(*ENDED, WRONG, again, later), ANSWER, "p2").draft


def test_of_works_it_says_how_to_appeal():
    """1 percent of 1.221.000.000 is 12.210.000; to the KPA; until when, where that is known."""
    told = prose(paper(evolve(ENDS["tidak_benar"], calendar=()), ANSWER, "p2"))
    period = Period(
        "masa_sanggah_banding",
        "pemilihan",
        "p2",
        1,
        at(31),
        at(6, 16, 6),
        CountedBy.HARI_KALENDER,
        PeriodState.BERJALAN,
    )
    until = "paling lambat Senin, 6 Juni 2022 pukul 16.00 WIB"

    assert "Jaminan Sanggah Banding sebesar Rp12.210.000,00 (dua belas juta" in told
    assert "dijawab oleh Kuasa Pengguna Anggaran (Perpres 16/2018 Pasal 10 ayat (2))" in told
    assert until not in told
    for whose, is_told in (("p2", True), ("p1", False)):
        known = evolve(ENDS["tidak_benar"], calendar=(evolve(period, participant=whose),))
        assert (until in prose(paper(known, ANSWER, "p2"))) is is_told


def test_of_anything_else_it_says_that_there_is_no_appeal():
    """Only works know one (Perpres 16/2018 Pasal 50 ayat (2))."""
    told = prose(answer("barang"))

    assert "Sanggah banding hanya ada pada pemilihan penyedia Pekerjaan Konstruksi" in told
    assert "Jaminan" not in told


def test_what_it_was_asked_and_called_to_is_told():
    """With who came for it, and nobody else's."""
    asked = Clarification(at(17), "p2", TEKNIS, "Berapa unit?", "Satu unit")
    other = Clarification(at(17), "p1", TEKNIS, "Berapa orang?", "Lima orang")
    people = (Present("Budi", "Direktur", "p2"), Present("Anggota 1", "Pokja"))
    call = Invitation(at(15), InvitedTo.KLARIFIKASI, "p2", at(17, 10), "Ruang Rapat", None, people)
    told = prose(paper(tender(asked, other, call, *ENDED), ANSWER, "p2"))

    assert (
        "Saudara diundang untuk klarifikasi pada Selasa, 17 Mei 2022 pukul 10.00 WIB, bertempat di "
        "Ruang Rapat. Yang hadir mewakili Saudara: Budi (Direktur)."
    ) in told
    assert "tahap evaluasi teknis: Berapa unit? Saudara menjawab: Satu unit." in told
    assert "Lima orang" not in told


def test_an_objection_to_the_list_is_answered_of_the_list():
    """Also once bids are in; of their prices it says nothing."""
    objected = Objection(at(10), "kualifikasi", "p4")
    answered = ObjectionAnswer(at(11), "kualifikasi", "p4", ObjectionDecision.TIDAK_BENAR)
    announced = Announcement(at(9, 15), "kualifikasi")
    made = paper(evaluated(gone_on(announced, objected, answered)), ANSWER, "p4")
    told = prose(made)

    assert "sanggah Saudara atas hasil kualifikasi Tender" in made.opening[0].text
    assert "dinyatakan gugur pada tahap evaluasi kualifikasi" in told
    assert "Hasil kualifikasi yang telah diumumkan tetap berlaku." in told
    assert "Rp" not in told
    assert "banding" not in told


@pytest.mark.parametrize("day", [25, 27])
def test_talks_are_not_told(day):
    """On the 26th: after the answer, or before it, when they count for nothing."""
    objected = Objection(at(24), "pemilihan", "p1", Channel.SPSE, Addressee.POKJA)
    given = ObjectionAnswer(at(day), "pemilihan", "p1", ObjectionDecision.TIDAK_BENAR)
    told = Announcement(at(23), "pemilihan")
    ended = consulted(price_opening(), WINNER, told, objected, given, OVER, agreed())
    letter = prose(paper(evaluated(ended), ANSWER, "p1"))

    assert "Rp1.150.000.000,00" not in letter
    assert "klarifikasi dan negosiasi" not in letter


def test_an_answer_about_the_list_names_no_winner():
    """Prices are open and somebody is first by now: when it was answered nobody had won."""
    objected = Objection(at(10), "kualifikasi", "p4")
    answered = ObjectionAnswer(at(11), "kualifikasi", "p4", ObjectionDecision.TIDAK_BENAR)
    announced = Announcement(at(9, 15), "kualifikasi")
    later = evaluated(gone_on(announced, objected, answered, price_opening()))

    assert later.winner is not None
    assert "Pemenang" not in prose(paper(later, ANSWER, "p4"))


@pytest.mark.parametrize(
    ("objected", "why"),
    [
        (evolve(OBJECTED, channel=Channel.LUAR), "disampaikan di luar SPSE."),
        (evolve(OBJECTED, addressee=Addressee.PPK), "tidak ditujukan kepada Pokja Pemilihan."),
        # The masa sanggah ended on Monday 30 May at the end of working hours.
        (
            evolve(OBJECTED, at=at(30, 17)),
            (
                "disampaikan Senin, 30 Mei 2022 pukul 17.00 WIB, setelah Senin, 30 Mei 2022 pukul "
                "16.00 WIB."
            ),
        ),
    ],
)
def test_what_is_but_a_complaint_is_answered_as_one(objected, why):
    """It came by another way, to somebody else or too late: nothing follows, not even an appeal."""
    told = prose(paper(tender(AWARD, MINUTES, ANNOUNCED, objected, RIGHT), ANSWER, "p2"))

    assert "menyatakan pengaduan Saudara benar dan berpengaruh secara substansial" in told
    assert (
        f"Sanggah diperlakukan sebagai pengaduan: {why} Jawaban ini tidak membatalkan tindakan "
        "atas hasil pemilihan. Demikian disampaikan."
    ) in told
    for absent in ("dinyatakan gagal", "tidak berlaku lagi", "banding", "diputuskan manusia"):
        assert absent not in told


def test_an_appeal_that_is_but_a_complaint_leaves_the_answer_as_it_was():
    """It came after it, and without a bond."""
    late = Appeal(at(31, 12), "pemilihan", "p2", Decimal(0))
    told = prose(paper(tender(*ENDED, WRONG, late), ANSWER, "p2"))

    assert "Sanggah diperlakukan" not in told
    assert "dapat mengajukan sanggah banding" in told


def test_what_an_appeal_came_to_holds_up_no_paper_that_is_older():
    """That its answer undoes the award nobody has read in a text; only the result rests on that."""
    granted = (appeal("p2", "11100000", day=31), of_bond(), of_kpa("benar"))
    appealed = tender(*ENDED, WRONG, *granted)

    view = View.of(appealed)
    (doubted,) = [used for used in unconfirmed(view) if used.param == "appeal.granted"]
    assert not paper(appealed, ANSWER, "p2").draft
    assert not paper(appealed, EVALUATION).draft
    assert ": ".join(named_value(view, doubted)) in said(annex(paper(appealed, BAHP)))
