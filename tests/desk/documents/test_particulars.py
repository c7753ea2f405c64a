"""Number, place, day and people of a paper: a `surat` first, then the act, then the office."""

import datetime as dt

import pytest
from attrs import evolve

from tender_desk.documents.addressing import by_chair, by_pa, to_bidder, to_pa, to_ppk
from tender_desk.documents.all_papers import planned
from tender_desk.documents.as_json import bahp_dict
from tender_desk.documents.attendance import attendance, for_the_bidder
from tender_desk.documents.blocks import Signatures, SignedOff
from tender_desk.documents.draft import standing_of_stages
from tender_desk.documents.due import READY, NothingToTellError, announced, uncalled_for, waits
from tender_desk.documents.markdown import markdown
from tender_desk.documents.office import Office
from tender_desk.documents.papers import BAHP, EVALUATION, Audience, Paper, paper
from tender_desk.documents.particulars import Particulars, of_event, of_meeting, recorded
from tender_desk.documents.pdf.pdf_writer import pdf_bytes
from tender_desk.documents.view import View
from tender_desk.documents.word.word_writer import docx_bytes
from tender_engine.declared import Words
from tender_engine.events import Announcement, Cancellation, Invitation, Letter, Present
from tender_engine.terms import Canceller, InvitedTo
from tender_rules import national
from tests.builders import at, evaluated
from tests.desk.documents.data import AWARD, MINUTES, given
from tests.desk.documents.kinds import gone_on
from tests.desk.documents.word import said_on_pages, texts

BLANK = "." * 20
CAME = (Present("Ani", "Ketua"), Present("Budi, S.T.", "Direktur", "p1"))
CALL = Invitation(at(15), InvitedTo.KLARIFIKASI, "p1", at(16, 9), "Aula", "005/1", CAME)
TYPED = Letter(at(24), "bahp", "Nomor: 027/77", dt.date(2022, 5, 24), place="Bangil")
KANTOR = {
    "place": "Pasuruan",
    "papers": [
        {"of": "*", "number": "000/{urut}/{kode}/{tahun}", "copies": ["Inspektorat"]},
        {
            "of": "bahp",
            "number": "027/{urut}/POKJA/{bulan}/{tahun}",
            "copies": ["PPK", "Arsip"],
        },
        {"of": "surat", "signatories": [{"name": "Drs. Cipto", "role": "Kepala UKPBJ"}]},
    ],
}


def copied(made):
    """What follows the heading of who gets a copy, in the same part."""
    told = [getattr(block, "text", "") for part in made.sections for block in part.blocks]
    return told[told.index("Tembusan:") + 1 : told.index("Tembusan:") + 3]


NOTICE = Paper(
    "maklumat",
    Words("Maklumat", "Notice"),
    Audience.PARTICIPANT,
    lambda view: standing_of_stages(view.narrowed()),
    lambda _: [("", ())],
    opening=lambda _: "Bersama ini kami maklumkan.",
    told_by=lambda _: of_event(CALL),
    addressed_to=to_bidder,
    signed_by=by_chair,
)


def given_with(*events, kantor=None):
    """The small tender, with these events and this office."""
    made = given(events=events)
    chair, *others = made.pokja.members
    pokja = evolve(made.pokja, members=(evolve(chair, role="Ketua"), *others))
    extensions = None if kantor is None else {"kantor": kantor}
    return evaluated(evolve(made, pokja=pokja, extensions=extensions))


def view_of(*events, kantor=None, bidder=None):
    """A view of it."""
    return evolve(View.of(given_with(*events, kantor=kantor)), bidder=bidder)


def test_a_letter_event_goes_before_the_act_and_says_its_own_day():
    """Number, place and day of the `surat`; the time of day of the act only on the same day."""
    told = of_event(MINUTES)
    found = recorded(view_of(TYPED), "bahp", told)

    assert told == Particulars("027/9/BAHP/2022", "Ruang Rapat Pokja", at(23, 14), at(23).date())
    assert (found.number, found.place, found.dated) == ("027/77", "Bangil", dt.date(2022, 5, 24))
    assert found.when == ("Bangil", "Selasa tanggal 24 Mei 2022", BLANK)
    same = evolve(TYPED, dated=at(23).date(), place=None)
    assert recorded(view_of(same), "bahp", told).when[2] == told.when[2] != BLANK
    assert recorded(view_of(same), "bahp", told).place == "Ruang Rapat Pokja"


