"""Values that fit a schema, made of it: what somebody who reads it sees at each key."""

from typing import Any

from tender_engine.formats.annotated import known_of

__all__ = ["example_of"]


def example_of(part: dict[str, Any]) -> Any:
    """A value that fits `part`, with no more keys than it has to have."""
    if "examples" in part:
        return part["examples"][0]
    if "example" in (known := known_of(part)):
        return known["example"]
    if "const" in part:
        return part["const"]
    if "enum" in part:
        return next(term for term in part["enum"] if term is not None)
    several = part.get("anyOf") or part.get("oneOf")
    if several:
        return example_of(_telling(several))
    if part.get("type") == "array":
        return [example_of(part["items"])] * max(1, part.get("minItems", 0))
    if part.get("type") == "object":
        return _object(part)
    return {"boolean": True, "null": None}.get(part.get("type", ""), {})


def _telling(several: list[dict[str, Any]]) -> dict[str, Any]:
    """Of several schemas the one that says most: no null, no truth, no text that says nothing."""
    dumb = ("null", "boolean")
    told = [one for one in several if one.get("type") not in dumb and one.get("const") is not False]
    said = [one for one in told if one.get("type") != "string" or known_of(one) or "const" in one]
    true = [one for one in several if one.get("type") != "null"]
    return (said or told or true)[-1 if _is_object(said) else 0]


def _is_object(several: list[dict[str, Any]]) -> bool:
    """Whether the last of them is an object: it says more than the text that may stand for it."""
    return bool(several) and several[-1].get("type") == "object"


def _object(part: dict[str, Any]) -> Any:
    if part["additionalProperties"]:
        return {"p1": example_of(part["additionalProperties"])}
    needed = part.get("required")
    if needed is None:  # by stage or by what it is of: the first says how
        needed = [*part["properties"]][:1]
    return {key: example_of(part["properties"][key]) for key in needed}
