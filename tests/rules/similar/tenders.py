"""Several small tenders, determined or not, as they are looked at together."""

from attrs import evolve

from tender_rules.similar.across.overview import overview_of
from tender_rules.similar.across.who_is_who import Given
from tests.builders import evaluated, package
from tests.happenings import award, deadline


def determined(*bidders, winner="p1", events=(), **terms):
    """A tender of these bidders with the act that determines the winner."""
    return package(*bidders, events=(deadline(), award(winner), *events), **terms)


def given(*packages):
    """Tenders by their number, each with a code of its own."""
    return [
        Given(n, f"t{n}", evaluated(evolve(each, tender=evolve(each.tender, code=f"T-{n}"))))
        for n, each in enumerate(packages, 1)
    ]


def overview(*packages):
    """What these show together."""
    return overview_of(given(*packages))
