"""The shapes of what is told of evaluations: of one bidder, beside another, to be pasted."""

from tender_cli.serving.law_schema import NAMED
from tender_desk.documents.reasons import MARKS
from tender_engine.findings import Verdict
from tender_engine.formats import evaluation_shapes as shapes
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.schema_parts import (
    AMOUNT,
    FLAG,
    ID,
    SAID,
    Schema,
    changed,
    listed,
    one_of,
    one_or_other,
    or_null,
    titled,
)

__all__ = ["COMPARED", "EXPLAINED", "REASONS"]

REASONS = titled(
    "Reasons",
    reasons=listed(
        titled(
            "ReasonToPaste",
            participant=ID,
            name=SAID,
            stage=shapes.STAGE,
            mark=or_null(one_of(*dict.fromkeys(MARKS.values()))),
            verdict=one_of(*Verdict),
            text=SAID,
        )
    ),
)
_OF_VERDICT: dict[str, Schema] = shapes.VERDICT["properties"]
_ABOUT = titled(
    "AboutParticipant",
    participant=ID,
    stages=listed(
        Annotated(titled("VerdictAtStage", stage=shapes.STAGE, **_OF_VERDICT), words="StageVerdict")
    ),
    prices=listed(shapes.PRICE, maxItems=1),
    scores=listed(shapes.SCORES, maxItems=1),
    ranking=listed(shapes.RANK, maxItems=1),
    awaiting=listed(shapes.AWAITED),
    notices=listed(shapes.NOTICE),
    formulas=listed(titled("Formula", label=SAID, text=SAID)),
)
EXPLAINED = one_or_other(
    "Explained",
    _ABOUT,
    titled("ExplainedFault", code=SAID, message=SAID, hint=SAID),
    titled("ExplainedNotice", code=SAID, message=SAID),
    *NAMED,
)


_WORD_OR_LIST: Schema = Annotated({"anyOf": [SAID, listed(SAID)]}, example="dihitung")
# What stands at a place of a package, whatever that is.
_ANYTHING: Schema = Annotated(
    {"type": ["string", "boolean", "integer", "array", "object"]}, example="378288000"
)
_SIDE = titled(
    "ComparedSide",
    file=SAID,
    code=SAID,
    announced_on=shapes.DAY,
    package=shapes.DIGEST,
    rulebook=SAID,
    title=SAID,
    overlays=listed(SAID),
)
_FOUND = titled("VerdictSaid", verdict=one_of(*Verdict), reason=SAID)
_VERDICT = changed(
    "VerdictChange",
    _FOUND,
    stage=shapes.STAGE,
    participant=ID,
    findings=listed(changed("FindingChange", shapes.FINDING, rule=SAID)),
)
_FIGURE: Schema = Annotated({"anyOf": [AMOUNT, shapes.PERCENT]}, example="378288000")
_OF_PRICE = [key for key in shapes.PRICE["properties"] if key not in ("participant", "corrections")]
_PRICE = titled(
    "PriceChange",
    participant=ID,
    amounts=listed(changed("AmountChange", _FIGURE, name=one_of(*_OF_PRICE))),
    corrections=listed(changed("CorrectionChange", shapes.CORRECTION)),
)
_OF_SCORES = [key for key in shapes.SCORES["properties"] if key != "participant"]
_SCORES = titled(
    "ScoresChange",
    participant=ID,
    scores=listed(changed("ScoreChange", shapes.RATIO, name=one_of(*_OF_SCORES))),
)
_OF_OUTCOME = ("state", "result", "winner", "reserves", "shortlist", "next", "failure")
_OF_LAW = ("rulebook", "overlays", "procedure", "rulebook_digest")
COMPARED = titled(
    "Compared",
    **{"from": _SIDE},
    to=_SIDE,
    same=FLAG,
    outcome=listed(changed("OutcomeChange", _WORD_OR_LIST, name=one_of(*_OF_OUTCOME))),
    verdicts=listed(_VERDICT),
    reasons=listed(_VERDICT),
    prices=listed(_PRICE),
    scores=listed(_SCORES),
    ranking=listed(changed("RankChange", shapes.RANK, participant=ID)),
    awaiting=listed(changed("AwaitedChange", shapes.AWAITED)),
    regulation=listed(changed("RegulationChange", _WORD_OR_LIST, name=one_of(*_OF_LAW))),
    values=listed(changed("UsedValueChange", shapes.USED_VALUE, param=SAID)),
    package=listed(
        changed("PlaceChange", _ANYTHING, path=SAID, sealed=listed(one_of("from", "to")))
    ),
)
