"""How a record ends: the winner, the failure, the acts of people and who signs."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import (
    BAHP,
    CANCELLATION,
    CLARIFICATION,
    EVALUATION,
    LETTER,
    PROOF,
    WORKING_PAPER,
    paper,
)
from tender_desk.documents.report.page import report
from tender_engine.events import (
    Announcement,
    AwardProposal,
    Cancellation,
    Clarification,
    Deadline,
    FailureAct,
    Minutes,
    Objection,
    Refusal,
)
from tender_engine.model import Addendum, Document, Evidence, PokjaMember, Submitted
from tender_engine.terms import Canceller, Decider, Phase, Refuser
from tender_rules import national
from tests.amended import AMENDED, BEFORE
from tests.builders import HARGA, TEKNIS, at, evaluated, hps, judged
from tests.desk.documents.data import (
    AWARD,
    GROUND,
    MINUTES,
    due,
    extra_line,
    given,
    items,
    offer,
    outcomes,
    rows,
    said,
    section,
)
from tests.happenings import announced, answered, appeal, objection, of_bond, of_kpa
from tests.procurements import applicants, screened

OUTCOMES = outcomes()
SECOND = dt.timedelta(seconds=1)
AFTER = "setelah masa sanggah berakhir (Peraturan LKPP 12/2021 Lampiran II angka 4.2.14 huruf a)"
FAILED = {
    "tanpa_penawaran": ("b", "sejak dinyatakan", "Tender ulang"),
    "gugur_administrasi": ("c", AFTER, "Tender ulang"),
    "gugur_kualifikasi": ("c", AFTER, "Tender ulang"),
    "gugur_teknis": ("c", AFTER, "Tender ulang"),
    "gugur_teknis_dinyatakan": ("c", AFTER, "Tender ulang"),
    "gugur_pembuktian": ("c", AFTER, "Tender ulang"),
    "di_atas_hps": ("g", "sejak dinyatakan", "Tender ulang"),
    "kkn": ("e", "sejak dinyatakan", "Tender ulang"),
    "tender_ulang_gagal": ("b", "sejak dinyatakan", "Penunjukan Langsung"),
}
DECLARED = ("gugur_teknis_dinyatakan", "kkn")


def record(name):
    """The record of one of the outcomes."""
    return paper(OUTCOMES[name], BAHP)


def test_the_winner_stands_with_figures_words_and_bond():
    """5 percent of 1.104.450.000 is 55.222.500 (Perpres 16/2018 Pasal 33 ayat (3) huruf a)."""
    winner = section(record("diusulkan"), "Calon Pemenang")
    first = next(dict(block["items"]) for block in winner if block["kind"] == "daftar")

    assert first["Nama peserta"] == "CV p1 Contoh"
    assert {first[f"Harga {which}"] for which in ("penawaran", "terkoreksi", "akhir")} == {
        "Rp1.104.450.000,00 (satu miliar seratus empat juta empat ratus lima puluh ribu rupiah)"
    }
    assert first["Jaminan pelaksanaan"].startswith(
        "Rp55.222.500,00 (lima puluh lima juta dua ratus dua puluh dua ribu lima ratus rupiah)"
    )
    assert [block["text"] for block in winner if block["kind"] == "subjudul"] == [
        "Calon Pemenang",
        "Calon Pemenang Cadangan 1",
        "Calon Pemenang Cadangan 2",
    ]
    assert "Pemenang ditetapkan oleh Pokja Pemilihan" in said(winner)


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (BEFORE, "Perpres 16/2018 Pasal 33 ayat (3)"),
        (AMENDED, "Perpres 16/2018 Pasal 33 ayat (3); Perpres 16/2018 Pasal 26 ayat (4) huruf c"),
    ],
)
def test_the_bond_is_cited_with_the_line_of_its_base(day, texts):
    """At the winner and at the formula: since then Pasal 26 says when the HPS is the base."""
    made = paper(evaluated(given(offer("p1", "1104450000"), announced_on=day)), BAHP)
    formulas = {row[0]: row[2] for row in rows(section(made, "Metode"))}

    bond = items(section(made, "Calon Pemenang"))["Jaminan pelaksanaan"]
    assert bond.endswith(f" rupiah), menurut {texts}")
    assert formulas["Jaminan pelaksanaan"] == texts


def test_the_amounts_of_reserves_stand_in_words_too():
    """p2 of three(): 1.048.950.000 corrected to 1.154.400.000."""
    pairs = [block for block in section(record("diusulkan"), "Calon") if block["kind"] == "daftar"]
    second = dict(pairs[1]["items"])

    assert second["Harga penawaran"] == (
        "Rp1.048.950.000,00 (satu miliar empat puluh delapan juta sembilan ratus lima puluh ribu "
        "rupiah)"
    )
    assert second["Harga terkoreksi"] == second["Harga akhir"]
    assert second["Harga terkoreksi"] == (
        "Rp1.154.400.000,00 (satu miliar seratus lima puluh empat juta empat ratus ribu rupiah)"
    )


def test_below_the_threshold_no_bond_is_asked():
    """A contract of Rp200 juta needs none (Pasal 33 ayat (1): above it)."""
    small = given(offer("p1", "200000000"), hps=hps("210000000", lines=None))
    winner = items(section(paper(evaluated(small), BAHP), "Calon Pemenang"))

    assert winner["Jaminan pelaksanaan"].startswith("tidak diperlukan")


def test_above_the_budget_ceiling_the_pa_determines():
    """Pagu above Rp100 miliar."""
    assert "ditetapkan oleh Pengguna Anggaran" in said(section(record("pagu_besar"), "Calon"))


@pytest.mark.parametrize("name", FAILED)
def test_a_failure_states_ground_declarer_time_and_what_follows(name):
    """Pernyataan gagal, and that a repeat is due."""
    letter, effective, follow_up = FAILED[name]
    blocks = section(record(name), "Pernyataan Tender Gagal")
    found = items(blocks)

    assert f"Pasal 51 ayat (2) huruf {letter}" in found["Dasar"]
    assert national().grounds[f"{GROUND}{letter}"].words.id in said(blocks)
    by = "Dinyatakan oleh" if name in DECLARED else "Untuk dinyatakan oleh"
    assert (found[by], found["Berlaku"]) == ("Pokja Pemilihan", effective)
    assert found["Tindak lanjut"].startswith(follow_up)
    assert f"melakukan {follow_up}" in said(blocks)
    declared = OUTCOMES[name].state == "ditetapkan"
    assert ("memenuhi keadaan untuk dinyatakan gagal" in said(blocks)) is not declared


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "gugur_teknis",
            "Setelah masa sanggah berakhir dan Tender dinyatakan gagal, Pokja Pemilihan segera",
        ),
        ("gugur_teknis_dinyatakan", "Setelah masa sanggah berakhir, Pokja Pemilihan segera"),
        ("di_atas_hps", "Setelah Tender dinyatakan gagal, Pokja Pemilihan segera"),
        ("kkn", "Pokja Pemilihan segera"),
    ],
)
def test_what_follows_a_failure_follows_its_declaration(name, sentence):
    """None passes: declared after the objections (Peraturan LKPP 12/2021 angka 4.2.14)."""
    blocks = section(record(name), "Pernyataan Tender Gagal")

    assert blocks[-1]["text"] == f"{sentence} melakukan Tender ulang."


def test_penunjukan_langsung_stands_with_its_conditions():
    """Perpres 16/2018 Pasal 51 ayat (10): two criteria, and the approval of PA/KPA."""
    blocks = section(record("tender_ulang_gagal"), "Pernyataan Tender Gagal")

    assert blocks[-1]["text"] == (
        "Setelah Tender dinyatakan gagal, Pokja Pemilihan dengan persetujuan PA/KPA melakukan "
        "Penunjukan Langsung, dengan kriteria kebutuhan tidak dapat ditunda dan tidak cukup waktu "
        "untuk melaksanakan Tender (Perpres 16/2018 Pasal 51 ayat (10)). Tanpa persetujuan itu, "
        "atau apabila salah satu kriteria tidak terpenuhi, Penunjukan Langsung tidak dapat "
        "dilakukan."
    )


def test_what_is_awaited_stands_with_whose_word_it_is():
    """Stage, bidder, what, and from whom."""
    assert rows(section(record("menunggu_penilaian"), "Hal yang"))[0] == [
        "Evaluasi teknis",
        "CV p1 Contoh",
        "penilaian anggota Pokja Pemilihan: Peralatan utama",
        "Anggota 1, Anggota 2, Anggota 3",
    ]
    assert rows(section(record("di_bawah_80"), "Hal yang"))[0][2] == (
        "penilaian anggota Pokja Pemilihan: kewajaran harga"
    )
    assert rows(section(record("tanpa_perpanjangan"), "Hal yang"))[0][3] == "Pokja Pemilihan"


def test_the_acts_of_people_stand_in_it():
    """The determination with number, date and names."""
    act = (
        "Penetapan pemenang Nomor BA-1/2022 oleh Pokja Pemilihan; pemenang: CV p1 Contoh; "
        "pemenang cadangan: CV p2 Contoh, CV p3 Contoh"
    )
    found = rows(section(record("ditetapkan"), "Penetapan"))

    assert found == [["Jumat, 20 Mei 2022 pukul 09.00 WIB", act]]


@pytest.mark.parametrize("number", ["Nomor BA-1/2022", "nomor: BA-1/2022", "BA-1/2022"])
def test_the_word_for_a_number_stands_once(number):
    """People write it with the number."""
    document = Document(number, dt.date(2022, 5, 2), (Addendum(number),))
    award = evolve(AWARD, number=number)
    made = paper(evaluated(given(document=document, events=[award])), BAHP)
    basis = items(section(made, "Dasar"))

    assert "Penetapan pemenang Nomor BA-1/2022 oleh" in rows(section(made, "Penetapan"))[0][1]
    assert basis["Dokumen Pemilihan"] == "Nomor BA-1/2022 tanggal Senin, 2 Mei 2022"
    assert basis["Adendum Dokumen Pemilihan"] == "Nomor BA-1/2022"


def test_the_proof_of_a_declared_failure_is_named():
    """File and page."""
    proof = (Evidence("BAP.pdf", "3-5"), Evidence("surat.pdf", "lampiran"), Evidence("foto.jpg"))
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, f"{GROUND}e", proof)
    found = rows(section(paper(evaluated(given(events=[act])), BAHP), "Penetapan"))

    assert found[0][1].endswith("(KKN); bukti: BAP.pdf halaman 3-5; surat.pdf lampiran; foto.jpg")


def test_what_happened_after_the_minutes_stands_in_the_working_paper_only():
    """But for the act that ends it, which makes them a draft; what is of that moment is past."""
    late = [
        evolve(AWARD, at=at(24)),
        Announcement(at(25), "pemilihan"),
        Objection(at(26), "pemilihan", "p2"),
        Clarification(at(25), "p2", TEKNIS, "Sesudah?", "Ya"),
        Clarification(MINUTES.at, "p1", TEKNIS, "Saat itu?", "Ya"),
    ]
    evaluation = evaluated(given(events=[MINUTES, *late]))
    made, inside = paper(evaluation, BAHP), paper(evaluation, WORKING_PAPER)

    assert made.draft
    assert "Urutan waktu yang tercatat tidak wajar" in markdown(made)
    acts = rows(section(made, "Penetapan"))
    assert [row[0] for row in acts] == ["Selasa, 24 Mei 2022 pukul 09.00 WIB"]
    assert [row[3] for row in rows(section(made, "Klarifikasi"))] == ["Saat itu?"]
    assert "rahasia sampai dengan pengumuman" in said(section(made, "Keterangan"))
    assert len(rows(section(inside, "Penetapan"))) == 3
    assert len(rows(section(inside, "Klarifikasi"))) == 2


def test_what_the_pa_determined_after_the_minutes_is_not_theirs():
    """Above the budget of the panel: its minutes propose a winner, and the PA determines later."""
    act = evolve(AWARD, by=Decider.PA, at=at(24))
    big = {"pagu": Decimal("100000000001"), "events": [MINUTES, act]}
    made = paper(evaluated(given(**big)), BAHP)
    same = paper(
        evaluated(given(**(big | {"events": [MINUTES, evolve(act, at=MINUTES.at)]}))), BAHP
    )

    assert (made.draft, same.draft, made.number) == (False, False, same.number)
    assert "Penetapan pemenang" not in markdown(made)
    assert section(made, "Calon Pemenang dan Calon Pemenang Cadangan")
    assert len(rows(section(same, "Penetapan"))) == 1
    assert section(same, "Pemenang dan Pemenang Cadangan")


@pytest.mark.parametrize("ground", [f"{GROUND}i", "lkpp-12-2021:4.2.14.a.k"])
def test_minutes_of_a_result_are_not_those_of_a_failure_that_the_pa_declared(ground):
    """The number of a BAHP with a winner stands over no later failure."""
    told = [] if ground.endswith("i") else [Announcement(at(24), "pemilihan")]
    refused = [Refusal(at(31), Refuser.PPK, "Tidak sependapat.")] if told else []
    acts = [*refused, FailureAct(at(31, 12), "pemilihan", Decider.PA, ground)]
    old = paper(evaluated(given(events=[AWARD, MINUTES, *told, *acts])), BAHP, under=national())
    late = evolve(MINUTES, at=at(31, 12))
    own = paper(evaluated(given(events=[AWARD, *told, late, *acts])), BAHP)

    assert old == paper(evaluated(given(events=[AWARD, MINUTES])), BAHP)
    assert own.number == MINUTES.number
    said_since = [row[1] for row in rows(section(own, "Penetapan"))[1:]]
    assert any("oleh Pengguna Anggaran" in each for each in said_since)


def test_without_minutes_every_act_is_told():
    """A record that is not dated yet tells all that is past."""
    events = [AWARD, Announcement(at(25), "pemilihan")]
    made = paper(evaluated(given(events=events)), BAHP)

    assert len(rows(section(made, "Penetapan"))) == 2
    assert "rahasia" not in said(section(made, "Keterangan"))


@pytest.mark.parametrize(("members", "least"), [(3, 2), (5, 3), (7, 4)])
def test_half_of_the_members_must_sign_at_least(members, least):
    """Paling kurang seperdua: of three two, of five three; read in Perka LKPP 14/2012."""
    made = given(members=members)
    blocks = section(paper(evaluated(made), BAHP), "Penutup")

    assert f"paling kurang oleh {least} dari {members} anggota" in said(blocks)
    assert f"(Dokumen Pemilihan Nomor {made.tender.document.number})" in said(blocks)
    assert len(blocks[-1]["lines"]) == members


def test_the_chair_signs_first_and_every_nip_is_printed():
    """The order of members carries no meaning; roles do."""
    evaluation = OUTCOMES["diusulkan"]
    panel = (
        PokjaMember("m1", "Dewi", "198001", None),
        PokjaMember("m2", "Bagus", "197902", "ketua"),
        PokjaMember("m3", "Siti", None, "sekretaris"),
    )
    pokja = evolve(evaluation.package.pokja, members=panel)
    package = evolve(evaluation.package, pokja=pokja)
    lines = section(paper(evolve(evaluation, package=package), BAHP), "Penutup")[-1]["lines"]

    assert [(line["name"], line["role"]) for line in lines] == [
        ("Bagus", "Ketua"),
        ("Siti", "Sekretaris"),
        ("Dewi", "Anggota"),
    ]
    assert [line["nip"] for line in lines] == ["197902", "." * 20, "198001"]


def test_it_is_secret_until_the_announcement():
    """Rahasia sampai dengan pengumuman pemenang."""
    assert "rahasia sampai dengan pengumuman pemenang" in said(
        section(record("ditetapkan"), "Keterangan")
    )


def called_off(number="900/1/2022", *more):
    """A tender that was called off, though it had a winner and a price that SPSE corrected."""
    decision = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", number)
    return evaluated(given(extra_line(), offer("p2"), events=[decision, *more]))


@pytest.mark.parametrize(("day", "is_open"), [(22, False), (23, True)])
def test_who_still_could_hand_in_when_it_was_called_off_is_not_told_as_absent(day, is_open):
    """Called off on the 22nd at nine; two had handed in by then, and one had not."""
    decision = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    absent = evolve(offer("p3"), submitted=Submitted(), price=None)
    until = Deadline(at(2), Phase.PENAWARAN, at(day))
    blocks = [
        section(
            paper(evaluated(given(*bids, absent, events=[decision, until])), CANCELLATION),
            "Pemasukan",
        )
        for bids in ((offer("p1"), offer("p2")), ())
    ]
    cells, text = rows(blocks[0]), said(blocks[0])

    assert cells[-1][-1] == ("–" if is_open else "tidak menyampaikan dokumen penawaran")
    assert ("ketika itu 2 peserta telah menyampaikannya" in text) == is_open
    assert ("ketika itu belum ada peserta yang menyampaikannya" in said(blocks[1])) == is_open
    assert ("dokumen penawaran berjumlah 2" in text) != is_open


def test_minutes_of_what_was_called_off_are_not_older_than_that():
    """The number of a BAHP is not theirs: then the number is blank, and the day the decision's."""
    blank = "." * 20
    minutes = Minutes(at(22), "pemilihan", "BA-2", "Sini")
    old = paper(called_off("900/1", evolve(minutes, at=at(22) - SECOND)), CANCELLATION)
    own = paper(called_off("900/1", minutes), CANCELLATION)

    assert (old.draft, old.number, old.place, old.time) == (False, blank, blank, blank)
    assert (old.date, own.date) == ("Minggu tanggal 22 Mei 2022",) * 2
    assert f"Pada hari ini, {old.date}, pukul {blank}" in markdown(old)
    assert (own.number, own.place, own.time) == ("BA-2", "Sini", "09.00 WIB")


