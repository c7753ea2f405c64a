"""The JSON Schema of `tender-evaluation/1`, which ships with the law."""

import json

from tender_engine.formats import evaluation_shapes as shapes
from tender_engine.formats.schema_parts import ID, SAID, Schema, listed, one_of, or_null, titled
from tender_engine.formats.teaching import Teacher, document
from tender_engine.rulebook import Rulebook

__all__ = ["FORMAT", "evaluation_schema", "schema_text"]

FORMAT = "tender-evaluation/1"
_EVALUATION = titled(
    "Evaluation",
    format={"const": FORMAT},
    state=one_of("menunggu", "dihitung", "ditetapkan"),
    result={"enum": ["pemenang", "daftar_peserta", "gagal", None]},
    stages=listed(shapes.STAGE_RESULT),
    prices=listed(shapes.PRICE),
    scores=listed(shapes.SCORES),
    ranking=listed(shapes.RANK),
    winner=or_null(ID),
    reserves=listed(ID, maxItems=2),
    shortlist=listed(ID),
    next=or_null(SAID),
    failure=or_null(shapes.FAILURE),
    calendar=listed(shapes.PERIOD),
    after_award=or_null(shapes.AFTER_AWARD),
    awaiting=listed(shapes.AWAITED),
    notices=listed(shapes.NOTICE),
    regulation=shapes.REGULATION,
    package=shapes.DIGEST,
    similarities=or_null(listed(shapes.similarity_shape())),
    engine=SAID,
    root=shapes.DIGEST,
)


def evaluation_schema(rulebook: Rulebook | None = None) -> Schema:
    """The schema as a JSON Schema 2020-12 document.

    With a `rulebook` it lists the codes that evaluations under it have: what is awaited, notices
    and grounds, each in words, and of what is awaited where in a package the answer is written.
    """
    about = (
        "What an evaluation found, for those inside: it holds what members said, unit prices"
        " that were corrected and notices that are internal. Amounts are rupiah, PPN included, as"
        " texts in plain notation. Scores have ten decimals, half up; `exact` is the fraction that"
        " decides. Not said here: the passed, failed, pending and not_evaluated of a stage"
        " repeat its verdicts; corrections make corrected minus stated; the root follows from all"
        " the rest."
    )
    told = document("tender-evaluation:1", _EVALUATION, Teacher(rulebook))
    return {**told, "description": about}


def schema_text(rulebook: Rulebook) -> str:
    """The schema as it is shipped."""
    return json.dumps(evaluation_schema(rulebook), indent=1, ensure_ascii=False) + "\n"
