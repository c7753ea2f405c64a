"""A package becomes a workbook and the workbook the same package, whatever the package holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package
from tender_rules.testing import (
    acted_on,
    analysed,
    cancelled,
    packages,
    preferred,
    procurements,
)
from tests.reading import read_bytes, read_path, workbook_bytes
from tests.tries import tries

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*/paket.json"))
RANDOM = st.one_of(
    packages(),
    packages(complete=True),
    procurements(),
    procurements().flatmap(preferred),
    procurements().flatmap(analysed),
    procurements().flatmap(cancelled),
)
FEW = settings(tries(8), suppress_health_check=list(HealthCheck))


def through_a_workbook(package: Package) -> Package:
    """What is read from the workbook of `package`."""
    reading = read_bytes(workbook_bytes(package), "paket.xlsx")
    assert reading.package is not None, [str(told) for told in reading.diagnose()]
    return reading.package


@FEW
@given(RANDOM)
def test_a_random_package_is_the_same_as_a_workbook(package: Package) -> None:
    """Every procedure, analysis and preference, with names that people may have."""
    assert canonical_package(through_a_workbook(package)) == canonical_package(package)


@settings(FEW, max_examples=tries(3).max_examples)
@given(st.one_of(packages(complete=True, lines=1), procurements(bidders=(1, 3))).flatmap(acted_on))
def test_what_people_did_after_the_result_is_the_same_in_a_workbook(package: Package) -> None:
    """Objections, appeals, refusals, letters and meetings, with every key that they may have."""
    assert canonical_package(through_a_workbook(package)) == canonical_package(package)


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.parent.name)
def test_the_same_package_gives_the_same_bytes(path: Path) -> None:
    """No time of saving is in the file."""
    package = read_path(path).package
    assert package is not None

    assert workbook_bytes(package) == workbook_bytes(package)
