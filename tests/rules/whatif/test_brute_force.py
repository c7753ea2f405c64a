"""What a slow scan finds, one figure after another, is nowhere nearer than what was told."""

import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from tender_engine import PackageRefusedError, from_values, package_dict
from tender_engine.places import put_at
from tender_rules import flips, national
from tender_rules.whatif.changes import Changed, Replay, with_value
from tender_rules.whatif.set_aside import given_of
from tests.rules.whatif.drawn import drawn, package_of
from tests.rules.whatif.drawn_seleksi import consultancy, listing, withdrawn
from tests.samples.dossiers import dossier, evaluation

# Of a tender so many numbers are scanned each way, at so many figures.
_NUMBERS, _FIGURES = 7, 5
OTHER = {"memenuhi": "tidak_memenuhi", "tidak_memenuhi": "memenuhi"}
_SMALLEST = Decimal("0.000001")
_WEIGHTS = [f"tender.requirements.evaluasi_{of}.weight" for of in ("teknis", "harga")]
_DRAWN = {
    **{f"tender-{seed}": (drawn, seed) for seed in (0, 1, 3, 7, 8, 11)},
    **{f"left-{seed}": (withdrawn, seed) for seed in (3, 6, 7)},
    **{f"list-{seed}": (listing, seed, most) for seed, most in ((1, 6), (3, 6), (23, 9))},
    **{
        f"{method}-{seed}": (consultancy, seed, method)
        for method, seed in (
            ("kualitas", 1), ("kualitas", 2), ("kualitas_biaya", 4), ("pagu_anggaran", 2),
            ("biaya_terendah", 8),
        )
    },
}  # fmt: skip


@cache
def answered(name):
    """A drawn tender, its package, and what would have changed its outcome."""
    draw, seed, *how = _DRAWN[name]
    value = draw(seed, *how)
    package = package_of(value)
    try:
        return value, package, flips(package, national())
    except PackageRefusedError as error:
        raise AssertionError([fault.code for fault in error.faults]) from error


def numbers(value):
    """Each number's place, what it is, its range and its smallest step, by hand from the format."""
    tender, listed = value["tender"], "penetapan" in [e["type"] for e in value["events"]]
    hps = Decimal(tender["hps"]["total"])
    for who in value["participants"]:
        yield from prices(who["id"], who.get("price"), hps)
    early = "evaluasi_kualifikasi" if listed else ""
    for entry in value["assessments"]:
        if "score" in entry and entry["stage"] != early:
            by = " ".join(entry["by"])
            about = f"{entry['stage']} {entry['participant']} {entry['criterion']} {by}"
            now = Decimal(entry["score"])
            yield f"assessments[{about}].score", now, 0, 100, _SMALLEST
    share = Decimal("0.8")
    yield "price.fairness_below_share", share, share * 9 / 10, share * 11 / 10, _SMALLEST
    for stage, asked in tender["requirements"].items():
        where = f"tender.requirements.{stage}"
        each = {f"{where}.criteria[{one['id']}]": one for one in asked.get("criteria", ())}
        for place, one in ({where: asked} | each).items() if stage != early else ():
            if "threshold" in one:
                now = Decimal(one["threshold"])
                low, high = max(now - 10, Decimal(0)), min(now + 10, Decimal(100))
                yield f"{place}.threshold", now, low, high, _SMALLEST
    if weight := tender["requirements"]["evaluasi_teknis"].get("weight"):
        now = Decimal(weight)
        yield _WEIGHTS[0], now, now - 10, now + 10, _SMALLEST
    yield "tender.hps.total", hps, hps * 9 / 10, Decimal(tender["pagu"]), Decimal("0.01")


def prices(name, price, hps):
    """The numbers of one bid."""
    place, sen = f"participants[{name}].price", Decimal("0.01")
    for line in (price or {}).get("lines") or ():
        where = f"{place}.lines[{line['id']}].unit_price"
        yield where, Decimal(line["unit_price"]), 0, 2 * hps, sen
    if price and not price.get("lines"):
        yield f"{place}.stated_total", Decimal(price["stated_total"]), 0, 2 * hps, sen


class Scan:
    """A package whose numbers are moved, each time read and evaluated whole."""

    def __init__(self, package):
        self.given, _ = given_of(package, national())
        self.text = json.dumps(package_dict(self.given.package))

    def has(self, place):
        """Whether it is a number that is left: no price that nobody opened."""
        name = place.removeprefix("participants[").partition("]")[0]
        return ".price" not in place or self.given.evaluation.price(name) is not None

    def at(self, place, figure):
        """The outcome; `None` where the format does not take the figure."""
        if place in national().parameters:
            return Replay().of(
                lambda: Changed(self.given.package, with_value(national(), place, figure))
            )
        value = json.loads(self.text)
        put_at(value, place, f"{figure:f}")
        if place == _WEIGHTS[0]:
            put_at(value, _WEIGHTS[1], f"{100 - figure:f}")
        made = from_values(value, national()).package
        return None if made is None else Replay().of(lambda: self.given.with_package(made))

    def of(self, value):
        """The outcome of a package as plain values."""
        made = from_values(value, national()).package
        return Replay().of(lambda: self.given.with_package(made))

    def along(self, place, now, end, step, chance):
        """Figures between `now` and one end of the range, with the outcome at each."""
        for _ in range(_FIGURES):
            share = Decimal(chance.randint(1, 1000)) / 1000
            # Most edges lie near; half of the figures do.
            share = share**3 if chance.random() < 0.5 else share
            figure = (now + (end - now) * share).quantize(step)
            after = None if figure == now else self.at(place, figure)
            if after is not None:
                yield figure, after


