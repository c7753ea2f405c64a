"""Schedules beside the workbook: read, shown, and relied on only once the panel has said so."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tender_engine.formats.canonical import package_digest
from tender_engine.formats.reader import Reading
from tests.desk.workbook.attaching import folder_with, sample, schedule
from tests.reading import read_bytes, read_path

# The bid of the sample as its bidder might have sent it: figures, texts and formulas.
ROWS: tuple[tuple[Any, ...], ...] = (
    ("", "PEKERJAAN UMUM", "", "", "", ""),
    (1, "Mobilisasi", "LS", 1, 58000000, "=D5*E5"),
    (2, "Galian struktur", "m3", 320, "90.000", "28.800.000"),
    (3, "Beton mutu sedang fc' 30 MPa", "m3", 260, "Rp 1.780.000,00", 462800000),
    (4, "Baja tulangan sirip BjTS 420B", "kg", "23.000", 18000, 414000000),
    (5, "Tiang bor beton diameter 800 mm", "m", 240, 2000000, "=D9*E9"),
    (6, "Gelagar beton pracetak prategang bentang 25 m", "buah", 4, 238000000, 952000000),
    (7, "Landasan elastomer 350 x 450 x 39 mm", "buah", 16, 2275000, 36400000),
    ("", "Jumlah", "", "", "", "=SUM(F5:F11)"),
    (8, "Pembongkaran jembatan lama", "LS", 2, 40000000, 80000000),
    (9, "Penerapan SMKK", "LS", 1, 52000000, 52000000),
    ("", "Dibulatkan", "", "", "", "2.564.000.000"),
)
FILE = {"Berkas daftar harga": "harga.xlsx"}


def told(reading: Reading) -> dict[str, str]:
    """The faults by their places."""
    return {str(told).split(": ")[0].rpartition("/")[2]: told.code for told in reading.diagnose()}


def key_of(folder: Path) -> str:
    """The key of the one reading."""
    (attached,) = read_path(folder).attached
    return attached.reading.key


def accepted(folder: Path, data: bytes = schedule(ROWS), name: str = "harga.xlsx") -> Reading:
    """The reading once its key is in the workbook."""
    cells = {"Berkas daftar harga": name}
    folder_with(folder, "p1", cells, data, name)
    return read_path(
        folder_with(folder, "p1", cells | {"Kunci pembacaan": key_of(folder)}, data, name)
    )


def test_an_accepted_schedule_is_the_price(tmp_path: Path) -> None:
    """The package is the sample's own, to the digest."""
    reading = accepted(tmp_path)

    assert told(reading) == {}
    assert reading.package is not None
    assert package_digest(reading.package) == package_digest(sample())


def test_nothing_is_relied_on_before_it_was_seen(tmp_path: Path) -> None:
    """The key is told, and where it has to stand."""
    reading = read_path(folder_with(tmp_path, "p1", FILE, schedule(ROWS)))
    (fault,) = reading.diagnose()

    assert reading.package is None
    assert fault.code == "XLS046"
    assert fault.cell.startswith("Peserta!")
    assert key_of(tmp_path) in fault.hint


def test_a_changed_file_has_to_be_seen_again(tmp_path: Path) -> None:
    """One figure is another one now."""
    assert accepted(tmp_path).package is not None
    changed = [*ROWS]
    changed[1] = (1, "Mobilisasi", "LS", 1, 58000001, "=D5*E5")
    (tmp_path / "harga.xlsx").write_bytes(schedule(changed))

    assert set(told(read_path(tmp_path)).values()) == {"XLS046"}


def test_the_same_reading_of_other_bytes_has_to_be_seen_again(tmp_path: Path) -> None:
    """Whoever has the key has seen this very file."""
    first = accepted(tmp_path)
    data = schedule(ROWS)
    book = load_workbook(io.BytesIO(data))
    book.properties.title = "disimpan ulang"
    stream = io.BytesIO()
    book.save(stream)
    (tmp_path / "harga.xlsx").write_bytes(stream.getvalue())
    again = read_path(tmp_path)

    assert again.attached[0].reading.lines == first.attached[0].reading.lines
    assert set(told(again).values()) == {"XLS046"}


def test_a_fault_of_the_schedule_is_told_in_its_own_file(tmp_path: Path) -> None:
    """Beside the faults of the workbook."""
    wrong = [*ROWS]
    wrong[2] = (2, "Galian struktur", "m3", "1,5.0", 90000, 28800000)
    reading = read_path(folder_with(tmp_path, "p1", FILE, schedule(wrong)))

    assert reading.package is None
    assert "harga.xlsx:Rincian!D6" in told(reading)
    assert not reading.attached[0].accepted


