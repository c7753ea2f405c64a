"""Any text that somebody may type survives the workbook unchanged, or is refused by name."""

import copy
import io
import re
import shutil
import string
import subprocess
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tender_desk import workbook
from tender_engine.formats.canonical import canonical_package, package_dict
from tests.desk.workbook.cases import CASES
from tests.desk.workbook.data import HEAD, Desk, parsed, told
from tests.engine.formats.cases import HIDDEN_SIGNS
from tests.engine.formats.data import change, read, small_package
from tests.fault_texts import PASTED
from tests.fault_texts import WORKBOOK as OWN
from tests.reading import read_bytes, workbook_bytes
from tests.tries import tries

TEXTS = {**OWN, **PASTED}
# Schedules beside the workbook, pasted blocks, and what is no package's have their own tests.
ELSEWHERE = {
    "XLS039",
    "XLS099",
    "XLS159",
    "XLS160",
    "XLS172",
    *("XLS219", "XLS220", "XLS221", "XLS226", "XLS227", "XLS228", "XLS229", "XLS230", "XLS232"),
    *("XLS234", "XLS235", "XLS247", "XLS251", "XLS252", "XLS253", "XLS254", "XLS255"),
    *PASTED,
    *(f"XLS04{digit}" for digit in "234569"),
}
MORE = {
    "participants[0].address": "Jalan Contoh 1",
    "participants[0].npwp": "01.234",
    "participants[0].officers[0].nik": "3171",
    "pokja.members[0].nip": "1980",
    "tender.requirements.evaluasi_kualifikasi.clauses": {"blacklist": "IKP 3"},
    "events[3].evidence": ["ba.pdf"],
}
FEW = settings(tries(5), suppress_health_check=list(HealthCheck))


def leaves(value: Any, path: str = "") -> list[str]:
    """Where every text of plain values stands."""
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in leaves(part, f"{path}.{key}")]
    if isinstance(value, list):
        return [f for n, part in enumerate(value) for f in leaves(part, f"{path}[{n}]")]
    return [path.removeprefix(".")] if isinstance(value, str) else []


@cache
def free() -> dict[str, str]:
    """The places where any text may stand, and whether it may have line breaks: `prose`."""
    value = change(small_package(), MORE)
    found = {}
    for path in leaves(value):
        if "extensions" in path or "file_metadata" in path:
            continue
        if not read(change(value, {path: "teks bebas é"})).faults:
            prose = not read(change(value, {path: "dua\nbaris"})).faults
            found[path] = "prose" if prose else "text"
    return found


def accepted(text: str, *, prose: bool) -> bool:
    """Whether the format takes a text at all, in a title or in a note."""
    path = "assessments[2].note" if prose else "tender.title"
    return not read(change(small_package(), {path: text})).faults


# Hidden signs that stand as a blank.
BLANKS = "\u2800\u115f\u1160\u3164\uffa0"
SIGNS = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc")),
    st.sampled_from("=+-@'\"_x0Dd;|<>&\t\n ,.\xa0\u3000\ufffd😀"),
)
PIECES = st.sampled_from(["_x000D_", "_x005F_", "\n", "  ", "=", "-", "; ", "1.234", "#REF!", "ya"])
LINES = st.lists(st.one_of(SIGNS, PIECES), min_size=1, max_size=20).map("".join)
TITLES = LINES.map(lambda text: text.strip()[:40].strip()).filter(
    lambda text: accepted(text, prose=False)
)
NOTES = LINES.filter(lambda text: accepted(text, prose=True))


def test_there_are_many_places_where_any_text_may_stand() -> None:
    """So that the property below is about something."""
    assert len(free()) > 40
    assert {"prose", "text"} == set(free().values())


@FEW
@given(data=st.data())
def test_any_text_survives_in_every_field(data: st.DataObject) -> None:
    """Unconditional: what the format takes is the same after it, in all fields at once."""
    value = change(small_package(), MORE)
    for path, kind in free().items():
        value = change(value, {path: data.draw(NOTES if kind == "prose" else TITLES, path)})
    reading = read(value)
    if reading.package is None:  # one text breaks what two fields have to agree on
        # or is a dash where an act has to say something
        assert {fault.code for fault in reading.faults} <= {"PKT011", "PKT029", "PKT030"}
        return
    again = read_bytes(workbook_bytes(reading.package), "paket.xlsx")

    assert told(again) == []
    assert again.package is not None
    assert canonical_package(again.package) == canonical_package(reading.package)


