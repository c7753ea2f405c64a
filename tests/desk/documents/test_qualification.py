"""The Berita Acara Hasil Prakualifikasi: who handed in, who passed, the list, or the failure."""

import re

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, LETTER, WORKING_PAPER, paper
from tender_desk.documents.report.page import report
from tender_engine.events import (
    Announcement,
    Clarification,
    FailureAct,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
)
from tender_engine.terms import Decider, ObjectionDecision, StageId
from tender_rules import national
from tender_rules.stages.qualification_failure import GROUNDS
from tests.builders import at, evaluated
from tests.desk.documents.data import items, rows, said, section
from tests.desk.documents.kinds import FIRST, LIST_MINUTES, packages, record
from tests.happenings import closing, extended, listing_act, price_opening
from tests.procurements import applicant, applicants, screened

ZERO = "setelah pemberian waktu perpanjangan, tidak ada peserta yang menyampaikan dokumen"


def test_it_counts_who_handed_in_qualification_documents():
    """Deadline, extension and closing of the qualification, and every name."""
    blocks = section(record("pra_kurang"), "Pemasukan Dokumen Kualifikasi")

    assert [row[0] for row in rows(blocks)[:3]] == [
        "Batas akhir pemasukan dokumen kualifikasi",
        "Perpanjangan batas akhir pemasukan dokumen kualifikasi",
        "Penutupan pemasukan dokumen kualifikasi",
    ]
    assert "mendaftar berjumlah 2; peserta yang menyampaikan dokumen kualifikasi berjumlah 2" in (
        said(blocks)
    )
    assert rows(blocks)[3] == ["1", "CV p1 Contoh", "Rabu, 4 Mei 2022 pukul 09.00 WIB"]
    silent = section(record("pra_tanpa_peserta"), "Pemasukan")
    assert rows(silent)[-1][2] == "tidak menyampaikan dokumen kualifikasi"


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("daftar", "metode sistem gugur (Perpres 16/2018 Pasal 44 ayat (6) huruf a)"),
        (
            "daftar_pendek",
            "sistem pembobotan dengan ambang batas (Perpres 16/2018 Pasal 44 ayat (6) huruf b)",
        ),
    ],
)
def test_the_method_is_the_one_of_the_kind(name, how):
    """Pasal 44 ayat (6): a for goods, works and other services, b for consultancy."""
    assert how in said(section(record(name), "Metode Evaluasi Kualifikasi"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("daftar", "paling sedikit 3 peserta"),
        (
            "pra_ulang_dua",
            "paling sedikit 2 peserta; apabila hanya 1 peserta, dilanjutkan Penunjukan Langsung",
        ),
    ],
)
def test_the_least_number_follows_the_round(name, words):
    """Pasal 51 ayat (1) huruf b; of a repeat ayat (5)."""
    found = {row[0]: row[1] for row in rows(section(record(name), "Metode"))}

    assert found["Jumlah peserta yang lulus"] == f"dilanjutkan apabila peserta yang lulus {words}"


def test_what_is_asked_is_told_once():
    """The rules behind the criteria of the document are no elements of their own."""
    for name in ("daftar", "daftar_pendek", "sistem_nilai"):
        elements = {row[1] for row in rows(section(record(name), "Metode"))}

        assert "Persyaratan prakualifikasi dinilai Pokja Pemilihan" not in elements
        assert "Nilai total dan ambang batasnya" not in elements
        assert any(what.startswith(("syarat", "mutu")) for what in elements)


def test_the_list_is_a_candidate_until_it_is_determined():
    """Calon, then the list itself."""
    proposed = section(record("daftar"), "Calon Daftar Peserta Tender")
    final = section(record("daftar_ditetapkan"), "Daftar Peserta Tender")

    names = [["1", "CV p1 Contoh"], ["2", "CV p2 Contoh"], ["3", "CV p3 Contoh"]]
    assert rows(proposed) == rows(final) == names
    assert "diundang menyampaikan dokumen penawaran" in said(final)


def test_a_short_list_stands_by_score_and_says_who_found_no_place():
    """Seven of eight; the Pokja put p8 before p7, both with 84."""
    made = record("daftar_pendek_diputuskan")
    listed = section(made, "Calon Daftar Pendek Peserta Seleksi")

    assert [row[1:] for row in rows(listed)[-2:]] == [
        ["CV p6 Contoh", "85,00"],
        ["CV p8 Contoh", "84,00"],
    ]
    assert (
        "Peserta dengan nilai kualifikasi yang sama diurutkan dengan keputusan Pokja Pemilihan "
        "pada Minggu, 8 Mei 2022 pukul 09.00 WIB: CV p8 Contoh, CV p7 Contoh. Alasan: pengalaman"
    ) in said(listed)
    left_out = [row for row in rows(section(made, "Hasil Evaluasi")) if row[0] == "CV p7 Contoh"]
    assert [row[1] for row in left_out] == ["Tidak masuk daftar"]


