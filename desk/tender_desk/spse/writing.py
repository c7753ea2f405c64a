"""A package as plain values and back, every literal as it was written."""

import json
import re
from decimal import Decimal
from typing import Any

from tender_desk.any_file import read_bytes
from tender_desk.file_reading import FileReading
from tender_engine.formats.measure import measured
from tender_engine.formats.reader import LARGEST
from tender_engine.formats.source import NumberText, parse
from tender_engine.numbers import plain
from tender_engine.rulebook import Rulebook

__all__ = ["plain_values", "pretty_json"]

# No text of a package holds the sign NUL, so nothing but a number can look like this.
_LITERAL = re.compile(r'"\\u0000([^"\\]*)\\u0000"')


def plain_values(
    data: bytes, name: str, rulebook: Rulebook
) -> tuple[dict[str, Any] | None, FileReading]:
    """The object in a JSON file, numbers as they are written, and how the file reads as a package.

    No object where it is no JSON, has a key twice, is something else than an object, or holds more
    than a package may.
    """
    reading = read_bytes(data, name, rulebook)
    if len(data) > LARGEST or measured(data, rulebook.declarations):
        return None, reading
    try:
        syntax = parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, reading
    whole = isinstance(syntax.value, dict) and not syntax.faults and not syntax.repeated
    return (syntax.value if whole else None), reading


def pretty_json(value: Any) -> str:
    """`value` as JSON over several lines, keys in their order; it ends with a line feed."""
    text = json.dumps(_marked(value), ensure_ascii=False, indent=2)
    return _LITERAL.sub(r"\1", text) + "\n"


def _marked(value: Any) -> Any:
    """`value` with every number as a text that no other text can look like."""
    if isinstance(value, dict):
        return {key: _marked(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(part) for part in value]
    if isinstance(value, Decimal):
        return f"\0{plain(value)}\0"
    return f"\0{value}\0" if isinstance(value, NumberText) else value
