"""What follows from one mistake is told once, on whatever sheet it is."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.desk.workbook.cases import Change, headed, typed, without_a_column
from tests.desk.workbook.data import HEAD, Desk, told
from tests.desk.workbook.pasting import FIVE, block, desk_of, paste

ENTRIES = 20


def judged(sheet: str, title: str, value_of: Callable[[int], Any]) -> Desk:
    """A workbook with many equal judgements, each with another value in one of its columns."""
    desk = Desk()
    page = desk.book[sheet]
    first = [cell.value for cell in page[HEAD + 1]]
    for number in range(ENTRIES):
        for column, value in enumerate(first, 1):
            page.cell(HEAD + 1 + number, column).value = value
        desk.cell(sheet, "Waktu", number + 1).value += timedelta(minutes=number)
        desk.cell(sheet, title, number + 1).value = value_of(number)
    return desk


@pytest.mark.parametrize(
    ("sheet", "title", "value_of"),
    [
        ("Penilaian", "Tahap", lambda _: "evaluasi x"),
        ("Pengecualian", "Tahap", lambda number: f"evaluasi x{number}"),
        ("Penilaian", "Putusan", lambda _: "lulus"),
        ("Pengecualian", "Oleh", lambda _: None),
    ],
)
def test_the_same_mistake_on_every_row(
    sheet: str, title: str, value_of: Callable[[int], Any]
) -> None:
    """Row by row it seems a paste; apart the first row tells it, and one fault names the others."""
    desk = judged(sheet, title, value_of)
    letter = desk.cell(sheet, title).column_letter
    assert told(desk.read()) == [(f"{sheet}!{letter}5", "XLS238")]

    sound = Desk().cell(sheet, title).value
    for entry in range(1, ENTRIES + 1):
        if entry % 3:
            desk.cell(sheet, title, entry).value = sound
    first, *others = told(desk.read())
    assert first[0] == f"{sheet}!{letter}7"
    assert others == [(f"{sheet}!{letter}10", "XLS110")]


@pytest.mark.parametrize("sheet", ["Penilaian", "Pengecualian"])
@pytest.mark.parametrize("off", [-1, 1])
def test_rows_pasted_a_column_off(sheet: str, off: int) -> None:
    """One fault, which says in which order the columns are."""
    desk = judged(sheet, "Catatan", lambda number: f"catatan {number}")
    page = desk.book[sheet]
    page.move_range(f"A5:J{4 + ENTRIES}", cols=off) if off > 0 else page.delete_cols(1)
    if off < 0:  # the heads stay where they were
        heads = [cell.value for cell in Desk().book[sheet][HEAD]]
        for column, title in enumerate(heads, 1):
            page.cell(HEAD, column).value = title
    (fault,) = desk.read().diagnose()

    assert (fault.cell.partition("!")[0], fault.code) == (sheet, "XLS171")
    assert "A Tahap, B Kriteria" in fault.hint or "A Peserta, B Tahap" in fault.hint


def renamed(sheet: str, code: str) -> Change:
    """The first entry of a sheet has another code than all that names it."""
    return typed(sheet, "Kode", code)


def mistyped(sheet: str) -> Change:
    """One and the same code that nobody has, on every row of judgements."""

    def change(desk: Desk) -> None:
        desk.book = judged(sheet, "Oleh", lambda _: "zz").book

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            renamed("Peserta", "p9"),
            "p1 tidak ada di lembar Peserta, padahal disebut di 16 sel: Harga p1 B3;",
        ),
        (
            renamed("Pokja", "m9"),
            "disebut di 4 sel: Matriks m1 B3; Penilaian E5; Pengecualian F5; Peristiwa AA10.",
        ),
        (
            mistyped("Penilaian"),
            "zz tidak ada di lembar Pokja, padahal disebut di 20 sel: Penilaian E5:E24",
        ),
    ],
)
def test_a_code_that_was_changed_where_it_stands(change: Change, said: str) -> None:
    """One fault names every sheet and cell that still has the old one."""
    desk = Desk()
    change(desk)
    found = desk.read().diagnose()

    assert [one.code for one in found] == ["XLS194"], [str(one) for one in found]
    assert said in found[0].message


def test_a_name_made_short_in_several_cells_is_told_with_the_whole() -> None:
    """Of a code that was changed nothing is like it."""
    desk = Desk()
    for entry in (1, 2):
        desk.cell("KSO", "Peserta", entry).value = "KSO Dua"
    (fault,) = desk.read().diagnose()

    assert fault.code == "XLS194"
    assert fault.hint.endswith("Mungkin yang dimaksud: KSO Dua Contoh.")


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("Peserta", "Tarif PPN (%)"),
        ("Peserta", "Harga penawaran (Rp)"),
        ("Kriteria", "Bobot (%)"),
        ("Penilaian", "Putusan"),
        ("KSO", "Kode"),
        ("KSO", "Peserta"),
        ("Pengecualian", "Tahap"),
        ("Pengurus", "Peserta"),
        ("HPS", "Satuan"),
        ("Kriteria", "Tahap"),
        ("Pengecualian", "Catatan"),
        ("Peserta", "Dikoreksi oleh"),
        ("Harga p1", "Satuan"),
        ("Harga p1", "Baris tambahan"),
        ("Peristiwa", "Total (Rp)"),
        ("Peristiwa", "Anggota"),  # for whom acts have a column of the same key
    ],
)
@pytest.mark.parametrize("gone", [True, False])
def test_a_column_that_is_lost(sheet: str, title: str, gone: bool) -> None:
    """One fault, not one a row: at the heads, or at the column that has its place."""
    desk = Desk()
    (without_a_column(sheet, title) if gone else headed(sheet, title, "Judul lain"))(desk)
    found = desk.read().diagnose()

    assert [one.code for one in found] == ["XLS102" if gone else "XLS022"], [*map(str, found)]
    assert title in f"{found[0].message} {found[0].hint}"


@pytest.mark.parametrize("title", ["Kode tender", "Metode evaluasi", "Tanggal pengumuman"])
@pytest.mark.parametrize("name", ["Isian lain", None])
def test_a_field_with_another_name(title: str, name: str | None) -> None:
    """It is known by its place: told once, and read."""
    desk = Desk()
    field = desk.field("Paket", title)
    desk.book["Paket"].cell(field.row, 1).value = name
    (fault,) = desk.read().diagnose()

    assert (fault.code, fault.cell) == ("XLS023", f"Paket!{field.coordinate}")
    assert title in fault.hint


def test_a_field_with_another_name_that_holds_what_it_cannot() -> None:
    """One cell, one thing to mend first."""
    desk = Desk()
    field = desk.field("Paket", "Tanggal pengumuman")
    desk.book["Paket"].cell(field.row, 1).value, field.value = "Isian lain", "besok"

    assert told(desk.read()) == [(f"Paket!{field.coordinate}", "XLS023")]


def test_a_title_of_a_group_that_was_written_anew() -> None:
    """It says nothing, whatever it is."""
    desk = Desk()
    page = desk.book["Persyaratan"]
    row = next(row for row in range(HEAD + 2, 60) if page.cell(row, 2).value == "Nilai")
    page.cell(row, 1).value = "Judul lain"

    assert told(desk.read()) == []


@pytest.mark.parametrize("code", ["zz9", None, "Nama Tak Ada"])
def test_a_member_of_a_kso_that_is_nowhere(code: str | None) -> None:
    """Of which shares and leaders nobody knows as long as that is so."""
    desk = Desk()
    desk.cell("KSO", "Peserta").value = code

    assert [cell for cell, _ in told(desk.read())] == ["KSO!A5"]


@pytest.mark.parametrize("code", ["p1", None, "Nama Tak Ada"])
def test_a_participant_without_a_code_of_its_own(code: str | None) -> None:
    """Repeated or forgotten: whatever names the one that is lost is not told as well."""
    desk = Desk()
    desk.cell("Peserta", "Kode", 2).value = code
    assert [cell for cell, _ in told(desk.read())] == ["Peserta!A6"]


def test_another_code_that_is_nowhere_is_told() -> None:
    """One repeated code explains one that is lost, and not two."""
    desk = Desk()
    desk.cell("Peserta", "Kode", 2).value = "p1"
    desk.cell("Pengecualian", "Peserta", 2).value = "p7"

    assert ("Pengecualian!A6", "PKT051") in told(desk.read())


@pytest.mark.parametrize(
    ("sheet", "code", "cell"), [("Pokja", "m 1", "Pokja!A5"), ("Peserta", "p 1", "Peserta!A5")]
)
def test_a_code_with_a_space_is_told_where_it_stands(sheet: str, code: str, cell: str) -> None:
    """What names it, spelled so or so, is right; the advice says that spaces are no part of one."""
    desk = Desk()
    desk.cell(sheet, "Kode").value = code
    found = desk.read().diagnose()

    assert [(fault.cell, fault.code) for fault in found] == [(cell, "PKT018")]
    assert "tanpa spasi" in found[0].hint


@pytest.mark.parametrize("sheet", ["Peserta", "Pokja", "Kriteria", "HPS"])
def test_what_names_rows_that_could_not_be_read(sheet: str) -> None:
    """The heads are gone: that alone is told."""
    desk = Desk()
    desk.book[sheet].delete_rows(HEAD)

    assert told(desk.read()) == [(f"{sheet}!A1", "XLS024")]


@pytest.mark.parametrize("area", ["B6:B8", "A6:G6", "D7:E9"])
def test_cells_that_a_merged_range_has_swallowed(area: str) -> None:
    """They are empty because of it: the range is told, and not each cell."""
    desk = desk_of(FIVE)
    paste(desk, "HPS", block())
    desk.book["HPS"].merge_cells(area)

    assert told(desk.read()) == [(f"HPS!{area.partition(':')[0]}", "XLS108")]


def test_a_row_of_which_nearly_all_is_missing() -> None:
    """One fault with the titles of what is missing."""
    desk = desk_of(FIVE)
    rows = block()
    rows[4][1:] = [None] * 6
    paste(desk, "HPS", rows)
    (fault,) = desk.read().diagnose()
    assert fault.cell == "HPS!B9"
    assert fault.message == "Jenis Barang/Jasa, Satuan, Volume, Harga Satuan wajib diisi."

    rows[4][1:3] = ["Pekerjaan 5", "m3"]
    paste(desk, "HPS", rows)
    (fault,) = desk.read().diagnose()
    assert (fault.cell, fault.message) == ("HPS!D9", "Volume, Harga Satuan wajib diisi.")


@pytest.mark.parametrize("sheet", ["HPS", "Harga p1"])
@pytest.mark.parametrize("first", [1, 2])
def test_a_block_pasted_over_the_heads(sheet: str, first: int) -> None:
    """One row too high: where it stands and what heads are gone, whatever is left on the right."""
    desk = desk_of(FIVE, *FIVE)
    for number, row in enumerate(block(), HEAD):
        for column, value in enumerate(row[first - 1 :], first):
            desk.book[sheet].cell(number, column).value = value
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == (f"{sheet}!{'AB'[first - 1]}4", "XLS233")
    assert "Jenis Barang/Jasa, Satuan, Volume" in fault.hint


def test_columns_of_ones_own_in_the_place_of_others() -> None:
    """Three that are not needed were deleted, and three of the panel's own added."""
    desk = Desk()
    page = desk.book["Peserta"]
    for title in ("Alamat", "Bukti harga", "Bukti penyetaraan"):
        page.delete_cols(desk.column("Peserta", title))
    for column in range(40, 43):
        page.cell(HEAD, column).value = f"Catatan {column}"
        page.cell(HEAD + 1, column).value = "isi"

    assert told(desk.read()) == []


