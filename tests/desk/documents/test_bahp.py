"""The record whatever the result, when it is final, and that it is always the same."""

import itertools
from decimal import Decimal

import pytest
from attrs import evolve

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_desk.documents.status import status_of
from tender_desk.documents.wording import reading_said
from tender_engine.events import Clarification, Confirmation, FailureAct, Refusal
from tender_engine.findings import Notice, Source
from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import Decider, Refuser
from tender_engine.trail import root
from tender_rules import national
from tests.builders import TEKNIS, at, evaluated
from tests.desk.documents.data import (
    AWARD,
    GROUND,
    MINUTES,
    OTHER_AWARD,
    code_words,
    drawn_tables,
    extra_line,
    given,
    items,
    offer,
    outcomes,
    rows,
    said,
    section,
    texts,
    three,
)

OUTCOMES = outcomes()
OUTCOME_TITLES = {"pemenang": "Calon Pemenang", "gagal": "Pernyataan Tender Gagal"}


def record(name):
    """The record of one of the outcomes."""
    return paper(OUTCOMES[name], BAHP)


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_record_comes_out_of_every_result(name):
    """Every branch ends in a BAHP, every failure and every wait included."""
    evaluation, made = OUTCOMES[name], record(name)

    title = OUTCOME_TITLES.get(evaluation.result or "", "Hal yang Masih Ditunggu")
    if evaluation.state == "ditetapkan" and evaluation.result == "pemenang":
        title = "Pemenang"
    assert section(made, title)
    assert made.root == root(evaluation)
    assert items(section(made, "Jejak"))["Akar jejak keputusan"] == root(evaluation)
    # Where nobody bid there is nothing of prices, stages and their order to tell.
    nobody = name in ("tanpa_penawaran", "tender_ulang_gagal")
    assert [s.letter for s in made.sections] == list("ABCDEFGH" if nobody else "ABCDEFGHIJKLM")


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("name", OUTCOMES)
def test_tables_have_one_cell_a_column_and_no_cell_is_empty(name, internal):
    """A writer can draw every table as it stands."""
    tables = drawn_tables(paper(OUTCOMES[name], WORKING_PAPER if internal else BAHP))

    assert tables
    for drawn in tables:
        assert {len(drawn.headers), len(drawn.align)} == {len(drawn.headers)}
        assert all(len(row) == len(drawn.headers) for row in drawn.rows)
        assert all(cell.strip() for row in drawn.rows for cell in row)


@pytest.mark.parametrize("name", OUTCOMES)
def test_no_code_word_stands_in_the_record(name):
    """A Pokja reads Indonesian: no snake case; only the code to confirm is shown as one."""
    assert code_words(record(name), r"\b[a-z]+\.[a-z_]+ = ") <= {"tanda_tangan"}


@pytest.mark.parametrize("name", OUTCOMES)
def test_only_what_people_determined_is_final(name):
    """KONSEP stands in the title and over the annex, unless the act is there."""
    made, evaluation = record(name), OUTCOMES[name]
    final = evaluation.state == "ditetapkan" and name != "baris_tambahan_ditetapkan"

    assert made.draft is not final
    assert made.title.startswith("KONSEP ") is not final
    assert [part.title for part in made.annex] == ([] if final else ["Lampiran KONSEP"])
    assert ("KONSEP" in markdown(made)) is not final


def with_extra_line(*events):
    """The record of a determined tender in which one value of the law has no text."""
    return paper(evaluated(given(extra_line(), offer("p2"), events=[OTHER_AWARD, *events])), BAHP)


def test_a_value_without_a_text_keeps_the_record_a_draft_and_is_listed():
    """An unverified value needs its konfirmasi_nilai before a final BAHP."""
    made = with_extra_line()

    told = [block.text for block in made.annex[0].blocks]
    assert made.draft
    assert told[1] == (
        "1. Terdapat ketentuan yang belum ditegaskan Pokja Pemilihan terhadap Dokumen Pemilihan."
    )
    assert told[-1] == ("1. Jenis pekerjaan di luar Dokumen Pemilihan: dikeluarkan dari jumlah.")


def test_a_confirmed_value_makes_it_final_and_cites_the_clause():
    """The record then cites the tender's own clause."""
    event = Confirmation(at(19), "correction.extra_item", "dihapus", "IKP 29.3")
    made = with_extra_line(event)

    assert not made.draft
    assert rows(section(made, "Keterangan Lain"))[0][1:] == [
        "dikeluarkan dari jumlah",
        "Dokumen Pemilihan IKP 29.3",
    ]


