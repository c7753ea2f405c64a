"""The JSON Schema of `tender-package/1`, made from the shapes that read it.

That of the national rulebook ships with the law; `python docs/remake.py` writes it.
"""

import json
from typing import Any

from tender_engine.formats.package import FORMAT, package_shape
from tender_engine.formats.schema_words import SchemaWords
from tender_engine.formats.teaching import Teacher, document
from tender_engine.rulebook import Rulebook

__all__ = ["NOT_IN_SCHEMA", "package_schema", "schema_text"]

_STRICT = ":strict"
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


def package_schema(rulebook: Rulebook, *, strict: bool = False) -> dict[str, Any]:
    """The schema as a JSON Schema 2020-12 document, with the checks that `rulebook` declares.

    A `strict` one takes figures as texts and nothing else, as they are written: no program that
    follows it puts an amount through a binary fraction.
    """
    shape = package_shape(rulebook.declarations).schema()
    name = f"tender-package:1{_STRICT if strict else ''}"
    told = document(name, shape, Teacher(rulebook, strict=strict))
    about = SchemaWords().key("Package", "format").about
    version = {"description": about, "const": FORMAT, "examples": [FORMAT]}
    return {
        **told,
        "description": f"{told['description']} Not said here: {'; '.join(NOT_IN_SCHEMA)}.",
        "required": ["format", *told["required"]],
        "properties": {"format": version, **told["properties"]},
    }


def schema_text(rulebook: Rulebook, *, strict: bool = False) -> str:
    """The schema as it is shipped."""
    return json.dumps(package_schema(rulebook, strict=strict), indent=1) + "\n"
