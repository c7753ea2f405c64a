"""Every fault there is, as who typed a workbook reads it: in the words of the sheet."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

import tender_cli
import tender_desk
import tender_engine
import tender_rules
from tender_desk.documents.word.kop_error import KOP_TEXTS
from tender_desk.file_reading import FileReading
from tender_desk.reader_texts import ON_SHEETS, TEXTS
from tender_desk.spse.page_values import PAGE_TEXTS
from tender_desk.workbook.kinds import Choice
from tender_desk.workbook.layouts.layout import Form
from tender_desk.workbook.layouts.tables import layout_of
from tender_desk.workbook.reading.workbook_found import Found
from tender_engine.faults import Diagnostic, Fault
from tender_engine.log_remarks import LOG_TEXTS
from tender_rules import national
from tender_rules.objections import OBJECTION_TEXTS, SHEET_TEXTS
from tender_rules.whatif.own_question import WHATIF_TEXTS
from tests.desk.workbook.data import workbook
from tests.desk.workbook.in_sheet_words import words_of_the_program
from tests.engine.formats.cases import CROSS_CASES, SHAPE_CASES
from tests.engine.formats.data import change, read, small_package
from tests.indonesian import left_over
from tests.reading import read_bytes, read_workbook

# What a Pokja is told of its workbook, its letterhead, SPSE's pages, a trail and a question.
ALL = {
    **TEXTS,
    **OBJECTION_TEXTS,
    **ON_SHEETS,
    **SHEET_TEXTS,
    **KOP_TEXTS,
    **PAGE_TEXTS,
    **LOG_TEXTS,
    **WHATIF_TEXTS,
}
# Told of a text of JSON and of nothing else, and of a rulebook that somebody made.
OF_JSON = {*(f"PKT00{digit}" for digit in "34567"), "PKT021", "PKT028", "PKT109", "TRL026"}
# Families that speak to who writes programs, local standards, releases and tables of packages.
OF_PROGRAMS = ("BCH", "OCD", "SRV", "STD")
# Each objection of the law once as it was made, for each kind of thing that it names.
OBJECTED = [
    json.loads(line)
    for line in Path(__file__).with_name("objected.jsonl").read_text("utf-8").splitlines()
]
ROOMS = (tender_engine, tender_rules, tender_desk, tender_cli)
# Of these `found` is what somebody typed.
TYPED = {"PKT010", "PKT015", "PKT019", "PKT020"}


@cache
def small_reading() -> tuple[Found, FileReading]:
    """The workbook of the small package as it is read."""
    return read_workbook(workbook()), read_bytes(workbook(), "paket.xlsx")


def told(fault: Fault, lang: str) -> tuple[Diagnostic, ...]:
    """What is told of a fault of a package by who looks at its workbook."""
    found, reading = small_reading()
    return evolve(reading, faults=tuple(found.told([fault])), package=None).diagnose((), lang)


def strange(fault: Fault) -> list[tuple[str, str, list[str]]]:
    """Words of the program in what is told of a fault, with the message, in both languages."""
    typed = fault.params.get("found", "") if fault.code in TYPED else ""
    messages = [
        (lang, f"{one.message} {one.hint}") for lang in ("id", "en") for one in told(fault, lang)
    ]
    assert messages
    found = [(lang, text, words_of_the_program(text, lang, typed)) for lang, text in messages]
    return [one for one in found if one[2]]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_text_has_a_word_of_the_program(lang: str) -> None:
    """Whatever is filled into it."""
    texts = [
        re.sub(r"\{\w+\}\w*", "", f"{ALL[code].message(lang)} {ALL[code].hint(lang)}")
        for code in ALL.keys() - OF_JSON
    ]

    assert {text: found for text in texts if (found := words_of_the_program(text, lang))} == {}


def test_every_text_of_a_fault_is_read_or_speaks_to_somebody_else() -> None:
    """Wherever a room keeps its words: a family that is new is read, or named above."""
    rooms = [Path(str(room.__file__)).parent for room in ROOMS]
    words = [tomllib.loads(file.read_text("utf-8")) for room in rooms for file in tomls(room)]
    codes = {code for each in words for code in each if re.fullmatch(r"[A-Z]{3}\d{3}", code)}
    assert {code for code in codes - ALL.keys() if not code.startswith(OF_PROGRAMS)} == set()
    assert len(codes) > 500


def tomls(room: Path) -> list[Path]:
    """The files of words of faults in a room; large ones of the law's values are none."""
    return [file for file in room.rglob("*.toml") if "regulations" not in file.parts]


