"""The largest numbers that are read are written on every paper; what comes to more is refused."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.properties.shuffling import everything_shown
from tests.reading import read_text

SAMPLES = Path(__file__).parent.parent.parent / "samples"
MOST = 10**18


def sample(name: str) -> Any:
    return json.loads((SAMPLES / name / "paket.json").read_text("utf-8"))


def bids(package: Any) -> list[Any]:
    return [who["price"] for who in package["participants"] if who.get("price")]


def made_large(package: Any, volume: int, price: int) -> None:
    """Every volume and unit price as given, in the document and in every bid."""
    tender = package["tender"]
    for lines in (tender["hps"]["lines"], *(bid.get("lines") or [] for bid in bids(package))):
        for line in lines:
            line |= {"quantity": f"{volume}", "unit_price": f"{price}"}
            line.pop("amount", None)
    tender["hps"]["total"] = tender["pagu"] = "999999999999999999.99"
    for bid in bids(package):
        bid["stated_total"] = "999999999999999998.99"


def wrongly_shown(package: Any) -> list[str]:
    """The commands that end in an accident, or that refuse the package."""
    bidders = tuple(who["id"] for who in package["participants"])[:1]
    return [what for what, text in everything_shown(json.dumps(package), bidders) if text[0] == "4"]


@pytest.mark.parametrize("name", ["mebel-sekolah", "kebersihan-gedung"])
@pytest.mark.parametrize("percent", [100, 85])
def test_the_largest_price_stands_on_every_paper(name: str, percent: int) -> None:
    """Lines that come to all but what no words reach, PPN on top; above the HPS, and below it."""
    package = sample(name)
    lines = len(package["tender"]["hps"]["lines"])
    made_large(package, 10, (MOST - 1) // lines // 1000 * percent)

    assert read_text(json.dumps(package), "paket.json").faults == ()
    assert wrongly_shown(package) == []


@pytest.mark.parametrize("seed", range(12))
def test_what_is_read_is_written_whatever_its_factors_are(seed: int) -> None:
    """A volume and a price of any length: their product stands on the paper, or is refused."""
    random = Random(seed)
    package = sample("mebel-sekolah")
    volume, price = (random.randrange(1, 10 ** random.randint(1, 18)) for _ in range(2))
    made_large(package, volume, price)
    lines = len(package["tender"]["hps"]["lines"])
    reading = read_text(json.dumps(package), "paket.json")

    assert bool(reading.faults) is (volume * price * lines >= MOST)
    assert {fault.code for fault in reading.faults} <= {"PKT107", "PKT108"}
    if not reading.faults:
        assert wrongly_shown(package) == []
