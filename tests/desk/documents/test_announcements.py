"""What is announced: the list, the winner, a failure, a pembatalan; and what stays untold."""

import pytest
from attrs import evolve

from tender_desk.documents.papers import PAPERS, NothingToTellError, paper
from tender_engine.evaluation import Period, PeriodState
from tender_engine.events import Announcement, FailureAct
from tender_engine.model import Previous
from tender_engine.terms import CountedBy, Decider, PreviousKind
from tests.builders import at, evaluated
from tests.desk.documents.data import (
    GROUND,
    MINUTES,
    annex,
    bahp_items,
    drawn_tables,
    prose,
    said,
    words,
)
from tests.desk.documents.ended import (
    ANNOUNCED,
    AWARD,
    ENDED,
    ENDS,
    MISTAKEN,
    NOTE,
    RIGHT,
    tender,
)
from tests.desk.documents.kinds import FIRST, KINDS, consulted, firms
from tests.happenings import agreed, award, listing_act, objections_over, price_opening
from tests.procurements import applicants, screened

KIND = {kind.key: kind for kind in PAPERS}
LIST, WINNER = KIND["pengumuman-prakualifikasi"], KIND["pengumuman"]
FAILURE, CANCELLED = KIND["pengumuman-gagal"], KIND["pengumuman-pembatalan"]


def made(name, kind):
    """The paper of one of the ends."""
    return paper(ENDS[name], kind)


def recap(record):
    """Who passed what, row by row."""
    (table,) = [table for table in drawn_tables(record) if "Teknis" in table.headers]
    return table.rows


def test_the_winner_is_announced_with_its_price_and_the_act_behind_it():
    """And the reserve; 1.104.450.000 is 90,4545 percent of 1.221.000.000."""
    told = made("diumumkan", WINNER)
    text = " ".join(words(told))

    assert (told.title, told.draft) == ("PENGUMUMAN PEMENANG TENDER", False)
    assert text.index("CV p1 Contoh") < text.index("CV p3 Contoh")
    for each in (
        "Nomor BA-1/2022 tanggal Jumat, 20 Mei 2022",
        "Rp1.104.450.000,00 (satu miliar",
        "90,4545%",
        "Rp1.221.000.000,00",
        "24 Mei 2022",
    ):
        assert each in text, each


def test_who_fell_is_told_with_the_stage_and_without_the_reason():
    """The reason goes to that bidder, and stands in the minutes."""
    told = made("diumumkan", WINNER)

    assert recap(told) == (
        ("1", "CV p1 Contoh", "Lulus", "Lulus", "Lulus", "Lulus", "Lulus"),
        ("2", "CV p2 Contoh", "Lulus", "Lulus", "Gugur", "–", "–"),
        ("3", "CV p3 Contoh", "Lulus", "Lulus", "Lulus", "Lulus", "Lulus"),
    )
    assert not any(NOTE in text for text in words(told))


def test_an_announcement_is_a_draft_until_its_day_is_recorded():
    """Then it has that day; the act alone is not enough."""
    before = made("ditetapkan", WINNER)

    assert before.draft
    assert "Hari pengumumannya belum dicatat." in said(annex(before))
    assert "Belum ada penetapan pemenang" in said(annex(made("diusulkan", WINNER)))


def test_an_announcement_that_is_older_than_the_act_is_another():
    """An act that mends another is announced anew."""
    again = evolve(AWARD, at=at(25))

    assert paper(tender(MISTAKEN, ANNOUNCED, again), WINNER).draft
    assert not paper(tender(MISTAKEN, ANNOUNCED, again, evolve(ANNOUNCED, at=at(25))), WINNER).draft