@pytest.mark.parametrize(
    "word",
    [
        *("bid_bond", "null", "None", "true", "false", "tender.hps.lines[2]", "[]", "participants"),
        *("winner", "score", "key", "2026-05-06", "{found}", "submitted", "object"),
    ],
)
def test_a_word_of_the_program_is_seen(word: str) -> None:
    """Each kind of them, in a sentence that has no other."""
    assert words_of_the_program(f"Isi {word} pada lembar Peserta, lalu simpan.")
    assert not words_of_the_program("Isi harga pada lembar Peserta, lalu simpan.")


def test_no_fault_of_the_format_is_told_in_keys() -> None:
    """What the format finds in JSON, as if it had been typed."""
    faults = [
        fault
        for _, _, changes in (*SHAPE_CASES, *CROSS_CASES)
        for fault in read(change(small_package(), changes)).faults
        if fault.code not in OF_JSON
    ]
    assert len({fault.code for fault in faults}) > 60
    assert [one for fault in faults for one in strange(evolve(fault, spot=None))] == []


def test_no_fault_of_the_law_is_told_in_terms_of_the_program() -> None:
    """Each objection that there is."""
    assert {one["code"] for one in OBJECTED} == set(OBJECTION_TEXTS)
    faults = [
        Fault(one["code"], tuple(map(step, filter(None, one["path"].split("/")))), one["params"])
        for one in OBJECTED
    ]
    assert [one for fault in faults for one in strange(fault)] == []


@cache
def named_on_sheets() -> list[str]:
    """What sheets, columns and choices are called, the longest first: that stays Indonesian."""
    found: set[str] = set()
    for sheet in layout_of(national().declarations).sheets:
        form = isinstance(sheet, Form)
        fields = sheet.fields if form else (*sheet.parents, *sheet.columns)
        found |= {sheet.name, sheet.title, *(field.title for field in fields)}
        for field in fields:
            if isinstance(field.kind, Choice):
                found |= {*field.kind.words.values()}
    return [
        "akhir masa sanggah",
        "masa sanggah",
        *sorted(filter(None, found), key=len, reverse=True),
    ]


def test_in_english_only_what_sheets_name_is_indonesian() -> None:
    """Days, figures, stages and acts are told in English, whatever they are filled in from."""
    faults = [
        Fault(one["code"], tuple(map(step, filter(None, one["path"].split("/")))), one["params"])
        for one in OBJECTED
    ]
    messages = {f"{one.message} {one.hint}" for fault in faults for one in told(fault, "en")}
    assert not {text: rest for text in messages if (rest := left_over(text, named_on_sheets()))}


