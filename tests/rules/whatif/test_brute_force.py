"""What a slow scan finds, one figure after another, is nowhere nearer than what was told."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from tender_engine import PackageRefusedError
from tender_rules import ask_whatif, flips, national
from tests.rules.whatif.drawn import drawn, package_of
from tests.samples.dossiers import dossier, evaluation

_FIGURES = 5


def numbers(value):
    """Each number's place, what it is, its range and its smallest step, by hand from the format."""
    tender = value["tender"]
    hps = Decimal(tender["hps"]["total"])
    for who in value["participants"]:
        place, price = f"participants[{who['id']}].price", who["price"]
        for line in price.get("lines") or ():
            where = f"{place}.lines[{line['id']}].unit_price"
            yield where, Decimal(line["unit_price"]), 0, 2 * hps, Decimal("0.01")
        if not price.get("lines"):
            where = f"{place}.stated_total"
            yield where, Decimal(price["stated_total"]), 0, 2 * hps, Decimal("0.01")
    for entry in value["assessments"]:
        if "score" in entry:
            about = f"{entry['stage']} {entry['participant']} {entry['criterion']} {entry['by'][0]}"
            now = Decimal(entry["score"])
            yield f"assessments[{about}].score", now, 0, 100, Decimal("0.000001")
    share = Decimal("0.8")
    yield "price.fairness_below_share", share, share * 9 / 10, share * 11 / 10, Decimal("0.000001")
    asked = tender["requirements"]["evaluasi_teknis"]
    if "threshold" in asked:
        now = Decimal(asked["threshold"])
        where = "tender.requirements.evaluasi_teknis.threshold"
        yield where, now, now - 10, min(now + 10, Decimal(100)), Decimal("0.000001")
    yield "tender.hps.total", hps, hps * 9 / 10, Decimal(tender["pagu"]), Decimal("0.01")


def scanned(package, place, now, end, step, chance):
    """Figures between `now` and one end of the range, with the outcome at each."""
    for _ in range(_FIGURES):
        share = Decimal(chance.randint(1, 1000)) / 1000
        # Most edges lie near; half of the figures do.
        share = share**3 if chance.random() < 0.5 else share
        figure = (now + (end - now) * share).quantize(step)
        if figure != now:
            asked = ask_whatif(package, national(), place, f"{figure:f}")
            if asked.after is not None:
                yield figure, asked.after


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_nearer(seed):
    value = drawn(seed)
    package = package_of(value)
    found = flips(package, national())
    if not found.outcome.decided:
        assert (bool(found.waits_for), found.flips) == (True, ())
        return
    hold(found, package, value, Random(seed))


@pytest.mark.parametrize("name", ["air-minum-negosiasi", "laptop-reverse-auction"])
def test_nothing_is_nearer_after_talks_or_an_auction(name):
    """What they came to is held to the HPS and to the line of low prices as well."""
    value = dossier(name)
    bids = [who for who in value["participants"] if who.get("price")]
    package = evaluation(name).given
    hold(flips(package, national()), package, {**value, "participants": bids}, Random(1))


def hold(found, package, value, chance):
    """Hold what was told of each number to figures that are tried."""
    for place, now, low, high, step in numbers(value):
        counted = any(f"[{each.participant}]" in place for each in found.further)
        for end in (Decimal(low), Decimal(high)):
            told = nearest(found.flips, place, now, up=end > now)
            waits = nearest(found.to_waiting, place, now, up=end > now)
            if told is None and counted:
                continue
            for figure, after in scanned(package, place, now, end, step, chance):
                gap = abs(Fraction(figure) - Fraction(now))
                if after.decided and not after.same_as(found.outcome):
                    assert (gap if told is None else told) < gap or told == gap, (place, figure)
                elif after.kind == "menunggu":
                    known = [each for each in (told, waits) if each is not None]
                    assert any(each <= gap for each in known), (place, figure)


def nearest(flips_, place, now, *, up):
    """How far the boundary lies that is told of a place, one way."""
    gaps = [
        abs(flip.exact - Fraction(now))
        for flip in flips_
        if flip.subject == place and (Decimal(flip.after) > Decimal(flip.before)) == up
    ]
    return min(gaps, default=None)


def test_drawn_tenders_are_worth_drawing():
    """Most are decided, and many numbers turn them; none is refused."""
    found = []
    for seed in range(12):
        try:
            found.append(flips(package_of(drawn(seed)), national()))
        except PackageRefusedError as error:
            raise AssertionError([fault.code for fault in error.faults]) from error

    assert sum(answer.outcome.decided for answer in found) >= 6
    assert sum(len(answer.flips) for answer in found) > 40
