"""What the bidders of a sample share: what its README works by hand, and nothing elsewhere."""

from tender_rules.similar.finding import similarities_of
from tests.rules.pages.reading import section, tables
from tests.samples.dossiers import NOTHING, evaluation, readme, samples

HEADING = "What is the same"
OF_ONE_BID = "rasio_hps"


def by_hand(name):
    """The last table under the heading, for the others lead to it; none without one."""
    if f"\n## {HEADING}\n" not in readme(name):
        return []
    return [tuple(row.values()) for row in tables(section(readme(name), HEADING))[-1]]


@samples
def test_what_is_the_same_is_what_the_readme_says(name):
    """Every fact with its counts and chance; the ratio of a bid to the HPS is told of any."""
    worked = by_hand(name)
    found = [
        (
            fact.kind,
            str(fact.strength),
            ", ".join(fact.participants),
            str(fact.count),
            str(fact.compared),
            (fact.base_rate and fact.base_rate.shown) or NOTHING,
        )
        for fact in similarities_of(evaluation(name))
        if worked or fact.kind != OF_ONE_BID
    ]

    assert found == worked