def test_what_the_document_chose_is_printed_in_words_with_its_clause():
    """A reading or a value of its own, beside what the panel confirmed."""
    own = DocumentValue("minutes.least_signatures_share", "0.6", "LDP K", "ditetapkan dokumen")
    chosen = DocumentValue("proof.scope", "semua_lulus_harga", "LDK 5", "ditetapkan dokumen")
    made = paper(evaluated(given(regulation=Regulation(values=(own, chosen)))), BAHP)

    assert rows(section(made, "Keterangan Lain")) == [
        [
            "Peserta yang diundang pembuktian kualifikasi",
            "seluruh peserta yang lulus evaluasi harga",
            "Dokumen Pemilihan LDK 5",
        ]
    ]
    assert "(Dokumen Pemilihan LDP K)" in said(section(made, "Penutup"))


def test_a_confirmation_of_another_value_or_one_taken_back_confirms_nothing():
    """Parameter and value must both agree, and the last word counts."""
    right = Confirmation(at(18), "correction.extra_item", "dihapus", "IKP 29.3")
    other = Confirmation(at(19), "correction.extra_item", "lainnya", "IKP 29.3")
    elsewhere = Confirmation(at(19), "correction.vat_rate", "dihapus", "IKP 29.3")

    assert with_extra_line(other).draft
    assert with_extra_line(elsewhere).draft
    assert with_extra_line(right, other).draft
    assert not with_extra_line(evolve(other, at=at(17)), right).draft


def test_numbers_are_confirmed_by_their_value():
    """0.50 confirms 0.5."""
    evaluation = OUTCOMES["ditetapkan"]
    values = tuple(
        evolve(used, source=Source.UNVERIFIED) if used.param == "price.ceiling_share" else used
        for used in evaluation.values
    )
    event = Confirmation(at(19), "price.ceiling_share", "1.00", "IKP 1")
    package = evolve(evaluation.package, events=(*evaluation.package.events, event))

    assert paper(evolve(evaluation, values=values), BAHP).draft
    assert not paper(evolve(evaluation, values=values, package=package), BAHP).draft


NO_TIME = "waktu penyampaian dokumen tidak tercatat"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("URUTAN_WAKTU", "urutan waktu yang tercatat tidak wajar; lihat Keterangan Lain"),
        ("KONFIRMASI_BERBEDA", "konfirmasi nilai yang tercatat berbeda dari nilai yang dipakai"),
        ("HARGA_TANPA_PENAWARAN", NO_TIME),
        ("PENILAIAN_TANPA_DOKUMEN", NO_TIME),
    ],
)
def test_what_is_in_doubt_keeps_a_determined_record_a_draft(code, reason):
    """Times that do not follow each other, another value confirmed, a bid without its time."""
    evaluation = OUTCOMES["ditetapkan"]
    other = Notice("LAIN", "Sesuatu.", audience="publik")
    told = (*evaluation.notices, Notice(code, "Uraian keadaan itu.", audience="publik"))
    made = paper(evolve(evaluation, notices=told), BAHP)

    assert not paper(evolve(evaluation, notices=(other,)), BAHP).draft
    assert made.title == "KONSEP BERITA ACARA HASIL PEMILIHAN"
    assert reason.casefold() in made.annex[0].blocks[1].text.casefold()
    assert "Uraian keadaan itu." in said(section(made, "Keterangan Lain"))
    # A screen has no such heading: it says what stands there.
    bare = reason.partition("; ")[0]
    status = status_of(evolve(evaluation, notices=told), "id")
    assert [each.id for each in made.lacks] == [*status.reasons] == [f"{bare}: Uraian keadaan itu"]


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ((), "belum ada penetapan pemenang yang sesuai"),
        ((OTHER_AWARD,), "penetapan yang tercatat berbeda dari hasil evaluasi"),
        (
            (OTHER_AWARD, FailureAct(at(21), "pemilihan", Decider.POKJA, f"{GROUND}c")),
            "penetapan yang tercatat berbeda dari hasil evaluasi",
        ),
    ],
)
def test_an_act_that_differs_is_not_passed_over(acts, words):
    """The draft does not say that nobody has acted; what nothing bears out counts for none."""
    (annex,) = paper(evaluated(given(events=acts)), BAHP).annex
    why = f"{words}{'' if acts else ' dengan hasil evaluasi'}."

    assert [block.text for block in annex.blocks] == [
        "Dokumen ini belum berlaku sebagai berita acara, karena:",
        f"1. {why[0].upper()}{why[1:]}",
    ]


