"""`tender import spse --fill` into a workbook: by the command, from a workbook and from JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from tender_engine.formats.canonical import canonical_package
from tests.builders import bidder, line, priced
from tests.builders import package as built
from tests.cli.screens import Run, Written, flat
from tests.desk.documents.worksheet.books import changed, column, opened
from tests.desk.spse.pages import ONE, page, table
from tests.reading import read_path, workbook_bytes

HEADS = ("Nama Peserta", "NPWP", "Penawaran", "PT")
BID = priced("1000000000", line(quantity="90"), line("L2", "20", "4500000"))
GIVEN = built(bidder(price=BID))
ROWS = (
    ("CV p1 Contoh", ONE, "1.000.000.000,00", "999.000.000,00"),
    ("PT Baru", "", "2.000.000,00", ""),
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A page of SPSE in a file whose name has a space."""
    file = tmp_path / "hasil spse.html"
    file.write_text(page(table(HEADS, ROWS)), "utf-8")
    return file


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook in a folder of its own, whose name has a space."""
    folder = tmp_path / "buku kerja"
    folder.mkdir()
    file = folder / "paket.xlsx"
    file.write_bytes(workbook_bytes(GIVEN))
    return file


def canonical(file: Path) -> str:
    """The package in a file, without a fault."""
    reading = read_path(file)
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return canonical_package(reading.package)


def test_a_workbook_is_filled_as_its_json_would_be(run: Run, book: Path, saved: Path) -> None:
    """From the file, its folder, or standard input; the given one keeps its bytes."""
    before = book.read_bytes()
    outs = [book.parent / name for name in ("isi.json", "isi.xlsx", "folder.XLSX", "stdin.xlsx")]
    results = [
        run("import", "spse", book, saved, "--fill", outs[0]),
        run("import", "spse", book, saved, "--fill", outs[1]),
        run("import", "spse", book.parent, saved, "--fill", outs[2]),
        run("import", "spse", "-", saved, "--fill", outs[3], given=before),
    ]

    assert [result.exit_code for result in results] == [0, 0, 0, 0]
    assert len({canonical(out) for out in outs}) == 1
    assert outs[1].read_bytes()[:2] == b"PK"
    assert outs[1].read_bytes() == outs[2].read_bytes() == outs[3].read_bytes()
    assert book.read_bytes() == before
    assert "PT Baru peserta ditambahkan Peserta!A6" in flat(results[1])
    assert "PT Baru peserta ditambahkan Peserta p2" in flat(results[0])
    assert "participants" not in results[1].output
    assert f"ditulis: {outs[1]}" in results[1].stderr
    assert "999" not in results[1].output


def test_a_workbook_is_filled_where_it_lies(run: Run, book: Path, saved: Path) -> None:
    """By its path or its folder; what it held is kept, and while somebody has it open it waits."""
    before, out = book.read_bytes(), book.parent / "isi.xlsx"
    run("import", "spse", book, saved, "--fill", out)
    lock = book.with_name("~$paket.xlsx")
    lock.write_bytes(b"\x03Ani")
    held = run("import", "spse", book, saved, "--fill", book)
    assert (held.exit_code, book.read_bytes()) == (2, before)
    assert "Ani" in held.stderr

    lock.unlink()
    result = run("import", "spse", book.parent, saved, "--fill", book)
    (aside,) = (book.parent / "cadangan").iterdir()
    assert result.exit_code == 0
    assert book.read_bytes() == out.read_bytes()
    assert aside.read_bytes() == before
    assert aside.name in result.stderr

    again = run("import", "spse", book, saved, "--fill", book)
    assert (again.exit_code, book.read_bytes()) == (0, out.read_bytes())


def test_a_new_workbook_is_filled_before_anything_else_stands_in_it(
    run: Run, tmp_path: Path, saved: Path
) -> None:
    """It is no whole package yet, and need not be."""
    folder, out = tmp_path / "baru", tmp_path / "isi.xlsx"
    assert run("init", folder, "--workbook").exit_code == 0
    result = run("import", "spse", folder, saved, "--fill", out)
    sheet = opened(out.read_bytes())["Peserta"]

    assert result.exit_code == 0
    assert [sheet.cell(row, 2).value for row in (5, 6, 7)] == ["CV p1 Contoh", "PT Baru", None]
    assert [sheet.cell(row, column(sheet, "Harga penawaran (Rp)")).value for row in (5, 6)] == [
        1_000_000_000,
        2_000_000,
    ]


def test_what_is_left_of_a_workbook_that_lacks_nothing_is_told_by_its_cells(
    run: Run, book: Path, saved: Path
) -> None:
    """Nothing is written; the cell is that of the workbook which was given."""
    whole = book.parent / "isi.xlsx"
    assert run("import", "spse", book, saved, "--fill", whole).exit_code == 0
    at = get_column_letter(column(opened(whole.read_bytes())["Peserta"], "Memasukkan penawaran"))
    result = run("import", "spse", whole, saved, "--fill", book.parent / "lagi.xlsx")

    assert f"PT Baru waktu pemasukan dokumen Peserta!{at}6" in flat(result)
    assert not (book.parent / "lagi.xlsx").exists()


def test_of_json_a_new_workbook_is_made(
    run: Run, written: Written, tmp_path: Path, saved: Path
) -> None:
    """It says what the JSON would; one that is no whole package is refused and nothing written."""
    given = written(GIVEN)
    outs = tmp_path / "isi.json", tmp_path / "isi.xlsx"
    results = [run("import", "spse", given, saved, "--fill", out) for out in outs]
    assert [result.exit_code for result in results] == [0, 0]
    # A new workbook has its own order: p2 comes first in this file, and second in it.
    content = json.loads(outs[0].read_text("utf-8"))
    content["participants"].reverse()
    content["participants"][1].pop("npwp")
    turned = tmp_path / "terbalik.json"
    turned.write_text(json.dumps(content), "utf-8")
    result = run("import", "spse", turned, saved, "--fill", tmp_path / "terbalik.xlsx")
    assert "CV p1 Contoh NPWP Peserta!C5" in flat(result)
    begun, none = tmp_path / "mulai.json", tmp_path / "tidak.xlsx"
    begun.write_text("{}", "utf-8")
    result = run("import", "spse", begun, saved, "--fill", none)

    assert "PT Baru harga penawaran Peserta!D6" in flat(results[1])
    assert canonical(outs[0]) == canonical(outs[1])
    assert "PT Baru" in canonical(outs[1])
    assert (result.exit_code, none.exists()) == (2, False)
    assert "isikan dulu ke berkas .json" in result.stderr


def test_it_never_overwrites_another_file(run: Run, book: Path, saved: Path) -> None:
    """Nor a copy in `cadangan`, where it is the one that is given."""
    other, copied = book.parent / "ada.xlsx", book.parent / "cadangan" / "paket.xlsx"
    other.write_text("punya orang", "utf-8")
    copied.parent.mkdir()
    copied.write_bytes(book.read_bytes())
    before = copied.read_bytes()

    assert run("import", "spse", book, saved, "--fill", other).exit_code == 2
    assert other.read_text("utf-8") == "punya orang"
    assert run("import", "spse", copied, saved, "--fill", copied).exit_code == 2
    assert copied.read_bytes() == before


def drop(book: Any) -> None:
    """The panel deleted a column."""
    book["Peserta"].delete_cols(column(book["Peserta"], "NPWP"))


def misspell(book: Any) -> None:
    """A price that is no number."""
    book["Peserta"].cell(5, column(book["Peserta"], "Harga penawaran (Rp)")).value = "satu"


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [(drop, "XLS093", "Peserta!A4"), (misspell, "XLS030", "Peserta!D5")],
)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_what_cannot_be_filled_is_told_and_nothing_is_written(
    run: Run, book: Path, saved: Path, change: Any, code: str, cell: str, more: tuple[str, ...]
) -> None:
    """By its code and cell, on the screen and as JSON; faults of the package are not told here."""
    book.write_bytes(changed(book.read_bytes(), change))
    out = book.parent / "isi.xlsx"
    result = run("import", "spse", book, saved, "--fill", out, *more)

    assert (result.exit_code, out.exists()) == (1, False)
    assert f"{book}:{cell}: {code}" in result.stderr
    if more:
        told = json.loads(result.stdout)["diagnostics"]
        assert [(one["code"], one["cell"]) for one in told] == [(code, cell)]
