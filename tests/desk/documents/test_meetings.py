"""What belongs to a meeting: the invitation, the list of who came, and the minutes with both."""

import pytest
from attrs import evolve

from tender_desk.documents.all_papers import planned
from tender_desk.documents.meetings import ATTENDANCE_LISTS, INVITATIONS
from tender_desk.documents.papers import CLARIFICATION, PAPERS, PROOF, paper
from tender_engine.events import Clarification, Invitation, Present
from tender_engine.terms import InvitedTo
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    demands,
    evaluated,
    judged,
)
from tests.desk.documents.data import annex, due, given, rows, said, section, words
from tests.desk.documents.kinds import OVER, WINNER, consulted
from tests.happenings import price_opening

CAME = (Present("Budi, S.T.", "Direktur", "p1"),)
BLANK = "." * 20
# Everything is judged but the proof.
GENERAL = (ADMINISTRASI, KUALIFIKASI, TEKNIS)
PROVEN = judged(PEMBUKTIAN, participant="p1")


def call(of=InvitedTo.PEMBUKTIAN, who="p1", day=17, **more):
    """An invitation of two days before, to a meeting at ten o'clock."""
    return Invitation(
        at(day - 2), of, who, at(day, 10), **({"place": "Aula", "number": "005/1"} | more)
    )


def dossier(*events, **more):
    """The small tender with these events."""
    return evaluated(given(events=events, **more))


def signatories(made, title):
    """Who has a line to sign on in a section: name, role and for whom."""
    found = [block for block in section(made, title) if block["kind"] == "tanda_tangan"]
    return [[(x["name"], x["role"], x["nip"]) for x in block["lines"]] for block in found]


def test_an_invitation_says_when_where_and_what_to_bring():
    """What the document asks at the proof, with its clause; the place is that of the meeting."""
    made = paper(dossier(call()), INVITATIONS[InvitedTo.PEMBUKTIAN], "p1")
    when, bring, thanks = made.sections[:3]

    assert (made.draft, made.title) == (False, "Undangan Pembuktian Kualifikasi")
    assert made.recipient[0] == "Pimpinan CV p1 Contoh"
    assert (made.number, made.place, made.date) == ("005/1", BLANK, "15 Mei 2022")
    assert when.blocks[0].items == (
        ("Hari, tanggal", "Selasa, 17 Mei 2022"),
        ("Pukul", "10.00 WIB"),
        ("Tempat", "Aula"),
    )
    assert bring.blocks[1].rows == (("1", "Dokumen asli", "Dokumen Pemilihan IKP 33"),)
    assert "tidak menghadiri pembuktian kualifikasi gugur (Peraturan LKPP 12/2021" in (
        bring.blocks[2].text
    )
    assert "Atas kehadiran Saudara" in thanks.blocks[0].text


def test_a_clause_of_the_document_goes_before_the_law():
    """And a document that lists nothing asks for what shows the qualification."""
    asks = {PEMBUKTIAN: demands(clauses={"attended": "IKP 32.2"})}
    made = paper(dossier(call(), asks=asks), INVITATIONS[InvitedTo.PEMBUKTIAN], "p1")

    told = [block.text for block in made.sections[1].blocks]
    assert told[0] == "Saudara agar membawa dokumen yang membuktikan data kualifikasi Saudara."
    assert told[1].endswith("gugur (Dokumen Pemilihan IKP 32.2).")


def test_what_comes_later_changes_no_invitation():
    """A question, an answer and a verdict that came of the meeting."""
    asked = Clarification(at(17, 11), "p1", TEKNIS, "Mana bukti milik?", "Faktur dilampirkan.")
    first = call(InvitedTo.KLARIFIKASI)
    kind = INVITATIONS[InvitedTo.KLARIFIKASI]
    before = paper(dossier(first), kind, "p1")
    after = paper(dossier(evolve(first, present=CAME), asked), kind, "p1")

    strip = [*before.sections[:3], before.opening, before.number, before.date]
    assert strip == [*after.sections[:3], after.opening, after.number, after.date]
    assert "bukti pendukung" in before.sections[1].blocks[0].text