def test_what_was_called_off_has_minutes_of_its_own():
    """The decision and its reason, and nothing of an evaluation that leads nowhere."""
    made = paper(called_off(), CANCELLATION)
    text = markdown(made)

    assert (made.draft, made.title) == (False, "BERITA ACARA PEMBATALAN TENDER")
    assert items(section(made, "Pembatalan Tender")) == {
        "Dasar": "keputusan yang tercatat",
        "Dibatalkan oleh": "Pejabat Pembuat Komitmen",
        "Nomor keputusan": "900/1/2022",
        "Dicatat": "Minggu tanggal 22 Mei 2022",
        "Alasan": "Anggaran dialihkan",
        "Berlaku": "sejak dinyatakan",
    }
    for absent in ("Pasal", "Rumus", "Peringkat", "Harga Penawaran", "1.104.450.000", "dirujuk"):
        assert absent not in text, absent


def test_of_a_result_and_of_a_pembatalan_there_is_one_record():
    """Minutes of a result are of no procurement that was called off, nor the other way round."""
    for evaluation, kind in ((called_off(), BAHP), (OUTCOMES["ditetapkan"], CANCELLATION)):
        found = due(evaluation, kind)
        assert found.reason is not None
        assert not found.waits


def test_a_letter_on_what_was_called_off_tells_the_decision_alone():
    """No rank, no winner to be and no sanggah; final once the decision itself was announced."""
    told = Announcement(at(22), "pemilihan")
    final = paper(called_off("900/1/2022", told), LETTER, "p2")
    before = paper(called_off("900/1/2022", evolve(told, at=at(22) - SECOND)), LETTER, "p2")
    text = markdown(final)

    assert (final.draft, final.title) == (False, "Pemberitahuan Pembatalan Tender")
    assert (
        "Tender ini dibatalkan oleh Pejabat Pembuat Komitmen dengan keputusan Nomor 900/1/2022, "
        "dengan alasan: Anggaran dialihkan."
    ) in text
    for absent in ("peringkat", "emenang", "anggah", "lulus", "Rp"):
        assert absent not in text, absent
    assert "Pembatalan Tender belum diumumkan" in markdown(before)
    assert "Keputusan pembatalan belum bernomor" in markdown(
        paper(called_off(None, told), LETTER, "p2")
    )