def test_a_seleksi_is_announced_before_its_talks():
    """What they came to later, 1.150.000.000, is not told; the technical score is."""
    act = award("p1", "p2", "p3", number="BA-9/2022")
    told = paper(
        evaluated(consulted(price_opening(), act, ANNOUNCED, objections_over(), agreed())), WINNER
    )
    text = " ".join(words(told))

    assert told.title.endswith("PENGUMUMAN PEMENANG SELEKSI")
    assert "1.150.000.000" not in text
    assert "Rp1.200.000.000,00" in text
    assert ("Nilai teknis", "90,00") in bahp_items(told)
    assert "Biaya akhir" not in dict(bahp_items(told))
    # Prices that wait for their turn.
    assert bahp_items(told).count(("Biaya penawaran", "tidak dibuka")) == 2


def test_until_when_one_may_object_is_printed_where_the_calendar_has_it():
    """Otherwise nothing is said of it."""
    period = Period(
        "masa_sanggah",
        "pemilihan",
        None,
        1,
        at(24),
        at(30, 16),
        CountedBy.HARI_KALENDER,
        PeriodState.BERJALAN,
    )
    known = evolve(ENDS["diumumkan"], calendar=(period,))
    unknown = evolve(known, calendar=())

    assert "paling lambat Senin, 30 Mei 2022 pukul 16.00 WIB" in prose(paper(known, WINNER))
    assert "sanggah" not in prose(paper(unknown, WINNER))


def test_what_ends_an_undone_act_is_announced_without_a_masa_sanggah():
    """Of none who passes there is one: Tuesday 24 May, 5 days, Sunday 29, so Monday 30 May 2022."""
    undone = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
    told = evolve(ANNOUNCED, at=at(31, 11))
    minutes = evolve(MINUTES, at=told.at)
    final = paper(tender(*ENDED, RIGHT, undone, minutes, told), FAILURE)

    assert not final.draft
    assert "segera melakukan evaluasi penawaran ulang." in prose(final)
    assert "sanggah melalui" not in prose(final)
    assert "paling lambat Senin, 30 Mei 2022 pukul 16.00 WIB" in prose(made("gagal", FAILURE))


def test_a_draft_states_no_last_day_to_object():
    """The day of an announcement before it is no day of its own."""
    again = evolve(AWARD, at=at(25))

    assert "sanggah" not in prose(paper(tender(MISTAKEN, ANNOUNCED, again), WINNER))


def test_what_was_evaluated_anew_is_announced_as_that():
    """The same bids had another result before."""
    before = Previous(PreviousKind.EVALUASI_ULANG, "sha256:" + "0" * 64, "kesalahan evaluasi")
    again = evolve(ENDS["diumumkan"].given, previous=before)
    told = paper(evolve(ENDS["diumumkan"], package=again), WINNER)

    assert "mengumumkan pemenang Tender, hasil evaluasi penawaran ulang," in told.opening[0].text
    assert "ulang" not in made("diumumkan", WINNER).opening[0].text


def test_a_tax_number_is_told_with_most_of_its_digits_hidden():
    """Two at each end are left."""
    people = firms()
    first = evolve(people[0], npwp="01.234.567.8-901.234")
    given = consulted(price_opening(), people=[first, *people[1:]])

    assert ("NPWP", "01.***.***.*-***.*34") in bahp_items(paper(evaluated(given), WINNER))


def test_the_list_is_announced_also_once_bids_are_in():
    """By the act on it, with who is not on it and what it did not pass."""
    told = paper(KINDS["pra_lalu_penawaran"], LIST)
    text = prose(told)

    assert told.title.endswith("PENGUMUMAN HASIL PRAKUALIFIKASI")
    assert "berjumlah 4; peserta yang masuk Daftar Peserta Tender berjumlah 3" in text
    (judged,) = [table for table in drawn_tables(told) if "Pembuktian" in table.headers]
    assert judged.rows[3] == ("4", "CV p4 Contoh", "Gugur", "–")
    for absent in ("Rp1.2", "Rp1.1", "Teknis", "emenang"):
        assert absent not in " ".join(words(told)).replace("Rp1.221.000.000,00", "").replace(
            "Rp1.250.000.000,00", ""
        )


