"""What no message to who typed a workbook may say: the program's words instead of the sheet's."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import tender_rules
from tender_rules import national

__all__ = ["words_of_the_program"]

_SCHEMA = Path(str(tender_rules.__file__)).with_name("tender-package-1.schema.json")
# Keys of the format that are words of the law or of a workbook as well.
_OF_BOTH = frozenset(
    re.findall(
        r"\w+",
        """file format hps kd kualifikasi lumsum pagu panel pembukaan penawaran penyetaraan pokja
        sikap skn skp tender timpang total unsur""",
    )
)
# Words of English, of the format, of JSON and of Python that an Indonesian sentence has no use for.
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """null none true false json array object string boolean integer float list dict key keys
        path value values line lines price bid bids winner score verdict id code event events
        package participant participants criterion criteria requirements assessments members
        evidence extensions facts stage stages method envelope contract category""",
    )
)
_SIGNS = re.compile(r"[A-Za-z]_[A-Za-z]|\[[^\]]*\]|\bNone\b|\b(?:null|true|false)\b|\{|\}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[a-z]+")


def _keys(schema: object) -> Iterator[str]:
    """Every key of the format, as its schema names it."""
    if isinstance(schema, dict):
        named = schema.get("properties")
        yield from named if isinstance(named, dict) else ()
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


_KEYS = frozenset(_keys(json.loads(_SCHEMA.read_text("utf-8")))) - _OF_BOTH
# The sheet Nilai Dokumen names values of the law and what they may be so; commands have names.
_LAW = national()
_TERMS = {key.rpartition(".")[2] for key in _LAW.words if key.startswith("param.")}
_CODES = re.compile(
    "|".join(
        (
            *map(re.escape, sorted(_LAW.parameters, reverse=True)),
            *(rf"\({term}\)" for term in sorted(_TERMS)),
            r"--[a-z-]+",
            r"paket\.json",
        )
    )
)


def words_of_the_program(text: str, lang: str = "id", typed: str = "") -> list[str]:
    """What of a message is no word of the sheet; codes of values and what was `typed` may stand."""
    said = _CODES.sub("", text.replace(f'"{typed}"', "").replace(typed, "") if typed else text)
    found = _SIGNS.findall(said) + _TIME.findall(said)
    if lang == "id":
        found += [word for word in _WORD.findall(said) if word in _KEYS | _ENGLISH]
    return found
