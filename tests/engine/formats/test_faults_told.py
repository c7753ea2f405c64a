"""Three hundred faults are told, the first by their place, and how many more there are."""

import json
from typing import Any

import pytest

from tender_desk.reader_texts import TEXTS
from tender_engine.faults import TOLD, Diagnostic, Fault, Noted, TooManyFaultsError
from tests.desk.workbook.data import Desk
from tests.engine.formats.data import read, small_package
from tests.reading import read_text

COUNTS = (0, 1, 299, 300, 301, 1_999, 2_000, 2_001, 2_302, 50_000)


def unknown_keys(count: int) -> dict[str, Any]:
    """The small package with keys at its end that nobody knows."""
    return {**small_package(), **{f"kunci{n}": n for n in range(count)}}


def are_told(told: tuple[Diagnostic, ...], count: int, code: str) -> None:
    """The first 300 of `count` faults with this code, and the number of the others."""
    faults = told[:TOLD]
    assert TOLD == 300
    assert {one.code for one in faults} <= {code}
    assert len(faults) == min(count, 300)
    places = [(one.line, one.column, one.cell) for one in faults]
    assert len(set(places)) == len(places)
    assert [one.code for one in told[300:]] == (["PKT094"] if count > 300 else [])
    if count > 300:
        assert f" {count - 300} " in told[-1].message


@pytest.mark.parametrize("count", COUNTS)
def test_faults_of_a_json_file(count: int) -> None:
    """In either language; that more than are told were kept, or not, makes no difference."""
    reading = read(unknown_keys(count))

    for lang in ("id", "en"):
        told = reading.diagnose(lang=lang)
        are_told(told, count, "PKT010")
        assert [one.path for one in told[:300]] == [f"kunci{n}" for n in range(min(count, 300))]
    assert (reading.package is None) == bool(count)


@pytest.mark.parametrize("count", [301, 2_500])
def test_faults_of_other_kinds(count: int) -> None:
    """Keys that stand twice, and names that nobody has."""
    text = json.dumps(small_package())[:-1] + ', "extensions": {}' * count + "}"
    are_told(read_text(text, "p").diagnose(), count, "PKT006")

    judged = small_package()["assessments"][2]
    others = [{**judged, "participant": f"q{n}"} for n in range(count)]
    package = small_package()
    told = read({**package, "assessments": [*package["assessments"], *others]}).diagnose()
    are_told(told, count, "PKT051")


def test_faults_of_the_law_count_with_those_of_the_file() -> None:
    """Whoever finds them: 250 and 100 are 300 told, and 50 more."""
    reading = read(unknown_keys(250))
    objections = [Fault("ATR900", ("tender", f"{n}"), {}) for n in range(100)]

    told = reading.diagnose(objections, "id", {"ATR900": TEXTS["PKT026"]})
    assert {one.code for one in told} == {"ATR900", "PKT010", "PKT094"}
    assert len(told) == 301
    assert " 50 " in told[-1].message


def test_faults_of_a_workbook() -> None:
    """Half a thousand cells of a column that cannot be read are one paste, which names them."""
    desk = Desk()
    sheet = desk.book["Peserta"]
    for row in range(17, 517):
        sheet.cell(row, desk.column("Peserta", "Tarif PPN (%)")).value = "banyak"
    told = desk.read().diagnose()

    (paste,) = told
    assert (paste.code, paste.cell) == ("XLS238", "Peserta!J17")
    assert "J17:J516" in paste.message


def test_more_faults_than_are_counted_end_the_reading() -> None:
    """It says that there are at least so many."""
    noted = Noted(3_000)
    with pytest.raises(TooManyFaultsError):
        noted.extend(Fault("PKT010", (f"{n}",), {}) for n in range(10_000))
    assert len(noted) == 2_000
    *kept, last = noted.whole()
    assert len(kept) == 2_000
    assert (last.code, last.params) == ("PKT095", {"count": "1000"})

    reading = read_text(
        '{"events": [' + "{}," * 150_000 + '{}], "assessments": [' + "{}," * 199_999 + "{}]}", "p"
    )
    codes = [one.code for one in reading.diagnose(lang="en")]
    assert (len(codes), codes[-1]) == (301, "PKT095")
    assert reading.draft is None
