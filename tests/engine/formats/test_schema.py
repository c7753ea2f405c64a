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

VALIDATOR = jsonschema.Draft202012Validator(package_schema(national()))


def test_the_shipped_file_is_the_schema_of_the_shapes() -> None:
    """`python docs/remake.py` makes it anew."""
    shipped = files("tender_rules").joinpath("tender-package-1.schema.json").read_text("utf-8")

    assert schema_text(national()) == shipped


def test_the_schema_is_a_valid_schema() -> None:
    """Against the 2020-12 metaschema."""
    jsonschema.Draft202012Validator.check_schema(package_schema(national()))


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
    assert all(words in package_schema(national())["description"] for words in NOT_IN_SCHEMA)


def test_the_canonical_text_fits_the_schema() -> None:
    """What is written can be checked by anybody."""
    made = read_text(json.dumps(small_package()), "p").package

    assert made is not None
    assert VALIDATOR.is_valid(json.loads(canonical_package(made)))