@FEW
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(), part, max_size=3),
        max_leaves=8,
    )
)
def test_whatever_is_carried_along_survives(carried: Any) -> None:
    """Unconditional: signs that XML cannot hold among it, since it stands there as JSON."""
    reading = read({**small_package(), "extensions": {"milik": carried}})
    if reading.package is None:
        assert {fault.code for fault in reading.faults} <= {"PKT013", "PKT017"}
        return
    again = read_bytes(workbook_bytes(reading.package), "paket.xlsx").package

    assert again is not None
    assert canonical_package(again) == canonical_package(reading.package)


@pytest.mark.parametrize(
    "carried",
    ["é" * 40_000, "😀" * 40_000, "_x0000_" * 20_000, " " * 70_000, "\x01\ufffe\uffff", "\r\n\x85"],
    ids=["long", "astral", "escapes", "spaces", "not XML", "breaks"],
)
def test_what_is_longer_than_a_cell_survives(carried: str) -> None:
    """It stands in several cells, none of them longer than Excel keeps."""
    package = parsed({**small_package(), "extensions": {"milik": carried}})
    data = workbook_bytes(package)
    again = read_bytes(data, "paket.xlsx").package

    assert again is not None
    assert canonical_package(again) == canonical_package(package)
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts_in(data)) <= 32_767


def texts_in(data: bytes) -> list[str]:
    """Every text that stands in a workbook."""
    book = load_workbook(io.BytesIO(data))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return [cell.value for cell in cells if isinstance(cell.value, str)]


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\x0b", "\x00", "\u202e", "\ud800"])
def test_what_no_workbook_can_hold_is_refused_by_name(sign: str) -> None:
    """In JSON already, so that a package is never one that cannot be written."""
    value = change(small_package(), {"tender.title": f"a{sign}b"})

    (fault,) = read(value).faults
    assert (fault.code, fault.params["sign"]) == ("PKT017", f"U+{ord(sign):04X}")


# What changes what is seen beside it, or stands for signs that were lost.
TURNING = "\u061c\u200f\u202b\u202e\u2067\ufff9\x9f"


@pytest.mark.parametrize("sign", TURNING)
def test_a_sign_that_turns_what_is_seen_is_told_at_its_cell(sign: str) -> None:
    """As in JSON, whoever typed it where."""
    desk = Desk()
    desk.field("Paket", "Nama paket").value = f"PT{sign}Contoh"

    assert told(desk.read()) == [("Paket!B6", "PKT017")]


def test_signs_that_nobody_sees_are_read_nowhere() -> None:
    """What a page or a message has between its letters: in names, codes, heads, figures, days.

    A blank that is none to Unicode is one; letters and their marks are one sign.
    """
    plain, pasted = Desk(), Desk()
    called = [desk.cell("Peserta", "Nama peserta") for desk in (plain, pasted)]
    unseen = "".join(sign for sign in HIDDEN_SIGNS if sign not in f"{BLANKS}{TURNING}\u2028")
    for page in pasted.book.worksheets:
        for cell in (cell for row in page.iter_rows() for cell in row):
            if isinstance(cell.value, str) and page.title != "Lain-lain":
                cell.value = f"{unseen}{cell.value[:2]}{unseen}{cell.value[2:]}{unseen}"
                cell.value += "_x000D_\n" if cell.row <= HEAD or cell.column == 1 else ""
    names = "PT Te\u0301knik Maju", f"PT Te\u0301knik{BLANKS[0]}Maju", "PT Téknik\nMaju"
    packages = []
    for name, desk in product(names, (plain, pasted)):
        for cell in called:
            cell.value = name
        packages.append(desk.read().package)

    assert None not in packages
    assert len({canonical_package(package) for package in packages if package}) == 1


