"""What the runners of the examples share: cells to packages, and verdicts back to prose."""

import re

from tender_engine.terms import Decider
from tests.builders import JUDGED, bidder, hps, verdict
from tests.rules.pages.reading import number

NONE = "tidak ada"
NOT_YET = "belum ada"
UNKNOWN = "belum diketahui"
DECIDERS = {"Pokja Pemilihan": Decider.POKJA, "Pengguna Anggaran": Decider.PA}


def each(run):
    """A runner of a table whose rows are cases of their own."""
    return lambda rows, _: [run(row) for row in rows]


def each_told(run):
    """The same, where the prose around the table states a figure for all of them."""
    return lambda rows, text: [run(row, text) for row in rows]


def words(term):
    """A term of the law as prose."""
    return str(term).replace("_", " ")


def said_of(evaluation, stage, participant="p1"):
    return words(verdict(evaluation, stage, participant))


def with_hps(text):
    """The estimate that the prose around a table states, PPN included."""
    return hps(number(re.search(r"HPS ([\d.]+\d)", text)[1]), "0", None)


def bidders(totals):
    return [bidder(f"p{n}", total) for n, total in enumerate(totals, 1)]


def without(stage):
    """Everybody passes every judged stage but `stage`, which a table decides."""
    return tuple(other for other in JUDGED if other != stage)


def decider(term):
    return next(name for name, known in DECIDERS.items() if known == term)