def test_talks_are_of_harga_in_a_tender_and_of_biaya_in_a_seleksi():
    """With the provision that puts those of a Seleksi after the masa sanggah."""
    kind = INVITATIONS[InvitedTo.NEGOSIASI]
    tender = paper(dossier(call(InvitedTo.NEGOSIASI)), kind, "p1")
    opened = (price_opening(), WINNER, OVER, call(InvitedTo.NEGOSIASI, day=27))
    seleksi = paper(evaluated(consulted(*opened)), kind, "p1")

    assert tender.title == "Undangan Klarifikasi dan Negosiasi Teknis dan Harga"
    assert seleksi.title == "Undangan Klarifikasi dan Negosiasi Teknis dan Biaya"
    assert "Perpres 16/2018 Pasal 50 ayat (3)" in " ".join(words(seleksi))
    assert "Pasal 50" not in " ".join(words(tender))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"place": None}, "Tempat pertemuan belum dicatat."),
        ({"for_": at(15, 8)}, "Waktu pertemuan lebih awal daripada undangannya."),
    ],
)
def test_without_a_place_or_before_its_own_day_it_is_a_draft(changes, reason):
    """At the hour of the invitation itself it is not."""
    kind = INVITATIONS[InvitedTo.PEMBUKTIAN]
    made = paper(dossier(evolve(call(), **changes)), kind, "p1")

    assert made.draft
    assert reason in said(annex(made))
    assert "belum berlaku sebagai undangan" in said(annex(made))
    assert not paper(dossier(evolve(call(), for_=at(15))), kind, "p1").draft


def test_who_is_waited_for_is_still_to_be_invited_and_nobody_else():
    """All three came to the proof; nobody has judged p1's, and the others need no invitation."""
    kind = INVITATIONS[InvitedTo.PEMBUKTIAN]
    waiting = evaluated(given(general=(TEKNIS,)))
    open_ = evaluated(given(general=GENERAL))
    done = evaluated(given())

    assert due(open_, kind, "p1").waits
    assert not due(done, kind, "p1").waits
    assert not due(waiting, kind, "p1").waits
    for name in ("p1", "p2"):
        assert due(done, kind, name).reason is not None
    assert due(dossier(call()), kind, "p1").reason is None
    assert due(dossier(call()), kind, "p2").reason is not None
    assert due(dossier(call()), INVITATIONS[InvitedTo.KLARIFIKASI], "p1").reason is not None


def test_the_last_invitation_counts():
    """Who did not come is called again."""
    again = call(day=19, number="005/2")
    made = paper(dossier(again, call()), INVITATIONS[InvitedTo.PEMBUKTIAN], "p1")

    assert made.number == "005/2"


def test_a_list_has_lines_for_the_panel_and_for_who_came():
    """Also where only those who came for the bidder are on record."""
    made = paper(dossier(call(present=CAME)), ATTENDANCE_LISTS[InvitedTo.PEMBUKTIAN], "p1")
    (lines,) = signatories(made, "Yang Hadir")

    assert (made.draft, made.title) == (False, "DAFTAR HADIR PEMBUKTIAN KUALIFIKASI")
    assert [line[2] for line in lines] == ["Pokja Pemilihan"] * 3 + ["CV p1 Contoh"]
    assert lines[-1][:2] == ("Budi, S.T.", "Direktur")
    assert (made.number, made.date, made.time) == (
        BLANK,
        "Selasa tanggal 17 Mei 2022",
        "10.00 WIB",
    )
    assert "pukul 10.00 WIB, bertempat di Aula" in made.opening[0].text


