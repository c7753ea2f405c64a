"""The sheet `Konfirmasi`: the law in sentences, answered by ya, or by the document's own value."""

from datetime import datetime
from functools import cache
from typing import Any

import pytest
from attrs import evolve

from tender_desk.ooxml.addresses import column_letter
from tender_desk.workbook.growing.asked import hide_codes
from tender_desk.workbook.growing.container import Container
from tender_desk.workbook.growing.grown import Additions, grown
from tender_desk.workbook.growing.sheet import SheetXml
from tender_desk.workbook.layouts.answered import answered_in
from tender_desk.workbook.layouts.filled import Filled
from tender_desk.workbook.layouts.provisions import Provisions, provisions_of
from tender_desk.workbook.layouts.tables import VALUES, layout_of
from tender_desk.workbook.layouts.tables_confirmed import CONFIRMED
from tender_desk.workbook.reading.confirmed import Answers
from tender_desk.workbook.reading.places import Grid
from tender_desk.workbook.reading.rows import Entry
from tender_engine.declared import Unit
from tender_engine.engine import evaluate
from tender_engine.events import Confirmation
from tender_engine.faults import Noted, PackageRefusedError
from tender_engine.findings import Source
from tender_engine.formats.canonical import package_digest
from tender_engine.model import DocumentValue, Regulation
from tender_engine.rulebook import Rulebook
from tender_rules import national
from tests.desk.documents.worksheet.books import changed, opened, package_of, sample, under
from tests.desk.workbook.data import Desk, small, workbook
from tests.reading import read_bytes
from tests.reading import worksheet as refreshed

AT = "2026-05-29T08:00:00+07:00"
FAIRNESS = "Pembanding dalam evaluasi kewajaran harga"
WITHOUT = "harga hasil klarifikasi dengan biaya umum, tanpa keuntungan"
WITH = "harga hasil klarifikasi dengan biaya umum dan keuntungan"
HEAVIEST = "Bobot teknis Sistem Nilai paling tinggi"
AT_HEAD = datetime.fromisoformat("2022-05-20T10:00")


def law(rulebook: Rulebook | None = None, **regulation: Any) -> Provisions:
    """What holds for a tender of 2026."""
    value = {"tender": {"announced_on": "2026-05-04", "regulation": regulation}}
    known = provisions_of(value, rulebook or national())
    assert known is not None
    return known


def answers(
    *rows: dict[str, str], known: Provisions | None = None
) -> tuple[list[tuple[str, dict[str, Any]]], list[tuple[str, str]]]:
    """What these rows say, each by its sheet; and what is told of them, with its place."""
    faults = Noted(10)
    values = layout_of(national().declarations).table(VALUES.name)
    reader = Answers(known or law(), values, faults)
    at = {column.title: number for number, column in enumerate(CONFIRMED.columns, 1)}
    said = []
    for row, given in enumerate(rows, 5):
        entry = Entry((), {"type": "konfirmasi_nilai", **given}, Grid("K", 1, at=at), row)
        said += [(table.name, each.said) for table, each in reader.of(entry)]
    return said, [(fault.spot.cell if fault.spot else "", fault.code) for fault in faults]


def row(what: str, stands: str, answer: str, **more: str) -> dict[str, str]:
    """A row that is answered."""
    return {"what": what, "stands": stands, "value": answer, "clause": "IKP 28", "at": AT, **more}


def event(param: str, value: str) -> tuple[str, dict[str, str]]:
    """The event that a row comes to."""
    kind = {"type": "konfirmasi_nilai", "clause": "IKP 28", "at": AT}
    return "Konfirmasi", {**kind, "param": param, "value": value}


def own(param: str, value: str, reason: str) -> tuple[str, dict[str, str]]:
    """What the document sets by a row."""
    said = {"param": param, "value": value, "clause": "IKP 28", "reason": reason}
    return VALUES.name, said


def test_ya_confirms_the_value_of_its_row() -> None:
    said, told = answers(row(FAIRNESS, WITHOUT, "ya"), row(HEAVIEST, "70%", "ya"))
    assert told == []
    assert said == [
        event("fairness.comparison", "tanpa_keuntungan"),
        event("weights.sistem_nilai_technical_most", "70"),
    ]


