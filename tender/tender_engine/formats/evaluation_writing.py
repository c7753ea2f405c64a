"""`tender-evaluation/1`: what an evaluation found, as plain values ready for JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tender_engine import __version__
from tender_engine.evaluation import Evaluation
from tender_engine.formats.evaluation_parts import parts
from tender_engine.formats.evaluation_schema import FORMAT, evaluation_schema
from tender_engine.formats.similarity_writing import similarities_list
from tender_engine.similarity import Similarity
from tender_engine.trail import root

if TYPE_CHECKING:
    from tender_engine.formats.typed_evaluation import EvaluationDict

__all__ = ["evaluation_dict", "evaluation_schema"]


def evaluation_dict(
    evaluation: Evaluation, similarities: Iterable[Similarity] | None = None
) -> "EvaluationDict":
    """`evaluation` with every key of the format, null or empty where there is nothing.

    Amounts are texts in plain notation, in rupiah; `percent_of_hps` has exactly four decimals.
    `similarities` are no part of it: whoever looked for them adds them, and no root has them.
    """
    said = parts(evaluation)
    return {
        "format": FORMAT,
        **said,
        "similarities": None if similarities is None else similarities_list(similarities),
        "engine": __version__,
        "root": root(evaluation, said),
    }
