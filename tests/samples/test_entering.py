"""Who enters a stage is looked for only in what was decided since, stage by stage."""

from tests.asking_anew import evaluated_anew
from tests.samples.dossiers import evaluation, samples


@samples
def test_nobody_is_let_in_by_what_was_looked_at_before(name):
    """Asked of everybody anew after each entry, each sample comes to the same, to the last word."""
    found = evaluation(name)

    assert evaluated_anew(found.given) == found
