"""The canonical text: what says the same has one text, and what does not has another."""

import hashlib
import json
import random
from typing import Any

import pytest

from tender_engine.formats.canonical import canonical_json, canonical_package, package_digest
from tender_engine.model import Package
from tests.engine.formats.cases import ACCEPTED
from tests.engine.formats.data import DROP, change, read, small_package
from tests.reading import read_text

KEPT = {"order", "reserves", "list", "addenda", "overlays"}


def package(changes: dict[str, Any] | None = None) -> Package:
    made = read(change(small_package(), changes or {})).package
    assert made is not None
    return made


@pytest.mark.parametrize("changes", ACCEPTED)
def test_reading_the_canonical_text_gives_it_again(changes: dict[str, Any]) -> None:
    """Write, read, write: the same bytes."""
    text = canonical_package(package(changes))
    again = read_text(text, "kanonik").package

    assert again is not None
    assert text == canonical_package(again)


def test_the_digest_is_over_the_bytes_of_the_text() -> None:
    """SHA-256, written with its name; the text is sorted, tight JSON with its format."""
    text = canonical_package(package())

    assert "sha256:" + hashlib.sha256(text.encode()).hexdigest() == package_digest(package())
    assert text.startswith('{"assessments":[')
    assert '"format":"tender-package/1"' in text
    assert (
        json.dumps(
            json.loads(text, parse_float=str),
            sort_keys=True,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        .replace('"0.5"', "0.5")
        .replace('"1.1"', "1.1")
        == text
    )


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    if isinstance(value, dict):
        items = [(name, shuffled(part, chance, name)) for name, part in value.items()]
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        parts = [shuffled(part, chance) for part in value]
        if key not in KEPT and key != "catatan":
            chance.shuffle(parts)
        return parts
    return value


@pytest.mark.parametrize("seed", range(20))
def test_order_without_meaning_changes_nothing(seed: int) -> None:
    """Lists of people, lines, judgements and events, and keys, in any order."""
    mixed = read(shuffled(small_package(), random.Random(seed))).package

    assert mixed is not None
    assert canonical_package(package()) == canonical_package(mixed)


@pytest.mark.parametrize(
    "changes",
    [
        {"tender.pagu": "250000000.00"},
        {"tender.pagu": 250000000},
        {"tender.complex": False, "tender.integrated": None},
        {"tender.round": DROP},
        {"tender.round": None},
        {"tender.qualification_round": 1},
        {"tender.requirements.pembuktian_kualifikasi": None},
        {"tender.requirements.pembuktian_kualifikasi": {}},
        {"tender.requirements.pembuktian_kualifikasi": {"criteria": []}},
        {"tender.requirements.koreksi_aritmatik.rounding": DROP},
        {"participants[0].price.lines[0].amount": None},
        {"participants[0].price.lines[0].extra": False},
        {"participants[0].facts.evaluasi_teknis": {}},
        {"participants[0].members": []},
        {"participants[2].submitted": {}},
        {"participants[2].submitted": {"penawaran": None}},
        {"participants[2].facts": {}},
        {"participants[2].price": DROP},
        {"participants[0].facts.evaluasi_administrasi.evidence[0]": {"file": "surat.pdf"}},
        {"tender.document.addenda[0]": {"number": "Adendum 1"}},
        {"assessments[0].note": ""},
        {"assessments[1].by": ["m1"]},
        {"assessments[1].score": "80.0"},
        {"extensions.aplikasi.rasio": 1.1},
    ],
)
def test_the_same_said_otherwise_has_the_same_digest(changes: dict[str, Any]) -> None:
    """Numbers normalised, null for absent, a default for its absence, short forms for long."""
    assert package_digest(package()) == package_digest(package(changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"tender.pagu": "250000000.01"},
        {"tender.complex": None},
        {"tender.hps.lines[1].quantity": "50"},
        {"participants[0].facts.evaluasi_administrasi.bid_validity_days": 31},
        {"tender.requirements.evaluasi_administrasi.clauses.bid_bond": "IKP 21"},
        {"participants[1].price.corrected_total": "200000000.51"},
        {"tender.requirements.evaluasi_kualifikasi.blacklist": False},
        {"tender.requirements.evaluasi_administrasi.bid_bond": {}},
        {"tender.requirements.evaluasi_administrasi.bid_bond": True},
        {"participants[0].price.lines[1].amount": None},
        {"participants[0].key_personnel": []},
        {"participants[0].file_metadata": None},
        {"events[4].order": ["p1", "p2"]},
        {"tender.document.addenda": [{"number": "Adendum 2", "date": "2022-05-04"}, "Adendum 1"]},
        {"tender.requirements.evaluasi_teknis.criteria[1].title": "Alat"},
        {"extensions.aplikasi.rasio": "1.1"},
        {"extensions.aplikasi.versi": "2"},
        {"extensions.aplikasi.catatan": ["é\t", None, True]},
        {"assessments[0].by": ["m1", "m2"]},
    ],
)
def test_what_says_something_else_has_another_digest(changes: dict[str, Any]) -> None:
    """Unknown is not false, nothing is not unknown, and kept orders mean something."""
    assert package_digest(package()) != package_digest(package(changes))


def test_carried_numbers_stay_exact() -> None:
    """Digits that no float has come out as they went in."""
    text = json.dumps(small_package()).replace("1.1,", "0.1234567890123456789012345,")
    made = read_text(text, "p").package

    assert made is not None
    assert '"rasio":0.1234567890123456789012345' in canonical_package(made)
    assert canonical_json({"a": made.extensions["aplikasi"]["versi"]}) == '{"a":2}'
