"""The JSON Schema of `tender-evaluation/1`, which ships with the law."""

import json
from typing import Any, TypeAlias

from tender_engine.evaluation import AfterAwardState, PeriodState
from tender_engine.findings import READ, Verdict
from tender_engine.similarity import Strength
from tender_engine.terms import AssessmentVerdict, Canceller, CountedBy, Decider, StageId

__all__ = ["FORMAT", "evaluation_schema", "schema_text"]

FORMAT = "tender-evaluation/1"

Schema: TypeAlias = dict[str, Any]

# A line break before the end still matches `$` in some engines; this does not let it.
_END = r"$(?!\n)"
_WHOLE = "(0|[1-9][0-9]*)"
_PLAIN = rf"{_WHOLE}(\.[0-9]*[1-9])?"
_TEXT: Schema = {"type": "string"}
_SAID: Schema = {"type": "string", "minLength": 1}


def _matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}{_END}"}


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _list(items: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": items, **more}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [{"type": "null"}, schema]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one_of(*terms: str) -> Schema:
    return {"enum": [str(term) for term in terms]}


_ID, _AMOUNT, _CITATIONS = _ref("id"), _ref("amount"), _list(_ref("citation"))
_SCORE = _matching(rf"{_WHOLE}\.[0-9]{{10}}")
_FRACTION = _matching(rf"{_WHOLE}(/[1-9][0-9]*)?")
_MOMENT, _DAYS = {"type": "string", "format": "date-time"}, {"type": "integer"}
_DIGEST, _STAGE, _VALUES = _ref("digest"), _one_of(*StageId), _list(_ref("value"))

_DEFS: Schema = {
    "id": _matching("[A-Za-z0-9._-]{1,64}"),
    "amount": _matching(_PLAIN),
    "digest": _matching("sha256:[0-9a-f]{64}"),
    "citation": _object(
        instrument=_SAID, article=_SAID, source=_one_of(*READ), clause=_or_null(_SAID)
    ),
    "value": _object(
        param=_SAID,
        value=_TEXT,
        instrument=_SAID,
        article=_SAID,
        since={"type": "string", "format": "date"},
        source=_one_of(*READ),
        set_by=_SAID,
        variant=_or_null(_SAID),
        clause=_or_null(_SAID),
    ),
    "finding": _object(
        rule=_SAID,
        verdict=_one_of(*Verdict),
        reason=_SAID,
        facts={"type": "object", "additionalProperties": _TEXT},
        values=_VALUES,
        citations={**_CITATIONS, "minItems": 1},
    ),
    "score": _object(value=_SCORE, exact=_FRACTION),
    "vote": _object(
        criterion=_ID,
        member=_ID,
        verdict=_or_null(_one_of(*AssessmentVerdict)),
        score=_or_null(_AMOUNT),
        note=_TEXT,
        at=_MOMENT,
        counts={"type": "boolean"},
    ),
    "correction": _object(
        line=_or_null(_ID),
        rule=_SAID,
        field=_SAID,
        **{"from": _or_null(_AMOUNT)},
        to=_or_null(_AMOUNT),
        effect=_matching(f"-?{_PLAIN}"),
    ),
}

_VERDICT = _object(
    participant=_ID,
    verdict=_one_of(*Verdict),
    reason=_SAID,
    findings=_list(_ref("finding")),
    votes=_list(_ref("vote")),
)
_PRICE = _object(
    participant=_ID,
    stated_total=_AMOUNT,
    corrected_total=_or_null(_AMOUNT),
    negotiated_total=_or_null(_AMOUNT),
    reverse_auction_total=_or_null(_AMOUNT),
    final_total=_or_null(_AMOUNT),
    percent_of_hps=_or_null(_matching(rf"{_WHOLE}\.[0-9]{{4}}")),
    hea=_or_null(_AMOUNT),
    performance_bond=_or_null(_AMOUNT),
    corrections=_list(_ref("correction")),
)
_PROPERTIES: Schema = {
    "format": {"const": FORMAT},
    "state": _one_of("menunggu", "dihitung", "ditetapkan"),
    "result": {"enum": ["pemenang", "daftar_peserta", "gagal", None]},
    "stages": _list(
        _object(
            id=_STAGE,
            verdicts=_list(_VERDICT),
            passed=_list(_ID),
            failed=_list(_ID),
            pending=_list(_ID),
            not_evaluated=_list(_ID),
        )
    ),
    "prices": _list(_PRICE),
    "scores": _list(
        _object(
            participant=_ID,
            qualification=_or_null(_ref("score")),
            technical=_or_null(_ref("score")),
            price=_or_null(_ref("score")),
            combined=_or_null(_ref("score")),
        )
    ),
    "ranking": _list(
        _object(
            rank={"type": "integer", "minimum": 1},
            participant=_ID,
            basis={
                "anyOf": [
                    _object(by=_SAID, figure=_AMOUNT, exact={"type": "null"}),
                    _object(by=_SAID, figure=_SCORE, exact=_FRACTION),
                ]
            },
        )
    ),
    "winner": _or_null(_ID),
    "reserves": _list(_ID, maxItems=2),
    "shortlist": _list(_ID),
    "next": _or_null(_SAID),
    "failure": _or_null(
        _object(
            ground=_SAID,
            declared_by=_one_of(*dict.fromkeys((*Decider, *Canceller))),
            effective=_one_of("segera", "setelah_masa_sanggah"),
            follow_up=_or_null(_SAID),
            citations=_CITATIONS,
        )
    ),
    "calendar": _list(
        _object(
            id=_SAID,
            of=_SAID,
            participant=_or_null(_ID),
            round={"type": "integer", "minimum": 1},
            **{"from": _MOMENT},
            until=_MOMENT,
            counted=_one_of(*CountedBy),
            used=_or_null(_DAYS),
            left=_or_null(_DAYS),
            citations=_CITATIONS,
            state=_one_of(*PeriodState),
        )
    ),
    "after_award": _or_null(
        _object(
            state=_one_of(*AfterAwardState),
            path=_list(_SAID, minItems=1),
            waits_for=_list(_SAID),
        )
    ),
    "awaiting": _list(
        _object(
            stage=_STAGE,
            participant=_or_null(_ID),
            criterion=_or_null(_SAID),
            needs=_SAID,
            **{"from": _list(_SAID)},
        )
    ),
    "notices": _list(
        _object(
            code=_SAID,
            message=_SAID,
            participant=_or_null(_ID),
            audience=_one_of("publik", "internal"),
        )
    ),
    "regulation": _object(
        rulebook=_SAID,
        title=_SAID,
        version=_SAID,
        digest=_or_null(_DIGEST),
        overlays=_list(_SAID),
        values=_VALUES,
    ),
    "package": _DIGEST,
    "similarities": _or_null(
        _list(
            _object(
                kind=_SAID,
                strength=_one_of(*Strength),
                participants=_list(_ID, minItems=1),
                count={"type": "integer", "minimum": 1},
                compared={"type": "integer", "minimum": 1},
                lines=_or_null(_list(_ID)),
                rule=_SAID,
                facts={"type": "object", "additionalProperties": _TEXT},
                base_rate=_or_null(
                    _object(
                        model=_or_null(_SAID),
                        chance=_or_null(_matching(r"1 : (1|10\^[1-9][0-9]*)")),
                        exact=_or_null(_FRACTION),
                        reason=_or_null(_SAID),
                    )
                ),
            )
        )
    ),
    "engine": _SAID,
    "root": _DIGEST,
}


def evaluation_schema() -> Schema:
    """The schema as a JSON Schema 2020-12 document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tender-engine:tender-evaluation:1",
        "title": FORMAT,
        "description": "What an evaluation found. Amounts are rupiah, PPN included, as texts in"
        " plain notation. Scores have ten decimals, half up; `exact` is the fraction that decides."
        " Not said here: the passed, failed, pending and not_evaluated of a stage"
        " repeat its verdicts; corrections make corrected minus stated; the root follows from all"
        " the rest.",
        **_object(**_PROPERTIES),
        "$defs": _DEFS,
    }


def schema_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(evaluation_schema(), indent=1, ensure_ascii=False) + "\n"
