"""Workbooks changed at random: no accident, no fault out of nowhere, no false figure.

A second reader, slow and plain, reads the lines of the HPS and of the prices on its own.
"""

import datetime as dt
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tender_desk.reader_texts import TEXTS
from tender_engine.formats.canonical import package_dict
from tender_engine.model import Package
from tests.desk.workbook.data import Desk, small
from tests.reading import read_bytes, read_path, workbook_bytes
from tests.tries import tries

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/paket.json"))
FEW = settings(tries(3), suppress_health_check=list(HealthCheck))

TYPED = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**17),
    st.floats(0, 1e9).map(lambda number: round(number, 3)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(dt.date(1900, 1, 1), dt.date(9999, 12, 31)),
    st.datetimes(),
    st.times(),
    st.timedeltas(dt.timedelta(0), dt.timedelta(100)),
    st.sampled_from(
        ["-", "ya", "tidak", "p1", "L1", "L2", "1.234,5", "1.5", "Rp 5", "5%", "*", "semua tahap"]
    ),
    st.sampled_from(["=1+1", "=1/3", "=A1", "=D5*2", "=SUM(A1:Z99)", "=X!A1", "=(", "#REF!"]),
    st.sampled_from(["Harga Satuan", "Kode", "Volume", "Nilai", "Catatan x", "format", "[]", "{"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)  # fmt: skip
FORMS = st.sampled_from(["General", "@", "0%", "0.00", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "[h]:mm"])


def spoil(data: st.DataObject, desk: Desk) -> None:
    """Change cells, rows and columns of some sheet, near where something stands."""
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(desk.book.sheetnames))
        sheet = desk.book[name]
        row = data.draw(st.integers(1, min(sheet.max_row, 14) + 1))
        column = data.draw(st.integers(1, sheet.max_column + 1))
        what = data.draw(
            st.sampled_from(["cell"] * 12 + ["row", "column", "insert", "sheet", "move"])
        )
        if what == "cell":
            cell = sheet.cell(row, column)
            cell.value = data.draw(TYPED)
            if data.draw(st.booleans()):
                cell.number_format = data.draw(FORMS)
        elif what == "row":
            sheet.delete_rows(row)
        elif what == "column":
            sheet.delete_cols(column)
        elif what == "insert":
            sheet.insert_rows(row, data.draw(st.integers(1, 5)))
        elif what == "move":
            sheet.move_range(f"A{row}:H{row + 2}", data.draw(st.integers(-1, 2)), 1)
        elif len(desk.book.sheetnames) > 1:
            sheet.title = data.draw(st.sampled_from(["Harga x", "HPS2", "Catatan", "Lembar"]))


@pytest.mark.parametrize(
    "path", [None, *SAMPLES[5:7]], ids=lambda p: p.parent.name if p else "small"
)
@FEW
@given(data=st.data())
def test_a_workbook_changed_at_random(path: Path | None, data: st.DataObject) -> None:
    """Either every fault has a known code and a place, or the package is what the cells say."""
    desk = Desk(_package(path))
    spoil(data, desk)
    saved = desk.bytes()
    reading = read_bytes(saved, "paket.xlsx")
    faults = reading.diagnose()

    assert (reading.package is None) is bool(faults)
    for fault in faults:
        title, _, place = fault.cell.rpartition("!")
        assert fault.code in TEXTS
        assert title in desk.book.sheetnames or not fault.cell
        assert re.fullmatch(r"[A-Z]{1,2}[1-9][0-9]{0,4}", place) or not fault.cell
    if reading.package is not None:
        said = package_dict(reading.package)
        book = load_workbook(io.BytesIO(saved))
        for where, figures in figures_of(said):
            assert figures == dict(plain_figures(book, where)), where


def _package(path: Path | None) -> Package:
    package = small() if path is None else read_path(path).package
    assert package is not None
    return package


COLUMNS = {
    "volume": "quantity",
    "harga satuan": "unit_price",
    "total": "amount",
    "pajak (%)": "vat_percent",
}
Figures = dict[tuple[str, str], Decimal | None]


def figures_of(said: dict[str, Any]) -> Iterator[tuple[str, Figures]]:
    """The figures of all lines of a package, by whose they are: of the HPS, or of a bidder."""
    hps = said["tender"]["hps"].get("lines", [])
    yield "", _figures(hps)
    for who in said.get("participants", []):
        yield who["id"], _figures(who.get("price", {}).get("lines", []))


def _figures(lines: list[dict[str, Any]]) -> Figures:
    return {
        (line["id"], key): None if line[key] is None else Decimal(line[key])
        for line in lines
        for key in COLUMNS.values()
        if key in line
    }


def plain_figures(book: Any, who: str) -> Iterator[tuple[tuple[str, str], Decimal | None]]:
    """The same, read from the cells without any of the program: by heads, row by row."""
    for sheet in book:
        if not (sheet.title == "HPS" if not who else sheet.title.startswith("Harga ")):
            continue
        rows = list(sheet.iter_rows())
        head = next((row for row in rows if "volume" in map(_word, row)), None)
        if head is None or (who and not _speaks_of(rows, who)):
            continue
        heads = {_word(cell): cell.column for cell in head}
        lines = []
        for row in rows[head[0].row :]:
            name = row[heads["kode"] - 1].value
            for title, key in COLUMNS.items():
                value = row[heads[title] - 1] if title in heads else None
                if value is not None and not _is_empty(value.value):
                    lines.append(((_id(name), key), _figure(value)))
        yield from lines


def _speaks_of(rows: list[Any], who: str) -> bool:
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
    return any(_word(one) == "peserta" and _id(other.value) == who for one, other in pairs)


def _word(cell: Any) -> str:
    return " ".join(str(cell.value or "").replace("*", " ").split()).casefold()


def _id(value: Any) -> str:
    return (
        str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    )


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _figure(cell: Any) -> Decimal | None:
    value = cell.value
    if isinstance(value, str) and value.startswith("="):
        known = {"=1+1": Decimal(2)}
        if value not in known:
            raise AssertionError(f"{cell.coordinate}: {value} was read")
        number = known[value]
    elif isinstance(value, str):
        text = value.strip()
        if text in ("-", "–"):
            return None
        return Decimal(re.sub(r"(?i)rp\.?|\s|,-$", "", text).replace(".", "").replace(",", "."))
    else:
        number = Decimal(format(value, ".15g") if isinstance(value, float) else value)
    return number * 100 if "%" in re.sub(r'"[^"]*"', "", cell.number_format) else number


def test_the_second_reader_sees_what_the_first_one_sees() -> None:
    """On a workbook that nobody changed; and it sees a difference."""
    said = package_dict(small())
    book = load_workbook(io.BytesIO(workbook_bytes(small())))

    for where, figures in figures_of(said):
        assert figures == dict(plain_figures(book, where))
    book["HPS"]["D5"] = 99
    assert dict(plain_figures(book, "")) != dict(figures_of(said))[""]