def test_equal_scores_across_the_last_place_are_awaited_as_such():
    """Nobody speaks of prices."""
    found = rows(section(record("daftar_pendek_seri"), "Hal yang"))

    assert [row[1:3] for row in found] == [
        [
            name,
            "keputusan Pokja Pemilihan atas urutan peserta yang sama nilai kualifikasinya",
        ]
        for name in ("CV p7 Contoh", "CV p8 Contoh")
    ]


def test_an_extension_of_the_qualification_is_awaited_as_such():
    """Two before the extension."""
    assert rows(section(record("pra_menunggu"), "Hal yang"))[0][2] == (
        "pencatatan perpanjangan batas akhir pemasukan dokumen kualifikasi"
    )


@pytest.mark.parametrize(
    ("name", "letter", "words", "follow_up"),
    [
        ("pra_tanpa_peserta", "a", ZERO, "Prakualifikasi ulang"),
        ("pra_kurang", "b", "lulus prakualifikasi kurang dari 3 (tiga)", "Prakualifikasi ulang"),
        (
            "pra_ulang_tidak_ada",
            "b",
            "tidak ada peserta yang lulus prakualifikasi ulang",
            "Diumumkan, dilaporkan, dan dicari penyebabnya",
        ),
    ],
)
def test_a_failed_prakualifikasi_states_ground_and_follow_up(name, letter, words, follow_up):
    """Pasal 51 ayat (1), and Peraturan LKPP 12/2021 angka 4.1.1 huruf j for a repeat."""
    blocks = section(record(name), "Pernyataan Prakualifikasi Gagal")

    assert f"Perpres 16/2018 Pasal 51 ayat (1) huruf {letter}" in items(blocks)["Dasar"]
    assert words in said(blocks)
    assert items(blocks)["Tindak lanjut"] == follow_up
    assert blocks[-1]["text"].startswith("Setelah Prakualifikasi dinyatakan gagal, Pokja Pemilihan")


@pytest.mark.parametrize("day", [None, 17])
def test_who_passed_a_repeat_alone_is_on_no_list(day):
    """Nobody tenders: neither record, letter nor report speaks of a list of who may bid."""
    acts = [] if day is None else [listing_act("p1", day=day)]
    again = {"qualification_round": 2, "events": [extended(), closing(), *acts]}
    evaluation = evaluated(screened(applicant(), **again))
    assert evaluation.next == "penunjukan_langsung"
    assert (evaluation.state == "ditetapkan") is (day is not None)

    texts = [markdown(paper(evaluation, kind)) for kind in (BAHP, WORKING_PAPER)]
    texts += [
        markdown(paper(evaluation, LETTER, "p1")),
        report(evaluation),
        report(evaluation, public=True),
    ]
    for text in texts:
        assert not re.search("(?i)daftar (pendek )?peserta|masuk daftar", text)
        assert "rakualifikasi ulang" in text
    assert "Menyampaikan dokumen kualifikasi (1 peserta)" in texts[0]


@pytest.mark.parametrize("ground", [g.id for g in GROUNDS if not g.computed])
def test_a_cause_that_people_find_is_told_in_words(ground):
    """Tabel 2: each cause with what follows it."""
    act = FailureAct(at(17), "kualifikasi", Decider.POKJA, ground)
    made = paper(evaluated(screened(*applicants(3), events=[*FIRST, act])), BAHP)
    blocks = section(made, "Pernyataan Prakualifikasi Gagal")

    assert f"dinyatakan gagal, karena {national().grounds[ground].words.id}." in said(blocks)
    assert items(blocks)["Dasar"].endswith("angka 4.1.1 huruf j, Tabel 2")
    follow_up = national().grounds[ground].follow_up
    assert items(blocks)["Tindak lanjut"] == national().words[f"next.{follow_up}"].id
    act_said = rows(section(made, "Penetapan, Pengumuman"))[0][1]
    assert act_said.startswith("Pernyataan prakualifikasi gagal oleh Pokja Pemilihan: ")


def test_one_passer_of_a_repeat_leads_to_penunjukan_langsung():
    """Pasal 51 ayat (6) huruf b as amended, which knows none of the conditions of ayat (10)."""
    blocks = section(record("pra_ulang_satu"), "Peserta yang Lulus Prakualifikasi Ulang")

    assert blocks[-1]["text"] == (
        "Karena peserta yang lulus prakualifikasi ulang berjumlah 1 (satu) peserta, dilanjutkan "
        "dengan proses Penunjukan Langsung (Perpres 16/2018 Pasal 51 ayat (6) huruf b)."
    )