def test_a_list_that_nobody_has_filled_in_has_free_lines():
    """For the bidder; who came for the panel takes the place of its members."""
    made = paper(dossier(call()), ATTENDANCE_LISTS[InvitedTo.PEMBUKTIAN], "p1")
    (lines,) = signatories(made, "Yang Hadir")
    panel = (*CAME, Present("Ani", "Ketua"))
    own = paper(dossier(call(present=panel)), ATTENDANCE_LISTS[InvitedTo.PEMBUKTIAN], "p1")

    assert [line[0] for line in lines[3:]] == [BLANK] * 4
    assert [line[0] for line in signatories(own, "Yang Hadir")[0]] == ["Ani", "Budi, S.T."]


@pytest.mark.parametrize(
    ("kind", "of"), [(CLARIFICATION, InvitedTo.KLARIFIKASI), (PROOF, InvitedTo.PEMBUKTIAN)]
)
def test_minutes_of_one_have_its_meeting_and_lines_for_who_came(kind, of):
    """Day and place; every invitation and who came. Of all, the invitations alone."""
    asked = Clarification(at(17, 11), "p1", TEKNIS, "Mana bukti milik?", "Faktur dilampirkan.")
    events = (
        call(of),
        call(of, day=19, number="005/3", present=CAME),
        call(of, who="p2", number=None),
        asked,
    )
    one, all_ = (paper(dossier(*events), kind, name) for name in ("p1", None))

    assert (one.place, one.date, one.number) == ("Aula", "Kamis tanggal 19 Mei 2022", BLANK)
    assert rows(section(one, "Undangan dan Kehadiran")) == [
        [
            "CV p1 Contoh",
            "Nomor 005/1 tanggal 15 Mei 2022",
            "Selasa, 17 Mei 2022 pukul 10.00 WIB, Aula",
            "–",
        ],
        [
            "CV p1 Contoh",
            "Nomor 005/3 tanggal 17 Mei 2022",
            "Kamis, 19 Mei 2022 pukul 10.00 WIB, Aula",
            "Budi, S.T. (Direktur)",
        ],
    ]
    assert signatories(one, "Penutup")[1] == [("CV p1 Contoh", "Budi, S.T.", "Direktur")]
    assert (all_.place, all_.time) == (BLANK, BLANK)
    assert [row[:2] for row in rows(section(all_, "Undangan dan Kehadiran"))][1] == [
        "CV p2 Contoh",
        "tanggal 15 Mei 2022",
    ]
    assert len(signatories(all_, "Penutup")) == 1


def test_what_is_awaited_of_another_makes_no_draft_of_minutes_of_one():
    """p2 is still to be proven; p1's minutes are final, those of all are not."""
    open_ = evaluated(given(general=GENERAL, assessments=[PROVEN]))

    assert not paper(open_, PROOF, "p1").draft
    assert paper(open_, PROOF, "p2").draft
    assert paper(open_, PROOF).draft


def test_each_reads_as_its_audience_may():
    """A letter and a list to p1 name no other bidder and no price."""
    events = (call(present=CAME), call(who="p2"))
    for papers in (INVITATIONS, ATTENDANCE_LISTS):
        told = " ".join(words(paper(dossier(*events), papers[InvitedTo.PEMBUKTIAN], "p1")))
        for absent in ("CV p2", "CV p3", "Rp", "HPS"):
            assert absent not in told, absent


def test_an_invitation_goes_out_before_the_result_is_announced():
    """It tells of none; the minutes of the same meeting stay inside until then, each of one too."""
    plan = planned(dossier(call(), call(who="p2")), PAPERS, drafts=False)
    secret = {each.stem[3:] for each in plan.ready if each.secret}
    out = [each.stem[3:] for each in plan.ready if not each.secret]

    assert out == [
        "undangan-pembuktian-p1",
        "undangan-pembuktian-p2",
        "daftar-hadir-pembuktian-p1",
        "daftar-hadir-pembuktian-p2",
    ]
    assert secret >= {"pembuktian", "pembuktian-p1", "pembuktian-p2"}
