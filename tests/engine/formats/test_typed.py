"""The types of what is written say what the schemas say, key by key, down to every leaf."""

from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from attrs import evolve

from tender_engine.declared import Declarations
from tender_engine.formats.evaluation_schema import evaluation_schema
from tender_engine.formats.schema import package_schema
from tender_engine.formats.typed_evaluation import EvaluationDict
from tender_engine.formats.typed_package import PackageDict
from tender_rules import national

# In both, an object is its keys, each with whether it is always there; an event goes by its type.
TEXT = "text"
LEAVES = {"string": TEXT, "number": TEXT, "boolean": bool, "integer": int, "null": None}


def typed(hint: Any) -> Any:
    """What a type says."""
    of, parts = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        hints = get_type_hints(hint, include_extras=True)
        return {(key, key in hint.__required_keys__): typed(hints[key]) for key in hints}
    if of is NotRequired:
        return typed(parts[0])
    if of is list:
        return [typed(parts[0])]
    if of is dict:
        return {"*": typed(parts[1])}
    if of is UnionType:
        return one_of([typed(part) for part in parts])
    if of is Literal:
        return parts[0]
    if isinstance(hint, type) and issubclass(hint, str):
        return TEXT
    return None if hint is NoneType else hint


def told(part: dict[str, Any], whole: dict[str, Any]) -> Any:
    """What a schema says: of what the reader takes in several forms, how it is written."""
    if "$ref" in part:
        return told(whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    if "allOf" in part:
        return told(part["allOf"][0], whole)
    if several := part.get("anyOf") or part.get("oneOf"):
        return one_of([told(one, whole) for one in several])
    if "const" in part:
        return TEXT
    if "enum" in part:
        return one_of([None if term is None else TEXT for term in part["enum"]])
    if part.get("type") == "array":
        return [told(part["items"], whole)]
    if part.get("type") == "object":
        return of_object(part, whole)
    return LEAVES[part["type"]] if "type" in part else Any


def of_object(part: dict[str, Any], whole: dict[str, Any]) -> Any:
    """A key that may be left out is left out where it would be null."""
    if part["additionalProperties"]:
        return {"*": bare(told(part["additionalProperties"], whole))}
    keys = {key: told(one, whole) for key, one in part["properties"].items()}
    if "required" not in part:  # by stage, or a clause by what it is of
        return {"*": one_of([*map(bare, keys.values())] or [TEXT])}
    for key in keys.keys() - part["required"]:
        keys[key] = bare(keys[key])
    if "const" in part["properties"].get("type", {}):
        keys["type"] = part["properties"]["type"]["const"]
    return {(key, key in part["required"]): said for key, said in keys.items()}


def bare(said: Any) -> Any:
    """The same where it is not null."""
    return said[1] if isinstance(said, tuple) else said


def one_of(parts: list[Any]) -> Any:
    """One of several; a list is written with its brackets, an object and no text for it."""
    made = [part for part in parts if part is not None]
    objects = [part for part in made if isinstance(part, dict)]
    if any(("type", True) in part for part in objects):
        return {part["type", True]: part for part in objects}
    first = next((part for part in made if isinstance(part, list)), None)
    first = first or merged(objects) or (TEXT if TEXT in made else made[0])
    return first if len(made) == len(parts) else ("or null", first)


def merged(parts: list[dict[Any, Any]]) -> dict[Any, Any]:
    """Every key that one of these objects has."""
    by_key: dict[Any, list[Any]] = {}
    for part in parts:
        for key, said in part.items():
            by_key.setdefault(key, []).append(said)
    return {key: one_of(said) for key, said in by_key.items()}


def test_what_is_written_of_a_package() -> None:
    """What a rulebook declares beside it has no type."""
    schema = package_schema(evolve(national(), declarations=Declarations()))

    assert typed(PackageDict) == told(schema, schema)


def test_what_is_written_of_an_evaluation() -> None:
    """Every key is there; what may be null says so."""
    schema = evaluation_schema(national())

    assert typed(EvaluationDict) == told(schema, schema)
