"""A stage that is one question takes a word that names no criterion, also one that fails a bid."""

import json
from pathlib import Path

import pytest

from tests.reading import read_bytes

SAMPLE = Path(__file__).parents[3] / "samples/jalan-kabupaten/paket.json"
STAGE = "evaluasi_administrasi"


@pytest.mark.parametrize(
    ("asked", "codes"),
    [({}, []), ({"kso_agreement": True}, []), ({"bid_validity_days": 60}, ["PKT056"])],
)
def test_a_bid_fails_on_the_whole(asked: dict[str, object], codes: list[str]) -> None:
    """Where a check looks at every bid, a failing word has to say on which criterion it is."""
    value = json.loads(SAMPLE.read_text("utf-8"))
    value["tender"]["requirements"][STAGE] = asked
    others = [entry for entry in value["assessments"] if entry["stage"] != STAGE]
    (last, *_) = (entry for entry in value["assessments"] if entry["stage"] == STAGE)
    word = {**last, "participant": "p3", "verdict": "tidak_memenuhi", "note": "tanpa surat"}
    word.pop("criterion", None)
    value["assessments"] = [*others, word]
    reading = read_bytes(json.dumps(value).encode(), "paket.json")

    assert [told.code for told in reading.diagnose()] == codes