@pytest.mark.parametrize("kind", [EVALUATION, CLARIFICATION, PROOF])
def test_minutes_of_a_part_say_that_it_was_called_off(kind):
    """In one sentence, with whose decision and its day; and of no other tender."""
    words = (
        "Tender ini dibatalkan oleh Pejabat Pembuat Komitmen (keputusan Nomor 900/1/2022, dicatat "
        "Minggu tanggal 22 Mei 2022)"
    )

    asked = Clarification(at(16), "p1", TEKNIS, "Mana bukti milik?", "Faktur dilampirkan.")
    stood = evaluated(given(events=[asked]))
    assert words in markdown(paper(called_off("900/1/2022", asked), kind))
    assert "(dicatat Minggu" in markdown(paper(called_off(None, asked), kind))
    assert "dibatalkan" not in markdown(paper(stood, kind))


def test_a_report_draws_no_winner_of_what_was_called_off():
    """Nobody comes to the determination; the end is the pembatalan, and the head says so."""
    text = report(called_off(), public=True)

    assert "Penetapan pemenang: tidak dilalui; " in text
    assert "Tender dibatalkan: berhenti di sini; Berita Acara Pembatalan Tender: dilalui" in text
    assert "<p>Dibatalkan</p>" in text
    assert "alon pemenang." not in text


