"""Releases as the tests of OCDS look at them."""

import json
from decimal import Decimal

from tender_desk import Publication, release_package

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
