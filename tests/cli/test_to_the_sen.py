"""What the screen shows of money has two decimals; what a bidder wrote stands as it was written."""

import json
import re
from pathlib import Path

import pytest

from tender_cli.story import is_amount
from tests.cli.screens import Run

SAMPLES = Path(__file__).parents[2] / "samples"
# A number that is grouped, or of seven digits, with no two decimals behind it.
_WHOLE = re.compile(r"(?<![\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d{7,})(?![\d./]|,\d)")
# Values of the law as it writes them, the root, and the code of the tender.
_OTHER = re.compile(r"nilai: |sha256:|^\d+  \S")
_KINDS = ("alat-kesehatan-tkdn", "mebel-sekolah", "air-minum-negosiasi", "laptop-dua-penawar")


@pytest.mark.parametrize("sample", _KINDS)
def test_no_amount_on_a_screen_is_whole(run: Run, sample: str) -> None:
    """Of evaluation and stories; in their tables of lines stand volumes and unit prices too."""
    folder = SAMPLES / sample
    whole = json.loads(run("evaluate", folder, "--json").stdout)
    lines = run("evaluate", folder).stdout.splitlines()
    for price in whole["prices"]:
        story = run("explain", folder, price["participant"]).stdout.splitlines()
        lines += [line for line in story if not re.match(r" *[A-Z]+\d+ ", line)]
    told = [line for line in lines if not _OTHER.search(line)]
    assert len(told) > 50
    assert [line for line in told if _WHOLE.search(line)] == []


def test_facts_that_are_days_or_percent_are_no_amounts() -> None:
    """The same word is money in the facts of one rule, and days in those of another."""
    assert is_amount("administration.bid_bond", "diminta")
    assert not is_amount("administration.bid_validity", "diminta")
    assert is_amount("price.ceiling", "batas")
    assert not is_amount("technical.score", "ambang_batas")