def test_the_list_is_final_once_its_own_announcement_is_there():
    """That of the winner is another."""
    listed = [*FIRST, listing_act("p1", "p2", "p3", day=17)]
    own, other = Announcement(at(18), "kualifikasi"), Announcement(at(18), "pemilihan")
    drafts = [
        paper(evaluated(screened(*applicants(3), events=[*listed, one])), LIST).draft
        for one in (own, other)
    ]

    assert drafts == [False, True]


def test_a_failure_is_announced_with_ground_declarer_and_what_follows():
    """Of none who passes: in force once the masa sanggah is over."""
    told = prose(made("gagal", FAILURE))

    assert not made("gagal", FAILURE).draft
    assert "Tender dinyatakan gagal oleh Pokja Pemilihan, karena tidak ada peserta yang" in told
    assert "Pasal 51 ayat (2) huruf c" in told
    assert "Pernyataan gagal berlaku setelah masa sanggah berakhir" in told
    assert "Setelah masa sanggah berakhir, Pokja Pemilihan segera melakukan Tender ulang." in told
    assert recap(made("gagal", FAILURE))[0][4] == "Gugur"


def test_what_people_found_is_announced_without_who_passed_what():
    """It would hint at whom they found it of."""
    told = made("gagal_kkn", FAILURE)

    assert "seluruh peserta terlibat Korupsi" in prose(told)
    assert not drawn_tables(told) or all("Teknis" not in t.headers for t in drawn_tables(told))
    assert "CV p1" not in " ".join(words(told))


def test_a_failure_without_any_bid_tells_the_number():
    """And shows no empty table."""
    told = made("gagal_kosong", FAILURE)

    assert "Peserta yang menyampaikan dokumen penawaran berjumlah 0." in prose(told)
    assert "Hasil evaluasi" not in prose(told)


def test_a_failed_prakualifikasi_is_called_so():
    """It is not the tender that failed."""
    told = paper(KINDS["pra_kurang"], FAILURE)

    assert told.title == "KONSEP PENGUMUMAN PRAKUALIFIKASI GAGAL"
    assert "segera melakukan prakualifikasi ulang." in prose(told)


def test_a_pembatalan_is_announced_with_the_decision_alone():
    """Whose it is, its number and why; no result of an evaluation."""
    told = made("dibatalkan", CANCELLED)
    text = " ".join(words(told))

    assert (told.draft, told.title) == (False, "PENGUMUMAN PEMBATALAN TENDER")
    assert (
        "Tender ini dibatalkan oleh Pejabat Pembuat Komitmen dengan keputusan Nomor 900/1/2022, "
        "dengan alasan: Anggaran dialihkan."
    ) in prose(told)
    for absent in ("emenang", "Lulus", "CV p1"):
        assert absent not in text


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("gagal", WINNER, "pemilihan gagal"),
        ("dibatalkan", WINNER, "Tender dibatalkan"),
        ("dibatalkan", FAILURE, "Tender dibatalkan"),
        ("diumumkan", FAILURE, "tidak ada yang gagal"),
        ("diumumkan", CANCELLED, "tidak ada pembatalan"),
        ("diumumkan", LIST, "pemilihan ini tanpa prakualifikasi"),
    ],
)
def test_what_nothing_calls_for_is_not_written(name, kind, reason):
    """And says why."""
    with pytest.raises(NothingToTellError) as refused:
        made(name, kind)

    assert refused.value.reason.id == reason


def test_a_winner_is_waited_for_while_bids_are_evaluated():
    """It is still to come, and not uncalled for."""
    assert WINNER.due is not FAILURE.due
    waiting = KINDS["daftar"]
    with pytest.raises(NothingToTellError) as refused:
        paper(waiting, WINNER)

    assert refused.value.reason.id == "hasil evaluasi penawaran"
