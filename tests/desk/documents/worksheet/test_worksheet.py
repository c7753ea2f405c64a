"""The worksheet: what it shows, by hand arithmetic, and that it is the same package still."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tender_desk.documents.view import View
from tender_desk.workbook.layouts.tables import PRICES, layout_of
from tender_desk.worksheet_book import corrected
from tender_desk.worksheet_book.awaited import PLACES, REASONS, awaited_sheet
from tender_engine.engine import evaluate
from tender_engine.events import Award, Confirmation
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package
from tender_rules import national
from tender_rules.testing import packages, procurements
from tests.desk.documents.worksheet.books import (
    FOUND,
    FOUND_HEAD,
    HEAD,
    SAMPLES,
    changed,
    column,
    drawn,
    found,
    found_of,
    opened,
    package_of,
    parts,
    rows_of,
    same_package,
    sample,
    shared,
    under,
    worked,
)
from tests.reading import read_bytes, read_path, worksheet
from tests.samples.dossiers import SHAPES
from tests.tries import tries

RANDOM = st.one_of(packages(), packages(complete=True), procurements())
FEW = settings(tries(4), suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", SHAPES)
def test_the_worksheet_of_a_sample_is_its_package_still(name: str) -> None:
    """It reads to the very same package, holds every sheet, and a second run changes no byte.

    Who fell before prices were opened keeps its price to itself on the sheets of the engine.
    """
    data = found_of(name)
    reading = read_bytes(data, "paket.xlsx")
    package = package_of(reading)
    book = opened(data)

    assert canonical_package(package) == canonical_package(sample(name))
    assert set(FOUND) <= set(book.sheetnames)
    assert worksheet(evaluate(package, national()), reading) == data
    closed, shown = closed_totals(name), figures_shown(book)
    assert [total for total in closed if any(total in value for value in shown)] == []


@FEW
@given(RANDOM)
def test_a_random_worksheet_is_its_package_still(package: Package) -> None:
    """Whatever people and bidders are called, and however far the tender is."""
    assert same_package(found(package), package)


def test_a_json_file_gives_the_worksheet_of_its_workbook() -> None:
    """The workbook is made first, and then it is the same."""
    reading = read_path(SAMPLES / "jalan-kabupaten")
    evaluation = evaluate(package_of(reading), national())

    assert worksheet(evaluation, reading) == found(evaluation.package)


@pytest.fixture(scope="module")
def road() -> Any:
    """The worksheet of a road whose bids were corrected."""
    return opened(found_of("jalan-kabupaten"))


def test_corrected_cells_stand_beside_the_lines(road: Any) -> None:
    """p2 wrote 660 m3 of L05 for 640, and 908,800,000 for L08: 620 times 1,340,000."""
    sheet = road["Harga p2"]
    rows = rows_of(
        sheet, "Kode", "Volume", "Total", "Mesin: Volume", "Mesin: Harga Satuan", "Mesin: Total"
    )
    told = {row[0]: row[1:] for row in rows if row[0]}

    assert told["L05"] == (660, 316_800_000, 640, None, None)
    assert told["L08"] == (620, 908_800_000, None, None, 830_800_000)
    assert [code for code, row in told.items() if any(row[2:])] == ["L05", "L08"]
    words = dict(rows_of(sheet, "Kode", "Mesin: Aturan"))
    # 20 less of 480,000 with 11 % PPN: 20 x 480,000 x 1.11 = 10,656,000.
    assert words["L05"] == (
        "volume 660 menjadi 640: Volume disamakan dengan Dokumen Pemilihan; pengaruh pada total"
        " -Rp10.656.000,00 termasuk PPN"
    )


def test_a_bid_without_a_mistake_has_no_columns_of_the_engine(road: Any) -> None:
    """Nothing was corrected in p1's."""
    assert [cell.value for cell in road["Harga p1"][HEAD]][-1] == PRICES.columns[-1].title


def test_the_corrections_of_a_bid_add_up(road: Any) -> None:
    """p2: 2,794,802,400 less 10,656,000 and less 78,000,000 x 1.11 is 2,697,566,400."""
    rows = rows_of(
        road["Hasil Koreksi"],
        "Kode",
        "Sel",
        "Semula",
        "Menjadi",
        "Pengaruh pada total (Rp, termasuk PPN)",
    )

    assert [row[1:] for row in rows if row[0] == "p2"] == [
        ("volume", 660, 640, -10_656_000),
        ("jumlah harga", 908_800_000, 830_800_000, -86_580_000),
        ("total", 2_794_802_400, 2_697_566_400, -97_236_000),
    ]
    for name in ("p1", "p2", "p3", "p4", "p5"):
        *cells, (_, _, stated, corrected, effect) = (row for row in rows if row[0] == name)
        assert sum(cell[4] for cell in cells) == effect == corrected - stated