def test_blanks_are_dotted_until_the_minutes_are_numbered():
    """Number, place, day and time come from the event; never from a clock."""
    blank, filled = record("diusulkan"), record("ditetapkan")

    assert {blank.number, blank.place, blank.time} == {"." * 20}
    assert (filled.number, filled.place) == ("027/9/BAHP/2022", "Ruang Rapat Pokja")
    assert (filled.date, filled.time) == ("Senin tanggal 23 Mei 2022", "14.00 WIB")
    doubled = evolve(MINUTES, number="Nomor: 027/9/BAHP/2022")
    assert paper(evaluated(given(events=[AWARD, doubled])), BAHP).number == "027/9/BAHP/2022"
    assert "Senin tanggal 23 Mei 2022, pukul 14.00 WIB" in filled.opening[-1].text


def test_order_of_lists_changes_nothing():
    """The order of participants, lines, members and events carries no meaning."""
    events = (AWARD, MINUTES, Clarification(at(17), "p1", TEKNIS, "Apa?", "Itu"))
    straight = given(events=events)
    tender = straight.tender
    lines = tuple(reversed(tender.hps.lines))
    turned = evolve(
        straight,
        participants=tuple(reversed(straight.participants)),
        assessments=tuple(reversed(straight.assessments)),
        events=tuple(reversed(straight.events)),
        pokja=evolve(straight.pokja, members=tuple(reversed(straight.pokja.members))),
        tender=evolve(tender, hps=evolve(tender.hps, lines=lines)),
    )
    for internal in (False, True):
        assert texts(evaluated(straight), internal=internal) == texts(
            evaluated(turned), internal=internal
        )


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_same_evaluation_gives_the_same_text(name):
    """No clock and no chance in it."""
    assert texts(OUTCOMES[name]) == texts(evaluated(OUTCOMES[name].given))


def test_bidders_of_one_name_are_told_apart():
    """Two bidders of one name stand with their ids."""
    twins = [evolve(who, name="CV Sama") for who in three()]
    found = rows(section(paper(evaluated(given(*twins)), BAHP), "Harga"))

    assert [row[0] for row in found[:3]] == ["CV Sama (p1)", "CV Sama (p2)", "CV Sama (p3)"]


def test_every_code_of_the_law_has_words():
    """What follows a ground, and what is awaited; values are held to theirs when they are read."""
    words = national().words
    follow_ups = {ground.follow_up for ground in national().grounds.values()}
    for code in (*follow_ups, "penunjukan_langsung", "negosiasi", "cari_penyebab"):
        assert {f"next.{code}", f"next.{code}.due"} <= words.keys()
    waits = itertools.chain.from_iterable(e.awaiting for e in OUTCOMES.values())
    assert {f"need.{item.needs}" for item in waits} <= words.keys()


def test_a_ground_that_lkpp_adds_is_told_in_words():
    """What follows it was not read: it depends on the cause."""
    refused = Refusal(at(19), Refuser.PA, "Tidak sependapat.")
    act = FailureAct(at(20), "pemilihan", Decider.PA, "lkpp-12-2021:4.2.14.a.l")
    found = evaluated(given(events=[refused, act], pagu=Decimal("100000000001")))
    blocks = section(paper(found, BAHP), "Pernyataan")

    assert "PA/KPA menolak menetapkan pemenang" in said(blocks)
    assert items(blocks)["Tindak lanjut"] == "Menurut penyebab kegagalan"


@pytest.mark.parametrize(
    ("instrument", "article", "said_of_it"),
    [
        ("tanpa teks", "tarif PPN", "Teks ketentuan mengenai tarif PPN belum dibaca."),
        ("Perpres 16/2018", "Pasal 67 (disimpulkan)", "Disimpulkan dari Perpres 16/2018 Pasal 67."),
        ("UU 1/2020", "bobot teknis (belum dibaca)", "UU 1/2020, bobot teknis belum dibaca."),
        ("Dokumen Pemilihan", "027/1", ""),
    ],
)  # fmt: skip
def test_what_was_read_of_a_value_without_a_text_is_a_sentence(instrument, article, said_of_it):
    """Of one of an ended text nothing is left to tell but the document."""
    used = evolve(
        OUTCOMES["ditetapkan"].values[0], instrument=instrument, article=article, clause=None
    )

    assert reading_said(used) == said_of_it
