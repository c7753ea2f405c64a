"""Two complete tenders with every figure worked by hand, retyped from the format's examples."""

from decimal import Decimal

import pytest

from tender_engine.findings import Verdict
from tender_engine.model import StatedParts
from tender_engine.terms import Contract, Part, StageId
from tests.builders import (
    TEKNIS,
    bidder,
    codes,
    evaluated,
    failed,
    hps,
    hps_line,
    line,
    package,
    priced,
)

LOST = (
    "LDP huruf F.2 mensyaratkan asphalt finisher milik atau sewa; tidak ada bukti kepemilikan "
    "atau sewa, klarifikasi 17 Mei 2022 membenarkan"
)
ROAD = (
    bidder("p1", price=priced("1104450000", line(), line("L2", "20", "4750000"))),
    bidder(
        "p2",
        price=priced("1048950000", line("L1", "90", "9500000"), line("L2", "20", "4500000")),
    ),
    bidder("p3", price=priced("999000000", line())),
    bidder(
        "p4",
        price=priced("1165500000", line("L1", "100", "10800000"), line("L2", "20", None, "0")),
    ),
)


@pytest.fixture(scope="module")
def road():
    """Harga satuan, one file, PPN 11 %: HPS (100 x 10.000.000 + 20 x 5.000.000) x 1,11."""
    return evaluated(package(*ROAD, assessments=failed(TEKNIS, "p3", note=LOST)))


@pytest.mark.parametrize(
    ("participant", "corrected", "percent"),
    [
        ("p1", "1104450000", "90.4545"),
        ("p2", "1154400000", "94.5455"),
        ("p3", "999000000", "81.8182"),
        ("p4", "1198800000", "98.1818"),
    ],
)
def test_road_corrected_totals(road, participant, corrected, percent):
    """995, 1.040, 900 and 1.080 million net, with 11 % PPN, of HPS 1.221.000.000."""
    price = road.price(participant)

    assert (price.corrected_total, price.percent_of_hps) == (Decimal(corrected), Decimal(percent))


def test_road_proof_sheet(road):
    """Volume 90 to 100 is worth 105.450.000; L2 of p3 comes back at zero; p4's sum was wrong."""
    cells = {
        price.participant: [
            (c.line, c.rule.removeprefix("correction."), c.effect) for c in price.corrections
        ]
        for price in road.prices
    }

    assert cells == {
        "p1": [],
        "p2": [("L1", "volume", Decimal(105_450_000))],
        "p3": [("L2", "missing_item", Decimal(0))],
        "p4": [(None, "sum", Decimal(33_300_000))],
    }


def test_road_correction_turns_first_place(road):
    """Stated, p2 came first; corrected, p1: winner p1, reserves p2 and p4, bond 55.222.500."""
    stated = sorted((price.stated_total, price.participant) for price in road.prices)
    passing = [name for _, name in stated if name != "p3"]

    assert passing == ["p2", "p1", "p4"]
    assert [place.participant for place in road.ranking] == ["p1", "p2", "p4"]
    assert (road.state, road.winner, road.reserves) == ("dihitung", "p1", ("p2", "p4"))
    assert road.price("p1").performance_bond == Decimal(55_222_500)


def test_road_reason_and_notices(road):
    """p3 falls with the document's clause and the panel's reason; what was not asked is said."""
    found = road.stage(TEKNIS)

    assert found.of(Verdict.GUGUR) == ("p3",)
    reason = next(v.reason for v in found.verdicts if v.participant == "p3")
    assert reason == (f"Tidak memenuhi syarat evaluasi_teknis (LDP evaluasi_teknis): {LOST}.")
    assert {
        "DAFTAR_HITAM_TIDAK_DIMINTA", "KUALIFIKASI_USAHA_TIDAK_DIMINTA",
        "BARIS_TIDAK_DITAWARKAN", "HARGA_SATUAN_KOSONG", "KEPENTINGAN_BELUM_DINYATAKAN",
    } == codes(road)  # fmt: skip


def test_gabungan_unit_part_is_corrected_and_lumsum_stays():
    """(100 x 9.000.000 + 450.000.000) x 1,11 = 1.498.500.000, 90 % of 1.665.000.000.

    The lumsum part stays as stated though its breakdown says 2 x 240.000.000. One bidder: winner
    p1, no reserves, negotiation next; bond 5 % = 74.925.000.
    """
    document = (
        hps_line("L1", "100", "10000000", part=Part.HARGA_SATUAN),
        hps_line("L2", "1", "500000000", part=Part.LUMSUM),
    )
    bid = priced(
        "1554000000",
        line("L1", "100", "9000000", "950000000"),
        line("L2", "2", "240000000", "450000000"),
        stated_parts=StatedParts(Decimal(950_000_000), Decimal(450_000_000)),
    )
    evaluation = evaluated(
        package(
            bidder(price=bid), contract=Contract.GABUNGAN, hps=hps("1665000000", "11", document)
        )
    )
    price = evaluation.price("p1")

    assert price.corrected_total == Decimal(1_498_500_000)
    assert price.percent_of_hps == Decimal(90)
    assert [(c.line, c.field, c.effect) for c in price.corrections] == [
        ("L1", "amount", Decimal(-55_500_000)),
        ("L2", "quantity", Decimal(0)),
    ]
    assert price.performance_bond == Decimal(74_925_000)
    assert (evaluation.state, evaluation.winner, evaluation.reserves, evaluation.next) == (
        "dihitung", "p1", (), "negosiasi",
    )  # fmt: skip
    assert evaluation.stage(StageId.EVALUASI_HARGA).of(Verdict.LULUS) == ("p1",)
