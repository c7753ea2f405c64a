"""What the door answers fits the schemas that it gives, which teach as the others do."""

import json
import re
from functools import cache
from typing import Any

import jsonschema
import pytest

from tender_cli.answers import texts
from tender_cli.serving.answering import OPERATIONS, answered
from tender_cli.serving.refusals import SERVE_TEXTS
from tender_cli.serving.request import LANG
from tender_cli.serving.request_schema import KEYS, SCHEMAS
from tender_engine.formats.teaching import together
from tender_rules.whatif.cells import KINDS as NUMBERS
from tender_rules.whatif.singles import KINDS as SINGLES
from tests.cli.serving.asking import ask, line_of, package
from tests.cli.serving.test_operations import ASKED
from tests.cli.serving.test_refusals import BAD
from tests.engine.formats.test_teaching import counts, keys_of

SMALL, OTHER = "mebel-sekolah", "jalan-desa-skp"
ALIKE = package("saluran-dua-salinan")
OF_OTHERS = ALIKE.replace(b'"00.028.', b'"00.999.').replace(b"10230028", b"10230029")
# By schema: what is answered under it.
RESULTS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("check", "check", {"package": package(SMALL)}),
    ("check", "check", {"package": b'{"a":1}'}),
    ("evaluation", "evaluate", {"package": package(SMALL)}),
    ("whatif", "whatif", {"package": package("laptop-dua-penawar")}),
    ("whatif", "whatif", {"package": package("drainase-setengah-dinilai")}),
    ("asked", "whatif", {"package": package(OTHER), "place": "tender.hps.total", "value": "1"}),
    ("similar", "similar", {"package": package(SMALL)}),
    (
        "similar",
        "similar",
        {"packages": b"[" + b",".join([*map(package, (SMALL, OTHER, SMALL)), b"{}"]) + b"]"},
    ),
    # Who never met, and is joined by a NIK all the same.
    ("similar", "similar", {"packages": b"[" + ALIKE + b"," + OF_OTHERS + b"]"}),
)


@cache
def schema(of: str) -> jsonschema.Draft202012Validator:
    told = ask("schema", of=of)["result"]
    jsonschema.Draft202012Validator.check_schema(told)
    return jsonschema.Draft202012Validator(told)


@pytest.mark.parametrize(("of", "op", "keys"), RESULTS)
def test_a_result_fits_its_schema(of: str, op: str, keys: dict[str, Any]) -> None:
    """Down to every key, none of which the schema does not know."""
    answer = ask(op, **keys)

    schema(of).validate(answer["result"])
    schema("answer").validate(answer)


def test_any_kind_may_be_left_unlooked() -> None:
    """Figures and what is no figure: of a large tender either may be more than is worth asking."""
    told = ask("whatif", package=package("tanpa-penawaran"))["result"]
    for kind in (*NUMBERS, *SINGLES):
        schema("whatif").validate(told | {"unlooked": [kind]})


@pytest.mark.parametrize("line", [line for line, *_ in BAD], ids=range(len(BAD)))
def test_an_error_fits_the_schema_of_an_answer(line: bytes) -> None:
    """With its code among those that are listed, and a result never beside it."""
    answer = json.loads(answered(line))
    schema("answer").validate(answer)
    assert not schema("answer").is_valid(answer | {"result": {}})


def test_all_are_one_in_which_a_name_stands_for_one_thing() -> None:
    """As each is alone; a package with figures as texts, so that no type of it is there twice."""
    whole = schema("all").schema
    names = {name for name in SCHEMAS if name != "package"}

    assert whole["properties"].keys() == names
    for name in names:
        alone = dict(schema(name).schema)
        for known, made in alone.pop("$defs").items():
            assert whole["$defs"][known] == made, (name, known)
        own = whole["$defs"][whole["properties"][name]["$ref"].removeprefix("#/$defs/")]
        assert {key for key in alone if own.get(key) != alone[key]} == {"$schema", "$id"}
    schema("all").validate({"evaluation": ask("evaluate", package=package(SMALL))["result"]})
    assert not schema("all").is_valid({"evaluation": {}})


def test_two_things_of_one_name_are_no_one() -> None:
    """Else a type would be that of whichever came last."""
    one = {"$schema": "", "$id": "", "title": "One", "$defs": {"Part": {"title": "Part"}}}
    other = {**one, "title": "Other", "$defs": {"Part": {"title": "Part", "description": "other"}}}

    with pytest.raises(ValueError, match=r"^Part$"):
        together("x:1", "Both", {"one": one, "other": other})


# What a schema says too is wrong with a line that is JSON.
OF_KEYS = {"SRV005", "SRV006", "SRV007", "SRV008", "SRV009", "SRV010", "SRV018"}


@pytest.mark.parametrize(("line", "code"), [(line, code) for line, code, _ in BAD])
def test_a_request_that_is_wrong_in_its_keys_fits_no_request(line: bytes, code: str) -> None:
    """What is wrong beside them, as with a package, no schema of a request says."""
    if code in OF_KEYS:
        assert not schema("request").is_valid(json.loads(line))


@pytest.mark.parametrize(("op", "keys"), [(op, keys) for op, keys, *_ in ASKED])
def test_a_request_that_is_answered_fits(op: str, keys: dict[str, Any]) -> None:
    """Each under the object of its op alone."""
    schema("request").validate(json.loads(line_of(op, **keys)))


def test_every_key_of_every_op_is_in_the_schema() -> None:
    """And none beside them."""
    known = {key for op in OPERATIONS.values() for key in (*op.needs, *op.takes)}

    assert KEYS.keys() == known | {LANG}


@pytest.mark.parametrize("of", ["answer", "check", "request"])
def test_they_teach_as_the_others_do(of: str) -> None:
    """Words, a unit and an example at every key, and every code of a fault with what to do."""
    whole = schema(of).schema
    keys = dict(keys_of(whole, "?"))

    for key, part in keys.items():
        own = jsonschema.Draft202012Validator({**part, "$defs": whole["$defs"]})
        assert re.match("[A-Z]", part["description"]), key
        assert part["examples"], key
        assert all(map(own.is_valid, part["examples"])), key
        assert not counts(part) or " Unit: " in part["description"] or key.endswith(".id")
    if of == "request":
        return
    listed = {one["const"]: one["description"] for one in whole["$defs"]["FaultCode"]["oneOf"]}
    assert listed.keys() == texts().keys() - SERVE_TEXTS.keys()
    assert listed["PKT013"].startswith('"{found}" is no plain number. Write')
