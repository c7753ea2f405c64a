"""The screens of a prakualifikasi, of two envelopes, of scored methods, and of a Seleksi."""

import re
import sys

import pytest
from attrs import evolve

from tender_engine import model
from tender_engine.terms import Method
from tests.builders import KUALIFIKASI, failed
from tests.cli.dossiers import (
    AFTER_EXTENSION,
    SEALED,
    agreed_with,
    consultants,
    over_its_life,
    screening,
    two_files,
    two_stages,
)
from tests.cli.screens import COLUMNS, Run, Written, flat, on_terminal
from tests.happenings import closing, extended, price_opening
from tests.procurements import applicant, applicants, screened


def test_the_short_list_stands_with_its_scores(run: Run, written: Written) -> None:
    """The best first: 90, 85, 82,5, 70; who fell has a score too, and a reason."""
    lines = flat(run("evaluate", written(screening())))

    start = lines.index("Daftar pendek peserta Seleksi")
    assert lines[start + 1] == "No Peserta Kualifikasi"
    assert [line.split()[1::4] for line in lines[start + 2 : start + 6]] == [
        ["p1", "90,00"],
        ["p2", "85,00"],
        ["p4", "82,50"],
        ["p3", "70,00"],
    ]
    assert "p5 CV p5 Contoh 50,00" in lines
    assert "p5 lulus gugur - -" in lines
    assert "Daftar pendek peserta Seleksi: p1, p2, p4, p3" in lines


def test_who_passed_a_repeat_alone_is_on_no_list(run: Run, written: Written) -> None:
    """Nobody tenders: what follows is a Penunjukan Langsung."""
    again = {"qualification_round": 2, "events": [extended(), closing()]}
    lines = flat(run("evaluate", written(screened(applicant(), **again))))

    assert "Lulus prakualifikasi ulang: p1" in lines
    assert not any("aftar peserta Tender" in line for line in lines)


def test_qualification_and_bids_are_apart(run: Run, written: Written) -> None:
    """First who may bid with the list, then prices and the stages of who was invited."""
    lines = flat(run("evaluate", written(consultants(price_opening()))))
    parts = [
        "Peserta menurut tahap prakualifikasi",
        "Daftar pendek peserta Seleksi",
        "Biaya (rupiah, termasuk PPN)",
        "Peserta menurut tahap",
    ]

    assert sorted(map(lines.index, parts)) == list(map(lines.index, parts))
    assert "Id Buka Adm Teknis Buka2 Koreksi Biaya Tetap" in lines
    assert "p4 lulus lulus gugur - - - -" in lines
    assert not any(line.startswith("p5") for line in lines[lines.index(parts[3]) :])


def test_scores_and_the_order_by_them(run: Run, written: Written) -> None:
    """By hand: 80 % x 91 + 20 % x 100 x 10/11 = 90,98...; 66,4 + 20 and 70,4 + 16 are 86,4."""
    lines = flat(run("evaluate", written(consultants(price_opening()))))

    assert "Peserta Teknis Biaya Akhir" in lines
    assert "p2 CV p2 Contoh 91,00 90,91 90,98" in lines
    assert "p3 CV p3 Contoh 88,00 80,00 86,40" in lines
    assert "p4 CV p4 Contoh 60,00 - -" in lines
    assert "1 p2 CV p2 Contoh Nilai akhir 90,98" in lines
    assert "2 p3 CV p3 Contoh Nilai akhir 86,40" in lines
    assert "3 p1 CV p1 Contoh Nilai akhir 86,40" in lines
    assert "Tindak lanjut: Klarifikasi dan negosiasi teknis dan biaya" in lines


