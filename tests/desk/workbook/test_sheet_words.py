"""Who typed a workbook is told of sheets and columns, and never of keys of the JSON."""

import re

import pytest

from tender_desk.reader_texts import ON_SHEETS
from tender_desk.reader_texts import TEXTS as ALL
from tender_engine.faults import FaultTexts
from tender_rules.objections import OBJECTION_TEXTS as LAW
from tender_rules.objections import SHEET_TEXTS
from tests.desk.workbook.cases import Change, filled, typed
from tests.desk.workbook.data import Desk
from tests.fault_texts import (
    FILLING,
    GROWING,
    GUARD,
    PACKAGE,
    PAPERS,
    PASTED,
    SCHEDULE,
    WORKBOOK,
)

# A key of two words, one in brackets that is no part of a title, or a word of JSON.
KEY = re.compile(
    r"[a-z]+_[a-z]+|\((?!leadfirm|tahun|hari)(?:[a-z_]+|[a-z]+: true)\)|\bnull\b|\btrue\b"
)


def reworded(ours: FaultTexts, known: FaultTexts) -> list[str]:
    """The codes with words of their own; there are some."""
    codes = [code for code in ours if ours[code] != known[code]]
    assert len(codes) > 10
    return codes


@pytest.mark.parametrize("code", sorted(reworded(ON_SHEETS, ALL)))
def test_the_words_of_the_workbook_have_no_keys(code: str) -> None:
    """And the same parameters, so that nothing of them is lost; in both languages."""
    ours, known = ON_SHEETS[code], ALL[code]
    for lang in ("id", "en"):
        said = re.sub(r"\{\w+\}", "", f"{ours.message(lang)} {ours.hint(lang)}")
        assert not KEY.search(said)
        names = [{*re.findall(r"\{(\w+)\}", t.message(lang) + t.hint(lang))} for t in (ours, known)]
        assert names[0] <= names[1]


@pytest.mark.parametrize("code", sorted(reworded(SHEET_TEXTS, LAW)))
def test_so_have_the_words_of_the_law(code: str) -> None:
    """Its faults name sheets and columns, but for the codes of values, which stand on theirs."""
    ours, known = SHEET_TEXTS[code], LAW[code]
    for lang in ("id", "en"):
        said = re.sub(
            r"\{\w+\}\w*|auction\.with_two", "", f"{ours.message(lang)} {ours.hint(lang)}"
        )
        assert not KEY.search(said)
        names = [{*re.findall(r"\{(\w+)\}", t.message(lang) + t.hint(lang))} for t in (ours, known)]
        # What may stand there is told with its codes where no sheet offers it, and on a sheet as
        # people write it.
        assert names[0] <= names[1] | ({"known", "printed"} if "named" in names[1] else set())
        said = ours.hint("id")
        assert not re.search(r"\b(category|contract|complex|at|winner|list|scope|round)\b", said)


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (typed("Harga p1", "Kode", "X9"), "PKT041", "kolom Baris tambahan"),
        (typed("Peserta", "Harga terkoreksi (Rp)", 5), "PKT046", "Isi Dikoreksi oleh"),
        (typed("Kriteria", "Bobot (%)", 10), "PKT038", "tidak menyebut: Nilai tertinggi"),
        (typed("Pengecualian", "Oleh", "zz"), "PKT050", "lembar Pokja"),
        (filled("Paket", "Metode evaluasi", "umur ekonomis"), "", ""),
        (typed("Peserta", "Kode", "p1", 2), "PKT030", "Kode p1 dipakai lebih dari sekali"),
        (typed("Pengecualian", "Tahap", "evaluasi tekniss"), "PKT015", ": evaluasi teknis."),
    ],
)
def test_a_fault_of_a_workbook_names_what_was_typed(change: Change, code: str, said: str) -> None:
    """The column, with its title."""
    desk = Desk()
    change(desk)
    told = desk.read().diagnose()

    assert not code or any(one.code == code and said in one.message + one.hint for one in told)
    for one in told:
        assert not KEY.search(f"{one.message} {one.hint}"), str(one)


def test_no_code_has_words_twice() -> None:
    """Of two catalogues with one code the later one would speak for both."""
    of_each = [PACKAGE, GUARD, WORKBOOK, PASTED, GROWING, FILLING, SCHEDULE, PAPERS]
    assert sum(map(len, of_each)) == len(ALL)
