"""Evidence and people may be written short; what is the same has the same digest."""

import json

import pytest

from tender_engine.formats.canonical import package_digest
from tests.engine.formats.data import small_package
from tests.reading import read_text


def digest(evidence, officers):
    """The digest of a package with this evidence for a judgement, and these officers."""
    data = small_package()
    data["assessments"][0]["evidence"] = evidence
    data["participants"][0]["officers"] = officers
    reading = read_text(json.dumps(data), "paket.json")

    assert reading.faults == ()
    return package_digest(reading.package)


@pytest.mark.parametrize(
    ("evidence", "officers"),
    [
        ([{"file": "teknis.pdf", "page": 21}], [{"name": "Sari"}]),
        ({"file": "teknis.pdf", "page": "21"}, ["Sari"]),
    ],
)
def test_short_forms_say_the_same(evidence, officers):
    """A page may be a number or a text, one piece of evidence stands alone, a person is a name."""
    full = digest([{"file": "teknis.pdf", "page": "21"}], [{"name": "Sari"}])

    assert digest(evidence, officers) == full
    assert digest("teknis.pdf", officers) == digest([{"file": "teknis.pdf"}], officers) != full


@pytest.mark.parametrize("page", [0, 1.5, True])
def test_a_page_is_a_whole_number_or_a_text(page):
    """Nothing else is a place in a file."""
    data = small_package()
    data["assessments"][0]["evidence"] = {"file": "teknis.pdf", "page": page}
    faults = read_text(json.dumps(data), "paket.json").faults

    assert [fault.path[-1] for fault in faults] == ["page"]
