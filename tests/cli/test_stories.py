"""`tender explain PATH PARTICIPANT`: formulas, scores, and the list."""

import json
from decimal import Decimal

import pytest

from tender_engine import model
from tender_engine.terms import Contract, Method
from tests.builders import HPS_TOTAL, hps, hps_line, line, priced
from tests.cli.dossiers import consultants, screening, two_files
from tests.cli.screens import Run, Written, flat
from tests.happenings import deadline, listing_act, price_opening
from tests.procurements import applicant, applicants, screened, seleksi


def test_every_formula_is_told_with_its_numbers(run: Run, written: Written) -> None:
    """Score by score, 40 x 85 / 100 = 34 and 60 x 75 / 100 = 45, and what they make."""
    file = written(two_files())
    lines = flat(run("explain", file, "p1"))
    told = json.loads(run("explain", file, "p1", "--json").stdout)
    expected = [
        "Nilai teknis: mutu a: 40 × (85 + 85 + 85) ÷ 3 ÷ 100 = 34,00",
        "Nilai teknis: mutu b: 60 × (75 + 75 + 75) ÷ 3 ÷ 100 = 45,00",
        "Nilai teknis: 34,00 + 45,00 = 79,00",
    ]

    start = lines.index("Rumus dan angkanya")
    assert lines[start + 1 : start + 4] == expected
    assert [f"{item['label']}: {item['text']}" for item in told["formulas"]] == expected
    assert told["scores"][0]["technical"]["exact"] == "79"
    assert "a, Anggota 1: nilai 85" in lines


def test_the_formulas_of_weighed_scores(run: Run, written: Written) -> None:
    """The cost of p2 against the lowest, and both under their weights."""
    lines = flat(run("explain", written(consultants(price_opening())), "p2"))

    cost = "Nilai biaya: 100 × Rp1.000.000.000,00 ÷ Rp1.100.000.000,00 ≈ 90,91"
    assert cost in lines
    assert "Nilai akhir: 80% × 91,00 + 20% × 90,91 ≈ 90,98" in lines
    assert "Peringkat 1: Nilai akhir 90,98" in lines
    assert not any(line.startswith("Jaminan pelaksanaan") for line in lines)


@pytest.mark.parametrize(
    ("given", "who", "expected"),
    [
        (screening(), "p1", "Masuk dalam Daftar pendek peserta Seleksi."),
        (screening(), "p5", "Tidak masuk dalam Daftar pendek peserta Seleksi."),
        (screened(*applicants(2)), "p1", "Daftar peserta Tender belum ada."),
    ],
)
def test_a_story_of_an_applicant_ends_with_the_list(
    run: Run, written: Written, given: model.Package, who: str, expected: str
) -> None:
    """When its documents came in, and whether it may bid; a bid is not missed yet."""
    lines = flat(run("explain", written(given), who))

    assert "Menyampaikan dokumen kualifikasi Rabu, 4 Mei 2022 pukul 09.00 WIB" in lines
    assert lines[-1] == expected
    assert "Terdaftar, tidak menyampaikan penawaran" not in lines


def test_person_months_are_two_quantities(run: Run, written: Written) -> None:
    """By hand: 2 x 6 x 25.000.000 = 300.000.000; with PPN 333.000.000."""
    wanted = hps_line(quantity="2", unit_price="30000000", person_months=Decimal(6))
    offered = line(
        quantity="2", unit_price="25000000", amount="300000000", person_months=Decimal(6)
    )
    given = seleksi(
        *(
            applicant(who, bid=True, price=priced("333000000", offered) if who == "p1" else None)
            for who in ("p1", "p2", "p3")
        ),
        method=Method.KUALITAS,
        contract=Contract.WAKTU_PENUGASAN,
        hps=hps(HPS_TOTAL, lines=(wanted,)),
        qualification={"p1": "90", "p2": "85", "p3": "70"},
        scores={"p1": "90", "p2": "85", "p3": "70"},
        events=(listing_act("p1", "p2", "p3"), deadline(day=13), price_opening()),
    )
    lines = flat(run("explain", written(given), "p1"))

    assert "L1 2 × 6 25.000.000 300.000.000,00 300.000.000,00" in lines
    assert "Jumlah 300.000.000,00 + PPN 11% = 333.000.000,00" in lines
