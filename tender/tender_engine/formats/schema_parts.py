"""The parts of which the schemas of what is written are made: every key of an object is there."""

from typing import Any, TypeAlias

from tender_engine.formats.annotated import Annotated

__all__ = [
    "AMOUNT",
    "FACTS",
    "FLAG",
    "ID",
    "MOMENT",
    "PLAIN",
    "SAID",
    "TEXT",
    "WHOLE",
    "Schema",
    "changed",
    "listed",
    "matching",
    "one_of",
    "one_or_other",
    "or_null",
    "titled",
    "whole",
]

Schema: TypeAlias = dict[str, Any]

# A line break before the end still matches `$` in some engines; this does not let it.
_END = r"$(?!\n)"
WHOLE = "(0|[1-9][0-9]*)"
PLAIN = rf"{WHOLE}(\.[0-9]*[1-9])?"
_SHOWN = "sesuai"
TEXT: Schema = Annotated({"type": "string"}, example=_SHOWN)
SAID: Schema = Annotated({"type": "string", "minLength": 1}, example=_SHOWN)
MOMENT: Schema = Annotated(
    {"type": "string", "format": "date-time"}, example="2023-03-01T09:00:00+07:00"
)
FLAG: Schema = {"type": "boolean"}
FACTS: Schema = Annotated(
    {"type": "object", "additionalProperties": TEXT}, example={"total_terkoreksi": "378288000"}
)


def matching(pattern: str, example: str) -> Schema:
    """A text of one form."""
    return Annotated({"type": "string", "pattern": f"^{pattern}{_END}"}, example=example)


ID = matching("[A-Za-z0-9._-]{1,64}", "p1")
AMOUNT = Annotated(matching(PLAIN, "378288000"), unit="rupiah, PPN included", example="378288000")


def titled(title: str, /, **properties: Schema) -> Schema:
    """An object of that title, every key of which is always there."""
    return {
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def listed(items: Schema, **more: Any) -> Schema:
    """A list."""
    return {"type": "array", "items": items, **more}


def or_null(schema: Schema) -> Schema:
    """Something, or nothing."""
    known = {name: said for name, said in getattr(schema, "known", {}).items() if name != "title"}
    return Annotated({"anyOf": [{"type": "null"}, schema]}, **known)


def one_of(*terms: str) -> Schema:
    """One of some terms."""
    return {"enum": [str(term) for term in terms]}


def one_or_other(title: str, *shapes: Schema) -> Schema:
    """Something that is one of several, under a title for all of them."""
    return {"title": title, "anyOf": [*shapes]}


def changed(title: str, what: Schema, /, **named: Schema) -> Schema:
    """Something that two sides do not say alike; null on the side that has nothing of it."""
    return titled(title, **named, **{"from": or_null(what)}, to=or_null(what))


def whole(least: int | None) -> Schema:
    """A whole number."""
    made: Schema = {"type": "integer"} if least is None else {"type": "integer", "minimum": least}
    return Annotated(made, example=1)
