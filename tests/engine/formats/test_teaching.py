"""The schemas teach: words, a unit and an example at every key, and a name for every type."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

from tender_engine.formats.evaluation_schema import evaluation_schema
from tender_engine.formats.package import package_shape
from tender_engine.formats.schema import package_schema
from tender_rules import national
from tender_rules.answer_schemas import asked_schema, similar_schema, what_if_schema

SCHEMAS = {
    "package": package_schema(national()),
    "package-strict": package_schema(national(), strict=True),
    "evaluation": evaluation_schema(national()),
    "whatif": what_if_schema(national()),
    "asked": asked_schema(national()),
    "similar": similar_schema(national()),
}
ROOT = Path(__file__).parents[3]
WORDS = (
    ROOT / "tender" / "tender_engine" / "formats" / "schema_words.toml",
    ROOT / "tender" / "tender_engine" / "formats" / "evaluation_words.toml",
    ROOT / "rules" / "tender_rules" / "schema_words.toml",
)
every = pytest.mark.parametrize("name", SCHEMAS)
# A value that holds another, and what is no schema.
_NO_SCHEMA = {"examples", "enum", "const", "required"}


def keys_of(part: Any, title: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of every object, as `Object.key`."""
    if isinstance(part, list):
        for inner in part:
            yield from keys_of(inner, title)
    elif isinstance(part, dict):
        title = part.get("title", title)
        for name, inner in part.get("properties", {}).items():
            yield f"{title}.{name}", inner
            yield from keys_of(inner, title)
        for name, inner in part.items():
            if name not in _NO_SCHEMA | {"properties", "title"}:
                yield from keys_of(inner, title)


def counts(part: dict[str, Any]) -> bool:
    """Whether a figure stands there: a number, or a text of one that the kernel reads as such."""
    arms = [*part.get("anyOf", ()), *([part["items"]] if "items" in part else ())]
    return part.get("type") in ("number", "integer") or any(map(counts, arms))


