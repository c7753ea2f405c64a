"""`python benchmarks/similar.py`: how fair, how sharp and how dear the facts about prices are.

Honest tenders of each generator and copied bids (`tender_rules.testing.honest`), and what 100 bids
of 1,000 lines cost, in evaluations of the same package in the same run. Ends with 1 if a bound is
missed; `--quick` runs everything at a tiny size, and bounds mean nothing there.
"""

import argparse
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from attrs import asdict, evolve

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [*(str(_ROOT / room) for room in ("tender", "rules")), str(_ROOT)]

from measures import read  # noqa: E402
from packages import package_text  # noqa: E402
from timing import Figure, best  # noqa: E402

from tender_engine.engine import evaluate  # noqa: E402
from tender_engine.law import Ask  # noqa: E402
from tender_engine.similarity import Similarity  # noqa: E402
from tender_rules import national, similarities  # noqa: E402
from tender_rules.red_flags.looking import red_flags  # noqa: E402
from tender_rules.similar.across.overview import overview_of  # noqa: E402
from tender_rules.similar.across.who_is_who import Given  # noqa: E402
from tender_rules.similar.prices import between_prices, price_similarities  # noqa: E402
from tender_rules.testing.honest import CLONES, HONEST, Bidding, cloned  # noqa: E402

_PERCENT, _MB = 100, 1_000_000
_MOST_LISTED = {
    "price_list": 1,
    "factor_of_estimate": 1,
    "supplier": 5,
    "independent": 1,
    "in_thousands": 5,
}
_LEAST_FOUND, _MOST_EVALUATIONS, _MOST_OVER_TENDERS = 99, 20, 2

# The unit prices of a bid in rupiah, given the estimate's, the bid before and chance.
Pricing = Callable[[list[int], list[int], Random], list[int]]