def test_a_letter_event_of_another_paper_or_participant_says_nothing_of_it():
    """Only the kind and the participant that it names, and of two the later."""
    of_p1 = evolve(TYPED, of="surat", participant="p1")
    later = evolve(of_p1, at=at(25), number="027/78")
    view = view_of(of_p1, later, bidder="p1")

    assert recorded(view, "surat", Particulars()).number == "027/78"
    for key, bidder in (("surat", "p2"), ("surat", None), ("bahp", "p1")):
        assert recorded(evolve(view, bidder=bidder), key, Particulars()).number == BLANK


def test_a_meeting_has_its_own_time_and_no_number():
    """The number is that of the invitation; who came is told, and for whom."""
    assert of_event(CALL).number == "005/1"
    assert of_meeting(CALL) == Particulars("", "Aula", at(16, 9), at(16).date(), CAME)
    assert of_meeting(None) == of_event(None) == Particulars()


@pytest.mark.parametrize(
    ("key", "dated", "number"),
    [
        ("bahp", dt.date(2022, 12, 1), "027/..../POKJA/XII/2022"),
        ("bahp", None, "027/..../POKJA/..../2022"),
        ("surat", dt.date(2023, 1, 31), "000/..../12345/2023"),
    ],
)
def test_a_pattern_numbers_what_nobody_did(key, dated, number):
    """By kind, else what goes for every kind; what is not known is a place to write on."""
    view = view_of(kantor=KANTOR)
    tender = evolve(view.package.tender, code="12345", fiscal_year="2022")

    assert Office.of(view.package).number(key, tender, dated) == number
    assert Office().number(key, tender, dated) == ""


def test_a_typed_number_wins_over_the_pattern():
    """Of the act too."""
    view = view_of(kantor=KANTOR)

    assert recorded(view, "bahp", of_event(MINUTES)).number == "027/9/BAHP/2022"
    assert recorded(view, "bahp", Particulars()).number.startswith("027/..../POKJA/")
    assert recorded(view, "bahp", Particulars()).place == "Pasuruan"


def test_copies_stand_at_the_end_and_the_office_says_who_signs():
    """Of minutes too, in every form; minutes are signed by the panel all the same."""
    evaluation = given_with(AWARD, MINUTES, kantor=KANTOR)
    minutes, letter = paper(evaluation, BAHP), paper(evaluation, NOTICE, "p1")

    assert copied(minutes) == ["1. PPK", "2. Arsip"]
    assert any(isinstance(b, Signatures) for part in minutes.sections for b in part.blocks)
    told = texts(docx_bytes(letter))
    assert told[-4].endswith("Anggota 1NIP ....................")  # who signs, in one cell
    assert told[-3:-1] == ["Tembusan:", "1. Inspektorat"]
    own = paper(evaluation, evolve(NOTICE, key="surat"), "p1")
    assert any(text.startswith("Kepala UKPBJ,Drs. Cipto") for text in texts(docx_bytes(own))[-4:])
    for text in (markdown(own), str(bahp_dict(own))):
        assert "Kepala UKPBJ," in text or "'Kepala UKPBJ'" in text
    assert pdf_bytes(own).startswith(b"%PDF")


def test_who_signs_what_has_a_title_signs_under_place_and_day():
    """A letter says both at its head."""
    evaluation = given_with()
    notice = paper(evaluation, evolve(NOTICE, addressed_to=None), "p1")
    letter = paper(evaluation, NOTICE, "p1")
    (signed,) = (b for part in notice.sections for b in part.blocks if isinstance(b, SignedOff))
    (own,) = (b for part in letter.sections for b in part.blocks if isinstance(b, SignedOff))

    assert (notice.recipient, signed.above) == (
        (),
        ("Aula, 15 Mei 2022", "Ketua Pokja Pemilihan,"),
    )
    assert own.above == ("Ketua Pokja Pemilihan,",)
    assert (letter.place, letter.date, letter.number) == ("Aula", "15 Mei 2022", "005/1")


