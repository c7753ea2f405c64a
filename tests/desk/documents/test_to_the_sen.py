"""What papers show of fractions of a sen: two decimals, exactly only inside, and what is left."""

import json
import re
from pathlib import Path

import pytest

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import (
    BAHP,
    EVALUATION,
    LETTER,
    PAPERS,
    WORKING_PAPER,
    NothingToTellError,
    paper,
)
from tender_desk.documents.report import report
from tender_engine.engine import evaluate
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_rules import national
from tests.builders import bidder, evaluated, hps, hps_line, line, package, priced
from tests.desk.documents.data import rows, said, section
from tests.reading import read_text

FOLDER = Path(__file__).parents[2] / "faults" / "10-fractions-of-a-sen"
MORE_THAN_TWO = re.compile(r"Rp[\d.]+,\d{3}")
# 0,01 x 40,50 = 0,405, written 0,40: 0,005 under what it comes to; a hundred make 0,5 and PPN.
MANY = tuple(hps_line(f"L{n}", "0.01", "100") for n in range(1, 101))
SMALL = hps("200", "11", MANY)


def fractions():
    """The tender of the folder: volumes and unit prices with two decimals, PPN 11%.

    Its document asks nothing, so the panel says of each stage as a whole that it is met.
    """
    package = json.loads((FOLDER / "paket.json").read_text("utf-8"))
    stages = ("evaluasi_administrasi", "evaluasi_kualifikasi", "evaluasi_teknis")
    package["assessments"] = [
        {"stage": stage, "participant": "*", "by": ["m1", "m2", "m3"], "verdict": "memenuhi",
         "at": f"2023-03-20T{hour}:00:00+07:00"}
        for hour, stage in enumerate((*stages, "pembuktian_kualifikasi"), 10)
    ]  # fmt: skip
    return evaluate(read_text(json.dumps(package), "paket.json").package, national())


def many(written="0.4", stated="44.4"):
    """A hundred lines of 0,405 each, all written the same; 40,5 x 1,11 = 44,955."""
    lines = [line(f"L{n}", "0.01", "40.5", written) for n in range(1, 101)]
    return evaluated(package(bidder(price=priced(stated, *lines)), hps=SMALL))


@pytest.mark.parametrize("which", PAPERS)
def test_no_paper_shows_more_than_a_sen(which):
    """Nor says it: 123,45 x 48.765,43 + 87,65 x 171.234,56, with PPN 23.341.969,684425."""
    try:
        made = paper(fractions(), which, "p1" if which.of_each else None)
    except NothingToTellError:
        pytest.skip("nothing calls for it")
    text = markdown(made)

    assert not MORE_THAN_TWO.search(text)
    assert "koma" not in text
    assert which not in (BAHP, EVALUATION, LETTER) or "Rp23.341.969,68" in text


def test_words_say_what_the_figures_show():
    """In the BAHP and in the letter."""
    words = (
        "Rp23.341.969,68 (dua puluh tiga juta tiga ratus empat puluh satu ribu sembilan ratus enam "
        "puluh sembilan rupiah enam puluh delapan sen)"
    )

    assert words in markdown(paper(fractions(), BAHP))
    assert words in markdown(paper(fractions(), LETTER, "p1"))


def test_inside_and_in_json_it_is_exact():
    """The working paper, the facts and the interchange format; the report shows two decimals."""
    evaluation = fractions()
    inside, found = markdown(paper(evaluation, WORKING_PAPER)), evaluation_dict(evaluation)

    assert "Rp23.341.969,684425" in inside
    assert found["prices"][0]["corrected_total"] == "23341969.684425"
    assert "23341969.684425" in json.dumps(found["stages"])
    assert not MORE_THAN_TWO.search(report(evaluation))
    assert not MORE_THAN_TWO.search(report(evaluation, public=True))


def test_rounded_lines_are_no_corrections_in_any_paper():
    """Three cells of p1 in the JSON; in papers not one."""
    evaluation = fractions()
    blocks = section(paper(evaluation, BAHP), "Harga Penawaran")

    assert {c.rule for p in evaluation.prices for c in p.corrections} == {
        "correction.written_rounding"
    }
    assert "Tidak dikoreksi: CV Umpama Karya Jalan, PT Rekaan Bina Marga." in said(blocks)
    assert not [
        s for s in paper(evaluation, LETTER, "p1").sections if s.title == "Koreksi Aritmatik"
    ]
    assert "pembulatan" not in said(blocks).lower()


def test_a_sen_of_them_is_one_row_of_the_record_and_of_the_letter():
    """A hundred times 0,005 x 1,11 = 0,555: with the total, 44,955 - 44,4."""
    evaluation = many()
    blocks = section(paper(evaluation, BAHP), "Harga Penawaran")
    own = section(paper(evaluation, LETTER, "p1"), "")

    assert ["CV p1 Contoh", "pembulatan tulisan", "100", "+Rp0,56"] in rows(blocks)
    assert "Tidak dikoreksi: CV p1 Contoh." in said(blocks)
    assert rows(own) == [["", "pembulatan tulisan", "100 sel", "", "", "Rp0,56"]]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        # 44,955 - 44,954: nothing of a sen together, but 44,95 becomes 44,96.
        ("44.954", [["CV p1 Contoh", "selisih pembulatan", "", "+Rp0,01"]]),
        ("44.955", []),
    ],
)
def test_what_rounding_leaves_to_be_seen_is_told(written, shown):
    """The stated and the corrected total differ by a sen on paper, and by a tenth in fact."""
    blocks = section(paper(many("0.405", written), BAHP), "Harga Penawaran")

    assert [row for row in rows(blocks) if len(row) == 4] == shown


def test_the_proof_sheet_has_one_row_of_them():
    """Exactly, with the number of cells; the corrected line stands alone before it."""
    lines = [line(f"L{n}", "0.01", "40.5", "0.4") for n in range(1, 100)]
    lines.append(line("L100", "0.01", "40.5", "0.5"))
    evaluation = evaluated(package(bidder(price=priced("44.511", *lines)), hps=SMALL))
    found = rows(section(paper(evaluation, WORKING_PAPER), "Lembar Koreksi"))

    # 0,405 - 0,5 = -0,095, with PPN -0,10545; ninety-nine times 0,00555 = 0,54945.
    assert [row[1] for row in found] == ["jumlah harga", "99 sel"]
    assert [row[-1] for row in found] == ["-Rp0,10545", "+Rp0,54945"]
    assert found[1][0] == "pembulatan tulisan"
