"""What is set aside, what waits, what stays sealed, and what is steady."""

import json
from functools import cache

import pytest

from tender_engine import from_values, package_dict
from tender_rules import ask_whatif, flips, national, what_if_dict
from tests.rules.whatif.drawn import drawn, package_of
from tests.samples.dossiers import NAMES, dossier, evaluation
from tests.samples.test_sealed import SEALED, figures, price_of


@cache
def answered(name):
    """What would have changed the outcome of a sample."""
    return flips(evaluation(name).given, national())


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_agrees(name):
    """What the arithmetic finds is what whole evaluations come to, or this raises."""
    found = answered(name)

    assert not found.unlooked
    assert all(flip.exact is None or flip.before != flip.after for flip in found.flips)
    assert all(
        any(
            side.decided and not side.same_as(found.outcome)
            for side in (flip.below, flip.at, flip.above)
            if side is not None
        )
        for flip in found.flips
    )


def test_who_waits_has_no_flips():
    """Half judged: for what it waits, and nothing that could change it."""
    found = answered("drainase-setengah-dinilai")

    assert not found.flips
    assert set(found.waits_for) == {"fakta", "penilaian"}
    assert not found.steady


def test_an_order_that_people_decided_is_open_again():
    """The tie of this sample is settled by an act, which is set aside."""
    found = answered("gedung-puskesmas")

    assert found.outcome.kind == "seri"
    assert found.waits_for == ("keputusan_peringkat",)


def test_talks_stay():
    """Of one bidder, talked down after the proof: the talks are figures."""
    found = answered("air-minum-negosiasi")

    assert "negosiasi" not in [event.type for event in found.set_aside]


def test_nobody_bid():
    """Where there is no number, nothing turns it."""
    found = answered("tanpa-penawaran")

    assert found.steady
    assert found.outcome.ground.endswith("51(2)b")


@pytest.mark.parametrize(("name", "bidder"), SEALED.items())
def test_an_unopened_price_enters_nothing(name, bidder):
    """No figure of it is in an answer, and another one in its place gives the same answer."""
    value = json.loads(json.dumps(dossier(name)))
    own, _ = price_of(name, bidder)
    volumes = {line["quantity"] for line in own["lines"]}
    told = json.dumps(what_if_dict(answered(name)))
    who = next(each for each in value["participants"] if each["id"] == bidder)
    who["price"]["stated_total"] = "123456789"
    for line in who["price"]["lines"]:
        line["unit_price"] = "1"
    other = from_values(value, national()).package

    assert not [figure for figure in figures(own) - volumes if f'"{figure}"' in told]
    assert json.dumps(what_if_dict(flips(other, national()))) == told


@pytest.mark.parametrize(("name", "bidder"), SEALED.items())
def test_an_unopened_price_cannot_be_asked_about(name, bidder):
    asked = ask_whatif(
        evaluation(name).given, national(), f"participants[{bidder}].price.stated_total", "1"
    )

    assert [fault.code for fault in asked.faults] == ["WIF003"]


def test_what_an_unopened_price_file_says_of_itself_cannot_be_asked_about():
    """Nor is it told: not even the name of the file, where another place is missed."""
    name, bidder = next(iter(SEALED.items()))
    value = json.loads(json.dumps(dossier(name)))
    who = next(each for each in value["participants"] if each["id"] == bidder)
    who["price_commitment"] = {"alg": "sha256", "value": "cafe" * 16}
    files = [("rahasia.pdf", "price"), ("teknis.pdf", "other")]
    who["file_metadata"] = [{"file": file, "of": of, "author": "ani"} for file, of in files]
    package = package_of(value)

    def asked(where):
        return ask_whatif(package, national(), f"participants[{bidder}].{where}", "beda")

    missed = [asked("file_metadata[lain.pdf other].author"), asked("nama.lain")]
    for place in ("file_metadata[rahasia.pdf price].author", "price_commitment.value"):
        assert [fault.code for fault in asked(place).faults] == ["WIF003"]
    assert asked("file_metadata[teknis.pdf other].author").after is not None
    for fault in (fault for each in missed for fault in each.faults):
        told = str(dict(fault.params))
        assert not [word for word in ("rahasia", "cafe") if word in told]


@pytest.mark.parametrize("seed", range(0, 12, 3))
def test_what_is_told_can_be_written(seed):
    """Each figure, put at its place as it is told, gives the outcome that is told."""
    package = package_of(drawn(seed))
    for flip in flips(package, national()).flips:
        if flip.exact is None:
            continue
        up = float(flip.after) > float(flip.before)
        asked = ask_whatif(package, national(), flip.subject, flip.after)
        assert asked.after is not None, (flip.subject, flip.after, asked.faults)
        assert asked.after.same_as(flip.above if up else flip.below)


def test_the_package_stays_as_it_was():
    given = evaluation("keamanan-jaringan").given
    before = package_dict(given)
    flips(given, national())

    assert package_dict(given) == before
