"""Weights that are fractions: nine equal criteria make a hundred, in every form and paper."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.formats.canonical import package_dict, package_digest
from tender_engine.model import Criterion, Package
from tests.builders import TEKNIS, evaluated
from tests.desk.documents.data import rows, section
from tests.engine.formats.data import found, read
from tests.procurements import PAGU, contest, score
from tests.reading import read_bytes, workbook_bytes

NINTH = Fraction(100, 9)
NAMES = "abcdefghi"


def nine(weight: Fraction | Decimal = NINTH, *, last: Fraction | Decimal | None = None) -> Package:
    """A Seleksi with nine criteria of one weight, in each of which p1 has 80 and p2 70."""
    weights = dict.fromkeys(NAMES, weight) | ({} if last is None else {"i": last})
    criteria = tuple(
        Criterion(name, f"mutu {name}", f"LDP {name}", of, max_score=Decimal(100))
        for name, of in weights.items()
    )
    marks = [score(TEKNIS, p, v, c) for p, v in (("p1", 80), ("p2", 70)) for c in NAMES]
    bids = (("p1", None, "1000000000"), ("p2", None, "900000000"))
    return contest(PAGU, *bids, criteria=criteria, assessments=marks)


def test_nine_equal_criteria_make_a_hundred() -> None:
    """9 x 100/9 x 80/100 = 80; a ninth of a hundred cut off at six decimals is not enough."""
    evaluation = evaluated(nine())
    cut = package_dict(nine(Decimal("11.111111")))

    assert not read(package_dict(nine())).faults
    assert evaluation.score("p1").technical == 80
    assert [code for code, _ in found(read(cut))] == ["PKT034"]
    assert [row[0] for row in found(read(package_dict(nine(last=Decimal("11.111112")))))] == [
        "PKT034"
    ]


@pytest.mark.parametrize(
    ("written", "normal"), [("200/18", "100/9"), ("25/2", "12.5"), ("100/1", "100"), ("1/3", "1/3")]
)
def test_a_fraction_has_one_form(written: str, normal: str) -> None:
    """In lowest terms, or the number that it is; so that what says the same has one digest."""
    value = package_dict(nine())
    criteria = value["tender"]["requirements"][str(TEKNIS)]["criteria"]
    criteria[0]["weight"] = written
    rest = (100 - Fraction(written)) / 8
    for item in criteria[1:]:
        item["weight"] = str(rest) if rest else "0"
    package = read(value).package
    assert package is not None

    asked = package_dict(package)["tender"]["requirements"][str(TEKNIS)]["criteria"]
    assert asked[0]["weight"] == normal


def test_a_workbook_says_the_same() -> None:
    """The column holds the fraction as a text, which reads back to the same package."""
    package = nine()
    reading = read_bytes(workbook_bytes(package), "paket.xlsx")

    assert not reading.faults
    assert reading.package is not None
    assert package_digest(reading.package) == package_digest(package)


def test_papers_show_the_fraction_and_what_rounding_leaves() -> None:
    """8,89 nine times is 80,01, and 7,78 is 70,02: the totals are 80 and 70."""
    evaluation = evaluated(nine())
    public = rows(section(paper(evaluation, BAHP), "Nilai Teknis"))
    inside = rows(section(paper(evaluation, WORKING_PAPER), "Nilai Teknis"))

    assert [row for row in public if row[1] == "mutu a"] == [
        ["CV p1 Contoh", "mutu a", "80,00", "100", "100/9%", "8,89", "–"],
        ["CV p2 Contoh", "mutu a", "70,00", "100", "100/9%", "7,78", "–"],
    ]
    assert [row[5] for row in public if row[1] == "selisih pembulatan"] == ["-0,01", "-0,02"]
    assert [row[5] for row in inside if row[1] == "mutu a"] == ["80/9", "70/9"]
    assert not [row for row in inside if row[1] == "selisih pembulatan"]


def test_a_stage_may_weigh_a_fraction() -> None:
    """200/3 and 100/3 make a hundred."""
    package = nine()
    asked = package.tender.requirements | {
        TEKNIS: evolve(package.tender.asks(TEKNIS), weight=Fraction(200, 3))
    }
    value = package_dict(evolve(package, tender=evolve(package.tender, requirements=asked)))

    assert value["tender"]["requirements"][str(TEKNIS)]["weight"] == "200/3"
    assert not read(value).faults