def test_what_was_agreed_with_stands_beside_the_price(run: Run, written: Written) -> None:
    """A table of its own, without a share of the HPS, and nothing more to follow."""
    file = written(agreed_with())
    lines = flat(run("evaluate", file))

    assert "p2 CV p2 Contoh 1.100.000.000,00 1.100.000.000,00 90,0901 0" in lines
    assert "Peserta Negosiasi Biaya akhir" in lines
    assert "p2 CV p2 Contoh 1.050.000.000,00 1.050.000.000,00" in lines
    assert "p1 CV p1 Contoh - 1.000.000.000,00" in lines
    assert not any(line.startswith("Tindak lanjut") for line in lines)
    assert "Disepakati dalam negosiasi: 1.050.000.000,00" in flat(run("explain", file, "p2"))


def test_the_order_over_a_life(run: Run, written: Written) -> None:
    """By hand: 1.100 + 100 + 50 - 20 = 1.230 million; 1.000 + 300 + 50 - 20 = 1.330 million."""
    file = written(over_its_life())
    lines = flat(run("evaluate", file))
    formula = (
        "Biaya selama umur ekonomis: Rp1.100.000.000,00 + Rp100.000.000,00 + Rp50.000.000,00"
        " − Rp20.000.000,00 = Rp1.230.000.000,00"
    )

    assert "1 p1 CV p1 Contoh Biaya selama umur ekonomis 1.230.000.000,00" in lines
    assert "2 p2 CV p2 Contoh Biaya selama umur ekonomis 1.330.000.000,00" in lines
    assert formula in flat(run("explain", file, "p1"))


def test_two_files_wait_for_the_opening(run: Run, written: Written) -> None:
    """The opening is awaited, and the price of who passed; of nobody else."""
    result = run("evaluate", written(two_files()))
    lines = flat(result)
    where = "Pembukaan dokumen penawaran harga"

    assert result.exit_code == 3
    assert f"pencatatan pembukaan dokumen penawaran harga (Pokja Pemilihan): {where}" in lines
    assert f"harga penawaran (Pokja Pemilihan): {where}: p1" in lines
    assert "p1 CV p1 Contoh 79,00" in lines
    assert "p2 CV p2 Contoh 76,00" in lines


@pytest.mark.parametrize(
    ("given", "sealed"),
    [
        pytest.param(two_files(), "p2", id="before the opening"),
        pytest.param(two_files(price_opening(), priced_at="1100000000"), "p2", id="after it"),
        pytest.param(consultants(price_opening()), "p4", id="seleksi"),
        pytest.param(consultants(), "p4", id="seleksi before"),
    ],
)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_sealed_price_is_shown_nowhere(
    run: Run, written: Written, given: model.Package, sealed: str, lang: str
) -> None:
    """On no screen, in no JSON, neither as written nor grouped."""
    file = written(given)
    assert SEALED in file.read_text("utf-8")
    commands = [
        [*words, *more, "--lang", lang]
        for words in (
            ["evaluate", file],
            ["explain", file, sealed],
            ["explain", file, "p1"],
            ["check", file],
            ["workflow", file],
        )
        for more in ([], ["--json"])
    ]

    for words in commands:
        result = run(*words)
        told = result.stdout + result.stderr
        assert result.exit_code in (0, 3), told
        assert told
        assert not re.search(r"987[.,]?654[.,]?321", told), words