def step(text: str) -> str | int:
    return int(text) if text.isdigit() else text


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            Fault("ATR012", ("events", 1, "at"), {"at": "2026-05-06T10:00:00+07:00"}),
            "pada waktu yang sama, Rabu, 6 Mei 2026 pukul 10.00 WIB",
        ),
        (
            Fault(
                "PKT037",
                ("participants", 0, "submitted", "penawaran"),
                {"given": "2026-05-06 10:00:01+08:00", "until": "2026-05-06 10:00:00+08:00"},
            ),
            "Disampaikan Rabu, 6 Mei 2026 pukul 10.00.01 WITA, sesudah batas akhir Rabu, 6 Mei",
        ),
        (
            Fault("ATR004", ("tender", "announced_on"), {"day": "2018-03-21", "first": "x"}),
            "tender yang diumumkan 21 Maret 2018",
        ),
        (
            Fault("PKT014", ("tender", "pagu"), {"found": "1234567.5", "bound": "<= 1000000"}),
            "Bilangan 1.234.567,5 tidak dapat dipakai di sini: harus paling banyak 1.000.000.",
        ),
        (
            Fault("PKT014", ("tender", "bid_validity_days"), {"found": "1.5", "bound": "0..9999"}),
            "Bilangan 1,5 tidak dapat dipakai di sini: harus bilangan bulat dari 0 sampai 9.999.",
        ),
        (
            Fault("PKT012", ("tender", "complex"), {"expected": "boolean", "found": "string"}),
            "Seharusnya ya atau tidak, bukan teks.",
        ),
        (
            Fault(
                "ATR018",
                ("tender", "requirements", "evaluasi_teknis", "criteria"),
                {"what": "criteria", "method": "harga_terendah_ambang_batas"},
            ),
            "diperlukan untuk metode harga terendah ambang batas",
        ),
        (
            Fault("ATR036", ("events", 0, "held"), {"reading": "dua_masuk_lulus_teknis"}),
            "yang berlaku: dua penawaran",
        ),
        (
            Fault(
                "PKT011",
                ("participants", 0, "facts", "evaluasi_harga", "kewajaran_harga", "lines", 0),
                {"key": "overhead_percent"},
            ),
            "Overhead (%) wajib diisi.",
        ),
        (
            Fault(
                "ATR003",
                ("tender", "contract"),
                {"found": "putar_kunci", "article": "x", "fitting": "harga_satuan, lumsum"},
            ),
            "Pilih salah satu dari harga satuan, lumsum sebagai Jenis kontrak di lembar Paket",
        ),
        # A code is nobody's word, also where it looks like one.
        (Fault("ATR020", ("events", 0, "order"), {"order": "p_a, p2"}), "peringkat p_a, p2 tidak"),
    ],
)
def test_what_is_filled_in_is_put_into_words(fault: Fault, said: str) -> None:
    """A moment, a day, a figure, a key, a term, a reading of the law."""
    (one,) = told(fault, "id")
    assert said in f"{one.message} {one.hint}"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            Fault("ATR012", ("events", 1, "at"), {"at": "2026-05-06T10:00:01+07:00"}),
            "at the same time, Wednesday, 6 May 2026 at 10:00:01 WIB",
        ),
        (
            Fault("ATR004", ("tender", "announced_on"), {"day": "2018-03-21", "first": "x"}),
            "a tender announced on 21 March 2018",
        ),
        (
            Fault("XLS174", (), {"found": "Kamis, 6 Mei 2026", "day": "Rabu"}),
            "Kamis, 6 Mei 2026: that date is a Wednesday",
        ),
        (
            Fault("PKT014", ("tender", "pagu"), {"found": "1234567.5", "bound": "small"}),
            "1,234,567.5",
        ),
    ],
)
def test_english_has_its_own_days_and_figures(fault: Fault, said: str) -> None:
    """A moment to the second, a day, a figure."""
    (one,) = told(fault, "en")
    assert said in one.message


def test_an_objection_is_told_in_sentences() -> None:
    """Each begins with a capital, a code or a figure and has one stop at its end, in both faces.

    What a text of the law holds is no list of a program, and one thing is not told as many.
    """
    faults = [
        Fault(one["code"], tuple(map(step, filter(None, one["path"].split("/")))), one["params"])
        for one in OBJECTED
    ]
    told_of = {
        (d.code, part)
        for f in faults
        for lang in ("id", "en")
        for d in told(f, lang)
        for part in (d.message, d.hint)
    }
    wrong = re.compile(r"^[a-z]{2,}(?![\w.:-])|(?<!\.)\.\.(?!\.)|[\[{]['\"]|(?<!\d)\b1 [a-z]+s\b")
    assert not {each for each in told_of if wrong.search(each[1])}
