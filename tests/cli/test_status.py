"""`tender status`: a block for one tender, a line for each of many, and the same as a workbook."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tender_desk.worksheet_book.status_sheets import StatusRow, status_book
from tests.cli.test_doubts import slip
from tests.desk.documents.worksheet.books import FOUND, changed, found_of

SAMPLES = Path(__file__).parents[2] / "samples"
# One that waits, one that is computed, one in its masa sanggah, and one whose list stands.
FOUR = (
    "drainase-setengah-dinilai",
    "gedung-puskesmas",
    "keamanan-jaringan",
    "limbah-rumah-sakit-ulang",
)


@pytest.fixture
def folder(tmp_path):
    """Tenders of two years, one of them no JSON, and what is none beside them."""
    for name in FOUR:
        (tmp_path / "2024" / name).mkdir(parents=True)
        shutil.copy(SAMPLES / name / "paket.json", tmp_path / "2024" / name)
    (tmp_path / "2025" / "rusak").mkdir(parents=True)
    (tmp_path / "2025" / "rusak" / "paket.json").write_text('{"format": ', "utf-8")
    (tmp_path / "2024" / FOUR[0] / "cadangan").mkdir()
    shutil.copy(SAMPLES / FOUR[1] / "paket.json", tmp_path / "2024" / FOUR[0] / "cadangan")
    return tmp_path


def test_a_line_for_each_tender_says_what_is_left(run, folder):
    """What each waits for stands in the README of its sample."""
    done = run("status", folder)
    heads, *lines, empty, counted = done.stdout.splitlines()

    assert done.exit_code == 0, done.output
    assert heads.split("  ")[0] == "Tender"
    assert [line.split("  ")[0][:12] for line in lines] == [
        *("2024/" + name[:7] for name in FOUR),
        "2025/rusak",
    ]
    waiting, computed, objected, listed, broken = lines
    assert waiting.split()[1:4] == ["Kual", "Pokja:", "fakta;"]
    assert waiting.split()[-2:] == ["evaluasi", "-"]
    assert "Pokja: penetapan" in computed
    assert "3 ketentuan" in computed
    assert objected.split()[1:3] == ["masa", "sanggah"]
    assert "5 Februari 2024" in objected
    assert listed.split()[1] == "hasil"
    assert "pemasukan" in listed
    assert broken.split("  ")[-1].strip().startswith("1 kesalahan, pertama: paket.json:1:")
    assert (empty, counted) == (
        "",
        "5 tender: 4 menunggu, 2 dengan berita acara KONSEP, 1 dengan kesalahan.",
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_line_is_wider_than_a_page_and_none_is_two(run, folder, lang):
    (folder / ("2024/" + "panjang sekali " * 10)).mkdir()
    shutil.copy(SAMPLES / FOUR[0] / "paket.json", folder / ("2024/" + "panjang sekali " * 10))
    lines = run("status", folder, "--lang", lang).stdout.splitlines()

    assert len(lines) == 1 + 6 + 2
    assert max(map(len, lines)) in (99, 100)  # one that is cut at a space is shorter by that


def test_one_tender_is_told_whole(run, folder):
    done = run("status", folder / "2024" / FOUR[0])

    assert done.exit_code == 0
    for said in (
        "Tahap: Evaluasi kualifikasi",
        "keterangan/bukti pemenuhan (Pokja Pemilihan): Evaluasi kualifikasi, Daftar Hitam: p5",
        "Keraguan isian: tidak ada",
        "evaluasi belum selesai",
    ):
        assert said in done.stdout


def test_a_folder_with_one_tender_in_it_is_that_tender(run, folder):
    shutil.rmtree(folder / "2024")
    (folder / "2025" / "rusak" / "paket.json").write_bytes(
        (SAMPLES / FOUR[2] / "paket.json").read_bytes()
    )
    done = run("status", folder)

    assert "Tahap: masa sanggah" in done.stdout
    assert "5 Februari 2024 masa sanggah" in done.stdout


def test_a_day_that_is_given_decides_what_is_over(run, folder):
    """The masa sanggah ends on 5 February 2024, the bids hold until 17 March 2024."""
    place = folder / "2024" / FOUR[2]
    on = {day: run("status", place, "--today", day).stdout for day in ("2024-02-05", "2024-02-06")}

    assert "5 Februari 2024 masa sanggah" in on["2024-02-05"]
    english = run("status", place, "--today", "2024-02-05", "--lang", "en").stdout
    assert "5 February 2024 objections (masa sanggah)" in english
    assert "5 Februari 2024" not in on["2024-02-06"]
    assert "17 Maret 2024 masa berlaku penawaran" in on["2024-02-06"]


def test_one_tender_with_faults_tells_them_all(run, folder):
    done = run("status", folder / "2025")

    assert done.exit_code == 1
    assert "PKT004" in done.stderr


def test_where_no_tender_lies_that_is_said(run, tmp_path):
    (tmp_path / "kosong").mkdir()

    for place, said in ((tmp_path / "kosong", "Tidak ada paket.json"), (tmp_path / "x", "x")):
        done = run("status", place)
        assert done.exit_code == 2
        assert said in done.stderr


def test_a_workbook_has_a_row_for_each_tender(run, folder, tmp_path):
    output = tmp_path / "status.xlsx"
    done = run("status", folder, "--output", output)
    sheet = load_workbook(output)["Hasil Status"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=sheet.min_row)]
    heads = next(row for row in rows if row[0] == "Folder")
    told = [dict(zip(heads, row, strict=True)) for row in rows[rows.index(heads) + 1 :]]

    assert (done.exit_code, done.stdout) == (0, "")
    assert [Path(row["Folder"]).name for row in told] == [*FOUR, "rusak"]
    assert [row["Kesalahan"] for row in told] == [0, 0, 0, 0, 1]
    assert told[2]["Hari berikut"].startswith("5 Februari 2024 masa sanggah")
    assert told[1]["Yang ditunggu"] == "Pokja: penetapan"
    assert "belum ada penetapan pemenang" in told[1]["KONSEP karena"]
    assert told[4]["Kesalahan pertama"].startswith("paket.json:1:")
    assert told[4]["Tahap"] is None
    assert run("status", folder, "--output", tmp_path / "status.docx").exit_code == 2


def test_a_name_of_a_folder_is_no_formula():
    book = load_workbook(BytesIO(status_book([StatusRow("=1+1", fault="=2", faults="1")])))
    cells = [cell for row in book["Hasil Status"].iter_rows() for cell in row if cell.value]

    assert {"=1+1", "=2"} <= {cell.value for cell in cells if cell.data_type == "s"}


def test_doubts_are_counted_where_they_keep_a_draft(run, package):
    """One figure of the example is a slip that nobody has confirmed."""
    place = package(slip)

    assert "Keraguan isian: 1" in run("status", place).stdout
    shutil.copytree(place, place.parent / "lagi")
    first, second = run("status", place.parent).stdout.splitlines()[1:3]
    assert "1 isian ragu" in first
    assert "1 isian ragu" in second


def test_more_faults_than_are_told_are_said_to_be_more(run, folder):
    known = json.loads((SAMPLES / FOUR[0] / "paket.json").read_text("utf-8"))
    for count, said in ((300, "300 kesalahan"), (301, "300+ kesalahan")):
        text = json.dumps(known | {f"kunci{number}": 1 for number in range(count)})
        (folder / "2025" / "rusak" / "paket.json").write_text(text, "utf-8")

        assert said in run("status", folder).stdout, count


def test_what_is_stale_in_a_workbook_is_marked(run, folder):
    """A bidder's name was typed anew since the engine wrote its sheets."""
    place = folder / "2024" / FOUR[2]
    made = found_of(FOUR[2])
    (place / "paket.json").unlink()
    (place / "paket.xlsx").write_bytes(made)
    fresh = run("status", folder)

    (place / "paket.xlsx").write_bytes(changed(made, _typed))
    stale = run("status", folder)
    alone = run("status", place)

    mark = "* Lembar Hasil di buku kerjanya usang: jalankan tender worksheet lagi."
    assert not [line for line in fresh.stdout.splitlines() if line.startswith("*")]
    assert [line[:13] for line in stale.stdout.splitlines() if line.startswith("*")] == [
        f"* 2024/{FOUR[2]}"[:13],
        mark[:13],
    ]
    assert stale.stdout.endswith(f"{mark}\n")
    assert "Hasil Status" in alone.stderr
    output = folder / "status.xlsx"
    run("status", folder, "--output", output)
    told = [cell.value for cell in load_workbook(output)["Hasil Status"]["J"]]
    _, sheets = filter(None, told)
    # A tender with scores has their sheet as well.
    scores = ("Hasil Nilai",)
    assert sheets.split(", ") == [*FOUND[:-2], *scores, *FOUND[-2:], "Hasil Pemberitahuan"]


