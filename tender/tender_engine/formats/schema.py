"""The JSON Schema of `tender-package/1`, made from the shapes that read it.

That of the national rulebook ships with the law; `python docs/remake.py` writes it.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.rulebook import Rulebook

__all__ = ["NOT_IN_SCHEMA", "package_schema", "schema_text"]

NOT_IN_SCHEMA = (
    "a key stands once in its object",
    "the size of the file, its encoding, and the depth of extensions",
    "how a number literal is written: no exponent, at most 18 digits before and 6 after the point",
    "-0 is refused, and 1.0 is no whole number",
    "lone surrogates, and NUL inside extensions",
    "texts are in the Unicode form NFC, but for notes and other prose, extensions",
    "a date is in the calendar",
    "an id stands once in its list, and a name once in by, order, reserves and list",
    "the panel has an odd number of members, three at least",
    "a gabungan contract needs part at each HPS line, and stated_parts where a bid has lines",
    "a harga_satuan bid has no empty list of lines",
    "penawaran_dievaluasi goes with satu_file only",
    "a scored criterion has weight and max_score, and a threshold of at most max_score",
    "the weights of a stage's scored criteria sum to 100",
    "a weight that is a fraction is at most 100",
    "a KSO has one leader, and its shares sum to 100",
    "nothing was handed in after the deadline in force",
    "a price line is in the HPS, or is extra and gives its description and unit",
    "no line, no component of an analysis and no sum of them comes to 19 digits before the point",
    "corrected_total and corrected_by come together",
    "the work performed of a running contract is at most its value",
    "life_cycle goes with umur_ekonomis only, and has two costs for each of the operating_years",
    "a vat_base is at most 1, and a rate times its base is a percentage that has an end",
    "a bid has person_months only at lines where the HPS has them",
    "members, participants and criteria that are named exist",
    "a judgement is either a verdict or a score, of a kind that its criterion takes, up to its max",
    "a judgement tidak_memenuhi gives its reason",
    "a member answers a question once at a time",
    "technical judgements are not later than the first pembukaan_harga, but in an evaluasi_ulang",
    "a negosiasi that is sepakat has a total and one that is gagal has none",
    "a bidder has one negosiasi at a time",
    "the winner is no reserve",
)


def package_schema(rulebook: Rulebook) -> dict[str, Any]:
    """The schema as a JSON Schema 2020-12 document, with the checks that `rulebook` declares."""
    shared: dict[str, Any] = {}
    whole = package_shape(rulebook.declarations).schema()
    shape = _share(whole, _repeated(whole), shared)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tender-engine:tender-package:1",
        "title": FORMAT,
        "description": "A tender with its document, panel, bidders, judgements and events."
        " Not said here: " + "; ".join(NOT_IN_SCHEMA) + ".",
        **shape,
        "$defs": shared,
        "required": ["format", *shape["required"]],
        "properties": {"format": {"const": FORMAT}, **shape["properties"]},
    }


def _objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "title" in part and part.get("type") == "object":
            yield part
        for inner in part.values():
            yield from _objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _objects(inner)


def _repeated(schema: dict[str, Any]) -> dict[str, str]:
    """The name of every object that stands more than once, by its text."""
    counts = Counter(json.dumps(part) for part in _objects(schema))
    names: dict[str, str] = {}
    for text, count in counts.items():
        title = json.loads(text)["title"]
        if count > 1:
            alike = sum(name.rstrip("0123456789") == title for name in names.values())
            names[text] = f"{title}{alike + 1}" if alike else title
    return names


def _share(part: Any, names: dict[str, str], shared: dict[str, Any]) -> Any:
    """`part` with every object that has a name moved to `shared`."""
    if isinstance(part, list):
        return [_share(inner, names, shared) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: _share(inner, names, shared) for key, inner in part.items()}
    name = names.get(json.dumps(part))
    if name is None:
        return made
    shared[name] = made
    return {"$ref": f"#/$defs/{name}"}


def schema_text(rulebook: Rulebook) -> str:
    """The schema as it is shipped."""
    return json.dumps(package_schema(rulebook), indent=1) + "\n"
