"""Files, folders and bytes; and the diagnostics that people read."""

import gc
import json
from pathlib import Path

import pytest

from tender_engine.faults import Fault, FaultText
from tender_engine.formats import reader
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.suggesting import suggest
from tender_engine.terms import ObjectionDecision
from tender_rules import national
from tests.engine.formats.data import change, read, small_package
from tests.reading import read_bytes, read_path, read_text, workbook_bytes

TEXT = json.dumps(small_package(), indent=1)


def codes(reading: reader.Reading) -> list[str]:
    return [fault.code for fault in reading.faults]


def test_a_file_and_its_folder_give_the_same(tmp_path: Path) -> None:
    """A folder is read through its paket.json."""
    (tmp_path / "paket.json").write_text(TEXT, "utf-8")

    from_folder, from_file = read_path(tmp_path), read_path(tmp_path / "paket.json")

    assert from_folder == from_file
    assert from_folder.package is not None
    assert str(tmp_path / "paket.json") == from_folder.name


def test_a_folder_with_both_is_refused(tmp_path: Path) -> None:
    """Nobody chooses between two packages."""
    (tmp_path / "paket.json").write_text(TEXT, "utf-8")
    (tmp_path / "paket.xlsx").write_bytes(b"PK")

    assert codes(read_path(tmp_path)) == ["PKT001"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """And the diagnostic names the folder."""
    reading = read_path(tmp_path)

    assert codes(reading) == ["PKT009"]
    assert f"{tmp_path}: PKT009 Folder ini tidak berisi paket.xlsx atau paket.json." == str(
        reading.diagnose()[0]
    )


def test_a_text_its_bytes_its_file_and_its_folder_give_one_package(tmp_path: Path) -> None:
    """By what they are; a text is never taken for the name of a file."""
    place = tmp_path / "paket.json"
    place.write_text(TEXT, "utf-8")
    readings = [
        reader.read(source, national()) for source in (TEXT, TEXT.encode(), place, tmp_path)
    ]

    assert [codes(reading) for reading in readings] == [[]] * 4
    assert len({package_digest(reading.package) for reading in readings if reading.package}) == 1
    assert codes(reader.read(str(place), national())) == ["PKT004"]


def test_a_workbook_is_refused_by_the_reader_of_json(tmp_path: Path) -> None:
    """By how it begins, by its name, or as all that a folder has; the hint names who takes it."""
    (tmp_path / "paket.xlsx").write_bytes(b"PK\x03\x04")
    odd = tmp_path / "lain.json"
    odd.write_bytes(b"\xd0\xcf\x11\xe0")

    for source in (b"PK\x03\x04", tmp_path / "paket.xlsx", odd, tmp_path):
        (told,) = reader.read(source, national()).diagnose("en")
        assert (told.code, "tender_desk.read" in told.hint) == ("PKT109", True)


@pytest.mark.parametrize("name", ["tiada.json", "tiada.xlsx"])
def test_a_missing_path_raises(tmp_path: Path, name: str) -> None:
    """It is no fault of a package."""
    with pytest.raises(FileNotFoundError):
        read_path(tmp_path / name)


def test_size_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than the largest is refused before it is read."""
    monkeypatch.setattr(reader, "LARGEST", len(TEXT))
    path = tmp_path / "paket.json"
    path.write_text(TEXT, "utf-8")
    assert read_path(path).package is not None
    path.write_text(TEXT + " ", "utf-8")

    assert codes(read_path(path)) == ["PKT002"]
    assert codes(read_bytes(path.read_bytes(), "-")) == ["PKT002"]
    path.write_text(2 * TEXT, "utf-8")
    assert len(reader.content(path)) == len(TEXT) + 1


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        json.dumps(small_package()).encode(),
        json.dumps(small_package(), ensure_ascii=False).encode(),
    ],
)
def test_marks_line_ends_and_escapes_change_nothing(data: bytes) -> None:
    """A BOM, CRLF, one long line and unescaped signs give the same package."""
    assert read_text(TEXT, "x").package == read_bytes(data, "x").package is not None


def test_a_byte_that_is_not_utf8_has_a_place() -> None:
    """Line and column of the byte, in a file with a BOM too."""
    for mark in (b"", b"\xef\xbb\xbf"):
        reading = read_bytes(mark + '{\n "é": "'.encode() + b'\xe9"}', "x.json")
        assert [str(one)[:18] for one in reading.diagnose()] == ["x.json:2:8: PKT003"]
    assert codes(read_bytes(TEXT.encode("utf-16"), "x.json")) == ["PKT003"]


def test_each_repeated_key_is_a_fault_at_its_place() -> None:
    """Even when it says the same again."""
    text = TEXT.replace('"code": "T-7",', '"code": "T-7", "code": "T-7",')
    text = text.replace('"id": "m1",', '"id": "m1", "id": "m1", "id": "m1",')

    reading = read_text(text, "p")

    assert reading.package is None
    assert [(one.code, one.path) for one in reading.diagnose()] == [
        ("PKT006", "tender.code"),
        ("PKT006", "pokja.members[0].id"),
        ("PKT006", "pokja.members[0].id"),
    ]


@pytest.mark.parametrize("literal", ["NaN", "Infinity", "-Infinity"])
def test_no_number_is_not_a_number(literal: str) -> None:
    """In an amount, in a text and in what is carried along."""
    for old in ('"250000000"', '"versi": 2'):
        new = literal if old.startswith('"2') else f'"versi": {literal}'
        assert codes(read_text(TEXT.replace(old, new), "p")) == ["PKT007"]


@pytest.mark.parametrize("literal", ["1e999", "1E5", "9" * 5000, "0.1234567"])
def test_number_literals_are_plain(literal: str) -> None:
    """No exponent, no endless digits; nothing is ever rounded to fit."""
    assert codes(read_text(TEXT.replace('"250000000"', literal), "p")) == ["PKT013"]


def test_literals_and_texts_are_the_same_number() -> None:
    """An amount may be written either way."""
    assert (
        read_text(TEXT.replace('"250000000"', "250000000.00"), "p").package
        == read_text(TEXT.replace('"250000000"', '"250000000"'), "p").package
    )


def test_diagnostics_stand_in_the_order_of_the_file() -> None:
    """Each with file, line, column, code, key path, message and hint."""
    lines = TEXT.split("\n")
    broken = change(small_package(), {"tender.hps.vat_percent": "11%", "tender.code": None})
    pagu = next(i for i, line in enumerate(lines, 1) if '"vat_percent": "11"' in line)
    code = next(i for i, line in enumerate(lines, 1) if '"code"' in line)

    first, second = read(broken).diagnose()

    assert ("PKT011", "paket.json", code, 11, "tender.code") == (
        first.code,
        first.file,
        first.line,
        first.column,
        first.path,
    )
    assert ("PKT013", pagu, 19, "tender.hps.vat_percent") == (
        second.code,
        second.line,
        second.column,
        second.path,
    )
    assert second.message == '"11%" bukan bilangan polos.'
    assert "1234567.89" in second.hint


def test_diagnostics_speak_english_when_asked() -> None:
    """The code and the place stay the same."""
    broken = change(small_package(), {"tender.complex": 5})

    assert (
        read(broken).diagnose(lang="en")[0].message
    ) == "This should be true or false, but it is a number."
    assert (
        read(broken).diagnose()[0].message
    ) == "Seharusnya true atau false, tetapi tertulis bilangan."


def test_faults_found_by_others_are_placed_too() -> None:
    """The law hands in its faults with its own words."""
    words = FaultText("HPS melampaui pagu {pagu}.", "-", "-", "-")
    fault = Fault("ATR001", ("tender", "hps", "total"), {"pagu": "1"})

    (told,) = read(small_package()).diagnose([fault, fault], texts={"ATR001": words})

    assert (told.code, told.message) == ("ATR001", "HPS melampaui pagu 1.")
    assert TEXT.split("\n")[told.line - 1] == '   "total": "222000000",'
    assert TEXT.split("\n")[told.line - 1][told.column - 1 :] == '"222000000",'


def test_diagnostics_never_tell_what_a_sealed_price_says() -> None:
    """No value of a price file stands in a diagnostic, whatever is wrong with it."""
    secret = "7.654.321"
    for key in ("stated_total", "vat_percent", "corrected_by", "tkdn_percent"):
        broken = change(small_package(), {f"participants[0].price.{key}": secret})
        told = [*read(broken).diagnose(), *read(broken).diagnose(lang="en")]
        assert told
        assert secret not in repr(told)
    for value in ("-7654321", "7654321e3"):
        broken = change(small_package(), {"participants[0].price.lines[0].unit_price": value})
        assert "7654321" not in repr(read(broken).diagnose())
    assert "7654321" in repr(read(change(small_package(), {"tender.pagu": "-7654321"})).diagnose())


def test_diagnostics_hold_nothing_that_moves_a_terminal() -> None:
    """Hidden signs in keys and values are shown as escapes."""
    broken = change(small_package(), {"tender.\ud800\u001b": 1, "tender.category": "\u202eabc"})

    text = "".join(repr(one.message) + one.hint + one.path for one in read(broken).diagnose())

    assert "\\ud800" in text
    text.encode()
    assert not {"\x1b", "\u202e", "\ud800"} & set(text)


def test_an_empty_key_has_a_place() -> None:
    """At the top and further in."""
    (told,) = read_text(TEXT.replace('"code"', '"": 1, "code"'), "p").diagnose()

    assert (told.code, told.line, told.column, told.path) == ("PKT010", 4, 3, "tender.")
    (told,) = read_text('{"": 1, ' + TEXT[1:], "p").diagnose()
    assert (told.code, told.line, told.column) == ("PKT010", 1, 2)


def test_a_suggestion_is_near() -> None:
    """A slip of the finger is answered with the word that was meant."""
    broken = change(small_package(), {"tender.titel": "x", "tender.category": "jasa_lainya"})

    hints = [one.hint for one in read(broken).diagnose()]

    assert any("title" in hint for hint in hints)
    assert any("jasa_lainnya" in hint for hint in hints)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("benar", "benar_substansial, benar_tidak_substansial, tidak_benar"),
        ("Tidak", "benar_tidak_substansial, tidak_benar"),
        ("tidak bener", "tidak_benar"),
        ("tdak_benar", "tidak_benar"),
        ("benar substansil", "benar_substansial"),
        # The opposite is never told alone.
        ("bener", "benar_substansial, benar_tidak_substansial, tidak_benar"),
        ("tidak benar substansial", "benar_substansial, benar_tidak_substansial, tidak_benar"),
    ],
)
def test_a_suggestion_never_turns_a_verdict_round(typed: str, told: str) -> None:
    """All terms are named where it would."""
    assert suggest(typed, map(str, ObjectionDecision)) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1 file", "satu_file"),
        ("2 fil", "dua_file"),
        ("2 tahap", "dua_tahap"),
        # What is near has another number.
        ("3 file", "dua_file, dua_tahap, satu_file"),
        ("tiga file", "dua_file, dua_tahap, satu_file"),
    ],
)
def test_a_suggestion_never_turns_a_number_into_another(typed: str, told: str) -> None:
    """In figures or in words."""
    assert suggest(typed, ["satu_file", "dua_file", "dua_tahap"]) == told
    assert suggest("5.11", ["5.10", "5.12"]) == "5.10, 5.12"


@pytest.mark.parametrize(
    "word", ["tidak lulus", "belum lulus", "tak lulus", "bukan lulus", "non lulus"]
)
def test_what_is_denied_is_not_suggested(word: str) -> None:
    """Nor the other way round."""
    assert suggest(word, ["lulus", "gugur"]) == "gugur, lulus"
    assert suggest("lulus", [word, "gugur"]) == ", ".join(sorted((word, "gugur")))


def test_a_text_is_read_with_the_garbage_collector_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is the whole process's, and other threads may need it."""
    for name in ("disable", "enable", "freeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_: pytest.fail("the collector was touched"))
    assert read(small_package()).package is not None


def test_the_garbage_collector_runs_again_after_a_workbook() -> None:
    """Pausing it is nobody else's business, and a pause of the caller's stays."""
    package = read(small_package()).package
    assert package is not None
    book = workbook_bytes(package)
    read_bytes(book, "paket.xlsx")
    assert gc.isenabled()
    gc.disable()
    try:
        read_bytes(book, "paket.xlsx")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_many_faults_are_told_in_reasonable_time() -> None:
    """Twenty thousand faults in one file: the first, each with its own place, and how many more."""
    lines = [{"id": f"L{i}", "unit_price": "1.000,00"} for i in range(20_000)]
    broken = change(small_package(), {"participants[0].price.lines": lines})

    *told, last = [one for one in read(broken).diagnose() if one.code in ("PKT013", "PKT094")]

    assert {one.code for one in told} == {"PKT013"}
    assert len(told) == len({one.line for one in told})
    assert last.code == "PKT094"
