"""The example about similarities: three bids line by line, and what is listed of them."""

from tests.rules.pages.reading import number, tables
from tests.rules.pages.running import NONE
from tests.rules.similar.bids import bid, estimate, found

BIDDERS = ("p1", "p2", "p3")


def facts(rows):
    bids = (bid(*(number(row[who]) for row in rows)) for who in BIDDERS)
    return found(estimate(*(number(row["HPS"]) for row in rows)), *bids)


def prices(rows, _):
    """Which lines count as equal prices of the first two."""
    (equal,) = (fact for fact in facts(rows) if fact.kind == "harga_sama")
    return [
        {f"Dihitung bagi {' dan '.join(equal.participants)}": _told(row["Baris"] in equal.lines)}
        for row in rows
    ]


def _told(counts):
    return "ya" if counts else "tidak"


def listed(rows, text):
    """What is listed of the bids in the table before."""
    known = {(fact.kind, ", ".join(fact.participants)): fact for fact in facts(tables(text)[0])}
    made = [_listed(known.pop((row["Kesamaan"], row["Peserta"]))) for row in rows]
    assert not known
    return made


def _listed(fact):
    return {
        "Jumlah": str(fact.count),
        "Dibandingkan": str(fact.compared),
        "Rasio": fact.facts.get("rasio", NONE),
        "Peluang": fact.base_rate.shown if fact.base_rate else NONE,
    }