def headings(text):
    """The titles of a report, down to its parts."""
    return re.findall(r"<h[23][^>]*>([^<]*)<", text)


def test_nobody_is_in_front_in_what_was_called_off():
    """p2 is cheaper than p1, whose price was corrected: no order of prices, no place, no winner."""
    stood = evaluated(given(extra_line(), offer("p2")))
    for public in (True, False):
        before, after = (headings(report(x, public=public)) for x in (stood, called_off()))
        assert {"Urutan Peringkat", "Pergeseran urutan harga"} <= {*before} - {*after}
        assert "Koreksi Aritmatik dan Pengaruhnya" in after
    text = report(called_off())
    assert ("Tender gagal" in text, "Tender dibatalkan</span>" in text) == (False, True)
    assert text.index(">CV p1 Contoh<") < text.index(">CV p2 Contoh<")

    made = paper(called_off(), WORKING_PAPER)
    titles = [part.title for part in made.sections]
    assert "Lembar Koreksi Aritmatik" in titles
    assert not {"Urutan Peringkat", "Pergeseran Urutan Harga"} & {*titles}
    assert "| Calon pemenang |" in markdown(paper(stood, WORKING_PAPER))
    assert "| Calon pemenang |" not in markdown(made)


def test_minutes_of_a_part_refer_to_the_same_law_though_it_was_called_off():
    """A low price was found fair: that rests on the circular of LKPP, whatever came of it."""
    fair = [judged(HARGA, "memenuhi", "p1", "kewajaran_harga")]
    decision = Cancellation(at(22), Canceller.PPK, "Anggaran dialihkan", "900/1/2022")
    low = {"assessments": fair}
    made = [
        paper(evaluated(given(offer("p1", "900000000"), events=events, **low)), EVALUATION)
        for events in ([], [decision])
    ]
    stood, undone = (items(section(each, "Dasar")) for each in made)

    assert "SE Kepala LKPP 4/2022" in stood["Ketentuan lain yang dirujuk"]
    assert undone == stood


