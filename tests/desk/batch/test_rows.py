"""Rows: what stands in one, and what never does."""

import csv
import io
import json

import pytest

from tender_desk.batch import rows as module
from tender_desk.batch.jobs import Asked
from tender_desk.batch.rows import header
from tender_desk.batch.sources import PackageBytes
from tender_engine.engine import evaluate
from tender_engine.evaluation import State
from tender_engine.formats.canonical import canonical_package, package_dict
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.trail import root
from tender_rules import national
from tender_rules.similar.finding import similarities_of
from tests.cli.dossiers import SEALED, two_files
from tests.desk.batch.packages import codes, rows, said, sound
from tests.happenings import price_opening

FORMS = ({}, {"summary": True}, {"summary": True, "csv": True})


def bytes_of(package):
    return canonical_package(package).encode()


def cells(row, **asked):
    """The cells of a line of CSV, by their titles."""
    text = (header(Asked(national, csv=True, **asked)) + row.line).decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(text), delimiter=";")
    return found


def test_a_row_has_the_whole_evaluation():
    """As the library gives it, with root and digest, and what bids have in common."""
    package = two_files(price_opening(), priced_at="1000000000")
    evaluation = evaluate(package, national())
    (row,) = rows(PackageBytes("a", bytes_of(package)))

    expected = evaluation_dict(evaluation, similarities_of(evaluation))
    assert said(row) == {"source": "a", "n": 1, "result": json.loads(json.dumps(expected))}
    assert said(row)["result"]["root"] == root(evaluation)
    assert row.line.count(b"\n") == 1


def test_a_summary_says_what_an_evaluation_comes_to():
    """Winner and prices by hand: p1 alone reaches the threshold; its bid is a thousand million."""
    package = bytes_of(two_files(price_opening(), priced_at="1000000000"))
    (row,) = rows(PackageBytes("a", package), summary=True)
    (rooted,) = rows(PackageBytes("a", package), summary=True, root=True)
    result = said(row)["result"]

    assert (result["result"], result["winner"]) == ("pemenang", "p1")
    assert result["prices"] == [{"participant": "p1", "final_total": "1000000000"}]
    assert (result["ground"], result["code"]) == (None, "T-1")
    assert said(rooted)["result"].pop("root").startswith("sha256:")
    assert said(rooted)["result"].keys() == result.keys() | {"root"}


@pytest.mark.parametrize("asked", FORMS, ids=str)
def test_no_row_holds_a_sealed_price(asked):
    """Of a bidder that fell before, of a tender that waits, and of a package with faults."""
    fell = two_files(price_opening(), priced_at="1000000000")
    waits = two_files(priced_at=SEALED)
    broken = package_dict(two_files(priced_at=SEALED))
    broken["participants"][0]["price"]["stated_total"] = f"{SEALED},5"
    broken["assessments"] = [{}]
    given = [json.dumps(broken, default=str).encode(), bytes_of(fell), bytes_of(waits)]
    refused, first, second = rows(*(PackageBytes("a", data) for data in given), **asked)

    assert (refused.state, second.state) == ("ditolak", State.MENUNGGU)
    for row in (refused, first, second):
        assert SEALED.encode() not in row.line


def test_a_line_of_csv_is_for_programs_of_tables():
    package = two_files(price_opening(), priced_at="1000000000")
    (row,) = rows(PackageBytes("=a\nb", bytes_of(package)), summary=True, csv=True)
    (refused,) = rows(PackageBytes("b", b"{}"), summary=True, csv=True, root=True)
    found, other = cells(row), cells(refused, root=True)

    assert (found["n"], found["source"], found["winner"], found["price"]) == (
        "1",
        "'=a b",
        "p1",
        "1000000000",
    )
    assert (found["prices"], found["diagnostics"]) == ("p1=1000000000", "")
    assert (other["state"], other["root"]) == ("ditolak", "")
    assert other["diagnostics"].split()[0].startswith("PKT")
    assert other["message"]


def test_figures_of_csv_are_read_as_they_are_where_a_point_parts_thousands():
    """`1000000000.875` would be a thousand times as much there."""
    package = two_files(price_opening(), priced_at="1000000000.875")
    (row,) = rows(PackageBytes("a", bytes_of(package)), summary=True, csv=True)

    assert (cells(row)["price"], cells(row)["prices"]) == ("1000000000,875", "p1=1000000000,875")


def test_a_name_that_is_no_text_is_written_all_the_same():
    (row,) = rows(PackageBytes("a\udcff", b"{}"))

    assert said(row)["source"] == "a\udcff"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_error_of_the_program_is_a_row_and_stops_nothing(monkeypatch, lang):
    real = module.evaluation_dict

    def failing(evaluation, *more):
        if evaluation.package.tender.code == "UJI-2":
            raise ZeroDivisionError("two\nlines")
        return real(evaluation, *more)

    monkeypatch.setattr(module, "evaluation_dict", failing)
    found = rows(*(PackageBytes("a", sound(f"UJI-{n}")) for n in (1, 2, 3)), lang=lang)

    assert [(row.state, row.code) for row in found] == [
        ("dihitung", ""),
        ("ditolak", "BCH015"),
        ("dihitung", ""),
    ]
    assert codes(found[1]) == ["BCH015"]
    assert "ZeroDivisionError: two" in said(found[1])["diagnostics"][0]["message"]


def test_a_tender_that_memory_does_not_suffice_for_is_a_row(monkeypatch):
    """And no error of the program."""

    def failing(*_):
        raise MemoryError

    monkeypatch.setattr(module, "evaluation_dict", failing)
    (row,) = rows(PackageBytes("a", sound()))

    assert codes(row) == ["BCH017"]


def test_a_row_brings_what_is_asked_for_besides():
    (row, refused) = rows(PackageBytes("a", sound()), PackageBytes("b", b"{}"), also=_code)

    assert (row.also, refused.also) == ("UJI-1", None)


def _code(evaluation):
    return evaluation.package.tender.code
