"""Which record an evaluation leads to: of a prakualifikasi, of a Tender or of a Seleksi."""

import re

import pytest
from attrs import evolve

from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.terms import Category
from tender_engine.trail import root
from tender_rules import national
from tests.builders import KUALIFIKASI, evaluated
from tests.desk.documents.data import code_words, drawn_tables, items, rows, said, section, texts
from tests.desk.documents.kinds import KINDS, LISTED_ONLY, packages, record
from tests.happenings import listing_act
from tests.procurements import applicants, invited


def titles(made):
    """The titles of its sections."""
    return [part.title for part in made.sections]


@pytest.mark.parametrize("name", KINDS)
def test_the_name_of_the_record_says_what_it_is_of(name):
    """Hasil Prakualifikasi until its list is in force, then Hasil Pemilihan or Hasil Seleksi."""
    category = KINDS[name].package.tender.category
    consultants = category in (
        Category.JASA_KONSULTANSI_BADAN_USAHA,
        Category.JASA_KONSULTANSI_PERORANGAN,
    )
    result = "PEMILIHAN"
    if name in LISTED_ONLY:
        result = "PRAKUALIFIKASI"
    elif consultants:
        result = "SELEKSI"

    made = record(name)
    assert made.title.removeprefix("KONSEP ") == f"BERITA ACARA HASIL {result}"
    assert f"menyusun Berita Acara Hasil {result.title()} untuk paket" in made.opening[-1].text


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("internal", [False, True])
def test_every_section_has_its_letter_and_the_root_comes_last(name, internal):
    """No section falls off the end of the alphabet; tables are full."""
    made = paper(KINDS[name], WORKING_PAPER if internal else BAHP)

    assert [s.letter for s in made.sections] == [chr(65 + n) for n in range(len(made.sections))]
    assert titles(made)[-1] == "Jejak Keputusan"
    assert made.root == root(KINDS[name])
    tables = drawn_tables(made)
    assert all(len(row) == len(drawn.headers) for drawn in tables for row in drawn.rows)
    assert all(cell.strip() for drawn in tables for row in drawn.rows for cell in row)


@pytest.mark.parametrize("name", KINDS)
def test_no_code_word_stands_in_the_record(name):
    """A Pokja reads Indonesian: no snake case but the code to confirm a value."""
    known = r"\b[a-z_]+\.[a-z_]+ = |syarat |LDP |mutu "

    assert code_words(record(name), known) <= {"tanda_tangan"}


@pytest.mark.parametrize("name", KINDS)
def test_the_order_of_lists_changes_nothing(name):
    """Participants, judgements and events in any order give the same record."""
    given = packages()[name]
    turned = evolve(
        given,
        participants=tuple(reversed(given.participants)),
        assessments=tuple(reversed(given.assessments)),
        events=tuple(reversed(given.events)),
    )

    assert texts(KINDS[name]) == texts(evaluated(turned))


@pytest.mark.parametrize("name", LISTED_ONLY)
def test_a_record_of_the_qualification_tells_nothing_of_bids(name):
    """No price, no order of bids, no stage of theirs."""
    made = record(name)

    assert not [t for t in titles(made) if re.search("Penawaran|Peringkat|Pemenang|Negosiasi", t)]
    if name == "pra_tanpa_peserta":  # nothing was evaluated
        assert not [t for t in titles(made) if "Evaluasi" in t]
        return
    stages = {row[0] for row in section(made, "Hasil Evaluasi")[0]["rows"]}
    assert stages <= {
        "Pemasukan dokumen kualifikasi",
        "Evaluasi kualifikasi",
        "Pembuktian kualifikasi",
        "Penetapan hasil kualifikasi",
    }


def test_a_list_that_does_not_agree_keeps_the_record_on_the_qualification():
    """Bids are due under an act that names others than passed: the list is not in force."""
    given = packages()["pra_lalu_tersegel"]
    kept = [event for event in given.events if getattr(event, "listed", None) is None]
    nobody = tuple(
        evolve(who, submitted=evolve(who.submitted, penawaran=None), price=None)
        for who in given.participants
    )
    wrong = evolve(given, participants=nobody, events=(*kept, listing_act("p1", "p2", day=9)))
    evaluation = evaluated(wrong)

    assert evaluation.procedure == "prakualifikasi_dua_file"
    assert paper(evaluation, BAHP).title == "KONSEP BERITA ACARA HASIL PRAKUALIFIKASI"
    assert paper(KINDS["pra_lalu_tersegel"], BAHP).title == "KONSEP BERITA ACARA HASIL PEMILIHAN"