def test_without_a_number_they_are_a_draft():
    """And say why; no value of the law is in doubt, for none was used in them."""
    made = paper(called_off(None), CANCELLATION)

    assert made.draft
    assert "Keputusan pembatalan belum bernomor" in markdown(made)
    assert "belum terverifikasi" not in markdown(made)


def test_a_failure_declared_of_bids_before_a_list_stands_among_the_acts():
    """The record of a prakualifikasi tells it, whatever the act said that it was of."""
    act = FailureAct(at(20), "pemilihan", Decider.POKJA, "lkpp-12-2021:4.1.1.j:diskriminatif")
    made = paper(evaluated(screened(*applicants(3), events=[act])), BAHP)

    assert made.title == "BERITA ACARA HASIL PRAKUALIFIKASI"
    assert "Pernyataan prakualifikasi gagal oleh Pokja Pemilihan" in markdown(made)


@pytest.mark.parametrize("letter", ["d", "e", "i"])
def test_what_ends_all_before_a_list_has_the_minutes_of_the_tender(letter):
    """The number of those of `pemilihan`, the Tender that fails, and the act itself."""
    by = Decider.PA if letter == "i" else Decider.POKJA
    act = FailureAct(at(20), "pemilihan", by, f"{GROUND}{letter}")
    minutes = Minutes(at(20), "pemilihan", "BA-9", "Sini")
    made = paper(evaluated(screened(*applicants(3), events=[act, minutes])), BAHP)
    text = markdown(made)

    assert (made.draft, made.title, made.number) == (False, "BERITA ACARA HASIL PEMILIHAN", "BA-9")
    assert "Contoh dinyatakan gagal, karena" in said(section(made, "Pernyataan Tender Gagal"))
    assert rows(section(made, "Penetapan"))[0][1].startswith("Pernyataan Tender gagal oleh ")
    assert "Prakualifikasi gagal" not in text
    assert "Belum ada penetapan" not in text
    assert "Pemasukan Dokumen Kualifikasi" in text


