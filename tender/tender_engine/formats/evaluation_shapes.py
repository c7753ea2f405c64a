"""The shapes of what an evaluation says, one for each; who tells a part of one has its shape."""

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
from tender_engine.similarity import Strength
from tender_engine.terms import AssessmentVerdict, Canceller, CountedBy, Decider, StageId

__all__ = [
    "AFTER_AWARD",
    "AWAITED",
    "CITATION",
    "CORRECTION",
    "DAY",
    "DIGEST",
    "FAILURE",
    "FINDING",
    "NOTICE",
    "PERCENT",
    "PERIOD",
    "PRICE",
    "RANK",
    "RATIO",
    "REGULATION",
    "SCORES",
    "STAGE",
    "STAGE_RESULT",
    "USED_VALUE",
    "VERDICT",
    "similarity_shape",
]

DAY = Annotated({"type": "string", "format": "date"}, example="2023-03-01")
DIGEST = matching("sha256:[0-9a-f]{64}", f"sha256:{'0' * 64}")
STAGE = one_of(*StageId)
PERCENT = matching(rf"{WHOLE}\.[0-9]{{4}}", "90.3883")
_DAYS = whole(None)
_SCORE = matching(rf"{WHOLE}\.[0-9]{{10}}", "84.2105263158")
_FRACTION = matching(rf"{WHOLE}(/[1-9][0-9]*)?", "1600/19")

CITATION = titled(
    "Citation", instrument=SAID, article=SAID, source=one_of(*READ), clause=or_null(SAID)
)
USED_VALUE = titled(
    "UsedValue",
    param=SAID,
    value=TEXT,
    instrument=SAID,
    article=SAID,
    since=DAY,
    source=one_of(*READ),
    set_by=SAID,
    variant=or_null(SAID),
    clause=or_null(SAID),
)
FINDING = titled(
    "Finding",
    rule=SAID,
    verdict=one_of(*Verdict),
    reason=SAID,
    facts=FACTS,
    values=listed(USED_VALUE),
    citations=listed(CITATION, minItems=1),
)
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
VERDICT = titled(
    "StageVerdict",
    participant=ID,
    verdict=one_of(*Verdict),
    reason=SAID,
    findings=listed(FINDING),
    votes=listed(_VOTE),
)
STAGE_RESULT = titled(
    "StageResult",
    id=STAGE,
    verdicts=listed(VERDICT),
    passed=listed(ID),
    failed=listed(ID),
    pending=listed(ID),
    not_evaluated=listed(ID),
)
CORRECTION = titled(
    "Correction",
    line=or_null(ID),
    rule=SAID,
    field=SAID,
    **{"from": or_null(AMOUNT)},
    to=or_null(AMOUNT),
    effect=matching(f"-?{PLAIN}", "-500000"),
)
PRICE = titled(
    "OpenedPrice",
    participant=ID,
    stated_total=AMOUNT,
    corrected_total=or_null(AMOUNT),
    negotiated_total=or_null(AMOUNT),
    reverse_auction_total=or_null(AMOUNT),
    final_total=or_null(AMOUNT),
    percent_of_hps=or_null(PERCENT),
    hea=or_null(AMOUNT),
    performance_bond=or_null(AMOUNT),
    corrections=listed(CORRECTION),
)
RATIO = titled("Score", value=_SCORE, exact=_FRACTION)
SCORES = titled(
    "Scores",
    participant=ID,
    qualification=or_null(RATIO),
    technical=or_null(RATIO),
    price=or_null(RATIO),
    combined=or_null(RATIO),
)
_BASES = {
    "anyOf": [
        titled("RankedByAmount", by=SAID, figure=AMOUNT, exact={"type": "null"}),
        titled("RankedByScore", by=SAID, figure=_SCORE, exact=_FRACTION),
    ]
}
RANK = titled("Rank", rank=whole(1), participant=ID, basis=_BASES)
FAILURE = titled(
    "Failure",
    ground=SAID,
    declared_by=one_of(*dict.fromkeys((*Decider, *Canceller))),
    effective=one_of("segera", "setelah_masa_sanggah"),
    follow_up=or_null(SAID),
    citations=listed(CITATION),
)
PERIOD = titled(
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
    citations=listed(CITATION),
    state=one_of(*PeriodState),
)
AFTER_AWARD = titled(
    "AfterAward",
    state=one_of(*AfterAwardState),
    path=listed(one_of(*AfterAwardState), minItems=1),
    waits_for=listed(SAID),
)
AWAITED = titled(
    "AwaitedItem",
    stage=STAGE,
    participant=or_null(ID),
    criterion=or_null(SAID),
    needs=SAID,
    **{"from": listed(SAID)},
)
NOTICE = titled(
    "Notice",
    code=SAID,
    message=SAID,
    participant=or_null(ID),
    audience=one_of("publik", "internal"),
)
REGULATION = titled(
    "AppliedRegulation",
    rulebook=SAID,
    title=SAID,
    version=SAID,
    digest=or_null(DIGEST),
    overlays=listed(SAID),
    values=listed(USED_VALUE),
)


def similarity_shape(who: Schema = ID) -> Schema:
    """Something that is shared, by whom `who` says."""
    return titled(
        "Similarity",
        kind=SAID,
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
