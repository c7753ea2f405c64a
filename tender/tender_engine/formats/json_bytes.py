"""What the engine says as JSON in UTF-8, by orjson: in an eighth of the time of Python's encoder.

Both write the same bytes of texts, whole numbers, truths, null, lists and objects, and nothing else
stands in an evaluation. Of floats that is not so: no package that is read has one, for what it
carries along is exact, and what others give is written by `canonical_json`. What orjson refuses,
which are a `Decimal`, a lone surrogate, a whole number of more than 64 bits and a key that is no
plain text, Python's encoder writes.
"""

import json
from typing import Any

import orjson

from tender_engine.formats.source import canonical_json

__all__ = ["canonical_bytes", "json_bytes"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def canonical_bytes(value: Any) -> bytes:
    """What `canonical_json` writes of `value`, which has no float.

    >>> canonical_bytes({"b": 1, "a": ["é", None]}).decode()
    '{"a":["é",null],"b":1}'
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError:
        return canonical_json(value).encode()


def json_bytes(value: Any) -> bytes:
    """`value`, without spaces and with its keys as they stand; it has no float and no `Decimal`.

    A lone surrogate, as in a name of a file that is no text, stands as its escape.
    """
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return _ENCODER.encode(value).encode("utf-8", "backslashreplace")
