"""Minutes of the talks with one bidder: what was asked and agreed, and what it came to."""

import pytest
from attrs import evolve

from tender_desk.documents.papers import NEGOTIATION, paper
from tender_engine.events import Clarification, Invitation, Present, TalkedItem
from tender_engine.terms import InvitedTo, StageId
from tests.builders import at, evaluated
from tests.desk.documents.data import annex, due, given, items, offer, rows, said, section, words
from tests.desk.documents.kinds import OVER, WINNER, consulted
from tests.happenings import agreed, in_vain, price_opening

ITEMS = (
    TalkedItem("Harga satuan diturunkan", "Rp9.500.000,00 per m", line="L1"),
    TalkedItem("Jadwal dipercepat", "tetap 90 hari", title="Jadwal pelaksanaan"),
    TalkedItem("Uraian diperjelas", "sesuai dokumen", line="L2", title="Metode"),
)
TALKED = evolve(agreed(total="1090000000"), items=ITEMS)
OPENED = (price_opening(), WINNER, OVER)
CAME = (Present("Budi, S.T.", "Direktur", "p1"),)
CALL = Invitation(at(25), InvitedTo.NEGOSIASI, "p1", at(26, 10), "Aula", "005/1", CAME)


def one_bid(*events):
    """Minutes of the talks with the one bidder of a Tender: 1.100.000.000, 90,09 % of the HPS."""
    return paper(evaluated(given(offer("p1"), events=events)), NEGOTIATION, "p1")


def test_what_was_asked_and_agreed_stands_item_by_item():
    """A line with its description, a title where it is about none, and both where it has both."""
    made = one_bid(TALKED)

    assert made.title.endswith("BERITA ACARA KLARIFIKASI DAN NEGOSIASI TEKNIS DAN HARGA")
    assert rows(section(made, "Hal yang")) == [
        ["1", "L1 Pekerjaan L1", "Harga satuan diturunkan", "Rp9.500.000,00 per m"],
        ["2", "Jadwal pelaksanaan", "Jadwal dipercepat", "tetap 90 hari"],
        ["3", "L2 Pekerjaan L2: Metode", "Uraian diperjelas", "sesuai dokumen"],
    ]


def test_what_was_agreed_is_told_in_words():
    """1.090.000.000 in figures and in words, beside the corrected total."""
    found = section(one_bid(TALKED), "Hasil Negosiasi")

    assert rows(found)[0][2:] == [
        "Tercapai kesepakatan",
        "Rp1.100.000.000,00",
        "Rp1.090.000.000,00",
    ]
    assert items(found)["CV p1 Contoh"] == (
        "Rp1.090.000.000,00 (satu miliar sembilan puluh juta rupiah)"
    )
    assert "mencapai kesepakatan" in said(found)


def test_the_bidder_signs_where_the_meeting_was():
    """The invitation says when and where, and who came; else the talks when alone."""
    met, alone = one_bid(CALL, TALKED), one_bid(TALKED)
    (*_, theirs) = section(met, "Penutup")

    assert (met.place, met.time) == ("Aula", "10.00 WIB")
    assert (theirs["lines"][0]["name"], theirs["lines"][0]["role"]) == (
        "CV p1 Contoh",
        "Budi, S.T.",
    )
    assert (set(alone.place), alone.date) == ({"."}, "Kamis tanggal 26 Mei 2022")
    assert rows(section(met, "Undangan"))[0][-1] == "Budi, S.T. (Direktur)"


@pytest.mark.parametrize("talks", [agreed(total="1090000000"), in_vain()])
def test_without_what_was_talked_about_they_are_a_draft(talks):
    """Unless questions and answers of the talks are on record."""
    asked = Clarification(at(26), "p1", StageId.NEGOSIASI, "Dapatkah turun?", "Dapat.")
    reason = "Hal yang dinegosiasikan belum dicatat."

    assert reason in said(annex(one_bid(talks)))
    for made in (one_bid(talks, asked), one_bid(evolve(talks, items=ITEMS))):
        assert not made.draft or reason not in said(annex(made))
    assert [row[3:5] for row in rows(section(one_bid(talks, asked), "Klarifikasi"))] == [
        ["Dapatkah turun?", "Dapat."]
    ]


def test_several_talks_are_told_each_with_its_time():
    """In their order."""
    again = evolve(TALKED, at=at(27), items=ITEMS[:1])
    told = section(one_bid(again, TALKED), "Hal yang")

    assert [block["text"] for block in told if "text" in block] == [
        "Kamis, 26 Mei 2022 pukul 09.00 WIB",
        "Jumat, 27 Mei 2022 pukul 09.00 WIB",
    ]
    assert len(rows(told)) == 4


def test_talks_of_a_seleksi_tell_of_one_bidder_and_its_biaya():
    """p1 did not agree; what was agreed with p2 afterwards is none of its business."""
    events = (
        *OPENED,
        evolve(in_vain(), items=ITEMS[1:2]),
        price_opening(27),
        evolve(agreed("p2", "1050000000", 28), items=ITEMS[:1]),
    )
    found = evaluated(consulted(*events))
    first, second = (paper(found, NEGOTIATION, name) for name in ("p1", "p2"))

    assert first.title.endswith("TEKNIS DAN BIAYA")
    assert "tidak mencapai kesepakatan" in said(section(first, "Hasil"))
    for made, other, amount in (
        (first, "CV p2", "1.050.000.000"),
        (second, "CV p1", "1.200.000.000"),
    ):
        text = " ".join(words(made))
        assert other not in text
        assert amount not in text
        assert "Harga terkoreksi" not in text


def test_who_is_to_be_talked_with_is_waited_for():
    """The winner of a Seleksi after the masa sanggah; nobody in a Tender of three."""
    waiting = evaluated(consulted(*OPENED))

    assert due(waiting, NEGOTIATION, "p1").waits
    assert not due(waiting, NEGOTIATION, "p2").waits
    assert due(waiting, NEGOTIATION, "p2").reason is not None
    assert not due(evaluated(given()), NEGOTIATION, "p1").waits
    failed = evaluated(consulted(*OPENED, in_vain(), price_opening(27)))
    assert due(failed, NEGOTIATION, "p2").waits
    assert due(failed, NEGOTIATION, "p1").reason is None


def test_a_total_above_the_hps_is_not_settled():
    """The HPS is 1.221.000.000: to the rupiah it is, one above talks go on."""
    made = [
        paper(
            evaluated(consulted(*OPENED, evolve(agreed(total=total), items=ITEMS))),
            NEGOTIATION,
            "p1",
        )
        for total in ("1221000000", "1221000001")
    ]

    open_ = "Klarifikasi dan negosiasi belum selesai."
    assert [open_ in " ".join(words(each)) for each in made] == [False, True]
    assert "melebihi nilai total HPS" in said(section(made[1], "Hasil"))
