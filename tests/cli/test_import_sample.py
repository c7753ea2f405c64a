"""The page of SPSE beside a sample: the figures worked by hand are those that are explained."""

import re

from tender_desk.spse.comparing import compare_spse
from tender_desk.spse.page_reading import read_spse
from tender_rules import national
from tests.cli.screens import Run, flat
from tests.rules.pages.reading import number
from tests.samples.dossiers import SAMPLES, amount, evaluation, table

NAME = "jalan-kabupaten"
PAGE = SAMPLES / NAME / "spse-hasil.html"
HEADING = "What SPSE shows beside it"
*LINES, SUM = table(NAME, HEADING)


def result(cell: str) -> str:
    """The last figure of an equation."""
    return cell.rpartition(" = ")[2]


def test_the_page_is_read_whole() -> None:
    """Nothing of it is left unread, and whoever is on it is in the package."""
    reading = read_spse(PAGE.read_bytes(), PAGE.name)
    found = compare_spse(evaluation(NAME), [reading])

    assert reading.remarks == ()
    assert [len(one.bidders) for one in reading.tables] == [7, 5]
    assert (found.unmatched, found.silent, found.facts) == ((), (), ())
    assert found.winners == (found.winner,) == ("p2",)


def test_only_the_total_of_one_bidder_differs() -> None:
    """Stated and corrected totals are the README's figures, but the corrected one of p4."""
    reading = read_spse(PAGE.read_bytes(), PAGE.name)
    theirs = [row.amounts.values() for row in reading.tables[0].bidders if row.amounts]
    ours = [(row["stated"], row["corrected"]) for row in table(NAME, "Figures")]
    by_hand = [tuple(map(amount, pair)) for pair in ours]
    by_hand[3] = (by_hand[3][0], by_hand[3][1] + number(result(SUM["effect with PPN"])))

    assert list(map(tuple, theirs)) == by_hand


def test_the_explanation_has_the_figures_worked_by_hand(run: Run) -> None:
    """Line by line on the screen: both figures, the effect, the rule, and what they sum up to."""
    lines = flat(run("import", "spse", SAMPLES / NAME, PAGE))
    found = [line for line in lines if re.match(r"(L\d+|X\d+) ", line)]
    told = [re.fullmatch(r"(\S+) [a-z ]+ (\S+) (\S+) \+(\S+) (.+)", line) for line in found]
    titles = {rule.id: rule.title for rule in national().rules}
    by_hand = [
        (
            row["line"],
            f"{row['SPSE, net']},00",
            f"{row['here, net']},00",
            f"{result(row['effect with PPN'])},00",
            titles[row["rule"]],
        )
        for row in LINES
    ]

    assert [line.groups() for line in told if line] == by_hand
    assert len(found) == len(by_hand) == 2
    assert f"jumlah +{result(SUM['effect with PPN'])},00" in lines