def _independent(estimate: list[int], _: list[int], rng: Random) -> list[int]:
    return [price * rng.randint(7_500, 10_000) // 10_000 for price in estimate]


def _of_one_list(estimate: list[int], _: list[int], rng: Random) -> list[int]:
    listed, factor = Random(1), rng.randint(900, 1_000)
    return [price * listed.randint(700, 1_000) // 1_000 * factor // 1_000 for price in estimate]


def _half_of_one_list(estimate: list[int], before: list[int], rng: Random) -> list[int]:
    """Every other line is of the list, so that each pair is in one ratio on half of its lines."""
    listed = _of_one_list(estimate, before, rng)
    own = _independent(estimate, before, rng)
    return [pair[place % 2] for place, pair in enumerate(zip(listed, own, strict=True))]


def _some_of_one_list(estimate: list[int], before: list[int], rng: Random) -> list[int]:
    """Of each line chance says whether it is: each pair has nearly as many as make a fact."""
    listed = _of_one_list(estimate, before, rng)
    own = _independent(estimate, before, rng)
    return [pair[rng.randrange(2)] for pair in zip(listed, own, strict=True)]


def _narrow(estimate: list[int], _: list[int], rng: Random) -> list[int]:
    """All within five percent, in round thousands: most ratios of two bids are near each other."""
    return [max(1_000, price * rng.randint(900, 950) // 1_000_000 * 1_000) for price in estimate]


def _identical(estimate: list[int], before: list[int], rng: Random) -> list[int]:
    return before or _independent(estimate, before, rng)


def _copies_in_twos(estimate: list[int], before: list[int], rng: Random) -> list[int]:
    """Every other bid has six lines of ten from the one before, and 1.3 percent more."""
    own = _independent(estimate, before, rng)
    if rng.randrange(2) or not before:
        return own
    kept = len(own) * 6 // 10
    return [*(price * 1_013 // 1_000 for price in before[:kept]), *own[kept:]]


_TENDERS: dict[str, Pricing | None] = {
    "constant differences": None,  # as the other benchmarks have it
    "independent": _independent,
    "one list": _of_one_list,
    "copies in twos": _copies_in_twos,
    "half of one list": _half_of_one_list,
    "some of one list": _some_of_one_list,
    "narrow": _narrow,
    "identical": _identical,
}


def _text(bids: int, lines: int, pricing: Pricing | None) -> str:
    """The package of the other benchmarks, with prices by `pricing`."""
    text = package_text(bids, lines)
    if pricing is None:
        return text
    data, rng = json.loads(text), Random(1)
    hps = data["tender"]["hps"]
    volumes = [int(line["quantity"]) for line in hps["lines"]]
    estimate = [rng.randint(20_000, 2_000_000) for _ in volumes]
    _write(hps["lines"], estimate)
    hps["total"] = data["tender"]["pagu"] = _total(estimate, volumes)
    before: list[int] = []
    for who in data["participants"]:
        before = pricing(estimate, before, rng)
        _write(who["price"]["lines"], before)
        for line, volume, price in zip(who["price"]["lines"], volumes, before, strict=True):
            line["amount"] = str(volume * price)
        who["price"]["stated_total"] = _total(before, volumes)
    return json.dumps(data)


def _write(lines: list[dict[str, Any]], prices: list[int]) -> None:
    for line, price in zip(lines, prices, strict=True):
        line["unit_price"] = str(price)


def _of_one_bidder(data: dict[str, Any]) -> dict[str, Any]:
    """Everything that names a bidder and can be compared, the same of all."""
    for who in data["participants"]:
        who["npwp"], who["name"], who["address"] = "00.001.002.7-890.000", "CV Contoh", "Jalan Satu"
        who["officers"] = [{"name": "Ani", "nik": "0101010101900017", "position": "Direktur"}]
        who["contact"] = {"phone": ["0211234567"], "email": ["surat@contoh.example"]}
        who["bank_accounts"] = ["0001112223"]
        who["file_metadata"] = [{"file": "a.pdf", "of": "other", "author": "meja3"}]
    return data


def _total(prices: list[int], volumes: list[int]) -> str:
    net = sum(price * volume for price, volume in zip(prices, volumes, strict=True))
    return str(net * Decimal("1.11"))


def _listed(bidding: Bidding, ask: Ask) -> list[Similarity]:
    """The facts of a tender, but for the ratio of each bid to the estimate."""
    found = between_prices(bidding.hps, bidding.prices, ask)
    return [fact for fact in found if fact.kind != "rasio_hps"]


def fairness(tenders: int, ask: Ask) -> Iterator[Figure]:
    """How many honest tenders list a fact, and how many copies are found, in percent."""
    for name, made in HONEST.items():
        odd = sum(bool(_listed(made(seed), ask)) for seed in range(tenders))
        share = odd * _PERCENT / tenders
        yield Figure(f"honest: {name}", share, "% listed", bound=_MOST_LISTED[name])
    for how in CLONES:
        found = sum(
            any(fact.participants == ("p1", "p2") for fact in _listed(cloned(seed, how), ask))
            for seed in range(tenders)
        )
        share = found * _PERCENT / tenders
        yield Figure(
            f"copied on 60 percent of lines: {how}",
            share,
            "% found",
            bound=_LEAST_FOUND,
            at_least=True,
        )


def costs(bids: int, lines: int, rounds: int) -> Iterator[Figure]:
    """What all price facts cost, beside one evaluation of the same package."""
    law = national()
    for name, pricing in _TENDERS.items():
        package = read(_text(bids, lines, pricing))
        bare = best(partial(evaluate, package, law), rounds)
        took = best(partial(price_similarities, package, law), rounds)
        label = f"{bids} x {lines} lines: {name}"
        yield Figure(label, took / bare, took=took, bare=bare, bound=_MOST_EVALUATIONS)
    # The last package is that of identical bids; the same by who they say they are as well.
    package = read(json.dumps(_of_one_bidder(json.loads(_text(bids, lines, _identical)))))
    yield Figure(
        "  alike in everything, seconds",
        best(partial(similarities, package, law), rounds),
        "s",
        bound=1,
    )
    tracemalloc.start()
    facts = similarities(package, law)
    peak = tracemalloc.get_traced_memory()[1] / _MB
    tracemalloc.stop()
    printed = json.dumps([asdict(fact) for fact in facts], default=str)
    yield Figure("  peak memory", peak, "MB", bound=200)
    yield Figure("  printed", len(printed) / _MB, "MB", bound=1)


def over_tenders(tenders: int, bids: int, lines: int, rounds: int) -> Iterator[Figure]:
    """What looking at many tenders together costs, beside evaluating each of them once."""
    law, package = national(), read(package_text(bids, lines))
    packages = [
        evolve(package, tender=evolve(package.tender, code=f"T-{n}")) for n in range(tenders)
    ]
    given = [Given(n, str(n), evaluate(each, law)) for n, each in enumerate(packages, 1)]
    bare = best(lambda: [evaluate(each, law) for each in packages], rounds)
    took = best(lambda: red_flags(overview_of(given)), rounds)
    label = f"over {tenders} tenders of {bids} x {lines} lines"
    yield Figure(label, took / bare, took=took, bare=bare, bound=_MOST_OVER_TENDERS)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="tiny sizes, bounds not judged")
    quick = options.parse_args().quick
    tenders, bids, lines, rounds = (5, 4, 30, 1) if quick else (2_000, 100, 1_000, 3)
    package = read(package_text(3, 3))
    ask = Ask(national().law_for(package.tender))
    missed = 0
    many = (3, 4, 30, 1) if quick else (50, 10, 200, 1)
    for figures in (costs(bids, lines, rounds), over_tenders(*many), fairness(tenders, ask)):
        for figure in figures:
            print(evolve(figure, bound=None) if quick else figure, flush=True)
            missed += figure.missed
    return int(missed > 0 and not quick)


if __name__ == "__main__":
    sys.exit(main())
