"""Sheets, columns and fields that nobody knows: the nearest known name, or the rule."""

from typing import Any

import pytest

from tests.desk.workbook.cases import Change, headed, put
from tests.desk.workbook.data import Desk
from tests.engine.formats.data import change, read, small_package

OWN = "awali"


def renamed(old: str, new: str) -> Change:
    """A sheet with another name."""

    def change(desk: Desk) -> None:
        desk.book[old].title = new

    return change


def added(title: str) -> Change:
    """A sheet more."""
    return lambda desk: desk.book.create_sheet(title)


def column(title: Any) -> Change:
    """A column more in the sheet of participants, with something in it."""

    def change(desk: Desk) -> None:
        sheet = desk.book["Peserta"]
        sheet.cell(4, sheet.max_column + 1).value = title
        sheet.cell(5, sheet.max_column).value = "0812"

    return change


def field(title: str) -> Change:
    """A field more in the form of the package, with a value."""

    def change(desk: Desk) -> None:
        desk.book["Paket"]["A60"], desk.book["Paket"]["B60"] = title, 1

    return change


@pytest.mark.parametrize(
    ("change", "code", "near"),
    [
        (renamed("Peserta", "Daftar Peserta"), "XLS021", "Peserta"),
        (renamed("HPS", "HPS 2026"), "XLS021", "HPS"),
        (renamed("Kriteria", "Kriteria Evaluasi"), "XLS021", "Kriteria"),
        (renamed("Harga p1", "harga p1"), "XLS021", "Harga p1"),
        (added("Sheet1"), "XLS021", ""),
        (added("Peserta (2)"), "XLS021", None),
        (column("Faksimile"), "XLS022", None),
        (column("Zyx"), "XLS022", ""),
        (column(None), "XLS022", ""),
        (headed("HPS", "Harga Satuan", "Harga Satuan Rp"), "XLS022", "Harga Satuan"),
        (put("Paket", "A40", "Zyx"), "", ""),
        (
            lambda desk: (put("Paket", "A60", "Zyx")(desk), put("Paket", "B60", 1)(desk)),
            "XLS023",
            "",
        ),
        (put("Paket", "B60", 1), "XLS023", ""),
        (put("Harga p1", "B3", "zzzz"), "XLS026", ""),
    ],
)
def test_no_suggestion_is_empty(change: Change, code: str, near: str | None) -> None:
    """In no hint; and `near` is what is suggested, where that is sure."""
    desk = Desk()
    change(desk)
    for lang in ("id", "en"):
        for one in desk.read().diagnose(lang=lang):
            for text in (one.message, one.hint):
                assert "–" not in text
                assert ": ." not in text
                assert "  " not in text
            if one.code == code and near:
                assert f" {near}" in one.hint
            elif one.code == code and near == "":
                assert "dimaksud" not in one.hint
                assert "meant" not in one.hint
            if one.code in ("XLS021", "XLS022"):
                assert "Catatan" in one.hint
    assert not code or code in {one.code for one in desk.read().diagnose()}


def test_json_suggests_nothing_empty_either() -> None:
    """Where there is nobody to suggest."""
    value = change(small_package(), {"participants": []})
    value["pokja"]["members"] = []
    for lang in ("id", "en"):
        told = read(value).diagnose(lang=lang)
        assert {"PKT050", "PKT051"} <= {one.code for one in told}
        for one in told:
            assert ": ." not in one.hint
            assert ": -." not in one.hint
            assert one.hint.endswith(".")