def test_a_fault_of_the_format_is_told_at_the_cell_of_the_file(tmp_path: Path) -> None:
    """A line of the bid that stands there twice: the second one."""
    twice = [*ROWS, (10, "Penerapan SMKK", "LS", 1, 52000000, 52000000)]
    reading = read_path(folder_with(tmp_path, "p1", FILE, schedule(twice)))

    assert reading.package is None
    assert any(place.startswith("harga.xlsx:Rincian!") for place in told(reading))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Lembar berkas": "Rincian"}, "XLS042"),
        ({"Kunci pembacaan": "12345678"}, "XLS042"),
        ({"Berkas daftar harga": "../harga.xlsx"}, "XLS044"),
        ({"Berkas daftar harga": "/harga.xlsx"}, "XLS044"),
        ({"Berkas daftar harga": "C:harga.xlsx"}, "XLS044"),
        ({"Berkas daftar harga": "sub\\harga.xlsx"}, "XLS044"),
        ({"Berkas daftar harga": "tidak-ada.xlsx"}, "XLS045"),
        ({"Berkas daftar harga": "sub"}, "XLS045"),
        ({"Berkas daftar harga": "paket.txt"}, "XLS248"),
        ({**FILE, "Lembar berkas": "Rincan"}, "XLS052"),
        ({**FILE, "Kunci pembacaan": "00000000"}, "XLS046"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, cells: dict[str, str], code: str) -> None:
    """By its code, at its cell or in its file, with nothing of it in the package."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "paket.txt").write_text("bukan Excel")
    reading = read_path(folder_with(tmp_path, "p1", cells, schedule(ROWS)))

    assert code in told(reading).values()
    assert reading.package is None


def shared(folder: Path, second: str, sheets: tuple[str | None, str | None]) -> Reading:
    """The reading of a workbook in which two bidders name a file, the second of them `second`."""
    made = load_workbook(io.BytesIO(schedule(ROWS)))
    made.copy_worksheet(made["Rincian"]).title = "Rincian p2"
    stream = io.BytesIO()
    made.save(stream)
    (folder / "lain.xlsx").write_bytes(stream.getvalue())
    folder_with(folder, "p1", FILE, stream.getvalue())
    book = load_workbook(folder / "paket.xlsx")
    sheet = book["Peserta"]
    columns = {cell.value: cell.column for cell in sheet[4]}
    sheet.cell(6, columns["Berkas daftar harga"]).value = second
    for row, name in zip((5, 6), sheets, strict=True):
        sheet.cell(row, columns["Lembar berkas"]).value = name
    book.save(folder / "paket.xlsx")
    return read_path(folder)


@pytest.mark.parametrize("second", ["harga.xlsx", "lain.xlsx"])
@pytest.mark.parametrize(
    ("sheets", "refused"),
    [
        (("Rincian", "RINCIAN"), True),
        (("Rincian", None), True),
        ((None, "Rincian p2"), True),
        (("Rincian", "Rincian p2"), False),
    ],
)
def test_one_schedule_is_the_price_of_one_bidder(
    tmp_path: Path, second: str, sheets: tuple[str | None, str | None], refused: bool
) -> None:
    """By what the file holds, whatever it is called; two sheets of one may be of two bidders."""
    reading = shared(tmp_path, second, sheets)

    assert ("XLS049" in told(reading).values()) is refused
    assert len(reading.attached) == (1 if refused else 2)


def test_the_price_with_the_lines_that_were_read_is_there_before_they_are_accepted(
    tmp_path: Path,
) -> None:
    """For who compares it; a price that is not whole is none."""
    folder_with(tmp_path, "p1", FILE, schedule(ROWS))
    (attached,) = read_path(tmp_path).attached
    assert not attached.accepted
    assert attached.price is not None
    assert attached.price.stated_total == 2_846_040_000
    assert [line.amount for line in attached.price.lines or ()][:2] == [58_000_000, 28_800_000]
    assert "2846040000" not in repr(attached)

    (attached,) = read_path(
        folder_with(tmp_path, "p1", FILE | {"Harga penawaran (Rp)": None}, schedule(ROWS))
    ).attached
    assert attached.price is None


def test_another_total_has_to_be_seen_again(tmp_path: Path) -> None:
    """The comparison that the panel saw is no more."""
    accepted(tmp_path)
    book = load_workbook(tmp_path / "paket.xlsx")
    sheet = book["Peserta"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Harga penawaran (Rp)")
    sheet.cell(5, column).value = 2_000_000_000
    book.save(tmp_path / "paket.xlsx")

    assert set(told(read_path(tmp_path)).values()) == {"XLS046"}


def test_two_sources_of_one_price_are_refused(tmp_path: Path) -> None:
    """The price sheet is filled and a file is named as well."""
    folder_with(tmp_path, "p2", {}, schedule(ROWS))
    book = load_workbook(tmp_path / "paket.xlsx")
    sheet = book["Peserta"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Berkas daftar harga")
    sheet.cell(5, column).value = "harga.xlsx"
    book.save(tmp_path / "paket.xlsx")

    assert set(told(read_path(tmp_path)).values()) == {"XLS043"}


def test_bytes_alone_have_nothing_beside_them(tmp_path: Path) -> None:
    """On standard input, a workbook cannot name a file."""
    folder_with(tmp_path, "p1", FILE, schedule(ROWS))
    reading = read_bytes((tmp_path / "paket.xlsx").read_bytes(), "paket.xlsx")

    assert set(told(reading).values()) == {"XLS044"}


def test_no_amount_of_an_unopened_bid_is_told(tmp_path: Path) -> None:
    """Neither in a fault nor in what is shown of the reading."""
    wrong = [*ROWS, (11, "Tidak ada di dokumen", "m9", "x", "77.777.777", "123.123.123")]
    reading = read_path(folder_with(tmp_path, "p1", FILE, schedule(wrong)))
    (attached,) = reading.attached
    shown = [str(told) + told.hint for told in reading.diagnose()]
    shown += [note.said() for note in attached.reading.notes]

    assert reading.diagnose()
    for text in shown:
        assert "77.777.777" not in text
        assert "123.123.123" not in text
        assert "58000000" not in text