def test_a_row_that_is_not_answered_says_nothing() -> None:
    assert answers({"what": FAIRNESS, "stands": WITHOUT, "at": AT}) == ([], [])


@pytest.mark.parametrize(
    ("what", "stands", "answer", "param", "value"),
    [
        (FAIRNESS, WITHOUT, WITH.upper(), "fairness.comparison", "dengan_keuntungan"),
        (HEAVIEST, "70%", "65%", "weights.sistem_nilai_technical_most", "65"),
        (HEAVIEST, "70%", "65", "weights.sistem_nilai_technical_most", "65"),
        ("Sisa Kemampuan Nyata paling kurang, bagian dari nilai total HPS", "10%", "12,5%",
            "skn.least_share", "0.125"),
        ("Selisih pembulatan rincian lumsum kurang dari", "Rp1", "Rp2,50",
            "price.breakdown_within", "2.5"),
        ("Sisa Kemampuan Paket paling kurang", "1", "2", "skp.least", "2"),
    ],
)  # fmt: skip
def test_the_documents_own_value(
    what: str, stands: str, answer: str, param: str, value: str
) -> None:
    """It is set and confirmed at once: what no text says is in doubt whoever sets it."""
    said, told = answers(row(what, stands, answer))
    assert told == []
    assert said == [event(param, value), own(param, value, "Ditetapkan dalam Dokumen Pemilihan")]
    said, _ = answers(row(what, stands, answer, reason="Adendum 1"))
    assert said[1] == own(param, value, "Adendum 1")


def test_the_very_value_that_stands_is_a_ya() -> None:
    said, _ = answers(row(HEAVIEST, "70%", "70 persen"))
    assert said == [event("weights.sistem_nilai_technical_most", "70")]


@pytest.mark.parametrize(
    ("what", "answer", "code"),
    [
        (FAIRNESS, "dengan", "XLS212"),
        (HEAVIEST, "tujuh puluh", "XLS212"),
        (HEAVIEST, "Ya, sesuai", "XLS231"),
        (HEAVIEST, "ya, tetapi 65%", "XLS231"),
        # A share without its sign may be one of a hundred.
        ("Sisa Kemampuan Nyata paling kurang, bagian dari nilai total HPS", "12,5", "XLS212"),
        (HEAVIEST, "65 hari", "XLS191"),
        # So may a figure up to one where percent is meant; below one percent nothing is weighed.
        (HEAVIEST, "0,65", "XLS217"),
        (HEAVIEST, "1", "XLS217"),
        (HEAVIEST, "0,65%", "XLS212"),
        (HEAVIEST, "650", "XLS212"),
        ("Sisa Kemampuan Nyata paling kurang, bagian dari nilai total HPS", "0,125", "XLS217"),
        ("Sisa Kemampuan Nyata paling kurang, bagian dari nilai total HPS", "125%", "XLS212"),
        ("Hari layanan pascakualifikasi, dari pembukaan sampai penetapan", "-1", "XLS212"),
        ("Batas tertinggi hasil negosiasi Seleksi", "nilai Pagu Anggaran", "XLS215"),
    ],
)
def test_what_no_document_may_set(what: str, answer: str, code: str) -> None:
    assert answers(row(what, "", answer)) == ([], [("K!C5", code)])


def test_another_law_meanwhile_is_a_fault_at_the_row() -> None:
    """The value of the row is what somebody confirmed; what is in force now is another."""
    book = national()
    others = tuple(
        evolve(each, value="dengan_keuntungan") if each.param == "fairness.comparison" else each
        for each in book.provisions
    )
    changed_law = law(evolve(book, provisions=others))
    assert answers(row(FAIRNESS, WITHOUT, "ya"), known=changed_law) == ([], [("K!B5", "XLS211")])
    said, told = answers(row(FAIRNESS, WITH, "ya"), known=changed_law)
    assert (said, told) == ([event("fairness.comparison", "dengan_keuntungan")], [])


