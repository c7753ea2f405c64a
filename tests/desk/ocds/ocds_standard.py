"""OCDS 1.1.5 with the extensions that are named, to hold releases against without a network."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

import tender_desk.ocds

_STANDARD = Path(__file__).parent / "standard"
EXTENSION = Path(tender_desk.ocds.__file__).parent / "extension"
_PATCHES = (
    _STANDARD / "bids-v1.1.3.json",
    _STANDARD / "requirements.json",
    EXTENSION / "release-schema.json",
)


def _read(path):
    return json.loads(path.read_text("utf-8"))


def merged(target, patch):
    """A schema after a patch (RFC 7396), which is what an extension is."""
    if not isinstance(patch, dict) or not isinstance(target, dict):
        return patch
    made = dict(target)
    for key, value in patch.items():
        made[key] = merged(made.get(key), value)
    return made


@cache
def schema():
    """The release schema with every extension in it."""
    made = _read(_STANDARD / "release-schema.json")
    for patch in _PATCHES:
        made = merged(made, _read(patch))
    return made


@cache
def validator():
    """It validates a release package."""
    package, release = _read(_STANDARD / "release-package-schema.json"), schema()
    held = Resource.from_contents(release, default_specification=DRAFT4)
    registry = Registry().with_resource(release["id"], held)
    return Draft4Validator(package, registry=registry, format_checker=FormatChecker())


def faults(package):
    """What the standard has against a release package."""
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(package)]


def unknown(value, asked=None, path="releases[]"):
    """Where a release has a field that neither the standard nor an extension names."""
    asked = schema() if asked is None else asked
    if "$ref" in asked:
        asked = schema()["definitions"][asked["$ref"].rsplit("/", 1)[1]] | {
            key: part for key, part in asked.items() if key == "properties"
        }
    if isinstance(value, list):
        for part in value:
            yield from unknown(part, asked.get("items", {}), f"{path}[]")
    elif isinstance(value, dict):
        known = asked.get("properties", {})
        for key, part in value.items():
            if key in known:
                yield from unknown(part, known[key], f"{path}.{key}")
            else:
                yield f"{path}.{key}"
