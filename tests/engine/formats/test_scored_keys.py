"""The keys of scores, envelopes, life cycles and negotiations become what the model calls them."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tender_engine.events import Negotiation, PriceOpening
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.model import LifeCycle, Package
from tender_engine.seals import reveal_for_storage
from tender_engine.terms import NegotiationOutcome, Phase, StageId, Unsur
from tests.engine.formats.cases import (
    COSTS,
    EQUALISED,
    LIFE,
    MONTHS,
    PRICE,
    SECOND_DEADLINE,
    TALKS,
    YEARS,
)
from tests.engine.formats.data import DROP, change, read, small_package


def package(changes: dict[str, Any]) -> Package:
    made = read(change(small_package(), changes)).package
    assert made is not None
    return made


def price(changes: dict[str, Any]) -> Any:
    """The opened price of the first participant."""
    sealed = package(changes).participants[0].price
    assert sealed is not None
    return reveal_for_storage(sealed)


def test_a_criterion_names_its_unsur() -> None:
    """And is scored by its highest score."""
    criteria = package({}).tender.requirements[StageId.EVALUASI_TEKNIS].criteria

    assert [item.unsur for item in criteria] == [None, None, Unsur.TENAGA_AHLI]
    assert [item.scored for item in criteria] == [True, False, True]


def test_of_a_criterion_that_cannot_be_named_only_its_id_is_told() -> None:
    """What it lacks is told by that name, once it has one."""
    one = "tender.requirements.evaluasi_teknis.criteria[1]"
    reading = read(change(small_package(), {f"{one}.id": "! !", f"{one}.weight": "60"}))

    assert [fault.code for fault in reading.faults] == ["PKT018"]


def test_a_life_cycle_keeps_its_years_in_order() -> None:
    """The first year stays the first, in what is read and in what is written."""
    turned = {**LIFE, f"{PRICE}.life_cycle": {**COSTS, "operating": COSTS["operating"][::-1]}}
    written = json.loads(canonical_package(package(turned)))["participants"][0]["price"]

    assert price(LIFE).life_cycle == LifeCycle(
        (Decimal(10_000_000), Decimal(12_000_000)),
        (Decimal(0), Decimal(5_000_000)),
        Decimal(4 * 10**7),
    )
    assert package(LIFE).tender.requirements[StageId.EVALUASI_HARGA].operating_years == 2
    assert written["life_cycle"]["operating"] == ["12000000", "10000000"]
    assert package_digest(package(LIFE)) != package_digest(package(turned))


def test_orang_bulan_stand_at_both_lines() -> None:
    """The document's and the bidder's."""
    hps = package(MONTHS).tender.hps.lines
    assert hps is not None

    assert [line.person_months for line in hps] == [Decimal(6), None]
    assert [line.person_months for line in price(MONTHS).lines] == [Decimal("5.5"), None, None]


def test_equalising_is_a_stage_with_criteria_clauses_and_evidence() -> None:
    """`penyetaraan_teknis` asks and is answered like any other stage."""
    made = package(EQUALISED)
    asked = made.tender.requirements[StageId.PENYETARAAN_TEKNIS]

    assert [item.id for item in asked.criteria] == ["set.spek"]
    assert asked.clauses == {"penyetaraan": "LDP huruf G"}
    (evidence,) = made.participants[0].facts[StageId.PENYETARAAN_TEKNIS].evidence
    assert evidence.file == "setara.pdf"


def test_the_revised_offer_has_its_own_time_and_deadline() -> None:
    """`penawaran_tahap_dua` is handed in and closed like the others."""
    made = package({"events[9]": SECOND_DEADLINE})
    (deadline,) = [e for e in made.events if getattr(e, "until", None) and e.at.day == 14]

    assert deadline.of is Phase.PENAWARAN_TAHAP_DUA
    assert made.participants[0].submitted.penawaran_tahap_dua == deadline.until
    assert made.participants[1].submitted.penawaran_tahap_dua is None


@pytest.mark.parametrize(
    ("changes", "outcome", "total"),
    [
        ({}, NegotiationOutcome.SEPAKAT, Decimal(210_000_000)),
        ({f"{TALKS}.outcome": "gagal", f"{TALKS}.total": DROP}, NegotiationOutcome.GAGAL, None),
    ],
)
def test_talks_and_openings_are_events(
    changes: dict[str, Any], outcome: NegotiationOutcome, total: Decimal | None
) -> None:
    """A negotiation has an outcome and perhaps a total; an opening only its time."""
    events = package(changes).events
    (opening,) = [event for event in events if isinstance(event, PriceOpening)]
    (talks,) = [event for event in events if isinstance(event, Negotiation)]

    assert opening.at.isoformat() == "2022-05-17T10:00:00+07:00"
    assert (talks.participant, talks.outcome, talks.total) == ("p1", outcome, total)


def test_every_deadline_is_for_something_that_can_be_handed_in() -> None:
    """The times of a participant are named like the phases that have a deadline."""
    submitted = package({}).participants[0].submitted

    assert all(hasattr(submitted, phase) for phase in Phase)


@pytest.mark.parametrize(
    "costs", [{**COSTS, "operating": ["7654321"]}, {**COSTS, "residual": "-7654321"}]
)
def test_no_diagnostic_tells_a_cost(costs: dict[str, Any]) -> None:
    """Neither one that is wrong in itself nor one that fits nothing else."""
    for method in ("umur_ekonomis", "sistem_nilai"):
        reading = read(
            change(
                small_package(),
                {**LIFE, YEARS: 3, "tender.method": method, f"{PRICE}.life_cycle": costs},
            )
        )
        told = [*reading.diagnose(), *reading.diagnose(lang="en")]

        assert told
        assert not [one for one in told if "7654321" in repr(one) or "40000000" in repr(one)]
