"""Whatever a bidder sends is read or refused in words; what is read fits the format."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_desk.schedules.reader import read_schedule
from tender_engine.faults import Faults
from tender_engine.formats.price_lines import PRICE_LINE
from tests.desk.schedules.books import DOCUMENT, book, codes, written
from tests.desk.schedules.test_layouts import BINA_MARGA, LINES, OFFICE, SPSE
from tests.fault_texts import GUARD as GUARD_TEXTS
from tests.fault_texts import SCHEDULE as TEXTS
from tests.tries import tries

_TITLES = (
    "No", "Kode", "Uraian", "Satuan", "Volume", "Harga Satuan", "Jumlah",
    "Jumlah Harga", "Pajak (%)", "PPN (Rp)", "Total", "Keterangan", "Harga",
    "Harga HPS", "TKDN (%)", "", "x",
)  # fmt: skip
_WORDS = (
    "Galian tanah biasa", "Beton mutu sedang", "L1", "L2", "m3", "kg", "Jumlah", "PPN 11%", "Total",
    "Dibulatkan", "Terbilang: satu", "DIVISI 1", "1.000", "Rp 5,-", "1,5", "-", "1.5", "Catatan",
    "=C2*D2", "=SUM(A1:F9)", "=A1", "=E2/3", "=IF(A1,1)", "(a)", "(b)", "",
)  # fmt: skip
_CELL = st.one_of(
    st.none(),
    st.sampled_from(_WORDS),
    st.integers(-5, 10**12),
    st.floats(0, 10**9, allow_nan=False),
    st.booleans(),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=8),
)
_ROWS = st.lists(st.lists(_CELL, max_size=7), max_size=9)


def fits(reading):
    """Every line is a line of the format, and each value has its cell."""
    faults = Faults()
    for line in reading.lines:
        PRICE_LINE.read(dict(line), None, "", faults)
    return not faults and all(
        (index, key) in reading.cells
        for index, line in enumerate(reading.lines)
        for key in line
        if key in ("id", "quantity", "amount", "vat_percent")
    )


@tries(25)
@given(st.lists(st.sampled_from(_TITLES), min_size=2, max_size=7, unique=True), _ROWS, _ROWS)
def test_any_rows_are_read_or_refused(titles, above, below):
    """With no fault the lines fit the format, and no line of the document is there twice."""
    data = book([*above[:2], titles, *below])
    reading = read_schedule(data, "penawaran.xlsx", DOCUMENT)

    assert {fault.code for fault in reading.faults} <= TEXTS.keys() | GUARD_TEXTS.keys()
    ids = [line["id"] for line in reading.lines]
    assert len(ids) == len(set(ids))
    if not reading.faults:
        assert reading.lines
        assert fits(reading)


def test_the_usual_layouts_fit_the_format():
    """The check above is no stub."""
    for rows in (SPSE, BINA_MARGA, OFFICE):
        reading = read_schedule(book(rows), "penawaran.xlsx", DOCUMENT)
        assert fits(reading)
        reading.lines[0]["amount"] = "1.000,5"
        assert not fits(reading)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory):
    """The usual layouts as LibreOffice saves them, with the results that it computed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here")
    folder = tmp_path_factory.mktemp("libreoffice")
    files = {name: folder / f"{name}.xlsx" for name in ("spse", "bina-marga", "office")}
    for path, rows in zip(files.values(), (SPSE, BINA_MARGA, OFFICE), strict=True):
        path.write_bytes(book(rows))
    saved, home = folder / "saved", f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", saved]
    subprocess.run([*command, *files.values()], capture_output=True, check=True)
    return {
        name: read_schedule((saved / path.name).read_bytes(), "penawaran.xlsx", DOCUMENT)
        for name, path in files.items()
    }


@pytest.mark.parametrize("name", ["spse", "bina-marga"])
def test_libreoffice_computes_the_same(recalculated, name):
    """Its file passes the guard, reads alike, and keeps no result that differs from ours."""
    reading = recalculated[name]

    assert codes(reading) == []
    assert written(reading) == LINES
    assert [note.cell for note in reading.notes if note.code == "differs"] == []


def test_libreoffice_reads_indonesian_text_otherwise(recalculated):
    """It takes the text 1.000 for one, as an English Excel does: 15 instead of 15,000,000."""
    reading = recalculated["office"]

    assert written(reading) == LINES
    assert ("Rincian!H9", "15 → 15000000") in [
        (note.cell, note.value) for note in reading.notes if note.code == "differs"
    ]