def test_more_corrections_than_a_sheet_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then only what they come to stands there: a longer sheet could not be read again."""
    monkeypatch.setattr(corrected, "_MOST", 3)
    sheet = opened(worked(drawn("jalan-kabupaten")))["Hasil Koreksi"]

    assert set(under(sheet, "Sel")) == {"total"}
    assert len(under(sheet, "Kode")) == 5
    assert "hanya jumlahnya" in sheet.cell(FOUND_HEAD - 1, 1).value


def test_what_is_cited_and_by_which_rule(road: Any) -> None:
    """In the words of the record."""
    rules = rows_of(road["Hasil Koreksi"], "Kode", "Ketentuan koreksi", "Dasar")

    assert rules[1][1] == "Volume disamakan dengan Dokumen Pemilihan"
    assert rules[1][2] == "Dokumen Pemilihan Nomor 027/03/POKJA-2/2023"


def test_verdicts_and_ranking_are_those_of_the_record(road: Any) -> None:
    """The winner first; p5 is above the HPS of 2,919,000,000, and p6 handed nothing in."""
    verdicts = rows_of(road["Hasil Evaluasi"], "Kode", "Kedudukan", "Evaluasi harga")
    order = rows_of(road["Hasil Peringkat"], "Kode", "Peringkat", "Harga akhir (Rp)")
    reasons = rows_of(road["Hasil Alasan"], "Kode", "Tahapan", "Hasil", "Alasan")

    assert verdicts[1] == ("p2", "Pemenang", "Lulus")
    assert verdicts[4] == ("p5", "Gugur pada evaluasi harga", "Gugur")
    assert verdicts[5][2] == "–"
    assert order[:2] == [("p2", 1, 2_697_566_400), ("p3", 2, 2_741_866_500)]
    fallen = next(row for row in reasons if row[:2] == ("p5", "Evaluasi harga"))
    assert fallen[2:] == (
        "Gugur",
        (
            "Harga penawaran terkoreksi Rp2.919.189.000,00 melebihi nilai total HPS"
            " Rp2.919.000.000,00."
        ),
    )


def test_what_is_awaited_says_where_it_is_written() -> None:
    """Of half a judged drain: facts in columns of the bidders, judgements on their sheets."""
    sheet = opened(found_of("drainase-setengah-dinilai"))["Hasil Ditunggu"]
    rows = rows_of(sheet, "Nama peserta", "Dari", "Diisi di lembar dan kolom")

    assert ("CV Misal Bangun Desa", "Pokja Pemilihan", "Peserta: Masuk Daftar Hitam") in rows
    judged = [row for row in rows if row[0] == "CV Contoh Tirta Karya"]
    # One member has judged this participant by itself, so a line for all would answer nothing.
    assert judged == [
        (
            "CV Contoh Tirta Karya",
            "Bagus Prasetyo, Dewi Lestari",
            (
                "Matriks: baris evaluasi teknis 'tek.personel', kolom 'p1'\n"
                "Pengecualian: Peserta 'p1', Tahap, Kriteria 'tek.personel', Putusan, Oleh, Waktu"
            ),
        )
    ]
    low = next(row[2] for row in rows if "kewajaran harga" in row[2])
    assert low.startswith("Matriks: baris evaluasi harga 'kewajaran harga', kolom 'p3'\n")
    assert "Penilaian" not in low


def test_where_nobody_has_judged_a_line_for_all_is_named_too() -> None:
    """The cell of the matrix first; of rows the one line that says that all the rest meets."""

    def judge_nobody(book: Any) -> None:
        for name in book.sheetnames:
            if name.startswith(("Penilaian", "Pengecualian", "Matriks")):
                book[name].delete_rows(HEAD + 1, 30)

    given_book = changed(drawn("drainase-setengah-dinilai"), judge_nobody)
    places = under(opened(worked(given_book))["Hasil Ditunggu"], "Diisi di lembar dan kolom")

    assert places[0] == (
        "Matriks: baris evaluasi administrasi 'adm.penawaran', kolom 'p1'\n"
        "Penilaian: Tahap, Kriteria 'adm.penawaran', Putusan, Oleh, Waktu\n"
        "Pengecualian: Peserta 'p1', Tahap, Kriteria 'adm.penawaran', Putusan, Oleh, Waktu"
    )


def test_a_price_that_is_awaited_is_that_of_a_sheet_which_is_there() -> None:
    """Each bidder has its own."""
    package = sample("jalan-kabupaten")
    bidders = [evolve(x, price=None) if x.id == "p2" else x for x in package.participants]
    found = evaluate(evolve(package, participants=tuple(bidders)), national())
    rows = awaited_sheet(View.of(found, internal=True), national().declarations).rows

    assert [row[4] for row in rows if "Harga p2: Kode, Volume" in row[4]]


def test_nothing_awaited_is_said() -> None:
    """An empty table alone would leave one in doubt."""
    sheet = opened(found_of("jalan-kabupaten"))["Hasil Ditunggu"]

    assert sheet.cell(FOUND_HEAD - 1, 1).value == "Tidak ada yang ditunggu."


def test_what_keeps_the_minutes_a_draft_is_told_with_its_place() -> None:
    """Values of the law without a text, and the act of people; nothing once both are there."""
    package = sample("air-minum-negosiasi")
    done = View.of(evaluate(package, national()), internal=True)
    acts = (Award, Confirmation)
    events = tuple(event for event in package.events if not isinstance(event, acts))
    bare = View.of(evaluate(evolve(package, events=events), national()), internal=True)
    declared = national().declarations

    assert awaited_sheet(done, declared).rows == ()
    told = {row[2]: row[4] for row in awaited_sheet(bare, declared).rows}
    assert told == {
        "Penegasan ketentuan: Tindak lanjut apabila hanya satu penawaran masuk: "
        "klarifikasi dan negosiasi teknis dan harga": "Konfirmasi: Jawaban, Klausul",
        "Penegasan ketentuan: Saat negosiasi dengan satu penawar: "
        "setelah pembuktian kualifikasi": "Konfirmasi: Jawaban, Klausul",
        "Penegasan ketentuan: Batas hasil negosiasi dengan satu penawar: "
        "tidak lebih tinggi daripada harga penawaran terkoreksi": "Konfirmasi: Jawaban, Klausul",
        "Belum ada penetapan pemenang yang sesuai dengan hasil evaluasi": (
            "Peristiwa: Jenis 'penetapan', Waktu, Tentang, Nomor, Ditetapkan oleh, Pemenang,"
            " Cadangan"
        ),
    }


def test_every_need_has_a_place_that_is_there() -> None:
    """Each code that an evaluation may await, each sheet and column by its name."""
    layout = layout_of(national().declarations)
    tables = layout.tables
    titles = {form.name: {field.title for field in form.fields} for form in layout.forms}
    titles |= {table.name: {column.title for column in table.columns} for table in tables}
    titles[PRICES.name] = {column.title for column in PRICES.columns}
    titles["Matriks"] = {"Tahap", "Kriteria", "Peserta"}  # row and column of a cell
    for table in tables:
        titles[table.name] |= {column.title for column in table.parents}

    assert {f"need.{code}" for code in (*PLACES, "fakta")} == {
        key for key in national().words if key.startswith("need.") and key.count(".") == 1
    }
    assert all(PLACES.values())
    for places in (*PLACES.values(), *REASONS.values()):
        for place in places:
            assert set(place.columns) <= titles[place.sheet], place
            unused = {
                column.title
                for column in layout.table("Peristiwa").columns
                if place.event and column.only and place.event not in column.only
            }
            assert not unused & {*place.columns}, place  # it would be refused when it is filled in


def test_internal_notices_are_there() -> None:
    """The worksheet is a working paper."""
    sheet = opened(found_of("drainase-setengah-dinilai"))["Hasil Pemberitahuan"]

    assert ("ANALISIS_HARGA_DIMINTA", "internal") in rows_of(sheet, "Kode", "Untuk")


def test_what_bidders_share_stands_on_a_sheet() -> None:
    """As the README of the sample works it by hand, and none where nothing is the same."""
    sheet = opened(found_of("saluran-dua-salinan"))["Hasil Kesamaan"]
    ratio = "rasio terhadap harga satuan HPS", "lemah"

    assert rows_of(sheet, "Yang sama", "Kekuatan", "Kode", "Jumlah", "Dari", "Peluang") == [
        ("NIK", "kuat", "p1, p2", 2, 3, "–"),
        ("penulis berkas", "lemah", "p1, p2", 2, 3, "–"),
        (*ratio, "p1", 4, 10, "–"),
        (*ratio, "p2", 4, 10, "–"),
        ("harga satuan yang sama", "kuat", "p1, p2", 6, 10, "1 : 10^12"),
    ]
    assert "************0017" in under(sheet, "Uraian")[0]


def test_some_prices_of_samples_are_closed() -> None:
    """So that none of them is looked for in vain."""
    assert any(closed_totals(name) for name in SHAPES)


def closed_totals(sample_name: str) -> set[str]:
    """What the bidders stated whose price stays closed, from the file itself."""
    evaluation = evaluate(sample(sample_name), national())
    people = json.loads((SAMPLES / sample_name / "paket.json").read_text("utf-8"))["participants"]
    return {
        str(who["price"]["stated_total"])
        for who in people
        if who.get("price") and evaluation.price(who["id"]) is None
    }


def figures_shown(book: Any) -> set[str]:
    """What the sheets of the engine show, without the dots of thousands."""
    return {
        str(value).replace(".", "")
        for sheet in book
        if sheet.title.startswith("Hasil")
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None
    }


HOSTILE = ("=1+1", "+1", "-2+3", "@SUM(A1)", "'x", '=HYPERLINK("http://x")', "_x0041_ & <b>")


def test_a_text_of_a_bidder_is_never_a_formula() -> None:
    """A name that Excel would compute is a text in every cell, and stays one when it is edited."""

    def rename(book: Any) -> None:
        for row, name in enumerate(HOSTILE, HEAD + 1):
            book["Peserta"].cell(row, 2, name).data_type = "s"

    done = worked(changed(drawn("jalan-kabupaten"), rename))
    sheet = opened(done)["Hasil Evaluasi"]

    for row, name in enumerate(HOSTILE, FOUND_HEAD + 1):
        named = sheet.cell(row, 2)
        assert named.data_type == "s"
        assert named.quotePrefix is (name[0] in "=+-@'"), name
    # The titles of the engine's sheets compute whether they are stale; nothing else is computed.
    formulas = [f for part in parts(done).values() for f in re.findall(b"<f>(.*?)</f>", part)]
    assert {formula[:11] for formula in formulas} == {b"IF(IFERROR("}
    assert len(formulas) == sum(name.startswith("Hasil ") for name in opened(done).sheetnames) - 1
    package = package_of(read_bytes(done, "x.xlsx"))
    assert [who.name for who in package.participants] == [*HOSTILE]


def test_old_findings_go_when_the_mistake_is_mended() -> None:
    """Once p2 has the document's volume and the right product, nothing stands beside it."""
    first = found_of("jalan-kabupaten")

    def mend(book: Any) -> None:
        sheet = book["Harga p2"]
        for row in range(HEAD + 1, HEAD + 13):
            if sheet.cell(row, 1).value == "L05":
                sheet.cell(row, column(sheet, "Volume")).value = 640
                sheet.cell(row, column(sheet, "Total")).value = 640 * 480_000
            if sheet.cell(row, 1).value == "L08":
                sheet.cell(row, column(sheet, "Total")).value = 830_800_000

    mended = changed(first, mend)
    again = opened(worked(mended))

    assert "Mesin: Volume" in [cell.value for cell in opened(mended)["Harga p2"][HEAD]]
    assert not [
        cell
        for row in again["Harga p2"].iter_rows(min_col=len(PRICES.columns) + 1)
        for cell in row
        if cell.value is not None
    ]
    assert "p3" in under(again["Hasil Koreksi"], "Kode")