def test_while_bids_are_due_it_depends_on_what_is_awaited():
    """A proof that is not judged keeps it on the qualification; no bid yet is a matter of bids."""
    people = applicants(3)
    unproven = evaluated(invited(*people, general=(KUALIFIKASI,)))
    nobody = evaluated(invited(*people))

    assert unproven.state == nobody.state == "menunggu"
    assert paper(unproven, BAHP).title == "KONSEP BERITA ACARA HASIL PRAKUALIFIKASI"
    assert paper(nobody, BAHP).title == "KONSEP BERITA ACARA HASIL PEMILIHAN"
    assert rows(section(paper(nobody, BAHP), "Hal yang"))[0][2] == (
        "pencatatan perpanjangan batas akhir pemasukan dokumen penawaran"
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("daftar", "belum ada penetapan hasil kualifikasi yang sesuai dengan hasil evaluasi"),
        ("daftar_lain", "penetapan yang tercatat berbeda dari hasil evaluasi"),
        ("pra_kurang", "belum ada pernyataan prakualifikasi gagal yang sesuai"),
        ("pra_menunggu", "evaluasi belum selesai dan masih menunggu"),
        ("pagu_terlampaui", "belum ada pernyataan Seleksi gagal yang sesuai"),
        ("pra_lalu_penawaran", "belum ada penetapan pemenang yang sesuai"),
        ("kualitas_belum_dinegosiasi", "hasil klarifikasi dan negosiasi teknis dan biaya belum"),
    ],
)
def test_a_draft_says_which_act_is_missing(name, reason):
    """Of the qualification, of the Tender or of the Seleksi."""
    told = record(name).annex[0].blocks[1].text
    assert told.startswith(f"1. {reason[0].upper()}{reason[1:]}")


def test_the_minutes_of_the_qualification_number_its_record_and_no_other():
    """A berita acara of kualifikasi and one of pemilihan are two papers."""
    listed, later = record("daftar_ditetapkan"), record("pra_lalu_penawaran")

    assert (listed.number, listed.place) == ("027/5/BAHPK/2022", "Ruang Rapat Pokja")
    assert not listed.draft
    assert later.number == "." * 20
    assert record("kualitas_sepakat").number == "027/9/BAHS/2022"


@pytest.mark.parametrize("name", [n for n in KINDS if record(n).title.endswith("SELEKSI")])
def test_a_seleksi_is_called_one_and_its_price_a_biaya(name):
    """Unit prices keep their name; the reasons of rules and the names of values are the law's."""
    made = record(name)
    headings = [block.text for s in made.sections for block in s.blocks if hasattr(block, "text")]
    headers = [h for s in made.sections for b in s.blocks for h in getattr(b, "headers", ())]

    assert "Data Seleksi" in titles(made)
    assert not [t for t in (*titles(made), *headers) if re.search("[Hh]arga|Tender", t)]
    assert not [t for t in headings if "Tender" in t]
    assert items(section(made, "Data Seleksi"))["Metode pemilihan"].startswith("Seleksi, ")


def test_words_for_a_failed_seleksi_follow_its_name():
    """Code `tender_ulang` is a Seleksi ulang; all above the budget is a ground of LKPP's text."""
    blocks = section(record("pagu_terlampaui"), "Pernyataan Seleksi Gagal")

    assert said(blocks).startswith(
        "Seleksi Rehabilitasi Jalan Contoh memenuhi keadaan untuk dinyatakan gagal, karena "
        "seluruh penawaran biaya pada Seleksi dengan metode evaluasi Pagu Anggaran di atas Pagu"
    )
    assert items(blocks)["Tindak lanjut"] == "Seleksi ulang"
    assert blocks[-1]["text"] == (
        "Setelah Seleksi dinyatakan gagal, Pokja Pemilihan segera melakukan Seleksi ulang."
    )
    assert "Klarifikasi dan Negosiasi" not in " ".join(titles(record("pagu_terlampaui")))


def test_what_is_awaited_has_words_in_every_kind():
    """Code by code."""
    needs = {item.needs for evaluation in KINDS.values() for item in evaluation.awaiting}

    assert {"perpanjangan", "keputusan_peringkat", "pembukaan_harga"} <= needs
    assert {f"need.{code}" for code in needs} <= national().words.keys()