def test_what_the_document_sets_elsewhere_is_what_stands() -> None:
    values = [{"param": "fairness.comparison", "value": "dengan_keuntungan"}]
    known = law(values=values)
    assert answers(row(FAIRNESS, WITHOUT, "ya"), known=known)[1] == [("K!B5", "XLS211")]
    assert answers(row(FAIRNESS, WITH, "ya"), known=known)[1] == []


def test_a_row_is_known_by_its_sentence_or_by_its_code() -> None:
    """Either may be lost; of two at odds nobody knows which is meant."""
    code = {"param": "fairness.comparison"}
    assert answers(row(FAIRNESS + " ", WITHOUT, "ya"))[1] == []
    assert answers(row("", WITHOUT, "ya", **code))[1] == []
    assert answers(row("Pembanding", WITHOUT, "ya", **code))[1] == []
    assert answers(row(HEAVIEST, WITHOUT, "ya", **code)) == ([], [("K!A5", "XLS210")])
    assert answers(row("Pembanding", WITHOUT, "ya")) == ([], [("K!A5", "XLS210")])


def test_what_a_seleksi_calls_it() -> None:
    said, told = answers(
        row("Peserta yang dokumen penawaran biayanya dibuka",
            "hanya peserta yang lulus evaluasi teknis", "ya"),
        row("Rumus nilai biaya", "biaya terendah dibagi biaya penawaran, dikali 100", "ya"),
    )  # fmt: skip
    assert told == []
    assert [each["param"] for _, each in said] == ["unsealing.whose", "scores.price_formula"]


def test_one_answer_a_provision() -> None:
    said, told = answers(row(FAIRNESS, WITHOUT, "ya"), row(FAIRNESS, WITHOUT, WITH))
    assert (len(said), told) == (1, [("K!C6", "XLS213")])


@pytest.mark.parametrize("day", ["2019-05-04", "2022-05-04", "2026-11-30"])
def test_every_value_of_the_law_reads_back_from_its_words(day: str) -> None:
    """Each is found by its sentence and by nothing else, and each of its terms by its words."""
    book = national()
    known = provisions_of({"tender": {"announced_on": day}}, book)
    assert known is not None
    looked_at = 0
    for param, used in known.law.values.items():
        if used.source is Source.SETTING:
            continue
        told = book.parameters[param]
        assert known.param_of("", told.words.id) == param
        terms = told.terms if told.unit is Unit.KATA else ()
        for value in {used.value, *terms}:
            assert known.value_of(param, known.in_words(param, value)) == value
            looked_at += 1
    assert looked_at > 50


@pytest.mark.parametrize("day", ["", "2010-01-01", "besok"])
def test_without_a_law_nothing_is_read_of_it(day: str) -> None:
    assert provisions_of({"tender": {"announced_on": day}}, national()) is None


def test_one_time_above_the_heads_and_one_of_a_row() -> None:
    """As a person types it: two cells a row, and one time."""
    desk = Desk()
    before = len(small().events)
    asked = {"Ketentuan": "Pemenuhan syarat oleh anggota KSO", "Jawaban": "YA", "Klausul": "IKP 5"}
    desk.row("Konfirmasi", {**asked, "Nilai yang berlaku": "dinilai pada setiap anggota"}, 1)
    own_time = datetime.fromisoformat("2022-05-21T09:30")
    second = {"Ketentuan": FAIRNESS, "Nilai yang berlaku": WITHOUT, "Jawaban": WITH}
    desk.row("Konfirmasi", {**second, "Klausul": "IKP 6", "Waktu": own_time}, 2)
    desk.book["Konfirmasi"]["B3"] = AT_HEAD
    package = package_of(desk.read())
    assert [str(each.at) for each in package.events[before:]] == [
        "2022-05-20 10:00:00+07:00",
        "2022-05-21 09:30:00+07:00",
    ]
    assert package.tender.regulation is not None
    assert package.tender.regulation.values is not None
    told = {each.param: each.value for each in package.tender.regulation.values}
    assert told["fairness.comparison"] == "dengan_keuntungan"


