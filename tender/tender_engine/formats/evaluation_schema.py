"""The JSON Schema of `tender-evaluation/1`, which ships with the law."""

import json

from tender_engine.evaluation import AfterAwardState, PeriodState
from tender_engine.findings import READ, Verdict
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.schema_parts import (
    AMOUNT,
    FACTS,
    FLAG,
    ID,
    MOMENT,
    PLAIN,
    SAID,
    TEXT,
    WHOLE,
    Schema,
    listed,
    matching,
    one_of,
    or_null,
    titled,
    whole,
)
from tender_engine.formats.teaching import Teacher, document
from tender_engine.rulebook import Rulebook
from tender_engine.similarity import Strength
from tender_engine.terms import AssessmentVerdict, Canceller, CountedBy, Decider, StageId

__all__ = ["FORMAT", "evaluation_schema", "schema_text", "similarity_shape"]

FORMAT = "tender-evaluation/1"

_DAY, _DAYS = Annotated({"type": "string", "format": "date"}, example="2023-03-01"), whole(None)
_DIGEST = matching("sha256:[0-9a-f]{64}", f"sha256:{'0' * 64}")
_SCORE = matching(rf"{WHOLE}\.[0-9]{{10}}", "84.2105263158")
_FRACTION = matching(rf"{WHOLE}(/[1-9][0-9]*)?", "1600/19")
_STAGE, _CITATIONS_LEAST = one_of(*StageId), {"minItems": 1}

_CITATION = titled(
    "Citation", instrument=SAID, article=SAID, source=one_of(*READ), clause=or_null(SAID)
)
_CITATIONS = listed(_CITATION)
_VALUE = titled(
    "UsedValue",
    param=SAID,
    value=TEXT,
    instrument=SAID,
    article=SAID,
    since=_DAY,
    source=one_of(*READ),
    set_by=SAID,
    variant=or_null(SAID),
    clause=or_null(SAID),
)
_VALUES = listed(_VALUE)
_FINDING = titled(
    "Finding",
    rule=SAID,
    verdict=one_of(*Verdict),
    reason=SAID,
    facts=FACTS,
    values=_VALUES,
    citations=listed(_CITATION, **_CITATIONS_LEAST),
)
_RATIO = titled("Score", value=_SCORE, exact=_FRACTION)
_VOTE = titled(
    "Vote",
    criterion=ID,
    member=ID,
    verdict=or_null(one_of(*AssessmentVerdict)),
    score=or_null(AMOUNT),
    note=TEXT,
    at=MOMENT,
    counts=FLAG,
)
_CORRECTION = titled(
    "Correction",
    line=or_null(ID),
    rule=SAID,
    field=SAID,
    **{"from": or_null(AMOUNT)},
    to=or_null(AMOUNT),
    effect=matching(f"-?{PLAIN}", "-500000"),
)
_VERDICT = titled(
    "StageVerdict",
    participant=ID,
    verdict=one_of(*Verdict),
    reason=SAID,
    findings=listed(_FINDING),
    votes=listed(_VOTE),
)
_PRICE = titled(
    "OpenedPrice",
    participant=ID,
    stated_total=AMOUNT,
    corrected_total=or_null(AMOUNT),
    negotiated_total=or_null(AMOUNT),
    reverse_auction_total=or_null(AMOUNT),
    final_total=or_null(AMOUNT),
    percent_of_hps=or_null(matching(rf"{WHOLE}\.[0-9]{{4}}", "90.3883")),
    hea=or_null(AMOUNT),
    performance_bond=or_null(AMOUNT),
    corrections=listed(_CORRECTION),
)
_BASES = {
    "anyOf": [
        titled("RankedByAmount", by=SAID, figure=AMOUNT, exact={"type": "null"}),
        titled("RankedByScore", by=SAID, figure=_SCORE, exact=_FRACTION),
    ]
}