def test_a_tender_without_a_bid_tells_of_no_evaluation():
    """No formula, no ranking, no row of noughts, and no text that only an evaluation rests on."""
    made = record("tanpa_penawaran")
    text = markdown(made)

    assert "Pernyataan Tender Gagal" in text
    for absent in ("Rumus", "Peringkat", "Hasil Evaluasi", "| 0 |", "Koreksi aritmatik", "dirujuk"):
        assert absent not in text, absent


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_no_stage_that_nobody_came_to_has_a_row_of_noughts(name):
    """It is named in the sentence that follows."""
    assert "| 0 | 0 | 0 | 0 | 0 |" not in markdown(record(name))


def test_what_follows_the_objection_stands_among_the_acts():
    """Its cause, and the appeal with its bond and its answer.

    The Pokja has nothing to propose and the PPK nothing to refuse then: both count for nothing, and
    stand in notices alone.
    """
    events = [
        AWARD,
        announced(21),
        objection("p2", 23),
        answered("benar_substansial", "p2", 24),
        appeal("p3", "12210000", day=25),
        of_bond("tidak_sah", "p3", 26),
        of_kpa("tidak_benar", "p3", 27, month=5),
        AwardProposal(at(28), "U-1"),
        Refusal(at(29), Refuser.PPK, "tidak sependapat"),
    ]
    made = paper(evaluated(given(events=events)), WORKING_PAPER)

    told = [row[1] for row in rows(section(made, "Penetapan"))]
    assert told[3].endswith(
        "sanggah benar dan substansial; sebab: terdapat kesalahan dalam proses evaluasi"
    )
    assert told[5:] == [
        "Klarifikasi jaminan sanggah banding CV p3 Contoh: tidak sah",
        # It never objected, so what it sent is no appeal.
        "Jawaban pengaduan CV p3 Contoh oleh KPA: tidak benar",
    ]


def test_the_report_says_where_a_result_stands_since():
    """And what it waits for."""
    found = report(evaluated(given(events=[AWARD, announced(21)])))

    assert "Keadaan sesudahnya: masa sanggah. Yang ditunggu: berakhirnya masa sanggah." in found
    assert "Keadaan sesudahnya" not in report(evaluated(given()))
