"""The schema and the reader say the same, but for what no schema can say."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from tender_engine.formats.canonical import canonical_package
from tender_engine.formats.schema import NOT_IN_SCHEMA, package_schema, schema_text
from tender_rules import national
from tests.engine.formats.cases import ACCEPTED, CROSS_CASES, SHAPE_CASES
from tests.engine.formats.data import change, small_package
from tests.reading import read_text

SCHEMA, STRICT = package_schema(national()), package_schema(national(), strict=True)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("strict", [False, True])
def test_the_shipped_file_is_the_schema_of_the_shapes(strict: bool) -> None:
    """`python docs/remake.py` makes it anew."""
    name = f"tender-package-1{'-strict' if strict else ''}.schema.json"

    assert schema_text(national(), strict=strict) == files("tender_rules").joinpath(name).read_text(
        "utf-8"
    )


def test_the_schema_is_a_valid_schema() -> None:
    """Against the 2020-12 metaschema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(STRICT)


@pytest.mark.parametrize("changes", ACCEPTED)
def test_what_the_reader_accepts_fits_the_schema(changes: dict[str, Any]) -> None:
    """Valid packages pass both."""
    assert VALIDATOR.is_valid(change(small_package(), changes))


@pytest.mark.parametrize(("code", "path", "changes"), SHAPE_CASES)
def test_what_the_shapes_refuse_does_not_fit_the_schema(
    code: str, path: str, changes: dict[str, Any]
) -> None:
    """A fault of a single place fails both."""
    assert not VALIDATOR.is_valid(change(small_package(), changes)), (code, path)


@pytest.mark.parametrize(("code", "path", "changes"), CROSS_CASES)
def test_what_no_schema_can_say_fits_it(code: str, path: str, changes: dict[str, Any]) -> None:
    """The list of exceptions is no longer than it must be: these pass the schema."""
    assert VALIDATOR.is_valid(change(small_package(), changes)), (code, path)


def test_the_exceptions_are_written_in_the_schema() -> None:
    """Who has only the schema reads there what it does not say."""
    assert all(words in SCHEMA["description"] for words in NOT_IN_SCHEMA)


def test_the_canonical_text_fits_the_schema() -> None:
    """What is written can be checked by anybody."""
    made = read_text(json.dumps(small_package()), "p").package

    assert made is not None
    written = json.loads(canonical_package(made))
    strict = jsonschema.Draft202012Validator(STRICT)
    assert VALIDATOR.is_valid(written)
    assert strict.is_valid(written)
    for figure in (written["tender"] | {"pagu": 1}, written["tender"] | {"pagu": 1.5}):
        assert VALIDATOR.is_valid(written | {"tender": figure})
        assert not strict.is_valid(written | {"tender": figure})