def test_only_the_first_in_rank_is_opened_by_quality(run: Run, written: Written) -> None:
    """Under Kualitas the cost of the second stays sealed while the first is not out."""
    given = consultants(price_opening(), method=Method.KUALITAS)
    text = run("evaluate", written(given)).stdout

    assert "1.100.000.000" in text
    assert "1.000.000.000" not in text
    assert "Nilai teknis" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            screened(*applicants(2), events=AFTER_EXTENSION),
            [
                (
                    "Prakualifikasi gagal: jumlah peserta yang lulus prakualifikasi kurang dari 3"
                    " (tiga) peserta"
                ),
                "Tindak lanjut: Prakualifikasi ulang",
            ],
        ),
        (
            screened(
                *applicants(2),
                assessments=failed(KUALIFIKASI, "p2"),
                qualification_round=2,
                events=AFTER_EXTENSION,
            ),
            [
                "Prakualifikasi ulang (putaran 2)",
                "Lulus prakualifikasi ulang: p1",
                "Tindak lanjut: Penunjukan Langsung",
            ],
        ),
        (
            screened(
                applicant(),
                assessments=failed(KUALIFIKASI, "p1"),
                qualification_round=2,
                events=AFTER_EXTENSION,
            ),
            ["Tindak lanjut: Diumumkan, dilaporkan, dan dicari penyebabnya"],
        ),
        (
            screened(*applicants(2), events=[closing()]),
            [
                (
                    "pencatatan perpanjangan batas akhir pemasukan dokumen kualifikasi"
                    " (Pokja Pemilihan): Pemasukan dokumen kualifikasi"
                ),
            ],
        ),
    ],
)
def test_rounds_of_a_prakualifikasi(
    run: Run, written: Written, given: model.Package, expected: list[str]
) -> None:
    """Three are needed in the first round; after it two go on, and one is appointed directly."""
    lines = flat(run("evaluate", written(given)))

    assert [text for text in expected if text not in lines] == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (screening(), "Short list (daftar pendek peserta Seleksi): p1, p2, p4, p3"),
        (
            screened(*applicants(2), events=AFTER_EXTENSION),
            "Prakualifikasi fails: fewer than three participants pass the prakualifikasi",
        ),
        (
            consultants(price_opening()),
            (
                "What follows: clarification and negotiation with the proposed winner, after the"
                " objection period (masa sanggah)"
            ),
        ),
        (
            screened(*applicants(2), events=[closing()]),
            (
                "the record of an extension for qualifications (perpanjangan) (the Pokja):"
                " Handing in of qualifications (pemasukan kualifikasi)"
            ),
        ),
    ],
)
def test_the_same_in_english(
    run: Run, written: Written, given: model.Package, expected: str
) -> None:
    """What differs by kind of record differs in English too."""
    assert expected in flat(run("evaluate", written(given), "--lang", "en"))


def test_scores_that_are_missing_are_asked_of_who_is_silent(run: Run, written: Written) -> None:
    """By name and criterion."""
    given = consultants(scores={"p1": "83"})
    text = " ".join(flat(run("evaluate", written(given))))

    expected = "nilai dari anggota Pokja Pemilihan (Anggota 1, Anggota 2, Anggota 3): Evaluasi"
    assert f"{expected} teknis, mutu s: p2, p3, p4" in text


def test_qualifications_are_counted_before_bids(run: Run, written: Written) -> None:
    """In the line of a valid package."""
    assert "5 peserta, 5 dokumen kualifikasi, 4 penawaran, 2 baris HPS" in " ".join(
        flat(run("check", written(consultants())))
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("given", "exit_code"),
    [
        pytest.param(screening(), 0, id="prakualifikasi"),
        pytest.param(agreed_with(), 0, id="seleksi"),
        pytest.param(two_files(), 3, id="two files"),
        pytest.param(two_stages(), 0, id="two stages"),
    ],
)
def test_no_line_is_longer_and_nothing_is_cut(
    written: Written, given: model.Package, exit_code: int, lang: str
) -> None:
    """All stages of a long procedure beside each other, and four scores with all decimals."""
    named = [
        evolve(who, name=f"PT {who.id} Konsultan Perencana Pembangunan Daerah")
        for who in given.participants
    ]
    file = str(written(evolve(given, participants=tuple(named))))
    shown = on_terminal(["evaluate", file, "--lang", lang], exit_code=exit_code)
    shown += on_terminal(["explain", file, "p1", "--lang", lang])
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)

    assert max(map(len, plain.splitlines())) <= COLUMNS
    assert "…" not in plain
    # A table that did not fit would name its columns in each row.
    assert not re.search(r"^  (Id|Peserta|Bidder|No): ", plain, re.MULTILINE)