def test_several_who_sign_have_lines():
    """As where nobody is named as the chair."""
    view = view_of()
    nobody = evolve(view.package.pokja, members=tuple(evolve(m, role=None) for m in view.members))
    view = evolve(view, evaluation=evaluated(evolve(view.package, pokja=nobody)))

    assert len(by_chair(view)) == len(view.members)
    assert by_pa(view)[0].name == BLANK
    assert to_ppk(view)[0] == "Pejabat Pembuat Komitmen"
    assert to_pa(view)[0] == "Pengguna Anggaran/Kuasa Pengguna Anggaran"


def test_who_came_has_a_line_to_sign_on():
    """Under whom each came for; free lines where nobody is recorded."""
    view = view_of(bidder="p1")
    (came,), (free,) = attendance(view, CAME), attendance(view, ())
    _, theirs = for_the_bidder(view, CAME)
    _, blank = for_the_bidder(view)

    assert [row[1:4] for row in came.table().rows] == [
        ("Ani", "Ketua", "Pokja Pemilihan"),
        ("Budi, S.T.", "Direktur", "CV p1 Contoh"),
    ]
    assert len(free.lines) == len(view.members) + 4
    assert (theirs.lines[0].role, blank.lines[0].role) == ("Budi, S.T.", BLANK)


def test_what_waits_cannot_be_written_and_says_why():
    """In both languages; what nothing calls for does not wait."""
    evaluation = evaluated(given())
    late = evolve(NOTICE, due=lambda view: waits(f"masa sanggah {view.bidder}", "the period"))

    assert NOTICE.due(view_of()) == READY
    assert late.due(view_of(bidder="p1")).waits
    assert not uncalled_for("tidak ada", "none").waits
    with pytest.raises(NothingToTellError, match="masa sanggah p1") as told:
        paper(evaluation, late, "p1")
    assert told.value.reason.en == "the period"


def test_it_is_secret_until_its_own_result_is_announced():
    """Not by one before a pembatalan."""
    of_bids = Announcement(at(24), "pemilihan")
    ended = Cancellation(at(25), Canceller.PA, "Anggaran tidak tersedia.", "900/1")

    assert announced(view_of(of_bids))
    assert not any(map(announced, (view_of(), view_of(of_bids, ended))))
    assert announced(view_of(of_bids, ended, evolve(of_bids, at=at(26))))


def test_what_is_secret_says_so_on_every_page():
    """Before what else it says there: that it is a draft."""
    draft = evolve(paper(evaluated(given()), BAHP), secret=True)
    final = evolve(paper(given_with(AWARD, MINUTES), BAHP), secret=True)

    assert said_on_pages(docx_bytes(draft), "header") == ["RAHASIA · KONSEP – belum berlaku"]
    assert said_on_pages(docx_bytes(final), "header") == ["RAHASIA"]
    assert pdf_bytes(final) != pdf_bytes(evolve(final, secret=False))


def test_a_dash_is_no_pattern_and_no_place():
    """An office that writes one has set nothing, and the blank is for people to fill in."""
    office = {"place": "-", "papers": [{"of": "*", "number": "–", "copies": ["PPK"]}]}
    made = paper(given_with(kantor=office), BAHP)

    assert (made.number, made.place) == (BLANK, BLANK)


def test_of_the_qualification_and_of_the_bids_each_has_its_own_day_and_number():
    """Both are minutes of an evaluation: a `surat` is of the one that was there on its day."""
    typed = [Letter(at(30), "evaluasi", f"BA-{n}", dt.date(2022, 5, n)) for n in (9, 20)]
    plan = planned(evaluated(gone_on(*typed)), [EVALUATION], drafts=True, under=national())
    made = [(one.words.id, one.record().number) for one in plan.ready]

    qualified, bids = "Berita Acara Evaluasi Kualifikasi", "Berita Acara Evaluasi Penawaran"
    assert made == [(qualified, "BA-9"), (bids, "BA-20")]
