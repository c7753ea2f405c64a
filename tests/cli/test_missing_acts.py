"""An act that the file has lost, or has too early: no command ends in an accident."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"


def kept(sample: str, folder: Path, *, lost: bool, more: list[dict[str, object]]) -> str:
    """A sample without its act on the list of participants, or with events added."""
    value = json.loads((SAMPLES / sample / "paket.json").read_text("utf-8"))
    events = [e for e in value["events"] if not (lost and e.get("of") == "kualifikasi")]
    value["events"] = events + more
    path = folder / "paket.json"
    path.write_text(json.dumps(value), "utf-8")
    return str(path)


@pytest.mark.parametrize("sample", ["bendung-irigasi", "pengawasan-rumah-sakit"])
@pytest.mark.parametrize("command", ["bahp", "report"])
def test_the_act_on_the_list_is_lost(run: Run, tmp_path: Path, sample: str, command: str) -> None:
    """What differs is an act on the winner: of the list it is said that none is recorded."""
    result = run(command, kept(sample, tmp_path, lost=True, more=[]))

    assert result.exit_code == 0
    assert "elum ada penetapan hasil kualifikasi" in result.stdout


def test_a_failure_of_bids_without_a_list_is_none(run: Run, tmp_path: Path) -> None:
    """No bid can have been above the budget before anybody was on a list."""
    result = run("bahp", kept("rencana-induk-wisata", tmp_path, lost=True, more=[]))

    assert result.exit_code == 1
    assert "ATR062" in result.stderr


@pytest.mark.parametrize("sample", ["peringatan-banjir-ulang", "kapal-puskesmas"])
def test_an_auction_before_any_bid(run: Run, tmp_path: Path, sample: str) -> None:
    """It is refused at its place."""
    auction = {
        "type": "reverse_auction",
        "at": "2030-01-02T10:00:00+07:00",
        "held": True,
        "reason": "Dibuka melalui SPSE.",
        "totals": {"p1": "1", "p2": "2"},
    }
    result = run("evaluate", kept(sample, tmp_path, lost=False, more=[auction]))

    assert result.exit_code == 1
    assert "ATR036" in result.stderr
