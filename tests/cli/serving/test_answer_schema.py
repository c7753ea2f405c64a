"""What the door answers fits the schemas that it gives, which teach as the others do."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tender_cli.answers import texts
from tender_cli.commands.rules import law_named
from tender_cli.serving import answer_schema
from tender_cli.serving.answering import OPERATIONS, answered
from tender_cli.serving.law_schema import NAMED
from tender_cli.serving.refusals import SERVE_TEXTS
from tender_cli.serving.request import LANG
from tender_cli.serving.request_schema import KEYS, SCHEMAS
from tender_engine.formats.teaching import together
from tender_rules import national
from tender_rules.explaining import pages
from tender_rules.stages.failure import CANCELLED
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


NAMES = ("vat.rate", "price.ceiling", "correction.extra_item", "perpres-16-2018:51(2)c")
NAMES = (*NAMES, "pembatalan", "penyetaraan", "tender-gagal")
# By op, which its schema is called: what is asked, until each object of the schema was answered.
MANY: dict[str, tuple[dict[str, Any], ...]] = {
    "explain": (
        {"package": package("drainase-setengah-dinilai"), "participant": "p1"},
        {"package": package("pengawasan-rumah-sakit"), "participant": "p2"},
        {"package": package("jalan-kabupaten"), "participant": "p4"},
        *({"topic": topic} for topic in ("pkt013", *NAMES, "TOTAL_SAMA")),
    ),
    "rules": (
        {"at": "2018-05-01"},
        {"from": "2018-05-01", "to": "2025-06-01"},
        *({"name": name} for name in NAMES),
    ),
    "compare": (
        {"package": package(SMALL), "other": package("drainase-setengah-dinilai")},
        {"package": package("jalan-kabupaten"), "other": package("pengawasan-rumah-sakit")},
        {"package": package(OTHER), "at": "2022-07-04"},
    ),
    "reasons": ({"package": package(SMALL)},),
    "bahp": (
        {"package": package(SMALL), "format": "json"},
        {"package": package(OTHER), "document": "pengumuman", "format": "json"},
        {"package": package(SMALL)},
        {"package": package(SMALL), "format": "docx"},
    ),
}


@cache
def schema(of: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(ask("schema", of=of)["result"])


@pytest.mark.parametrize("of", [name for name in SCHEMAS if not re.match("package|eval", name)])
def test_each_is_a_schema(of: str) -> None:
    """The others are looked at where they are made, and `all` has what each has."""
    jsonschema.Draft202012Validator.check_schema(schema(of).schema)


@pytest.mark.parametrize(("of", "op", "keys"), RESULTS)
def test_a_result_fits_its_schema(of: str, op: str, keys: dict[str, Any]) -> None:
    """Down to every key, none of which the schema does not know."""
    answer = ask(op, **keys)

    schema(of).validate(answer["result"])
    schema("answer").validate(answer)


@pytest.mark.parametrize("op", MANY)
def test_results_fit_and_nothing_is_in_the_schema_that_is_not_answered(op: str) -> None:
    """Each object of it is met, and one with a key more or less is none."""
    met = set[str]()
    whole = noting(met)(schema(op).schema)
    for keys in MANY[op]:
        found = ask(op, **keys)["result"]
        whole.validate(found)

    assert {n for n, made in whole.schema["$defs"].items() if "properties" in made} - met == set()
    assert not whole.is_valid(found | {"lain": None})
    assert not any(whole.is_valid({k: found[k] for k in found if k != key}) for key in found)


def noting(met: set[str]) -> Any:
    """A validator that notes the name of each definition that something fits."""
    of_ref = jsonschema.Draft202012Validator.VALIDATORS["$ref"]

    def noted(validator: Any, ref: str, instance: Any, part: Any) -> Iterator[Any]:
        errors = [*of_ref(validator, ref, instance, part)]
        met.update([] if errors else [ref.removeprefix("#/$defs/")])
        yield from errors

    return jsonschema.validators.extend(jsonschema.Draft202012Validator, {"$ref": noted})


def test_whatever_the_law_has_under_a_name_has_a_shape() -> None:
    """A rule and the value that it turns on may share one; no others do."""
    law = national()
    names = {rule.id for rule in law.rules} | {entry.param for entry in law.provisions}
    names |= {*law.grounds, *(check.key for check in law.declarations.checks), CANCELLED, *pages()}
    shapes = {frozenset(shape["properties"]) for shape in NAMED}

    assert {frozenset(law_named(law, name)) for name in names} == shapes


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


@pytest.mark.parametrize("of", ["answer", "check", "request", *MANY])
def test_they_teach_as_the_others_do(of: str) -> None:
    """Words, a unit and an example at every key, words for every term, every fault in words."""
    whole = schema(of).schema
    keys = dict(keys_of(whole, "?"))

    for key, part in keys.items():
        own = jsonschema.Draft202012Validator({**part, "$defs": whole["$defs"]})
        assert re.match("[A-Z]", part["description"]), key
        assert part["examples"], key
        assert all(map(own.is_valid, part["examples"])), key
        assert not counts(part) or " Unit: " in part["description"] or key.endswith(".id")
        terms = part["description"].rstrip(".").partition("Terms: ")[2].split("; ")
        assert of not in MANY or all(": " in term for term in terms if term), key
    assert of == "request" or all(part["description"] for part in whole["$defs"].values())
    if of not in ("answer", "check"):
        return
    listed = {one["const"]: one["description"] for one in whole["$defs"]["FaultCode"]["oneOf"]}
    assert listed.keys() == texts().keys() - SERVE_TEXTS.keys()
    assert listed["PKT013"].startswith('"{found}" is no plain number. Write')


def test_no_words_are_left_of_what_is_gone() -> None:
    """Each object that has words is in a schema, or lends them, and so is each of its keys."""
    lent = {"RuleAndValue": "LawRule"}
    lent |= {f"PaperAs{form}": "PaperAsAsked" for form in ("Markdown", "Data", "Word")}
    wholes = [schema(of).schema for of in ("answer", "check", "request", *MANY)]
    keys = {key for whole in wholes for key, _ in keys_of(whole, "?")}
    keys |= {f"{title}." for whole in wholes for title in (whole["title"], *whole["$defs"])}
    keys |= {f"{lent.get(title, title)}.{key}" for title, key in (k.split(".") for k in keys)}
    table = tomllib.loads(Path(answer_schema.__file__).with_name("answer_words.toml").read_text())

    assert {f"{t}.{key}" for t, words in table.items() for key in words if t != "term"} <= keys
