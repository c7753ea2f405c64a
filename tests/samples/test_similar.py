"""What the bidders of the samples share: made-up businesses that have nothing in common."""

from tender_engine.similarity import Strength
from tender_rules.similar.finding import similarities_of
from tests.samples.dossiers import evaluation, samples


@samples
def test_no_sample_is_of_bids_that_were_made_together(name):
    """Each business of a sample is another; a ratio to the HPS is told of a bid alone."""
    shared = [each for each in similarities_of(evaluation(name)) if each.kind != "rasio_hps"]

    assert [each.kind for each in shared if each.strength is Strength.KUAT] == []
    assert [each.kind for each in shared if len(each.participants) > 1] == []