def test_each_row_that_names_no_parent_is_told() -> None:
    """All of them have to be filled; a column that is gone is told once."""
    desk = Desk()
    for entry in (1, 2):
        desk.cell("Kriteria", "Tahap", entry).value = None
    assert told(desk.read())[:2] == [("Kriteria!A5", "XLS041"), ("Kriteria!A6", "XLS041")]

    desk.book["Kriteria"].delete_cols(1)
    assert told(desk.read()) == [("Kriteria!A4", "XLS102")]


@pytest.mark.parametrize("entries", [1, 2])
def test_who_of_a_list_is_nowhere_is_told_once(entries: int) -> None:
    """All of them, in one cell or in several alike."""
    desk = judged("Penilaian", "Catatan", lambda number: f"catatan {number}")
    for entry in range(1, entries + 1):
        desk.cell("Penilaian", "Oleh", entry).value = "bendahara; m1; notulis"
    (fault,) = desk.read().diagnose()

    assert (fault.cell, fault.code) == ("Penilaian!E5", ("PKT050", "XLS194")[entries - 1])
    assert fault.message.startswith("bendahara; notulis ")


@pytest.mark.parametrize(("rows", "code"), [(1, "PKT018"), (2, "PKT018"), (3, "XLS171")])
def test_a_note_below_bidders_is_no_block(rows: int, code: str) -> None:
    """It is told in its own cell; as many as a block may have are one."""
    desk = Desk()
    page = desk.book["Peserta"]
    first = next(row for row in range(5, 60) if page.cell(row, 1).value is None)
    for row in range(first, first + rows):
        page.cell(row, 1).value = f"sudah diperiksa oleh sekretaris {row}"
    assert (f"Peserta!A{first}", code) in told(desk.read())