def test_what_does_not_hold_the_weight_is_told_in_its_cell() -> None:
    """In words: a lowest of 95 percent leaves no range below the law's highest of 80."""
    desk = Desk(sample("pengawasan-rumah-sakit"))
    asked, what = desk.book["Konfirmasi"], "Bobot teknis Kualitas dan Biaya paling rendah"
    answer = next(cells[2] for cells in asked.iter_rows() if cells[0].value == what)
    answer.value = "95%"
    reading = desk.read()
    with pytest.raises(PackageRefusedError) as refused:
        evaluate(package_of(reading), national())
    (told,) = reading.diagnose(refused.value.faults)
    assert (told.cell, told.code) == (f"Konfirmasi!{answer.coordinate}", "ATR106")
    assert "95 sampai dengan 80" in told.message
    assert "_" not in told.message + told.hint


def _answered(book: Any) -> None:
    sheet = book["Konfirmasi"]
    sheet["B3"] = datetime.fromisoformat("2026-05-29T08:00")
    for number, (what,) in enumerate(sheet.iter_rows(5, max_col=1, values_only=True), 5):
        if what:
            sheet.cell(number, 3).value, sheet.cell(number, 4).value = "ya", "IKP 28"


def _as_high_as_their_remarks(sheet: Any) -> None:
    """A row is higher where its remark (48 signs a line) needs more than one line, only there."""
    for row in (5, 6, 7):
        long = len(sheet.cell(row, 7).value or "") > 55
        assert (sheet.row_dimensions[row].height is not None) is long


def test_a_refresh_asks_and_never_changes_an_answer() -> None:
    """What is asked is answered by ya, and the next refresh has nothing to ask."""
    book = _asked()
    asked = [each for each in under(opened(book)["Konfirmasi"], "Ketentuan") if each]
    assert len(asked) == 3
    _as_high_as_their_remarks(opened(book)["Konfirmasi"])
    assert _refresh(book) == book
    answered = changed(book, _answered)
    again = _refresh(answered)
    assert _said(again) == _said(answered)
    told = package_of(read_bytes(again, "x.xlsx")).happened.of(Confirmation)
    assert len([*told]) == len(asked)


def test_a_refresh_puts_the_value_that_stands_where_nobody_answered() -> None:
    book = changed(_asked(), _older)
    sheet = opened(_refresh(book))["Konfirmasi"]
    assert under(sheet, "Nilai yang berlaku")[0] != "yang dahulu"
    assert under(sheet, "Klausul")[0] is None


def test_an_answered_row_keeps_the_value_that_was_confirmed() -> None:
    def older(book: Any) -> None:
        _older(book)
        book["Konfirmasi"]["C5"] = "ya"

    given = changed(_asked(), older)
    told = {"stands": "yang sekarang", "param": opened(given)["Konfirmasi"]["H5"].value}
    row = tuple(told.get(column.key[0]) for column in CONFIRMED.columns)
    asked = (Filled(CONFIRMED, (row,)), law())
    done = grown(given, Additions((), (), {}, (), asked))
    assert _said(done) == _said(given)


def test_a_workbook_without_the_sheet_is_given_one() -> None:
    def drop(book: Any) -> None:
        del book["Konfirmasi"]

    without = changed(workbook(_unconfirmed()), drop)
    given = opened(_refresh(without))["Konfirmasi"]
    assert "Saat negosiasi dengan satu penawar" in under(given, "Ketentuan")


def _older(book: Any) -> None:
    book["Konfirmasi"]["B5"] = "yang dahulu"


@cache
def _asked() -> bytes:
    return _refresh(workbook(_unconfirmed()))


def _unconfirmed() -> Any:
    package = sample("air-minum-negosiasi")
    events = tuple(each for each in package.events if not isinstance(each, Confirmation))
    return evolve(package, events=events)


def _refresh(book: bytes) -> bytes:
    reading = read_bytes(book, "paket.xlsx")
    return refreshed(evaluate(package_of(reading), national()), reading)


def _said(book: bytes) -> list[Any]:
    return [[cell.value for cell in line] for line in opened(book)["Konfirmasi"].iter_rows(1)]


