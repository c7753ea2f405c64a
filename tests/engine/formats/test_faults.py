"""Each fault is found where it is, and nothing else with it."""

import re
from typing import Any

import pytest

from tests.engine.formats.cases import (
    ACCEPTED,
    COSTS,
    CROSS_CASES,
    GABUNGAN,
    HALF_SCORED,
    LATE,
    LIFE,
    MONTHS,
    OPENED_LATER,
    SAME_TIME,
    SHAPE_CASES,
    TALKS,
    TALKS_AGAIN,
    UNSCORED,
)
from tests.engine.formats.data import DROP, change, found, read, small_package


@pytest.mark.parametrize(("code", "path", "changes"), [*SHAPE_CASES, *CROSS_CASES])
def test_one_change_gives_one_fault_at_its_place(
    code: str, path: str, changes: dict[str, Any]
) -> None:
    """A single fault is told once, with its key path, and no fault follows from it.

    No brace of its words is left open, in either language.
    """
    reading = read(change(small_package(), changes))

    assert [(code, path)] == found(reading)
    assert reading.package is None
    for lang in ("id", "en"):
        (told,) = reading.diagnose(lang=lang)
        assert (code, path.replace("\x00", "\\u0000")) == (told.code, told.path)
        assert not re.search(r"\{[a-z_]+\}", told.message + told.hint)


@pytest.mark.parametrize("changes", ACCEPTED)
def test_what_is_next_to_a_fault_is_accepted(changes: dict[str, Any]) -> None:
    """The other side of every bound and check gives a package."""
    reading = read(change(small_package(), changes))

    assert found(reading) == []
    assert reading.package is not None


def test_all_faults_are_told_together() -> None:
    """Faults of reading and faults between the parts come in one answer."""
    broken = change(
        small_package(),
        {
            "tender.pagu": "satu miliar",
            "tender.hps.lines[0].part": "campur",
            "participants[0].price.lines[0].id": "L9",
            "assessments[0].by[0]": "m7",
            "assessments[1].at": "kemarin",
            "pokja.ketua": "m1",
        },
    )

    assert found(read(broken)) == [
        ("PKT010", "pokja.ketua"),
        ("PKT013", "tender.pagu"),
        ("PKT015", "tender.hps.lines[0].part"),
        ("PKT020", "assessments[1].at"),
        ("PKT041", "participants[0].price.lines[0].id"),
        ("PKT050", "assessments[0].by[0]"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"participants[0].id": 1},
        {"participants[0].id": None},
        {"pokja.members[0].id": "m 1"},
        {"pokja.members[0]": "m1"},
        {"pokja": 5},
        {"tender": 5},
        {"tender.requirements": 5},
        {"tender.requirements.evaluasi_teknis": 5},
        {"tender.requirements.evaluasi_teknis.criteria": 5},
        {"tender.requirements.evaluasi_teknis.criteria[0]": 5},
        {"tender.requirements.evaluasi_teknis.criteria[0].max_score": "x"},
        {"tender.requirements.evaluasi_teknis.criteria[0].weight": "x"},
        {"tender.requirements.evaluasi_teknis.criteria[2].threshold": "x"},
        {"tender.requirements.evaluasi_teknis.criteria[2]": {**UNSCORED, "max_score": "x"}},
        {"tender.requirements.evaluasi_teknis.criteria[2]": {**UNSCORED, "threshold": "x"}},
        {**HALF_SCORED, "tender.requirements.evaluasi_teknis.criteria[1].threshold": "x"},
        {"tender.requirements.evaluasi_teknis.criteria[0].max_skor": "100"},
        {"tender.method": "umur", "participants[0].price.life_cycle": COSTS},
        {**LIFE, "tender.requirements.evaluasi_harga.operating_years": "2"},
        {**LIFE, "participants[0].price.life_cycle.operating": 5},
        {**LIFE, "participants[0].price.life_cycle.maintenance[1]": "x"},
        {**LIFE, "tender.requirements.evaluasi_harga": 5},
        {**MONTHS, "tender.hps.lines[0].person_months": "x"},
        {**MONTHS, "tender.hps.lines[0]": 5},
        {**MONTHS, "participants[0].price.lines[0].person_months": "x"},
        {**LATE, "previous.kind": "ulang"},
        {**LATE, "previous": 5},
        {**LATE, "previous": None, "sebelumnya": {}},
        {**LATE, "previous": None, "events[7].at": "x"},
        {**LATE, "previous": None, "events[7].at": "x", "events[9]": OPENED_LATER},
        {"previous": None, "assessments[1].at": "x"},
        {f"{TALKS}.outcome": "setuju"},
        {f"{TALKS}.total": "x"},
        {f"{TALKS}.total": DROP, f"{TALKS}.jumlah": "1"},
        {f"{TALKS}.participant": 5},
        {"tender.hps": 5},
        {"tender.hps.lines": 5},
        {"tender.hps.lines[0].id": 5},
        {"tender.contract": "borongan"},
        {**GABUNGAN, "tender.hps.lines[0].part": "campur"},
        {**GABUNGAN, "participants[0].price.stated_parts": 5},
        {"tender.envelope": "amplop"},
        {"assessments[1].score": "x"},
        {"assessments[1].criterion": 5},
        {"assessments[2].verdict": "gagal"},
        {"assessments[2].note": 5},
        {"assessments[2].notes": ""},
        {"assessments[2].by": {}},
        {"events[1].at": "x"},
        {"events[1].until": "x"},
        {"events[1].of": "x"},
        {"events[1].type": "perpanjang"},
        {"events[5].reserves": 5},
        {"events[5].reserves[0]": 5},
        {"participants[1].members[0].lead": "ya"},
        {"participants[1].members[0].share_percent": "x"},
        {"participants[1].submitted": 5},
        {"participants[1].price.corrected_by": "kami"},
        {"participants[0].price.lines[2].extra": "ya"},
        {"participants[0].price.lines[2].unit": 5},
        {"participants[0].price.lines[0]": 5},
        {"participants[0].price": 5},
    ],
)
def test_no_fault_follows_from_an_unreadable_part(changes: dict[str, Any]) -> None:
    """What rests on something unreadable is not judged."""
    assert len(found(read(change(small_package(), changes)))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("assessments[2].note", "assessments[2].notes"),
        ("assessments[2].verdict", "assessments[2].verdik"),
        ("assessments[2].criterion", "assessments[2].kriteria"),
        ("participants[0].price.lines[2].extra", "participants[0].price.lines[2].ekstra"),
        ("participants[1].price.corrected_by", "participants[1].price.dikoreksi"),
        ("tender.requirements.evaluasi_teknis", "tender.requirements.teknis"),
        ("tender.requirements.evaluasi_teknis.criteria", "tender.requirements.evaluasi_teknis.k"),
        ("tender.hps.lines", "tender.hps.baris"),
    ],
)
def test_no_fault_follows_from_a_misspelt_key(old: str, new: str) -> None:
    """A key that may be absent, but is there under a wrong name, is not taken for absent."""
    broken = change(small_package(), {new: {}, old: "akan dihapus"})
    assert [("PKT010", new)] == found(read(change(broken, {old: DROP})))


