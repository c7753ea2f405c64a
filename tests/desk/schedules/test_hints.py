"""What is told of a bidder's schedule says where, and what to do in the panel's own workbook."""

import re

import pytest

from tests.fault_texts import SCHEDULE as TEXTS

# The sheets of the workbook of a package.
_OURS = re.compile(r"\b(Peserta|Harga|HPS)\b")
_CHANGED = re.compile(
    r"(?:perbaiki|ubah|sunting|lengkapi|ganti|hapus)\w* (?:berkas|isi|sel)|salinan|minta peserta",
    re.IGNORECASE,
)


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_hint_names_the_sheet_to_fill_and_leaves_the_bidders_file_alone(code):
    text = TEXTS[code]

    for hint in (text.hint_id, text.hint_en):
        assert _OURS.search(hint)
    assert not _CHANGED.search(text.hint_id)
    assert not re.search(r"\b(?:copy of|change|correct|edit|ask) the", text.hint_en)


@pytest.mark.parametrize("column", ["Lembar berkas", "Berkas daftar harga", "Total daftar harga"])
def test_a_column_is_named_with_its_sheet(column):
    for text in TEXTS.values():
        for hint in (text.hint_id, text.hint_en):
            assert column not in hint or "Peserta" in hint