def test_a_note_of_ten_thousand_signs() -> None:
    """The longest that the format takes, of signs that need two places each."""
    package = parsed(change(small_package(), {"assessments[2].note": "😀_x000D_" * 1250}))
    again = read_bytes(workbook_bytes(package), "paket.xlsx").package

    assert again is not None
    assert canonical_package(again) == canonical_package(package)


TYPED = (
    *("=1+1", '=HYPERLINK("http://contoh")', "+62 21", "-5", "@SUM(A1)", "'petik", "''dua", "{=1}"),
    *("1.234", "0012", "TRUE", "ya", "1/2/2026", "6 Mei 2026", "#REF!", "50%", "1e5", "-", "="),
    *("<b>&amp;\"'</b>", "a;b", "a|b", "A\xa0B", "a  b", "é", "ﷺ", "عربى", "中文", "😀"),
    *("_x0041_", "_X000D_", "a_x", "\ue000", "\U0010fffd", "%s {0} \\n", "http://contoh.go.id"),
)
NUMBERS = ("0.000001", "999999999999999", "123456789.123456", "0.1", "4.35", "1234567890.123456")
OFFICE = shutil.which("soffice")


def through_libre_office(folder: Path, **books: bytes) -> list[bytes]:
    """The workbooks as LibreOffice saves them after opening them: started once for all."""
    files = [folder / f"{name}.xlsx" for name in books]
    for file, data in zip(files, books.values(), strict=True):
        file.write_bytes(data)
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return [(folder / "saved" / file.name).read_bytes() for file in files]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_libre_office_changes_nothing(tmp_path: Path) -> None:
    """Opened and saved there, every text and number is the same, but for one kind of text.

    LibreOffice reads our escape of `_x000D_` and writes it bare, which is the end of a line to
    whoever sees it, and is read as that: a space. (Of a typed `_x005F_` it makes `_`.)
    """
    value = copy.deepcopy(small_package())
    lines = value["tender"]["hps"]["lines"]
    more = {"unit": "m", "quantity": "1", "unit_price": "1"}
    lines += [{"id": f"T{n}", "description": text, **more} for n, text in enumerate(TYPED)]
    figures = {"description": "angka", "unit": "m"}
    for n, number in enumerate(NUMBERS):
        lines += [
            {"id": f"V{n}", **figures, "quantity": number, "unit_price": "1"},
            {"id": f"H{n}", **figures, "quantity": "1", "unit_price": number},
        ]
    value["assessments"][2]["note"] = "  dua\n\n baris e\u0301 \n"
    value["extensions"]["panjang"] = "😀" * 20_000 + "\x01\ufffe"
    package = parsed(value)
    written = workbook_bytes(package)
    lines[2]["description"] = "a_x000D_b"
    escaped = workbook_bytes(parsed(value))
    saved, spoilt = through_libre_office(tmp_path, paket=written, tanda=escaped)
    kept = read_bytes(saved, "paket.xlsx")

    assert told(kept) == []
    assert kept.package is not None
    assert package_dict(kept.package) == package_dict(package)
    seen = read_bytes(spoilt, "paket.xlsx").package
    assert seen is not None
    assert seen.tender.hps.lines[2].description == "a b"


def raised() -> set[str]:
    """The codes that the modules of the workbook name."""
    found: set[str] = set()
    folder = Path(workbook.__file__).parent
    # What writes into a file that people work in has texts of its own.
    for path in set(folder.rglob("*.py")) - set(folder.glob("growing/*.py")):
        found |= set(re.findall(r'"(XLS[0-9]{3})"', path.read_text("utf-8")))
    return found


def test_every_code_that_is_raised_has_its_words_and_its_case() -> None:
    """None is left over, and each is reached at its cell."""
    assert raised() == set(TEXTS)
    own = {code for code, _, _ in CASES if code.startswith("XLS")}
    assert own | ELSEWHERE == set(TEXTS)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_both_languages_say_the_same(code: str) -> None:
    """They are sentences, and use the same figures."""
    words = TEXTS[code]
    pairs = ((words.message_id, words.message_en), (words.hint_id, words.hint_en))
    for one, other in pairs:
        names = [{n for _, n, _, _ in string.Formatter().parse(t) if n} for t in (one, other)]
        assert names[0] == names[1]
    assert all(text.endswith(".") and len(text) > 8 for pair in pairs for text in pair)
