"""Releases as the tests of OCDS look at them."""

import json
from decimal import Decimal

from attrs import evolve

from tender_desk import Publication, release_package
from tender_engine.terms import Subject
from tests.happenings import announced
from tests.samples.test_audiences import LEAST, NIK, NPWP, amounts, secrets

PREFIX = "ocds-213czf"
BY = Publication("LPSE Contoh", PREFIX)


def text_of(*evaluations, by=BY):
    """The release package of what was evaluated, as text."""
    return release_package({f"t{n}": each for n, each in enumerate(evaluations)}, by)[0]


def package_of(*evaluations, by=BY):
    """The same as values, every number exact."""
    return json.loads(text_of(*evaluations, by=by), parse_float=Decimal, parse_int=Decimal)


def release_of(evaluation, by=BY):
    """The one release."""
    return package_of(evaluation, by=by)["releases"][0]


def leaves(value, path=()):
    """Every value that is no list and no object, with its place."""
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(part, (*path, key))
    else:
        yield path, value


def published(evaluation):
    """The same evaluation once whatever it came to is announced."""
    told = [announced(day=30, of=of, month=12) for of in Subject]
    given = evolve(evaluation.given, events=(*evaluation.given.events, *told))
    return evolve(evaluation, package=given)


def held_public(found):
    """The text of its release, in which nothing is internal and nothing sealed.

    Every number is one of those that are public; no text has an NPWP, a member or a notice.
    """
    told, given = text_of(found), found.package
    release = json.loads(told, parse_float=Decimal, parse_int=Decimal)["releases"][0]
    numbers = {value for _, value in leaves(release) if isinstance(value, Decimal)}
    opened = frozenset(price.participant for price in found.prices)
    estimate, closed, _, known = secrets(given, opened)
    texts = [value for _, value in leaves(release) if isinstance(value, str)]
    inside = [notice.message for notice in found.notices if notice.audience == "internal"]
    people_inside = [member.name for member in given.pokja.members]
    totals = {
        total
        for price in found.prices
        for total in (price.stated_total, price.corrected_total, price.final_total)
    }

    asked = {given.tender.pagu, given.tender.hps.total}
    asked |= {line.quantity for line in given.tender.hps.lines or ()}
    assert {n for n in numbers if n >= LEAST} <= totals | asked
    assert not {n for n in amounts(texts) if n >= LEAST} & (estimate - known)
    assert not {n for n in amounts(texts) if n >= LEAST} & closed
    assert not [words for words in (*inside, *people_inside) if words in told]
    assert NPWP not in told
    assert NIK not in told
    return told
