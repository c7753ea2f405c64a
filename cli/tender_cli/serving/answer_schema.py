"""The JSON Schemas of what the door answers, with every code of a fault in words."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tender_cli.answers import texts
from tender_cli.serving.law_schema import LAW_TOLD
from tender_cli.serving.paper_schema import PAPER
from tender_cli.serving.refusals import SERVE_TEXTS
from tender_cli.serving.told_schema import COMPARED, EXPLAINED, REASONS
from tender_desk.documents.record import Audience
from tender_engine.evaluation import State
from tender_engine.faults import FaultText
from tender_engine.formats.code_lists import code_list
from tender_engine.formats.schema_parts import (
    FLAG,
    ID,
    SAID,
    TEXT,
    Schema,
    listed,
    one_of,
    or_null,
    titled,
    whole,
)
from tender_engine.formats.teaching import Teacher, document
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Doubt
from tender_rules import answer_schemas

__all__ = [
    "RESULTS",
    "answer_schema",
    "check_schema",
    "result_schema",
    "similar_schema",
    "teacher",
]

# The shape of what an op answers, by op, where that is nobody else's to say.
RESULTS: Mapping[str, Schema] = {
    "explain": EXPLAINED,
    "compare": COMPARED,
    "reasons": REASONS,
    "rules": LAW_TOLD,
    "bahp": PAPER,
}
_RESULT: Schema = {"type": "object", "additionalProperties": True}


def answer_schema(rulebook: Rulebook) -> Schema:
    """The schema of an answer, whatever was asked."""
    codes = code_list("RequestErrorCode", {c: _told(w) for c, w in SERVE_TEXTS.items()})
    error = titled(
        "RequestError", code=codes, message=SAID, hint=SAID, diagnostics=listed(_diagnostic())
    )
    whole_ = titled(
        "Answer",
        id={"anyOf": [{"type": ["string", "integer"]}, {"type": "null"}]},
        audience=one_of(*Audience),
        result=_RESULT,
        error=_lacking(error, "diagnostics"),
    )
    # Three keys are there: of result and error one.
    made = _lacking(whole_, "result", "error") | {"minProperties": 3, "maxProperties": 3}
    return document("tender-serve-answer:1", made, teacher(rulebook))


def check_schema(rulebook: Rulebook) -> Schema:
    """The schema of what `check` finds in a package of JSON."""
    figure = or_null(TEXT)
    doubt = titled(
        "TypingDoubt",
        participant=ID,
        doubt=one_of(*Doubt),
        line=or_null(ID),
        figure=TEXT,
        other=figure,
        words=or_null(listed(TEXT)),
        place=SAID,
        confirmed=FLAG,
    )
    made = titled(
        "CheckResult",
        diagnostics=listed(_diagnostic()),
        state=or_null(one_of(*State)),
        doubts=listed(doubt),
        doubts_more=whole(1),
    )
    made = _lacking(made, "doubts", "doubts_more")
    return document("tender-check:1", made, teacher(rulebook))


def similar_schema(rulebook: Rulebook) -> Schema:
    """The schema of what `similar` finds, with every code of a fault."""
    return answer_schemas.similar_schema(rulebook, _diagnostic(), teacher(rulebook))


def result_schema(op: str, rulebook: Rulebook) -> Schema:
    """The schema of the result of an op of `RESULTS`."""
    return document(f"tender-{op}:1", RESULTS[op], teacher(rulebook))


def teacher(rulebook: Rulebook) -> Teacher:
    """Who has the words of requests and answers beside those of the formats."""
    file = Path(__file__).with_name("answer_words.toml")
    return Teacher(rulebook, words=tomllib.loads(file.read_text("utf-8")))


def _diagnostic() -> Schema:
    """A fault, under any code that a package in JSON or in a workbook may be told."""
    told = {code: words for code, words in texts().items() if code not in SERVE_TEXTS}
    return answer_schemas.diagnostic_shape(
        code_list("FaultCode", {c: _told(w) for c, w in told.items()})
    )


def _told(words: FaultText) -> str:
    """What is wrong, and what to do: where something is to be filled in, it says where."""
    return f"{words.message('en').rstrip('.')}. {words.hint('en').rstrip('.')}."


def _lacking(shape: Schema, *keys: str) -> Schema:
    """The same where these keys need not be there."""
    return {**shape, "required": [key for key in shape["required"] if key not in keys]}
