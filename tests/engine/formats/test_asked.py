"""The clause of an asked object is the one among `clauses`, wherever it is written."""

import pytest
from attrs import evolve

from tender_engine.formats.canonical import package_digest
from tender_engine.formats.values import amended
from tender_engine.terms import StageId
from tender_rules import national
from tender_rules.stages.kd import TimesAsked
from tests.engine.formats.data import change, small_package
from tests.engine.formats.data import read as reading

ASKS = "tender.requirements.evaluasi_kualifikasi"
STAGE = StageId.EVALUASI_KUALIFIKASI


def read(changes):
    """The small package with these changes."""
    package = reading(change(small_package(), changes)).package
    assert package is not None
    return package


@pytest.mark.parametrize(
    ("own", "apart"),
    [
        ({"kd": {"clause": "LDK 8"}}, {"kd": True}),
        ({"kd": {"times": "3", "clause": "LDK 8"}}, {"kd": {"times": "3"}}),
        (
            {"kso": {"lead_largest": True, "clause": "LDK 8"}},
            {"kso": {"lead_largest": True}},
        ),
    ],
)
def test_it_is_the_same_package(own, apart):
    """One digest, whether a file writes it in the object, beside it, or in both places."""
    (key,) = own
    clauses = {"clauses": {key: "LDK 8"}}
    packages = [read({ASKS: made}) for made in (own, apart | clauses, own | clauses)]

    assert len({package_digest(package) for package in packages}) == 1
    assert packages[0].tender.asks(STAGE).clauses == {key: "LDK 8"}


def test_what_code_makes_is_read_alike():
    """An instance that carries a clause becomes what a file would have been read as."""
    given = read({ASKS: {"kd": {"times": "3"}}})
    asks = evolve(given.tender.asks(STAGE), named={"kd": TimesAsked(clause="LDK 8")})
    tender = evolve(given.tender, requirements={**given.tender.requirements, STAGE: asks})
    made = amended(evolve(given, tender=tender), national()).package

    assert made.tender.asks(STAGE).named == {"kd": True}
    assert made.tender.asks(STAGE).clauses == {"kd": "LDK 8"}