def _properties() -> Schema:
    return {
        "format": {"const": FORMAT},
        "state": one_of("menunggu", "dihitung", "ditetapkan"),
        "result": {"enum": ["pemenang", "daftar_peserta", "gagal", None]},
        "stages": listed(
            titled(
                "StageResult",
                id=_STAGE,
                verdicts=listed(_VERDICT),
                passed=listed(ID),
                failed=listed(ID),
                pending=listed(ID),
                not_evaluated=listed(ID),
            )
        ),
        "prices": listed(_PRICE),
        "scores": listed(
            titled(
                "Scores",
                participant=ID,
                qualification=or_null(_RATIO),
                technical=or_null(_RATIO),
                price=or_null(_RATIO),
                combined=or_null(_RATIO),
            )
        ),
        "ranking": listed(titled("Rank", rank=whole(1), participant=ID, basis=_BASES)),
        "winner": or_null(ID),
        "reserves": listed(ID, maxItems=2),
        "shortlist": listed(ID),
        "next": or_null(SAID),
        "failure": or_null(
            titled(
                "Failure",
                ground=SAID,
                declared_by=one_of(*dict.fromkeys((*Decider, *Canceller))),
                effective=one_of("segera", "setelah_masa_sanggah"),
                follow_up=or_null(SAID),
                citations=_CITATIONS,
            )
        ),
        "calendar": listed(_PERIOD),
        "after_award": or_null(
            titled(
                "AfterAward",
                state=one_of(*AfterAwardState),
                path=listed(one_of(*AfterAwardState), minItems=1),
                waits_for=listed(SAID),
            )
        ),
        "awaiting": listed(
            titled(
                "AwaitedItem",
                stage=_STAGE,
                participant=or_null(ID),
                criterion=or_null(SAID),
                needs=SAID,
                **{"from": listed(SAID)},
            )
        ),
        "notices": listed(
            titled(
                "Notice",
                code=SAID,
                message=SAID,
                participant=or_null(ID),
                audience=one_of("publik", "internal"),
            )
        ),
        "regulation": titled(
            "AppliedRegulation",
            rulebook=SAID,
            title=SAID,
            version=SAID,
            digest=or_null(_DIGEST),
            overlays=listed(SAID),
            values=_VALUES,
        ),
        "package": _DIGEST,
        "similarities": or_null(listed(similarity_shape())),
        "engine": SAID,
        "root": _DIGEST,
    }


_PERIOD = titled(
    "Period",
    id=SAID,
    of=SAID,
    participant=or_null(ID),
    round=whole(1),
    **{"from": MOMENT},
    until=MOMENT,
    counted=one_of(*CountedBy),
    used=or_null(_DAYS),
    left=or_null(_DAYS),
    citations=_CITATIONS,
    state=one_of(*PeriodState),
)


def similarity_shape(who: Schema = ID, kind: Schema = SAID) -> Schema:
    """Something of a `kind` that is shared, by whom `who` says."""
    return titled(
        "Similarity",
        kind=kind,
        strength=one_of(*Strength),
        participants=listed(who, minItems=1),
        count=whole(1),
        compared=whole(1),
        lines=or_null(listed(ID)),
        rule=SAID,
        facts=FACTS,
        base_rate=or_null(
            titled(
                "BaseRate",
                model=or_null(SAID),
                chance=or_null(matching(r"1 : (1|10\^[1-9][0-9]*)", "1 : 10^6")),
                exact=or_null(_FRACTION),
                reason=or_null(SAID),
            )
        ),
    )


def evaluation_schema(rulebook: Rulebook | None = None) -> Schema:
    """The schema as a JSON Schema 2020-12 document.

    With a `rulebook` it lists the codes that evaluations under it have: what is awaited, notices
    and grounds, each in words, and of what is awaited where in a package the answer is written.
    """
    made = titled("Evaluation", **_properties())
    about = (
        "What an evaluation found, for those inside: it holds what members said, unit prices"
        " that were corrected and notices that are internal. Amounts are rupiah, PPN included, as"
        " texts in plain notation. Scores have ten decimals, half up; `exact` is the fraction that"
        " decides. Not said here: the passed, failed, pending and not_evaluated of a stage"
        " repeat its verdicts; corrections make corrected minus stated; the root follows from all"
        " the rest."
    )
    told = document("tender-evaluation:1", made, Teacher(rulebook))
    return {**told, "description": about}


def schema_text(rulebook: Rulebook) -> str:
    """The schema as it is shipped."""
    return json.dumps(evaluation_schema(rulebook), indent=1, ensure_ascii=False) + "\n"