def test_texts_that_cells_share_are_found_again() -> None:
    """Excel keeps texts in one list: heads and bidders are still known, so nothing doubles."""
    package = sample("jalan-kabupaten")
    first = shared(found(package))
    again = opened(worked(first))

    assert same_package(first, package)
    heads = [cell.value for cell in again["Harga p2"][HEAD]]
    assert [head for head in heads if str(head).startswith("Mesin")] == [
        "Mesin: Volume",
        "Mesin: Harga Satuan",
        "Mesin: Total",
        "Mesin: Aturan",
    ]


def test_numbers_are_numbers_and_exact(road: Any) -> None:
    """What a person computes with, in the format of an amount."""
    sheet = road["Hasil Peringkat"]
    cell = sheet.cell(FOUND_HEAD + 1, column(sheet, "Terkoreksi terhadap HPS (%)"))

    # 2,697,566,400 of 2,919,000,000 is 92.4140... percent.
    assert Decimal(str(cell.value)) == Decimal("92.4141")
    assert re.fullmatch(r"#,##0\.0000", cell.number_format)


def test_an_amount_is_held_exactly_and_shown_to_the_sen() -> None:
    """123.45 x 48,765.43 + 87.65 x 171,234.56 with 11 % PPN; what was written rounded is one row.

    No cell stands beside its lines.
    """
    folder = SAMPLES.parent / "tests" / "faults" / "10-fractions-of-a-sen"
    book = opened(found(package_of(read_path(folder))))
    ranked, corrections = book["Hasil Peringkat"], book["Hasil Koreksi"]
    cell = ranked.cell(FOUND_HEAD + 2, column(ranked, "Harga terkoreksi (Rp)"))
    rows = rows_of(corrections, "Kode", "Sel", "Ketentuan koreksi")

    assert Decimal(str(cell.value)) == Decimal("23341969.684425")
    assert cell.number_format == "#,##0.00"
    assert [row[1:] for row in rows if row[0] == "p1"] == [
        ("3 sel", "pembulatan tulisan"),
        ("total", "jumlah seluruh pengaruh"),
    ]
    assert "Mesin: Total" not in [cell.value for cell in book["Harga p1"][HEAD]]