@pytest.mark.parametrize("name", _DRAWN)
def test_nothing_is_nearer(name):
    value, package, found = answered(name)
    if not found.outcome.decided:
        assert (bool(found.waits_for), found.flips) == (True, ())
        return
    hold(found, package, value, Random(name))


@pytest.mark.parametrize("name", ["air-minum-negosiasi", "laptop-reverse-auction"])
def test_nothing_is_nearer_after_talks_or_an_auction(name):
    """What they came to is held to the HPS and to the line of low prices as well."""
    value = dossier(name)
    bids = [who for who in value["participants"] if who.get("price")]
    package = evaluation(name).given
    hold(flips(package, national()), package, {**value, "participants": bids}, Random(1))


@pytest.mark.parametrize("name", ["tender-0", "tender-8", "left-3"])
def test_what_is_no_number_is_changed_one_by_one(name):
    """Each vote, and each bidder who leaves: told where another outcome comes of it, no others."""
    _, package, found = answered(name)
    scan = Scan(package)
    for kind, changes in (("suara", votes_changed), ("peserta_keluar", left_out)):
        told = {flip.subject for flip in (*found.flips, *found.to_waiting) if flip.kind == kind}
        tried = {subject: scan.of(value) for subject, value in changes(json.loads(scan.text))}
        assert told == {at for at, after in tried.items() if not after.same_as(found.outcome)}


def votes_changed(whole):
    """The package with the word of one member turned round, entry by entry."""
    for place, entry in enumerate(whole["assessments"]):
        for member in entry["by"] if "verdict" in entry else ():
            value = json.loads(json.dumps(whole))
            joint = value["assessments"][place]
            own = {**joint, "by": [member], "verdict": OTHER[entry["verdict"]], "note": "n"}
            joint["by"].remove(member)
            value["assessments"] = [e for e in value["assessments"] if e["by"]] + [own]
            about = [entry["stage"], entry["participant"], entry.get("criterion"), *entry["by"]]
            yield f"assessments[{' '.join(filter(None, about))}].by[{member}]", value


def left_out(whole):
    """The package in which one bidder handed nothing in for a bid."""
    for name in [who["id"] for who in whole["participants"] if who["submitted"].get("penawaran")]:
        value = json.loads(json.dumps(whole))
        (who,) = (who for who in value["participants"] if who["id"] == name)
        early = {k: at for k, at in who["submitted"].items() if k == "kualifikasi"}
        who["submitted"] = early
        who.pop("price", None)
        who.get("facts", {}).pop("evaluasi_harga", None)
        stays = ("evaluasi_kualifikasi", "pembuktian_kualifikasi") if early else ()
        value["assessments"] = [
            e for e in value["assessments"] if e["participant"] != name or e["stage"] in stays
        ]
        value["events"] = [e for e in value["events"] if e.get("participant") != name]
        yield f"participants[{name}]", value


def hold(found, package, value, chance):
    """Hold what was told of each number to figures that are tried."""
    scan, cells = Scan(package), list(numbers(value))
    assert not found.unlooked
    for place, now, low, high, step in chance.sample(cells, min(len(cells), _NUMBERS)):
        turns, waits_too = (
            any(is_of(place, each.participant) for each in further)
            for further in (found.further, found.further_waiting)
        )
        for end in (Decimal(low), Decimal(high)):
            told = nearest(found.flips, place, now, up=end > now)
            waits = nearest(found.to_waiting, place, now, up=end > now)
            if (told is None and turns) or not scan.has(place):
                continue
            for figure, after in scan.along(place, now, end, step, chance):
                gap = abs(Fraction(figure) - Fraction(now))
                if after.decided and not after.same_as(found.outcome):
                    assert (gap if told is None else told) < gap or told == gap, (place, figure)
                elif after.kind == "menunggu" and not waits_too:
                    known = [each for each in (told, waits) if each is not None]
                    assert any(each <= gap for each in known), (place, figure)


def is_of(place, name):
    """Whether a number is of a bidder."""
    return f"[{name}]" in place or f" {name} " in place


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
    found = [answered(name)[2] for name in _DRAWN]

    assert sum(answer.outcome.decided for answer in found) >= 16
    assert sum(len(answer.flips) for answer in found) > 100