def _typed(book):
    cells = [cell for row in book["Peserta"].iter_rows(min_row=5) for cell in row]
    name = next(cell for cell in cells if str(cell.value).startswith(("PT ", "CV ")))
    name.value = f"{name.value} Baru"


def test_a_repeat_is_held_against_the_package_before_it(run, tmp_path):
    """Named with --previous, or found among the tenders of the folder; else it is a draft.

    The record of the sample evaluated anew is final once it was held against the other.
    """
    old, new = (tmp_path / name for name in ("drainase-pasar-sanggah", "lagi"))
    for place, sample in ((old, old.name), (new, "drainase-pasar-evaluasi-ulang")):
        shutil.copytree(SAMPLES / sample, place, ignore=shutil.ignore_patterns("*.xlsx"))
    assert "paket sebelumnya (--previous LAMA)" in run("status", new).stdout
    assert "before it (--previous OLD)" in run("status", new, "--lang", "en").stdout
    held = run("status", new, "--previous", old)
    assert "Berita acara masih KONSEP karena: tidak ada" in held.stdout

    _, repeated, line, _, counted = run("status", tmp_path).stdout.splitlines()
    assert repeated.split() == [old.name, "diulang", "di", "lagi", *"----"]
    assert line.split() == ["lagi", "selesai", "-", "-", "-", "-"]
    assert "2 tender: 0 menunggu, 0 dengan berita acara KONSEP" in counted
    assert "--previous hanya untuk satu" in run("status", tmp_path, "--previous", old).stderr
    other = run("status", new, "--previous", SAMPLES / FOUR[0])
    assert (other.exit_code, "ATR081" in other.stderr) == (1, True)

    run("status", new, "--previous", old, "--output", tmp_path / "s.xlsx")
    row = [cell.value for cell in load_workbook(tmp_path / "s.xlsx")["Hasil Status"][6]]
    assert (row[0], row[7]) == (str(new), None)
    given = (old / "paket.json").read_text("utf-8")
    assert run("status", "-", "--previous", "-", given=given).exit_code == 2


def test_a_workbook_that_cannot_be_opened_has_no_line_and_column(run, folder):
    """Alone and among others; a JSON has the place at which it breaks."""
    (folder / "2025" / "rusak" / "paket.json").unlink()
    book = folder / "2025" / "rusak" / "paket.xlsx"
    book.write_bytes(b"PK\x03\x04 putus")

    assert f"{book}: XLS008 " in run("status", folder / "2025").stderr
    assert "pertama: paket.xlsx: XLS008 " in run("status", folder).stdout