def test_the_acts_on_the_list_stand_in_it():
    """Act, announcement, sanggah and its answer, all of the qualification."""
    events = [
        *FIRST,
        listing_act("p1", "p2", "p3", day=17),
        Announcement(at(18), "kualifikasi"),
        Objection(at(19), "kualifikasi", "p2"),
        ObjectionAnswer(at(20), "kualifikasi", "p2", ObjectionDecision.TIDAK_BENAR),
        ObjectionPeriodEnd(at(21), "kualifikasi"),
    ]
    made = paper(evaluated(screened(*applicants(3), events=events)), BAHP)

    assert [row[1] for row in rows(section(made, "Penetapan, Pengumuman"))] == [
        (
            "Penetapan hasil kualifikasi Nomor BA-K oleh Pokja Pemilihan; Daftar Peserta Tender: "
            "CV p1 Contoh, CV p2 Contoh, CV p3 Contoh"
        ),
        "Pengumuman hasil kualifikasi",
        "Sanggah dari CV p2 Contoh",
        "Jawaban sanggah CV p2 Contoh: sanggah tidak benar",
        "Akhir masa sanggah",
    ]
    assert "rahasia" not in said(section(made, "Keterangan"))


def test_it_is_secret_until_the_result_of_the_qualification_is_announced():
    """Not until a winner is."""
    assert "rahasia sampai dengan pengumuman hasil kualifikasi" in said(
        section(record("daftar_ditetapkan"), "Keterangan")
    )


def test_the_announcement_of_a_list_does_not_end_the_secrecy_of_the_bids():
    """Only that of the winner does."""
    given = packages()["pra_lalu_penawaran"]
    told = Announcement(at(10), "kualifikasi")
    made = paper(evaluated(evolve(given, events=(*given.events, told))), BAHP)

    assert "rahasia sampai dengan pengumuman pemenang" in said(section(made, "Keterangan"))


def test_the_record_of_the_bids_says_in_short_what_the_qualification_came_to():
    """Counts, list, act and the record that tells it all; only the listed could bid."""
    made = record("pra_lalu_penawaran")
    short = section(made, "Hasil Prakualifikasi")

    assert said(short).startswith(
        "Peserta yang menyampaikan dokumen kualifikasi berjumlah 4; peserta yang masuk Daftar "
        "Peserta Tender berjumlah 3."
    )
    assert "Berita Acara Hasil Prakualifikasi Nomor 027/5/BAHPK/2022, Senin, 9 Mei 2022" in said(
        short
    )
    assert [row[1] for row in rows(short)[:3]] == ["CV p1 Contoh", "CV p2 Contoh", "CV p3 Contoh"]
    assert rows(short)[3][1].startswith("Penetapan hasil kualifikasi Nomor BA-K")
    entered = section(made, "Pemasukan dan Pembukaan")
    assert "masuk Daftar Peserta Tender berjumlah 3; " in said(entered)
    assert "p4" not in str(entered)
    assert "kualifikasi" not in str(entered)
    stages = [row[0] for row in section(made, "Hasil Evaluasi")[0]["rows"]]
    assert stages[0] == "Pembukaan dokumen penawaran"
    assert "Pembuktian kualifikasi" not in stages


def test_the_record_of_the_bids_leaves_acts_on_the_list_to_the_short_section():
    """And one of the qualification those on the bids."""
    made = record("kualitas_sepakat")

    assert [row[1][:18] for row in rows(section(made, "Penetapan, Pengumuman"))] == [
        "Penetapan pemenang",
        "Akhir masa sanggah",
    ]


def test_clarifications_stand_in_the_record_of_their_stage():
    """What was asked of the qualification is not told of the bids."""
    asked = [
        Clarification(at(6), "p1", StageId.EVALUASI_KUALIFIKASI, "Izin?", "Berlaku"),
        Clarification(at(16), "p1", StageId.EVALUASI_TEKNIS, "Alat?", "Ada"),
    ]
    given = packages()["pra_lalu_penawaran"]
    later = paper(evaluated(evolve(given, events=(*given.events, *asked))), BAHP)
    before = screened(*applicants(3), events=[*FIRST, *asked])

    assert [row[3] for row in rows(section(later, "Klarifikasi"))] == ["Alat?"]
    assert [row[3] for row in rows(section(paper(evaluated(before), BAHP), "Klarifikasi"))] == [
        "Izin?"
    ]


def test_the_round_and_its_records_are_told():
    """Prakualifikasi ke-2 in the data of the tender."""
    assert items(section(record("pra_ulang_dua"), "Data Tender"))["Prakualifikasi ke-"] == "2"
    assert "Prakualifikasi ke-" not in items(section(record("daftar"), "Data Tender"))


def test_an_opening_is_no_matter_of_the_qualification():
    """Only deadlines of its own phase stand in it."""
    events = [*FIRST, price_opening(), LIST_MINUTES]
    made = paper(evaluated(screened(*applicants(3), events=events)), BAHP)

    assert "Pembukaan" not in str(section(made, "Pemasukan"))