def confirmed(param: str, value: str, **more: str) -> dict[str, Any]:
    """An event of a package."""
    said = {"type": "konfirmasi_nilai", "param": param, "value": value, "clause": "IKP 28"}
    return {**said, "at": AT, **more}


def rows_of(*events: dict[str, Any], values: tuple[dict[str, str], ...] = ()) -> list[Any]:
    """What the sheet says of a tender of 2026 that confirms so, each answer with its places."""
    tender = {"announced_on": "2026-05-04", "regulation": {"values": [*values]}}
    value = {"tender": tender, "events": [*events]}
    found = answered_in(value, national())
    return [(one.row["what"], one.row["stands"], one.row["value"], one.places) for one in found]


def test_a_package_is_written_as_it_would_be_answered() -> None:
    """What is in force is a ya, what the document sets is its value in words."""
    agreed = confirmed("fairness.comparison", "tanpa_keuntungan")
    heavy = confirmed("weights.sistem_nilai_technical_most", "65")
    value = {key: heavy[key] for key in ("param", "value", "clause")}
    own = {**value, "reason": "Adendum 1"}
    place = ("tender", "regulation", "values", 0)

    assert rows_of(agreed) == [(FAIRNESS, WITHOUT, "ya", (("events", 0),))]
    assert rows_of(heavy, values=(own,)) == [(HEAVIEST, "70%", "65%", (("events", 0), place))]
    # Of another clause it is set on its own sheet, and stands.
    other = {**own, "clause": "LDP 3"}
    assert rows_of(heavy, values=(other,)) == [(HEAVIEST, "65%", "ya", (("events", 0),))]


@pytest.mark.parametrize(
    "events",
    [
        [confirmed("fairness.comparison", "dengan_keuntungan")],  # another than is in force
        [confirmed("fairness.comparison", "tanpa_keuntungan")] * 2,
        [confirmed("fairness.comparison", "tanpa_keuntungan", evidence="berkas")],
        [confirmed("tidak.ada", "1")],
    ],
)
def test_what_no_row_says_whole_stands_with_the_events(events: list[dict[str, Any]]) -> None:
    assert rows_of(*events) == []


def test_a_written_package_reads_back_as_it_was() -> None:
    """With its answers where they are asked, and nothing of them elsewhere."""
    at = datetime.fromisoformat("2022-05-20T10:00:00+07:00")
    heavy = DocumentValue("weights.sistem_nilai_technical_most", "65", "LDP 2", "Adendum 1")
    package = evolve(
        small(),
        events=(
            *small().events,
            Confirmation(at, "fairness.comparison", "tanpa_keuntungan", "IKP 28"),
            Confirmation(at, heavy.param, heavy.value, heavy.clause),
        ),
        tender=evolve(small().tender, regulation=Regulation((), (heavy,))),
    )
    desk = Desk(package)
    titles = ("Jawaban", "Klausul", "Alasan")

    again = read_bytes(desk.bytes(), "paket.xlsx").package
    assert package_digest(again) == package_digest(package)
    assert [[desk.cell("Konfirmasi", t, n).value for t in titles] for n in (1, 2)] == [
        ["ya", "IKP 28", None],
        ["65%", "LDP 2", "Adendum 1"],
    ]
    assert desk.cell("Nilai Dokumen", "Ketentuan").value is None


@pytest.mark.parametrize("apart", [True, False])
def test_codes_that_an_old_workbook_shows_are_hidden(apart: bool) -> None:
    """With a width of their own or one with their neighbours, which stay; and once."""
    desk = Desk(drawn=True)
    page = desk.book["Konfirmasi"]
    column = desk.column("Konfirmasi", "Kode ketentuan")
    page.column_dimensions[column_letter(column)].hidden = False
    if not apart:
        wide = page.column_dimensions[column_letter(column - 1)]
        wide.min, wide.max = column - 1, column + 1
        del page.column_dimensions[column_letter(column)]
    container = Container(desk.bytes())
    sheet = SheetXml(container.read(dict(container.worksheets())["Konfirmasi"]), container.shared)

    assert hide_codes(sheet)
    assert not hide_codes(sheet)
    assert sheet.xml().count(b'hidden="1"') == 1
    assert not sheet.hide(column)