def resolved(name: str, part: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({**part, "$defs": SCHEMAS[name]["$defs"]})


@every
def test_every_key_is_told(name: str) -> None:
    """None by its own name alone; each term of an enumeration that the law names in its words."""
    keys = [*keys_of(SCHEMAS[name], "?")]
    untold = [
        key
        for key, part in keys
        if not re.match(r"[A-Z0-9]", part.get("description", ""))
        or part["description"].startswith(f"{key.partition('.')[2].replace('_', ' ')}.")
    ]

    assert len(keys) >= 14
    assert untold == []


@every
def test_every_example_fits_where_it_stands(name: str) -> None:
    """There is one at every key, made of nothing that is not allowed there."""
    without, wrong = [], []
    for key, part in keys_of(SCHEMAS[name], "?"):
        examples = part.get("examples", [])
        if not examples or examples == [None]:
            without.append(key)
        checked = resolved(name, part)
        wrong += [(key, one) for one in examples if not checked.is_valid(one)]

    assert wrong == []
    assert without == (["RankedByAmount.exact"] if name == "evaluation" else [])


@every
def test_every_figure_says_what_it_counts(name: str) -> None:
    """Rupiah with or without PPN, percent, points, days, tenders."""
    figures = {key: part for key, part in keys_of(SCHEMAS[name], "?") if counts(part)}

    assert [key for key, part in figures.items() if " Unit: " not in part["description"]] == []
    assert len(figures) > 60 or name != "package"


def test_a_strict_figure_says_what_any_other_does() -> None:
    """With PPN or net of it."""
    told = {key: part["description"] for key, part in keys_of(SCHEMAS["package"], "?")}
    strict = dict(keys_of(SCHEMAS["package-strict"], "?"))

    assert {key: part["description"] for key, part in strict.items()} == told
    assert "rupiah, net of PPN" in told["PriceLine.unit_price"]
    assert "rupiah, PPN included" in told["Tender.pagu"]


def test_a_strict_figure_is_a_text_and_nothing_else() -> None:
    """No number stands anywhere but where something is counted."""
    assert '"type": "number"' in json.dumps(SCHEMAS["package"])
    assert '"type": "number"' not in json.dumps(SCHEMAS["package-strict"])


@every
def test_every_type_has_a_name_of_its_own(name: str) -> None:
    """And words; none that is told apart by a number alone."""
    schema = SCHEMAS[name]
    titles = [part["title"] for part in schema["$defs"].values()]

    assert titles == [*schema["$defs"]]
    assert len({*titles, schema["title"]}) == len(titles) + 1
    assert [title for title in titles if not re.fullmatch("[A-Z][A-Za-z]+", title)] == []
    assert {t for t, part in schema["$defs"].items() if "description" not in part} == set()


def test_codes_are_told_in_words_and_where_they_are_answered() -> None:
    """Every need, notice and ground of the law; each place of a need is in the package's schema."""
    told = SCHEMAS["evaluation"]["$defs"]
    codes = {
        title: {one["const"]: one["description"] for one in told[title]["oneOf"]}
        for title in ("Need", "NoticeCode", "GroundId")
    }
    places = national().declarations.answered_at

    assert codes["Need"].keys() == places.keys()
    assert codes["Need"]["penilaian"].endswith("Answered at: assessments[].")
    assert codes["NoticeCode"]["TOTAL_SAMA"] == "Several bids come to the same corrected total."
    assert {*national().grounds, "pembatalan"} == codes["GroundId"].keys()
    shape = package_shape(national().declarations).schema()
    for place in (place for one in places.values() for place in one):
        assert leads_somewhere(place.replace("[]", "").split("."), shape), place


def codes_in(schema: dict[str, Any], title: str) -> dict[str, str]:
    return {one["const"]: one["description"] for one in schema["$defs"][title]["oneOf"]}


def test_rules_values_and_what_follows_are_lists_too() -> None:
    """Read at hand: a rule with its passage, a value with its unit. A package says where."""
    told, given = SCHEMAS["evaluation"], dict(keys_of(SCHEMAS["package"], "?"))

    ceiling = ": Batas tertinggi penawaran yang sah (Perpres 16/2018 Pasal 26 ayat (5) huruf b);"
    share = ": Ceiling of a bid, as a share of the total HPS (a share of one);"
    assert ceiling in told["$defs"]["RuleId"]["description"]
    assert share in told["$defs"]["ParamId"]["description"]
    assert codes_in(told, "FollowUp")["reverse_auction"]
    alike = [codes_in(SCHEMAS[name], "SimilarityKind") for name in ("evaluation", "similar")]
    assert alike[0] == alike[1]
    assert alike[0]["npwp"] == "NPWP."
    for key in ("DocumentValue.param", "Confirmation.param"):
        assert "`ParamId`" in given[key]["description"]
    for key in ("FailureAct.ground", "ObjectionAnswer.cause"):
        assert "`GroundId`" in given[key]["description"]


def test_the_lists_are_those_of_the_rulebook_that_evaluates() -> None:
    """Who adds a rule and a value has them in its own schema, and the national one stays closed."""
    law = national()
    rule = evolve(law.rules[0], id="desa.aturan", title="Aturan desa")
    values = {**law.parameters, "desa.batas": next(iter(law.parameters.values()))}
    own = evaluation_schema(evolve(law, rules=(*law.rules, rule), parameters=values))

    for title, added in {"RuleId": "desa.aturan", "ParamId": "desa.batas"}.items():
        ours, national_ones = (s["$defs"][title]["enum"] for s in (own, SCHEMAS["evaluation"]))
        assert {*ours} - {*national_ones} == {added}


def leads_somewhere(steps: list[str], part: dict[str, Any]) -> bool:
    """Whether a path of keys, stages and types of events is one in a schema."""
    if not steps:
        return True
    parts = [*part.get("anyOf", ()), *part.get("oneOf", ())]
    parts += [part["items"]] if "items" in part else []
    if any(leads_somewhere(steps, one) for one in parts):
        return True
    keys = part.get("properties", {})
    if steps[0] == "<stage>":
        return any(leads_somewhere(steps[1:], one) for one in keys.values())
    if keys.get("type", {}).get("const") == steps[0]:
        return leads_somewhere(steps[1:], part)
    return steps[0] in keys and leads_somewhere(steps[1:], keys[steps[0]])


def test_without_a_rulebook_any_code_may_stand() -> None:
    """Who has another law is not held to the national codes."""
    told = evaluation_schema()["$defs"]

    assert told["AwaitedItem"]["properties"]["needs"]["type"] == "string"


@every
def test_every_term_is_told_in_words(name: str) -> None:
    """Those of the law in the law's, the others in the kernel's."""
    told = {
        term
        for _, part in keys_of(SCHEMAS[name], "?")
        for term in part["description"].rstrip(".").partition("Terms: ")[2].split("; ")
    }

    assert {term for term in told if term and ": " not in term} == set()


def test_no_words_are_left_of_what_is_gone() -> None:
    """Each check that has words is declared; each object and each of its keys is in a schema."""
    checks = national().declarations.checks
    tables = [tomllib.loads(file.read_text("utf-8")) for file in WORDS]
    keys = {key for schema in SCHEMAS.values() for key, _ in keys_of(schema, "?")}
    keys |= {f"{title}." for schema in SCHEMAS.values() for title in schema["$defs"]}
    keys |= {f"{schema['title']}." for schema in SCHEMAS.values()}
    said = {
        f"{title}.{key}"
        for table in tables
        for title, words in table.items()
        for key in words
        if title not in ("any", "term", "asked", "known")
    }

    assert tables[-1]["asked"].keys() == {check.key for check in checks if check.demand}
    assert tables[-1]["known"].keys() == {check.key for check in checks if check.fact}
    assert said - keys == set()
