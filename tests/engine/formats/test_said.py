"""What an act has to say: a dash or a blank is nothing, refused where it is required."""

from typing import Any

import pytest

from tender_engine.formats.canonical import package_digest
from tender_engine.terms import StageId
from tender_rules.stages.papers import PAPERS
from tests.engine.formats.cases import AUCTION, CALLED_IN, LATER_ACTS, WITHDRAWAL
from tests.engine.formats.data import change, read, small_package

NOTHING = ["", "-", "--", "\u2013", "\u2014", " ", " - ", "...", "_"]
SOMETHING = ["0", "-1", "a", "tidak ada", "?"]
AT = "2022-05-19T10:00:00+07:00"
CALLED_OFF: dict[str, Any] = {"type": "pembatalan", "at": AT, "by": "kpa", "reason": "Dialihkan"}
REQUIRED = [
    (CALLED_OFF, "reason"),
    (AUCTION, "reason"),
    (WITHDRAWAL, "reason"),
    *[(act, key) for act in LATER_ACTS for key in ("number", "reason") if key in act],
]
WHERE = "events[9]"


def reading(entry: dict[str, Any]) -> Any:
    """The small package with one more event."""
    return read(change(small_package(), {WHERE: entry}))


def is_optional(entry: dict[str, Any], key: str) -> bool:
    """Whether an event may do without a key."""
    without = {name: said for name, said in entry.items() if name != key}
    return not reading(without).faults


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize(("entry", "key"), REQUIRED)
def test_a_required_word_that_says_nothing_is_missing(
    entry: dict[str, Any], key: str, nothing: str
) -> None:
    """And what is optional is as if it were not there."""
    found = reading({**entry, key: nothing})

    if is_optional(entry, key):
        assert not found.faults
        without = {name: said for name, said in entry.items() if name != key}
        assert package_digest(found.package) == package_digest(reading(without).package)
    else:
        told = [(fault.code, ".".join(map(str, fault.path))) for fault in found.faults]
        assert told == [("PKT011", f"events.9.{key}")]


@pytest.mark.parametrize("nothing", NOTHING)
def test_a_number_that_says_nothing_is_none(nothing: str) -> None:
    """A decision without one leaves its record a draft, as one with a dash does."""
    for entry in (CALLED_OFF, CALLED_IN):
        said = reading({**entry, "number": nothing})
        plain = reading({name: value for name, value in entry.items() if name != "number"})
        assert package_digest(said.package) == package_digest(plain.package)


@pytest.mark.parametrize("something", SOMETHING)
def test_a_short_word_says_something(something: str) -> None:
    """One sign of a word or a figure is enough."""
    assert reading({**CALLED_OFF, "reason": something}).package.events[9].reason == something
    assert reading({**CALLED_OFF, "number": something}).package.events[9].number == something


@pytest.mark.parametrize("nothing", NOTHING)
def test_a_judgement_that_fells_says_why(nothing: str) -> None:
    """A dash is no reason; a note that nobody needs is left out."""
    entry = {
        "stage": "evaluasi_administrasi",
        "participant": "p1",
        "by": ["m1"],
        "at": "2022-05-20T10:00:00+07:00",
        "note": nothing,
    }
    count = len(small_package()["assessments"])
    where = f"assessments[{count}]"
    fails = read(change(small_package(), {where: {**entry, "verdict": "tidak_memenuhi"}}))
    passes = read(change(small_package(), {where: {**entry, "verdict": "memenuhi"}}))

    assert [fault.code for fault in fails.faults] == ["PKT054"]
    assert passes.package.assessments[count].note == ""


@pytest.mark.parametrize("title", [*NOTHING, *SOMETHING])
def test_a_job_has_a_title_that_says_something(title: str) -> None:
    """A dash names no job, and is refused where it stands."""
    job = {"title": title, "completed_on": "2022-01-01"}
    facts = {"evaluasi_kualifikasi": {"experience": [job]}}
    found = read(change(small_package(), {"participants[0].facts": facts}))
    told = [(fault.code, fault.path[-3:]) for fault in found.faults]

    said = title in SOMETHING
    assert told == ([] if said else [("PKT011", ("experience", 0, "title"))])


@pytest.mark.parametrize("number", [*NOTHING, "12"])
def test_a_dash_is_no_number_of_a_paper(number: str) -> None:
    """That a business has shown: it is as if nobody had typed one."""
    asked = [{"id": "sbu", "title": "SBU", "valid_on": "batas_pemasukan"}]
    held = {"sbu": {"number": number, "valid_until": "2024-01-01"}}
    changes = {
        "tender.requirements.evaluasi_kualifikasi.papers": asked,
        "participants[0].facts": {"evaluasi_kualifikasi": {"papers": held}},
    }
    found = read(change(small_package(), changes))
    (shown,) = (
        facts
        for business in found.package.participants[:1]
        for facts in (business.facts[StageId.EVALUASI_KUALIFIKASI].of(PAPERS),)
    )

    assert not found.faults
    assert shown["sbu"].number == (number if number == "12" else None)
