"""The sheets Surat and Kantor, and every event and key in the workbook without loss."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tender_desk.workbook.kinds.people import ITEMS, PAPER_KIND, PRESENT, SIGNERS
from tender_desk.workbook.layouts.content import book_of
from tender_desk.workbook.layouts.listed_order import as_listed
from tender_desk.workbook.layouts.tables import layout_of
from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package
from tender_rules import national
from tests.desk.workbook.data import Desk, told
from tests.engine.formats.data import small_package
from tests.reading import read_bytes, workbook_bytes

CAME = [
    {"name": "Ani", "role": "Ketua"},
    {"name": "Budi, S.T., M.T.", "role": "Direktur", "for": "p1"},
]
ITEMS_SAID = [
    {"line": "L1", "asked": "Rp9.000.000", "agreed": "Rp8.500.000"},
    {"title": "Waktu", "asked": "80 hari", "agreed": "85 hari"},
]
AT = "2022-05-2{}T10:00:00+07:00"
EVENTS: list[dict[str, Any]] = [
    {"type": "undangan", "of": "klarifikasi", "participant": "p1", "for": AT.format(1)}
    | {"place": "Aula", "number": "005/1", "present": CAME},
    {"type": "surat", "of": "evaluasi", "number": "027/1", "date": "2022-05-22", "place": "Bangil"},
    {"type": "surat", "of": "surat", "participant": "p1", "number": "027/2", "date": "2022-05-22"},
    {
        "type": "berita_acara",
        "of": "pemilihan",
        "number": "027/3",
        "place": "Aula",
        "present": CAME,
    },
    {"type": "negosiasi", "participant": "p1", "outcome": "sepakat", "total": "1000"}
    | {"items": ITEMS_SAID},
    {"type": "sanggah", "of": "pemilihan", "participant": "p1", "channel": "luar"}
    | {"addressee": "ppk"},
    {"type": "jawaban_sanggah", "of": "pemilihan", "participant": "p1"}
    | {"decision": "benar_substansial", "cause": "perpres-16-2018:51(2)a"},
    {"type": "sanggah_banding", "of": "pemilihan", "participant": "p1", "bond": "5000000"},
    {"type": "klarifikasi_jaminan", "participant": "p1", "result": "tidak_sah"},
    {"type": "jawaban_sanggah_banding", "participant": "p1", "decision": "tidak_benar"},
    {"type": "usul_penetapan", "number": "027/4"},
    {"type": "pernyataan", "member": "m1", "interest": False},
    {"type": "pernyataan", "member": "m2", "interest": "Ipar direktur", "participants": ["p1"]},
    {"type": "penolakan", "by": "ppk", "reason": "Belum sependapat."},
    {"type": "penjelasan", "number": "027/5"},
    {"type": "sppbj", "participant": "p1", "number": "027/6"},
]
SANGGAH = EVENTS[5]
KANTOR = {
    "place": "Pasuruan",
    "papers": [
        {"of": "*", "number": "027/{urut}/{bulan}/{tahun}", "copies": ["PPK", "Arsip"]},
        {"of": "surat", "signatories": [{"name": "Drs. Cipto", "role": "Kepala", "nip": "1980"}]},
    ],
}


def plain(events: list[dict[str, Any]], extensions: Any = None) -> dict[str, Any]:
    """The small package with these events, each at a time of its own, and these extensions."""
    value: dict[str, Any] = json.loads(json.dumps(small_package()))
    moments = ({"at": AT.format(2).replace("10:00", f"10:{n:02}")} for n in range(len(events)))
    value["events"] += [{**event, **moment} for event, moment in zip(events, moments, strict=True)]
    value.pop("extensions", None)
    return value if extensions is None else {**value, "extensions": extensions}


def given(value: dict[str, Any]) -> Package:
    """What the engine reads of it, whatever the law says."""
    reading = read_bytes(json.dumps(value).encode(), "paket.json")
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return reading.package


def places_of_rest(package: Package) -> set[str]:
    """What no sheet could hold."""
    book = book_of(as_listed(package), layout_of(national().declarations))
    return {one.place for one in book.rest}


PREVIOUS = {"kind": "evaluasi_ulang", "package": f"sha256:{'0' * 64}", "reason": "Salah menilai."}
NAMES = {"anew": ["evaluasi_teknis:p1", "pembuktian_kualifikasi"]}


@pytest.mark.parametrize(
    ("extensions", "rest"),
    [
        ({"ulang": NAMES}, set()),
        ({"ulang": {"anew": []}}, set()),
        ({"ulang": NAMES, "kantor": KANTOR}, set()),
        ({"ulang": NAMES, "lain": {"a": 1}}, {"extensions"}),
    ],
)
def test_what_is_judged_anew_stands_in_a_cell(extensions: Any, rest: set[str]) -> None:
    """In words, and beside whatever else is carried along."""
    package = given({**plain([], extensions), "previous": PREVIOUS})
    again = read_bytes(workbook_bytes(package), "paket.xlsx").package

    assert again is not None
    assert canonical_package(again) == canonical_package(package)
    assert {place for place in places_of_rest(package) if place.startswith("ext")} == rest


def test_names_are_typed_as_people_write_them() -> None:
    """By code or name in any case, a stage as papers call it; what is none is told at its cell."""
    for text, found in (
        ("TEKNIS: cv. satu  contoh; Pembuktian Kualifikasi", []),
        ("evaluasi teknik: P-1; evaluasi teknis: p9", ["ATR097", "ATR098"]),
        ("evaluasi teknis: CV Satu", ["XLS193"]),
    ):
        desk = Desk()
        for title, value in (("jenis", "evaluasi ulang"), ("alasan", "Salah menilai.")):
            desk.field("Paket", f"Paket sebelumnya: {title}").value = value
        desk.field("Paket", "Paket sebelumnya: nilai hash").value = PREVIOUS["package"]
        cell = desk.field("Paket", "Yang dinilai ulang")
        cell.value = text
        reading = desk.read()

        assert told(reading) == [(f"Paket!{cell.coordinate}", code) for code in found]
        if not found:
            assert reading.package is not None
            assert reading.package.extensions["ulang"] == NAMES


def test_each_event_has_a_row_that_reads_back() -> None:
    """With every key that it may have; nothing of it among the rest."""
    package = given(plain(EVENTS))
    again = read_bytes(workbook_bytes(package), "paket.xlsx").package

    assert again is not None
    assert canonical_package(again) == canonical_package(package)
    assert not {place for place in places_of_rest(package) if place.startswith("events")}


@pytest.mark.parametrize(
    ("extensions", "rest"),
    [
        ({"kantor": KANTOR, "milik lain": {"a.b": [1, None]}}, {"extensions"}),
        ({"kantor": {"papers": [{"of": "bahp", "copies": ["a; b"]}]}}, {"extensions"}),
        ({"kantor": {}}, {"extensions.kantor"}),
    ],
)
def test_what_the_office_sets_has_a_sheet_of_its_own(extensions: Any, rest: set[str]) -> None:
    """What else is carried along, and what a cell cannot hold, stands with the rest."""
    package = given(plain([], extensions))
    again = read_bytes(workbook_bytes(package), "paket.xlsx").package

    assert again is not None
    assert again.extensions == extensions
    assert canonical_package(again) == canonical_package(package)
    assert {place for place in places_of_rest(package) if place.startswith("ext")} == rest


def typed(kind: str, **cells: str) -> Callable[[Desk], None]:
    """Somebody types a row of the sheet Surat."""
    return lambda desk: desk.row("Surat", {"Jenis": kind, "Waktu": "22/5/2022 10:00", **cells}, 1)


def test_somebody_types_it_in_words() -> None:
    """The name of a paper, a term, and people one a line."""
    desk = Desk()
    paper = {"Nomor dan tanggal dari": "Surat pemberitahuan hasil evaluasi", "Peserta": "p1"}
    typed("surat", **paper, Nomor="027/1", Tanggal="22 Mei 2022")(desk)
    called = {"Undangan untuk": "Klarifikasi", "Peserta": "p1", "Diundang untuk": "23/5/2022 9:00"}
    people = "Ani; Ketua\nBudi, S.T.; Direktur; p1"
    row = {"Jenis": "Undangan", "Waktu": "22/5/2022 11:00", **called, "Yang hadir": people}
    desk.row("Surat", row, 2)
    office = {"Jenis dokumen": "semua", "Pola nomor": "027/{urut}", "Tembusan": "PPK; Arsip"}
    desk.row("Kantor", office, 1)
    desk.field("Paket", "Tempat surat").value = "Pasuruan"
    package = desk.read().package

    assert package is not None
    letter, call = package.events[-2:]
    assert (letter.of, str(letter.dated)) == ("surat", "2022-05-22")  # type: ignore[attr-defined]
    assert [one.for_ for one in call.present] == [None, "p1"]  # type: ignore[attr-defined]
    assert package.extensions["kantor"] == {
        "place": "Pasuruan",
        "papers": [{"of": "*", "number": "027/{urut}", "copies": ["PPK", "Arsip"]}],
    }


def test_a_slip_is_told_at_its_cell() -> None:
    """With what was meant."""
    desk = Desk()
    row = {"Jenis": "surat", "Waktu": "22/5/2022 10:00", "Nomor": "1", "Tanggal": "22/5/2022"}
    desk.row("Surat", {**row, "Nomor dan tanggal dari": "pengumumam"}, 1)
    slips = [
        ({"Jenis dokumen": "surrat"}, "Kantor!A5", "SRT001"),
        ({"Jenis dokumen": "pengumuman", "Pola nomor": "{nomor}"}, "Kantor!B6", "SRT003"),
        ({"Jenis dokumen": "bahp", "Penanda tangan": "A; B"}, "Kantor!D7", "SRT004"),
        ({"Jenis dokumen": "surat", "Penanda tangan": "A;B;C;D"}, "Kantor!D8", "XLS177"),
        ({"Jenis dokumen": "laporan", "Penanda tangan": "A"}, "Kantor!D9", "XLS218"),
    ]
    for number, (cells, _, _) in enumerate(slips, 1):
        desk.row("Kantor", cells, number)

    wanted = [(cell, code) for _, cell, code in slips]
    assert told(desk.read()) == [("Surat!C5", "SRT001"), *wanted]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("Budi", "Budi: jabatan belum ditulis."),
        ("Ani; Ketua\nBudi; ; p1", "Budi; ; p1: jabatan belum ditulis."),
        ("; Direktur", "; Direktur: nama belum ditulis."),
        (";; p1", ";; p1: nama dan jabatan belum ditulis."),
    ],
)
def test_who_came_without_a_role_lacks_that(people: str, said: str) -> None:
    """The cell is filled in; of what stands there the part that is missing is named, once."""
    desk = Desk()
    called = {"Undangan untuk": "klarifikasi", "Peserta": "p1", "Diundang untuk": "23/5/2022 9:00"}
    row = {"Jenis": "undangan", "Waktu": "22/5/2022 11:00", **called, "Yang hadir": people}
    desk.row("Surat", row, 1)

    assert [(one.code, one.message) for one in desk.read().diagnose()] == [("XLS218", said)]


def test_a_kind_set_twice_is_told() -> None:
    """Both of them."""
    value = plain([], {"kantor": {"papers": [{"of": "surat"}, {"of": "surat", "number": "1"}]}})
    found = read_bytes(json.dumps(value).encode(), "paket.json").diagnose()

    assert [(one.code, one.path) for one in found] == [
        ("SRT002", "extensions.kantor.papers[0].of"),
        ("SRT002", "extensions.kantor.papers[1].of"),
    ]


@pytest.mark.parametrize(
    ("event", "known"), [("pengumumam", "pengumuman"), ("BAHP", "bahp"), ("surat", "")]
)
def test_an_unknown_kind_of_paper_is_told_with_the_nearest(event: str, known: str) -> None:
    """In JSON, at its place."""
    value = plain([{**EVENTS[1], "of": event}])
    found = read_bytes(json.dumps(value).encode(), "paket.json").diagnose(lang="en")

    assert [one.code for one in found] == (["SRT001"] if known else [])
    assert all(f"Known kinds: {known}" in one.hint for one in found)


@pytest.mark.parametrize(
    "act",
    [
        {"type": "usul_penetapan", "of": "usul-penetapan"},
        {"type": "pembatalan", "of": "pembatalan", "by": "kpa", "reason": "anggaran"},
        {"type": "undangan", "of": "undangan-klarifikasi", "participant": "p1"},
    ],
)
@pytest.mark.parametrize("number", ["027/1", "027/2"])
def test_a_letter_bears_the_number_of_its_act(act: dict[str, Any], number: str) -> None:
    """The same number twice is one; two of them are told at the letter."""
    letter = {key: act[key] for key in ("of", "participant") if key in act}
    letter |= {**EVENTS[1], "participant": act.get("participant"), "of": act["of"]}
    kept = {key: value for key, value in act.items() if key != "of"}
    if act["type"] == "undangan":
        kept |= {"of": "klarifikasi", "for": "2022-05-24T09:00:00+07:00"}
    kept |= {"at": "2022-05-20T09:00:00+07:00", "number": "027/1"}
    value = plain([kept, {**letter, "number": number}])
    found = read_bytes(json.dumps(value).encode(), "paket.json").diagnose()

    told = [(one.code, one.path) for one in found if one.code.startswith("SRT")]
    assert told == ([] if number == "027/1" else [("SRT005", "events[10].number")])


@pytest.mark.parametrize(
    ("paper", "act", "first"),
    [
        ("penetapan", {"type": "penjelasan"}, 20),
        ("gagal", {"type": "pernyataan_gagal", "of": "pemilihan", "by": "pokja"}, 22),
        ("jawaban-sanggah", {"type": "jawaban_sanggah", "of": "pemilihan"}, 22),
        ("pembukaan", {"type": "penjelasan"}, 12),
        ("evaluasi", {"type": "penjelasan"}, 16),
        ("klarifikasi", {"type": "penjelasan"}, 16),
        ("pembukaan-harga", {"type": "penjelasan"}, 17),
        ("bahp", {"type": "penjelasan"}, 20),
        ("pengumuman", {"type": "pengumuman", "of": "pemilihan"}, 20),
        ("surat", {"type": "penjelasan"}, 20),
        ("laporan", {"type": "penjelasan"}, 20),
        ("pembatalan", {"type": "pembatalan", "by": "kpa", "reason": "anggaran"}, 22),
    ],
)
@pytest.mark.parametrize("later", [-1, 0, 1])
def test_a_letter_is_not_older_than_its_act(
    paper: str, act: dict[str, Any], first: int, later: int
) -> None:
    """The small package determines on the 20th, the act is of the 22nd; the same day will do."""
    letter = {**EVENTS[1], "of": paper, "number": "BA-1", "date": f"2022-05-{first + later}"}
    if paper == "jawaban-sanggah":
        act = {**act, "participant": "p1", "decision": "tidak_benar"}
    if paper in ("jawaban-sanggah", "surat"):
        letter["participant"] = "p1"
    if paper == "gagal":
        act = {**act, "ground": "perpres-16-2018:51(2)a"}
    more = [{**SANGGAH, "participant": "p1"}] if paper == "jawaban-sanggah" else []
    found = read_bytes(json.dumps(plain([act, letter, *more])).encode(), "paket.json").diagnose()

    told = [(one.code, one.path) for one in found if one.code.startswith("SRT")]
    assert "2022-" not in " ".join(one.message for one in found if one.code.startswith("SRT"))
    if later < 0:
        assert told == [("SRT006", "events[10].date")]
    elif paper == "jawaban-sanggah" and later:
        # An appeal counts its days from the answer: from another day it would have another last.
        assert told == [("SRT007", "events[10].date")]
    else:
        # The announcement is of the 22nd, what it tells of the 20th.
        another = [("SRT007", "events[10].date")] if paper == "pengumuman" else []
        assert told == another


def test_a_letter_that_answers_nobody_is_told() -> None:
    """p2 has objected and p1 has not."""
    letters = [
        {**EVENTS[1], "of": "jawaban-sanggah", "participant": who, "number": "JS", "date": day}
        for who, day in (("p1", "2022-05-23"), ("p2", "2022-05-23"))
    ]
    value = plain([{**SANGGAH, "participant": "p2"}, *letters])
    found = read_bytes(json.dumps(value).encode(), "paket.json").diagnose()

    told = [(one.code, one.path) for one in found if one.code.startswith("SRT")]
    assert told == [("SRT008", "events[10].participant")]


@pytest.mark.parametrize("kantor", [[], "x", {"place": 1}, {"papers": {}}, {"surat": []}])
def test_an_office_of_another_shape_is_told(kantor: Any) -> None:
    """As any other key of the format is."""
    found = read_bytes(json.dumps(plain([], {"kantor": kantor})).encode(), "paket.json").diagnose()

    assert found
    assert all(one.code.startswith("PKT01") for one in found)


def test_small_records_stand_one_a_line() -> None:
    """What is left out at the end is no part; in the middle it stands empty."""
    assert PRESENT.write(CAME) == "Ani; Ketua\nBudi, S.T., M.T.; Direktur; p1"
    assert ITEMS.write(ITEMS_SAID).splitlines()[1] == "; Waktu; 80 hari; 85 hari"
    assert SIGNERS.write([]) == "-"
    assert PAPER_KIND.write("bahp") == "Berita Acara Hasil Pemilihan"