@pytest.mark.parametrize(
    ("key", "value"),
    [("at", "x"), ("stage", "x"), ("participant", "p 1"), ("criterion", "a b"), ("kriteria", "x")],
)
def test_two_unreadable_judgements_are_not_taken_for_the_same(key: str, value: str) -> None:
    """Nobody knows what they say, so nobody can say that they say it twice."""
    double = {**SAME_TIME, key: value}
    changes = {f"assessments[1].{key}": value, "assessments[3]": double}

    assert len(found(read(change(small_package(), changes)))) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {f"{TALKS}.participant": 5, "events[9]": {**TALKS_AGAIN, "participant": 5}},
        {f"{TALKS}.at": "x", "events[9]": {**TALKS_AGAIN, "at": "x"}},
        {
            "tender.hps.lines[1].id": 5,
            "participants[0].price.lines[1].id": 5,
            "participants[0].price.lines[1].person_months": "1",
        },
    ],
)
def test_two_unreadable_names_are_not_taken_for_the_same(changes: dict[str, Any]) -> None:
    """Neither of bidders and times nor of lines."""
    assert len(found(read(change(small_package(), changes)))) == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"participants[1].price.corrected_by": None}, "bersama; corrected_by tidak ada."),
        ({"participants[1].price.corrected_total": None}, "bersama; corrected_total tidak ada."),
        ({"participants[0].price.lines[2].unit": None}, "X1 tidak menyebut unit."),
        ({"tender.requirements.evaluasi_teknis.criteria[2].weight": "50"}, "berjumlah 90,"),
        (HALF_SCORED, "dengan angka, tetapi tidak menyebut: weight, max_score."),
        ({"tender.requirements.evaluasi_teknis.criteria[2].threshold": "51"}, "yaitu 50."),
        ({**LATE, "previous": None}, "pada 2022-05-17 10:00:01+07:00, sesudah harga dibuka"),
        ({"participants[0].price.life_cycle": COSTS}, "tender ini harga_terendah_sistem_gugur."),
        ({"assessments[1].score": "101"}, "yaitu 100."),
    ],
)
def test_messages_name_what_is_meant(changes: dict[str, Any], words: str) -> None:
    """The figures in a message are those of the fault."""
    (told,) = read(change(small_package(), changes)).diagnose()

    assert words in told.message


def test_what_there_is_none_of_is_not_suggested() -> None:
    """A stage without criteria has none: what to do is said all the same, and no dash."""
    changes = {"assessments[0].stage": "evaluasi_kualifikasi", "assessments[0].criterion": "x"}
    (told,) = read(change(small_package(), changes)).diagnose()

    assert told.hint.startswith("Tambahkan kriteria lebih dahulu")
    assert "Yang sudah ada" not in told.hint
