"""The JSON Schema of a request: of each op the keys that it needs and those that it takes."""

from collections.abc import Mapping
from typing import Any

from tender_cli.messages import LANGUAGES
from tender_cli.serving.answer_schema import RESULTS, teacher
from tender_cli.serving.on_package import FORMATS
from tender_cli.serving.paper_schema import PAPER_KEY
from tender_cli.serving.request import LANG, Operation
from tender_engine.formats.annotated import Annotated, known_of
from tender_engine.formats.schema_parts import (
    FLAG,
    ID,
    SAID,
    TEXT,
    Schema,
    listed,
    matching,
    one_of,
    titled,
)
from tender_engine.formats.teaching import document
from tender_engine.rulebook import Rulebook

__all__ = ["ALL", "KEYS", "SCHEMAS", "request_schema"]

_PACKAGE: Schema = Annotated(
    {"type": "object", "additionalProperties": True}, example={"format": "tender-package/1"}
)
_DAY: Schema = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2023-03-01")
# What `schema` gives, by name; and all but the first as one.
SCHEMAS = (
    *("package", "package-strict", "evaluation"),
    *("request", "answer", "check", "whatif", "asked", "similar"),
    *RESULTS,
)
ALL = "all"
_ID: Schema = Annotated(
    {
        "anyOf": [
            {"type": "string", "minLength": 1, "maxLength": 200},
            {"type": "integer", "minimum": -(10**15) + 1, "maximum": 10**15 - 1},
        ]
    },
    about="What its answer repeats, to be told from others.",
    example=1,
)


def _about(words: str, schema: Schema, example: Any = None) -> Schema:
    known = {**known_of(schema), "about": words}
    return Annotated(schema, **(known if example is None else known | {"example": example}))


KEYS: Mapping[str, Schema] = {
    "package": _about("The package, `tender-package/1`.", _PACKAGE),
    "previous": _about("The package before, of which this one is a repeat.", _PACKAGE),
    "other": _about("The package that it is compared with.", _PACKAGE),
    "packages": _about("The packages, in order.", listed(_PACKAGE)),
    "participant": _about("The id of a participant.", ID),
    "topic": _about("A code, a rule, a value of the law or a page.", SAID, "PKT013"),
    "document": _about("Which paper, by its key.", PAPER_KEY, "bahp"),
    "format": _about("As what it is written.", one_of(*FORMATS)),
    "internal": _about("Whether it is the working paper, with all that is internal.", FLAG),
    "at": _about("The day whose law applies.", _DAY),
    "overlays": _about("Local standards by name.", listed(SAID), ["kabupaten-contoh"]),
    "place": _about("A place in the package, or a value of the law.", SAID, "tender.hps.total"),
    "value": _about("What stands there instead.", TEXT, "390000000"),
    "name": _about("A rule, a value, a check, a ground or a page.", SAID, "price.ceiling"),
    "from": _about("The first day.", _DAY),
    "to": _about("The day that it is compared with.", _DAY, "2024-03-01"),
    "of": _about("Of what.", one_of(*SCHEMAS, ALL)),
    LANG: _about("The language of the answer.", one_of(*LANGUAGES)),
}


def request_schema(operations: Mapping[str, Operation], rulebook: Rulebook) -> Schema:
    """The schema of a request: one object for each op.

    Not said there: keys that go together, or of which one is asked.
    """
    told = {"title": "Request", "oneOf": [_of(op, one) for op, one in operations.items()]}
    return document("tender-serve-request:1", told, teacher(rulebook))


def _of(op: str, operation: Operation) -> Schema:
    names = [*operation.needs, *operation.takes, LANG]
    asked = _about("What is asked.", {"const": op})
    made = titled(f"{op.capitalize()}Request", id=_ID, op=asked, **{n: KEYS[n] for n in names})
    return {**made, "required": ["id", "op", *operation.needs]}
