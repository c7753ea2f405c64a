"""Who determines the winner: the panel by its own act, or the PA on its proposal."""

import pytest
from attrs import evolve

from tender_desk.documents.letters_to_offices import DETERMINATION, PROPOSAL
from tender_desk.documents.papers import NothingToTellError, paper
from tender_engine.events import AwardProposal, Refusal
from tender_engine.terms import Refuser
from tests.builders import at, checked, evaluated
from tests.desk.documents.data import MINUTES, annex, bahp_items, prose, said, words
from tests.desk.documents.ended import AWARD, ENDS, LARGE, tender
from tests.desk.documents.kinds import KINDS

PROPOSED = AwardProposal(at(22), "027/U/2022")


def made(name, kind):
    """The paper of one of the ends."""
    return paper(ENDS[name], kind)


def test_the_panels_own_act_bears_the_recorded_number_and_names_winner_and_reserve():
    """Also the bond: 5 percent of 1.104.450.000."""
    act = made("ditetapkan", DETERMINATION)
    told = bahp_items(act)
    names = [value for label, value in told if label == "Nama peserta"]

    assert (act.title, act.draft, act.number) == ("SURAT PENETAPAN PEMENANG", False, "BA-1/2022")
    assert names == ["CV p1 Contoh", "CV p3 Contoh"]
    assert dict(told)["Jaminan pelaksanaan"].startswith("Rp55.222.500,00")
    assert "Pemenang ditetapkan oleh Pokja Pemilihan (Perpres 16/2018 Pasal 13" in prose(act)


def test_the_act_rests_on_minutes_that_are_no_younger():
    """Those that were written after it are named without number and day."""
    younger, older = ENDS["ditetapkan"], tender(AWARD, evolve(MINUTES, at=AWARD.at))
    (one,), (other,) = (paper(each, DETERMINATION).opening for each in (younger, older))

    assert one.text.startswith(
        "Berdasarkan hasil evaluasi yang dimuat dalam Berita Acara Hasil Pemilihan, Pokja"
    )
    assert other.text.startswith("Berdasarkan Berita Acara Hasil Pemilihan Nomor 027/9/BAHP/2022")


def test_the_act_of_a_seleksi_rests_on_what_is_there_before_talks():
    """Its minutes of the result come after the negotiation, which comes after the act."""
    (opening,) = paper(KINDS["kualitas_belum_dinegosiasi"], DETERMINATION).opening

    assert opening.text.startswith(
        "Berdasarkan hasil evaluasi yang dimuat dalam Berita Acara Evaluasi Penawaran, Pokja"
    )


def test_as_long_as_nobody_determined_it_is_a_draft_of_a_candidate():
    """Nothing is foretold."""
    act = made("diusulkan", DETERMINATION)

    assert act.draft
    assert "belum berlaku sebagai surat penetapan" in said(annex(act))
    assert "Calon pemenang" in prose(act)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("usul_pa", DETERMINATION), ("ditetapkan", PROPOSAL), ("gagal", DETERMINATION)],
)
def test_each_is_written_where_it_is_due(name, kind):
    """Above the panel's limit the PA determines; of a failure nobody."""
    with pytest.raises(NothingToTellError):
        made(name, kind)


def test_the_proposal_names_whom_and_why_the_pa_decides():
    """Above 100 miliar; through the UKPBJ, with copies, as the text on works has it."""
    letter = made("usul_pa", PROPOSAL)
    told = prose(letter)

    assert (letter.draft, letter.number) == (False, "027/U/2022")
    assert letter.recipient[0].startswith("Pengguna Anggaran")
    assert letter.recipient[-1] == "melalui Kepala UKPBJ"
    assert "Pemenang ditetapkan oleh Pengguna Anggaran (Perpres 16/2018 Pasal" in told
    assert "menyatakan Tender gagal (Permen PUPR 14/2020 Pasal 99 ayat (4))" in told
    assert "Tembusan: 1. Pejabat Pembuat Komitmen 2. Aparat Pengawasan" in told
    assert "Calon pemenang cadangan 1" in told


@pytest.mark.parametrize(("day", "goes_along"), [(21, True), (22, True), (23, False)])
def test_minutes_go_along_only_where_they_were_there(day, goes_along):
    """The proposal is of the 22nd at nine; what is younger cannot go with it."""
    minutes = evolve(MINUTES, at=at(day))
    letter = paper(tender(PROPOSED, minutes, **LARGE), PROPOSAL)
    opening = letter.opening[0].text

    assert ("disampaikan bersama usul ini" in prose(letter)) is goes_along
    assert ("Hasil evaluasi tersebut disampaikan" in prose(letter)) is not goes_along
    assert opening.startswith("Berdasarkan Berita Acara Hasil Pemilihan Nomor") is goes_along


def test_a_proposal_that_the_pa_refused_is_not_written_again():
    """Until the panel proposes anew."""
    refused = Refusal(at(23), Refuser.PA, "Tidak setuju")
    anew = AwardProposal(at(24), "027/U2/2022")

    with pytest.raises(NothingToTellError) as found:
        paper(tender(PROPOSED, refused, **LARGE), PROPOSAL)
    assert found.value.reason.id == "usul penetapan ditolak Pengguna Anggaran"
    assert paper(tender(PROPOSED, refused, anew, **LARGE), PROPOSAL).number == "027/U2/2022"


def test_a_proposal_is_a_draft_until_it_is_recorded():
    """With its number."""
    letter = made("tanpa_usul", PROPOSAL)

    assert letter.draft
    assert "Usul penetapan belum dicatat." in said(annex(letter))


def test_of_goods_no_text_says_by_way_of_whom():
    """What was read is about works."""
    text = " ".join(words(made("usul_pa_barang", PROPOSAL)))

    for absent in ("UKPBJ", "Tembusan", "PUPR"):
        assert absent not in text


def test_the_text_on_works_is_not_cited_before_it_was_there():
    """Permen PUPR 14/2020 is of May 2020; announced the year before nothing rests on it."""
    given = ENDS["usul_pa"].package
    early = evolve(given.tender, announced_on=given.tender.announced_on.replace(year=2019))
    letter = paper(evaluated(checked(evolve(given, tender=early))), PROPOSAL)

    assert "PUPR" not in " ".join(words(letter))
    assert "UKPBJ" not in " ".join(letter.recipient)
